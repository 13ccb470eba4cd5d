"""Reports and comparisons as files: whole, inert, and with the figures nowhere without what they rest on."""

from __future__ import annotations

import re

import pytest

from coach.models import EvalReport, SuggestionKind, TrustBand
from evals.comparing import compare
from evals.reporting.html import group_figures, place, render_comparison, render_report, say_change
from evals.reporting.marking import mark_changes
from tests.evals.reports import EVIL, JUDGE, report_of
from ui.palette import TONES

OUTSIDE = re.compile(r"https?://|//[a-z]|url\(|@import|src=|<link", re.I)


def without_texts(page: str) -> str:
    """Return a page without what was suggested: that is data, and may name any address."""
    return re.sub(r'<div class="text">.*?</div>', "", page, flags=re.S)


def kin(report: EvalReport) -> EvalReport:
    return report.model_copy(update={"judge_is_kin": True})


def compared() -> str:
    return render_comparison(compare(report_of(cases=24), report_of("after", "some-model", cases=26, lower=["A1"])))


@pytest.mark.parametrize("page", [render_report(report_of()), compared()], ids=["report", "comparison"])
def test_a_page_points_nowhere_and_fetches_nothing(page: str) -> None:
    assert not OUTSIDE.findall(without_texts(page).replace("<script>\n(() =>", ""))
    assert "default-src 'none'" in page
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page


@pytest.mark.parametrize("page", [render_report(report_of()), compared()], ids=["report", "comparison"])
def test_what_was_suggested_is_shown_and_never_run_or_fetched(page: str) -> None:
    assert EVIL in without_escapes(page)
    assert "<script>document" not in page
    assert "<img" not in page
    assert 'href="https' not in page


def without_escapes(page: str) -> str:
    shown = re.sub(r"</?(?:ins|del)>", "", page)
    for code, letter in (("&lt;", "<"), ("&gt;", ">"), ("&#39;", "'"), ("&amp;", "&")):
        shown = shown.replace(code, letter)
    return shown


def test_whom_to_believe_stands_before_any_judges_figure() -> None:
    page = render_report(report_of())
    first_figure = page.index('<h2 id="figures">')
    assert page.index('<h2 id="begin">') < page.index("How far the graders agree") < first_figure
    assert page.index("Planted faults") < first_figure
    for kind, found in group_figures(report_of().figures):
        judged = [one.grader.startswith("judge") for one in found]
        assert judged == sorted(judged), kind


def test_every_figure_says_what_it_rests_on() -> None:
    report = report_of()
    page = render_report(report)
    for one in report.figures:
        if one.mean is not None:
            assert f"{one.mean:.2f} [{one.low:.2f}, {one.high:.2f}]" in page
    assert page.count('<svg class="interval"') == sum(one.mean is not None for one in report.figures)
    assert "4 void" in page
    assert "gates: κ 0.68 [0.52, 0.81], n 60" in page
    assert "labellers among themselves: κ 0.74, n 60" in page


def test_a_dropped_figure_is_greyed_and_says_so() -> None:
    report = report_of()
    dropped = [one for one in report.figures if one.trust.band is TrustBand.DROPPED]
    figures = section(render_report(report), "figures", "lengths")
    assert figures.count('<tr class="off">') == len(dropped) == 1
    row = figures.split('<tr class="off">')[1].split("</tr>")[0]
    assert "A3" in row
    assert "dropped: κ 0.22" in row


def section(page: str, start: str, end: str) -> str:
    return page.split(f'<h2 id="{start}">')[1].split(f'<h2 id="{end}">')[0]


def test_a_judge_of_the_same_family_is_warned_of_and_another_is_not() -> None:
    page = render_report(kin(report_of()))
    assert 'class="warn" role="note"' in page
    assert "own family" in section(page, "figures", "lengths")
    assert "own family" not in render_report(report_of())


def test_the_bar_says_met_not_met_and_not_counted() -> None:
    bar = section(render_report(report_of()), "begin", "trust")
    assert [bar.count(word) for word in ("✓ met", "✗ not met", "? not counted")] == [2, 1, 1]
    assert "at least 60 %" in bar
    assert "at most 0" in bar


def test_suggestions_stand_lowest_first_and_can_be_read_without_a_script() -> None:
    report = report_of(cases=12, lower=["O4"], skip=[5])
    samples = section(render_report(report), "samples", "none")
    names = re.findall(r'<span class="name">([^<]+)</span>', samples)
    assert names[0] == "activity-letters-5#0"
    assert sorted(names) == sorted(one.id for one in report.samples)
    assert samples.count("<details") == 12
    assert '<form class="choose" id="choose" hidden>' in samples
    assert "The notes hold too little." in samples


def test_a_run_with_nothing_in_it_is_a_page_all_the_same() -> None:
    bare = EvalReport(id="r", drafter="nobody", made_at="2026-11-25T22:10:00+00:00", version="1", cases=0, figures=())
    page = render_report(bare)
    assert "not measured against a bar" in page
    assert "take every judgement below as unmeasured" in page
    assert "Nothing was graded." in page


def test_a_comparison_says_in_words_what_is_beyond_noise() -> None:
    page = compared()
    table, rest = section(page, "begin", "lengths").split("<details", 1)
    rows = table.split("<tbody>")[1].split("</tr>")
    assert "8 criteria came out the same in every case" in rest
    assert "A1" in rows[0]
    assert "worse, beyond noise" in rows[0]
    assert not any("beyond noise" in row for row in rows[1:])
    assert "1 of 9 criteria changed beyond noise" in page
    assert "0 answered only before, 2 only after" in page
    assert "A1: 2 → 0, Nobody does it themselves." in page


def test_a_change_within_noise_is_not_dressed_up() -> None:
    before = report_of(cases=24)
    one = before.samples[1]
    lower = [each.model_copy(update={"value": 0}) if each.code == "A1" else each for each in one.grades]
    changed = [one.model_copy(update={"grades": tuple(lower)}) if each is one else each for each in before.samples]
    page = render_comparison(compare(before, before.model_copy(update={"samples": tuple(changed)})))
    assert "None of 9 criteria changed beyond noise" in page
    assert "Left out: 1 whose graders do not agree with readers." in page
    assert page.count("within noise") == 1
    assert page.count(">unchanged<") == 8
    assert "11 more came out the same" not in page
    assert "23 more came out the same" in page


def test_a_handful_of_cases_is_said_to_be_too_few() -> None:
    page = render_comparison(compare(report_of(cases=6), report_of("after", cases=6, lower=["A1"])))
    assert page.count("too few cases to say") == 1
    assert "worse, beyond noise" not in page


def test_what_changed_is_marked_and_nothing_is_lost() -> None:
    before, after = "# One\nkeep this\nold words here\ngone\n", "# One\nkeep this\nnew words here\n"
    lefts, rights = mark_changes(before, after)
    assert "".join(text for text, _ in lefts) == before
    assert "".join(text for text, _ in rights) == after
    assert "keep this" not in "".join(text for text, differs in lefts if differs)
    assert [text for text, differs in rights if differs] == ["new"]
    assert mark_changes("same", "same") == ([("same", False)], [("same", False)])


def test_the_file_has_the_colours_of_the_pages() -> None:
    page = render_report(report_of())
    for name in ("paper", "wall", "card", "ink", "quiet", "line", "edge", "primary", "primary-tint", "mend", "stop"):
        for theme in ("light", "dark"):
            assert f"--{name}: {getattr(TONES[name], theme)}" in page


def test_changes_and_places_read_well() -> None:
    assert [say_change(one) for one in (0.25, -1, -0.001, 0)] == ["+0.25", "−1.00", "0.00", "0.00"]
    assert [place(one, 0, 2) for one in (-1, 0, 1, 2, 3)] == [6, 6, 60, 114, 114]
    assert JUDGE in render_report(report_of())
    assert SuggestionKind.PLAN not in dict(group_figures(report_of().figures))
