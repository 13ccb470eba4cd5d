"""Varying: another message, another seed and what was said before give another wording; the same give the same."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def pick(options: Sequence[T], key: str, seed: int = 0) -> T:
    """Return one of the options: the same for the same key and seed."""
    return options[(zlib.crc32(key.encode()) + seed) % len(options)]


def order(options: Sequence[T], key: str, seed: int = 0) -> list[T]:
    """Return all options, beginning with the one that `pick` returns."""
    first = (zlib.crc32(key.encode()) + seed) % len(options) if options else 0
    return [*options[first:], *options[:first]]
