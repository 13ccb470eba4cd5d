"""Texts that people keep: without space around them, never empty, never longer than what is kept."""

from __future__ import annotations

from coach.errors import BadRequest

LONGEST_TEXT = 5_000
"""How many characters a kept text has at most."""


def tidy_text(text: str, what: str, longest: int = LONGEST_TEXT) -> str:
    """Return a text without space around it, its lines as they are.

    Args:
        text: What somebody wrote.
        what: What it is, as an error says it.
        longest: How many characters it may have.

    Raises:
        BadRequest: Nothing is written, or too much.
    """
    tidy = text.strip()
    if not tidy:
        raise BadRequest(f"{what} is empty, so nothing was kept.", "Write a few words and try again.")
    if len(tidy) > longest:
        raise BadRequest(
            f"{what} has {len(tidy):,} characters, and {longest:,} are kept at most; nothing was changed.",
            "Shorten it and try again.",
        )
    return tidy


def tidy_line(text: str, what: str, longest: int = LONGEST_TEXT) -> str:
    """Return a text as one line, or raise BadRequest as `tidy_text` does."""
    return tidy_text(" ".join(text.split()), what, longest)
