"""The command that checks a plan, outcomes or a list of review prompts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from coach.errors import BadRequest
from coach.jobs.check import read_plan_file, read_review_file
from coach.models import CheckResult, Finding, Severity
from coach.service import Coach

from .output import Output, community_option, json_option, open_here

_NAMES = {Severity.STOP: "mend first", Severity.MEND: "worth mending", Severity.QUESTION: "for you to judge"}
_AT_ONCE = 3
"""How many outcomes a community can keep alive."""
_File = click.Path(dir_okay=False)


@click.command()
@click.argument("file", required=False, type=_File)
@click.option("--outcome", help="Check this sentence; with --review, check the prompts against it.")
@click.option("--outcomes", type=_File, help="Check a file of outcomes, one on each line.")
@click.option("--review", type=_File, help="Check a file of review prompts, one on each line.")
@community_option(required=False)
@json_option
@click.pass_obj
def check(output: Output, /, file: str | None, community: str | None, **given: str | None) -> None:
    """Check a plan (FILE, as JSON), an outcome, many outcomes, or review prompts; ours or anybody's.

    With --community, a plan's quotes are looked up in that community's notes.
    """
    if given["outcomes"]:
        _refuse_more(file, given["outcome"], given["review"])
        checked = _check_many(open_here(), read_review_file(Path(given["outcomes"])))
        output.show(_to_data(checked), _describe_many(checked))
        return
    result = _check(open_here(), file, given["outcome"], given["review"], community)
    output.show(result.model_dump(mode="json"), _describe(result))


def _check(
    coach: Coach, file: str | None, outcome: str | None, review: str | None, community: str | None
) -> CheckResult:
    if file:
        _refuse_more(outcome, review)
        return coach.check_plan(read_plan_file(Path(file)), community)
    if review:
        return coach.check_review(read_review_file(Path(review)), outcome)
    if outcome is not None:
        return coach.check_outcome(outcome)
    raise BadRequest(
        "There is nothing to check.", "Give a plan's FILE, --outcome TEXT, --outcomes FILE or --review FILE."
    )


def _refuse_more(*others: str | None) -> None:
    if any(others):
        raise BadRequest("There are two things to check at once.", "Give a plan's FILE, or --outcome and --review.")


def _check_many(coach: Coach, texts: Sequence[str]) -> list[tuple[str, CheckResult]]:
    return [(text, coach.check_outcome(text)) for text in dict.fromkeys(texts)]


def _to_data(checked: Sequence[tuple[str, CheckResult]]) -> dict[str, Any]:
    return {
        "ok": all(result.ok for _, result in checked) and len(checked) <= _AT_ONCE,
        "says": _sum_up(checked),
        "outcomes": [{"text": text, **result.model_dump(mode="json")} for text, result in checked],
    }


def _sum_up(checked: Sequence[tuple[str, CheckResult]]) -> str:
    well = sum(result.ok for _, result in checked)
    said = [f"{len(checked)} outcomes: {well} can stand as they are, {len(checked) - well} could be put better."]
    often = Counter(code for _, result in checked for code in {item.check for item in _to_mend(result)}).most_common(3)
    if often:
        said.append(f"Most often: {', '.join(f'{code} ({count})' for code, count in often)}.")
    if len(checked) > _AT_ONCE:
        said.append(
            "A group keeps one to three alive at a time: read out those that can stand, let members choose, "
            "and keep the rest for later."
        )
    return " ".join(said)


def _describe_many(checked: Sequence[tuple[str, CheckResult]]) -> str:
    blocks = [_sum_up(checked)]
    blocks.extend(_describe_one(text, result) for text, result in checked if not result.ok)
    standing = [text for text, result in checked if result.ok]
    if standing:
        blocks.append("\n".join(["These can stand as they are:", *(f"    {text}" for text in standing)]))
    return "\n\n".join(blocks)


def _describe_one(text: str, result: CheckResult) -> str:
    found = _to_mend(result)
    lines = [text, *(f"    {item.check}  {item.message}" for item in found)]
    return "\n".join([*lines, *_rewritten(next((item.rewrite for item in found if item.rewrite), ""))])


def _to_mend(result: CheckResult) -> list[Finding]:
    return [item for item in result.findings if item.severity is not Severity.QUESTION]


def _describe(result: CheckResult) -> str:
    blocks = ["This holds together." if result.ok else "Some of this could be better."]
    shown: set[str] = set()
    for item in result.findings:
        lines = [f"{item.check}  {_NAMES[item.severity]}  ({item.where})", f"    {item.message}", f"    {item.why}"]
        lines.append(f"    → {item.way_forward}")
        # Several findings about one sentence share its rewrite: say it once.
        lines += _rewritten("" if item.rewrite in shown else item.rewrite)
        shown.add(item.rewrite)
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _rewritten(text: str) -> list[str]:
    lines = text.splitlines()
    if not lines:
        return []
    return ["    It could say:" if len(lines) == 1 else "    It could say, one or the other:", *_indented(lines)]


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"      “{line}”" if "“" not in line else f"      {line}" for line in lines]
