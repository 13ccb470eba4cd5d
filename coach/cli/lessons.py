"""Commands about lessons on hosting: kept as they were, and shared without names."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from coach.errors import BadRequest
from coach.models import Lesson, SharedLesson
from coach.service import Coach

from .output import Output, community_option, json_option, open_here
from .words import read_words, say_day, wrap

_FIELDS = (("setting", "Setting"), ("tried", "What we tried"), ("happened", "What happened"))


@click.group(invoke_without_command=True)
@community_option(required=False)
@json_option
@click.pass_context
def lessons(ctx: click.Context, community: str | None) -> None:
    """List what your community learned about hosting.

    A lesson can be shared with the other communities of this workspace, names taken out; yours stays as it was.
    """
    if ctx.invoked_subcommand is not None:
        return
    if not community:
        raise BadRequest("Whose lessons? No community was named.", "`coach lessons --community NAME` lists them.")
    coach = open_here()
    found, titles = coach.sharing.lessons(community), _titles(coach)
    ctx.ensure_object(Output).show(
        {"lessons": [item.model_dump(mode="json") for item in found]},
        "\n\n".join(_tell(item, titles) for item in found) or "None yet. `coach lessons write` keeps one.",
    )


@lessons.command()
@community_option()
@click.option("--situation", required=True, metavar="ID", help="What it is about; `coach playbook hard` lists them.")
@click.option("--setting", default="", help="What it was like: how many, how they met.")
@click.option("--tried", required=True, help="What you tried.")
@click.option("--happened", required=True, help="What happened, flops included.")
@json_option
@click.pass_obj
def write(output: Output, /, community: str, **fields: str) -> None:
    """Keep a lesson as it was; it stays inside the community until somebody shares it."""
    coach = open_here()
    kept = coach.sharing.write_lesson(community, Lesson.model_validate(fields))
    output.show(kept.model_dump(mode="json"), _tell(kept, _titles(coach)))
    output.say(f'`coach lessons share {kept.id} --community "{community}"` shows what others would read of it.')


@lessons.command()
@click.argument("lesson_id", metavar="ID")
@community_option()
@click.option("--setting", help="Other words for the others to read.")
@click.option("--tried", help="Other words for the others to read.")
@click.option("--happened", help="Other words for the others to read.")
@click.option("--yes", is_flag=True, help="Share it as it is shown.")
@json_option
@click.pass_obj
def share(output: Output, /, lesson_id: str, community: str, yes: bool, **words: str | None) -> None:
    """Show what other communities would read of a lesson, names taken out; share it when you agree."""
    coach = open_here()
    shared = _to_shared(coach, community, lesson_id, words)
    look = coach.sharing.names_left(" ".join((shared.setting, shared.tried, shared.happened)))
    if not output.as_json:
        _show_before(output, shared, look, _titles(coach))
    agreed = yes or _agrees(output)
    if agreed:
        coach.sharing.share_lesson(community, lesson_id, shared)
    if output.as_json:
        output.show({"is_shared": agreed, "lesson": shared.model_dump(mode="json"), "look_at": list(look)}, "")
    output.say(
        "Shared, without your community's name."
        if agreed
        else "Not shared. The same with --yes shares it as it is shown."
    )


@lessons.command()
@click.argument("lesson_id", metavar="ID")
@community_option()
@json_option
@click.pass_obj
def withdraw(output: Output, lesson_id: str, community: str) -> None:
    """Stop sharing a lesson; yours stays."""
    kept = open_here().sharing.withdraw_lesson(community, lesson_id)
    output.show(kept.model_dump(mode="json"), "Not shared any more. Yours is as it was.")


@lessons.command()
@click.argument("lesson_id", metavar="ID")
@community_option()
@json_option
@click.pass_obj
def remove(output: Output, lesson_id: str, community: str) -> None:
    """Remove a lesson, here and everywhere."""
    gone = open_here().sharing.remove_lesson(community, lesson_id)
    output.show(gone.model_dump(mode="json"), "The lesson is gone, here and everywhere.")


@lessons.command()
@community_option()
@click.option("--situation", default="", metavar="ID", help="Only on this; `coach playbook hard` lists them.")
@json_option
@click.pass_obj
def elsewhere(output: Output, community: str, situation: str) -> None:
    """Read what other communities of this workspace shared; nothing tells which."""
    coach = open_here()
    found, titles = coach.sharing.from_elsewhere(community, situation), _titles(coach)
    output.show(
        {"lessons": [item.model_dump(mode="json") for item in found]},
        "\n\n".join(_tell_shared(item, titles) for item in found)
        or "Other communities have shared nothing on this yet.",
    )


def _to_shared(coach: Coach, community: str, lesson_id: str, words: dict[str, str | None]) -> SharedLesson:
    found = next((item for item in coach.sharing.lessons(community) if item.id == lesson_id), None)
    if found is None:
        raise BadRequest(f"No lesson {lesson_id} is kept in {community}.", "`coach lessons` lists them with their ids.")
    changed = {name: read_words(text) for name, text in words.items() if text is not None}
    return coach.sharing.to_shared(community, found).model_copy(update=changed)


def _show_before(output: Output, shared: SharedLesson, look: Sequence[str], titles: dict[str, str]) -> None:
    output.show({}, _tell_shared(shared, titles))
    if look:
        output.say(f"Are these names? {', '.join(look)}. --setting, --tried and --happened put other words there.")


def _agrees(output: Output) -> bool:
    if output.as_json or not sys.stdin.isatty():
        return False
    try:
        return click.confirm("Share it like this?", default=False, err=True)
    except click.Abort:  # nobody is at the keyboard any more
        return False


def _titles(coach: Coach) -> dict[str, str]:
    return {item.id: item.title for item in coach.situations()}


def _tell(item: Lesson, titles: dict[str, str]) -> str:
    state = "shared with other communities" if item.shared else "not shared"
    head = " · ".join(filter(None, [item.id, say_day(item.at), state]))
    return "\n".join([head, *_tell_fields(item, titles)])


def _tell_shared(item: SharedLesson, titles: dict[str, str]) -> str:
    return "\n".join(
        ["From another community" if item.shared_at else "What others would read", *_tell_fields(item, titles)]
    )


def _tell_fields(item: Lesson | SharedLesson, titles: dict[str, str]) -> list[str]:
    told = [f"    {titles.get(item.situation, item.situation)}"]
    told += [wrap(f"{name}: {getattr(item, field)}", "    ") for field, name in _FIELDS if getattr(item, field)]
    return told
