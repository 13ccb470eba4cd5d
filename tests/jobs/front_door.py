"""A whole coach on a file, with real parts and hashing in the place of the embedder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from coach.adapters.exact_index import ExactIndex
from coach.adapters.model_trial import try_model
from coach.adapters.sql import SqlStore
from coach.drafting.modelled.drafter import ModelDrafter
from coach.drafting.playbook import PlaybookDrafter
from coach.jobs.model_ports import ModelPorts
from coach.locate import demo_folder
from coach.models import ModelSetup
from coach.notes.folder import ReadingLimits
from coach.playbook import load_playbook
from coach.ports import LLM, Embedder, Recogniser
from coach.service import Coach, Ports
from coach.testing import FixedClock, HashEmbedder, WordRecogniser

from .asking import NoKeys

MakeLlm = Callable[[str, str, ModelSetup], LLM]


def open_front_door(
    path: Path, make_llm: MakeLlm, *, embedder: Embedder | None = None, recogniser: Recogniser | None = None
) -> Coach:
    """Return a coach that keeps everything in one SQLite file and asks models that are made like this."""
    clock, embedder, playbook = FixedClock(), embedder or HashEmbedder(), load_playbook()
    drafter = PlaybookDrafter(playbook)
    models = ModelPorts(
        make_llm=make_llm,
        make_drafter=lambda room: ModelDrafter(room, drafter, playbook, embedder),
        try_model=try_model,
        keys=NoKeys(),
    )
    store = SqlStore(f"sqlite:///{path}", clock=clock)
    index = ExactIndex(embedder.name)
    ports = Ports(store, index, embedder, drafter, playbook, clock, models, recogniser=recogniser or WordRecogniser())
    return Coach(ports, limits=ReadingLimits(), demo_dir=demo_folder(), health=list)
