"""Find what the notes hold about a question."""

from __future__ import annotations

from coach.errors import BadRequest
from coach.models import FindResult
from coach.retrieval import Search, find_passages

MOST_PASSAGES = 50


def find_in_notes(question: str, search: Search, limit: int = 8) -> FindResult:
    """Find passages that speak to a question, or say that there are none.

    Raises:
        BadRequest: The question is empty, or the limit is not between 1 and 50.
    """
    if not 1 <= limit <= MOST_PASSAGES:
        raise BadRequest(f"{limit} passages cannot be shown.", f"Ask for 1 to {MOST_PASSAGES}.")
    return find_passages(question, search, limit)
