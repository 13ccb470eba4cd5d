"""Outcomes from notes, through the front door."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.errors import BadRequest
from coach.locate import demo_folder, embedder_folder
from coach.models import (
    Actor,
    Consent,
    Cue,
    IngestRequest,
    OutcomesRequest,
    OutcomesResult,
    Severity,
    TextNote,
    Visibility,
)
from coach.service import OWNER, Coach
from coach.settings import Settings
from coach.wiring import build_coach

THREE = (
    "# Tuesday\n\nNobody knows who is waiting on whom when a case crosses two teams, and the handover gets lost.\n",
    "# Wednesday\n\nI find it hard to draw the waiting between our two teams so that you can follow the map.\n",
    "# Thursday\n\nHow do we map who waits for whom when a case crosses our teams?\n",
)
WISHES = (
    "# March\n\n## What do we want to get better at\n\n- hand a case over so that the next team need not ring\n"
    "- write a refusal the way we would say it aloud\n\nToo many. Pick one or two for June.\n",
    "# April\n\nWe struggle to hand a case over to the next team without something getting lost.\n",
    "# May\n\nIt is hard to write a refusal in words that people understand.\n",
)

CORPORA = Path(__file__).resolve().parents[2] / "../shared/corpora"
DEMO = "Service Design Circle"
SMALL = ("aimug-austin", "geojupyter-2025", "nodejs-community")

LOGISTICS = (
    "# Agenda 12 March\n\n- Room 4.12, 10:00 to 11:30, coffee at 10:45\n- Zoom link is in the calendar invite\n"
    "- Action: Sam to send the slides by Friday\n- Next meeting is on 9 April in the annexe\n"
    "- Please register for the summer party before 1 June\n- Thanks to Kim for the cake and the photos\n"
)
GERMAN = (
    "# Treffen im März\n\nWir wissen nie, wer auf wen wartet, wenn ein Fall über zwei Teams geht. Wie zeichnet man "
    "eine Übergabe, die niemandem gehört? Es ist schwer, leise Leute einzubeziehen. Nächstes Mal hätten wir gern mehr "
    "Zeit zum Üben und weniger Vorträge, und die Neuen sollen früher zu Wort kommen, wünscht sich Yusra.\n"
)


@pytest.fixture(scope="module")
def coach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Coach]:
    """A coach with the real embedder, the demo and a few small communities."""
    made = build_coach(Settings(home=tmp_path_factory.mktemp("home"), embedder_dir=embedder_folder()))
    made.load_demo()
    for name, texts in (
        ("Rooms", [LOGISTICS]),
        ("Kreis", [GERMAN]),
        ("Two of us", THREE),
        ("Wishes", WISHES),
        ("Empty", []),
    ):
        made.create_community(name)
        if texts:
            made.add_texts(name, [TextNote(text=text, title="A meeting") for text in texts])
    yield made
    made.close()


def _ask(coach: Coach, name: str = DEMO, actor: Actor = OWNER, **wish: object) -> OutcomesResult:
    return coach.outcomes(name, OutcomesRequest.model_validate(wish), actor=actor)


def _assert_sound(coach: Coach, name: str, result: OutcomesResult, least: int = 3) -> None:
    assert result.enough
    assert len(result.outcomes) >= least
    assert len({item.text for item in result.outcomes}) == len(result.outcomes)
    assert len({item.sign for item in result.outcomes}) == len(result.outcomes)
    for item in result.outcomes:
        assert item.text.startswith("We want to be able to ")
        assert set(item.ways_in) == {"newcomer", "regular", "expert"}
        assert [found.message for found in item.findings if found.severity is not Severity.QUESTION] == []
        assert 1 <= len(item.citations) <= 3
        for citation in item.citations:
            text = coach.note(name, citation.note_id).text
            assert text[citation.start : citation.end] == citation.quote


def test_the_demo_gives_outcomes_that_stand_in_its_own_words(coach: Coach) -> None:
    result = _ask(coach, count=5)

    _assert_sound(coach, DEMO, result)
    assert any("wait" in item.text for item in result.outcomes)
    labels = [citation.label for item in result.outcomes for citation in item.citations]
    assert labels == [f"S{place}" for place in range(1, len(labels) + 1)]


def test_the_figures_in_the_reason_are_those_of_the_notes(coach: Coach) -> None:
    for item in _ask(coach).outcomes:
        assert item.notes >= len({citation.note_id for citation in item.citations})
        assert all(mention.notes <= item.notes for mention in item.mentions)
        assert item.because.endswith(".")
        for mention in item.mentions:
            assert mention.cue in {Cue.STRUGGLE, Cue.QUESTION, Cue.WISH, Cue.DISAGREEMENT}


def test_the_same_seed_gives_the_same_set_and_others_give_others(coach: Coach) -> None:
    sets = {seed: [item.text for item in _ask(coach, seed=seed).outcomes] for seed in range(4)}

    assert [item.text for item in _ask(coach, seed=0).outcomes] == sets[0]
    assert set(sets[0]) != set(sets[1])


def test_what_is_asked_for_comes_first(coach: Coach) -> None:
    result = _ask(coach, about="refusal letters")

    _assert_sound(coach, DEMO, result, least=1)
    assert any("letter" in citation.quote.lower() for item in result.outcomes[:2] for citation in item.citations)


def test_nothing_is_invented_where_the_notes_do_not_speak_of_it(coach: Coach) -> None:
    result = _ask(coach, about="proving sourdough bread")

    assert not result.enough
    assert result.outcomes == ()
    assert len(result.ask_first) == 3
    assert "sourdough" in result.message


@pytest.mark.parametrize("name", ["Rooms", "Empty"])
def test_logistics_and_no_notes_are_too_little(coach: Coach, name: str) -> None:
    result = _ask(coach, name)

    assert not result.enough
    assert result.outcomes == ()
    assert len(result.ask_first) == 3


def test_another_language_is_said_kindly(coach: Coach) -> None:
    result = _ask(coach, "Kreis")

    assert not result.enough
    assert "another language" in result.message
    assert result.heard


def test_two_people_with_three_notes_get_what_these_bear_and_are_told_that_there_is_no_more(coach: Coach) -> None:
    result = _ask(coach, "Two of us")

    _assert_sound(coach, "Two of us", result, least=1)
    assert "no more than" in result.message


def test_on_what_they_ask_for_three_notes_are_enough_for_one_and_it_is_said_that_there_are_no_more(
    coach: Coach,
) -> None:
    result = _ask(coach, "Two of us", about="waiting between teams")

    _assert_sound(coach, "Two of us", result, least=1)
    assert "no more than" in result.message
    assert all("wait" in item.text or "handover" in item.text or "draw" in item.text for item in result.outcomes)


def test_a_list_of_wishes_is_taken_at_its_word_where_other_notes_bear_it_out(coach: Coach) -> None:
    texts = [item.text for item in _ask(coach, "Wishes", count=5).outcomes]

    assert "We want to be able to write a refusal the way we would say it aloud." in texts
    assert not any("Pick" in text or "pick" in text for text in texts)


@pytest.mark.parametrize("count", [0, 2, 6])
def test_three_to_five_can_be_asked_for(coach: Coach, count: int) -> None:
    with pytest.raises(BadRequest):
        _ask(coach, count=count)


@pytest.mark.parametrize(
    ("visibility", "consent", "actor"),
    [
        (Visibility.MEMBERS, Consent.NEVER, OWNER),
        (Visibility.ONLY_ME, Consent.INSIDE, Actor(id="somebody-else")),
    ],
)
def test_a_note_that_may_not_be_quoted_or_read_counts_for_nothing(
    coach: Coach, visibility: Visibility, consent: Consent, actor: Actor
) -> None:
    name = f"Closed {visibility} {consent}"
    coach.create_community(name)
    coach.ingest(name, IngestRequest(folder=str(_demo_notes()), visibility=visibility, consent=consent, source="notes"))

    result = _ask(coach, name, actor=actor)

    assert not result.enough
    assert result.heard == ()
    assert result.notes_searched == 0


def _demo_notes() -> Path:
    return demo_folder() / "notes"


@pytest.mark.skipif(not CORPORA.is_dir(), reason=f"the shared corpora are not at {CORPORA}")
@pytest.mark.parametrize("name", SMALL)
def test_real_communities_get_outcomes_in_their_own_words(coach: Coach, name: str) -> None:
    coach.create_community(name)
    coach.ingest(name, IngestRequest(folder=str(CORPORA / name / "notes")))

    _assert_sound(coach, name, _ask(coach, name, count=5))
