"""The store's side that jobs with models write to: runs, spending, kept answers, the setup."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from coach.errors import UnknownCommunity
from coach.models import ModelSetup
from coach.ports import Clock

from .answers import SqlAnswers
from .changes import forget_answers
from .database import Database
from .job_runs import SqlRunLog
from .ledger import SqlLedger
from .setup import read_setup, write_setup
from .tables import community


@dataclass(frozen=True)
class SqlRecords:
    """Records on a SQL database; `SqlStore.records` makes it."""

    database: Database
    """Where the rows are."""
    clock: Clock
    """Tells when things happen."""

    def runs(self) -> SqlRunLog:
        """Return the run records."""
        return SqlRunLog(self.database, self.clock)

    def ledger(self) -> SqlLedger:
        """Return what was spent."""
        return SqlLedger(self.database, self.clock)

    def answers(self, community_id: str) -> SqlAnswers:
        """Return the kept answers of one community, or raise UnknownCommunity; ask for it when a job begins."""
        query = sa.select(community.c.revision).where(community.c.id == community_id)
        with self.database.reading() as connection:
            revision = connection.execute(query).scalar()
        if revision is None:
            raise UnknownCommunity("This community is not here any more.")
        return SqlAnswers(self.database, self.clock, community_id, revision)

    def forget_answers(self, community_id: str) -> int:
        """Let go of all kept answers of a community and return how many; any change of its notes does so itself."""
        with self.database.writing(community_id) as connection:
            return forget_answers(connection, community_id)

    def read_setup(self) -> ModelSetup | None:
        """Return the saved model setup; None when nothing was saved, or nothing that still holds."""
        return read_setup(self.database)

    def write_setup(self, setup: ModelSetup) -> None:
        """Save the model setup, or raise BadRequest when it does not hold or carries a password in an address."""
        write_setup(self.database, setup)
