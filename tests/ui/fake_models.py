"""A coach with a model's settings, people and runs, all in memory; it holds keys the way a keyring does."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Event
from typing import Literal

from coach.errors import BadRequest, SetupProblem
from coach.models import (
    AnswerShape,
    Decision,
    Member,
    ModelSetup,
    ModelStatus,
    ModelTrial,
    ModelUse,
    RunRecord,
    RunState,
    Spent,
)
from tests.ui.fake_coach import FakeCoach

GOOD = ModelTrial(
    model="anthropic/claude-sonnet-4-5",
    reachable=True,
    shape=AnswerShape.JSON_SCHEMA,
    streams=True,
    price_known=True,
    cost_usd=0.0004,
    first_words_s=0.42,
    seconds=0.9,
    message="It can be reached, and keeps to a shape.",
)
FAILED = ModelTrial(
    model="openai/qwen3-8b",
    reachable=False,
    message="Nobody answers at http://127.0.0.1:8080/v1.",
    next_step="Start the server, then try again.",
)


@dataclass
class FakeModelling:
    """Who drafts, for the page to set."""

    rooms: FakeCoach
    setup: ModelSetup = field(default_factory=ModelSetup)
    from_environment: tuple[str, ...] = ()
    key_name: str = "ANTHROPIC_API_KEY"
    keyring: str = "SecretService Keyring"
    environment_key: bool = False
    host: str = "api.anthropic.com"
    keys: dict[str, str] = field(default_factory=dict)
    trial: ModelTrial | Exception = GOOD
    tried: list[ModelSetup | None] = field(default_factory=list)
    go_on: Event | None = None
    spendings: dict[str, Spent] = field(default_factory=dict)
    saved: list[ModelSetup] = field(default_factory=list)

    def status(self) -> ModelStatus:
        kept: Literal["keyring", ""] = "keyring" if self.setup.model in self.keys else ""
        return ModelStatus(
            setup=self.setup,
            from_environment=self.from_environment,
            key_name=self.key_name if self.setup.model else "",
            key_from="environment" if self.environment_key else kept,
            keyring=self.keyring,
            host=self.host if self.setup.model else "",
        )

    def save(self, setup: ModelSetup) -> None:
        for name in self.from_environment:
            first, _, limit = name.partition(".")
            now, wanted = (getattr(one.limits, limit) if limit else getattr(one, first) for one in (self.setup, setup))
            if now != wanted:
                raise BadRequest(f"The environment sets {name}.", "Change it there.")
        self.setup = setup
        self.saved.append(setup)

    def warm(self) -> None:
        """Have nothing to get ready."""

    def put_key(self, model: str, key: str) -> None:
        if not self.keyring:
            raise SetupProblem("This machine has no keyring.", "Set the key in the environment.")
        self.keys[model] = key

    def forget_key(self, model: str) -> None:
        self.keys.pop(model, None)

    def try_it(self, setup: ModelSetup | None) -> ModelTrial:
        self.tried.append(setup)
        if self.go_on:
            self.go_on.wait(10)
        if isinstance(self.trial, Exception):
            raise self.trial
        return self.trial

    def set_use(self, name: str, use: ModelUse) -> None:
        self._change(name, model_use=use)

    def set_keeping(self, name: str, keeps: bool) -> None:
        self._change(name, keeps_suggestions=keeps)

    def _change(self, name: str, **fresh: object) -> None:
        self.rooms.rooms[name] = self.rooms.community(name).model_copy(update=fresh)

    def spent(self, name: str = "") -> dict[str, Spent]:
        return {key: spent for key, spent in self.spendings.items() if name or key == "today"}


@dataclass
class FakePeople:
    """The roster."""

    here: dict[str, list[Member]] = field(default_factory=dict)
    names: list[tuple[str, int]] = field(default_factory=list)
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    def list(self, name: str) -> Sequence[Member]:
        return tuple(self.here.get(name, ()))

    def add(self, name: str, person: str, aliases: Sequence[str]) -> Member:
        if not person.strip():
            raise BadRequest("A person needs a name.", "Type how the notes call them.")
        member = Member(id=f"m{next(self._numbers)}", community_id="demo", name=person.strip(), aliases=tuple(aliases))
        self.here.setdefault(name, []).append(member)
        return member

    def remove(self, name: str, member_id: str) -> Member:
        gone = next(one for one in self.here[name] if one.id == member_id)
        self.here[name].remove(gone)
        return gone

    def noticed(self, name: str) -> Sequence[tuple[str, int]]:
        known = {one.name for one in self.list(name)}
        return [one for one in self.names if one[0] not in known]


@dataclass
class FakeDrafts:
    """What was drafted."""

    runs: dict[str, list[RunRecord]] = field(default_factory=dict)

    def records(self, name: str = "", limit: int = 50) -> Sequence[RunRecord]:
        return self.runs.get(name, [])[:limit]


@dataclass
class ModelCoach(FakeCoach):
    """A coach for which a model can be switched on."""

    model: FakeModelling = field(init=False)
    people: FakePeople = field(default_factory=FakePeople)
    drafts: FakeDrafts = field(default_factory=FakeDrafts)

    def __post_init__(self) -> None:
        self.model = FakeModelling(self)


def run_of(number: int, state: RunState = RunState.DONE, **more: object) -> RunRecord:
    """Return a run's record; the later the number, the earlier it was."""
    began = dt.datetime(2026, 11, 25, 22, 10, tzinfo=dt.UTC) - dt.timedelta(hours=number)
    plain = RunRecord(
        id=f"run-{number}",
        community_id="demo",
        actor_id="local-owner",
        kind="plan",
        state=state,
        started=began,
        model="openai/qwen3-8b",
        drafted_by="openai/qwen3-8b",
        prompts={"plan v1": "0123456789abcdef0123"},
        passages=("c1", "c2"),
        findings={"O2": 1, "A4": 2},
        repairs=1,
        spent=Spent(calls=2, tokens_in=6000, tokens_out=1500, cost_usd=0.0125),
        seconds=11.4,
        decisions=(Decision(what="accept"),),
    )
    return plain.model_copy(update=more)
