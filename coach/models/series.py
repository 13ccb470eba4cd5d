"""A series: two to six sessions on one outcome, the last of which comes back to the first."""

from __future__ import annotations

from pydantic import Field

from .base import PlanWord, Word
from .finding import Finding
from .modelling import Drafting
from .plan import SessionPlan
from .request import PlanRequest


class SeriesRequest(Word):
    """A series to plan."""

    session: PlanRequest
    """What each session is like; its outcomes are those of the whole series."""
    sessions: int = 3
    """How many sessions, 2 to 6."""
    weeks_between: int = 2
    """Weeks from one session to the next, 1 to 12."""


class SeriesSession(PlanWord):
    """One session of a series."""

    number: int = Field(ge=1)
    """Its place, from 1."""
    title: str
    """What it is for, in a few words."""
    purpose: str
    """What it adds to the ones before, in one sentence."""
    carries_in: str = ""
    """What from an earlier session lies on the table when it begins."""
    hosting: str = ""
    """Who hosts, so that hosting moves on."""
    between: str = ""
    """What people do in their own work until the next one."""
    plan: SessionPlan
    """The session's plan."""
    findings: tuple[Finding, ...] = ()
    """What the checks say of its plan."""


class Series(PlanWord):
    """Two to six sessions on the same outcomes."""

    title: str
    """What to call it."""
    community: str = ""
    """The community's name."""
    weeks_between: int = Field(default=2, ge=1)
    """Weeks from one session to the next."""
    sessions: tuple[SeriesSession, ...] = Field(min_length=2, max_length=6)
    """The sessions, in order."""
    thread: str = ""
    """What runs through all of them, in one sentence."""
    findings: tuple[Finding, ...] = ()
    """What the checks say of the series as a whole."""
    drafting: Drafting | None = None
    """How it came about; nothing where nobody kept a record."""
