"""Reads the playbook's YAML, once, and says in plain words what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from coach.errors import PlaybookProblem
from coach.models import StemEntry, VerbFamily

from .lexicon import Lexicon
from .schema import LessonEntry, LetterEntry, Pattern, Protocol, SeriesEntry, SessionTexts, VagueVerb, VerbEntry

E = TypeVar("E", bound=BaseModel)
_SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader, in C where it was built: six times as fast."""


@dataclass(frozen=True)
class Playbook:
    """The craft library."""

    patterns: tuple[Pattern, ...]
    """Activity patterns, by id."""
    protocols: tuple[Protocol, ...]
    """Review protocols, by id."""
    session: SessionTexts
    """The sentences around the activities."""
    lessons: tuple[LessonEntry, ...]
    """What the host does because of how people met before."""
    series: tuple[SeriesEntry, ...]
    """What the sessions of a series are for, in order."""
    letters: tuple[LetterEntry, ...]
    """The letters around a session, in the order in which they are sent."""
    stems: tuple[StemEntry, ...]
    """Ways to begin an outcome, by kind of community."""
    signs: Mapping[VerbFamily, tuple[str, ...]]
    """What people would notice in the work, by kind of doing."""
    lexicon: Lexicon
    """The verbs."""


@cache
def load_playbook() -> Playbook:
    """Return the playbook that comes with the product; read once.

    Raises:
        PlaybookProblem: A file does not hold together; names the file and the field.
    """
    return read_playbook(resources.files("coach.playbook"))


def read_playbook(folder: Traversable) -> Playbook:
    """Read a playbook from a folder of YAML files.

    Args:
        folder: Holds `patterns/`, `protocols/` and `session.yaml`, `lessons.yaml`, `series.yaml`,
            `letters.yaml`, `verbs.yaml`, `vague.yaml`, `synonyms.yaml`; a `Path` will do.

    Raises:
        PlaybookProblem: A file does not hold together; names the file and the field.
    """
    return Playbook(
        patterns=read_entries(folder / "patterns", Pattern),
        protocols=read_entries(folder / "protocols", Protocol),
        session=_parse(_read_yaml(folder / "session.yaml"), SessionTexts, "session.yaml"),
        lessons=_read_rows(folder / "lessons.yaml", LessonEntry),
        series=_read_rows(folder / "series.yaml", SeriesEntry),
        stems=_read_rows(folder / "stems.yaml", StemEntry),
        signs=_read_signs(folder / "signs.yaml"),
        letters=_read_rows(folder / "letters.yaml", LetterEntry),
        lexicon=_read_lexicon(folder),
    )


def read_entries(folder: Traversable, kind: type[E]) -> tuple[E, ...]:
    """Return the entries of a folder, one a file that bears its id, by id.

    Raises:
        PlaybookProblem: The folder is missing, or a file does not hold together.
    """
    try:
        files = sorted((item for item in folder.iterdir() if item.name.endswith(".yaml")), key=lambda item: item.name)
    except OSError as problem:
        raise PlaybookProblem(f"The playbook folder {folder.name} is missing.") from problem
    return tuple(_read_entry(item, kind, f"{folder.name}/{item.name}") for item in files)


def read_file(item: Traversable, kind: type[E]) -> E:
    """Return one file of the playbook.

    Raises:
        PlaybookProblem: It is missing or does not hold together.
    """
    return _parse(_read_yaml(item), kind, item.name)


def _read_entry(item: Traversable, kind: type[E], name: str) -> E:
    entry = _parse(_read_yaml(item), kind, name)
    if getattr(entry, "id", "") != item.name.removesuffix(".yaml"):
        raise PlaybookProblem(f"In the playbook file {name}, `id` is not the file's name.")
    return entry


def _read_lexicon(folder: Traversable) -> Lexicon:
    rows = _read_rows(folder / "verbs.yaml", VerbEntry)
    usual = [row for row in rows if not row.objects]
    senses: dict[str, tuple[VerbEntry, ...]] = {}
    for row in rows:
        if row.objects:
            senses[row.verb] = (*senses.get(row.verb, ()), row)
    vague = _read_rows(folder / "vague.yaml", VagueVerb)
    return Lexicon(
        verbs=_by_verb(((row.verb, row) for row in usual), "verbs.yaml"),
        vague=_by_verb(((row.verb, row) for row in vague), "vague.yaml"),
        senses=senses,
        kindred=_read_kindred(folder / "synonyms.yaml"),
    )


def _read_kindred(item: Traversable) -> tuple[frozenset[str], ...]:
    raw = _read_yaml(item)
    try:
        rows = TypeAdapter(tuple[tuple[str, ...], ...]).validate_python(raw)
    except ValidationError as problem:
        raise _to_problem(problem, item.name) from problem
    return tuple(frozenset(row) for row in rows)


def _read_rows(item: Traversable, kind: type[E]) -> tuple[E, ...]:
    raw = _read_yaml(item)
    try:
        return TypeAdapter(tuple[kind, ...]).validate_python(raw)  # type: ignore[valid-type]
    except ValidationError as problem:
        raise _to_problem(problem, item.name) from problem


def _read_signs(item: Traversable) -> Mapping[VerbFamily, tuple[str, ...]]:
    try:
        signs = TypeAdapter(dict[VerbFamily, tuple[str, ...]]).validate_python(_read_yaml(item))
    except ValidationError as problem:
        raise _to_problem(problem, item.name) from problem
    missing = [family.value for family in VerbFamily if not signs.get(family)]
    if missing:
        raise PlaybookProblem(f"The playbook file {item.name} has no signs for {', '.join(missing)}.")
    return signs


def _by_verb(rows: Iterable[tuple[str, E]], name: str) -> Mapping[str, E]:
    found: dict[str, E] = {}
    for verb, row in rows:
        if verb in found:
            raise PlaybookProblem(f"The playbook file {name} has the verb “{verb}” twice.")
        found[verb] = row
    return found


def _read_yaml(item: Traversable) -> Any:
    try:
        return yaml.load(item.read_text(encoding="utf-8"), Loader=_SAFE)  # both loaders are the safe one
    except OSError as problem:
        raise PlaybookProblem(f"The playbook file {item.name} is missing or cannot be read.") from problem
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        place = f" near line {mark.line + 1}" if mark is not None else ""
        raise PlaybookProblem(f"The playbook file {item.name} is not readable YAML{place}.") from problem


def _parse(raw: Any, kind: type[E], name: str) -> E:
    try:
        return kind.model_validate(raw)
    except ValidationError as problem:
        raise _to_problem(problem, name) from problem


def _to_problem(problem: ValidationError, name: str) -> PlaybookProblem:
    first = problem.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    says = first["msg"].removeprefix("Value error, ")
    where = f"`{place}`: " if place else ""
    return PlaybookProblem(f"The playbook file {name} does not hold together: {where}{says}.")
