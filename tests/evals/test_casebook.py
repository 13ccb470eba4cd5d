from __future__ import annotations

from collections import Counter

import pytest
from click.testing import CliRunner

from coach.cli import main
from coach.errors import BadInput
from evals.case_lint import lint_folder
from evals.casebook import Domain, Hard, read_cases

from .conftest import NOTES, PLAN

WANTED = {"outcome": 30, "activity": 25, "review": 25, "plan": 30, "coaching": 40, "brief": 15}


def test_our_own_cases_are_enough_of_each_kind_and_the_linter_has_nothing_to_say():
    ran = CliRunner().invoke(main, ["eval", "cases"])
    assert ran.exit_code == 0, ran.output
    cases = read_cases()
    counts = Counter(case.kind.value for case in cases)
    assert {kind: count for kind, count in WANTED.items() if counts[kind] < count} == {}
    assert {case.file.community.domain for case in cases} == set(Domain)
    assert {case.asked.hard for case in cases} == set(Hard)
    assert sum(case.asked.hard is not Hard.NOTHING for case in cases) >= len(cases) / 3


def test_cases_are_chosen_by_kind_id_or_file(write_cases):
    folder = write_cases(PLAN)
    assert [case.id for case in read_cases(folder, "plan")] == ["plan-swarm"]
    assert [case.id for case in read_cases(folder, "*swarm")] == ["plan-swarm"]
    assert [case.id for case in read_cases(folder, "bees")] == ["plan-swarm"]
    with pytest.raises(BadInput, match="No case fits"):
        read_cases(folder, "coaching")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"id": "swarm"}, "does not begin with plan"),
        ({"must": [{"says": "It opens a bracket.", "contains": ["("]}]}, "no regular expression"),
        ({"must": [{"says": "Anything will do.", "contains": ["x*"]}]}, "fits everything"),
        ({"must": [{"says": "It quotes.", "quotes": "nowhere.md"}]}, "which is not there"),
        ({"hard": "thin"}, "thin and enough at once"),
        ({"must": [{"says": "A reader tells."}], "must_not": [{"says": "So here."}]}, "a machine can tell only"),
    ],
)
def test_the_linter_says_what_is_wrong(write_cases, change, says):
    folder = write_cases({**PLAN, **change})
    assert says in "\n".join(lint_folder(folder))
    ran = CliRunner().invoke(main, ["eval", "cases", "--folder", str(folder)])
    assert ran.exit_code == 1
    assert says in ran.output


def test_the_linter_finds_names_twice_short_notes_and_copies(write_cases):
    write_cases(PLAN)
    folder = write_cases(PLAN, notes=[*NOTES, {"name": "a.md", "text": "Too short."}], name="again")
    said = "\n".join(lint_folder(folder))
    for part in ("2 cases are called plan-swarm", "2 communities are called", "fewer than 8 words", "share “"):
        assert part in said


def test_a_file_that_is_none_is_named_with_the_place(write_cases):
    folder = write_cases({**PLAN, "kind": "poem"})
    with pytest.raises(BadInput, match=r"bees\.yaml is no case file: cases\.0"):
        read_cases(folder)
    (folder / "bees.yaml").write_text("community: [", encoding="utf-8")
    with pytest.raises(BadInput, match="cannot be read"):
        read_cases(folder)
