"""What outcomes are heard from: the chunks that may be quoted, their vectors and their sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from coach.models import Chunk, Citation, Cue, NoteFormat, NoteSummary
from coach.notes.sentences import quotable_sentences
from coach.ports import QuoteCandidate, Vectors

from ..convincing import calls_for_something, convincing_cues, heads_wishes, is_convincing, is_noise, without_nobodys_it
from ..cues import find_cues, is_about_meetings
from .mentions import Subject
from .spoken import SPOKEN_FRAMES

_SHORTEST, _LONGEST = 6, 34
_CAPITAL = re.compile(r"(?<=[a-zà-ÿ,;:] )[A-ZÀ-Þ][a-zà-ÿ]{2,}\b|^[A-ZÀ-Þ][a-zà-ÿ]+ (?:said|suggested|asked|thinks)\b")
_SHORT = 10
_POINTS = re.compile(r"\b(?:their|them|they|this|these|those|it|its|that)\b", re.IGNORECASE)
"""In a short sentence, one of these leans on what was said before."""
_READ_FOR_NEAREST, _HALF = 24, 0.5
_NO_VOICE = re.compile(
    r"^\d|^(?:agenda|welcome|reminder|action|next (?:meeting|call)|today)\b|\b(?:please|register|sign up|stay tuned"
    r"|click|rsvp|thank(?:s| you)|we(?:'re| are) (?:pleased|excited|delighted|happy) to|annual report"
    r"|apply (?:now|here|by)|will be held|licen[sc]\w+|warrant(?:y|ies)"
    r"|\d{1,2}[:.]\d\d ?(?:am|pm|utc|gmt|et|pt)?)\b|[@#]\w",
    re.IGNORECASE,
)
"""Agendas, announcements, thanks and links: nobody struggles, asks or wishes in them."""
_BULLET = re.compile(r"(?:^|\n)\s*(?:[-*+•]|\d+[.)])\s+$")
_NO_TOPIC = re.compile(
    r"\b(?:meetings?|notes?|minutes|calls?|community|agenda|sessions?|workshops?|weekly|sync|annual|report|virtual|summary"
    r"|template|discussions?|groups?|committee|special interest|updates?|topics?|new|old|contributors?|archive|working"
    r"|summit|events?|action items?|retro\w*|feedback|questions?|issues?|project|team|open|review|general|attendees"
    r"|initiatives?|subproject|release|docs?|documentation|lessons?|instructors?|teaching|debriefing|learn\w*|online)\b"
    r"|[^\w\s'-]|\b\d\S*|\b\w\b",
    re.IGNORECASE,
)
"""Words of titles that say nothing of what a sentence under them is about."""


@dataclass(frozen=True)
class Line:
    """A sentence that may be quoted, and what it sounds like."""

    chunk: Chunk
    """Where it stands."""
    citation: Citation
    """The sentence, proved to stand there; its label is given later."""
    text: str
    """The sentence on one line."""
    names_somebody: bool
    """Whether it has a capital in mid-sentence, as names of people have."""
    context: str = ""
    """What its note and the part of it are called, without the words that all notes are called by."""
    is_wished: bool = False
    """Whether it names a doing in a list of what people wish to be able to do."""

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Return as what it speaks so that a sceptical member would agree: struggle, question, wish, disagreement."""
        return (Cue.WISH,) if self.is_wished else convincing_cues(self.text, find_cues(self.text))

    @cached_property
    def is_convincing(self) -> bool:
        """Return whether it is a whole sentence, and no status line, announcement or praise."""
        if self.is_wished:
            return True
        said = without_nobodys_it(self.text)
        leans = len(said.split()) <= _SHORT and not said.endswith("?") and _POINTS.search(said)
        return not leans and is_convincing(self.text)

    @cached_property
    def is_noise(self) -> bool:
        """Return whether it backs nothing, even where little is written down."""
        return not self.is_convincing and is_noise(self.text)

    @property
    def is_telling(self) -> bool:
        """Return whether it shows by itself that people struggle, ask, wish or differ."""
        return bool(self.cues) and self.is_convincing

    @cached_property
    def calls(self) -> bool:
        """Return whether it at least calls for something to be done or settled."""
        return self.is_convincing and calls_for_something(self.text)

    def to_quote(self, relevance: float) -> QuoteCandidate:
        """Return it as a quote; its cues stay behind where it does not convince."""
        cues = self.cues if self.is_convincing else ()
        return QuoteCandidate(self.citation, cues, round(relevance, 4), is_about_meetings(self.text))


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
    verbs: Collection[str] = ()
    """Bare verbs with which a doing may begin."""
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
        words = len(flat.split())
        if not _SHORTEST <= words <= _LONGEST or _NO_VOICE.search(flat):
            return None
        return Line(
            chunk=chunk,
            citation=self._cite(chunk, start, text),
            text=flat,
            names_somebody=bool(_CAPITAL.search(flat)),
            context=self._context(chunk),
            is_wished=_is_item(chunk.text, start)
            and flat.split()[0].lower() in self.verbs
            and heads_wishes(" ".join(chunk.heading[-1:])),
        )

    def _context(self, chunk: Chunk) -> str:
        said = " ".join((self.summaries[chunk.note_id].title or "", *chunk.heading[-1:]))
        return " ".join(_NO_TOPIC.sub(" ", said).split())

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


def _is_item(text: str, start: int) -> bool:
    """Say whether a sentence opens an item of a list."""
    return bool(_BULLET.search(text[max(start - 8, 0) : start]))


def nearest_sentences(material: Material, most: int = 3) -> tuple[Citation, ...]:
    """Return sentences to start a conversation from: those that name what was asked for, or else that ask something."""
    lines = [line for chunk in _nearest_chunks(material) for line in material.lines(chunk) if not line.is_noise]
    named = [line for line in lines if material.subject.share(line.text) > _HALF]
    telling = (
        named or [line for line in lines if line.is_telling] or [line for line in lines if line.text.endswith("?")]
    )
    by_note = {line.citation.note_id: line for line in reversed(telling)}
    return tuple(line.citation for line in telling if by_note[line.citation.note_id] is line)[:most]


def _nearest_chunks(material: Material) -> list[Chunk]:
    if material.nearness is None:
        return list(material.chunks[:_READ_FOR_NEAREST])
    order = np.argsort(-material.nearness, kind="stable")[:_READ_FOR_NEAREST]
    return [material.chunks[place] for place in order.tolist()]
