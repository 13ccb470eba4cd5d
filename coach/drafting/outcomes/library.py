"""The doings that communities of practice struggle with again and again, read from doings.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from .shapes import Shape


class CommonDoing(BaseModel):
    """A doing, how people speak of it, and what would be noticed."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    do: str
    """Verb, object and situation, with slots: `welcome somebody at their first {meeting}`."""
    heard: tuple[str, ...]
    """What sentences that speak of it say, in other words."""
    sign: str
    """What people would notice in the work, as it follows "We'd notice it because"."""
    shape: Shape
    """Which ways in fit."""
    only: tuple[str, ...] = ()
    """The words for {work} that it makes sense with; any when empty."""


@lru_cache(maxsize=1)
def read_common_doings() -> Sequence[CommonDoing]:
    """Return the doings in the order of the file."""
    text = files(__package__).joinpath("doings.yaml").read_text(encoding="utf-8")
    return TypeAdapter(tuple[CommonDoing, ...]).validate_python(yaml.safe_load(text))
