"""How sentences speak of an outcome, and filling them in."""

from __future__ import annotations

import pytest

from coach.errors import PlaybookProblem
from coach.playbook import Lexicon, Wording, fill, parse_outcome, to_wording
from tests.playbook.outcomes import VARIED

MAPS = Wording("map complex systems", "mapping complex systems", "complex systems", "a rough map", "map", "maps")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In pairs, {do}.", "In pairs, map complex systems."),
        ("{doing} is slow. {do} anyway.", "Mapping complex systems is slow. Map complex systems anyway."),
        ("Why? {a_draft} helps.", "Why? A rough map helps."),
        ("‘{do}’, they said.", "‘Map complex systems’, they said."),
        ("{do}, in pairs", "map complex systems, in pairs"),
        ("{a_draft} from each pair", "a rough map from each pair"),
        ("Two {drafts} about {topic}: {draft} first.", "Two maps about complex systems: map first."),
        ("Nothing to fill.", "Nothing to fill."),
    ],
)
def test_slots_are_filled_and_sentences_begin_with_a_capital(text: str, said: str) -> None:
    assert fill(text, MAPS) == said


def test_quotes_are_never_changed() -> None:
    said = fill("{quote} ({label}). Why?", MAPS, quote="“{do} it, we said”", label="S1")

    assert said == "“{do} it, we said” (S1). Why?"


@pytest.mark.parametrize("text", ["Do {it}.", "Do {do.", "Do } now.", "{quote}", "{ do }"])
def test_an_unknown_slot_or_a_stray_brace_is_an_error(text: str) -> None:
    with pytest.raises(PlaybookProblem):
        fill(text, MAPS)


@pytest.mark.parametrize("text", VARIED)
def test_every_slot_has_something_short_to_say(lexicon: Lexicon, text: str) -> None:
    wording = to_wording(parse_outcome(text, lexicon))

    assert all(vars(wording).values())
    assert len(wording.do.split()) <= 12
    assert len(wording.doing.split()) <= 13
    assert len(wording.topic.split()) <= 10
    assert wording.do[-1].isalnum() or wording.do[-1] in "”’)"
    assert wording.a_draft.startswith(("a ", "an "))


@pytest.mark.parametrize(
    ("text", "do", "doing"),
    [
        ("We want to be able to write and send letters", "write and send letters", "writing and sending letters"),
        ("I want to be able to run my own retro", "run our own retro", "running our own retro"),
        ("Every member has mapped their own service", "map our own service", "mapping our own service"),
        (
            "We want to be able to ask for help when I'm stuck",
            "ask for help when we're stuck",
            "asking for help when we're stuck",
        ),
        ("We want to be able to explain it more clearly!", "explain it", "explaining it"),
        ("We want to be able to set *up* a `server`", "set up a server", "setting up a server"),
    ],
)
def test_it_is_said_the_way_a_host_says_it(lexicon: Lexicon, text: str, do: str, doing: str) -> None:
    wording = to_wording(parse_outcome(text, lexicon))

    assert (wording.do, wording.doing) == (do, doing)


def test_a_long_outcome_is_cut_where_a_clause_ends(lexicon: Lexicon) -> None:
    text = (
        "We want to be able to explain the reasons for every planning decision to people whose gardens will be in the "
        "shade of whatever gets built next door"
    )

    assert to_wording(parse_outcome(text, lexicon)).do == "explain the reasons for every planning decision to people"
