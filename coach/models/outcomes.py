"""Outcomes that a community's own notes suggest."""

from __future__ import annotations

from pydantic import Field

from .base import Word
from .finding import Finding
from .modelling import Drafting
from .passage import Citation
from .vocabulary import Cue, Level, Solo


class OutcomesRequest(Word):
    """A wish for outcomes to choose from."""

    about: str = ""
    """What they should be about, in any words; anything when left out."""
    count: int = 4
    """How many to propose, 3 to 5."""
    seed: int = 0
    """Another seed gives another set that fits about as well."""


class Mention(Word):
    """How often the notes speak of a doing in one way."""

    cue: Cue
    """As a struggle, a question, a wish or a disagreement."""
    notes: int
    """In how many notes."""


class OutcomeProposal(Word):
    """An outcome to put on the table, with where it comes from; members change it or drop it."""

    text: str
    """The whole sentence in the members' voice: "We want to be able to …"."""
    verb: str
    """The main verb, bare: `map`."""
    object: str
    """What the verb is done to, and in which situation."""
    level: Level | None = None
    """The Bloom level that the verb hints at; a person can overrule it."""
    solo: Solo | None = None
    """The SOLO level that the verb hints at."""
    because: str
    """Why this one, in one sentence: how the notes speak of it, and in how many."""
    mentions: tuple[Mention, ...] = ()
    """The same as figures, most frequent first; a note can speak of it in more than one way."""
    notes: int = 0
    """In how many different notes people speak of it."""
    sign: str = ""
    """What people would notice in the work when it is happening."""
    ways_in: dict[str, str] = Field(default_factory=dict)
    """A way in for `newcomer`, `regular` and `expert`."""
    citations: tuple[Citation, ...] = ()
    """The community's own words behind it, from different notes when possible."""
    worded_by: str = ""
    """`notes` when people named the doing themselves; `playbook` when only the wording is ours."""
    findings: tuple[Finding, ...] = ()
    """What the checks say of its wording, and what only people can judge."""


class OutcomesResult(Word):
    """Outcomes to choose from, or what to ask where the notes say too little."""

    enough: bool
    """Whether the notes say enough to propose any."""
    outcomes: tuple[OutcomeProposal, ...] = ()
    """As many as asked for, really different from each other; fewer, and said so, where the notes carry no more."""
    message: str = ""
    """What a person should know about this answer, in a sentence or two."""
    ask_first: tuple[str, ...] = ()
    """The three questions to ask the community where there is too little."""
    heard: tuple[Citation, ...] = ()
    """Where none are proposed: sentences of theirs to start a conversation from, or to begin an outcome from."""
    tells_plenty: bool = False
    """Whether the notes tell plenty though none are proposed: `heard` then holds what to begin an outcome from."""
    notes_searched: int = 0
    """How many notes were read for it; only those that may be quoted."""
    drafted_by: str = ""
    """Who drafted it: `playbook`, or a model's name."""
    seed: int = 0
    """Gives the same set again."""
    drafting: Drafting | None = None
    """How it came about; nothing where nobody kept a record."""


class RewriteRequest(Word):
    """One's own wording of an outcome, to be said otherwise."""

    text: str
    """What people want to be able to do, in one's own words."""
    wish: str = ""
    """What should be different: `smaller`, `for people on the phones`; anything when left out."""
    seed: int = 0
    """Another seed gives other wordings."""


class Rewrite(Word):
    """Another wording of an outcome."""

    text: str
    """The whole sentence in the members' voice."""
    differs: str
    """What is different about it and whom it suits, in one sentence."""
    findings: tuple[Finding, ...] = ()
    """What the checks say of it."""


class RewritesResult(Word):
    """Other wordings to choose from; one's own stays as it is."""

    text: str
    """One's own wording."""
    rewrites: tuple[Rewrite, ...] = ()
    """Up to three that really differ."""
    message: str = ""
    """What a person should know about this answer."""
    drafted_by: str = ""
    """Who drafted it."""
    drafting: Drafting | None = None
    """How it came about."""
