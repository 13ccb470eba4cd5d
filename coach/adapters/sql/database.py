"""One engine, and the two ways to use it: a transaction that reads and one that writes."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from coach.errors import StoreProblem

from . import guard
from .migrate import bring_up_to_date
from .problems import translated

_BUSY_S = 15
_CONNECT_S = 10
_PAUSE_S = 0.02


class Database:
    """A database that is up to date and watched by the guard."""

    def __init__(self, url: str) -> None:
        """Open it, make it when it is not there, and bring it up to date.

        Args:
            url: `sqlite:///…` or `postgresql+psycopg://…`.
        """
        self._url = _read_url(url)
        self.where = _describe(self._url)
        with translated(self.where):
            self.engine = _build_engine(self._url)
        try:
            with translated(self.where):
                bring_up_to_date(self.engine)
        except BaseException:
            self.engine.dispose()
            raise
        guard.watch(self.engine)

    @property
    def is_sqlite(self) -> bool:
        """Tell whether this is the one-machine database."""
        return self._url.get_backend_name() == "sqlite"

    @contextmanager
    def reading(
        self, community_id: str | None = None, *, across: frozenset[str] = frozenset(), actor_id: str | None = None
    ) -> Iterator[sa.Connection]:
        """Open a transaction that sees one state of things; without a community only the list of them.

        Args:
            community_id: The community it is about.
            across: The tables that are read for all communities at once; only what holds no notes, or is shared.
            actor_id: The person whose private things are read; without, nobody's are.
        """
        with translated(self.where), self.engine.connect() as connection:
            options: dict[str, Any] = {"community_id": community_id, "across": across, "actor_id": actor_id}
            if not self.is_sqlite:
                options["isolation_level"] = "REPEATABLE READ"
            connection.execution_options(**options)
            with connection.begin():
                yield connection

    @contextmanager
    def writing(
        self, community_id: str | None = None, *, across: frozenset[str] = frozenset(), actor_id: str | None = None
    ) -> Iterator[sa.Connection]:
        """Open a transaction that writes all or nothing.

        Args:
            community_id: The community it is about.
            across: The tables that it reads for all communities at once; it writes them for this one only.
            actor_id: The person whose private things are written; without, nobody's are.
        """
        with translated(self.where), self.engine.connect() as connection:
            connection.execution_options(community_id=community_id, across=across, actor_id=actor_id, writes=True)
            with connection.begin():
                yield connection

    def measure(self) -> None:
        """Let PostgreSQL count what is there; until it has, it finds a large new ingest by looking everywhere."""
        if self.is_sqlite:
            return
        with self.writing() as connection:
            connection.exec_driver_sql("ANALYZE note_version, chunk, chunk_vector, chunk_words")

    def scrub(self) -> None:
        """Overwrite what was taken out wherever SQLite still keeps it: in the full-text index and in its log."""
        if not self.is_sqlite:
            return
        with self.writing() as connection:
            connection.exec_driver_sql("INSERT INTO chunk_words(chunk_words) VALUES('optimize')")
        self.empty_log()

    def empty_log(self) -> None:
        """Overwrite what was taken out where SQLite still keeps it in its log."""
        if not self.is_sqlite:
            return
        with translated(self.where), self.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def _read_url(url: str) -> sa.URL:
    try:
        parsed = sa.make_url(url)
    except ArgumentError:
        raise StoreProblem("The database's address cannot be read.", "Correct COACH_DATABASE_URL.") from None
    if parsed.drivername in {"postgres", "postgresql"}:
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in {"sqlite", "sqlite+pysqlite", "postgresql+psycopg"}:
        raise StoreProblem(
            f"Coach cannot keep its notes in a database of the kind {parsed.drivername}.",
            "Use postgresql+psycopg://… in COACH_DATABASE_URL, or leave it out to use a file.",
        )
    if parsed.get_backend_name() == "sqlite" and parsed.database in {None, "", ":memory:"}:
        raise StoreProblem("A database in memory would forget everything.", "Name a file after sqlite:///.")
    return parsed


def _describe(url: sa.URL) -> str:
    if url.get_backend_name() == "sqlite":
        return f"SQLite, {url.database}"
    place = f"{url.host or url.query.get('host', 'local socket')}" + (f":{url.port}" if url.port else "")
    return f"PostgreSQL, {url.database or url.username} at {place}"


def _build_engine(url: sa.URL) -> sa.Engine:
    if url.get_backend_name() == "sqlite":
        Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
        engine = sa.create_engine(
            url, connect_args={"timeout": _BUSY_S}, pool_size=5, max_overflow=40, hide_parameters=True
        )
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        return sa.create_engine(
            url,
            connect_args={"connect_timeout": _CONNECT_S},
            pool_size=5,
            max_overflow=15,
            pool_pre_ping=True,
            hide_parameters=True,
        )
    except (NoSuchModuleError, ImportError) as error:
        raise StoreProblem("The driver for PostgreSQL is not installed.", "Install psycopg[binary].") from error


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves; the driver would begin too late
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_S * 1000}")
    _switch_to_wal(cursor)
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA secure_delete = ON")  # what is taken out is overwritten, not only forgotten
    cursor.close()


def _switch_to_wal(cursor: sqlite3.Cursor) -> None:
    """Let readers and a writer work side by side; a file remembers it, so this changes something only once.

    SQLite does not wait when several programs switch the same new file at the same moment, so we do.
    """
    waited_s = 0.0
    while cursor.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or waited_s >= _BUSY_S:
                raise
            time.sleep(_PAUSE_S)
            waited_s += _PAUSE_S


def _begin_sqlite(connection: sa.Connection) -> None:
    # A writer takes the lock at once; one that began as a reader could not wait for it.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
