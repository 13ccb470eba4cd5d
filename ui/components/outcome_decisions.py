"""What a person did with an outcome that was suggested: taken up, worded otherwise, or dropped."""

from __future__ import annotations

from typing import Literal

from coach.models import Decision

from .. import drafts, state
from .outcome_words import id_of


def decide_outcome(one: str, what: Literal["accept", "reject"]) -> None:
    """Tell what became of an outcome, by its id; people's own outcomes are nobody else's business."""
    _tell(one, Decision(what=what))


def decide_words(one: str, before: str, after: str) -> None:
    """Tell that people word a suggested outcome otherwise."""
    _tell(one, Decision(what="edit", field="text", before=before, after=after))


def _tell(one: str, decision: Decision) -> None:
    for each in state.outcomes_shelf().sets:
        for place, proposal in enumerate(each.result.outcomes, 1):
            if id_of(proposal.text) == one:
                part = decision.model_copy(update={"part": f"outcome-{place}"})
                drafts.decide(drafts.run_of(each.result.drafting), part)
                return
