"""A community whose notes tell of wishes, handovers and what did not work, and pages such as a model would word."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from coach.models import (
    AnswerRequest,
    Brief,
    BriefRequest,
    Community,
    Consent,
    Counted,
    CountedItem,
    Evidence,
    KeptOutcome,
    Note,
    NoteDate,
    NoteFormat,
    StoryLink,
    StoryPart,
    ValueStory,
)
from coach.ports import AnswerInput, BriefInput, Session, Statement, Tells
from coach.testing import HashEmbedder

COMMUNITY = Community(id="c", name="Map Circle", domain="Services that cross team boundaries")
OUTCOME = KeptOutcome(id="o1", text="We want to be able to map a service that crosses team boundaries.")
TEXTS: dict[str, tuple[str, str]] = {
    "retro": (
        "2026-01-15",
        "We hope to draw the whole route of a case together. Nobody knows who waits on whom at the moment.",
    ),
    "clinic": (
        "2026-02-12",
        "We drew the route of one housing case on the wall. Idris took the wall map back to the front desk. "
        "I learned to ask where a case waits before I ask who is late.",
    ),
    "handover": (
        "2026-03-12",
        "The front desk now writes the waiting time on each card. The handover note is down to one side of paper. "
        "Two teams still send cases by e-mail and nothing we tried has changed that.",
    ),
    "visit": (
        "2026-04-16",
        "A parent told the desk that she knew whom to ring. We do not know whether the night team uses the cards. "
        "Some of us think that the cards are more work than they are worth.",
    ),
    "private": ("2026-04-20", "I am afraid that the heron project will be stopped before spring."),
}
_TOLD: tuple[tuple[str, str, Tells, bool], ...] = (
    ("retro", "We hope to draw the whole route of a case together.", Tells.WISH, True),
    ("retro", "Nobody knows who waits on whom at the moment.", Tells.HARD, False),
    ("clinic", "We drew the route of one housing case on the wall.", Tells.DID, False),
    ("clinic", "Idris took the wall map back to the front desk.", Tells.USED, False),
    ("clinic", "I learned to ask where a case waits before I ask who is late.", Tells.TOOK_AWAY, False),
    ("handover", "The front desk now writes the waiting time on each card.", Tells.USED, False),
    ("handover", "The handover note is down to one side of paper.", Tells.CAME_OF_IT, False),
    ("handover", "Two teams still send cases by e-mail and nothing we tried has changed that.", Tells.HARD, False),
    ("visit", "A parent told the desk that she knew whom to ring.", Tells.CAME_OF_IT, False),
    ("visit", "We do not know whether the night team uses the cards.", Tells.UNKNOWN, False),
    ("visit", "Some of us think that the cards are more work than they are worth.", Tells.DISAGREEMENT, True),
)
SHOWN = {place: words.replace("Idris", "[somebody]") for place, (_, words, _, _) in enumerate(_TOLD, 1)}
"""By number, what the statements show."""


def note(note_id: str, text: str = "") -> Note:
    """Return one of the notes."""
    day, told = TEXTS[note_id]
    text = text or told
    return Note(
        id=note_id,
        community_id="c",
        source="uploads",
        path=f"{note_id}.md",
        title=note_id.capitalize(),
        text=text,
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
        format=NoteFormat.MARKDOWN,
        date=NoteDate(day=dt.date.fromisoformat(day)),
    )


def proof(note_id: str, words: str, consent: Consent = Consent.INSIDE) -> Evidence:
    """Return words of a note as evidence."""
    held = note(note_id)
    start = held.text.index(words)
    return Evidence(
        quote=words,
        note=held.path,
        note_id=note_id,
        start=start,
        end=start + len(words),
        shown=words.replace("Idris", "[somebody]"),
        title=held.title,
        date=TEXTS[note_id][0],
        consent=consent,
        text_hash=held.text_hash,
    )


def statement(note_id: str, words: str, tells: Tells, *, opinion: bool = False) -> Statement:
    """Return a sentence of a note that may be quoted."""
    vector = tuple(float(number) for number in HashEmbedder().embed([words])[0])
    speaks = {"o1": 0.5} if "route" in words or "card" in words else {}
    return Statement(
        proof(note_id, words), {tells: 0.8}, words, vector, outcomes=speaks, is_opinion=opinion, chunk_id=f"{note_id}-0"
    )


def story(*links: StoryLink) -> ValueStory:
    """Return a confirmed story whose links stand in the notes."""
    told = {
        StoryLink.DID: "We drew the route of one housing case on the wall.",
        StoryLink.TOOK_AWAY: "I learned to ask where a case waits before I ask who is late.",
        StoryLink.USED: "Idris took the wall map back to the front desk.",
    }
    parts = tuple(StoryPart(link=link, text=told[link], evidence=(proof("clinic", told[link]),)) for link in links)
    return ValueStory(id="st", parts=parts, state="confirmed", outcome_id="o1")


def brief_input(request: BriefRequest | None = None, **more: Any) -> BriefInput:
    """Return what a page may be worded from: four notes for all, and one that is private."""
    told = tuple(statement(*each[:3], opinion=each[3]) for each in _TOLD)
    days = [(name, dt.date.fromisoformat(day)) for name, (day, _) in TEXTS.items() if name != "private"]
    items = tuple(CountedItem(label=name.capitalize(), note_id=name) for name, _ in days)
    fields: dict[str, Any] = {
        "request": request
        or BriefRequest(reader="Director of Digital", start=dt.date(2026, 1, 1), end=dt.date(2026, 6, 30)),
        "community": COMMUNITY,
        "statements": told,
        "outcomes": (OUTCOME,),
        "sessions": tuple(Session(day, f"{day.day} {day:%B %Y}", (name,)) for name, day in days),
        "used": (Counted(number=len(items), what="notes", says="four notes", items=items),),
        "private": frozenset({"private"}),
        "notes": {name: note(name) for name in TEXTS if name != "private"},
    }
    return BriefInput(**{**fields, **more})


def answer_input(question: str = "What changed at the front desk?", **more: Any) -> AnswerInput:
    """Return what an answer may be worded from."""
    given = brief_input()
    fields: dict[str, Any] = {
        "request": AnswerRequest(question=question),
        "community": COMMUNITY,
        "statements": given.statements,
        "nearness": tuple(0.5 for _ in given.statements),
        "enough": True,
        "searched": 4,
        "sessions": given.sessions,
        "notes": given.notes,
        "private": given.private,
    }
    return AnswerInput(**{**fields, **more})


def line(text: str, kind: str, *uses: str) -> dict[str, Any]:
    """Return one sentence as a model answers with it."""
    return {"text": text, "kind": kind, "uses": list(uses)}


def worded(**sections: Any) -> dict[str, Any]:
    """Return a page in which nothing is to be mended."""
    return {
        "gist": "The desk changed its cards; the night team is not known.",
        "set_out": [line("The circle wanted to be able to {O1}, and somebody put the hope like this: {S1}", "wish")],
        "can_now": [
            line("At the front desk, waiting is now written down: {S6}", "can", "S6"),
            line("The handover note is shorter than before: {S7}", "can", "S7"),
        ],
        "stories": [],
        "not_yet": [
            line("What was tried with cases sent by e-mail has changed nothing: {S8}", "hard", "S8"),
            line("Whether the night team uses the cards is not known.", "unknown", "S10"),
        ],
        "contribution": [
            line("Somebody carried the wall map from the session back to the front desk.", "contribution", "S4")
        ],
        "ask": [line("Let somebody of the night team join a session in work time.", "ask")],
        **sections,
    }


def texts(page: Brief, section: str) -> list[str]:
    """Return the sentences of a section."""
    return [sentence.text for each in page.sections if each.kind.value == section for sentence in each.sentences]
