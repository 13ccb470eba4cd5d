"""L6: that it was the community’s doing, said in many ways."""

from __future__ import annotations

import pytest

from tests.checks.briefs import about, stops_in

FAULTS = [
    ("can", "The evenings won the bakery its customers back: {}", "The customers are back since the summer."),
    ("can", "It was the walk-through that put an end to the queues: {}", "There are no queues at the counter now."),
    ("can", "Without the circle there would be no quiet hour: {}", "We keep a quiet hour on the ward now."),
    ("can", "The shared rota is the fruit of our evenings: {}", "We share one rota now."),
    ("can", "Our talks kept the reading group going: {}", "The reading group meets every Tuesday now."),
    ("can", "The samples arrive whole, which is why the exchange matters: {}", "The samples arrive whole now."),
    ("can", "We compared notes, so the buses run on time: {}", "The buses run on time on the hill now."),
    ("can", "Since the circle began, the seedlings live through the frost: {}",
     "The seedlings live through the frost now."),
    ("unplanned", "The hour on Thursdays did it: {}", "The lab shares its bench with us now."),
    ("can", "The exchange took the fear out of the night shift: {}", "I am not afraid of the night shift now."),
    ("can", "Credit for this goes to the meet-ups: {}", "We label every box before it leaves."),
    ("can", "What turned it round was the community: {}", "Two wards share one trolley now."),
    ("can", "Meeting every month has mended the rota: {}", "The rota holds for a month now."),
    ("can", "The choir owes its new sound to the sessions: {}", "The altos sound rounder now."),
    ("can", "All that practice bore fruit: {}", "I can read a slide without the book now."),
    ("can", "The community is behind the calmer mornings: {}", "Mornings on the yard are calmer now."),
    ("can", "The circle gave the night ward its calm back: {}", "The ward is calm at night now."),
    ("can", "It is the peer visits that brought the parts down to one shelf: {}", "All parts fit on one shelf now."),
    ("can", "Had we not met, the hedge would be gone: {}", "The hedge is still standing."),
    ("can", "The early bus is a product of these conversations: {}", "There is an early bus now."),
    ("can", "Our Wednesdays rescued the reading room: {}", "The reading room opens on Sundays now."),
    ("can", "Thanks to the get-togethers the label is right: {}", "The label says who made it now."),
    ("can", "People met and therefore the leaks stopped: {}", "We found the last leak in the valve house."),
    ("can", "Ever since the network exists the lambs are counted twice: {}", "Lambs are counted by two of us."),
    ("can", "The workshops worked wonders for the front desk: {}", "I ask what people need before I type."),
    ("can", "The meet-ups freed the carers from the paper book: {}", "We write into one book now."),
    ("can", "That is down to the community: {}", "Two shops order from one list now."),
    ("can", "The group has made the depot a quieter place: {}", "The depot is quieter in the morning."),
    ("can", "Coming together has spared the lab many a broken tube: {}",
     "Fewer tubes break when we pack them upright."),
    ("can", "The sessions paid for themselves: {}", "We order once a week instead of daily."),
    ("can", "The swap evenings set this in motion: {}", "I lend the big plane to the school now."),
    ("can", "The reward of these months is a tidy store: {}", "Everything in the store has a hook now."),
    ("can", "The gatherings kept the ferry crew together: {}", "The ferry crew is complete this winter."),
    ("can", "Swapping stories made the tailors bolder: {}", "I cut the sleeve without a pattern."),
    ("can", "The calmer theatre is what the meet-ups achieved: {}", "The theatre is calmer before curtain."),
    ("can", "Because people exchanged tips, the dye holds: {}", "The dye holds in the wash now."),
    ("can", "It took the circle to get the footbridge repaired: {}", "The footbridge is repaired."),
    ("can", "The network turned a sinking shop into a busy one: {}", "The shop is busy on Saturdays."),
    ("can", "The quieter ward can be traced back to our hour: {}", "The ward is quieter after eight."),
    ("unplanned", "Our exchange has produced a second group: {}", "A second group meets in the mill."),
    ("can", "Behind the short queue stands the community: {}", "The queue is short on Mondays."),
    ("can", "Learning from each other has brought the scrap rate down: {}",
     "We scrap one plate where it used to be four."),
    ("can", "The masons met; as a consequence the wall stands straight: {}", "The wall stands straight."),
    ("can", "With the community came shorter waits: {}", "People wait ten minutes instead of forty."),
    ("can", "Paramedics find the keys at once, thanks to the evenings: {}", "The keys hang by the door."),
    ("can", "The circle is why the bees came through: {}", "All hives came through the winter."),
    ("can", "Three evenings were enough to end the arguing: {}", "We do not argue about the rota any more."),
    ("can", "Calmer mornings are what people got from the circle: {}", "Mornings are calmer."),
    ("can", "The guild has brought the potters round to one glaze: {}", "We fire with one glaze."),
    ("can", "Since people swap shifts of stories, no boat lies idle: {}", "Every boat is out on Sundays."),
    ("can", "The brewers cleaned up their cellar because they met: {}", "The cellar is swept every night."),
    ("can", "Our hour turned shepherds into a team: {}", "We gather the flock in twos."),
    ("can", "If it were not for the network, the slips would be lost: {}", "The slips are in one box."),
    ("can", "The new order comes straight from the workshops' influence: {}", "We clean from top to bottom."),
    ("can", "What the community gave the surgery is time: {}", "We have ten minutes for each caller."),
    ("unplanned", "The get-togethers lie at the bottom of this success: {}", "The museum copied the labels."),
    ("can", "Sharing drawings has cut the waste of glass: {}", "We cut two panes from one sheet."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "quote"), FAULTS)
def test_a_claim_of_a_cause_stops(kind, text, quote):
    assert "x-1" in {where for _, where in stops_in(*about(quote, kind, text))}
