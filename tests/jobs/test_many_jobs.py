"""Fifty jobs at once over a real server with faults in a third of them: none lost, none paid twice, no wall crossed."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from coach.adapters.exact_index import ExactIndex
from coach.adapters.litellm_llm import LiteLlm
from coach.adapters.sql import SqlStore
from coach.drafting.modelled.drafter import ModelDrafter
from coach.drafting.playbook import PlaybookDrafter
from coach.jobs.model_ports import ModelPorts
from coach.locate import demo_folder
from coach.models import (
    AnswerShape,
    FindResult,
    JobView,
    ModelSetup,
    OutcomesRequest,
    PartRequest,
    PlanRequest,
    RewriteRequest,
    RunState,
    SeriesRequest,
    SpendingLimits,
    TextNote,
)
from coach.notes.folder import ReadingLimits
from coach.playbook import load_playbook
from coach.ports import DraftInput
from coach.service import Coach, Ports
from coach.testing import FixedClock, HashEmbedder
from tests.drafting.modelled.making import BASE, COMMUNITY, good_draft
from tests.openai_server import OpenAiServer

from .asking import NoKeys
from .test_drafts import NOTES

COMMUNITIES = 10
CANARIES = [f"canary{chr(97 + place) * 4}" for place in range(COMMUNITIES)]
FAULTS = ("500", "html", "null", "truncated", "401", "cut")
"""What every third question meets, in turn."""
PATIENCE_S = 600.0
WANTED = "We want to be able to map a service that crosses team boundaries"
DRAFT = good_draft(
    BASE.draft_plan(
        DraftInput(PlanRequest(outcomes=(WANTED,), minutes=60), COMMUNITY, FindResult(enough=False, passages=()))
    )
)


def _answer(body: dict[str, Any]) -> str:
    """Answer anything in one go; whatever was sent is told back, so that a crossed wall would be seen."""
    sent = json.dumps(body)
    seen = " ".join(canary for canary in CANARIES if canary in sent)
    text = f"We want to be able to follow one case through two teams of {seen}"
    rewrites = [{"text": text, "differs": f"It says {seen}."}]
    move = {"diagnosis": seen, "strategy": seen, "intention": seen, "title": f"Where the maps of {seen} stop"}
    return json.dumps({**DRAFT, **move, "openings": [], "rewrites": rewrites})


def _mode(number: int, body: dict[str, Any]) -> str:
    return FAULTS[number // 3 % len(FAULTS)] if number % 3 == 2 else "ok"


def _build(path: Path, address: str) -> tuple[Coach, SqlStore]:
    clock, embedder, playbook = FixedClock(), HashEmbedder(), load_playbook()
    drafter = PlaybookDrafter(playbook)
    ports = ModelPorts(
        make_llm=lambda model, base, setup: LiteLlm(
            model, base, shape=setup.shape, streams=setup.streams, wait=lambda seconds: None, at_once=setup.at_once
        ),
        make_drafter=lambda room: ModelDrafter(room, drafter, playbook, embedder),
        try_model=lambda llm: pytest.fail("nobody tries"),
        keys=NoKeys(),
    )
    store = SqlStore(f"sqlite:///{path}", clock=clock)
    given = Ports(store, ExactIndex(embedder.name), embedder, drafter, playbook, clock, ports)
    coach = Coach(given, limits=ReadingLimits(), demo_dir=demo_folder(), health=list)
    limits = SpendingLimits(calls_per_day=None, tokens_per_day=None, calls_per_community_day=None)
    coach.model.save(
        ModelSetup(model="openai/any", api_base=address, shape=AnswerShape.PROMPT, streams=True, limits=limits)
    )
    return coach, store


def _requests(coach: Coach, name: str, canary: str) -> list[Any]:
    session = PlanRequest(outcomes=(f"{WANTED} of {canary}",), minutes=60)
    plan = coach.plan(name, session, by="playbook").plan
    return [
        session,
        OutcomesRequest(),
        RewriteRequest(text=f"{WANTED} of {canary}"),
        SeriesRequest(session=session, sessions=2),
        PartRequest(plan=plan, part="a1"),
    ]


def test_none_is_lost_none_is_paid_twice_and_no_wall_is_crossed(tmp_path: Path) -> None:
    with OpenAiServer(_mode, _answer, most=2_000) as server:
        coach, store = _build(tmp_path / "coach.db", server.address)
        started: dict[str, str] = {}
        for canary in CANARIES:
            coach.create_community(canary)
            coach.add_texts(canary, [TextNote(text=f"{text}\nAll of it at {canary}.\n") for text in NOTES])
        asked = {canary: _requests(coach, canary, canary) for canary in CANARIES}
        lock = threading.Lock()

        def start_all(canary: str) -> None:
            for request in asked[canary]:
                job_id = coach.drafts.start(canary, request)
                with lock:
                    started[job_id] = canary

        threads = [threading.Thread(target=start_all, args=(canary,)) for canary in CANARIES]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(PATIENCE_S)
        views = {job_id: coach.drafts.wait(job_id, PATIENCE_S) for job_id in started}

        assert len(views) == 5 * COMMUNITIES
        _none_lost(views)
        _no_wall_crossed(views, started)
        _paid_once(coach, store, server, tmp_path / "coach.db")
        coach.close()


def _none_lost(views: dict[str, JobView]) -> None:
    states = Counter(view.state for view in views.values())
    assert set(states) <= {RunState.DONE, RunState.FELL_BACK}
    assert states[RunState.DONE] > states[RunState.FELL_BACK] > 0
    assert {view.kind for view in views.values() if view.state is RunState.DONE} >= {"plan", "rewrite", "series"}
    for view in views.values():
        assert view.result is not None
        assert view.result.drafting is not None


def _no_wall_crossed(views: dict[str, JobView], started: dict[str, str]) -> None:
    for job_id, view in views.items():
        said = view.model_dump_json()
        others = [canary for canary in CANARIES if canary in said and canary != started[job_id]]
        assert others == [], view.kind


def _paid_once(coach: Coach, store: SqlStore, server: OpenAiServer, path: Path) -> None:
    records = [record for record in coach.drafts.records(limit=500) if record.model]
    assert len(records) == 5 * COMMUNITIES
    assert all(record.state is not RunState.RUNNING for record in records)
    ledger = store.records().ledger()
    by_job = [ledger.spent(job_id=record.id) for record in records]
    # What each job was told it took is what stands in the ledger, and nothing stands there besides.
    assert [spent.calls for spent in by_job] == [record.spent.calls for record in records]
    assert sum(spent.calls for spent in by_job) == ledger.spent().calls
    # Each answer that came whole is paid in exactly one row, however often its question had to be asked.
    modes = [_mode(number, body) for number, body in enumerate(server.bodies)]
    answers = sum(mode in {"ok", "truncated"} for mode in modes)
    assert modes.count("ok") < len(modes)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        [(rows,)] = connection.execute("SELECT count(*) FROM model_call WHERE tokens_out > 0").fetchall()
        [(paid,)] = connection.execute("SELECT sum(tokens_out) FROM model_call").fetchall()
    assert rows == answers
    assert paid == sum(record.spent.tokens_out for record in records)


@pytest.mark.parametrize("mode", ["hang", "hang-after"])
def test_stop_ends_a_job_whose_server_says_nothing_more(tmp_path: Path, mode: str) -> None:
    with OpenAiServer(mode) as server:
        coach, store = _build(tmp_path / "coach.db", server.address)
        coach.create_community("Circle")
        job_id = coach.drafts.start("Circle", PlanRequest(outcomes=(WANTED,)))
        deadline = threading.Event()
        for _ in range(600):
            if server.bodies:
                break
            deadline.wait(0.05)

        coach.drafts.stop(job_id)
        view = coach.drafts.wait(job_id, 10.0)
        coach.close()

    assert view.state is RunState.STOPPED
    # What was on its way is written down as one question, and nothing stays set aside.
    spent = store.records().ledger().spent(job_id=coach.drafts.records()[0].id)
    assert (spent.calls, spent.tokens_in) == (1, 0)
