"""A brief as a tagged PDF: the page, the words behind it, and the same to look at."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from coach.models import BriefResult

from .fonts import fonts
from .pictures import pictures_of
from .sheet import Chapter, Said, Sheet, lay_out, spread_marks
from .words import to_print

UNSHOWN = "[?]"
"""What stands where a letter cannot be printed."""
_PAGE = Path(__file__).with_name("brief.typ")
# Each character for itself: one pass names all that no font has.
_PROBE = b"""#set document(title: "x")
#set text(font: ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"))
#for it in json(bytes(sys.inputs.data)) [#text(it) \\ ]"""
_MISSING = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_TRIES = 6
_SIGNS = ("So", "Sk", "Sm", "Co", "Cn", "Mn", "Cf")


def render_brief_pdf(result: BriefResult) -> bytes:
    """Return a brief as PDF/UA-1: tagged, its fonts inside, every mark a link to its row.

    What no font here can show stands as `[?]`, and the file says so.
    """
    sheet = lay_out(result)
    data: dict[str, Any] = _map_texts(_to_data(result, sheet), to_print)
    made = int(sheet.made_on.timestamp()) if sheet.made_on else 0
    unshown = find_unshown("".join(_texts(data)))
    for _ in range(_TRIES):
        try:
            return _compile(_without(data, unshown), made)
        except typst.TypstError as problem:
            # Some letters show alone and not beside others.
            more = frozenset("".join(_name_missing(problem))) - unshown
            if not more:
                raise
            unshown |= more
    return _compile(_without(data, frozenset(filter(_is_rare, "".join(_texts(data))))), made)


def find_unshown(text: str) -> frozenset[str]:
    """Return the characters of a text for which no font is at hand."""
    left = sorted({char for char in text if not char.isascii()})
    missing: set[str] = set()
    for _ in range(_TRIES):
        try:
            _compiler(_PROBE, left).compile(format="pdf", pdf_standards=["ua-1"])
            break
        except typst.TypstError as problem:
            found = set("".join(_name_missing(problem)))
            missing |= found
            left = [char for char in left if char not in found]
    return frozenset(missing)


def _compile(data: dict[str, Any], made: int) -> bytes:
    compiler = _compiler(_PAGE.read_bytes(), data)
    document = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=made)
    return document if isinstance(document, bytes) else b""


def _compiler(page: bytes, data: object) -> typst.Compiler:
    return typst.Compiler(page, font_paths=fonts(), ignore_system_fonts=True, sys_inputs={"data": json.dumps(data)})


def _to_data(result: BriefResult, sheet: Sheet) -> dict[str, Any]:
    made = sheet.made_on
    return {
        "title": sheet.title,
        "author": "Coach",
        "description": " · ".join(sheet.about),
        "keywords": ["learning", "community of practice"],
        "made": None if made is None else {"year": made.year, "month": made.month, "day": made.day},
        "running": sheet.running,
        "about": sheet.about,
        "made_from": _said(sheet.made_from),
        "chapters": [_chapter(part) for part in sheet.chapters],
        "evidence": sheet.headings.evidence,
        "evidence_says": sheet.headings.evidence_says,
        "rows": [asdict(row) for row in sheet.rows],
        "left_out_title": sheet.headings.left_out,
        "left_out": sheet.left_out,
        "remarks": [],
        "pictures_title": sheet.headings.pictures,
        "pictures": [asdict(picture) for picture in pictures_of(result.brief.pictures)],
    }


def _chapter(part: Chapter) -> dict[str, Any]:
    return {
        "kind": part.kind.value,
        "title": part.title,
        "lead": [_said(said) for said in part.lead],
        "listed": [_said(said) for said in part.listed],
        "gap": part.gap,
    }


def _said(said: Said) -> dict[str, Any]:
    return {"text": said.text, "marks": [{"at": mark, "then": then} for mark, then in spread_marks(said.marks)]}


def _without(data: dict[str, Any], unshown: frozenset[str]) -> dict[str, Any]:
    """Return the data with a clear mark in place of what cannot be shown, and a remark that says so."""
    if not unshown:
        return data
    run = re.compile(f"[{re.escape(''.join(sorted(unshown)))}]+")
    swapped: dict[str, Any] = _map_texts(data, lambda text: run.sub(UNSHOWN, text))
    kinds = sorted({_name_kind(char) for char in unshown})
    says = (
        f"Where {UNSHOWN} stands, the notes hold writing that this file has no letters for ({', '.join(kinds)}). "
        "The Word and Markdown files have it."
    )
    return swapped | {"remarks": [says]}


def _name_kind(char: str) -> str:
    if unicodedata.category(char) in _SIGNS:
        return "emoji and signs"
    word = unicodedata.name(char, "unknown").split()[0].split("-")[0]
    return {"CJK": "Chinese characters", "IDEOGRAPHIC": "Chinese characters"}.get(word, word.capitalize())


def _map_texts(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _map_texts(item, change) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_map_texts(item, change) for item in value]
    return value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def _name_missing(problem: typst.TypstError) -> Iterable[str]:
    for text in _MISSING.findall(problem.diagnostic):
        yield _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _is_rare(char: str) -> bool:
    return ord(char) > 0x24F and char not in "–—‘’“”…•·→"
