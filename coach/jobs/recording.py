"""What every drafting job leaves behind: a run record, written when it begins and, whatever happens, when it ends."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from coach.drafting.modelled.room import Trace
from coach.errors import CoachError
from coach.models import (
    BriefResult,
    CoachReply,
    Drafting,
    Finding,
    NotesAnswer,
    OutcomesResult,
    PlanResult,
    RewritesResult,
    RunRecord,
    RunState,
    Series,
    Spent,
    Suggested,
)
from coach.ports import Clock, RunLog

NOT_WRITTEN = "The record of this run could not be written; the suggestion itself is whole."
"""Said when a store cannot write records: a draft is never lost for it."""


@dataclass
class Recording:
    """The record of one job while it goes on."""

    log: RunLog
    """Where it is written."""
    clock: Clock
    """Tells when it began and ended."""
    record: RunRecord
    """What is known so far."""
    keeps_words: bool = False
    """Whether requests and suggestions are kept word for word."""
    is_written: bool = True
    """Whether the log took it so far."""
    _began: float = field(default_factory=time.perf_counter)

    def begin(self, request: str) -> None:
        """Write down that it goes on, with what was asked where such words are kept."""
        if self.keeps_words:
            self.record = self.record.model_copy(update={"request": request})
        self._write()

    def hand_over(self, result: Suggested, drafted_by: str = "") -> None:
        """Take note of what came of it, and of who drafted, where the result speaks of more than was asked for."""
        kept = {"suggestion": result.model_dump_json()} if self.keeps_words else {}
        said = {"drafted_by": drafted_by or who_drafted(result), "findings": count_findings(result), **kept}
        self.record = self.record.model_copy(update=said)

    def end(self, state: RunState, trace: Trace, spent: Spent, error: str = "") -> Drafting:
        """Write down how it ended, and return how its suggestion came about."""
        seconds = round(time.perf_counter() - self._began, 3)
        self.record = self.record.model_copy(
            update={
                "state": state,
                "finished": self.clock.now(),
                "prompts": dict(trace.prompts),
                "passages": tuple(dict.fromkeys(trace.chunks)),
                "repairs": trace.repairs,
                "told": tuple(trace.told),
                "spent": spent,
                "seconds": seconds,
                "error": error,
            }
        )
        self._write()
        return Drafting(
            run_id=self.record.id if self.is_written else "",
            by=self.record.drafted_by,
            told=(*trace.told, *(() if self.is_written else (NOT_WRITTEN,))),
            fell_back=state is RunState.FELL_BACK,
            spent=spent,
            seconds=seconds,
            at=self.record.finished,
            by_part=dict(trace.by_part),
        )

    def _write(self) -> None:
        try:
            self.log.write(self.record)
            self.is_written = True
        except CoachError:
            self.is_written = False


def who_drafted(result: Suggested) -> str:
    """Return who drafted a suggestion; a model's name when it drafted at least a part of it."""
    if isinstance(result, Series):
        names = [session.plan.drafted_by for session in result.sessions]
        return next((name for name in names if name != "playbook"), "playbook")
    if isinstance(result, BriefResult):
        return result.brief.drafted_by
    return result.plan.drafted_by if isinstance(result, PlanResult) else result.drafted_by


def count_findings(result: Suggested) -> dict[str, int]:
    """Return how often each check found something in a suggestion."""
    return dict(sorted(Counter(finding.check for finding in _findings(result)).items()))


def _findings(result: Suggested) -> Iterator[Finding]:
    if isinstance(result, PlanResult | Series | CoachReply | BriefResult | NotesAnswer):
        yield from result.findings
    if isinstance(result, Series):
        for session in result.sessions:
            yield from session.findings
    if isinstance(result, OutcomesResult):
        for outcome in result.outcomes:
            yield from outcome.findings
    if isinstance(result, RewritesResult):
        for rewrite in result.rewrites:
            yield from rewrite.findings
