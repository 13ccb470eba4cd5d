"""What each participant holds: what for, when, what to bring, room to write, and what becomes of their words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from coach.models import Activity, Capture, Outcome, Review, SessionPlan

from .page import clock, esc, listed, name_of, prompts_to_fill, to_document, writing_lines

_STYLE = """
.sheet { min-height: 272mm; display: flex; flex-direction: column; gap: 3mm; break-after: page; }
.sheet:last-child { break-after: auto; }
header { border-bottom: 0.5mm solid #1f6f6b; padding-bottom: 2mm; }
.outcome { font: 13pt/1.3 Georgia, "Liberation Serif", serif; border-left: 1.2mm solid #1f6f6b; padding-left: 3mm;
  margin-top: 1.5mm; }
.columns { display: grid; grid-template-columns: 60mm 1fr; gap: 7mm; flex: 1; }
.halves { grid-template-columns: 1fr 1fr; flex: none; }
.side, .main { display: flex; flex-direction: column; gap: 3.5mm; }
.main { flex: 1; }
.main > section { flex: 1; display: flex; flex-direction: column; }
table { border-collapse: collapse; width: 100%; } td { padding: 0.5mm 2mm 0.5mm 0; vertical-align: top; }
.num { white-space: nowrap; width: 1%; text-align: right; }
.begin { margin-top: 1mm; } .begin .line { max-height: 13mm; } .alone .begin .line { max-height: 20mm; }
ul { padding-left: 4.5mm; } li { margin: 0.6mm 0; }
"""
_YOURS = "What you say and write is yours. Something is kept only when its owner says yes."
_ANYTHING = "Something you are in the middle of. If you have nothing with you, borrow from us."
_ANYWAY = "You can leave anything out, step out, or ask for what you need, at any time."


def render_handout(plan: SessionPlan, begins: dt.time | None = None) -> str:
    """Return the participants' handout as HTML: one page, or one more for each activity when there are several.

    Args:
        plan: The plan.
        begins: When it begins; the clock starts at 0:00 when left out.
    """
    title = plan.title or "Session plan"
    works = list(_works(plan))
    if len(works) > 1:
        body = _overview(plan, title, begins) + "".join(_sheet_of_its_own(work) for work in works)
    else:
        side = f'<div class="side">{_when(plan, begins)}{_bring(plan)}{_kept(plan)}</div>'
        main = f'<div class="main">{"".join(works) or _notes()}</div>'
        body = f'<div class="sheet">{_head(plan, title)}<div class="columns">{side}{main}</div></div>'
    return to_document(f"{title}: handout", _STYLE, body)


def _overview(plan: SessionPlan, title: str, begins: dt.time | None) -> str:
    left = f'<div class="side">{_when(plan, begins)}{_kept(plan)}</div>'
    right = f'<div class="side">{_bring(plan)}</div>'
    columns = f'<div class="columns halves">{left}{right}</div><div class="main">{_notes()}</div>'
    return f'<div class="sheet">{_head(plan, title)}{columns}</div>'


def _sheet_of_its_own(work: str) -> str:
    return f'<div class="sheet alone"><div class="main">{work}</div></div>'


def _head(plan: SessionPlan, title: str) -> str:
    place = f'<p class="quiet">{esc(plan.community)}</p>' if plan.community.strip() else ""
    return f"<header><h1>{esc(title)}</h1>{place}{''.join(map(_outcome, plan.outcomes))}</header>"


def _outcome(outcome: Outcome) -> str:
    return f'<p class="outcome">{esc(outcome.text)}</p>'


def _when(plan: SessionPlan, begins: dt.time | None) -> str:
    rows, minute = "", 0
    for part in plan.parts:
        at = clock(minute, begins)
        long = f'<td class="num quiet">{part.minutes} min</td>'
        rows += f'<tr><td class="num">{at}</td>{long}<td>{esc(name_of(part))}</td></tr>'
        minute += part.minutes
    return f"<section><h2>What we do when</h2><table>{rows}</table></section>"


def _bring(plan: SessionPlan) -> str:
    activities = [part for part in plan.parts if isinstance(part, Activity)]
    lines = dict.fromkeys(line for part in activities for line in (part.bring, part.lend) if line.strip())
    said = listed(lines) if lines else f"<p>{_ANYTHING}</p>"
    return f"<section><h2>To bring or to borrow</h2>{said}</section>"


def _kept(plan: SessionPlan) -> str:
    captures = [part for part in plan.parts if isinstance(part, Capture)]
    said = next((part.consent for part in captures if part.consent.strip()), _YOURS)
    kept = next((f"<p>{esc(part.keeps)}</p>" for part in captures if part.keeps.strip()), "")
    return f"<section><h2>What we keep</h2>{kept}<p>{esc(said)}</p></section><p>{_ANYWAY}</p>"


def _works(plan: SessionPlan) -> Iterator[str]:
    """Yield each activity with the reviews that look at it; reviews that name none go with the last."""
    activities = [part for part in plan.parts if isinstance(part, Activity)]
    left = [part for part in plan.parts if isinstance(part, Review)]
    for activity in activities:
        is_last = activity is activities[-1]
        own = [item for item in left if is_last or item.activity_ids[-1:] == (activity.id,)]
        left = [item for item in left if item not in own]
        yield _work(activity, own)
    if left:
        yield "".join(map(_review, left))


def _work(activity: Activity, reviews: Sequence[Review]) -> str:
    norm = f'<p class="quiet">{esc(activity.norm)}</p>' if activity.norm.strip() else ""
    room = prompts_to_fill(activity.card) or writing_lines(6)
    return f"<section><h2>{esc(name_of(activity))}</h2>{norm}{room}</section>" + "".join(map(_review, reviews))


def _review(review: Review) -> str:
    asked = [prompt.text for prompt in review.prompts if prompt.text.strip()]
    room = prompts_to_fill(f"{place}. {text}" for place, text in enumerate(asked, 1)) or writing_lines(4)
    return f"<section><h2>{esc(name_of(review))}</h2>{room}</section>"


def _notes() -> str:
    return f"<section><h2>Notes</h2>{writing_lines(5)}</section>"
