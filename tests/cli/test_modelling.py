"""A model on the command line: set up, tried, asked, paid and told, against a server that speaks its protocol."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from coach.cli.drafting import to_how
from coach.cli.output import Output
from coach.locate import embedder_folder
from coach.settings import Settings
from coach.wiring import build_coach
from tests.openai_server import OpenAiServer

from .conftest import DEMO, Run

HERE = ("--community", DEMO)
OUTCOME = "We want to be able to map a service that crosses team boundaries"
OTHER = "We want to be able to follow one case through two teams and mark where it waits"
SAYS = {
    "diagnosis": "They stop at their door.",
    "strategy": "Follow a case.",
    "intention": "They see it.",
    "rewrites": [{"text": OTHER, "differs": "It names the case; it suits those who work in two teams."}],
}
KEY = "sk-never-to-be-seen-0123456789"
Serve = Callable[..., OpenAiServer]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start a server for one test."""
    begun: list[OpenAiServer] = []

    def start(mode: str = "ok", says: Any = SAYS) -> OpenAiServer:
        begun.append(OpenAiServer(mode, json.dumps(says)))
        return begun[-1].__enter__()

    yield start
    for server in begun:
        server.__exit__(None, None, None)


def _set_up(run: Run, server: OpenAiServer) -> None:
    assert run("model", "set", "openai/any", "--at", server.address, "--no-stream").code == 0


def test_without_one_the_playbook_drafts_and_nothing_leaves(run: Run) -> None:
    ran = run("model", "show")

    assert ran.code == 0
    assert "nothing leaves this machine" in ran.out
    assert run("model", "show", "--json").data["is_on"] is False
    assert run("model", "try").code == 2


def test_it_is_set_shown_tried_and_switched_off(run: Run, serve: Serve) -> None:
    _set_up(run, serve(says={"says": "It works.", "works": True}))

    shown = run("model", "show")
    assert "openai/any, at this machine" in shown.out
    assert "counts as remote" in shown.out
    tried = run("model", "try")
    assert (tried.code, "price is not known" in tried.out) == (0, True)
    assert run("model", "off").code == 0
    assert "No model is set up" in run("model", "show").out


def test_another_model_is_not_ours_because_the_last_one_was(run: Run) -> None:
    run("model", "set", "openai/mine", "--at", "http://127.0.0.1:9/v1", "--ours")
    assert run("model", "show", "--json").data["setup"]["is_ours"] is True

    run("model", "set", "openai/mine", "--no-stream")
    assert run("model", "show", "--json").data["setup"]["is_ours"] is True
    run("model", "set", "openai/mine", "--fallback", "anthropic/theirs")
    assert run("model", "show", "--json").data["setup"]["is_ours"] is False
    run("model", "set", "openai/mine", "--ours")
    run("model", "set", "anthropic/theirs")
    setup = run("model", "show", "--json").data["setup"]

    assert (setup["is_ours"], setup["api_base"]) == (False, "")


def test_a_rewrite_says_who_drafted_and_what_it_took(run_demo: Run, serve: Serve) -> None:
    server = serve()
    _set_up(run_demo, server)

    ran = run_demo("rewrite", OUTCOME, *HERE)

    assert ran.code == 0
    assert OTHER in ran.out
    assert "Drafted by openai/any (1 question" in ran.err
    assert "price not known" in ran.err
    assert len(server.bodies) == 1
    by_rule = run_demo("rewrite", OUTCOME, *HERE, "--drafter", "playbook")
    assert "Drafted by the playbook." in by_rule.err
    assert len(server.bodies) == 1


def test_a_model_that_fails_leaves_a_plan_and_is_told(run_demo: Run, serve: Serve) -> None:
    _set_up(run_demo, serve("401"))

    ran = run_demo("plan", *HERE, "--outcome", OUTCOME, "--drafter", "model", "--json")

    assert ran.code == 0
    assert ran.data["plan"]["drafted_by"] == "playbook"
    assert ran.data["drafting"]["fell_back"] is True
    assert "the playbook drafted this." in ran.err


def test_a_model_that_is_asked_for_and_not_there_is_an_error(run_demo: Run) -> None:
    ran = run_demo("outcomes", *HERE, "--drafter", "model")

    assert ran.code == 2
    assert "No model is set up here." in ran.err


def test_what_was_drafted_is_listed_and_shown(run_demo: Run, serve: Serve) -> None:
    _set_up(run_demo, serve())
    run_demo("rewrite", OUTCOME, *HERE)
    run_demo("outcomes", *HERE, "--drafter", "playbook")

    listed = run_demo("runs", "--json").data["runs"]
    assert [(row["kind"], row["drafted_by"], row["community"]) for row in listed] == [
        ("outcomes", "playbook", DEMO),
        ("rewrite", "openai/any", DEMO),
    ]
    assert "openai/any; 1 question" in run_demo("runs", *HERE, "--limit", "5").out
    shown = run_demo("runs", "show", listed[1]["id"])
    assert "Prompt: rewrite v1" in shown.out
    assert run_demo("runs", "show", "nothing").code == 2


def test_what_may_leave_is_decided_by_community(run_demo: Run, serve: Serve) -> None:
    server = serve()
    _set_up(run_demo, server)

    assert "the playbook drafts" in run_demo("model", "use", "off", *HERE).out
    assert "Drafted by the playbook" in run_demo("rewrite", OUTCOME, *HERE).err
    assert server.bodies == []
    assert run_demo("model", "use", "whole", *HERE).code == 2


def test_the_price_of_a_series_is_agreed_on_first(run_demo: Run, serve: Serve) -> None:
    server = serve("500")
    _set_up(run_demo, server)
    series = ("plan", *HERE, "--outcome", OUTCOME, "--sessions", "2")

    refused = run_demo(*series, stdin="n\n")
    assert refused.code == 2
    assert "2 sessions with openai/any (this machine): about" in refused.err
    assert server.bodies == []
    assert run_demo(*series).code == 2
    assert run_demo(*series, "--json").code == 2
    assert run_demo(*series, "--drafter", "playbook").code == 0
    assert server.bodies == []


def test_what_would_be_sent_is_printed_and_nobody_is_asked(run_demo: Run, serve: Serve, tmp_path: Path) -> None:
    server = serve()
    request = tmp_path / "request.json"
    request.write_text(json.dumps({"outcomes": [OUTCOME]}), encoding="utf-8")
    before = run_demo("prompts", "show", "plan", "--request", str(request))
    _set_up(run_demo, server)

    after = run_demo("prompts", "show", "plan", "--request", str(request), *HERE, "--json")

    assert before.out.startswith("=== system ===")
    assert OUTCOME in before.out
    assert "to no model yet" in before.err
    assert after.data["model"] == "openai/any"
    assert after.data["user"].strip() in before.out
    assert server.bodies == []


@pytest.mark.parametrize(
    ("text", "says"), [('{"outcomes": []}', "outcomes"), ("{", "the file"), (None, "cannot be read")]
)
def test_a_request_that_cannot_be_read_says_where(run_demo: Run, tmp_path: Path, text: str | None, says: str) -> None:
    request = tmp_path / "request.json"
    if text is not None:
        request.write_text(text, encoding="utf-8")

    ran = run_demo("prompts", "show", "plan", "--request", str(request))

    assert ran.code == 2
    assert says in ran.err


def test_the_prompts_are_listed_with_what_they_are_for(run: Run) -> None:
    rows = run("prompts", "list", "--json").data["prompts"]

    assert {"plan", "outcomes", "rewrite"} <= {row["task"] for row in rows}
    assert all(row["purpose"] for row in rows)


def test_a_key_is_read_from_standard_input_and_shown_nowhere(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    # A keyring of the machine must not be written to by a test: the one that keeps nothing is named.
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    run("model", "set", "openai/any")

    ran = run("model", "key", "put", stdin=f"{KEY}\n")

    assert ran.code == 2
    assert "OPENAI_API_KEY" in ran.err
    assert KEY not in ran.out + ran.err
    assert run("model", "key", "put", KEY).code == 2


def test_a_key_needs_a_model_to_be_for(run: Run) -> None:
    assert run("model", "key", "forget").code == 2


def test_the_doctor_says_what_is_set_up_and_never_the_key(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")

    def model_line() -> Any:
        return next(line for line in run("doctor", "--json").data["lines"] if line["name"] == "model")

    assert "None is needed" in model_line()["says"]
    run("model", "set", "openai/any")
    missing = model_line()
    assert (missing["state"], "OPENAI_API_KEY" in missing["do"]) == ("attention", True)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    found = model_line()
    assert (found["state"], "key from the environment" in found["says"]) == ("ok", True)
    assert KEY not in json.dumps(found)
    run("model", "set", "ollama_chat/small")
    assert "at this machine" in model_line()["says"]


def test_the_environment_sets_a_model_and_its_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_MODEL", "ollama_chat/small")
    monkeypatch.setenv("COACH_MODEL_FALLBACK", "")
    monkeypatch.setenv("COACH_MODEL_STREAMS", "false")
    monkeypatch.setenv("COACH_LIMIT_USD_PER_DAY", "2.5")
    monkeypatch.setenv("COACH_LIMIT_CALLS_PER_DAY", "0")

    settings = Settings(home=tmp_path, embedder_dir=embedder_folder())

    assert settings.model_environment == {
        "model": "ollama_chat/small",
        "streams": False,
        "limits.usd_per_day": 2.5,
        "limits.calls_per_day": None,
    }


def test_whoever_sits_at_a_terminal_hears_what_is_going_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(home=tmp_path, embedder_dir=embedder_folder(), model="openai/any")
    coach = build_coach(settings)
    coach.create_community("Circle")
    quiet = to_how(coach, "Circle", "auto", Output())
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    told = to_how(coach, "Circle", "auto", Output())
    by_rule = to_how(coach, "Circle", "playbook", Output())
    coach.close()

    for how in (quiet, told, by_rule):
        how.watch.stage("Reading your notes")
        how.watch.stage("Reading your notes")

    assert capsys.readouterr().err == "Reading your notes …\n"
