"""Any model that LiteLLM can reach, behind the LLM port: deadlines, trying again, and the shape that it can keep to."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from coach.errors import ModelUnavailable
from coach.models import AnswerShape
from coach.ports import ANEW, Heard, LLMReply, LLMRequest

from .deadlines import Patience, Say, TooLate, run_watched, wait_out
from .litellm_answers import Answer, read_stream, read_whole
from .litellm_calls import Destination, Key, import_litellm, price_of, spare_ollama, warm
from .litellm_problems import Fault, to_fault

__all__ = ["LiteLlm", "import_litellm", "warm"]

TRIES = 3
"""The first one and at most two more."""
LONGEST_WAIT_S = 20.0
"""A provider that asks for more patience than this is taken at its word: there is no answer now."""
_SHAPES = tuple(AnswerShape)
_CHARS_A_TOKEN = 4


@dataclass(frozen=True)
class _Asking:
    """One question while it is asked."""

    request: LLMRequest
    heard: Heard
    begun: float

    @property
    def ends(self) -> float:
        return self.begun + self.request.total_s

    def has_time_for(self, pause: float) -> bool:
        return pause <= LONGEST_WAIT_S and time.perf_counter() + pause < self.ends


class LiteLlm:
    """One model, by LiteLLM's name for it; safe to use from several threads."""

    def __init__(  # noqa: PLR0913  # what a model's setup says, one by one
        self,
        model: str,
        api_base: str | None = None,
        *,
        shape: AnswerShape | None = None,
        streams: bool = True,
        key: Key | None = None,
        wait: Callable[[float], None] = time.sleep,
        at_once: int = 4,
    ) -> None:
        """Name the model; nothing is asked yet.

        Args:
            model: Provider and name, such as `anthropic/…` or, for a server of one's own, `openai/…`.
            api_base: The address of that server.
            shape: How the model is held to a shape; found out by asking when left out, from the strictest on.
            streams: Whether the answer is read as it comes.
            key: Finds the provider's key; only the environment is looked in when left out.
            wait: How to let a short while pass between two tries.
            at_once: How many questions may be on their way at the same time; others wait for a place.
        """
        self.name = model
        self._to = Destination(model, api_base or None, streams, key)
        self._is_fixed = shape is not None
        self._shape = shape or _SHAPES[0]
        self._wait = wait
        self._places = threading.BoundedSemaphore(at_once)
        self._lock = threading.Lock()

    @property
    def shape(self) -> AnswerShape:
        """Return how the model is held to a shape now."""
        with self._lock:
            return self._shape

    def ask(self, request: LLMRequest, heard: Heard | None = None) -> LLMReply:
        """Return the model's answer; what may pass is tried again, at most twice, within the time for it all.

        Args:
            request: The question.
            heard: Hears the answer as it comes, and "" while nothing does; what it raises breaks the call off.

        Raises:
            ModelUnavailable: It is busy, slow or out of reach.
            ModelRefused: The provider turned the request down.
            ModelAnswerUnusable: It answered with nothing.
        """
        asking = _Asking(request, heard or _nobody, time.perf_counter())
        try:
            answer, tries = self._try(asking)
        except TooLate:
            raise ModelUnavailable(f"{self.name} did not answer in time.") from None
        return LLMReply(
            text=answer.text,
            model=answer.name,
            tokens_in=answer.tokens_in,
            tokens_out=answer.tokens_out,
            cost_usd=price_of(self.name, answer.tokens_in, answer.tokens_out, answer.tokens_cached, answer.tokens_kept),
            seconds=time.perf_counter() - asking.begun,
            tokens_cached=answer.tokens_cached,
            tries=tries,
            cut=answer.finish == "length",
        )

    def price(self, tokens_in: int, tokens_out: int) -> float | None:
        """Return what so many tokens cost in US dollars; None when no price is known. Asks nobody."""
        return price_of(self.name, tokens_in, tokens_out)

    def count_tokens(self, text: str) -> int:
        """Return about how many tokens a text has: a quarter of its characters, which needs no vocabulary."""
        return -(-len(text) // _CHARS_A_TOKEN)

    def _try(self, asking: _Asking) -> tuple[Answer, int]:
        for number in range(1, TRIES + 1):
            try:
                return self._ask_in_shape(asking), number
            except Fault as fault:
                pause = 2.0 ** (number - 1) if fault.wait_s is None else fault.wait_s
                passes = isinstance(fault.problem, ModelUnavailable) and number < TRIES
                if not (passes and asking.has_time_for(pause)):
                    raise fault.problem from None
            wait_out(pause, asking.heard, self._wait)
            asking.heard(ANEW)
        raise AssertionError("the last try returns or raises")

    def _ask_in_shape(self, asking: _Asking) -> Answer:
        """Ask, with one shape less strict after the other as long as it is the shape that is not taken."""
        shape = self.shape
        while True:
            try:
                answer = self._ask_once(asking, shape)
            except Fault as fault:
                if self._is_fixed or not _is_about_shape(fault, asking.request, shape):
                    raise
                shape = _SHAPES[_SHAPES.index(shape) + 1]
                if fault.is_of_shape:
                    self._step_down(shape)
            else:
                self._step_down(shape)
                return answer

    def _step_down(self, shape: AnswerShape) -> None:
        with self._lock:
            self._shape = max(self._shape, shape, key=_SHAPES.index)

    def _ask_once(self, asking: _Asking, shape: AnswerShape) -> Answer:
        def work(say: Say) -> Answer:
            litellm = import_litellm()
            spare_ollama(litellm, self.name)
            call = self._to.call(asking.request, shape)
            say("")  # from here on the model's time counts, and not the import's
            try:
                response = litellm.completion(**call)
                return (read_stream if self._to.streams else read_whole)(response, self.name, say)
            except Exception as error:  # noqa: BLE001  # errors of many libraries come through: one place sorts them
                raise to_fault(error, self.name) from None

        return run_watched(work, asking.heard, Patience(asking.request.timeout_s, asking.ends), self._places)


def _is_about_shape(fault: Fault, request: LLMRequest, shape: AnswerShape) -> bool:
    return request.schema is not None and shape is not _SHAPES[-1] and fault.may_be_of_shape


def _nobody(_: str) -> None:
    """Hear nothing."""
