"""Which report the evals page shows, and pieces that its parts share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coach.models import SuggestionKind
from coach.models.evaluation_words import KIND

from .. import resources, state
from ..markup import esc, tag
from ..wording import date_label
from .to_top import begin_at_top

_OPEN = "evals.open"
HIGHEST = 2.0


def open_id() -> str:
    """Return the id of the report that is open; empty while the list is."""
    return str(state.typed(_OPEN, ""))


def open_report(report_id: str) -> None:
    """Read one report, from its top."""
    state.put(_OPEN, report_id)
    begin_at_top()


def open_list() -> None:
    """Go back to the list."""
    open_report("")


def say_when(made_at: str) -> str:
    """Say when a run was made: `25 Nov 2026, 22:10 UTC`."""
    day, _, clock = made_at.partition("T")
    try:
        return f"{date_label(day)}, {clock[:5]} UTC" if clock else date_label(day)
    except ValueError:
        return made_at


def kept_among(name: str, options: Sequence[Any]) -> dict[str, Any]:
    """Return what makes a choice remembered, unless what was chosen is not among the options any more."""
    if state.typed(name, options[0]) not in options:
        state.forget(name)
    return state.kept(name, options[0])


def kind_words(kind: SuggestionKind) -> str:
    """Return a kind's name."""
    return KIND[kind]


def render_suggestion(text: str) -> str:
    """Return a suggestion as HTML in which nothing can be clicked, fetched or run."""
    return tag("div", resources.coach().evaluations.render_text(text), "c-ev-text")


def render_asked(asked: str) -> str:
    """Return what was asked, line by line."""
    return tag("p", "<br>".join(esc(line) for line in asked.splitlines()), "c-ev-asked")


def render_interval(mean: float, low: float | None, high: float | None, ends: tuple[float, float]) -> str:
    """Return a mean and its interval drawn on a small axis; the figures stand beside it in words."""
    least, most = ends
    left, right, middle = (
        round(100 * (min(max(value, least), most) - least) / (most - least), 1)
        for value in (mean if low is None else low, mean if high is None else high, mean)
    )
    style = f"--from:{left}%;--to:{right}%;--at:{middle}%"
    return tag(
        "span",
        tag("span", "", "c-ev-span") + tag("span", "", "c-ev-mean"),
        f"c-ev-axis{' c-ev-loss' if mean < 0 else ''}",
        style=style,
    )


def render_table(head: tuple[str, ...], rows: list[str], said: str) -> str:
    """Return a table of rows that are HTML already."""
    heads = "".join(tag("th", esc(name), scope="col") for name in head)
    body = tag("thead", tag("tr", heads)) + tag("tbody", "".join(rows))
    return tag("table", tag("caption", esc(said), "c-sr") + body, "c-ev-table")


def cell(inner: str, heading: str = "", kind: str = "") -> str:
    """Return a cell of HTML; on a phone its heading stands before it."""
    return tag("td", inner, kind, data_is=heading)
