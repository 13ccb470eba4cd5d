"""What a person sees when a model misbehaves, by the front door and over a real server: a plan, whatever happens."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coach.adapters.litellm_llm import LiteLlm
from coach.models import AnswerShape, FindResult, ModelSetup, PlanRequest, PlanResult, RunState, Severity, TextNote
from coach.ports import LLM, DraftInput, Heard, LLMReply, LLMRequest
from tests.drafting.modelled.making import BASE, COMMUNITY, good_draft, quoting
from tests.jobs.test_drafts import NOTES
from tests.openai_server import OpenAiServer

from .front_door import open_front_door

NAME = "Faulty"
REQUEST = PlanRequest(outcomes=("We want to be able to map a service that crosses team boundaries",), minutes=60)
FELL = RunState.FELL_BACK
SAW = {
    "ok": (RunState.DONE, ""),
    "fenced": (RunState.DONE, ""),
    "drip": (RunState.DONE, ""),
    "no-schema": (RunState.DONE, ""),
    "429-then-ok": (RunState.DONE, ""),
    "500-then-ok": (RunState.DONE, ""),
    "cut-then-ok": (RunState.DONE, ""),
    "401": (FELL, "does not take the key"),
    "429": (FELL, "is asked too often just now"),
    "500": (FELL, "has trouble of its own"),
    "hang": (FELL, "did not answer in time"),
    "hang-after": (FELL, "did not answer in time"),
    "cut": (FELL, "broke off"),
    "html": (FELL, "does not speak as a model does"),
    "empty": (FELL, "answered with nothing"),
    "null": (FELL, "answered with nothing"),
    "wrong-schema": (FELL, "no plan"),
    "refusal": (FELL, ""),
    "huge": (FELL, ""),
}
"""By fault: how the job ends, and what the person is told of it."""


class Impatient:
    """The real adapter with little patience, so that a test need not wait for a minute."""

    def __init__(self, llm: LiteLlm) -> None:
        self._llm = llm
        self.name = llm.name

    def ask(self, request: LLMRequest, heard: Heard | None = None) -> LLMReply:
        return self._llm.ask(replace(request, timeout_s=1.5, total_s=20), heard)

    def price(self, tokens_in: int, tokens_out: int) -> float | None:
        return self._llm.price(tokens_in, tokens_out)

    def count_tokens(self, text: str) -> int:
        return self._llm.count_tokens(text)


def impatient(model: str, address: str, setup: ModelSetup) -> LLM:
    """Return the real adapter with little patience, that lets no time pass between two tries."""
    return Impatient(LiteLlm(model, address, shape=setup.shape, streams=setup.streams, wait=lambda seconds: None))


def plan_with(fault: str, tmp_path: Path, answer: Any = None) -> tuple[PlanResult, Any, OpenAiServer]:
    """Return what a person gets, the coach, and the server."""
    draft = answer or json.dumps(good_draft(BASE.draft_plan(given_for(REQUEST))))
    with OpenAiServer(fault, draft, retry_after="0", drip_s=0.002) as server:
        coach = open_front_door(tmp_path / "coach.db", impatient)
        shape = None if fault == "no-schema" else AnswerShape.PROMPT
        coach.model.save(ModelSetup(model="openai/any", api_base=server.address, shape=shape))
        coach.create_community(NAME)
        coach.add_texts(NAME, [TextNote(text=text, path=f"{place}.md") for place, text in enumerate(NOTES)])
        return coach.plan(NAME, REQUEST), coach, server


def given_for(request: PlanRequest) -> Any:
    return DraftInput(request, COMMUNITY, FindResult(enough=False, passages=()))


@pytest.mark.parametrize("fault", SAW)
def test_a_plan_comes_of_it_whatever_happens(fault, tmp_path):
    result, coach, server = plan_with(fault, tmp_path)
    state, says = SAW[fault]
    (record,) = coach.drafts.records(NAME)
    by_model = state is RunState.DONE
    assert record.state is state
    assert result.plan.drafted_by == record.drafted_by == ("openai/any" if by_model else "playbook")
    assert result.plan.title
    assert sum(part.minutes for part in result.plan.parts) == 60
    assert all(item.severity is not Severity.STOP for item in result.findings)
    told = " ".join(result.drafting.told)
    assert says in told
    assert ("the playbook drafted" in told) is not by_model
    assert "sk-secret" not in result.model_dump_json()
    # Each question is one row, paid once or paid for nothing: the record says what was asked.
    assert record.spent.calls == result.drafting.spent.calls >= 1
    assert len(server.bodies) >= record.spent.calls
    coach.close()


def test_a_cut_answer_keeps_what_had_come(tmp_path):
    result, coach, _ = plan_with("truncated", tmp_path)
    (record,) = coach.drafts.records(NAME)
    assert record.state is RunState.DONE
    assert set(result.drafting.by_part.values()) == {"openai/any", "playbook"}
    coach.close()


def test_a_lie_that_keeps_to_the_shape_is_never_shown_as_theirs(tmp_path):
    lie = quoting(good_draft(BASE.draft_plan(given_for(REQUEST))), "the committee has decided to close it down")
    result, coach, _ = plan_with("ok", tmp_path, json.dumps(lie))
    assert "“the committee" not in result.plan.model_dump_json()
    assert any("no source" in told for told in result.drafting.told)
    coach.close()
