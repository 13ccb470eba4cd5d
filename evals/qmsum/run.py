"""Our answers to the questions of QMSum beside chance, the lead and TextRank, of the same length in the same run.

coach eval qmsum
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from coach.models import Table
from coach.ports import Progress
from evals.measuring.intervals import ROUNDS

from .data import Asked, Meeting, Sort
from .scoring import MEASURES, Rouge

BUDGET = 70
"""Words of an answer: about as many as the paper says that QMSum's have (69.6), fixed before anything was run."""
Method = Callable[[Asked, Meeting], Sequence[int]]
"""Orders a meeting's sentences for a question, the one to say first at the front; those left out are not said."""
SORTS: tuple[Sort, ...] = ("specific", "general")


@dataclass(frozen=True)
class Scored:
    """One answer of one method."""

    method: str
    """Whose."""
    meeting: str
    """About which meeting."""
    sort: Sort
    """Which sort of question."""
    scores: Mapping[str, float]
    """By measure."""
    words: int
    """How long it is."""


def measure_answers(
    meetings: Sequence[Meeting], methods: Mapping[str, Method], progress: Progress, budget: int = BUDGET
) -> list[Scored]:
    """Return how near each method's answer to each question comes to how somebody answered it."""
    rouge, found = Rouge(), []
    for place, meeting in enumerate(meetings):
        progress("Meetings", place, len(meetings))
        for asked in meeting.asked:
            for name, method in methods.items():
                told = cut(method(asked, meeting), meeting, budget)
                scores = rouge.score(asked.answer, told)
                found.append(Scored(name, meeting.id, asked.sort, scores, len(told.split())))
    progress("Meetings", len(meetings), len(meetings))
    return found


def cut(order: Sequence[int], meeting: Meeting, budget: int) -> str:
    """Return the first sentences of an order that fit into so many words, as they were said in the meeting.

    The first one is said even where it is longer; one that does not fit is passed over.
    """
    taken: list[int] = []
    left = budget
    for place in order:
        words = len(meeting.sentences[place].text.split())
        if words <= left or not taken:
            taken.append(place)
            left -= words
        if left < 5:
            break
    return " ".join(meeting.sentences[place].text for place in sorted(taken))


def to_table(scored: Sequence[Scored], methods: Sequence[str]) -> Table:
    """Return the means over questions, with intervals over meetings."""
    rows = [_row(name, sort, scored) for sort in (*SORTS, None) for name in methods]
    head = ("questions", "method", "n", *MEASURES.values(), "words")
    title = f"QMSum without a model, answers of at most {BUDGET} words (ROUGE F, 95 %)"
    return Table(title=title, head=head, rows=tuple(row for row in rows if row))


def _row(name: str, sort: Sort | None, scored: Sequence[Scored]) -> tuple[str, ...]:
    mine = [item for item in scored if item.method == name and sort in (None, item.sort)]
    if not mine:
        return ()
    cells = [_say(measure, mine) for measure in MEASURES.values()]
    words = sum(item.words for item in mine) / len(mine)
    return (sort or "all", name, str(len(mine)), *cells, f"{words:.0f}")


def _say(measure: str, mine: Sequence[Scored]) -> str:
    by_meeting: dict[str, list[float]] = {}
    for item in mine:
        by_meeting.setdefault(item.meeting, []).append(item.scores[measure])
    low, high = resample(list(by_meeting.values()))
    mean = sum(item.scores[measure] for item in mine) / len(mine)
    return f"{mean:.1f} [{low:.1f}, {high:.1f}]"


def resample(groups: Sequence[Sequence[float]], seed: int = 0) -> tuple[float, float]:
    """Return the 95 % interval of the mean over all values, groups drawn whole: a meeting keeps its questions."""
    sums, sizes = np.array([sum(group) for group in groups]), np.array([len(group) for group in groups])
    drawn = np.random.default_rng(seed).integers(0, len(groups), (ROUNDS, len(groups)))
    low, high = np.percentile(sums[drawn].sum(axis=1) / sizes[drawn].sum(axis=1), [2.5, 97.5])
    return float(low), float(high)
