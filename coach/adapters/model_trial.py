"""One small question to a model, which shows what works with it."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from typing import Any

from coach.errors import CoachError, ModelAnswerUnusable
from coach.models import AnswerShape, ModelTrial
from coach.ports import LLM, LLMReply, LLMRequest

_SYSTEM = 'You help to try out a connection. Answer with one JSON object of the form {"says": "…"} and nothing else.'
_USER = "Say in one short sentence that the connection works."
# The schema asks for one field more than the words do: an answer that has it was held to the schema, and did not merely
# do as it was told.
_SCHEMA = {
    "type": "object",
    "properties": {"says": {"type": "string"}, "works": {"type": "boolean"}},
    "required": ["says", "works"],
    "additionalProperties": False,
}
_IN_WORDS = {
    AnswerShape.JSON_SCHEMA: "keeps to a JSON schema",
    AnswerShape.JSON_OBJECT: "answers in JSON",
    AnswerShape.PROMPT: "answers in JSON when it is told so in words",
}


@dataclass
class _Listener:
    begun: float = field(default_factory=time.perf_counter)
    first_s: float | None = None
    pieces: int = 0

    def __call__(self, piece: str) -> None:
        if not piece:
            return
        self.pieces += 1
        if self.first_s is None:
            self.first_s = time.perf_counter() - self.begun


def try_model(llm: LLM) -> ModelTrial:
    """Ask a model one small thing and say what works; what goes wrong is said and not raised."""
    # Looking the price up loads what asking needs, so that the time told is the model's own.
    price_known = llm.price(1, 1) is not None
    listener = _Listener()
    request = LLMRequest(_SYSTEM, _USER, schema=_SCHEMA, max_tokens=300, timeout_s=30.0, total_s=60.0)
    try:
        reply = llm.ask(request, listener)
    except CoachError as error:
        return ModelTrial(
            model=llm.name,
            # An answer without use is still an answer, unless what answered is no model.
            reachable=isinstance(error, ModelAnswerUnusable) and listener.pieces > 0,
            price_known=price_known,
            first_words_s=listener.first_s,
            seconds=time.perf_counter() - listener.begun,
            message=error.message,
            next_step=error.next_step,
        )
    return _report(llm, reply, listener, price_known=price_known)


def _report(llm: LLM, reply: LLMReply, listener: _Listener, *, price_known: bool) -> ModelTrial:
    shape = _judge(reply.text, getattr(llm, "shape", AnswerShape.JSON_SCHEMA))
    streams = listener.pieces > 1
    return ModelTrial(
        model=llm.name,
        reachable=True,
        shape=shape,
        streams=streams,
        price_known=price_known,
        cost_usd=reply.cost_usd,
        first_words_s=listener.first_s,
        seconds=reply.seconds,
        message=_say(shape, streams=streams, price_known=price_known),
        next_step="" if shape else "It can be tried again; a larger model keeps to what it is asked more often.",
    )


def _judge(text: str, asked: AnswerShape) -> AnswerShape | None:
    """Return the strictest shape that an answer shows, at most the one that was asked for."""
    found = _read(text)
    if found is None:
        start, end = text.find("{"), text.rfind("}")
        return AnswerShape.PROMPT if _read(text[start : end + 1]) is not None else None
    shown = AnswerShape.JSON_SCHEMA if isinstance(found.get("works"), bool) else AnswerShape.JSON_OBJECT
    return max(shown, asked, key=tuple(AnswerShape).index)


def _read(text: str) -> dict[str, Any] | None:
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) and isinstance(found.get("says"), str) else None


def _say(shape: AnswerShape | None, *, streams: bool, price_known: bool) -> str:
    first = "It answers, but not in JSON" if shape is None else f"It {_IN_WORDS[shape]}"
    then = "its words come as they are written" if streams else "its words come all at once"
    return f"{first}, and {then}. {'Its price is known.' if price_known else 'No price is known for it.'}"
