"""Two runs compared: criteria by loss, then the cases that changed, both texts beside each other."""

from __future__ import annotations

import streamlit as st

from coach.models import Difference, EvalComparison, Pair
from coach.models.evaluation_words import KIND

from .. import resources, state
from ..markup import esc, items, show_html, tag
from ..wording import count
from .eval_view import cell, kept_among, render_asked, render_interval, render_suggestion, render_table

_WHICH, _SHOWN = "evals.compared", "evals.pairs.shown"
_A_SCREENFUL = 10
_HEAD = ("Criterion", "Kind", "Graded by", "−2 to 2", "Change [95 %]", "Worse, better", "n", "So")


def show_comparisons() -> None:
    """Draw one comparison, and the choice where there are several."""
    evaluations = resources.coach().evaluations
    names = evaluations.list_comparisons()
    if len(names) > 1:
        st.selectbox("Comparison", names, **kept_among(_WHICH, names))
    wanted = str(state.typed(_WHICH, names[0]))
    name = wanted if wanted in names else names[0]
    comparison = evaluations.read_comparison(name)
    st.subheader(f"From {comparison.before_drafter} to {comparison.after_drafter}", anchor=False)
    show_html(tag("p", esc(_say_over(comparison)), "c-hint"))
    page = evaluations.comparison_html(name)
    if page:
        st.download_button(
            "Keep it as one file", page, file_name=f"{name}.html", mime="text/html", key="keep-comparison"
        )
    moved = [one for one in comparison.differences if one.better or one.worse]
    if moved:
        show_html(render_table(_HEAD, [_render_row(one) for one in moved], "Criteria, the worst loss first"))
    still = len(comparison.differences) - len(moved)
    if still:
        words = f"{count(still, 'criterion', 'criteria')} came out the same in every case."
        show_html(tag("p", esc(words), "c-hint"))
    _show_pairs(comparison)


def _say_over(one: EvalComparison) -> str:
    beyond = sum(difference.is_beyond_noise for difference in one.differences)
    return (
        f"{count(one.shared, 'case')} that both answered; {one.only_before} only before, {one.only_after} only after. "
        f"{beyond or 'None'} of {count(len(one.differences), 'criterion', 'criteria')} changed beyond noise; "
        "about one in twenty does so by chance."
    )


def _render_row(one: Difference) -> str:
    said = f"{_signed(one.change)} [{_signed(one.low)}, {_signed(one.high)}]"
    return tag(
        "tr",
        tag("th", tag("b", esc(one.code)) + " " + esc(one.title), scope="row")
        + cell(KIND[one.kind], "kind")
        + cell(esc(one.grader), "graded by")
        + cell(render_interval(one.change, one.low, one.high, (-2, 2)), "", "c-ev-bar")
        + cell(said, "change", "c-num")
        + cell(f"{one.worse}, {one.better}", "worse, better", "c-num")
        + cell(str(one.n), "n", "c-num")
        + cell(_say_so(one)),
    )


def _say_so(one: Difference) -> str:
    if not one.is_beyond_noise:
        return tag("span", "within noise", "c-hint")
    if one.change < 0:
        return tag("span", "▼ worse, beyond noise", "c-ev-mark c-stop")
    return tag("span", "▲ better, beyond noise", "c-ev-mark c-ev-yes")


def _signed(value: float) -> str:
    shown = f"{abs(value):.2f}"
    return shown if float(shown) == 0 else f"{'+' if value > 0 else '−'}{shown}"


def _show_pairs(comparison: EvalComparison) -> None:
    changed = [pair for pair in comparison.pairs if pair.changed or pair.before != pair.after]
    st.subheader("Cases, the worst first", anchor=False)
    if not changed:
        show_html(tag("p", "No suggestion changed.", "c-hint"))
    shown = int(state.typed(_SHOWN, _A_SCREENFUL))
    show_html(tag("div", "".join(_render_pair(pair) for pair in changed[:shown]), "c-ev-samples"))
    if len(changed) > shown:
        more = min(_A_SCREENFUL, len(changed) - shown)
        st.button(f"Show {more} more", key="more-pairs", on_click=_show_more, args=(shown,))


def _show_more(shown: int) -> None:
    state.put(_SHOWN, shown + _A_SCREENFUL)


def _render_pair(pair: Pair) -> str:
    summary = tag("span", esc(pair.case), "c-ev-name") + tag("span", esc(_say_pair(pair)), "c-hint")
    twins = "".join(
        tag("div", tag("p", esc(f"{name}, {count(words, 'word')}"), "c-sub") + render_suggestion(text))
        for name, words, text in (
            ("Before", pair.before_words, pair.before),
            ("After", pair.after_words, pair.after),
        )
    )
    changed = tag("p", "Grades that changed", "c-sub") + items(pair.changed) if pair.changed else ""
    body = tag("p", "What was asked", "c-sub") + render_asked(pair.asked) + changed + tag("div", twins, "c-ev-twins")
    return tag("details", tag("summary", summary) + tag("div", body, "c-ev-inside"), "c-ev-sample")


def _say_pair(pair: Pair) -> str:
    if pair.change < 0:
        return f"▼ worse by {-pair.change:g}"
    if pair.change > 0:
        return f"▲ better by {pair.change:g}"
    return "grades moved both ways" if pair.changed else "same grades, other words"
