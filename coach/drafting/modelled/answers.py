"""Reading what a model answered: JSON wherever it stands in the reply, whole or as far as it has come."""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import from_json

MOST_CHARS = 400_000
"""A reply longer than this is not read: no suggestion needs a tenth of it."""
_FENCE = re.compile(r"```[a-zA-Z]*\s*\n?")


def read_object(text: str) -> dict[str, Any] | None:
    """Return the JSON object in a reply, as far as it is whole; None when there is none.

    Models put fences round it, or a sentence before it; a reply that was cut keeps what came before the cut.
    """
    return _read(text, "off") or _read(text, "on")


def read_so_far(text: str) -> dict[str, Any]:
    """Return what can be read of a reply that is still coming; unfinished words are in it."""
    return _read(text, "trailing-strings") or {}


def _read(text: str, partial: Any) -> dict[str, Any] | None:
    body = _FENCE.sub("", text[:MOST_CHARS])
    start = body.find("{")
    if start < 0:
        return None
    body = body[start:]
    if partial == "off":
        end = body.rfind("}")
        body = body[: end + 1]
    try:
        found = from_json(body, allow_partial=False if partial == "off" else partial)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
