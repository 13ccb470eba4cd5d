"""Judges: a model grades one criterion of one suggestion, and its words have to stand somewhere.

A verdict that rests on a quote which is neither in the suggestion nor in the notes is void; an answer that cannot be
read, after it was asked for once more, is an error. Neither is a low grade.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from coach.drafting.guarding import speaks_to_judge
from coach.drafting.prompting import Prompt, read_prompt, render
from coach.errors import ModelProblem
from coach.models import Grade, GradeStatus, SuggestionKind, Visibility
from coach.ports import LLM, LLMRequest
from evals.casebook import Case
from evals.showing import show_asked
from evals.suggestion import Suggestion

from .criteria import judge_prompts, to_criterion
from .verdicts import Verdict, parse_verdict, stands_in

ONCE_MORE = (
    "\n\nYour last answer could not be read. Answer with the one JSON object that is described above, with all its "
    "keys, and with nothing before or after it."
)
"""What is added to the instructions when an answer could not be read."""
SPEAKS_TO_JUDGE = (
    "The suggestion speaks to its judge or gives orders to a model, so no model was asked: a person has to look at it."
)
"""Why such a suggestion stays without a grade."""
LONGEST_ANSWER = 2000
"""In tokens: far more than a verdict needs, since some models think within it."""


class Judge:
    """Grades one criterion by asking a model."""

    def __init__(self, llm: LLM, criterion: str, version: int | None = None) -> None:
        """Read the criterion's prompt.

        Args:
            llm: The model to ask.
            criterion: Its code, such as `A1`.
            version: The prompt's number; the newest when left out.
        """
        self._llm = llm
        self.prompt = read_prompt(f"judge/{criterion}", version)
        self.criterion = to_criterion(self.prompt)
        self.cost_usd: float | None = 0.0
        """What the calls cost so far; None once a price was not known."""

    @property
    def name(self) -> str:
        """Return how reports call it: `judge:MODEL`."""
        return f"judge:{self._llm.name}"

    def grade(self, sample_text: str, case: Case) -> Grade:
        """Return the judge's word on a suggestion, which never raises for want of an answer."""
        if not sample_text.strip():
            return self._say(GradeStatus.UNGRADED, "There is no suggestion to look at.")
        if speaks_to_judge(sample_text):
            return self._say(GradeStatus.UNGRADED, SPEAKS_TO_JUDGE)
        try:
            verdict = self._ask(sample_text, case)
        except ModelProblem as problem:
            return self._say(GradeStatus.ERROR, problem.message)
        if verdict is None:
            return self._say(GradeStatus.ERROR, "The judge's answer could not be read, twice.")
        return self._weigh(verdict, [sample_text, *(text for note in notes_of(case) for text in note.values())])

    def _ask(self, sample_text: str, case: Case) -> Verdict | None:
        request = to_request(self.prompt, **given_of(case), suggestion=sample_text)
        for once_more in ("", ONCE_MORE):
            reply = self._llm.ask(replace(request, system=request.system + once_more))
            self.cost_usd = _add(self.cost_usd, reply.cost_usd)
            verdict = parse_verdict(reply.text)
            if verdict is not None:
                return verdict
        return None

    def _weigh(self, verdict: Verdict, texts: Sequence[str]) -> Grade:
        if verdict.grade not in (0, 1, 2):
            return self._say(GradeStatus.ERROR, f"The judge gave {verdict.grade}, which is no grade.")
        needs_none = verdict.grade == 0 and not verdict.quote.strip()
        if not needs_none and not stands_in(verdict.quote, texts):
            return self._say(GradeStatus.VOID, verdict.reason, verdict.quote)
        return self._say(GradeStatus.GRADED, verdict.reason, verdict.quote).model_copy(update={"value": verdict.grade})

    def _say(self, status: GradeStatus, reason: str, quote: str = "") -> Grade:
        return Grade(code=self.criterion.code, grader=self.name, status=status, reason=reason, quote=quote)


class Panel:
    """All judges of one model: a grader of the suite."""

    def __init__(self, llm: LLM) -> None:
        """Seat one judge for each criterion.

        Args:
            llm: The model that all of them ask.
        """
        self.name = f"judge:{llm.name}"
        self._judges = [Judge(llm, to_criterion(prompt).code, prompt.version) for prompt in judge_prompts()]

    @property
    def cost_usd(self) -> float | None:
        """Return what all calls cost so far; None once a price was not known."""
        total: float | None = 0.0
        for judge in self._judges:
            total = _add(total, judge.cost_usd)
        return total

    @property
    def prompts(self) -> dict[str, str]:
        """Return which version of which prompt is used, by task, with the start of its hash."""
        return {judge.prompt.task: f"v{judge.prompt.version} {judge.prompt.sha256[:12]}" for judge in self._judges}

    def criteria(self, kind: SuggestionKind) -> Mapping[str, str]:
        """Return the titles of what is judged of this kind, by code."""
        return {judge.criterion.code: judge.criterion.title for judge in self._of(kind)}

    def grade(self, suggestion: Suggestion, case: Case) -> Sequence[Grade]:
        """Return one grade for each criterion of the suggestion's kind."""
        return [judge.grade(suggestion.text, case) for judge in self._of(suggestion.kind)]

    def _of(self, kind: SuggestionKind) -> list[Judge]:
        return [judge for judge in self._judges if judge.criterion.kind is kind]


def notes_of(case: Case) -> list[dict[str, str]]:
    """Return the notes that a judge may read: those that the community's members may."""
    return [
        {"name": note.name, "text": note.text} for note in case.file.notes if note.visibility is not Visibility.ONLY_ME
    ]


def given_of(case: Case) -> dict[str, Any]:
    """Return what every judge's prompt is given of a case: what was asked, and the notes."""
    return {"request": show_asked(case.asked), "notes": notes_of(case)}


def to_request(prompt: Prompt, **values: Any) -> LLMRequest:
    """Return the question that a filled prompt puts to a model."""
    system, user = render(prompt, **values)
    return LLMRequest(system=system, user=user, schema=prompt.answer_schema, max_tokens=LONGEST_ANSWER)


def _add(total: float | None, cost: float | None) -> float | None:
    return None if total is None or cost is None else total + cost
