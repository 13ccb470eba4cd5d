"""Each rule of the linter sees a planted fault, and leaves a near miss alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from coach.models import Doing, Finding, Phase, Severity, Tone
from coach.playbook import Playbook, load_playbook
from coach.playbook.lint import lint_pattern, lint_playbook, lint_protocol
from coach.playbook.lint_wording import (
    OF_THINGS,
    all_texts_of,
    find_faults,
    find_testing,
    sample_wordings,
    shared_runs,
    texts_of,
    unknown_slots,
)
from coach.playbook.schema import Pattern, Protocol

PLAYBOOK = load_playbook()
GOOD = next(item for item in PLAYBOOK.patterns if item.id == "follow-one-case")
KIND = next(item for item in PLAYBOOK.protocols if item.id == "describe-first")
OWN = GOOD.model_copy(update={"id": "a-case-of-ours"})


def change(pattern: Pattern, **fields: Any) -> Pattern:
    return pattern.model_copy(update=fields)


def step(pattern: Pattern, place: int, **fields: Any) -> Pattern:
    steps = list(pattern.steps)
    steps[place] = steps[place].model_copy(update=fields)
    return change(pattern, steps=tuple(steps))


def every_step(pattern: Pattern, **fields: Any) -> Pattern:
    return change(pattern, steps=tuple(item.model_copy(update=fields) for item in pattern.steps))


def role(pattern: Pattern, **fields: Any) -> Pattern:
    return change(pattern, roles=pattern.roles.model_copy(update=fields))


def take(pattern: Pattern, **fields: Any) -> Pattern:
    return change(pattern, take_up=(pattern.take_up[0].model_copy(update=fields), *pattern.take_up[1:]))


def codes(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(item.check, item.where) for item in findings}


LAST = len(GOOD.steps) - 1
QUESTIONS = "What happened? What was hard? What does that say about {doing}? Write down one thing."
PLANTED: list[tuple[str, Callable[[Pattern], Pattern], tuple[str, str], Severity]] = [
    ("slot", lambda p: step(p, 1, does="Show {members} where it waits."), ("P2", "steps[1].does"), Severity.STOP),
    ("slot in a role", lambda p: role(p, expert="Give {doing it} away."), ("P2", "roles.expert"), Severity.STOP),
    ("stray brace", lambda p: change(p, norm="We} may be wrong."), ("P2", "norm"), Severity.STOP),
    ("quote outside", lambda p: change(p, norm="Mind {quote}."), ("P2", "norm"), Severity.STOP),
    ("slot in the example", lambda p: change(p, example="A shop: {draft}."), ("P2", "example"), Severity.STOP),
    (
        "no {do}",
        lambda p: change(every_step(p, does="Sit in a ring."), what_members_do="Sit in a ring"),
        ("A1", "what_members_do"),
        Severity.STOP,
    ),
    ("little doing", lambda p: every_step(p, doing=Doing.LISTENING), ("A5", "steps"), Severity.MEND),
    ("one voice", lambda p: step(p, 1, one_voice=True), ("A5", "steps[1]"), Severity.MEND),
    ("only voices", lambda p: every_step(p, one_voice=True), ("A5", "steps"), Severity.STOP),
    ("no debrief", lambda p: step(p, LAST, does="Tidy up and go."), ("A6", f"steps[{LAST}].does"), Severity.MEND),
    (
        "no meaning",
        lambda p: step(p, LAST, does="What? How? And then? Write it down."),
        ("A6", f"steps[{LAST}].does"),
        Severity.MEND,
    ),
    (
        "no decision",
        lambda p: step(p, LAST, does="What? How? What about {doing}?"),
        ("A6", f"steps[{LAST}].does"),
        Severity.MEND,
    ),
    ("watching", lambda p: role(p, newcomer="Observe how the others do it."), ("A4", "roles.newcomer"), Severity.MEND),
    ("same role", lambda p: role(p, regular=p.roles.expert), ("A4", "roles"), Severity.MEND),
    ("thin role", lambda p: role(p, regular="Take part."), ("A4", "roles.regular"), Severity.QUESTION),
    ("phases", lambda p: step(p, 0, phase=Phase.CONVERGE), ("S4", "steps"), Severity.MEND),
    ("no quote", lambda p: take(p, text="Begin."), ("X3", "take_up[0].text"), Severity.STOP),
    ("own marks", lambda p: take(p, text="Begin: “{quote}” ({label})."), ("X3", "take_up[0].text"), Severity.MEND),
    ("one of several", lambda p: take(p, text="Begin: {quotes}."), ("X3", "take_up[0].text"), Severity.MEND),
    ("long say", lambda p: step(p, 0, say="word " * 26), ("X6", "steps[0].say"), Severity.MEND),
    ("testing", lambda p: step(p, 0, does="Score each piece."), ("X1", "steps[0].does"), Severity.MEND),
]


@pytest.mark.parametrize(("plant", "expected", "severity"), [pytest.param(*row[1:], id=row[0]) for row in PLANTED])
def test_a_planted_fault_is_seen_in_anybodys_pattern(
    plant: Callable[[Pattern], Pattern], expected: tuple[str, str], severity: Severity
) -> None:
    for pattern, built_in in ((OWN, False), (GOOD, True)):
        assert expected not in codes(lint_pattern(pattern, PLAYBOOK, built_in=built_in))
        found = [item for item in lint_pattern(plant(pattern), PLAYBOOK, built_in=built_in) if
                 (item.check, item.where) == expected]  # fmt: skip
        assert found
        assert found[0].severity is severity
        assert all((found[0].message, found[0].why, found[0].way_forward))


FOR_OURS: list[tuple[str, Callable[[Pattern], Pattern], tuple[str, str]]] = [
    ("starts otherwise", lambda p: change(p, what_members_do="Let us {do}"), ("P5", "what_members_do")),
    ("no real work", lambda p: change(p, real_work="a case"), ("P5", "real_work")),
    ("no draft", lambda p: change(p, artefact="a list"), ("P5", "artefact")),
    ("no reason", lambda p: change(p, reason="It helps."), ("P5", "reason")),
    ("no {do} in a step", lambda p: every_step(p, does="Go on."), ("P5", "steps")),
    ("two take_ups", lambda p: change(p, take_up=p.take_up[:2]), ("P5", "take_up")),
    ("one cue twice", lambda p: take(p, cue=p.take_up[1].cue), ("P5", "take_up")),
    ("nothing instead", lambda p: change(p, take_up=tuple(item.model_copy(update={"instead": False}) for item in
                                                          p.take_up)), ("P5", "take_up")),
    ("no bring", lambda p: change(p, bring=""), ("P5", "bring")),
    ("no lend", lambda p: change(p, lend=""), ("P5", "lend")),
    ("no example", lambda p: change(p, example=""), ("P5", "example")),
    ("no prepare", lambda p: change(p, prepare=()), ("P5", "prepare")),
    ("no good_for", lambda p: change(p, good_for=()), ("P5", "good_for")),
    ("no card", lambda p: change(p, card=()), ("P5", "card")),
    ("no phases", lambda p: every_step(p, phase=None), ("P5", "steps")),
    ("no say", lambda p: step(p, 2, say=""), ("P5", "steps[2].say")),
    ("limps", lambda p: change(p, norm="Show your the {draft}."), ("P3", "norm")),
    ("shouts", lambda p: change(p, norm="Be wrong!"), ("P3", "norm")),
]  # fmt: skip


@pytest.mark.parametrize(("plant", "expected"), [pytest.param(*row[1:], id=row[0]) for row in FOR_OURS])
def test_what_comes_with_the_product_is_held_to_more(
    plant: Callable[[Pattern], Pattern], expected: tuple[str, str]
) -> None:
    assert expected in codes(lint_pattern(plant(GOOD), PLAYBOOK, built_in=True))
    weights = [item.severity for item in lint_pattern(plant(OWN), PLAYBOOK) if (item.check, item.where) == expected]
    assert set(weights) <= {Severity.QUESTION}


NEAR_MISSES: list[tuple[str, Callable[[Pattern], Pattern]]] = [
    ("style is theirs", lambda p: change(p, norm='Be wrong! It\'s "fine"!!  Really ...')),
    ("test environment", lambda p: step(p, 0, does="Open the test environment and look at the unit tests.")),
    ("not a test", lambda p: change(p, norm="This is not a test.")),
    ("pencil marks", lambda p: step(p, 0, does="Leave pencil marks on the page.")),
    ("ten minutes of one voice", lambda p: step(p, 0, one_voice=True, share=0.1)),
    ("listening with a job", lambda p: role(p, newcomer="Listen for the first word you don't know and write it up.")),
    ("no phases", lambda p: every_step(p, phase=None)),
    ("a debrief of another shape", lambda p: step(p, LAST, does=QUESTIONS)),
    ("several quotes", lambda p: take(p, text="Begin: {quotes}.", most=3)),
    ("other words", lambda p: change(p, norm="Wir dürfen irren, und das ist gut so.")),
]


@pytest.mark.parametrize("touch", [pytest.param(row[1], id=row[0]) for row in NEAR_MISSES])
def test_a_near_miss_is_left_alone(touch: Callable[[Pattern], Pattern]) -> None:
    assert lint_pattern(touch(OWN), PLAYBOOK) == ()


def test_doing_something_about_the_outcome_is_advised_against_and_not_refused() -> None:
    about = every_step(change(OWN, what_members_do="Draw a picture of {topic}"), does="Draw it.")

    (found,) = [item for item in lint_pattern(about, PLAYBOOK) if item.check == "A1"]

    assert found.severity is Severity.MEND


def test_an_id_of_the_playbook_is_taken() -> None:
    (found,) = [item for item in lint_pattern(GOOD, PLAYBOOK) if item.severity is Severity.STOP]

    assert (found.check, found.where, found.rewrite) == ("P4", "id", "id: our-follow-one-case")


def test_a_rewrite_can_be_put_in_place() -> None:
    for name, plant, expected, _ in PLANTED:
        if name not in {"slot", "no debrief", "no meaning", "no decision", "own marks", "no quote", "watching"}:
            continue
        (found, *_) = [item for item in lint_pattern(plant(OWN), PLAYBOOK) if (item.check, item.where) == expected]
        assert found.rewrite
        mended = _put(plant(OWN), found)
        assert expected not in codes(lint_pattern(mended, PLAYBOOK)), name


def _put(pattern: Pattern, found: Finding) -> Pattern:
    if found.where.startswith("steps["):
        return step(pattern, int(found.where[6]), does=found.rewrite)
    if found.where.startswith("take_up"):
        return take(pattern, text=found.rewrite)
    return role(pattern, newcomer=found.rewrite.removeprefix("newcomer: "))


def protocol(**fields: Any) -> Protocol:
    return KIND.model_copy(update=fields)


def prompt(place: int, **fields: Any) -> Protocol:
    prompts = list(KIND.prompts)
    prompts[place] = prompts[place].model_copy(update=fields)
    return protocol(prompts=tuple(prompts))


@pytest.mark.parametrize(
    ("planted", "expected"),
    [
        (prompt(0, text="How good is {doing} from one to five?"), ("R3", "prompts[0].text")),
        (prompt(0, text="Were you confident in {doing}?"), ("R1", "prompts[0].text")),
        (prompt(0, text="Look at {doing} again."), ("R2", "prompts[0].text")),
        (prompt(0, text="How was your week?"), ("R2", "prompts[0].text")),
        (
            protocol(prompts=tuple(item.model_copy(update={"text": "What is it?"}) for item in KIND.prompts)),
            ("R2", "prompts"),
        ),
        (prompt(-1, tone=Tone.WARM), ("R6", "prompts")),
        (
            protocol(prompts=tuple(item for item in KIND.prompts if item.tone is not Tone.BEFORE)),
            ("R4", "prompts"),
        ),
        (protocol(reason_work="It looks."), ("S1", "reason_work")),
        (protocol(reason_outcome="It shows."), ("S1", "reason_outcome")),
        (
            protocol(steps=tuple(item.model_copy(update={"does": "Sit.", "say": "Sit."}) for item in KIND.steps)),
            ("R1", "steps"),
        ),
        (protocol(minutes=KIND.minutes.model_copy(update={"max": 26})), ("R7", "minutes")),
        (protocol(card=()), ("P5", "card")),
    ],
)
def test_a_planted_fault_is_seen_in_a_protocol(planted: Protocol, expected: tuple[str, str]) -> None:
    assert lint_protocol(KIND, PLAYBOOK) == ()
    assert expected in codes(lint_protocol(planted, PLAYBOOK))


def _with(**session: Any) -> Playbook:
    return replace(PLAYBOOK, session=PLAYBOOK.session.model_copy(update=session))


def test_the_whole_is_looked_at_too() -> None:
    copied = change(GOOD, id="zz-copy")
    small = replace(PLAYBOOK, patterns=(GOOD, copied), protocols=())

    assert any(item.check == "P4" and item.where == "zz-copy" for item in lint_playbook(small))
    found = lint_playbook(replace(_with(break_text="Rest from {doing}."), patterns=(), protocols=()))
    assert [(item.check, item.where) for item in found] == [("P2", "around.break_text")]
    capture = PLAYBOOK.session.captures[0].model_copy(update={"keeps": "A test for {everyone}."})
    found = lint_playbook(replace(_with(captures=(capture,)), patterns=(), protocols=()))
    assert codes(found) == {("P2", f"{capture.id}.keeps"), ("X1", f"{capture.id}.keeps")}


def test_texts_are_seen_as_people_will_read_them() -> None:
    wording = sample_wordings(PLAYBOOK.lexicon)[0]

    for bad in ("Make a {topic} and an map.", "Try to to {do}.", "Look at the  {draft}.", "Start here. then {do}.",
                "Share your the {draft}.", "Wait , then {do}.", "Stop.. {do}", "{nobody} does it"):  # fmt: skip
        assert find_faults(bad, wording), bad
    assert find_faults("Make {a_draft}. Is it a one-off, or an hour's work?", wording) == []
    assert find_testing("Score the {draft} out of ten.") == ["Score"]
    assert find_testing("Scoreboards and remarkable targets-free talk") == ["targets"]
    assert OF_THINGS.sub("", "a user test") == "a "
    assert unknown_slots("{do} and {did} }", ("do",)) == ["did", "}"]
    assert shared_runs({"a": ["one two three four five six"], "b": ["zero one two three four five"]})
    assert shared_runs({"a": ["one two {do} three four five"], "b": ["one two {do} three four five"]}) == []
    assert shared_runs({"a": {"credit": "one two three four five"}, "b": ["one two three four five"]}) == []


def test_names_are_not_taken_for_sentences() -> None:
    read = {where for where, _ in texts_of(GOOD)}

    assert not {"id", "title", "credit", "needs_experts", "good_for[0]", "steps[0].who", "prepare[0].when"} & read
    assert {"steps[0].does", "take_up[0].text", "prepare[0].does", "card[0]"} <= read
    assert "good_for[0]" in {where for where, _ in all_texts_of(GOOD)}
