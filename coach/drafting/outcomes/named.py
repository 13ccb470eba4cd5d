"""The doings that people named themselves, in their own verb and object."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from coach.playbook import Lexicon

from .frames import Hit, find_hits
from .material import Line
from .phrases import Doing, read_doing
from .vocabulary import Vocabulary

_MAY_NAME = re.compile(
    r"\b(?:how|hard|harder|difficult\w*|tricky|challeng\w+|easy|struggl\w+|unable|able|nervous|unsure|ways?|want|wants"
    r"|wanted|like|love|hope|wish|need|should|whether|trouble|better|good|comfortable|confiden\w+|practi[sc]\w+|skills?"
    r"|tips|advice|guidance|importance|know|knows|unclear|decid\w+|training)\b",
    re.IGNORECASE,
)
_BILLBOARD = re.compile(
    r"\b(?:please|sign up|register|click|apply (?:by|now|here)|we(?:'re| are) (?:pleased|excited|delighted|looking for)"
    r"|read (?:more|about)|find out|learn more|in this (?:post|blog|section)|if you(?:'d| would)? (?:like|want)"
    r"|let us know"
    r"|contact|folks|thank|thanks|announc\w+|attend our|join us|action item|ai:|todo|assigned)\b",
    re.IGNORECASE,
)


_LONGEST = 26


@dataclass(frozen=True)
class Named:
    """A doing with the sentence in which somebody named it."""

    doing: Doing
    """The doing."""
    hit: Hit
    """How it was named."""
    line: Line
    """Where."""


def find_named(lines: Iterable[Line], lexicon: Lexicon, vocabulary: Vocabulary) -> list[Named]:
    """Return the doings that these sentences name, each once, in their order."""
    found: dict[str, Named] = {}
    for line in lines:
        said = line.text.replace("’", "'")
        if not _MAY_NAME.search(said) or _BILLBOARD.search(said) or len(said.split()) > _LONGEST:
            continue
        for hit in find_hits(said):
            doing = read_doing(hit, lexicon, vocabulary)
            if doing is not None:
                found.setdefault(doing.text.lower(), Named(doing, hit, line))
    return list(found.values())
