"""What reading an own pattern has found so far, and the two questions it asks of every field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from coach.models import Finding, Severity

from .lexicon import Lexicon
from .own_words import EXAMPLES, STEP_EXAMPLES


@dataclass
class Shaping:
    """A pattern being read."""

    lexicon: Lexicon
    """The verbs."""
    taken: frozenset[str]
    """The ids of the playbook's own patterns."""
    findings: list[Finding] = field(default_factory=list)
    """What is wrong so far."""
    assumed: dict[str, Any] = field(default_factory=dict)
    """What was left out and read from the rest."""

    def stop(self, where: str, message: str, example: str = "", *, why: str = "") -> None:
        """Note something without which no plan can be drafted."""
        self._note(Severity.STOP, where, message, example, why or "A plan is put together from these fields.")

    def mend(self, where: str, message: str, example: str = "") -> None:
        """Note something that was read all the same."""
        self._note(Severity.MEND, where, message, example, "Nothing that you wrote should get lost unseen.")

    def _note(self, severity: Severity, where: str, message: str, example: str, why: str) -> None:
        way = f"Write, for instance: {' '.join(example.split())}" if example else "Change this and read it again."
        self.findings.append(
            Finding(
                check="P1",
                severity=severity,
                where=where,
                message=message,
                why=why,
                way_forward=way,
                rewrite=example,
            )
        )


def named(
    raw: Mapping[str, Any], known: Iterable[str], aliases: Mapping[str, str], shaping: Shaping, where: str = ""
) -> dict[str, Any]:
    """Return the fields under our names; say which ones we do not know."""
    found: dict[str, Any] = {}
    for name, value in raw.items():
        key = re.sub(r"[\s-]+", "_", name.strip().lower())
        key = key if key in known else aliases.get(key, key)
        if key in known:
            found.setdefault(key, value)
            continue
        near = get_close_matches(key, list(known), 1, 0.7)
        hint = f" Did you mean `{near[0]}`?" if near else ""
        place = f"{where}.{name}" if where else name
        shaping.mend(place, f"There is no field `{name}`, so it was left out.{hint}", f"{near[0]}: …" if near else "")
    return found


def to_text(where: str, value: Any, shaping: Shaping) -> str:
    """Return one text, on one line; note it when it is something else."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict) and len(value) == 1 and isinstance(next(iter(value.values())), str):
        # "Bring pens: two each" is a text to people and a field to YAML.
        return " ".join(": ".join(next(iter(value.items()))).split())
    kind = "a list" if isinstance(value, list) else "a set of fields"
    name = re.split(r"[.\[]", where)[-1]
    shaping.stop(where, f"`{where}` is {kind}, and it takes one text.", _example(name))
    return ""


def _example(name: str) -> str:
    return EXAMPLES.get(name) or STEP_EXAMPLES.get(name) or f"{name}: One or two sentences."
