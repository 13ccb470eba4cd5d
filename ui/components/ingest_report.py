"""What an ingest did: added, unchanged, changed, removed, and what was left out and why."""

from __future__ import annotations

from coach.models import IngestReport

from ..markup import esc, show_html, tag
from ..wording import count, listed


def report_words(report: IngestReport) -> str:
    """Return a report in one sentence."""
    said = [
        f"{number:,} {word}"
        for number, word in (
            (report.added, "added"),
            (report.changed, "changed"),
            (report.removed, "removed"),
            (report.unchanged, "unchanged"),
        )
        if number
    ]
    left_out = f" {count(len(report.skipped), 'file')} left out." if report.skipped else ""
    return (listed(said) + "." if said else "Nothing new.") + left_out


def show_report(report: IngestReport) -> None:
    """Draw a report, with the reasons for what was left out."""
    body = tag("p", esc(f"From {report.source}: {report_words(report)}"), "c-said", role="status")
    if report.skipped:
        rows = "".join(tag("li", tag("code", esc(one.path)) + " " + esc(one.reason)) for one in report.skipped)
        summary = tag("summary", f"{count(len(report.skipped), 'file')} left out, and why")
        body += tag("details", summary + tag("ul", rows, "c-list"), "c-fold")
    show_html(body)
