"""The drafter that asks a model: the same port as the playbook's, and the playbook behind it."""

from __future__ import annotations

from collections.abc import Sequence

from coach.drafting.playbook import PlaybookDrafter
from coach.models import (
    Brief,
    CoachReply,
    NotesAnswer,
    OutcomesResult,
    Replaced,
    RewritesResult,
    SentPreview,
    SessionPlan,
)
from coach.notes.pseudonyms import Veil
from coach.playbook import Playbook
from coach.ports import (
    AnswerInput,
    BriefInput,
    CoachingInput,
    DraftInput,
    Embedder,
    OutcomesInput,
    PartInput,
    RewriteInput,
)

from .answering import AnswerDrafting
from .asking import Question, count_sent
from .brief import BriefDrafting
from .coaching import ReplyDrafting
from .one_part import PartDrafting
from .plans import PlanDrafting
from .proposals import OutcomesDrafting
from .rewording import RewritesDrafting
from .room import Room
from .sources import Sources


class ModelDrafter:
    """Drafts with the models of a room; made anew for each job."""

    def __init__(self, room: Room, base: PlaybookDrafter, playbook: Playbook, embedder: Embedder) -> None:
        """Keep what it works with.

        Args:
            room: What this job may use.
            base: Drafts what no model drafts, and stands in for parts that cannot stand.
            playbook: The craft library.
            embedder: Tells whether proposals differ.
        """
        self._room, self._base, self._playbook, self._embedder = room, base, playbook, embedder

    @property
    def name(self) -> str:
        """Return the model that is asked first."""
        return self._room.llms[0].name if self._room.llms else self._base.name

    def draft_plan(self, given: DraftInput) -> SessionPlan:
        """Return a whole plan; parts that a model cannot draft so that they stand are the playbook's."""
        return self._plans().draft(given)

    def draft_outcomes(self, given: OutcomesInput) -> OutcomesResult:
        """Return outcomes to choose from; where the notes tell too little nobody is asked."""
        return self._outcomes().draft(given)

    def draft_rewrites(self, given: RewriteInput) -> RewritesResult:
        """Return up to three other wordings."""
        return self._rewrites().draft(given)

    def draft_part(self, given: PartInput) -> SessionPlan:
        """Return the plan with one part drafted again; kinds that no model drafts are the playbook's."""
        drafting = self._parts()
        if not drafting.is_ours(given):
            return self._base.draft_part(given)
        return drafting.draft(given)

    def draft_reply(self, given: CoachingInput) -> CoachReply:
        """Return a reply to somebody who asks the coach; the playbook's, where what a model says cannot stand."""
        return self._replies().draft(given)

    def draft_brief(self, given: BriefInput) -> Brief:
        """Return a page for somebody senior; sentences of a model that cannot stand are the playbook's."""
        return self._briefs().draft(given)

    def draft_answer(self, given: AnswerInput) -> NotesAnswer:
        """Return a few sentences on a question, or that the notes do not say."""
        return self._answers().draft(given)

    # -- what would be sent ------------------------------------------------------------------------
    def preview_plan(self, given: DraftInput) -> SentPreview:
        """Return exactly what would be sent for a plan; nobody is asked."""
        drafting = self._plans()
        ground = drafting.lay(given)
        return self._preview(drafting.to_question(ground), ground.sources, ground.veil, ground.given.private)

    def preview_outcomes(self, given: OutcomesInput) -> SentPreview:
        """Return exactly what would be sent for outcomes; nobody is asked."""
        drafting = self._outcomes()
        ground = drafting.lay(given)
        return self._preview(drafting.to_question(ground), ground.sources, ground.veil, given.private)

    def preview_rewrites(self, given: RewriteInput) -> SentPreview:
        """Return exactly what would be sent for other wordings; nobody is asked."""
        drafting = self._rewrites()
        ground = drafting.lay(given)
        return self._preview(drafting.to_question(ground), ground.sources, ground.veil, given.private)

    def preview_part(self, given: PartInput) -> SentPreview | None:
        """Return exactly what would be sent for one part; None when nothing would be."""
        drafting = self._parts()
        if not drafting.is_ours(given):
            return None
        ground = drafting.lay(given)
        return self._preview(drafting.to_question(given, ground), ground.sources, ground.veil, given.given.private)

    def preview_reply(self, given: CoachingInput) -> SentPreview:
        """Return exactly what would be sent for a reply; nobody is asked."""
        drafting = self._replies()
        ground = drafting.lay(given)
        shown = self._preview(drafting.to_question(ground), ground.sources, ground.veil, given.private)
        return shown.model_copy(update={"left_out": (*shown.left_out, *ground.left_out)})

    def preview_brief(self, given: BriefInput) -> SentPreview:
        """Return exactly what would be sent for a page; nobody is asked."""
        drafting = self._briefs()
        ground = drafting.lay(given)
        return self._preview(drafting.to_question(ground), ground.lines.sources, ground.lines.veil, given.private)

    def preview_answer(self, given: AnswerInput) -> SentPreview:
        """Return exactly what would be sent for an answer; nobody is asked."""
        drafting = self._answers()
        ground = drafting.lay(given)
        return self._preview(drafting.to_question(ground), ground.lines.sources, ground.lines.veil, given.private)

    # -- inside ------------------------------------------------------------------------------------
    def _plans(self) -> PlanDrafting:
        return PlanDrafting(self._room, self._base, self._playbook, self._embedder)

    def _outcomes(self) -> OutcomesDrafting:
        return OutcomesDrafting(self._room, self._base, self._playbook, self._embedder)

    def _rewrites(self) -> RewritesDrafting:
        return RewritesDrafting(self._room, self._playbook, self._embedder)

    def _replies(self) -> ReplyDrafting:
        return ReplyDrafting(self._room, self._base, self._playbook, self._embedder)

    def _briefs(self) -> BriefDrafting:
        return BriefDrafting(self._room, self._base, self._playbook, self._embedder)

    def _answers(self) -> AnswerDrafting:
        return AnswerDrafting(self._room, self._base, self._playbook, self._embedder)

    def _parts(self) -> PartDrafting:
        return PartDrafting(self._room, self._base, self._playbook, self._embedder)

    def _preview(self, question: Question, sources: Sources, veil: Veil | None, private: frozenset[str]) -> SentPreview:
        llm, request = self._room.llms[0], question.request
        tokens = count_sent(llm, request)
        return SentPreview(
            model=llm.name,
            host=self._room.host,
            prompt=question.prompt.label,
            prompt_sha256=question.prompt.sha256,
            system=request.system,
            user=request.user,
            replaced=_replaced(veil),
            left_out=_say_left_out(sources, private),
            notes=tuple(dict.fromkeys(item.title or item.note for item in sources.items)),
            tokens=tokens,
            cost_usd=llm.price(tokens, request.max_tokens),
        )


def _replaced(veil: Veil | None) -> tuple[Replaced, ...]:
    return tuple(veil.replaced()) if veil else ()


def _say_left_out(sources: Sources, private: Sequence[str] | frozenset[str]) -> tuple[str, ...]:
    said = []
    if private:
        count = len(private)
        said.append(f"{count} private {'note' if count == 1 else 'notes'}: nothing of them leaves.")
    said += sources.says_left_out
    return tuple(said)
