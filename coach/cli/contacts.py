"""Commands about whom people of a community can turn to."""

from __future__ import annotations

from collections.abc import Sequence

import click

from coach.errors import BadRequest
from coach.models import Contact, Matter

from .output import Output, community_option, json_option, open_here
from .words import wrap

_MATTER = click.Choice([item.value for item in Matter])


@click.group(invoke_without_command=True)
@community_option(required=False)
@json_option
@click.pass_context
def contacts(ctx: click.Context, community: str | None) -> None:
    """List whom people can turn to when a tool will not do.

    Whoever looks after the community names them; the coach shows them when somebody brings such a matter.
    """
    if ctx.invoked_subcommand is not None:
        return
    if not community:
        raise BadRequest("Whose contacts? No community was named.", "`coach contacts --community NAME` lists them.")
    _show_contacts(ctx.ensure_object(Output), community, open_here().sharing.contacts(community))


@contacts.command("add")
@click.argument("who")
@community_option()
@click.option("--reach", required=True, help="How to reach them: a number, an address, a place and hours.")
@click.option("--for", "matters", type=_MATTER, multiple=True, help="What for; everything when left out.")
@json_option
@click.pass_obj
def add_contact(output: Output, who: str, community: str, reach: str, matters: tuple[str, ...]) -> None:
    """Name somebody (WHO: a name, a role, a helpline), after those who are named already."""
    coach = open_here()
    named = Contact(who=who, reach=reach, matters=tuple(map(Matter, matters)))
    kept = coach.sharing.set_contacts(community, [*coach.sharing.contacts(community), named])
    _show_contacts(output, community, kept)


@contacts.command("remove")
@click.argument("who")
@community_option()
@json_option
@click.pass_obj
def remove_contact(output: Output, who: str, community: str) -> None:
    """Take somebody off the list, by the words they are listed under."""
    coach = open_here()
    before = coach.sharing.contacts(community)
    left = [item for item in before if item.who.casefold() != who.casefold() and item.id != who]
    if len(left) == len(before):
        raise BadRequest(f"{who} is not among the contacts of {community}.", "`coach contacts` shows who is.")
    _show_contacts(output, community, coach.sharing.set_contacts(community, left))


def _show_contacts(output: Output, community: str, found: Sequence[Contact]) -> None:
    empty = (
        f"{community} has named nobody. When somebody brings a matter that is for people, the coach says so and can "
        f'name no one. `coach contacts add WHO --reach HOW --community "{community}"` names somebody.'
    )
    output.show(
        {"contacts": [item.model_dump(mode="json") for item in found]},
        "\n".join(map(_line_of_contact, found)) or wrap(empty),
    )


def _line_of_contact(item: Contact) -> str:
    matters = ", ".join(matter.value.replace("_", " ") for matter in item.matters) or "everything"
    return f"{item.who}: {item.reach}  ({matters})"
