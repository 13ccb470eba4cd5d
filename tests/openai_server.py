"""A model server on this machine that speaks the OpenAI chat protocol, and can be told to misbehave.

    with OpenAiServer("429-then-ok") as server:
        LiteLlm("openai/any", server.address)

It serves one request at a time, at most `MOST` of them, and stops by itself when nobody asks for `PATIENCE_S`.
"""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, Self

MOST = 50
PATIENCE_S = 30.0
_STEP_S = 0.05


class _Quiet(HTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Leave it be when whoever asked has gone away."""


class OpenAiServer:
    """The server, in a thread of its own."""

    def __init__(self, mode: str = "ok", text: str = "Hello.", retry_after: str = "3") -> None:
        """Choose how it behaves.

        Args:
            mode: `ok`, `schema` (answers with the schema that it got), `401`, `400`, `404`, `429-then-ok`, `429`,
                `500`, `500-then-ok`, `html`, `cut`, `empty` (no choices), `null` (no content), or `hang`
                (no answer until the server is closed).
            text: What it says when all is well.
            retry_after: How long it asks to wait.
        """
        self.mode, self.text, self.retry_after = mode, text, retry_after
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self._is_over = threading.Event()
        self._server = _Quiet(("127.0.0.1", 0), _make_handler(self))
        self._server.timeout = _STEP_S
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join(timeout=5)
        self._server.server_close()

    def _serve(self) -> None:
        idle = 0.0
        while not self._is_over.is_set() and len(self.bodies) < MOST and idle < PATIENCE_S:
            before = len(self.bodies)
            self._server.handle_request()
            idle = 0.0 if len(self.bodies) > before else idle + _STEP_S

    def answer(self, body: dict[str, Any]) -> tuple[int, str, dict[str, str]]:
        """Return status, text and headers for a request."""
        self.bodies.append(body)
        if self.mode == "hang":
            self._is_over.wait(timeout=PATIENCE_S)
        mode, _, after = self.mode.partition("-then-")
        if after and len(self.bodies) > 1:
            mode = after
        if mode.isdigit():
            error = {"error": {"message": f"no: sk-secret-{mode}", "type": "error", "code": mode}}
            return int(mode), json.dumps(error), {"Retry-After": self.retry_after} if mode == "429" else {}
        if mode == "html":
            return 200, "<!doctype html><p>Welcome to nginx</p>", {"Content-Type": "text/html"}
        whole = json.dumps(self._complete(mode, body))
        return 200, whole[: len(whole) // 2] if mode == "cut" else whole, {}

    def _complete(self, mode: str, body: dict[str, Any]) -> dict[str, Any]:
        text = json.dumps(body.get("response_format")) if mode == "schema" else self.text
        message = {"role": "assistant", "content": None if mode == "null" else text}
        choices = [] if mode == "empty" else [{"index": 0, "message": message, "finish_reason": "stop"}]
        usage = {"prompt_tokens": 11, "completion_tokens": 3, "total_tokens": 14}
        return {"id": "1", "object": "chat.completion", "created": 1, "model": "small-one", "choices": choices} | {
            "usage": usage
        }


def _make_handler(server: OpenAiServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = 5

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            server.headers.append({name.lower(): value for name, value in self.headers.items()})
            status, text, headers = server.answer(json.loads(self.rfile.read(length) or b"{}"))
            payload = text.encode()
            self.send_response(status)
            for name, value in ({"Content-Type": "application/json"} | headers).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, format: str, *args: object) -> None:
            """Leave the terminal alone."""

    return Handler
