"""A plan as Markdown: one page to run the session from, then what stands behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from coach.models import Activity, Capture, Citation, Doing, Finding, Opening, Part, Review, SessionPlan, Severity

MARKS = {
    Doing.LISTENING: "◖",
    Doing.TALKING: "◇",
    Doing.MAKING: "▣",
    Doing.REVIEWING: "◎",
    Doing.OPEN: "○",
}
"""The same marks as on the screens: what most people are doing."""
_STRENGTHS = {0: "no link", 1: "partly", 2: "fully"}
_SPECIAL = str.maketrans({char: "\\" + char for char in "\\`*_[]<>#|"})


def render_markdown(plan: SessionPlan, findings: Sequence[Finding] = ()) -> str:
    """Return a plan as Markdown.

    Args:
        plan: The plan.
        findings: What the checks say of it; listed at the end.
    """
    sections = (
        _head(plan),
        _outcomes(plan),
        _promises(plan),
        _clock(plan),
        _run_sheet(plan),
        _lines("Have ready", plan.prepare),
        *_parts(plan),
        _plan_b(plan),
        _lines("Hosting it", plan.facilitation),
        _lines("With people on a call", plan.hybrid),
        _access(plan),
        _words(plan),
        _alignment(plan),
        render_findings(findings, {part.id: f" ({escape(part.title)})" for part in plan.parts}),
    )
    return "\n\n".join(section for section in sections if section).rstrip() + "\n"


def escape(text: str) -> str:
    """Return text as Markdown shows it literally: notes are data."""
    return " ".join(text.split()).translate(_SPECIAL)


def _head(plan: SessionPlan) -> str:
    facts = [f"{plan.minutes} minutes", f"{plan.people} people", plan.mode.value.replace("_", " ")]
    if plan.newcomers:
        facts.append(f"{plan.newcomers} new")
    if plan.experts:
        facts.append(f"{plan.experts} who know this well")
    title = plan.title or "Session plan"
    by = f"{'the ' * (plan.drafted_by == 'playbook')}{escape(plan.drafted_by)}"
    drafted = f"\n\n_Drafted by {by}. {escape(plan.from_notes)}_" if plan.drafted_by else ""
    place = f"{escape(plan.community)} · " if plan.community else ""
    return f"# {escape(title)}\n\n{place}{' · '.join(facts)}{drafted}"


def _outcomes(plan: SessionPlan) -> str:
    lines = []
    for outcome in plan.outcomes:
        lines.append(f"- **{escape(outcome.text)}**")
        if outcome.sign:
            lines.append(f"  {escape(outcome.sign)}")
        if outcome.asked:
            lines.append(f"  Asked for as: {escape(outcome.asked)}")
    return "## What we want to be able to do\n\n" + "\n".join(lines)


def _clock(plan: SessionPlan) -> str:
    rows = ["| from | to | min | what | mostly |", "|---:|---:|---:|---|---|"]
    start = 0
    for part in plan.parts:
        end = start + part.minutes
        doing = main_doing(part)
        rows.append(
            f"| {clock(start)} | {clock(end)} | {part.minutes} | {escape(part.title)} | {MARKS[doing]} {doing.value} |"
        )
        start = end
    return "## The clock\n\n" + "\n".join(rows) + f"\n\n{describe_balance(plan)}"


def describe_balance(plan: SessionPlan) -> str:
    """Say in one line what people do with the session's minutes."""
    counted = plan.count_doing()
    shown = [f"{MARKS[doing]} {doing.value} {minutes}" for doing, minutes in counted.items() if minutes]
    return f"What the minutes are for: {' · '.join(shown)}."


def _promises(plan: SessionPlan) -> str:
    if not plan.promises:
        return ""
    starts = start_minutes(plan)
    lines = []
    for promise in plan.promises:
        when = f" ({clock(starts[promise.part])})" if promise.part in starts else ""
        lines.append(f"- {escape(promise.text).rstrip('.')}.{when} {escape(promise.how)}".rstrip())
    return "## By the end\n\n" + "\n".join(lines)


def start_minutes(plan: SessionPlan) -> dict[str, int]:
    """Return the minute at which each part begins, by its id."""
    starts: dict[str, int] = {}
    minute = 0
    for part in plan.parts:
        starts.setdefault(part.id, minute)
        minute += part.minutes
    return starts


def _run_sheet(plan: SessionPlan) -> str:
    if not any(step.say for part in plan.parts for step in part.steps):
        return ""
    rows = ["| at | min | who | what you say |", "|---:|---:|---|---|"]
    minute = 0
    for part in plan.parts:
        rows.append(f"| **{clock(minute)}** | **{part.minutes}** | **{escape(part.title)}** | |")
        rows += _run_rows(part, minute)
        minute += part.minutes
    return "## The page you hold\n\n" + "\n".join(rows)


def _run_rows(part: Part, start: int) -> Iterable[str]:
    minute = start
    for step in part.steps:
        if step.say:
            yield f"| {clock(minute)} | {step.minutes} | {escape(step.who)} | {escape(step.say)} |"
        minute += step.minutes


def clock(minute: int) -> str:
    """Return a minute of the session as `0:05` or `1:20`."""
    return f"{minute // 60}:{minute % 60:02d}"


def main_doing(part: Part) -> Doing:
    """Return what people do for most of a part."""
    if not part.steps:
        return Doing.OPEN if part.kind in ("open", "break") else Doing.TALKING
    minutes: dict[Doing, int] = {}
    for step in part.steps:
        minutes[step.doing] = minutes.get(step.doing, 0) + step.minutes
    return max(minutes, key=lambda doing: minutes[doing])


def _parts(plan: SessionPlan) -> Iterable[str]:
    start = 0
    for part in plan.parts:
        yield _part(part, start)
        start += part.minutes


def _part(part: Part, start: int) -> str:
    lines = [f"## {clock(start)} {escape(part.title)} ({part.minutes} min)"]
    lines.extend(_before_steps(part))
    lines.append("\n".join(_steps(part, start)))
    lines.extend(_after_steps(part))
    return "\n\n".join(line for line in lines if line)


def _steps(part: Part, start: int) -> Iterable[str]:
    minute = start
    for step in part.steps:
        yield f"- **{clock(minute)}** ({step.minutes} min, {escape(step.who)}) {escape(step.does)} {MARKS[step.doing]}"
        minute += step.minutes


def _before_steps(part: Part) -> list[str]:
    if isinstance(part, Opening) and part.prompt:
        return [f"> {escape(part.prompt)}"]
    if isinstance(part, Activity):
        facts = (
            ("The work", part.real_work),
            ("It leaves", part.artefact),
            ("It may look like this", part.example),
            ("Groups", part.groups),
            ("Say first", part.norm),
        )
        return ["\n".join(f"- **{name}:** {escape(text)}" for name, text in facts if text)]
    if isinstance(part, Review):
        prompts = "\n".join(f"{place}. {escape(prompt.text)}" for place, prompt in enumerate(part.prompts, 1))
        return [f"On the table: {escape(part.looks_at)}. The author speaks {escape(part.author_speaks)}.", prompts]
    return []


def _after_steps(part: Part) -> list[str]:
    if isinstance(part, Activity):
        roles = (
            ("New here", part.roles.newcomer),
            ("Here often", part.roles.regular),
            ("Know this well", part.roles.expert),
        )
        pitfalls = [f"- Watch for: {escape(text)}" for text in part.pitfalls]
        lines = "\n".join([f"- **{name}:** {escape(text)}" for name, text in roles if text] + pitfalls)
        return [lines, _card(part.card), f"_{escape(part.why)}_" if part.citations else ""]
    if isinstance(part, Review):
        return [_card(part.card)]
    if isinstance(part, Capture):
        return [f"Keep: {escape(part.keeps)}", f"Consent: {escape(part.consent)}"]
    return []


def _card(lines: Sequence[str]) -> str:
    return "To fill in:\n\n" + "\n".join(f"> {escape(line)}  " for line in lines) if lines else ""


def _lines(title: str, lines: Sequence[str]) -> str:
    return f"## {title}\n\n" + "\n".join(f"- {escape(line)}" for line in lines) if lines else ""


def _access(plan: SessionPlan) -> str:
    groups = (("Before", plan.access.before), ("During", plan.access.during), ("After", plan.access.after))
    blocks = [f"**{name}**\n\n" + "\n".join(f"- {escape(line)}" for line in lines) for name, lines in groups if lines]
    return "## So that everyone can take part\n\n" + "\n\n".join(blocks) if blocks else ""


def _plan_b(plan: SessionPlan) -> str:
    cases = (
        ("Silence", plan.plan_b.silence),
        ("Few people come", plan.plan_b.low_turnout),
        ("One loud voice", plan.plan_b.loud_voice),
        ("Running late", plan.plan_b.running_late),
    )
    lines = [f"- **{name}:** {escape(text)}" for name, text in cases if text]
    return "## If it goes otherwise\n\n" + "\n".join(lines) if lines else ""


def _alignment(plan: SessionPlan) -> str:
    if not plan.links:
        return ""
    names = {part.id: part.title for part in plan.parts} | {outcome.id: outcome.text for outcome in plan.outcomes}
    rows = ["| from | to | how far | because |", "|---|---|---|---|"]
    for link in plan.links:
        rows.append(
            f"| {escape(names.get(link.source, link.source))} | {escape(names.get(link.target, link.target))} "
            f"| {_STRENGTHS[link.strength]} | {escape(link.reason)} |"
        )
    return "## Why these belong together\n\n" + "\n".join(rows)


def _words(plan: SessionPlan) -> str:
    if not plan.citations:
        return _lines("Ask them first", plan.ask_first)
    changed = {item.label: item.change for item in plan.influences}
    lines = [_word(citation, changed.get(citation.label, "")) for citation in plan.citations]
    return "## Your own words in this plan\n\n" + "\n".join(lines)


def _word(citation: Citation, change: str) -> str:
    where = " · ".join(escape(item) for item in (citation.title, citation.date or "undated", citation.note) if item)
    return f"- **{citation.label}** “{escape(citation.shown)}” ({where}). {escape(change)}"


def render_findings(findings: Sequence[Finding], places: Mapping[str, str]) -> str:
    """Return what the checks say as a section; nothing when they say nothing.

    Args:
        findings: The findings.
        places: What to add behind the severity, by the finding's place.
    """
    if not findings:
        return ""
    names = {Severity.STOP: "Mend first", Severity.MEND: "Worth mending", Severity.QUESTION: "For you to judge"}
    lines = [
        f"- **{names[item.severity]}**{places.get(item.where, '')}: {escape(item.message)} {escape(item.way_forward)}"
        for item in findings
    ]
    return "## Thoughts on this plan\n\n" + "\n".join(lines)
