"""What was learned: whole, made from the messages in the tree, and merged the way it was learned."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from recogniser.average import average
from recogniser.learned import STRENGTH, Learned, read_learned, write_learned
from recogniser.messages import MATTERS, read_messages

from coach.models import Matter
from coach.playbook.coaching import load_coaching


def test_what_was_learned_knows_the_playbook_s_situations_and_our_matters():
    learned = read_learned()
    situations = {name for name in learned.situations if name != "none" and not name.startswith("~")}
    assert situations == {item.id for item in load_coaching().situations}
    assert learned.matters == MATTERS
    assert set(MATTERS) == {"", *(matter.value for matter in Matter)}


def test_every_message_is_about_something_that_is_known_and_none_is_about_two_things():
    messages = read_messages()
    known = {item.id for item in load_coaching().situations}
    told = [item.situation for item in messages if item.situation and not item.situation.startswith("~")]
    assert set(told) == known | {"none"}
    assert {item.matter for item in messages} == set(MATTERS)
    about: dict[str, set[str]] = {}
    for item in messages:
        about.setdefault(item.text, set()).add(f"{item.situation}/{item.matter}")
    assert [text for text, told in about.items() if len(told) > 1] == []


def test_nothing_that_is_measured_with_is_learned_from():
    folder = Path(__file__).resolve().parents[2] / "evals" / "coaching"
    held = {
        json.loads(line)["text"]
        for name in ("phrasings.jsonl", "limits.jsonl")
        for line in (folder / name).read_text(encoding="utf-8").splitlines()
    }
    assert not held & {item.text for item in read_messages()}


def test_merging_adds_the_thin_product_and_puts_the_norms_in_place(tmp_path):
    wide = np.arange(12, dtype=np.float32).reshape(4, 3)
    learned = Learned(
        ("a", "b"),
        ("", "x"),
        {
            "A.layer.a": np.ones((2, 3), np.float32),
            "A.layer.b": np.full((4, 2), 0.5, np.float32),
            "ln.norm.weight": np.array([2.0], np.float32),
            "head.W": np.zeros((3, 2), np.float32),
            "head.b": np.zeros(2, np.float32),
            "head.M": np.zeros((3, 2), np.float32),
            "head.c": np.zeros(2, np.float32),
        },
    )
    merged = learned.merge({"layer.weight": wide, "norm.weight": np.array([1.0], np.float32)})
    assert np.allclose(merged["layer.weight"], wide + STRENGTH)
    assert merged["norm.weight"] == [2.0]
    write_learned(learned, tmp_path / "learned.npz")
    again = read_learned(tmp_path / "learned.npz")
    assert again.situations == learned.situations
    assert again.matters == learned.matters
    assert all(np.array_equal(again.arrays[name], learned.arrays[name]) for name in learned.arrays)


def test_the_mean_of_two_runs_lies_between_them():
    def run(number: float) -> Learned:
        full = {"A.layer.a": (2, 3), "A.layer.b": (4, 2), "ln.norm.weight": (1,), "head.W": (3, 2)}
        return Learned(
            ("a", "b"), ("", "x"), {name: np.full(shape, number, np.float32) for name, shape in full.items()}
        )

    both = average(run(1.0), run(3.0))
    merged = both.merge({"layer.weight": np.zeros((4, 3), np.float32)})
    assert np.allclose(merged["layer.weight"], STRENGTH * (2 * 1.0 + 2 * 9.0) / 2)
    assert both.arrays["head.W"][0, 0] == 2.0
