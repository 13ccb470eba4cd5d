"""Any model that LiteLLM can reach, behind the LLM port.

LiteLLM is asked for one try at a time, without tools and without streaming; trying again is decided here. It is
imported when the first question is asked, since that alone takes four seconds of CPU.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

from coach.errors import ModelAnswerUnusable, ModelProblem, ModelUnavailable
from coach.ports import LLMReply, LLMRequest

from .litellm_problems import read_retry_after, to_problem

TRIES = 3
"""The first one and at most two more."""
LONGEST_WAIT_S = 20.0
"""A provider that asks for more patience than this is taken at its word: there is no answer now."""
_QUIET = {
    # Prices and headers come from the package; without these the import asks the network for them.
    "LITELLM_LOCAL_MODEL_COST_MAP": "True",
    "LITELLM_LOCAL_ANTHROPIC_BETA_HEADERS": "True",
}


class LiteLlm:
    """One model, by LiteLLM's name for it."""

    def __init__(self, model: str, api_base: str | None = None, wait: Callable[[float], None] = time.sleep) -> None:
        """Name the model; nothing is asked yet.

        Args:
            model: Provider and name, such as `anthropic/…` or, for a server of one's own, `openai/…`.
            api_base: The address of that server.
            wait: How to let seconds pass between two tries.
        """
        self.name = model
        self._api_base = api_base
        self._wait = wait

    def ask(self, request: LLMRequest) -> LLMReply:
        """Return the model's answer; what may pass is tried again, at most twice.

        Raises:
            ModelUnavailable: It is busy, slow or out of reach.
            ModelRefused: The provider turned the request down.
            ModelAnswerUnusable: It answered with nothing.
        """
        begun = time.perf_counter()
        for number in range(1, TRIES + 1):
            try:
                response = self._try(request)
                return self._to_reply(response, time.perf_counter() - begun)
            except ModelUnavailable as problem:
                pause = read_retry_after(problem.__cause__, otherwise=2.0 ** (number - 1))
                if number == TRIES or pause > LONGEST_WAIT_S:
                    raise
                self._wait(pause)
        raise AssertionError("the last try returns or raises")

    def _try(self, request: LLMRequest) -> Any:
        litellm = import_litellm()
        try:
            return litellm.completion(
                model=self.name,
                messages=[{"role": "system", "content": request.system}, {"role": "user", "content": request.user}],
                temperature=request.temperature,
                max_tokens=request.max_tokens,
                timeout=request.timeout_s,
                max_retries=0,
                # A model that knows no temperature or no schema is asked without: the prompt says both in words.
                drop_params=True,
                **self._with_schema(request),
                **self._with_address(),
            )
        except Exception as error:  # LiteLLM lets errors of many libraries through; all are told apart in one place
            raise to_problem(error, self.name) from error

    def _with_schema(self, request: LLMRequest) -> dict[str, Any]:
        if request.schema is None:
            return {}
        schema = {"name": "answer", "strict": True, "schema": dict(request.schema)}
        return {"response_format": {"type": "json_schema", "json_schema": schema}}

    def _with_address(self) -> dict[str, str]:
        if self._api_base is None:
            return {}
        # A server of one's own mostly takes no key, but the protocol wants one to be there.
        is_keyless = self.name.startswith("openai/") and not os.environ.get("OPENAI_API_KEY")
        return {"api_base": self._api_base, **({"api_key": "none-needed"} if is_keyless else {})}

    def _to_reply(self, response: Any, seconds: float) -> LLMReply:
        choices = getattr(response, "choices", None) or []
        text = (getattr(choices[0].message, "content", None) if choices else None) or ""
        if not text.strip():
            raise _say_nothing(self.name, choices)
        usage = getattr(response, "usage", None)
        hidden = getattr(response, "_hidden_params", None) or {}
        return LLMReply(
            text=text,
            model=getattr(response, "model", None) or self.name,
            tokens_in=getattr(usage, "prompt_tokens", None) or 0,
            tokens_out=getattr(usage, "completion_tokens", None) or 0,
            cost_usd=hidden.get("response_cost"),
            seconds=seconds,
        )


def import_litellm() -> Any:
    """Return LiteLLM, told to leave the network and the terminal alone."""
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    import litellm

    litellm.suppress_debug_info = True
    return litellm


def _say_nothing(model: str, choices: list[Any]) -> ModelProblem:
    reason = getattr(choices[0], "finish_reason", None) if choices else None
    if reason == "length":
        return ModelAnswerUnusable(f"{model} came to its longest answer before it had said anything.")
    return ModelAnswerUnusable(f"{model} answered with nothing.")
