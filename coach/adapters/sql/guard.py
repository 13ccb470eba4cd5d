"""The wall: no statement reaches the database without naming the one community it is about.

A connection is opened for one community. Every statement on it is looked at before it runs: each table that
holds a community's rows must be narrowed to that community, and each new row must bear its id. A query that
forgets fails at once, in the first test that runs it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

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
    }
)
"""The tables that hold rows of communities; `community` itself is the list of walls."""


COUNTABLE = frozenset({"job_run", "run_decision", "model_call"})
"""Those of them that may be read across communities, by a connection that says so: records and spending, no notes."""


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
    check_statement(statement, rows, options.get("community_id"), options.get("across", frozenset()))


def check_statement(
    statement: Any, rows: Sequence[Mapping[str, Any]], community_id: str | None, across: frozenset[str] = frozenset()
) -> None:
    """Raise ForgottenCommunityError unless every scoped table is narrowed to this community.

    Args:
        statement: What is to run.
        rows: The new rows, for an insert.
        community_id: The community that the connection was opened for.
        across: The tables that may be read, never written, across communities; all of them countable.
    """
    if not across <= COUNTABLE:
        raise ForgottenCommunityError(f"{', '.join(sorted(across - COUNTABLE))} is never read across communities")
    if not isinstance(statement, sa.Select | sa.CompoundSelect | Insert | Update | Delete):
        raise ForgottenCommunityError(f"only built statements may run here, not {type(statement).__name__}")
    for node in visitors.iterate(statement):
        if isinstance(node, sa.TextClause):
            raise ForgottenCommunityError("a piece of hand-written SQL cannot be checked")
        if isinstance(node, sa.Select):
            _check_select(node, community_id, across)
        elif isinstance(node, Update | Delete):
            _check_narrowed(node.table, list(_all_of(node.whereclause)), community_id)
        elif isinstance(node, Insert):
            _check_insert(node, rows, community_id)


def _check_select(select: sa.Select[Any], community_id: str | None, across: frozenset[str]) -> None:
    conditions = list(_all_of(select.whereclause))
    tables: list[FromClause] = []
    for item in select.get_final_froms():
        _flatten(item, tables, conditions)
    for table in tables:
        if _name(table) not in across:
            _check_narrowed(table, conditions, community_id)


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


def _narrows(condition: ColumnElement[Any], table: FromClause, community_id: str) -> bool:
    if not isinstance(condition, BinaryExpression) or not isinstance(condition.left, ColumnClause):
        return False
    column, right = condition.left, condition.right
    if column.table is not table:
        return False
    if condition.operator is operators.eq and column.name == "community_id":
        return isinstance(right, BindParameter) and right.effective_value == community_id
    return _narrows_words(condition, column.name, community_id)


def _narrows_words(condition: BinaryExpression[Any], name: str, community_id: str) -> bool:
    """Accept the two ways into SQLite's full-text table: its own community word, and rows of a checked query."""
    if name == "rowid" and condition.operator is operators.in_op:
        return any(isinstance(node, sa.Select) for node in visitors.iterate(condition.right))
    is_match = getattr(condition.operator, "opstring", "") == "MATCH"
    if not is_match or not isinstance(condition.right, BindParameter):
        return False
    return str(condition.right.effective_value).startswith(f'community : "{to_token(community_id)}" AND (')


def _check_insert(insert: Insert, rows: Sequence[Mapping[str, Any]], community_id: str | None) -> None:
    name = insert.table.name
    if name not in SCOPED:
        return
    wanted = {"community_id": community_id} if "community_id" in insert.table.c else {"community": ""}
    if "community" in wanted and community_id is not None:
        wanted = {"community": to_token(community_id)}
    if community_id is None or not rows or any(row.get(key) != value for row in rows for key, value in wanted.items()):
        raise ForgottenCommunityError(f"new rows of {name} do not all bear the community {community_id!r}")
