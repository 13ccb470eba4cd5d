"""Suggestions and requests as a reader sees them, without a word of who drafted."""

from __future__ import annotations

from collections.abc import Iterable

from coach.export.markdown import escape, render_markdown
from coach.models import Access, Brief, BriefSentence, OutcomeProposal, OutcomesResult, PlanRequest, SessionPlan

from .casebook import AnyCase, BriefAsk, CoachingAsk, OutcomeAsk, PartAsk

_TWICE = ("The clock", "The page you hold", "Why these belong together", "So that everyone can take part")
"""Sections that say once more what stands elsewhere, or that are the same in every plan."""


def show_plan(plan: SessionPlan) -> str:
    """Return a plan as Markdown: what happens, with whom and why; the run sheet and the clock say it once more."""
    bare = plan.model_copy(update={"drafted_by": "", "links": (), "access": Access()})
    head, *sections = render_markdown(bare).split("\n## ")
    told = [f"{head.rstrip()}\n\n{escape(plan.from_notes)}\n" if plan.from_notes else head]
    return "\n## ".join([*told, *(section for section in sections if not section.startswith(_TWICE))])


def show_part(plan: SessionPlan, part_id: str) -> str:
    """Return one part of a plan as Markdown, with the outcome it is for and the words it takes up."""
    part = next(item for item in plan.parts if item.id == part_id)
    cited = {*part.citations, *(label for step in part.steps for label in step.citations)}
    alone = SessionPlan(
        title=part.title,
        minutes=part.minutes or 1,
        people=plan.people,
        mode=plan.mode,
        newcomers=plan.newcomers,
        experts=plan.experts,
        outcomes=plan.outcomes,
        parts=(part,),
        citations=tuple(item for item in plan.citations if item.label in cited),
        influences=tuple(item for item in plan.influences if item.part == part_id and item.label in cited),
        ask_first=plan.ask_first,
    )
    return "\n## ".join(item for item in render_markdown(alone).split("\n## ") if not item.startswith(_TWICE))


def show_outcomes(result: OutcomesResult) -> str:
    """Return proposed outcomes as Markdown."""
    blocks = [escape(result.message)] if result.message else []
    blocks += [_show_outcome(number, each) for number, each in enumerate(result.outcomes, 1)]
    if result.ask_first:
        blocks.append("\n".join(["Ask first:", *(f"- {escape(line)}" for line in result.ask_first)]))
    if result.heard:
        blocks.append("\n".join(["Heard in the notes:", *(f"- “{item.shown}”" for item in result.heard)]))
    return "\n\n".join(blocks) + "\n"


def show_brief(brief: Brief) -> str:
    """Return a brief as Markdown: its sections, what is missing in them, and where each sentence's words are from."""
    blocks = [f"**{escape(brief.title)}**"]
    for section in brief.sections:
        lines = [f"- {escape(item.text)}{_show_sources(item)}" for item in section.sentences]
        gap = [escape(section.gap)] if section.gap else []
        blocks.append("\n".join([f"## {escape(section.title)}", "", *lines, *gap]))
    if brief.left_out:
        blocks.append("\n".join(["Not used:", *(f"- {escape(line)}" for line in brief.left_out)]))
    return "\n\n".join(blocks) + "\n"


def _show_sources(sentence: BriefSentence) -> str:
    named = dict.fromkeys(", ".join(part for part in (item.title, item.date) if part) for item in sentence.evidence)
    sources = [escape(name) for name in named if name]
    return f" ({'; '.join(sources)})" if sources else ""


def _show_outcome(number: int, outcome: OutcomeProposal) -> str:
    lines = [f"{number}. **{escape(outcome.text)}**"]
    lines += [f"   {escape(line)}" for line in (outcome.sign, outcome.because) if line]
    lines += [f"   - {who}: {escape(way)}" for who, way in outcome.ways_in.items() if way]
    lines += [f"   - “{item.shown}” ({escape(item.title or item.note)})" for item in outcome.citations]
    return "\n".join(lines)


def show_asked(asked: AnyCase) -> str:
    """Return what is asked, as a reader needs it."""
    request = asked.request
    if isinstance(request, OutcomeAsk):
        return f"Outcomes to choose from{f', about: {request.about}' if request.about else ''}."
    if isinstance(request, PartAsk):
        work = f" On the table: {request.work}" if request.work else ""
        return f"One {asked.kind.value} for “{request.outcome}”. {_show_size(request)}{work}"
    if isinstance(request, PlanRequest):
        return _show_plan_wish(request)
    if isinstance(request, CoachingAsk):
        said = [f"{turn.who}: {turn.text}" for turn in request.earlier]
        return "\n".join([*said, f"({request.mode.replace('_', ' ')}) {request.message}"])
    return _show_brief(request)


def _show_plan_wish(request: PlanRequest) -> str:
    wished = "; ".join(f"“{text}”" for text in request.outcomes)
    more = [f"Also: {request.about}"] if request.about else []
    more += [f"By the end: {'; '.join(request.by_the_end)}"] if request.by_the_end else []
    return _joined([f"A session plan for {wished}.", _show_size(request), *more])


def _show_size(request: PartAsk | PlanRequest) -> str:
    mode = request.mode.value.replace("_", " ")
    return (
        f"{request.minutes} minutes, {request.people} people ({request.newcomers} new, {request.experts} who know it "
        f"well), {mode}."
    )


def _show_brief(request: BriefAsk) -> str:
    period = f" from {request.start} to {request.end}" if request.start and request.end else ""
    question = [f"They ask: {request.question}"] if request.question else []
    return _joined([f"A brief for {request.reader}{period}.", *question])


def _joined(parts: Iterable[str]) -> str:
    return " ".join(part for part in parts if part)
