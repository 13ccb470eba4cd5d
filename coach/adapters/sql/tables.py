"""The tables as the code of today sees them; migrations keep their own frozen copy. Coaching has a file of its own.

Notes are kept as versions in time: a row of `note_version` is current until a run retires it, and taking a run
back is a matter of two columns. Chunks and vectors hang on a version, so they come back with it.
"""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

metadata = sa.MetaData()


class UtcDateTime(TypeDecorator[dt.datetime]):
    """A moment kept as ISO text in UTC, because SQLite drops time zones."""

    impl = sa.String(32)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> str | None:
        """Write a moment; one without a time zone is a mistake."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(dt.UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.datetime | None:
        """Read a moment, with its time zone."""
        return None if value is None else dt.datetime.fromisoformat(value)


def pk_column() -> sa.Column[int]:
    """Return the column that numbers a table's rows."""
    return sa.Column("pk", sa.Integer, primary_key=True, autoincrement=True)


def community_column(primary_key: bool = False) -> sa.Column[str]:
    """Return the column that says whose a row is."""
    return sa.Column(
        "community_id", sa.String(64), sa.ForeignKey("community.id"), primary_key=primary_key, nullable=False
    )


def _dates() -> tuple[sa.Column[dt.date], sa.Column[str], sa.Column[str]]:
    return (
        sa.Column("date_day", sa.Date),
        sa.Column("date_precision", sa.String(10)),
        sa.Column("date_source", sa.String(20), nullable=False),
    )


community = sa.Table(
    "community",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("name_key", sa.String(400), nullable=False, unique=True),
    sa.Column("domain", sa.Text, nullable=False),
    sa.Column("people", sa.Text, nullable=False),
    sa.Column("practice", sa.Text, nullable=False),
    sa.Column("owner_id", sa.String(200), nullable=False),
    sa.Column("is_demo", sa.Boolean, nullable=False),
    sa.Column("model_use", sa.String(20), nullable=False, server_default="replaced"),
    sa.Column("keeps_suggestions", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("revision", sa.BigInteger, nullable=False),
)

member = sa.Table(
    "member",
    metadata,
    community_column(primary_key=True),
    sa.Column("id", sa.String(200), primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("aliases", sa.JSON, nullable=False),
)

run = sa.Table(
    "run",
    metadata,
    pk_column(),
    community_column(),
    sa.Column("id", sa.String(64), nullable=False, unique=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("location", sa.Text, nullable=False),
    sa.Column("actor_id", sa.String(200), nullable=False),
    sa.Column("started", UtcDateTime, nullable=False),
    sa.Column("finished", UtcDateTime),
    sa.Column("report", sa.JSON),
    sa.Column("undone", sa.Boolean, nullable=False),
    sa.Index("run_of_community", "community_id"),
)

note_version = sa.Table(
    "note_version",
    metadata,
    pk_column(),
    community_column(),
    sa.Column("note_id", sa.String(64), nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("path", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("text_hash", sa.String(64), nullable=False),
    sa.Column("format", sa.String(20), nullable=False),
    *_dates(),
    sa.Column("words", sa.Integer, nullable=False),
    sa.Column("visibility", sa.String(20), nullable=False),
    sa.Column("consent", sa.String(20), nullable=False),
    sa.Column("author_id", sa.String(200), nullable=False),
    sa.Column("rights_by_hand", sa.Boolean, nullable=False),
    sa.Column("run_added", sa.Integer, sa.ForeignKey("run.pk"), nullable=False),
    sa.Column("run_retired", sa.Integer, sa.ForeignKey("run.pk")),
    sa.Index("note_version_note", "community_id", "note_id"),
    sa.Index("note_version_added", "run_added"),
    sa.Index("note_version_retired", "run_retired"),
    sa.Index(
        "one_current_version",
        "community_id",
        "source",
        "path",
        unique=True,
        sqlite_where=sa.text("run_retired IS NULL"),
        postgresql_where=sa.text("run_retired IS NULL"),
    ),
)

chunk = sa.Table(
    "chunk",
    metadata,
    pk_column(),
    community_column(),
    sa.Column("note_pk", sa.Integer, sa.ForeignKey("note_version.pk", ondelete="CASCADE"), nullable=False),
    sa.Column("id", sa.String(64), nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("heading", sa.JSON, nullable=False),
    sa.Column("reading", sa.Text, nullable=False),
    *_dates(),
    sa.Index("chunk_id", "community_id", "id"),
    sa.Index("chunk_note", "note_pk"),
)

chunk_vector = sa.Table(
    "chunk_vector",
    metadata,
    sa.Column("chunk_pk", sa.Integer, sa.ForeignKey("chunk.pk", ondelete="CASCADE"), primary_key=True),
    community_column(),
    sa.Column("embedder", sa.String(200), nullable=False),
    sa.Column("embedded_hash", sa.String(64), nullable=False),
    sa.Column("vector", sa.LargeBinary, nullable=False),
    sa.Index("chunk_vector_hash", "community_id", "embedder", "embedded_hash"),
)

own_pattern = sa.Table(
    "own_pattern",
    metadata,
    pk_column(),
    community_column(),
    sa.Column("pattern_id", sa.String(200), nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("credit", sa.Text, nullable=False),
    sa.Column("added_by", sa.String(200), nullable=False),
    sa.Column("added_at", UtcDateTime, nullable=False),
    sa.Column("retired_by", sa.String(200)),
    sa.Column("retired_at", UtcDateTime),
    sa.Index("own_pattern_history", "community_id", "pattern_id"),
    sa.Index(
        "one_current_pattern",
        "community_id",
        "pattern_id",
        unique=True,
        sqlite_where=sa.text("retired_at IS NULL"),
        postgresql_where=sa.text("retired_at IS NULL"),
    ),
)

job_run = sa.Table(
    "job_run",
    metadata,
    pk_column(),
    community_column(),
    sa.Column("id", sa.String(64), nullable=False, unique=True),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("state", sa.String(20), nullable=False),
    sa.Column("actor_id", sa.String(200), nullable=False),
    sa.Column("started", UtcDateTime, nullable=False),
    sa.Column("body", sa.JSON, nullable=False),
    sa.Index("job_run_of_community", "community_id", "started"),
)

run_decision = sa.Table(
    "run_decision",
    metadata,
    pk_column(),
    community_column(),
    sa.Column("run_id", sa.String(64), sa.ForeignKey("job_run.id", ondelete="CASCADE"), nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("body", sa.JSON, nullable=False),
    sa.Index("run_decision_of_run", "run_id"),
)

model_call = sa.Table(
    "model_call",
    metadata,
    pk_column(),
    community_column(),
    sa.Column("id", sa.String(64), nullable=False, unique=True),
    sa.Column("job_id", sa.String(64), nullable=False),
    sa.Column("model", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("state", sa.String(20), nullable=False),  # reserved, paid, failed
    sa.Column("tokens_in", sa.BigInteger, nullable=False),
    sa.Column("tokens_out", sa.BigInteger, nullable=False),
    sa.Column("tokens_cached", sa.BigInteger, nullable=False),
    sa.Column("cost_usd", sa.Float),
    sa.Index("model_call_of_job", "job_id"),
    sa.Index("model_call_of_day", "at"),
)

model_answer = sa.Table(
    "model_answer",
    metadata,
    pk_column(),
    community_column(),
    sa.Column("key", sa.String(64), nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("body", sa.JSON, nullable=False),
    sa.Index("one_answer", "community_id", "key", unique=True),
    sa.Index("model_answer_by_age", "community_id", "at"),
)

setting = sa.Table(
    "setting",
    metadata,
    sa.Column("name", sa.String(100), primary_key=True),
    sa.Column("body", sa.JSON, nullable=False),
)
"""Of the whole installation, not of a community: which model drafts. Never a key."""
