"""What did not work and what nobody knows: hard things, open ones, other views, and signs that were not seen."""

from __future__ import annotations

import re

from coach.models import ClaimKind, Counted, KeptOutcome, SectionKind
from coach.ports import Statement, Tells

from .counting import count_things
from .material import leans
from .parts import Desk, Line, Part, inside
from .set_out import doing_of

_OF_ONE = re.compile(r"\bfor me\b|\bI (?:can['’]?t|cannot|can not|need|find|struggle)\b", re.IGNORECASE)
"""What is hard for one person is theirs to tell; a page for leaders tells what is hard for people together."""
_MOST_HARD, _MOST_OPEN = 3, 2
_ASKED, _LEANING = 0.1, 0.3
_ALSO_HARD, _ALSO_HARD_ASKED = 0.55, 0.9
_SAME_MATTER = 0.3
"""From here on two sentences are about the same matter."""


def not_yet(desk: Desk) -> Part:
    """Return what did not work, what is open, and where people differ."""
    lines = [*_hard(desk), *_unknown(desk), *_differing(desk), *_not_seen(desk), *_put_aside(desk)]
    return Part(SectionKind.NOT_YET, lines, "" if lines else desk.phrases.gap("not_yet"))


def add_hard(desk: Desk, part: Part) -> None:
    """Add another hard thing, once the page has its other words."""
    hard = sum(line.kind is ClaimKind.HARD for line in part.lines)
    if part.lines and part.lines[0].kind is ClaimKind.HARD and hard < _MOST_HARD:
        # To whoever asked something, what is hard about it matters more than another wish.
        weight = _ALSO_HARD_ASKED - 0.1 * hard if desk.material.asked.says_something else _ALSO_HARD
        part.lines[hard:hard] = _hard(desk, weight=weight)


def add_open(desk: Desk, part: Part) -> None:
    """Add another thing that is open, beside the one that the part has."""
    places = [place for place, line in enumerate(part.lines) if line.kind is ClaimKind.UNKNOWN]
    if part.lines and len(places) < _MOST_OPEN:
        at = places[-1] + 1 if places else len(part.lines)
        part.lines[at:at] = _unknown(desk, weight=0.3)


def _hard(desk: Desk, weight: float = 0.95) -> list[Line]:
    statements = desk.given.statements
    found = desk.material.best([Tells.HARD], lambda place: not _OF_ONE.search(statements[place].reading))
    return [desk.line(found, ClaimKind.HARD, "hard", weight=weight)] if found else []


def _unknown(desk: Desk, weight: float = 0.75) -> list[Line]:
    found = desk.material.best([Tells.UNKNOWN])
    if found:
        return [desk.line(found, ClaimKind.UNKNOWN, "unknown", weight=weight)]
    asked = desk.material.best([Tells.QUESTION], lambda place: desk.given.statements[place].reading.endswith("?"))
    if asked is None:
        return []
    # What somebody asked is less than what somebody says is not known; the more so where it leans on what is not there.
    weight -= _LEANING if leans(asked.evidence.shown) else _ASKED
    return [desk.line(asked, ClaimKind.UNKNOWN, "question", weight=weight)]


def _differing(desk: Desk) -> list[Line]:
    """Return where people differ: both sides where the notes have both."""
    view = desk.material.best([Tells.DISAGREEMENT])
    if view is None:
        return []
    other = desk.material.best([Tells.DISAGREEMENT], lambda place: _same_matter(view, desk.given.statements[place]))
    if other is None:
        return [desk.line(view, ClaimKind.DISAGREEMENT, "disagreement", weight=0.8)]
    first, second = sorted((view, other), key=desk.given.statements.index)
    words = (first.evidence, second.evidence)
    text = desk.both("disagreement_both", *words)
    return [Line(text, ClaimKind.DISAGREEMENT, words, weight=0.8)]


def _same_matter(view: Statement, other: Statement) -> bool:
    near = sum(a * b for a, b in zip(view.vector, other.vector, strict=False))
    return view.evidence.note_id == other.evidence.note_id and near >= _SAME_MATTER


def _not_seen(desk: Desk) -> list[Line]:
    signs = [sign for outcome in desk.given.outcomes for sign in outcome.signs if sign.seen == "not_seen"]
    if not signs:
        return []
    counted = count_things([sign.text for sign in signs], "signs")
    says = f"{counted.says} {'has' if counted.number == 1 else 'have'}"
    text = desk.phrases.lead("signs_not_seen", says=says, sign="; and ".join(inside(sign.text) for sign in signs))
    return [Line(text, ClaimKind.COUNT, (), (counted,), weight=0.85)]


def _put_aside(desk: Desk) -> list[Line]:
    ended = [outcome for outcome in desk.given.outcomes if _ended_in_period(desk, outcome)]
    if not ended:
        return []
    counted: Counted = count_things([ended[0].text], "outcomes")
    why = f", because {inside(ended[0].ended_why)}" if ended[0].ended_why.strip() else ""
    text = desk.phrases.lead("put_aside", says=counted.says, doing=doing_of(ended[0]), why=why)
    return [Line(text, ClaimKind.COUNT, (), (counted,), weight=0.5)]


def _ended_in_period(desk: Desk, outcome: KeptOutcome) -> bool:
    start, end = desk.given.request.start, desk.given.request.end
    if outcome.ended is None:
        return False
    return (start is None or outcome.ended >= start) and (end is None or outcome.ended <= end)
