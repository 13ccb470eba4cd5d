"""Brief cases are answered by the product, and graded by its checks where a machine can tell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from coach.models import BriefResult, BriefSection, ClaimKind, GradeStatus, SectionKind, SuggestionKind
from evals.benches import Bench
from evals.casebook import Case, read_cases
from evals.drafters.briefs import says_little, to_brief_request, to_briefed, unmark_brief
from evals.drafters.playbook import PlaybookCases
from evals.graders.checks import ChecksGrader
from evals.graders.titles import BRIEF
from evals.suggestion import Suggestion

from .briefs import CONE, brief, said

ASKED = {
    "id": "brief-swarm",
    "kind": "brief",
    "request": {"reader": "The council", "start": "2026-01-01", "end": "2026-12-31", "question": "Is it worth it?"},
    "must": [{"says": "It asks for something.", "contains": ["ask"]}],
    "must_not": [{"says": "It gives a share.", "contains": ["%"]}],
}


@pytest.fixture
def asked(write_cases: Callable[..., Path]) -> Case:
    [found] = read_cases(write_cases(ASKED))
    return found


@pytest.fixture
def answered(asked: Case, bench: Bench) -> Suggestion:
    return PlaybookCases(bench).draft(asked, 0)


def test_a_brief_case_is_answered(answered, asked, bench):
    assert answered.kind is SuggestionKind.BRIEF
    assert answered.brief is not None
    assert [section.kind for section in answered.brief.brief.sections] == list(SectionKind)
    assert "What we ask" in answered.text
    assert bench.open(asked.file) not in answered.text, "the mark of the bench would tell who drafted"
    assert "Ola told me" not in answered.text
    assert "without asking him" not in answered.text


def grades(bench: Bench, suggestion: Suggestion, case: Case) -> dict[str, int | None]:
    found = ChecksGrader(bench).grade(suggestion, case)
    assert {item.code for item in found} == set(BRIEF)
    return {item.code: item.value for item in found}


def test_the_checks_grade_it_and_see_what_is_put_wrong(answered, asked, bench):
    before = grades(bench, answered, asked)
    assert before["L1"] == 2
    page = answered.brief.brief
    bare = said(ClaimKind.CAN, "The community led to 40 saved swarms and everybody met the target.")
    first, *rest = page.sections
    damaged = page.model_copy(
        update={"sections": (first.model_copy(update={"sentences": (*first.sentences, bare)}), *rest)}
    )
    after = grades(bench, answered.model_copy(update={"brief": BriefResult(brief=damaged)}), asked)
    assert after["L1"] == 0
    assert after["L6"] in (0, 1)


def test_without_its_page_nothing_can_be_told(asked, bench):
    bare = Suggestion(kind=SuggestionKind.BRIEF, text="All is well.")
    assert {item.status for item in ChecksGrader(bench).grade(bare, asked)} == {GradeStatus.UNGRADED}


# -- as an answer --------------------------------------------------------------------------------------
def test_a_case_is_asked_as_a_person_would_ask_it(asked):
    request = to_brief_request(asked.asked.request, 3)
    assert (request.reader, request.seed, str(request.start), request.question) == (
        "The council", 3, "2026-01-01", "Is it worth it?",
    )  # fmt: skip


def test_the_mark_goes_and_quotes_stay(asked):
    page = brief(said(ClaimKind.CAN, f"Potters say: “{CONE.shown}”.", CONE), title="Potters: a year")
    plain = unmark_brief(page, "Bee neighbours")
    assert plain.title == "Bee neighbours: a year"
    assert plain.sentences()[2].text == f"Bee neighbours say: “{CONE.shown}”."
    told = to_briefed(BriefResult(brief=page), asked)
    assert told.quotes[0].text == CONE.quote
    assert "Nobody has told one; ask somebody" in told.text
    assert "2026-03-04" in told.text


def test_a_page_that_can_tell_nothing_says_little():
    gap = BriefSection(kind=SectionKind.CAN_NOW, title="Can", gap="Nobody has said so yet.")
    assert says_little(brief(sections=(gap,)))
    assert not says_little(brief())
    story = BriefSection(kind=SectionKind.STORIES, title="Story", sentences=(said(ClaimKind.STORY, "So.", CONE),))
    assert not says_little(brief(sections=(gap, story)))
