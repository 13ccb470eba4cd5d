"""A database as an earlier version of Coach left it, with a community, a note and whatever else it kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

import coach.adapters.sql
from coach.adapters.sql.changes import to_word_row
from coach.adapters.sql.postgres_words import PostgresWords
from coach.adapters.sql.rows import from_chunk, from_note, from_vector
from coach.adapters.sql.sqlite_words import SqliteWords
from tests.contracts.making import EMBEDDER, make_note

_FOLDER = Path(coach.adapters.sql.__file__).parent / "migrations"
_RUN = {"pk": 1, "community_id": "reading", "id": "r1", "source": "folder", "location": "/notes", "actor_id": "ada"}
_PATTERN = {"pk": 1, "community_id": "reading", "pattern_id": "round", "body": "title: A round", "credit": "Nell"}
_WHEN = "2026-03-01T09:00:00.000000+00:00"


def make_older(url: str, step: str) -> None:
    """Make a database that has come as far as this step of the migrations, and write into what it has."""
    if url.startswith("sqlite:///"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(_FOLDER))
        config.set_main_option("path_separator", "os")
        command.upgrade(config, step)
        _fill(connection)
    engine.dispose()


def read_all(url: str) -> dict[str, list[dict[str, Any]]]:
    """Return all rows of all tables but the full-text index."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.connect() as connection:
        names = sa.inspect(connection).get_table_names()
        found = {name: _rows(connection, name) for name in names if "chunk_words" not in name}
    engine.dispose()
    return found


def _rows(connection: sa.Connection, name: str) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(sa.text(f'SELECT * FROM "{name}"')).mappings()]


def _fill(connection: sa.Connection) -> None:
    new = make_note("a.md", "The taxi queue is long")
    (first,) = new.chunks
    community = {"id": "reading", "name": "Reading", "name_key": "reading", "domain": "Books", "people": "Neighbours"}
    _put(connection, "community", {**community, "practice": "", "owner_id": "ada", "is_demo": False, "revision": 7})
    _put(connection, "member", {"community_id": "reading", "id": "nell", "name": "Nell", "aliases": ["N."]})
    _put(connection, "run", {**_RUN, "started": _WHEN, "finished": _WHEN, "report": {"added": 1}, "undone": False})
    _put(connection, "note_version", {"pk": 1, **from_note(new, {}, 1)})
    _put(connection, "chunk", {"pk": 1, **from_chunk(first, 1)})
    _put(connection, "chunk_vector", from_vector(first, 1, new.vectors[0], EMBEDDER))
    words = PostgresWords() if connection.dialect.name == "postgresql" else SqliteWords()
    words.add(connection, "reading", [to_word_row(1, first.heading, first.reading)])
    if sa.inspect(connection).has_table("own_pattern"):
        _put(connection, "own_pattern", {**_PATTERN, "added_by": "ada", "added_at": _WHEN})
    if sa.inspect(connection).has_table("job_run"):
        _fill_records(connection)


def _fill_records(connection: sa.Connection) -> None:
    ours = {"pk": 1, "community_id": "reading"}
    run = {
        "id": "run1",
        "community_id": "reading",
        "kind": "plan",
        "state": "done",
        "actor_id": "ada",
        "started": _WHEN,
    }
    _put(connection, "job_run", {"pk": 1, **run, "body": run})
    _put(connection, "run_decision", {**ours, "run_id": "run1", "at": _WHEN, "body": {"what": "accept", "at": _WHEN}})
    tokens = {"tokens_in": 3, "tokens_out": 2, "tokens_cached": 0, "cost_usd": 0.5}
    call = {"id": "call1", "job_id": "run1", "model": "gpt", "at": _WHEN, "state": "paid"}
    _put(connection, "model_call", {**ours, **call, **tokens})
    _put(connection, "model_answer", {**ours, "key": "key", "at": _WHEN, "body": {}})
    _put(connection, "setting", {"name": "model", "body": {"model": "openai/gpt"}})


def _put(connection: sa.Connection, name: str, row: dict[str, Any]) -> None:
    table = sa.Table(name, sa.MetaData(), autoload_with=connection)
    connection.execute(sa.insert(table), [row])
