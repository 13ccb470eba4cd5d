"""Three ways to say the same thing: how OpenAI's, Anthropic's and Ollama's chat protocols word an answer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

MODEL = "small-one"
_CREATED = "2026-11-25T09:00:00Z"
_BLOCK = "content_block"


@dataclass(frozen=True)
class Saying:
    """An answer, before it is put into a protocol's words."""

    pieces: tuple[str, ...] | None
    """What it says, piece by piece; None for an answer without content."""
    finish: str | None = "stop"
    """Why it ends: `stop`, `length`, `refusal`; None when it does not say."""
    tokens_in: int = 11
    tokens_out: int = 3
    tokens_cached: int = 0

    @property
    def text(self) -> str | None:
        return None if self.pieces is None else "".join(self.pieces)


@dataclass(frozen=True)
class Stream:
    """An answer on its way: what goes before the pieces, the pieces, and what comes after them."""

    begin: tuple[bytes, ...]
    pieces: tuple[bytes, ...]
    end: tuple[bytes, ...]


class Wire(Protocol):
    """One protocol."""

    stream_type: str

    def streams(self, body: dict[str, Any]) -> bool: ...

    def schema(self, body: dict[str, Any]) -> Any:
        """Return the schema that the request holds the answer to; `json` where it only asks for JSON, else None."""

    def whole(self, saying: Saying, body: dict[str, Any]) -> dict[str, Any]: ...

    def without_choices(self) -> dict[str, Any]: ...

    def stream(self, saying: Saying, body: dict[str, Any]) -> Stream: ...

    def error(self, status: int, says: str) -> dict[str, Any]: ...


class OpenAiWire:
    """POST /v1/chat/completions; a stream of `data:` lines with the usage in the last."""

    stream_type = "text/event-stream"
    _FINISH: ClassVar[dict[str | None, str | None]] = {
        "stop": "stop",
        "length": "length",
        "refusal": "content_filter",
        None: None,
    }

    def streams(self, body: dict[str, Any]) -> bool:
        return bool(body.get("stream"))

    def schema(self, body: dict[str, Any]) -> Any:
        asked = body.get("response_format") or {}
        if asked.get("type") == "json_object":
            return "json"
        return asked.get("json_schema", {}).get("schema")

    def whole(self, saying: Saying, body: dict[str, Any]) -> dict[str, Any]:
        message = {"role": "assistant", "content": saying.text}
        choice = {"index": 0, "message": message, "finish_reason": self._FINISH[saying.finish]}
        return self._envelope("chat.completion", [choice], self._usage(saying))

    def without_choices(self) -> dict[str, Any]:
        return self._envelope("chat.completion", [], self._usage(Saying(())))

    def stream(self, saying: Saying, body: dict[str, Any]) -> Stream:
        end = [self._chunk({}, self._FINISH[saying.finish])]
        if (body.get("stream_options") or {}).get("include_usage"):
            end.append(self._envelope("chat.completion.chunk", [], self._usage(saying)))
        return Stream(
            (_event(self._chunk({"role": "assistant", "content": None if saying.pieces is None else ""})),),
            tuple(_event(self._chunk({"content": piece})) for piece in saying.pieces or ()),
            (*map(_event, end), b"data: [DONE]\n\n"),
        )

    def error(self, status: int, says: str) -> dict[str, Any]:
        return {"error": {"message": says, "type": "error", "code": str(status)}}

    def _chunk(self, delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
        return self._envelope("chat.completion.chunk", [{"index": 0, "delta": delta, "finish_reason": finish}])

    def _envelope(
        self, kind: str, choices: list[dict[str, Any]], usage: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        return {"id": "1", "object": kind, "created": 1, "model": MODEL, "choices": choices, "usage": usage}

    def _usage(self, saying: Saying) -> dict[str, Any]:
        return {
            "prompt_tokens": saying.tokens_in,
            "completion_tokens": saying.tokens_out,
            "total_tokens": saying.tokens_in + saying.tokens_out,
            "prompt_tokens_details": {"cached_tokens": saying.tokens_cached},
        }


class AnthropicWire:
    """POST /v1/messages; named events, and a forced tool where older models are held to a schema."""

    stream_type = "text/event-stream"
    _FINISH: ClassVar[dict[str | None, str | None]] = {
        "stop": "end_turn",
        "length": "max_tokens",
        "refusal": "refusal",
        None: None,
    }

    def streams(self, body: dict[str, Any]) -> bool:
        return bool(body.get("stream"))

    def schema(self, body: dict[str, Any]) -> Any:
        asked = body.get("output_format") or (body.get("output_config") or {}).get("format") or {}
        return asked.get("schema") or next((tool.get("input_schema") for tool in body.get("tools") or ()), None)

    def whole(self, saying: Saying, body: dict[str, Any]) -> dict[str, Any]:
        content: list[dict[str, Any]] = []
        if saying.text is not None:
            content = [self._block(body) | self._filling(saying.text, body)]
        return self._message(saying, content, self._stop(saying, body))

    def without_choices(self) -> dict[str, Any]:
        return self._message(Saying(()), [], "end_turn")

    def stream(self, saying: Saying, body: dict[str, Any]) -> Stream:
        kind, field = ("input_json_delta", "partial_json") if body.get("tools") else ("text_delta", "text")
        deltas = ({"type": kind, field: piece} for piece in saying.pieces or ())
        stop = {"delta": {"stop_reason": self._stop(saying, body)}, "usage": {"output_tokens": saying.tokens_out}}
        return Stream(
            (
                self._event("message_start", message=self._message(saying, [], None)),
                self._event(f"{_BLOCK}_start", index=0, content_block=self._block(body)),
            ),
            tuple(self._event(f"{_BLOCK}_delta", index=0, delta=delta) for delta in deltas),
            (
                self._event(f"{_BLOCK}_stop", index=0),
                self._event("message_delta", **stop),
                self._event("message_stop"),
            ),
        )

    def error(self, status: int, says: str) -> dict[str, Any]:
        return {"type": "error", "error": {"type": "error", "message": says}}

    def _block(self, body: dict[str, Any]) -> dict[str, Any]:
        if not body.get("tools"):
            return {"type": "text", "text": ""}
        return {"type": "tool_use", "id": "toolu_1", "name": body["tools"][0]["name"], "input": {}}

    def _filling(self, text: str, body: dict[str, Any]) -> dict[str, Any]:
        if not body.get("tools"):
            return {"text": text}
        try:
            return {"input": json.loads(text)}
        except ValueError:
            return {"input": {"values": text}}

    def _stop(self, saying: Saying, body: dict[str, Any]) -> str | None:
        return "tool_use" if body.get("tools") and saying.finish == "stop" else self._FINISH[saying.finish]

    def _message(self, saying: Saying, content: list[dict[str, Any]], stop: str | None) -> dict[str, Any]:
        usage = {
            "input_tokens": saying.tokens_in - saying.tokens_cached,
            "output_tokens": saying.tokens_out,
            "cache_read_input_tokens": saying.tokens_cached,
            "cache_creation_input_tokens": 0,
        }
        said = {"id": "msg_1", "type": "message", "role": "assistant", "model": MODEL, "content": content}
        return said | {"stop_reason": stop, "stop_sequence": None, "usage": usage}

    def _event(self, name: str, **fields: Any) -> bytes:
        return f"event: {name}\n".encode() + _event({"type": name, **fields})


class OllamaWire:
    """POST /api/chat; one JSON object a line, the last one with the counts."""

    stream_type = "application/x-ndjson"
    _FINISH: ClassVar[dict[str | None, str | None]] = {
        "stop": "stop",
        "length": "length",
        "refusal": "content_filter",
        None: None,
    }

    def streams(self, body: dict[str, Any]) -> bool:
        return bool(body.get("stream", True))

    def schema(self, body: dict[str, Any]) -> Any:
        return body.get("format") or None

    def whole(self, saying: Saying, body: dict[str, Any]) -> dict[str, Any]:
        return self._line(saying.text or "") | self._counts(saying)

    def without_choices(self) -> dict[str, Any]:
        return self._line("") | self._counts(Saying(()))

    def stream(self, saying: Saying, body: dict[str, Any]) -> Stream:
        return Stream(
            (),
            tuple(_line(self._line(piece)) for piece in saying.pieces or ()),
            (_line(self._line("") | self._counts(saying)),),
        )

    def error(self, status: int, says: str) -> dict[str, Any]:
        return {"error": says}

    def _line(self, text: str) -> dict[str, Any]:
        said = {"role": "assistant", "content": text}
        return {"model": MODEL, "created_at": _CREATED, "message": said, "done": False}

    def _counts(self, saying: Saying) -> dict[str, Any]:
        counts = {"prompt_eval_count": saying.tokens_in, "eval_count": saying.tokens_out}
        return {"done": True, "done_reason": self._FINISH[saying.finish], **counts}


WIRES: dict[str, Wire] = {
    "/v1/chat/completions": OpenAiWire(),
    "/v1/messages": AnthropicWire(),
    "/api/chat": OllamaWire(),
}
"""Which path speaks which protocol."""


def make_instance(schema: Any) -> Any:
    """Return the smallest value that a JSON schema allows, for models that do as they are told."""
    if "enum" in schema or "const" in schema:
        return schema["const"] if "const" in schema else schema["enum"][0]
    if "anyOf" in schema:
        return make_instance(schema["anyOf"][0])
    kind = schema.get("type", "object")
    if kind == "object":
        fields = schema.get("properties", {})
        return {name: make_instance(fields[name]) for name in schema.get("required", fields)}
    if kind == "array":
        return [make_instance(schema.get("items", {"type": "string"}))] * schema.get("minItems", 0)
    return {"string": "So.", "integer": 1, "number": 1.0, "boolean": True}.get(kind)


def _event(data: dict[str, Any]) -> bytes:
    return f"data: {json.dumps(data)}\n\n".encode()


def _line(data: dict[str, Any]) -> bytes:
    return f"{json.dumps(data)}\n".encode()
