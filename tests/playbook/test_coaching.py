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
from coach.checks.contests import find_contest
from coach.checks.wording import find_test_language
from coach.errors import PlaybookProblem
from coach.locate import embedder_folder
from coach.models import Move, Situation
from coach.playbook.coaching import CoachingShelf, load_coaching, read_coaching
from coach.playbook.lint_wording import BAD, find_testing

SHELF = load_coaching()
LONGEST_SAY = 30
LONGEST_MOVE = 104
"""Words of a move that are told: what was heard and a question still fit beside it in 180."""
AT_ONCE = 5
"""Minutes: so much can still be done before people come."""
ALIKE = 0.86
"""From this cosine similarity on, two moves do the same."""
PLAIN_OUT = re.compile(
    r"\b(?:leverag\w*|stakeholders?|engag\w+|empower\w*|safe space|synerg\w*|best practices?)\b|!", re.I
)
OURS = ("title", "gist", "why_hard", "reflects", "asks", "strengths")
TOLD = ("does", "say", "why", "costs", "watch_for", "way_back")
MOVE_TEXTS = ("title", *TOLD, "not_when")
ASKS_MORE = re.compile(
    r"\b(?:and|or)\s+(?:(?:at|by|for|from|in|on|to|with)\s+)?(?:what|who|whom|whose|which|where|when|how|why)\b", re.I
)


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


def too_long(moves: Sequence[Move]) -> list[str]:
    """Return the moves that leave too little of a reply for what was heard and for the question."""
    return [move.id for move in moves if sum(len(getattr(move, name).split()) for name in TOLD) > LONGEST_MOVE]


def test_a_move_leaves_room_for_the_rest_of_a_reply():
    assert too_long(SHELF.moves) == []
    longer = SHELF.moves[0].model_copy(update={"why": "Because it does. " * LONGEST_MOVE})
    assert too_long([longer, *SHELF.moves[1:]]) == [longer.id]


def test_no_question_has_a_second_one_in_it():
    assert [(item.id, text) for item in SHELF.situations for text in item.asks if ASKS_MORE.search(text)] == []
    assert ASKS_MORE.search("Who needs it, and at which moment?")
    assert [text for item in SHELF.situations for text in item.asks if text.count("?") != 1] == []


def tried(moves: Sequence[Move]) -> list[tuple[str, str]]:
    """Return what the checks of replies would take for a test or a contest, with the move that it stands in."""
    found = [(move.id, getattr(move, name)) for move in moves for name in MOVE_TEXTS]
    return [(name, text) for name, text in found if find_test_language(text) or find_contest(text)]


def test_no_move_is_taken_for_a_test_when_a_reply_is_checked():
    assert tried(SHELF.moves) == []
    text = "Go back at the end to those who passed."
    assert tried([SHELF.moves[0].model_copy(update={"does": text})]) == [(SHELF.moves[0].id, text)]


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
