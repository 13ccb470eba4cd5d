"""The gate: has the playbook got worse than its committed baseline?"""

from __future__ import annotations

import hashlib

import click

from coach.cli.output import Output, json_option
from evals.casebook import read_cases
from evals.drafters.playbook import PlaybookCases
from evals.evaluating import Wish, evaluate
from evals.gate import (
    Baseline,
    describe,
    find_losses,
    find_moves,
    read_baseline,
    refuse_other_cases,
    to_baseline,
    write_baseline,
)

from .opening import PLAYBOOK, open_here

WORSE = 1


@click.command()
@click.option("--refresh", is_flag=True, help="Write the baseline anew; look at its diff before you commit it.")
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 32), help="Cases side by side.")
@json_option
@click.pass_context
def gate(ctx: click.Context, refresh: bool, workers: int) -> None:
    """Run the playbook over all cases and compare it with the committed baseline; exit code 1 when it lost."""
    output = ctx.ensure_object(Output)
    now = measure(output, workers)
    if refresh:
        output.show({"written": True}, f"Written: {write_baseline(now).name}. Look at the diff before you commit it.")
        return
    before = read_baseline(PLAYBOOK)
    refuse_other_cases(before, now)
    losses, moves = find_losses(before, now), find_moves(before, now)
    stops = any(loss.gates for loss in losses)
    data = {"ok": not stops, "losses": [loss.model_dump(mode="json") for loss in losses], "moves": moves}
    output.show(data, "\n".join([*moves, describe(losses) or "No loss beyond noise."]))
    if stops:
        output.say("Mend it, or agree to it with `coach eval gate --refresh`.")
        ctx.exit(WORSE)


def measure(output: Output, workers: int) -> Baseline:
    """Run the playbook over all cases, drafting anew."""
    shop, cases = open_here(output), read_cases()
    report = evaluate(Wish(cases, PlaybookCases(shop.bench), workers=workers, fresh=True), shop)
    told = "".join(case.asked.model_dump_json() + case.file.community.model_dump_json() for case in cases)
    return to_baseline(report, hashlib.sha256(told.encode()).hexdigest()[:16])
