"""From a file that was read to a note: its title, its date and an id that stays."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from coach.models import Consent, DatePrecision, Note, NoteDate, NoteFormat, Visibility

from .blocks import Block, Kind, is_date_line, read_blocks
from .dates import DateClues, find_date, is_archive
from .folder import FoundFile
from .front_matter import FrontMatter, read_front_matter
from .markup import Layers
from .outline import Heading, read_headings
from .plain import to_plain

_ID_LENGTH = 20
_TITLE_LENGTH = 200
_PAGE_TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{1,1000})</title", re.I)
_META_DATE = re.compile(
    r"<meta\s[^<>]{0,200}?(?:name|property|itemprop)\s*=\s*[\"']?"
    r"(?:date|dc\.date|dcterms\.date|datepublished|article:published_time)[\"']?[^<>]{0,200}>",
    re.I,
)
_CONTENT = re.compile(r"content\s*=\s*[\"']([^\"'<>]{1,100})[\"']", re.I)
_NAMELESS = frozenset({"index", "_index", "readme", "default", "home"})
# These head a part of a note and never name the whole.
_PART = re.compile(
    r"(?:attendees|attendance|attending|present|participants|apologies|agenda|links|notes?|goals?|overview|summary"
    r"|introduction|background|(?:in|out of) scope|presenters?)\b\W*\Z|presenters?\s?:",
    re.I,
)
# A word that is not a part of a date: "Minutes" in "Minutes, 12 November 2026".
_BESIDE_DATE = re.compile(
    r"\b(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues?|wed|thu|fri|sat|sun)[a-z]*\b|on\b|of\b|the\b)"
    r"[^\W\d_]{3,}",
    re.I,
)
_FIRST_HEADINGS = 2
_FIRST_LINES = 10
_LONGEST_DATE_LINE = 160
_DATE_LABEL = re.compile(r"[\s*_#>-]*(?:date|when|day|held|meeting date)[\s*_]*:", re.I)


def to_note(
    found: FoundFile,
    *,
    community_id: str,
    source: str,
    visibility: Visibility = Visibility.MEMBERS,
    consent: Consent = Consent.INSIDE,
) -> Note:
    """Make a note of a file that was read.

    Args:
        found: The file.
        community_id: The community it belongs to.
        source: The named source it came from.
        visibility: Who may read it.
        consent: How it may be quoted.
    """
    front = read_front_matter(found.text)
    layers, blocks = read_blocks(found.text, found.format)
    date, headings = _read_date(found, front, layers, blocks)
    return Note(
        id=to_note_id(community_id, source, found.path),
        community_id=community_id,
        source=source,
        path=found.path,
        title=_read_title(found, front, headings)[:_TITLE_LENGTH],
        text=found.text,
        text_hash=hashlib.sha256(found.text.encode("utf-8", "surrogatepass")).hexdigest(),
        format=found.format,
        date=date,
        visibility=visibility,
        consent=consent,
    )


def to_note_id(community_id: str, source: str, path: str) -> str:
    """Return the id of the note at this path: the same for every version of its text."""
    # The sign between them occurs in no name, so that no two notes can come to the same text.
    key = "\x1f".join((community_id, source, path))
    return "n" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_LENGTH]


def _read_date(
    found: FoundFile, front: FrontMatter, layers: Layers, blocks: Sequence[Block]
) -> tuple[NoteDate, list[Heading]]:
    values = dict(front.values) or _read_meta(found)
    by_path = find_date(DateClues(path=found.path, front_matter=values, order=found.day_order))
    headings = read_headings(layers, blocks, by_path.day.year if by_path.day else None)
    clues = DateClues(
        path=found.path,
        front_matter=values,
        first_lines=_first_lines(layers, blocks),
        meetings=[item.date.day for item in headings if item.leads and item.date and item.date.day],
        order=found.day_order,
    )
    return find_date(clues), headings


def _read_meta(found: FoundFile) -> dict[str, object]:
    """Return the date that an HTML page gives in its head, as if it stood in front matter."""
    if found.format is not NoteFormat.HTML:
        return {}
    meta = _META_DATE.search(found.text[:20_000])
    content = _CONTENT.search(meta.group()) if meta else None
    return {"date": content[1]} if content else {}


def _first_lines(layers: Layers, blocks: Sequence[Block]) -> list[str]:
    """Return the first headings, and those of the first lines that are a date and little else."""
    lines: list[str] = []
    headings = 0
    for block in blocks[:_FIRST_LINES]:
        words = layers.solid[block.start : block.heading_end or block.end].replace("\x01", " ")
        rows = [row for row in words[:2000].splitlines() if row.strip()]
        if block.kind is Kind.HEADING:
            headings += 1
            lines += rows[:1] if headings <= _FIRST_HEADINGS else []
        else:
            lines += [row for row in rows[:_FIRST_LINES] if _is_dating(row)]
    return lines


def _is_dating(row: str) -> bool:
    if len(row) > _LONGEST_DATE_LINE:
        return False
    return bool(_DATE_LABEL.match(row)) or is_date_line(row.strip(" \t*_-#>."))


def _read_title(found: FoundFile, front: FrontMatter, headings: Sequence[Heading]) -> str:
    written = next((value for key, value in front.values.items() if key.lower() == "title"), "")
    # A title in front matter is YAML text, yet people write emphasis into it.
    plain = to_plain(written, found.format) if isinstance(written, str) else ""
    inside = _title_inside(found, headings)
    named = to_title(found.path)
    # "10 Sept" says less than "2026-09-10 minutes", and more than "2026-09-10".
    if is_date_line(inside) and not _BESIDE_DATE.search(inside) and any(sign.isalpha() for sign in named):
        inside = ""
    return plain or inside or named


def _title_inside(found: FoundFile, headings: Sequence[Heading]) -> str:
    """Return the heading that names the whole note, or the page's title."""
    # In an archive of meetings the first heading names the newest meeting, not the note.
    archive = is_archive(item.date.day for item in headings if item.leads and item.date and item.date.day)
    real = [item for item in headings if 1 <= item.block.level <= 6 and any(sign.isalpha() for sign in item.words)]
    naming = [item for item in real if not (archive and item.leads) and not _PART.match(item.words)]
    first = next((item.words for item in naming if item.block.level == 1), "")
    page = _PAGE_TITLE.search(found.text[:20_000]) if found.format is NoteFormat.HTML else None
    if page is not None and not first:
        first = " ".join(html.unescape(page[1]).split())
    if first or archive:
        return first
    return naming[0].words if naming else ""


def to_title(path: str) -> str:
    """Return a file's name as people would say it; for `index.md` and `README.md`, the folder's name."""
    pure = PurePosixPath(path)
    stem = pure.name[: -len(pure.suffix)] if pure.suffix and " " not in pure.suffix else pure.name
    if stem.lower() in _NAMELESS and pure.parent.name:
        stem = pure.parent.name
    words = " ".join(re.sub(r"[_]+|(?<![\d\s])-+|-+(?![\d\s])", " ", stem).split())
    if not any(sign.isalpha() for sign in words) and pure.parent.name and not _is_full_date(words):
        words = f"{to_title(pure.parent.name)} {words}"
    return (words[:1].upper() + words[1:]) or path


def _is_full_date(words: str) -> bool:
    date = find_date(DateClues(path=words))
    return date.precision is DatePrecision.DAY
