"""What people can do now: what they tell of using or taking away, where it comes back, and signs that were seen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coach.models import ClaimKind, Counted, SectionKind, Sign, ValueCycle
from coach.playbook import content_stems
from coach.ports import Statement, Tells, Theme

from .contribution import is_view_of_part
from .counting import count_meetings, count_things
from .material import VALUE, fluency, is_doubtful, is_readable
from .parts import CYCLES, Desk, Line, Part, inside, main_tells, value_key

_UNEXPECTED = re.compile(
    r"\b(?:nobody|no ?one|none of us|we (?:had ?n[o']t|never)) (?:\w+ )?(?:asked|planned|expected|meant)|unexpected\w*"
    r"|by accident|side effect|out of nowhere|without (?:being|anybody) asked\b",
    re.IGNORECASE,
)
"""What people say themselves that nobody planned."""
_AT_WORK = (Tells.USED, Tells.CAME_OF_IT)
"""What a reader wants to know first: what is done in the work, and what came of it."""
_FEWEST = 3
"""With fewer sentences than that, what people did together is told as well."""
_MOST = 4
_MOST_THEMES = 2
_MOST_TOGETHER = 2
_MOST_PLAIN, _MOST_WITH_PLAIN = 3, 5
"""How many sentences that only speak to the question fill up a page on which little tells of learning, and up to how
many."""
_COMES_NEAR = 0.3
"""As near as this to the question, what people do is an answer to it though it has none of its words."""
_COMES_BACK = 3
"""In fewer sessions or notes than that, nothing comes back."""
_LEAD, _THEME, _SIGN, _UNPLANNED, _PLAIN, _FILLS = 1.0, 0.9, 0.75, 0.75, 0.6, 0.25


def can_now(desk: Desk, first: Sequence[Line], kept: Sequence[Line]) -> Part:
    """Return what people can do now that they could not.

    Args:
        desk: What the page is made with.
        first: What speaks to the question.
        kept: What was set aside for the end: signs that were seen, what nobody planned.
    """
    lines = [*first, *_themes(desk)]
    answers = bool(first)
    at_work = _more(desk, _MOST - len(lines), _AT_WORK)
    # What was done comes before what came of it, or the lead-ins would speak of an afterwards without a before.
    lines += sorted(at_work, key=lambda line: line.cycle is ValueCycle.REALISED)
    lines += _more(desk, _FEWEST - len(lines), VALUE)
    if len(lines) + len(kept) < _FEWEST:
        lines += _plainly(desk, min(_MOST_PLAIN, _MOST_WITH_PLAIN - len(lines) - len(kept)), answers=answers)
    lines += _together(desk, _FEWEST - len(lines) - len(kept))
    lines += [] if lines or kept else _less_sure(desk)
    lines += kept
    return Part(SectionKind.CAN_NOW, lines, _gap(desk, lines, answers=answers))


def add_done(desk: Desk, part: Part) -> None:
    """Add another thing that people did, or else words that may tell of one, where the part has room."""
    if len(part.lines) >= _MOST:
        return
    lines = _more(desk, 1, VALUE) or _together(desk, 1) or _less_sure(desk, 1)
    part.lines += [replace(line, weight=_FILLS) for line in lines]


def _gap(desk: Desk, lines: Sequence[Line], *, answers: bool) -> str:
    if not lines:
        return desk.phrases.gap("can_now")
    unanswered = desk.material.asked.says_something and not answers and not _comes_near(desk)
    return desk.phrases.gap("question") if unanswered else ""


def _comes_near(desk: Desk) -> bool:
    """Say whether something of value on the page is near to the question in meaning, without its words."""
    taken = {id(item) for item in desk.material.taken if any(item.is_of(kind) for kind in VALUE)}
    near = desk.material.asked.near
    return any(
        near[place] >= _COMES_NEAR and _is_told(desk, place)
        for place, item in enumerate(desk.given.statements)
        if id(item) in taken
    )


def answer_first(desk: Desk) -> list[Line]:
    """Return the sentence of what people do or took away that speaks to what was asked, if one does."""
    asked = desk.material.asked
    if not asked.says_something:
        return []
    found = desk.material.best(VALUE, lambda place: asked.speaks(place) and _is_told(desk, place))
    return [_quote(desk, found, "asked", weight=_LEAD)] if found else []


def _plainly(desk: Desk, room: int, *, answers: bool) -> list[Line]:
    """Return what the notes say besides on what was asked, the nearest first: as the ground, not as its fruit."""
    asked = desk.material.asked
    if not asked.says_something:
        return []
    found = [desk.material.best_plain(lambda place: asked.words[place] > 0) for _ in range(max(room, 0))]
    keys = ["asked_also" if answers else "asked", *["asked_also"] * len(found)]
    said = [item for item in found if item]
    return [
        _quote(desk, item, key, weight=_THEME if n == 0 and not answers else _PLAIN - 0.05 * n)
        for n, (item, key) in enumerate(zip(said, keys, strict=False))
    ]


def _is_told(desk: Desk, place: int) -> bool:
    """Say whether a sentence tells something, and not only what people hold to have had a part in it."""
    return not is_view_of_part(desk.given.statements[place])


def _themes(desk: Desk) -> list[Line]:
    """Return the themes in which people tell of most meetings, each with its number and a sentence."""
    counts = [(theme, counted) for theme in desk.given.themes if (counted := _count(desk, theme))]
    counts = [(theme, counted) for theme, counted in counts if counted.number >= _COMES_BACK]
    counts.sort(key=lambda pair: -pair[1].number)
    lines: list[Line] = []
    for theme, counted in counts:
        members = {place for place in theme.statements if _speaks_of(desk, place, theme)}
        found = desk.material.best(VALUE, members.__contains__) if len(lines) < _MOST_THEMES else None
        if found:
            lines.append(_theme(desk, theme, counted, found))
    return lines


def _speaks_of(desk: Desk, place: int, theme: Theme) -> bool:
    """Say whether a sentence has a word of the theme's name: its lead-in says what it is about."""
    return bool(content_stems(desk.given.statements[place].reading) & content_stems(theme.name))


def _count(desk: Desk, theme: Theme) -> Counted | None:
    told = [desk.given.statements[place] for place in theme.statements]
    words = [item.evidence for item in told if any(item.is_of(kind) for kind in VALUE)]
    return count_meetings([item for item in words if desk.material.may_quote(item)], desk.given.sessions)


def _theme(desk: Desk, theme: Theme, counted: Counted, found: Statement) -> Line:
    text = desk.lead("theme", found.evidence, theme=theme.name, says=counted.says)
    return Line(text, ClaimKind.CAN, (found.evidence,), (counted,), cycle=_cycle(found), weight=_THEME)


def _more(desk: Desk, room: int, tells: Sequence[Tells]) -> list[Line]:
    """Return the sentences that tell best of something done or taken away, until there is no more room."""
    lines: list[Line] = []
    while len(lines) < room:
        found = desk.material.best(tells, lambda place: _is_told(desk, place))
        if found is None:
            break
        lines.append(_quote(desk, found, value_key(found), weight=0.95 - 0.06 * len(lines)))
    return lines


def _together(desk: Desk, room: int) -> list[Line]:
    """Return what people did together, where they tell of little else: said as no more than that."""
    found = [desk.material.best([Tells.DID]) for _ in range(min(room, _MOST_TOGETHER))]
    return [desk.line(item, ClaimKind.CAN, "did", weight=0.45 - 0.1 * n) for n, item in enumerate(found) if item]


def _less_sure(desk: Desk, room: int = _MOST_TOGETHER) -> list[Line]:
    """Return sentences that may tell of value, where none surely does: framed as no more than words of the notes."""
    statements = desk.given.statements
    near = [
        item
        for item in statements
        if not item.is_opinion
        and any(item.is_of(kind) for kind in (*VALUE, Tells.DID))
        and is_readable(item.evidence.shown)
        and not is_doubtful(item, (*VALUE, Tells.DID))
        and desk.material.is_new(item)
    ]
    best = sorted(near, key=lambda item: -max(item.tells.values()) - fluency(item.evidence.shown))[:room]
    return [_quote(desk, desk.material.take(item), "plain", weight=0.5) for item in best]


def _is_planned(desk: Desk, place: int) -> bool:
    """Say whether what a sentence tells may stand among what was set out for; where nothing was, all of it may."""
    return not desk.given.outcomes or bool(desk.given.statements[place].outcomes)


def _is_surprise(desk: Desk, place: int) -> bool:
    return not _is_planned(desk, place) and bool(_UNEXPECTED.search(desk.given.statements[place].reading))


def _to_unplanned(desk: Desk, found: Statement | None, key: str) -> list[Line]:
    return [desk.line(found, ClaimKind.UNPLANNED, key, weight=_UNPLANNED)] if found else []


def _quote(desk: Desk, statement: Statement, key: str, *, weight: float) -> Line:
    return desk.line(statement, ClaimKind.CAN, key, weight=weight)


def _cycle(statement: Statement) -> ValueCycle | None:
    tells = main_tells(statement)
    return CYCLES.get(tells) if tells else None


def set_aside(desk: Desk) -> list[Line]:
    """Return what is said at the end and would be missed most: a sign that was seen, what people call a surprise."""
    surprise = desk.material.best(VALUE, lambda place: _is_surprise(desk, place))
    return [*_signs(desk), *_to_unplanned(desk, surprise, "unplanned")]


def _signs(desk: Desk) -> list[Line]:
    seen = [sign for outcome in desk.given.outcomes for sign in outcome.signs if sign.seen == "seen"]
    shown = [(sign, words) for sign in seen for words in sign.evidence if desk.material.is_free(words)]
    if shown:
        sign, words = shown[0]
        desk.material.use(words)
        text = desk.lead("sign_seen", words, sign=inside(sign.text))
        return [Line(text, ClaimKind.CAN, (words,), cycle=CYCLES[Tells.CAME_OF_IT], weight=_SIGN)]
    return _told(desk, [sign for sign in seen if not sign.evidence])


def _told(desk: Desk, signs: Sequence[Sign]) -> list[Line]:
    if not signs:
        return []
    counted = count_things([sign.text for sign in signs], "signs")
    says = f"{counted.says} {'was' if counted.number == 1 else 'were'}"
    text = desk.phrases.lead("sign_seen_told", says=says, sign="; and ".join(inside(sign.text) for sign in signs))
    return [Line(text, ClaimKind.COUNT, (), (counted,), weight=_SIGN)]
