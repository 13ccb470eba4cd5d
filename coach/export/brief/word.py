"""A brief as a Word document that people go on writing: real headings, styles and tables."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from coach.models import BriefResult, ClaimKind, SectionKind

from .drawn import to_png
from .packing import pack_again
from .pictures import Picture, pictures_of
from .sheet import Chapter, Sheet, lay_out
from .word_parts import add_said, new_document, to_element
from .word_tables import Frame, add_row, add_table, join_cells, mark_place
from .words import to_print

_EVIDENCE_WIDTHS = (10.0, 70.0, 36.0, 28.0, 26.0)
_SIZES = (11.0, 10.5, 10.0, 9.5)
_SMALLEST = 9.0
# What a page of A4 holds between our margins, in points, a little left over for other programs' letters.
_PAGE_WIDTH, _PAGE_HEIGHT = 470, 690


def render_brief_docx(result: BriefResult) -> bytes:
    """Return a brief as DOCX: the page, the words behind it on the next, then the same to look at."""
    sheet = lay_out(result)
    document = new_document(next((size for size in _SIZES if _height(sheet, size) <= _PAGE_HEIGHT), _SMALLEST))
    _set_properties(document, sheet)
    _add_footer(document, sheet.running)
    _add_page(document, sheet)
    _add_evidence(document, sheet)
    _add_lines(document, sheet.headings.left_out, sheet.left_out)
    _add_pictures(document, sheet.headings.pictures, pictures_of(result.brief.pictures))
    _add_lines(document, "To look at before you send this", sheet.look_at)
    held = io.BytesIO()
    document.save(held)
    return pack_again(held.getvalue())


def _height(sheet: Sheet, size: float) -> float:
    """Return about how high page one is with text of this size, in points."""
    heads = 9 + 2.8 * len(sheet.chapters)
    flowing = [" ".join(one.text + " [00]" * len(one.marks) for one in part.lead) for part in sheet.chapters]
    listed = [one.text + " [00]" * len(one.marks) for part in sheet.chapters for one in part.listed]
    gaps = [part.gap for part in sheet.chapters]
    lines = [math.ceil(len(text) * size * 0.5 / _PAGE_WIDTH) for text in (*flowing, *listed, *gaps) if text]
    return size * (heads + 1.27 * sum(lines) + 0.3 * len(lines))


def _set_properties(document: Document, sheet: Sheet) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = sheet.title[:255], "Coach", "Coach"
    properties.subject, properties.comments = " · ".join(sheet.about)[:255], ""
    properties.keywords, properties.language, properties.revision = "learning, community of practice", "en-GB", 1
    if sheet.made_on:
        made = sheet.made_on.astimezone(dt.UTC).replace(tzinfo=None)
        properties.created = properties.modified = made


def _add_page(document: Document, sheet: Sheet) -> None:
    if sheet.about:
        document.add_paragraph(to_print(" · ".join(sheet.about)), style="Quiet")
    document.add_paragraph(to_print(sheet.title), style="Title")
    if sheet.made_from.text:
        add_said(document.add_paragraph(style="Quiet"), [sheet.made_from])
    for part in sheet.chapters:
        _add_chapter(document, part)


def _add_chapter(document: Document, part: Chapter) -> None:
    document.add_heading(to_print(part.title), 1)
    is_ask = part.kind is SectionKind.ASK
    if part.lead and is_ask and part.lead[0].kind is ClaimKind.ASK:
        add_said(document.add_paragraph(style="Ask"), part.lead)
    elif part.lead:
        add_said(document.add_paragraph(), part.lead)
    for said in part.listed:
        add_said(document.add_paragraph(style="Ask" if is_ask else "List Bullet"), [said])
    if part.gap:
        paragraph = document.add_paragraph(style="Gap")
        paragraph.add_run("What is missing: ").italic = True
        paragraph.add_run(to_print(part.gap))


def _add_evidence(document: Document, sheet: Sheet) -> None:
    if not sheet.rows:
        return
    heading = document.add_heading(sheet.headings.evidence, 1)
    heading.paragraph_format.page_break_before = True
    document.add_paragraph(sheet.headings.evidence_says)
    head = ("No.", "What the notes say", "Note", "When", "How it may be quoted")
    table = add_table(
        document, Frame(sheet.headings.evidence, sheet.headings.evidence_says, head, _EVIDENCE_WIDTHS)
    )  # fmt: skip
    for row in sheet.rows:
        rest = ("", "", "") if row.is_count else (row.note or "–", row.when or "–", row.consent or "–")
        added = add_row(table, (f"[{row.mark}]", row.said, *rest), _EVIDENCE_WIDTHS)
        if row.is_count:
            join_cells(added, 1)
        mark_place(added.cells[0], f"row_{row.mark}", row.mark)


def _add_pictures(document: Document, title: str, pictures: Sequence[Picture]) -> None:
    if not pictures:
        return
    document.add_heading(title, 1).paragraph_format.page_break_before = True
    for picture in pictures:
        document.add_heading(picture.title, 2)
        drawn = document.add_paragraph()
        drawn.paragraph_format.keep_with_next = True
        shape = drawn.add_run().add_picture(io.BytesIO(to_png(picture)), width=Mm(170))
        for side in ("distT", "distB", "distL", "distR"):
            # Where nothing is said, some programs leave a margin.
            shape._inline.set(side, "0")
        described: Any = shape._inline.docPr
        described.set("descr", picture.says)
        described.set("title", picture.title)
        _add_grid(document, picture)


def _add_grid(document: Document, picture: Picture) -> None:
    first = 60.0 if picture.kind == "cycles" else 29.0
    rest = (170.0 - first) / (len(picture.head) - 1)
    widths = (first, *(rest for _ in picture.head[1:]))
    table = add_table(document, Frame(picture.title, picture.says, picture.head, widths))
    for cells in picture.rows:
        add_row(table, cells, widths)


def _add_lines(document: Document, title: str, lines: Sequence[str]) -> None:
    if lines:
        document.add_heading(title, 1)
    for line in lines:
        document.add_paragraph(to_print(line), style="List Bullet")


def _add_footer(document: Document, words: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = "Quiet"
    paragraph.add_run(to_print(words) + " · Page ")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(" of ")
    _add_field(paragraph, "NUMPAGES")


def _add_field(paragraph: Paragraph, code: str) -> None:
    run = paragraph.add_run()
    for kind in ("begin", "", "end"):
        element = to_element("w:fldChar", fldCharType=kind) if kind else to_element("w:instrText")
        element.text = None if kind else code
        run._r.append(element)
