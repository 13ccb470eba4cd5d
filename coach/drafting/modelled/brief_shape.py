"""What a model is asked to answer with when it words a page or an answer: read leniently and checked afterwards."""

from __future__ import annotations

import re
from typing import Any

from pydantic import Field, field_validator

from coach.models import SectionKind

from .shapes import Answer

MOST_STRING, MOST_LINES = 900, 6
"""A longer text is no sentence; more sentences than this are no section."""


class LineDraft(Answer):
    """One sentence."""

    text: str
    """The sentence, with slots where words of the notes and counts come in."""
    kind: str = ""
    """What it claims."""
    uses: tuple[str, ...] = ()
    """The labels of the statements behind it."""

    @field_validator("text", mode="before")
    @classmethod
    def _bounded(cls, value: Any) -> Any:
        return value[:MOST_STRING] if isinstance(value, str) else ""

    @field_validator("kind", mode="before")
    @classmethod
    def _plain_kind(cls, value: Any) -> Any:
        return value[:40] if isinstance(value, str) else ""

    @field_validator("uses", mode="before")
    @classmethod
    def _labels(cls, value: Any) -> Any:
        # One label instead of a list of one, or several in one text, say the same.
        told = [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else []
        found = [label for item in told[:12] if isinstance(item, str) for label in re.findall(r"[SOT]\d+", item[:80])]
        return list(dict.fromkeys(found))


def _some_lines(value: Any) -> Any:
    given = [value] if isinstance(value, dict | str) else value if isinstance(value, list) else []
    lines = [{"text": item} if isinstance(item, str) else item for item in given[:MOST_LINES]]
    return [item for item in lines if isinstance(item, dict) and str(item.get("text") or "").strip()]


class PageDraft(Answer):
    """One page: what matters most is decided before a word of it."""

    gist: str = ""
    """What the reader most needs to know, and what the statements cannot tell."""
    set_out: tuple[LineDraft, ...] = Field(default=())
    """What people set out to learn."""
    can_now: tuple[LineDraft, ...] = Field(default=())
    """What people can do now."""
    stories: tuple[LineDraft, ...] = Field(default=())
    """One story, link by link."""
    not_yet: tuple[LineDraft, ...] = Field(default=())
    """What did not work, what is not known, where people differ."""
    contribution: tuple[LineDraft, ...] = Field(default=())
    """How far it is the community's doing."""
    ask: tuple[LineDraft, ...] = Field(default=())
    """What the reader is asked for."""

    @field_validator(*(kind.value for kind in SectionKind), mode="before")
    @classmethod
    def _lines(cls, value: Any) -> Any:
        return _some_lines(value)

    @field_validator("gist", mode="before")
    @classmethod
    def _plain_gist(cls, value: Any) -> Any:
        return value[:MOST_STRING] if isinstance(value, str) else ""

    def lines(self, kind: SectionKind) -> tuple[LineDraft, ...]:
        """Return the sentences of a section."""
        found: tuple[LineDraft, ...] = getattr(self, kind.value)
        return found

    @property
    def is_empty(self) -> bool:
        """Say whether there is no sentence in it."""
        return not any(self.lines(kind) for kind in SectionKind)


class AnswerDraft(Answer):
    """An answer to a question, or that the notes do not say."""

    gist: str = ""
    """What was really asked, and whether the statements answer it."""
    enough: bool = True
    """Whether they do."""
    sentences: tuple[LineDraft, ...] = Field(default=())
    """The answer."""

    @field_validator("sentences", mode="before")
    @classmethod
    def _lines(cls, value: Any) -> Any:
        return _some_lines(value)

    @field_validator("enough", mode="before")
    @classmethod
    def _yes_or_no(cls, value: Any) -> Any:
        return value if isinstance(value, bool) else str(value).strip().lower() not in {"false", "no", "0", "none"}

    @field_validator("gist", mode="before")
    @classmethod
    def _plain_gist(cls, value: Any) -> Any:
        return value[:MOST_STRING] if isinstance(value, str) else ""
