"""How far it is the community's doing: what people themselves tie to it, what else they name, and that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.models import ClaimKind, SectionKind
from coach.ports import Statement

from .material import VALUE
from .parts import Desk, Line, Part

_OTHERS = re.compile(
    r"\b(?:thanks to|because of|partly|in part\b|coincid\w+"
    r"|as well as the|owed? to|down to (?:the|our|my|a)|(?:also|too) (?:because|due|thanks|helped)"
    r"|but (?:they|it|we|the \w+|somebody) (?:\w+ ){0,2}(?:changed|moved|started|had)\b[^.]*\b(?:too|also|as well)"
    r"|(?:would|could)(?:n['’]t| not) swear"
    r"|helped (?:too|as well)|(?:also|too),? (?:a|the|our|their) new"
    r"|(?:not|n['’]t) (?:only|just|all) (?:us|this|the (?:group|club|sessions?|community|clinic))"
    r"|(?:the|a|our|their) new (?:\w+ ){0,2}(?:manager|tool|system|team|policy|planner|software|form|funding|grant"
    r"|lead|boss)|would have (?:\w+ )?(?:come|happened|done)|can(?:['’]t|not) (?:tell|say) (?:how much|whether|if))\b",
    re.IGNORECASE,
)
_VIEW = re.compile(
    r"\b(?:suspects?|suspected|thinks?|thought|believes?|believed|feels?|felt)\b.*\b(?:contributed to|helped"
    r"|(?:played|had) a (?:part|role|hand|share) in|made a difference to)\b",
    re.IGNORECASE,
)
"""What people hold to have had a part in something."""
_GATHERING = r"(?:session|meeting|meet-?up|call|workshop|clinic|club|circle|community|retro\w*|group|chat|training)s?"
_TIES = re.compile(
    rf"\b(?:after|since|from|at|in|through|during) (?:\w+day['’]s |the |our |that |this |these |last )"
    rf"(?:last |\w+ )?{_GATHERING}\b|\bthanks to (?:the|our|this) (?:\w+ )?{_GATHERING}\b",
    re.IGNORECASE,
)


def find_beside_stories(desk: Desk) -> Statement | None:
    """Take such a sentence out of a story's own note, before the story has taken more of that note than any may."""
    told = [item for story in desk.given.stories for part in story.parts for item in part.evidence]
    notes, words = {item.note_id for item in told}, {(item.note_id, item.start) for item in told}

    def fits(place: int) -> bool:
        own = desk.given.statements[place].evidence
        return own.note_id in notes and (own.note_id, own.start) not in words and _names(desk, place, _OTHERS)

    return desk.material.best(VALUE, fits)


def find_other_reasons(desk: Desk) -> Statement | None:
    """Take a sentence of value that names something else that had a part, or a view of it, before others take it."""
    told = desk.material.best(VALUE, lambda place: _names(desk, place, _OTHERS))
    return told or desk.material.best(VALUE, lambda place: is_view_of_part(desk.given.statements[place]))


def is_view_of_part(statement: Statement) -> bool:
    """Say whether a sentence says what people hold to have had a part in something."""
    return statement.is_opinion and bool(_VIEW.search(statement.reading))


def contribution(desk: Desk, other: Statement | None, claimed: Sequence[Line]) -> Part:
    """Return how far it is the community's doing.

    Args:
        desk: What the page is made with.
        other: A sentence that names something else that had a part.
        claimed: What the page tells of value.
    """
    part = Part(SectionKind.CONTRIBUTION)
    if other is not None:
        key = "opined" if is_view_of_part(other) else "others"
        part.lines.append(desk.line(other, ClaimKind.CONTRIBUTION, key, weight=0.95))
    else:
        part.lines += _above(desk, claimed)
    named = bool(part.lines)
    tie = desk.material.best(VALUE, lambda place: _names(desk, place, _TIES))
    if tie is not None:
        part.lines.append(desk.line(tie, ClaimKind.CONTRIBUTION, "ties", weight=0.65))
    part.gap = "" if named else desk.phrases.gap(_gap_key(part, claimed))
    return part


def _above(desk: Desk, claimed: Sequence[Line]) -> list[Line]:
    """Return that what the page quotes names other reasons itself: no words are quoted twice."""
    words = next((piece for line in claimed for piece in line.evidence if _OTHERS.search(piece.shown)), None)
    if words is None:
        return []
    return [Line(desk.phrases.lead("others_above"), ClaimKind.CONTRIBUTION, (words,), weight=0.95)]


def _gap_key(part: Part, claimed: Sequence[Line]) -> str:
    if part.lines:
        return "contribution_others"
    return "contribution" if claimed else "contribution_nothing"


def _names(desk: Desk, place: int, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.search(desk.given.statements[place].reading))


def with_left_out(desk: Desk, part: Part) -> None:
    """Point to what was left out, on the page for the community itself."""
    if desk.phrases.voice == "community" and desk.given.left_out:
        part.lines.append(Line(desk.phrases.lead("left_out"), ClaimKind.FRAME, weight=0.9))
