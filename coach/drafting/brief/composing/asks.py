"""What the reader is asked for: what people wrote down to ask, or what follows from what was hard."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.models import ClaimKind, SectionKind
from coach.ports import Statement, Tells

from .dating import say_month_after
from .hours import with_hours
from .parts import Desk, Line, Part

_NEEDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "cover",
        re.compile(r"\b(?:host\w*|facilitat\w*|organis\w+ing|rota|took notes|burn\w*|alone|cover|chair\w*)\b", re.I),
    ),
    (
        "time",
        re.compile(
            r"\b(?:time|hours?|minutes?|busy|clash\w*|deadline\w*|calendar\w*|schedul\w*|workload|overran|late)\b", re.I
        ),
    ),
    (
        "room",
        re.compile(
            r"\b(?:room|space|sound|audio|hear|camera|hybrid|microphone|mic|wi-?fi|zoom|screen|link|venue|(?:white)?boards?)\b",
            re.I,
        ),
    ),
    (
        "people",
        re.compile(
            r"\b(?:few (?:people|of us)|nobody (?:came|from)|quiet|attend\w*|turn\w* up|newcomers?|missing|empty"
            r"|without (?:\w+ )?(?:person|people)|invite\w*|manager\w*)\b",
            re.I,
        ),
    ),
    (
        "tools",
        re.compile(r"\b(?:access|permission\w*|licen[cs]e\w*|laptop\w*|firewall|tool\w*|install\w*|log ?in)\b", re.I),
    ),
    (
        "decision",
        re.compile(r"\b(?:decid\w*|decision\w*|sign(?:ed)? off|approv\w*|say yes|who owns|budget|argument)\b", re.I),
    ),
)
_MOST_SUGGESTED = 2
_WITHOUT_NEED = {"plain": "time", "first": "first"}
"""What to ask for where nothing hard calls for anything definite."""


def asks(desk: Desk) -> Part:
    """Return what the reader is asked for."""
    wanted = [" ".join(text.split()) for text in desk.given.request.asks if text.strip()]
    if not wanted:
        return Part(SectionKind.ASK, _suggested(desk))
    lines = [Line(with_hours(_whole(text)), ClaimKind.ASK, weight=3.0) for text in wanted]
    if desk.phrases.voice == "community":
        frame = desk.phrases.lead("asked_for", reader=desk.given.request.reader)
        lines.insert(0, Line(frame, ClaimKind.FRAME, weight=3.0))
    return Part(SectionKind.ASK, lines)


def _whole(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _suggested(desk: Desk) -> list[Line]:
    needs, month = _find_needs(desk)[:_MOST_SUGGESTED], say_month_after(desk.given)
    wanted = [Line(desk.phrases.ask(key, month=month), ClaimKind.ASK, weight=0.9) for key in needs]
    plain = "plain" if desk.material.taken else "first"
    if not wanted:
        wanted = [Line(desk.phrases.ask(_WITHOUT_NEED[plain], month=month), ClaimKind.ASK, weight=0.9)]
    frame = desk.phrases.lead("suggested" if needs else f"suggested_{plain}")
    back = Line(desk.phrases.ask("back", month=month), ClaimKind.ASK, weight=1.0)
    return [Line(frame, ClaimKind.FRAME, weight=1.0), *wanted, back]


def _find_needs(desk: Desk) -> list[str]:
    """Return what to ask for, that which the hard things on the page call for first."""
    found: dict[str, None] = {}
    for statement in _hard_things(desk):
        found |= dict.fromkeys(key for key, sign in _NEEDS if sign.search(statement.reading))
    return list(found)


def _hard_things(desk: Desk) -> Sequence[Statement]:
    hard = [item for item in desk.given.statements if item.is_of(Tells.HARD) and desk.material.may_quote(item.evidence)]
    return sorted(hard, key=lambda item: (item not in desk.material.taken, -item.tells[Tells.HARD]))
