"""What one job may use to ask models, and what it leaves behind for the record."""

from __future__ import annotations

from dataclasses import dataclass, field

from coach.models import Member
from coach.ports import LLM, AnswerCache, NobodyWatches, Purse, Watch


@dataclass
class Trace:
    """What happened on the way: for the run record, and for the person where it matters."""

    prompts: dict[str, str] = field(default_factory=dict)
    """The prompts used, by name and number (`plan v1`), with their hashes."""
    repairs: int = 0
    """How often a model was asked to mend."""
    told: list[str] = field(default_factory=list)
    """What a person should know, in plain sentences."""
    by_part: dict[str, str] = field(default_factory=dict)
    """Who drafted which part, by its id."""
    chunks: list[str] = field(default_factory=list)
    """The ids of the chunks of which words were sent."""

    def tell(self, says: str) -> None:
        """Note what a person should know, once."""
        if says not in self.told:
            self.told.append(says)


@dataclass(frozen=True)
class Room:
    """What one job may use to ask models."""

    llms: tuple[LLM, ...]
    """Who is asked: the first one, and the next when it cannot answer."""
    purse: Purse
    """What may be spent."""
    answers: AnswerCache | None = None
    """Answers from before; None to ask afresh."""
    watch: Watch = field(default_factory=NobodyWatches)
    """Whoever waits."""
    members: tuple[Member, ...] = ()
    """The people on the community's roster."""
    noticed: tuple[str, ...] | None = None
    """Names that the community's notes make plain, besides; found in the passages alone when nobody looked."""
    hides: bool = True
    """Whether names, handles, addresses and links are replaced before text leaves."""
    host: str = ""
    """Where the first model is, for people."""
    trace: Trace = field(default_factory=Trace)
    """What happened on the way."""
