"""Coaching cases as the product is asked them, and its replies as answers."""

from __future__ import annotations

import datetime as dt

from coach.models import CoachingRequest, CoachMode, CoachReply, ReplyKind, SuggestionKind, Turn
from evals.casebook import CoachingAsk
from evals.casebook import Turn as Said
from evals.suggestion import Quoted, Suggestion

_BEFORE = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
"""When earlier turns of a case were said; nothing depends on it."""


def to_coaching_request(asked: CoachingAsk, seed: int) -> CoachingRequest:
    """Return what a case asks, with what was said before; nothing of it is kept."""
    earlier = tuple(_to_turn(place, said) for place, said in enumerate(asked.earlier))
    mode = CoachMode(asked.mode)
    return CoachingRequest(message=asked.message, mode=mode, keeps=False, earlier=earlier, seed=seed)


def to_coached(reply: CoachReply) -> Suggestion:
    """Return a reply as an answer."""
    return Suggestion(
        kind=SuggestionKind.COACHING,
        text=reply.text,
        reply=reply,
        quotes=tuple(Quoted(text=item.quote, note=item.note) for item in reply.citations),
    )


def _to_turn(place: int, said: Said) -> Turn:
    # What the coach said in a case is written down as words only; all of it listens and asks.
    heard, _, asks = said.text.rpartition(". ")
    reply = CoachReply(kind=ReplyKind.LISTEN, heard=heard, asks=asks) if said.who == "coach" else None
    return Turn(id=f"t{place}", who=said.who, text=said.text, at=_BEFORE + dt.timedelta(minutes=place), reply=reply)
