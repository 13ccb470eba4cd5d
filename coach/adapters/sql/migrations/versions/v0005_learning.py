"""Kept outcomes, value stories and briefs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; nothing that is there changes."""
    _make("kept_outcome", "one_outcome")
    _make("value_story", "one_story", sa.Column("author_id", sa.String(200), nullable=False))
    _make("kept_brief", "one_brief")


def _make(name: str, index: str, *more: sa.Column[str]) -> None:
    op.create_table(
        name,
        sa.Column("pk", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("community_id", sa.String(64), sa.ForeignKey("community.id"), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        *more,
    )
    op.create_index(index, name, ["community_id", "id"], unique=True)
