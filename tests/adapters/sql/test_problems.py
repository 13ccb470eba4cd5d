"""What a person hears when the database cannot do its work, tried on real databases."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from coach.adapters.sql import SqlStore
from coach.adapters.sql.problems import to_problem, translated
from coach.errors import StoreProblem
from coach.testing import FixedClock
from tests.contracts.making import look, make_note, open_notes, write

ROOT = Path(__file__).parents[3]
SECRET = "hunter2-secret"


def open_store(url: str) -> SqlStore:
    return SqlStore(url, clock=FixedClock())


def say(url: str) -> str:
    with pytest.raises(StoreProblem) as raised:
        open_store(url)
    return str(raised.value)


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("not a url", "COACH_DATABASE_URL"),
        (f"mysql://me:{SECRET}@host/db", "postgresql+psycopg"),
        (f"postgresql+asyncpg://me:{SECRET}@host/db", "postgresql+psycopg"),
        (f"postgresql://me:{SECRET}@127.0.0.1:9/db", "cannot be reached"),
        (f"postgres://me:{SECRET}@127.0.0.1:9/db", "cannot be reached"),
        (f"postgresql+psycopg://me:{SECRET}@no-such-host.invalid/db", "cannot be reached"),
        ("postgresql+psycopg:///db?host=/nowhere", "cannot be reached"),
        ("sqlite://", "in memory"),
        ("sqlite:////dev/null/coach.db", "cannot be written to"),
    ],
)
def test_an_address_that_leads_nowhere_says_what_to_do(url: str, hint: str):
    said = say(url)

    assert hint in said
    assert SECRET not in said


@pytest.mark.postgres
def test_a_wrong_password_is_named_and_not_shown(postgres_url: str):
    engine = sa.create_engine(postgres_url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with engine.connect() as connection:
        connection.execute(sa.text("DROP ROLE IF EXISTS stranger"))
        connection.execute(sa.text("CREATE ROLE stranger LOGIN PASSWORD 'right'"))
    url = sa.make_url(postgres_url).set(username="stranger", password=SECRET).render_as_string(hide_password=False)

    said = say(url)

    assert "does not accept this user or password" in said
    assert SECRET not in said
    with engine.connect() as connection:
        connection.execute(sa.text("DROP ROLE stranger"))
    engine.dispose()


@pytest.mark.postgres
def test_a_database_that_is_not_there_is_named(postgres_url: str):
    said = say(sa.make_url(postgres_url).set(database="nowhere").render_as_string(hide_password=False))

    assert "no such database" in said
    assert "nowhere" in said


@pytest.mark.postgres
def test_a_server_that_dropped_us_is_found_again(postgres_url: str):
    store = open_store(postgres_url)
    notes = open_notes(store)
    engine = sa.create_engine(postgres_url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    others = "datname = current_database() AND pid <> pg_backend_pid()"
    ended = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"
    with engine.connect() as connection:
        assert connection.execute(sa.text(ended)).all()

    write(notes, make_note("a.md", "Taxi"))

    assert notes.count_words(["taxi"]) == {"taxi": 1}
    store.close()
    engine.dispose()


@pytest.mark.postgres
def test_a_description_holds_no_password(postgres_url: str):
    with_password = sa.make_url(postgres_url).set(password=SECRET).render_as_string(hide_password=False)
    store = open_store(with_password)

    assert store.describe().startswith("PostgreSQL, coach_")
    assert SECRET not in store.describe()
    store.close()


@pytest.mark.postgres
def test_a_character_that_postgresql_cannot_keep_is_explained(postgres_url: str):
    store = open_store(postgres_url)
    notes = open_notes(store)

    with pytest.raises(StoreProblem, match="character"):
        write(notes, make_note("a.md", "Taxi\x00"))

    assert notes.summaries() == []
    store.close()


def test_half_a_character_is_explained_too(tmp_path: Path):
    store = open_store(f"sqlite:///{tmp_path / 'coach.db'}")
    notes = open_notes(store)
    new = make_note("a.md", "Taxi")
    broken = new.note.model_copy(update={"title": "\ud800"})

    with pytest.raises(StoreProblem, match="character"):
        write(notes, type(new)(broken, new.chunks, new.vectors))

    assert notes.summaries() == []
    store.close()


@pytest.mark.parametrize("content", [b"garbage" * 500, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_left_as_it_is(tmp_path: Path, content: bytes):
    path = tmp_path / "coach.db"
    path.write_bytes(content)

    said = say(f"sqlite:///{path}")

    assert "damaged" in said
    assert str(path) in said
    assert path.read_bytes() == content


def test_a_database_that_somebody_keeps_locked_says_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("coach.adapters.sql.database._BUSY_S", 0.05)
    path = tmp_path / "coach.db"
    store = open_store(f"sqlite:///{path}")
    notes = open_notes(store)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreProblem, match="Another program is writing"):
        write(notes, make_note("a.md", "Taxi"))

    assert notes.summaries() == []  # reading goes on meanwhile
    other.execute("ROLLBACK")
    other.close()
    write(notes, make_note("a.md", "Taxi"))
    assert len(notes.summaries()) == 1
    store.close()


def test_a_waiting_writer_waits_ten_seconds_or_more(tmp_path: Path):
    store = open_store(f"sqlite:///{tmp_path / 'coach.db'}")
    with store._database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one() >= 10_000
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
    store.close()


def test_a_full_database_stays_as_it_was(tmp_path: Path):
    store = open_store(f"sqlite:///{tmp_path / 'coach.db'}")
    notes = open_notes(store)
    write(notes, make_note("a.md", "The taxi"))
    before = look(notes, "taxi", "bus")
    store._database.engine.dispose()
    sa.event.listen(store._database.engine, "connect", _allow_no_more_pages)

    with pytest.raises(StoreProblem, match="disk is full") as raised:
        write(notes, *(make_note(f"{number}.md", "A bus " * 500) for number in range(50)))

    assert "Make room" in raised.value.next_step
    assert look(notes, "taxi", "bus") == before
    sa.event.remove(store._database.engine, "connect", _allow_no_more_pages)
    store._database.engine.dispose()
    write(notes, make_note("b.md", "A bus"))
    assert notes.count_words(["bus"]) == {"bus": 1}
    store.close()


def _allow_no_more_pages(connection: sqlite3.Connection, _record: object) -> None:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 4}")


READ_ONLY = """
import os, sys
from coach.adapters.sql import SqlStore
from coach.errors import StoreProblem
from coach.testing import FixedClock
SqlStore(sys.argv[2], clock=FixedClock()).close()  # everything is imported while we may still read it
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
try:
    SqlStore(sys.argv[1], clock=FixedClock())
except StoreProblem as problem:
    print(problem)
"""


def _say_as_nobody(url: str, folder: Path) -> str:
    command = [sys.executable, "-c", READ_ONLY, url, f"sqlite:///{folder.parent / 'first.db'}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "home"
    folder.mkdir()
    for parent in (tmp_path, *tmp_path.parents[:2]):
        parent.chmod(0o755)
    yield folder
    folder.chmod(0o755)


def test_a_folder_that_cannot_be_written_to_says_so(read_only: Path):
    read_only.chmod(0o555)

    said = _say_as_nobody(f"sqlite:///{read_only / 'coach.db'}", read_only)
    assert "cannot be written to" in said
    assert "COACH_HOME" in said
    assert "cannot be written to" in _say_as_nobody(f"sqlite:///{read_only / 'deeper' / 'coach.db'}", read_only)


def test_a_file_that_cannot_be_written_to_says_so(read_only: Path):
    open_store(f"sqlite:///{read_only / 'coach.db'}").close()
    (read_only / "coach.db").chmod(0o444)
    read_only.chmod(0o555)

    assert "cannot be written to" in _say_as_nobody(f"sqlite:///{read_only / 'coach.db'}", read_only)


def test_what_is_unknown_is_passed_on_without_what_was_asked():
    problem = to_problem(RuntimeError("something new\nwith details"), "SQLite, coach.db")

    assert "something new" in problem.message
    assert "details" not in problem.message
    with pytest.raises(StoreProblem, match="too many people"), translated("PostgreSQL"):
        raise sa.exc.TimeoutError("QueuePool limit")
    with pytest.raises(StoreProblem, match="disk is full"), translated("SQLite"):
        raise OSError(28, "No space left on device")
    assert "damaged" not in to_problem(sqlite3.OperationalError("disk I/O error"), "SQLite").message
