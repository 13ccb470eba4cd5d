"""Commands about notes and communities."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator

import click

from coach.errors import BadInput, BadRequest, UnknownCommunity, UnknownNote
from coach.models import Consent, IngestReport, IngestRequest, TextNote, Visibility
from coach.service import Coach

from .output import Output, community_option, json_option, open_here

_VISIBILITY = click.Choice([item.value for item in Visibility])
_CONSENT = click.Choice([item.value for item in Consent])


@click.command()
@click.argument("folder", type=click.Path())
@community_option()
@click.option("--source", default="", help="The source's name; the folder's name when left out.")
@click.option("--visibility", type=_VISIBILITY, help="Who may read all of them; new ones: members, when left out.")
@click.option("--consent", type=_CONSENT, help="How they may be quoted; new ones: inside, when left out.")
@click.option("--allow-removal", is_flag=True, help="Go on even if more than half of the source would be removed.")
@json_option
@click.pass_obj
def ingest(output: Output, /, folder: str, community: str, **options: object) -> None:
    """Bring a folder of notes in; run it again when they change.

    The community is made when there is none of that name. Files are read, never changed.
    """
    coach = open_here()
    request = IngestRequest.model_validate({"folder": folder, **options})
    with _made_if_new(coach, community):
        report = coach.ingest(community, request, output.progress())
    output.show(report.model_dump(mode="json"), _describe(report, community))


@click.command()
@click.argument("text")
@community_option()
@click.option("--title", default="", help="What to call it; its first line when left out.")
@json_option
@click.pass_obj
def jot(output: Output, text: str, community: str, title: str) -> None:
    """Keep one line or a few after a meeting; `-` reads from standard input."""
    coach = open_here()
    words = sys.stdin.read() if text == "-" else text
    with _made_if_new(coach, community):
        report = coach.add_texts(community, [TextNote(text=words, title=title)], output.progress())
    kept = report.added + report.changed
    said = f'Kept, in {community}. `coach undo --community "{community}"` takes it back.'
    output.show(report.model_dump(mode="json"), said if kept else _describe(report, community))


@click.command()
@community_option()
@json_option
@click.pass_obj
def undo(output: Output, community: str) -> None:
    """Take back the last ingest: what it added goes, what it changed or removed comes back."""
    report = open_here().undo(community)
    output.show(
        report.model_dump(mode="json"),
        f"Took back the last ingest of {report.source!r}: {report.taken_out} out, {report.put_back} put back.",
    )


@click.command()
@community_option()
@json_option
@click.pass_obj
def notes(output: Output, community: str) -> None:
    """List a community's notes, newest first."""
    listed = open_here().notes(community)
    lines = [f"{item.date.label:>12}  {item.words:>6} words  {item.path}  {item.title}" for item in listed]
    text = "\n".join(lines) or "No notes yet. Bring some in with `coach ingest FOLDER`."
    output.show({"notes": [item.model_dump(mode="json") for item in listed]}, text)


@click.command()
@click.argument("path")
@community_option()
@json_option
@click.pass_obj
def show(output: Output, path: str, community: str) -> None:
    """Print one note, word for word."""
    note = open_here().find_note(community, path)
    if note is None:
        raise UnknownNote(f"There is no note at {path!r} in {community}.")
    output.show(note.model_dump(mode="json"), note.text)


@click.command()
@json_option
@click.pass_obj
def communities(output: Output) -> None:
    """List the communities that are here."""
    coach = open_here()
    rows = [(item, len(coach.notes(item.name))) for item in coach.communities()]
    lines = [f"{item.name}  ({count} notes{', demo' if item.is_demo else ''})" for item, count in rows]
    data = [{**item.model_dump(mode="json"), "notes": count} for item, count in rows]
    output.show({"communities": data}, "\n".join(lines) or "None yet. `coach demo` brings one to look round in.")


@click.command()
@click.argument("name")
@click.option("--domain", default="", help="The concern you share, in one sentence.")
@click.option("--people", default="", help="Who you are to each other, in one sentence.")
@click.option("--practice", default="", help="What you do and make together, in one sentence.")
@json_option
@click.pass_obj
def create(output: Output, name: str, domain: str, people: str, practice: str) -> None:
    """Make a community that has no notes yet; it can be planned for all the same."""
    made = open_here().create_community(name, domain=domain, people=people, practice=practice)
    output.show(made.model_dump(mode="json"), f"{made.name} is here. Bring notes in when you have some.")


@click.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do it; this cannot be undone.")
@json_option
@click.pass_obj
def remove(output: Output, name: str, yes: bool) -> None:
    """Remove a community with everything in it; the files its notes came from stay."""
    coach = open_here()
    if not yes and not coach.community(name).is_demo:
        raise BadRequest(
            f"{name} and its {len(coach.notes(name))} notes would be gone for good. Nothing was changed.",
            f'`coach remove "{name}" --yes` does it.',
        )
    gone = coach.remove_community(name)
    output.show(gone.model_dump(mode="json"), f"{gone.name} is gone. The files its notes came from are untouched.")


@contextlib.contextmanager
def _made_if_new(coach: Coach, name: str) -> Iterator[None]:
    """Make the community when it is new, and take it away again when nothing could be brought into it."""
    try:
        coach.community(name)
    except UnknownCommunity:
        coach.create_community(name)
        try:
            yield
        except BadInput:
            coach.remove_community(name)
            raise
    else:
        yield


def _describe(report: IngestReport, community: str) -> str:
    lines = [
        f"{community}, source {report.source!r}: {report.added} added, {report.changed} changed, "
        f"{report.unchanged} unchanged, {report.removed} removed, {len(report.skipped)} skipped "
        f"({report.seconds:.1f} s).",
        *(f"  skipped {item.path}: {item.reason}" for item in report.skipped),
    ]
    if report.added or report.changed or report.removed:
        lines.append(f'`coach undo --community "{community}"` takes this back.')
    return "\n".join(lines)
