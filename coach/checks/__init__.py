"""Checks: pure functions that say what is weak, why it matters, and a way forward. They never raise and never grade."""

from .alignment import Alignment, derive_alignment
from .outcome import check_outcome
from .plan import check_plan
from .review import check_review
from .series import check_series
from .wording import Hit, find_test_language

__all__ = [
    "Alignment",
    "Hit",
    "check_outcome",
    "check_plan",
    "check_review",
    "check_series",
    "derive_alignment",
    "find_test_language",
]
