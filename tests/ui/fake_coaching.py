"""A coach to talk to, and what people keep of it, all in memory: it says what a test has it say."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from coach.errors import BadRequest, CoachError, NotAllowed, UnknownConversation
from coach.models import (
    Actor,
    AlreadyDoing,
    Citation,
    CoachingRequest,
    CoachMode,
    CoachReply,
    Contact,
    Experiment,
    Finding,
    Growth,
    GrowthMoment,
    Guess,
    JournalEntry,
    Lesson,
    Matter,
    OfferedLesson,
    OfferedMove,
    OwnThing,
    ReplyKind,
    SentPreview,
    Severity,
    SharedLesson,
    Signpost,
    Thread,
    Turn,
)

AT = dt.datetime(2026, 5, 12, 13, 50, tzinfo=dt.UTC)
MOVES = (
    OfferedMove(
        id="write-before-we-talk",
        title="Two minutes of writing before anyone speaks",
        does="Put the question where all can see it & give two quiet minutes. Then ask who would read theirs out.",
        say="Let's stop for two minutes and each write one <line>.",
        why="A line is easier to read out than to make up on the spot.",
        costs="A lively talk loses some of its steam.",
        watch_for="Heads going down within ten seconds.",
        way_back="If most pages stay blank, have people finish a sentence instead.",
        minutes=5,
    ),
    OfferedMove(
        id="count-to-eight",
        title="Count to eight in your head",
        does="Ask once, stop, and count slowly to eight.",
        say="I'll ask, and then I'll be quiet for a bit.",
        why="People need a few seconds to find a thought.",
        costs="Eight seconds feel like a minute.",
        watch_for="Somebody breathing in.",
        way_back="Say that it was a big question and ask a smaller one.",
        credit="Wait time, Mary Budd Rowe",
    ),
)
GUESSES = (
    Guess(situation="silence-after-a-question", title="You ask, and nobody answers", confidence=0.4),
    Guess(situation="low-energy", title="The energy is low", confidence=0.3),
    Guess(situation="same-three-talk", title="The same three people talk", confidence=0.2),
)
THOUGHT = Finding(
    check="K4", severity=Severity.QUESTION, where="reply", message="Is this one thing or two?",
    why="One thing is easier to keep in mind.", way_forward="Drop the second.",
)  # fmt: skip
GAP = "Nobody is named here for such a matter. Ask whoever looks after the community to name somebody."


@dataclass
class FakeCoaching:
    """Conversations of one's own."""

    coach: Any
    kept: dict[str, Thread] = field(default_factory=dict)
    asked: list[CoachingRequest] = field(default_factory=list)
    refusal: CoachError | None = None
    """Why nothing is answered."""
    sends_nothing: bool = False
    """Whether nothing would be sent to a model."""
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    def ask(
        self, name: str, request: CoachingRequest, *, by: str = "auto", actor: Actor | None = None, watch: Any = None
    ) -> CoachReply:
        if self.refusal:
            raise self.refusal
        if request.thread and request.thread not in self.kept:
            raise UnknownConversation("That conversation is not here.")
        self.asked.append(request)
        reply = self._reply(name, request)
        if not request.keeps or reply.kind is ReplyKind.SIGNPOST:
            return reply.model_copy(update={"kept": False, "thread": request.thread})
        return self._keep(request, reply)

    def _keep(self, request: CoachingRequest, reply: CoachReply) -> CoachReply:
        mode = request.mode or CoachMode.THINK
        number = next(self._numbers)
        new = Thread(id=f"t{number}", title=request.message[:40], mode=mode, started=AT, updated=AT)
        thread = self.kept.get(request.thread, new)
        reply = reply.model_copy(update={"id": f"c{number}", "thread": thread.id})
        said = Turn(id=f"p{number}", who="person", text=request.message, at=AT)
        answered = Turn(id=reply.id, who="coach", text=reply.text, at=AT, reply=reply)
        turns = (*thread.turns, said, answered)
        self.kept[thread.id] = thread.model_copy(update={"turns": turns, "situation": reply.situation})
        return reply

    def _reply(self, name: str, request: CoachingRequest) -> CoachReply:
        mode = request.mode or CoachMode.THINK
        if "shouts" in request.message:
            return self._signpost(name, mode)
        if request.message == "hi":
            return CoachReply(kind=ReplyKind.ASIDE, mode=mode, says="Hello. What is on your mind?")
        if "odd" in request.message and not request.situation:
            return CoachReply(
                kind=ReplyKind.CHOOSE, mode=mode, heard="You say “odd”.", alternatives=GUESSES, asks="Which is nearest?"
            )
        return self._coached(name, request, mode)

    def _coached(self, name: str, request: CoachingRequest, mode: CoachMode) -> CoachReply:
        guess = next((one for one in GUESSES if one.situation == request.situation), GUESSES[0])
        focuses = mode is CoachMode.TEN_MINUTES or bool(request.situation)
        return CoachReply(
            kind=ReplyKind.FOCUS if focuses else ReplyKind.LISTEN,
            mode=mode,
            heard=f"You say “{request.message[:30]}” & more.",
            strength="You noticed it.",
            from_notes="Your notes say “everyone does the drawing” (S1).",
            move=MOVES[request.seed % 2] if focuses else None,
            lesson=OfferedLesson(id="l1", says="In another community they tried it in pairs.") if focuses else None,
            asks="What did <you> do then?",
            situation=guess.situation,
            situation_title=guess.title,
            confidence=0.5,
            alternatives=GUESSES,
            citations=self._citations(name),
            findings=(THOUGHT,),
        )

    def _citations(self, name: str) -> tuple[Citation, ...]:
        note = next((one for one in self.coach.shelf[name].values() if "everyone does the drawing" in one.text), None)
        if note is None:
            return ()
        start = note.text.index("everyone does the drawing")
        quote = note.text[start : start + 25]
        return (
            Citation(
                label="S1", quote=quote, note=note.path, note_id=note.id, title=note.title, start=start, end=start + 25
            ),
        )

    def _signpost(self, name: str, mode: CoachMode) -> CoachReply:
        contacts = tuple(self.coach.sharing.contacts(name))
        signpost = Signpost(
            matter=Matter.BULLYING, says="This is for people & not for me.", contacts=contacts,
            gap="" if contacts else GAP, is_urgent=True,
        )  # fmt: skip
        return CoachReply(
            kind=ReplyKind.SIGNPOST,
            mode=mode,
            heard="That is not all right.",
            signpost=signpost,
            asks="Whom could you tell?",
        )

    def preview(self, name: str, request: CoachingRequest, *, actor: Actor | None = None) -> SentPreview | None:
        return None if self.sends_nothing else self.coach.model.preview(name, request)

    def threads(self, name: str, *, actor: Actor | None = None) -> list[Thread]:
        return [one.model_copy(update={"turns": ()}) for one in reversed(self.kept.values())]

    def thread(self, name: str, thread_id: str, *, actor: Actor | None = None) -> Thread:
        if thread_id not in self.kept:
            raise UnknownConversation("That conversation is not here.")
        return self.kept[thread_id]

    def forget(self, name: str, thread_id: str, *, actor: Actor | None = None) -> Thread:
        gone = self.thread(name, thread_id)
        del self.kept[thread_id]
        return gone

    def restore(self, name: str, thread: Thread, *, actor: Actor | None = None) -> None:
        self.kept[thread.id] = thread


@dataclass
class FakePractice:
    """What one person keeps for themselves."""

    things: dict[str, OwnThing] = field(default_factory=dict)
    due: str = ""
    """The id of the experiment that is to be asked about."""
    returns: tuple[str, ...] = ()
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    def _put(self, thing: Any) -> Any:
        if not thing.text.strip():
            raise BadRequest("Nothing is written.", "Write a line.")
        new = thing if thing.id else thing.model_copy(update={"id": f"o{next(self._numbers)}", "at": AT})
        self.things[new.id] = new
        return new

    def _of(self, kind: type) -> list[Any]:
        return [one for one in self.things.values() if isinstance(one, kind)]

    def doing(self, name: str, *, actor: Actor | None = None) -> list[AlreadyDoing]:
        return self._of(AlreadyDoing)

    def add_doing(self, name: str, text: str, *, flopped: bool = False, actor: Actor | None = None) -> AlreadyDoing:
        return self._put(AlreadyDoing(text=text, flopped=flopped))

    def change_doing(self, name: str, doing: AlreadyDoing, *, actor: Actor | None = None) -> AlreadyDoing:
        return self._put(doing)

    def remove_doing(self, name: str, doing_id: str, *, actor: Actor | None = None) -> OwnThing:
        return self.things.pop(doing_id)

    def experiments(self, name: str, *, actor: Actor | None = None) -> list[Experiment]:
        return self._of(Experiment)

    def begin_experiment(self, name: str, experiment: Experiment, *, actor: Actor | None = None) -> Experiment:
        return self._put(experiment)

    def tell_experiment(
        self, name: str, experiment_id: str, happened: str, learned: str = "", *, actor: Actor | None = None
    ) -> Experiment:
        if not happened and not learned:
            raise BadRequest("What happened is not written.", "Write a line.")
        told = {"state": "told", "happened": happened, "learned": learned}
        return self._put(self.things[experiment_id].model_copy(update=told))

    def drop_experiment(self, name: str, experiment_id: str, *, actor: Actor | None = None) -> Experiment:
        return self._put(self.things[experiment_id].model_copy(update={"state": "dropped"}))

    def due_experiment(self, name: str, *, actor: Actor | None = None) -> Experiment | None:
        found = self.things.get(self.due)
        return found if isinstance(found, Experiment) and found.state == "open" else None

    def journal(self, name: str, *, actor: Actor | None = None) -> list[JournalEntry]:
        return self._of(JournalEntry)

    def write_entry(self, name: str, text: str, *, thread: str = "", actor: Actor | None = None) -> JournalEntry:
        return self._put(JournalEntry(text=text, thread=thread))

    def change_entry(self, name: str, entry: JournalEntry, *, actor: Actor | None = None) -> JournalEntry:
        return self._put(entry)

    def remove_entry(self, name: str, entry_id: str, *, actor: Actor | None = None) -> OwnThing:
        return self.things.pop(entry_id)

    def growth(self, name: str, *, actor: Actor | None = None) -> Growth:
        wrote = [GrowthMoment(at=AT, what="wrote", text=one.text, id=one.id) for one in self.journal(name)]
        tried = [
            GrowthMoment(at=AT, what="tried", text=one.happened, id=one.id)
            for one in self.experiments(name) if one.state == "told"
        ]  # fmt: skip
        return Growth(moments=(*tried, *wrote), returns=self.returns)

    def restore(self, name: str, thing: OwnThing, *, actor: Actor | None = None) -> None:
        self.things[thing.id] = thing


@dataclass
class FakeSharing:
    """Contacts and lessons."""

    named: list[Contact] = field(default_factory=list)
    written: dict[str, Lesson] = field(default_factory=dict)
    elsewhere: list[SharedLesson] = field(default_factory=list)
    refuses: bool = False
    """Whether this person may not change anything."""
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    def contacts(self, name: str, *, actor: Actor | None = None) -> list[Contact]:
        return list(self.named)

    def set_contacts(self, name: str, contacts: Sequence[Contact], *, actor: Actor | None = None) -> list[Contact]:
        if self.refuses:
            raise NotAllowed("Only whoever looks after it says whom to turn to.")
        if not all(one.who and one.reach for one in contacts):
            raise BadRequest("Whom to turn to is not written.", "Write a name or a role.")
        self.named = [one if one.id else one.model_copy(update={"id": f"k{next(self._numbers)}"}) for one in contacts]
        return self.named

    def lessons(self, name: str, *, actor: Actor | None = None) -> list[Lesson]:
        return list(reversed(self.written.values()))

    def write_lesson(self, name: str, lesson: Lesson, *, actor: Actor | None = None) -> Lesson:
        if not lesson.tried:
            raise BadRequest("What you tried is not written.", "Write a line.")
        new = lesson.model_copy(update={"id": f"l{next(self._numbers)}", "at": AT})
        self.written[new.id] = new
        return new

    def to_shared(self, name: str, lesson: Lesson, *, actor: Actor | None = None) -> SharedLesson:
        told = {part: getattr(lesson, part).replace("Fergus", "somebody") for part in ("setting", "tried", "happened")}
        return SharedLesson(id=lesson.id, situation=lesson.situation, **told)

    def names_left(self, text: str) -> tuple[str, ...]:
        return ("Oskar",) if "Oskar" in text else ()

    def share_lesson(self, name: str, lesson_id: str, shared: SharedLesson, *, actor: Actor | None = None) -> Lesson:
        if "Fergus" in shared.model_dump_json():
            raise BadRequest("“Fergus” would tell who it was.", "Say it without.")
        self.written[lesson_id] = self.written[lesson_id].model_copy(update={"shared": shared})
        return self.written[lesson_id]

    def withdraw_lesson(self, name: str, lesson_id: str, *, actor: Actor | None = None) -> Lesson:
        self.written[lesson_id] = self.written[lesson_id].model_copy(update={"shared": None})
        return self.written[lesson_id]

    def remove_lesson(self, name: str, lesson_id: str, *, actor: Actor | None = None) -> Lesson:
        return self.written.pop(lesson_id)

    def restore_lesson(self, name: str, lesson: Lesson, *, actor: Actor | None = None) -> Lesson:
        self.written[lesson.id] = lesson
        return lesson

    def from_elsewhere(self, name: str, situation: str = "", *, actor: Actor | None = None) -> list[SharedLesson]:
        return list(self.elsewhere)
