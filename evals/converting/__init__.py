"""Reads somebody's Markdown answer into what the graders look at: outcomes, a plan with its parts, quotes.

What cannot be read stays absent, and is ungraded, never guessed. Minutes stay as they are written, right or wrong.
Links are none: a text that lays an activity beside an outcome does not say why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from coach.models import SessionPlan, SuggestionKind
from evals.casebook import Case
from evals.showing import show_asked, show_plan
from evals.suggestion import Suggestion

from .outcomes import read_outcomes, to_proposal
from .plans import read_activity, read_plan, read_review
from .quotes import find_quotes

if TYPE_CHECKING:  # the answers file reads its answers with this package
    from evals.drafters.answers import GivenAnswer

__all__ = ["to_suggestion"]

_READERS: Mapping[SuggestionKind, Callable[[str, Case], SessionPlan | None]] = {
    SuggestionKind.PLAN: read_plan,
    SuggestionKind.ACTIVITY: read_activity,
    SuggestionKind.REVIEW: read_review,
}


def to_suggestion(given: GivenAnswer, case: Case) -> Suggestion:
    """Return an answer as the graders read it; what the answer says as objects goes before what its text says.

    Args:
        given: The answer.
        case: What it answers.
    """
    text = given.text or _show(given)
    reader = _READERS.get(case.kind)
    plan = given.plan or (reader(text, case) if reader else None)
    outcomes = tuple(to_proposal(sentence) for sentence in given.outcomes)
    if case.kind is SuggestionKind.OUTCOME and not outcomes:
        outcomes = read_outcomes(text)
    return Suggestion(
        kind=case.kind,
        text=text,
        outcomes=outcomes if case.kind is SuggestionKind.OUTCOME else (),
        plan=plan,
        part=_find_part(plan, case.kind),
        quotes=find_quotes(text, case.file.notes, show_asked(case.asked)) if given.quotes is None else given.quotes,
        cost_usd=given.cost_usd,
    )


def _show(given: GivenAnswer) -> str:
    if given.plan is not None:
        return show_plan(given.plan)
    return "\n".join(f"{place}. {sentence}" for place, sentence in enumerate(given.outcomes, 1))


def _find_part(plan: SessionPlan | None, kind: SuggestionKind) -> str:
    parts = plan.parts if plan and kind is not SuggestionKind.PLAN else ()
    return next((part.id for part in parts if part.kind == kind.value), "")
