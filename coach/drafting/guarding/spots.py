"""What a note hides from its readers or writes in code: comments, invisible signs, poses of a system, encoded text."""

from __future__ import annotations

import base64
import binascii
import codecs
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from coach.drafting.fencing import neutralise

from .reasons import Reason

Spot = tuple[Reason, int, int]
"""A reason with the stretch of the text that it is about."""

_STYLE = (
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d]*[1-9])"
    r"|color\s*:\s*(?:white|transparent"
    r"|#fff(?:fff)?\b|rgba?\(\s*255)|(?:left|top|text-indent)\s*:\s*-\d{3,}|(?:height|width)\s*:\s*0|clip\s*:"
)
_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\n\s*\n|\Z)"
    rf"|<(?P<tag>[a-z][\w-]*)\b[^<>]*(?:style\s*=\s*[^<>]*?(?:{_STYLE})|\shidden\b|color\s*=\s*.?(?:white"
    rf"|#fff))[^<>]*>.*?"
    r"(?:</(?P=tag)\s*>|\n\s*\n|\Z)"
    r"|<(?P<block>script|style|template|noscript|object|embed|iframe|svg|meta|title)\b.*?(?:</(?P=block)\s*>|/>"
    r"|\n\s*\n|\Z)"
    r"|^[ \t]*\[[^\]\n]{0,40}\]:[ \t]*(?:#|<>)[ \t]*[(\"'][^\n]*$"
    r"|\\(?:phantom|color\{white\}|textcolor\{white\})\{[^}]*\}",
    re.DOTALL | re.IGNORECASE | re.MULTILINE,
)
_SHORT_COMMENT = re.compile(r"<!--\W*\w*\W*\w*\W*-->")
_FLAG = re.compile("\U0001f3f4[\U000e0061-\U000e007a]{1,6}\U000e007f")
_TAG_SIGNS = re.compile("[\U000e0000-\U000e007f]+")
_INVISIBLE_RUN = re.compile(
    "[\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0]{3,}"
    "|[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2,}"
)
_LACED = re.compile("[A-Za-z][\u200b-\u200f\u2060-\u2064\ufeff\u180e\u034f]+(?=[A-Za-z])")
_TURNED = re.compile("[\u202d\u202e][^\n\u202c]*\u202c?")
_SPELLED = re.compile(r"(?<![\w.])(?:[^\W\d_][ \t.\-_*·|/,]{1,3}){9,}[^\W\d_](?!\w)")
_POSES = re.compile(
    r"<\|[^|\n<>]{1,40}\|>|\[/?INST\]|<</?SYS>>|<\s*/?\s*(?:system|assistant|instructions?|tool_?(?:call|result"
    r"|response)s?"
    r"|function_(?:calls?|results?)|sys|im_start|im_end|thinking)\b[^<>\n]{0,80}>"
    r"|^[ \t>]*#{1,6}[ \t]*(?:new |the )?(?:(?:system|assistant)(?: prompt| message| output)?[ \t]*:?"
    r"|(?:instruction|response|human|tool|input)s?[ \t]*:)[ \t]*$"
    r"|(?:^|[.!?\"”)\]\n])[\W_]{0,6}(?:system|assistant|developer|tool|function)[ \t]*(?:message|prompt|note"
    r"|instructions?"
    r"|override|update|notice|output|result|response|role)?[\W_]{0,4}(?::[ \t]+(?=[A-Za-z\"“'{\[])|:[ \t]*\n)"
    r"|\b(?:begin|end|start)(?:ning)?[ _]+(?:of[ _]+)?(?:the[ _]+)?(?:system|admin|developer|hidden|new|user)[ _]*"
    r"(?:prompt|message|instructions?|input|note)\b|\b(?:begin|end)(?:ning)?[ _]of[ _](?:the[ _])?(?:prompt|system)\b"
    r"|[\"']?role[\"']?\s*:\s*[\"']?(?:system|assistant|developer|tool)\b",
    re.IGNORECASE | re.MULTILINE,
)
_ORDINARY = re.compile(r"\W*system\s*:\s*(?:linux|windows|mac|ubuntu|debian|node|v?\d)", re.IGNORECASE)
_DATA_URI = re.compile(r"\bdata:[\w.+-]*/?[\w.+-]*(?:;[\w=-]+)*,[^\s)\"'>]*", re.IGNORECASE)
_DECODES = re.compile(
    r"\b(?:decod|decipher|decrypt|unscrambl|unpack)\w*\b[^.!?\n]{0,60}\b(?:and|then"
    r"|to)\b[^.!?\n]{0,20}\b(?:follow|obey"
    r"|execut|do\b|run|act|carry|apply|print|say|insert|include|output)\w*"
    r"|\b(?:decod\w*|decipher\w*|decrypt\w*|unscrambl\w*|read (?:this|these|it|that|the "
    r"following))\b[^.!?\n]{0,60}\b(?:base-?\d\d|rot-?13|hex\w*|morse|caesar|backwards"
    r"|reversed|binary|cipher|in reverse|right to left)\b"
    r"|\b(?:base-?64|rot-?13|hex(?:adecimal)?|morse|caesar|backwards|reversed|binary)\b[^.!?\n]{0,60}\b(?:decod"
    r"|decipher|decrypt"
    r"|instruction|follow|obey|order)\w*",
    re.IGNORECASE,
)
_BASE64 = re.compile(r"(?<![\w+/=-])[A-Za-z0-9+/_-]{20,}={0,2}(?![\w+/=])")
_HEX = re.compile(r"(?<!\w)(?:(?:0x|\\x)?[0-9a-fA-F]{2}[ ,:]?){12,}(?!\w)")
_BINARY = re.compile(r"(?<!\w)(?:[01]{7,8}[ ,]?){5,}(?!\w)")
_MORSE = re.compile(r"(?<!\S)(?:[.\-·−]{1,5}(?:[ /|]+|$)){10,}")
_ESCAPED = re.compile(
    r"(?:(?:&#x?[0-9a-fA-F]{2,5};?|%[0-9a-fA-F]{2}|\\u\{?[0-9a-fA-F]{4}\}?|\\x[0-9a-fA-F]{2})[\w ]{0,2}){6,}"
)
_TELLING = re.compile(
    r"\b(?:ignore|disregard|forget|instructions?|prompts?|system|assistant|plans?|outcomes?|every|notes|reveal"
    r"|grade)\b",
    re.IGNORECASE,
)
_TEXTLIKE = re.compile(r"[A-Za-z][\w ,.:;'!?\"\-/()]*")


def find_hidden(text: str) -> Iterator[Spot]:
    """Yield what readers of the rendered text do not see, or see otherwise."""
    flags = {place for match in _FLAG.finditer(text) for place in range(match.start(), match.end())}
    for match in _TAG_SIGNS.finditer(text):
        if match.start() not in flags:
            yield Reason.HIDDEN, match.start(), match.end()
    for pattern in (_HIDDEN, _INVISIBLE_RUN, _DATA_URI):
        for match in pattern.finditer(text):
            if not _SHORT_COMMENT.fullmatch(match[0]):
                yield Reason.HIDDEN, match.start(), match.end()


def find_poses(text: str) -> Iterator[Spot]:
    """Yield what poses as a system, an assistant, a tool or as the end of the data."""
    for match in _POSES.finditer(text):
        if not _ORDINARY.match(text[match.start() : match.end() + 20]):
            yield Reason.POSES, match.start(), match.end()
    harmless = neutralise(text)
    for place in range(len(text)):
        if text[place] != harmless[place]:
            yield Reason.POSES, place, place + 1


def find_encoded(text: str) -> Iterator[Spot]:
    """Yield text that was written so that only a program reads it, and the wish to have it read."""
    for pattern in (_DECODES, _TURNED, _SPELLED):
        for match in pattern.finditer(text):
            yield Reason.ENCODED, match.start(), match.end()
    laced = list(_LACED.finditer(text))
    if len(laced) >= _MANY_LACED:
        yield from ((Reason.ENCODED, match.start(), match.end()) for match in laced)
    for pattern in (_MORSE, _BINARY):
        for match in pattern.finditer(text):
            if len(set(match[0]) - set(" /|,")) > 1:
                yield Reason.ENCODED, match.start(), match.end()
    for pattern, decode in ((_BASE64, _from_base64), (_HEX, _from_hex)):
        for match in pattern.finditer(text):
            if _reads_like_text(decode(match[0])):
                yield Reason.ENCODED, match.start(), match.end()


def variants(sentence: str) -> Iterator[str]:
    """Yield other readings of a sentence that make sense: turned round, shifted by thirteen, its escapes undone."""
    readings = [codecs.encode(sentence, "rot13"), sentence[::-1], " ".join(word[::-1] for word in sentence.split())]
    if _ESCAPED.search(sentence):
        plain = html.unescape(re.sub(r"\\(?:u\{?|x)([0-9a-fA-F]{2,4})\}?", r"&#x\1;", sentence))
        readings += [plain, unquote(plain)]
    yield from (reading for reading in readings if _TELLING.search(reading))


def _from_base64(blob: str) -> bytes:
    try:
        body = blob.rstrip("=").replace("-", "+").replace("_", "/")
        return base64.b64decode(body + "=" * (-len(body) % 4), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _from_hex(blob: str) -> bytes:
    digits = re.sub(r"0x|\\x|[^0-9a-fA-F]", "", blob)
    return bytes.fromhex(digits) if len(digits) % 2 == 0 else b""


def _reads_like_text(found: bytes) -> bool:
    try:
        text = found.decode("utf-8").strip()
    except UnicodeDecodeError:
        return False
    return (
        len(text) >= _LEAST_DECODED
        and bool(_TEXTLIKE.fullmatch(text))
        and sum(map(str.isalpha, text)) * 3 >= len(text) * 2
    )


_MANY_LACED = 4
"""A word-break or two may come from an editor; more of them inside words are put there."""
_LEAST_DECODED = 8
"""Shorter strings decode to letters by chance."""
