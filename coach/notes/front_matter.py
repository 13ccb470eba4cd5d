"""The block between two `---` lines at the top of a note, read tolerantly and never executed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

_OPENING = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_CLOSING = re.compile(r"(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
_PAIR = re.compile(r"([A-Za-z][\w -]{0,60}?)[ \t]*:(?:[ \t]+(.*?))?[ \t]*\Z")
_INNER = re.compile(r"[ \t]|#|-(?:\s|\Z)|[\])}]")
_MOST_CHARACTERS = 20_000


@dataclass(frozen=True)
class FrontMatter:
    """What stands between the two lines, and where the note itself begins."""

    end: int = 0
    """Where the note's own text begins, in characters; 0 when there is no front matter."""
    values: Mapping[str, object] = field(default_factory=dict)
    """Its values by key, every scalar as the text that was written."""


def read_front_matter(text: str) -> FrontMatter:
    """Return a note's front matter; an empty one when it has none.

    Broken YAML still gives the lines that read `key: value`. A note that merely begins with a rule keeps its text.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatter()
    closing = _find_closing(text, opening.end())
    if closing is None:
        return FrontMatter()
    block = text[opening.end() : closing.start()]
    values = _parse(block)
    if values is None:
        return FrontMatter()
    return FrontMatter(closing.end(), values)


def _find_closing(text: str, start: int) -> re.Match[str] | None:
    position = start
    while position < min(len(text), start + _MOST_CHARACTERS):
        closing = _CLOSING.match(text, position)
        if closing is not None:
            return closing
        line = _LINE.match(text, position)
        position = line.end() if line is not None and line.end() > position else len(text)
    return None


def _parse(block: str) -> Mapping[str, object] | None:
    try:
        # BaseLoader builds nothing but text, lists and mappings: a date stays as it was written, even 30 February.
        loaded = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        return _read_pairs(block)
    if isinstance(loaded, dict):
        return {str(key): value for key, value in loaded.items()}
    return {} if not block.strip() else None


def _read_pairs(block: str) -> Mapping[str, object] | None:
    """Read the lines that say `key: value`; nothing when most lines are something else."""
    lines = [line for line in re.split(r"\r\n|\n|\r", block) if line.strip()]
    pairs = [match for line in lines if (match := _PAIR.match(line))]
    inner = sum(1 for line in lines if _INNER.match(line))
    if not pairs or (len(pairs) + inner) * 10 < len(lines) * 7:
        return None
    return {match[1]: _unquote(match[2] or "") for match in pairs}


def _unquote(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] in "'\"" and value[-1] == value[0]:
        return value[1:-1]
    return value
