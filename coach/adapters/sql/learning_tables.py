"""The tables of learning: kept outcomes, stories and briefs, none of which holds a word of a note."""

from __future__ import annotations

import sqlalchemy as sa

from .tables import UtcDateTime, community_column, metadata, pk_column


def _make(name: str, index: str, *more: sa.Column[str]) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        pk_column(),
        community_column(),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        *more,
        sa.Index(index, "community_id", "id", unique=True),
    )


kept_outcome = _make("kept_outcome", "one_outcome")
"""What a community set out to be able to do, with its signs."""

value_story = _make("value_story", "one_story", sa.Column("author_id", sa.String(200), nullable=False))
"""Stories, each with whoever wrote it down: they and whoever looks after the community change it."""

kept_brief = _make("kept_brief", "one_brief")
"""Briefs as they stood on their day."""
