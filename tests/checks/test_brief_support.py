"""L2: numbers that recount, words that are supported, nothing turned round, nothing told as a fact that is none."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from coach.models import ClaimKind, Counted, CountedItem, SectionKind, Severity
from coach.ports import Vectors
from tests.checks.briefs import (
    BRIEF,
    COUNTED,
    NOTES,
    about,
    answer,
    cite,
    found_in,
    ground,
    said,
    session,
    stops_in,
    with_more,
    with_sentences,
)


def _stops(quote: str, kind: str, text: str, **more: Any) -> set[str]:
    return {check for check, where in stops_in(*about(quote, kind, text, **more)) if where == "x-1"}


# -- counted numbers ---------------------------------------------------------------------------------
def _counted(text: str = "Waits came up in three of four sessions.", **more: Any) -> set[tuple[str, str]]:
    counted = COUNTED.model_copy(update=more)
    sentence = said("x-1", "count", text, counted=(counted,))
    return stops_in(with_sentences(SectionKind.CAN_NOW, (sentence,)))


def test_a_right_count_passes():
    assert _counted() == set()
    assert _counted("It came up twice.", number=2, of=None, says="twice", items=COUNTED.items[:2]) == set()
    assert _counted("It came up in all sessions.", number=3, of=None, says="all sessions") == set()
    assert _counted("It came up in 3 sessions.", of=None, says="3 sessions") == set()


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Waits came up in four of four sessions.", {}),
        ("Waits came up in four of four sessions.", {"says": "four of four sessions"}),
        ("Waits came up in four of four sessions.", {"says": "four of four sessions", "number": 4}),
        ("Waits came up in three of four sessions.", {"of": 5}),
        ("Waits came up in three of two sessions.", {"of": 2, "says": "three of two sessions"}),
        ("Waits came up in three of nine sessions.", {"of": 9, "says": "three of nine sessions"}),
        ("Waits came up in three of nine sessions.", {"of": None, "says": "three of nine sessions"}),
        ("Waits came up in three of four sessions.", {"items": COUNTED.items[:2]}),
        ("Waits came up in three of four sessions.", {"items": (*COUNTED.items[:2], COUNTED.items[0])}),
        ("Waits came up often.", {"says": "often"}),
        ("Waits came up in all sessions.", {"says": "all sessions"}),
    ],
)
def test_a_number_that_does_not_recount_stops(text, more):
    assert ("L2", "x-1") in _counted(text, **more)


@pytest.mark.parametrize(
    ("what", "item"),
    [
        ("sessions", CountedItem(label="1 August 2026", date="2026-08-01")),
        ("notes", CountedItem(label="A note", note_id="gone")),
        ("notes", CountedItem(label="A note")),
        ("stories", CountedItem(label="A story that nobody told")),
        ("sessions", CountedItem(label="14 May 2026", date="2026-05-14", note_id="gone")),
    ],
)
def test_what_is_counted_has_to_be_there(what, item):
    says = f"once in the {what}"
    assert ("L2", "x-1") in _counted(f"It came up {says}.", number=1, of=None, what=what, says=says, items=(item,))


def test_what_the_page_was_made_from_recounts_too():
    wrong = Counted(number=9, what="notes", says="9 notes", items=(CountedItem(label="Jan", note_id="jan"),))
    assert ("L2", "used-0") in stops_in(BRIEF.model_copy(update={"used": (wrong,)}))


@pytest.mark.parametrize(
    ("kind", "text", "quote"),
    [
        ("can", "Seven teams draw the wait: {}", "Our team draws the wait now."),
        ("can", "12 boilers were mended sooner.", "The boilers are mended sooner now."),
        ("can", "In 2019 somebody wrote: {}", "We now draw the wait first."),
        ("can", "Most teams draw the wait first now.", "We now draw the wait first in our team."),
        ("hard", "Half the letters came back.", "Some letters came back."),
        ("can", "The queue is 40 days shorter.", "The queue is 4 days shorter now."),
        ("frame", "Dozens of people learned this.", "We now draw the wait first."),
    ],
)
def test_a_number_that_nobody_counted_stops(kind, text, quote):
    assert "L2" in _stops(quote, kind, text)


# -- names and matter --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("In the depot at Southwark: {}", "We now draw the wait first."),
        ("In November somebody wrote: {}", "We now draw the wait first."),
        ("For the Glaziers’ Guild this holds: {}", "We now draw the wait first."),
    ],
)
def test_a_name_or_month_from_nowhere_stops(text, quote):
    request = BRIEF.request.model_copy(
        update={"end": BRIEF.request.end and BRIEF.request.end.replace(month=10, day=31)}
    )
    brief, given = about(quote, "can", text)
    assert ("L2", "x-1") in stops_in(brief.model_copy(update={"request": request}), given)


@pytest.mark.parametrize(
    ("kind", "text", "quote"),
    [
        ("can", "Newcomers repair lifts without help.", "The biscuits were better than last time, and we laughed."),
        ("can", "Plumbers share their van stock each morning.", "We now draw the wait before the parts are ordered."),
        ("hard", "The budget for scaffolding ran dry.", "The night shift could not join at three."),
        ("unplanned", "A hospital borrowed the drawings: {}", "We found an old key behind the radiator."),
        ("can", "Surveyors answer damp letters quicker, as they say: {}", "We now draw the wait first."),
    ],
)
def test_words_that_are_about_something_else_stop(kind, text, quote):
    assert "L2" in _stops(quote, kind, text)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Everyone draws the wait first.", "I draw the wait first now."),
        ("All teams draw the wait first.", "Our team draws the wait first now."),
        ("The roofers always draw the wait first.", "The roofers drew the wait first last week."),
    ],
)
def test_one_voice_is_not_everybody(text, quote):
    assert "L2" in _stops(quote, "can", text)


class _Near:
    """Finds two texts as near as it is told."""

    name, dim = "near", 2

    def __init__(self, near: float) -> None:
        self._near = near

    def embed(self, texts: list[str]) -> Vectors:
        other = (self._near, (1 - self._near**2) ** 0.5)
        return np.array([(1.0, 0.0), other][: len(texts)], dtype=np.float32)


def test_nearness_speaks_for_other_words_of_the_same_meaning():
    brief, given = about("The roofers ring us before they climb.", "can", "Crews phone ahead of each ascent.")
    assert ("L2", "x-1") in stops_in(brief, given)
    assert stops_in(brief, ground(notes=given.notes, embedder=_Near(0.8))) == set()
    assert ("L2", "x-1") in stops_in(brief, ground(notes=given.notes, embedder=_Near(0.1)))


def test_a_loose_paraphrase_is_a_question():
    brief, given = about("The roofers ring us before they climb.", "can", "Roofers phone ahead of their ascent.")
    assert [item.severity for item in found_in(brief, given)] == [Severity.QUESTION]


# -- the opposite ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("kind", "text", "quote"),
    [
        ("can", "Teams draw the wait before they order parts.", "We still don't draw the wait before we order parts."),
        ("can", "What people can do now: {}", "We still can't see where a repair waits."),
        ("can", "People say: {}", "Nobody uses the drawing any more, we gave up in May."),
        ("can", "The map is used by the night shift.", "The map is not used by the night shift."),
        ("can", "The night shift joins the session.", "The night shift never joined the session."),
        ("can", "The stores no longer order twice.", "The stores order twice, as they always did."),
        ("can", "Repairs take less time: {}", "Repairs take more time since we draw the wait."),
        ("can", "The clash came to light earlier.", "The clash with the roofers came to light later than ever."),
        ("hard", "The drawing of the wait failed.", "The drawing of the wait worked really well for the crew."),
        ("hard", "What did not work: {}", "The pairing went really well and so did the tea."),
        ("unplanned", "The porters refused the card.", "The porters accepted the card and the round."),
        ("can", "Newcomers find it easier to ask the crew.", "Newcomers find it harder to ask the crew."),
        ("can", "The clinic answers letters on the day.", "The clinic does not answer letters on the day yet."),
        ("disagreement", "People agree about the form.", "People disagree about the form, and loudly."),
        ("can", "The roofers trust the plan.", "The roofers do not trust the plan at all."),
        ("contribution", "The planner helped with the queue.", "The planner did not help with the queue at all."),
        ("can", "Teams stopped the double orders.", "Teams started the double orders again."),
    ],
)
def test_the_opposite_of_its_quote_stops(kind, text, quote):
    assert "L2" in _stops(quote, kind, text)


# -- hopes, plans, opinions and questions ------------------------------------------------------------
@pytest.mark.parametrize(
    ("kind", "text", "quote"),
    [
        ("can", "Teams draw the wait before ordering.", "We hope to draw the wait before ordering."),
        ("can", "What people can do now: {}", "We would like to see the queue from both ends."),
        ("can", "Crews ring each other before the visit.", "Crews should start to ring each other before the visit."),
        ("can", "The stores share the list of parts.", "Next month the stores will share the list of parts."),
        ("can", "The porters have the map.", "Let's give the porters the map."),
        ("unplanned", "The porters copied the map.", "Maybe the porters could copy the map."),
        ("can", "The roofers join the huddle.", "What if the roofers joined the huddle?"),
        ("can", "What people can do now: {}", "Can we draw the wait on our own?"),
        ("can", "The drawing saves the crew an hour.", "I think the drawing saves the crew an hour."),
        ("can", "Handovers are calmer.", "It feels like the handovers are calmer."),
        ("hard", "The new form is pointless.", "In my view the new form is pointless."),
        ("contribution", "The new planner made the difference.", "I guess the new planner made the difference."),
        ("can", "Newer people host: {}", "The plan is that newer people host from spring."),
    ],
)
def test_what_is_no_fact_is_not_told_as_one(kind, text, quote):
    assert "L2" in _stops(quote, kind, text)


# -- the period --------------------------------------------------------------------------------------
def test_words_of_another_year_stop():
    request = BRIEF.request.model_copy(update={"start": BRIEF.request.end})
    found = stops_in(BRIEF.model_copy(update={"request": request}))
    assert ("L2", "can_now-1") in found
    assert ("L2", "can_now-2") in found


@pytest.mark.parametrize(("date", "stops"), [("2026-07-09", False), ("2026", False), ("2025", True), ("2027-01", True)])
def test_as_much_of_a_date_as_is_known_counts(date, stops):
    piece = cite(NOTES["jul"], "The stores copied our drawing for their own queue.", date=date)
    found = stops_in(with_more(said("x-1", "unplanned", "This came up: {}", piece)))
    assert (("L2", "x-1") in found) is stops


def test_a_date_that_is_not_the_notes_stops():
    old = NOTES["jul"].model_copy(
        update={"date": NOTES["jul"].date.model_copy(update={"day": session("jan").day.replace(year=2019)})}
    )
    old = old.model_copy(update={"path": "minutes.md"})
    piece = cite(old, "The stores copied our drawing for their own queue.", date="2026-07-09")
    found = stops_in(
        with_more(said("x-1", "unplanned", "This came up: {}", piece)), ground(notes={**NOTES, "jul": old})
    )
    assert ("L2", "x-1") in found


def test_an_answer_keeps_to_its_period():
    from coach.checks.brief import check_answer

    piece = cite(NOTES["jan"], "Today pairs drew where their last repair waited.")
    asked = answer(said("a-1", ClaimKind.UNPLANNED, "This came up: {}", piece))
    start = session("mar").day
    assert check_answer(asked, ground()).ok
    assert not check_answer(asked, ground(start=start)).ok


@pytest.mark.parametrize("date", ["2025-07-09", "2026-08-01", "2027"])
def test_a_date_beside_the_quote_that_its_note_does_not_bear_stops(date):
    piece = cite(NOTES["jul"], "The stores copied our drawing for their own queue.", date=date)
    source = {**NOTES, "jul": NOTES["jul"].model_copy(update={"path": "minutes.md"})}
    request = BRIEF.request.model_copy(update={"start": None, "end": None})
    brief = with_more(said("x-1", "unplanned", "This came up: {}", piece)).model_copy(update={"request": request})
    assert ("L2", "x-1") in stops_in(brief, ground(notes=source))


def test_words_behind_two_claims_are_to_be_mended():
    piece = cite(NOTES["jul"], "The stores copied our drawing for their own queue.")
    part = piece.model_copy(
        update={"quote": piece.quote[:30], "shown": piece.quote[:30].strip(), "end": piece.start + 30}
    )
    once = said("x-1", "unplanned", "This came up: {}", piece)
    twice = said("x-2", "unplanned", "And this: {}", part)
    found = found_in(with_more(once, twice))
    assert ("x-2", Severity.MEND) in {(item.where, item.severity) for item in found if "another claim" in item.message}
