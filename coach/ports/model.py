"""A language model, as a protocol: one question, one answer, and what it cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


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
    """How long one try may take."""


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


class LLM(Protocol):
    """Asks one model."""

    @property
    def name(self) -> str:
        """Return the model's name, as settings give it."""
        ...

    def ask(self, request: LLMRequest) -> LLMReply:
        """Return the model's answer.

        Raises:
            ModelUnavailable: It is busy, slow or out of reach.
            ModelRefused: The provider turned the request down.
            ModelAnswerUnusable: It answered with nothing.
        """
        ...
