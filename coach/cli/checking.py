"""The command that checks a plan, an outcome or a list of review prompts."""

from __future__ import annotations

from pathlib import Path

import click

from coach.errors import BadRequest
from coach.jobs.check import read_plan_file, read_review_file
from coach.models import CheckResult, Severity
from coach.service import Coach

from .output import Output, community_option, json_option, open_here

_NAMES = {Severity.STOP: "mend first", Severity.MEND: "worth mending", Severity.QUESTION: "for you to judge"}


@click.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False))
@click.option("--outcome", help="Check this sentence; with --review, check the prompts against it.")
@click.option("--review", type=click.Path(dir_okay=False), help="Check a file of review prompts, one on each line.")
@community_option(required=False)
@json_option
@click.pass_obj
def check(output: Output, file: str | None, outcome: str | None, review: str | None, community: str | None) -> None:
    """Check a plan (FILE, as JSON), an outcome, or review prompts; ours or anybody's.

    With --community, a plan's quotes are looked up in that community's notes.
    """
    result = _check(open_here(), file, outcome, review, community)
    output.show(result.model_dump(mode="json"), _describe(result))


def _check(
    coach: Coach, file: str | None, outcome: str | None, review: str | None, community: str | None
) -> CheckResult:
    if file and (outcome or review):
        raise BadRequest("There are two things to check at once.", "Give a plan's FILE, or --outcome and --review.")
    if file:
        return coach.check_plan(read_plan_file(Path(file)), community)
    if review:
        return coach.check_review(read_review_file(Path(review)), outcome)
    if outcome is not None:
        return coach.check_outcome(outcome)
    raise BadRequest("There is nothing to check.", "Give a plan's FILE, --outcome TEXT or --review FILE.")


def _describe(result: CheckResult) -> str:
    blocks = ["This holds together." if result.ok else "Some of this could be better."]
    blocks.extend(
        f"{item.check}  {_NAMES[item.severity]}  ({item.where})\n"
        f"    {item.message}\n    {item.why}\n    → {item.way_forward}"
        for item in result.findings
    )
    return "\n\n".join(blocks)
