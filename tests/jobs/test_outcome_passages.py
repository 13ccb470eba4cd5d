"""What a model may read for outcomes: what tells most or lies nearest, one a note first, and whether that is enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from coach.jobs.outcome_passages import MOST
from coach.jobs.outcomes import find_outcomes_input
from coach.locate import embedder_folder
from coach.models import Consent, OutcomesRequest, TextNote, Visibility
from coach.ports import OutcomesInput
from coach.service import Coach
from coach.settings import Settings
from coach.wiring import build_coach
from tests.jobs.test_outcomes import DEMO, LOGISTICS, THREE

GERMAN = (
    "# {name}\n\nWir wissen nie, wer auf wen wartet, wenn ein Fall über zwei Teams geht. Wie zeichnet man eine "
    "Übergabe, die niemandem gehört? Es ist schwer, leise Leute mit einzubeziehen. Nächstes Mal hätten wir gern "
    "mehr Zeit zum Üben. Die Neuen sollen früher zu Wort kommen. Niemand liest die Protokolle, die wir schreiben.\n"
)


@pytest.fixture(scope="module")
def coach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Coach]:
    """A coach with the real embedder, the demo and a few small communities."""
    made = build_coach(Settings(home=tmp_path_factory.mktemp("home"), embedder_dir=embedder_folder()))
    made.load_demo()
    for name, texts in (
        ("Rooms", [LOGISTICS]),
        ("Kreis", [GERMAN.format(name=name) for name in ("Mai", "Juni", "Juli")]),
        ("Two of us", THREE),
        ("Empty", []),
    ):
        made.create_community(name)
        if texts:
            made.add_texts(name, [TextNote(text=text, title="A meeting") for text in texts])
    yield made
    made.close()


def _given(coach: Coach, name: str = DEMO, *, for_model: bool = True, **wish: object) -> OutcomesInput:
    tools = replace(coach.plan_tools(name), for_model=for_model)
    return find_outcomes_input(OutcomesRequest.model_validate(wish), coach.community(name), tools)


def test_a_spread_comes_from_as_many_notes_as_there_are_and_is_word_for_word(coach: Coach) -> None:
    given = _given(coach)

    assert given.enough
    assert len(given.passages) == MOST
    assert len({item.note_id for item in given.passages}) == min(MOST, given.notes_searched)
    assert [item.label for item in given.passages] == [f"S{place}" for place in range(1, MOST + 1)]
    for item in given.passages:
        assert coach.note(DEMO, item.note_id).text[item.start : item.end] == item.text


def test_what_is_asked_for_is_near(coach: Coach) -> None:
    given = _given(coach, about="refusal letters")

    assert given.enough
    assert sum("letter" in item.text.lower() for item in given.passages[:5]) >= 3
    assert len(given.passages) <= MOST


@pytest.mark.parametrize(
    ("name", "about", "enough"),
    [
        ("Rooms", "", False),
        ("Empty", "", False),
        ("Two of us", "", True),
        ("Kreis", "", True),
        (DEMO, "proving sourdough bread", False),
    ],
)
def test_too_little_is_said_before_anybody_is_paid(coach: Coach, name: str, about: str, enough: bool) -> None:
    given = _given(coach, name, about=about)

    assert given.enough is enough
    assert bool(given.passages) is enough


def test_private_notes_are_named_and_take_nobodys_place(coach: Coach) -> None:
    before = _given(coach)
    mine = before.passages[0]
    coach.set_rights(DEMO, mine.note_id, Visibility.ONLY_ME, Consent.INSIDE)

    after = _given(coach)
    coach.set_rights(DEMO, mine.note_id, Visibility.MEMBERS, Consent.INSIDE)

    assert after.private == {mine.note_id}
    assert sum(item.note_id != mine.note_id for item in after.passages) == MOST


def test_notes_that_may_not_be_quoted_are_not_read_at_all(coach: Coach) -> None:
    closed = _given(coach).passages[0]
    coach.set_rights(DEMO, closed.note_id, Visibility.MEMBERS, Consent.NEVER)

    spread, near = _given(coach), _given(coach, about=closed.text[:200])
    coach.set_rights(DEMO, closed.note_id, Visibility.MEMBERS, Consent.INSIDE)

    assert closed.note_id not in {item.note_id for item in (*spread.passages, *near.passages)}


def test_the_playbook_is_not_kept_waiting_for_what_it_does_not_read(coach: Coach) -> None:
    given = _given(coach, for_model=False)

    assert given.passages == ()
    assert given.heard
