from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import coach.adapters.sql
from coach.adapters.sql import SqlStore
from coach.adapters.sql.migrate import HEAD
from coach.adapters.sql.tables import metadata
from coach.errors import StoreProblem
from coach.models import Actor, ModelUse
from coach.testing import FixedClock
from tests.contracts.making import make_note, open_notes, write
from tests.contracts.older import make_older, read_all


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres_url"))
    return f"sqlite:///{tmp_path / 'coach.db'}"


def _ours(_object: object, name: str | None, kind: str, _reflected: bool, _compared: object) -> bool:
    return not (kind == "table" and str(name).startswith("chunk_words"))


def test_the_steps_make_the_tables_that_the_code_expects(url: str):
    SqlStore(url, clock=FixedClock()).close()
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []
        indexes = sa.inspect(connection).get_indexes("note_version")
    engine.dispose()
    current = next(index for index in indexes if index["name"] == "one_current_version")
    assert current["unique"]
    assert any("run_retired IS NULL" in str(option) for option in current["dialect_options"].values())


def test_the_newest_step_is_the_one_that_start_looks_for():
    folder = Path(coach.adapters.sql.__file__).parent / "migrations"
    config = Config()
    config.set_main_option("script_location", str(folder))

    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_the_database_itself_refuses_two_current_versions(url: str):
    store = SqlStore(url, clock=FixedClock())
    write(open_notes(store), make_note("a.md", "One"))
    write(open_notes(store), make_note("a.md", "Two"))
    store.close()
    engine = sa.create_engine(url, poolclass=sa.NullPool)

    with pytest.raises(sa.exc.IntegrityError), engine.begin() as connection:
        connection.execute(sa.text("UPDATE note_version SET run_retired = NULL"))

    engine.dispose()


def _set_version(url: str, version: str) -> None:
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    engine.dispose()


def test_a_database_from_a_newer_version_is_left_alone(url: str):
    store = SqlStore(url, clock=FixedClock())
    write(open_notes(store), make_note("a.md", "One"))
    store.close()
    _set_version(url, "9999")

    with pytest.raises(StoreProblem, match="newer version of Coach"):
        SqlStore(url, clock=FixedClock())

    _set_version(url, HEAD)
    store = SqlStore(url, clock=FixedClock())
    assert len(open_notes(store).summaries()) == 1
    store.close()


def test_a_step_that_fails_leaves_nothing_half_made(url: str):
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE chunk_vector (in_the_way integer)"))

    with pytest.raises(StoreProblem):
        SqlStore(url, clock=FixedClock())

    with engine.begin() as connection:
        assert sa.inspect(connection).get_table_names() == ["chunk_vector"]
        connection.execute(sa.text("DROP TABLE chunk_vector"))
    SqlStore(url, clock=FixedClock()).close()
    engine.dispose()


def test_what_an_earlier_version_wrote_is_all_there_afterwards(url: str):
    make_older(url, "0002")
    before = read_all(url)

    store = SqlStore(url, clock=FixedClock())

    after = read_all(url)
    tables = [name for name in before if name != "alembic_version"]
    assert {"community", "member", "run", "note_version", "chunk", "chunk_vector", "own_pattern"} <= set(tables)
    for name in tables:
        assert len(before[name]) == 1, name
        assert [{key: row[key] for key in before[name][0]} for row in after[name]] == before[name]
    (reading,) = store.list_communities()
    assert (reading.model_use, reading.keeps_suggestions) == (ModelUse.REPLACED, False)
    notes = store.notes("reading", Actor(id="ada"))
    assert [notes.get_note(item.id).text for item in notes.summaries()] == ["The taxi queue is long"]
    assert notes.count_words(["taxi"]) == {"taxi": 1}
    assert notes.revision() == 7
    assert store.records().runs().list_runs() == []
    store.close()


def test_what_was_recorded_and_set_up_is_there_afterwards(url: str):
    make_older(url, "0003")
    before = read_all(url)

    store = SqlStore(url, clock=FixedClock())

    after = read_all(url)
    assert {"job_run", "run_decision", "model_call", "model_answer", "setting"} <= set(before)
    for name in before.keys() - {"alembic_version"}:
        assert len(before[name]) == 1, name
        assert after[name] == before[name]
    (run,) = store.records().runs().list_runs()
    assert (run.id, len(run.decisions)) == ("run1", 1)
    assert store.records().ledger().spent().cost_usd == 0.5
    setup = store.records().read_setup()
    assert setup is not None
    assert setup.model == "openai/gpt"
    store.close()
