"""A language model: which one, what it may see and spend, and what came of asking it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Literal

from pydantic import Field

from .base import Word


class AnswerShape(StrEnum):
    """How a model is held to the shape of its answer, the strictest first."""

    JSON_SCHEMA = "json_schema"
    JSON_OBJECT = "json_object"
    PROMPT = "prompt"


class ModelUse(StrEnum):
    """What may leave a community for a model."""

    OFF = "off"
    REPLACED = "replaced"
    WHOLE = "whole"


class SpendingLimits(Word):
    """What may be spent; no limit where left out."""

    calls_per_job: int | None = Field(default=6, ge=1)
    """How often a model may be asked for one suggestion."""
    tokens_per_job: int | None = Field(default=60_000, ge=1)
    """How many tokens, sent and received, one suggestion may take."""
    usd_per_job: float | None = Field(default=0.5, gt=0)
    """What one suggestion may cost, in US dollars, as far as prices are known."""
    calls_per_day: int | None = Field(default=400, ge=1)
    """How often models may be asked from this installation in a day (UTC)."""
    tokens_per_day: int | None = Field(default=4_000_000, ge=1)
    """How many tokens may be used in a day."""
    usd_per_day: float | None = Field(default=10.0, gt=0)
    """What a day may cost, in US dollars."""
    calls_per_community_day: int | None = Field(default=200, ge=1)
    """How often models may be asked for one community in a day."""
    tokens_per_community_day: int | None = Field(default=2_000_000, ge=1)
    """How many tokens may be used for one community in a day."""
    usd_per_community_day: float | None = Field(default=5.0, gt=0)
    """What one community may cost in a day, in US dollars."""


class ModelSetup(Word):
    """Which model drafts, where it is, and within which limits; never a key."""

    model: str = ""
    """LiteLLM's name for it, provider first: `anthropic/…`, `openai/…`, `ollama_chat/…`; empty for none."""
    api_base: str = ""
    """The address of a model server of one's own; empty for the provider's."""
    fallback: str = ""
    """The model that is asked when the first one cannot answer; the playbook comes after it."""
    fallback_api_base: str = ""
    """The address of the second model's server."""
    is_ours: bool = False
    """Whether whoever looks after this installation declares the model their own; every other one counts as remote."""
    shape: AnswerShape | None = None
    """How the model is held to a shape; found out by asking when left out."""
    streams: bool = True
    """Whether the answer is read as it comes."""
    at_once: int = Field(default=4, ge=1, le=64)
    """How many questions may be on their way at the same time."""
    limits: SpendingLimits = SpendingLimits()
    """What may be spent."""


class ModelStatus(Word):
    """What is configured, as a person may see it."""

    setup: ModelSetup
    """What holds now: the environment's word before the saved one."""
    from_environment: tuple[str, ...] = ()
    """The fields that the environment sets, which a page cannot change: `model`, `api_base` …"""
    key_name: str = ""
    """The environment variable in which the provider's key is looked for; empty when none is needed or known."""
    key_from: Literal["environment", "keyring", ""] = ""
    """Where the key was found; never the key."""
    keyring: str = ""
    """The name of this machine's keyring; empty when it has none that can keep a key."""
    host: str = ""
    """Where text goes: `this machine`, an address's host, or the provider's name."""

    @property
    def is_on(self) -> bool:
        """Say whether a model is configured."""
        return bool(self.setup.model)


class ModelTrial(Word):
    """What one small question to a model showed."""

    model: str
    """Who was asked."""
    reachable: bool
    """Whether it answered."""
    shape: AnswerShape | None = None
    """The strictest shape that it kept to; nothing when its answer could not be read."""
    streams: bool = False
    """Whether its answer came in pieces."""
    price_known: bool = False
    """Whether what it costs is known."""
    cost_usd: float | None = None
    """What the trial cost."""
    first_words_s: float | None = None
    """How long its first words took, in seconds."""
    seconds: float = 0.0
    """How long it took in all."""
    message: str
    """What works and what does not, in a sentence or two."""
    next_step: str = ""
    """What to do, where something does not work."""


class Spent(Word):
    """What asking took."""

    calls: int = 0
    """How often a model was asked."""
    tokens_in: int = 0
    """How many tokens were sent, as far as anybody counted."""
    tokens_out: int = 0
    """How many tokens came back."""
    tokens_cached: int = 0
    """How many of those sent the provider had kept from before."""
    cost_usd: float = 0.0
    """What it cost, as far as prices are known."""
    unpriced: int = 0
    """How many calls had no known price."""
    reused: int = 0
    """How many answers were taken from before, without asking."""

    def __add__(self, other: Spent) -> Spent:
        """Return both together."""
        mine, theirs = self.model_dump(), other.model_dump()
        return Spent.model_validate({name: mine[name] + theirs[name] for name in mine})


class Drafting(Word):
    """How a suggestion came about."""

    run_id: str = ""
    """The run record it belongs to; empty when nothing was recorded."""
    by: str
    """Who drafted it: `playbook` or a model's name."""
    told: tuple[str, ...] = ()
    """What happened on the way that a person should know, in plain sentences."""
    fell_back: bool = False
    """Whether a model was to draft and the playbook did, all of it or a part."""
    spent: Spent = Spent()
    """What it took."""
    seconds: float = 0.0
    """How long it took."""
    at: dt.datetime | None = None
    """When it was drafted (UTC); nothing where nobody looked at the clock."""
    by_part: dict[str, str] = Field(default_factory=dict)
    """Who drafted which part, by the part's id, where that is not the same for all."""


class ArrivingPart(Word):
    """A part of a suggestion that is on its way."""

    key: str
    """Its place: the part's id, or `outcome-1`."""
    heading: str
    """What it is called."""
    lines: tuple[str, ...] = ()
    """What has come of it so far, cleaned and ready to be shown."""
    state: Literal["waiting", "arriving", "checking", "checked", "mending"] = "arriving"
    """How far it is."""


class Replaced(Word):
    """Something that a stand-in takes the place of before text leaves."""

    what: Literal["name", "handle", "e-mail", "phone", "link"]
    """What kind of thing it is."""
    original: str
    """What stands in the notes; shown to a person, never sent."""
    stand_in: str
    """What is sent in its place."""


class SentPreview(Word):
    """Exactly what would be sent, before it is."""

    model: str
    """To whom."""
    host: str
    """Where that is: `this machine`, a host's name or the provider."""
    prompt: str
    """Which prompt: `plan v1`."""
    prompt_sha256: str
    """A hash of the prompt's files."""
    system: str
    """The instructions."""
    user: str
    """The data."""
    replaced: tuple[Replaced, ...] = ()
    """What stand-ins were put in place of."""
    left_out: tuple[str, ...] = ()
    """What was kept back, in plain sentences: private notes, sentences that speak to a model."""
    notes: tuple[str, ...] = ()
    """The notes from which words are sent, by title."""
    tokens: int = 0
    """About how many tokens that is."""
    cost_usd: float | None = None
    """About what it would cost with a full answer; nothing when no price is known."""


class RunState(StrEnum):
    """How a job ended, or that it has not."""

    RUNNING = "running"
    DONE = "done"
    FELL_BACK = "fell_back"
    STOPPED = "stopped"
    FAILED = "failed"


class Decision(Word):
    """What a person did with a suggestion."""

    what: Literal["accept", "edit", "reject"]
    """What they did."""
    part: str = ""
    """The part it is about; empty for the whole."""
    field: str = ""
    """Which field was edited: `steps.1.does`; empty for all of it."""
    before: str = ""
    """How it was drafted; kept only where the community keeps suggestions."""
    after: str = ""
    """What the person made of it; kept only where the community keeps suggestions."""
    actor_id: str = "local-owner"
    """Who did it."""
    at: dt.datetime | None = None
    """When (UTC); set when it is kept."""


class RunRecord(Word):
    """What one job did: no note's text in it unless the community keeps suggestions."""

    id: str
    """The run's id."""
    community_id: str
    """Whose it is."""
    actor_id: str
    """Who asked."""
    kind: Literal["plan", "outcomes", "rewrite", "part", "series", "coaching", "brief", "answer"]
    """What was asked for."""
    state: RunState = RunState.RUNNING
    """How it ended."""
    started: dt.datetime
    """When it began (UTC)."""
    finished: dt.datetime | None = None
    """When it ended."""
    model: str = ""
    """The model that was to draft; empty when the playbook was asked."""
    drafted_by: str = ""
    """Who drafted in the end."""
    prompts: dict[str, str] = Field(default_factory=dict)
    """The prompts that were used, by name and number, with their hashes."""
    passages: tuple[str, ...] = ()
    """The ids of the chunks that were read."""
    findings: dict[str, int] = Field(default_factory=dict)
    """How often each check found something in what was handed over."""
    repairs: int = 0
    """How often the model was asked to mend."""
    told: tuple[str, ...] = ()
    """What happened on the way, in plain sentences."""
    spent: Spent = Spent()
    """What it took."""
    seconds: float = 0.0
    """How long it took."""
    error: str = ""
    """The kind of error it ended with, never its text."""
    request: str = ""
    """What was asked, as JSON; kept only where the community keeps suggestions."""
    suggestion: str = ""
    """What was suggested, as JSON; kept only where the community keeps suggestions."""
    decisions: tuple[Decision, ...] = ()
    """What people did with it."""
