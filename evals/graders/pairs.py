"""Two suggestions side by side: a model says which is better on one criterion, asked twice with the order swapped.

Judges favour what they see first. When the answer turns with the order it says nothing about the suggestions: it is a
tie, and counted as turned.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from coach.drafting.prompting import read_prompt
from coach.errors import ModelProblem
from coach.ports import LLM
from evals.casebook import Case

from .judges import ONCE_MORE, given_of, to_request
from .verdicts import Choice, parse_choice


class Better(StrEnum):
    """Which of two suggestions fits better."""

    A = "a"
    B = "b"
    TIE = "tie"


@dataclass(frozen=True)
class Preference:
    """What came of comparing two suggestions."""

    code: str
    """On which criterion."""
    better: Better | None
    """Which one; None when an answer could not be had."""
    has_turned: bool = False
    """Whether the answer changed with the order; then it is a tie."""
    reasons: tuple[str, ...] = ()
    """What the judge said, in either order."""
    error: str = ""
    """Why there is no answer."""


@dataclass(frozen=True)
class PreferenceCount:
    """Many preferences, counted."""

    a: int
    """Where the first fits better."""
    b: int
    """Where the second does."""
    ties: int
    """Where neither does, the turned ones among them."""
    turned: int
    """Where the answer changed with the order."""
    errors: int
    """Where no answer could be had."""


class PairJudge:
    """Compares suggestions by asking a model."""

    def __init__(self, llm: LLM) -> None:
        """Read the prompt.

        Args:
            llm: The model to ask.
        """
        self._llm = llm
        self._prompt = read_prompt("compare")

    @property
    def name(self) -> str:
        """Return how reports call it: `judge:MODEL`."""
        return f"judge:{self._llm.name}"

    def compare(self, criterion: str, a: str, b: str, case: Case) -> Preference:
        """Return which of two suggestions for a case fits a criterion better, asked in both orders."""
        try:
            there, back = self._choose(criterion, (a, b), case), self._choose(criterion, (b, a), case)
        except ModelProblem as problem:
            return Preference(criterion, None, error=problem.message)
        if there is None or back is None:
            return Preference(criterion, None, error="The judge's answer could not be read, twice.")
        one = {"first": Better.A, "second": Better.B, "same": Better.TIE}[there.better]
        other = {"first": Better.B, "second": Better.A, "same": Better.TIE}[back.better]
        reasons = (there.reason, back.reason)
        return Preference(criterion, one if one is other else Better.TIE, one is not other, reasons)

    def _choose(self, criterion: str, texts: tuple[str, str], case: Case) -> Choice | None:
        prompt = self._prompt.about_as(read_prompt(f"judge/{criterion}"))
        request = to_request(prompt, **given_of(case), first=texts[0], second=texts[1])
        for once_more in ("", ONCE_MORE):
            choice = parse_choice(self._llm.ask(replace(request, system=request.system + once_more)).text)
            if choice is not None:
                return choice
        return None


def count_preferences(found: Iterable[Preference]) -> PreferenceCount:
    """Return how often each side was better, how often the order decided, and how often nobody did."""
    every = list(found)
    better = [item.better for item in every]
    return PreferenceCount(
        a=better.count(Better.A),
        b=better.count(Better.B),
        ties=better.count(Better.TIE),
        turned=sum(item.has_turned for item in every),
        errors=better.count(None),
    )
