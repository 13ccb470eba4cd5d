"""A page for leaders as the pages meet it: quotes, something counted, a gap, an ask."""

from __future__ import annotations

import datetime as dt
from typing import Any

from coach.models import (
    Brief,
    BriefPictures,
    BriefRequest,
    BriefSection,
    BriefSentence,
    ClaimKind,
    Consent,
    Counted,
    CountedItem,
    CycleFilled,
    Evidence,
    MonthFilled,
    SectionKind,
    ThemeFilled,
    ValueCycle,
)
from tests.ui.good_plan import QUOTES

AT = dt.datetime(2026, 11, 26, 14, 3, tzinfo=dt.UTC)
GAP = "Nobody has said yet whether the <letters> changed; the next meeting could ask."
OUTCOME = "We want to be able to show delays on a map."
SHOWN = "[somebody] drew & everyone saw it"
_CYCLES = {
    ValueCycle.IMMEDIATE: 3, ValueCycle.POTENTIAL: 2, ValueCycle.APPLIED: 1, ValueCycle.REALISED: 0,
    ValueCycle.REFRAMING: 0,
}  # fmt: skip


def evidence(coach: Any, name: str) -> Evidence:
    """Words of the demo's retro, with what stands around them."""
    note = next(one for one in coach.shelf[name].values() if QUOTES[0] in one.text)
    start = note.text.index(QUOTES[0])
    return Evidence(
        quote=QUOTES[0], note=note.path, note_id=note.id, start=start, end=start + len(QUOTES[0]), shown=SHOWN,
        title="Retro", date="2026-03-12", session="12 March 2026", outcome_id="o1", consent=Consent.INSIDE,
    )  # fmt: skip


def sentence_of(coach: Any, name: str) -> BriefSentence:
    """One sentence with words behind it."""
    return BriefSentence(
        id="can_now-1", text=f"Members draw together: “{SHOWN}”.", kind=ClaimKind.CAN, evidence=(evidence(coach, name),)
    )


def good_brief(name: str, request: BriefRequest, coach: Any) -> Brief:
    """The page, for this request."""
    note = next(iter(coach.shelf[name].values()))
    items = (
        CountedItem(label="12 March 2026", note_id=note.id, date="2026-03-12"),
        CountedItem(label="9 April 2026"),
        CountedItem(label="14 May 2026"),
    )
    counted = Counted(number=3, of=5, what="sessions", says="three of five sessions", items=items)
    number = BriefSentence(
        id="can_now-2", text="It came up in three of five sessions.", kind=ClaimKind.COUNT, counted=(counted,)
    )
    ask = BriefSentence(id="ask-1", text="Two hours a month for twelve people.", kind=ClaimKind.ASK)
    full = request.model_copy(
        update={"start": request.start or dt.date(2025, 11, 27), "end": request.end or dt.date(2026, 11, 26)}
    )
    return Brief(
        community=name,
        request=full,
        title=f"What we learned <b>{request.seed}</b>" if request.voice == "leader" else "What became of your words",
        sections=(
            BriefSection(
                kind=SectionKind.CAN_NOW, title="What people can do now", sentences=(sentence_of(coach, name), number)
            ),
            BriefSection(kind=SectionKind.NOT_YET, title="What did not work, and what we do not know", gap=GAP),
            BriefSection(kind=SectionKind.ASK, title="What we ask", sentences=(ask,)),
        ),
        used=(counted.model_copy(update={"says": "three notes"}),),
        left_out=("One note may not be quoted & was left out.",),
        pictures=pictures(coach, name),
        made_at=AT,
    )


def pictures(coach: Any, name: str) -> BriefPictures:
    """A year of months, with days on which people met in five of them."""
    days = [dt.date(2025 + (month > 12), (month - 1) % 12 + 1, 1) for month in range(12, 24)]
    months = tuple(
        MonthFilled(
            month=f"{day:%Y-%m}", label=f"{day:%b %Y}", sessions=int(day.month % 3 == 0), notes=2, outcomes={"o1": 1}
        )
        for day in days
    )
    cycles = tuple(
        CycleFilled(
            cycle=cycle, asks="What was <it> like?", notes=notes, stories=int(notes == 1),
            example=evidence(coach, name) if notes else None,
        )
        for cycle, notes in _CYCLES.items()
    )  # fmt: skip
    themes = (ThemeFilled(name="maps & delays", notes=4, months={months[0].month: 3, months[6].month: 1}),)
    return BriefPictures(months=months, cycles=cycles, themes=themes, outcomes={"o1": OUTCOME})
