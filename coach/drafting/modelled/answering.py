"""Wording an answer from the notes: a few sentences with the words behind each, or that the notes do not say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from coach.drafting.prompting import read_prompt, render_system
from coach.errors import ModelAnswerUnusable
from coach.models import ArrivingPart, ClaimKind, Evidence, Finding, NotesAnswer
from coach.playbook import Playbook
from coach.ports import AnswerInput, Embedder, Statement

from .asking import Asker, Question
from .brief import Composes
from .brief_lines import Besides, Lines, lay_lines, may_be_sent, tell_lines
from .brief_looking import Looking, find_stopped, is_worth_asking, tell_found
from .brief_shape import AnswerDraft, LineDraft
from .brief_words import Worded, Wording
from .briefing import Briefing, Values, tell_community
from .looking import weigh
from .mending import mend
from .room import Room

LONGEST_ANSWER = 900
"""Tokens of an answer; five sentences take about 350."""
MOST_STATEMENTS, MOST_CHARS, MOST_SENTENCES, MOST_NEAR = 16, 3_600, 5, 3
"""What is sent, how long an answer may be, and how much is shown when there is none."""
_KEY, _HEADING = "answer", "Answer"
_CLAIMS = tuple(kind for kind in ClaimKind if kind.is_claim)
_NOT_SAID = "The notes do not answer this. What comes nearest is below."


@dataclass(frozen=True)
class AnswerGround:
    """What one answer is worded from."""

    given: AnswerInput
    """What was handed in."""
    lines: Lines
    """Statements and names, under labels."""
    values: Values
    """What is put into the prompt."""
    system: str
    """The instructions."""


@dataclass(frozen=True)
class _Version:
    """One version of an answer, with what was found in it."""

    draft: AnswerDraft
    worded: Sequence[Worded]
    findings: list[Finding]

    @property
    def weight(self) -> int:
        return weigh(self.findings)


class AnswerDrafting:
    """Words one answer for one job."""

    def __init__(self, room: Room, base: Composes, playbook: Playbook, embedder: Embedder) -> None:
        """Keep what it works with."""
        self._room, self._base = room, base
        self._asker, self._looking = Asker(room), Looking(room, embedder, playbook.lexicon)

    def lay(self, given: AnswerInput) -> AnswerGround:
        """Return what an answer is worded from; nobody is asked."""
        request = given.request
        asked = "\n".join([request.question, tell_community(given.community)])
        lines = lay_lines(self._room, _choose(may_be_sent(given.statements, given.private)), Besides(asked=asked))
        briefing = Briefing(lines.veil)
        values: Values = {
            "question": briefing.hide(request.question),
            "community": briefing.hide_data(tell_community(given.community)),
            "statements": tell_lines(lines, briefing),
            "drafted": "",
            "findings": "",
        }
        return AnswerGround(given, lines, values, render_system(read_prompt("answer")))

    def to_question(self, ground: AnswerGround) -> Question:
        """Return the question that would be sent."""
        return self._asker.to_question(read_prompt("answer"), ground.values, AnswerDraft, most=LONGEST_ANSWER)

    def draft(self, given: AnswerInput) -> NotesAnswer:
        """Return an answer; the playbook's, where what a model says cannot stand.

        Raises:
            ModelProblem: No model can answer.
            Stopped: Whoever waits asked to stop.
        """
        watch = self._room.watch
        watch.stage("Reading what the notes say")
        ground = self.lay(given)
        if not given.enough or not ground.lines.said:
            return self._base.draft_answer(given)
        watch.stage(f"{self._asker.model} is answering")
        wording = Wording(ground.lines, ground.system)
        raw = self._asker.ask(self.to_question(ground), lambda so_far: self._show(so_far, wording))
        draft = read_answer(raw)
        if draft is None or not (draft.sentences or raw.get("enough") is False):
            raise ModelAnswerUnusable(f"{self._asker.model} answered with something that is no answer.")
        if not draft.sentences or not draft.enough:
            return self._say_not_said(given, ground)
        watch.stage("Checking every sentence")
        first = self._look(draft, ground)
        best = mend(first, self._room, lambda one: is_worth_asking(one.findings), lambda one: self._mended(one, ground))
        return self._finish(best, given)

    # -- inside ------------------------------------------------------------------------------------
    def _look(self, draft: AnswerDraft, ground: AnswerGround) -> _Version:
        wording = Wording(ground.lines, ground.system)
        worded = [
            wording.fill(item, f"answer-{place}", _kind_of(item))
            for place, item in enumerate(draft.sentences[:MOST_SENTENCES], 1)
        ]
        answer = _to_answer(ground.given, worded)
        return _Version(draft, worded, self._looking.find_in_answer(answer, worded, ground.given))

    def _mended(self, version: _Version, ground: AnswerGround) -> _Version | None:
        self._room.trace.repairs += 1
        briefing = Briefing(ground.lines.veil)
        drafted = "\n".join(f"{item.sentence.id} {item.draft.model_dump_json()}" for item in version.worded)
        values = {
            **ground.values,
            "drafted": briefing.hide_data(drafted),
            "findings": tell_found(version.findings, briefing),
        }
        question = self._asker.to_question(read_prompt("answer"), values, AnswerDraft, most=LONGEST_ANSWER)
        draft = read_answer(self._asker.ask(question))
        return self._look(draft, ground) if draft and draft.sentences else None

    def _finish(self, version: _Version, given: AnswerInput) -> NotesAnswer:
        stopped = find_stopped(version.findings)
        good = [item for item in version.worded if item.sentence.id not in stopped]
        if not good:
            self._room.trace.tell(f"What {self._asker.model} said could not stand; the playbook answered in its place.")
            return self._base.draft_answer(given)
        if len(good) < len(version.worded):
            self._room.trace.tell("A part of the answer could not be borne out by the notes, and was left out.")
        answer = _to_answer(given, good).model_copy(update={"drafted_by": self._asker.model})
        lines = tuple(sentence.text for sentence in answer.sentences)
        self._room.watch.part(ArrivingPart(key=_KEY, heading=_HEADING, lines=lines, state="checked"))
        return answer

    def _say_not_said(self, given: AnswerInput, ground: AnswerGround) -> NotesAnswer:
        near: list[Evidence] = [item.evidence for item in ground.lines.said.values()]
        return NotesAnswer(
            question=given.request.question,
            enough=False,
            message=_NOT_SAID,
            searched=given.searched,
            near=tuple(near[:MOST_NEAR]),
            drafted_by=self._asker.model,
        )

    def _show(self, raw: dict[str, Any], wording: Wording) -> None:
        draft = read_answer(raw)
        drafted = draft.sentences[:MOST_SENTENCES] if draft else ()
        lines = tuple(text for item in drafted if (text := wording.clean_line(item.text)))
        if lines:
            self._room.watch.part(ArrivingPart(key=_KEY, heading=_HEADING, lines=lines))


def read_answer(raw: dict[str, Any]) -> AnswerDraft | None:
    """Return what can be read of an answer; None when nothing can."""
    try:
        return AnswerDraft.model_validate(raw)
    except ValidationError:
        return None


def _choose(statements: Sequence[Statement]) -> list[Statement]:
    """Return the nearest statements that there is room for, in the order of time."""
    chosen: list[Statement] = []
    left = MOST_CHARS
    for item in statements[:MOST_STATEMENTS]:
        left -= len(item.evidence.shown)
        if left < 0:
            break
        chosen.append(item)
    return sorted(chosen, key=lambda item: item.evidence.date or "")


def _kind_of(draft: LineDraft) -> ClaimKind:
    return next((kind for kind in _CLAIMS if kind.value == draft.kind.strip().lower()), ClaimKind.STORY)


def _to_answer(given: AnswerInput, worded: Sequence[Worded]) -> NotesAnswer:
    sentences = [item.sentence.model_copy(update={"id": f"answer-{place}"}) for place, item in enumerate(worded, 1)]
    return NotesAnswer(
        question=given.request.question, sentences=tuple(sentences), enough=bool(sentences), searched=given.searched
    )
