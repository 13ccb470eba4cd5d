"""The page that the host holds: when, who, and what to say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from math import ceil

from coach.models import Part, SessionPlan, Step

from .page import clock, esc, name_of, say_people, to_document

_STYLE = """
@page { margin: 9mm 11mm; }
header { display: flex; justify-content: space-between; gap: 6mm; align-items: baseline; margin-bottom: 2mm; }
header p { white-space: nowrap; }
table { width: 100%; border-collapse: collapse; line-height: 1.25; }
td, th { padding: 0.7mm 2mm 0.7mm 0; vertical-align: top; text-align: left; font-weight: 400; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.at { width: 14mm; white-space: nowrap; } .min { width: 8mm; text-align: right; }
.part td, .part th { border-top: 0.4mm solid #17191c; font-weight: 700; padding-top: 1mm; break-after: avoid; }
.rest td, .rest th { background: #f0f0ee; }
.who { color: #4d514e; } .who::after { content: " – "; }
.dense table, .dense .late { line-height: 1.12; } .dense td, .dense th { padding-block: 0.12mm; }
.dense h1 { font-size: 13pt; } .dense header { margin-bottom: 1mm; }
.dense .part td, .dense .part th { padding-top: 0.3mm; }
.late { margin-top: 2.5mm; border-top: 0.4mm solid #17191c; padding-top: 1mm; }
"""
_LONGEST_DOES = 170
_IN_A_LINE = 98
"""Characters that fit beside the clock."""
_AIRY = (4.85, 1.4, 254.0)
_DENSE = (4.4, 0.3, 274.0)
"""Millimetres of a line of text, around each row, and of a page below its title: as usual, and close together."""
_SENTENCE = re.compile(r"(?<=[.?!…])[”’)]?\s+")


def render_run_sheet(plan: SessionPlan, begins: dt.time | None = None) -> str:
    """Return the host's page as HTML: time, who, and what you say.

    Args:
        plan: The plan.
        begins: When it begins; the clock starts at 0:00 when left out.
    """
    title = plan.title or "Session plan"
    facts = f"{plan.minutes} min · {say_people(plan.people)}"
    head = f'<header><h1>{esc(title)}</h1><p class="quiet">{esc(facts)}</p></header>'
    rows = "".join(_rows(plan, begins))
    end = f'<tr class="part"><th scope="row" class="at">{clock(_length(plan), begins)}</th><td class="min"></td>'
    table = f"<table>\n{rows}{end}<td>The end. Thank everyone.</td></tr>\n</table>"
    kind = "dense" if _pages(plan, *_DENSE) < _pages(plan, *_AIRY) else "airy"
    return to_document(f"{title}: run sheet", _STYLE, f'<div class="{kind}">{head}\n{table}\n{_late(plan)}</div>')


def _length(plan: SessionPlan) -> int:
    return sum(part.minutes for part in plan.parts)


def _pages(plan: SessionPlan, line: float, around: float, page: float) -> int:
    """Return about how many pages it takes with lines of this height, in millimetres."""
    steps = [step for part in plan.parts for step in part.steps if part.kind != "break"]
    texts = [f"{step.who} – {_to_say(step)}" for step in steps]
    lines = [ceil(len(text) / _IN_A_LINE) for text in (*texts, _late_words(plan))]
    rows = [1] * (len(plan.parts) + 2) + lines
    return ceil(sum(count * line + around for count in rows) / page)


def _rows(plan: SessionPlan, begins: dt.time | None) -> Iterator[str]:
    minute = 0
    for part in plan.parts:
        kind = "part rest" if part.kind == "break" else "part"
        yield _row(kind, clock(minute, begins), part.minutes, esc(name_of(part)))
        yield from _step_rows(part, minute, begins)
        minute += part.minutes


def _step_rows(part: Part, start: int, begins: dt.time | None) -> Iterator[str]:
    minute = start
    for step in part.steps:
        who = f'<span class="who">{esc(step.who)}</span>' if step.who.strip() else ""
        if part.kind != "break":
            # The first step begins with its part, whose row has just said when.
            at = clock(minute, begins) if minute > start else ""
            yield _row("", at, step.minutes, who + esc(_to_say(step)))
        minute += step.minutes


def _row(kind: str, at: str, minutes: int, what: str) -> str:
    return (
        f'<tr class="{kind}"><th scope="row" class="at">{at}</th>'
        f'<td class="min">{minutes}</td><td>{what}</td></tr>\n'
    )  # fmt: skip


def _to_say(step: Step) -> str:
    """Return what the host says, or as much of what happens as fits a glance."""
    if step.say.strip():
        return step.say
    sentences = _SENTENCE.split(" ".join(step.does.split()))
    said = sentences[0]
    for sentence in sentences[1:]:
        if len(said) + len(sentence) > _LONGEST_DOES:
            break
        said = f"{said} {sentence}"
    return said


def _late(plan: SessionPlan) -> str:
    late = _late_words(plan)
    return f'<p class="late"><strong>Running late?</strong> {esc(late)}</p>' if late else ""


def _late_words(plan: SessionPlan) -> str:
    return " ".join(plan.plan_b.running_late.split())
