"""Which sentences name a doing, and which are left alone."""

from __future__ import annotations

import pytest

from coach.drafting.outcomes.frames import find_hits
from coach.drafting.outcomes.phrases import Doing, read_doing
from coach.drafting.outcomes.vocabulary import Vocabulary
from coach.playbook import load_playbook

LEXICON = load_playbook().lexicon


class _KnowsAll(dict[str, int]):
    def get(self, key: str, default: int = 0) -> int:  # type: ignore[override]
        return 9


VOCABULARY = Vocabulary(
    notes=9, used=_KnowsAll(), small={}, capital={}, speakers=frozenset({"Marcus"}), own_names=frozenset()
)


def _read(sentence: str) -> list[Doing]:
    doings = (read_doing(hit, LEXICON, VOCABULARY) for hit in find_hits(sentence))
    return [doing for doing in doings if doing is not None]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("It is hard to explain what version control is for.", "explain what version control is for"),
        ("How do we get quiet people to review pull requests?", "get quiet people to review pull requests"),
        ("How can you keep more advanced students engaged?", "keep more advanced students engaged"),
        ("We struggled with keeping participants engaged online.", "keep participants engaged online"),
        ("People don't know how to give useful feedback on my draft.", "give useful feedback on our draft"),
        ("We never know who waits for the next team.", "say who waits for the next team"),
    ],
)
def test_a_doing_is_taken_as_it_was_written_and_said_by_us(sentence: str, said: str) -> None:
    assert said in [doing.text for doing in _read(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "How do we fix it?",
        "How do we deal with this issue?",
        "It was hard to get Marcus involved.",
        "How can we book the venue for the Thursday meetup?",
        "How do we get the invoice paid?",
        "We work hard to cultivate a welcoming place.",
        "It is hard to say how many came.",
        "How do we make sure they know?",
        "It is hard to create a positive,",
        "The room is on the third floor of the annexe.",
    ],
)
def test_what_is_not_surely_a_clean_doing_is_refused(sentence: str) -> None:
    assert _read(sentence) == []


def test_the_second_doing_of_a_sentence_is_left_out() -> None:
    assert [doing.text for doing in _read("How do we include new people in the talks and write better notes?")] == [
        "include new people in the talks"
    ]
