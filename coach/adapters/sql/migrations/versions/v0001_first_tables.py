"""The first tables: communities, members, runs, note versions, chunks, vectors and words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make everything, on an empty database."""
    _make_communities()
    _make_runs()
    _make_note_versions()
    _make_chunks()
    if op.get_bind().dialect.name == "postgresql":
        _make_words_on_postgresql()
    else:
        _make_words_on_sqlite()


def _community_id(primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(
        "community_id", sa.String(64), sa.ForeignKey("community.id"), primary_key=primary_key, nullable=False
    )


def _dates() -> list[sa.Column[object]]:
    return [
        sa.Column("date_day", sa.Date),
        sa.Column("date_precision", sa.String(10)),
        sa.Column("date_source", sa.String(20), nullable=False),
    ]


def _make_communities() -> None:
    op.create_table(
        "community",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("name_key", sa.String(400), nullable=False, unique=True),
        sa.Column("domain", sa.Text, nullable=False),
        sa.Column("people", sa.Text, nullable=False),
        sa.Column("practice", sa.Text, nullable=False),
        sa.Column("owner_id", sa.String(200), nullable=False),
        sa.Column("is_demo", sa.Boolean, nullable=False),
        sa.Column("revision", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "member",
        _community_id(primary_key=True),
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("aliases", sa.JSON, nullable=False),
    )


def _make_runs() -> None:
    op.create_table(
        "run",
        sa.Column("pk", sa.Integer, primary_key=True, autoincrement=True),
        _community_id(),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("location", sa.Text, nullable=False),
        sa.Column("actor_id", sa.String(200), nullable=False),
        sa.Column("started", sa.String(32), nullable=False),
        sa.Column("finished", sa.String(32)),
        sa.Column("report", sa.JSON),
        sa.Column("undone", sa.Boolean, nullable=False),
    )
    op.create_index("run_of_community", "run", ["community_id"])


def _make_note_versions() -> None:
    op.create_table(
        "note_version",
        sa.Column("pk", sa.Integer, primary_key=True, autoincrement=True),
        _community_id(),
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
    )
    op.create_index("note_version_note", "note_version", ["community_id", "note_id"])
    op.create_index("note_version_added", "note_version", ["run_added"])
    op.create_index("note_version_retired", "note_version", ["run_retired"])
    is_current = sa.text("run_retired IS NULL")
    op.create_index(
        "one_current_version",
        "note_version",
        ["community_id", "source", "path"],
        unique=True,
        sqlite_where=is_current,
        postgresql_where=is_current,
    )


def _make_chunks() -> None:
    op.create_table(
        "chunk",
        sa.Column("pk", sa.Integer, primary_key=True, autoincrement=True),
        _community_id(),
        sa.Column("note_pk", sa.Integer, sa.ForeignKey("note_version.pk", ondelete="CASCADE"), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("heading", sa.JSON, nullable=False),
        sa.Column("reading", sa.Text, nullable=False),
        *_dates(),
    )
    op.create_index("chunk_id", "chunk", ["community_id", "id"])
    op.create_index("chunk_note", "chunk", ["note_pk"])
    op.create_table(
        "chunk_vector",
        sa.Column("chunk_pk", sa.Integer, sa.ForeignKey("chunk.pk", ondelete="CASCADE"), primary_key=True),
        _community_id(),
        sa.Column("embedder", sa.String(200), nullable=False),
        sa.Column("embedded_hash", sa.String(64), nullable=False),
        sa.Column("vector", sa.LargeBinary, nullable=False),
    )
    op.create_index("chunk_vector_hash", "chunk_vector", ["community_id", "embedder", "embedded_hash"])


def _make_words_on_sqlite() -> None:
    # The community is a column of the full-text index itself: filtering by a join is twenty times slower.
    op.execute("CREATE VIRTUAL TABLE chunk_words USING fts5(community, words, tokenize = 'porter unicode61')")


def _make_words_on_postgresql() -> None:
    # English stems, but no stop words: SQLite keeps every word, and both must find the same.
    op.execute("CREATE TEXT SEARCH DICTIONARY coach_stem (TEMPLATE = snowball, LANGUAGE = english)")
    op.execute("CREATE TEXT SEARCH CONFIGURATION coach_english (COPY = pg_catalog.english)")
    op.execute("ALTER TEXT SEARCH CONFIGURATION coach_english ALTER MAPPING REPLACE english_stem WITH coach_stem")
    op.execute(
        "CREATE TABLE chunk_words ("
        " chunk_pk integer PRIMARY KEY REFERENCES chunk (pk) ON DELETE CASCADE,"
        " community_id varchar(64) NOT NULL REFERENCES community (id),"
        " words tsvector NOT NULL)"
    )
    op.execute("CREATE INDEX chunk_words_community ON chunk_words (community_id)")
    op.execute("CREATE INDEX chunk_words_words ON chunk_words USING gin (words)")
