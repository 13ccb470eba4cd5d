"""L10: figures, ranks and standards that people are held to, said in many ways."""

from __future__ import annotations

import pytest

from tests.checks.briefs import about, stops_in

FAULTS = [
    ("can", "The ward is up to standard now: {}", "We hand over at the bedside now."),
    ("can", "The bakers came out on top: {}", "We bake by the sheet now."),
    ("can", "Everyone was signed off as competent: {}", "I can back the trailer now."),
    ("can", "The night team lags the day team: {}", "On nights we write the chart by hand."),
    ("can", "The archive moved from amber to green: {}", "We label every box before it leaves."),
    ("can", "The newer drivers passed with flying colours: {}", "I drive the hill route on my own now."),
    ("can", "The room was packed each month: {}", "We talked about the frost."),
    ("can", "The north depot does better than the south: {}", "In the north depot we check the straps twice."),
    ("can", "The most improved crew was the kitchen: {}", "In the kitchen we taste before we salt."),
    ("can", "Members gave it a thumbs up: {}", "We talked about the frost."),
    ("can", "The lab ticks every box now: {}", "We write the lot number on the lid now."),
    ("can", "The choir reached the next level: {}", "We sing the psalm without the organ now."),
    ("can", "The porters hold a certificate for it: {}", "I can fold the chair with one hand now."),
    ("unplanned", "Numbers are up on last year: {}", "We talked about who holds the keys."),
    ("can", "Three quarters of the crew got it right: {}", "I read the gauge without help."),
    ("can", "The welders meet the mark: {}", "I see a cold joint before I touch it."),
    ("can", "The coders rank above the other squads: {}", "We pair before we merge."),
    ("can", "Each carer got a badge for it: {}", "I write what somebody ate."),
    ("can", "The weaker ushers have caught up: {}", "I open the side door before the interval."),
    ("can", "The stables are in the green: {}", "We check the water before we feed."),
    ("can", "Turnout was higher than ever: {}", "We spoke about the hedge."),
    ("can", "People here are a class above the rest: {}", "We clean the nozzle after each run."),
    ("can", "The tutors delivered against plan: {}", "We plan the term in one afternoon."),
    ("can", "The florists showed they have what it takes: {}", "I cut the stem under water."),
    ("can", "Attendance never dropped: {}", "We spoke about the valve house."),
    ("can", "Best in show was the printing crew: {}", "We proof on the real paper."),
    ("can", "Skills went from basic to advanced: {}", "I can read the tide table."),
    ("can", "The shop floor outshines the office: {}", "On the shop floor we stop the line ourselves."),
    ("can", "Members are nine tenths of the way there: {}", "I can tie the second knot."),
    ("can", "Feedback was overwhelmingly positive: {}", "We spoke about the hedge."),
    ("can", "The weavers are among the strongest in the county: {}", "I tie the knot with one hand."),
    ("can", "Paramedics hit their response goal: {}", "The keys hang by the door."),
    ("can", "The mill group has overtaken the harbour group: {}", "In the mill we start with a walk round."),
    ("can", "Every dancer made the grade: {}", "I warm up with the others."),
    ("can", "The tailors have earned their spurs: {}", "I cut the sleeve without a pattern."),
    ("can", "A record number came in May: {}", "We talked about the dye."),
    ("can", "The harbour crew still has some way to go to match the mill: {}", "In the harbour we write on the wall."),
    ("can", "Cooks were tested on the menu and did well: {}", "I plan the menu with the trainees."),
    ("can", "The clinic went up in the table: {}", "We call people the day before."),
    ("can", "The beekeepers have mastered stage three: {}", "I find the queen in a minute."),
    ("can", "More and more people attend: {}", "We talked about the lime."),
    ("can", "The masons now work at a professional standard: {}", "I wet the stone before I set it."),
    ("can", "Members rate it highly: {}", "We talked about the lime."),
    ("can", "The evening group leaves the morning group standing: {}", "In the evening group we draw first."),
    ("can", "All are now fully competent with the winch: {}", "I can work the winch."),
    ("can", "The glaziers scored a first: {}", "I cut two panes from one sheet."),
    ("can", "Reception is now best in the region: {}", "We have ten minutes for each caller."),
    ("can", "The rowers sit at the bottom of the pile no more: {}", "We mend the boats ourselves."),
    ("can", "The seats were all taken: {}", "We talked about glaze."),
    ("can", "The quicker shepherds help the slower ones: {}", "We gather the flock in twos."),
    ("can", "Potters were awarded a pass: {}", "We fire with one glaze."),
    ("can", "The brewers show the right attitude and aptitude: {}", "We clean from top to bottom."),
    ("can", "Half of the class can do it already: {}", "I cut two panes from one sheet."),
    ("can", "Their knowledge went from two to four stars: {}", "I read the gauge myself."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "quote"), FAULTS)
def test_holding_people_to_a_figure_or_a_rank_stops(kind, text, quote):
    assert "x-1" in {where for _, where in stops_in(*about(quote, kind, text))}
