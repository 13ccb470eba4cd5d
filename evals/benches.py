"""A place where each case's community exists, with its notes, so that drafters and checks meet them as users would."""

from __future__ import annotations

import hashlib
from pathlib import Path
from threading import Lock

from coach.adapters.onnx_recogniser import OnnxRecogniser
from coach.adapters.sql import SqlStore
from coach.jobs.drafts import DraftJobs
from coach.jobs.model_ports import ModelPorts
from coach.jobs.modelling import Modelling
from coach.locate import recogniser_folder
from coach.models import Actor, Member, TextNote
from coach.ports import Clock
from coach.service import Coach
from coach.settings import Settings
from coach.wiring import SystemClock, build_coach

from .casebook import CaseFile, CaseNote

ASKER = Actor(id="local-owner")
"""Whoever makes the requests."""
_SOMEBODY_ELSE = Actor(id="case-author", name="Somebody else")
"""Whose private notes the asker must not see."""


class Bench:
    """Communities of cases, taken in when first needed and kept for the next time."""

    def __init__(self, coach: Coach, store: SqlStore, clock: Clock) -> None:
        """Keep where they live; the store adds the asker to each of them."""
        self.coach = coach
        self._store, self._clock = store, clock
        self._lock = Lock()
        self._ready: set[str] = set()
        # Loaded when it is first needed; the jobs of many cases share it.
        self._recogniser = OnnxRecogniser(recogniser_folder())

    def open(self, file: CaseFile) -> str:
        """Return the name under which the file's community is here, taking it in if need be."""
        name = f"{file.community.name} {fingerprint(file)}"
        with self._lock:
            if name not in self._ready:
                if name not in {community.name for community in self.coach.communities()}:
                    self._take_in(name, file)
                self._ready.add(name)
        return name

    def _take_in(self, name: str, file: CaseFile) -> None:
        about = file.community
        made = self.coach.create_community(
            name, domain=about.about, people=about.people, practice=about.practice, actor=_SOMEBODY_ELSE
        )
        self._store.add_member(Member(id=ASKER.id, community_id=made.id, name=ASKER.name))
        if file.notes:
            self.coach.add_texts(name, [_to_text(note) for note in file.notes], actor=_SOMEBODY_ELSE)

    def jobs(self, models: ModelPorts) -> DraftJobs:
        """Return the product's drafting jobs, the ones behind its front door, with these models behind them."""
        tools, modelling = self.coach.plan_tools, Modelling(self._store, self._clock, models, self.coach.plan_tools)
        return DraftJobs(self._store, self._clock, modelling, tools, self._recogniser)

    def close(self) -> None:
        """Let go of the database."""
        self.coach.close()
        self._store.close()


def open_bench(home: Path) -> Bench:
    """Return a bench in a folder of its own; what was taken in there before is still there."""
    # Whatever model the environment names for drafting, here only the one that is measured is asked.
    settings, clock = Settings(home=home, database_url=None, model=""), SystemClock()
    return Bench(build_coach(settings), SqlStore(settings.store_url, clock=clock), clock)


def _to_text(note: CaseNote) -> TextNote:
    return TextNote(text=note.text, path=note.name, source="notes", visibility=note.visibility, consent=note.consent)


def fingerprint(file: CaseFile) -> str:
    """Return a short hash of a community and its notes."""
    told = file.model_dump_json(include={"community", "notes"})
    return hashlib.sha256(told.encode()).hexdigest()[:8]
