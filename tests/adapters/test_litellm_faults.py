"""The fault matrix: what a server does wrong, what is heard of it, what comes of it, and how often it was asked."""

from __future__ import annotations

import socket
from dataclasses import dataclass, replace

import pytest

from coach.adapters.litellm_answers import MOST_CHARS
from coach.adapters.litellm_llm import LiteLlm, import_litellm
from coach.errors import CoachError, ModelAnswerUnusable, ModelRefused, ModelUnavailable
from coach.models import AnswerShape
from coach.ports import ANEW, LLMReply, LLMRequest
from tests.openai_server import OpenAiServer

SAYS = '{"says": "We met on the quay, and nobody rang Ulla."}'
HALF = SAYS[:24]
SCHEMA = {"type": "object", "properties": {"says": {"type": "string"}}, "required": ["says"]}
ASKED = LLMRequest("Be brief.", "Hello?", schema=SCHEMA, timeout_s=10)
SHORT = replace(ASKED, timeout_s=0.4)


@pytest.fixture(scope="module", autouse=True)
def _warm():
    import_litellm()


@pytest.fixture(autouse=True)
def _no_key(monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)


@dataclass
class Outcome:
    """What came of asking."""

    came: LLMReply | CoachError
    heard: str
    asked: int
    waited: float
    shape: AnswerShape

    @property
    def kind(self) -> str:
        return type(self.came).__name__


def ask(mode, request: LLMRequest = ASKED, *, streams: bool = True, **kwargs) -> Outcome:
    waits: list[float] = []
    heard: list[str] = []
    with OpenAiServer(mode, text=SAYS, **kwargs) as server:
        llm = LiteLlm("openai/any", server.address, wait=waits.append, streams=streams)
        try:
            came: LLMReply | CoachError = llm.ask(request, heard.append)
        except CoachError as error:
            came = error
    return Outcome(came, "".join(heard).replace(ANEW, ""), len(server.bodies), round(sum(waits), 3), llm.shape)


@dataclass(frozen=True)
class Row:
    """One row of the matrix."""

    fault: str
    comes: str
    """The kind of error, or `LLMReply`."""
    asked: int = 1
    heard: str = ""
    waited: float = 0.0
    request: LLMRequest = ASKED


REFUSED, UNAVAILABLE, UNUSABLE = (kind.__name__ for kind in (ModelRefused, ModelUnavailable, ModelAnswerUnusable))
MATRIX = (
    Row("401", REFUSED),
    Row("403", REFUSED),
    Row("404", REFUSED),
    *(Row(status, REFUSED) for status in ("402", "405", "413", "451")),
    Row("refusal", REFUSED),
    Row("429", UNAVAILABLE, asked=3, waited=6.0),
    Row("429-then-ok", "LLMReply", asked=2, waited=3.0, heard=SAYS),
    Row("500", UNAVAILABLE, asked=3, waited=3.0),
    Row("503", UNAVAILABLE, asked=3, waited=3.0),
    Row("500-then-ok", "LLMReply", asked=2, waited=1.0, heard=SAYS),
    Row("hang", UNAVAILABLE, request=SHORT),
    Row("hang-after", UNAVAILABLE, heard=SAYS[:8], request=SHORT),
    Row("cut", UNAVAILABLE, asked=3, waited=3.0, heard=HALF * 3),
    Row("cut-clean", UNAVAILABLE, asked=3, waited=3.0, heard=HALF * 3),
    Row("cut-then-ok", "LLMReply", asked=2, waited=1.0, heard=HALF + SAYS),
    Row("html", UNUSABLE),
    Row("empty", UNUSABLE),
    Row("null", UNUSABLE),
)
"""With a stream. What was heard before a fault that passes is void, and the next try begins anew."""
WHOLE = (
    *(
        replace(row, heard="")
        for row in MATRIX
        if row.fault in {"401", "429", "500", "refusal", "html", "empty", "null"}
    ),
    *(row for row in MATRIX if row.fault in {"429-then-ok", "hang"}),
    Row("cut", UNAVAILABLE, asked=3, waited=3.0),
)
"""In one piece."""


def check(row: Row, outcome: Outcome) -> None:
    assert (outcome.kind, outcome.asked, outcome.waited) == (row.comes, row.asked, row.waited), outcome.came
    assert outcome.heard == row.heard
    if isinstance(outcome.came, LLMReply):
        assert (outcome.came.text, outcome.came.tries) == (SAYS, row.asked)
    else:
        assert outcome.came.next_step
        assert "sk-secret" not in str(outcome.came)


@pytest.mark.parametrize("row", MATRIX, ids=lambda row: row.fault)
def test_a_fault_in_a_stream(row):
    check(row, ask(row.fault, row.request))


@pytest.mark.parametrize("row", WHOLE, ids=lambda row: row.fault)
def test_a_fault_in_one_piece(row):
    check(row, ask(row.fault, row.request, streams=False))


@pytest.mark.parametrize("row", MATRIX, ids=lambda row: row.fault)
def test_each_row_says_something_that_a_good_server_does_not_do(row):
    with pytest.raises(AssertionError):
        check(row, GOOD)


GOOD = Outcome(LLMReply(SAYS, "small-one", 11, 3, None, 0.1), SAYS, 1, 0.0, AnswerShape.JSON_SCHEMA)


def test_a_good_server_is_as_good_as_that():
    outcome = ask("ok")
    assert isinstance(outcome.came, LLMReply)
    assert replace(outcome, came=replace(outcome.came, seconds=0.1)) == GOOD


# -- waiting -----------------------------------------------------------------------------------------------------------


def test_one_who_wants_more_patience_than_we_have_is_believed():
    outcome = ask("429-then-ok", retry_after="21")
    assert (outcome.kind, outcome.asked, outcome.waited) == (UNAVAILABLE, 1, 0.0)


def test_no_wait_goes_past_the_time_for_it_all():
    outcome = ask("429-then-ok", replace(ASKED, total_s=5.0), retry_after="7")
    assert (outcome.kind, outcome.asked, outcome.waited) == (UNAVAILABLE, 1, 0.0)
    assert ask("429-then-ok", replace(ASKED, total_s=15.0), retry_after="7").waited == 7.0


@pytest.mark.parametrize("model", ["anthropic/claude-sonnet-4-5", "ollama_chat/any"])
def test_every_providers_wait_is_read(model):
    waits: list[float] = []
    with OpenAiServer("429-then-ok", retry_after="7") as server:
        LiteLlm(model, server.root, wait=waits.append, key=lambda: "mine").ask(ASKED)
    assert sum(waits) == pytest.approx(7.0)


# -- answers that are of little use ------------------------------------------------------------------------------------


@pytest.mark.parametrize("streams", [True, False])
def test_an_answer_without_end_is_broken_off(streams):
    outcome = ask("huge", streams=streams)
    assert (outcome.kind, outcome.asked) == (UNUSABLE, 1)
    assert len(outcome.heard) <= MOST_CHARS


def test_an_answer_that_goes_round_in_circles_is_not_asked_for_again():
    outcome = ask("loop")
    assert (outcome.kind, outcome.asked) == (UNUSABLE, 1)
    assert set(outcome.heard.split()) == {"again"}


def test_an_answer_that_came_to_its_longest_says_so():
    outcome = ask("length")
    assert outcome.came.cut
    assert outcome.came.text == SAYS[: len(SAYS) // 2]
    assert not ask("ok").came.cut


@pytest.mark.parametrize(
    ("mode", "text"),
    [
        ("wrong-schema", '{"quite": ["another", "shape"]}'),
        ("truncated", SAYS[: len(SAYS) // 2]),
        ("fenced", f"Here you are:\n```json\n{SAYS}\n```\n"),
    ],
)
def test_what_is_wrong_inside_an_answer_is_left_to_whoever_asks(mode, text):
    outcome = ask(mode)
    assert (outcome.came.text, outcome.asked) == (text, 1)


# -- shapes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mode", "asked", "shape"),
    [
        ("ok", 1, AnswerShape.JSON_SCHEMA),
        ("no-schema", 2, AnswerShape.JSON_OBJECT),
        ("no-json", 3, AnswerShape.PROMPT),
    ],
)
def test_a_shape_that_is_not_taken_is_asked_for_less_strictly(mode, asked, shape):
    outcome = ask(mode)
    assert (outcome.came.text, outcome.came.tries) == (SAYS, 1)
    assert (outcome.asked, outcome.shape, outcome.waited) == (asked, shape, 0.0)


def test_what_was_found_out_is_remembered():
    with OpenAiServer("no-json", text=SAYS) as server:
        llm = LiteLlm("openai/any", server.address)
        llm.ask(ASKED)
        llm.ask(ASKED)
    assert [body.get("response_format", {}).get("type") for body in server.bodies] == [
        "json_schema",
        "json_object",
        None,
        None,
    ]


def test_a_request_that_is_refused_for_another_reason_says_nothing_of_the_shape():
    outcome = ask("400")  # it does not say why
    assert (outcome.kind, outcome.asked, outcome.shape) == (REFUSED, 3, AnswerShape.JSON_SCHEMA)
    without = ask("400", replace(ASKED, schema=None))
    assert (without.kind, without.asked) == (REFUSED, 1)


def test_one_that_takes_the_request_without_a_shape_shows_what_it_meant():
    outcome = ask(lambda _, body: "400" if "response_format" in body else "ok")
    assert (outcome.came.text, outcome.asked, outcome.shape) == (SAYS, 3, AnswerShape.PROMPT)


def test_a_shape_that_was_chosen_is_kept_to():
    with OpenAiServer("no-schema", text=SAYS) as server, pytest.raises(ModelRefused):
        LiteLlm("openai/any", server.address, shape=AnswerShape.JSON_SCHEMA).ask(ASKED)
    with OpenAiServer(text=SAYS) as server:
        LiteLlm("openai/any", server.address, shape=AnswerShape.PROMPT).ask(ASKED)
    assert "response_format" not in server.bodies[0]


# -- nobody there ------------------------------------------------------------------------------------------------------


def test_nobody_at_home():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
        with pytest.raises(ModelUnavailable, match="openai/any"):
            LiteLlm("openai/any", address, wait=lambda _: None).ask(ASKED)


def test_a_third_of_them_faulty_and_none_lost():
    faults = ("cut", "500", "429")

    def behave(number: int, body) -> str:
        return faults[number // 3 % 3] if number % 3 == 0 else "ok"

    with OpenAiServer(behave, text=SAYS, retry_after="0.1") as server:
        llm = LiteLlm("openai/any", server.address, wait=lambda _: None)
        replies = [llm.ask(ASKED) for _ in range(20)]
    assert [reply.text for reply in replies] == [SAYS] * 20
    assert sum(reply.tries for reply in replies) == len(server.bodies) > 20


def test_whoever_listens_hears_that_an_answer_begins_anew():
    heard: list[str] = []
    with OpenAiServer(["cut", "ok"], text="Hello there, all of you.") as server:
        reply = LiteLlm("openai/any", server.address, wait=lambda _: None).ask(
            LLMRequest("Be brief.", "Hello?"), heard.append
        )
    before, after = "".join(heard).split(ANEW)
    assert after == reply.text == "Hello there, all of you."
    assert before != after
