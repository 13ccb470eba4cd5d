"""What coaching stands on: conversations and private things, contacts and lessons, and who words a reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from coach.models import (
    AlreadyDoing,
    CoachMode,
    Community,
    Contact,
    Guess,
    Lesson,
    Move,
    OwnThing,
    Passage,
    ReplyKind,
    SharedLesson,
    Situation,
    Thread,
    Turn,
)

from .drafting import QuoteCandidate

OwnT = TypeVar("OwnT", bound=OwnThing)


class Conversations(Protocol):
    """One person's conversations and private things in one community.

    There is no way from here to anybody else's, not for whoever looks after the community either. Anybody may keep
    their own, whether they belong to the community or not; a community that goes takes them along.
    """

    def threads(self) -> list[Thread]:
        """Return the conversations without their turns, the last one first."""
        ...

    def find_thread(self, thread_id: str) -> Thread | None:
        """Return one conversation with its turns, if this person has it."""
        ...

    def save_thread(self, thread: Thread) -> None:
        """Write a conversation whole, over the one of the same id, in one transaction; turns are never reordered."""
        ...

    def remove_thread(self, thread_id: str) -> Thread | None:
        """Remove a conversation with all its turns and return it; None when it is not there."""
        ...

    def things(self, kind: type[OwnT]) -> list[OwnT]:
        """Return the private things of a kind, oldest first."""
        ...

    def save_thing(self, thing: OwnThing) -> None:
        """Write a private thing, over the one of the same kind and id."""
        ...

    def remove_thing(self, kind: type[OwnT], thing_id: str) -> OwnT | None:
        """Remove a private thing and return it; None when it is not there."""
        ...


class Sharing(Protocol):
    """What one community shares: its contacts with its own people, its lessons with the workspace.

    Everybody who may see the community reads its contacts. Lessons as they were written are for its members; only
    what was shared, and nothing else of them, is read from elsewhere. Only whoever looks after the community writes.
    """

    def contacts(self) -> list[Contact]:
        """Return the contacts in the order in which they are shown."""
        ...

    def save_contacts(self, contacts: Sequence[Contact]) -> None:
        """Write all contacts in this order, or raise NotAllowed."""
        ...

    def lessons(self) -> list[Lesson]:
        """Return the community's own lessons, newest first; none for whoever does not belong to it."""
        ...

    def save_lesson(self, lesson: Lesson) -> None:
        """Write a lesson with what is shared of it, over the one of the same id, or raise NotAllowed."""
        ...

    def remove_lesson(self, lesson_id: str) -> Lesson | None:
        """Remove a lesson everywhere and return it, or raise NotAllowed; None when it is not there."""
        ...

    def lessons_from_elsewhere(self) -> list[SharedLesson]:
        """Return what all other communities share, newest first; nothing tells which community it is from."""
        ...


@dataclass(frozen=True)
class CoachingInput:
    """What a reply may be worded from; what it is about, and whether it coaches at all, is decided already."""

    message: str
    """What the person says, as they wrote it."""
    mode: CoachMode
    """Which door they came in by."""
    kind: ReplyKind
    """`listen`, `focus` or `choose`; a model may listen where it was to focus."""
    community: Community
    """Whose host it is."""
    earlier: tuple[Turn, ...] = ()
    """What was said before, oldest first."""
    situation: Situation | None = None
    """What it is about; None when it was not recognised."""
    confidence: float = 0.0
    """How sure the situation is, 0 to 1; certain where the person chose it."""
    goes_on: bool = False
    """Whether the message only goes on with what was said last, and has no matter of its own to give back."""
    guesses: tuple[Guess, ...] = ()
    """What it may be, most likely first."""
    moves: tuple[Move, ...] = ()
    """Moves that would help, best first; those that the person does already or was offered are left out."""
    doing: tuple[AlreadyDoing, ...] = ()
    """What the person says they do already."""
    keep_doing: str = ""
    """What they do already that is just what would help here, in their words; empty when nothing is."""
    passages: tuple[Passage, ...] = ()
    """What the community's notes hold near it, strongest first; for a model to read."""
    quotes: tuple[QuoteCandidate, ...] = ()
    """Sentences of the notes on how people meet, nearest first; each may be quoted."""
    earlier_quotes: frozenset[str] = frozenset()
    """Sentences of the notes that were quoted before in this conversation."""
    private: frozenset[str] = frozenset()
    """The ids of notes that only their author may read: they never leave for a model."""
    lessons: tuple[SharedLesson, ...] = ()
    """What other communities shared on this situation, nearest first."""
    says: str = ""
    """What has to be said in any case, ready in words: a change of subject, an answer to a complaint, an experiment."""
    asked_for_advice: bool = False
    """Whether the person asks what to do, or has no time for anything else; otherwise a move is only offered."""
    wants_no_question: bool = False
    """Whether the person asked not to be asked back."""
    heard_doing: tuple[str, ...] = ()
    """What the person says in this message that they do or have tried."""
    opened_with: tuple[str, ...] = ()
    """The forms that this person's replies began with before, the last one first."""
    language: str = ""
    """The language that the person writes in, `another script` where only that is plain; empty for English."""
    seed: int = 0
    """Another seed is another reply."""
    avoid: tuple[str, ...] = field(default=())
    """What was offered before in this conversation, in a line each."""
