"""Who drafts: the model where there is one, the playbook where there is none or where it fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from coach.drafting.modelled.room import Trace
from coach.errors import ModelAnswerUnusable, ModelProblem
from coach.models import Brief, CoachReply, NotesAnswer, OutcomesResult, Passage, RewritesResult, SessionPlan
from coach.ports import (
    AnswerInput,
    BriefInput,
    CoachingInput,
    Drafter,
    DraftInput,
    OutcomesInput,
    PartInput,
    RewriteInput,
    SeriesPlace,
    Watch,
)

R = TypeVar("R")


class DrafterInCharge:
    """A drafter that never leaves a person without a draft because a model failed."""

    def __init__(self, playbook: Drafter, model: Drafter | None, trace: Trace, watch: Watch) -> None:
        """Keep both.

        Args:
            playbook: Drafts where there is no model, or where it fails.
            model: Drafts where it can; None for the playbook alone.
            trace: What happened is told there.
            watch: Whoever waits.
        """
        self.name = model.name if model else playbook.name
        self.fell_back = False
        """Whether the playbook had to draft in the model's place."""
        self.read: list[str] = []
        """The ids of the chunks that it was given to read."""
        self._playbook, self._model = playbook, model
        self._trace, self._watch = trace, watch
        self._gave_up = False

    def draft_plan(self, given: DraftInput) -> SessionPlan:
        """Return a whole plan, unchecked."""
        self._read(given.found.passages)
        return self._draft(lambda drafter: drafter.draft_plan(given), given.place)

    def draft_outcomes(self, given: OutcomesInput) -> OutcomesResult:
        """Return outcomes to choose from; a model is not paid for notes that tell too little."""
        self._read(given.passages)
        if not given.enough:
            return self._ask_playbook(lambda drafter: drafter.draft_outcomes(given))
        return self._draft(lambda drafter: drafter.draft_outcomes(given))

    def draft_rewrites(self, given: RewriteInput) -> RewritesResult:
        """Return other wordings of an outcome, unchecked."""
        self._read(given.passages)
        return self._draft(lambda drafter: drafter.draft_rewrites(given))

    def draft_part(self, given: PartInput) -> SessionPlan:
        """Return the plan with one part drafted again."""
        self._read(given.given.found.passages)
        return self._draft(lambda drafter: drafter.draft_part(given))

    def draft_reply(self, given: CoachingInput) -> CoachReply:
        """Return a reply to somebody who asks for coaching, unchecked."""
        return self._draft(lambda drafter: drafter.draft_reply(given))

    def draft_brief(self, given: BriefInput) -> Brief:
        """Return a page for somebody senior; a model is not paid for notes that tell nothing."""
        self.read.extend(item.chunk_id for item in given.statements if item.chunk_id)
        if not given.statements:
            return self._ask_playbook(lambda drafter: drafter.draft_brief(given))
        return self._draft(lambda drafter: drafter.draft_brief(given))

    def draft_answer(self, given: AnswerInput) -> NotesAnswer:
        """Return a few sentences on a question; a model is not paid where the notes do not say."""
        self._read(given.passages)
        if not given.enough:
            return self._ask_playbook(lambda drafter: drafter.draft_answer(given))
        return self._draft(lambda drafter: drafter.draft_answer(given))

    def _read(self, passages: Iterable[Passage]) -> None:
        self.read.extend(passage.chunk_id for passage in passages if passage.chunk_id)

    def _draft(self, ask: Callable[[Drafter], R], place: SeriesPlace | None = None) -> R:
        if self._model is None or self._gave_up:
            return self._ask_playbook(ask)
        before = dict(self._trace.by_part)
        try:
            return ask(self._model)
        except ModelProblem as problem:
            self.fell_back = True
            # In a series the next question may be answered; a refusal, an empty purse or silence stays what it is.
            self._gave_up = not (place and isinstance(problem, ModelAnswerUnusable))
            self._trace.by_part.clear()
            self._trace.by_part.update(before)
            self._trace.tell(_say_fallback(problem, place, for_good=self._gave_up))
        return self._ask_playbook(ask)

    def _ask_playbook(self, ask: Callable[[Drafter], R]) -> R:
        self._watch.stage("The playbook drafts")
        return ask(self._playbook)


def _say_fallback(problem: ModelProblem, place: SeriesPlace | None, *, for_good: bool) -> str:
    what = "this"
    if place:
        what = f"session {place.number}" + (" and those after it" if for_good and not place.is_last else "")
    return f"{problem.message.rstrip('.')}; the playbook drafted {what}."
