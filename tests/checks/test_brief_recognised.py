"""L8: nobody can be made out from our words."""

from __future__ import annotations

import pytest

from tests.checks.briefs import GROUND, about, ground, stops_in

FAULTS = [
    ("can", "Mr P. opens the huddle: {}", "Somebody else opens the huddle each week now.", {}),
    ("can", "Since March it is J.B. who holds the list: {}", "The list is held by somebody new each month.", {}),
    ("can", "It is Mo who feeds the starter: {}",
     "Somebody feeds the starter every night now.", {"names": ["Maureen Achebe"]}),
    ("can", "The lady on nights now does it for all: {}", "On nights we do the round in pairs now.", {}),
    ("can", "Our one plumber draws the wait: {}", "I draw the wait before I order now.", {}),
    ("can", "The youngest in the crew runs the huddle: {}", "I run the huddle now, which scared me.", {}),
    ("can", "The only midwife at the east clinic says: {}", "I ask before I touch now.", {}),
    ("can", "Kestrel now checks the seals: {}",
     "Kestrel checks the seals before each run.", {"shown": "[somebody] checks the seals before each run."}),
    ("can", "As Bexley told it: {}", "We go round the wood in pairs now.", {}),
    ("can", "The gentleman from the archive office writes: {}", "I label each box before it leaves.", {}),
    ("can", "Old Wilbur tells how it goes: {}", "I walk the route before I draw it.", {}),
    ("can", "A Mrs K wrote this: {}", "I ask the pharmacist first now.", {}),
    ("can", "Mrs. Q still keeps the book: {}", "The book is kept by somebody else each week.", {}),
    ("can", "R.T. drew the first map: {}", "Somebody drew the map on the wall.", {}),
    ("can", "It was Bea who rang the school: {}",
     "I phoned the school before I set off.", {"names": ["Beatrice Lund"]}),
    ("can", "The chap in the valve house says: {}", "I look at the gauge before I open anything.", {}),
    ("can", "Our newest usher opens the door: {}", "I open the side door before the interval.", {}),
    ("can", "The eldest of the carers wrote this: {}", "I write what somebody ate.", {}),
    ("can", "The one vet who speaks Welsh tells it so: {}", "I ask the farmer first.", {}),
    ("can", "Brindle starts the huddle: {}",
     "Brindle starts the huddle every day now.", {"shown": "[somebody] starts the huddle every day now."}),
    ("can", "In the words of Thackeray: {}", "We proof on the real paper.", {}),
    ("can", "The woman at the east gate counts twice: {}", "I count twice at the gate.", {}),
    ("can", "Miss Ottoline keeps a swatch: {}", "I keep a swatch of each job.", {}),
    ("can", "The longest-serving printer tells: {}", "I proof on the real paper.", {}),
    ("can", "Dr F. signs the chart with us: {}", "The chart is signed with us in the room.", {}),
    ("can", "T. from the mill runs the walk: {}", "The walk is run by somebody else each week.", {}),
    ("can", "Here is Gwen on the knot: {}", "I tie the knot with one hand.", {"names": ["Gwendolyn Parry"]}),
    ("can", "The fellow with the red van rings ahead: {}", "I ring ahead when I am late.", {}),
    ("can", "Our oldest beekeeper says: {}", "I find the queen in a minute.", {}),
    ("can", "The ward's only male midwife writes: {}", "I ask before I touch.", {}),
    ("can", "Peregrine rings the bell: {}",
     "Peregrine rings the bell at ten now.", {"shown": "[somebody] rings the bell at ten now."}),
    ("can", "It was Hollis who said it: {}", "I wet the stone before I set it.", {}),
    ("can", "The newcomer from Poland tells: {}", "I asked a question on my first day.", {}),
    ("can", "A woman in the harbour office noted: {}", "We write it on the wall.", {}),
    ("can", "Uncle Stan keeps the smoker: {}", "The smoker is kept by somebody else each week.", {}),
    ("can", "Ms. T opens the slips: {}", "The slips are opened by somebody else each day.", {}),
    ("can", "The lad with the limp gathers the flock: {}", "I gather the flock at six.", {}),
    ("can", "Our senior glazier of thirty years says: {}", "I cut two panes from one sheet.", {}),
    ("can", "Theo is the one who mends the boat: {}",
     "Somebody mends the boat on Mondays.", {"names": ["Theodora Marsh"]}),
    ("can", "The sole potter in a wheelchair writes: {}", "I throw sitting down.", {}),
    ("can", "It is Zofia who wrote it down: {}", "I read the gauge myself.", {}),
    ("can", "The mother of twins in reception tells: {}", "I swap my early shift on Mondays.", {}),
    ("can", "K.O. and somebody else share the key: {}", "We share the key.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "quote", "more"), FAULTS)
def test_words_that_tell_who_it_was_stop(kind, text, quote, more):
    names = GROUND.names | set(more.get("names", ()))
    shown = {key: value for key, value in more.items() if key == "shown"}
    brief, given = about(quote, kind, text, **shown)
    assert "x-1" in {where for _, where in stops_in(brief, ground(notes=given.notes, names=names))}
