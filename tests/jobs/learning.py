"""Outcomes, stories and sentences of notes, made quickly, and a hearing that hears what it is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from coach.adapters.exact_index import ExactIndex
from coach.adapters.sql import SqlStore
from coach.jobs.hearing_learning import HearNotes
from coach.jobs.learning import OwnLearning
from coach.models import (
    Actor,
    Community,
    Evidence,
    KeptOutcome,
    NoteDate,
    Sign,
    StoryLink,
    StoryPart,
    ValueStory,
)
from coach.models.vocabulary import DatePrecision
from coach.ports import Statement, Tells
from coach.retrieval import Search
from coach.testing import FixedClock, HashEmbedder
from tests.contracts.coaching import ADA

NAME, TODAY = "Reading", FixedClock().now().date()
PAIRS = "We want to be able to hand over work in pairs."
DAY = NoteDate(day=dt.date(2026, 3, 12), precision=DatePrecision.DAY)


@dataclass
class Told:
    """Hears what it was told to hear, and remembers for whom and when."""

    heard: list[Statement] = field(default_factory=list)
    found: list[ValueStory] = field(default_factory=list)
    asked: list[tuple[Any, ...]] = field(default_factory=list)

    def statements(
        self, community: Community, search: Search, outcomes: Sequence[KeptOutcome], period: tuple[dt.date, dt.date]
    ) -> Sequence[Statement]:
        self.asked.append((community.name, tuple(outcome.id for outcome in outcomes), period))
        return self.heard

    def stories(self, statements: Sequence[Statement]) -> Sequence[ValueStory]:
        return self.found


def say(text: str, *tells: Tells, date: str = "2026-03-12", sure: float = 0.8, **fields: Any) -> Statement:
    """Return a sentence of a note that tells of these."""
    evidence = Evidence(
        quote=text, note="a.md", note_id="n1", start=len(text), end=2 * len(text), shown=text, date=date
    )
    vector = tuple(float(number) for number in HashEmbedder().embed([text])[0])
    return Statement(evidence, dict.fromkeys(tells, sure), text, vector, **fields)


def make_story(*links: StoryLink, **fields: Any) -> ValueStory:
    """Return a story that tells these links."""
    return ValueStory(parts=tuple(StoryPart(link=link, text=f"What we {link} was this") for link in links), **fields)


def build(store: SqlStore, hearing: Told | HearNotes) -> OwnLearning:
    """Return the job over a store, with hashing in the place of the embedder."""

    def search(name: str, actor: Actor) -> Search:
        community = store.find_community(name)
        assert community is not None
        return Search(store.notes(community.id, actor), ExactIndex(HashEmbedder.name), HashEmbedder())

    return OwnLearning(store, FixedClock(), search, hearing)


def keep(learning: OwnLearning, *signs: str, text: str = PAIRS, **fields: Any) -> KeptOutcome:
    outcome = KeptOutcome(text=text, signs=tuple(Sign(text=sign) for sign in signs), **fields)
    return learning.keep_outcome(NAME, outcome, actor=ADA)
