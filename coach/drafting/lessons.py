"""Lessons for the host from how people met before: each a thing to do, with the sentence that calls for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coach.models import Cue
from coach.playbook.schema import LessonEntry
from coach.ports import QuoteCandidate

from .preparing import Task
from .quoting import QuotePool, quoted

MOST_LESSONS = 2
"""More than this nobody has in mind while hosting."""
_PLAIN = (Cue.WORKED, "Keep what has worked when you met", "The host is reminded of what worked here.")
"""What praise says to the host when no entry hears anything in it; a complaint that none hears has no advice in it."""


@dataclass(frozen=True)
class Lessons:
    """What to do beforehand and what to do while hosting."""

    tasks: tuple[Task, ...]
    """What to do beforehand."""
    lines: tuple[str, ...]
    """What to do while hosting."""


def to_lessons(entries: Sequence[LessonEntry], pool: QuotePool) -> Lessons:
    """Return what the host does because of the community's own words on how they met.

    Args:
        entries: The playbook's lessons.
        pool: Where the sentences come from; what is used is quoted and recorded.
    """
    tasks: list[Task] = []
    lines: list[str] = []
    for entry, candidate in _match(entries, pool.open_lessons()):
        citation = pool.quote(candidate)
        said = _say(entry.does, quoted(citation), citation.label)
        if entry.when:
            tasks.append(Task(entry.when, entry.minutes, said))
        else:
            lines.append(said)
        pool.record(citation, "prepare" if entry.when else "facilitation", entry.change)
    lines += _plain_lines(pool, MOST_LESSONS - len(tasks) - len(lines))
    return Lessons(tuple(tasks), tuple(lines))


def _match(
    entries: Sequence[LessonEntry], candidates: Iterable[QuoteCandidate]
) -> list[tuple[LessonEntry, QuoteCandidate]]:
    found: dict[str, tuple[LessonEntry, QuoteCandidate]] = {}
    for candidate in candidates:
        entry = next((entry for entry in entries if hears(entry, candidate)), None)
        if entry is not None and len(found) < MOST_LESSONS:
            found.setdefault(entry.id, (entry, candidate))
    return list(found.values())


def hears(entry: LessonEntry, candidate: QuoteCandidate) -> bool:
    """Say whether a sentence calls for this lesson."""
    words = "|".join(re.escape(phrase) for phrase in entry.hears)
    spoken = " ".join(candidate.citation.quote.split())
    return bool(set(entry.cues) & set(candidate.cues)) and bool(re.search(rf"\b(?:{words})\b", spoken, re.IGNORECASE))


def _plain_lines(pool: QuotePool, room: int) -> list[str]:
    cue, opening, change = _PLAIN
    citation = pool.take(cue, about_meetings=True) if room > 0 else None
    if citation is None:
        return []
    pool.record(citation, "facilitation", change)
    return [f"{opening}: {quoted(citation)} ({citation.label})."]


def _say(text: str, quote: str, label: str) -> str:
    return text.replace("{quote}", quote).replace("{label}", label)
