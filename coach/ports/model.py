"""A language model, and what stands round it, as protocols: asking, paying, keeping answers, watching."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from coach.models import ArrivingPart, Spent

Heard = Callable[[str], None]
"""Hears each new piece of an answer; it may raise `Stopped` to break off."""
ANEW = "\x18"
"""What is heard when a try failed and the answer begins anew: all pieces before it are void."""


@dataclass(frozen=True)
class LLMRequest:
    """One question to a model."""

    system: str
    """What it is to do: the only place for instructions."""
    user: str
    """What it is to do it with: data, fenced and labelled."""
    schema: Mapping[str, Any] | None = None
    """The JSON schema that the answer should keep to; free text when left out. Whoever asks still checks the answer."""
    temperature: float = 0.0
    """How freely it may word: 0 for the same answer each time, as far as the model can."""
    max_tokens: int = 2000
    """The longest answer."""
    timeout_s: float = 60.0
    """How long may pass without a sign of life: before the first piece, and between two."""
    total_s: float = 240.0
    """How long the whole call may take, trying again included."""
    shared_chars: int = 0
    """How many characters, from the start of the user's part, later questions share: a provider can keep them."""


@dataclass(frozen=True)
class LLMReply:
    """One answer of a model."""

    text: str
    """What it said; never empty."""
    model: str
    """Which model said it, as the provider names it."""
    tokens_in: int
    """How many tokens the question had; 0 when nobody counted."""
    tokens_out: int
    """How many the answer had; 0 when nobody counted."""
    cost_usd: float | None
    """What it cost; None when no price is known."""
    seconds: float
    """How long it took, waiting and trying again included."""
    tokens_cached: int = 0
    """How many of the question's tokens the provider had kept from before."""
    tries: int = 1
    """How often it was tried."""
    cut: bool = False
    """Whether it came to its longest answer before it was done."""


class LLM(Protocol):
    """Asks one model; safe to use from several threads."""

    @property
    def name(self) -> str:
        """Return the model's name, as settings give it."""
        ...

    def ask(self, request: LLMRequest, heard: Heard | None = None) -> LLMReply:
        """Return the model's answer.

        Args:
            request: The question.
            heard: Hears the answer as it comes; it is called from this thread, also with "" as a heartbeat while
                nothing comes, and what it raises breaks the call off and is passed on. When a try fails, `ANEW` is
                heard before the next one: what was heard before it is void.

        Raises:
            ModelUnavailable: It is busy, slow or out of reach.
            ModelRefused: The provider turned the request down.
            ModelAnswerUnusable: It answered with nothing.
        """
        ...

    def price(self, tokens_in: int, tokens_out: int) -> float | None:
        """Return what so many tokens cost in US dollars; None when no price is known. Asks nobody."""
        ...

    def count_tokens(self, text: str) -> int:
        """Return about how many tokens a text has. Asks nobody."""
        ...


class Purse(Protocol):
    """What one job may spend on models; each question is paid once."""

    @property
    def spent(self) -> Spent:
        """Return what was spent so far."""
        ...

    def take(self, model: str, tokens: int, usd: float | None) -> str:
        """Set so much aside for one question and return the reservation.

        Args:
            model: Who is asked.
            tokens: About how many tokens question and answer will have at most.
            usd: About what that costs at most; None when no price is known.

        Raises:
            BudgetSpent: The job, the day or the community has no more to spend.
        """
        ...

    def pay(self, reservation: str, reply: LLMReply | None) -> None:
        """Write down what a question took, in the place of what was set aside; None when no answer came."""
        ...

    def reuse(self) -> None:
        """Write down that an answer from before was used."""
        ...


class AnswerCache(Protocol):
    """Answers from before, kept for one community and let go of with its notes."""

    def find(self, key: str) -> LLMReply | None:
        """Return the answer under this key, if it is there and not too old."""
        ...

    def keep(self, key: str, reply: LLMReply) -> None:
        """Keep an answer."""
        ...


class Watch(Protocol):
    """Whoever waits for a draft: hears what is going on, and may ask to stop."""

    def stage(self, says: str) -> None:
        """Hear what is being done now; raise Stopped when asked to stop."""
        ...

    def part(self, part: ArrivingPart) -> None:
        """See a part as far as it has come."""
        ...

    def check(self) -> None:
        """Raise Stopped when asked to stop."""
        ...


class NobodyWatches:
    """A watch for when nobody waits."""

    def stage(self, says: str) -> None:
        """Leave it."""

    def part(self, part: ArrivingPart) -> None:
        """Leave it."""

    def check(self) -> None:
        """Go on."""
