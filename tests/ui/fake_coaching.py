"""A coach to talk to, in memory: it says what a test has it say."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass, field
from typing import Any

from coach.errors import CoachError, UnknownConversation
from coach.models import (
    Actor,
    Citation,
    CoachingRequest,
    CoachMode,
    CoachReply,
    Finding,
    Guess,
    Matter,
    OfferedLesson,
    OfferedMove,
    ReplyKind,
    SentPreview,
    Severity,
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
        if not request.keeps or reply.kind in (ReplyKind.SIGNPOST, ReplyKind.ASIDE):
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
            drafted_by=drafting.by if (drafting := self.coach.drafts.drafting) else "playbook",
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
