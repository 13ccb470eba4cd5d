"""What a person changed in a suggestion, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coach.models import Decision, SessionPlan

Fields = dict[str, str]


def edits_between(before: SessionPlan, after: SessionPlan) -> list[Decision]:
    """Return one decision for each text of an outcome or a part that says something else now."""
    ours = {one.id: one.model_dump(mode="json") for one in (*before.outcomes, *before.parts)}
    found: list[Decision] = []
    for one in (*after.outcomes, *after.parts):
        found += _edits(one.id, dict(_texts(ours.get(one.id, {}))), dict(_texts(one.model_dump(mode="json"))))
    return found


def _edits(part: str, before: Fields, after: Fields) -> list[Decision]:
    names = dict.fromkeys((*before, *after))
    changed = [(name, before.get(name, ""), after.get(name, "")) for name in names]
    return [
        Decision(what="edit", part=part, field=name, before=old, after=new) for name, old, new in changed if old != new
    ]


def _texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    rows = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in rows:
        yield from _texts(inner, f"{path}.{name}" if path else str(name))
