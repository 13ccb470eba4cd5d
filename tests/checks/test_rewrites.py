from __future__ import annotations

import pytest

from coach.checks import check_outcome, check_plan
from coach.models import Level, Outcome, Severity
from coach.playbook import load_playbook
from tests.checks import phrases
from tests.checks.examples import changed, codes, to_mend, with_outcome
from tests.playbook.outcomes import VARIED

LEXICON = load_playbook().lexicon
STEM = "We want to be able to"
AS_WRITTEN = (
    "Improve awareness of systems thinking across the community and achieve 80% competency by Q3.",
    "We want to be able to pass the exam",
    "We want to be able to score each member's maps",
    "We want to understand our users",
    "We want to be more inclusive",
    "Better together!",
    "90% satisfaction",
    "Communication",
    "We want to be familiar with each other",
    "We want to have a shared glossary",
    "Participants will be able to map their own services with confidence",
    "We want to be able to map " + "the very long way through " * 8 + "our service",
    "We want to ensure quality across all services and reduce waiting times by 20% by 2026",
    "Rank the teams by KPI",
    "",
)
PHRASES = tuple(
    text
    for name in ("GIVEN_CATCH", "FIRST_CATCH", "LATER_CATCH", "LAST_CATCH")
    for text in (*getattr(phrases, name), *(f"{STEM} {part}" for part in getattr(phrases, name)))
)


def _rewrites(text: str) -> list[str]:
    return [line for finding in to_mend(check_outcome(text, LEXICON)) for line in finding.rewrite.splitlines()]


@pytest.mark.parametrize("text", [*VARIED, *AS_WRITTEN, *PHRASES])
def test_every_rewrite_holds_and_every_finding_has_one(text):
    found = to_mend(check_outcome(text, LEXICON))
    assert all(finding.rewrite for finding in found)
    for line in _rewrites(text):
        left = codes(check_outcome(line, LEXICON))
        # A gap is for the people to fill; everything else is in order.
        assert left <= ({"O2", "O3"} if "…" in line else set()), line
        assert line.startswith(STEM)
        assert len(line.split()) <= 40


@pytest.mark.parametrize("text", [*VARIED, *AS_WRITTEN])
def test_the_sign_that_is_offered_is_heard_as_one(text):
    for finding in check_outcome(text, LEXICON):
        if finding.check == "O4" and finding.rewrite:
            again = check_outcome(finding.rewrite, LEXICON)
            assert "O4" not in {item.check for item in again}
            assert to_mend(again) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Facilitate hybrid meetings across four time zones", "facilitate hybrid meetings across four time zones"),
        ("We want to understand how appeals work", "explain how appeals work to a newcomer"),
        ("We want to understand our users", "predict where our users will get stuck"),
        ("We want to be able to map the waits and host the clinic", "host the clinic"),
        ("We want to learn the rules and apply them to a case", "apply the rules to a case"),
        ("Kubernetes basics", "use Kubernetes in a piece of our own work"),
        ("We want to be able to map", "map … (which maps?)"),
        ("We want to collaborate", "collaborate … (with whom, on which piece of our own work?)"),
        ("We want to be able to score each member's maps", "give useful feedback on each other's unfinished maps"),
        ("Attendees will be able to map their own services", "map our own services"),
    ],
)
def test_their_own_sentence_comes_back_as_a_doing(text, wanted):
    assert f"{STEM} {wanted}" in _rewrites(text)


def test_a_sentence_that_holds_is_left_as_it_is():
    assert _rewrites("We want to be able to plan, run and review a retro") == []


@pytest.mark.parametrize(
    "text", ["We want to be able to improve 80 % of our letters by May", "Cut waiting times by 20%"]
)
def test_figures_and_dates_go(text):
    assert not any(sign in line for line in _rewrites(text) for sign in ("%", "May", "20"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wir wollen komplexe Systeme kartieren können und damit arbeiten", "German"),
        ("Nous voulons pouvoir cartographier des systèmes complexes", "French"),
        ("Queremos poder mapear los sistemas con las personas", "Spanish"),
        ("Vogliamo poter mappare i sistemi che sono per noi complessi", "Italian"),
        ("我们希望能够绘制复杂系统", "another script"),
    ],
)
def test_other_languages_are_told_so_once_and_kindly(text, language):
    found = check_outcome(text, LEXICON)
    assert to_mend(found) == []
    [said] = [finding for finding in found if finding.check == "O2"]
    assert said.severity is Severity.QUESTION
    assert language in said.message


@pytest.mark.parametrize(
    "text",
    ["We want to be able to pass the Kanban board on", "We want to be able to plan a trip to Los Angeles with a crew"],
)
def test_english_with_foreign_names_stays_english(text):
    assert "O2" not in {finding.check for finding in check_outcome(text, LEXICON)}


def test_another_language_does_not_hide_a_test():
    assert "X1" in codes(check_outcome("Wir wollen die KPI der Gruppe und das Quiz schaffen", LEXICON))


@pytest.mark.parametrize(("level", "is_seen"), [(Level.REMEMBER, False), (Level.CREATE, True), (None, True)])
def test_a_level_that_people_set_is_never_overruled(level, is_seen):
    fields = {"what_members_do": "List and name the parts of a complex system", "level": None}
    outcome = Outcome(id="o1", text=f"{STEM} compare complex systems", level=level)
    plan = with_outcome(outcome.text, level=level)
    parts = [part.model_dump() | (fields if part.id == "a1" else {}) for part in plan.parts]
    assert ("A1" in codes(check_plan(changed(plan, parts=parts), lexicon=LEXICON))) is is_seen


def test_the_plans_outcomes_are_rewritten_too():
    [found] = [
        item for item in check_plan(with_outcome("Complex systems"), lexicon=LEXICON).findings if item.check == "O1"
    ]
    assert "complex systems" in found.rewrite
