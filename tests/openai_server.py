"""A model server on this machine that speaks the OpenAI, Anthropic and Ollama chat protocols, or misbehaves.

    with OpenAiServer("429-then-ok") as server:
        LiteLlm("openai/any", server.address)
        LiteLlm("anthropic/any", server.root)
        LiteLlm("ollama_chat/any", server.root)

It answers at most `most` questions, each in a thread of its own, and stops by itself when nobody asks for `PATIENCE_S`.
"""

from __future__ import annotations

import json
import select
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from tests.model_wires import WIRES, Saying, Stream, Wire, make_instance

PATIENCE_S = 300.0
_HANG_S = 30.0
HUGE_CHARS = 5_000_000
_STEP_S = 0.02
_TELLS = "no: sk-secret-"  # a provider's error may repeat a part of the key

Modes = str | Sequence[str] | Callable[[int, dict[str, Any]], str]
Text = str | Callable[[dict[str, Any]], str]


class OpenAiServer:
    """The server, in threads of its own."""

    def __init__(
        self, mode: Modes = "ok", text: Text = "Hello.", retry_after: str = "3", most: int = 50, **tempo: float
    ) -> None:
        """Choose how it behaves.

        Args:
            mode: One way for all questions; one for each in turn (the last one stays); or a function of the question's
                number, from 0, and its body. `X-then-Y` is X once and then Y. Ways:
                `ok`; `fits` (the smallest answer that the schema allows); `schema` (answers with the response_format
                that it got); a status such as `401` or `429`; `html`; `empty` (no choices); `null` (no content);
                `hang` (no answer until the server is closed); `hang-after` (none after the first piece); `drip` (a
                pause before each piece); `cut` (the connection breaks half-way); `cut-clean` (it ends half-way without
                saying why); `length` (ends at the longest answer); `wrong-schema`; `truncated` (half of the text, as if
                it were all); `fenced` (in a code fence); `refusal`; `huge` (5 MB); `loop` (the same word many times);
                `no-schema` (takes no JSON schema); `no-json` (nor plain JSON); `cached` (7 tokens of the question were
                kept from before).
            text: What it says when all is well, or a function of the request's body.
            retry_after: How long it asks to wait.
            most: How many questions it answers in all.
            tempo: `latency_s` before the first word, `drip_s` before each piece in `drip`; `keeps_alive=1` to keep
                connections; `patience_s` in the place of `PATIENCE_S`.
        """
        self.mode, self.text, self.retry_after, self.most = mode, text, retry_after, most
        self.patience_s = tempo.get("patience_s", PATIENCE_S)
        self.latency_s, self.drip_s = tempo.get("latency_s", 0.0), tempo.get("drip_s", 0.1)
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.left = 0
        """How many hung up before their answer was whole."""
        self.busiest = 0
        """How many questions were being answered at the same time, at most."""
        self.is_over = threading.Event()
        self._busy = 0
        self._lock = threading.Condition()
        self._server = _Quiet(("127.0.0.1", 0), _make_handler(self, keeps_alive=bool(tempo.get("keeps_alive"))))
        self._server.timeout = _STEP_S
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def address(self) -> str:
        return f"{self.root}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.is_over.set()
        self._thread.join(timeout=5)
        self._server.server_close()

    def _serve(self) -> None:
        idle = 0.0
        while not self.is_over.is_set() and len(self.bodies) < self.most and idle < self.patience_s:
            before = len(self.bodies)
            self._server.handle_request()
            idle = 0.0 if len(self.bodies) > before else idle + _STEP_S

    def take(self, path: str, body: dict[str, Any], headers: dict[str, str]) -> str:
        """Write a question down and return the way in which it is answered."""
        with self._lock:
            number = len(self.bodies)
            self.bodies.append(body)
            self.headers.append(headers)
            self.paths.append(path)
        mode = self.mode
        if callable(mode):
            return mode(number, body)
        ways = mode.split("-then-") if isinstance(mode, str) else mode
        return ways[min(number, len(ways) - 1)]

    def count_left(self) -> None:
        with self._lock:
            self.left += 1
            self._lock.notify_all()

    def wait_until_left(self, number: int, patience_s: float = 10.0) -> bool:
        """Say whether so many have hung up, or do so in a while."""
        with self._lock:
            return self._lock.wait_for(lambda: self.left >= number, patience_s)

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Count those who are answered at the same time."""
        with self._lock:
            self._busy += 1
            self.busiest = max(self.busiest, self._busy)
        try:
            yield
        finally:
            with self._lock:
                self._busy -= 1

    def say(self, mode: str, body: dict[str, Any], wire: Wire) -> Saying:
        """Return what is answered, before it is put into a protocol's words."""
        text = self._word(mode, body, wire)
        finish = {"length": "length", "refusal": "refusal"}.get(mode, "stop")
        pieces = None if mode == "null" else ("again ",) * 300 if mode == "loop" else tuple(_split(text))
        return Saying(pieces, finish, tokens_cached=7 if mode == "cached" else 0)

    def _word(self, mode: str, body: dict[str, Any], wire: Wire) -> str:
        text = self.text(body) if callable(self.text) else self.text
        match mode:
            case "schema":
                return json.dumps(body.get("response_format"))
            case "fits":
                schema = wire.schema(body)
                return text if schema in (None, "json") else json.dumps(make_instance(schema))
            case "huge":
                return "x" * HUGE_CHARS
            case "wrong-schema":
                return json.dumps({"quite": ["another", "shape"]})
            case "truncated" | "length":
                return text[: max(1, len(text) // 2)]
            case "fenced":
                return f"Here you are:\n```json\n{text}\n```\n"
            case "refusal":
                return ""
        return text


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Leave it be when whoever asked has gone away."""


class _Handler(BaseHTTPRequestHandler):
    server_of_ours: OpenAiServer
    keeps_alive = False
    timeout = 5

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        body = json.loads(self.rfile.read(length) or b"{}")
        wire = WIRES.get(self.path.partition("?")[0])
        if wire is None:  # what a client asks about a model is no question to it
            return self._send(200, {"capabilities": ["completion"], "model_info": {}})
        headers = {name.lower(): value for name, value in self.headers.items()}
        with self.server_of_ours.busy():
            return self._answer(self.server_of_ours.take(self.path, body, headers), body, wire)

    def _answer(self, mode: str, body: dict[str, Any], wire: Wire) -> None:
        server = self.server_of_ours
        if mode == "hang":
            return self._hang()
        if server.latency_s:
            time.sleep(server.latency_s)
        if mode.isdigit():
            wait = {"Retry-After": server.retry_after} if mode == "429" else {}
            return self._send(int(mode), wire.error(int(mode), f"{_TELLS}{mode}"), wait)
        if _is_refused(mode, wire.schema(body)):
            return self._send(400, wire.error(400, "response_format of this type is unavailable"))
        if mode == "html":
            return self._send(200, "<!doctype html><p>Welcome to nginx</p>", {"Content-Type": "text/html"})
        if wire.streams(body):
            return self._send_stream(mode, wire.stream(server.say(mode, body, wire), body), wire)
        whole = wire.without_choices() if mode == "empty" else wire.whole(server.say(mode, body, wire), body)
        if mode in ("drip", "hang-after"):
            return self._hang()
        text = json.dumps(whole)
        return self._send(200, text[: len(text) // 2] if mode.startswith("cut") else text)

    def _send(self, status: int, what: dict[str, Any] | str, headers: dict[str, str] | None = None) -> None:
        payload = (what if isinstance(what, str) else json.dumps(what)).encode()
        self._open(status, {"Content-Type": "application/json", "Content-Length": str(len(payload))} | (headers or {}))
        self.wfile.write(payload)

    def _open(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if not self.keeps_alive:
            self.send_header("Connection", "close")
        self.end_headers()

    def _send_stream(self, mode: str, stream: Stream, wire: Wire) -> None:
        self._open(200, {"Content-Type": wire.stream_type, "Transfer-Encoding": "chunked"})
        try:
            for part in self._walk(mode, stream):
                self.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
                self.wfile.flush()
        except OSError:
            return self.server_of_ours.count_left()
        if mode == "cut":
            self.close_connection = True
        elif not self._is_alone():
            self.wfile.write(b"0\r\n\r\n")
        return None

    def _walk(self, mode: str, stream: Stream) -> Iterator[bytes]:
        half = len(stream.pieces) // 2 if mode.startswith("cut") else len(stream.pieces)
        if mode == "empty":
            return (yield from stream.end[1:])
        yield from stream.begin
        for number, piece in enumerate(stream.pieces[:half]):
            if mode == "drip":
                self.server_of_ours.is_over.wait(self.server_of_ours.drip_s)
            yield piece
            if mode == "hang-after" and number == 0:
                return self._hang()
        if not mode.startswith("cut"):
            yield from stream.end
        return None

    def _hang(self) -> None:
        ends = time.monotonic() + _HANG_S
        while not self.server_of_ours.is_over.is_set() and time.monotonic() < ends:
            if self._is_alone():
                return self.server_of_ours.count_left()
            self.server_of_ours.is_over.wait(_STEP_S)
        self.close_connection = True
        return None

    def _is_alone(self) -> bool:
        """Say whether whoever asked has hung up."""
        return bool(select.select([self.connection], [], [], 0)[0]) and not self.connection.recv(1, 2)

    def log_message(self, format: str, *args: object) -> None:
        """Leave the terminal alone."""


def _make_handler(server: OpenAiServer, *, keeps_alive: bool) -> type[_Handler]:
    version = "HTTP/1.1"
    fields = {"server_of_ours": server, "keeps_alive": keeps_alive, "protocol_version": version}
    return type("Handler", (_Handler,), fields)


def _is_refused(mode: str, schema: Any) -> bool:
    return (mode == "no-schema" and isinstance(schema, dict)) or (mode == "no-json" and schema is not None)


def _split(text: str) -> Iterator[str]:
    size = max(8, len(text) // 40)
    for start in range(0, len(text), size):
        yield text[start : start + size]
