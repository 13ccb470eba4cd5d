"""The wall in front of the database, and that nothing in the package goes round it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

import coach.adapters.sql
from coach.adapters.sql.database import Database
from coach.adapters.sql.guard import COUNTABLE, PUBLISHED, SCOPED, ForgottenCommunityError, check_statement, to_token
from coach.adapters.sql.postgres_words import PostgresWords
from coach.adapters.sql.sqlite_words import SqliteWords
from coach.adapters.sql.tables import chunk, community, member, metadata, model_call, note_version, run
from coach.adapters.sql.words import Asked

PACKAGE = Path(coach.adapters.sql.__file__).parent
OURS = "reading"
words = sa.table("chunk_words", sa.column("rowid"), sa.column("community"), sa.column("words"))
of_chunk, of_note = chunk.c.community_id == OURS, note_version.c.community_id == OURS
joined = chunk.join(note_version, note_version.c.pk == chunk.c.note_pk)
alias = chunk.alias("other")

FORGETFUL: dict[str, Any] = {
    "nothing at all": sa.select(chunk),
    "another column": sa.select(chunk).where(chunk.c.id == OURS),
    "another community": sa.select(chunk).where(chunk.c.community_id == "other"),
    "another operator": sa.select(chunk).where(chunk.c.community_id != OURS),
    "a column instead of a value": sa.select(chunk).where(chunk.c.community_id == chunk.c.id),
    "under an or": sa.select(chunk).where(sa.or_(of_chunk, chunk.c.pk == 1)),
    "under a not": sa.select(chunk).where(sa.not_(of_chunk)),
    "one side of a join": sa.select(chunk.c.id).select_from(joined).where(of_chunk),
    "the optional side of a join": sa.select(chunk.c.id)
    .select_from(chunk.outerjoin(note_version, sa.and_(note_version.c.pk == chunk.c.note_pk, of_note)))
    .where(of_chunk),
    "an alias": sa.select(alias).where(of_chunk),
    "a sub-query": sa.select(community).where(community.c.id.in_(sa.select(member.c.community_id))),
    "an exists": sa.select(note_version).where(of_note, sa.exists(sa.select(member.c.id).where(member.c.id == "x"))),
    "one half of a union": sa.union(sa.select(chunk.c.id).where(of_chunk), sa.select(run.c.id)),
    "a common table": sa.select(sa.select(run.c.id).cte("all_runs")),
    "a lateral column": sa.select(community.c.id, sa.select(sa.func.count(chunk.c.pk)).scalar_subquery()),
    "a correlated sub-query": sa.select(note_version.c.pk).where(
        of_note, sa.exists(sa.select(chunk.c.pk).where(chunk.c.note_pk == note_version.c.pk))
    ),
    "an update": sa.update(note_version).where(note_version.c.pk == 1).values(title="x"),
    "a delete": sa.delete(chunk),
    "full text without the community": sa.select(words.c.rowid).where(words.c.words.op("MATCH")("taxi")),
    "full text of another community": sa.select(words.c.rowid).where(
        words.c.words.op("MATCH")(f'community : "{to_token("other")}" AND (words : ("taxi"))')
    ),
    "full text with a way out": sa.select(words.c.rowid).where(
        words.c.words.op("MATCH")(f'community : "{to_token(OURS)}" OR (words : ("taxi"))')
    ),
    "full text by some row": sa.delete(words).where(words.c.rowid.in_([1, 2])),
    "hand-written SQL": sa.text("SELECT * FROM chunk"),
    "a hand-written condition": sa.select(chunk).where(of_chunk, sa.text("1 = 1")),
    "a change of tables": sa.schema.CreateTable(chunk),
}

CAREFUL: dict[str, Any] = {
    "narrowed": sa.select(chunk).where(of_chunk),
    "narrowed with more": sa.select(chunk).where(sa.and_(of_chunk, sa.or_(chunk.c.pk == 1, chunk.c.pk == 2))),
    "both sides of a join": sa.select(chunk.c.id).select_from(joined).where(of_chunk, of_note),
    "in the join": sa.select(chunk.c.id)
    .select_from(chunk.join(note_version, sa.and_(note_version.c.pk == chunk.c.note_pk, of_note)))
    .where(of_chunk),
    "an alias": sa.select(alias).where(alias.c.community_id == OURS),
    "the list of communities": sa.select(community),
    "an update": sa.update(note_version).where(of_note).values(title="x"),
    "full text": sa.select(words.c.rowid).where(
        words.c.words.op("MATCH")(f'community : "{to_token(OURS)}" AND (words : ("taxi"))')
    ),
    "full text by rows of ours": sa.delete(words).where(words.c.rowid.in_(sa.select(chunk.c.pk).where(of_chunk))),
}


@pytest.mark.parametrize("name", FORGETFUL)
def test_a_statement_that_forgets_the_community_is_refused(name: str):
    with pytest.raises(ForgottenCommunityError):
        check_statement(FORGETFUL[name], [], OURS)


@pytest.mark.parametrize("name", CAREFUL)
def test_a_statement_that_names_it_may_run(name: str):
    check_statement(CAREFUL[name], [], OURS)


@pytest.mark.parametrize("name", [name for name in CAREFUL if name != "the list of communities"])
def test_without_a_community_only_the_list_may_be_read(name: str):
    with pytest.raises(ForgottenCommunityError):
        check_statement(CAREFUL[name], [], None)


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (member, []),
        (member, [{"id": "nell"}]),
        (member, [{"community_id": OURS, "id": "nell"}, {"community_id": "other", "id": "nell"}]),
        (words, [{"rowid": 1, "words": "taxi"}]),
        (words, [{"rowid": 1, "community": to_token("other"), "words": "taxi"}]),
    ],
)
def test_new_rows_must_all_bear_it(table: sa.Table, rows: list[dict[str, Any]]):
    with pytest.raises(ForgottenCommunityError):
        check_statement(sa.insert(table), rows, OURS)


def test_new_rows_that_bear_it_may_be_written():
    check_statement(sa.insert(member), [{"community_id": OURS, "id": "nell"}], OURS)
    check_statement(sa.insert(words), [{"rowid": 1, "community": to_token(OURS), "words": "taxi"}], OURS)
    with pytest.raises(ForgottenCommunityError):
        check_statement(sa.insert(member), [{"community_id": OURS, "id": "nell"}], None)


def test_both_databases_search_words_inside_the_wall():
    asked = Asked(terms=["taxi", "bus"], counts=[1, 2], total=5)
    for index in (SqliteWords(), PostgresWords()):
        for query in (index.best(OURS, asked), index.holding(OURS, "taxi")):
            check_statement(query, [], OURS)
            with pytest.raises(ForgottenCommunityError):
                check_statement(query, [], "other")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{tmp_path / 'coach.db'}")
    yield opened
    opened.close()


def test_the_wall_stands_in_front_of_the_real_database(database: Database):
    with database.reading(OURS) as connection:
        assert connection.execute(sa.select(chunk).where(of_chunk)).all() == []
        with pytest.raises(ForgottenCommunityError):
            connection.execute(sa.select(chunk))
        with pytest.raises(ForgottenCommunityError):
            connection.execute(sa.text("SELECT 1"))
    with database.writing() as connection, pytest.raises(ForgottenCommunityError):
        connection.execute(sa.delete(member))


def test_every_table_that_bears_a_community_is_watched():
    bearing = {table.name for table in metadata.tables.values() if "community_id" in table.c}

    assert bearing | {"chunk_words"} == SCOPED
    assert set(metadata.tables) - bearing == {"community", "setting"}


def test_records_and_spending_are_read_across_communities_only_on_demand():
    everywhere = sa.select(sa.func.count(model_call.c.pk))
    check_statement(everywhere, [], None, frozenset({"model_call"}))
    check_statement(everywhere, [], OURS, frozenset({"model_call"}))

    with pytest.raises(ForgottenCommunityError):
        check_statement(everywhere, [], OURS)
    with pytest.raises(ForgottenCommunityError):
        check_statement(everywhere, [], OURS, frozenset({"job_run"}))
    with pytest.raises(ForgottenCommunityError):
        check_statement(sa.select(model_call.c.pk, chunk.c.pk), [], OURS, frozenset({"model_call"}))


@pytest.mark.parametrize("name", sorted(SCOPED - COUNTABLE - PUBLISHED.keys()))
def test_nothing_with_notes_in_it_is_ever_read_across_communities(name: str):
    with pytest.raises(ForgottenCommunityError):
        check_statement(sa.select(community), [], OURS, frozenset({name}))


@pytest.mark.parametrize("change", [sa.delete(model_call), sa.update(model_call).values(state="paid")])
def test_reading_across_communities_lets_nobody_write_across_them(change: Any):
    with pytest.raises(ForgottenCommunityError):
        check_statement(change, [], OURS, frozenset({"model_call"}))


def _calls(name: str) -> list[tuple[str, str]]:
    """Return file and first argument of every call of this name in the package."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if "versions" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == name:
                found.append((path.name, ast.unparse(node.args[0]) if node.args else ""))
    return found


def test_nothing_in_the_package_goes_round_the_wall():
    assert sorted(_calls("exec_driver_sql")) == [
        ("database.py", "\"INSERT INTO chunk_words(chunk_words) VALUES('optimize')\""),
        ("database.py", "'ANALYZE note_version, chunk, chunk_vector, chunk_words'"),
        ("database.py", "'BEGIN IMMEDIATE' if writes else 'BEGIN'"),
        ("database.py", "'PRAGMA wal_checkpoint(TRUNCATE)'"),
    ]
    assert {file for file, _ in _calls("text")} <= {"tables.py"}, "only the index's condition is hand-written"
    assert _calls("raw_connection") == []
    assert {file for file, _ in _calls("connect")} == {"database.py", "migrate.py"}
    assert {file for file, _ in _calls("create_engine")} == {"database.py"}
