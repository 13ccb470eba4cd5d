from __future__ import annotations

from importlib import resources

import numpy as np
import pytest

from coach.drafting.making import to_goal
from coach.models import Level
from coach.playbook import hint_level, load_playbook, parse_outcome
from coach.playbook.levels import Weights, hint_levels, kind_of_verb, load_weights
from coach.playbook.levels.features import BITS

PLAYBOOK = load_playbook()
LEXICON = PLAYBOOK.lexicon


def hint(text: str) -> Level | None:
    return hint_level(parse_outcome(text, LEXICON), LEXICON)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("We want to be able to walk a changeover with empty hands and find where the waiting is", Level.ANALYSE),
        ("We want to be able to stand in a room and say whether it looks like a leak", Level.EVALUATE),
        ("An understanding of how tides turn", Level.UNDERSTAND),
        ("We want to be able to rattle off the names of our twelve wards", Level.REMEMBER),
        ("We want to understand how appeals work", Level.UNDERSTAND),
        ("We want to be able to tell people in a few words why a bit is long", Level.UNDERSTAND),
    ],
)
def test_the_sentence_speaks_where_the_list_of_verbs_is_at_a_loss(text, level):
    assert kind_of_verb(parse_outcome(text, LEXICON), LEXICON) != "one"
    assert hint(text) is level


@pytest.mark.parametrize("text", ["Systems thinking", "Kubernetes basics", "Wir wollen Systeme kartieren können", ""])
def test_where_nothing_tells_there_is_no_level(text):
    assert hint(text) is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("We want to be able to set up a development environment in under an hour", Level.APPLY),
        ("We want to be able to ask a daft question where others can see it", Level.APPLY),
        ("We want to be able to trace an invoice through three departments", Level.ANALYSE),
    ],
)
def test_a_verb_with_one_reading_keeps_the_level_of_the_list(text, level):
    assert kind_of_verb(parse_outcome(text, LEXICON), LEXICON) == "one"
    assert hint(text) is level


def test_an_unsure_hint_leaves_the_verb_its_level():
    parsed = parse_outcome("I want to be able to run a community discussion in which new people speak", LEXICON)
    assert not hint_levels(parsed, LEXICON).is_sure
    assert hint_level(parsed, LEXICON) is parsed.level is Level.APPLY


def test_a_level_that_a_person_set_is_kept():
    text = "We want to be able to walk a changeover with empty hands and find where the waiting is"
    assert to_goal(text, 1, PLAYBOOK).level is Level.ANALYSE
    assert to_goal(text, 1, PLAYBOOK, Level.REMEMBER).level is Level.REMEMBER


@pytest.mark.parametrize("stem", ["We want to be able to", "I'd like to be able to", "Members can"])
def test_the_stem_says_nothing_of_the_level(stem):
    bare = parse_outcome("We want to be able to tell why the queue grows", LEXICON)
    other = parse_outcome(f"{stem} tell why the queue grows", LEXICON)
    assert hint_levels(other, LEXICON).shares == pytest.approx(hint_levels(bare, LEXICON).shares)


def test_two_doings_may_have_two_levels():
    text = "We want to be able to explain how appeals work and design a better letter for those who lose"
    assert hint_levels(parse_outcome(text, LEXICON), LEXICON).levels == {Level.UNDERSTAND, Level.CREATE}


def test_the_weights_are_small_and_survive_packing():
    file = resources.files("coach.playbook.levels") / "weights.json"
    assert len(file.read_bytes()) < 400_000
    rows = np.random.default_rng(3).normal(size=(len(Level), 1 << BITS))
    packed = Weights.pack(rows, 0.5, load_weights().data_sha256)
    assert np.abs(packed.rows - rows).max() <= 0.51 * max(packed.scales)
