"""Commands that ask something of the notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from coach.export.letters import render_letters
from coach.jobs.drafts import By
from coach.models import (
    Drafting,
    Finding,
    FindResult,
    Letter,
    Mode,
    PlanRequest,
    PlanResult,
    Series,
    SeriesRequest,
    SessionPlan,
    Severity,
)
from coach.service import Coach

from .drafting import agree_on_price, drafter_option, say_drafting, to_how
from .output import Output, community_option, json_option, open_here, write_text

_MODE = click.Choice([item.value for item in Mode] + ["in-person"])


@click.command()
@click.argument("question")
@community_option()
@click.option("--limit", default=8, show_default=True, help="How many passages at most.")
@json_option
@click.pass_obj
def find(output: Output, question: str, community: str, limit: int) -> None:
    """Find what the notes say about a question, with the exact words and where they stand."""
    result = open_here().find(community, question, limit)
    output.show(result.model_dump(mode="json"), _describe_found(result))


@click.command()
@community_option()
@click.option("--outcome", "outcomes", multiple=True, required=True, help='"We want to be able to …"; up to three.')
@click.option("--minutes", default=90, show_default=True, help="How long the session is.")
@click.option("--people", default=12, show_default=True, help="How many are expected.")
@click.option("--mode", type=_MODE, default="in_person", show_default=True, help="How you meet.")
@click.option("--newcomers", default=0, show_default=True, help="How many are new.")
@click.option("--experts", default=0, show_default=True, help="How many know this well.")
@click.option("--host-knows", is_flag=True, help="The host is one of those who know this well.")
@click.option("--about", default="", help="Anything else the search in your notes should know.")
@click.option("--by-the-end", multiple=True, help="What else people are to have by the end; up to five.")
@click.option("--sessions", default=1, show_default=True, help="Plan a series of so many sessions, up to six.")
@click.option("--weeks-between", default=2, show_default=True, help="In a series: weeks from one to the next.")
@click.option("--title", default="", help="What to call the session.")
@click.option("--seed", default=0, show_default=True, help="Another number gives another plan.")
@click.option("--pattern", "patterns", multiple=True, metavar="ID", help="Use this pattern; `coach playbook list`.")
@click.option("--letters", is_flag=True, help="Add the letters around the session: invitation to next step.")
@click.option("--out", type=click.Path(dir_okay=False), help="Write the plan as Markdown to this file.")
@click.option("--yes", is_flag=True, help="Agree to the price of a series with a model.")
@drafter_option
@json_option
@click.pass_obj
def plan(output: Output, /, community: str, out: str | None, by: By, **options: object) -> None:
    """Plan a session: outcome, activity and review that belong together, shaped by your notes."""
    options["mode"] = str(options["mode"]).replace("-", "_")
    sessions, weeks = options.pop("sessions"), options.pop("weeks_between")
    with_letters, agreed = bool(options.pop("letters")), bool(options.pop("yes"))
    request = PlanRequest.model_validate(options)
    coach = open_here()
    jobs, how = coach.drafts.jobs, to_how(coach, community, by, output)
    if sessions == 1:
        made = _made_of(coach, jobs.plan(community, request, how))
    else:
        wanted = SeriesRequest.model_validate({"session": request, "sessions": sessions, "weeks_between": weeks})
        if not agreed:
            agree_on_price(coach, community, wanted, by, output)
        made = _made_of_series(coach, jobs.series(community, wanted, how))
    if with_letters:
        made = _with_letters(made, [coach.letters(one) for one in made.plans])
    _show(output, out, made.data, made.text)
    _count(output, made.findings)
    say_drafting(output, made.drafting)


@dataclass(frozen=True)
class _Made:
    """What was planned, ready to be shown."""

    data: dict[str, Any]
    text: str
    findings: Sequence[Finding]
    plans: Sequence[SessionPlan]
    drafting: Drafting | None


def _made_of(coach: Coach, result: PlanResult) -> _Made:
    text = coach.render_markdown(result.plan, result.findings)
    return _Made(_to_data(result), text, result.findings, [result.plan], result.drafting)


def _made_of_series(coach: Coach, series: Series) -> _Made:
    findings = [*series.findings, *(item for session in series.sessions for item in session.findings)]
    plans = [session.plan for session in series.sessions]
    return _Made(series.model_dump(mode="json"), coach.render_series(series), findings, plans, series.drafting)


def _with_letters(made: _Made, letters: Sequence[Sequence[Letter]]) -> _Made:
    """Return the same with each session's letters; in a series, a list for every session."""
    dumped = [[letter.model_dump(mode="json") for letter in one] for one in letters]
    data = {**made.data, "letters": dumped[0] if len(dumped) == 1 else dumped}
    return replace(made, data=data, text="\n".join([made.text, *map(render_letters, letters)]))


def _show(output: Output, out: str | None, data: dict[str, object], text: str) -> None:
    if out:
        write_text(Path(out), text)
        output.say(f"Written to {out}.")
    output.show(data, "" if out else text)


def _count(output: Output, findings: Sequence[Finding]) -> None:
    weak = [item for item in findings if item.severity is not Severity.QUESTION]
    output.say(f"Worth mending: {len(weak)}. Questions for you: {len(findings) - len(weak)}.")


def _to_data(result: PlanResult) -> dict[str, object]:
    data = result.model_dump(mode="json")
    balance = {doing.value: minutes for doing, minutes in result.plan.count_doing().items()}
    return {
        "plan": data["plan"],
        "findings": data["findings"],
        "citations": data["plan"]["citations"],
        "balance": balance,
        "drafting": data["drafting"],
    }


def _describe_found(result: FindResult) -> str:
    blocks = [result.message] if result.message else []
    for item in result.passages:
        where = " · ".join(part for part in (item.title, item.date or "undated", item.heading) if part)
        blocks.append(f"{item.label}  {where}\n    {item.note} [{item.start}:{item.end}]\n\n{_indent(item.text)}")
    return "\n\n".join(blocks)


def _indent(text: str) -> str:
    return "\n".join(f"    {line.rstrip()}" for line in text.strip().splitlines())
