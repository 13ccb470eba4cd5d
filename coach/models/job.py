"""A suggestion in the making: a job in the background, as pages look at it."""

from __future__ import annotations

from typing import Literal

from .base import Word
from .brief import BriefResult, NotesAnswer
from .conversation import CoachReply
from .modelling import ArrivingPart, RunState
from .outcomes import OutcomesResult, RewritesResult
from .plan import PlanResult
from .series import Series

JobKind = Literal["plan", "outcomes", "rewrite", "part", "series", "coaching", "brief", "answer"]
"""What can be asked for."""
Suggested = PlanResult | OutcomesResult | RewritesResult | Series | CoachReply | BriefResult | NotesAnswer
"""What can come of it."""


class JobProblem(Word):
    """Why no suggestion came."""

    message: str
    """What happened and what is safe."""
    next_step: str = ""
    """What the person can do now."""


class JobView(Word):
    """A job as far as it is."""

    id: str
    """The job's id."""
    community: str
    """The name of the community that it works for."""
    kind: JobKind
    """What was asked for."""
    model: str = ""
    """The model that drafts; empty when the playbook does."""
    stage: str = ""
    """What is being done now, in words."""
    parts: tuple[ArrivingPart, ...] = ()
    """The parts that are there or on their way, in the order in which they were first seen."""
    state: RunState = RunState.RUNNING
    """Whether it goes on, or how it ended."""
    is_stopping: bool = False
    """Whether somebody asked it to stop and it has not ended yet."""
    seconds: float = 0.0
    """How long it has been at it, or took."""
    result: Suggested | None = None
    """What came of it, once it has ended well."""
    problem: JobProblem | None = None
    """Why nothing came of it, once it has ended otherwise."""
    version: int = 0
    """Grows with every change, so that a page knows whether there is something new to draw."""

    @property
    def has_ended(self) -> bool:
        """Say whether it is over, well or not."""
        return self.state is not RunState.RUNNING
