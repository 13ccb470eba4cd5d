"""What the fictional community set out to learn and a story of it, so that its page for leaders is not empty."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from coach.models import Evidence, KeptOutcome, Note, Sign, StoryLink, StoryPart, ValueStory
from coach.ports import CommunityNotes, Learning

_FILE = "learning.yaml"


def add_demo_learning(folder: Path, notes: CommunityNotes, learning: Learning) -> None:
    """Keep the demo's outcomes and stories; harmless when some are kept already, and where there are none."""
    path = folder / _FILE
    if not path.exists() or learning.outcomes() or learning.stories():
        return
    words: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    for number, given in enumerate(words.get("outcomes", ()), 1):
        learning.save_outcome(_to_outcome(given, number))
    for number, given in enumerate(words.get("stories", ()), 1):
        story = _to_story(given, number, notes)
        if story.parts:
            learning.save_story(story)


def _to_outcome(given: Mapping[str, Any], number: int) -> KeptOutcome:
    signs = tuple(Sign(id=f"s{place}", text=sign["text"].strip()) for place, sign in enumerate(given["signs"], 1))
    return KeptOutcome(
        id=f"demo-{number}", text=given["text"].strip(), signs=signs, since=given["since"], at=_noon(given["since"])
    )


def _to_story(given: Mapping[str, Any], number: int, notes: CommunityNotes) -> ValueStory:
    parts = tuple(part for each in given["parts"] if (part := _to_part(each, notes)))
    return ValueStory(
        id=f"demo-story-{number}",
        title=given["title"],
        parts=parts,
        state="confirmed",
        consent=given["consent"],
        outcome_id=f"demo-{given['outcome']}",
        happened=given["happened"],
        at=_noon(given["happened"]),
    )


def _to_part(given: Mapping[str, str], notes: CommunityNotes) -> StoryPart | None:
    note = notes.find_note(given["note"])
    start = note.text.find(given["quote"].strip()) if note else -1
    if note is None or start < 0:  # somebody has changed the demo's note
        return None
    evidence = _to_evidence(note, start, start + len(given["quote"].strip()))
    return StoryPart(link=StoryLink(given["link"]), text=evidence.shown, evidence=(evidence,))


def _to_evidence(note: Note, start: int, end: int) -> Evidence:
    quote = note.text[start:end]
    return Evidence(
        quote=quote,
        shown=" ".join(quote.split()),
        note=note.path,
        note_id=note.id,
        title=note.title,
        start=start,
        end=end,
        date=note.date.iso,
        consent=note.consent,
        text_hash=hashlib.sha256(note.text.encode("utf-8")).hexdigest(),
    )


def _noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)
