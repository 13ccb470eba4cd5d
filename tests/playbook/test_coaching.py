"""Situations and moves: they hold together, are spoken plainly, and no two are alike."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
import yaml

from coach.adapters.onnx_embedder import OnnxEmbedder
from coach.errors import PlaybookProblem
from coach.locate import embedder_folder
from coach.models import Situation
from coach.playbook.coaching import CoachingShelf, load_coaching, read_coaching
from coach.playbook.lint_wording import BAD, find_testing

SHELF = load_coaching()
LONGEST_SAY = 30
AT_ONCE = 5
"""Minutes: so much can still be done before people come."""
ALIKE = 0.86
"""From this cosine similarity on, two moves do the same."""
PLAIN_OUT = re.compile(
    r"\b(?:leverag\w*|stakeholders?|engag\w+|empower\w*|safe space|synerg\w*|best practices?)\b|!", re.I
)
OURS = ("title", "gist", "why_hard", "reflects", "asks", "strengths")
MOVE_TEXTS = ("title", "does", "say", "why", "costs", "watch_for", "way_back", "not_when")


def texts() -> list[tuple[str, str]]:
    """Return every text that is ours, with where it stands; how people say things is theirs."""
    found: list[tuple[str, str]] = []
    for item in SHELF.situations:
        for name in OURS:
            value = getattr(item, name)
            found += [(f"{item.id}.{name}", text) for text in (value if isinstance(value, tuple) else (value,))]
    found += [(f"{move.id}.{name}", getattr(move, name)) for move in SHELF.moves for name in MOVE_TEXTS]
    return found


def test_there_are_enough_of_both_and_each_kind_of_help():
    assert len(SHELF.situations) >= 60
    assert len(SHELF.moves) >= 150
    assert len({move.heron for move in SHELF.moves}) == 6
    assert {item.when for item in SHELF.situations} == {"before", "during", "after"}
    assert any(item.people_matter for item in SHELF.situations)


def test_each_leads_to_the_other():
    for item in SHELF.situations:
        moves = SHELF.moves_for(item)
        assert moves[0].id == item.moves[0]
        assert len(moves) >= 3
        assert all(item.id in move.situations or move.id in item.moves for move in moves)
        assert any(move.effort == "none" for move in moves) or item.when != "during", item.id


def lacks_time(shelf: CoachingShelf) -> list[str]:
    """Return the situations with nothing for the last five minutes before it, or nothing for later."""
    found = []
    for item in shelf.situations:
        moves = shelf.moves_for(item)
        at_once = any(move.effort != "plan" and move.minutes <= AT_ONCE for move in moves)
        later = any(move.effort == "plan" or move.minutes > AT_ONCE for move in moves)
        found += [] if at_once and later else [item.id]
    return found


def test_each_has_something_for_the_last_minutes_and_something_for_later():
    assert lacks_time(SHELF) == []
    slow = replace(SHELF, moves=tuple(move.model_copy(update={"minutes": 30}) for move in SHELF.moves))
    assert len(lacks_time(slow)) == len(SHELF.situations)


def alike_strengths(situations: Sequence[Situation]) -> list[str]:
    """Return the openings that more than one situation's strengths share, and strengths that quote or ask."""
    texts = [text for item in situations for text in item.strengths]
    starts = Counter(" ".join(text.lower().split()[:4]) for text in texts)
    return [
        *(start for start, times in starts.items() if times > 1),
        *(text for text in texts if re.search(r"[“”?]", text)),
    ]


def test_each_names_what_asking_about_it_shows_and_no_two_do_so_alike():
    assert [item.id for item in SHELF.situations if len(item.strengths) < 2] == []
    assert alike_strengths(SHELF.situations) == []
    twice = SHELF.situations[0].model_copy(update={"strengths": SHELF.situations[1].strengths})
    assert len(alike_strengths([*SHELF.situations, twice])) == len(twice.strengths)


def test_a_host_can_say_it_in_one_breath():
    long = [(move.id, len(move.say.split())) for move in SHELF.moves if len(move.say.split()) > LONGEST_SAY]
    assert long == []


def test_the_persons_own_words_stand_in_every_reflection_and_no_question_advises():
    for item in SHELF.situations:
        assert sum("{said}" in text for text in item.reflects) >= 1, item.id
        assert all(not text.rstrip().endswith("?") for text in item.reflects), item.id
        assert all(text.rstrip().endswith("?") for text in item.asks), item.id
        assert not any(
            re.match(r"(?:have you (?:tried|thought)|why don't you|could you not)", q, re.I) for q in item.asks
        )


def test_nothing_sounds_like_a_test_or_like_a_brochure():
    assert [(where, text) for where, text in texts() if find_testing(text)] == []
    assert [(where, text) for where, text in texts() if PLAIN_OUT.search(text)] == []


def test_english_is_whole():
    slips = [
        (where, name)
        for where, text in texts()
        for name, pattern in BAD.items()
        if pattern.search(text.replace("{said}", "x"))
    ]
    assert slips == []


def test_people_say_it_in_ways_that_differ():
    for item in SHELF.situations:
        starts = [" ".join(text.lower().split()[:3]) for text in item.heard]
        assert len(set(starts)) >= len(starts) - 1, item.id
        assert len({len(text.split()) // 6 for text in item.heard}) >= 2, item.id


def test_no_two_moves_do_the_same():
    rows = np.asarray(OnnxEmbedder(embedder_folder()).embed([f"{move.title}. {move.does}" for move in SHELF.moves]))
    near = rows @ rows.T
    np.fill_diagonal(near, 0.0)
    pairs = [(SHELF.moves[a].id, SHELF.moves[b].id) for a, b in zip(*np.where(near >= ALIKE), strict=True) if a < b]
    assert pairs == []


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for name in ("situations", "moves"):
        shutil.copytree(str(resources.files("coach.playbook") / name), tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "field", "value", "says"),
    [
        ("situations/tears.yaml", "moves", ["a", "b", "nowhere"], "which is not there"),
        ("situations/tears.yaml", "not_when", ["nowhere"], "names “nowhere”"),
        ("moves/ask-for-the-thread-back.yaml", "situations", ["nowhere"], "names “nowhere”"),
        ("moves/ask-for-the-thread-back.yaml", "heron", "bossy", "`heron`"),
        ("situations/tears.yaml", "extra", "x", "extra"),
        ("situations/tears.yaml", "id", "other", "`id` is not the file's name"),
    ],
)
def test_a_file_that_does_not_hold_together_is_named(copied, file, field, value, says):
    path = copied / file
    row = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump({**row, field: value}, allow_unicode=True), encoding="utf-8")
    with pytest.raises(PlaybookProblem, match=re.escape(says)) as caught:
        read_coaching(copied)
    assert file.split("/")[-1].removesuffix(".yaml") in str(caught.value)
