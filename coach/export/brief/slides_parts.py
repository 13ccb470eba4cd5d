"""What slides are put together from: one plain wide deck, text that keeps its size, tables with words for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Emu, Inches, Pt

from .words import to_print

INK, QUIET, PRIMARY = map(RGBColor.from_string, ("23262B", "5E625F", "1F6F6B"))
"""The house's colours for words."""
PAPER, TINT, WALL, CARD = map(RGBColor.from_string, ("FBF8F3", "E6F0EE", "F4EFE6", "FFFFFF"))
"""And for what they stand on."""
HEADING, TEXT = "Georgia", "Arial"
"""Its letters, as machines have them."""
_TITLE_ONLY = 5
_WIDE = 13.333


@dataclass(frozen=True)
class Place:
    """Where something stands on a slide, in inches."""

    left: float
    """From the left edge."""
    top: float
    """From the upper edge."""
    width: float
    """How wide."""
    height: float
    """How high."""


@dataclass(frozen=True)
class Look:
    """How words look."""

    size: float
    """In points."""
    colour: RGBColor = INK
    """Their colour."""
    is_bold: bool = False
    """Whether they are bold."""
    font: str = TEXT
    """Their letters."""


def new_deck() -> Deck:
    """Return an empty deck of wide slides, its layouts as wide as they are."""
    deck = Presentation()
    stretch = Inches(_WIDE) / (deck.slide_width or Inches(10))
    deck.slide_width, deck.slide_height = Inches(_WIDE), Inches(7.5)
    for page in (deck.slide_master, *deck.slide_layouts):
        for shape in page.shapes:
            # What takes its place from the master has none of its own.
            if shape._element.spPr.find(qn("a:xfrm")) is not None:
                shape.left, shape.width = Emu(round(shape.left * stretch)), Emu(round(shape.width * stretch))
    return deck


def add_slide(deck: Deck, title: str, size: float) -> Slide:
    """Add a slide whose title is its title, for readers of the outline too."""
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = PAPER
    shape: Any = slide.shapes.title
    place_shape(shape, Place(0.6, 0.35, 12.1, 0.95))
    frame = shape.text_frame
    set_frame(frame, MSO_ANCHOR.BOTTOM)
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    add_run(frame.paragraphs[0], title, Look(size, is_bold=True, font=HEADING))
    return slide


def add_box(slide: Slide, name: str, place: Place, ground: RGBColor | None = None) -> TextFrame:
    """Add a named box for words and return where they go."""
    shape = slide.shapes.add_textbox(*(Inches(size) for size in (place.left, place.top, place.width, place.height)))
    shape.name = name
    if ground is not None:
        shape.fill.solid()
        shape.fill.fore_color.rgb = ground
    frame: TextFrame = shape.text_frame
    set_frame(frame, MSO_ANCHOR.TOP)
    return frame


def add_paragraph(frame: Any, is_first: bool, after: float) -> _Paragraph:
    """Return a paragraph of a box: the one that is there, or another one."""
    paragraph: _Paragraph = frame.paragraphs[0] if is_first else frame.add_paragraph()
    paragraph.space_after = Pt(after)
    return paragraph


def add_run(paragraph: _Paragraph, words: str, look: Look) -> Any:
    """Write words into a paragraph and return the run."""
    run = paragraph.add_run()
    run.text = to_print(words)
    font = run.font
    font.size, font.bold, font.name, font.color.rgb = Pt(look.size), look.is_bold, look.font, look.colour
    run._r.get_or_add_rPr().set("lang", "en-GB")
    return run


def add_table(slide: Slide, describes: tuple[str, str], widths: Sequence[float], rows: Iterable[Sequence[str]]) -> None:
    """Add a table whose first row is its head, named and told in words.

    Where a row has words in its first two cells only, the second one takes the rest.
    """
    lines = list(rows)
    place = (Inches(0.6), Inches(1.5), Inches(sum(widths)), Inches(0.3 * len(lines)))
    shape = slide.shapes.add_table(len(lines), len(widths), *place)
    shape.name = describes[0]
    shape._element.nvGraphicFramePr.cNvPr.set("descr", describes[1])
    table = shape.table
    table.horz_banding = False
    for number, width in enumerate(widths):
        table.columns[number].width = Inches(width)
    for number, line in enumerate(lines):
        for cell, words in zip(table.rows[number].cells, line, strict=True):
            _fill_cell(cell, words, number == 0)
        if not any(line[2:]):
            table.cell(number, 1).merge(table.cell(number, len(widths) - 1))


def _fill_cell(cell: Any, words: str, is_head: bool) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = WALL if is_head else CARD
    cell.margin_top = cell.margin_bottom = Inches(0.04)
    cell.margin_left = cell.margin_right = Inches(0.08)
    add_run(cell.text_frame.paragraphs[0], words, Look(12, is_bold=is_head))


def place_shape(shape: Any, place: Place) -> None:
    """Put a shape where it belongs."""
    shape.left, shape.top = Inches(place.left), Inches(place.top)
    shape.width, shape.height = Inches(place.width), Inches(place.height)


def set_frame(frame: TextFrame, anchor: MSO_ANCHOR) -> None:
    """Let words wrap and keep their size."""
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, anchor
