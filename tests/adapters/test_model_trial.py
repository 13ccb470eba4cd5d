"""Trying a model: one small question, and all that it shows."""

from __future__ import annotations

import json

import pytest

from coach.adapters.litellm_llm import LiteLlm, import_litellm
from coach.adapters.model_trial import try_model
from coach.models import AnswerShape, ModelTrial
from coach.testing import ScriptedLLM
from tests.openai_server import OpenAiServer

TOLD = json.dumps({"says": "The connection works."})


@pytest.fixture(scope="module", autouse=True)
def _warm():
    import_litellm()


@pytest.fixture(autouse=True)
def _no_key(monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)


def try_on(mode: str, text: str = TOLD, model: str = "openai/any", **kwargs) -> tuple[ModelTrial, int]:
    with OpenAiServer(mode, text=text, retry_after="21") as server:
        address = server.address if model.startswith("openai/") else server.root
        trial = try_model(LiteLlm(model, address, key=lambda: "mine", wait=lambda _: None, **kwargs))
        return trial, len(server.bodies)


@pytest.mark.parametrize("model", ["openai/any", "anthropic/claude-sonnet-4-5", "ollama_chat/any"])
def test_one_call_shows_what_works(model):
    trial, asked = try_on("fits", model=model)
    assert (trial.reachable, trial.shape, trial.streams, asked) == (True, AnswerShape.JSON_SCHEMA, True, 1)
    assert trial.model == model
    assert 0 < (trial.first_words_s or 0) <= trial.seconds
    assert trial.message.startswith("It keeps to a JSON schema, and its words come as they are written.")
    assert trial.next_step == ""


@pytest.mark.parametrize(
    ("mode", "text", "shape", "asked"),
    [
        ("ok", TOLD, AnswerShape.JSON_OBJECT, 1),  # it took the schema and did not keep to it
        ("fenced", TOLD, AnswerShape.PROMPT, 1),
        ("no-schema", TOLD, AnswerShape.JSON_OBJECT, 2),
        ("no-json", TOLD, AnswerShape.PROMPT, 3),
        ("ok", "Yes, it works.", None, 1),
        ("wrong-schema", TOLD, None, 1),
        ("truncated", TOLD, None, 1),
        ("ok", "[1, 2]", None, 1),
    ],
)
def test_the_shape_is_what_the_answer_shows(mode, text, shape, asked):
    trial, calls = try_on(mode, text)
    assert (trial.reachable, trial.shape, calls) == (True, shape, asked)
    assert bool(trial.next_step) is (shape is None)


def test_words_that_come_all_at_once_are_no_stream():
    trial, _ = try_on("fits", streams=False)
    assert (trial.streams, trial.shape) == (False, AnswerShape.JSON_SCHEMA)
    assert "all at once" in trial.message


def test_a_price_is_known_or_not():
    known, _ = try_on("fits", model="anthropic/claude-sonnet-4-5")
    unknown, _ = try_on("fits")
    assert known.price_known
    assert (known.cost_usd or 0) > 0
    assert (unknown.price_known, unknown.cost_usd) == (False, None)
    assert "No price is known" in unknown.message


@pytest.mark.parametrize("mode", ["401", "429", "500", "html", "empty", "refusal", "cut"])
def test_what_goes_wrong_is_said_with_what_to_do(mode):
    trial, _ = try_on(mode)
    assert (trial.reachable, trial.shape) == (False, None)
    assert trial.message
    assert trial.next_step
    assert "sk-secret" not in trial.message + trial.next_step


def test_one_that_never_ends_is_reached_all_the_same():
    trial, _ = try_on("huge")
    assert (trial.reachable, trial.shape) == (True, None)


def test_any_model_can_be_tried():
    trial = try_model(ScriptedLLM([json.dumps({"says": "It works.", "works": True})]))
    assert (trial.reachable, trial.shape, trial.price_known) == (True, AnswerShape.JSON_SCHEMA, True)
    assert "ScriptedLLM" not in trial.message
