"""L2: bad news, open questions and divided views are told as what they are."""

from __future__ import annotations

import numpy as np
import pytest

from coach.checks.brief_stance import stance_of
from coach.ports import Vectors
from tests.checks.briefs import about, ground, stops_in

FAULTS = [
    ("can", "The bakers have settled who feeds the starter: {}",
     "None of us knows who feeds the starter at the weekend."),
    ("can", "The bakers took to the new proving sheet: {}", "Half of us threw the proving sheet away after a week."),
    ("unplanned", "The archive gave us an answer on the boxes: {}", "The archive told us nothing about the boxes."),
    ("can", "Drivers now try the longer route first: {}",
     "We have not tried the longer route, there was never a bus free."),
    ("can", "The choir is of one mind about the seating: {}",
     "Some sing easier in the new seating, others say they hear nothing."),
    ("can", "Vets on nights have the shared chart at hand: {}", "On nights we still ring round for the chart."),
    ("can", "Lifeguards rotate every twenty minutes.",
     "Hardly anyone rotates every twenty minutes once the pool is full."),
    ("can", "The lab found out where the samples go missing: {}",
     "We could not work out where the samples go missing."),
    ("can", "Translators are glad of the term list: {}", "Translators complained that the term list gets in the way."),
    ("can", "The foresters mark the trees together: {}", "Each forester marked the trees alone, as before."),
    ("can", "Most of the crew use the second radio: {}", "A few of the crew use the second radio."),
    ("can", "Handing over takes less effort for the porters: {}", "Handing over is more work for us than it was."),
    ("hard", "There was a small delay with the oven: {}",
     "The oven trial was a complete failure and we binned it all."),
    ("can", "The question of the keys is closed: {}", "Who holds the keys is still anybody's guess."),
    ("can", "The trainers start with a question from the room: {}", "I never got round to starting with a question."),
    ("can", "Signallers trust what the new board shows: {}", "I would not trust the new board with a goods train."),
    ("can", "The kitchen found a way round the cold trays: {}", "No one has an idea what to do about the cold trays."),
    ("can", "People came round to the new form: {}", "The new form? People will not touch it."),
    ("can", "The florists know by now which cooler runs warm: {}", "Nobody can say which of the coolers runs warm."),
    ("can", "The matter of the shared van is behind them: {}", "The shared van? We are going round in circles."),
    ("can", "Coders enjoy the morning pairing: {}", "Pairing in the morning wears me out and I dread it."),
    ("unplanned", "The council wrote back about the crossing: {}",
     "The council did not write back about the crossing."),
    ("can", "Carers leave the notes in the home for each other: {}", "We have yet to leave a single note in a home."),
    ("can", "All of the stagehands favour the new cue sheet: {}",
     "One stagehand likes the new cue sheet, the rest of us do not."),
    ("can", "The welders put the guard to use: {}", "The guard hangs on the wall, unused."),
    ("can", "Pharmacists double-read the label as a matter of course: {}", "We seldom get to read the label twice."),
    ("can", "The museum got its visitors to write on the wall: {}", "Not one visitor wrote on the wall."),
    ("can", "Reading the chart has become simpler for the crew: {}", "Reading the chart is harder for me than before."),
    ("can", "Tutors do the planning side by side: {}", "We plan apart, each at home, whatever was said in May."),
    ("hard", "The tasting was slightly thin: {}", "The tasting collapsed, nobody turned up and we went home."),
    ("can", "The stables found out what makes the mare nervous: {}",
     "What makes the mare nervous remains a riddle to us."),
    ("can", "The new gate code was welcomed: {}", "Everybody moans about the new gate code."),
    ("can", "Ushers open the side door before the interval.",
     "Ushers keep forgetting to open the side door before the interval."),
    ("can", "The printers have dealt with the ink smell: {}", "The ink smell is as bad as ever."),
    ("can", "Many on the boats wear the line: {}", "Only a handful of us wear the line on the boats."),
    ("can", "The planners feel heard by the board: {}", "The board never listened to us planners."),
    ("can", "The weavers worked out why the thread snaps: {}", "Why the thread snaps, we are none the wiser."),
    ("can", "Beekeepers welcome the shared smoker: {}", "The shared smoker is a nuisance and I leave mine at home."),
    ("can", "The bursary team writes back within days: {}", "It takes us weeks to write back, same as last year."),
    ("can", "The dancers warm up as one group: {}", "Everyone warms up on their own in a corner."),
    ("unplanned", "The mayor's office supports the footbridge: {}",
     "The mayor's office brushed us off about the footbridge."),
    ("can", "Paramedics no longer hunt for the keys: {}", "We still hunt for the keys at the start of every shift."),
    ("can", "The roof no longer leaks onto the stock: {}", "The roof leaks onto the stock whenever it rains."),
    ("can", "Trainee cooks plan the menu: {}", "The idea that trainees plan the menu was dropped."),
    ("can", "The masons agree on the lime mix: {}", "Two of us swear by the old lime mix, two by the new."),
    ("can", "The clinic sorted out the double bookings: {}", "Double bookings keep happening at the clinic."),
    ("hard", "The launch had a few hiccups: {}", "The launch was a write-off, not one family came."),
    ("can", "People like sitting in the circle: {}", "Sitting in a circle makes me squirm."),
    ("can", "Fishermen report what they find on the beach.",
     "Fishermen were meant to report what they find on the beach and did not."),
    ("can", "The porch is the place where parents talk to us: {}", "Parents walk straight past us in the porch."),
    ("unknown", "How long the dye lasts has been cleared up: {}", "How long the dye lasts, nobody measured."),
    ("can", "Auditors read the short report first: {}", "Nobody opened the short report."),
    ("unplanned", "The railway museum took our labels over: {}",
     "The railway museum wanted nothing to do with our labels."),
    ("can", "The brewers settled on a cleaning order: {}",
     "Ask three brewers about the cleaning order and you get four answers."),
    ("hard", "The trip needs a few tweaks: {}", "The trip was abandoned at the first stop and the children cried."),
    ("can", "Judges explain the ruling in simple words: {}",
     "Judges still read the ruling out in Latin half the time."),
    ("can", "Rowers look after the boats themselves now: {}",
     "The boats rot in the shed and none of the rowers lifts a finger."),
    ("can", "The idea caught on in the surgery: {}", "The idea never left the meeting room."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "quote"), FAULTS)
def test_a_quote_that_says_no_under_words_that_say_yes_stops(kind, text, quote):
    assert "x-1" in {where for _, where in stops_in(*about(quote, kind, text))}


@pytest.mark.parametrize(
    "quote",
    [
        "We no longer set a timer, we taste the dough.",
        "Nobody checks after us any more when we pack.",
        "The alarm stopped ringing once we moved the bed.",
        "I was not sure at first, now I read it without help.",
    ],
)
def test_an_old_habit_that_is_over_is_good_news(quote):
    assert stance_of(quote.lower()) == ""


@pytest.mark.parametrize(
    "quote", ["none of us knows who has it.", "some like it, others say it is in the way.", "who has it?"]
)
def test_bad_open_or_divided_words_are_seen(quote):
    assert stance_of(quote)


class _Leaning:
    """Puts plain bad news and some quotes on one side, and everything else on the other."""

    name, dim = "leaning", 2

    def embed(self, texts: list[str]) -> Vectors:
        bad = [any(word in text for word in ("does not work", "nuisance", "drive us mad", "gave up")) for text in texts]
        return np.array([(1.0, 0.0) if each else (0.0, 1.0) for each in bad], dtype=np.float32)


def test_a_quote_whose_meaning_is_the_opposite_stops():
    brief, given = about("The colour slips drive us mad.", "can", "Reception fills in the colour slips: {}")
    assert "x-1" not in {where for _, where in stops_in(brief, given)}
    near = ground(notes=given.notes, embedder=_Leaning())
    assert "x-1" in {where for _, where in stops_in(brief, near)}
