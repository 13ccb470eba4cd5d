"""The store in SQL: SQLite for one machine, PostgreSQL for many, the same code for both."""

from .store import SqlStore

__all__ = ["SqlStore"]
