"""What would be sent for a request, shown before it is; nobody is asked."""

from __future__ import annotations

from coach.errors import BadRequest, BudgetSpent, ModelRefused
from coach.models import (
    AnswerRequest,
    BriefRequest,
    CoachingRequest,
    Community,
    OutcomesRequest,
    PartRequest,
    PlanRequest,
    RewriteRequest,
    SentPreview,
    SeriesRequest,
    Spent,
)
from coach.ports import Heard, LLMReply, LLMRequest, PreviewingDrafter

from .outcomes import find_outcomes_input
from .parts import find_part_input
from .plan import PlanTools, find_input
from .rewrites import find_rewrite_input
from .series import find_first_input

Shown = PlanRequest | OutcomesRequest | RewriteRequest | SeriesRequest | PartRequest
"""Everything of which can be shown what would be sent; a reply of the coach is shown by `Coaching.preview`, a brief by
`Briefs.preview`."""
Asked = Shown | CoachingRequest | BriefRequest | AnswerRequest
"""Everything that can be asked of a drafter."""
_CHARS_A_TOKEN = 4


class NoPurse:
    """A purse for showing what would be sent: it has nothing in it."""

    @property
    def spent(self) -> Spent:
        """Return that nothing was spent."""
        return Spent()

    def take(self, model: str, tokens: int, usd: float | None) -> str:
        """Refuse: nobody is to be asked."""
        raise BudgetSpent("Nothing is sent while it is only shown.")

    def pay(self, reservation: str, reply: LLMReply | None) -> None:
        """Leave it: nothing was taken."""

    def reuse(self) -> None:
        """Leave it: nothing was used."""


class NoModel:
    """Stands where no model is set up, so that what would be sent to one can be shown."""

    name = "no model yet"

    def ask(self, request: LLMRequest, heard: Heard | None = None) -> LLMReply:
        """Refuse: there is nobody to ask."""
        raise ModelRefused("No model is set up here.")

    def price(self, tokens_in: int, tokens_out: int) -> float | None:
        """Return that nobody knows."""
        return None

    def count_tokens(self, text: str) -> int:
        """Return about how many tokens a text has for most models."""
        return -(-len(text) // _CHARS_A_TOKEN)


def preview(request: Shown, community: Community, tools: PlanTools, drafter: PreviewingDrafter) -> SentPreview:
    """Return exactly what would be sent; for a series, what would be sent for its first session.

    Raises:
        BadRequest: No sensible answer fits the request.
    """
    if isinstance(request, PlanRequest):
        return drafter.preview_plan(find_input(request, community, tools))
    if isinstance(request, SeriesRequest):
        return drafter.preview_plan(find_first_input(request, community, tools))
    if isinstance(request, OutcomesRequest):
        given = find_outcomes_input(request, community, tools)
        if not given.enough:
            raise BadRequest("Nothing would be sent: the notes tell too little.", "Ask; the answer says what to do.")
        return drafter.preview_outcomes(given)
    if isinstance(request, RewriteRequest):
        return drafter.preview_rewrites(find_rewrite_input(request, community, tools))
    shown = drafter.preview_part(find_part_input(request, community, tools))
    if shown is None:
        raise BadRequest("Nothing would be sent: the playbook drafts this kind of part.", "Draft it; it costs nothing.")
    return shown
