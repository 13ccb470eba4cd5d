"""Brings a database up to date at start, and refuses one from the future."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from coach.errors import StoreProblem

HEAD = "0005"
"""The newest step of `migrations/versions`; equal means that Alembic need not even be imported."""
_FOLDER = Path(__file__).parent / "migrations"
_LOCK = 7_263_511  # any number of ours: PostgreSQL lets one program at a time hold it


def bring_up_to_date(engine: sa.Engine) -> None:
    """Run the missing steps in one transaction, or raise StoreProblem when the database is newer than we are."""
    with engine.connect() as connection:
        if _read_version(connection) == HEAD:
            return
    with engine.connect() as connection:
        connection.execution_options(writes=True)
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
            _upgrade(connection)


def _upgrade(connection: sa.Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    try:
        current = _read_version(connection)
        if current is not None and current not in known:
            raise StoreProblem(
                "The database was written by a newer version of Coach; it was left as it is.",
                "Install that version or a newer one.",
            )
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreProblem(f"The database could not be brought up to date ({error}).") from error


def _read_version(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(sa.select(sa.table("alembic_version", sa.column("version_num")))).scalar()
    return None if found is None else str(found)
