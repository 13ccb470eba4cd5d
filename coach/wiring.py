"""The only place that names vendors: settings in, a Coach out."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import ValidationError

from .adapters.exact_index import ExactIndex
from .adapters.folder_owner import find_owner
from .adapters.keys import KeyShelf
from .adapters.litellm_llm import LiteLlm, warm
from .adapters.model_trial import try_model
from .adapters.onnx_embedder import OnnxEmbedder
from .adapters.onnx_recogniser import OnnxRecogniser
from .adapters.sql import SqlStore
from .doctor import Doctor
from .drafting.modelled import Room
from .drafting.playbook import PlaybookDrafter
from .errors import EmbedderMissing, IndexProblem, SetupProblem, StoreProblem
from .jobs.model_ports import ModelPorts
from .locate import demo_folder, embedder_folder, recogniser_folder
from .models import ModelSetup
from .notes.folder import ReadingLimits
from .playbook import Playbook, load_playbook
from .ports import LLM, Embedder, Keys, PassageIndex
from .service import Coach, Ports
from .settings import Settings

if TYPE_CHECKING:
    from .drafting.modelled.drafter import ModelDrafter


class SystemClock:
    """The machine's own clock."""

    def now(self) -> dt.datetime:
        """Return the current time in UTC."""
        return dt.datetime.now(dt.UTC)  # noqa: TID251  # the one place where time comes in


def build_coach(settings: Settings | None = None, *, index: Literal["exact", "chroma", "owned"] = "exact") -> Coach:
    """Put the product together.

    Args:
        settings: What is configured; read from the environment when left out.
        index: `chroma` for the long-lived process that owns the index folder (the app), with a fallback when another
            process has it; `owned` for the same without a fallback; `exact` for everything short-lived: an exact
            scan of the vectors kept in SQL.

    Raises:
        StoreProblem: The data folder or the database cannot be used.
        IndexProblem: `owned` was asked for and another process has the index folder.
    """
    settings = settings or _read_settings()
    _make_home(settings.home)
    clock = SystemClock()
    store = SqlStore(settings.store_url, clock=clock)
    embedder = OnnxEmbedder(settings.embedder_dir or embedder_folder())
    playbook = load_playbook()
    passage_index = _open_index(settings, embedder, index)
    drafter = PlaybookDrafter(playbook)
    models = _model_ports(settings, drafter, playbook, embedder)
    recogniser = OnnxRecogniser(recogniser_folder())
    ports = Ports(store, passage_index, embedder, drafter, playbook, clock, models, recogniser)
    return Coach(
        ports,
        limits=ReadingLimits(max_bytes=settings.max_note_bytes),
        demo_dir=demo_folder(),
        health=Doctor(settings, ports),
        evals_dir=settings.home / "evals",
    )


def _model_ports(settings: Settings, drafter: PlaybookDrafter, playbook: Playbook, embedder: Embedder) -> ModelPorts:
    keys = KeyShelf()

    def make_drafter(room: Room) -> ModelDrafter:
        from .drafting.modelled.drafter import ModelDrafter  # noqa: PLC0415  # most people never ask a model

        return ModelDrafter(room, drafter, playbook, embedder)

    return ModelPorts(
        make_llm=lambda model, api_base, setup: _make_llm(model, api_base, setup, keys),
        make_drafter=make_drafter,
        try_model=try_model,
        keys=keys,
        environment=settings.model_environment,
        address_of=lambda model: find_address(model, os.environ),
        warm=warm,
    )


def _make_llm(model: str, api_base: str, setup: ModelSetup, keys: Keys) -> LLM:
    return LiteLlm(
        model,
        api_base or None,
        shape=setup.shape,
        streams=setup.streams,
        key=lambda: keys.find(model)[0],
        at_once=setup.at_once,
    )


def find_address(model: str, environment: Mapping[str, str]) -> str:
    """Return the address that a provider's own environment variable names: LiteLLM heeds it, so people are told."""
    provider = model.partition("/")[0] if "/" in model else "openai"
    name = "OLLAMA" if provider.startswith("ollama") else provider.upper()
    return next((found for kind in ("API_BASE", "BASE_URL") if (found := environment.get(f"{name}_{kind}", ""))), "")


def _open_index(settings: Settings, embedder: OnnxEmbedder, kind: str) -> PassageIndex:
    if kind != "exact":
        from .adapters.chroma_index import ChromaIndex  # noqa: PLC0415  # costs 1.6 CPU seconds to import

        owned = ChromaIndex.try_open(settings.index_dir, _name_of(embedder))
        if owned is not None:
            return owned
    if kind == "owned":
        owner = find_owner(settings.index_dir)
        who = f" (process {owner.pid})" if owner else ""
        raise IndexProblem(
            f"Another process{who} has the index folder, most likely the app.",
            "Stop the app and run this again; while it runs it keeps its index in step by itself.",
        )
    return ExactIndex(_name_of(embedder))


def _name_of(embedder: OnnxEmbedder) -> str:
    # Without its graph the product cannot search, but `coach doctor` must still be able to say so.
    try:
        return embedder.name
    except EmbedderMissing:
        return "missing"


def _read_settings() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        names = ", ".join(f"COACH_{str(item['loc'][0]).upper()}" for item in error.errors())
        raise SetupProblem(
            f"A setting cannot be used as it is: {names}.", "README.md lists what each takes."
        ) from error


def _make_home(home: Path) -> None:
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreProblem(
            f"The data folder {str(home)!r} cannot be made ({error.strerror or error}).",
            "Set COACH_HOME to a folder that you may write to.",
        ) from error
