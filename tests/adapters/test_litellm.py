"""LiteLLM behind the port, against a real server on this machine: what is sent, what comes back, and what it costs."""

from __future__ import annotations

import inspect
import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Container
from dataclasses import replace
from typing import Any

import pytest

from coach.adapters.litellm_llm import LiteLlm, import_litellm, warm
from coach.adapters.litellm_problems import TABLE, read_retry_after, to_problem
from coach.errors import ModelAnswerUnusable, ModelProblem, ModelRefused
from coach.ports import LLMReply, LLMRequest
from tests.openai_server import OpenAiServer

HELLO = LLMRequest(system="Be brief.", user="Hello?", timeout_s=10)
SONNET = "anthropic/claude-sonnet-4-5"


@pytest.fixture(autouse=True)
def _no_key(monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)


def ask(mode: str = "ok", request: LLMRequest = HELLO, **kwargs) -> tuple[LLMReply, OpenAiServer]:
    with OpenAiServer(mode) as server:
        return LiteLlm("openai/any", server.address, **kwargs).ask(request), server


def ask_claude(request: LLMRequest, mode: str = "ok") -> tuple[LLMReply, dict[str, Any]]:
    with OpenAiServer(mode) as server:
        reply = LiteLlm(SONNET, server.root, key=lambda: "mine").ask(request)
    return reply, server.bodies[0]


# -- what is sent ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("streams", [True, False])
def test_an_answer_comes_with_what_it_took(streams):
    reply, server = ask(streams=streams)
    assert (reply.text, reply.model, reply.tokens_in, reply.tokens_out) == ("Hello.", "small-one", 11, 3)
    assert reply.cost_usd is None  # nobody knows the price of a model of one's own
    assert reply.seconds > 0
    body = server.bodies[0]
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert [message["content"] for message in body["messages"]] == ["Be brief.", "Hello?"]
    assert (body["temperature"], body["max_tokens"]) == (0, 2000)
    assert (body.get("stream", False), "stream_options" in body) == (streams, streams)
    assert not {"response_format", "tools", "tool_choice"} & set(body)


def test_a_schema_travels_as_it_is():
    schema = {"type": "object", "properties": {"grade": {"type": "integer"}}, "required": ["grade"]}
    reply, _ = ask("schema", replace(HELLO, schema=schema))
    sent = json.loads(reply.text)
    assert (sent["type"], sent["json_schema"]["schema"]) == ("json_schema", schema)


def test_what_later_questions_share_is_marked_for_claude_to_keep():
    _, body = ask_claude(LLMRequest("Be brief.", "The notes. The question.", shared_chars=10))
    assert body["system"] == [{"type": "text", "text": "Be brief.", "cache_control": {"type": "ephemeral"}}]
    shared, rest = body["messages"][0]["content"]
    assert (shared["text"], shared["cache_control"]) == ("The notes.", {"type": "ephemeral"})
    assert (rest["text"], "cache_control" in rest) == (" The question.", False)


def test_with_nothing_shared_only_the_instructions_are_marked():
    _, body = ask_claude(HELLO)
    assert "cache_control" in body["system"][0]
    assert "cache_control" not in json.dumps(body["messages"])


def test_others_get_the_same_words_in_one_piece():
    _, server = ask(request=LLMRequest("Be brief.", "The notes. The question.", shared_chars=10))
    assert server.bodies[0]["messages"][1]["content"] == "The notes. The question."


# -- what it costs -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("streams", [True, False])
def test_a_known_price_is_said(streams):
    prices = {"input_cost_per_token": 0.001, "output_cost_per_token": 0.002, "litellm_provider": "openai"}
    import_litellm().register_model({"openai/priced-here": {**prices, "mode": "chat"}})
    with OpenAiServer() as server:
        llm = LiteLlm("openai/priced-here", server.address, streams=streams)
        reply = llm.ask(HELLO)
        assert reply.cost_usd == pytest.approx(11 * 0.001 + 3 * 0.002) == llm.price(11, 3)
    assert len(server.bodies) == 1


def test_what_was_kept_from_before_is_counted_and_cheaper():
    fresh, _ = ask_claude(HELLO)
    kept, _ = ask_claude(HELLO, "cached")
    assert (fresh.tokens_cached, kept.tokens_cached) == (0, 7)
    assert (kept.tokens_in, kept.tokens_out) == (fresh.tokens_in, fresh.tokens_out)
    assert 0 < (kept.cost_usd or 0) < (fresh.cost_usd or 0)


def test_no_price_is_no_price_and_ollama_is_not_asked_for_one():
    assert LiteLlm("openai/any").price(1, 1) is None
    assert LiteLlm("no-such-provider/x").price(1, 1) is None
    assert LiteLlm("ollama_chat/any").price(1000, 1000) == 0.0
    assert LiteLlm("ollama_chat/big:cloud").price(1000, 1000) is None


# -- keys --------------------------------------------------------------------------------------------------------------


def test_a_server_of_ones_own_needs_no_key():
    _, server = ask()
    assert server.headers[0]["authorization"] == "Bearer none-needed"


def test_a_key_in_the_environment_is_used(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "mine-alone")
    _, server = ask()
    assert server.headers[0]["authorization"] == "Bearer mine-alone"


@pytest.mark.parametrize("model", ["openai/gpt-4o", "gpt-4o", SONNET, "gemini/gemini-2.5-flash", "azure/any"])
def test_a_key_that_is_missing_is_asked_for_and_nothing_is_tried(model, monkeypatch):
    for name in [name for name in os.environ if name.endswith("_API_KEY")]:
        monkeypatch.delenv(name)
    waits: list[float] = []
    with pytest.raises(ModelRefused) as caught:
        LiteLlm(model, wait=waits.append).ask(HELLO)
    assert waits == []
    assert "key" in caught.value.next_step


def test_a_key_that_is_handed_over_is_used_and_stays_out_of_the_environment():
    code = (
        "import os, sys; from coach.adapters.litellm_llm import LiteLlm; from coach.ports import LLMRequest;"
        "LiteLlm('anthropic/any', sys.argv[1], key=lambda: 'mine-alone').ask(LLMRequest('s', 'u'));"
        "assert 'mine-alone' not in str(os.environ)"
    )
    with OpenAiServer() as server:
        subprocess.run([sys.executable, "-c", code, server.root], check=True, timeout=60)
    assert server.headers[0]["x-api-key"] == "mine-alone"


@pytest.mark.parametrize("mode", ["ok", "401", "500", "cut"])
def test_neither_key_nor_question_is_written_down(caplog, capfd, mode):
    caplog.set_level(logging.DEBUG)
    secret, question = "key-" + "x7" * 12, "Ulla was rung three times."
    with OpenAiServer(mode) as server:
        llm = LiteLlm("openai/any", server.address, key=lambda: secret, wait=lambda _: None)
        try:
            llm.ask(replace(HELLO, user=question))
        except ModelProblem:
            logging.getLogger("coach").exception("It did not work.")  # whatever hangs on the error is written as well
    out, err = capfd.readouterr()
    written = caplog.text + out + err + repr(llm) + repr(vars(llm))
    assert server.headers[0]["authorization"] == f"Bearer {secret}"
    assert server.bodies[0]["messages"][1]["content"] == question
    assert secret not in written
    assert question not in written
    assert "sk-secret" not in written


# -- names and errors --------------------------------------------------------------------------------------------------


def test_a_name_without_a_provider_says_how_to_spell_it():
    with pytest.raises(ModelRefused) as caught:
        LiteLlm("no-such-provider/x").ask(HELLO)
    assert "model" in caught.value.next_step


def list_unmapped(table: Container[str]) -> list[str]:
    exceptions = import_litellm().exceptions
    found = [
        name
        for name, kind in vars(exceptions).items()
        if inspect.isclass(kind) and issubclass(kind, Exception) and kind.__module__ == exceptions.__name__
    ]
    assert len(found) > 25
    return [name for name in found if name not in table]


def test_each_error_of_the_vendor_is_told_apart():
    assert list_unmapped(TABLE) == []
    assert list_unmapped({name: row for name, row in TABLE.items() if name != "Timeout"}) == ["Timeout"]


def test_an_error_that_nobody_knows_is_still_ours():
    problem = to_problem(KeyError("surprise"), "some/model")
    assert type(problem) is ModelProblem
    assert "surprise" not in str(problem)


class Refusal(Exception):
    def __init__(self, says: str) -> None:
        super().__init__("no")
        self.response = type("Response", (), {"headers": {"retry-after": says}})()


@pytest.mark.parametrize("says", ["soon", "-1", "nan", "inf", "", "Wed, 25 Nov 2020 09:00:00 GMT"])
def test_a_wait_that_is_none_is_not_waited(says):
    assert read_retry_after(Refusal(says)) is None


def test_a_wait_may_be_a_number_or_a_date():
    assert read_retry_after(Refusal("1.5")) == 1.5
    assert (read_retry_after(Refusal("Wed, 25 Nov 2099 09:00:00 GMT")) or 0) > 10**9


def test_a_web_page_says_where_to_look():
    with pytest.raises(ModelAnswerUnusable) as caught:
        ask("html")
    assert "COACH_API_BASE" in caught.value.next_step


# -- what importing costs ----------------------------------------------------------------------------------------------


def test_naming_a_model_imports_nothing_dear():
    naming = "from coach.adapters.litellm_llm import LiteLlm; LiteLlm('a/b').count_tokens('words')"
    code = f"import sys; {naming}; assert not {{'litellm', 'keyring', 'openai'}} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_warming_imports_it_beside_what_else_goes_on():
    thread = warm()
    assert thread is not threading.current_thread()
    assert thread.daemon
    thread.join(timeout=60)
    assert "litellm" in sys.modules


def test_many_questions_at_once_do_not_get_mixed_up():
    def echo(body):
        return "You said " + body["messages"][1]["content"]

    replies: dict[int, str] = {}
    with OpenAiServer(text=echo, most=60) as server:
        llm = LiteLlm("openai/any", server.address, at_once=8)

        def one(number: int) -> None:
            replies[number] = llm.ask(replace(HELLO, user=f"number {number}")).text

        threads = [threading.Thread(target=one, args=(number,), daemon=True) for number in range(40)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=60)
    assert replies == {number: f"You said number {number}" for number in range(40)}
