"""Ingest runs: opened, closed, listed and taken back."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from coach.errors import StoreProblem
from coach.models import IngestReport, UndoReport
from coach.ports import RunSummary

from .changes import bump_revision, make_findable, make_unfindable
from .rows import Row
from .scope import Scope, in_batches
from .tables import note_version, run

_LARGE = 50


def begin_run(scope: Scope, source: str, location: str) -> str:
    """Open a run and return its id."""
    run_id = uuid.uuid4().hex
    row = {
        "community_id": scope.community_id,
        "id": run_id,
        "source": source,
        "location": location,
        "actor_id": scope.actor.id,
        "started": scope.clock.now(),
        "undone": False,
    }
    with scope.writing() as connection:
        connection.execute(sa.insert(run), [row])
    return run_id


def get_open_run(connection: sa.Connection, scope: Scope, run_id: str) -> int:
    """Return the row of a run that may still write, or raise StoreProblem."""
    query = sa.select(run.c.pk).where(
        scope.of(run), run.c.id == run_id, run.c.undone.is_(False), run.c.finished.is_(None)
    )
    pk = connection.execute(query).scalar()
    if pk is None:
        raise StoreProblem(
            "This ingest was closed or taken back by someone else while it ran; the rest was not written.",
            "Run it again.",
        )
    return int(pk)


def finish_run(scope: Scope, run_id: str, report: IngestReport) -> None:
    """Close a run; one that wrote nothing is deleted."""
    with scope.writing() as connection:
        pk = get_open_run(connection, scope, run_id)
        this = sa.and_(scope.of(run), run.c.pk == pk)
        touched = _touched(connection, scope, [pk])
        if pk in touched:
            values = {"finished": scope.clock.now(), "report": report.model_dump(mode="json")}
            connection.execute(sa.update(run).where(this).values(**values))
        else:
            connection.execute(sa.delete(run).where(this))
    if touched.get(pk, 0) >= _LARGE:
        scope.database.measure()


def read_runs(scope: Scope) -> list[RunSummary]:
    """Return the runs, newest first; one that is open and has written nothing is not shown."""
    with scope.reading() as connection:
        rows = connection.execute(sa.select(run).where(scope.of(run)).order_by(run.c.pk.desc())).mappings().all()
        touched = _touched(connection, scope, [row["pk"] for row in rows if row["report"] is None])
    return [_to_summary(row, touched) for row in rows if row["report"] is not None or row["pk"] in touched]


def _to_summary(row: Row, touched: dict[int, int]) -> RunSummary:
    # A run that was broken off has no report; what can be counted is how many notes it wrote.
    unfinished = IngestReport(source=row["source"], run_id=row["id"], added=touched.get(row["pk"], 0))
    report = IngestReport.model_validate(row["report"]) if row["report"] is not None else unfinished
    return RunSummary(id=row["id"], source=row["source"], started=row["started"], report=report, undone=row["undone"])


def _touched(connection: sa.Connection, scope: Scope, pks: Sequence[int]) -> dict[int, int]:
    """Return how many versions each of these runs added; runs that neither added nor retired any are left out."""
    added: dict[int, int] = {}
    for batch in in_batches(pks):
        for column, weight in ((note_version.c.run_added, 1), (note_version.c.run_retired, 0)):
            query = sa.select(column, sa.func.count()).where(scope.of(note_version), column.in_(batch)).group_by(column)
            for pk, count in connection.execute(query):
                added[pk] = added.get(pk, 0) + weight * count
    return added


def read_locations(connection: sa.Connection, scope: Scope) -> dict[str, str]:
    """Return where each source was last read from."""
    query = (
        sa.select(run.c.source, run.c.location).where(scope.of(run), run.c.undone.is_(False)).order_by(run.c.pk.asc())
    )
    return {row.source: row.location for row in connection.execute(query)}


def undo_last_run(scope: Scope) -> UndoReport | None:
    """Take back the newest run that wrote something and is not undone."""
    with scope.writing() as connection:
        bump_revision(connection, scope)
        newest = _find_newest(connection, scope)
        if newest is None:
            return None
        back = _find_back(connection, scope, newest["pk"])
        added = sa.and_(scope.of(note_version), note_version.c.run_added == newest["pk"])
        make_unfindable(connection, scope, note_version.c.run_added == newest["pk"])
        taken_out = connection.execute(sa.delete(note_version).where(added)).rowcount
        _restore(connection, scope, back)
        connection.execute(sa.update(run).where(scope.of(run), run.c.pk == newest["pk"]).values(undone=True))
    put_back = sum(version.retired_by is None for version in back)
    return UndoReport(run_id=newest["id"], source=newest["source"], taken_out=taken_out, put_back=put_back)


def _find_newest(connection: sa.Connection, scope: Scope) -> Row | None:
    wrote = sa.select(note_version.c.run_added).where(scope.of(note_version))
    retired = sa.select(note_version.c.run_retired).where(
        scope.of(note_version), note_version.c.run_retired.is_not(None)
    )
    query = (
        sa.select(run)
        .where(scope.of(run), run.c.undone.is_(False), sa.or_(run.c.pk.in_(wrote), run.c.pk.in_(retired)))
        .order_by(run.c.pk.desc())
        .limit(1)
    )
    return connection.execute(query).mappings().first()


@dataclass(frozen=True)
class _Version:
    pk: int
    """The version that comes back."""
    retired_by: int | None
    """The run that holds it retired from now on; none when it is current again."""


def _find_back(connection: sa.Connection, scope: Scope, run_pk: int) -> list[_Version]:
    """Return the versions that a run retired, and what holds each of them back once the run is gone.

    Usually nothing does. When two ingests ran at once, a younger version may stand after those of this run; then
    whoever wrote or retired that one has retired this one.
    """
    columns = note_version.c
    retired = sa.and_(scope.of(note_version), columns.run_retired == run_pk)
    notes = sa.select(columns.note_id).where(retired)
    query = sa.select(columns.pk, columns.note_id, columns.run_added, columns.run_retired).where(
        scope.of(note_version), columns.note_id.in_(notes)
    )
    history: dict[str, list[Row]] = defaultdict(list)
    for row in connection.execute(query.order_by(columns.pk)).mappings():
        history[row["note_id"]].append(row)
    return [version for rows in history.values() for version in _to_back(rows, run_pk)]


def _to_back(rows: Sequence[Row], run_pk: int) -> Iterable[_Version]:
    for place, row in enumerate(rows):
        if row["run_retired"] != run_pk or row["run_added"] == run_pk:
            continue
        later = rows[place + 1 :]
        kept = next((item["run_added"] for item in later if item["run_added"] != run_pk), None)
        ends = [item["run_retired"] for item in later if item["run_added"] == run_pk]
        ended = ends[-1] if ends and ends[-1] != run_pk else None
        yield _Version(pk=row["pk"], retired_by=kept or ended)


def _restore(connection: sa.Connection, scope: Scope, back: Sequence[_Version]) -> None:
    by_holder: dict[int | None, list[int]] = defaultdict(list)
    for version in back:
        by_holder[version.retired_by].append(version.pk)
    for holder, pks in by_holder.items():
        for batch in in_batches(pks):
            these = sa.and_(scope.of(note_version), note_version.c.pk.in_(batch))
            connection.execute(sa.update(note_version).where(these).values(run_retired=holder))
            make_findable(connection, scope, note_version.c.pk.in_(batch))
