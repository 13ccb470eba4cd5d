"""Plans, activities and reviews from the Markdown of an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.models import Outcome, Part, PlanRequest, Review, SessionPlan
from coach.playbook import load_playbook, parse_outcome
from evals.casebook import Case, PartAsk

from .agenda import find_agenda, find_steps
from .asking import find_asked, find_questions
from .clock import Time, find_length
from .entries import Entry
from .labels import find_access, find_plan_b, find_section, texts_of
from .lines import Kind, Line, read_lines, sections
from .parts import Setting, to_activity, to_parts, to_review, to_step

_REVIEW_MINUTES = 15
"""How long a review takes that does not say so."""
_FEWEST_STEPS = 2
_HOW = re.compile(
    r"\b(?:steps?|how (?:it|to|this|we)|what happens|run(?:ning)?|method|process|instructions?|in the session"
    r"|flow|activity|timing)\b",
    re.I,
)
_NOT_STEPS = re.compile(
    r"\b(?:before|prep\w*|materials?|need|bring|after\w*|roles?|who|tips?|why|variations?|if |look out|outcomes?"
    r"|leaves)\b",
    re.I,
)
_TOTAL = re.compile(r"\b(?:time|length|duration|minutes|takes|total)\b|^\W*\d", re.IGNORECASE)
_HEAD_LINES = 6


def read_plan(text: str, case: Case) -> SessionPlan | None:
    """Return the session that an answer lays out; nothing when it has no running order that can be read."""
    request = case.asked.request
    if not isinstance(request, PlanRequest):
        return None
    lines = read_lines(text)
    entries = find_agenda(lines, request.minutes)
    if not entries:
        return None
    setting = Setting(request.outcomes, tuple(lines))
    return to_plan(_title(lines), case, to_parts(entries, setting), lines)


def read_activity(text: str, case: Case) -> SessionPlan | None:
    """Return the one activity that an answer lays out; nothing when no steps can be read."""
    request = case.asked.request
    lines = read_lines(text)
    entries = find_steps(lines) or _untimed(lines)
    if not isinstance(request, PartAsk) or len(entries) < _FEWEST_STEPS:
        return None
    steps = tuple(to_step(_says(entry), entry.minutes, "activity") for entry in entries)
    minutes = sum(step.minutes for step in steps) or _said_minutes(lines) or 0
    given = {"id": "p1", "title": _title(lines) or entries[0].title, "minutes": minutes, "steps": steps}
    setting = Setting((request.outcome,), tuple(lines))
    return to_plan(_title(lines), case, (to_activity(given, lines, setting),), lines)


def read_review(text: str, case: Case) -> SessionPlan | None:
    """Return the review that an answer lays out; nothing when it has neither questions nor timed steps."""
    request = case.asked.request
    lines = read_lines(text)
    questions = find_asked(lines) or find_questions(lines)
    timed = find_steps(lines)
    if not isinstance(request, PartAsk) or not (questions or timed):
        return None
    steps = tuple(to_step(_says(entry), entry.minutes, "review") for entry in timed)
    minutes = _said_minutes(lines) or sum(step.minutes for step in steps) or _REVIEW_MINUTES
    given = {"id": "p1", "title": _title(lines) or "Review", "minutes": minutes, "steps": steps}
    part = to_review(given, lines, Setting((request.outcome,), tuple(lines)))
    return to_plan(_title(lines), case, (_with(part, questions),), lines)


def _with(part: Review, questions: Sequence[str]) -> Review:
    return Review.model_validate({**part.model_dump(), "prompts": tuple(questions)})


def to_plan(title: str, case: Case, parts: tuple[Part, ...], lines: Sequence[Line]) -> SessionPlan:
    """Return a session of these parts, with what is asked and what stands around the running order."""
    request = case.asked.request
    if not isinstance(request, PlanRequest | PartAsk):
        raise TypeError("Only a session has parts.")
    wished = request.outcomes if isinstance(request, PlanRequest) else (request.outcome,)
    is_whole = isinstance(request, PlanRequest)
    return SessionPlan(
        title=title,
        minutes=request.minutes if is_whole else parts[0].minutes or 1,
        people=request.people,
        mode=request.mode,
        newcomers=request.newcomers,
        experts=request.experts,
        outcomes=tuple(to_outcome(place, wish) for place, wish in enumerate(wished, 1)),
        parts=parts,
        access=find_access(lines),
        hybrid=texts_of(find_section(lines, "hybrid")),
        plan_b=find_plan_b(lines),
        facilitation=texts_of(find_section(lines, "facilitation")),
        prepare=texts_of(find_section(lines, "prepare")),
    )


def to_outcome(place: int, text: str) -> Outcome:
    """Return an outcome as it was asked for."""
    read = parse_outcome(text, load_playbook().lexicon)
    return Outcome(id=f"o{place}", text=text, verb=read.verb, object=read.object, level=read.level, solo=read.solo)


def _title(lines: Sequence[Line]) -> str:
    return lines[0].text if lines and lines[0].kind is Kind.HEADING else ""


def _says(entry: Entry) -> str:
    return f"{entry.title}. {entry.words}".strip(" .")


def _said_minutes(lines: Sequence[Line]) -> int | None:
    """Return the length that the first lines give for the whole."""
    for line in lines[:_HEAD_LINES]:
        length = find_length(line.text) if line.kind is Kind.HEADING or _TOTAL.search(line.text) else None
        if length:
            return length
    return None


def _untimed(lines: Sequence[Line]) -> list[Entry]:
    """Return numbered steps without minutes, or the list below a heading that says how it runs."""
    for head, below in sections(lines):
        heading = head.text if head else ""
        if _NOT_STEPS.search(heading) and not _HOW.search(heading):
            continue
        top = min((line.level for line in below if line.kind is Kind.ITEM), default=0)
        items = [line for line in below if line.kind is Kind.ITEM and line.level == top]
        numbered = [line for line in items if line.is_numbered]
        chosen = numbered or (items if _HOW.search(heading) else [])
        if len(chosen) >= _FEWEST_STEPS:
            return [Entry(line.lead or line.text, Time(), _rest_of(line)) for line in chosen]
    return []


def _rest_of(line: Line) -> tuple[Line, ...]:
    return (Line(Kind.TEXT, line.rest),) if line.lead and line.rest else ()
