"""Pages for leaders, kept outcomes and stories, in memory, for the pages to talk to."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from coach.errors import BadRequest, UnknownBrief
from coach.models import (
    Actor,
    AnswerRequest,
    Brief,
    BriefCheckUp,
    BriefRequest,
    BriefResult,
    Evidence,
    EvidenceNow,
    Finding,
    KeptBrief,
    KeptOutcome,
    NotesAnswer,
    OutcomeLook,
    SentPreview,
    StageTalk,
    StoryLink,
    StoryPart,
    StoryQuestion,
    ValueStory,
    WorthItLook,
)
from tests.ui.good_brief import AT, GAP, evidence, good_brief, sentence_of

TODAY = dt.date(2026, 11, 26)
STAGES = tuple(
    StageTalk(name=name, sounds_like=f"“{name}” & so on.", asks=("Who <else> is here?",), next_thing="Meet once more.")
    for name in ("Potential", "Forming", "Maturing", "Self-sustaining", "Transformation")
)
QUESTIONS = tuple(
    StoryQuestion(link=link, asks=f"Asked for {link.value}?", helps="Think of one day.", example="We drew a map.")
    for link in StoryLink
)


@dataclass
class FakeBriefs:
    """Pages for leaders, and questions to the notes."""

    coach: Any
    pages: dict[str, Brief] = field(default_factory=dict)
    asked: list[BriefRequest | AnswerRequest] = field(default_factory=list)
    findings: tuple[Finding, ...] = ()
    """What the checks say of every page."""
    now: tuple[EvidenceNow, ...] = ()
    """What became of the words behind a page."""
    rendered: list[tuple[str, Brief]] = field(default_factory=list)
    knows_days: bool = True
    """Whether the notes tell on which days people met."""
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    def make(self, name: str, request: BriefRequest, **_: Any) -> BriefResult:
        if request.start and request.start.year < 2000:
            raise BadRequest("That is too long ago.", "Take a later day.")
        self.asked.append(request)
        brief = good_brief(name, request, self.coach)
        if not self.knows_days:
            months = tuple(one.model_copy(update={"sessions": 0}) for one in brief.pictures.months)
            brief = brief.model_copy(update={"pictures": brief.pictures.model_copy(update={"months": months})})
        return BriefResult(brief=brief, findings=self.findings)

    def check(self, name: str, brief: Brief, *, actor: Actor | None = None) -> BriefResult:
        stops = tuple(one for one in self.findings if one.where in {sentence.id for sentence in brief.sentences()})
        return BriefResult(brief=brief, findings=stops)

    def answer(self, name: str, request: AnswerRequest, **_: Any) -> NotesAnswer:
        if not request.question:
            raise BadRequest("Nothing is asked.")
        self.asked.append(request)
        near = (evidence(self.coach, name),)
        if "taxi" in request.question:
            return NotesAnswer(
                question=request.question, enough=False, message="They do not speak of <taxis>.", searched=3, near=near
            )
        said = (sentence_of(self.coach, name),)
        return NotesAnswer(question=request.question, sentences=said, enough=True, searched=3)

    def keep(self, name: str, brief: Brief, *, actor: Actor | None = None) -> Brief:
        kept = brief.model_copy(update={"id": brief.id or f"b{next(self._numbers)}", "made_at": brief.made_at or AT})
        self.pages[kept.id] = kept
        return kept

    def kept(self, name: str, *, actor: Actor | None = None) -> list[KeptBrief]:
        return [
            KeptBrief(
                id=one.id, title=one.title, reader=one.request.reader, start=one.request.start, end=one.request.end,
                made_at=one.made_at or AT,
            )
            for one in reversed(self.pages.values())
        ]  # fmt: skip

    def open(self, name: str, brief_id: str, *, actor: Actor | None = None) -> BriefResult:
        return BriefResult(brief=self._get(brief_id))

    def remove(self, name: str, brief_id: str, *, actor: Actor | None = None) -> Brief:
        gone = self._get(brief_id)
        del self.pages[brief_id]
        return gone

    def restore(self, name: str, brief: Brief, *, actor: Actor | None = None) -> None:
        self.pages[brief.id] = brief

    def check_up(self, name: str, brief_id: str, *, actor: Actor | None = None) -> BriefCheckUp:
        self._get(brief_id)
        return BriefCheckUp(brief_id=brief_id, at=AT, evidence=self.now, says="One of two quotes is <gone>.")

    def preview(self, name: str, request: Any, *, actor: Actor | None = None) -> SentPreview | None:
        shown: SentPreview | None = self.coach.model.preview(name, request)
        return shown

    def render(self, result: BriefResult, form: str) -> bytes:
        self.rendered.append((form, result.brief))
        return result.brief.title.encode()

    def render_answer(self, answer: NotesAnswer) -> str:
        return "\n".join([f"# {answer.question}", *(one.text for one in answer.sentences)])

    def _get(self, brief_id: str) -> Brief:
        if brief_id not in self.pages:
            raise UnknownBrief("That page is not kept here.")
        return self.pages[brief_id]


@dataclass
class FakeLearning:
    """What the community set out to be able to do, and its stories."""

    coach: Any
    kept: dict[str, KeptOutcome] = field(default_factory=dict)
    told: dict[str, ValueStory] = field(default_factory=dict)
    found: tuple[ValueStory, ...] = ()
    """Stories found in the notes."""
    hears: bool = True
    """Whether the notes tell anything."""
    looked: int = 0
    """How often everything was worked out."""
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    def outcomes(self, name: str, *, actor: Actor | None = None) -> list[KeptOutcome]:
        return list(self.kept.values())

    def keep_outcome(self, name: str, outcome: KeptOutcome, *, actor: Actor | None = None) -> KeptOutcome:
        if not outcome.text.strip():
            raise BadRequest("Nothing is written.", "Write what you want to be able to do.")
        signs = tuple(one if one.id else one.model_copy(update={"id": self._id("s")}) for one in outcome.signs)
        new = {"id": outcome.id or self._id("o"), "signs": signs, "since": outcome.since or TODAY}
        outcome = outcome.model_copy(update=new)
        self.kept[outcome.id] = outcome
        return outcome

    def remove_outcome(self, name: str, outcome_id: str, *, actor: Actor | None = None) -> KeptOutcome:
        return self.kept.pop(outcome_id)

    def stories(self, name: str, state: str | None = None, *, actor: Actor | None = None) -> list[ValueStory]:
        return [one for one in self.told.values() if state in (None, one.state)]

    def keep_story(self, name: str, story: ValueStory, *, actor: Actor | None = None) -> ValueStory:
        story = story if story.id else story.model_copy(update={"id": self._id("v")})
        self.told[story.id] = story
        return story

    def remove_story(self, name: str, story_id: str, *, actor: Actor | None = None) -> ValueStory:
        return self.told.pop(story_id)

    def restore(self, name: str, thing: KeptOutcome | ValueStory, *, actor: Actor | None = None) -> None:
        if isinstance(thing, KeptOutcome):
            self.kept[thing.id] = thing
        else:
            self.told[thing.id] = thing

    def find_stories(
        self, name: str, start: dt.date | None = None, end: dt.date | None = None, *, actor: Actor | None = None
    ) -> list[ValueStory]:
        said = {one.parts for one in self.told.values()}
        return [one for one in self.found if one.parts not in said]

    def worth_it(
        self, name: str, start: dt.date | None = None, end: dt.date | None = None, *, actor: Actor | None = None
    ) -> WorthItLook:
        self.looked += 1
        words = (evidence(self.coach, name),) if self.hears else ()
        going_on = [one for one in self.kept.values() if one.ended is None]
        looks = tuple(
            OutcomeLook(outcome=one, found={sign.id: words for sign in one.signs}, speaks=words) for one in going_on
        )
        return WorthItLook(
            start=TODAY.replace(year=2025), end=TODAY, outcomes=looks, heard_wishes=words, unplanned=words, hard=words,
            stories=tuple(self.stories(name, "confirmed")), candidates=len(self.find_stories(name)),
            stopped=tuple(one for one in self.kept.values() if one.ended is not None),
        )  # fmt: skip

    def questions(self) -> Sequence[StoryQuestion]:
        return QUESTIONS

    def stages(self) -> Sequence[StageTalk]:
        return STAGES

    def _id(self, letter: str) -> str:
        return f"{letter}{next(self._numbers)}"


def found_story(coach: Any, name: str) -> ValueStory:
    """A story as it is found in the notes, without its end."""
    words: Evidence = evidence(coach, name)
    parts = (
        StoryPart(link=StoryLink.DID, text="We drew a <map> together.", evidence=(words,)),
        StoryPart(link=StoryLink.TOOK_AWAY, text="I saw who waits."),
        StoryPart(link=StoryLink.USED, text="I put it on the wall."),
    )
    return ValueStory(parts=parts)


__all__ = ["GAP", "FakeBriefs", "FakeLearning", "found_story"]
