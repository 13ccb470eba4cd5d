"""The doings that communities of practice wish for again and again, read from the folder `doings`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from .listening_for import Words, read_words
from .shapes import Shape, to_ways_in

_SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_GROUPS = "_groups.yaml"


class CommonDoing(BaseModel):
    """A doing, how people speak of it, and what would be noticed."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    do: str
    """Verb, object and situation, with slots: `welcome somebody at their first {meeting}`."""
    about: tuple[str, ...]
    """Groups of words; a sentence speaks of the doing only when it has one of each group."""
    heard: tuple[str, ...]
    """What sentences that speak of it say, in other words."""
    sign: str
    """What people would notice in the work, as it follows "We'd notice it because"."""
    shape: Shape
    """Which ways in fit."""
    ways: tuple[str, ...] = ()
    """Its own ways in, for newcomer, regular and expert, where the general ones do not fit."""
    only: tuple[str, ...] = ()
    """The words for {work} that it makes sense with; any when empty."""
    when: str = ""
    """In which situation, where the notes name none."""

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """Return the groups of words, ready to look for."""
        named = _read_groups()
        return tuple(read_words(" ".join(named.get(word, word) for word in group.split())) for group in self.about)

    @property
    def ways_in(self) -> dict[str, str]:
        """Return a way in for `newcomer`, `regular` and `expert`."""
        return to_ways_in(self.shape, self.ways)


@lru_cache(maxsize=1)
def read_common_doings() -> Sequence[CommonDoing]:
    """Return the doings in the order of the files."""
    rows = [row for file in _doing_files() for row in _load(file)]
    return TypeAdapter(tuple[CommonDoing, ...]).validate_python(rows)


@lru_cache(maxsize=1)
def _read_groups() -> Mapping[str, str]:
    return TypeAdapter(dict[str, str]).validate_python(_load(_folder() / _GROUPS))


def _doing_files() -> Iterator[Traversable]:
    found = (item for item in _folder().iterdir() if item.name.endswith(".yaml") and item.name != _GROUPS)
    yield from sorted(found, key=lambda item: item.name)


def _folder() -> Traversable:
    return files(__package__) / "doings"


def _load(file: Traversable) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_SAFE)  # both loaders are the safe one
