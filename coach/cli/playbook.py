"""Commands about the playbook: what is in it, and what a community adds of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from coach.errors import BadRequest
from coach.models import (
    Finding,
    Level,
    Mode,
    OpeningEntry,
    Pattern,
    PlaybookItem,
    PlaybookQuery,
    Protocol,
    ReadPattern,
    Severity,
    VerbFamily,
)
from coach.service import Coach

from .coaching import hard
from .output import Output, community_option, json_option, open_here

_KIND = click.Choice(["pattern", "protocol", "opening"])
_DOES = click.Choice([item.value for item in VerbFamily])
_LEVEL = click.Choice([item.value for item in Level])
_MODE = click.Choice([*(item.value for item in Mode), "in-person"])
_NAMES = {Severity.STOP: "mend first", Severity.MEND: "worth mending", Severity.QUESTION: "for you to judge"}
_ENDINGS = frozenset({".yaml", ".yml"})
_LARGEST_FILE = 1_000_000


@click.group()
def playbook() -> None:
    """Look through the playbook, and add activities of your own."""


playbook.add_command(hard)


@playbook.command("list")
@community_option(required=False)
@click.option("--kind", type=_KIND, help="Only these.")
@click.option("--does", type=_DOES, help="What people do in it.")
@click.option("--level", type=_LEVEL, help="The Bloom level at which people work in it.")
@click.option("--minutes", type=int, help="It works in so many minutes.")
@click.option("--people", type=int, help="It works with so many people.")
@click.option("--mode", type=_MODE, help="How you meet.")
@json_option
@click.pass_obj
def list_entries(output: Output, /, community: str | None, **options: Any) -> None:
    """List activities, reviews and openings; with --community that community's own ones too."""
    options["mode"] = options["mode"] and options["mode"].replace("-", "_")
    coach = open_here()
    items = coach.browse(PlaybookQuery.model_validate(options), community)
    lost = coach.patterns(community).findings if community else ()
    lines = [*(_line(item) for item in items), *(f"! {item.message} {item.way_forward}" for item in lost)]
    data = {"entries": [_to_row(item) for item in items], "findings": [item.model_dump(mode="json") for item in lost]}
    output.show(data, "\n".join(lines) or "Nothing in the playbook fits all of that. Leave one of the options out.")


@playbook.command()
@click.argument("entry_id", metavar="ID")
@community_option(required=False)
@json_option
@click.pass_obj
def show(output: Output, entry_id: str, community: str | None) -> None:
    """Show one entry as a whole."""
    item = open_here().entry(entry_id, community)
    output.show({**_to_row(item), "entry": item.entry.model_dump(mode="json"), "text": item.text}, _tell(item))


@playbook.command()
@json_option
@click.pass_obj
def stems(output: Output) -> None:
    """Print ways to begin an outcome, by kind of community."""
    entries = open_here().outcome_stems()
    blocks = ("\n".join([entry.kind, *(f"    {stem} …" for stem in entry.stems)]) for entry in entries)
    output.show({"stems": [entry.model_dump(mode="json") for entry in entries]}, "\n\n".join(blocks))


@playbook.command()
@json_option
@click.pass_obj
def template(output: Output) -> None:
    """Print a short, commented text to start an own activity from."""
    text = open_here().pattern_template()
    output.show({"text": text}, text)


@playbook.command()
@click.argument("path", metavar="FILE", type=click.Path())
@json_option
@click.pass_obj
def check(output: Output, path: str) -> None:
    """Check an own activity (FILE, `-` for standard input), or every YAML file of a folder, one line each."""
    coach = open_here()
    if path != "-" and Path(path).is_dir():
        _check_folder(output, coach, Path(path))
        return
    read = coach.read_pattern(_read(path))
    output.show(_to_checked(read), _describe(read))


@playbook.command()
@click.argument("path", metavar="FILE", type=click.Path())
@community_option()
@click.option("--credit", default="", help="Where the idea comes from.")
@json_option
@click.pass_obj
def add(output: Output, path: str, community: str, credit: str) -> None:
    """Add an own activity (FILE, `-` for standard input) to a community's plans; the same id replaces it."""
    added = open_here().add_pattern(community, _read(path), credit=credit)
    pattern = added.listed.pattern
    what = "in the place of the earlier one" if added.replaced else "new"
    lines = [
        f"{pattern.title} is here ({what}), with the id {pattern.id}.",
        f'`coach plan --community "{community}" --pattern {pattern.id} --outcome "…"` uses it.',
        *(_tell_finding(item) for item in added.findings),
    ]
    data = {
        "id": pattern.id,
        "replaced": added.replaced,
        "added_by": added.listed.added_by,
        "credit": pattern.credit,
        "pattern": pattern.model_dump(mode="json"),
        "findings": [item.model_dump(mode="json") for item in added.findings],
    }
    output.show(data, "\n\n".join(lines))


@playbook.command()
@click.argument("entry_id", metavar="ID")
@community_option()
@json_option
@click.pass_obj
def remove(output: Output, entry_id: str, community: str) -> None:
    """Take an own activity out of a community's plans."""
    gone = open_here().remove_pattern(community, entry_id)
    name = gone.pattern.title if gone else entry_id
    said = f"{name} is no longer used in {community}. Earlier versions do not come back; add its file again to have it."
    output.show({"id": entry_id, "text": gone.text if gone else ""}, said)


# -- reading and checking --------------------------------------------------------------------------
def _read(path: str) -> str:
    if path == "-":
        return sys.stdin.read()
    try:
        with Path(path).open("rb") as file:
            data = file.read(_LARGEST_FILE)
    except OSError as error:
        raise BadRequest(f"{path} cannot be read ({error.strerror or error}).", "Check the path.") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadRequest(f"{path} is not a UTF-8 text file.", "Save it as plain text in UTF-8.") from error


def _check_folder(output: Output, coach: Coach, folder: Path) -> None:
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS and path.is_file())
    if not files:
        raise BadRequest(f"{folder} holds no YAML files.", "Name a file, or a folder with files that end in .yaml.")
    rows = [_check_one(coach, path, path.relative_to(folder).as_posix()) for path in files]
    usable = sum(row["usable"] for row in rows)
    lines = [row["says"] for row in rows]
    lines.append(f"{usable} of {len(rows)} can be used as they are.")
    data = {"ok": usable == len(rows), "usable": usable, "files": [_without(row, "says") for row in rows]}
    output.show(data, "\n".join(lines))


def _check_one(coach: Coach, path: Path, name: str) -> dict[str, Any]:
    try:
        read = coach.read_pattern(_read(str(path)))
    except BadRequest as problem:
        says = f"✗ {name}  {problem.message}"
        return {"file": name, "usable": False, "says": says, "findings": [], "error": problem.message}
    return {"file": name, **_to_checked(read), "says": _summary(name, read)}


def _without(row: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != name}


def _to_checked(read: ReadPattern) -> dict[str, Any]:
    return {
        "usable": read.usable,
        "pattern": read.pattern.model_dump(mode="json") if read.pattern else None,
        "findings": [item.model_dump(mode="json") for item in read.findings],
    }


def _summary(name: str, read: ReadPattern) -> str:
    ordered = sorted(read.findings, key=lambda item: list(Severity).index(item.severity))
    if read.usable and read.pattern is not None:
        count = sum(item.severity is Severity.MEND for item in ordered)
        return f"✓ {name}  {read.pattern.title}" + (f"  ({count} worth mending)" if count else "")
    more = f"  (and {len(ordered) - 1} more)" if len(ordered) > 1 else ""
    return f"✗ {name}  {ordered[0].where}: {ordered[0].message}{more}"


# -- telling ---------------------------------------------------------------------------------------
def _describe(read: ReadPattern) -> str:
    head = "This can be used as it is." if read.usable else "No plan can use this yet."
    if read.usable and any(item.severity is Severity.MEND for item in read.findings):
        head = "This can be used; some of it could be better."
    return "\n\n".join([head, *(_tell_finding(item) for item in read.findings)])


def _tell_finding(item: Finding) -> str:
    lines = [f"{item.check}  {_NAMES[item.severity]}  ({item.where})", item.message, item.why, f"→ {item.way_forward}"]
    lines += item.rewrite.splitlines()
    return "\n    ".join(lines)


def _to_row(item: PlaybookItem) -> dict[str, Any]:
    entry = item.entry
    row: dict[str, Any] = {"kind": item.kind, "id": entry.id, "title": entry.title, "own": item.own}
    for name in ("summary", "families", "levels"):
        value = getattr(entry, name, None)
        row[name] = list(value) if isinstance(value, tuple) else value
    row |= {name: getattr(entry, name).model_dump(mode="json") for name in ("people", "minutes")}
    row |= {"modes": list(entry.modes), "credit": getattr(entry, "credit", ""), "added_by": item.added_by}
    return {**row, "added_at": item.added_at.isoformat() if item.added_at else None}


def _line(item: PlaybookItem) -> str:
    entry = item.entry
    does = ", ".join(getattr(entry, "families", ()))
    mark = "*" if item.own else " "
    own = f"  (added by {item.added_by})" if item.own else ""
    return (
        f"{mark} {item.kind:<8}  {entry.id:<30}  {entry.minutes.min:>3} to {entry.minutes.max:<3} min  "
        f"{entry.people.min} to {entry.people.max} people  {entry.title}{f'  [{does}]' if does else ''}{own}"
    )


def _tell(item: PlaybookItem) -> str:
    entry = item.entry
    facts = [
        f"{entry.minutes.min} to {entry.minutes.max} minutes, best {entry.minutes.best}",
        f"{entry.people.min} to {entry.people.max} people",
        ", ".join(mode.value.replace("_", " ") for mode in entry.modes),
    ]
    blocks = [f"{entry.title}\n{item.kind} {entry.id}", " · ".join(facts)]
    if item.own:
        blocks.append(f"Added by {item.added_by} on {item.added_at:%-d %B %Y}.")
    blocks += list(_sections(entry))
    return "\n\n".join(block for block in blocks if block)


def _sections(entry: Pattern | Protocol | OpeningEntry) -> Iterator[str]:
    yield getattr(entry, "summary", "") or getattr(entry, "prompt", "")
    if isinstance(entry, Pattern):
        yield f"What members do: {entry.what_members_do}\nOn: {entry.real_work}\nIt leaves: {entry.artefact}"
    yield "\n".join(_steps(entry))
    if isinstance(entry, Pattern):
        roles = entry.roles
        yield f"New here: {roles.newcomer}\nCome often: {roles.regular}\nKnow it well: {roles.expert}"
        yield _listed("Have ready", entry.materials)
        yield _listed("It tends to go wrong like this", entry.pitfalls)
        yield _listed("Not when", entry.not_when)
    if isinstance(entry, Protocol):
        yield _listed("Questions", [prompt.text for prompt in entry.prompts])
    yield getattr(entry, "credit", "")


def _steps(entry: Pattern | Protocol | OpeningEntry) -> Iterator[str]:
    for place, step in enumerate(entry.steps, 1):
        yield f"{place}. {step.who}, about {max(1, round(step.share * entry.minutes.best))} min: {step.does}"
        if step.say:
            yield f"   Say: {step.say}"


def _listed(head: str, lines: Iterable[str]) -> str:
    shown = "\n".join(f"- {line}" for line in lines)
    return f"{head}:\n{shown}" if shown else ""
