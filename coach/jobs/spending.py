"""What one job may spend on models, and about what a question will take."""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass, field
from threading import Lock

from coach.errors import StoreProblem
from coach.models import SentPreview, SpendingLimits, Spent
from coach.ports import Clock, Ledger, Limit, LLMReply, Reservation

_log = logging.getLogger(__name__)


@dataclass
class JobPurse:
    """Purse of one job, which may ask from several threads; the ledger knows what all the others spend."""

    ledger: Ledger
    """Where it is written down."""
    job_id: str
    """The job; a limit for one suggestion counts for all that it asks, so one that makes several widens it."""
    community_id: str
    """The community it asks for."""
    limits: SpendingLimits
    """What may be spent."""
    clock: Clock
    """Tells which day it is."""
    _spent: Spent = field(default=Spent(), init=False)
    _open: set[str] = field(default_factory=set, init=False)
    _lock: Lock = field(default_factory=Lock, init=False, repr=False)

    @property
    def spent(self) -> Spent:
        """Return what this purse paid so far; what is only set aside is not in it."""
        with self._lock:
            return self._spent

    def take(self, model: str, tokens: int, usd: float | None) -> str:
        """Set so much aside for one question and return the reservation, or raise BudgetSpent."""
        wanted = Reservation(self.job_id, self.community_id, model, tokens, usd)
        reservation = self.ledger.reserve(wanted, to_limits(self.limits, self.job_id, self.community_id, self.clock))
        with self._lock:
            self._open.add(reservation)
        return reservation

    def pay(self, reservation: str, reply: LLMReply | None) -> None:
        """Write down what a question took, once; None when no answer came."""
        with self._lock:
            if reservation not in self._open:
                return
            self._open.remove(reservation)
            self._spent += _to_spent(reply)
        try:
            self.ledger.settle(reservation, reply)
        except StoreProblem as problem:  # the answer is here and paid for: it must not be lost over its bill
            _log.warning("what a question to a model took could not be written down: %s", problem.message)

    def reuse(self) -> None:
        """Write down that an answer from before was used."""
        with self._lock:
            self._spent += Spent(reused=1)


def to_limits(limits: SpendingLimits, job_id: str, community_id: str, clock: Clock) -> list[Limit]:
    """Return the limits as the ledger reads them: this suggestion, the community's day, the whole day (UTC)."""
    today = clock.now().astimezone(dt.UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    found = [
        Limit(
            "this suggestion",
            job_id=job_id,
            calls=limits.calls_per_job,
            tokens=limits.tokens_per_job,
            usd=limits.usd_per_job,
        ),
        Limit(
            "this community today",
            community_id=community_id,
            since=today,
            calls=limits.calls_per_community_day,
            tokens=limits.tokens_per_community_day,
            usd=limits.usd_per_community_day,
        ),
        Limit(
            "today",
            since=today,
            calls=limits.calls_per_day,
            tokens=limits.tokens_per_day,
            usd=limits.usd_per_day,
        ),
    ]
    return [limit for limit in found if (limit.calls, limit.tokens, limit.usd) != (None, None, None)]


def estimate(preview: SentPreview, times: int = 1) -> Spent:
    """Return about what so many questions like this one take, each asked once and answered in full."""
    one = Spent(
        calls=1,
        tokens_in=preview.tokens,
        cost_usd=preview.cost_usd or 0.0,
        unpriced=1 if preview.cost_usd is None else 0,
    )
    return sum([one] * times, Spent())


def _to_spent(reply: LLMReply | None) -> Spent:
    if reply is None:
        return Spent(calls=1)
    return Spent(
        calls=1,
        tokens_in=reply.tokens_in,
        tokens_out=reply.tokens_out,
        tokens_cached=reply.tokens_cached,
        cost_usd=reply.cost_usd or 0.0,
        unpriced=1 if reply.cost_usd is None else 0,
    )
