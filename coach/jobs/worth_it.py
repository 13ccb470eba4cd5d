"""Is it worth our time? What was said, what was seen, what was not, and what nobody planned. Pure but for embedding."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from coach.models import Evidence, KeptOutcome, OutcomeLook, Sign, ValueStory, WorthItLook
from coach.ports import Embedder, Statement, Tells

from .brief_notes import held_in, is_between

MAY_SHOW = 0.45
"""As near as this to a sign, a sentence may show it; a person says whether it does."""
SAYS_THE_SAME = 0.72
"""As near as this, two sentences say the same, and one of them is enough."""
IS_KEPT = 0.5
"""As near as this to a kept outcome, a wish is kept already."""
MOST_FOR_SIGN, MOST_FOR_OUTCOME, MOST_OF_A_KIND = 3, 5, 8
"""How many sentences are shown at most: more than that nobody reads."""
_SHOWS = (Tells.USED, Tells.CAME_OF_IT, Tells.TOOK_AWAY, Tells.CHANGED_VIEW)
_UNPLANNED = (Tells.CAME_OF_IT, Tells.USED, Tells.TOOK_AWAY)


@dataclass(frozen=True)
class Ground:
    """What is looked at."""

    outcomes: Sequence[KeptOutcome]
    """All kept outcomes."""
    stories: Sequence[ValueStory]
    """All kept stories."""
    statements: Sequence[Statement]
    """What the notes of the period tell, in the order of time."""
    candidates: Sequence[ValueStory]
    """Stories found in those notes that nobody confirmed or declined."""
    embedder: Embedder
    """Measures how near a sentence is to a sign."""


def look_at(ground: Ground, start: dt.date, end: dt.date) -> WorthItLook:
    """Return what was said and what was seen from one day to another, both included."""
    held = [outcome for outcome in ground.outcomes if held_in(outcome, start, end)]
    going_on = [outcome for outcome in held if outcome.ended is None]
    waiting = [story for story in ground.stories if story.state == "candidate" and _is_of(story, start, end)]
    return WorthItLook(
        start=start,
        end=end,
        outcomes=tuple(_look(outcome, ground) for outcome in held),
        heard_wishes=_wishes(ground, held),
        unplanned=_best(_unplanned(ground.statements), _UNPLANNED),
        hard=_best((item for item in ground.statements if item.is_of(Tells.HARD)), (Tells.HARD,)),
        stories=tuple(story for story in ground.stories if story.state == "confirmed" and _is_of(story, start, end)),
        candidates=len(ground.candidates) + len(waiting),
        stopped=tuple(outcome for outcome in held if is_between(outcome.ended, start, end)),
        open_signs=tuple(sign for outcome in going_on for sign in outcome.signs if sign.seen == "open"),
    )


def leave_known(candidates: Iterable[ValueStory], known: Iterable[ValueStory]) -> list[ValueStory]:
    """Return the candidates that nobody confirmed or declined: fewer than half of their links are told already."""
    told = [_places(story) for story in known]
    return [
        candidate
        for candidate in candidates
        if not any(2 * len(_places(candidate) & places) >= len(_places(candidate)) for places in told)
    ]


def _places(story: ValueStory) -> frozenset[tuple[str, int, int]]:
    """Return where a story's words stand: that is known even of words that cannot be shown any more."""
    return frozenset((item.note_id, item.start, item.end) for part in story.parts for item in part.evidence)


def _is_of(story: ValueStory, start: dt.date, end: dt.date) -> bool:
    return is_between(story.happened or (story.at.date() if story.at else None), start, end)


def _look(outcome: KeptOutcome, ground: Ground) -> OutcomeLook:
    shows = [item for item in ground.statements if not item.is_opinion and any(map(item.is_of, _SHOWS))]
    speaks = sorted(
        (item for item in ground.statements if outcome.id in item.outcomes and item.tells),
        key=lambda item: -item.outcomes[outcome.id],
    )
    found = {} if outcome.ended else {sign.id: _near(sign, shows, ground) for sign in outcome.signs}
    return OutcomeLook(
        outcome=outcome,
        found={sign_id: evidence for sign_id, evidence in found.items() if evidence},
        speaks=tuple(item.evidence for item in _once(speaks)[:MOST_FOR_OUTCOME]),
    )


def _near(sign: Sign, shows: Sequence[Statement], ground: Ground) -> tuple[Evidence, ...]:
    """Return what may show an open sign, nearest first."""
    if sign.seen != "open" or not shows:
        return ()
    near = _measure(shows, [sign.text], ground.embedder)[:, 0]
    order = [place for place in np.argsort(-near, kind="stable").tolist() if near[place] >= MAY_SHOW]
    return tuple(item.evidence for item in _once([shows[place] for place in order])[:MOST_FOR_SIGN])


def _wishes(ground: Ground, held: Sequence[KeptOutcome]) -> tuple[Evidence, ...]:
    wishes = [item for item in ground.statements if item.is_of(Tells.WISH)]
    if held and wishes:
        near = _measure(wishes, [outcome.text for outcome in held], ground.embedder).max(axis=1)
        wishes = [item for item, value in zip(wishes, near.tolist(), strict=True) if value < IS_KEPT]
    return _best(wishes, (Tells.WISH,))


def _unplanned(statements: Iterable[Statement]) -> list[Statement]:
    return [
        item for item in statements if not item.outcomes and not item.is_opinion and any(map(item.is_of, _UNPLANNED))
    ]


def _best(statements: Iterable[Statement], tells: Sequence[Tells]) -> tuple[Evidence, ...]:
    """Return the surest of these, what came of something before what was only taken away, each thing once."""
    ranked = sorted(statements, key=lambda item: (_rank(item, tells), -_newness(item)))
    return tuple(item.evidence for item in _once(ranked)[:MOST_OF_A_KIND])


def _rank(item: Statement, tells: Sequence[Tells]) -> tuple[int, float]:
    place = next(place for place, kind in enumerate(tells) if item.is_of(kind))
    return place, -round(item.tells[tells[place]], 1)


def _newness(item: Statement) -> int:
    digits = (item.evidence.date or "").replace("-", "")
    return int(digits.ljust(8, "0")) if digits.isdigit() else 0


def _once(ranked: Sequence[Statement]) -> list[Statement]:
    """Return the statements without those that say what one before them says."""
    kept: list[Statement] = []
    for item in ranked:
        if all(float(np.dot(item.vector, other.vector)) < SAYS_THE_SAME for other in kept):
            kept.append(item)
        if len(kept) == MOST_OF_A_KIND:
            break
    return kept


def _measure(statements: Sequence[Statement], texts: Sequence[str], embedder: Embedder) -> np.ndarray:
    rows = np.asarray([item.vector for item in statements], dtype=np.float32)
    return rows @ np.asarray(embedder.embed(texts), dtype=np.float32).T
