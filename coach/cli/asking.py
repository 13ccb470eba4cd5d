"""Commands that ask something of the notes."""

from __future__ import annotations

from pathlib import Path

import click

from coach.errors import BadRequest
from coach.models import FindResult, Mode, PlanRequest, PlanResult, Severity

from .output import Output, community_option, json_option, open_here

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
@click.option("--about", default="", help="Anything else the search in your notes should know.")
@click.option("--title", default="", help="What to call the session.")
@click.option("--seed", default=0, show_default=True, help="Another number gives another plan.")
@click.option("--out", type=click.Path(dir_okay=False), help="Write the plan as Markdown to this file.")
@json_option
@click.pass_obj
def plan(output: Output, /, community: str, out: str | None, **options: object) -> None:
    """Plan a session: outcome, activity and review that belong together, shaped by your notes."""
    options["mode"] = str(options["mode"]).replace("-", "_")
    coach = open_here()
    result = coach.plan(community, PlanRequest.model_validate(options))
    text = coach.render_markdown(result.plan, result.findings)
    if out:
        _write(Path(out), text)
        output.say(f"Written to {out}.")
    output.show(_to_data(result), "" if out else text)
    weak = [item for item in result.findings if item.severity is not Severity.QUESTION]
    output.say(f"Worth mending: {len(weak)}. Questions for you: {len(result.findings) - len(weak)}.")


def _to_data(result: PlanResult) -> dict[str, object]:
    data = result.model_dump(mode="json")
    return {"plan": data["plan"], "findings": data["findings"], "citations": data["plan"]["citations"]}


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadRequest(
            f"{path} cannot be written ({error.strerror or error}).", "Choose another place with --out."
        ) from error


def _describe_found(result: FindResult) -> str:
    blocks = [result.message] if result.message else []
    for item in result.passages:
        where = " · ".join(part for part in (item.title, item.date or "undated", item.heading) if part)
        blocks.append(f"{item.label}  {where}\n    {item.note} [{item.start}:{item.end}]\n\n{_indent(item.text)}")
    return "\n\n".join(blocks)


def _indent(text: str) -> str:
    return "\n".join(f"    {line.rstrip()}" for line in text.strip().splitlines())
