"""What a written-down brief is held against: its notes as the product keeps them."""

from __future__ import annotations

import hashlib
from functools import cache

from coach.adapters.onnx_embedder import OnnxEmbedder
from coach.checks.brief import BriefGround
from coach.locate import embedder_folder
from coach.models import DateFrom, DatePrecision, Note, NoteDate, NoteFormat
from coach.ports import Session

from .building import Made, path_of, say_day
from .shape import BaseNote


def lay_ground(made: Made) -> BriefGround:
    """Return everything that is known around a brief; notes that may not be used are there too, marked as such."""
    notes = made.base.notes
    return BriefGround(
        notes={note.id: _to_note(note, made.base.community) for note in notes},
        outcomes=made.outcomes,
        stories=made.stories,
        sessions=tuple(Session(note.date, say_day(note), (note.id,)) for note in notes if note.meeting),
        names=frozenset(made.base.names),
        embedder=_embedder(),
        circle=made.base.circle,
        start=made.base.start,
        end=made.base.end,
    )


@cache
def _embedder() -> OnnxEmbedder:
    return OnnxEmbedder(embedder_folder())


def _to_note(note: BaseNote, community: str) -> Note:
    return Note(
        id=note.id,
        community_id=community,
        source="notes",
        path=path_of(note),
        title=note.title,
        text=note.text,
        text_hash=hashlib.sha256(note.text.encode()).hexdigest(),
        format=NoteFormat.MARKDOWN,
        date=NoteDate(day=note.date, precision=DatePrecision.DAY, source=DateFrom.FILE_NAME),
        visibility=note.visibility,
        consent=note.consent,
    )
