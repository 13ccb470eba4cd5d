"""Records of what jobs did, and what people made of the suggestions."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from coach.errors import BadRequest
from coach.models import Decision, RunRecord, RunState
from coach.ports import Clock

from .changes import check_here
from .database import Database
from .scope import in_batches
from .tables import job_run, run_decision

LEFT_BEHIND = "left behind"
"""The error of a run whose process ended before it did."""
_LEFT_AFTER = dt.timedelta(hours=1)
_ALL = frozenset({job_run.name, run_decision.name})
_run, _decision = job_run.c, run_decision.c


@dataclass(frozen=True)
class SqlRunLog:
    """RunLog on a SQL database; `SqlStore.records` leads to it."""

    database: Database
    """Where the rows are."""
    clock: Clock
    """Tells when things happen."""

    def write(self, record: RunRecord) -> None:
        """Write a record, or write over the one of the same id; its decisions are left as they are."""
        this = sa.and_(_run.community_id == record.community_id, _run.id == record.id)
        with self.database.writing(record.community_id) as connection:
            check_here(connection, record.community_id)
            changed = connection.execute(sa.update(job_run).where(this).values(**_to_values(record)))
            if changed.rowcount == 0:
                ids = {"id": record.id, "community_id": record.community_id}
                connection.execute(sa.insert(job_run), [{**ids, **_to_values(record)}])

    def get(self, run_id: str) -> RunRecord | None:
        """Return one record with its decisions, if it is there."""
        with self.database.reading(across=_ALL) as connection:
            found = _read(connection, _run.id == run_id)
        return found[0] if found else None

    def list_runs(self, community_id: str = "", limit: int = 50) -> list[RunRecord]:
        """Return the newest records, of one community or of all, newest first, with their decisions."""
        if not community_id:
            with self.database.reading(across=_ALL) as connection:
                return _read(connection, sa.true(), limit=limit)
        with self.database.reading(community_id) as connection:
            inside = _decision.community_id == community_id
            return _read(connection, _run.community_id == community_id, inside, limit=limit)

    def decide(self, run_id: str, decision: Decision) -> None:
        """Add what a person did with a suggestion; raise BadRequest when there is no such run."""
        with self.database.reading(across=_ALL) as connection:
            community_id = connection.execute(sa.select(_run.community_id).where(_run.id == run_id)).scalar()
        if community_id is None:
            raise BadRequest("There is no record of this suggestion any more.", "`coach runs` lists what is there.")
        dated = decision.model_copy(update={"at": decision.at or self.clock.now()})
        body = dated.model_dump(mode="json")
        row = {"community_id": community_id, "run_id": run_id, "at": dated.at, "body": body}
        with self.database.writing(community_id) as connection:
            connection.execute(sa.insert(run_decision), [row])

    def sweep(self) -> int:
        """Mark runs that began more than an hour ago and never ended as failed, and return how many.

        Younger ones are left: where several processes share a database, they may still be at work.
        """
        old = sa.and_(_run.state == RunState.RUNNING.value, _run.started < self.clock.now() - _LEFT_AFTER)
        with self.database.reading(across=_ALL) as connection:
            left = _read(connection, old)
        return sum(self._leave(record) for record in left)

    def _leave(self, record: RunRecord) -> int:
        ended = record.model_copy(update={"state": RunState.FAILED, "error": LEFT_BEHIND})
        this = sa.and_(_run.community_id == record.community_id, _run.id == record.id)
        is_running = _run.state == RunState.RUNNING.value  # it may have ended since it was read
        with self.database.writing(record.community_id) as connection:
            change = sa.update(job_run).where(this, is_running).values(**_to_values(ended))
            return connection.execute(change).rowcount


def _read(connection: sa.Connection, *which: sa.ColumnElement[bool], limit: int | None = None) -> list[RunRecord]:
    """Return the records under the first condition, newest first; the second one narrows their decisions."""
    query = sa.select(_run.id, _run.body).where(which[0]).order_by(_run.started.desc(), _run.pk.desc()).limit(limit)
    rows = connection.execute(query).all()
    decisions = _read_decisions(connection, [run_id for run_id, _ in rows], which[1:])
    return [RunRecord.model_validate({**body, "decisions": decisions[run_id]}) for run_id, body in rows]


def _read_decisions(
    connection: sa.Connection, run_ids: Iterable[str], which: Iterable[sa.ColumnElement[bool]]
) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for batch in in_batches(run_ids):
        query = sa.select(_decision.run_id, _decision.body).where(_decision.run_id.in_(batch), *which)
        for run_id, body in connection.execute(query.order_by(_decision.pk)):
            found[run_id].append(body)
    return found


def _to_values(record: RunRecord) -> dict[str, Any]:
    return {
        "kind": record.kind,
        "state": record.state.value,
        "actor_id": record.actor_id,
        "started": record.started,
        "body": record.model_dump(mode="json", exclude={"decisions"}),
    }
