"""What people ask for."""

from __future__ import annotations

from pydantic import Field

from .base import Word
from .vocabulary import Consent, Level, Mode, Visibility


class PlanRequest(Word):
    """A session to plan."""

    outcomes: tuple[str, ...] = Field(min_length=1)
    """One to three sentences on what people want to be able to do."""
    minutes: int = 90
    """The session's length, 30 to 480 minutes."""
    people: int = 12
    """How many are expected, 2 to 200."""
    mode: Mode = Mode.IN_PERSON
    """How they meet."""
    newcomers: int = 0
    """How many are expected to be new."""
    experts: int = 0
    """How many know this well."""
    host_knows: bool = False
    """Whether the host is one of those who know this well."""
    seed: int = 0
    """Another seed gives another plan that fits about as well."""
    about: str = ""
    """Anything else the search in the notes should know."""
    title: str = ""
    """What to call the session; made from the first outcome when left out."""
    by_the_end: tuple[str, ...] = ()
    """What else people are to have by the end: `each page has an owner`; up to five."""
    patterns: tuple[str, ...] = ()
    """Ids of patterns to use: the first one for the first activity, and so on; chosen by fit when left out."""
    levels: tuple[Level | None, ...] = ()
    """The level that a person set for each outcome, in the same order; the verb hints at it where none is set."""


class IngestRequest(Word):
    """A folder of notes to take in."""

    folder: str
    """The folder to read, with everything under it."""
    source: str = ""
    """The source's name; made from the folder's name when left out."""
    visibility: Visibility | None = None
    """Who may read all notes of this folder; when left out, members read new ones and known ones stay as they are."""
    consent: Consent | None = None
    """How all of them may be quoted; when left out, new ones inside the community, and known ones as before."""
    allow_removal: bool = False
    """Whether more than half of the source's notes may go."""


class TextNote(Word):
    """A note that a person pasted, uploaded or jotted."""

    text: str
    """The words, verbatim."""
    title: str = ""
    """What to call it; the first line when left out."""
    path: str = ""
    """A file name, when it came as a file."""
    source: str = "jottings"
    """The named source it goes to: `jottings` or `uploads`."""
    visibility: Visibility = Visibility.MEMBERS
    """Who may read it."""
    consent: Consent = Consent.INSIDE
    """How it may be quoted."""
