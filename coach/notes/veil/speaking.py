"""How notes show that a word is somebody's name: who speaks, who was there, whose handle it is. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .words import NAMES_NOBODY

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚΑ-ΩА-Я"
_WORD = rf"[{_UP}][^\W\d_]+(?:['’-][^\W\d_]+)*"
_SMALL = r"(?:(?:van|von|der|den|de|del|da|dos|la|le|el|al|bin|ibn)[ \t]){0,2}"
_NAME = rf"{_WORD}(?:[ \t]{_SMALL}(?:[{_UP}]\.[ \t])?{_WORD}){{0,2}}"
_BULLET = r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+"
_LEAD = rf"^[ \t>]*(?:{_BULLET})?(?:\[[ xX]?\][ \t]+)?(?:\*\*|__|\*|_)?"
_ASIDE = r"(?:[ \t]?\([^()\n]{1,30}\))?"
_SAYS = (
    "said|says|saying|thinks|thought|asks|asked|wants|wanted|told|wrote|suggested|suggests|mentioned|mentions|explained"
    "|explains|agreed|agrees|disagreed|disagrees|noted|wondered|wonders|offered|offers|replied|apologised|apologized"
    "|pointed out|brought|showed|shared|presented|volunteered|proposed|proposes|reminded|laughed|insisted|doesn['’]t"
    "|didn['’]t|hosted|facilitated|will follow up|raised"
)
_ROLES = (
    "author|host|hosting|facilitator|chair|notes? ?(?:taker|by)?|minutes(?: by)?|scribe|moderator|presenter|speaker"
    "|timekeeper"
)
_PLACES = (
    "attend(?:ees|ance|ing)|present|participants?|apologies|apols|regrets|in the room|on the call|who (?:is|was) here"
    "|here|room|call|not here|absent|observers?"
)
_SIGNS = (
    ("tag", re.compile(rf"{_LEAD}({_NAME}){_ASIDE}(?:\*\*|__|\*|_)?[ \t]?:(?:\*\*|__)?[ \t]+(?=\S)", re.M)),
    ("said", re.compile(rf"\b({_NAME}){_ASIDE}[ \t](?:(?:also|then|just)[ \t])?(?:{_SAYS})\b")),
    ("voice", re.compile(r"<v(?:\.[\w.-]+)?[ \t]+([^<>\n]{2,40})>")),
    ("handle", re.compile(rf"({_NAME})[ \t]*(?:[/–-][ \t]*|[(\[][ \t]*)\[?@[\w-]{{2,}}")),
    ("handle", re.compile(rf"@[\w-]{{2,}}\]?(?:\([^()\s]*\))?[ \t]*\(({_NAME})\)")),
)
_ROLE = re.compile(
    rf"^[\W_]{{0,8}}(?i:{_ROLES})s?(?:\*\*|__)?[ \t]?:(?:\*\*|__)?[ \t]*"
    rf"({_NAME}(?:[ \t]?(?:,|&|\+|and)[ \t]?{_NAME})*)",
    re.M,
)
_PEOPLE = re.compile(
    rf"^[ \t>#*_+-]{{0,12}}(?:\d+[.)] )?(?:{_PLACES}){_ASIDE}[*_]{{0,3}}[ \t]?(?::|$|(?=[ \t]))[*_]{{0,3}}"
    r"(?P<rest>[^\n]*)$",
    re.I | re.M,
)
_ITEM = re.compile(
    rf"{_BULLET}(?:\[[ xX]?\][ \t]+)?(?:\*\*|__)?({_NAME})(?:\*\*|__)?(?=[ \t]*(?:$|[^\w \t]|[\d@]))", re.M
)
"""A name in a list; a line that goes on in words is a sentence, not a person."""
_IS_BULLET = re.compile(_BULLET)
_SPLITS = re.compile(r"[,;&+]|\band\b|\(|\)|\.")
_ONLY_NAME = re.compile(rf"\s*({_NAME})\s*\Z")
_OWNS = re.compile(r"['’]s\Z")
_LONGEST_LIST, _MOST_LISTED = 8_000, 80


def meet(text: str) -> Iterator[tuple[str, str]]:
    """Yield how a name is met, and the name: `tag`, `said`, `voice`, `handle`, `role` or `listed`."""
    for sign, name in _meet(text):
        words = _OWNS.sub("", name).split()
        while words and words[0].casefold() in NAMES_NOBODY:
            words = words[1:]
        yield sign, " ".join(words)


def _meet(text: str) -> Iterator[tuple[str, str]]:
    for sign, pattern in _SIGNS:
        for match in pattern.finditer(text):
            yield sign, match[1]
    for match in _ROLE.finditer(text):
        for name in re.findall(_NAME, match[1]):
            yield "role", name
    for match in _PEOPLE.finditer(text):
        rest = match["rest"].strip(" \t:*_")
        for name in _beside(rest) if rest else _below(text, match.end()):
            yield "listed", name


def _beside(rest: str) -> Iterator[str]:
    for piece in _SPLITS.split(rest):
        if only := _ONLY_NAME.match(piece):
            yield only[1]


def _below(text: str, start: int) -> Iterator[str]:
    begun = False
    for line in text[start : start + _LONGEST_LIST].split("\n")[1:_MOST_LISTED]:
        if _IS_BULLET.match(line):
            begun = True
            yield from _ITEM.findall(line)
        elif line.strip() and (begun or line.lstrip().startswith("#")):
            return
