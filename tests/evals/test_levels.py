"""Levels are read as well as the figures say, the weights are those of the data, and no sentence is ever printed."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from coach.errors import BadRequest
from coach.models import Activity, Doing, Level, Step
from coach.playbook.levels import Weights, load_weights
from evals.cli.levels import levels
from evals.graders.levels import read_height
from evals.levels.data import LabelledOutcome, checksum, choose, read_outcomes
from evals.levels.run import LevelsReport, measure_levels
from evals.levels.scoring import macro_f1, score_levels
from evals.levels.train import learn, train

HEADER = "Learning_outcome,Remember,Understand,Apply,Analyze,Evaluate,Create"
ROWS = """Recall the parts of a loom,1,,,,,
Explain why warp threads are sized,,1,,,,
Operate a dobby loom,0,0,1,0,0,0
"Compare two weaves, thread by thread",,,,1,,
Judge which cloth is fit for sails,,,,,1,
Design a cloth and explain its weave,,1,,,,1
"""


def ask(path: Path, *options: str) -> str:
    ran = CliRunner().invoke(levels, ["--data", str(path), *options], catch_exceptions=False)
    assert ran.exit_code == 0
    return ran.output


def written(folder: Path, text: str) -> Path:
    path = folder / "outcomes.csv"
    path.write_text(text, "utf-8")
    return path


def hinter_of(report: LevelsReport) -> float:
    return report.contenders[0].macro["writer"]


@pytest.fixture(scope="module")
def unseen() -> list[LabelledOutcome]:
    return choose(read_outcomes(), "test")


@pytest.fixture(scope="module")
def report(unseen: list[LabelledOutcome]) -> LevelsReport:
    return measure_levels(unseen)


def test_the_command_tells_figures_and_no_sentence(tmp_path):
    shown = ask(written(tmp_path, f"{HEADER}\n{ROWS}"))
    assert "6 outcomes" in shown
    assert "hinter: mean F1" in shown
    assert ".916" in shown
    assert not any(word in shown.lower() for word in ("loom", "warp", "weave", "sails"))


def test_the_command_speaks_json(tmp_path):
    data = json.loads(ask(written(tmp_path, f"{HEADER}\n{ROWS}"), "--json"))
    assert data["n"] == 6
    assert {one["name"] for one in data["contenders"]} >= {"hinter", "verb list", "commonest level"}
    assert data["contenders"][0]["levels"]["understand"]["n"] == 2


def test_british_spelling_a_mark_of_order_and_further_columns_change_nothing(tmp_path):
    plain = ask(written(tmp_path, f"{HEADER}\n{ROWS}"))
    header = "\ufeffid," + HEADER.replace("Analyze", "Analyse") + ",Course"
    rows = "".join(f"{place},{row},x\n" for place, row in enumerate(ROWS.splitlines()))
    assert ask(written(tmp_path, f"{header}\n{rows}")) == plain


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Learning_outcome"),
        ("text,level\nRecall the parts of a loom,remember\n", "Learning_outcome"),
        (HEADER.replace(",Create", "") + "\nRecall the parts of a loom,1,,,,\n", "create"),
        (HEADER + ",Analyse\nRecall the parts of a loom,1,,,,,,\n", "one column only"),
        (f"{HEADER}\nRecall the parts of a loom,1,,,,,maybe\n", "Row 2"),
        (f"{HEADER}\nRecall the parts of a loom,1\n", "Row 2"),
        (f"{HEADER}\n", "no outcomes"),
    ],
)
def test_a_file_of_another_shape_is_refused_and_not_quoted(tmp_path, text, said):
    with pytest.raises(BadRequest) as caught:
        ask(written(tmp_path, text))
    assert said in caught.value.message
    assert "Learning_outcome, Remember" in caught.value.next_step
    assert "loom" not in str(caught.value)


def test_the_hinter_beats_the_list_on_outcomes_it_has_not_seen(report):
    assert report.n > 300
    assert hinter_of(report) > 0.8
    assert report.gain[0] > 0.1
    assert all(kind.gain[0] > 0 for kind in report.kinds)


def test_the_product_takes_the_list_for_verbs_with_one_reading_and_gains_elsewhere(report):
    for kind in report.kinds:
        assert kind.taken == kind.listed if kind.kind == "one" else kind.taken > kind.listed


def test_shuffled_weights_read_no_level(unseen, report):
    own = load_weights()
    rows = np.random.default_rng(1).permuted(own.rows.astype(np.float64), axis=1)
    broken = measure_levels(unseen, Weights.pack(rows, own.threshold, own.data_sha256))
    assert hinter_of(broken) < hinter_of(report) / 2


def test_shuffled_labels_teach_nothing(unseen):
    seen = choose(read_outcomes(), "train")[:300]
    labels = [outcome.writer for outcome in seen]
    random.Random(1).shuffle(labels)  # noqa: S311  # a planted fault, not secrecy
    wrong = [replace(outcome, writer=label, reader=label) for outcome, label in zip(seen, labels, strict=True)]
    sample = unseen[:120]
    right_figure, wrong_figure = (hinter_of(measure_levels(sample, learn(taught))) for taught in (seen, wrong))
    assert wrong_figure < right_figure - 0.2


def test_the_weights_are_those_of_the_data():
    own = load_weights()
    assert own.data_sha256 == checksum()
    again = train()
    # Other processors add up in another order: a weight may round to the step beside.
    assert np.abs(again.rows - own.rows).max() <= 2 * max(own.scales)
    assert again.threshold == own.threshold


def test_what_is_measured_on_was_not_learnt_from(unseen):
    outcomes = read_outcomes()
    seen = {outcome.text for outcome in choose(outcomes, "train", "dev")}
    assert len(outcomes) == len({outcome.text for outcome in outcomes}) == 1640
    assert not seen & {outcome.text for outcome in unseen}


def test_scores_are_those_of_the_book():
    one, two = frozenset({Level.APPLY}), frozenset({Level.APPLY, Level.CREATE})
    found = score_levels([one, one, two], [one, two, frozenset({Level.CREATE})])
    assert (found[Level.APPLY].precision, found[Level.APPLY].recall) == (2 / 3, 1)
    assert (found[Level.CREATE].precision, found[Level.CREATE].recall) == (1, 0.5)
    assert found[Level.REMEMBER].precision is None
    assert macro_f1([one], [one]) == pytest.approx(1 / 6)


def activity(*steps: Step, level: Level | None = None) -> Activity:
    return Activity(id="a", title="Queue", minutes=20, what_members_do="", steps=steps, level=level)


def test_the_height_is_read_from_the_steps_and_not_from_the_label():
    lists = Step(minutes=5, who="pairs", does="List the forms in the drawer.", doing=Doing.MAKING)
    compares = Step(minutes=5, who="pairs", does="Compare two queues and find where they differ.", doing=Doing.MAKING)
    assert read_height(activity(lists, level=Level.CREATE)) is Level.REMEMBER
    assert read_height(activity(lists, compares, level=Level.REMEMBER)) is Level.ANALYSE


def test_what_people_only_listen_to_has_no_height():
    heard = Step(minutes=5, who="all", does="Compare two queues and find where they differ.", doing=Doing.LISTENING)
    assert read_height(activity(heard, level=Level.CREATE)) is None
