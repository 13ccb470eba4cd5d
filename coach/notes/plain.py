"""A note's words without its markup: for searching and embedding, never for quoting.

Dropped as well: template filler that nobody filled in. Addresses shrink to their host.
"""

from __future__ import annotations

import html
import re

from coach.models import NoteFormat

from .markup import FILL, tag_pattern

_TEMPLATE_TAG = re.compile(r"\{\{[^{}]{0,400}\}\}|\{%[^{}%]{0,400}%\}|\{:[^{}]{0,200}\}")
_LINK_TOKEN = re.compile(
    r"(?P<open>!?\[)"
    r"|(?P<close>\]\((?>[^()\s]|\([^()\s]{0,500}\)){0,2000}+(?:\s{1,5}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\s{0,5}\))"
    r"|(?P<reference>\]\[[^\[\]\n]{0,200}\])"
    r"|(?P<bare>\])"
)
_ADDRESS = re.compile(r"<?\b(?:https?://|mailto:|www\.)(?P<host>[^\s/<>()\[\]\"'`]{1,200})[^\s<>()\[\]\"'`]*>?", re.I)
_BREAKING_TAG = re.compile(
    r"<(?P<item>li)\b[^<>]{0,4000}>|</?(?:p|h[1-6]|ul|ol|dl|dt|dd|tr|td|th|table|thead|tbody|div|blockquote|pre|br|hr"
    r"|section|article|header|footer|nav|main|aside|figure|figcaption|details|summary|body|title)(?=[\s/>])[^<>]{0,4000}>",
    re.I,
)
_MARK = re.compile(
    r"\\(?P<kept>[!-/:-@\[-`{-~])"  # an escaped sign is that sign
    r"|\\(?=\s|\Z)"  # a backslash that breaks a line
    r"|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~|`+"
    r"|(?<![\w:]):[a-z][a-z0-9_+-]{1,30}:(?![\w:])"  # an emoji's short name
)
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_DEFINITION = re.compile(r"\s{0,3}\[[^\[\]\n]{1,200}\]:\s")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,400}\Z|[\s|:+=-]{0,400}\Z|\s*(?:`{3,}|~{3,})[^`]{0,60}\Z")
_QUOTED = re.compile(r"\A(?:\s{0,8}>){1,10}\s?")
_HASHES = re.compile(r"\A#{1,6}(?: |\Z)| #{1,10}\Z")
_BULLET = re.compile(r"\s*(?:[-*+\u2022\u25cf\u25e6\u2023]|\d{1,3}[.)])(?:\s+|\Z)(?:\[[ xX]?\](?:\s+|\Z))?")
_PLACEHOLDER = re.compile(r"[\[<](?:your|add|insert|enter)\b[^\[\]<>\n]{0,60}[\]>]", re.I)
_SIGN_IN = re.compile(
    r"\W{0,6}(?:your |add your |full )?name\s*[/|,]\s*(?:github|git hub|handle|user ?name|affiliation|e-?mail)"
    r"[\w\s/|,()-]{0,60}\Z",
    re.I,
)
_HAS_WORD = re.compile(r"\w")


def to_plain(raw: str, format: NoteFormat) -> str:
    """Return the words of a stretch of a note on one line, without its markup.

    Args:
        raw: The stretch, with what no reader sees (comments, scripts) already filled.
        format: How it is written.
    """
    text = raw.replace(FILL, "")
    if format is not NoteFormat.TEXT:
        text = _TEMPLATE_TAG.sub("", text)
        text = _unlink(text) if format is NoteFormat.MARKDOWN else text
    text = _ADDRESS.sub(lambda match: match["host"].rstrip(".,;:"), text)
    text = _strip_marks(text, format)
    lines = (_plain_line(line, format) for line in text.splitlines())
    return " ".join(line for line in lines if line)


def clean_heading(raw: str, format: NoteFormat) -> str:
    """Return a heading's words, without the signs that make it one."""
    plain = to_plain(raw, format)
    return plain.strip("#=*_~ \t").removesuffix(":").strip()[:200]


def _strip_marks(text: str, format: NoteFormat) -> str:
    if format is NoteFormat.TEXT:
        return _INVISIBLE.sub("", text)
    text = _BREAKING_TAG.sub(lambda match: "\n- " if match["item"] else "\n", text)
    text = tag_pattern(format).sub("", text)
    if format is NoteFormat.MARKDOWN:
        text = "\n".join(line for line in text.split("\n") if not _DEFINITION.match(line))
        text = _MARK.sub(lambda match: match["kept"] or "", text)
    return _INVISIBLE.sub("", html.unescape(text))


def _plain_line(line: str, format: NoteFormat) -> str:
    line = " ".join(line.split())
    if format is not NoteFormat.HTML:
        if _RULE.match(line):
            return ""
        line = _HASHES.sub("", _QUOTED.sub("", line, count=1))
    bullet = _BULLET.match(line)
    words = _PLACEHOLDER.sub("", line[bullet.end() :] if bullet else line).strip()
    if not _HAS_WORD.search(words) or _SIGN_IN.match(words):
        return ""
    return f"- {words}" if bullet else words


def _unlink(text: str) -> str:
    """Keep the text of links and drop their targets; drop images whole. One pass, whatever the brackets."""
    pieces: list[str] = []
    openings: list[int] = []
    position = 0
    for token in _LINK_TOKEN.finditer(text):
        pieces.append(text[position : token.start()])
        position = token.end()
        if token["open"]:
            openings.append(len(pieces))
            pieces.append(token.group())
        else:
            _close_link(pieces, openings, token)
    return "".join([*pieces, text[position:]])


def _close_link(pieces: list[str], openings: list[int], token: re.Match[str]) -> None:
    opening = openings.pop() if openings else None
    if token["bare"]:
        pieces.append("]")
    elif opening is None:
        # The link's beginning stands in the chunk before; its target is markup all the same.
        pieces.append("" if token["close"] else token.group())
    elif pieces[opening] == "![":
        del pieces[opening:]
    else:
        pieces[opening] = ""
