"""A letter around a session, ready to copy."""

from __future__ import annotations

from enum import StrEnum

from .base import Word


class LetterKind(StrEnum):
    """What a letter is for, in the order in which they are sent."""

    INVITATION = "invitation"
    CHAT = "chat"
    BEFORE = "before"
    THANKS = "thanks"
    NEXT_STEP = "next_step"


class Letter(Word):
    """A text to copy; what only a person can know stands in [square brackets]."""

    kind: LetterKind
    """What it is for."""
    subject: str = ""
    """Its subject line; empty for a message in a chat."""
    text: str
    """The letter itself, as plain text."""
