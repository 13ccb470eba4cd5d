"""What a drafter answered to a case: the text that a person reads, and the objects behind it where there are any."""

from __future__ import annotations

from typing import Literal

from coach.models import Activity, BriefResult, CoachReply, OutcomeProposal, Review, SessionPlan, Spent, SuggestionKind
from coach.models.base import Word


class Quoted(Word):
    """Words that the suggestion gives as the community's own."""

    text: str
    """The words."""
    note: str = ""
    """The note they are said to stand in; empty when it does not say."""


class Took(Word):
    """What became of asking a model for one answer, and what that took."""

    end: Literal["drafted", "fell back", "fell back in part", "not asked", "silent"]
    """Whether it drafted; the playbook did, all or a part of it; nobody asked it; or it was asked and said nothing."""
    spent: Spent = Spent()
    """Calls, tokens and money."""
    repairs: int = 0
    """How often it was asked to mend what was found."""


class Suggestion(Word):
    """An answer to one case."""

    kind: SuggestionKind
    """What was wanted."""
    text: str
    """The suggestion as a person reads it, in Markdown, without a word of who drafted it."""
    outcomes: tuple[OutcomeProposal, ...] = ()
    """Proposed outcomes, where outcomes were wanted."""
    plan: SessionPlan | None = None
    """The plan, or the plan around an activity or a review."""
    part: str = ""
    """Which part of the plan is the answer, where an activity or a review was wanted."""
    reply: CoachReply | None = None
    """The coach's reply, where coaching was wanted and there is more of it than its text."""
    brief: BriefResult | None = None
    """The page with what its checks said, where a brief was wanted."""
    quotes: tuple[Quoted, ...] = ()
    """What it quotes."""
    says_little: bool | None = None
    """Whether it says that the notes hold too little; nothing when that cannot be told."""
    cost_usd: float | None = None
    """What it cost; nothing when no price is known."""
    took: Took | None = None
    """What asking took, where a model drafted."""

    def find_part(self) -> Activity | Review | None:
        """Return the activity or review that is the answer."""
        parts = self.plan.parts if self.plan else ()
        return next((part for part in parts if part.id == self.part and isinstance(part, Activity | Review)), None)
