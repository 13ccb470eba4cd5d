"""Lessons for the host from how people met before: each a thing to do, with the sentence that calls for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coach.models import Cue, Mode
from coach.playbook.schema import LessonEntry
from coach.ports import QuoteCandidate

from .preparing import Task
from .quoting import QuotePool, quoted

MOST_LESSONS = 2
"""More than this nobody has in mind while hosting."""
_PLAIN = (Cue.WORKED, "Keep what has worked when you met", "The host is reminded of what worked here.")
"""What praise says to the host when no entry hears anything in it; a complaint that none hears has no advice in it."""


_ELSEWHERE = {
    Mode.ONLINE: re.compile(
        r"\b(?:AV|projectors?|stage|booths?|venue|chairs|seats?|badges?|room (?:was|is|had|layout|setup)|in the room"
        r"|lightning talks?|\d{3}(?:/\d{3})?)\b",
        re.IGNORECASE,
    ),
    Mode.IN_PERSON: re.compile(
        r"\b(?:zoom|breakout rooms?|webcams?|muted?|log(?:ged)? in(?:to)? the call|tele-?conferenc\w+)\b", re.IGNORECASE
    ),
}
"""Words of a way of meeting that this session does not have."""


@dataclass(frozen=True)
class Lessons:
    """What to do beforehand and what to do while hosting."""

    tasks: tuple[Task, ...]
    """What to do beforehand."""
    lines: tuple[str, ...]
    """What to do while hosting."""


def to_lessons(entries: Sequence[LessonEntry], pool: QuotePool, mode: Mode) -> Lessons:
    """Return what the host does because of the community's own words on how they met.

    Args:
        entries: The playbook's lessons.
        pool: Where the sentences come from; what is used is quoted and recorded.
        mode: How people meet this time: a lesson from another way of meeting stays out.
    """
    here = [item for item in pool.open_lessons() if not _is_elsewhere(item, mode)]
    tasks: list[Task] = []
    lines: list[str] = []
    for entry, candidate in _match(entries, here):
        citation = pool.quote(candidate)
        said = _say(entry.does, quoted(citation), citation.label)
        if entry.when:
            tasks.append(Task(entry.when, entry.minutes, said))
        else:
            lines.append(said)
        pool.record(citation, "prepare" if entry.when else "facilitation", entry.change)
    lines += _plain_lines(here, pool, MOST_LESSONS - len(tasks) - len(lines))
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


def _is_elsewhere(candidate: QuoteCandidate, mode: Mode) -> bool:
    words = _ELSEWHERE.get(mode)
    return words is not None and bool(words.search(candidate.citation.quote))


def _plain_lines(here: Sequence[QuoteCandidate], pool: QuotePool, room: int) -> list[str]:
    cue, opening, change = _PLAIN
    still = {item.citation.quote for item in pool.open_lessons()}
    praise = [item for item in here if cue in item.cues and item.citation.quote in still]
    if room <= 0 or not praise:
        return []
    citation = pool.quote(praise[0])
    pool.record(citation, "facilitation", change)
    return [f"{opening}: {quoted(citation)} ({citation.label})."]


def _say(text: str, quote: str, label: str) -> str:
    return text.replace("{quote}", quote).replace("{label}", label)
