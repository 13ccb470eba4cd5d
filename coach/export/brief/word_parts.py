"""What a Word document is put together from: the house's styles, and sentences whose marks lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from .sheet import Said, spread_marks
from .words import to_print

_INK, _QUIET, _PRIMARY = RGBColor(0x23, 0x26, 0x2B), RGBColor(0x5E, 0x62, 0x5F), RGBColor(0x1F, 0x6F, 0x6B)
_LATER = tuple(f"w:{name}" for name in "tabs suppressAutoHyphens spacing ind contextualSpacing jc outlineLvl".split())
_AFTER = {"w:pBdr": ("w:shd", *_LATER), "w:shd": _LATER}
_TEXT, _HEADING = "Arial", "Georgia"


def new_document(size: float) -> Document:
    """Return an empty A4 document in the house's styles, its text in this many points."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin, page.bottom_margin = Mm(15), Mm(15)
    page.footer_distance = Mm(8)
    _set_text(document, size)
    for name, points, colour, before in (
        ("Title", size * 1.75, _INK, 2),
        ("Heading 1", size * 1.22, _PRIMARY, size * 0.9),
        ("Heading 2", size * 1.05, _INK, size),
    ):
        _set_heading(document, name, (points, colour, before))
    for name, based_on, colour in (("Quiet", "Normal", _QUIET), ("Gap", "Normal", _INK), ("Ask", "List Bullet", _INK)):
        style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.color.rgb = document.styles[based_on], colour
    _set_small_styles(document, size)
    return document


def _set_text(document: Document, size: float) -> None:
    normal: Any = document.styles["Normal"]
    _set_font(normal, _TEXT)
    normal.font.size, normal.font.color.rgb = Pt(size), _INK
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(size * 0.3), 1.1
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "en-GB")
    bullets: Any = document.styles["List Bullet"]
    bullets.paragraph_format.space_after = Pt(size * 0.2)


def _set_heading(document: Document, name: str, look: tuple[float, RGBColor, float]) -> None:
    style: Any = document.styles[name]
    size, colour, before = look
    _set_font(style, _HEADING)
    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), True, colour
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(size * 0.22)
    style.paragraph_format.keep_with_next = True
    for border in style.element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break


def _set_small_styles(document: Document, size: float) -> None:
    styles = document.styles
    quiet: Any = styles["Quiet"]
    quiet.font.size = Pt(size * 0.9)
    gap: Any = styles["Gap"]
    gap.paragraph_format.left_indent = Mm(3)
    _put(gap, "w:pBdr").append(to_element("w:left", val="dashed", sz="8", space="6", color="8A8578"))
    ask: Any = styles["Ask"]
    _put(ask, "w:shd", val="clear", color="auto", fill="E6F0EE")
    cell: Any = styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style, cell.font.size = styles["Normal"], Pt(8.5)
    cell.paragraph_format.space_after, cell.paragraph_format.line_spacing = Pt(0), 1.0
    mark: Any = styles.add_style("Mark", WD_STYLE_TYPE.CHARACTER)
    mark.font.size, mark.font.color.rgb = Pt(size * 0.82), _PRIMARY


def _set_font(style: Any, name: str) -> None:
    style.font.name = name
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for kind in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{kind}"), name)


def _put(style: Any, tag: str, **values: str) -> Any:
    """Put a property of paragraphs where the format's fixed order wants it."""
    element, properties = to_element(tag, **values), style.element.get_or_add_pPr()
    properties.insert_element_before(element, *_AFTER[tag])
    return element


def to_element(tag: str, /, **values: str) -> Any:
    """Return an element of the format with these values."""
    element = OxmlElement(tag)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element


def add_said(paragraph: Paragraph, said: Iterable[Said]) -> Paragraph:
    """Write sentences into a paragraph, each with marks that lead to their rows."""
    for place, one in enumerate(said):
        # A mark stays on the line of the sentence that it belongs to.
        paragraph.add_run((" " if place else "") + to_print(one.text) + ("\u202f" if one.marks else ""))
        for mark, then in spread_marks(one.marks):
            _add_link(paragraph, mark)
            if then:
                paragraph.add_run(then, style="Mark")
    return paragraph


def _add_link(paragraph: Paragraph, mark: int) -> None:
    run = paragraph.add_run(f"[{mark}]", style="Mark")
    link = to_element("w:hyperlink", anchor=f"row_{mark}", history="1")
    paragraph._p.replace(run._r, link)
    link.append(run._r)
