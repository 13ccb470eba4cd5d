"""How replies hold up: checks met, one reply put under another message, and openings that recur."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.checks.reply import find_opening, share_of_commonest
from coach.models import CoachReply, ReplyKind
from evals.measuring.shares import Share, count

from .asking import Asked
from .data import Phrasing
from .grounds import find_in_reply

HEARD, STRENGTH = "K1", "K5"
_COACHES = frozenset({ReplyKind.LISTEN, ReplyKind.FOCUS, ReplyKind.CHOOSE})


@dataclass(frozen=True)
class Holding:
    """How replies hold up."""

    met: Share
    """Replies in which the checks find nothing."""
    own_heard: Share
    """Coaching replies that meet K1 and K5 under their own message."""
    swapped: Share
    """Of those, how many fail both under a message of which no reader thinks the same."""
    swapped_heard: Share
    """How many fail K1 there."""
    swapped_strength: Share
    """How many fail K5 there."""
    openings: float | None
    """The share of the commonest opening among coaching replies."""
    openings_n: int
    """Over how many."""
    openings_all: float | None
    """The same among all replies, signposts and asides too."""


def measure_holding(phrasings: Sequence[Phrasing], asked: Sequence[Asked], more: Sequence[Asked] = ()) -> Holding:
    """Return how the replies to these messages hold up.

    Args:
        phrasings: The messages with their labels.
        asked: The replies to them, in the same order.
        more: Other replies, which count for the openings.
    """
    coached = [item for item in asked if item.reply.kind in _COACHES]
    own = {item.id for item in coached if not item.codes & {HEARD, STRENGTH}}
    swaps = [(item, other) for item, other in pair_up(phrasings, asked) if item.id in own]
    codes = {item.id: find_codes(item.reply, other) for item, other in swaps}
    everything = [*asked, *more]
    coaching = [find_opening(item.reply.text) for item in everything if item.reply.kind in _COACHES]
    return Holding(
        met=count({item.id: not item.codes for item in asked}),
        own_heard=count({item.id: item.id in own for item in coached}),
        swapped=count({name: {HEARD, STRENGTH} <= found for name, found in codes.items()}),
        swapped_heard=count({name: HEARD in found for name, found in codes.items()}),
        swapped_strength=count({name: STRENGTH in found for name, found in codes.items()}),
        openings=share_of_commonest(coaching),
        openings_n=len(coaching),
        openings_all=share_of_commonest([find_opening(item.reply.text) for item in everything]),
    )


def pair_up(phrasings: Sequence[Phrasing], asked: Sequence[Asked]) -> Iterator[tuple[Asked, Asked]]:
    """Yield each reply that coaches with the next message that is about something else to both readers."""
    count_of = len(phrasings)
    for place, item in enumerate(asked):
        later = ((place + step) % count_of for step in range(1, count_of))
        other = next((at for at in later if not phrasings[at].choices & phrasings[place].choices), None)
        if item.reply.kind in _COACHES and other is not None:
            yield item, asked[other]


def find_codes(reply: CoachReply, other: Asked) -> frozenset[str]:
    """Return the criteria under which the checks find something in a reply that stands under another message."""
    return frozenset(item.check for item in find_in_reply(reply, other.request))
