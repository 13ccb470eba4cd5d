"""Questions with what is judged right: over community notes, and over meetings (QMSum)."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coach.errors import BadInput
from coach.models import Chunk

TURN_END = "\n\n"


@dataclass(frozen=True)
class Judged:
    """A question about one community's notes."""

    id: str
    """Its id."""
    community: str
    """Whose notes."""
    text: str
    """The question."""
    answerable: bool = True
    """Whether the notes answer it."""
    quotes: tuple[tuple[str, str], ...] = ()
    """Judged notes, by their path, each with words that answer it."""
    spans: tuple[tuple[int, int], ...] = ()
    """For a meeting: the characters that answer it."""


@dataclass(frozen=True)
class Meeting:
    """A transcript as one note, and the questions that are asked of it."""

    name: str
    """Its name."""
    text: str
    """Turn after turn, each with who speaks."""
    questions: tuple[Judged, ...]
    """The questions."""


def read_questions(corpora: Path) -> list[Judged]:
    """Return the judged questions of a folder of corpora.

    Raises:
        BadInput: There are none, or a line is no question.
    """
    path = corpora / "questions.jsonl"
    try:
        lines = path.read_text("utf-8").splitlines()
        return [_to_question(json.loads(line)) for line in lines if line.strip()]
    except (OSError, ValueError, KeyError) as error:
        raise BadInput(
            f"{path} holds no judged questions: {error}.", "Each line needs id, corpus, question, relevant, answerable."
        ) from error


def _to_question(raw: Mapping[str, Any]) -> Judged:
    quotes = tuple((item["note"].split("/", 1)[1], item["quote"]) for item in raw["relevant"])
    return Judged(raw["id"], raw["corpus"], raw["question"], bool(raw["answerable"]), quotes)


def read_meetings(folder: Path) -> list[Meeting]:
    """Return the meetings of a split of QMSum.

    Raises:
        BadInput: There are none, or a file is no meeting.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise BadInput(f"{folder} holds no meetings.", "Name the folder of QMSum with --qmsum, and a --split in it.")
    try:
        return [_to_meeting(path.stem, json.loads(path.read_text("utf-8"))) for path in paths]
    except (ValueError, KeyError) as error:
        raise BadInput(f"A file of {folder} is no meeting: {error}.", "They come as QMSum has them.") from error


def _to_meeting(stem: str, raw: Mapping[str, Any]) -> Meeting:
    name = f"qmsum {stem}"
    turns = [f"{turn['speaker']}: {' '.join(turn['content'].split())}" for turn in raw["meeting_transcripts"]]
    starts = list(_starts(turns))
    questions = tuple(
        Judged(f"{stem}#{place}", name, asked["query"], spans=tuple(_spans(asked, turns, starts)))
        for place, asked in enumerate(raw["specific_query_list"])
    )
    return Meeting(name, TURN_END.join(turns), questions)


def _starts(turns: Sequence[str]) -> Iterator[int]:
    start = 0
    for turn in turns:
        yield start
        start += len(turn) + len(TURN_END)


def _spans(asked: Mapping[str, Any], turns: Sequence[str], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    for first, last in asked["relevant_text_span"]:
        end = min(int(last), len(turns) - 1)
        if int(first) <= end:
            yield starts[int(first)], starts[end] + len(turns[end])


def relevant_chunks(question: Judged, chunks: Sequence[Chunk], paths: Mapping[str, str]) -> frozenset[str]:
    """Return the chunks that hold what answers a question.

    Args:
        question: The question.
        chunks: All of its community, in order within each note.
        paths: Each note's path by its id.
    """
    if question.spans:
        return frozenset(
            chunk.id for chunk in chunks for start, end in question.spans if chunk.start < end and start < chunk.end
        )
    return frozenset(key for path, quote in question.quotes for key in _holding(path, flat(quote), chunks, paths))


def _holding(path: str, quote: str, chunks: Sequence[Chunk], paths: Mapping[str, str]) -> Iterator[str]:
    mine = [chunk for chunk in chunks if paths[chunk.note_id] == path]
    whole = [chunk.id for chunk in mine if quote in flat(chunk.text)]
    yield from whole
    if whole:
        return
    for one, following in itertools.pairwise(mine):
        if quote in flat(one.text + following.text):  # it runs over the border
            yield from (one.id, following.id)


def flat(text: str) -> str:
    """Return text with single spaces."""
    return " ".join(text.split())
