"""The messages about hosting: whole, labelled with situations that are there, and half of them held out."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import evals
from coach.playbook.coaching import load_coaching

FOLDER = Path(evals.__file__).parent / "coaching"


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def test_every_label_is_a_situation_or_none():
    known = {item.id for item in load_coaching().situations} | {"none"}
    found = rows("phrasings.jsonl")
    assert len({row["text"] for row in found}) == len(found) == 160
    assert {label for row in found for label, _ in row["labels"]} <= known
    assert {second for row in found for _, second in row["labels"] if second} <= known
    assert Counter(row["half"] for row in found) == {"development": 80, "held out": 80}
    assert all(len(row["labels"]) == 2 for row in found)


def test_the_readme_says_how_far_the_readers_agree():
    found = rows("phrasings.jsonl")
    same = sum(row["labels"][0][0] == row["labels"][1][0] for row in found)
    shared = sum(bool({*filter(None, row["labels"][0])} & {*filter(None, row["labels"][1])}) for row in found)
    says = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert f"for {same} of {len(found)}" in says
    assert f"for {shared}." in says


def test_limits_are_half_and_half():
    found = rows("limits.jsonl")
    assert len({row["text"] for row in found}) == len(found) == 80
    assert Counter(row["is_for_people"] for row in found) == {True: 40, False: 40}
