"""Run a drafter over cases and grade what it answers: a pydantic-evals dataset underneath.

Cases run side by side; each answer is kept by content, so that a stopped run goes on where it was.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from pydantic_evals import Case as EvalCase
from pydantic_evals import Dataset
from pydantic_evals.evaluators import EvaluationReason, Evaluator, EvaluatorContext
from pydantic_evals.reporting import ReportCase

from coach.jobs.progress import ignore_progress
from coach.models import Grade, GradeStatus, Sample
from coach.ports import Progress

from .cache import Cache, to_key
from .casebook import Case
from .drafters import CaseDrafter, NoAnswer
from .graders.base import Grader
from .showing import show_asked
from .suggestion import Suggestion, Took


@dataclass(frozen=True)
class Turn:
    """One case, asked once."""

    case: Case
    """The case."""
    repeat: int
    """The how-manieth time, from 0."""

    @property
    def name(self) -> str:
        """Return its name in reports."""
        return f"{self.case.id}#{self.repeat}"


@dataclass(frozen=True)
class Answer:
    """What came of a turn."""

    suggestion: Suggestion | None
    """The suggestion; nothing when there is none."""
    error: str = ""
    """Why there is none."""
    seconds: float = 0.0
    """How long it took."""
    cached: bool = False
    """Whether it came from the cache."""


@dataclass(frozen=True)
class Suite:
    """A drafter, its graders, and where answers are kept."""

    drafter: CaseDrafter
    """Who drafts."""
    graders: Sequence[Grader]
    """Who grades."""
    cache: Cache
    """What was drafted before."""
    workers: int = 2
    """How many cases run side by side."""
    fresh: bool = False
    """Draft anew even where an answer is kept."""
    progress: Progress = ignore_progress
    """Told how many cases are done."""
    drafted: dict[str, Suggestion] = field(default_factory=dict)
    """What was drafted in this run, by turn."""
    took: dict[str, Took] = field(default_factory=dict)
    """What became of asking a model, by turn; what was kept from an earlier run, as it was then."""

    def run(self, cases: Sequence[Case], repeat: int = 1) -> list[Sample]:
        """Return a sample for each case and repeat, in the order of the cases."""
        turns = [Turn(case, number) for case in cases for number in range(repeat)]
        dataset: Dataset[Turn, Answer, None] = Dataset(
            name="coach",
            cases=[EvalCase(name=turn.name, inputs=turn) for turn in turns],
            evaluators=[_Grading(grader) for grader in self.graders],
        )
        self.progress("Drafting and grading", 0, len(turns))
        done = itertools.count(1)

        def draft(turn: Turn) -> Answer:
            answer = self.answer(turn)
            self.progress("Drafting and grading", next(done), len(turns))
            return answer

        with ThreadPoolExecutor(max_workers=1) as aside:
            # In a thread of its own: a notebook, or whoever else calls us, may have an event loop running in this one.
            running = dataset.evaluate(draft, max_concurrency=self.workers, progress=False, task_name="draft")
            report = aside.submit(asyncio.run, running).result()
        graded = {item.name: item for item in report.cases}
        fell = {item.name: item.error_message for item in report.failures}
        return [
            to_sample(turn, graded[turn.name], self.graders) if turn.name in graded else _fallen(turn, fell[turn.name])
            for turn in turns
        ]

    def answer(self, turn: Turn) -> Answer:
        """Ask the drafter, or take what it said before."""
        key = to_key(self.drafter.name, self.drafter.fingerprint, _content(turn.case), str(turn.repeat))
        kept = None if self.fresh else self.cache.get(key, Suggestion)
        if kept is not None:
            self._remember(turn, kept)
            return Answer(kept, cached=True)
        started = time.perf_counter()
        try:
            made = self.drafter.draft(turn.case, turn.repeat)
        except NoAnswer as why:
            if why.took:
                self.took[turn.name] = why.took
            return Answer(None, str(why), time.perf_counter() - started)
        self.cache.put(key, made)
        self._remember(turn, made)
        return Answer(made, seconds=time.perf_counter() - started)

    def _remember(self, turn: Turn, made: Suggestion) -> None:
        self.drafted[turn.name] = made
        if made.took:
            self.took[turn.name] = made.took


@dataclass
class _Grading(Evaluator[Turn, Answer, None]):
    """One grader as pydantic-evals calls it."""

    grader: Grader = field(repr=False)

    def get_default_evaluation_name(self) -> str:
        return self.grader.name

    def evaluate(self, ctx: EvaluatorContext[Turn, Answer, None]) -> dict[str, EvaluationReason]:
        suggestion = ctx.output.suggestion
        if suggestion is None:
            return {}
        return {_to_name(item): _pack(item) for item in self.grader.grade(suggestion, ctx.inputs.case)}


def _to_name(grade: Grade) -> str:
    return f"{grade.grader} {grade.code}"


def _pack(grade: Grade) -> EvaluationReason:
    """Put a whole grade where pydantic-evals carries it unchanged: its value is a number only when there is one."""
    value = grade.value if grade.status is GradeStatus.GRADED and grade.value is not None else grade.status.value
    return EvaluationReason(value=value, reason=grade.model_dump_json())


def to_sample(turn: Turn, done: ReportCase[Turn, Answer, None], graders: Sequence[Grader]) -> Sample:
    """Return a turn with its answer and grades."""
    packed = [*done.scores.values(), *done.labels.values()]
    grades = [Grade.model_validate(json.loads(item.reason)) for item in packed if item.reason]
    broken = {failure.name: failure.error_message for failure in done.evaluator_failures}
    grades += [grade for grader in graders if grader.name in broken for grade in _errors(grader, turn, broken)]
    return _describe(turn, done.output).model_copy(update={"grades": tuple(sorted(grades, key=_order))})


def _errors(grader: Grader, turn: Turn, broken: Mapping[str, str]) -> list[Grade]:
    reason = broken[grader.name]
    return [
        Grade(code=code, grader=grader.name, status=GradeStatus.ERROR, reason=reason)
        for code in grader.criteria(turn.case.kind)
    ]


def _order(grade: Grade) -> tuple[str, str]:
    return grade.grader, grade.code


def _fallen(turn: Turn, error: str) -> Sample:
    return _describe(turn, Answer(None, f"The drafter failed: {error}"))


def _describe(turn: Turn, answer: Answer) -> Sample:
    case, text = turn.case, answer.suggestion.text if answer.suggestion else ""
    hard = case.asked.hard.value
    return Sample(
        id=turn.name,
        case=case.id,
        kind=case.kind,
        community=case.file.community.name,
        domain=case.file.community.domain.value,
        hard="" if hard == "nothing" else hard,
        asked=show_asked(case.asked),
        text=text,
        words=len(text.split()),
        error=answer.error,
        seconds=round(answer.seconds, 3),
        cached=answer.cached,
    )


def _content(case: Case) -> str:
    return case.asked.model_dump_json() + case.file.model_dump_json(include={"community", "notes"})
