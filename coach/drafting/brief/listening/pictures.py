"""What can be looked at instead of read: sessions and outcomes by month, cycles of value, themes over time. Pure."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from coach.models import (
    BriefPictures,
    CycleFilled,
    DatePrecision,
    Evidence,
    KeptOutcome,
    MonthFilled,
    Note,
    ThemeFilled,
    ValueCycle,
    ValueStory,
)
from coach.ports import LINK_TELLS, Session, Statement, Tells, Theme

CYCLE_ASKS: Mapping[ValueCycle, str] = {
    ValueCycle.IMMEDIATE: "What was it like to be there?",
    ValueCycle.POTENTIAL: "What did people take away?",
    ValueCycle.APPLIED: "What did people do with it in their work?",
    ValueCycle.REALISED: "What came of that?",
    ValueCycle.REFRAMING: "What did it change in how people see success?",
}
"""The question of each cycle, in plain words."""
_CYCLE_TELLS: Mapping[ValueCycle, frozenset[Tells]] = {
    cycle: frozenset(tells for link, tells in LINK_TELLS.items() if link.cycle is cycle)
    | (frozenset({Tells.IMMEDIATE}) if cycle is ValueCycle.IMMEDIATE else frozenset())
    for cycle in ValueCycle
}
_MOST_MONTHS = 240


def draw_pictures(  # noqa: PLR0913  # each of them is a thing that is drawn
    statements: Sequence[Statement],
    sessions: Sequence[Session],
    themes: Sequence[Theme],
    stories: Sequence[ValueStory],
    outcomes: Sequence[KeptOutcome],
    notes: Sequence[Note],
    start: dt.date,
    end: dt.date,
) -> BriefPictures:
    """Return the pictures of a period; months, cycles and outcomes that are empty stand in them too.

    Args:
        statements: What was heard.
        sessions: The days on which people met.
        themes: What the statements speak of.
        stories: The confirmed stories.
        outcomes: What the community set out to be able to do.
        notes: The notes of the period.
        start: From when on.
        end: Until when, that day included.
    """
    months = list(_months(start, end))
    return BriefPictures(
        months=tuple(_to_month(month, statements, sessions, outcomes, notes) for month in months),
        cycles=tuple(_to_cycle(cycle, statements, stories) for cycle in ValueCycle),
        themes=tuple(_to_theme(theme, statements, months) for theme in themes),
        outcomes={outcome.id: outcome.text for outcome in outcomes},
    )


def _months(start: dt.date, end: dt.date) -> Iterator[dt.date]:
    month = start.replace(day=1)
    for _ in range(_MOST_MONTHS):
        if month > end:
            return
        yield month
        month = (month + dt.timedelta(days=32)).replace(day=1)


def _to_month(
    month: dt.date,
    statements: Sequence[Statement],
    sessions: Sequence[Session],
    outcomes: Sequence[KeptOutcome],
    notes: Sequence[Note],
) -> MonthFilled:
    key = f"{month:%Y-%m}"
    told = [item for item in statements if (item.evidence.date or "").startswith(key)]
    met = [session for session in sessions if f"{session.day:%Y-%m}" == key]
    dated = {note.id for note in notes if _is_of(note, key)} | {one for session in met for one in session.note_ids}
    return MonthFilled(
        month=key,
        label=f"{month:%b %Y}",
        sessions=len(met),
        notes=len(dated | {item.evidence.note_id for item in told}),
        outcomes={
            outcome.id: len({item.evidence.note_id for item in told if outcome.id in item.outcomes})
            for outcome in outcomes
        },
    )


def _is_of(note: Note, month: str) -> bool:
    return note.date.precision in (DatePrecision.DAY, DatePrecision.MONTH) and (note.date.iso or "").startswith(month)


def _to_cycle(cycle: ValueCycle, statements: Sequence[Statement], stories: Sequence[ValueStory]) -> CycleFilled:
    wanted = _CYCLE_TELLS[cycle]
    told = [item for item in statements if not item.is_opinion and wanted & item.tells.keys()]
    best = max(told, key=lambda item: max(item.tells.get(tells, 0.0) for tells in wanted), default=None)
    return CycleFilled(
        cycle=cycle,
        asks=CYCLE_ASKS[cycle],
        notes=len({item.evidence.note_id for item in told}),
        stories=sum(
            any(part.link.cycle is cycle for part in story.parts) for story in stories if story.state == "confirmed"
        ),
        example=best.evidence if best else None,
    )


def _to_theme(theme: Theme, statements: Sequence[Statement], months: Sequence[dt.date]) -> ThemeFilled:
    evidence: list[Evidence] = [statements[place].evidence for place in theme.statements]
    seen = {(item.note_id, (item.date or "")[:7]) for item in evidence}
    by_month = Counter(month for _, month in seen)
    return ThemeFilled(
        name=theme.name,
        notes=len({item.note_id for item in evidence}),
        months={key: by_month[key] for key in (f"{month:%Y-%m}" for month in months) if by_month[key]},
        example=evidence[0],
    )
