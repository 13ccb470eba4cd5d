"""A community's own activity patterns, as versions in time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; nothing that is there changes."""
    op.create_table(
        "own_pattern",
        sa.Column("pk", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("community_id", sa.String(64), sa.ForeignKey("community.id"), nullable=False),
        sa.Column("pattern_id", sa.String(200), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("credit", sa.Text, nullable=False),
        sa.Column("added_by", sa.String(200), nullable=False),
        sa.Column("added_at", sa.String(32), nullable=False),
        sa.Column("retired_by", sa.String(200)),
        sa.Column("retired_at", sa.String(32)),
    )
    op.create_index("own_pattern_history", "own_pattern", ["community_id", "pattern_id"])
    is_current = sa.text("retired_at IS NULL")
    op.create_index(
        "one_current_pattern",
        "own_pattern",
        ["community_id", "pattern_id"],
        unique=True,
        sqlite_where=is_current,
        postgresql_where=is_current,
    )
