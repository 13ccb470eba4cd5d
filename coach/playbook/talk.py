"""How the coach speaks: the sentences around situations and moves, read when somebody asks for coaching."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import Field

from coach.models import Matter
from coach.models.playbook import Entry

from .loader import read_file

Stage = Literal["goal", "reality", "options", "will"]
"""Where in GROW a question stands (Whitmore)."""
StrengthKind = Literal["tried", "noticed", "cares", "owns", "values"]
"""What in somebody's words shows what they do well."""
AsideKind = Literal[
    "hello",
    "thanks",
    "too_short",
    "gibberish",
    "off_topic",
    "verdict",
    "orders",
    "abuse",
    "about_you",
    "wants_plan",
    "empty_after_orders",
]
"""What else people write."""


class Head(Entry):
    """A first sentence."""

    id: str
    """By which replies remember that it was used."""
    text: str = Field(pattern=r"\{said\}")
    """The sentence; `{said}` stands for the person's own words."""


class SignpostEntry(Entry):
    """What is said where a matter is for people, in the order in which it is read."""

    heard: str
    """What shows that it was heard."""
    says: str
    """What to do first, and who can help."""
    then: str
    """What the person may let go of, or what to remember of themselves."""
    asks: str
    """One gentle question."""


class SignpostPair(Entry):
    """The same for whoever writes and for whoever they write about."""

    own: SignpostEntry
    """It is the writer's own matter."""
    other: SignpostEntry
    """It is somebody else's."""


class AsideEntry(Entry):
    """An answer to something else."""

    says: str
    """What is said."""
    asks: str = ""
    """The question that leads back."""


class FromNotes(Entry):
    """How the notes are brought in."""

    worked: tuple[str, ...]
    """What helped."""
    struggle: tuple[str, ...]
    """What was hard."""


class TalkBook(Entry):
    """All of it."""

    heads: tuple[Head, ...] = Field(min_length=20)
    """First sentences."""
    tails: tuple[str, ...]
    """What may follow where no situation was recognised."""
    strengths: Mapping[StrengthKind, tuple[str, ...]]
    """How a strength is named, by what shows it."""
    questions: Mapping[Stage, tuple[str, ...]]
    """Questions that fit any situation."""
    after_focus: tuple[str, ...]
    """Questions after a move."""
    after_focus_now: tuple[str, ...]
    """The same when it begins in ten minutes."""
    offers: tuple[str, ...]
    """How a move is offered to somebody who has not asked for one."""
    unsure: tuple[str, ...]
    """How the nearest situations are offered."""
    lost: tuple[str, ...]
    """What is said where none is near."""
    changes: str
    """Said when the subject changes."""
    goes_on: tuple[str, ...] = Field(min_length=3)
    """Said when a message only goes on with the one before; `{said}` stands for words from there."""
    flopped: tuple[str, ...]
    """Said when earlier advice did not work."""
    no_recall: str
    """Said when somebody speaks of a talk that was not kept."""
    experiment: str
    """Said when an experiment is to be told about."""
    keep_doing: tuple[str, ...]
    """How something is named that they do already."""
    from_notes: FromNotes
    """How the notes are brought in."""
    from_elsewhere: str
    """How another community's lesson is passed on."""
    signposts: Mapping[Matter, SignpostPair]
    """What is said where a matter is for people."""
    gap: str
    """Said where a community has named nobody."""
    asides: Mapping[AsideKind, tuple[AsideEntry, ...]]
    """Answers to something else."""
    tongues: Mapping[str, str]
    """What is said to somebody who writes in another language, in theirs."""
    other_tongue: str
    """The same in English, for any other."""


@cache
def load_talk() -> TalkBook:
    """Return how the coach speaks; read once.

    Raises:
        PlaybookProblem: The file does not hold together.
    """
    return read_file(resources.files("coach.playbook") / "conversation.yaml", TalkBook)
