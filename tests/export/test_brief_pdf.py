"""The brief as PDF: tagged, one page, marks that lead to rows, notes never markup, no letter silently lost."""

from __future__ import annotations

import io
import re
from typing import Any

import pypdf
import pytest

from coach.export.brief import render_brief_pdf
from coach.export.brief.pdf import UNSHOWN, find_unshown
from coach.export.brief.sheet import lay_out, spread_marks
from coach.models import BriefPictures, ClaimKind, SectionKind
from tests.export.briefs import HOSTILE, bare, evidence, hostile, ordinary, section, sentence, whole_page

MAKES = {"ordinary": ordinary, "bare": bare, "hostile": hostile, "many": lambda: hostile(60), "whole": whole_page}
NOWHERE = "\U0001fbff\U0010fffd"
"""Characters that no font has a letter for, or nobody has given a meaning."""


def _open(result) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(render_brief_pdf(result)))


def _page(reader: pypdf.PdfReader, number: int) -> str:
    return re.sub(r"\s+", " ", reader.pages[number].extract_text().replace("\u200b", ""))


def _all(reader: pypdf.PdfReader) -> str:
    return " ".join(_page(reader, number) for number in range(len(reader.pages)))


def test_the_page_is_one_page_and_the_evidence_the_next() -> None:
    reader = _open(ordinary())

    assert len(reader.pages) == 3
    assert "What we ask" in _page(reader, 0)
    assert "As the notes stood on 26 November 2026" in _page(reader, 0)
    assert "The words behind it" in _page(reader, 1)
    assert "The words behind it" not in _page(reader, 0)
    assert "The same to look at" in _page(reader, 2)


@pytest.mark.parametrize("words", [450, 600, 750])
def test_a_brief_of_full_length_is_still_one_page(words: int) -> None:
    reader = _open(whole_page(words))

    assert lay_out(whole_page(words)).words() >= words * 0.85
    assert "we ask for time" in _page(reader, 0)
    assert _page(reader, 1).startswith("The words behind it")


@pytest.mark.parametrize("make", MAKES)
def test_it_is_tagged_and_says_what_it_is(make: str) -> None:
    reader = _open(MAKES[make]())
    root: Any = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert "/StructTreeRoot" in root
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_object().get_data().replace(b'"', b"")
    assert reader.metadata.title


def test_rows_and_heads_are_tagged_as_a_table() -> None:
    reader = _open(ordinary())
    kinds: list[str] = []

    def walk(item) -> None:
        item = item.get_object()
        if isinstance(item, list):
            for child in item:
                walk(child)
        elif isinstance(item, dict):
            kinds.append(item.get("/S", ""))
            walk(item["/K"]) if "/K" in item else None

    root: Any = reader.trailer["/Root"]
    walk(root["/StructTreeRoot"]["/K"])

    assert kinds.count("/Table") == 5
    assert {"/H1", "/H2", "/TH", "/TR", "/TD", "/L", "/LI", "/Link"} <= set(kinds)


@pytest.mark.parametrize("make", MAKES)
def test_marks_are_links_into_the_file_and_nothing_leads_out(make: str) -> None:
    result = MAKES[make]()
    reader = _open(result)
    pages: list[Any] = list(reader.pages)
    notes = [item.get_object() for page in pages for item in page.get("/Annots", [])]
    sheet = lay_out(result)
    said = [*(one for part in sheet.chapters for one in part.said), sheet.made_from]

    assert all("/Dest" in note or note["/A"]["/S"] == "/GoTo" for note in notes)
    assert len(notes) == sum(len(spread_marks(one.marks)) for one in said)


def test_fonts_are_inside() -> None:
    reader = _open(ordinary())
    pages: list[Any] = list(reader.pages)
    fonts = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]

    for font in fonts:
        (inner,) = font["/DescendantFonts"]
        described = inner.get_object()["/FontDescriptor"]
        assert "/FontFile2" in described or "/FontFile3" in described


def test_notes_are_never_markup() -> None:
    text = _all(_open(hostile()))

    for words in (HOSTILE[0], HOSTILE[1], HOSTILE[8], "half a pair , nul , bell , turned round"):
        assert words in text


def test_a_word_longer_than_a_line_breaks_inside_the_page() -> None:
    reader = _open(hostile())
    edges: list[float] = []
    reader.pages[0].extract_text(visitor_text=lambda text, cm, tm, *_: edges.append(tm[4]) if text.strip() else None)

    assert "".join(HOSTILE[6].split()) in _page(reader, 0).replace(" ", "")
    assert max(edges) < 595


def test_letters_that_no_font_has_are_marked_and_said() -> None:
    part = section(
        SectionKind.CAN_NOW, sentence(ClaimKind.CAN, f"It said “{NOWHERE} well”.", evidence(1, f"{NOWHERE} well"))
    )
    text = _all(_open(ordinary(sections=(part,))))

    assert f"“{UNSHOWN} well”" in text
    assert f"Where {UNSHOWN} stands, the notes hold writing that this file has no letters for" in text
    assert "The Word and Markdown files have it." in text


def test_nothing_is_said_of_letters_when_all_are_there() -> None:
    assert "About this file" not in _all(_open(ordinary()))


def test_common_letters_of_europe_are_there() -> None:
    assert find_unshown("Zürich łódź šķīvis Ελλάδα Привет “…” – → ● ½ é שלום") == frozenset()
    assert set(NOWHERE) <= find_unshown(f"a{NOWHERE}b")


def test_pictures_that_say_nothing_take_no_page() -> None:
    reader = _open(ordinary(pictures=BriefPictures()))

    assert len(reader.pages) == 2


def test_sixty_pieces_of_evidence_go_on_with_their_head_on_every_page() -> None:
    reader = _open(hostile(60))
    pages = [_page(reader, number) for number in range(len(reader.pages))]

    assert sum("What the notes say" in page for page in pages) >= 2
    assert "What the notes say" not in pages[0]
