"""Commands that set a language model up."""

from __future__ import annotations

import sys

import click

from coach.errors import BadRequest
from coach.jobs.model_setup import goes_elsewhere
from coach.models import AnswerShape, ModelSetup, ModelStatus, ModelTrial, ModelUse

from .drafting import describe_spent
from .output import Output, community_option, json_option, open_here

_SHAPES = [item.value for item in AnswerShape]
_USES = {
    ModelUse.OFF: "Nothing leaves it for a model; the playbook drafts.",
    ModelUse.REPLACED: "Text leaves it with stand-ins for names, handles, addresses and links.",
    ModelUse.WHOLE: "Text leaves it as it is, for your own model only.",
}


@click.group()
def model() -> None:
    """Set up a language model that drafts; without one the playbook does."""


@model.command()
@json_option
@click.pass_obj
def show(output: Output) -> None:
    """Show which model drafts, where text goes, and what may be spent."""
    coach = open_here()
    status = coach.model.status()
    today = coach.model.spent()["today"]
    output.show(
        {**status.model_dump(mode="json"), "is_on": status.is_on, "today": today.model_dump()},
        "\n".join([*_describe(status), f"Today: {describe_spent(today) or 'nothing asked yet'}."]),
    )


@model.command(name="set")
@click.argument("name")
@click.option("--at", "api_base", metavar="ADDRESS", help="The address of a server of your own.")
@click.option("--fallback", metavar="NAME", help="The model to ask when the first one cannot answer.")
@click.option("--fallback-at", "fallback_api_base", metavar="ADDRESS", help="The address of the second model's server.")
@click.option("--ours/--not-ours", "is_ours", default=None, help="Whether the model is your own.")
@click.option(
    "--shape",
    type=click.Choice([item.value for item in AnswerShape]),
    help="How it is held to a shape; found out when left out.",
)
@click.option("--stream/--no-stream", "streams", default=None, help="Whether its answer is read as it comes.")
@click.option("--at-once", type=int, help="How many questions may be on their way at the same time.")
@json_option
@click.pass_obj
def set_model(output: Output, /, name: str, **given: object) -> None:
    """Say which model drafts: NAME with its provider first, such as ollama_chat/llama3."""
    coach = open_here()
    now = coach.model.setup()
    # Another model is elsewhere, and is not ours because the last one was.
    start = now if now.model == name else ModelSetup(limits=now.limits)
    changed = {field: value for field, value in given.items() if value is not None}
    setup = ModelSetup.model_validate({**start.model_dump(), "model": name, **changed})
    if given["is_ours"] is None and goes_elsewhere(setup, now):
        setup = setup.model_copy(update={"is_ours": False})
    status = coach.model.save(setup)
    says = [*_describe(status), "`coach model try` asks it one small thing."]
    output.show(status.model_dump(mode="json"), "\n".join(says))


@model.command()
@json_option
@click.pass_obj
def off(output: Output) -> None:
    """Switch the model off; the playbook drafts. Keys and limits stay."""
    coach = open_here()
    status = coach.model.save(coach.model.setup().model_copy(update={"model": "", "fallback": ""}))
    output.show(status.model_dump(mode="json"), "No model drafts now; the playbook does.")


@model.command(name="try")
@json_option
@click.pass_context
def try_model(ctx: click.Context) -> None:
    """Ask the model one small thing and say what works; exit code 2 when it does not answer."""
    trial = open_here().model.try_it()
    ctx.ensure_object(Output).show(trial.model_dump(mode="json"), _describe_trial(trial))
    if not trial.reachable:
        ctx.exit(2)


@model.command()
@click.argument("what", type=click.Choice([item.value for item in ModelUse]))
@community_option()
@json_option
@click.pass_obj
def use(output: Output, what: str, community: str) -> None:
    """Say what may leave a community for a model: replaced (with stand-ins), whole, or off."""
    changed = open_here().model.set_use(community, ModelUse(what))
    output.show(changed.model_dump(mode="json"), f"{changed.name}: {_USES[changed.model_use]}")


@model.group()
def key() -> None:
    """Keep a provider's key in this machine's keyring, or take it out."""


@key.command()
@click.option("--model", "name", help="The model it is for; the one that is set up when left out.")
@json_option
@click.pass_obj
def put(output: Output, name: str | None) -> None:
    """Keep a key, typed where nobody sees it or read from standard input; never as an argument."""
    coach = open_here()
    wanted = _named(name, coach.model.status())
    text = click.prompt("Key", hide_input=True, err=True) if sys.stdin.isatty() else sys.stdin.readline()
    status = coach.model.put_key(wanted, text)
    output.show({"model": wanted, "kept_in": status.keyring}, f"The key for {wanted} is kept in {status.keyring}.")


@key.command()
@click.option("--model", "name", help="The model it is for; the one that is set up when left out.")
@json_option
@click.pass_obj
def forget(output: Output, name: str | None) -> None:
    """Take a key out of the keyring."""
    coach = open_here()
    wanted = _named(name, coach.model.status())
    coach.model.forget_key(wanted)
    output.show({"model": wanted}, f"The keyring holds no key for {wanted} any more.")


def _named(name: str | None, status: ModelStatus) -> str:
    wanted = name or status.setup.model
    if not wanted:
        raise BadRequest("No model is named.", "Give --model NAME, or set one up with `coach model set`.")
    return wanted


def _describe(status: ModelStatus) -> list[str]:
    setup = status.setup
    if not status.is_on:
        return ["No model is set up: the playbook drafts, and nothing leaves this machine."]
    lines = [f"{setup.model}, at {status.host}{f' ({setup.api_base})' if setup.api_base else ''}"]
    if setup.fallback:
        lines.append(f"When it cannot answer: {setup.fallback}, then the playbook.")
    lines.append("It is yours." if setup.is_ours else "It counts as remote: names are replaced before text leaves.")
    if status.key_name:
        found = f"found in the {status.key_from}" if status.key_from else "not found"
        lines.append(f"Key: {found} ({status.key_name}).")
    if status.from_environment:
        lines.append(f"Set by the environment: {', '.join(status.from_environment)}.")
    limits = {name: value for name, value in setup.limits.model_dump().items() if value is not None}
    lines.extend(
        f"At most {value:,} {name.replace('_', ' ').replace('usd', 'US dollars')}." for name, value in limits.items()
    )
    return lines


def _describe_trial(trial: ModelTrial) -> str:
    lines = [f"{trial.model}: {trial.message}" if trial.model else trial.message]
    if trial.reachable:
        streams = "its answer comes in pieces" if trial.streams else "its answer comes whole"
        price = "its price is known" if trial.price_known else "its price is not known"
        lines.append(f"{trial.seconds:.1f} s; {streams}; {price}.")
    return "\n".join([*lines, *([trial.next_step] if trial.next_step else [])])
