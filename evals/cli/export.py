"""Make cases of what people accepted, edited and turned down."""

from __future__ import annotations

from pathlib import Path

import click

from coach.cli.output import Output, community_option, json_option, open_here, write_text
from coach.errors import BadRequest
from coach.models import Actor
from evals.casebook import Domain
from evals.exporting import Exported, ExportWish, Which, export_cases, write_yaml

_READ_IT = (
    "Nothing was sent anywhere. Stand-ins take the place of the people, addresses and links that could be told; names "
    "of places and organisations stay as they are, and so does a name that nothing shows to be one. Read the file "
    "before it leaves this machine."
)


@click.command()
@community_option()
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file: NAME.yaml.")
@click.option("--accepted", "which", flag_value="accepted", help="Only suggestions of which something was accepted.")
@click.option("--edited", "which", flag_value="edited", help="Only suggestions of which something was edited.")
@click.option("--all", "which", flag_value="all", default=True, help="All that somebody decided on (the default).")
@click.option(
    "--domain",
    type=click.Choice([item.value for item in Domain]),
    default=Domain.DIGITAL.value,
    show_default=True,
    help="What the community is about, in the rough.",
)
@json_option
@click.pass_obj
def export(output: Output, community: str, out: Path, which: Which, domain: str) -> None:
    """Make cases of people's decisions on suggestions, names replaced, in a file that you name.

    It holds what was asked, the notes it was drafted from that members may read and that may be quoted, and what
    people accepted, edited and turned down as what a good answer must and must not do.
    """
    refuse_place(out)
    exported = export_cases(ExportWish(community, which, Domain(domain)), open_here(), Actor())
    write_text(out, write_yaml(exported.file))
    output.show(to_data(exported, out), describe(exported, out))


def refuse_place(out: Path) -> None:
    """Refuse a file that cases would not be read from, or that is there already.

    Raises:
        BadRequest: Says which of the two.
    """
    if out.suffix != ".yaml":
        raise BadRequest(f"Cases are read from .yaml files, and {out.name} is none.", "Name it like `ours.yaml`.")
    if out.exists():
        raise BadRequest(f"{out.name} is there already; nothing was written.", "Choose another name with --out.")


def to_data(exported: Exported, out: Path) -> dict[str, object]:
    """Return what was exported as data; what stand-ins stand for is for whoever exports, and not in the file."""
    return {
        "file": str(out),
        "cases": [{"id": case.id, "kind": case.kind.value, "note": case.note} for case in exported.file.cases],
        "notes": [{"name": name, "title": title} for name, title in exported.notes],
        "replaced": [item.model_dump() for item in exported.replaced],
        "left_out": list(exported.left_out),
    }


def describe(exported: Exported, out: Path) -> str:
    """Return what is in the file, what was replaced and what was left out, a line each."""
    file = exported.file
    lines = [f"Written to {out}, as “{file.community.name}” ({file.community.domain.value}).", "", "Cases"]
    lines += [f"  {case.id}: {case.note}" for case in file.cases]
    lines += ["", "Notes, whole"]
    lines += [f"  {name}: {title}" for name, title in exported.notes] or ["  none"]
    lines += ["", "Stand-ins", f"  the community’s name → {file.community.name}"]
    lines += [f"  {item.original} → {item.stand_in}" for item in exported.replaced]
    lines += ["", "Left out"]
    lines += [f"  {line}" for line in exported.left_out] or ["  nothing"]
    return "\n".join([*lines, "", _READ_IT])
