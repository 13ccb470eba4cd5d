"""Cards to cut out and write on: one for each activity and each review."""

from __future__ import annotations

from collections.abc import Sequence

from coach.models import Activity, Part, Review, SessionPlan

from .page import esc, name_of, prompts_to_fill, say_people, to_document, writing_lines

_STYLE = """
.sheet { display: grid; height: 274mm; break-after: page; break-inside: avoid; }
.sheet:last-child { break-after: auto; }
.two { grid-template-rows: 1fr 1fr; } .four { grid-template: 1fr 1fr / 1fr 1fr; }
.card { padding: 4mm 3mm; display: flex; flex-direction: column; gap: 2mm; min-height: 0; break-inside: avoid;
  border: 0 dashed #8a8c86; }
.two .card + .card { border-top-width: 0.3mm; }
.four .card:nth-child(odd) { border-right-width: 0.3mm; } .four .card:nth-child(n + 3) { border-top-width: 0.3mm; }
.inside { display: grid; grid-template-columns: 1fr; gap: 7mm; flex: 1; min-height: 0; }
.both { grid-template-columns: 1fr 1.25fr; }
.begins { display: flex; flex-direction: column; gap: 1.6mm; }
.questions { padding-left: 5mm; } .questions li { margin-bottom: 1.6mm; }
"""
_MOST_LINES_ON_A_QUARTER = 4
_LONGEST_ON_A_QUARTER = 160


def render_cards(plan: SessionPlan) -> str:
    """Return the activities' and the reviews' cards as HTML, two or four to a page, each page of one kind."""
    sheets = [_sheet(part) for part in plan.parts if isinstance(part, Activity | Review) and _has_card(part)]
    title = plan.title or "Session plan"
    body = "\n".join(sheets) or f"<h1>{esc(title)}</h1><p>This plan has no cards to fill in.</p>"
    return to_document(f"{title}: cards", _STYLE, _hint(plan, bool(sheets)) + body)


def _hint(plan: SessionPlan, any_cards: bool) -> str:
    if not any_cards:
        return ""
    return (
        f'<p class="hint">Each page holds the same card two or four times; print it until there is one for each of '
        f"{say_people(plan.people)}, on thick paper if you have it, and cut along the dashes. This box is not printed."
        "</p>\n"
    )


def _has_card(part: Activity | Review) -> bool:
    return bool(part.card) or bool(_questions(part))


def _questions(part: Part) -> tuple[str, ...]:
    return tuple(prompt.text for prompt in part.prompts if prompt.text.strip()) if isinstance(part, Review) else ()


def _sheet(part: Activity | Review) -> str:
    lines = [line for line in part.card if line.strip()]
    questions = _questions(part)
    letters = sum(map(len, lines)) + sum(map(len, questions))
    small = len(lines) + len(questions) <= _MOST_LINES_ON_A_QUARTER and letters <= _LONGEST_ON_A_QUARTER
    card = _card(part, lines, questions, small)
    return f'<section class="sheet {"four" if small else "two"}">{card * (4 if small else 2)}</section>'


def _card(part: Activity | Review, lines: Sequence[str], questions: Sequence[str], small: bool) -> str:
    both = " both" if questions and not small else ""
    asked = "".join(f"<li>{esc(text)}</li>" for text in questions)
    room = prompts_to_fill(lines) or writing_lines(4)
    inside = (f'<ol class="questions">{asked}</ol>' if asked else "") + f'<div class="begins">{room}</div>'
    return (
        f'<article class="card"><h2>{esc(name_of(part))}</h2>'
        f'<div class="inside{both}">{inside}</div>'
        f'<p class="quiet">{_owner(part)}</p></article>'
    )


def _owner(part: Activity | Review) -> str:
    if isinstance(part, Review):
        return "This looks at the work, never at the person. The card belongs to whoever made the work."
    return "This card is yours; nobody collects it."
