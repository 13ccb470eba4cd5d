"""The small changes that writing and taking back share, each inside the caller's transaction."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from coach.errors import UnknownCommunity

from .scope import Scope
from .tables import chunk, community, model_answer, note_version
from .words import WordRow

_STEP = 2**16


def new_revision() -> int:
    """Return where a community's revision begins; by chance, so that a new one is never taken for an old one."""
    return 1 + secrets.randbelow(2**40)


def check_here(connection: sa.Connection, community_id: str) -> None:
    """Raise UnknownCommunity when the community was removed."""
    if connection.execute(sa.select(community.c.id).where(community.c.id == community_id)).first() is None:
        raise UnknownCommunity("This community is not here any more.")


def stay_here(connection: sa.Connection, community_id: str) -> None:
    """Raise UnknownCommunity when the community was removed, and keep it here until the transaction ends."""
    here = sa.select(community.c.id).where(community.c.id == community_id)
    if connection.execute(here.with_for_update(read=True, key_share=True)).first() is None:
        raise UnknownCommunity("This community is not here any more.")


def build_upsert(connection: sa.Connection, table: sa.Table, keys: Sequence[str]) -> sa.Insert:
    """Return an insert that writes over the row with the same keys, in one step on both databases."""
    own = {column.name for column in table.c} - {*keys, "pk"}
    if connection.dialect.name == "sqlite":
        new = sqlite.insert(table)
        return new.on_conflict_do_update(index_elements=keys, set_={name: new.excluded[name] for name in own})
    newer = postgresql.insert(table)
    return newer.on_conflict_do_update(index_elements=keys, set_={name: newer.excluded[name] for name in own})


def forget_answers(connection: sa.Connection, community_id: str) -> int:
    """Let go of models' answers from before, which hold words of notes, and return how many."""
    ours = model_answer.c.community_id == community_id
    return connection.execute(sa.delete(model_answer).where(ours)).rowcount


def bump_revision(connection: sa.Connection, scope: Scope) -> None:
    """Raise the revision, first thing in every change: PostgreSQL then lets one writer in at a time.

    Answers that were made from the notes as they were go with it.

    The step is a random one. A database put back from a backup will not reach, by other changes, a number that an
    index remembers.
    """
    step = 1 + secrets.randbelow(_STEP)
    is_it = community.c.id == scope.community_id
    changed = connection.execute(sa.update(community).where(is_it).values(revision=community.c.revision + step))
    if changed.rowcount == 0:
        raise UnknownCommunity("This community is not here any more.")
    forget_answers(connection, scope.community_id)


def make_unfindable(connection: sa.Connection, scope: Scope, which: sa.ColumnElement[bool]) -> None:
    """Take the chunks of these current versions out of the full-text index; call it before they retire."""
    scope.words.remove(connection, scope.community_id, scope.current_chunks(chunk.c.pk).where(which))


def make_findable(connection: sa.Connection, scope: Scope, which: sa.ColumnElement[bool]) -> None:
    """Put the chunks of these current versions back into the full-text index."""
    query = scope.current_chunks(chunk.c.pk, chunk.c.heading, chunk.c.reading).where(which)
    rows = connection.execute(query).all()
    scope.words.add(
        connection, scope.community_id, (to_word_row(pk, heading, reading) for pk, heading, reading in rows)
    )


def to_word_row(chunk_pk: int, heading: list[str] | tuple[str, ...], reading: str) -> WordRow:
    """Return what is findable of a chunk: its headings and its words, as in its vector."""
    return WordRow(chunk_pk=chunk_pk, text="\n".join([*heading, reading]))


def retire(connection: sa.Connection, scope: Scope, run_pk: int, which: sa.ColumnElement[bool]) -> None:
    """Retire these current versions."""
    make_unfindable(connection, scope, which)
    connection.execute(sa.update(note_version).where(scope.current(), which).values(run_retired=run_pk))
