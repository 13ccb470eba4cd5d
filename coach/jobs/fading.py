"""Conversations outlive notes: what they quoted goes when the note goes, or when its words are closed."""

from __future__ import annotations

from coach.errors import UnknownNote
from coach.models import Citation, CoachReply, Consent, Thread, Turn
from coach.ports import CommunityNotes

GONE = "“…” (a note that is not here any more)"
"""What stands where a quote was."""


def fade(thread: Thread, notes: CommunityNotes) -> Thread:
    """Return a conversation in which only words are quoted that this person may still read and quote."""
    return thread.model_copy(update={"turns": tuple(_fade_turn(turn, notes) for turn in thread.turns)})


def _fade_turn(turn: Turn, notes: CommunityNotes) -> Turn:
    if turn.reply is None or not turn.reply.citations:
        return turn
    gone = [item for item in turn.reply.citations if not _stands(item, notes)]
    if not gone:
        return turn
    reply = _fade_reply(turn.reply, gone)
    return turn.model_copy(update={"reply": reply, "text": reply.text})


def _fade_reply(reply: CoachReply, gone: list[Citation]) -> CoachReply:
    kept = tuple(item for item in reply.citations if item not in gone)
    said = {"from_notes": reply.from_notes, "keep_doing": reply.keep_doing, "says": reply.says, "heard": reply.heard}
    for item in gone:
        said = {name: _take_out(text, item) for name, text in said.items()}
    return reply.model_copy(update={**said, "citations": kept})


def _take_out(text: str, citation: Citation) -> str:
    return text.replace(f"“{citation.shown}” ({citation.label})", GONE).replace(citation.shown, "…")


def _stands(citation: Citation, notes: CommunityNotes) -> bool:
    try:
        note = notes.get_note(citation.note_id)
    except UnknownNote:
        return False
    return note.consent is not Consent.NEVER and note.text[citation.start : citation.end] == citation.quote
