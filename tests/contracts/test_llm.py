"""What every model does, whoever makes it: our own fake, and LiteLLM over three providers' protocols."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pytest

from coach.adapters.litellm_llm import LiteLlm, import_litellm
from coach.errors import ModelAnswerUnusable, ModelRefused, ModelUnavailable, Stopped
from coach.ports import LLM, LLMRequest
from coach.testing import ScriptedLLM
from tests.openai_server import OpenAiServer

SCHEMA = {"type": "object", "properties": {"grade": {"type": "integer"}}, "required": ["grade"]}
ASKED = LLMRequest(system="Be brief.", user="Hello?", timeout_s=10, total_s=20)
SAYS = "We met on the quay, and nobody rang Ulla.\n\nThat was all."
WIRES = ("openai/any", "anthropic/claude-sonnet-4-5", "anthropic/claude-3-5-haiku-20241022", "ollama_chat/any")


@pytest.fixture(scope="module", autouse=True)
def _warm():
    import_litellm()  # its four seconds are not what these tests are about


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch):
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY"):
        monkeypatch.delenv(name, raising=False)


@dataclass
class Ready:
    """A model, and what was asked of it: system text, user text, schema."""

    llm: LLM
    asked: Callable[[], tuple[str, str, object]]


@contextmanager
def scripted(mode: str, text: str) -> Iterator[Ready]:
    errors = {"401": ModelRefused, "500": ModelUnavailable, "hang": ModelUnavailable, "null": ModelAnswerUnusable}
    llm = ScriptedLLM([errors[mode]("No.") if mode in errors else text])
    yield Ready(llm, lambda: (llm.requests[-1].system, llm.requests[-1].user, llm.requests[-1].schema))


def over(model: str, *, streams: bool = True):
    @contextmanager
    def opened(mode: str, text: str) -> Iterator[Ready]:
        with OpenAiServer(mode, text=text) as server:
            address = server.address if model.startswith("openai/") else server.root
            llm = LiteLlm(model, address, key=lambda: "a-key", wait=lambda _: None, streams=streams)
            yield Ready(llm, lambda: read_question(server.bodies[-1]))

    return opened


def read_question(body) -> tuple[str, str, object]:
    messages = {message["role"]: message["content"] for message in body["messages"]}
    system, user = body.get("system", messages.get("system")), messages["user"]
    shape = body.get("response_format") or body.get("output_format") or {}
    schema = shape.get("json_schema", shape).get("schema") or body.get("format")
    return flat(system), flat(user), schema or next((tool["input_schema"] for tool in body.get("tools", ())), None)


def flat(content) -> str:
    return content if isinstance(content, str) else "".join(block["text"] for block in content)


MAKERS = {"scripted": scripted} | {model: over(model) for model in WIRES}
MAKERS |= {f"{model} in one piece": over(model, streams=False) for model in WIRES}


@pytest.fixture(params=MAKERS)
def made(request):
    return MAKERS[request.param]


def test_it_answers_and_says_what_that_took(made):
    with made("ok", SAYS) as ready:
        reply = ready.llm.ask(ASKED)
        assert ready.asked()[:2] == ("Be brief.", "Hello?")
    assert reply.text == SAYS
    assert reply.tokens_in > 0
    assert reply.tokens_out > 0
    assert (reply.tries, reply.cut) == (1, False)


def test_the_pieces_that_are_heard_are_the_answer(made):
    heard: list[str] = []
    with made("ok", SAYS) as ready:
        reply = ready.llm.ask(ASKED, heard.append)
    assert "".join(heard) == reply.text == SAYS


def test_pieces_are_heard_where_whoever_asks_is(made):
    threads = set()
    with made("ok", SAYS) as ready:
        ready.llm.ask(ASKED, lambda _: threads.add(threading.get_ident()))
    assert threads == {threading.get_ident()}


def test_the_schema_travels(made):
    with made("ok", '{"grade": 2}') as ready:
        reply = ready.llm.ask(replace(ASKED, schema=SCHEMA))
        assert ready.asked()[2]["properties"] == SCHEMA["properties"]
    assert reply.text.replace(" ", "") == '{"grade":2}'


def test_without_a_schema_none_is_asked_for(made):
    with made("ok", SAYS) as ready:
        ready.llm.ask(ASKED)
        assert ready.asked()[2] is None


def test_whoever_hears_may_break_off(made):
    def stop(piece: str) -> None:
        if piece:
            raise Stopped("That is enough.")

    with made("ok", SAYS) as ready, pytest.raises(Stopped, match="enough"):
        ready.llm.ask(ASKED, stop)


@pytest.mark.parametrize(
    ("mode", "kind"), [("401", ModelRefused), ("500", ModelUnavailable), ("null", ModelAnswerUnusable)]
)
def test_what_goes_wrong_is_told_apart(made, mode, kind):
    with made(mode, SAYS) as ready, pytest.raises(kind) as caught:
        ready.llm.ask(ASKED)
    assert type(caught.value) is kind
    assert "sk-secret" not in str(caught.value)


def test_it_does_not_wait_for_ever(made):
    begun = time.perf_counter()
    with made("hang", SAYS) as ready, pytest.raises(ModelUnavailable):
        ready.llm.ask(replace(ASKED, timeout_s=0.3))
    assert time.perf_counter() - begun < 10


def test_prices_and_counts_ask_nobody(made):
    with made("ok", SAYS) as ready:
        price, tokens = ready.llm.price(1000, 1000), ready.llm.count_tokens("word " * 100)
        assert price is None or price >= 0
        assert 50 <= tokens <= 200
        assert ready.llm.count_tokens("") == 0
        with pytest.raises(IndexError):
            ready.asked()
