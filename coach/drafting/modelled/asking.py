"""Asking: one question to the first model that answers, within the budget, from what was kept when it is the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from coach.drafting.prompting import Plain, Prompt, render
from coach.errors import BudgetSpent, ModelAnswerUnusable, ModelProblem
from coach.ports import ANEW, LLM, LLMReply, LLMRequest

from .answers import read_object, read_so_far
from .room import Room
from .schemas import to_schema

EveryPiece = Callable[[dict[str, Any]], None]
"""Sees what has come of an answer so far."""
_REREAD_CHARS, _REREAD_SHARE, _SHOWN_CHARS = 60, 40, 60_000
"""So many new characters are worth reading again what has come: these, or a fortieth; and up to there."""


@dataclass(frozen=True)
class Question:
    """A question, ready to be sent."""

    prompt: Prompt
    """The prompt that it was rendered from."""
    request: LLMRequest
    """What is sent."""
    seed: int = 0
    """Another seed is another question, though the words are the same."""


class Asker:
    """Asks for one job; what it learns of a model stays for the job."""

    def __init__(self, room: Room) -> None:
        """Keep what the job may use."""
        self._room = room
        self._llms = list(room.llms)
        self._shared = ""

    @property
    def model(self) -> str:
        """Return who is asked next."""
        return self._llms[0].name if self._llms else ""

    def to_question(
        self, prompt: Prompt, values: dict[str, Plain], shape: type[BaseModel], *, seed: int = 0, most: int = 4000
    ) -> Question:
        """Return a question; nothing is sent.

        Args:
            prompt: The prompt.
            values: What is put into it, hidden already.
            shape: What the answer should look like.
            seed: Another seed asks for another answer.
            most: The longest answer, in tokens.
        """
        system, user = render(prompt, **values)
        return Question(
            prompt,
            LLMRequest(
                system,
                user,
                schema=to_schema(shape),
                temperature=0.3 if seed == 0 else 0.8,
                max_tokens=most,
                shared_chars=self._share(user),
            ),
            seed,
        )

    def ask(self, question: Question, every: EveryPiece | None = None) -> dict[str, Any]:
        """Return the answer as far as it could be read.

        Raises:
            ModelProblem: None of the models can answer, or the budget is spent.
            Stopped: Whoever waits asked to stop.
        """
        self._room.trace.prompts[question.prompt.label] = question.prompt.sha256[:16]
        while self._llms:
            self._room.watch.check()
            try:
                return self._ask_one(self._llms[0], question, every)
            except BudgetSpent:
                raise
            except ModelProblem as problem:
                if len(self._llms) == 1:
                    raise
                self._room.trace.tell(f"{problem.message} {self._llms[1].name} was asked in its place.")
                self._llms.pop(0)
        raise ModelAnswerUnusable("No model is set up.")

    def _ask_one(self, llm: LLM, question: Question, every: EveryPiece | None) -> dict[str, Any]:
        room, key = self._room, to_key(llm.name, question)
        kept = room.answers.find(key) if room.answers else None
        if kept is not None:
            found = read_object(kept.text)
            if found is not None:
                room.purse.reuse()
                room.trace.tell("The same was asked before with the same notes; that answer is shown again.")
                return found
        reply = self._pay_for(llm, question.request, every)
        found = read_object(reply.text)
        if found is None:
            raise ModelAnswerUnusable(f"{llm.name} answered with something that is no draft.")
        if room.answers and not reply.cut:
            room.answers.keep(key, reply)
        return found

    def _pay_for(self, llm: LLM, request: LLMRequest, every: EveryPiece | None) -> LLMReply:
        purse = self._room.purse
        tokens_in = count_sent(llm, request)
        usd = llm.price(tokens_in, request.max_tokens)
        reservation = purse.take(llm.name, tokens_in + request.max_tokens, usd)
        reply = None
        try:
            reply = llm.ask(request, _Reader(self._room, every))
        finally:
            # Also when it was stopped: what was set aside is let go of, or kept as spent, exactly once.
            purse.pay(reservation, reply)
        return reply

    def _share(self, user: str) -> int:
        """Return how much of this question begins like the one before, or all of the first one."""
        before, self._shared = self._shared, user
        if not before:
            return len(user)
        same = next((place for place, (a, b) in enumerate(zip(before, user, strict=False)) if a != b), len(before))
        return min(same, len(user))


class _Reader:
    """Hears an answer piece by piece and shows what can be read of it."""

    def __init__(self, room: Room, every: EveryPiece | None) -> None:
        self._room, self._every = room, every
        self._text, self._read = "", 0

    def __call__(self, piece: str) -> None:
        self._room.watch.check()
        if piece == ANEW:
            self._text, self._read = "", 0
            return
        self._text += piece
        length = len(self._text)
        enough = self._read == 0 or length - self._read >= max(_REREAD_CHARS, length // _REREAD_SHARE)
        if self._every and self._text and enough and length <= _SHOWN_CHARS:
            self._read = length
            self._every(read_so_far(self._text))


def count_sent(llm: LLM, request: LLMRequest) -> int:
    """Return about how many tokens a question has, its schema included."""
    schema = json.dumps(request.schema) if request.schema else ""
    return llm.count_tokens(request.system + request.user + schema)


def to_key(model: str, question: Question) -> str:
    """Return a hash of everything that an answer depends on."""
    request = replace(question.request, timeout_s=0, total_s=0, shared_chars=0)
    parts = [model, question.prompt.sha256, question.seed, request.system, request.user, request.schema]
    whole = json.dumps([*parts, request.temperature, request.max_tokens], sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()
