"""Plans drafted for the tests."""

from __future__ import annotations

from collections.abc import Sequence

from coach.drafting.playbook import PlaybookDrafter
from coach.models import Citation, Community, Cue, FindResult, PlanRequest, SessionPlan
from coach.playbook import load_playbook
from coach.ports import DraftInput, QuoteCandidate

PLAYBOOK = load_playbook()
CIRCLE = Community(id="c", name="Circle")
OUTCOMES = (
    "We want to be able to map a service that crosses team boundaries.",
    "We want to be able to write plain decision letters.",
    "We want to be able to run a discussion in which new people speak.",
)


def draft(quotes: Sequence[QuoteCandidate] = (), **asked: object) -> SessionPlan:
    """Draft a plan for one outcome, or for what is asked; with quotes, the notes hold enough."""
    request = PlanRequest.model_validate({"outcomes": OUTCOMES[:1], **asked})
    found = FindResult(enough=bool(quotes), passages=())
    return PlaybookDrafter(PLAYBOOK).draft_plan(DraftInput(request, CIRCLE, found, tuple(quotes)))


def said(
    quote: str, *cues: Cue, note: str = "n1", about_meetings: bool = False, relevance: float = 0.6
) -> QuoteCandidate:
    """Return a sentence that a draft may quote."""
    citation = Citation(label="S0", quote=quote, note=f"{note}.md", note_id=note, start=0, end=len(quote))
    return QuoteCandidate(citation, cues, relevance, about_meetings)
