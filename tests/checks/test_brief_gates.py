"""L6 and L10 of a brief: no cause claimed, no figure that people are held to, no wish that nobody had."""

from __future__ import annotations

from typing import Any

import pytest

from coach.models import (
    SectionKind,
    Severity,
)
from tests.checks.briefs import (
    BRIEF,
    NOTES,
    SENTENCES,
    about,
    cite,
    found_in,
    said,
    stops_in,
    with_more,
    with_sentences,
)

QUOTE = "The stores copied our drawing for their own queue."
STORES = cite(NOTES["jul"], QUOTE)


def _codes(quote: str, text: str = "This came up: {}", kind: str = "unplanned", **more: Any) -> set[str]:
    return {check for check, where in stops_in(*about(quote, kind, text, **more)) if where == "x-1"}


# -- L6 ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "The drawing led to the copy in the stores: {}",
        "The drawing resulted in a copy for the stores: {}",
        "Thanks to the community the stores have a drawing: {}",
        "Because of us the stores have a drawing: {}",
        "The community transformed the stores: {}",
        "The sessions boosted the stores: {}",
        "The drawing caused the stores to copy it: {}",
        "The circle enabled the stores to copy the drawing: {}",
        "The sessions drove better drawing in the stores: {}",
        "As a result the stores copied the drawing: {}",
        "The community delivered savings in the stores: {}",
        "Without the sessions the stores would have no drawing: {}",
    ],
)
def test_a_cause_in_our_words_stops(text):
    assert "L6" in _codes(QUOTE, text)


def test_a_cause_beside_a_contribution_note_is_to_be_mended():
    noted = SENTENCES[SectionKind.CONTRIBUTION]
    linked = said("x-1", "unplanned", "The drawing led to a copy in the stores: {}", STORES)
    brief = with_sentences(SectionKind.CONTRIBUTION, (*noted, linked))
    assert [(item.check, item.severity) for item in found_in(brief)] == [("L6", Severity.MEND)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("contribution", "We cannot say whether the drawing led to it: {}"),
        ("unplanned", "Nobody claims that the community caused it: {}"),
        ("unplanned", "After the drawing the stores made one, too: {}"),
    ],
)
def test_a_cause_that_is_left_open_passes(kind, text):
    assert found_in(*about("The stores now have a drawing of their own.", kind, text)) == []


def test_what_made_work_harder_is_a_question():
    found = found_in(*about("The new form caused confusion in the stores.", "hard", "The new form caused confusion."))
    assert {(item.check, item.severity) for item in found} == {("L6", Severity.QUESTION)}


# -- L10 ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "Satisfaction rose after the drawing in the stores: {}",
        "94% copied the drawing: {}",
        "The drawing brought a productivity uplift: {}",
        "The return on investment of the drawing is clear: {}",
        "The stores scored well on the drawing: {}",
        "Members passed the assessment on drawing: {}",
        "The drawing helps the stores to hit their targets: {}",
        "The stores are ranked first among those who draw: {}",
        "The drawing lifted team performance: {}",
        "We benchmarked people against the drawing: {}",
        "The pass rate of the drawing is good: {}",
        "Members were graded on the drawing: {}",
        "The KPI for drawing was met: {}",
    ],
)
def test_figures_that_people_are_held_to_stop(text):
    assert {"L10", "L2"} & _codes(QUOTE, text)
    assert "L10" in _codes(QUOTE, text)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Nobody keeps a score of it: {}", QUOTE),
        ("The orchestra marks the score in pencil.", "We mark the score in pencil now, all of the orchestra."),
        ("The exam board answers within the week.", "The exam board answers us within the week now."),
    ],
)
def test_the_object_of_peoples_work_is_no_figure(text, quote):
    assert "L10" not in _codes(quote, text)


def test_headings_drift_too():
    assert ("L10", "brief") in stops_in(BRIEF.model_copy(update={"title": "Our KPIs in 2026"}))


# -- wishes ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("People set out to halve the energy bill: {}", "The stores copied our drawing."),
        ("In summer somebody wrote: {}", "We ate cake in the yard."),
    ],
)
def test_a_wish_that_nobody_had_stops(text, quote):
    assert "L10" in _codes(quote, text, "wish")


def test_a_wish_without_any_words_stops():
    wish = said("x-1", "wish", "We set out to become the best repairs team in the country.")
    found = stops_in(with_more(wish, kind=SectionKind.SET_OUT))
    assert {("L1", "x-1"), ("L10", "x-1")} <= found


def test_an_outcome_that_nobody_kept_stops():
    piece = STORES.model_copy(update={"outcome_id": "o9"})
    found = found_in(with_more(said("x-1", "unplanned", "This came up: {}", piece)))
    assert {(item.check, item.where, item.severity) for item in found} == {("L10", "x-1", Severity.STOP)}
