"""Word an outcome otherwise: one's own sentence stays, others are laid beside it and checked."""

from __future__ import annotations

from coach.checks import check_outcome
from coach.errors import BadRequest
from coach.models import Community, Rewrite, RewriteRequest, RewritesResult
from coach.ports import RewriteInput
from coach.retrieval import find_passages

from .plan import PlanTools, find_private

LONGEST = 600
"""Characters of one's own wording and of the wish."""
PASSAGES = 6
"""How many passages are read near it."""


def rewrite_outcome(request: RewriteRequest, community: Community, tools: PlanTools) -> RewritesResult:
    """Return up to three other wordings of an outcome, each checked.

    Raises:
        BadRequest: There is no sentence, or far more than one.
    """
    drafted = tools.drafter.draft_rewrites(find_rewrite_input(request, community, tools))
    checked = tuple(_with_findings(item, tools) for item in drafted.rewrites)
    return drafted.model_copy(update={"rewrites": checked})


def find_rewrite_input(request: RewriteRequest, community: Community, tools: PlanTools) -> RewriteInput:
    """Return what an outcome would be worded otherwise from.

    Raises:
        BadRequest: There is no sentence, or far more than one.
    """
    text, wish = " ".join(request.text.split()), " ".join(request.wish.split())
    if not text:
        raise BadRequest("There is no outcome to word otherwise.", "Write it first, in your own words.")
    if max(len(text), len(wish)) > LONGEST:
        raise BadRequest(f"That is longer than {LONGEST} characters.", "Keep to the one sentence that it is about.")
    found = find_passages(f"{text} {wish}".strip(), tools.search, PASSAGES)
    return RewriteInput(
        request=request.model_copy(update={"text": text, "wish": wish}),
        community=community,
        findings=check_outcome(text, tools.lexicon),
        passages=tuple(item for item in found.passages if item.quotable) if found.enough else (),
        private=find_private(tools.search),
    )


def _with_findings(rewrite: Rewrite, tools: PlanTools) -> Rewrite:
    return rewrite.model_copy(update={"findings": check_outcome(rewrite.text, tools.lexicon)})
