"""Where run records, spending, kept answers and the model's setup are kept, as protocols."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from coach.models import Decision, ModelSetup, RunRecord, Spent

from .model import AnswerCache, LLMReply


class RunLog(Protocol):
    """Records of what jobs did, one community's or all of this installation's."""

    def write(self, record: RunRecord) -> None:
        """Write a record, or write over the one of the same id; its decisions are left as they are."""
        ...

    def get(self, run_id: str) -> RunRecord | None:
        """Return one record with its decisions, if it is there."""
        ...

    def list_runs(self, community_id: str = "", limit: int = 50) -> list[RunRecord]:
        """Return the newest records, of one community or of all, newest first, with their decisions."""
        ...

    def decide(self, run_id: str, decision: Decision) -> None:
        """Add what a person did with a suggestion; raise BadRequest when there is no such run.

        A later decision on the same part and field stands beside the earlier ones. Words (`before`, `after`) are
        written as they are given: whoever calls leaves them out where the community does not keep suggestions.
        """
        ...

    def sweep(self) -> int:
        """Mark runs that a process left behind as failed, and return how many: called once at start."""
        ...


@dataclass(frozen=True)
class Reservation:
    """What is set aside for one question."""

    job_id: str
    """The job that asks."""
    community_id: str
    """The community it asks for."""
    model: str
    """Who is asked."""
    tokens: int
    """About how many tokens it takes at most."""
    usd: float | None
    """About what it costs at most; None when no price is known."""


class Ledger(Protocol):
    """What was spent, one row a question, for all processes on one database."""

    def reserve(self, wanted: Reservation, limits: Sequence[Limit]) -> str:
        """Set aside for one question, in one transaction with the look at the limits; return the row's id.

        Raises:
            BudgetSpent: One of the limits would be passed; nothing is set aside.
        """
        ...

    def settle(self, row_id: str, reply: LLMReply | None) -> None:
        """Write what a question took in the place of what was set aside; None when no answer came. Once only."""
        ...

    def spent(self, *, job_id: str = "", community_id: str = "", since: dt.datetime | None = None) -> Spent:
        """Return what was spent and is set aside, by job, by community or in all, since a moment."""
        ...


@dataclass(frozen=True)
class Limit:
    """One limit, and what counts towards it."""

    says: str
    """Whose it is, for people: `this suggestion`, `today`, `this community today`."""
    job_id: str = ""
    """Only this job counts, when given."""
    community_id: str = ""
    """Only this community counts, when given."""
    since: dt.datetime | None = None
    """Only from this moment on, when given."""
    calls: int | None = None
    """So many calls; no limit when None."""
    tokens: int | None = None
    """So many tokens, sent and received."""
    usd: float | None = None
    """So many US dollars."""


class Records(Protocol):
    """The store's side that jobs with models write to."""

    def runs(self) -> RunLog:
        """Return the run records."""
        ...

    def ledger(self) -> Ledger:
        """Return what was spent."""
        ...

    def answers(self, community_id: str) -> AnswerCache:
        """Return the kept answers of one community."""
        ...

    def forget_answers(self, community_id: str) -> int:
        """Let go of all kept answers of a community, as after any change of its notes; return how many."""
        ...

    def read_setup(self) -> ModelSetup | None:
        """Return the saved model setup; None when nothing was saved."""
        ...

    def write_setup(self, setup: ModelSetup) -> None:
        """Save the model setup; it never holds a key."""
        ...
