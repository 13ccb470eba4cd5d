"""Questions for stories and talk of stages: they hold together, are spoken plainly, and judge nobody."""

from __future__ import annotations

import re
import shutil
from importlib import resources
from pathlib import Path

import pytest

from coach.checks.wording import find_test_language
from coach.errors import PlaybookProblem
from coach.models import StoryLink
from coach.playbook.lint_wording import find_testing, shared_runs
from coach.playbook.value import load_value, read_value

SHELF = load_value()
TEXTS = [
    *(text for one in SHELF.questions for text in (one.asks, one.helps, one.example)),
    *(text for one in SHELF.stages for text in (one.sounds_like, *one.asks, one.next_thing)),
]
LONGEST = 32
OUT = re.compile(
    r"\b(?:leverag\w*|stakeholders?|impact\w*|outcomes?|KPIs?|metrics?|score\w*|rat(?:e|ing)s?|level|matur(?:e|ity)"
    r"|led to|resulted in|value[- ]creation|evidence)\b|!|\d ?%",
    re.IGNORECASE,
)


def test_every_link_has_its_question_in_the_order_in_which_value_travels() -> None:
    assert [question.link for question in SHELF.questions] == list(StoryLink)
    assert [stage.name for stage in SHELF.stages][0::4] == ["Potential", "Transformation"]
    assert ["Wenger, Trayner and de Laat (2011)" in SHELF.credits[0], "2016" in SHELF.credits[1]] == [True, True]


@pytest.mark.parametrize("text", TEXTS)
def test_each_is_short_plain_and_asks_for_no_proof(text: str) -> None:
    assert len(text.split()) <= LONGEST
    assert OUT.search(text) is None
    assert find_testing(text) == []
    assert list(find_test_language(text)) == []


def test_no_two_share_a_phrase() -> None:
    entries = {**{one.link.value: one for one in SHELF.questions}, **{one.name: one for one in SHELF.stages}}

    assert shared_runs(entries) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("value_stories.yaml", "link: used", "link: did", "in this order: did, took_away"),
        ("value_stories.yaml", "link: used", "link: lost", "does not hold together"),
        ("value_stories.yaml", "going well?", "going well.", "is not one question"),
        ("stages.yaml", "name: Forming", "name: Growing", "Potential, Forming"),
        ("stages.yaml", "      - Whose name comes up whenever somebody is stuck?\n", "", "2 questions for Potential"),
        ("stages.yaml", "next_thing: Bring", "next: Bring", "does not hold together"),
        ("stages.yaml", "and have they heard", "or who? Have they heard", "is not one question"),
    ],
)
def test_a_file_that_does_not_hold_together_is_named(tmp_path: Path, file: str, old: str, new: str, says: str) -> None:
    for name in ("value_stories.yaml", "stages.yaml"):
        with resources.as_file(resources.files("coach.playbook") / name) as path:
            shutil.copy(path, tmp_path / name)
    text = (tmp_path / file).read_text("utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new, 1), "utf-8")

    with pytest.raises(PlaybookProblem, match=says) as caught:
        read_value(tmp_path)

    assert file in caught.value.message
