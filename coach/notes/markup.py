"""Where a note's markup stands, as copies of the text of equal length, so that every offset stays true."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from coach.models import NoteFormat

from .front_matter import read_front_matter

FILL = "\x01"
"""Stands where markup stood: neither a letter nor white space, so nothing is ever cut inside it."""

_BLOCK_TAGS = (
    r"p|h[1-6]|li|ul|ol|dl|dt|dd|tr|td|th|table|thead|tbody|div|blockquote|pre|section|article|header|footer|nav|main"
    r"|aside|figure|figcaption|details|summary|hr|br|body|center|form"
)
_INLINE_TAGS = (
    r"a|abbr|b|big|button|caption|cite|code|col|colgroup|del|em|font|head|html|i|iframe|img|input|ins|kbd|label|link"
    r"|mark|meta|q|s|small|source|span|strike|strong|sub|sup|tfoot|time|title|tt|u|var|video"
)
_NO_TEXT = ("script", "style", "head", "template", "svg")
_ANY_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]{0,4000}|[!?][^<>]{0,4000})>")
# Markdown writes `<name>` and `List<String>` as plain words, and links as `<https://…>`.
_KNOWN_TAG = re.compile(
    rf"</?(?:{_BLOCK_TAGS}|{_INLINE_TAGS})(?=[\s/>])[^<>]{{0,4000}}>|<(?:https?://|mailto:)[^<>\s]{{0,4000}}>", re.I
)
_BLOCK_TAG = re.compile(rf"<(?P<closing>/?)(?P<name>{_BLOCK_TAGS})(?=[\s/>])", re.I)
_TAG_FOLLOWS = re.compile(r"\s*(?:<|\Z)")


@dataclass(frozen=True)
class TagStart:
    """A place in the text where a block of HTML begins."""

    start: int
    """Where it is."""
    name: str
    """The tag that opens there; empty for text that follows a closing tag."""


@dataclass(frozen=True)
class Layers:
    """One text, three times: as it is, with its markup filled, and with nothing but its words."""

    text: str
    """The note's text, verbatim."""
    format: NoteFormat
    """How it is written."""
    body_start: int
    """Where the note begins after its front matter."""
    open: str
    """The text with comments, scripts, styles and heads filled."""
    solid: str
    """The same with tags filled too."""
    tag_starts: tuple[TagStart, ...]
    """Where blocks of HTML begin, by place."""

    def words_between(self, start: int, end: int) -> list[str]:
        """Return the words of a stretch without its tags."""
        return self.solid[start:end].replace(FILL, " ").split()


def read_layers(text: str, format: NoteFormat) -> Layers:
    """Find a note's front matter, comments and tags."""
    body_start = read_front_matter(text).end
    if format is NoteFormat.TEXT:
        return Layers(text, format, body_start, text, text, ())
    open_text = _fill(text, sorted(_find_silent(text, body_start)))
    tags = list(tag_pattern(format).finditer(open_text, body_start))
    solid = _fill(open_text, [tag.span() for tag in tags])
    return Layers(text, format, body_start, open_text, solid, tuple(_find_tag_starts(open_text, tags)))


def tag_pattern(format: NoteFormat) -> re.Pattern[str]:
    """Return what counts as a tag: anything in HTML, the tags we know in Markdown."""
    return _ANY_TAG if format is NoteFormat.HTML else _KNOWN_TAG


def _fill(text: str, spans: Iterable[tuple[int, int]]) -> str:
    pieces, position = [], 0
    for start, end in spans:
        if end <= position:
            continue
        start = max(start, position)
        pieces += [text[position:start], FILL * (end - start)]
        position = end
    return "".join([*pieces, text[position:]])


def _find_silent(text: str, position: int) -> Iterable[tuple[int, int]]:
    """Yield what a reader never sees: comments, and elements that hold no text."""
    yield from _between(text, position, re.compile("<!--"), re.compile("-->"))
    for name in _NO_TEXT:
        opening = re.compile(rf"<{name}(?=[\s>])", re.I)
        yield from _between(text, position, opening, re.compile(rf"</{name}\s{{0,10}}>", re.I))


def _between(text: str, position: int, opening: re.Pattern[str], closing: re.Pattern[str]) -> Iterable[tuple[int, int]]:
    while (begin := opening.search(text, position)) is not None:
        finish = closing.search(text, begin.end())
        # What never closes is text; looking on would read the rest again for every opening.
        if finish is None:
            return
        yield begin.start(), finish.end()
        position = finish.end()


def _find_tag_starts(text: str, tags: Iterable[re.Match[str]]) -> Iterable[TagStart]:
    for tag in tags:
        block = _BLOCK_TAG.match(text, tag.start())
        if block is None:
            continue
        if not block["closing"] and block["name"].lower() not in {"br", "hr"}:
            yield TagStart(tag.start(), block["name"].lower())
        elif _TAG_FOLLOWS.match(text, tag.end()) is None:
            yield TagStart(tag.end(), "")
