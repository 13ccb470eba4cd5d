"""What questions to models took, one row a question, for all processes on one database."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from coach.models import Spent
from coach.ports import Clock, Limit, LLMReply, Reservation

from .changes import check_here
from .database import Database
from .limits import find_passed
from .tables import model_call

_RESERVED, _PAID, _FAILED = "reserved", "paid", "failed"
_HELD_FOR = dt.timedelta(hours=1)
_ALL = frozenset({model_call.name})
_LOCK = 7_263_512  # any number of ours: whoever reserves on PostgreSQL holds it until the row is written
_row = model_call.c


@dataclass(frozen=True)
class SqlLedger:
    """Ledger on a SQL database; `SqlStore.records` leads to it.

    What a job set aside and never settled counts for an hour, then as nothing: the job died, and as far as anybody
    here knows no answer came that would have to be paid. Should it come after all, settling writes it still.
    """

    database: Database
    """Where the rows are."""
    clock: Clock
    """Tells when things happen."""

    def reserve(self, wanted: Reservation, limits: Sequence[Limit]) -> str:
        """Set aside for one question and return the row's id, or raise BudgetSpent and set nothing aside.

        The look at the limits and the new row are one transaction, and one asks at a time: two who race for the last
        call cannot both have it.
        """
        row = self._to_row(wanted)
        with self.database.writing(wanted.community_id, across=_ALL) as connection:
            if not self.database.is_sqlite:
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
            check_here(connection, wanted.community_id)
            for limit in limits:
                spent = self._sum(connection, _which(limit.job_id, limit.community_id, limit.since))
                passed = find_passed(limit, spent, wanted)
                if passed:
                    raise passed
            connection.execute(sa.insert(model_call), [row])
        return str(row["id"])

    def settle(self, row_id: str, reply: LLMReply | None) -> None:
        """Write what a question took in the place of what was set aside; a second time changes nothing.

        A question without an answer stays a call, with no tokens and no price.
        """
        with self.database.reading(across=_ALL) as connection:
            community_id = connection.execute(sa.select(_row.community_id).where(_row.id == row_id)).scalar()
        if community_id is None:
            return
        is_open = sa.and_(_row.community_id == community_id, _row.id == row_id, _row.state == _RESERVED)
        with self.database.writing(community_id) as connection:
            connection.execute(sa.update(model_call).where(is_open).values(**_to_settled(reply)))

    def spent(self, *, job_id: str = "", community_id: str = "", since: dt.datetime | None = None) -> Spent:
        """Return what was spent and is set aside, by job, by community or in all, since a moment."""
        with self.database.reading(across=_ALL) as connection:
            return self._sum(connection, _which(job_id, community_id, since))

    def _to_row(self, wanted: Reservation) -> dict[str, Any]:
        return {
            "community_id": wanted.community_id,
            "id": uuid.uuid4().hex,
            "job_id": wanted.job_id,
            "model": wanted.model,
            "at": self.clock.now(),
            "state": _RESERVED,
            "tokens_in": wanted.tokens,
            "tokens_out": 0,
            "tokens_cached": 0,
            "cost_usd": wanted.usd,
        }

    def _sum(self, connection: sa.Connection, which: list[sa.ColumnElement[bool]]) -> Spent:
        counts = sa.or_(_row.state != _RESERVED, _row.at > self.clock.now() - _HELD_FOR)
        without_price = sa.and_(_row.cost_usd.is_(None), _row.state != _FAILED)
        query = sa.select(
            sa.func.count(_row.pk).label("calls"),
            *(_total(column).label(column.name) for column in (_row.tokens_in, _row.tokens_out, _row.tokens_cached)),
            _total(_row.cost_usd).label("cost_usd"),
            _total(sa.case((without_price, 1), else_=0)).label("unpriced"),
        ).where(counts, *which)
        row = connection.execute(query).mappings().one()
        return Spent.model_validate(dict(row))


def _total(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    return sa.func.coalesce(sa.func.sum(column), 0)


def _which(job_id: str, community_id: str, since: dt.datetime | None) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    if job_id:
        conditions.append(_row.job_id == job_id)
    if community_id:
        conditions.append(_row.community_id == community_id)
    if since:
        conditions.append(_row.at >= since)
    return conditions


def _to_settled(reply: LLMReply | None) -> dict[str, Any]:
    if reply is None:
        return {"state": _FAILED, "tokens_in": 0, "tokens_out": 0, "tokens_cached": 0, "cost_usd": None}
    return {
        "state": _PAID,
        "tokens_in": reply.tokens_in,
        "tokens_out": reply.tokens_out,
        "tokens_cached": reply.tokens_cached,
        "cost_usd": reply.cost_usd,
    }
