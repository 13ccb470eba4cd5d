"""What the suite needs of whoever drafts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from evals.casebook import Case
from evals.suggestion import Suggestion


class NoAnswer(Exception):  # a result that is counted, not a fault
    """There is no answer to this case, and why; counted beside every figure."""


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
