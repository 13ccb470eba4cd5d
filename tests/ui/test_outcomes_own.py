"""Outcomes in people's own words: one line, or two hundred."""

from __future__ import annotations

from tests.ui.conftest import go_to, open_page, press, said
from tests.ui.fake_coach import FakeCoach
from tests.ui.test_outcomes import LINES, carry, form, own
from ui.components.outcome_words import id_of, stand_side_by_side


def test_own_words_are_looked_at_as_they_stand(demo_coach: FakeCoach) -> None:
    at = own(open_page("outcomes"), "- We want to understand maps\n2. We want to be able to draw\n\n")
    assert said(at).count('class="c-outcome-say"') == 2
    assert "Nobody can see understanding happen." in said(at)
    assert "This says what people will do." in said(at)
    at = press(at, f"use-words-{id_of('We want to understand maps')}-0-0")
    assert at.text_area(key=LINES).value == "We want to be able to draw maps\n2. We want to be able to draw\n"
    assert "It said: We want to understand maps" in said(at)
    at = press(at, f"unmend-{id_of('We want to be able to draw maps')}")
    assert at.text_area(key=LINES).value.splitlines()[0] == "We want to understand maps"


def test_an_own_line_that_is_dropped_comes_back(demo_coach: FakeCoach) -> None:
    at = own(open_page("outcomes"), "We want to be able to draw\nMaps")
    at = press(at, f"drop-{id_of('Maps')}")
    assert at.text_area(key=LINES).value == "We want to be able to draw"
    assert at.text_area(key=LINES).value in form(carry(at, f"plan-{id_of('We want to be able to draw')}"))
    at = press(go_to(at, "outcomes"), "undo-outcomes")
    assert at.text_area(key=LINES).value == "We want to be able to draw\nMaps"


def test_many_lines_are_counted_and_those_worth_mending_stand_on_top(demo_coach: FakeCoach) -> None:
    lines = [f"We want to be able to draw {n}" for n in range(1, 13)] + ["We want to understand maps"]
    at = own(open_page("outcomes"), "\n".join(lines))
    page = said(at)
    assert "13</span><span>lines</span>" in page
    assert "12</span><span>can stand as they are</span>" in page
    assert "1</span><span>worth mending</span>" in page
    assert page.index("We want to understand maps") < page.index("We want to be able to draw 1<")
    assert "We want to be able to draw 11<" not in page
    assert "We want to be able to draw 11<" in said(press(at, "more-rest"))
    mended = id_of("We want to be able to draw maps")
    at = press(at, f"use-{id_of('We want to understand maps')}-0")
    assert at.text_area(key=LINES).value.splitlines()[-1] == "We want to be able to draw maps"
    assert "13</span><span>can stand as they are</span>" in said(at)
    assert press(at, f"unmend-{mended}").text_area(key=LINES).value.splitlines() == lines


def test_no_more_than_two_hundred_lines_are_looked_at_and_none_is_lost(demo_coach: FakeCoach) -> None:
    text = "\n".join(f"We want to be able to draw {n}" for n in range(205))
    at = own(open_page("outcomes"), text)
    assert "These are 205 lines, and we look at the first 200." in said(at)
    assert "200</span><span>lines</span>" in said(at)
    at = go_to(go_to(at, "plan"), "outcomes")
    assert at.text_area(key=LINES).value == text


def test_two_doings_in_one_sentence_can_both_stay() -> None:
    both = ("We want to be able to map a service", "We want to be able to write letters")
    assert stand_side_by_side("We want to be able to map a service and write letters", both)
    assert not stand_side_by_side("We want to understand maps", ("We want to be able to explain maps", both[0]))
    assert not stand_side_by_side("We want to be able to map a service", both[:1])


def test_a_beginning_is_put_into_the_box_below_what_stands_there(demo_coach: FakeCoach) -> None:
    at = press(own(open_page("outcomes"), "We want to be able to draw"), "stem-1")

    assert at.text_area(key=LINES).value == "We want to be able to draw\nOn our pieces, we want to be able to …"
