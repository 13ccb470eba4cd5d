"""The wall: no statement reaches the database without naming the one community it is about.

A connection is opened for one community. Every statement on it is looked at before it runs: each table that
holds a community's rows must be narrowed to that community, and each new row must bear its id. What is one person's
alone must be narrowed to that person too. A query that forgets fails at once, in the first test that runs it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.sql import operators, visitors
from sqlalchemy.sql.dml import Delete, Insert, Update
from sqlalchemy.sql.elements import BinaryExpression, BindParameter, BooleanClauseList, ColumnClause, ColumnElement
from sqlalchemy.sql.selectable import Alias, FromClause, Join, TableClause

SCOPED = frozenset(
    {
        *("member", "run", "note_version", "chunk", "chunk_vector", "chunk_words", "own_pattern"),
        *("job_run", "run_decision", "model_call", "model_answer"),
        *("coaching_thread", "coaching_turn", "own_thing", "community_contact", "lesson"),
        *("kept_outcome", "value_story", "kept_brief"),
    }
)
"""The tables that hold rows of communities; `community` itself is the list of walls."""


COUNTABLE = frozenset({"job_run", "run_decision", "model_call"})
"""Those of them that may be read across communities, by a connection that says so: records and spending, no notes."""


PRIVATE = frozenset({"coaching_thread", "coaching_turn", "own_thing"})
"""Those of them that hold what is one person's alone: they are read and written for that person, and go with all."""


PUBLISHED = {"lesson": frozenset({"pk", "shared", "shared_at"})}
"""Those of them that other communities may read in part, by a connection that says so: these columns and no others."""


class _Wall(NamedTuple):
    community_id: str | None
    across: frozenset[str]
    actor_id: str | None


class ForgottenCommunityError(RuntimeError):
    """A statement of ours does not name its community: a mistake in the code, never a person's."""


def to_token(community_id: str) -> str:
    """Return the community as one word for a full-text index; it ends in digits, so nothing stems it."""
    return f"c{int(hashlib.sha256(community_id.encode()).hexdigest()[:15], 16)}"


def watch(engine: sa.Engine) -> None:
    """Look at every statement of this engine before it runs."""
    event.listen(engine, "before_execute", _look)


def _look(
    conn: sa.Connection, statement: Any, multiparams: Any, params: Mapping[str, Any], _options: Mapping[str, Any]
) -> None:
    rows = multiparams or ([params] if params else [])
    options = conn.get_execution_options()
    across = options.get("across", frozenset())
    check_statement(statement, rows, options.get("community_id"), across, options.get("actor_id"))


def check_statement(
    statement: Any,
    rows: Sequence[Mapping[str, Any]],
    community_id: str | None,
    across: frozenset[str] = frozenset(),
    actor_id: str | None = None,
) -> None:
    """Raise ForgottenCommunityError unless every scoped table is narrowed to this community.

    Args:
        statement: What is to run.
        rows: The new rows, for an insert.
        community_id: The community that the connection was opened for.
        across: The tables that may be read, never written, across communities; all of them countable or published.
        actor_id: The person that the connection was opened for; without, nothing private is read or written.
    """
    if walled := across - COUNTABLE - PUBLISHED.keys():
        raise ForgottenCommunityError(f"{', '.join(sorted(walled))} is never read across communities")
    if not isinstance(statement, sa.Select | sa.CompoundSelect | Insert | Update | Delete):
        raise ForgottenCommunityError(f"only built statements may run here, not {type(statement).__name__}")
    wall = _Wall(community_id, across, actor_id)
    for node in visitors.iterate(statement):
        if isinstance(node, sa.TextClause):
            raise ForgottenCommunityError("a piece of hand-written SQL cannot be checked")
        if isinstance(node, sa.Select):
            _check_select(node, wall)
        elif isinstance(node, Update | Delete):
            _check_change(node, wall)
        elif isinstance(node, Insert):
            _check_insert(node, rows, wall)


def _check_select(select: sa.Select[Any], wall: _Wall) -> None:
    conditions = list(_all_of(select.whereclause))
    tables: list[FromClause] = []
    for item in select.get_final_froms():
        _flatten(item, tables, conditions)
    for table in tables:
        if _name(table) not in wall.across:
            _check_narrowed(table, conditions, wall.community_id)
            _check_own(table, conditions, wall.actor_id)
        elif _name(table) in PUBLISHED:
            _check_published(select, table, conditions, wall.community_id)


def _check_change(change: Update | Delete, wall: _Wall) -> None:
    conditions = list(_all_of(change.whereclause))
    _check_narrowed(change.table, conditions, wall.community_id)
    goes_unread = isinstance(change, Delete) and not change.exported_columns  # a community goes with all that is in it
    if not goes_unread:
        _check_own(change.table, conditions, wall.actor_id)


def _check_published(
    select: sa.Select[Any], table: FromClause, conditions: Sequence[ColumnElement[Any]], community_id: str | None
) -> None:
    """Raise ForgottenCommunityError unless this reads what others share, and nothing that tells whose it is."""
    name = _name(table)
    elsewhere = [item for item in conditions if _compares(item, table, "community_id", operators.ne, community_id)]
    if community_id is None or not elsewhere:
        raise ForgottenCommunityError(f"{name} of {community_id!r} itself is not left out of what others share")
    parts = (select, *select.selected_columns)  # a whole table among the columns does not name its own
    nodes = [node for part in parts for node in visitors.iterate(part) if node is not select and node is not table]
    columns = [node for node in nodes if isinstance(node, ColumnClause)]
    beyond = [column.name for column in columns if column.table is not table or column.name not in PUBLISHED[name]]
    if beyond != ["community_id"] or any(isinstance(node, FromClause | sa.SelectBase) for node in nodes):
        raise ForgottenCommunityError(f"only what is shared of {name} leaves its community")


def _flatten(item: FromClause, tables: list[FromClause], conditions: list[ColumnElement[Any]]) -> None:
    if not isinstance(item, Join):
        tables.append(item)
        return
    _flatten(item.left, tables, conditions)
    _flatten(item.right, tables, conditions)
    if not item.isouter and not item.full:
        conditions.extend(_all_of(item.onclause))


def _all_of(clause: ColumnElement[Any] | None) -> Iterator[ColumnElement[Any]]:
    """Yield the conditions that must all hold; what stands under an OR does not narrow anything."""
    if clause is None:
        return
    if isinstance(clause, BooleanClauseList) and clause.operator is operators.and_:
        for part in clause.clauses:
            yield from _all_of(part)
    else:
        yield getattr(clause, "element", clause) if type(clause).__name__ == "Grouping" else clause


def _name(table: FromClause) -> str:
    inner = table.element if isinstance(table, Alias) else table
    return inner.name if isinstance(inner, TableClause) else ""


def _check_narrowed(table: FromClause, conditions: Iterable[ColumnElement[Any]], community_id: str | None) -> None:
    if _name(table) not in SCOPED:
        return
    if community_id is None or not any(_narrows(condition, table, community_id) for condition in conditions):
        raise ForgottenCommunityError(f"{_name(table)} is not narrowed to the community {community_id!r}")


def _check_own(table: FromClause, conditions: Iterable[ColumnElement[Any]], actor_id: str | None) -> None:
    if _name(table) not in PRIVATE:
        return
    is_own = any(_compares(condition, table, "actor_id", operators.eq, actor_id) for condition in conditions)
    if actor_id is None or not is_own:
        raise ForgottenCommunityError(f"{_name(table)} is not narrowed to the person {actor_id!r}")


def _narrows(condition: ColumnElement[Any], table: FromClause, community_id: str) -> bool:
    if _compares(condition, table, "community_id", operators.eq, community_id):
        return True
    if not isinstance(condition, BinaryExpression) or not isinstance(condition.left, ColumnClause):
        return False
    return condition.left.table is table and _narrows_words(condition, condition.left.name, community_id)


def _compares(condition: ColumnElement[Any], table: FromClause, name: str, how: Any, value: str | None) -> bool:
    """Tell whether a condition compares this very column with this very value."""
    if not isinstance(condition, BinaryExpression) or condition.operator is not how:
        return False
    column, right = condition.left, condition.right
    if not isinstance(column, ColumnClause) or column.table is not table or column.name != name:
        return False
    return isinstance(right, BindParameter) and right.effective_value == value


def _narrows_words(condition: BinaryExpression[Any], name: str, community_id: str) -> bool:
    """Accept the two ways into SQLite's full-text table: its own community word, and rows of a checked query."""
    if name == "rowid" and condition.operator is operators.in_op:
        return any(isinstance(node, sa.Select) for node in visitors.iterate(condition.right))
    is_match = getattr(condition.operator, "opstring", "") == "MATCH"
    if not is_match or not isinstance(condition.right, BindParameter):
        return False
    return str(condition.right.effective_value).startswith(f'community : "{to_token(community_id)}" AND (')


def _check_insert(insert: Insert, rows: Sequence[Mapping[str, Any]], wall: _Wall) -> None:
    name = insert.table.name
    if name not in SCOPED:
        return
    community_id, actor_id = wall.community_id, wall.actor_id
    key, token = ("community_id", community_id) if "community_id" in insert.table.c else ("community", None)
    if token is None and community_id is not None:
        token = to_token(community_id)
    if token is None or not rows or any(row.get(key) != token for row in rows):
        raise ForgottenCommunityError(f"new rows of {name} do not all bear the community {community_id!r}")
    if name in PRIVATE and (actor_id is None or any(row.get("actor_id") != actor_id for row in rows)):
        raise ForgottenCommunityError(f"new rows of {name} do not all bear the person {actor_id!r}")
