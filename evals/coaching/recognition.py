"""How well it is recognised what messages are about, read off the replies themselves.

A guess is right when one of two readers chose it first. What both readers call nothing of ours is counted apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coach.models import CoachReply, ReplyKind
from evals.measuring.shares import Share, count

from .asking import Asked
from .data import Phrasing

_COACHES = frozenset({ReplyKind.LISTEN, ReplyKind.FOCUS, ReplyKind.CHOOSE})
_MOST = 3


@dataclass(frozen=True)
class Recognition:
    """How well messages are recognised."""

    top_1: Share
    """The likeliest situation is one that a reader chose first."""
    top_3: Share
    """One of the likeliest three is."""
    named: Share
    """Messages whose situation the reply takes for known, and does not ask about."""
    named_rightly: Share
    """Of those, how many rightly."""
    offered: Share
    """Of those where it is not sure, how many have a right one among the three that are offered."""
    none_left_open: Share
    """Of messages that neither reader places, how many are not taken for a situation."""
    kinds: Mapping[str, int]
    """What kinds of replies messages with a situation got."""
    none_kinds: Mapping[str, int]
    """What kinds of replies messages without one got."""


def measure_recognition(phrasings: Sequence[Phrasing], asked: Sequence[Asked]) -> Recognition:
    """Return how well these messages were recognised in the replies to them.

    Args:
        phrasings: The messages with their labels.
        asked: The replies, in the same order.
    """
    pairs = list(zip(phrasings, (item.reply for item in asked), strict=True))
    placed = [(item, reply) for item, reply in pairs if item.firsts]
    named = [(item, reply) for item, reply in placed if reply.situation]
    unsure = [(item, reply) for item, reply in placed if reply.kind is ReplyKind.CHOOSE]
    nowhere = [(item, reply) for item, reply in pairs if not item.firsts]
    return Recognition(
        top_1=count({item.id: is_among(reply, item, 1) for item, reply in placed}),
        top_3=count({item.id: is_among(reply, item, _MOST) for item, reply in placed}),
        named=count({item.id: bool(reply.situation) for item, reply in placed}),
        named_rightly=count({item.id: reply.situation in item.firsts for item, reply in named}),
        offered=count({item.id: is_among(reply, item, _MOST) for item, reply in unsure}),
        none_left_open=count({item.id: not reply.situation for item, reply in nowhere}),
        kinds=_count_kinds(reply for _, reply in placed),
        none_kinds=_count_kinds(reply for _, reply in nowhere),
    )


def is_among(reply: CoachReply, item: Phrasing, most: int) -> bool:
    """Say whether one of a reply's likeliest situations is one that a reader chose first."""
    return bool(item.firsts.intersection(rank(reply)[:most]))


def rank(reply: CoachReply) -> list[str]:
    """Return what a reply says that it may be about, likeliest first; nothing where it does not coach."""
    if reply.kind not in _COACHES:
        return []
    return [*filter(None, [reply.situation]), *(guess.situation for guess in reply.alternatives)]


def _count_kinds(replies: Iterable[CoachReply]) -> dict[str, int]:
    return dict(Counter(reply.kind.value for reply in replies).most_common())
