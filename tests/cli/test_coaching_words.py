"""How a reply reads on a terminal, and what becomes of options that do not go together."""

from __future__ import annotations

import datetime as dt

import pytest

from coach.cli.replies import describe_around, describe_for_talk, describe_reply, say_how_to_go_on, to_data
from coach.cli.words import only_one, only_with, read_words, say_day, to_day, wrap
from coach.errors import BadRequest
from coach.models import Citation, CoachReply, Drafting, Guess, OfferedMove, ReplyKind

LONG = "You ask, and nobody answers, and then you answer it yourself because the silence is more than you can bear."
MOVE = OfferedMove(
    id="wait",
    title="Wait",
    does="Count to ten.",
    say="Take a minute.",
    why="People think.",
    costs="A minute.",
    watch_for="Pens.",
    way_back="Ask in pairs.",
)
GUESSES = (
    Guess(situation="low-energy", title="The energy has gone", confidence=0.3),
    Guess(situation="tears", title="Somebody is crying", confidence=0.2),
)


def reply_of(kind: ReplyKind = ReplyKind.FOCUS, **fields: object) -> CoachReply:
    given = {"kind": kind, "heard": LONG, "situation": "low-energy", "situation_title": "The energy has gone"}
    return CoachReply.model_validate({**given, "move": MOVE, "asks": "What was it like?", **fields})


def test_lines_are_short_and_nothing_is_lost() -> None:
    told = describe_reply(reply_of())

    assert max(map(len, told.splitlines())) <= 88
    assert " ".join(told.split()) == " ".join(reply_of().text.split())
    assert "\n\nOne thing to try: Count to ten.\nYou could say: “Take a minute.”\n" in told


def test_lists_hang_and_paragraphs_stay_apart() -> None:
    told = wrap(f"1. {LONG}\n- {LONG}\n\nAnd then.")

    lines = told.splitlines()
    assert lines[1].startswith("   ")
    assert lines[3].startswith("  ")
    assert lines[-2:] == ["", "And then."]
    assert wrap("https://example.org/" + "a" * 120).count("\n") == 0


def test_a_quote_says_where_it_is_from() -> None:
    source = Citation(
        label="S1", quote="We waited.", note="retro.md", title="Retro", date="2026-03-12", start=0, end=10
    )

    told = describe_reply(reply_of(from_notes="In March: “We waited.” (S1)", citations=(source,)))

    assert told.endswith("(S1) Retro, 2026-03-12")


@pytest.mark.parametrize(
    ("confidence", "says"), [(0.9, "(quite sure)."), (0.45, "(fairly sure)."), (0.1, "(not sure).")]
)
def test_how_sure_it_is_is_said_in_words(confidence: float, says: str) -> None:
    first = describe_around(reply_of(confidence=confidence))[0]

    assert first == f"Taken for: The energy has gone {says}"


def test_other_guesses_are_named_only_while_it_is_unsure() -> None:
    unsure = describe_around(reply_of(confidence=0.3, alternatives=GUESSES))
    sure = describe_around(reply_of(confidence=0.9, alternatives=GUESSES))

    assert "  tears                        Somebody is crying" in unsure
    assert not any(line.startswith("  low-energy") for line in unsure)
    assert len(sure) == 1


def test_whoever_is_to_choose_sees_what_to_type() -> None:
    told = describe_around(reply_of(ReplyKind.CHOOSE, alternatives=GUESSES, move=None, situation=""))

    assert told[0] == "Which is it? Say it with --situation:"
    assert [line.split()[0] for line in told[1:]] == ["low-energy", "tears"]


def test_what_a_person_said_it_is_is_not_doubted() -> None:
    told = describe_around(reply_of(confidence=0.1, alternatives=GUESSES), chosen=True)

    assert told == ["Taken for what you said: The energy has gone."]


def test_at_the_terminal_nobody_is_told_of_options() -> None:
    assert describe_for_talk(reply_of(ReplyKind.CHOOSE, alternatives=GUESSES)) == []
    assert describe_for_talk(reply_of(confidence=0.5, alternatives=GUESSES)) == [
        "Taken for: The energy has gone (fairly sure)."
    ]
    assert describe_for_talk(reply_of(ReplyKind.SIGNPOST, situation_title=""))[-1] == "Nothing of this was kept."


def test_how_to_go_on_is_said_where_there_is_something_to_go_on_with() -> None:
    assert say_how_to_go_on("", "C") == ""
    assert say_how_to_go_on("t1", "C") == 'Go on: coach ask "…" --community "C" --thread t1'


def test_data_holds_the_text_and_everything_behind_it() -> None:
    drafting = Drafting(by="openai/x", told=("It took two tries.",))

    data = to_data(reply_of(drafting=drafting, thread="t1"))

    assert data["reply"] == reply_of().text
    assert [move["id"] for move in data["moves"]] == ["wait"]
    assert data["told"] == ["It took two tries."]
    wanted = {"kind", "situation", "situation_title", "confidence", "alternatives", "citations", "findings"}
    assert wanted | {"signpost", "thread", "drafted_by", "mode", "kept"} <= data.keys()
    assert to_data(reply_of(move=None))["moves"] == []


def test_one_thing_at_a_time() -> None:
    assert only_one(add=None, remove=None, threads=False) == ""
    assert only_one(add="", remove=None) == "add"
    with pytest.raises(BadRequest, match="--add and --remove are two things at once."):
        only_one(add="x", remove="y")


def test_an_option_that_goes_with_nothing_is_not_left_unheard() -> None:
    only_with("begin", ("begin",), due="2026-12-01")
    only_with("", ("begin",), due=None)
    with pytest.raises(BadRequest, match="--due goes with --begin."):
        only_with("tell", ("begin",), due="2026-12-01")


def test_days_are_read_and_said() -> None:
    assert to_day("2026-12-01") == dt.date(2026, 12, 1)
    assert to_day(None) is None
    assert say_day(dt.date(2026, 12, 1)) == "1 December 2026"
    with pytest.raises(BadRequest, match="“soon” is not a day."):
        to_day("soon")


def test_words_are_themselves_unless_they_come_on_standard_input() -> None:
    assert read_words("Nobody spoke - again.") == "Nobody spoke - again."
