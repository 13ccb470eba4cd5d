"""What LiteLLM is called with, and how it is kept quiet.

It is asked for one try at a time and without tools: trying again, deadlines and budgets are decided by us. Importing it
takes four seconds of CPU, so that happens with the first question, or in the background once the app is up.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from coach.models import AnswerShape
from coach.ports import LLMRequest

_QUIET = {
    # Prices and headers come from the package; without these the import asks the network for them.
    "LITELLM_LOCAL_MODEL_COST_MAP": "True",
    "LITELLM_LOCAL_ANTHROPIC_BETA_HEADERS": "True",
}
_TELLTALES = ("LiteLLM", "LiteLLM Router", "LiteLLM Proxy", "openai", "httpx", "httpcore")
"""Loggers that write down whole requests, and addresses with keys in them, when they are let."""
_GATEWAYS = ("bedrock/", "vertex_ai/", "azure_ai/", "openrouter/")
"""Others who pass Anthropic's marks for what is to be kept on to Claude."""
_OLLAMA = ("ollama/", "ollama_chat/")
_GRACE_S = 1.0
"""How much longer than ours the connection's own patience is: ours always comes first."""

Key = Callable[[], str | None]


@dataclass(frozen=True)
class Destination:
    """Which model is asked, where, and how."""

    model: str
    """LiteLLM's name for it."""
    api_base: str | None
    """The address of its server; the provider's when left out."""
    streams: bool
    """Whether the answer is read as it comes."""
    key: Key | None
    """Finds the provider's key; only the environment is looked in when left out."""

    def call(self, request: LLMRequest, shape: AnswerShape) -> dict[str, Any]:
        """Return all that `litellm.completion` is to be called with."""
        return {
            "model": self.model,
            "messages": self._messages(request),
            "temperature": request.temperature,
            "max_tokens": request.max_tokens,
            "timeout": request.timeout_s + _GRACE_S,
            "max_retries": 0,
            # A model that knows no temperature or no schema is asked without: the prompt says both in words.
            "drop_params": True,
            **({"stream": True, "stream_options": {"include_usage": True}} if self.streams else {}),
            **_hold_to(shape, request),
            **self._address(),
        }

    def _messages(self, request: LLMRequest) -> list[dict[str, Any]]:
        system: str | list[dict[str, Any]] = request.system
        user: str | list[dict[str, Any]] = request.user
        if _keeps_on_request(self.model):
            shared, rest = request.user[: request.shared_chars], request.user[request.shared_chars :]
            system = _blocks(request.system, "")
            user = _blocks(shared, rest) if shared else user
        return [{"role": "system", "content": system}, {"role": "user", "content": user}]

    def _address(self) -> dict[str, str]:
        key = self.key() if self.key else None
        # A server of one's own mostly takes no key, but the protocol wants one to be there.
        if not key and self.api_base and self.model.startswith("openai/") and not os.environ.get("OPENAI_API_KEY"):
            key = "none-needed"
        return {**({"api_base": self.api_base} if self.api_base else {}), **({"api_key": key} if key else {})}


def import_litellm() -> Any:
    """Return LiteLLM, told to leave the network, the terminal and the logs alone."""
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    import litellm

    if not litellm.suppress_debug_info:
        litellm.disable_streaming_logging = True
        for name in _TELLTALES:
            _hush(logging.getLogger(name))
        litellm.suppress_debug_info = True  # last: it says that all of this was done
    return litellm


def warm() -> threading.Thread:
    """Import LiteLLM in the background, so that the first question need not wait for it."""
    thread = threading.Thread(target=import_litellm, daemon=True, name="coach-warm")
    thread.start()
    return thread


def price_of(model: str, tokens_in: int, tokens_out: int, cached: int = 0, kept: int = 0) -> float | None:
    """Return what so many tokens cost in US dollars by LiteLLM's own list; None when it has no price.

    Args:
        model: LiteLLM's name for it.
        tokens_in: How many tokens the question has in all.
        tokens_out: How many the answer has.
        cached: How many of the question's tokens the provider had kept from before.
        kept: How many of them it keeps from now on.
    """
    if model.startswith(_OLLAMA):  # LiteLLM would ask a server on this machine about it, and not the one that we know
        return None if model.endswith("cloud") else 0.0
    try:
        costs = import_litellm().cost_per_token(
            model=model,
            prompt_tokens=tokens_in,
            completion_tokens=tokens_out,
            cache_read_input_tokens=cached,
            cache_creation_input_tokens=kept,
        )
    except Exception:  # noqa: BLE001  # it says in many ways that it does not know a model
        return None
    return float(sum(costs))


def spare_ollama(litellm: Any, model: str) -> None:
    """Tell LiteLLM that a model at Ollama has no price, or it would look for one at this machine's usual address."""
    if not model.startswith(_OLLAMA):
        return
    bare = model.partition("/")[2]
    for provider in ("ollama", "ollama_chat"):
        free = {"litellm_provider": provider, "mode": "chat", "input_cost_per_token": 0.0, "output_cost_per_token": 0.0}
        litellm.model_cost.setdefault(f"{provider}/{bare}", free)


def _hush(logger: logging.Logger) -> None:
    logger.setLevel(logging.CRITICAL + 1)
    for handler in list(logger.handlers):
        logger.removeHandler(handler)


def _hold_to(shape: AnswerShape, request: LLMRequest) -> dict[str, Any]:
    if request.schema is None or shape is AnswerShape.PROMPT:
        return {}
    if shape is AnswerShape.JSON_OBJECT:
        return {"response_format": {"type": "json_object"}}
    schema = {"name": "answer", "strict": True, "schema": dict(request.schema)}
    return {"response_format": {"type": "json_schema", "json_schema": schema}}


def _keeps_on_request(model: str) -> bool:
    """Say whether this provider keeps a part of the question only where it is marked; most do so by themselves."""
    if model.startswith("anthropic/"):
        return True
    if not (model.startswith(_GATEWAYS) and "claude" in model):
        return False
    import_litellm()
    from litellm.utils import supports_prompt_caching

    return bool(supports_prompt_caching(model))


def _blocks(kept: str, rest: str) -> list[dict[str, Any]]:
    marked = {"type": "text", "text": kept, "cache_control": {"type": "ephemeral"}}
    return [marked, {"type": "text", "text": rest}] if rest else [marked]
