"""Counts over time as rows of marks: filled where there is something, empty where there is nothing; and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.models import MonthFilled

from ..markup import esc, tag

_MONTHS_AT_MOST, _QUARTERS_AT_MOST = 16, 16


@dataclass(frozen=True)
class Strip:
    """One row: what it counts, by month."""

    name: str
    """What it is, in words."""
    months: dict[str, int]
    """Month to how many."""
    what: str = ""
    """What the numbers are, where the name does not say it."""


@dataclass(frozen=True)
class Span:
    """One column: a month, or several together where the time is long."""

    label: str
    """In full: `Mar 2026`, `Jan to Mar 2026`, `2026`."""
    short: str
    """As it stands under its column."""
    months: tuple[str, ...]
    """The months in it."""


def spans_of(months: Sequence[MonthFilled]) -> list[Span]:
    """Return the columns: months, quarters or years, so that they fit on a phone."""
    names = [one.month for one in months]
    labels = {one.month: one.label for one in months}
    if len(names) <= _MONTHS_AT_MOST:
        return [Span(labels[name], labels[name][:1], (name,)) for name in names]
    groups: dict[str, list[str]] = {}
    is_quarters = len({_quarter(name) for name in names}) <= _QUARTERS_AT_MOST
    for name in names:
        groups.setdefault(_quarter(name) if is_quarters else name[:4], []).append(name)
    return [Span(name, _short(name, is_quarter=is_quarters), tuple(inside)) for name, inside in groups.items()]


def _short(name: str, *, is_quarter: bool) -> str:
    return f"Q{name[-1]}" if is_quarter else f"’{name[2:]}"


def _quarter(month: str) -> str:
    return f"{month[:4]} Q{(int(month[5:7]) + 2) // 3}"


def render_strips(rows: Sequence[Strip], spans: Sequence[Span], caption: str) -> str:
    """Return the rows as a picture, with a table that says the same."""
    body = "".join(_row(row, spans) for row in rows)
    axis = "".join(tag("span", esc(one.short)) for one in spans)
    ends = f"{spans[0].label} to {spans[-1].label}" if spans else ""
    picture = tag("div", body + tag("div", axis, "c-strip c-strip-axis"), "c-strips", aria_hidden="true")
    return tag("figure", picture + tag("p", esc(ends), "c-hint") + _table(rows, spans, caption), "c-figure-box")


def _row(row: Strip, spans: Sequence[Span]) -> str:
    cells = "".join(_cell(_sum(row, one)) for one in spans)
    return tag("p", esc(row.name), "c-strip-name") + tag("div", cells, "c-strip")


def _sum(row: Strip, span: Span) -> int:
    return sum(row.months.get(month, 0) for month in span.months)


def _cell(number: int) -> str:
    return tag("span", str(number), "c-cell-on c-num") if number else tag("span", "", "c-cell-off")


def _table(rows: Sequence[Strip], spans: Sequence[Span], caption: str) -> str:
    heads = [f"{row.name} ({row.what})" if row.what else row.name for row in rows]
    head = tag("tr", tag("th", "When", scope="col") + "".join(tag("th", esc(one), scope="col") for one in heads))
    body = "".join(
        tag("tr", tag("th", esc(one.label), scope="row") + "".join(tag("td", str(_sum(row, one))) for row in rows))
        for one in spans
    )
    table = tag("table", tag("caption", esc(caption), "c-sr") + tag("thead", head) + tag("tbody", body), "c-counts")
    scroll = tag("div", table, "c-scroll", tabindex="0", role="region", aria_label=caption)
    return tag("details", tag("summary", "As a table") + scroll, "c-fold")
