"""Every text of a plan that is ours, with its place; the community's own words are left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coach.models import SessionPlan

_NOT_WORDS = frozenset(
    {
        *("id", "kind", "citations", "pattern", "protocol", "outcome_ids", "activity_ids", "level", "solo", "doing"),
        *("tone", "phase", "author_speaks"),
    }
)
"""Fields that hold ids and closed lists, not sentences."""
_OF_THE_PLAN = (
    "title", "access", "hybrid", "plan_b", "facilitation", "prepare", "ask_first", "from_notes",
)  # fmt: skip


@dataclass(frozen=True)
class Text:
    """A text and where it stands."""

    where: str
    """An id of a part or an outcome, or `plan`."""
    words: str
    """The text."""


def find_texts(plan: SessionPlan) -> list[Text]:
    """Return every text of a plan that is ours, in the order of the plan."""
    found = [Text(outcome.id, words) for outcome in plan.outcomes for words in _strings(outcome.model_dump())]
    found += [Text(part.id, words) for part in plan.parts for words in _strings(part.model_dump())]
    found += [Text(link.target, link.reason) for link in plan.links]
    found += [Text(influence.part, influence.change) for influence in plan.influences]
    whole = plan.model_dump(include=set(_OF_THE_PLAN))
    found += [Text("plan", words) for name in _OF_THE_PLAN for words in _strings(whole[name])]
    return [text for text in found if text.words.strip()]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in _NOT_WORDS:
                yield from _strings(inner)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from _strings(inner)
