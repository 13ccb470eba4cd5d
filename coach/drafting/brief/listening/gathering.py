"""Goes through one note: keeps what tells something and may be quoted, and counts what is left out. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from coach.models import Consent, DatePrecision, Evidence, Note, NoteDate, Visibility
from coach.notes.sentences import Sentence, quotable_sentences
from coach.ports import Tells

from ...guarding import quarantine
from ...outcomes.spoken import SPOKEN_FRAMES
from .following import is_answered, is_of_form, leads_on, opens
from .given import Listening
from .opening import find_opening
from .places import Place, Places
from .privacy import NAMED, is_about_person
from .sessions import is_of_session, say_day
from .telling import Told, hear_told
from .unnaming import SOMEBODY, Unnaming, find_initials
from .withholding import Span, find_withheld

_NAMING = 0.85
"""How much less sure a sentence is to be taken that names somebody."""
_LONGEST_WORDS = 40
_AROUND, _AFTER = 1_000, 300
"""How much before and after a sentence may belong to the same order to a machine, in characters."""


@dataclass(frozen=True)
class Line:
    """A sentence that may be quoted, before it is measured."""

    evidence: Evidence
    """The words, ready for this reader."""
    told: Told
    """What it tells of."""
    reading: str
    """The words on one line without names."""
    chunk_id: str
    """The chunk that it stands in."""
    day: str
    """When it is from, for sorting."""


@dataclass
class Gathering:
    """Reads notes one by one."""

    given: Listening
    """What listening works with."""
    unnaming: Unnaming
    """Takes names out."""
    keeps_all: bool = False
    """Whether to keep what tells nothing, too."""
    left_out: Counter[str] = field(default_factory=Counter)
    """Why sentences were left out, and how many."""

    def read(self, note: Note, spans: Sequence[Span] = ()) -> Iterator[Line]:
        """Yield the sentences of a note that may be quoted to this reader.

        Args:
            note: The note.
            spans: Only what stands in one of these stretches; everything when left out.
        """
        if not self.may_quote(note):
            self.left_out["note"] += 1
            return
        places = Places(note)
        withheld = find_withheld(note, places.blocks, circle=self.given.circle)
        if withheld == ((0, len(note.text)),):
            self.left_out["confided note"] += 1
            return
        telling = list(self._telling(note, places, spans))
        ordered = _give_orders(note.text, [sentence for sentence, _, _ in telling])
        for sentence, place, told in telling:
            if any(start < sentence.end and sentence.start < end for start, end in withheld):
                self.left_out["confided"] += 1
            elif sentence in ordered:
                self.left_out["machine"] += 1
            else:
                yield from self._to_line(note, sentence, place, told, places)

    def _telling(self, note: Note, places: Places, spans: Sequence[Span]) -> Iterator[tuple[Sentence, Place, Told]]:
        for sentence in self._sentences(note, spans):
            place = places.find(sentence.start)
            if place is None or not self._is_within(place.date):
                continue
            told = _in_its_place(note.text, sentence, hear_told(" ".join(sentence.text.split()), place.under))
            if told.tells or self.keeps_all:
                yield sentence, place, told

    def may_quote(self, note: Note) -> bool:
        """Say whether a note may be quoted to this reader at all."""
        if note.visibility is Visibility.ONLY_ME or note.consent is Consent.NEVER:
            return False
        return self.given.circle != "outside" or note.consent is Consent.ANYWHERE

    def _is_within(self, date: NoteDate) -> bool:
        if date.day is None or date.precision is not DatePrecision.DAY:
            return True
        return not (
            (self.given.start and date.day < self.given.start) or (self.given.end and date.day > self.given.end)
        )

    def _sentences(self, note: Note, spans: Sequence[Span]) -> Iterator[Sentence]:
        for start, end in spans or ((0, len(note.text)),):
            for sentence in quotable_sentences(note.text, start, end, note.format):
                if len(sentence.text.split()) <= _LONGEST_WORDS:
                    yield _without_frame(sentence)

    def _to_line(self, note: Note, sentence: Sentence, place: Place, told: Told, places: Places) -> Iterator[Line]:
        elided = self.unnaming.show(sentence.text, find_initials(note.text))
        named = bool(NAMED.search(elided))
        why = is_about_person(elided) or ("exposed" if named and Tells.HARD in told.tells else "")
        if why:
            self.left_out[why] += 1
            return
        shown = " ".join(sentence.text.split()) if note.consent is Consent.ANYWHERE else elided
        yield Line(
            evidence=self._to_evidence(note, sentence, place, shown),
            told=told.weaker(_NAMING) if named else told,
            reading=elided.replace(SOMEBODY, "somebody"),
            chunk_id=places.chunk_id(sentence.start),
            day=place.date.iso or "9999",
        )

    def _to_evidence(self, note: Note, sentence: Sentence, place: Place, shown: str) -> Evidence:
        day = place.date.day if place.date.precision is DatePrecision.DAY else None
        session = say_day(day) if day is not None and is_of_session(note, day) else ""
        return Evidence(
            quote=sentence.text,
            note=note.path,
            note_id=note.id,
            start=sentence.start,
            end=sentence.end,
            shown=shown,
            title=self.unnaming.show(note.title),
            date=place.date.iso,
            session=session,
            consent=note.consent,
            text_hash=note.text_hash,
        )


def _in_its_place(text: str, sentence: Sentence, told: Told) -> Told:
    """Return what a sentence tells where it stands: what the next line settles is not open, a hook asks nobody."""
    before, after = text[: sentence.start], text[sentence.end : sentence.end + _AFTER]
    if Tells.UNKNOWN in told.tells and is_answered(after):
        told = told.without(Tells.UNKNOWN)
    hooks = leads_on(after) or opens(before, after)
    if Tells.QUESTION in told.tells and (is_answered(after) or hooks or is_of_form(before, after)):
        told = told.without(Tells.QUESTION)
    return told


def _give_orders(text: str, sentences: Sequence[Sentence]) -> set[Sentence]:
    """Return those of the sentences that speak to a machine, or that go on from what does."""
    found: set[Sentence] = set()
    group: list[Sentence] = []
    for sentence in (*sentences, None):
        if group and (sentence is None or sentence.start - group[-1].end > _AROUND):
            around = text[max(group[0].start - _AROUND, 0) : group[-1].end + _AFTER]
            kept = quarantine(around)
            found |= {item for item in group if kept.left_out and item.text not in kept.text}
            group = []
        if sentence is not None:
            group.append(sentence)
    return found


def _without_frame(sentence: Sentence) -> Sentence:
    match = next((found for pattern in SPOKEN_FRAMES if (found := pattern.match(sentence.text))), None)
    if match is None:
        start = find_opening(sentence.text)
        return Sentence(sentence.start + start, sentence.end, sentence.text[start:]) if start else sentence
    start = sentence.start + match.start(1)
    return Sentence(start=start, end=start + len(match[1]), text=match[1])
