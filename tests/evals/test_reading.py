from __future__ import annotations

import pytest

from coach.models import Activity, Grade, GradeStatus, Outcome, Review, ReviewPrompt, SessionPlan, Step, SuggestionKind
from evals.casebook import files_of, read_cases
from evals.evaluating import free_graders
from evals.graders.kept import Kept
from evals.graders.reading import RULES, ReadingGrader
from evals.labelled import Labelled, read_labelled
from evals.suggestion import Suggestion
from evals.trusting import ADVISES, agree, collect, grade_unseen, read_both

from .conftest import PLAN

WANTED = "We want to be able to answer a call about a swarm so that nobody rings twice"
ASKS = {
    "outcome": {"about": "swarms"},
    "activity": {"outcome": WANTED},
    "review": {"outcome": WANTED, "work": "Notes of four calls"},
    "plan": PLAN["request"],
}
LAST_LABELLED = 354


@pytest.fixture(scope="module")
def grader() -> ReadingGrader:
    return ReadingGrader(files_of(read_cases()))


@pytest.fixture
def grade(grader, write_cases):
    def of(kind: str, text: str, *steps: str, prompts: tuple[str, ...] = ()) -> dict[str, Grade]:
        [case] = read_cases(write_cases({**PLAN, "id": f"{kind}-swarm", "kind": kind, "request": ASKS[kind]}))
        return {found.code: found for found in grader.grade(to_suggestion(kind, text, steps, prompts), case)}

    return of


def to_suggestion(kind, text, steps=(), prompts=()):
    told = tuple(Step(minutes=5, who="", does=step) for step in steps)
    part = (
        Review(
            id="p1", title="Looking", minutes=60, prompts=tuple(ReviewPrompt(text=each) for each in prompts), steps=told
        )
        if prompts
        else Activity(id="p1", title="Calls", minutes=60, steps=told)
    )
    plan = (
        SessionPlan(minutes=60, people=8, outcomes=(Outcome(text=WANTED),), parts=(part,)) if steps or prompts else None
    )
    whole = "\n".join((text, *steps, *prompts))
    return Suggestion(kind=SuggestionKind(kind), text=whole, plan=plan, part="" if kind == "plan" else "p1")


# Each criterion: a text that has it, and the same with one fault planted.
WITH_AND_WITHOUT = [
    (
        "O2",
        "We want to be able to ring a keeper back within the hour.",
        "We want to be able to understand keepers.",
        2,
        0,
    ),
    ("O2", "We want to be able to draw a hive.", "We want to be able to support hives.", 2, 1),
    (
        "O3",
        "We want to be able to calm a caller when a swarm hangs in a yard.",
        "We want to be able to calm callers.",
        2,
        1,
    ),
    ("O3", "We want to be able to calm a caller.", "Better calls.", 1, 0),
    ("O4", "We'd notice it because nobody rings Ola twice.", "We'd notice it because people feel confident.", 2, 0),
    ("O4", "We'd notice it because nobody rings Ola twice.", "We'd notice it because calls go better.", 2, 1),
    ("O6", "- newcomer: take the first call.\n- expert: listen in.", "- Ring the council.", 2, 0),
    ("O6", "- newcomer: take the first call.\n- expert: listen in.", "Something for newcomers.", 2, 1),
    ("A2", "The work: a call that is still open", "The work: a made-up call that each answers", 2, 0),
    ("A2", "The work: a call that is still open", "The work: a real call", 2, 1),
    ("A4", "New: be the caller; nobody else can hear it fresh.", "New: sit with somebody and watch.", 2, 0),
    (
        "A4",
        "New: be the caller; nobody else can hear it fresh.",
        "New: read the cards out; we have to hear them.",
        2,
        1,
    ),
    ("A7", "In pairs, each takes a call. There is no right answer.", "In pairs, each takes a call.", 2, 1),
    ("A7", "In pairs, each takes a call.", "Ken lectures.", 1, 0),
    ("S6", "The host keeps out of it, and experts hold back.", "Ken welcomes all and talks on bees.", 2, 0),
    ("S9", "If few people come\nOne group takes both calls.", "Ken brings biscuits.", 2, 0),
    ("S9", "If few people come\nOne group takes both calls.", "We may do both calls if there's room.", 2, 1),
]
KINDS = {"O": "outcome", "A": "activity", "R": "review", "S": "plan", "X": "plan"}


@pytest.mark.parametrize(("code", "good", "spoilt", "high", "low"), WITH_AND_WITHOUT)
def test_a_planted_fault_lowers_the_grade(grade, code, good, spoilt, high, low):
    kind = KINDS[code[0]]
    assert (grade(kind, good)[code].value, grade(kind, spoilt)[code].value) == (high, low)


FACTS = "What did the caller say first? What does that tell us? Decide who rings back this week."


@pytest.mark.parametrize(
    ("last", "value"), [(FACTS, 2), ("How was that?", 1), ("Agree a date.", 1), ("Thank you all.", 0)]
)
def test_looking_back_goes_from_facts_to_a_decision(grade, last, value):
    assert grade("activity", "Calls", "Ken talks about hives.", "Take a call.", last)["A6"].value == value
    # At the beginning it is no looking back.
    assert grade("activity", "Calls", last, "Take a call.", "Thank you all.")["A6"].value != 2


@pytest.mark.parametrize(
    ("first", "value"),
    [("Write down the last call you took.", 2), ("Go round: your name.", 1), ("Ken talks about hives.", 0)],
)
def test_everybody_is_in_within_ten_minutes_or_not(grade, first, value):
    assert grade("plan", "Calls", first, "Ken talks on.", "Take a call.")["S3"].value == value
    assert grade("plan", "Calls", "Ken talks about hives.", "Ken talks on.", first)["S3"].value == 0


OF_THE_WORK = ("Where did the swarm land?", "Which call did Ola give up?", "Who rang the council?")
REPEATED = ("What helps you to answer a call?", "What would you change when you answer a call?")
GENERAL = ("What did you like?", "What could be better?")


def test_prompts_come_from_the_outcome_repeat_it_or_have_nothing_to_do_with_it(grade):
    values = [grade("review", "", prompts=each)["R2"].value for each in (OF_THE_WORK, REPEATED, GENERAL)]
    assert values == [2, 1, 0]


WARM = (
    "Which line would you keep as it is?",
    "Where did you wonder what a caller hears?",
    "What will you try another way in your next call?",
)


def test_a_warm_review_has_three_things_with_places_and_ends_in_a_try(grade):
    found = grade("review", "", prompts=WARM)
    assert (found["R4"].value, found["R6"].value) == (2, 2)
    assert found["R6"].quote == WARM[-1]
    for missing in (0, 2):
        rest = WARM[:missing] + WARM[missing + 1 :]
        assert grade("review", "", prompts=rest)["R4"].value == 1
    left = grade("review", "", prompts=("List what is wrong.",))
    assert (left["R4"].value, left["R6"].value) == (0, 1)


def test_a_plan_is_made_of_the_notes_own_things_and_a_quote_is_not_enough(grade):
    made = "Take the call about the school yard that Ola gave up; ring the council and the canal hive."
    quoted = "“Ola gave up after four calls in a school yard.” In pairs, talk about a challenge that you have."
    assert grade("plan", made)["X2"].value == 2
    assert grade("plan", quoted)["X2"].value == 0
    told = "\nShare an experience with your partner and reflect on its meaning." * 9
    assert grade("plan", f"{quoted}{told}\nOla.")["X2"].value == 1


@pytest.mark.parametrize(("visibility", "value"), [("members", 2), ("only_me", 0)])
def test_private_notes_are_nobodys_own_words(grader, write_cases, visibility, value):
    note = {"name": "a.md", "text": "The smoker hisses by the apiary.", "visibility": visibility}
    [case] = read_cases(write_cases(PLAN, notes=[note]))
    found = grader.grade(to_suggestion("plan", "In pairs, light the smoker at the apiary."), case)
    assert {each.code: each.value for each in found}["X2"] == value


def test_without_text_or_steps_it_says_nothing(grade):
    assert {each.status for each in grade("plan", "").values()} == {GradeStatus.UNGRADED}
    assert grade("activity", "Take a call.")["A6"].status is GradeStatus.UNGRADED


def test_it_quotes_only_what_stands_in_the_text(grade, grader, case):
    for found in grade("activity", "The work: a call that is still open", "In pairs, take it.", FACTS).values():
        assert found.reason
        assert found.quote in f"The work: a call that is still open\nIn pairs, take it.\n{FACTS}"
    told = to_suggestion("plan", "Calls", ("Write down the last call.",))
    elsewhere = told.model_copy(update={"text": "| 5 | Write down | the last call |"})
    [early] = [each for each in grader.grade(elsewhere, case) if each.code == "S3"]
    assert (early.value, early.quote) == (2, "")


def test_it_is_among_the_graders_that_need_no_model(bench):
    [found] = [each for each in free_graders(bench) if each.name == "reading"]
    assert all(title for kind in SuggestionKind for title in found.criteria(kind).values())
    assert found.criteria(SuggestionKind.COACHING) == {}


class Parrot:
    """A grader of ours that was built on the odd ones."""

    name = "parrot"

    def criteria(self, kind):
        return {"A2": "real, unfinished work"}

    def grade(self, suggestion, case):
        return [Grade(code="A2", grader=self.name, value=2)]

    def built_on(self, item):
        return int(item[1:]) % 2 == 1


@pytest.mark.parametrize("is_kept", [False, True])
def test_what_a_grader_was_built_on_is_no_evidence_for_it(case, cache, is_kept):
    items = [
        Labelled(id=f"L{number:03}", case=case.id, asked="", suggestion=to_suggestion("activity", "Take a call."))
        for number in range(6)
    ]
    graders = [Kept(Parrot(), cache, "1") if is_kept else Parrot()]
    [unseen] = collect(items, grade_unseen(items, graders, {case.id: case}))
    assert set(unseen.values) == {"L000", "L002", "L004"}


def test_the_reading_grader_was_built_on_the_odd_ones_of_its_time(grader):
    assert [item for item in ("L001", "L002", "L353", "L354", "L355", "x") if grader.built_on(item)] == ["L001", "L353"]


@pytest.fixture(scope="module")
def measured(grader):
    items = [item for item in read_labelled() if int(item.id[1:]) <= LAST_LABELLED]
    grades = grade_unseen(items, [grader], {case.id: case for case in read_cases()})
    return {graded.code: graded.values for graded in collect(items, grades)}


@pytest.mark.parametrize("code", [code for rules in RULES.values() for code in rules])
def test_it_agrees_with_both_readers_where_it_has_not_looked(measured, code):
    assert all(int(item[1:]) % 2 == 0 for item in measured[code])
    for reader in read_both():
        labels = {item: value for (item, asked), value in reader.items() if asked == code}
        found = agree(labels, measured[code])
        assert found is not None
        assert found.n >= 20
        assert found.kappa >= ADVISES


def test_the_same_grade_throughout_would_not_pass(measured):
    for code, values in measured.items():
        for reader in read_both():
            labels = {item: value for (item, asked), value in reader.items() if asked == code}
            found = agree(labels, dict.fromkeys(values, 2))
            assert found is None or not found.kappa >= ADVISES
