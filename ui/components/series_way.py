"""The way through a series: what each session adds, who hosts it, and what people do until the next."""

from __future__ import annotations

from coach.models import Series, SeriesSession

from ..markup import esc, tag
from ..wording import MODE, count


def series_line(series: Series) -> str:
    """Return how many sessions, how far apart and how long, in one line."""
    first = series.sessions[0].plan
    apart = f"{count(series.weeks_between, 'week')} apart"
    facts = [count(len(series.sessions), "session"), apart, f"{count(first.minutes, 'minute')} each"]
    names = {"playbook": "the playbook, no model"}
    by = [f"Drafted by {names.get(first.drafted_by, first.drafted_by)}"] if first.drafted_by else []
    return " · ".join([*by, *facts, f"{first.people} people", MODE[first.mode].lower()])


def render_way(series: Series) -> str:
    """Return the sessions one under the other, with the weeks between them."""
    last = series.sessions[-1].number
    rows = "".join(_row(one, series.weeks_between, is_last=one.number == last) for one in series.sessions)
    return tag("ol", rows, "c-path", aria_label="The sessions of the series")


def render_frame(session: SeriesSession) -> str:
    """Return what a session is for within its series, to stand above its plan."""
    facts = _facts(session, (("Until the next", session.between),))
    return tag("div", tag("p", esc(session.purpose), "c-say c-frame-say") + facts, "c-frame")


def _row(session: SeriesSession, weeks: int, *, is_last: bool) -> str:
    number = tag("span", str(session.number), "c-path-no", aria_hidden="true")
    title = tag("p", tag("span", f"Session {session.number}: ", "c-sr") + esc(session.title), "c-path-title")
    purpose = tag("p", esc(session.purpose), "c-path-purpose")
    body = tag("div", title + purpose + _facts(session), "c-path-body")
    return tag("li", number + body + (_between(session, weeks, is_last=is_last)))


def _between(session: SeriesSession, weeks: int, *, is_last: bool) -> str:
    if is_last and not session.between:
        return ""
    when = "Afterwards" if is_last else count(weeks, "week")
    until = tag("span", esc(session.between)) if session.between else ""
    return tag("p", tag("span", when, "c-path-weeks c-num") + until, "c-path-between")


def _facts(session: SeriesSession, more: tuple[tuple[str, str], ...] = ()) -> str:
    carried = session.carries_in.removeprefix("On the table: ")
    carried = carried[:1].upper() + carried[1:]
    facts = (("On the table", carried), ("Who hosts", session.hosting), *more)
    rows = "".join(tag("dt", name) + tag("dd", esc(text)) for name, text in facts if text)
    return tag("dl", rows, "c-facts") if rows else ""
