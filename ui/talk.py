"""A conversation as one window shows it: what was said, what is being sent, and what stands open under the reply."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from coach.models import CoachingRequest, CoachMode, CoachReply, Thread, Turn

_NO_TIME = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""Stands where nobody wrote down when; a conversation that is not kept is read in its order and not by its times."""
Editor = Literal["", "try", "note"]
"""What can be written under a reply: an experiment, a note to oneself, or nothing just now."""


@dataclass(frozen=True)
class Exchange:
    """What a person said, and the reply to it."""

    message: str
    """Their words; empty where the window was opened anew while the reply was on its way."""
    reply: CoachReply
    """The coach's reply."""
    seed: int = 0
    """How many other replies to the same words were asked for before."""


@dataclass
class Talk:
    """The conversation that is open."""

    thread: str = ""
    """The kept conversation that it belongs to; empty while nothing of it is kept."""
    mode: CoachMode | None = None
    """Which door it came in by; None before the first reply."""
    keeps: bool = True
    """Whether it is to be kept."""
    exchanges: list[Exchange] = field(default_factory=list)
    """What was said, oldest first."""
    sending: CoachingRequest | None = None
    """What is on its way to the coach."""
    is_asked: bool = False
    """Whether that is being answered in the background."""
    is_shortened: bool = False
    """Whether something was said in it that is in no other window and was not kept."""
    editor: Editor = ""
    """What is being written under the last reply."""
    is_none: bool = False
    """Whether the person said that none of the offered situations is theirs."""

    @property
    def last(self) -> Exchange | None:
        """Return the newest exchange, if there is any."""
        return self.exchanges[-1] if self.exchanges else None

    @property
    def begun(self) -> bool:
        """Return whether anything was said or is on its way."""
        return bool(self.exchanges or self.sending)

    def put(self, exchange: Exchange) -> None:
        """Lay a reply down, and close what stood open under the one before."""
        self.exchanges.append(exchange)
        self.thread = exchange.reply.thread or self.thread
        self.mode = exchange.reply.mode
        self.sending, self.editor, self.is_none = None, "", False

    def refresh(self, thread: Thread) -> None:
        """Show the kept part as it is kept now: a note that it quoted may have been taken out since."""
        kept = iter(_exchanges(thread))
        there = [_as_kept(one, next(kept, None)) if one.reply.kept else one for one in self.exchanges]
        self.exchanges = [*(one for one in there if one is not None), *kept]

    def turns(self) -> tuple[Turn, ...]:
        """Return what was said as the coach reads it, for a conversation that it does not keep."""
        return tuple(turn for number, one in enumerate(self.exchanges) for turn in _turns(number, one))

    def for_desk(self) -> Talk:
        """Return what other windows may take up: only what is kept anyway."""
        kept = [one for one in self.exchanges if one.reply.kept]
        sending = self.sending if self.is_asked else None
        if not self.keeps or not (kept or sending):
            return Talk()  # not even the door it came in by
        lost = self.is_shortened or len(kept) < len(self.exchanges)
        return replace(self, exchanges=kept, is_shortened=lost, sending=sending)


def _as_kept(shown: Exchange, kept: Exchange | None) -> Exchange | None:
    """Return an exchange as it is kept, with what only this window knows: how the reply came about."""
    if kept is None or kept.reply.drafting is not None:
        return kept
    return replace(kept, reply=kept.reply.model_copy(update={"drafting": shown.reply.drafting}))


def _turns(number: int, one: Exchange) -> Sequence[Turn]:
    at = one.reply.drafting.at if one.reply.drafting and one.reply.drafting.at else _NO_TIME
    said = Turn(id=f"p{number}", who="person", text=one.message, at=at)
    return said, Turn(id=f"c{number}", who="coach", text=one.reply.text, at=at, reply=one.reply)


def open_thread(thread: Thread) -> Talk:
    """Return a kept conversation as a window shows it."""
    return Talk(thread=thread.id, mode=thread.mode, exchanges=_exchanges(thread))


def _exchanges(thread: Thread) -> list[Exchange]:
    found: list[Exchange] = []
    message, seed = "", 0
    for turn in thread.turns:
        if turn.who == "person":
            seed = seed + 1 if turn.text == message else 0
            message = turn.text
        elif turn.reply is not None:
            found.append(Exchange(message, turn.reply, seed))
    return found
