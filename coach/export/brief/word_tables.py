"""Tables of a Word document: a head that comes again on every page, and words for whoever does not see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell, _Row

from .word_parts import to_element
from .words import to_print

WALL = "F4EFE6"
"""The ground of a head."""
_LINE, _EDGE = "D9D2C5", "8A8578"


@dataclass(frozen=True)
class Frame:
    """What a table is before its rows."""

    title: str
    """What it shows, for whoever does not see it."""
    says: str
    """The same in a sentence."""
    head: tuple[str, ...]
    """What stands over each column."""
    widths: tuple[float, ...]
    """How wide each column is, in millimetres."""


def add_table(document: Document, frame: Frame) -> Table:
    """Add a table with its head and no rows yet."""
    table: Table = document.add_table(rows=1, cols=len(frame.head))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    properties: Any = table._tbl.tblPr
    properties.append(to_element("w:tblInd", w="100", type="dxa"))
    properties.append(_borders())
    properties.append(properties.find(qn("w:tblLayout")))
    properties.append(_padding())
    # The order of these is fixed by the format: look, then caption, then description.
    for look in properties.findall(qn("w:tblLook")):
        properties.remove(look)
        properties.append(look)
    for name, value in (("w:tblCaption", frame.title), ("w:tblDescription", frame.says)):
        properties.append(to_element(name, val=value))
    for grid, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), frame.widths, strict=True):
        grid.set(qn("w:w"), str(Mm(width).twips))
    head = table.rows[0]
    _of_row(head).append(to_element("w:cantSplit"))
    _of_row(head).append(to_element("w:tblHeader"))
    for cell, words, width in zip(head.cells, frame.head, frame.widths, strict=True):
        cell.width = Mm(width)
        shade(cell, WALL)
        write(cell, words, is_bold=True)
    return table


def add_row(table: Any, cells: Sequence[str], widths: Sequence[float]) -> _Row:
    """Add a row; what is short stays on one page."""
    row: _Row = table.add_row()
    if sum(map(len, cells)) < 1500:
        _of_row(row).append(to_element("w:cantSplit"))
    for cell, words, width in zip(row.cells, cells, widths, strict=True):
        cell.width = Mm(width)
        write(cell, words)
    return row


def join_cells(row: _Row, first: int) -> None:
    """Make one cell of the first of these, which has words, and the empty ones after it."""
    joined = row.cells[first].merge(row.cells[-1])
    for paragraph in joined.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)


def write(cell: _Cell, words: str, is_bold: bool = False) -> None:
    """Write words into an empty cell."""
    paragraph = cell.paragraphs[0]
    paragraph.style = "Cell"
    paragraph.add_run(to_print(words)).bold = is_bold or None


def shade(cell: _Cell, colour: str) -> None:
    """Give a cell a ground."""
    cell._tc.get_or_add_tcPr().append(to_element("w:shd", val="clear", color="auto", fill=colour))


def mark_place(cell: _Cell, name: str, number: int) -> None:
    """Let links lead to a cell."""
    paragraph = cell.paragraphs[0]._p
    runs = paragraph.findall(qn("w:r"))
    runs[0].addprevious(to_element("w:bookmarkStart", id=str(number), name=name))
    runs[-1].addnext(to_element("w:bookmarkEnd", id=str(number)))


def _borders() -> Any:
    borders = to_element("w:tblBorders")
    for side, colour in (("top", _EDGE), ("bottom", _EDGE), ("insideH", _LINE)):
        borders.append(to_element(f"w:{side}", val="single", sz="4", space="0", color=colour))
    return borders


def _padding() -> Any:
    padding = to_element("w:tblCellMar")
    for side, width in (("top", "50"), ("left", "100"), ("bottom", "50"), ("right", "100")):
        padding.append(to_element(f"w:{side}", w=width, type="dxa"))
    return padding


def _of_row(row: _Row) -> Any:
    return row._tr.get_or_add_trPr()
