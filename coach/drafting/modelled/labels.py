"""Labels in the order in which a plan is read: S1, S2 and so on, in its texts and wherever else they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from coach.models import Citation, Part, SessionPlan

_IN_BRACKETS = re.compile(r"(?<=[(\[])\s*S\d+(?:\s*[,;]\s*S\d+)*\s*(?=[)\]])")
_LABEL = re.compile(r"S\d+")
_BESIDE = {"facilitation", "prepare", "hybrid", "from_notes", "ask_first"}
"""What stands beside the parts and may name citations."""


def number_labels(plan: SessionPlan, citations: Iterable[Citation]) -> SessionPlan:
    """Return the plan with its citations numbered as they are read; those that nothing names are left out.

    Args:
        plan: A plan whose texts and parts name citations by labels of any number.
        citations: What those labels stand for.
    """
    known = {item.label: item for item in citations}
    order = [label for label in dict.fromkeys(_labels_in(plan)) if label in known]
    names = {label: f"S{place}" for place, label in enumerate(order, 1)}
    parts = tuple(_rename_part(part, names) for part in plan.parts)
    outcomes = [
        item.model_copy(update={"ways_in": dict(_rename(item.ways_in, names)), "sign": _rename(item.sign, names)})
        for item in plan.outcomes
    ]
    links = [item.model_copy(update={"reason": _rename(item.reason, names)}) for item in plan.links]
    promises = [item.model_copy(update={"how": _rename(item.how, names)}) for item in plan.promises]
    whole = plan.model_dump(include=_BESIDE)
    return plan.model_copy(
        update={
            **_rename(whole, names),
            "parts": parts,
            "outcomes": tuple(outcomes),
            "links": tuple(links),
            "promises": tuple(promises),
            "citations": tuple(known[label].model_copy(update={"label": names[label]}) for label in order),
            "influences": tuple(
                item.model_copy(update={"label": names[item.label], "change": _rename(item.change, names)})
                for item in plan.influences
                if item.label in names
            ),
        }
    )


def _rename_part(part: Part, names: Mapping[str, str]) -> Part:
    fields = _rename(part.model_dump(mode="json"), names)
    renamed: Part = type(part).model_validate(fields)
    return renamed


def _rename(value: Any, names: Mapping[str, str]) -> Any:
    """Return texts with labels in brackets renamed, and lists of labels renamed whole; unknown labels go."""
    if isinstance(value, str):
        return _IN_BRACKETS.sub(lambda found: _rename_in(found[0], names), value)
    if isinstance(value, dict):
        return {
            key: tuple(names[label] for label in item if label in names) if key == "citations" else _rename(item, names)
            for key, item in value.items()
        }
    if isinstance(value, (list, tuple)):
        return tuple(_rename(item, names) for item in value)
    return value


def _rename_in(inside: str, names: Mapping[str, str]) -> str:
    return ", ".join(names.get(label, label) for label in _LABEL.findall(inside))


def _labels_in(plan: SessionPlan) -> Iterable[str]:
    for part in plan.parts:
        yield from _walk(part.model_dump(mode="json"))
        yield from (item.label for item in plan.influences if item.part == part.id)
    yield from _walk(plan.model_dump(mode="json", include=_BESIDE))
    for beside in (*plan.outcomes, *plan.links, *plan.promises):
        yield from _walk(beside.model_dump(mode="json"))
    yield from (item.label for item in plan.influences)


def _walk(value: Any, key: str = "") -> Iterable[str]:
    if isinstance(value, str):
        if key == "citations":
            yield value
        else:
            yield from (label for found in _IN_BRACKETS.finditer(value) for label in _LABEL.findall(found[0]))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _walk(item, name)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _walk(item, key)
