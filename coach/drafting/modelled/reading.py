"""Reading a model's parts one by one: one part that cannot be read does not cost the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from coach.models import Activity, Opening, Part, Review

from .assembling import Draft
from .shapes import (
    ActivityDraft,
    AroundDraft,
    KeepingDraft,
    OpeningDraft,
    PartDraft,
    ResultDraft,
    ReviewDraft,
    RoomDraft,
)

_S = TypeVar("_S", bound=BaseModel)
_LISTS: dict[str, type[PartDraft]] = {"openings": OpeningDraft, "activities": ActivityDraft, "reviews": ReviewDraft}
MOST_STRING = 4_000
"""A single text longer than this is no part of a plan; it is cut before it is looked at."""


def read_plan(raw: Mapping[str, Any], frame: Sequence[Part]) -> tuple[Draft, dict[str, str]]:
    """Return what can be read of a drafted plan, and by id what is wrong with the parts that cannot.

    Args:
        raw: The model's answer.
        frame: The parts that were asked for.
    """
    opening = raw.get("opening")
    mend = {**raw, "openings": [opening] if isinstance(opening, dict) else []}
    parts, problems = read_parts(mend, frame)
    around, _ = _read(AroundDraft, raw.get("around"))
    room, _ = _read(RoomDraft, raw.get("open"))
    keeping, _ = _read(KeepingDraft, raw.get("capture"))
    given = raw.get("results")
    results = [_read(ResultDraft, item)[0] for item in (given if isinstance(given, list) else [])[:8]]
    move = tuple(_text(raw.get(name)) for name in ("diagnosis", "strategy", "intention"))
    draft = Draft(parts, around, _text(raw.get("title")), (move[0], move[1], move[2]), tuple(results), room, keeping)
    signs = raw.get("signs")
    draft.signs = tuple(_text(item) for item in signs[:3]) if isinstance(signs, list) else ()
    return draft, problems


def read_parts(raw: Mapping[str, Any], frame: Sequence[Part]) -> tuple[dict[str, PartDraft], dict[str, str]]:
    """Return the parts that can be read, by the frame's ids, and what is wrong with the others."""
    parts: dict[str, PartDraft] = {}
    problems: dict[str, str] = {}
    for name, shape in _LISTS.items():
        wanted = [part for part in frame if isinstance(part, _KINDS[name])]
        given = raw.get(name)
        items = [item for item in given if isinstance(item, dict)] if isinstance(given, list) else []
        for part, item in _match(wanted, items):
            found, problem = _read(shape, item)
            if found is not None:
                parts[part.id] = found
            else:
                problems[part.id] = problem if item else "It is missing."
    return parts, problems


_KINDS: dict[str, type] = {"openings": Opening, "activities": Activity, "reviews": Review}


def _match(wanted: Sequence[Part], items: Sequence[dict[str, Any]]) -> list[tuple[Part, dict[str, Any]]]:
    """Return each part with what was drafted for it: by its id, or else by its place."""
    by_id = {str(item.get("id", "")): item for item in items}
    named = {part.id: by_id[part.id] for part in wanted if part.id in by_id}
    others = [item for item in items if all(item is not known for known in named.values())]
    left = iter(others)
    return [(part, named.get(part.id) or next(left, {})) for part in wanted]


def _read(shape: type[_S], item: object) -> tuple[_S | None, str]:
    if not isinstance(item, dict):
        return None, "It is missing."
    try:
        return shape.model_validate(_bounded(item)), ""
    except ValidationError as error:
        told = [f"{'.'.join(str(step) for step in one['loc'])}: {one['msg']}" for one in error.errors()[:4]]
        return None, f"It is not in the agreed shape ({'; '.join(told)})."


def _bounded(value: Any) -> Any:
    """Return the same with every text and list cut to a sane length, so that no answer is worked on for minutes."""
    if isinstance(value, str):
        return value[:MOST_STRING]
    if isinstance(value, list):
        return [_bounded(item) for item in value[:40]]
    if isinstance(value, dict):
        return {str(key)[:80]: _bounded(item) for key, item in list(value.items())[:60]}
    return value


def _text(value: object) -> str:
    return value[:MOST_STRING] if isinstance(value, str) else ""
