"""Sheets to print: one file each, nothing from outside, every minute there, and notes shown literally."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest

from coach.export.print import render_cards, render_handout, render_run_sheet
from coach.models import Activity, Mode, Review, SessionPlan
from tests.export.plans import bare, full

SHEETS: dict[str, Callable[[SessionPlan], str]] = {
    "handout": render_handout,
    "cards": render_cards,
    "run-sheet": render_run_sheet,
}
EVIL = '<script>alert(1)</script> & "quotes" <img src=x onerror=alert(2)>'


def _words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.split("</head>")[1]))


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("make", [full, bare])
@pytest.mark.parametrize("mode", list(Mode))
def test_a_sheet_is_one_file_for_a4_that_needs_nothing_from_outside(sheet: str, make, mode: Mode) -> None:
    page = SHEETS[sheet](make(mode=mode.value))

    assert page.startswith("<!doctype html>")
    assert '<html lang="en-GB">' in page
    assert "@page { size: A4;" in page
    assert not re.search(r"https?:|//|@import|url\(|\bsrc=|\bhref=|<script|<link", page)
    assert "prefers-color-scheme" not in page
    assert min(float(size) for size in re.findall(r"([\d.]+)pt\b", page)) >= 11


@pytest.mark.parametrize("sheet", SHEETS)
def test_words_of_a_plan_are_shown_literally(sheet: str) -> None:
    parts = [
        {"kind": "activity", "id": "a", "title": EVIL, "minutes": 20, "card": [EVIL], "bring": EVIL, "norm": EVIL,
         "steps": [{"minutes": 20, "who": EVIL, "does": EVIL}]},
        {"kind": "review", "id": "r", "title": EVIL, "minutes": 10, "card": [EVIL], "prompts": [EVIL]},
        {"kind": "capture", "id": "c", "title": EVIL, "minutes": 10, "keeps": EVIL, "consent": EVIL},
    ]  # fmt: skip
    page = SHEETS[sheet](bare(title=EVIL, community=EVIL, outcomes=[{"text": EVIL}], parts=parts))

    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;" in page


@pytest.mark.parametrize("minutes", [60, 90, 360])
def test_all_minutes_stand_on_handout_and_run_sheet(minutes: int) -> None:
    plan = full(minutes=minutes)
    handout, run_sheet = _words(render_handout(plan)), _words(render_run_sheet(plan))

    start = 0
    for part in plan.parts:
        at = f"{start // 60}:{start % 60:02d}"
        assert f"{at} {part.minutes} min {part.title}" in handout.replace("&#x27;", "'")
        assert f"{at} {part.minutes} {part.title}" in run_sheet.replace("&#x27;", "'")
        start += part.minutes
    steps = [step for part in plan.parts if part.kind != "break" for step in part.steps]
    assert start == minutes
    assert all(f"{step.minutes} {step.who}" in run_sheet for step in steps)
    assert all(step.say in run_sheet.replace("&#x27;", "'") for step in steps)


def test_the_clock_is_a_real_one_when_it_is_known_when_the_session_begins() -> None:
    for render in (render_handout, render_run_sheet):
        page = _words(render(bare(), dt.time(23, 50)))
        assert "23:50 23" in page
        assert "00:13 11" in page
        assert "0:00 23" in _words(render(bare()))


def test_the_handout_holds_what_people_need_and_room_to_write() -> None:
    plan = full(minutes=60)
    page = render_handout(plan)
    words = _words(page).replace("&#x27;", "'")
    activity = next(part for part in plan.parts if isinstance(part, Activity))
    review = next(part for part in plan.parts if isinstance(part, Review))
    capture = next(part for part in plan.parts if part.kind == "capture")

    for text in (plan.outcomes[0].text, activity.bring, activity.lend, capture.consent, *activity.card):
        assert text in words
    assert all(prompt.text in words for prompt in review.prompts)
    assert page.count('class="line"') == len(activity.card) + len(review.prompts)
    assert page.count('class="sheet') == 1


def test_with_several_activities_each_gets_a_page_behind_the_first() -> None:
    plan = full(minutes=360)
    activities = [part for part in plan.parts if isinstance(part, Activity)]
    sheets = re.split(r'<div class="sheet', render_handout(plan))[1:]

    assert len(sheets) == len(activities) + 1
    for sheet, activity in zip(sheets[1:], activities, strict=True):
        assert activity.title in sheet.replace("&#x27;", "'")
    reviews = [part for part in plan.parts if isinstance(part, Review)]
    assert all(sum(review.prompts[0].text in _words(f"</head>{sheet}").replace("&#x27;", "'") for sheet in sheets) == 1
               for review in reviews)  # fmt: skip


def test_cards_come_two_or_four_to_a_page_and_hold_every_line_and_question() -> None:
    plan = full(minutes=60)
    page = render_cards(plan)
    words = _words(page).replace("&#x27;", "'")

    for part in plan.parts:
        if isinstance(part, Activity | Review):
            assert all(words.count(line) >= 2 for line in part.card)
        if isinstance(part, Review):
            assert all(words.count(prompt.text) == 2 for prompt in part.prompts)
    assert page.count("<section") == 2
    assert page.count("<article") == 4
    assert "14 people" in words
    short = render_cards(
        bare(parts=[{"kind": "review", "id": "r", "title": "", "minutes": 9, "prompts": ["And now?"]}])
    )
    assert short.count("<article") == 4
    assert short.count("And now?") == 4


def test_a_plan_without_cards_says_so() -> None:
    assert "no cards to fill in" in render_cards(bare())
    assert "<article" not in render_cards(bare())


def test_a_step_that_says_nothing_is_shown_by_what_happens_cut_at_a_sentence() -> None:
    long = " ".join(["Everyone writes down one thing that they saw."] * 9)
    parts = [{"kind": "activity", "id": "a", "title": "Go", "minutes": 40,
              "steps": [{"minutes": 40, "who": "pairs", "does": long}]}]  # fmt: skip
    page = _words(render_run_sheet(bare(parts=parts)))

    assert 1 <= page.count("Everyone writes down one thing that they saw.") <= 4
