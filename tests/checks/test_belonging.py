from __future__ import annotations

import pytest

from tests.checks.examples import GOOD, QUOTE, changed, codes, to_mend, with_part, with_step

OUTCOME = GOOD.outcomes[0].model_dump()


def _with_line(line: str):
    return changed(facilitation=[*GOOD.facilitation, line])


def test_an_opening_about_something_else_is_seen(check):
    step = {"minutes": 10, "who": "everyone", "does": "Write on a card which fruit you are.", "doing": "making"}
    other = with_part("opening", title="Ice-breaker", prompt="Which fruit are you?", steps=[step], why="It is fun.")
    assert "X2" in codes(check(other))
    step["does"] = "Write on a card which system puzzles you."
    assert "X2" not in codes(check(with_part("opening", title="Ice-breaker", steps=[step])))


@pytest.mark.parametrize(
    "words",
    [
        "One of you wrote: “we never have time for this”.",
        "As your community has said, nobody dares to ask.",
        "Your notes show that people find this hard.",
        f"Begin there: “{' '.join(QUOTE.split())}”.",
    ],
)
def test_words_put_into_their_mouths_are_seen(words, check):
    assert "X3" in codes(check(with_step("a1", 0, does=f"Choose a system. {words}")))


@pytest.mark.parametrize(
    "words",
    [
        f"One of you wrote: “{QUOTE}” (S1).",
        "Read out what you wrote at the start.",
        "The group says what it sees on the map.",
        "Ask: “what happens then?”",
    ],
)
def test_what_people_say_on_the_day_needs_no_source(words, check):
    assert "X3" not in codes(check(with_step("a1", 0, does=f"Choose a system. {words}")))


WORKED = {"label": "S9", "quote": "drawing the waits first worked well for us", "note": "a.md", "start": 0, "end": 42}


@pytest.mark.parametrize(
    ("does", "is_seen"),
    [
        ("Introduce a new habit: drawing the waits first. “drawing the waits first worked well for us” (S9)", True),
        ("Keep drawing the waits first. You wrote: “drawing the waits first worked well for us” (S9)", False),
    ],
)
def test_what_works_here_is_not_taught_as_new(does, is_seen, check):
    plan = changed(with_step("a1", 0, does=f"Map a system. {does}"), citations=[*GOOD.citations, WORKED])
    assert ("X4" in codes(check(plan, None))) is is_seen


@pytest.mark.parametrize(
    "line",
    [
        "Put Priya (beginner) beside Tomasz (advanced).",
        "Sam is our weakest mapper.",
        "Keep an eye on Ada, a slow learner.",
        "Divide the group by ability.",
    ],
)
def test_names_with_levels_are_seen(line, check):
    assert "X7" in codes(check(_with_line(line)))


@pytest.mark.parametrize(
    "line",
    [
        "Priya (Harrowmere) brings the map.",
        "Sam is our host today.",
        "Ask for the strongest case on both sides.",
        "The good ones come after the first lull.",
        "Start with the weakest line in the draft.",
    ],
)
def test_names_and_work_without_levels_are_left_alone(line, check):
    assert "X7" not in codes(check(_with_line(line)))


@pytest.mark.parametrize(
    ("fields", "is_seen"),
    [
        ({"from_notes": ""}, True),
        ({"from_notes": "40 sentences from 12 of your notes shaped this plan."}, True),
        ({"from_notes": "2 sentences from 1 of your notes shaped this plan."}, False),
        ({"facilitation": ["The host is not the expert. This is guaranteed to work."]}, True),
    ],
)
def test_a_plan_says_what_it_rests_on(fields, is_seen, check):
    assert ("X8" in codes(check(changed(**fields)))) is is_seen


@pytest.mark.parametrize(
    ("sign", "is_seen"),
    [
        ("", True),
        ("We'd notice it because things get better.", True),
        ("We'd notice it because 80 % more maps are drawn.", True),
        ("We'd notice it because a map from here turns up in a planning meeting.", False),
    ],
)
def test_a_sign_is_something_that_can_be_seen(sign, is_seen, check):
    assert ("O4" in codes(check(changed(outcomes=[OUTCOME | {"sign": sign}])))) is is_seen


@pytest.mark.parametrize(
    ("ways", "is_seen"),
    [
        ({}, True),
        ({"newcomer": "", "regular": "Draw.", "expert": "Answer when asked."}, True),
        ({"newcomer": "Watches and learns.", "expert": "Draws."}, True),
        ({"newcomer": "Hold the pen.", "expert": "Answer when asked."}, False),
    ],
)
def test_an_outcome_has_a_way_in_for_new_and_old_hands(ways, is_seen, check):
    found = check(changed(outcomes=[OUTCOME | {"ways_in": ways}]))
    assert ("O6" in codes(found)) is is_seen
    assert all("Holds the pen" in item.rewrite for item in to_mend(found) if item.check == "O6")


@pytest.mark.parametrize(
    ("line", "is_seen"),
    [
        ("The outcome has been set by management.", True),
        ("Do not change the outcome.", True),
        ("The outcome is a draft; ask what they would change.", False),
    ],
)
def test_an_outcome_can_be_rewritten(line, is_seen, check):
    assert ("O8" in codes(check(_with_line(line)))) is is_seen


@pytest.mark.parametrize(
    ("lines", "is_seen"),
    [
        ([], True),
        (["The host is also the one who knows most, and answers every question."], True),
        (["One person hosts, presents and answers all questions."], True),
        (["The host asks and keeps time; the host does not answer questions about maps."], False),
        (["If you are also the one who knows most, lend your watch to somebody else."], False),
    ],
)
def test_hosting_is_kept_apart_from_knowing_most(lines, is_seen, check):
    plan = changed(facilitation=lines, citations=GOOD.citations[:1], influences=GOOD.influences[:1])
    assert ("S6" in codes(check(plan))) is is_seen
