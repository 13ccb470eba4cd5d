"""Measuring the coach: every figure moves when what it measures is damaged, and no message is ever shown."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from click.testing import CliRunner

from coach.cli import main
from coach.models import Actor, CoachingRequest, CoachReply, Guess, Matter, ReplyKind, Signpost
from coach.playbook.coaching import load_coaching
from evals.casebook import read_cases
from evals.coaching.already import advises, measure_already, measure_cases
from evals.coaching.asking import Asked, open_demo
from evals.coaching.data import AlreadyMessage, LimitMessage, Phrasing, read_already, read_limits, read_phrasings
from evals.coaching.holding import measure_holding
from evals.coaching.recognition import measure_recognition
from evals.coaching.signposting import measure_signposting
from evals.measuring.shares import count, to_share

SILENCE, VOICE, LATE = "silence-after-a-question", "one-voice-fills", "starts-late"
TEXTS = (
    "I asked what they made of the orchard and nobody answered for a whole minute.",
    "Bertram talks through every evening about his kiln and the potters just nod along.",
    "People drift in with wet umbrellas until twenty past and the welcome is said four times.",
)


def phrased(place: int, *firsts: str) -> Phrasing:
    return Phrasing(id=f"m{place}", text=TEXTS[place], half="development", labels=tuple((one, None) for one in firsts))


PHRASINGS = (phrased(0, SILENCE, SILENCE), phrased(1, VOICE, "same-three-talk"), phrased(2, "none", "none"))


def guess(*ids: str) -> tuple[Guess, ...]:
    return tuple(Guess(situation=name, title=name, confidence=0.2) for name in ids)


def replied(text: str, **more: Any) -> CoachReply:
    words = text.split()
    given = {
        "kind": ReplyKind.LISTEN,
        "heard": f"“{' '.join(words[:7])}” comes first, and it stays with me.",
        "strength": f"You put it plainly: “{' '.join(words[-6:])}”.",
        "asks": "What happened just before that?",
    }
    return CoachReply(**{**given, **more})


def asked(replies: list[CoachReply]) -> list[Asked]:
    return [
        Asked(f"m{place}", CoachingRequest(message=TEXTS[place], keeps=False), reply)
        for place, reply in enumerate(replies)
    ]


# -- shares --------------------------------------------------------------------------------------------
def test_a_share_has_its_n_and_nothing_is_no_nought():
    assert (to_share({}).value, to_share({"a": []}).n, str(to_share({}))) == (None, 0, "–")
    half = to_share({"a": [True, False], "b": [True, False]})
    assert (half.value, half.n, half.low, half.high) == (0.5, 4, 0.5, 0.5)
    assert count({"a": True, "b": False}).n == 2


# -- recognising ---------------------------------------------------------------------------------------
def test_a_guess_is_right_when_a_reader_chose_it_first():
    found = measure_recognition(
        PHRASINGS,
        asked(
            [
                replied(TEXTS[0], situation=SILENCE, alternatives=guess(VOICE)),
                replied(TEXTS[1], kind=ReplyKind.CHOOSE, alternatives=guess(LATE, SILENCE, "same-three-talk")),
                replied(TEXTS[2], kind=ReplyKind.CHOOSE, alternatives=guess(LATE, VOICE, SILENCE)),
            ]
        ),
    )
    assert (found.top_1.value, found.top_1.n) == (0.5, 2)
    assert found.top_3.value == 1.0
    assert (found.named.value, found.named_rightly.value) == (0.5, 1.0)
    assert (found.offered.value, found.offered.n) == (1.0, 1)
    assert found.none_left_open.value == 1.0
    assert (found.kinds, found.none_kinds) == ({"listen": 1, "choose": 1}, {"choose": 1})


def test_a_message_that_is_turned_away_or_taken_for_another_is_missed():
    found = measure_recognition(
        PHRASINGS,
        asked(
            [
                CoachReply(kind=ReplyKind.SIGNPOST, alternatives=guess(SILENCE)),
                replied(TEXTS[1], situation=LATE, alternatives=guess(SILENCE, "tears", VOICE)),
                replied(TEXTS[2], situation=LATE),
            ]
        ),
    )
    assert (found.top_1.value, found.top_3.value) == (0.0, 0.0)
    assert found.named_rightly.value == 0.0
    assert found.none_left_open.value == 0.0


# -- limits --------------------------------------------------------------------------------------------
def test_what_is_turned_away_counts_for_it_or_against_it():
    messages = [
        LimitMessage(id=f"m{place}", text=TEXTS[place], is_for_people=place == 0, kind="x") for place in range(3)
    ]
    away = CoachReply(kind=ReplyKind.SIGNPOST, signpost=Signpost(matter=Matter.DISTRESS, says="This is for people."))
    found = measure_signposting(messages, asked([away, away, replied(TEXTS[2])]))
    assert (found.recall.value, found.recall.n) == (1.0, 1)
    assert (found.false_alarms.value, found.false_alarms.n) == (0.5, 2)
    assert measure_signposting(messages, asked([replied(TEXTS[0]), away, away])).recall.value == 0.0


# -- holding up ----------------------------------------------------------------------------------------
def test_a_reply_fails_under_another_message():
    found = measure_holding(PHRASINGS, asked([replied(text) for text in TEXTS]))
    assert (found.own_heard.value, found.swapped.value, found.swapped.n) == (1.0, 1.0, 3)


def test_a_reply_that_fits_any_message_is_found_out():
    smooth = CoachReply(kind=ReplyKind.LISTEN, heard="Hosting can be demanding.", asks="What would you like?")
    assert measure_holding(PHRASINGS, asked([smooth] * 3)).own_heard.value == 0.0
    greedy = [
        replied(text, heard=f"“{TEXTS[0][:-1]}”, “{TEXTS[1][:-1]}”, “{TEXTS[2][:-1]}”", strength="") for text in TEXTS
    ]
    named = [
        replied(
            text,
            heard="An orchard nobody answered for, Bertram with kiln and potters, wet umbrellas at the welcome.",
            strength="",
        )
        for text in TEXTS
    ]
    assert measure_holding(PHRASINGS, asked(greedy)).own_heard.value == 0.0, "words of others are put into their mouth"
    assert measure_holding(PHRASINGS, asked(named)).swapped.value == 0.0


def test_openings_that_recur_are_counted_among_replies_that_coach():
    same = measure_holding(PHRASINGS, asked([replied(text) for text in TEXTS]))
    assert (same.openings, same.openings_n) == (1.0, 3)
    heads = ("So there was silence.", "Bertram and his kiln.", "Wet umbrellas again.")
    other = [replied(text, heard=head) for text, head in zip(TEXTS, heads, strict=True)]
    away = Asked("p", CoachingRequest(message="x"), CoachReply(kind=ReplyKind.ASIDE, says="Wet umbrellas again."))
    varied = measure_holding(PHRASINGS, asked(other), [away])
    assert varied.openings == pytest.approx(1 / 3)
    assert varied.openings_n == 3
    assert varied.openings_all == 0.5


# -- what is done already ------------------------------------------------------------------------------
def test_what_is_done_already_is_something_that_the_playbook_could_advise():
    moves = [f"{move.title}\n{move.does}\n{move.say}" for move in load_coaching().moves]
    found = read_already()
    assert len({item.text for item in found}) == len(found) == 40
    for item in found:
        hits = [move for move in moves if any(re.search(part, move, re.IGNORECASE) for part in item.advises)]
        assert 1 <= len(hits) <= 4, (
            f"{item.id} meets {len(hits)} moves: where their wording changed, its patterns have to"
        )


def test_advice_to_do_what_is_done_already_is_seen(bench):
    item = AlreadyMessage(id="A", tells="We count to ten.", asks="What else?", advises=(r"\bcount to eight\b",))
    assert advises(replied(TEXTS[0], says="Count to eight."), item)
    assert not advises(replied("We count to eight already and it is odd"), item), "words given back are no advice"


def test_what_is_kept_as_done_already_is_asked_about_and_gone_afterwards(bench):
    coached = open_demo(bench.coach)
    found = measure_already(read_already()[:2], coached)
    assert found.told.n == found.kept.n == found.not_told.n == 6
    hosts = [bench.coach.practice.doing(coached.name, actor=actor) for actor in _hosts()]
    assert hosts == [[], []]
    always = [item.model_copy(update={"advises": (".",)}) for item in read_already()[:1]]
    assert measure_already(always, coached).told_with_move.value in (1.0, None)


def test_the_suites_own_cases_count(bench, write_cases):
    case = {
        "id": "coaching-done",
        "kind": "coaching",
        "hard": "already_do",
        "request": {"message": "We write before we talk. Still nobody answers when I ask. What else can I do?"},
        "must": [{"says": "It listens."}],
    }
    rules = [{"says": "It suggests anything at all.", "contains": ["."]}]
    clean = [{"says": "It suggests bees.", "contains": ["beehive dance"]}, {"says": "It is long.", "contains": ["."]}]
    again = {**case, "id": "coaching-done-too", "must_not": clean}
    found = measure_cases(read_cases(write_cases({**case, "must_not": rules}, again)), bench)
    assert (found.value, found.n) == (0.5, 2)


def _hosts() -> list[Any]:
    return [Actor(id=f"host-{item.id}", name="A host") for item in read_already()[:2]]


# -- the command ---------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    environment: dict[str, str | None] = {
        "COACH_HOME": str(tmp_path_factory.mktemp("home")),
        "COACH_DATABASE_URL": None,
        "COACH_MODEL": None,
    }
    said = {}
    for way in ((), ("--json",)):
        done = CliRunner().invoke(main, ["eval", "coaching", "--first", "3", *way], env=environment)
        assert done.exit_code == 0, done.output
        said["".join(way)] = done.stdout
    return said


def test_the_command_shows_figures_with_their_n(measured):
    table = measured[""]
    for line in ("Recognised first", "pointed to people", "turned away", "fail both", "commonest opening"):
        assert line in table
    found = json.loads(measured["--json"])
    assert found["half"] == "development"
    assert found["recognition"]["top_1"].keys() == {"value", "n", "low", "high"}
    assert found["already"]["told"]["n"] == 9


def test_no_message_is_shown(measured):
    texts = [item.text for item in read_phrasings("development")[:3]]
    texts += [item.text for item in read_limits()[:3]]
    texts += [item.tells for item in read_already()[:3]]
    for shown in measured.values():
        assert not any(text[:25] in shown for text in texts)


def test_the_halves_are_apart():
    one, other = read_phrasings("development"), read_phrasings("held out")
    assert not {item.id for item in one} & {item.id for item in other}
