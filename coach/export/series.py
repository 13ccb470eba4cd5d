"""A series as Markdown: one page on what runs through it, then each session's plan."""

from __future__ import annotations

from coach.models import Series, SeriesSession

from .markdown import escape, render_findings, render_markdown


def render_series(series: Series) -> str:
    """Return a series as Markdown."""
    sections = [_head(series), _overview(series), render_findings(series.findings, {})]
    for session in series.sessions:
        sections += [_frame(session), render_markdown(session.plan, session.findings)]
    return "\n\n".join(section.rstrip() for section in sections if section) + "\n"


def _head(series: Series) -> str:
    place = f"{escape(series.community)} · " if series.community else ""
    weeks = "a week" if series.weeks_between == 1 else f"{series.weeks_between} weeks"
    return (
        f"# {escape(series.title)}\n\n{place}{len(series.sessions)} sessions, {weeks} apart\n\n{escape(series.thread)}"
    )


def _overview(series: Series) -> str:
    rows = ["| | session | what it adds | until the next |", "|---:|---|---|---|"]
    for item in series.sessions:
        rows.append(f"| {item.number} | {escape(item.title)} | {escape(item.purpose)} | {escape(item.between)} |")
    return "## The way through\n\n" + "\n".join(rows)


def _frame(session: SeriesSession) -> str:
    lines = [session.purpose, session.carries_in, session.hosting]
    return f"---\n\n## Session {session.number}: {escape(session.title)}\n\n" + "\n\n".join(
        escape(line) for line in lines if line
    )
