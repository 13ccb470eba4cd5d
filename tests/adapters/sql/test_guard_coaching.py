"""The wall around what is one person's alone, and the one way over the wall: what is shared of lessons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

import coach.adapters.sql
from coach.adapters.sql.coaching_tables import coaching_thread, coaching_turn, lesson, own_thing
from coach.adapters.sql.guard import PRIVATE, ForgottenCommunityError, check_statement
from coach.adapters.sql.tables import community, metadata

PACKAGE = Path(coach.adapters.sql.__file__).parent
OURS = "reading"
_thing, _lesson = own_thing.c, lesson.c
of_ours, of_nell = _thing.community_id == OURS, _thing.actor_id == "nell"
shared = sa.select(_lesson.shared).where(_lesson.shared.is_not(None))
elsewhere = shared.where(_lesson.community_id != OURS)

PRYING: dict[str, Any] = {
    "nobody's": sa.select(own_thing).where(of_ours),
    "another's": sa.select(own_thing).where(of_ours, _thing.actor_id == "ada"),
    "all but hers": sa.select(own_thing).where(of_ours, _thing.actor_id != "nell"),
    "under an or": sa.select(own_thing).where(of_ours, sa.or_(of_nell, _thing.pk == 1)),
    "hers in every community": sa.select(own_thing).where(of_nell),
    "turns of her conversation only": sa.select(coaching_turn.c.body)
    .select_from(coaching_turn.join(coaching_thread, coaching_thread.c.pk == coaching_turn.c.thread_pk))
    .where(coaching_turn.c.community_id == OURS)
    .where(coaching_thread.c.community_id == OURS, coaching_thread.c.actor_id == "nell"),
    "how many there are": sa.select(sa.func.count(_thing.pk)).where(of_ours),
    "a look on the side": sa.select(community).where(sa.exists(sa.select(_thing.pk).where(of_ours))),
    "a change": sa.update(own_thing).where(of_ours).values(kind="doing"),
    "a removal that reads": sa.delete(own_thing).where(of_ours).returning(_thing.body),
}


@pytest.mark.parametrize("name", PRYING)
def test_what_is_private_is_reached_by_its_person_only(name: str):
    with pytest.raises(ForgottenCommunityError):
        check_statement(PRYING[name], [], OURS, frozenset(), "nell")


def test_a_person_reaches_their_own_and_a_community_goes_whole():
    for statement in (
        sa.select(own_thing).where(of_ours, of_nell),
        sa.update(own_thing).where(of_ours, of_nell).values(kind="doing"),
        sa.delete(own_thing).where(of_ours, of_nell).returning(_thing.body),
    ):
        check_statement(statement, [], OURS, frozenset(), "nell")
        with pytest.raises(ForgottenCommunityError):
            check_statement(statement, [], OURS)
    check_statement(sa.delete(own_thing).where(of_ours), [], OURS)


def test_new_private_rows_must_all_bear_their_person():
    row = {"community_id": OURS, "actor_id": "nell", "id": "x"}
    check_statement(sa.insert(own_thing), [row], OURS, frozenset(), "nell")

    for rows, actor_id in (([row], None), ([row], "ada"), ([row, {**row, "actor_id": "ada"}], "nell")):
        with pytest.raises(ForgottenCommunityError):
            check_statement(sa.insert(own_thing), rows, OURS, frozenset(), actor_id)


def test_every_table_that_bears_a_person_s_own_is_private():
    bearing = {table.name for table in metadata.tables.values() if "actor_id" in table.c}

    assert bearing - {"run", "job_run"} == PRIVATE


LEAKING: dict[str, Any] = {
    "all of them": shared,
    "another one left out": shared.where(_lesson.community_id != "third"),
    "ours left out under an or": shared.where(sa.or_(_lesson.community_id != OURS, _lesson.pk == 1)),
    "the original": sa.select(_lesson.body).where(_lesson.community_id != OURS),
    "the original too": elsewhere.add_columns(_lesson.body),
    "the original in a function": elsewhere.add_columns(sa.func.coalesce(_lesson.body, _lesson.shared)),
    "the original as a condition": elsewhere.where(_lesson.body.is_not(None)),
    "whose it is": elsewhere.add_columns(_lesson.community_id),
    "by whose it is": elsewhere.order_by(_lesson.community_id),
    "how many each shares": elsewhere.group_by(_lesson.community_id),
    "of one community": elsewhere.where(_lesson.community_id == "other"),
    "the community beside it": elsewhere.add_columns(community.c.name).join(
        community, community.c.id == _lesson.community_id
    ),
    "the community in a sub-query": elsewhere.add_columns(sa.select(community.c.name).scalar_subquery()),
    "those of one owner": elsewhere.where(sa.exists(sa.select(community.c.id).where(community.c.owner_id == "ada"))),
    "whose sharing there is": sa.select(community).where(
        community.c.id.in_(sa.select(_lesson.community_id).where(_lesson.community_id != OURS))
    ),
    "everything": sa.select(lesson).where(_lesson.community_id != OURS),
}


@pytest.mark.parametrize("name", LEAKING)
def test_of_lessons_only_what_is_shared_is_read_elsewhere(name: str):
    with pytest.raises(ForgottenCommunityError):
        check_statement(LEAKING[name], [], OURS, frozenset({"lesson"}))


def test_what_is_shared_is_read_elsewhere_only_by_a_connection_that_says_so():
    check_statement(elsewhere.order_by(_lesson.shared_at.desc(), _lesson.pk), [], OURS, frozenset({"lesson"}))

    for community_id, across in ((OURS, frozenset()), (None, frozenset({"lesson"})), (OURS, frozenset({"job_run"}))):
        with pytest.raises(ForgottenCommunityError):
            check_statement(elsewhere, [], community_id, across)
    for change in (sa.delete(lesson), sa.update(lesson).where(_lesson.community_id != OURS).values(shared=None)):
        with pytest.raises(ForgottenCommunityError):
            check_statement(change, [], OURS, frozenset({"lesson"}))


def test_one_query_only_looks_over_the_wall():
    source = {path.name: path.read_text(encoding="utf-8") for path in sorted(PACKAGE.glob("*.py"))}

    assert {name for name, text in source.items() if "across=" in text} == {
        *("database.py", "job_runs.py", "ledger.py", "sharing.py")
    }
    assert source["sharing.py"].count("across=") == 1
