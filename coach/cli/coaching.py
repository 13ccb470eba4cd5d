"""Commands about hosting that has become hard: situations, and moves that may help."""

from __future__ import annotations

from collections.abc import Iterable

import click

from coach.models import Move, Situation

from .output import Output, json_option, open_here

_EFFORT = {"none": "now", "minutes": "with a few minutes before", "plan": "with some planning"}


@click.command("hard")
@click.argument("situation_id", metavar="[SITUATION]", required=False)
@json_option
@click.pass_obj
def hard(output: Output, situation_id: str | None) -> None:
    """List what makes hosting hard; with a SITUATION, show what may help there and the words to say it in."""
    coach = open_here()
    if situation_id is None:
        found = coach.situations()
        output.show({"situations": [item.model_dump(mode="json") for item in found]}, _list(found))
        return
    situation, moves = coach.situation(situation_id)
    data = {"situation": situation.model_dump(mode="json"), "moves": [move.model_dump(mode="json") for move in moves]}
    output.show(data, "\n\n".join([_tell(situation), *map(_tell_move, moves)]))


def _list(found: Iterable[Situation]) -> str:
    blocks: dict[str, list[str]] = {"before": [], "during": [], "after": []}
    for item in found:
        blocks[item.when].append(f"  {item.id:<28} {item.title}")
    told = ("\n".join([f"{when.capitalize()} a session", *lines]) for when, lines in blocks.items())
    return "\n\n".join(told) + "\n\n`coach playbook hard SITUATION` shows what may help."


def _tell(item: Situation) -> str:
    lines = [item.title, item.gist, item.why_hard, "", "A question to begin with:", f"  {item.asks[0]}"]
    if item.people_matter:
        lines += ["", "This can be more than a host can carry: think first of whom the person could talk to."]
    return "\n".join(lines)


def _tell_move(move: Move) -> str:
    credit = f" ({move.credit})" if move.credit else ""
    return "\n".join(
        [
            f"{move.title} · {move.minutes} min, {_EFFORT[move.effort]}{credit}",
            f"  {move.does}",
            f"  Say: “{move.say}”",
            f"  Why: {move.why}",
            f"  It may cost: {move.costs}",
            f"  Watch for: {move.watch_for}",
            f"  If it does not land: {move.way_back}",
            f"  Not when: {move.not_when}",
        ]
    )
