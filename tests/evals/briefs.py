"""A brief of two notes that lie in a folder, good, for tests that put something wrong in it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from coach.models import (
    Brief,
    BriefRequest,
    BriefSection,
    BriefSentence,
    ClaimKind,
    Counted,
    CountedItem,
    Evidence,
    SectionKind,
)
from evals.brief.noting import Files

TEXTS = {
    "2026-03-04-kiln.md": "# Kiln night\r\n\r\nIt was cold. We learnt to read\r\nthe cone with Ola. Nobody timed it. "
    "Tea after.",
    "2026-04-01-glaze.md": "# Glaze\n\nWe still do not know why the blue runs. I think it is the water.",
}
NOTES = {"a": "2026-03-04-kiln.md", "b": "2026-04-01-glaze.md"}


def put_notes(folder: Path) -> Files:
    """Write the notes and return them as files."""
    for name, text in TEXTS.items():
        (folder / name).write_bytes(text.encode())
    return Files(folder, NOTES)


def evidence(note: str, quote: str, **more: Any) -> Evidence:
    """Return evidence for words of a note."""
    text = TEXTS[NOTES[note]]
    start = text.index(quote)
    given = {"quote": quote, "note": NOTES[note], "note_id": note, "start": start, "end": start + len(quote)}
    shown = " ".join(quote.split()).replace("Ola", "[somebody]")
    return Evidence(**{**given, "shown": shown, "date": NOTES[note][:10], **more})


CONE = evidence("a", "We learnt to read\r\nthe cone with Ola")
BLUE = evidence("b", "We still do not know why the blue runs")
MET = Counted(
    number=2,
    of=2,
    what="sessions",
    says="two of two sessions",
    items=(
        CountedItem(label="4 March 2026", note_id="a", date="2026-03-04"),
        CountedItem(label="1 April 2026", note_id="b", date="2026-04-01"),
    ),
)


def said(kind: ClaimKind, text: str, *behind: Evidence, counted: tuple[Counted, ...] = ()) -> BriefSentence:
    """Return a sentence."""
    return BriefSentence(id=f"{kind.value}-1", text=text, kind=kind, evidence=behind, counted=counted)


def brief(*more: BriefSentence, **changed: Any) -> Brief:
    """Return the good brief with some more sentences."""
    can = said(ClaimKind.CAN, f"People can do this now: “{CONE.shown}”.", CONE)
    blue = said(ClaimKind.UNKNOWN, f"Open: “{BLUE.shown}”.", BLUE)
    count = said(ClaimKind.COUNT, "Glazes came up in two of two sessions in 2026.", counted=(MET,))
    given: dict[str, Any] = {
        "community": "Potters",
        "request": BriefRequest(reader="The director", start=dt.date(2026, 1, 1), end=dt.date(2026, 12, 31)),
        "title": "A year of pots",
        "sections": (
            BriefSection(kind=SectionKind.CAN_NOW, title="What people can do now", sentences=(can, count, *more)),
            BriefSection(kind=SectionKind.NOT_YET, title="What we do not know", sentences=(blue,)),
            BriefSection(kind=SectionKind.STORIES, title="A story", gap="Nobody has told one; ask somebody."),
        ),
        "used": (MET.model_copy(update={"of": None, "says": "2 sessions"}),),
    }
    return Brief(**{**given, **changed})
