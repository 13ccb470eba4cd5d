"""How much damage to good plans the checks see."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from random import Random

import click

from coach.cli.output import Output, json_option
from coach.settings import Settings
from coach.wiring import build_coach
from evals.mutation.drafts import draft_plans, open_communities
from evals.mutation.run import count_alarms, measure, read_halves, to_json, to_markdown
from evals.tables import MUTATIONS


@click.command()
@click.option("--plans", default=16, show_default=True, type=click.IntRange(1, 500), help="How many plans to damage.")
@click.option("--seed", default=21, show_default=True, help="Another seed drafts other plans.")
@click.option("--refresh", is_flag=True, help="Write the table that every report carries.")
@json_option
@click.pass_obj
def mutations(output: Output, plans: int, seed: int, refresh: bool) -> None:
    """Damage plans for the demo community in every known and unknown way, and see what the checks notice."""
    with tempfile.TemporaryDirectory() as scratch:
        coach = build_coach(Settings(home=Path(scratch), database_url=None))
        names = open_communities(coach, None)
        drafts = draft_plans(coach, names, plans, Random(seed))  # noqa: S311  # a repeatable spread
        rows = [row for half, kinds in read_halves() for row in measure(drafts, kinds, coach.check_plan, half)]
        alarms = count_alarms(drafts, coach.check_plan)
        coach.close()
    found = to_json(rows, alarms, names)
    if refresh:
        MUTATIONS.parent.mkdir(parents=True, exist_ok=True)
        MUTATIONS.write_text(found + "\n", encoding="utf-8")
        output.say(f"Written: {MUTATIONS.name}.")
    output.show(json.loads(found), to_markdown(rows, alarms, names))
