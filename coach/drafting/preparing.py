"""What to have ready, in the order in which it has to be done, with the minutes it takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from coach.models import Activity, Part, PlanRequest
from coach.playbook import Wording, fill
from coach.playbook.schema import Pattern, When

_ORDER: tuple[str, ...] = get_args(When)


@dataclass(frozen=True)
class Task:
    """One thing to do before the session."""

    when: When
    """How long before."""
    minutes: int
    """How long it takes."""
    does: str
    """What to do, starting with a verb."""


def to_tasks(patterns: Sequence[Pattern], wording: Wording) -> list[Task]:
    """Return what these patterns need beforehand."""
    return [Task(task.when, task.minutes, fill(task.does, wording)) for item in patterns for task in item.prepare]


def ask_to_bring(parts: Sequence[Part], request: PlanRequest) -> list[Task]:
    """Return the asking for work to bring, and the lending to those who have none."""
    activities = [part for part in parts if isinstance(part, Activity)]
    tasks = [
        Task("a week before", 10, f"Ask people to bring what “{part.title}” needs. {part.bring}".strip())
        for part in activities
    ]
    if not request.newcomers:
        return tasks
    lent = [part.lend for part in activities if part.lend]
    spare = max(2, -(-request.newcomers // 3))
    plain = f"Have {spare} small, real pieces ready that somebody has agreed to lend, each on a page of its own."
    tasks += [
        Task("two days before", 15, f"For those who bring nothing: {line}") for line in dict.fromkeys(lent or [plain])
    ]
    return tasks


def to_preparation(tasks: Iterable[Task], parts: Sequence[Part]) -> tuple[str, ...]:
    """Return what to have ready: tasks in the order of their time, then the things that have to be there."""
    ordered = sorted(dict.fromkeys(tasks), key=lambda task: _ORDER.index(task.when))
    lines = [f"{task.when.capitalize()} ({task.minutes} min): {_small(task.does)}" for task in ordered]
    materials = [item for part in parts if isinstance(part, Activity) for item in part.materials]
    return tuple(dict.fromkeys((*lines, *materials)))


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
