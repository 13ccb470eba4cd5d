"""Reports are read back whole or refused in words; labels are kept at once, blind, and can be taken back."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from coach.errors import BadRequest, SetupProblem
from coach.jobs.evaluations import Evaluations
from coach.models import Label, SuggestionKind
from evals.comparing import compare
from evals.runs import save_run
from tests.evals.reports import CRITERIA, report_of
from tests.jobs.conftest import Bench

RUN = "2026-11-25t22-10-playbook"
ACTIVITY = SuggestionKind.ACTIVITY


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one run in it."""
    save_run(report_of(RUN, cases=12, skip=[3]), "<p>a page</p>", CRITERIA, tmp_path)
    return tmp_path


@pytest.fixture
def evaluations(home: Path) -> Evaluations:
    return Evaluations(home / "evals")


def label(item: str, value: int | None = 2, code: str = "A1", by: str = "Imke") -> Label:
    return Label(item=item, code=code, value=value, by=by)


def first(evaluations: Evaluations, by: str = "Imke") -> str:
    return evaluations.label_items(RUN, ACTIVITY, by)[0].id


# -- reports ---------------------------------------------------------------------------------------
def test_nothing_yet_is_an_empty_list(tmp_path: Path, bench: Bench) -> None:
    for one in (Evaluations(None), Evaluations(tmp_path / "nowhere"), bench.coach.evaluations):
        assert one.list_reports() == []
        assert one.list_damaged() == []
        assert one.list_comparisons() == []
        with pytest.raises(BadRequest, match="There is no report called"):
            one.read_report(RUN)


def test_a_report_comes_back_as_it_was_written(evaluations: Evaluations) -> None:
    assert evaluations.read_report(RUN) == report_of(RUN, cases=12, skip=[3])
    assert evaluations.report_html(RUN) == "<p>a page</p>"
    assert evaluations.label_criteria(RUN) == list(CRITERIA)


def test_the_list_is_newest_first_and_says_how_much_is_there(home: Path, evaluations: Evaluations) -> None:
    newer = report_of("newer", "some-model").model_copy(update={"made_at": "2026-11-26T08:00:00+00:00"})
    save_run(newer, "", (), home)
    evaluations.save_label(RUN, label(first(evaluations)))
    listed = evaluations.list_reports()
    assert [one.id for one in listed] == ["newer", RUN]
    assert (listed[1].aims_met, listed[1].aims, listed[1].labels, listed[1].cases) == (2, 4, 1, 12)
    assert listed[0].labels == 0


def test_a_report_that_is_written_again_is_read_again(home: Path, evaluations: Evaluations) -> None:
    assert evaluations.read_report(RUN).cases == 12
    save_run(report_of(RUN, cases=4), "", CRITERIA, home)
    assert evaluations.read_report(RUN).cases == 4
    assert evaluations.list_reports()[0].cases == 4


@pytest.mark.parametrize("damage", [b"{", b"", b'{"id": "x"}', b"\xff\xfe\x00"])
def test_a_damaged_report_says_which_file_and_what_to_do(home: Path, evaluations: Evaluations, damage: bytes) -> None:
    broken = home / "evals" / "runs" / "broken"
    broken.mkdir()
    (broken / "report.json").write_bytes(damage)
    with pytest.raises(SetupProblem, match=r"broken/report\.json cannot be read.*coach eval run"):
        evaluations.read_report("broken")
    assert [one.id for one in evaluations.list_reports()] == [RUN]
    assert [str(one)[:1] and "broken" in str(one) for one in evaluations.list_damaged()] == [True]


@pytest.mark.parametrize("name", ["../runs/x", "..", ".", "", "a/b", "a\\b", "/etc/passwd", "x\0y", "~", "x" * 300])
def test_names_with_tricks_in_them_are_refused(home: Path, evaluations: Evaluations, name: str) -> None:
    (home / "evals" / "report.json").write_text(report_of().model_dump_json(), encoding="utf-8")
    for reach in (evaluations.read_report, evaluations.report_html, evaluations.label_criteria):
        with pytest.raises(BadRequest, match="cannot be the name"):
            reach(name)
    for ask in (evaluations.read_comparison, evaluations.comparison_html):
        with pytest.raises(BadRequest, match="cannot be the name"):
            ask(name)
    with pytest.raises(BadRequest, match="cannot be the name"):
        evaluations.save_label(name, label("x"))


def test_comparisons_are_read_where_there_are_any(home: Path, evaluations: Evaluations) -> None:
    made = compare(report_of(cases=12), report_of("after", cases=12, lower=["A1"]))
    folder = home / "evals" / "comparisons"
    folder.mkdir()
    (folder / "one.json").write_text(made.model_dump_json(), encoding="utf-8")
    assert evaluations.list_comparisons() == ["one"]
    assert evaluations.read_comparison("one") == made
    assert evaluations.comparison_html("one") == ""
    with pytest.raises(BadRequest, match="There is no comparison called 'two'"):
        evaluations.read_comparison("two")
    (folder / "one.json").write_text("{", encoding="utf-8")
    with pytest.raises(SetupProblem, match=r"one\.json cannot be read"):
        evaluations.read_comparison("one")


def test_a_suggestion_is_rendered_with_nothing_to_press_or_fetch(evaluations: Evaluations) -> None:
    said = evaluations.render_text(
        "# A\n\n**b** <script>x</script> ![p](http://e/p) [l](http://e) <http://e>\n\n[r]: /u"
    )
    assert "<h4>A</h4>" in said
    assert "<strong>b</strong>" in said
    assert "<script" not in said
    assert "<img" not in said
    assert "<a" not in said


# -- labels ----------------------------------------------------------------------------------------
def test_items_come_blind_whole_and_in_an_order_of_ones_own(evaluations: Evaluations) -> None:
    mine = evaluations.label_items(RUN, ACTIVITY, "Imke")
    theirs = evaluations.label_items(RUN, ACTIVITY, "Tomas")
    assert [one.id for one in mine] == [one.id for one in evaluations.label_items(RUN, ACTIVITY, "Imke")]
    assert [one.id for one in mine] != [one.id for one in theirs]
    assert {one.id for one in mine} == {one.id for one in theirs}
    assert [one.id for one in mine] != sorted(one.id for one in mine)
    assert len(mine) == 5
    assert all(one.text and one.kind is ACTIVITY for one in mine)
    assert "playbook" not in json.dumps([one.model_dump(mode="json") for one in mine])


def test_the_latest_label_of_a_person_on_a_thing_holds(evaluations: Evaluations) -> None:
    one = first(evaluations)
    for given in (label(one, 0), label(one, 2), label(one, None, by="Tomas"), label(one, 1, code="A2")):
        evaluations.save_label(RUN, given)
    found = {(each.code, each.by): each.value for each in evaluations.read_labels(RUN)}
    assert found == {("A1", "Imke"): 2, ("A1", "Tomas"): None, ("A2", "Imke"): 1}


@pytest.mark.parametrize(
    "wrong",
    [
        label("nothing-of-the-kind#0"),
        label("activity-letters-1#0", code="O2"),
        label("activity-letters-3#0"),
        label("activity-letters-1#0", by=" "),
    ],
    ids=["no such suggestion", "a question of another kind", "a case without an answer", "by nobody"],
)
def test_a_label_of_what_is_not_there_is_refused(evaluations: Evaluations, wrong: Label) -> None:
    with pytest.raises(BadRequest):
        evaluations.save_label(RUN, wrong)
    assert evaluations.read_labels(RUN) == []


def test_the_last_label_can_be_taken_back_and_the_one_before_holds_again(evaluations: Evaluations) -> None:
    one = first(evaluations)
    for given in (label(one, 0), label(one, 2), label(one, 1, by="Tomas")):
        evaluations.save_label(RUN, given)
    assert evaluations.take_back_label(RUN, "A1", "Imke") == label(one, 2)
    assert {(each.by, each.value) for each in evaluations.read_labels(RUN)} == {("Imke", 0), ("Tomas", 1)}
    assert evaluations.take_back_label(RUN, "A1", "Imke") == label(one, 0)
    assert evaluations.take_back_label(RUN, "A1", "Imke") is None
    assert evaluations.read_labels(RUN) == [label(one, 1, by="Tomas")]


def test_many_hands_at_once_lose_nothing(evaluations: Evaluations) -> None:
    items = [one.id for one in evaluations.label_items(RUN, ACTIVITY, "Imke")]
    given = [label(item, 1, by=f"person {number}") for number in range(20) for item in items]
    with ThreadPoolExecutor(8) as hands:
        list(hands.map(lambda one: evaluations.save_label(RUN, one), given))
    assert len(evaluations.read_labels(RUN)) == len(given)


def test_a_line_that_was_cut_off_is_named_and_spoils_no_other(home: Path, evaluations: Evaluations) -> None:
    path = home / "evals" / "runs" / RUN / "labels.jsonl"
    items = [one.id for one in evaluations.label_items(RUN, ACTIVITY, "Imke")]
    evaluations.save_label(RUN, label(items[0]))
    with path.open("a", encoding="utf-8") as file:
        file.write('{"item": "activ')
    with pytest.raises(SetupProblem, match=r"Line 2 of .*labels\.jsonl is no label"):
        evaluations.read_labels(RUN)
    evaluations.save_label(RUN, label(items[1]))
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line for line in lines if line != '{"item": "activ'), encoding="utf-8")
    assert [one.item for one in evaluations.read_labels(RUN)] == items[:2]
    assert evaluations.list_reports()[0].labels == 2


def test_a_label_that_cannot_be_kept_is_said_and_not_lost_silently(home: Path, evaluations: Evaluations) -> None:
    (home / "evals" / "runs" / RUN / "labels.jsonl").mkdir()
    with pytest.raises(SetupProblem, match=r"The label was not kept: .*labels\.jsonl cannot be written"):
        evaluations.save_label(RUN, label(first(evaluations)))


def test_a_run_without_questions_has_nothing_to_label(home: Path, evaluations: Evaluations) -> None:
    (home / "evals" / "runs" / RUN / "criteria.json").unlink()
    assert evaluations.label_criteria(RUN) == []
    (home / "evals" / "runs" / RUN / "criteria.json").write_text("[1]", encoding="utf-8")
    with pytest.raises(SetupProblem, match=r"criteria\.json cannot be read"):
        evaluations.label_criteria(RUN)
