"""Commands that tell what was drafted, and what would be sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from coach.drafting.prompting import list_prompts, read_prompt
from coach.errors import BadRequest
from coach.jobs.previewing import Shown
from coach.models import (
    OutcomesRequest,
    PartRequest,
    PlanRequest,
    RewriteRequest,
    RunRecord,
    SentPreview,
    SeriesRequest,
)
from coach.service import Coach

from .drafting import describe_spent
from .output import Output, community_option, json_option, open_here

_REQUESTS: dict[str, type[Shown]] = {
    "plan": PlanRequest,
    "outcomes": OutcomesRequest,
    "rewrite": RewriteRequest,
    "series": SeriesRequest,
    "part": PartRequest,
}


@click.group(invoke_without_command=True)
@community_option(required=False)
@click.option("--limit", default=20, show_default=True, help="How many, newest first.")
@json_option
@click.pass_context
def runs(ctx: click.Context, community: str | None, limit: int) -> None:
    """List what was drafted: when, what, by whom, how it ended and what it took."""
    if ctx.invoked_subcommand is not None:
        return
    coach = open_here()
    names = {item.id: item.name for item in coach.communities()}
    records = coach.drafts.records(community or "", max(1, limit))
    rows = [{**record.model_dump(mode="json"), "community": names.get(record.community_id, "")} for record in records]
    lines = [_line(record, names.get(record.community_id, "")) for record in records]
    ctx.ensure_object(Output).show({"runs": rows}, "\n".join(lines) or "Nothing was drafted here yet.")


@runs.command()
@click.argument("run_id")
@json_option
@click.pass_obj
def show(output: Output, run_id: str) -> None:
    """Show one of them whole: prompts, findings, what happened on the way, what people did with it."""
    coach = open_here()
    record = coach.drafts.record(run_id)
    names = {item.id: item.name for item in coach.communities()}
    output.show(record.model_dump(mode="json"), _describe(record, names.get(record.community_id, "")))


@click.group()
def prompts() -> None:
    """Look at the prompts, and at exactly what would be sent."""


@prompts.command(name="list")
@json_option
@click.pass_obj
def list_all(output: Output) -> None:
    """List the prompts with what they are for."""
    found = [read_prompt(name) for name in list_prompts()]
    rows = [
        {"task": item.task, "version": item.version, "purpose": item.purpose, "sha256": item.sha256} for item in found
    ]
    output.show({"prompts": rows}, "\n".join(f"{item.label:<16} {item.purpose}" for item in found))


@prompts.command(name="show")
@click.argument("task", type=click.Choice([*_REQUESTS]))
@click.option("--request", "file", type=click.Path(dir_okay=False), required=True, help="The request, as JSON.")
@community_option(required=False)
@json_option
@click.pass_obj
def show_prompt(output: Output, task: str, file: str, community: str | None) -> None:
    """Print exactly what would be sent for a request, and to whom; nobody is asked."""
    coach = open_here()
    request = read_request(Path(file), _REQUESTS[task])
    sent = coach.model.preview(_choose(coach, community), request, anyway=True)
    show_sent(output, sent)


def read_request(path: Path, kind: type[Shown]) -> Shown:
    """Read a request from a JSON file.

    Raises:
        BadRequest: It cannot be read, or is no such request; the message says where.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequest(f"{path} cannot be read.", "Name a JSON file with --request.") from error
    try:
        return kind.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the file"
        raise BadRequest(
            f"{path.name} is no such request: {place}: {first['msg']}.",
            f"Its fields: {', '.join(kind.model_fields)}; docs/json.md shows them.",
        ) from error


def _choose(coach: Coach, community: str | None) -> str:
    if community:
        return community
    known = coach.communities()
    if len(known) != 1:
        raise BadRequest("Which community's notes would be sent?", "Name it with --community.")
    return known[0].name


def show_sent(output: Output, sent: SentPreview) -> None:
    """Print exactly what would be sent, and beside it to whom, with which stand-ins and at what price."""
    output.show(sent.model_dump(mode="json"), f"=== system ===\n{sent.system}\n\n=== user ===\n{sent.user}")
    price = "price not known" if sent.cost_usd is None else f"about ${sent.cost_usd:.4f} with a full answer"
    where = f" ({sent.host})" if sent.host else ""
    output.say(f"{sent.prompt}, to {sent.model}{where}: about {sent.tokens:,} tokens, {price}.")
    if sent.replaced:
        output.say(f"Stand-ins: {', '.join(f'{item.original} → {item.stand_in}' for item in sent.replaced)}.")
    for line in sent.left_out:
        output.say(f"Kept back: {line}")


def _line(record: RunRecord, community: str) -> str:
    took = describe_spent(record.spent) or "nothing asked"
    by = record.drafted_by or record.model or "nobody"
    when = f"{record.started:%Y-%m-%d %H:%M}"
    return f"{record.id}  {when}  {record.kind:<8} {record.state.value.replace('_', ' '):<9} {by}; {took}; {community}"


def _describe(record: RunRecord, community: str) -> str:
    lines = [_line(record, community), f"Took {record.seconds:.1f} s. Mended {record.repairs} times."]
    lines += [f"Prompt: {name} ({digest[:12]})" for name, digest in record.prompts.items()]
    if record.findings:
        lines.append(f"Findings: {', '.join(f'{code} {count}' for code, count in record.findings.items())}.")
    lines += [f"Passages read: {len(record.passages)}.", *record.told]
    if record.error:
        lines.append(f"Ended with: {record.error}.")
    lines += [_say_decision(item.model_dump()) for item in record.decisions]
    return "\n".join(lines)


def _say_decision(decision: dict[str, Any]) -> str:
    where = " ".join(filter(None, (decision["part"], decision["field"])))
    return f"{decision['what'].capitalize()}{f' of {where}' if where else ''} by {decision['actor_id']}."
