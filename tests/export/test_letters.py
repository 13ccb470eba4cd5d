"""Letters from a plan alone: whole for every mode, warm in their words, and different from one session to the next."""

from __future__ import annotations

import re

import pytest

from coach.checks import find_test_language
from coach.export.letters import TITLES, render_letters, write_letters
from coach.models import Activity, Letter, LetterKind, Mode, SessionPlan
from coach.playbook import load_playbook, parse_outcome, to_wording
from tests.export.plans import SIGNS_UP, bare, full
from tests.playbook.lint import find_faults, find_testing
from tests.playbook.outcomes import VARIED

PLAYBOOK = load_playbook()
SEEDS = range(6)
MOST_WORDS_IN_A_CHAT = 60
ACCESS = re.compile(r"\b(?:take|taking) part\b|what you need so that|next time to be different")
BLANKS = {
    "[day and time]", "[room]", "[link]", "[your name]", "[how to reach you]", "[date]", "[what is there to borrow]",
    "[door, floor, lift]", "[link or place]", "[what was made]", "[what is kept, if anything]",
    "[a sentence whose owner said yes]", "[names]", "[date of the next session]",
}  # fmt: skip
PLANS = [
    pytest.param(make(mode=mode.value, seed=seed), id=f"{make.__name__}-{mode.value}-{seed}")
    for make in (full, bare)
    for mode in Mode
    for seed in SEEDS
]


def by_kind(plan: SessionPlan) -> dict[LetterKind, Letter]:
    return {letter.kind: letter for letter in write_letters(plan, PLAYBOOK)}


@pytest.mark.parametrize("plan", PLANS)
def test_every_letter_is_whole_and_reads_well(plan: SessionPlan) -> None:
    letters = write_letters(plan, PLAYBOOK)

    assert [letter.kind for letter in letters] == list(LetterKind) == list(TITLES)
    wording = to_wording(parse_outcome(plan.outcomes[0].text, PLAYBOOK.lexicon))
    for letter in letters:
        both = f"{letter.subject}\n\n{letter.text}"
        assert find_faults(both, wording) == []
        assert find_testing(both) == []
        assert find_test_language(both) == []
        assert not re.search(r"“”|\( *\)|\.\.|: *[.,]", both)
        assert not [block for block in letter.text.split("\n\n")[1:] if block.endswith(":")]
        assert bool(letter.subject) is (letter.kind is not LetterKind.CHAT)
        assert set(re.findall(r"\[[^\]]*\]", both)) <= BLANKS


@pytest.mark.parametrize("plan", PLANS)
def test_every_letter_asks_what_people_need_and_leaves_its_writer_a_name(plan: SessionPlan) -> None:
    for letter in write_letters(plan, PLAYBOOK):
        assert ACCESS.search(letter.text), letter.kind
        assert letter.text.endswith("[your name]")


@pytest.mark.parametrize("plan", PLANS)
def test_the_invitation_says_what_when_where_how_long_and_that_it_may_be_changed(plan: SessionPlan) -> None:
    text = by_kind(plan)[LetterKind.INVITATION].text

    assert "[day and time]" in text
    assert ("[room]" in text) is (plan.mode is not Mode.ONLINE)
    assert ("[link]" in text) is (plan.mode is not Mode.IN_PERSON)
    assert [int(found) for found in re.findall(r"^- (\d+) min: \S", text, re.M)] == [
        part.minutes for part in plan.parts
    ]
    assert plan.outcomes[0].text.rstrip(".") in text
    assert re.search(r"change it before we begin|tell me|a better one", text)
    assert re.search(r"unfinished|haven't finished", text, re.I)
    assert "[how to reach you]" in text


@pytest.mark.parametrize("plan", PLANS)
def test_the_others_say_what_becomes_of_words_and_of_the_work(plan: SessionPlan) -> None:
    letters = by_kind(plan)

    assert re.search(r"\bke(?:ep|pt)\b", letters[LetterKind.BEFORE].text)
    assert "[a sentence whose owner said yes]" in letters[LetterKind.THANKS].text
    assert re.search(r"\byes\b|consent|said it may", letters[LetterKind.THANKS].text)


def test_what_the_plan_knows_stands_in_the_letters() -> None:
    plan = full(minutes=60)
    letters = by_kind(plan)
    activity = next(part for part in plan.parts if isinstance(part, Activity))
    capture = next(part for part in plan.parts if part.kind == "capture")

    assert activity.bring in letters[LetterKind.INVITATION].text
    assert activity.lend in letters[LetterKind.INVITATION].text
    assert activity.bring in letters[LetterKind.BEFORE].text
    assert capture.consent in letters[LetterKind.BEFORE].text
    assert activity.artefact in letters[LetterKind.THANKS].text
    assert plan.outcomes[0].sign in letters[LetterKind.NEXT_STEP].text
    assert SIGNS_UP.capitalize() in letters[LetterKind.NEXT_STEP].text
    assert all(question in letters[LetterKind.INVITATION].text for question in plan.ask_first)


def test_no_list_of_names_is_spoken_of_when_none_was_promised() -> None:
    assert "[names]" not in by_kind(full(by_the_end=()))[LetterKind.NEXT_STEP].text
    assert "[names]" in by_kind(full())[LetterKind.NEXT_STEP].text


def test_several_outcomes_and_activities_stand_in_lines_of_their_own() -> None:
    outcomes = ("We want to be able to map a service.", "We want to be able to write plain decision letters.")
    plan = full(outcomes=outcomes, minutes=180)
    letters = by_kind(plan)

    for outcome in plan.outcomes:
        assert f"\n- {outcome.text}\n" in letters[LetterKind.INVITATION].text
        assert f"\n- {outcome.sign}\n" in letters[LetterKind.NEXT_STEP].text
    for part in plan.parts:
        if isinstance(part, Activity):
            assert f"\n- {part.title}: {part.bring}" in letters[LetterKind.INVITATION].text
            assert f"\n- {part.artefact}\n" in letters[LetterKind.THANKS].text


@pytest.mark.parametrize("make", [full, bare])
@pytest.mark.parametrize("mode", list(Mode))
def test_two_sessions_in_a_row_do_not_get_the_same_sentences(make, mode: Mode) -> None:
    plan = make(mode=mode.value)
    now, again, next_time = (by_kind(plan.model_copy(update={"seed": seed})) for seed in (3, 3, 4))

    assert now == again
    for kind, letter in now.items():
        lines = {line for line in letter.text.splitlines() if len(line.split()) > 6 and not line.startswith("- ")}
        assert lines
        assert not lines & set(next_time[kind].text.splitlines())


def test_the_next_session_of_a_series_is_invited_in_other_words() -> None:
    first, second = (by_kind(bare(title=title))[LetterKind.INVITATION].text for title in ("1 of 2: Map", "2 of 2: Go"))

    assert not set(first.split("\n\n")) & set(second.split("\n\n"))


@pytest.mark.parametrize("outcome", VARIED)
def test_the_chat_message_is_short_whatever_is_practised(outcome: str) -> None:
    for mode in Mode:
        for seed in range(3):
            plan = bare(outcomes=[{"text": outcome}], mode=mode.value, seed=seed, minutes=200)
            chat = by_kind(plan)[LetterKind.CHAT].text
            assert len(chat.split()) <= MOST_WORDS_IN_A_CHAT, chat


def test_letters_in_a_document_are_never_read_as_markup() -> None:
    text = render_letters(write_letters(bare(title="<script>alert(1)</script>\n~~~~\n# Big"), PLAYBOOK))

    assert text.count("\n~~~~text\n") == text.count("\n~~~~\n") == len(LetterKind)
    assert "\n# Big" not in text
