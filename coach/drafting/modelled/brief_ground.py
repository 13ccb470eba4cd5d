"""What a page is worded from: the sentences that tell most, what was counted, and nothing that speaks to a model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coach.drafting.prompting import read_prompt, render_system
from coach.models import KeptOutcome, ValueStory
from coach.ports import BriefInput, Embedder, Statement, Tells

from .brief_counts import count_facts
from .brief_lines import Besides, Lines, lay_lines, may_be_sent, tell_facts, tell_lines, tell_story
from .briefing import Briefing, Values, tell_community
from .room import Room

MOST_STATEMENTS, MOST_CHARS, LONGEST = 40, 5_600, 300
"""How many statements are sent, how long all of them may be, and how long one."""
LEAST_STATEMENTS = 3
"""With fewer there is nothing to word."""
MOST_OUTCOMES, MOST_AVOID = 4, 6
_SHARES: tuple[tuple[frozenset[Tells], int], ...] = (
    (frozenset({Tells.USED, Tells.CAME_OF_IT, Tells.CHANGED_VIEW}), 15),
    (frozenset({Tells.HARD}), 7),
    (frozenset({Tells.WISH}), 6),
    (frozenset({Tells.UNKNOWN, Tells.QUESTION, Tells.DISAGREEMENT}), 6),
    (frozenset({Tells.TOOK_AWAY, Tells.DID, Tells.IMMEDIATE}), 6),
)
"""How many of the statements tell of what; what one does not need goes to the others."""
_NEAR, _AGAIN = 0.5, 0.12
"""How much nearness to the question weighs, and how much is taken off for each sentence of the same note."""


@dataclass(frozen=True)
class PageGround:
    """What one page is worded from."""

    given: BriefInput
    """What was handed in."""
    lines: Lines
    """Statements, counts and names, under labels."""
    values: Values
    """What is put into the prompt."""
    system: str
    """The instructions."""


def lay_page(given: BriefInput, room: Room, embedder: Embedder) -> PageGround:
    """Return what a page is worded from; nobody is asked."""
    chosen = choose_statements(given, embedder)
    outcomes = given.outcomes[:MOST_OUTCOMES]
    labels = {item.id: f"O{place}" for place, item in enumerate(outcomes, 1)}
    asked = "\n".join([tell_request(given), tell_community(given.community), *(item.text for item in outcomes)])
    facts = count_facts(given, labels)
    lines = lay_lines(room, chosen, Besides(facts, outcomes, choose_story(given), asked))
    briefing = Briefing(lines.veil)
    values: Values = {
        "request": briefing.hide(tell_request(given)),
        "for_community": int(given.request.voice == "community"),
        "asks_given": int(bool(given.request.asks)),
        "community": briefing.hide_data(tell_community(given.community)),
        "outcomes": briefing.hide_data(_tell_outcomes(outcomes)),
        "story": tell_story(lines, briefing),
        "counts": briefing.hide_data(tell_facts(lines)),
        "statements": tell_lines(lines, briefing),
        "avoid": briefing.hide_data("\n".join(given.avoid[-MOST_AVOID:])),
    }
    return PageGround(given, lines, values, render_system(read_prompt("brief")))


def choose_story(given: BriefInput) -> ValueStory | None:
    """Return the story that goes furthest from end to end; None when no two links of one hold together."""
    open_ones = [story for story in given.stories if given.private.isdisjoint(_notes_of(story))]
    best = max(open_ones, key=lambda story: (story.completeness, len(story.parts)), default=None)
    return best if best is not None and best.completeness else None


def choose_statements(given: BriefInput, embedder: Embedder) -> list[Statement]:
    """Return the statements that tell most, from as many notes as possible, in the order of time."""
    near = _nearness(given, embedder)
    open_ones = [item for item in may_be_sent(given.statements, given.private) if len(item.evidence.shown) <= LONGEST]
    chosen: list[Statement] = []
    for tells, share in _SHARES:
        fitting = [item for item in open_ones if not tells.isdisjoint(item.tells)]
        chosen += _take(fitting, chosen, near, share)
    chosen += _take(open_ones, chosen, near, MOST_STATEMENTS - len(chosen))
    kept = _within(chosen)
    return [item for item in given.statements if id(item) in kept]


def tell_request(given: BriefInput) -> str:
    """Return what was asked for, one fact a line."""
    request = given.request
    lines = [f"Reader: {request.reader}"]
    lines += [f"Their question: {request.question}"] if request.question.strip() else []
    lines += [f"Period: {request.start or 'the beginning'} to {request.end or 'today'}"]
    lines += [f"They will be asked: {text}" for text in request.asks]
    return "\n".join(lines)


# -- inside ----------------------------------------------------------------------------------------
def _take(
    fitting: Sequence[Statement], taken: Sequence[Statement], near: dict[int, float], most: int
) -> list[Statement]:
    known = {id(item) for item in taken}
    told = Counter(item.evidence.note_id for item in taken)
    left = [item for item in fitting if id(item) not in known]
    found: list[Statement] = []
    while left and len(found) < most:
        best = max(left, key=lambda item: _weight(item, near) - _AGAIN * told[item.evidence.note_id])
        left.remove(best)
        found.append(best)
        told[best.evidence.note_id] += 1
    return found


def _notes_of(story: ValueStory) -> set[str]:
    return {item.note_id for part in story.parts for item in part.evidence}


def _weight(item: Statement, near: dict[int, float]) -> float:
    return max(item.tells.values(), default=0.0) + 0.3 * max(item.outcomes.values(), default=0.0) + near[id(item)]


def _nearness(given: BriefInput, embedder: Embedder) -> dict[int, float]:
    question = given.request.question.strip()
    if not question:
        return {id(item): 0.0 for item in given.statements}
    wanted = np.asarray(embedder.embed([question])[0])
    return {
        id(item): _NEAR * float(np.dot(wanted, item.vector)) if len(item.vector) == len(wanted) else 0.0
        for item in given.statements
    }


def _within(chosen: Sequence[Statement]) -> set[int]:
    """Return as many of them as there is room for, those that were chosen first."""
    kept: set[int] = set()
    left = MOST_CHARS
    for item in chosen:
        left -= len(item.evidence.shown)
        if left < 0:
            break
        kept.add(id(item))
    return kept


def _tell_outcomes(outcomes: Sequence[KeptOutcome]) -> str:
    told = []
    for place, item in enumerate(outcomes, 1):
        told.append(f"O{place} {' '.join(item.text.split())}")
        told += [f"  {_SEEN[sign.seen]}: {' '.join(sign.text.split())}" for sign in item.signs[:3]]
        told += [f"  put aside: {item.ended_why}"] if item.ended and item.ended_why else []
    return "\n".join(told)


_SEEN = {"open": "a sign nobody has looked at yet", "seen": "a sign that was seen", "not_seen": "a sign not seen"}
