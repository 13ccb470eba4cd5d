"""Conversations with the coach, private things, a community's contacts, and lessons."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; nothing that is there changes."""
    _make_conversations()
    _make_things()
    _make_shared()


def _pk() -> sa.Column[int]:
    return sa.Column("pk", sa.Integer, primary_key=True, autoincrement=True)


def _community_id() -> sa.Column[str]:
    return sa.Column("community_id", sa.String(64), sa.ForeignKey("community.id"), nullable=False)


def _actor_id() -> sa.Column[str]:
    return sa.Column("actor_id", sa.String(200), nullable=False)


def _make_conversations() -> None:
    op.create_table(
        "coaching_thread",
        _pk(),
        _community_id(),
        _actor_id(),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("updated", sa.String(32), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_index("one_thread", "coaching_thread", ["community_id", "actor_id", "id"], unique=True)
    op.create_table(
        "coaching_turn",
        _pk(),
        _community_id(),
        _actor_id(),
        sa.Column("thread_pk", sa.Integer, sa.ForeignKey("coaching_thread.pk", ondelete="CASCADE"), nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_index("one_turn", "coaching_turn", ["thread_pk", "place"], unique=True)
    op.create_index("turns_of_community", "coaching_turn", ["community_id"])


def _make_things() -> None:
    op.create_table(
        "own_thing",
        _pk(),
        _community_id(),
        _actor_id(),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_index("one_thing", "own_thing", ["community_id", "actor_id", "kind", "id"], unique=True)


def _make_shared() -> None:
    op.create_table(
        "community_contact",
        _pk(),
        _community_id(),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_index("one_contact", "community_contact", ["community_id", "place"], unique=True)
    op.create_table(
        "lesson",
        _pk(),
        _community_id(),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("shared", sa.JSON),
        sa.Column("shared_at", sa.String(32)),
    )
    op.create_index("one_lesson", "lesson", ["community_id", "id"], unique=True)
    op.create_index("lesson_by_sharing", "lesson", ["shared_at"])
