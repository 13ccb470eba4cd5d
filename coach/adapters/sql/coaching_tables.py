"""The tables of coaching: conversations, private things, contacts and lessons."""

from __future__ import annotations

import sqlalchemy as sa

from .tables import UtcDateTime, community_column, metadata, pk_column


def _actor_id() -> sa.Column[str]:
    return sa.Column("actor_id", sa.String(200), nullable=False)


coaching_thread = sa.Table(
    "coaching_thread",
    metadata,
    pk_column(),
    community_column(),
    _actor_id(),
    sa.Column("id", sa.String(64), nullable=False),
    sa.Column("updated", UtcDateTime, nullable=False),
    sa.Column("body", sa.JSON, nullable=False),
    sa.Index("one_thread", "community_id", "actor_id", "id", unique=True),
)
"""Conversations without their turns."""

coaching_turn = sa.Table(
    "coaching_turn",
    metadata,
    pk_column(),
    community_column(),
    _actor_id(),
    sa.Column("thread_pk", sa.Integer, sa.ForeignKey("coaching_thread.pk", ondelete="CASCADE"), nullable=False),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("body", sa.JSON, nullable=False),
    sa.Index("one_turn", "thread_pk", "place", unique=True),
    sa.Index("turns_of_community", "community_id"),
)
"""What was said, a row a turn, so that going on adds rows and rewrites none."""

own_thing = sa.Table(
    "own_thing",
    metadata,
    pk_column(),
    community_column(),
    _actor_id(),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("id", sa.String(64), nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("body", sa.JSON, nullable=False),
    sa.Index("one_thing", "community_id", "actor_id", "kind", "id", unique=True),
)
"""What somebody does already, tries, and writes for themselves."""

community_contact = sa.Table(
    "community_contact",
    metadata,
    pk_column(),
    community_column(),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("body", sa.JSON, nullable=False),
    sa.Index("one_contact", "community_id", "place", unique=True),
)
"""Whom a community names for what is for people."""

lesson = sa.Table(
    "lesson",
    metadata,
    pk_column(),
    community_column(),
    sa.Column("id", sa.String(64), nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("body", sa.JSON, nullable=False),
    sa.Column("shared", sa.JSON(none_as_null=True)),
    sa.Column("shared_at", UtcDateTime),
    sa.Index("one_lesson", "community_id", "id", unique=True),
    sa.Index("lesson_by_sharing", "shared_at"),
)
"""Lessons: `body` as it was written, for its own community; `shared` without names, for all of them."""
