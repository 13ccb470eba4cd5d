"""People, conversations and lessons for the contracts of coaching, made quickly and with everything in them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from coach.adapters.sql import SqlStore
from coach.models import (
    Actor,
    Citation,
    CoachMode,
    CoachReply,
    Community,
    Contact,
    Guess,
    Lesson,
    Matter,
    Member,
    OfferedMove,
    ReplyKind,
    SharedLesson,
    Signpost,
    Thread,
    Turn,
)

ADA, NELL, SAM = Actor(id="ada", name="Ada"), Actor(id="nell", name="Nell"), Actor(id="sam", name="Sam")
"""Whoever looks after Reading, one of its members, and whoever looks after Other."""
NOON = dt.datetime(2026, 11, 25, 12, 0, tzinfo=dt.UTC)


def add_two(store: SqlStore) -> SqlStore:
    """Add Ada's community with Nell in it, and Sam's beside it."""
    store.add_community(Community(id="reading", name="Reading", owner_id="ada"))
    store.add_member(Member(id="nell", community_id="reading", name="Nell"))
    store.add_community(Community(id="other", name="Other", owner_id="sam"))
    store.add_member(Member(id="sam", community_id="other", name="Sam"))
    return store


def say(number: int, text: str, who: str = "person") -> Turn:
    """Return a turn; one of the coach has everything behind it that a reply may have."""
    reply = make_reply(text) if who == "coach" else None
    return Turn(id=f"t{number}", who="coach" if reply else "person", text=text, at=_later(number), reply=reply)


def make_thread(thread_id: str, *turns: Turn, minutes: int = 0, **fields: Any) -> Thread:
    """Return a conversation that was last gone on with so many minutes after noon."""
    base = {"title": "Nobody speaks", "mode": CoachMode.THINK, "started": NOON, "updated": _later(minutes)}
    return Thread(id=thread_id, turns=turns, **{**base, **fields})


def make_reply(text: str) -> CoachReply:
    """Return a reply with each of its parts filled."""
    return CoachReply(
        kind=ReplyKind.FOCUS,
        heard=text,
        move=OfferedMove(
            id="pairs", title="Pairs", does="Ask in pairs", say="Turn to someone", why="It is safer",
            costs="Two minutes", watch_for="Talk", way_back="Go on", minutes=2,
        ),
        signpost=Signpost(matter=Matter.SAFETY, says="For people", contacts=(make_contact("Kim"),)),
        alternatives=(Guess(situation="silence", title="Silence", confidence=0.1 + 0.2),),
        citations=(Citation(label="S1", note="n1", quote="We paired up", start=3, end=15),),
    )  # fmt: skip


def make_contact(who: str, **fields: Any) -> Contact:
    """Return a contact."""
    return Contact(who=who, reach="extension 12", matters=(Matter.BULLYING, Matter.SAFETY), **fields)


def make_lesson(lesson_id: str, word: str = "pairs", *, minutes: int = 0, **fields: Any) -> Lesson:
    """Return a lesson as it was written: with a name in it, and words that nobody else may read."""
    base = {"situation": "silence", "setting": f"Twelve of us, {word}", "tried": f"Mirela tried {word}"}
    return Lesson(id=lesson_id, **{**base, "happened": f"{word} helped", "at": _later(minutes), **fields})


def share(lesson: Lesson, *, minutes: int = 0, text: str = "Somebody asked in twos") -> Lesson:
    """Return the lesson with what others may read of it."""
    shared = SharedLesson(
        id=lesson.id, situation=lesson.situation, tried=text, happened="It helped", shared_at=_later(minutes)
    )
    return lesson.model_copy(update={"shared": shared})


def _later(minutes: int) -> dt.datetime:
    return NOON + dt.timedelta(minutes=minutes)
