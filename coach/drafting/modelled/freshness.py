"""X4: whether drafts differ from each other, from what was suggested before, and from what people do already."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from coach.checks.criterion import Criterion
from coach.models import Activity, Finding
from coach.ports import Embedder

TWINS = 0.86
"""From this cosine similarity on, two sentences say the same doing in other words."""
DONE = 0.74
"""From this one on, a proposal repeats what people say that they do."""


_TWIN = Criterion(
    "X4",
    "Among alternatives that are one, there is nothing to choose.",
    "Propose another doing, or leave it out.",
)
_DONE = Criterion(
    "X4",
    "Advice to do what one does already says that nobody listened.",
    "Build on it, or propose something that they do not do yet.",
)


class Freshness:
    """Measures with the product's own embedder."""

    def __init__(self, embedder: Embedder) -> None:
        """Keep it."""
        self._embedder = embedder

    def find_twins(self, texts: Sequence[str], earlier: Sequence[str] = ()) -> dict[int, str]:
        """Return by place the texts that say what an earlier one says, with that one."""
        if not texts:
            return {}
        known = [*earlier, *texts]
        rows = self._embedder.embed(known)
        near = rows @ rows.T
        twins: dict[int, str] = {}
        for place in range(len(texts)):
            at = place + len(earlier)
            before = near[at, :at]
            if at and float(before.max()) >= TWINS:
                twins[place] = known[int(np.argmax(before))]
        return twins

    def find_done(self, text: str, doing: Sequence[str]) -> str:
        """Return what people say that they do already and that this text proposes again; empty when nothing."""
        if not doing or not text.strip():
            return ""
        rows = self._embedder.embed([text, *doing])
        near = rows[1:] @ rows[0]
        return doing[int(np.argmax(near))] if float(near.max()) >= DONE else ""


def tell_activity(activity: Activity) -> str:
    """Return an activity in a line, as it is remembered and compared."""
    return f"{activity.title}: {activity.what_members_do}"


def say_twin(where: str, other: str) -> Finding:
    """Return the finding that two proposals are one."""
    return _TWIN.mend(where, f"It says the same as “{other}”.")


def say_done(where: str, doing: str) -> Finding:
    """Return the finding that people do this already."""
    return _DONE.mend(where, f"They say that they do this already: “{doing}”.")
