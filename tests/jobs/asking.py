"""A drafter that asks its model one question and lets the playbook write: enough to see who drafted what."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from coach.drafting.modelled import Room
from coach.drafting.playbook import PlaybookDrafter
from coach.models import (
    ArrivingPart,
    Brief,
    CoachReply,
    ModelSetup,
    ModelTrial,
    NotesAnswer,
    OutcomesResult,
    Rewrite,
    RewritesResult,
    SentPreview,
    SessionPlan,
)
from coach.playbook import load_playbook
from coach.ports import (
    LLM,
    AnswerInput,
    BriefInput,
    CoachingInput,
    DraftInput,
    LLMRequest,
    OutcomesInput,
    PartInput,
    RewriteInput,
)

MODEL = "scripted/model"


class AskingDrafter:
    """A drafter for a room; the model's words become a title or a message."""

    def __init__(self, room: Room) -> None:
        self._room, self._base = room, PlaybookDrafter(load_playbook())
        self.name = room.llms[0].name

    def draft_plan(self, given: DraftInput) -> SessionPlan:
        words = self._ask(f"plan {given.community.name} {' / '.join(given.avoid)}")
        self._room.watch.part(ArrivingPart(key="a1", heading="The first activity", lines=(words,)))
        return self._base.draft_plan(given).model_copy(update={"title": words, "drafted_by": self.name})

    def draft_outcomes(self, given: OutcomesInput) -> OutcomesResult:
        words = self._ask(f"outcomes {' '.join(item.text for item in given.passages)}")
        return OutcomesResult(enough=True, message=words, drafted_by=self.name)

    def draft_rewrites(self, given: RewriteInput) -> RewritesResult:
        words = self._ask(f"rewrite {given.request.text}")
        rewrites = (Rewrite(text=words, differs="It is the model's."),)
        return RewritesResult(text=given.request.text, rewrites=rewrites, drafted_by=self.name)

    def draft_part(self, given: PartInput) -> SessionPlan:
        self._ask(f"part {given.request.part}")
        self._room.trace.by_part[given.request.part] = self.name
        return self._base.draft_part(given)

    def draft_reply(self, given: CoachingInput) -> CoachReply:
        words = self._ask(f"reply {given.message}")
        return self._base.draft_reply(given).model_copy(update={"says": words, "drafted_by": self.name})

    def draft_brief(self, given: BriefInput) -> Brief:
        words = self._ask(f"brief {given.request.reader}")
        return self._base.draft_brief(given).model_copy(update={"title": words, "drafted_by": self.name})

    def draft_answer(self, given: AnswerInput) -> NotesAnswer:
        words = self._ask(f"answer {given.request.question}")
        return self._base.draft_answer(given).model_copy(update={"message": words, "drafted_by": self.name})

    def preview_brief(self, given: BriefInput) -> SentPreview:
        return self._show(f"brief {given.request.reader}")

    def preview_answer(self, given: AnswerInput) -> SentPreview:
        return self._show(f"answer {given.request.question}")

    def preview_reply(self, given: CoachingInput) -> SentPreview:
        return self._show(f"reply {given.message}")

    def preview_plan(self, given: DraftInput) -> SentPreview:
        return self._show(f"plan {given.community.name}")

    def preview_outcomes(self, given: OutcomesInput) -> SentPreview:
        return self._show("outcomes")

    def preview_rewrites(self, given: RewriteInput) -> SentPreview:
        return self._show(f"rewrite {given.request.text}")

    def preview_part(self, given: PartInput) -> SentPreview | None:
        return None

    def _ask(self, user: str) -> str:
        self._room.watch.stage(f"{self.name} is drafting")
        llm = self._room.llms[0]
        tokens = llm.count_tokens(user)
        reservation = self._room.purse.take(llm.name, tokens, llm.price(tokens, 0))
        reply = None
        try:
            reply = llm.ask(LLMRequest("Draft.", user), lambda piece: self._room.watch.check())
        finally:
            self._room.purse.pay(reservation, reply)
        self._room.trace.prompts["plan v1"] = "abc"
        return reply.text

    def _show(self, user: str) -> SentPreview:
        return SentPreview(
            model=self.name, host=self._room.host, prompt="plan v1", prompt_sha256="abc", system="Draft.", user=user,
            tokens=len(user.split()), cost_usd=0.01,
        )  # fmt: skip


class NoKeys:
    """A shelf in memory."""

    def __init__(self) -> None:
        self.held: dict[str, str] = {}

    def name_for(self, model: str) -> str:
        return f"{model.partition('/')[0].upper()}_API_KEY"

    def find(self, model: str) -> tuple[str | None, Literal["environment", "keyring", ""]]:
        key = self.held.get(self.name_for(model))
        return (key, "keyring") if key else (None, "")

    def put(self, model: str, key: str) -> None:
        self.held[self.name_for(model)] = key

    def forget(self, model: str) -> None:
        self.held.pop(self.name_for(model), None)

    def keyring_name(self) -> str:
        return "memory"


@dataclass
class Outside:
    """What a coach with a scripted model is built with, and what was made of it."""

    make: Callable[[str, str, ModelSetup], LLM]
    environment: dict[str, object] = field(default_factory=dict)
    keys: NoKeys = field(default_factory=NoKeys)
    made: list[tuple[str, str]] = field(default_factory=list)
    rooms: list[Room] = field(default_factory=list)

    def make_llm(self, model: str, api_base: str, setup: ModelSetup) -> LLM:
        self.made.append((model, api_base))
        return self.make(model, api_base, setup)

    def make_drafter(self, room: Room) -> AskingDrafter:
        self.rooms.append(room)
        return AskingDrafter(room)

    def try_model(self, llm: LLM) -> ModelTrial:
        return ModelTrial(model=llm.name, reachable=True, message=llm.ask(LLMRequest("Try.", "It.")).text)


class Gate:
    """Holds a model's answers back until a test lets them go; never for longer than ten seconds."""

    def __init__(self) -> None:
        self.asked, self._open = threading.Event(), threading.Event()

    def hold(self, request: LLMRequest) -> str:
        self.asked.set()
        assert self._open.wait(10)
        return "Let go."

    def let_go(self) -> None:
        self._open.set()
