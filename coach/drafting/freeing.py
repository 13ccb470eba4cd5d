"""What of the community's words is free again when one part of a plan is drafted anew, and under which labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from coach.checks.quotes import find_labels
from coach.checks.texts import find_texts
from coach.models import Citation, SessionPlan
from coach.ports import DraftInput, QuoteCandidate

from .quoting import QUOTES_EACH, QuotePool


@dataclass
class PartPool(QuotePool):
    """A pool for one part of a plan that is there already: its labels are those that are free."""

    free: Iterator[str] = field(default_factory=lambda: iter(()))
    """The labels to give out, in order."""

    def cite(self, reserved: QuoteCandidate) -> Citation:
        """Quote a sentence that was set aside; it gets the next free label."""
        citation = reserved.citation.model_copy(update={"label": next(self.free)})
        self.citations.append(citation)
        return citation


def keep_citations(plan: SessionPlan, part: str) -> tuple[Citation, ...]:
    """Return the citations that stay when this part goes: those that anything else in the plan leans on."""
    rest = without_part(plan, part)
    used = {label for text in find_texts(rest) for label in find_labels(text.words)}
    used |= {label for item in rest.parts for label in item.citations}
    used |= {label for item in rest.parts for step in item.steps for label in step.citations}
    used |= {influence.label for influence in rest.influences}
    gone = labels_of(plan, part) - used
    return tuple(citation for citation in plan.citations if citation.label not in gone)


def labels_of(plan: SessionPlan, part: str) -> set[str]:
    """Return the labels that one part takes up."""
    item = next(each for each in plan.parts if each.id == part)
    own = {*item.citations, *(label for step in item.steps for label in step.citations)}
    own |= {influence.label for influence in plan.influences if influence.part == part}
    return own | {label for text in find_texts(plan) if text.where == part for label in find_labels(text.words)}


def without_part(plan: SessionPlan, part: str) -> SessionPlan:
    """Return the plan as if this part were not there: for looking at, never to be shown."""
    return plan.model_copy(
        update={
            "parts": tuple(item for item in plan.parts if item.id != part),
            "influences": tuple(item for item in plan.influences if item.part != part),
        }
    )


def make_pool(given: DraftInput, kept: Sequence[Citation]) -> PartPool:
    """Return a pool of the sentences that nothing else in the plan quotes."""
    said = {(item.note_id, item.quote) for item in kept}
    quotes = given.quotes if given.found.enough else ()
    fresh = [item for item in quotes if (item.citation.note_id, item.citation.quote) not in said]
    taken = {item.label for item in kept}
    labels = (f"S{number}" for number in range(1, len(kept) + 2 * QUOTES_EACH + 1))
    free = iter([label for label in labels if label not in taken])
    return PartPool(fresh, QUOTES_EACH, given.found.notes_searched, free=free)
