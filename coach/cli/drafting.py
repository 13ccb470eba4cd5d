"""What commands that draft have in common: who drafts, what it cost, and the price of a large job beforehand."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from coach.errors import BadRequest
from coach.jobs.drafts import By, How
from coach.jobs.spending import estimate
from coach.models import Drafting, ModelUse, SeriesRequest, Spent
from coach.ports import NobodyWatches
from coach.service import Coach

from .output import Output

F = TypeVar("F", bound=Callable[..., Any])


def drafter_option(command: F) -> F:
    """Add `--drafter WHO` to a command."""
    return click.option(
        "--drafter",
        "by",
        type=click.Choice(["auto", "playbook", "model"]),
        default="auto",
        show_default=True,
        help="Who drafts: the model where one is set up, else the playbook; or one of them.",
    )(command)


class _Telling(NobodyWatches):
    """Tells a person at a terminal what is being done, a line each."""

    def __init__(self, output: Output) -> None:
        self._output, self._said = output, ""

    def stage(self, says: str) -> None:
        if says != self._said:
            self._output.say(f"{says} …")
        self._said = says


def to_how(coach: Coach, community: str, by: By, output: Output) -> How:
    """Return how to draft; with a model, whoever sits at a terminal hears what is going on."""
    waits = sys.stderr.isatty() and bool(coach.drafts.jobs.model_for(community, by))
    return How(by, watch=_Telling(output) if waits else NobodyWatches())


def say_drafting(output: Output, drafting: Drafting | None) -> None:
    """Say who drafted, what it took and what happened on the way."""
    if drafting is None:
        return
    spent = describe_spent(drafting.spent)
    output.say(f"Drafted by {_who(drafting)}{f' ({spent})' if spent else ''}.")
    for line in drafting.told:
        output.say(line)


def _who(drafting: Drafting) -> str:
    by = "the playbook" if drafting.by == "playbook" else drafting.by
    others = sorted({name for name in drafting.by_part.values() if name != drafting.by})
    return f"{by}, parts of it by {' and '.join(others)}" if others else by


def describe_spent(spent: Spent) -> str:
    """Return what asking took, in a few words; nothing when nobody was asked."""
    if not spent.calls and not spent.reused:
        return ""
    said = [f"{spent.calls} {'question' if spent.calls == 1 else 'questions'}"] if spent.calls else []
    if spent.reused:
        said.append(f"{spent.reused} answered from before")
    if spent.tokens_in or spent.tokens_out:
        said.append(f"{spent.tokens_in:,} tokens sent, {spent.tokens_out:,} back")
    if spent.calls:
        said.append(_say_price(spent))
    return ", ".join(said)


def _say_price(spent: Spent) -> str:
    if spent.unpriced == spent.calls:
        return "price not known"
    return f"${spent.cost_usd:.4f}" + (f", the price of {spent.unpriced} not known" if spent.unpriced else "")


def agree_on_price(coach: Coach, community: str, request: SeriesRequest, by: str, output: Output) -> None:
    """Show what a series would cost with a model and ask whether to go on; a playbook's costs nothing.

    Raises:
        BadRequest: Nobody agreed.
    """
    may_leave = coach.community(community).model_use is not ModelUse.OFF
    if by == "playbook" or not coach.model.status().is_on or not may_leave:
        return
    shown = coach.model.preview(community, request)
    about = estimate(shown, request.sessions)
    cost = "the price is not known" if shown.cost_usd is None else f"about ${about.cost_usd:.2f}"
    who = f"{request.sessions} sessions with {shown.model} ({shown.host})"
    output.say(f"{who}: about {about.tokens_in:,} tokens sent, {cost}.")
    if output.as_json or not _agrees():
        raise BadRequest("Nothing was drafted.", "Give --yes to agree to the price, or `--drafter playbook`.")


def _agrees() -> bool:
    try:
        return click.confirm("Go on?", default=True, err=True)
    except click.Abort:  # nobody is at the keyboard
        return False
