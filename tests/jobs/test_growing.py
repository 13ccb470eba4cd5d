"""A host's own way: their words in order, and what keeps coming back, without a verdict."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from coach.jobs.growing import LONGEST_MOMENT, shorten
from coach.models import Actor, CoachMode, CoachReply, Experiment, GrowthMoment, JournalEntry, ReplyKind, Thread, Turn
from coach.ports import Conversations
from coach.testing import FixedClock
from tests.jobs.conftest import Bench

NOW = FixedClock().now()
SILENCE, OVERRUNS = "silence-after-a-question", "plan-overruns"
SAID = "“You ask, and nobody answers”"
PAIRS = "In the next session I will ask in pairs."


@pytest.fixture
def own(bench: Bench) -> Conversations:
    return bench.store.conversations(bench.coach.community("Circle").id, Actor())


def on(day: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{day}T10:00:00+00:00")


def ask(own: Conversations, name: str, day: str, text: str = "Nobody spoke.", situation: str = SILENCE) -> None:
    """Keep a conversation of two turns."""
    said = Turn(id=f"{name}1", who="person", text=text, at=on(day))
    replied = Turn(id=f"{name}2", who="coach", text="The coach's words", at=on(day))
    thread = Thread(
        id=name, title=text[:20], mode=CoachMode.THINK, situation=situation, started=on(day), updated=NOW,
        turns=(said, replied),
    )  # fmt: skip
    own.save_thread(thread)


def test_moments_come_oldest_first_in_the_persons_own_words(own: Conversations, bench: Bench) -> None:
    own.save_thing(JournalEntry(id="j", text="It was quiet.\nTwice.", at=on("2026-05-04"), thread="t"))
    tried: dict[str, Any] = {
        "state": "told",
        "happened": "They talked.",
        "learned": "Sooner",
        "told_at": on("2026-05-03"),
    }
    own.save_thing(Experiment(id="e", text=PAIRS, at=on("2026-05-02"), thread="t", **tried))
    own.save_thing(Experiment(id="f", text="I will wait.", at=on("2026-05-05"), situation=OVERRUNS))
    own.save_thing(Experiment(id="g", text="I will not.", at=on("2026-05-06"), state="dropped"))
    ask(own, "t", "2026-05-01")
    ask(own, "u", "2026-05-07", "Something else", situation="")

    moments = bench.coach.practice.growth("Circle").moments

    title = SAID.strip("“”")
    assert [(moment.what, moment.text, moment.situation, moment.id) for moment in moments] == [
        ("asked", "Nobody spoke.", title, "t"),
        ("tried", f"{PAIRS}\nThey talked.", title, "e"),
        ("learned", "Sooner", title, "e"),
        ("wrote", "It was quiet.\nTwice.", title, "j"),
        ("wrote", "I will wait.", "There is more plan than time", "f"),
        ("asked", "Something else", "", "u"),
    ]
    assert [moment.at for moment in moments] == sorted(moment.at for moment in moments)


def test_what_returns_is_said_with_its_days_and_their_own_words(own: Conversations, bench: Bench) -> None:
    for name, day in (("a", "2026-03-03"), ("b", "2026-05-12"), ("c", "2026-11-17")):
        ask(own, name, day)
    told: dict[str, Any] = {
        "state": "told",
        "happened": "They talked. A lot.",
        "told_at": on("2026-05-20"),
        "thread": "b",
    }
    own.save_thing(Experiment(id="e", text=PAIRS, at=on("2026-05-12"), situation=SILENCE, **told))

    assert bench.coach.practice.growth("Circle").returns == (
        f"{SAID} came up in March, in May and last week; in May you told of trying “{PAIRS.rstrip('.')}”, "
        "and wrote “They talked. A lot”.",
    )


def test_what_was_learned_is_quoted_before_what_happened_and_a_note_where_nothing_was_tried(
    own: Conversations, bench: Bench
) -> None:
    ask(own, "a", "2026-03-03")
    ask(own, "b", "2026-11-24")
    own.save_thing(JournalEntry(id="j", text="“Quiet” again.", at=on("2026-11-24"), thread="b"))
    assert bench.coach.practice.growth("Circle").returns == (
        f"{SAID} came up in March and yesterday; yesterday you wrote “‘Quiet’ again”.",
    )

    told: dict[str, Any] = {"state": "told", "happened": "They talked.", "learned": "Wait longer", "told_at": NOW}
    own.save_thing(Experiment(id="e", text="Wait", at=NOW, thread="b", **told))
    assert (
        bench.coach.practice.growth("Circle")
        .returns[0]
        .endswith("; today you told of trying “Wait”, and wrote “Wait longer”.")
    )


def test_an_experiment_and_the_conversation_it_came_from_are_one_occasion(own: Conversations, bench: Bench) -> None:
    ask(own, "a", "2026-05-12")
    own.save_thing(Experiment(id="e", text=PAIRS, at=on("2026-05-12"), thread="a", situation=SILENCE))
    assert bench.coach.practice.growth("Circle").returns == ()

    own.save_thing(Experiment(id="f", text=PAIRS, at=on("2026-05-13"), situation=SILENCE))
    assert bench.coach.practice.growth("Circle").returns == (f"{SAID} came up more than once in May.",)

    own.remove_thread("a")  # what came of a forgotten conversation is one occasion still
    assert len(bench.coach.practice.growth("Circle").returns) == 1


def test_a_conversation_that_went_on_to_something_else_was_about_both(own: Conversations, bench: Bench) -> None:
    ask(own, "a", "2026-03-03")
    for kind, returns in ((ReplyKind.CHOOSE, ()), (ReplyKind.LISTEN, (f"{SAID} came up in March and in May.",))):
        ask(own, f"b{kind}", "2026-05-05", situation=OVERRUNS)
        found = own.find_thread(f"b{kind}")
        assert found is not None
        reply = Turn(id="r", who="coach", text="x", at=NOW, reply=CoachReply(kind=kind, situation=SILENCE))
        own.save_thread(found.model_copy(update={"turns": (*found.turns, reply)}))
        assert bench.coach.practice.growth("Circle").returns == returns
        own.remove_thread(found.id)


def test_two_conversations_without_a_situation_or_with_an_unknown_one_are_no_return(
    own: Conversations, bench: Bench
) -> None:
    for name, situation in (("a", ""), ("b", ""), ("c", "gone-by-now"), ("d", "gone-by-now")):
        ask(own, name, "2026-05-01", situation=situation)
    assert bench.coach.practice.growth("Circle").returns == ()


def test_what_came_up_last_is_said_first_and_nothing_counts_or_judges(own: Conversations, bench: Bench) -> None:
    for place, day in enumerate(("2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01")):
        ask(own, f"s{place}", day)
    ask(own, "p0", "2026-02-02", situation=OVERRUNS)
    ask(own, "p1", "2026-11-02", situation=OVERRUNS)

    returns = bench.coach.practice.growth("Circle").returns

    assert [line.partition("”")[0] for line in returns] == ["“There is more plan than time", SAID.rstrip("”")]
    said = " ".join(returns).lower()
    assert re.search(r"\b(better|worse|improv\w+|progress|score|times|often|always|never|well done)\b|\d", said) is None


def test_many_days_are_told_by_the_first_and_the_last(own: Conversations, bench: Bench) -> None:
    for month in range(1, 7):
        ask(own, f"s{month}", f"2026-0{month}-01")

    assert bench.coach.practice.growth("Circle").returns == (
        f"{SAID} came up in January, in May and in June, and in between.",
    )


def test_a_long_first_message_is_shortened_at_a_sentence_end(own: Conversations, bench: Bench) -> None:
    ask(own, "a", "2026-05-01", "Nobody spoke, e.g. on Monday. " * 700)

    (moment,) = bench.coach.practice.growth("Circle").moments

    assert isinstance(moment, GrowthMoment)
    assert moment.text.endswith("on Monday.")
    assert LONGEST_MOMENT - 40 < len(moment.text) <= LONGEST_MOMENT


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("One two.", "One two."),
        ("One  two.\nThree four five six.", "One two."),
        ("“One two.” Three four five", "“One two.”"),
        ("One two three, four five six", "One two three…"),
        ("One two, three. Four", "One two, three."),
        ("Onetwothreefourfivesix", "Onetwothreefourf…"),
    ],
)
def test_a_text_is_shortened_where_it_reads_well(text: str, short: str) -> None:
    assert shorten(text, 16) == short
