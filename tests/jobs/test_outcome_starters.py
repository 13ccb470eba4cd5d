"""Notes that tell plenty in words from which no rule reads a doing: sentences to begin an outcome from."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.models import Consent, OutcomesRequest, OutcomesResult, TextNote
from coach.settings import Settings
from coach.wiring import build_coach

NOTES = (
    "the printer eats every third label and nobody rings anyone about it",
    "two of the four boards come back from the shop with the wrong holes, every single time",
    "she was left at the desk by herself again for the whole of the shift",
    "half the requests that reach us say only that it worked last year",
    "nobody knows which of the three lists is the one that counts",
)
LOGISTICS = ("Fourteen of us came, and Dawn brought the scones", "Next meeting on 3 June, same place, usual time") * 3


def propose(home: Path, texts: tuple[str, ...], about: str = "", consent: Consent = Consent.INSIDE) -> OutcomesResult:
    coach = build_coach(Settings(home=home, database_url=None))
    coach.create_community("Shop floor")
    notes = [TextNote(text=f"{text}.\n", path=f"{place}.txt", consent=consent) for place, text in enumerate(texts)]
    coach.add_texts("Shop floor", notes)
    found = coach.outcomes("Shop floor", OutcomesRequest(about=about))
    coach.close()
    return found


def test_what_tells_most_is_shown_word_for_word_and_nobody_is_told_that_it_is_too_little(tmp_path):
    found = propose(tmp_path, NOTES)
    assert found.tells_plenty
    assert not found.enough
    assert not found.outcomes
    assert not found.ask_first
    assert "too little" not in found.message
    assert len(found.heard) >= 4
    assert all(any(quote.quote.rstrip(".") in text for text in NOTES) for quote in found.heard)


@pytest.mark.parametrize(
    ("texts", "more"),
    [
        (NOTES[:2], {}),
        (
            ("Fourteen of us came, and Dawn brought the scones", "Next meeting on 3 June, same place, usual time") * 3,
            {},
        ),
        (NOTES, {"about": "proving sourdough bread in a cold kitchen"}),
        (NOTES, {"consent": Consent.NEVER}),
    ],
)
def test_too_few_sentences_another_subject_or_closed_notes_are_no_plenty(tmp_path, texts, more):
    found = propose(tmp_path, texts, **more)
    assert not found.tells_plenty
    assert len(found.ask_first) == 3
