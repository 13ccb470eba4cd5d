"""What LiteLLM hands back, read into an answer: as it comes, or in one piece."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import Any

from coach.errors import ModelAnswerUnusable, ModelProblem, ModelRefused, ModelUnavailable

from .deadlines import Say
from .litellm_problems import ADDRESS, RULES

MOST_CHARS = 1_000_000
"""No answer of use is longer; whatever goes on is broken off, so that memory is bounded."""


@dataclass
class Answer:
    """What a model said, and what it took."""

    asked: str
    """Who was asked, as people know it: what goes wrong is told of this one."""
    name: str = ""
    """Who answered, as the provider says it."""
    pieces: list[str] = field(default_factory=list)
    """What it said so far."""
    finish: str | None = None
    """Why it ended, as the provider says it; nothing when it did not say."""
    tokens_in: int = 0
    """How many tokens the question had."""
    tokens_out: int = 0
    """How many tokens the answer had."""
    tokens_cached: int = 0
    """How many of the question's tokens were kept from before."""
    tokens_kept: int = 0
    """How many of them are kept from now on, which some providers charge for."""
    has_refused: bool = False
    """Whether it said that it will not."""
    chars: int = 0
    """How long it is so far."""

    @property
    def text(self) -> str:
        """Return what it said."""
        return "".join(self.pieces)

    def add(self, piece: str, say: Say) -> None:
        """Take a piece in and pass it on; raise ModelAnswerUnusable when that makes it too long."""
        self.chars += len(piece)
        if self.chars > MOST_CHARS:
            raise ModelAnswerUnusable(f"{self.asked} went on past {MOST_CHARS:,} characters and was broken off.")
        if piece:
            self.pieces.append(piece)
        say(piece)

    def count(self, usage: Any) -> None:
        """Take in what the provider counted."""
        self.tokens_in = getattr(usage, "prompt_tokens", None) or self.tokens_in
        self.tokens_out = getattr(usage, "completion_tokens", None) or self.tokens_out
        self.tokens_kept = getattr(usage, "cache_creation_input_tokens", None) or self.tokens_kept
        details = getattr(usage, "prompt_tokens_details", None)
        self.tokens_cached = getattr(details, "cached_tokens", None) or self.tokens_cached

    def check(self) -> Answer:
        """Return this, or raise what is wrong with it."""
        if self.has_refused or self.finish == "content_filter":
            raise ModelRefused(f"{self.asked} does not answer this by its provider's rules.", RULES)
        if self.text.strip():
            return self
        if self.finish == "length":
            raise ModelAnswerUnusable(f"{self.asked} came to its longest answer before it had said anything.")
        raise ModelAnswerUnusable(f"{self.asked} answered with nothing.")


def read_whole(response: Any, model: str, say: Say) -> Answer:
    """Return the answer that came in one piece.

    Raises:
        ModelAnswerUnusable: There is nothing in it, or far too much.
        ModelRefused: It says that it will not answer.
    """
    answer = Answer(model, getattr(response, "model", None) or model)
    answer.count(getattr(response, "usage", None))
    for choice in list(getattr(response, "choices", None) or [])[:1]:
        answer.finish = getattr(choice, "finish_reason", None)
        _take(answer, getattr(choice, "message", None), say)
    return answer.check()


def read_stream(stream: Any, model: str, say: Say) -> Answer:
    """Return the answer that comes in pieces, and pass each on; the stream is closed whatever happens.

    Raises:
        ModelUnavailable: It broke off.
        ModelAnswerUnusable: There is nothing in it, or far too much.
        ModelRefused: It says that it will not answer.
    """
    answer = Answer(model, model)
    try:
        for chunk in stream:
            _take_chunk(answer, chunk, say)
    except Exception as error:
        if answer.pieces or "before a finish_reason was received" not in str(error):
            raise
        raise ModelAnswerUnusable(f"{answer.asked} answered with nothing.") from None  # it ended, and in good order
    finally:
        with contextlib.suppress(Exception):
            stream.close()
    # In pieces LiteLLM gives the name that was asked for, and makes up an end where none came; what the provider itself
    # said stands beside them.
    answer.name = getattr(stream, "_provider_response_model", None) or answer.name
    if getattr(stream, "received_finish_reason", answer.finish) is None:
        raise _explain_end(answer)
    return answer.check()


def _explain_end(answer: Answer) -> ModelProblem:
    if answer.pieces:
        return ModelUnavailable(f"{answer.asked} broke off.")
    return ModelAnswerUnusable(f"What answered for {answer.asked} does not speak as a model does.", ADDRESS)


def _take_chunk(answer: Answer, chunk: Any, say: Say) -> None:
    answer.name = getattr(chunk, "model", None) or answer.name
    answer.count(getattr(chunk, "usage", None))
    choices = getattr(chunk, "choices", None) or []
    if not choices:
        return say("")
    answer.finish = getattr(choices[0], "finish_reason", None) or answer.finish
    return _take(answer, getattr(choices[0], "delta", None), say)


def _take(answer: Answer, said: Any, say: Say) -> None:
    answer.has_refused = answer.has_refused or bool(getattr(said, "refusal", None))
    answer.add(getattr(said, "content", None) or "", say)
