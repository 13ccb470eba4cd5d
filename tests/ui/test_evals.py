"""The evals page over a real folder of runs: nothing yet, a report, a comparison, and labelling to the last one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from coach.jobs.evaluations import Evaluations
from coach.models import SuggestionKind
from evals.comparing import compare
from evals.reporting.html import render_report
from evals.runs import save_run
from tests.evals.reports import CRITERIA, report_of
from tests.ui.conftest import keys, open_page, press, said
from tests.ui.fake_coach import FakeCoach
from ui import resources

RUN = "2026-11-25t22-10-playbook"


@dataclass
class MeasuredCoach(FakeCoach):
    """A coach whose suggestions were measured."""

    evaluations: Evaluations = field(default_factory=lambda: Evaluations(None))


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A home without any run, and the pages over it."""
    one = MeasuredCoach(evaluations=Evaluations(tmp_path / "evals"))
    resources.use_coach(lambda: one)
    yield tmp_path
    resources.use_coach(None)


@pytest.fixture
def measured(home: Path) -> Path:
    """The same with one run."""
    report = report_of(RUN, cases=24, skip=[2])
    save_run(report, render_report(report), CRITERIA, home)
    return home


def labels(home: Path) -> list[tuple[str, str, int | None, str]]:
    found = Evaluations(home / "evals").read_labels(RUN)
    return [(one.item, one.code, one.value, one.by) for one in found]


def open_labelling(by: str = "Imke") -> AppTest:
    at = open_page("evals")
    at.segmented_control(key="/evals.way").set_value("Label").run()
    at.text_input(key="/evals.label.by").set_value(by).run()
    at.selectbox(key="/evals.label.kind").set_value(SuggestionKind.ACTIVITY).run()
    assert not at.exception
    return at


def test_with_nothing_measured_it_says_what_a_report_is_and_how_to_make_one(home: Path) -> None:
    at = open_page("evals")
    assert at.title[0].value == "How good are the suggestions?"
    assert "Nothing has been measured here yet." in said(at)
    assert [one.value for one in at.code] == ["coach eval run"]


def test_reports_are_listed_and_one_is_read_and_left_again(measured: Path) -> None:
    at = open_page("evals")
    assert "25 Nov 2026, 22:10 UTC · 24 cases · 2 of 4 lines of the bar met" in said(at)
    press(at, f"open-{RUN}")
    assert at.title[0].value == "How well does playbook suggest?"
    page = said(at)
    assert page.index("The bar") < page.index("How far the graders agree") < page.index("members do the outcome")
    assert "gates: κ 0.68 [0.52, 0.81], n 60" in page
    figures = page.split('<p class="c-sub">Activities</p>')[1].split("</table>")[0]
    assert figures.count('<tr class="c-ev-off">') == 1
    assert "1 × The notes hold too little." in page
    assert len(at.get("download_button")) == 1
    press(at, "to-reports")
    assert f"open-{RUN}" in keys(at)


def test_suggestions_come_lowest_first_and_stay_inert(measured: Path) -> None:
    at = press(open_page("evals"), f"open-{RUN}")
    page = said(at)
    assert page.index("outcome-letters-2#0") < page.index("activity-letters-1#0")
    assert page.count('class="c-ev-sample"') == 10
    press(at, "more-samples")
    press(at, "more-samples")
    page = said(at)
    assert page.count('class="c-ev-sample"') == 24
    assert "<script>document" not in page
    assert "&lt;script&gt;document" in page
    assert "<img" not in page
    at.selectbox(key="/evals.samples.kind").set_value(SuggestionKind.OUTCOME).run()
    assert said(at).count('class="c-ev-sample"') == 12


def test_a_damaged_report_is_named_beside_those_that_can_be_read(measured: Path) -> None:
    broken = measured / "evals" / "runs" / "broken"
    broken.mkdir()
    (broken / "report.json").write_text("{", encoding="utf-8")
    at = open_page("evals")
    assert f"open-{RUN}" in keys(at)
    assert "broken/report.json cannot be read" in said(at)


def test_a_report_that_went_away_is_answered_calmly(measured: Path) -> None:
    at = press(open_page("evals"), f"open-{RUN}")
    (measured / "evals" / "runs" / RUN / "report.json").unlink()
    at.run()
    assert not at.exception
    assert "There is no report called" in said(at)
    press(at, "to-reports")
    assert "Nothing has been measured here yet." in said(at)


def test_a_comparison_is_offered_once_there_is_one(measured: Path) -> None:
    at = open_page("evals")
    assert "Two runs compared" not in at.segmented_control[0].options
    made = compare(report_of(RUN, cases=24), report_of("after", "some-model", cases=24, lower=["A1"]))
    folder = measured / "evals" / "comparisons"
    folder.mkdir()
    (folder / "one.json").write_text(made.model_dump_json(), encoding="utf-8")
    at.run()
    at.segmented_control(key="/evals.way").set_value("Two runs compared").run()
    assert not at.exception
    page = said(at)
    first = page.split("<tbody>")[1].split("</tr>")[0]
    assert "A1" in first
    assert "worse, beyond noise" in first
    assert page.count("beyond noise</span>") == 1
    assert "8 criteria came out the same in every case." in page
    assert "A1: 2 → 0, Nobody does it themselves." in page


def test_labelling_asks_for_a_name_first(measured: Path) -> None:
    at = open_labelling(by="  ")
    assert "Type your name" in said(at)
    assert not [key for key in keys(at) if key.startswith("label-")]


def test_labelling_goes_one_at_a_time_saves_at_once_and_can_be_undone(measured: Path) -> None:
    at = open_labelling()
    assert "0 of 12 labelled" in said(at)
    assert "Everyone does it, on their own work." in said(at)
    assert "label-undo" not in keys(at)
    press(at, "label-2")
    press(at, "label-3")
    assert "2 of 12 labelled" in said(at)
    order = [one.id for one in Evaluations(measured / "evals").label_items(RUN, SuggestionKind.ACTIVITY, "Imke")]
    assert labels(measured) == [(order[0], "A1", 2, "Imke"), (order[1], "A1", None, "Imke")]
    press(at, "label-undo")
    assert "1 of 12 labelled" in said(at)
    assert labels(measured) == [(order[0], "A1", 2, "Imke")]
    press(at, "label-0")
    assert labels(measured)[1] == (order[1], "A1", 0, "Imke")


def test_a_label_that_cannot_be_kept_is_answered_calmly_and_asked_for_again(measured: Path) -> None:
    at = open_labelling()
    in_the_way = measured / "evals" / "runs" / RUN / "labels.jsonl"
    in_the_way.mkdir()
    press(at, "label-2")
    assert "The label was not kept" in said(at)
    assert "0 of 12 labelled" in said(at)
    in_the_way.rmdir()
    press(at, "label-2")
    assert "The label was not kept" not in said(at)
    assert "1 of 12 labelled" in said(at)


def test_labelling_tells_nothing_of_where_a_suggestion_comes_from(measured: Path) -> None:
    save_run(report_of("2026-11-25t22-40-some-model", "some-model", cases=24), "", CRITERIA, measured)
    at = open_labelling()
    assert at.selectbox(key="/evals.label.run").options == ["25 Nov 2026, 22:10 UTC, 24 cases"] * 2
    page = said(at).replace("Playbook", "").split("<style>")[0]
    assert "Three letters on one table" in page
    for word in ("playbook", "activity-letters", "checks", "rules", "injection", RUN):
        assert word not in page


def test_labelling_ends_and_another_question_begins(measured: Path) -> None:
    at = open_labelling()
    for number in range(12):
        press(at, f"label-{number % 4}")
    assert "12 of 12 labelled" in said(at)
    assert "That is all of them." in said(at)
    assert "label-2" not in keys(at)
    at.selectbox(key="/evals.label.code.activity").set_value("A2").run()
    assert "0 of 12 labelled" in said(at)
    press(at, "label-1")
    assert labels(measured)[-1][1:] == ("A2", 1, "Imke")


def test_another_persons_labels_are_nobody_elses_business(measured: Path) -> None:
    press(open_labelling(), "label-2")
    at = open_labelling(by="Tomas")
    assert "0 of 12 labelled" in said(at)
    assert "Imke" not in said(at)


def test_a_run_without_questions_says_so(measured: Path) -> None:
    (measured / "evals" / "runs" / RUN / "criteria.json").unlink()
    at = open_page("evals")
    at.segmented_control(key="/evals.way").set_value("Label").run()
    assert not at.exception
    assert "without questions to label by" in said(at)
