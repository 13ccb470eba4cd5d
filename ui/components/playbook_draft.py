"""The short form of an own pattern, and the text that it stands for. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import yaml

from coach.models import Finding, ReadPattern

from .playbook_mending import is_there, mend_text, put_in

_WIDE = 1_000_000
_ROLES = ("newcomer", "regular", "expert")
_OURS = frozenset({"title", "what_members_do", "artefact", "credit", "steps", "roles"})


@dataclass(frozen=True)
class DraftStep:
    """One step, as it stands in the form."""

    who: str = ""
    """Who does it."""
    minutes: int | None = None
    """How long it takes."""
    does: str = ""
    """What they do."""

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was said of it yet."""
        return not (self.who.strip() or self.does.strip() or self.minutes)


@dataclass(frozen=True)
class Draft:
    """A pattern, as it stands in the form."""

    title: str = ""
    """What you call it."""
    what_members_do: str = ""
    """What people do in it."""
    artefact: str = ""
    """What it leaves."""
    steps: tuple[DraftStep, ...] = ()
    """The steps, in order."""
    newcomer: str = ""
    """What somebody new does."""
    regular: str = ""
    """What people who come often do."""
    expert: str = ""
    """What people who know it well do."""
    credit: str = ""
    """Where the idea comes from."""
    more: str = ""
    """Further lines, in the words of the template."""

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was typed yet."""
        return replace(self, steps=()) == Draft() and all(step.is_empty for step in self.steps)


def to_text(draft: Draft) -> str:
    """Return the text that a form stands for; what was left empty is left out."""
    fields: dict[str, Any] = {name: _line(getattr(draft, name)) for name in ("title", "what_members_do", "artefact")}
    fields["steps"] = [_step(step) for step in draft.steps if not step.is_empty]
    fields["roles"] = {name: said for name in _ROLES if (said := _line(getattr(draft, name)))}
    fields["credit"] = _line(draft.credit)
    given = {name: value for name, value in fields.items() if value}
    text = yaml.safe_dump(given, allow_unicode=True, sort_keys=False, width=_WIDE) if given else ""
    return text + (f"\n{draft.more.strip()}\n" if draft.more.strip() else "")


def mend_draft(draft: Draft, finding: Finding, read: Callable[[str], ReadPattern]) -> Draft | None:
    """Return the form with the words of a finding in place; None when that would not mend it."""
    is_ours = finding.where.split(".")[0].split("[")[0] in _OURS
    mended = _with_field(draft, finding, read) if is_ours else _with_line(draft, finding)
    return mended if mended and not is_there(finding, read(to_text(mended)).findings) else None


def _with_line(draft: Draft, finding: Finding) -> Draft | None:
    more = put_in(draft.more, finding)
    return replace(draft, more=more) if more else None


def _with_field(draft: Draft, finding: Finding, read: Callable[[str], ReadPattern]) -> Draft | None:
    text = mend_text(to_text(replace(draft, more="")), finding, read)
    mended = _from_text(text, draft) if text else None
    if mended is None:
        return None
    empty = (DraftStep(),) * (len(draft.steps) - len(mended.steps))
    return replace(mended, steps=(*mended.steps, *empty))


def _line(text: str) -> str:
    return " ".join(text.split())


def _step(step: DraftStep) -> dict[str, Any]:
    fields = {"who": _line(step.who), "minutes": step.minutes, "does": _line(step.does)}
    return {name: value for name, value in fields.items() if value}


def _from_text(text: str, draft: Draft) -> Draft | None:
    """Return the form that a text of ours stands for; a text that our form cannot hold is none."""
    fields = yaml.load(text, Loader=yaml.BaseLoader)  # builds texts, lists and fields, nothing else
    steps, roles = fields.get("steps", []), fields.get("roles", {})
    if not (isinstance(steps, list) and isinstance(roles, dict) and all(isinstance(step, dict) for step in steps)):
        return None
    return replace(
        draft,
        **{name: str(fields.get(name, "")) for name in ("title", "what_members_do", "artefact", "credit")},
        **{name: str(roles.get(name, "")) for name in _ROLES},
        steps=tuple(_to_step(step) for step in steps),
    )


def _to_step(step: dict[str, str]) -> DraftStep:
    minutes = step.get("minutes", "")
    return DraftStep(step.get("who", ""), int(minutes) if minutes.isdigit() else None, step.get("does", ""))
