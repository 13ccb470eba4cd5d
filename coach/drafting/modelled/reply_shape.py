"""What a model is asked to answer with when it words a reply of the coach: read leniently and checked afterwards."""

from __future__ import annotations

from typing import Any

from pydantic import Field, ValidationInfo, field_validator

from .shapes import Answer, Thinking

MOST_STRING = 2_000
"""A longer text is no part of a reply; it is cut before it is looked at."""
_NO_TEXT = frozenset({"move", "minutes"})


class _Spoken(Answer):
    """A record of texts: one that comes as a list or not at all does not cost the others."""

    @field_validator("*", mode="before")
    @classmethod
    def _as_text(cls, value: Any, info: ValidationInfo) -> Any:
        if info.field_name in _NO_TEXT or isinstance(value, str):
            return value[:MOST_STRING] if isinstance(value, str) else value
        return " ".join(item for item in value if isinstance(item, str)) if isinstance(value, list) else ""


class MoveDraft(_Spoken):
    """One thing to do."""

    like: str = ""
    """The id of the playbook's move that it builds on."""
    title: str = ""
    """A name for it."""
    does: str
    """What to do."""
    say: str = ""
    """The words to say it in."""
    why: str = ""
    """Why it works."""
    costs: str = ""
    """What it may cost."""
    watch_for: str = ""
    """What tells whether it lands."""
    way_back: str = ""
    """What to do when it does not."""
    minutes: int = 0
    """How long it takes."""

    @field_validator("minutes", mode="before")
    @classmethod
    def _whole_minutes(cls, value: Any) -> Any:
        return min(max(value, 0), 240) if isinstance(value, int) else 0


class ReplyDraft(_Spoken, Thinking):
    """One reply, the thinking before the wording."""

    situation: str = ""
    """The id of one of the offered situations, or `other`."""
    kind: str = "listen"
    """`listen` or `focus`."""
    stage: str = ""
    """Where in GROW the question stands: goal, reality, options, will."""
    heard: str
    """What they said, given back."""
    strength: str = ""
    """Something that they visibly do well."""
    from_notes: str = ""
    """What the passages say to it, quoted with a label."""
    keep_doing: str = ""
    """What they do already and could go on with."""
    move: tuple[MoveDraft, ...] = Field(default=(), max_length=8)
    """None when listening, one when focusing."""
    lesson: str = ""
    """The label of the other community's lesson that is worth passing on."""
    asks: str = ""
    """The one question."""

    @field_validator("move", mode="before")
    @classmethod
    def _some_moves(cls, value: Any) -> Any:
        # One move instead of a list of one, or nothing at all, says the same.
        found = [value] if isinstance(value, dict) else value if isinstance(value, list) else []
        return [item for item in found[:8] if isinstance(item, dict) and item.get("does")]
