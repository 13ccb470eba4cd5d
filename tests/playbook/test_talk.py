"""How the coach speaks: it holds together, fills in, does not repeat itself, and stays kind and plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import get_args

import pytest
import yaml

from coach.errors import PlaybookProblem
from coach.models import Matter
from coach.playbook.lint_wording import BAD, all_texts_of, find_testing, unknown_slots
from coach.playbook.loader import read_file
from coach.playbook.talk import AsideKind, Stage, StrengthKind, TalkBook, load_talk

BOOK = load_talk()
SLOTS = {
    "heads": ("said",),
    "strengths": ("said",),
    "goes_on": ("said",),
    "keep_doing": ("said",),
    "experiment": ("said",),
    "from_notes": ("quote", "label"),
    "from_elsewhere": ("setting", "tried", "happened"),
    "asides.too_short[0].says": ("word",),
}
"""What each part is filled with; nothing else is."""
FILL = {
    "said": "nobody said a word",
    "setting": "A ward of nurses. ",
    "tried": "They wrote first.",
    "happened": "It held.",
}
MOST_SIGNPOST = 130
"""Words: with a few of the person's own in front, 150 are not passed."""
ROTE = re.compile(
    r"\b(?:great|good|excellent|brilliant|wonderful) (?:question|job|work|point|start)\b|\bwell done\b"
    r"|\bthank you for sharing\b|\bI love (?:that|how)\b|\bas an ai\b|\bleverag\w*|\bstakeholders?\b|\bengag\w+"
    r"|\bempower\w*|\bsafe space\b|\bbest practices?\b",
    re.IGNORECASE,
)
ADVISES = re.compile(r"(?:have you (?:tried|thought)|why (?:don't|not)|could you not|shouldn't you)\b", re.IGNORECASE)


def english(book: TalkBook) -> Iterator[tuple[str, str]]:
    """Yield every English text with where it stands."""
    for where, text in all_texts_of(book):
        if not where.startswith("tongues") and not where.endswith(".id"):
            yield where, text


def slots_at(where: str) -> tuple[str, ...]:
    """Return what a text at some place may be filled with."""
    return next((slots for place, slots in SLOTS.items() if where.startswith(place)), ())


def opening(text: str) -> str:
    """Return the first three words of a text."""
    return " ".join(re.findall(r"[\w'{}]+", text.lower())[:3])


def find_faults(book: TalkBook) -> list[str]:
    """Return what is wrong with the wording, by place."""
    found = []
    for where, text in english(book):
        allowed = slots_at(where)
        found += [f"{where}: slot {name}" for name in unknown_slots(text, allowed)]
        found += [f"{where}: lacks {name}" for name in allowed if f"{{{name}}}" not in text and text]
        filled = re.sub(r"\{(\w+)\}", lambda slot: FILL.get(slot[1], "waiting"), text)
        found += [f"{where}: {name}" for name, sign in BAD.items() if sign.search(filled)]
        found += [f"{where}: {word}" for word in (*find_testing(filled), *ROTE.findall(filled))]
        found += [f"{where}: advises"] if ADVISES.search(filled) else []
    starts = [opening(head.text) for head in book.heads]
    found += [f"heads: two begin with “{start}”" for start in sorted(set(starts)) if starts.count(start) > 1]
    return found + [
        f"signposts.{place}: too long" for place, text in signposts(book) if len(text.split()) > MOST_SIGNPOST
    ]


def signposts(book: TalkBook) -> list[tuple[str, str]]:
    """Return what is read of each matter, whole."""
    return [
        (f"{matter}.{who}", " ".join((entry.heard, entry.says, entry.then, entry.asks)))
        for matter, pair in book.signposts.items()
        for who, entry in (("own", pair.own), ("other", pair.other))
    ]


def test_every_text_is_whole_plain_and_filled_with_what_it_gets():
    assert find_faults(BOOK) == []


def test_nothing_that_can_come_up_is_without_words():
    assert set(BOOK.signposts) == set(Matter)
    assert set(BOOK.asides) == set(get_args(AsideKind))
    assert set(BOOK.questions) == set(get_args(Stage))
    assert set(BOOK.strengths) == set(get_args(StrengthKind))
    assert len({head.id for head in BOOK.heads}) == len(BOOK.heads) >= 20


def test_questions_are_questions_and_one_at_a_time():
    asked = [*BOOK.after_focus, *BOOK.after_focus_now, *(text for texts in BOOK.questions.values() for text in texts)]
    asked += [entry.asks for pair in BOOK.signposts.values() for entry in (pair.own, pair.other)]
    asked += [entry.asks for entries in BOOK.asides.values() for entry in entries if entry.asks]
    assert [text for text in asked if not text.endswith("?") or text.count("?") != 1] == []
    assert len(set(BOOK.after_focus)) == len(BOOK.after_focus)


def test_what_comes_first_gives_back_and_does_not_ask():
    given = [head.text for head in BOOK.heads] + [text for texts in BOOK.strengths.values() for text in texts]
    assert [text for text in (*given, *BOOK.tails) if "?" in text] == []


@pytest.mark.parametrize(
    ("matter", "number"),
    [
        (Matter.SELF_HARM, "999"),
        (Matter.SELF_HARM, "116 123"),
        (Matter.DISTRESS, "116 123"),
        (Matter.SAFEGUARDING, "999"),
        (Matter.SAFETY, "999"),
        (Matter.CRISIS, "999"),
        (Matter.MEDICAL, "999"),
    ],
)
def test_where_somebody_may_be_in_danger_the_number_stands_there(matter, number):
    texts = [text for place, text in signposts(BOOK) if place.startswith(f"{matter}.")]
    assert [number in text for text in texts] == [True, True]
    assert all("112" in text for text in texts if "999" in text)


@pytest.fixture
def row() -> dict:  # type: ignore[type-arg]
    found = yaml.safe_load((resources.files("coach.playbook") / "conversation.yaml").read_text(encoding="utf-8"))
    return {**found, "signposts": {matter: dict(pair) for matter, pair in found["signposts"].items()}}


def put(row: dict, place: str, text: str) -> TalkBook:  # type: ignore[type-arg]
    """Return the book with another text at a place such as `offers.0`."""
    *path, last = (int(part) if part.isdigit() else part for part in place.split("."))
    inner = row
    for part in path:
        inner = inner[part]
    inner[last] = text
    return TalkBook.model_validate(row)


@pytest.mark.parametrize(
    ("place", "text", "says"),
    [
        ("heads.3.text", "I hear you {said}.", "two begin with “i hear you”"),
        ("heads.3.text", "So {said} and {more}.", "slot more"),
        ("from_notes.worked.0", "In your notes: {quote}.", "lacks label"),
        ("offers.0", "Here is {said}.", "slot said"),
        ("changes", "That is another matter!", "an exclamation mark"),
        ("tails.0", "Great question, and it matters.", "Great question"),
        ("gap", "Nobody reached the target yet.", "target"),
        ("lost.0", "We leverage what is here.", "leverage"),
        ("after_focus.0", "Have you tried a round?", "advises"),
        ("signposts.hr.own", {"heard": "x", "says": "word " * 140, "then": "x", "asks": "Who?"}, "hr.own: too long"),
    ],
)
def test_what_is_wrong_is_found(row, place, text, says):
    assert any(says in fault for fault in find_faults(put(row, place, text)))


@pytest.mark.parametrize(
    ("place", "text", "says"),
    [
        ("heads.0.text", "You say so.", "heads"),
        ("heads.0.tone", "warm", "tone"),
        ("signposts.gossip", {}, "signposts"),
        ("asides.weather", [], "asides"),
    ],
)
def test_a_file_that_does_not_hold_together_is_named(row, tmp_path: Path, place, text, says):
    with pytest.raises(ValueError, match=says):
        put(row, place, text)
    path = tmp_path / "conversation.yaml"
    path.write_text(yaml.safe_dump(row, allow_unicode=True), encoding="utf-8")
    with pytest.raises(PlaybookProblem, match=r"conversation\.yaml"):
        read_file(path, TalkBook)
