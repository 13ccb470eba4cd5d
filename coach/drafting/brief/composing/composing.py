"""One page from what the notes hold: six parts, each with its sentences or with what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from coach.models import Brief, ClaimKind
from coach.ports import BriefInput

from .asks import asks
from .can_now import add_done, answer_first, can_now, set_aside
from .contribution import contribution, find_beside_stories, find_other_reasons, with_left_out
from .counting import count_meetings
from .dating import say_period, to_dating
from .material import to_material
from .not_yet import add_hard, add_open, not_yet
from .parts import Desk, Line, Part
from .set_out import set_out
from .stories import add_beginning, stories
from .wording import Phrases, load_wording

MOST_WORDS = 450
"""Headings included: a page that somebody reads between two meetings."""
_ENOUGH = 5
"""With fewer claims on what people do and on what is open, more is looked for."""
_ROUNDS = 3


def compose_brief(given: BriefInput) -> Brief:
    """Return a page whose sentences are the community's own, framed; the same input gives the same page.

    Every claim carries the words behind it, and a part with nothing honest to say has a gap that says how to find out.
    """
    desk = _to_desk(given)
    parts = _write(desk)
    _add_taken(desk, parts)
    _shorten(desk, parts)
    period = say_period(given)
    return Brief(
        community=given.community.name,
        request=given.request,
        title=desk.phrases.page(community=given.community.name, period=period),
        sections=tuple(part.to_section(desk.phrases.title(part.kind)) for part in parts),
        used=given.used,
        left_out=given.left_out,
        pictures=given.pictures,
    )


def _to_desk(given: BriefInput) -> Desk:
    request = given.request
    phrases = Phrases(load_wording(), request.voice, given.community.id, request.seed)
    return Desk(to_material(given), phrases, to_dating(given.sessions, request.start, request.end))


def _write(desk: Desk) -> list[Part]:
    """Return the parts in their order; what is scarcest takes its words first."""
    beside = find_beside_stories(desk)
    story = stories(desk)
    beginning = set_out(desk)
    first = answer_first(desk)
    kept = set_aside(desk)
    open_ones = not_yet(desk)
    other = beside or find_other_reasons(desk)
    # To whoever asked something, what was hard about it is worth more than plain words on it.
    for _ in range(_ROUNDS if desk.material.asked.says_something else 0):
        add_hard(desk, open_ones)
    now = can_now(desk, first, kept)
    add_hard(desk, open_ones)
    _fill(desk, now, open_ones)
    doing = contribution(desk, other, [*now.lines, *story.lines])
    add_beginning(desk, story)
    with_left_out(desk, doing)
    return [beginning, now, story, open_ones, doing, asks(desk)]


def _fill(desk: Desk, now: Part, open_ones: Part) -> None:
    """Tell more of what was done, hard and open where the page holds little and the notes hold more."""
    for add, part in ((add_done, now), (add_open, open_ones), (add_hard, open_ones)) * _ROUNDS:
        if len(now.lines) + len(open_ones.lines) < _ENOUGH:
            add(desk, part)


def _add_taken(desk: Desk, parts: Sequence[Part]) -> None:
    """Say to the community itself from how many of its sessions words were taken."""
    if desk.phrases.voice != "community":
        return
    words = [piece for part in parts for line in part.lines for piece in line.evidence]
    counted = count_meetings(words, desk.given.sessions)
    if counted is not None:
        text = desk.phrases.lead("taken", says=counted.says)
        parts[0].lines.append(Line(text, ClaimKind.COUNT, (), (counted,), weight=0.95))


def _shorten(desk: Desk, parts: Sequence[Part]) -> None:
    """Take out what the page needs least until it is a page; no part loses its last sentence."""
    while _count_words(desk, parts) > MOST_WORDS:
        spare = [(line.weight, part, line) for part in parts if len(part.lines) > 1 for line in part.lines]
        spare = [item for item in spare if item[0] < 1.0]
        if not spare:
            return
        _, part, line = min(spare, key=lambda item: item[0])
        part.lines.remove(line)


def _count_words(desk: Desk, parts: Sequence[Part]) -> int:
    texts = [text for part in parts for text in (desk.phrases.title(part.kind), part.gap)]
    texts += [line.text for part in parts for line in part.lines]
    return sum(len(text.split()) for text in texts)
