"""A criterion of the quality list: its code, why it matters, and a way forward."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coach.models import Finding, Severity


@dataclass(frozen=True)
class Criterion:
    """One thing that is looked for, with the words that go with it."""

    code: str
    """Its code in the quality list: `A1`."""
    why: str
    """Why it matters to the people in the room, in one sentence."""
    way_forward: str
    """What they can do about it, in one sentence."""

    def stop(self, where: str, message: str, way_forward: str = "", rewrite: str = "") -> Finding:
        """Say that this blocks ready."""
        return self._find(Severity.STOP, where, message).model_copy(update=self._ways(way_forward, rewrite))

    def mend(self, where: str, message: str, way_forward: str = "", rewrite: str = "") -> Finding:
        """Say that this is worth mending."""
        return self._find(Severity.MEND, where, message).model_copy(update=self._ways(way_forward, rewrite))

    def question(self, where: str, message: str, way_forward: str = "", rewrite: str = "") -> Finding:
        """Leave this to a person."""
        return self._find(Severity.QUESTION, where, message).model_copy(update=self._ways(way_forward, rewrite))

    def _find(self, severity: Severity, where: str, message: str) -> Finding:
        return Finding(
            check=self.code,
            severity=severity,
            where=where,
            message=message,
            why=self.why,
            way_forward=self.way_forward,
        )

    def _ways(self, way_forward: str, rewrite: str) -> dict[str, str]:
        return {"way_forward": way_forward or self.way_forward, "rewrite": rewrite}


def quoted(text: str, words: int = 12) -> str:
    """Return the beginning of a text in curly quotes, on one line."""
    found = text.split()
    tail = " …" if len(found) > words else ""
    return f"“{' '.join(found[:words])}{tail}”"


def listed(items: Iterable[str], joint: str = "and") -> str:
    """Return `a`, `a and b` or `a, b and c`."""
    found = list(items)
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} {joint} {found[-1]}"
