from __future__ import annotations

from collections.abc import Mapping

import pytest

from coach.checks import check_plan
from coach.models import CheckResult, SessionPlan
from coach.playbook import Lexicon, load_playbook
from tests.checks.examples import NOTES


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_playbook().lexicon


@pytest.fixture(scope="session")
def check(lexicon):
    """Check a plan against the notes of the examples."""

    def check_one(plan: SessionPlan, note_texts: Mapping[str, str] | None = NOTES) -> CheckResult:
        return check_plan(plan, lexicon=lexicon, note_texts=note_texts)

    return check_one
