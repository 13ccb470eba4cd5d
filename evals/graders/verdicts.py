"""What a judge answered, taken apart, and whether the words that it rests on stand anywhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import StrictInt, ValidationError

from coach.drafting.fencing import neutralise
from coach.models.base import Word

LEAST_WORDS = 3
_MARKS = str.maketrans({**dict.fromkeys("“”„‟«»〝〞＂", '"'), **dict.fromkeys("‘’‚‛′`´", "'")})
_ESCAPED = re.compile(r"\\([^\w\s])")
_DECODER = json.JSONDecoder()
_T = TypeVar("_T", bound=Word)


class Verdict(Word):
    """One judge's answer on one criterion."""

    reason: str
    """Why."""
    quote: str
    """The words that it rests on; empty when something is missing."""
    grade: StrictInt
    """What it gave, in range or not."""


class Choice(Word):
    """One judge's answer on two suggestions."""

    reason: str
    """Why."""
    better: str
    """`first`, `second` or `same`."""


def parse_verdict(text: str) -> Verdict | None:
    """Return the verdict in an answer; None when there is none that can be read."""
    return _read(Verdict, text)


def parse_choice(text: str) -> Choice | None:
    """Return the choice in an answer; None when there is none that can be read."""
    choice = _read(Choice, text)
    return choice if choice is not None and choice.better in {"first", "second", "same"} else None


def stands_in(quote: str, texts: Iterable[str]) -> bool:
    """Say whether a quote of three words or more stands in one of the texts, whatever its white space and marks.

    A text that is shorter than that may be quoted whole.
    """
    wanted = _flatten(quote).strip("\"' ")
    return any(_holds(_flatten(text), wanted) for text in texts)


def _holds(text: str, wanted: str) -> bool:
    is_long_enough = len(wanted.split()) >= LEAST_WORDS or wanted == text.strip("\"' ")
    return bool(wanted) and is_long_enough and wanted in text


def _flatten(text: str) -> str:
    # The judge saw the text with its fences made harmless, and may leave out the backslashes of Markdown.
    plain = _ESCAPED.sub(r"\1", neutralise(text)).translate(_MARKS)
    return " ".join(plain.split())


def _read(kind: type[_T], text: str) -> _T | None:
    for place in (match.start() for match in re.finditer(r"{", text)):
        found = _decode(text, place)
        if isinstance(found, dict):
            try:
                return kind.model_validate({key: found[key] for key in kind.model_fields if key in found})
            except ValidationError:
                return None
    return None


def _decode(text: str, place: int) -> Any:
    try:
        return _DECODER.raw_decode(text, place)[0]
    except json.JSONDecodeError:
        return None
