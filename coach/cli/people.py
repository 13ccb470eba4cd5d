"""Commands about the list of people, whose names get a stand-in before text leaves for a model."""

from __future__ import annotations

import click

from coach.errors import BadRequest
from coach.jobs.people import find_person
from coach.models import Member

from .output import Output, community_option, json_option, open_here

_MOST_NOTICED = 40


@click.group(invoke_without_command=True)
@community_option(required=False)
@json_option
@click.pass_context
def people(ctx: click.Context, community: str | None) -> None:
    """List the people whose names are replaced before text leaves for a model; add to the list and take from it.

    The list is for that and nothing else.
    """
    if ctx.invoked_subcommand is not None:
        return
    if not community:
        raise BadRequest("Whose people? No community was named.", "`coach people --community NAME` lists them.")
    members = open_here().people.list(community)
    ctx.ensure_object(Output).show(
        {"people": [_to_row(member) for member in members]},
        "\n".join(_line(member) for member in members)
        or f'Nobody is on the list. `coach people add "NAME" --community "{community}"` puts somebody on it, '
        f'and `coach people noticed --community "{community}"` shows names in the notes.',
    )


@people.command()
@click.argument("name")
@community_option()
@click.option(
    "--alias", "aliases", multiple=True, help="Another name or handle of the same person; may be given again."
)
@json_option
@click.pass_obj
def add(output: Output, name: str, community: str, aliases: tuple[str, ...]) -> None:
    """Put somebody on the list."""
    member = open_here().people.add(community, name, aliases)
    output.show(_to_row(member), f"{_line(member)}\nOn the list: a stand-in takes this name's place in what is sent.")


@people.command()
@click.argument("name")
@community_option()
@json_option
@click.pass_obj
def remove(output: Output, name: str, community: str) -> None:
    """Take somebody off the list, by their name or one of their other names."""
    coach = open_here()
    found = find_person(name, coach.people.list(community))
    if found is None:
        raise BadRequest(
            f"{name} is not on the list of {community}.", f'`coach people --community "{community}"` shows who is.'
        )
    gone = coach.people.remove(community, found.id)
    output.show(_to_row(gone), f"{gone.name} is off the list. Notes are as they were.")


@people.command()
@community_option()
@click.option("--all", "show_all", is_flag=True, help=f"All of them, not only the first {_MOST_NOTICED}.")
@json_option
@click.pass_obj
def noticed(output: Output, community: str, show_all: bool) -> None:
    """Show likely names in the notes that are not on the list; some may be no person at all."""
    found = open_here().people.noticed(community)
    shown = found if show_all else found[:_MOST_NOTICED]
    lines = [f"{name}  ({'1 note' if notes == 1 else f'{notes} notes'})" for name, notes in shown]
    if len(shown) < len(found):
        lines.append(f"And {len(found) - len(shown)} more; --all shows them.")
    data = {"noticed": [{"name": name, "notes": notes} for name, notes in shown], "count": len(found)}
    output.show(data, "\n".join(lines) or "No other names stand out in the notes.")


def _to_row(member: Member) -> dict[str, object]:
    return {"id": member.id, "name": member.name, "aliases": list(member.aliases)}


def _line(member: Member) -> str:
    return f"{member.name}  (also {', '.join(member.aliases)})" if member.aliases else member.name
