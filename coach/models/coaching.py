"""Words of coaching: situations that hosts get into, and moves that may help."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .playbook import Entry
from .vocabulary import Mode


class Situation(Entry):
    """One thing that makes hosting hard, as the people who are in it speak of it."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]+$")
    """A stable id."""
    title: str
    """What a host would call it."""
    when: Literal["before", "during", "after"]
    """When it is felt."""
    gist: str
    """What it is, in one sentence."""
    heard: tuple[str, ...] = Field(min_length=8)
    """Ways in which people say it."""
    reflects: tuple[str, ...] = Field(min_length=2)
    """Beginnings that show it was heard; `{said}` stands for the person's own words."""
    asks: tuple[str, ...] = Field(min_length=2)
    """Genuine questions, one thing each."""
    strengths: tuple[str, ...] = ()
    """What somebody who asks about this already does well; one is said where nothing in their own words shows one."""
    moves: tuple[str, ...] = Field(min_length=3)
    """Moves that may help, best first."""
    not_when: tuple[str, ...] = ()
    """Situations that look like it and are others."""
    stuck: Literal["mover", "follower", "opposer", "bystander", "none"] = "none"
    """Which of the four players is all there is (Kantor)."""
    zone: Literal["diverge", "groan", "converge", "none"] = "none"
    """Where in the diamond it mostly happens."""
    people_matter: bool = False
    """Whether it may be more than a host can carry: then people are named before any move."""
    why_hard: str
    """Why it is hard, in one sentence."""


class Move(Entry):
    """One thing that a host can do or say."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]+$")
    """A stable id."""
    title: str
    """What a host would call it."""
    does: str
    """What the host does, in one or two sentences."""
    say: str
    """Words to say it in, in one breath."""
    why: str
    """Why it works, in one sentence."""
    costs: str
    """What it may cost."""
    watch_for: str
    """What tells whether it lands."""
    way_back: str
    """What to do when it does not."""
    not_when: str
    """When another move is better."""
    situations: tuple[str, ...] = Field(min_length=1)
    """The situations that it serves."""
    heron: Literal["prescriptive", "informative", "confronting", "cathartic", "catalytic", "supportive"]
    """What kind of help it is (Heron's six categories)."""
    zone: Literal["diverge", "groan", "converge", "any"] = "any"
    """Where in the diamond it belongs."""
    effort: Literal["none", "minutes", "plan"]
    """Whether it can be done now, needs a few minutes before, or needs planning."""
    minutes: int = Field(ge=0, le=240)
    """How long it takes."""
    modes: tuple[Mode, ...] = Field(min_length=1)
    """How people can meet for it."""
    credit: str = ""
    """Where the idea comes from, when it has a name."""
