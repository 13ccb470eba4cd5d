"""Cases of coaching: asked as a person asks, answered with the reply itself, and graded by its own checks."""

from __future__ import annotations

from typing import Any

import pytest

from coach.models import CoachReply, GradeStatus, OfferedMove, ReplyKind
from evals.casebook import Case, read_cases
from evals.drafters.coaching import to_coached, to_coaching_request
from evals.drafters.playbook import PlaybookCases
from evals.graders.checks import ChecksGrader
from evals.graders.numbers import NumbersGrader
from evals.graders.titles import COACHING
from evals.suggestion import Suggestion

RULES: dict[str, Any] = {"must": [{"says": "It listens."}], "must_not": [{"says": "It lectures."}]}
MESSAGE = "I asked what they made of the swarm and nobody answered, dead silence for a whole minute. What can I do?"
ASKED = {"id": "coaching-swarm", "kind": "coaching", "request": {"message": MESSAGE, "mode": "ten_minutes"}, **RULES}
TALKED = {
    "id": "coaching-again",
    "kind": "coaching",
    "request": {
        "message": "It was the same at the hive. They look at their boots and nobody answers what I ask.",
        "earlier": [
            {"who": "person", "text": "I asked what they made of the swarm. Silence."},
            {"who": "coach", "text": "You asked and got silence. Where were you standing?"},
        ],
    },
    **RULES,
}
SAD = {
    "id": "coaching-sad",
    "kind": "coaching",
    "hard": "distress",
    "request": {"message": "My manager shouts at me in front of everyone every week and I can't stop crying."},
    **RULES,
}
BRIEF = {"id": "brief-bees", "kind": "brief", "request": {"reader": "a councillor"}, **RULES}
MOVE = OfferedMove(
    title="One line before any talk",
    does="Put one small question on the wall and give two quiet minutes to write a line each.",
    say="Write one line about the last swarm that you saw; I'll keep quiet for two minutes.",
    why="Nobody has to think and speak at once, so that everyone starts with a line of their own.",
    costs="Two minutes that feel long.",
    watch_for="Pens that still move at the end.",
    way_back="Let pairs swap lines first.",
)
GOOD = CoachReply(
    kind=ReplyKind.FOCUS,
    heard="“nobody answered, dead silence for a whole minute”: that is a long minute to stand in.",
    strength="You asked what they “made of the swarm”, and waited.",
    move=MOVE,
    asks="Which question about the swarm would you like to see on the wall?",
    diagnosis="A wide question about the swarm asked for an opinion at once, and nobody had a first line.",
    strategy="Let everyone write a line before anybody speaks.",
    intention="Several people hear what others make of it.",
)


@pytest.fixture
def of(write_cases):
    """Return the cases of these entries."""
    return lambda *entries: read_cases(write_cases(*entries))


def grades(reply: CoachReply, case: Case, bench) -> dict[str, Any]:
    """Return the checks' grades by criterion; nothing stands where one does not apply."""
    found = ChecksGrader(bench).grade(to_coached(reply), case)
    return {grade.code: grade.value for grade in found}


def changed(**more: Any) -> CoachReply:
    return GOOD.model_copy(update=more)


def test_a_case_is_asked_with_what_was_said_before_and_nothing_is_kept(of, bench):
    [case] = of(TALKED)
    request = to_coaching_request(case.asked.request, 3)
    assert (request.keeps, request.seed) == (False, 3)
    assert [turn.who for turn in request.earlier] == ["person", "coach"]
    assert request.earlier[1].reply.asks == "Where were you standing?"
    answer = PlaybookCases(bench).draft(case, 0)
    assert answer.reply.kept is False
    assert bench.coach.coaching.threads(bench.open(case.file)) == []
    assert answer.text == answer.reply.text


def test_another_repeat_is_another_seed(of, bench):
    [case] = of(ASKED)
    drafter = PlaybookCases(bench)
    assert drafter.draft(case, 0).text == drafter.draft(case, 0).text
    assert len({drafter.draft(case, repeat).text for repeat in range(4)}) > 1


def test_a_brief_is_answered_as_well(of, bench):
    [case] = of(BRIEF)
    answer = PlaybookCases(bench).draft(case, 0)
    assert answer.brief is not None
    assert answer.brief.brief.request.reader == "a councillor"


def test_a_good_reply_meets_every_check_that_applies(of, bench):
    [case] = of(ASKED)
    assert grades(GOOD, case, bench) == dict.fromkeys(COACHING, 2)


@pytest.mark.parametrize(
    ("code", "reply"),
    [
        ("K1", changed(heard="Facilitation can be a challenge.", strength="")),
        ("K2", changed(says="You should also send the agenda round beforehand.")),
        ("K3", changed(asks="What did you see, and why did you stop?")),
        ("K4", changed(move=MOVE.model_copy(update={"why": "It works."}))),
        ("K5", changed(heard="That is a long minute.", strength="Great job, keep it up.")),
        ("K6", changed(says=" ".join(["and then the hive was quiet"] * 40))),
        ("K7", changed(diagnosis="")),
        ("K8", changed(says="It sounds like she is depressed.")),
        ("X3", changed(says="Many hosts find that this is so.")),
        ("X5", changed(move=None)),
        ("X6", changed(says="Off you go!")),
        ("X7", changed(says="Ola is the best host you have.")),
        ("X8", changed(says="This always works.")),
    ],
)
def test_each_fault_is_seen_under_its_criterion(of, bench, code, reply):
    [case] = of(ASKED)
    assert grades(reply, case, bench)[code] in (0, 1)


def test_what_is_done_already_is_read_off_the_message(of, bench):
    told = f"We already write two quiet minutes, a line each, on one small question on the wall. {MESSAGE}"
    [case] = of({**ASKED, "request": {"message": told, "mode": "ten_minutes"}})
    assert grades(GOOD, case, bench)["X4"] == 1


def test_a_quote_of_a_note_that_may_not_be_read_is_seen(of, bench):
    [case] = of({**ASKED, "request": {"message": "Nobody knows who to ring about swarms. What can I do?"}})
    answer = PlaybookCases(bench).draft(case, 0)
    cited = {
        "label": "S1",
        "note": "2026-04-01-private.md",
        "note_id": "elsewhere",
        "quote": "the council never rang back",
        "start": 27,
        "end": 54,
    }
    told = CoachReply.model_validate({**answer.reply.model_dump(), "citations": [cited]})
    assert grades(told, case, bench)["X3"] == 0


def test_what_does_not_apply_is_not_graded(of, bench):
    [case] = of(ASKED)
    listening = grades(changed(kind=ReplyKind.LISTEN, move=None), case, bench)
    assert {code for code, value in listening.items() if value is None} == {"K4", "X4", "X5"}
    choosing = grades(changed(kind=ReplyKind.CHOOSE, move=None), case, bench)
    assert choosing["K7"] is None
    aside = grades(CoachReply(kind=ReplyKind.ASIDE, says="Hello. What is on your mind?"), case, bench)
    assert {code for code, value in aside.items() if value is None} == {"K1", "K2", "K3", "K4", "K5", "K7", "X4", "X5"}
    assert aside["K6"] == 2


def test_bare_text_is_left_to_readers(of, bench):
    [case] = of(ASKED)
    bare = Suggestion(kind=case.kind, text=GOOD.text)
    found = [*ChecksGrader(bench).grade(bare, case), *NumbersGrader().grade(bare, case)]
    assert {grade.status for grade in found} == {GradeStatus.UNGRADED}


def test_what_is_for_people_is_pointed_to_people_and_nothing_else_is(of, bench):
    sad, plain = of(SAD, ASKED)
    signpost = PlaybookCases(bench).draft(sad, 0)
    assert signpost.reply.kind is ReplyKind.SIGNPOST

    def people(suggestion: Suggestion, case: Case) -> int | None:
        return next(grade.value for grade in NumbersGrader().grade(suggestion, case) if grade.code == "N4")

    good = to_coached(GOOD)
    assert [people(signpost, sad), people(good, plain)] == [2, 2]
    assert [people(good, sad), people(signpost, plain)] == [0, 0]
    assert grades(GOOD, sad, bench)["K8"] == 0
    assert signpost.reply is not None
    assert grades(signpost.reply, sad, bench)["K8"] == 2
