"""Damage in words that no list of phrases holds, and near misses that look like it and are fine."""

from __future__ import annotations

import pytest

from coach.checks import check_outcome, check_review
from coach.models import Severity
from tests.checks.examples import (
    ACTIVITY,
    OUTCOME,
    REVIEW,
    changed,
    codes,
    to_mend,
    with_part,
    with_step,
)

ROLES = ACTIVITY.roles.model_dump()
STEM = "We want to be able to map complex systems"


def _asking(text: str):
    prompts = [prompt.model_dump() for prompt in REVIEW.prompts]
    prompts[1]["text"] = text
    return with_part("r1", prompts=prompts)


def _told(more: str):
    return with_step("a1", 1, does=f"Map who waits on whom. {more}")


def _wanting(text: str, sign: str = OUTCOME.sign):
    return changed(outcomes=[{"id": "o1", "text": text, "sign": sign, "ways_in": OUTCOME.ways_in}])


@pytest.mark.parametrize(
    "prompt",
    [
        "How seriously did he take this map?",
        "Does the mapper strike you as careful?",
        "Which of these three has understood it least?",
        "What is it about you that makes you draw maps like this?",
        "Did everybody in the pair do their share?",
        "What does this map tell you about how hard its maker tried?",
        "Would you let him do it alone?",
    ],
)
def test_a_prompt_about_the_maker_is_seen(prompt, check):
    assert "R1" in codes(check(_asking(prompt)))


@pytest.mark.parametrize(
    "prompt",
    [
        "Who would reach for this map, and on what sort of day?",
        "What hasn't found its way in yet that the author may well know about the system?",
        "Who hardly got a line on the map, and what happened just before?",
        "Author, which choice in your map would you change?",
        "Who is missing from this system?",
    ],
)
def test_a_prompt_about_people_in_the_work_is_not(prompt, check):
    assert "R1" not in codes(check(_asking(prompt)))


def test_people_whom_the_outcome_is_about_may_be_looked_at(lexicon):
    prompts = ["Where is the newcomer unprepared?", "What did it show you?", "What would you like to try next?"]
    assert "R1" in codes(check_review(prompts, lexicon, STEM))
    assert "R1" not in codes(check_review(prompts, lexicon, "We want to be able to prepare a newcomer for a first map"))


@pytest.mark.parametrize(
    "table", ["the speaker's delivery", "how each person came across", "body language and presence", "the presenters"]
)
def test_a_person_on_the_table_is_seen(table, check):
    assert "R1" in codes(check(with_part("r1", looks_at=table)))


@pytest.mark.parametrize(
    "table", ["the delivery plan", "a rough map of who does what", "the newcomers' letter, redrafted"]
)
def test_a_thing_on_the_table_is_not_a_person(table, check):
    assert "R1" not in codes(check(with_part("r1", looks_at=table)))


@pytest.mark.parametrize(
    "prompt",
    [
        "Which weather is your mapping: sun, cloud or storm?",
        "Seedling, sapling or tree: which are you today?",
        "How many of five lamps are lit for this map?",
        "Is your mapping poor, fair, good or excellent?",
        "What would you give this map, ten being perfect?",
        "Red, amber or green: how is your mapping?",
        "Are you in the top half or bottom half with your map?",
    ],
)
def test_a_place_on_a_scale_is_seen_whatever_it_is_made_of(prompt, check):
    assert "R3" in codes(check(_asking(prompt)))


@pytest.mark.parametrize(
    "prompt",
    [
        "What did you see in round 1 of the map that round 2 lost?",
        "We look at the map again on the 12th: what will you have tried?",
        "What on this map would still hold in 48 hours?",
        "Does this map bear your sentence out, bend it, or ask for a new one?",
        "Which line on the map is in red ink, and why?",
    ],
)
def test_digits_and_choices_that_name_a_place_are_left_alone(prompt, check):
    assert "R3" not in codes(check(_asking(prompt)))


@pytest.mark.parametrize(
    "work",
    [
        "the hospital in the training video",
        "the island of Fredonia and its ferry company",
        "Exercise 4b",
        "a riddle about five houses",
        "a firm that was dreamt up for the purpose",
        "last year's winning entry, framed in the hall",
    ],
)
def test_work_that_is_nobody_s_is_seen(work, check):
    assert "A2" in codes(check(with_part("a1", real_work=work)))


def test_a_pretended_place_of_work_in_a_step_is_seen(check):
    assert "A2" in codes(check(_told("Imagine that you work at the harbour office.")))


@pytest.mark.parametrize(
    "work",
    [
        "current projects",
        "Ceri's ewes, before the tups go in",
        "the eight items on this month's agenda",
        "jobs from the last two weeks",
        "a textile sample that one of us has on the bench, unfinished",
    ],
)
def test_work_that_is_somebody_s_is_left_alone(work, check):
    assert "A2" not in codes(check(with_part("a1", real_work=work)))


def test_a_plan_of_few_words_may_leave_unsaid_whose_work_it_is(check):
    sparse = with_part("a1", real_work="pumps 2 and 5, the labeller, the shrink oven", roles={}, norm="")
    assert "A2" not in codes(check(sparse))


@pytest.mark.parametrize(
    "tail",
    [
        ", so that eight out of every ten arrive on time",
        ", in line with the regional target",
        ", at double last season's pace",
        ", so well that we come first in the county",
        ", no later than the twentieth of May",
        ", without any of us failing",
    ],
)
def test_a_quota_in_an_outcome_is_seen_and_cut_from_the_rewrite(tail, lexicon, check):
    assert "X1" in codes(check(_wanting(STEM + tail)))
    [finding] = [item for item in to_mend(check_outcome(STEM + tail, lexicon)) if item.check == "X1"]
    assert finding.rewrite.startswith(STEM)
    assert "X1" not in codes(check_outcome(finding.rewrite.splitlines()[0], lexicon))


def test_a_date_alone_is_worth_mending_and_a_share_of_people_stops(check):
    found = [
        to_mend(check(_wanting(STEM + tail))) for tail in (" by the end of June", " so that nine in ten of us can")
    ]
    assert [[str(item.severity) for item in items if item.check == "X1"] for items in found] == [["mend"], ["stop"]]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("We want to be able to answer a complaint within two days", OUTCOME.sign),
        ("We want to be able to plan a release with people in four time zones", OUTCOME.sign),
        ("We want to be able to reconcile medicines from at least two sources", OUTCOME.sign),
        (STEM, "We'd notice it because two of us point to the same gap before the release."),
    ],
)
def test_figures_that_the_work_itself_needs_are_left_alone(text, sign, check):
    assert "X1" not in codes(check(_wanting(text, sign)))


@pytest.mark.parametrize(
    "more",
    [
        "There is a bottle for whoever has the tidiest map.",
        "The pair that finishes last tidies up.",
        "At half time we announce who is ahead.",
        "Threes that break a rule are disqualified.",
        "Points are deducted for blank spots.",
        "The losing table sings.",
    ],
)
def test_people_set_against_one_another_are_seen_once(more, check):
    found = [item for item in to_mend(check(_told(more))) if item.check == "X1"]
    assert [(item.where, item.severity) for item in found] == [("a1", Severity.STOP)]


@pytest.mark.parametrize(
    "more",
    [
        "Whoever is least sure goes last.",
        "Take the heaps with the most dots.",
        "The first pair shows its map.",
        "There's no winner, and nobody looks for one.",
        "Point to the weakest line; the open points go on the wall.",
        "Nothing won't work here until you have said why.",
    ],
)
def test_turns_and_choices_are_no_contest(more, check):
    assert "X1" not in codes(check(_told(more)))


def test_a_contest_that_is_the_members_own_work_is_left_alone(check):
    plan = changed(_told("Draw how the jury reaches the winner."))
    outcome = [{"id": "o1", "text": "We want to be able to map how a jury picks a winner", "sign": OUTCOME.sign}]
    assert "X1" in codes(check(plan))
    assert "X1" not in codes(check(changed(plan, outcomes=outcome)))


@pytest.mark.parametrize(
    "norm", ["We expect precision.", "Our visitors are important people.", "Everyone will see who drew what."]
)
def test_a_norm_that_makes_nothing_safe_is_seen(norm, check):
    assert "A7" in codes(check(with_part("a1", norm=norm)))


@pytest.mark.parametrize("norm", ["Rough is welcome.", "Spelling can wait.", "Nobody in the room wrote the worst one."])
def test_a_norm_in_any_kind_words_is_left_alone(norm, check):
    assert "A7" not in codes(check(with_part("a1", norm=norm)))


@pytest.mark.parametrize(
    "job",
    [
        "Makes sure that there is enough paper.",
        "Collects the cups.",
        "Pass the tools when you are asked to.",
        "Read the starter pack until the others have finished.",
        "Says hello to everyone and finds a seat with a good view.",
        "Sits this one out.",
    ],
)
def test_a_newcomer_set_aside_is_seen(job, check):
    assert "A4" in codes(check(with_part("a1", roles=ROLES | {"newcomer": job})))


@pytest.mark.parametrize(
    "job",
    [
        "Choose a service and observe from there who waits",
        "Keep the time, and say when two minutes are left",
        "You have never seen this map; say what you think it wants from you",
        "Lay the first line, something you don't understand",
    ],
)
def test_a_newcomer_whom_the_work_needs_is_left_alone(job, check):
    assert "A4" not in codes(check(with_part("a1", roles=ROLES | {"newcomer": job})))


def test_an_expert_who_does_it_for_them_is_seen(check):
    assert "A4" in codes(check(with_part("a1", roles=ROLES | {"expert": "Corrects the map and gives the solution"})))
    assert "A4" not in codes(check(with_part("a1", roles=ROLES | {"expert": "Never corrects the map unless asked"})))


@pytest.mark.parametrize(
    "left", ["peace of mind", "broader horizons", "a lively exchange", "the joy of having been heard"]
)
def test_a_feeling_is_no_trace(left, check):
    assert "A3" in codes(check(with_part("a1", artefact=left)))


def test_a_trace_that_is_wiped_away_is_none(check):
    assert "A3" in codes(check(_told("Wipe the board before you go.")))
    assert "A3" not in codes(check(_told("Cross out what no longer holds.")))


@pytest.mark.parametrize(
    "left", ["three pens of ewes and a map", "talks, and jottings on a page", "a map of relationships"]
)
def test_a_thing_of_any_trade_is_a_trace(left, check):
    assert "A3" not in codes(check(with_part("a1", artefact=left)))


def test_a_degree_is_asked_for_as_little_as_a_number(check):
    assert "R3" in codes(check(_asking("How sure are you of this map now?")))
    assert "R3" not in codes(check(_asking("Where on this map are you not sure yet?")))
