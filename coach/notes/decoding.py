"""From a file's bytes to its text, verbatim: no character is dropped and no line end is changed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    # UTF-32 first: its little-endian mark begins with UTF-16's.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MOST_REPLACED = 0.02
_SURELY_BINARY = 0.3
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.05
_BINARY = "it looks like a binary file, not a text"


@dataclass(frozen=True)
class Decoded:
    """A file's text, or why there is none."""

    text: str = ""
    """The text as it stands in the file, byte order mark and line ends included."""
    warning: str = ""
    """What a person should know about the text, when it was taken all the same."""
    problem: str = ""
    """Why it cannot be taken; empty when it can."""


def read_bytes_as_text(data: bytes) -> Decoded:
    """Return the text of these bytes, or the reason why they are not a text.

    A byte order mark stays in the text as U+FEFF. Bytes that are no UTF-8 become U+FFFD; up to 2 % of such
    characters the text is taken with a warning.
    """
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8")
    try:
        text, replaced = data.decode(encoding), 0
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        # A U+FFFD that was already in the file is a character like any other.
        replaced = text.count("\ufffd") - (data.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0)
    return _judge(text, replaced)


def find_text_problem(text: str) -> str:
    """Return why this text cannot be a note, or an empty string when it can."""
    if "\x00" in text or len(_CONTROLS.findall(text)) > _MOST_CONTROLS * max(1, len(text)):
        return _BINARY
    if not text.replace("\ufeff", "").strip():
        return "it is empty"
    return ""


def _judge(text: str, replaced: int) -> Decoded:
    problem = find_text_problem(text)
    share = replaced / max(1, len(text))
    if problem or share > _SURELY_BINARY:
        return Decoded(problem=problem or _BINARY)
    if share > _MOST_REPLACED:
        return Decoded(
            problem=f"{share:.0%} of its characters cannot be read as UTF-8: open it in an editor and save it as UTF-8"
        )
    if replaced:
        noun = "character" if replaced == 1 else "characters"
        return Decoded(text, warning=f"{replaced} {noun} could not be read as UTF-8 and show as \ufffd")
    return Decoded(text)
