"""From the fields that people wrote to those of a pattern: under our names, in our shapes, with the rest filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from coach.models import Pattern, Severity

from .own_numbers import read_number
from .own_rest import add_families, to_id, to_minutes, to_modes, to_people, to_take_up
from .own_shaping import Shaping, named, to_text
from .own_steps import to_roles, to_steps
from .own_words import ALIASES, DEFAULTS, EXAMPLES, GROUPS, LISTS, NEEDED, PLAN_B, TEXTS

FIELDS = TEXTS | LISTS | GROUPS | frozenset(Pattern.model_fields)


def to_pattern_fields(raw: Mapping[str, Any], shaping: Shaping) -> dict[str, Any]:
    """Return what `Pattern` takes; what is wrong is noted in `shaping`."""
    given = named(raw, FIELDS, ALIASES, shaping)
    fields = {name: _shaped(name, value, shaping) for name, value in given.items()}
    fields = {name: value for name, value in fields.items() if value not in (None, "", [], {})}
    for name in NEEDED:
        if name not in fields and not _is_named(name, shaping):
            shaping.stop(name, f"`{name}` is missing.", EXAMPLES[name])
    if shaping.findings and any(item.severity is Severity.STOP for item in shaping.findings):
        return fields
    return _with_the_rest(fields, shaping)


def _with_the_rest(fields: dict[str, Any], shaping: Shaping) -> dict[str, Any]:
    fields["steps"], total = to_steps(fields["steps"], read_number(fields.get("minutes", "")), shaping)
    fields["roles"] = to_roles(fields["roles"], shaping)
    if any(item.severity is Severity.STOP for item in shaping.findings):
        return fields
    fields["id"] = to_id(fields, shaping)
    fields["minutes"] = to_minutes(fields.get("minutes"), total, shaping)
    fields["people"] = to_people(fields.get("people"), fields["steps"], shaping)
    fields["modes"] = to_modes(fields, shaping)
    add_families(fields, shaping)
    fields.setdefault("summary", _sentence(fields["what_members_do"]))
    fields["plan_b"] = {**PLAN_B, **fields["plan_b"]} if isinstance(fields.get("plan_b"), dict) else PLAN_B
    fields["take_up"] = to_take_up(fields.get("take_up"), fields["steps"])
    for name in ("access", "pitfalls"):
        # One of two is filled up with ours: both have to be there for everyone.
        fields[name] = [*fields.get(name, ()), *DEFAULTS[name]][: max(2, len(fields.get(name, ())))]
    return {**DEFAULTS, **fields}


def _is_named(name: str, shaping: Shaping) -> bool:
    """Say whether a finding names it already; it still has to stop the plan."""
    for place, item in enumerate(shaping.findings):
        if item.rewrite == f"{name}: …":
            shaping.findings[place] = item.model_copy(update={"severity": Severity.STOP})
            return True
    return False


def _shaped(name: str, value: Any, shaping: Shaping) -> Any:
    if name in TEXTS:
        return to_text(name, value, shaping)
    if name in LISTS:
        items = value if isinstance(value, list) else _split(name, value)
        return [text for item in items if (text := to_text(name, item, shaping))]
    # Steps and roles name their fields themselves, since a step may be told as `The host: welcomes everybody`.
    return value if name in {"steps", "roles"} else _clean(value)


def _split(name: str, value: Any) -> list[Any]:
    is_choice = name in {"families", "levels", "modes"} and isinstance(value, str)
    return re.split(r"\s*[,/]\s*|\s+and\s+", value) if is_choice else [value]


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_clean(item) for item in value]
    return {re.sub(r"[\s-]+", "_", key.strip().lower()): _clean(item) for key, item in value.items()}


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
