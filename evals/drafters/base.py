"""What the suite needs of whoever drafts."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from typing import Protocol

from evals.casebook import Case
from evals.suggestion import Suggestion, Took


class NoAnswer(Exception):  # a result that is counted, not a fault
    """There is no answer to this case, and why; counted beside every figure."""

    def __init__(self, why: str, took: Took | None = None) -> None:
        """Say why, and what it took where a model was to draft."""
        super().__init__(why)
        self.took = took


class Budget:
    """What a run may cost: calls and money; once spent, the rest goes unanswered."""

    def __init__(self, calls: int | None = None, usd: float | None = None) -> None:
        """Set the limits; none where left out."""
        self._calls, self._usd = calls, usd
        self.calls, self.usd = 0, 0.0
        self._lock = Lock()

    def take_call(self) -> None:
        """Take one call.

        Raises:
            NoAnswer: The budget is spent.
        """
        with self._lock:
            if self._calls is not None and self.calls >= self._calls:
                raise NoAnswer(f"The budget of {self._calls} calls is spent.")
            if self._usd is not None and self.usd >= self._usd:
                raise NoAnswer(f"The budget of {self._usd:g} dollars is spent.")
            self.calls += 1

    def give_back(self) -> None:
        """Give back a call that was taken and not made."""
        with self._lock:
            self.calls -= 1

    def pay(self, cost_usd: float | None) -> None:
        """Note what a call cost; one without a known price counts as nothing, and the report says so."""
        with self._lock:
            self.usd += cost_usd or 0.0


class CaseDrafter(Protocol):
    """Answers cases."""

    @property
    def name(self) -> str:
        """How reports call it."""

    @property
    def fingerprint(self) -> str:
        """Everything that can change its answers, as one short string."""

    @property
    def prompts(self) -> Mapping[str, str]:
        """Which prompt version it uses for which task; empty without a model."""

    def draft(self, case: Case, repeat: int) -> Suggestion:
        """Answer a case; another `repeat` asks for another answer.

        Raises:
            NoAnswer: It cannot, or has none.
        """
