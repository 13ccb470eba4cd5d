"""A suggestion as the `reading` grader sees it: its moments, its questions, and whose words they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from coach.models import Activity, PlanRequest, Review, Visibility
from coach.models.plan import TimedPart
from coach.playbook import content_stems
from evals.casebook import Case, CaseFile, PartAsk
from evals.suggestion import Suggestion

_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]|‘[^‘’]*’(?!\w)")
_SENTENCE = re.compile(r"[^.!?;\n]*[.!?;]+[”’\"')*]*|[^.!?;\n]+")
_MARKS = re.compile(r"^[\s>*#|_-]*(?:\d+[.)]\s*)?[*_|\s]*")


@dataclass(frozen=True)
class Moment:
    """One thing that people do, and when."""

    start: int
    """The minute at which it begins, from the beginning of what was suggested."""
    minutes: int
    """How long it takes."""
    text: str
    """What is said of it."""


class Read(NamedTuple):
    """What a rule makes of a suggestion."""

    value: int
    """0, 1 or 2."""
    reason: str
    """Why, in a sentence."""
    quote: str = ""
    """The words that it rests on."""


@dataclass(frozen=True)
class Wording:
    """One suggestion beside what was asked and what the notes hold."""

    suggestion: Suggestion
    """The suggestion."""
    case: Case
    """What it answers."""
    common: frozenset[str] = frozenset()
    """The stems that many communities' notes share, and that are nobody's own."""

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
    def doings(self) -> Sequence[str]:
        """Return the sentences of what people do."""
        return [sentence for moment in self.moments for sentence in to_sentences(moment.text)]

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
        return content_stems(f"{self.outcome} {request.work if isinstance(request, PartAsk) else ''}")

    @cached_property
    def known(self) -> frozenset[str]:
        """Return the stems of the notes that members may read."""
        return to_stems(self.case.file)

    @cached_property
    def own(self) -> frozenset[str]:
        """Return the stems of notes and request that few other communities use."""
        return (self.known | self.asked) - self.common


def _tell(part: TimedPart) -> Iterator[tuple[int, str]]:
    if not part.steps:
        yield part.minutes, f"{part.title}. {part.what_members_do if isinstance(part, Activity) else ''}"
    for index, step in enumerate(part.steps):
        yield step.minutes, f"{part.title}. {step.who}. {step.does}" if index == 0 else f"{step.who}. {step.does}"


def to_stems(file: CaseFile) -> frozenset[str]:
    """Return the stems of a community's notes, as far as its members may read them."""
    return content_stems(" ".join(note.text for note in file.notes if note.visibility is Visibility.MEMBERS))


def find_common(files: Iterable[CaseFile]) -> frozenset[str]:
    """Return the stems that stand in the notes of more than one community in eight."""
    told = [to_stems(file) for file in files]
    counted = Counter(stem for stems in told for stem in stems)
    return frozenset(stem for stem, count in counted.items() if count * 8 > len(told))


def to_sentences(text: str) -> list[str]:
    """Return a text's sentences."""
    return [bare for match in _SENTENCE.finditer(text) if (bare := match.group().strip())]


def find(pattern: re.Pattern[str], sentences: Iterable[str]) -> str:
    """Return the first sentence in which a pattern is found, or nothing."""
    return next((each for each in sentences if pattern.search(each)), "")


def is_question(sentence: str) -> bool:
    """Say whether a sentence asks."""
    return sentence.rstrip("”’\"')* ").endswith("?")


def unquoted(text: str) -> str:
    """Return a text without what it quotes."""
    return _QUOTED.sub(" ", text)
