"""From run records to cases: what was asked, once for all who asked the same, and what people made of the answers."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from coach.models import (
    Activity,
    OutcomesRequest,
    OutcomesResult,
    PartRequest,
    PlanRequest,
    PlanResult,
    Review,
    RunRecord,
    SuggestionKind,
)

from .casebook import ActivityCase, AnyCase, Evidence, OutcomeAsk, OutcomeCase, PartAsk, PlanCase, ReviewCase
from .expecting import Hide, Known, Told, known_in_outcomes, known_in_plan, to_rules

Ask = PlanRequest | OutcomeAsk | PartAsk
"""What a case can ask."""


@dataclass
class Asked:
    """One request, and all that was decided on what was suggested to it."""

    kind: SuggestionKind
    """What was wanted."""
    ask: Ask
    """What was asked, names and all."""
    wish: str = ""
    """What should have been different."""
    told: Told = field(default_factory=Told)
    """What people said."""
    passages: dict[str, None] = field(default_factory=dict)
    """The ids of the chunks that were read."""
    drafted_by: dict[str, None] = field(default_factory=dict)
    """Who drafted."""
    is_thin: bool = False
    """Whether the notes told too little."""

    @property
    def key(self) -> str:
        """Return what makes it the same request."""
        return f"{self.kind.value} {self.ask.model_dump_json()} {self.wish}"

    @property
    def words(self) -> str:
        """Return what was asked, in words."""
        if isinstance(self.ask, OutcomeAsk):
            return self.ask.about
        return self.ask.outcome if isinstance(self.ask, PartAsk) else " ".join([*self.ask.outcomes, self.ask.about])


@dataclass(frozen=True)
class Gathered:
    """All requests, and what could not be taken."""

    asks: Sequence[Asked]
    """Each request once, oldest first."""
    left_out: Sequence[str]
    """What was left out, and why."""


@dataclass(frozen=True)
class _Read:
    """One run, read."""

    asked: Asked
    known: Known


def gather(records: Iterable[RunRecord], patterns: frozenset[str]) -> Gathered:
    """Return the requests that decided-on suggestions answered.

    Args:
        records: Runs with decisions, newest first.
        patterns: The ids of the playbook's own patterns; a community's own are not there where a case is run.
    """
    asks: dict[str, Asked] = {}
    reasons: Counter[str] = Counter()
    for record in reversed(list(records)):
        read = _read(record, patterns)
        if isinstance(read, str):
            reasons[read] += 1
            continue
        same = asks.setdefault(read.asked.key, read.asked)
        same.told.hear(record.decisions, read.known)
        same.passages |= dict.fromkeys(record.passages)
        same.drafted_by[record.drafted_by] = None
        same.is_thin = same.is_thin or read.asked.is_thin
    return Gathered(list(asks.values()), [f"{why}: {count}." for why, count in reasons.most_common()])


def to_case(asked: Asked, hide: Hide) -> AnyCase:
    """Return a request as a case, names hidden."""
    must, must_not = to_rules(asked.told, asked.words, hide)
    ask = _hide_ask(asked.ask, hide)
    digest = hashlib.sha256(f"{ask.model_dump_json()} {hide(asked.wish)}".encode()).hexdigest()[:8]
    fields = {
        "id": f"{asked.kind.value}-{digest}",
        "kind": asked.kind,
        "request": ask,
        "note": _describe(asked, hide),
        "evidence": Evidence.THIN if asked.is_thin else Evidence.ENOUGH,
        "must": must,
        "must_not": must_not,
    }
    return _SHAPES[asked.kind].model_validate(fields)


def texts_of(gathered: Gathered) -> Iterator[str]:
    """Yield all words that go into cases, names and all, so that they can be looked through for names."""
    for each in gathered.asks:
        yield from (each.words, each.wish, *each.told.accepted, *each.told.rejected)
        if isinstance(each.ask, PlanRequest):
            yield from (each.ask.title, *each.ask.by_the_end)
        for before, after in each.told.edits:
            yield from (before, after)


_SHAPES: dict[SuggestionKind, type[PlanCase | OutcomeCase | ActivityCase | ReviewCase]] = {
    SuggestionKind.PLAN: PlanCase,
    SuggestionKind.OUTCOME: OutcomeCase,
    SuggestionKind.ACTIVITY: ActivityCase,
    SuggestionKind.REVIEW: ReviewCase,
}
_NO_WORDS = "Suggestions without words, because the community did not keep them"
_NO_KIND = "Series, other wordings, and parts that are no activity or review, which cases do not ask for"
_UNREADABLE = "Suggestions that this version cannot read any more"


def _read(record: RunRecord, patterns: frozenset[str]) -> _Read | str:
    """Return a run's request and suggestion, or why it cannot be taken."""
    if record.kind not in ("plan", "outcomes", "part"):
        return _NO_KIND
    if not record.request or not record.suggestion:
        return _NO_WORDS
    try:
        if record.kind == "outcomes":
            return _read_outcomes(record)
        result = PlanResult.model_validate_json(record.suggestion)
        if record.kind == "plan":
            return _read_plan(PlanRequest.model_validate_json(record.request), result, patterns)
        return _read_part(PartRequest.model_validate_json(record.request), result) or _NO_KIND
    except ValidationError:
        return _UNREADABLE


def _read_outcomes(record: RunRecord) -> _Read:
    request = OutcomesRequest.model_validate_json(record.request)
    result = OutcomesResult.model_validate_json(record.suggestion)
    ask = OutcomeAsk(about=request.about, count=request.count)
    return _Read(Asked(SuggestionKind.OUTCOME, ask, is_thin=not result.enough), known_in_outcomes(result))


def _read_plan(request: PlanRequest, result: PlanResult, patterns: frozenset[str]) -> _Read:
    chosen = tuple(item for item in request.patterns if item in patterns)
    ask = request.model_copy(update={"seed": 0, "patterns": chosen})
    return _Read(Asked(SuggestionKind.PLAN, ask, is_thin=bool(result.plan.ask_first)), known_in_plan(result.plan))


def _read_part(request: PartRequest, result: PlanResult) -> _Read | None:
    plan = result.plan
    part = next((item for item in plan.parts if item.id == request.part), None)
    if not isinstance(part, Activity | Review):
        return None
    wanted = [item for item in plan.outcomes if item.id in part.outcome_ids] or plan.outcomes
    ask = PartAsk(
        outcome=wanted[0].asked or wanted[0].text,
        minutes=plan.minutes,
        people=plan.people,
        mode=plan.mode,
        newcomers=plan.newcomers,
        experts=plan.experts,
        work=part.looks_at if isinstance(part, Review) else "",
    )
    kind = SuggestionKind(part.kind)
    asked = Asked(kind, ask, wish=request.wish, is_thin=bool(plan.ask_first))
    return _Read(asked, known_in_plan(plan, request.part))


def _hide_ask(ask: Ask, hide: Hide) -> Ask:
    if isinstance(ask, OutcomeAsk):
        return ask.model_copy(update={"about": hide(ask.about)})
    if isinstance(ask, PartAsk):
        return ask.model_copy(update={"outcome": hide(ask.outcome), "work": hide(ask.work)})
    said = {"about": hide(ask.about), "title": hide(ask.title)}
    lists = {name: tuple(map(hide, getattr(ask, name))) for name in ("outcomes", "by_the_end")}
    return ask.model_copy(update={**said, **lists})


def _describe(asked: Asked, hide: Hide) -> str:
    counts = asked.told.counts
    said = (
        f"Decided on by people: accepted {counts['accept']}, edited {counts['edit']}, turned down {counts['reject']}."
    )
    wish = f" They wished for it: {hide(asked.wish)}." if asked.wish else ""
    return f"{said} Drafted by {', '.join(filter(None, asked.drafted_by)) or 'nobody'}.{wish}"
