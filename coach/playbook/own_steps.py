"""The steps and the roles of an own pattern, from what people wrote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .lint_pattern import LONGEST_SAY
from .own_doing import guess_doing
from .own_numbers import read_number, to_times
from .own_shaping import Shaping, named, to_text
from .own_words import EXAMPLES, ROLE_ALIASES, STEP_ALIASES, STEP_EXAMPLES, STEP_FIELDS

_MOST_STEPS = 12


def to_steps(raw: Any, total: float | None, shaping: Shaping) -> tuple[list[dict[str, Any]], float | None]:
    """Return the steps with shares that add up, and their minutes when they were given in minutes."""
    if not isinstance(raw, list):
        shaping.stop("steps", "`steps` is not a list.", EXAMPLES["steps"])
        return [], None
    if len(raw) > _MOST_STEPS:
        shaping.stop("steps", f"There are {len(raw)} steps; with more than {_MOST_STEPS}, nobody can host it.")
        return [], None
    steps = [_to_step(item, place, shaping) for place, item in enumerate(raw)]
    times = to_times([step.pop("minutes", None) for step in steps], [step.get("share") for step in steps], total)
    if isinstance(times, str):
        _stop_for_times(times, steps, shaping)
        return steps, None
    return [_with_doing(step, share) for step, share in zip(steps, times.shares, strict=True)], times.minutes


def _to_step(raw: Any, place: int, shaping: Shaping) -> dict[str, Any]:
    where = f"steps[{place}]"
    raw = _told_by_one(raw)
    if isinstance(raw, dict):
        fields = named(raw, STEP_FIELDS, STEP_ALIASES, shaping, where)
        step = {name: to_text(f"{where}.{name}", value, shaping) for name, value in fields.items()}
    else:
        step = {"does": to_text(f"{where}.does", raw, shaping)}
    step = {name: value for name, value in step.items() if value}
    if "does" not in step and not any(item.where == f"{where}.does" for item in shaping.findings):
        shaping.stop(f"{where}.does", f"Step {place + 1} does not say what people do.", STEP_EXAMPLES["does"])
    step.setdefault("who", "everyone")
    return step


def _told_by_one(raw: Any) -> Any:
    """Read `The host: welcomes everybody` as who does what."""
    if isinstance(raw, dict) and len(raw) == 1:
        who, does = next(iter(raw.items()))
        if isinstance(does, str) and not {who.strip().lower()} & (STEP_FIELDS | STEP_ALIASES.keys()):
            return {"who": who, "does": does}
    return raw


def _with_doing(step: dict[str, Any], share: float) -> dict[str, Any]:
    doing = step.get("doing") or guess_doing(step["who"], step.get("does", ""), one_voice=_is_true(step))
    return {"say": _first_sentence(step.get("does", "")), **step, "share": share, "doing": str(doing).lower()}


def _first_sentence(text: str) -> str:
    """Return what a host can say to set a step going where nothing else was written: how the step begins."""
    first = re.split(r"(?<=[.?!…])\s", text)[0]
    return first if len(first.split()) <= LONGEST_SAY else ""


def _is_true(step: Mapping[str, Any]) -> bool:
    return str(step.get("one_voice", "")).lower() in {"true", "yes", "y", "1", "on"}


def _stop_for_times(message: str, steps: list[dict[str, Any]], shaping: Shaping) -> None:
    numbers = [read_number(step.get("share", "")) for step in steps]
    known = [number for number in numbers if number]
    rewrite = STEP_EXAMPLES["minutes"]
    if len(known) == len(numbers) and known:
        rewrite = "\n".join(f"share: {number / sum(known):.2g}" for number in known)
    found = re.match(r"steps\[\d+\]", message)
    where = found.group() if found else "steps"
    why = "The minutes of a plan are split by what each step takes."
    shaping.stop(where, message, rewrite, why=why)


def to_roles(raw: Any, shaping: Shaping) -> dict[str, Any]:
    """Return what there is to do for everyone; note for whom nothing is said."""
    if not isinstance(raw, dict):
        shaping.stop("roles", "`roles` takes a text each for newcomer, regular and expert.", EXAMPLES["roles"])
        return {}
    fields = named(raw, ("newcomer", "regular", "expert"), ROLE_ALIASES, shaping, "roles")
    roles = {name: to_text(f"roles.{name}", value, shaping) for name, value in fields.items()}
    for line in EXAMPLES["roles"].splitlines()[1:]:
        name = line.strip().split(":")[0]
        if not roles.get(name):
            why = "Everybody needs something real to do, whether they came for the first time or know it best."
            shaping.stop(f"roles.{name}", f"`roles` says nothing for a {name}.", line.strip(), why=why)
    return roles
