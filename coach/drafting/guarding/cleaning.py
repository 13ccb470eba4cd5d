"""Making a string that a model wrote harmless to look at: no markup, nothing that calls out, nothing that hides.

Ordinary text comes through as it is; cleaning what is clean changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from .addresses import has_scheme, is_address
from .looking import INVISIBLE

MOST = 2000
"""The longest string that is let through unless a field says otherwise, in characters."""

_GONE = "\x00"
"""Stands for a moment where something was taken out, so that the space around it can be closed."""
_ROUNDS = 8
"""Taking one thing out can bring another to light; it is looked again until nothing changes."""

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[|\]\]>|<\?.*?(?:\?>|\Z)", re.DOTALL)
_WITH_CONTENT = re.compile(
    r"<(script|style|template|iframe|object|embed|noscript|svg|math|head)\b.*?(?:</\1\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-zA-Z][\w:.-]*(?:[\s/][^<>]*)?>|<![a-zA-Z][^<>]*>")
_OPEN_TAG = re.compile(
    r"<[a-zA-Z][\w:-]*\s[^<>]*=[^<>]*\Z|<(?:img|a|svg|script|iframe|link|meta|style|form|input)\b[^<>]*\Z", re.I
)
_PLACEHOLDER = re.compile(r"<([a-z][a-z0-9 _-]{0,30})>")
_ELEMENTS = frozenset(
    "a abbr address area article aside audio b base bdi bdo big blink blockquote body br button canvas caption "
    "center cite code"
    " col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure "
    "font footer form"
    " frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li "
    "link main map mark"
    " marquee math menu meta meter nav noscript object ol optgroup option output p param picture pre progress q "
    "rp rt ruby s samp"
    " script search section select slot small source span strike strong style sub summary sup svg table tbody td "
    "template"
    " textarea tfoot th thead time title tr track tt u ul var video wbr system assistant user instructions".split()
)
_IMAGE = re.compile(r"!\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\((?:[^()]|\([^()]*\))*\)?|\s?\[[^\[\]]*\])|!\[\[[^\[\]]*\]\]")
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\((?:[^()]|\([^()]*\))*\)|\((?:https?:|www\.|//)\S*)")
_REFERENCE = re.compile(r"\[([^\[\]]+)\]\s?\[(?!S\d)[^\[\]]*\](?<!\[x\])")
_DEFINITION = re.compile(r"^[ \t]{0,3}\[[^\]\n]+\]:[ \t]*\S[^\n]*$", re.MULTILINE)
_WIKI = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_FENCE = re.compile(r"^[ \t]*(?:`{3,}|~{3,})[^\n`]*$|`{3,}|~{3,}", re.MULTILINE)
_BOLD = re.compile(r"\*\*(?=\S)([^*]+?)(?<=\S)\*\*")
_CSS = re.compile(r"\burl\s*\([^()]*\)?|@import\b[^;\n]*;?|\bexpression\s*\([^()]*\)", re.IGNORECASE)
_LEAD = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|[-*+•‣▪][ \t]+|>[ \t]*)+", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:[-*_=][ \t]*){3,}$", re.MULTILINE)
_DEFANGED = re.compile(
    r"[\w-]+(?:\s?[\[({]\s?(?:\.|dot|punkt|point)\s?[\])}]\s?[\w-]+)+(?:[:/]\S*)?"
    r"|\b[\w-]+(?:\s+(?:dot|\.)\s+[\w-]+)*\s+(?:dot|\.)\s+(?:com|org|net|io|example|test|info|co|dev|app|ru"
    r"|xyz)\b(?:\s*(?:/|slash)\s*\S+)?"
    r"|\b[\w.+-]+\s*[\[({]\s?(?:at|@)\s?[\])}]\s*[\w.-]+|\bh\s?t\s?t\s?p\s?s?\s?:\s?/\s?/\s?\S+",
    re.IGNORECASE,
)
_LABEL_FOLLOWS = re.compile(r"[.,…]?\s*[(\[]\s*S\d+[^()\[\]]*[)\]]?")
_WORD = re.compile(r"\S+")
_PIECE = re.compile(r"[^\s,;|<>\"“”«»()\[\]{}=*`]+")
_TRAILING = ".,;:!?…'’\"”)]}>*_"


def clean(text: str, most: int = MOST) -> str:
    """Return a string of a model's as a person may see it: plain, on one line, without addresses.

    Args:
        text: What the model wrote.
        most: The longest that it may be, in characters; the rest is cut off at a word.
    """
    # A flood is cut before it is looked at, so that its length costs nothing.
    now = text[: most * 4 + 1000]
    for _ in range(_ROUNDS):
        before, now = now, _shorten(_clean_once(now), most)
        if now == before:
            break
    return now


def _clean_once(text: str) -> str:
    plain = _without_markup(_visible(text))
    plain = _without_addresses(plain)
    return _close_gaps(plain)


def _visible(text: str) -> str:
    text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    text = INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\u2028", "\n").replace("\u2029", "\n"))
    kept = (sign if sign == "\n" or not unicodedata.category(sign).startswith("C") else _blank(sign) for sign in text)
    return "".join(kept)


def _blank(sign: str) -> str:
    return " " if sign in "\t\r\v\f\x85" else ""


def _without_markup(text: str) -> str:
    text = _WITH_CONTENT.sub(_GONE, _COMMENT.sub(_GONE, text))
    text = _OPEN_TAG.sub(_GONE, _TAG.sub(_to_plain_tag, text))
    text = _DEFINITION.sub(_GONE, _IMAGE.sub(_GONE, text))
    text = _WIKI.sub(r"\1", _REFERENCE.sub(r"\1", _LINK.sub(r"\1", text)))
    text = _CSS.sub(_GONE, _BOLD.sub(r"\1", _FENCE.sub("", text)))
    return _LEAD.sub("", _RULE.sub("", text))


def _to_plain_tag(match: re.Match[str]) -> str:
    if has_scheme(match[0]) or is_address(match[0].strip("<>/ ")):
        return _GONE
    placeholder = _PLACEHOLDER.fullmatch(match[0])
    if placeholder and placeholder[1].split()[0] not in _ELEMENTS:
        return f"‹{placeholder[1]}›"
    return " " if re.match(r"</?(?:p|div|br|li|ul|ol|tr|td|th|h\d|table|section|hr)\b", match[0], re.IGNORECASE) else ""


def _without_addresses(text: str) -> str:
    text = _DEFANGED.sub(_GONE, text)
    return _WORD.sub(_without_address, text)


def _without_address(match: re.Match[str]) -> str:
    word = match[0]
    bare = word.rstrip(_TRAILING)
    end = word[len(bare) :]
    if has_scheme(bare):
        opened = "(" in bare and not bare.startswith("(")
        return ("(" if bare.startswith("(") else "") + _GONE + end.lstrip("'\"”’>*_)" if opened else "'\"”’>*_")
    return _PIECE.sub(_without_bare, bare) + end


def _without_bare(match: re.Match[str]) -> str:
    piece = match[0].strip(_TRAILING + "'‘“(")
    return match[0].replace(piece, _GONE) if piece and is_address(piece) else match[0]


def _close_gaps(text: str) -> str:
    if _GONE in text:
        text = re.sub(rf"[(\[{{<“\"‘][\s{_GONE}:,]*{_GONE}[\s{_GONE}]*[)\]}}>”\"’]", _GONE, text)
        text = re.sub(rf"[ \t]*{_GONE}[{_GONE} \t]*(?=[.,;:!?)\]]|$)", "", text, flags=re.MULTILINE)
        text = text.replace(_GONE, " ")
    return " ".join(text.split())


def _shorten(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    cut = text[: max(most - 1, 0)]
    at_word = cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut
    kept = _without_half_a_quote(at_word, text[len(at_word) :]).rstrip(" ,;:-–—(")
    return f"{kept}…" if most > 0 else ""


def _without_half_a_quote(kept: str, lost: str) -> str:
    # A quote whose end or label is cut off would pass for words of our own.
    opened, closed = kept.rfind("“"), kept.rfind("”")
    after = kept[closed + 1 :]
    label = _LABEL_FOLLOWS.match(after + lost) if opened >= 0 else None
    is_cut = opened > closed or (label is not None and label.end() > len(after))
    return kept[:opened] if is_cut else kept
