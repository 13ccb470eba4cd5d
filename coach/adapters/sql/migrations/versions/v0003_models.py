"""Run records, decisions, spending, kept answers, the model's setup, and what may leave a community for a model."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and the two columns; nothing that is there changes."""
    op.add_column("community", sa.Column("model_use", sa.String(20), nullable=False, server_default="replaced"))
    op.add_column("community", sa.Column("keeps_suggestions", sa.Boolean, nullable=False, server_default=sa.false()))
    _make_runs()
    _make_calls()
    op.create_table(
        "setting", sa.Column("name", sa.String(100), primary_key=True), sa.Column("body", sa.JSON, nullable=False)
    )


def _pk() -> sa.Column[int]:
    return sa.Column("pk", sa.Integer, primary_key=True, autoincrement=True)


def _community_id() -> sa.Column[str]:
    return sa.Column("community_id", sa.String(64), sa.ForeignKey("community.id"), nullable=False)


def _make_runs() -> None:
    op.create_table(
        "job_run",
        _pk(),
        _community_id(),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("actor_id", sa.String(200), nullable=False),
        sa.Column("started", sa.String(32), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_index("job_run_of_community", "job_run", ["community_id", "started"])
    op.create_table(
        "run_decision",
        _pk(),
        _community_id(),
        sa.Column("run_id", sa.String(64), sa.ForeignKey("job_run.id", ondelete="CASCADE"), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_index("run_decision_of_run", "run_decision", ["run_id"])


def _make_calls() -> None:
    op.create_table(
        "model_call",
        _pk(),
        _community_id(),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("job_id", sa.String(64), nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("tokens_in", sa.BigInteger, nullable=False),
        sa.Column("tokens_out", sa.BigInteger, nullable=False),
        sa.Column("tokens_cached", sa.BigInteger, nullable=False),
        sa.Column("cost_usd", sa.Float),
    )
    op.create_index("model_call_of_job", "model_call", ["job_id"])
    op.create_index("model_call_of_day", "model_call", ["at"])
    op.create_table(
        "model_answer",
        _pk(),
        _community_id(),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_index("one_answer", "model_answer", ["community_id", "key"], unique=True)
    op.create_index("model_answer_by_age", "model_answer", ["community_id", "at"])
