"""A review that ends on a question, or a wish, which somebody of this community wrote."""

from __future__ import annotations

from coach.models import Cue, Review

from .making import Making
from .quoting import NEAR_FOR_ALL, quoted


def ask_back(making: Making, review: Review) -> Review:
    """Return the review with the nearest unused question of theirs at its end; as it is where none is near enough."""
    question = making.pool.take(Cue.QUESTION, at_least=NEAR_FOR_ALL)
    citation = question or making.pool.take(Cue.WISH, at_least=NEAR_FOR_ALL)
    if citation is None or not review.steps:
        return review
    last = review.steps[-1]
    said = (
        f"Before you close, read out what one of you wrote: {quoted(citation)} ({citation.label}). "
        "What would you say to that now, with this work in front of you?"
    )
    step = last.model_copy(update={"does": f"{last.does} {said}", "citations": (*last.citations, citation.label)})
    what = "question" if question else "wish"
    making.pool.record(citation, review.id, f"The review ends on a {what} from your own notes.")
    return review.model_copy(
        update={"steps": (*review.steps[:-1], step), "citations": (*review.citations, citation.label)}
    )
