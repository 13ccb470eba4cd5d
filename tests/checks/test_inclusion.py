from __future__ import annotations

import pytest

from tests.checks.examples import GOOD, changed, codes, to_mend, with_part

ACCESS = GOOD.access.model_dump()


@pytest.mark.parametrize(
    ("plan", "code", "words"),
    [
        (changed(access=ACCESS | {"after": ()}), "S5", "access after the session"),
        (changed(access={}), "S5", "before, during and after"),
        (changed(access=ACCESS | {"before": (" ",)}), "S5", "before"),
        (changed(hybrid=()), "S5", "on a call"),
        (with_part("capture", consent=""), "S8", "yes or no"),
        (with_part("capture", with_part("open", minutes=9), minutes=6), "S8", "6 minutes"),
        (with_part("capture", kind="open"), "S8", "No minutes"),
        (changed(plan_b={}), "S9", "plan B"),
        (changed(plan_b={"running_late": "Cut the open slot."}), "S9", "plan B"),
    ],
)
def test_catches_a_planted_fault(plan, code, words, check):
    found = [finding for finding in to_mend(check(plan)) if finding.check == code]
    assert [words in finding.message for finding in found] == [True]


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (changed(mode="in_person", hybrid=()), "S5"),
        (changed(mode="online", hybrid=()), "S5"),
        (with_part("capture", with_part("open", minutes=13), minutes=2), "S8"),
        (changed(plan_b={"silence": "Write first."}), "S9"),
    ],
)
def test_leaves_a_near_miss_alone(plan, code, check):
    assert code not in codes(check(plan))


@pytest.mark.parametrize(
    ("consent", "is_seen"),
    [("By attending, people agree.", True), ("Everything is recorded.", True), ("Ask each person.", False)],
)
def test_consent_is_a_choice(consent, is_seen, check):
    assert ("S8" in codes(check(with_part("capture", consent=consent)))) is is_seen
