"""A suggestion as the `reading` grader sees it: its moments, its questions, and whose words they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from coach.models import Activity, PlanRequest, Review, Visibility
from coach.models.plan import TimedPart
from coach.playbook import content_stems
from evals.casebook import Case, PartAsk
from evals.suggestion import Suggestion

_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]|‘[^‘’]*’(?!\w)")
_SENTENCE = re.compile(r"[^.!?;\n]*[.!?;]+[”’\"')*]*|[^.!?;\n]+")
_MARKS = re.compile(r"^[\s>*#|_-]*(?:\d+[.)]\s*)?[*_|\s]*")
EARLY = 10
"""So many minutes are a session's beginning."""


@dataclass(frozen=True)
class Moment:
    """One thing that people do, and when."""

    start: int
    """The minute at which it begins, from the beginning of what was suggested."""
    minutes: int
    """How long it takes."""
    text: str
    """What is said of it."""


@dataclass(frozen=True)
class Wording:
    """One suggestion beside what was asked and what the notes hold."""

    suggestion: Suggestion
    """The suggestion."""
    case: Case
    """What it answers."""

    @property
    def text(self) -> str:
        """Return it as a person reads it."""
        return self.suggestion.text

    @cached_property
    def lines(self) -> Sequence[str]:
        """Return its lines without list marks and blanks."""
        return [bare for line in self.text.splitlines() if (bare := _MARKS.sub("", line).strip(" |"))]

    @cached_property
    def moments(self) -> Sequence[Moment]:
        """Return what people do, one after another."""
        found, start = [], 0
        for part in self._parts:
            for minutes, text in _tell(part):
                found.append(Moment(start, minutes, text))
                start += minutes
        return found

    @property
    def _parts(self) -> Sequence[TimedPart]:
        part = self.suggestion.find_part()
        return (part,) if part else (self.suggestion.plan.parts if self.suggestion.plan else ())

    @cached_property
    def prompts(self) -> Sequence[str]:
        """Return what is asked when people look back at the work; all its questions where that is not told apart."""
        reviews = [part for part in self._parts if isinstance(part, Review)]
        told = [prompt.text for review in reviews for prompt in review.prompts]
        return told or [each for each in self.sentences if is_question(each)]

    @cached_property
    def sentences(self) -> Sequence[str]:
        """Return its sentences."""
        return [sentence for line in self.lines for sentence in to_sentences(line)]

    @cached_property
    def outcome(self) -> str:
        """Return what people want to be able to do, as it was asked."""
        request = self.case.asked.request
        if isinstance(request, PlanRequest):
            return ". ".join(request.outcomes)
        return request.outcome if isinstance(request, PartAsk) else ""

    @cached_property
    def asked(self) -> frozenset[str]:
        """Return the stems of what was asked."""
        request = self.case.asked.request
        return frozenset(content_stems(f"{self.outcome} {request.work if isinstance(request, PartAsk) else ''}"))

    @cached_property
    def known(self) -> frozenset[str]:
        """Return the stems of the notes that members may read."""
        notes = (note.text for note in self.case.file.notes if note.visibility is Visibility.MEMBERS)
        return frozenset(content_stems(" ".join(notes)))


def _tell(part: TimedPart) -> Iterator[tuple[int, str]]:
    if not part.steps:
        yield part.minutes, f"{part.title}. {part.what_members_do if isinstance(part, Activity) else ''}"
    for index, step in enumerate(part.steps):
        yield step.minutes, f"{part.title}. {step.who}. {step.does}" if index == 0 else f"{step.who}. {step.does}"


def to_sentences(text: str) -> list[str]:
    """Return a text's sentences."""
    return [bare for match in _SENTENCE.finditer(text) if (bare := match.group().strip())]


def is_question(sentence: str) -> bool:
    """Say whether a sentence asks."""
    return sentence.rstrip("”’\"')* ").endswith("?")


def unquoted(text: str) -> str:
    """Return a text without what it quotes."""
    return _QUOTED.sub(" ", text)
