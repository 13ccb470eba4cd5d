"""Who is here: communities, their members, and whoever asks."""

from __future__ import annotations

from .base import Word
from .modelling import ModelUse


class Actor(Word):
    """Whoever asks: every job is told, though sign-in comes later."""

    id: str = "local-owner"
    """A stable id; the person at this machine is `local-owner`."""
    name: str = "You"
    """How the screens speak of this person."""


class Community(Word):
    """A community of practice: the wall around its notes."""

    id: str
    """A stable id that never changes, even when the name does."""
    name: str
    """What its members call it."""
    domain: str = ""
    """The concern its members share, in one sentence."""
    people: str = ""
    """Who they are to each other, in one sentence."""
    practice: str = ""
    """What they do and make together, in one sentence."""
    owner_id: str = "local-owner"
    """The actor who looks after it here."""
    is_demo: bool = False
    """Whether it is the fictional community that comes with the product."""
    model_use: ModelUse = ModelUse.REPLACED
    """What may leave it for a model; `whole` holds only for a model that was declared ours."""
    keeps_suggestions: bool = False
    """Whether run records keep requests, suggestions and edits, so that evaluation cases can be made of them."""


class Member(Word):
    """A person who belongs to a community; there are no ranks, ever."""

    id: str
    """A stable id; it equals an actor's id when that person signs in."""
    community_id: str
    """The community this membership belongs to."""
    name: str
    """How the person is called here."""
    aliases: tuple[str, ...] = ()
    """Other names and handles that the notes use for this person."""
