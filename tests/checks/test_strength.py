"""Links are read off what is described, in whatever words: nothing is missing without a sign that it is."""

from __future__ import annotations

from typing import Any

import pytest

from coach.checks import derive_alignment
from coach.models import LinkKind, SessionPlan

OA, AR, OR = LinkKind.OUTCOME_ACTIVITY, LinkKind.ACTIVITY_REVIEW, LinkKind.OUTCOME_REVIEW
INTERVIEW = "We want to be able to interview a tenant about damp so that they tell us what happens at night."
MINUTES = "We want to be able to write minutes that people act upon."
CRITIQUE = "We want to be able to run a design critique that helps the designer."


def plan_of(outcome: str, does: str = "", prompts: tuple[str, ...] = (), **fields: Any) -> SessionPlan:
    """Return a sparse plan of one activity and, with prompts, one review."""
    looks = {name: fields.pop(name) for name in ("looks_at", "compares") if name in fields}
    activity = {"kind": "activity", "id": "a", "title": "Doing", "minutes": 40, "what_members_do": does} | fields
    review = {"kind": "review", "id": "r", "title": "Looking", "minutes": 20, "prompts": prompts} | looks
    parts = [activity, review] if prompts else [activity]
    return SessionPlan.model_validate({"minutes": 60, "people": 12, "outcomes": [{"text": outcome}], "parts": parts})


def weigh(plan: SessionPlan, lexicon) -> tuple[int, int, int]:
    [alignment] = derive_alignment(plan, lexicon)
    return alignment.links[OA].value, alignment.links[AR].value, alignment.links[OR].value


@pytest.mark.parametrize(
    "plan",
    [
        plan_of(
            INTERVIEW,
            "Pairs ring one tenant each. One talks, one notes down where we finished their sentence. Then the other.",
            (
                "What came out in the second call that we'd never have got in the first?",
                "Where did we fill the pauses?",
            ),
            real_work="open damp cases",
            looks_at="the notes of both calls",
            compares="call one and call two",
        ),
        plan_of(
            "We want to be able to map a service across departments.",
            "Threes draw how one request of last week travels from the first call to the letter.",
            ("Where did it lie about?", "Lay it beside the drawing from March. What have we learned to see?"),
            artefact="a drawing",
            looks_at="the drawings",
        ),
        plan_of(
            "We want to be able to say no to a request without losing the person who asked.",
            "Say it out loud: the refusal you owe somebody this week. Your partner plays them. Twice.",
            ("Did it stay a no?", "What was left between you after the first go, and after the second?"),
            real_work="a refusal each of us owes",
            artefact="both sentences",
            looks_at="both sentences",
        ),
        plan_of(
            "We want to be able to prune an apple tree for fruit, not for looks.",
            "Everyone prunes one of the old trees. Before each cut say why.",
            ("Where will the fruit get its light?", "Which cut would you take back?", "We meet here again in August."),
            real_work="trees that nobody touched last winter",
            looks_at="the trees",
        ),
    ],
)
def test_plain_words_are_whole(plan, lexicon):
    assert weigh(plan, lexicon) == (2, 2, 2)


@pytest.mark.parametrize(
    ("outcome", "fields"),
    [
        (CRITIQUE, {"does": "Watch a short film about critique and discuss what stands out"}),
        (CRITIQUE, {"does": "Masterclass: our head of design runs a critique on stage and explains what she does"}),
        (CRITIQUE, {"does": "We'll talk about the critiques we have been in, why they hurt, and swap tips"}),
        (CRITIQUE, {"does": "Critique bingo: match each critique term to its definition", "artefact": "a bingo card"}),
        (
            CRITIQUE,
            {"does": "In groups, design a poster of the principles of running a critique", "artefact": "poster"},
        ),
        (MINUTES, {"does": "Minutes: presentation by the clerk on what the law asks for. Bring yours if you like"}),
        (MINUTES, {"does": "Everyone fills in the maturity questionnaire on minutes in their department"}),
        (MINUTES, {"does": "Brainstorm reasons why nobody reads minutes", "artefact": "sticky notes"}),
        (
            MINUTES,
            {
                "does": "Write better minutes together in three rounds of conversation",
                "steps": [
                    {"minutes": 20, "who": "tables", "does": "Why does nobody read them", "doing": "talking"},
                    {"minutes": 20, "who": "tables", "does": "What good looks like", "doing": "talking"},
                ],
            },
        ),
    ],
)
def test_the_outcomes_words_over_something_else_are_no_doing(outcome, fields, lexicon):
    assert weigh(plan_of(outcome, **fields), lexicon)[0] == 0


@pytest.mark.parametrize(
    "fields",
    [
        {"does": "Three volunteers chair today's item; the rest sit around and note who speaks"},
        {"does": "Chair a made-up meeting of residents in fours"},
    ],
)
def test_a_few_of_them_or_a_toy_is_a_part(fields, lexicon):
    assert weigh(plan_of("We want to be able to chair a meeting that ends on time.", **fields), lexicon)[0] == 1


def test_taking_turns_while_one_looks_on_is_everybody(lexicon):
    does = (
        "In threes, one chairs an item of today's agenda, one answers, one keeps the time. Swap until each has had it."
    )
    plan = plan_of("We want to be able to chair a meeting that ends on time.", does, real_work="today's agenda")
    assert weigh(plan, lexicon)[0] == 2


@pytest.mark.parametrize(
    ("prompts", "expected"),
    [
        (("What did we like about this afternoon?", "How did we work together as a group?"), (0, 0)),
        (("How useful was the session?", "Would you recommend it?"), (0, 0)),
        (("Is every field of the template filled in?", "Are names spelt right?", "Is it signed?"), (1, 0)),
        (("What did each person know to do after reading them?", "Which line would you act upon on Monday?"), (2, 1)),
        (("Which line would you act upon?", "What can you act upon now that you couldn't in March?"), (2, 2)),
    ],
)
def test_a_review_counts_by_what_it_asks(prompts, expected, lexicon):
    plan = plan_of(
        MINUTES,
        "Write up this morning's meeting from your own notes",
        prompts,
        real_work="this morning's meeting",
        artefact="minutes",
        looks_at="the minutes",
    )
    assert weigh(plan, lexicon)[1:] == expected


def test_real_work_in_words_that_nobody_foresaw_needs_a_review_that_asks_for_the_outcome(lexicon):
    does = "Walk the site in twos and chalk everything you would not step on"
    outcome = "We want to be able to recognise unsafe scaffolding."
    seen = plan_of(outcome, does, ("What makes this one unsafe?",), real_work="the site", looks_at="the chalk marks")
    unseen = plan_of(outcome, does, ("Who owns the site?",), real_work="the site", looks_at="the chalk marks")
    assert (weigh(seen, lexicon)[0], weigh(unseen, lexicon)[0]) == (2, 0)


def test_two_peoples_views_of_one_moment_are_no_movement(lexicon):
    prompts = ("Which line would you act upon?",)
    fields = {"real_work": "this morning's meeting", "artefact": "minutes", "looks_at": "the minutes"}
    does = "Write up this morning's meeting"
    views = plan_of(MINUTES, does, prompts, compares="what the writer meant and what the reader got", **fields)
    times = plan_of(MINUTES, does, prompts, compares="last month's minutes and these", **fields)
    assert (weigh(views, lexicon)[2], weigh(times, lexicon)[2]) == (1, 2)


def test_what_follows_from_a_missing_doing_is_said_once(check):
    plan = plan_of(MINUTES, "Listen to a talk on minutes", ("Which line would you act upon?",), looks_at="the minutes")
    stopped = [finding.check for finding in check(plan).findings if finding.severity == "stop"]
    assert stopped == ["O-A"]
