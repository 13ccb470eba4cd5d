"""The meetings of QMSum as sentences, with what is asked of them and how somebody answered it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from coach.errors import BadInput

Sort = Literal["specific", "general"]
_END = re.compile(r"(?<=[.!?])\s+")
_NOISE = re.compile(r"\{[a-z]+\}|\s+(?=[.,!?])")
"""Marks of whoever transcribed, and blanks before stops."""
_FEWEST = 4
"""Shorter sentences answer nothing: “Yeah .”"""


@dataclass(frozen=True)
class Asked:
    """A question about a meeting."""

    id: str
    """Its id."""
    sort: Sort
    """Whether it is about one matter or about the whole meeting."""
    query: str
    """The question."""
    answer: str
    """How somebody answered it."""


@dataclass(frozen=True)
class Sentence:
    """A sentence that somebody said."""

    text: str
    """The sentence."""
    turn: int
    """In which turn."""


@dataclass(frozen=True)
class Meeting:
    """A meeting."""

    id: str
    """Its id."""
    sentences: tuple[Sentence, ...]
    """Everything that was said, in order, but for the shortest."""
    asked: tuple[Asked, ...]
    """What is asked of it."""


def read_split(folder: Path) -> list[Meeting]:
    """Return the meetings of a split.

    Raises:
        BadInput: There are none, or a file is no meeting.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise BadInput(f"{folder} holds no meetings.", "Name the folder of QMSum with --qmsum, and a --split in it.")
    try:
        return [to_meeting(path.stem, json.loads(path.read_text("utf-8"))) for path in paths]
    except (ValueError, KeyError) as error:
        raise BadInput(f"A file of {folder} is no meeting: {error}.", "They come as QMSum has them.") from error


def to_meeting(name: str, raw: Mapping[str, Any]) -> Meeting:
    """Return a meeting as QMSum has it."""
    turns = [turn["content"] for turn in raw["meeting_transcripts"]]
    sentences = tuple(Sentence(text, place) for place, said in enumerate(turns) for text in split(said))
    return Meeting(name, sentences, (*_asked(name, "specific", raw), *_asked(name, "general", raw)))


def split(said: str) -> Iterator[str]:
    """Yield the sentences of a turn that are long enough to say something."""
    plain = " ".join(_NOISE.sub("", said).split())
    return (text for text in _END.split(plain) if len(text.split()) >= _FEWEST)


def _asked(name: str, sort: Sort, raw: Mapping[str, Any]) -> Iterator[Asked]:
    for place, item in enumerate(raw[f"{sort}_query_list"]):
        yield Asked(f"{name} {sort} {place}", sort, item["query"], item["answer"])
