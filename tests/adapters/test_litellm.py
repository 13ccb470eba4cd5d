"""LiteLLM behind the port, against a real server on this machine that speaks the OpenAI chat protocol."""

from __future__ import annotations

import inspect
import json
import socket
import subprocess
import sys
from collections.abc import Container

import pytest

from coach.adapters.litellm_llm import LiteLlm, import_litellm
from coach.adapters.litellm_problems import TABLE, read_retry_after, to_problem
from coach.errors import CoachError, ModelAnswerUnusable, ModelProblem, ModelRefused, ModelUnavailable
from coach.ports import LLM, LLMRequest
from tests.openai_server import OpenAiServer

HELLO = LLMRequest(system="Be brief.", user="Hello?", timeout_s=10)


@pytest.fixture(autouse=True)
def _no_key(monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)


def ask(mode: str, request: LLMRequest = HELLO, **kwargs):
    """Return what came of it (a reply or an error), the waits, and the server."""
    waits: list[float] = []
    with OpenAiServer(mode, **kwargs) as server:
        llm: LLM = LiteLlm("openai/any", server.address, wait=waits.append)
        try:
            return llm.ask(request), waits, server
        except CoachError as error:
            return error, waits, server


def test_an_answer_comes_with_what_it_took():
    reply, waits, server = ask("ok")
    assert (reply.text, reply.model, reply.tokens_in, reply.tokens_out) == ("Hello.", "small-one", 11, 3)
    assert reply.cost_usd is None  # nobody knows the price of a model of one's own
    assert waits == []
    body = server.bodies[0]
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert [message["content"] for message in body["messages"]] == ["Be brief.", "Hello?"]
    assert (body["temperature"], body["max_tokens"]) == (0, 2000)
    assert "response_format" not in body


def test_a_schema_travels_as_it_is():
    schema = {"type": "object", "properties": {"grade": {"type": "integer"}}, "required": ["grade"]}
    reply, _, _ = ask("schema", LLMRequest("s", "u", schema=schema, timeout_s=10))
    sent = json.loads(reply.text)
    assert (sent["type"], sent["json_schema"]["schema"]) == ("json_schema", schema)


def test_a_known_price_is_said():
    litellm = import_litellm()
    prices = {"input_cost_per_token": 0.001, "output_cost_per_token": 0.002, "litellm_provider": "openai"}
    litellm.register_model({"openai/priced-here": {**prices, "mode": "chat"}})
    with OpenAiServer() as server:
        reply = LiteLlm("openai/priced-here", server.address).ask(HELLO)
    assert reply.cost_usd == pytest.approx(11 * 0.001 + 3 * 0.002)


@pytest.mark.parametrize(("mode", "kind"), [("401", ModelRefused), ("400", ModelRefused), ("404", ModelRefused)])
def test_what_stays_refused_is_asked_once(mode, kind):
    error, waits, server = ask(mode)
    assert type(error) is kind
    assert (waits, len(server.bodies)) == ([], 1)
    assert "sk-secret" not in str(error)  # what the provider says may hold a key


def test_one_who_is_too_busy_is_asked_again_after_as_long_as_it_says():
    reply, waits, server = ask("429-then-ok", retry_after="7")
    assert reply.text == "Hello."
    assert (waits, len(server.bodies)) == ([7.0], 2)


def test_one_who_wants_more_patience_than_we_have_is_believed():
    error, waits, server = ask("429-then-ok", retry_after="21")
    assert type(error) is ModelUnavailable
    assert (waits, len(server.bodies)) == ([], 1)


@pytest.mark.parametrize(("mode", "waits"), [("500", [1.0, 2.0]), ("cut", [1.0, 2.0]), ("429", [3.0, 3.0])])
def test_what_does_not_pass_is_tried_three_times_in_all(mode, waits):
    error, waited, server = ask(mode)
    assert type(error) is ModelUnavailable
    assert (waited, len(server.bodies)) == (waits, 3)


def test_a_fault_that_passes_is_not_noticed():
    reply, waits, _ = ask("500-then-ok")
    assert (reply.text, waits) == ("Hello.", [1.0])


def test_a_web_page_is_no_model():
    error, waits, server = ask("html")
    assert type(error) is ModelAnswerUnusable
    assert "COACH_API_BASE" in error.next_step
    assert (waits, len(server.bodies)) == ([], 1)


@pytest.mark.parametrize("mode", ["empty", "null"])
def test_an_answer_without_words_is_none(mode):
    error, waits, _ = ask(mode)
    assert type(error) is ModelAnswerUnusable
    assert waits == []


def test_no_answer_in_time_is_an_end():
    error, waits, _ = ask("hang", LLMRequest("s", "u", timeout_s=0.2))
    assert type(error) is ModelUnavailable
    assert waits == [1.0, 2.0]


def test_nobody_at_home():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
        with pytest.raises(ModelUnavailable, match="openai/any"):
            LiteLlm("openai/any", address, wait=lambda _: None).ask(HELLO)


def test_a_name_without_a_provider_says_how_to_spell_it():
    with pytest.raises(ModelRefused) as caught:
        LiteLlm("no-such-provider/x").ask(HELLO)
    assert "model" in caught.value.next_step


def test_a_key_of_ones_own_is_used(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "mine-alone")
    _, _, server = ask("ok")
    assert server.headers[0]["authorization"] == "Bearer mine-alone"


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


@pytest.mark.parametrize("said", ["soon", "-1", "nan", "inf", "Wed, 25 Nov 2026 09:00:00 GMT"])
def test_a_wait_that_is_no_number_is_not_waited(said):
    class Refusal(Exception):
        response = type("Response", (), {"headers": {"retry-after": said}})()

    assert read_retry_after(Refusal(), otherwise=1.5) == 1.5


def test_naming_a_model_imports_nothing_dear():
    naming = "from coach.adapters.litellm_llm import LiteLlm; LiteLlm('a/b')"
    code = f"import sys; {naming}; assert 'litellm' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
