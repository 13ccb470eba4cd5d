"""What outcomes are heard from: the chunks that may be quoted, their vectors and their sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from coach.models import Chunk, Citation, Cue, NoteFormat, NoteSummary
from coach.notes.sentences import quotable_sentences
from coach.ports import Vectors

from ..cues import find_cues, is_about_meetings, stands_alone
from .mentions import Subject
from .spoken import SPOKEN_FRAMES

_SHORTEST, _LONGEST = 7, 34
_CAPITAL = re.compile(r"(?<=[a-zà-ÿ,;:] )[A-ZÀ-Þ][a-zà-ÿ]{2,}\b|^[A-ZÀ-Þ][a-zà-ÿ]+ (?:said|suggested|asked|thinks)\b")
_SHORT = 10
_POINTS = re.compile(r"\b(?:their|them|they|this|these|those|it|its|that)\b", re.IGNORECASE)
"""In a short sentence, one of these leans on what was said before."""
_READ_FOR_NEAREST = 24
_NO_VOICE = re.compile(
    r"^\d|^(?:agenda|welcome|reminder|action|next (?:meeting|call)|today)\b|\b(?:please|register|sign up|stay tuned"
    r"|click|rsvp|thank(?:s| you)|we(?:'re| are) (?:pleased|excited|delighted|happy) to|annual report"
    r"|apply (?:now|here|by)|will be held|\d{1,2}[:.]\d\d ?(?:am|pm|utc|gmt|et|pt)?)\b|[@#]\w",
    re.IGNORECASE,
)
"""Agendas, announcements, thanks and links: nobody struggles, asks or wishes in them."""
TELLING = (Cue.STRUGGLE, Cue.QUESTION, Cue.WISH, Cue.DISAGREEMENT)
"""What makes a sentence speak of something that people want to be able to do."""


@dataclass(frozen=True)
class Line:
    """A sentence that may be quoted, and what it sounds like."""

    chunk: Chunk
    """Where it stands."""
    citation: Citation
    """The sentence, proved to stand there; its label is given later."""
    text: str
    """The sentence on one line."""
    cues: tuple[Cue, ...]
    """As what it speaks: struggle, question, wish, disagreement."""
    about_meetings: bool
    """Whether it speaks of how people meet."""
    stands_alone: bool
    """Whether it makes sense by itself."""
    names_somebody: bool
    """Whether it has a capital in mid-sentence, as names of people have."""


@dataclass(frozen=True)
class Material:
    """All chunks of a community that one actor may read and quote, row for row with their vectors."""

    community: str
    """The community's name."""
    chunks: Sequence[Chunk]
    """In a fixed order."""
    vectors: Vectors
    """One row for each chunk."""
    summaries: Mapping[str, NoteSummary]
    """Note id to note."""
    format_of: Callable[[str], NoteFormat]
    """Tells how a note is written, by its id."""
    nearness: npt.NDArray[np.float32] | None = None
    """How near each chunk is to what was asked for; none when nothing was."""
    subject: Subject = field(default_factory=lambda: Subject(""))
    """What was asked for, as words."""
    _lines: dict[str, tuple[Line, ...]] = field(default_factory=dict, repr=False)

    def lines(self, chunk: Chunk) -> tuple[Line, ...]:
        """Return the sentences of a chunk that may be quoted."""
        if chunk.id not in self._lines:
            found = quotable_sentences(chunk.text, 0, len(chunk.text), self.format_of(chunk.note_id))
            lines = (self._to_line(chunk, item.start, item.text) for item in found)
            self._lines[chunk.id] = tuple(line for line in lines if line is not None)
        return self._lines[chunk.id]

    def _to_line(self, chunk: Chunk, start: int, text: str) -> Line | None:
        match = next((found for pattern in SPOKEN_FRAMES if (found := pattern.match(text))), None)
        if match is not None:
            start, text = start + match.start(1), match.group(1)
        flat = " ".join(text.split())
        shortest = _SHORTEST - flat.endswith("?")
        if not shortest <= len(flat.split()) <= _LONGEST or _NO_VOICE.search(flat):
            return None
        return Line(
            chunk=chunk,
            citation=self._cite(chunk, start, text),
            text=flat,
            cues=tuple(cue for cue in find_cues(flat) if cue in TELLING),
            about_meetings=is_about_meetings(flat),
            stands_alone=stands_alone(flat) and not (len(flat.split()) <= _SHORT and _POINTS.search(flat)),
            names_somebody=bool(_CAPITAL.search(flat)),
        )

    def _cite(self, chunk: Chunk, start: int, text: str) -> Citation:
        note = self.summaries[chunk.note_id]
        place = chunk.start + start
        return Citation(
            label="S0",
            quote=text,
            note=note.path,
            note_id=note.id,
            title=note.title,
            date=chunk.date.iso or note.date.iso,
            start=place,
            end=place + len(text),
        )


def nearest_sentences(material: Material, most: int = 3) -> tuple[Citation, ...]:
    """Return sentences to start a conversation from: near what was asked for, or else those that ask something."""
    lines = [line for chunk in _nearest_chunks(material) for line in material.lines(chunk)]
    telling = [line for line in lines if line.cues] or [line for line in lines if line.text.endswith("?")]
    by_note = {line.citation.note_id: line for line in reversed(telling)}
    return tuple(line.citation for line in telling if by_note[line.citation.note_id] is line)[:most]


def _nearest_chunks(material: Material) -> list[Chunk]:
    if material.nearness is None:
        return list(material.chunks[:_READ_FOR_NEAREST])
    order = np.argsort(-material.nearness, kind="stable")[:_READ_FOR_NEAREST]
    return [material.chunks[place] for place in order.tolist()]
