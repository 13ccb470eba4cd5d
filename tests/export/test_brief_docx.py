"""The brief as a Word document, read back: headings, styles, links from marks to rows, words for every picture."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from coach.export.brief import pictures_of, render_brief_docx
from tests.export.briefs import HOSTILE, bare, hostile, ordinary, pictures, whole_page

MAKES = {"ordinary": ordinary, "bare": bare, "hostile": hostile, "many": lambda: hostile(60), "whole": whole_page}


def _open(result) -> Document:
    return docx.Document(io.BytesIO(render_brief_docx(result)))


def _texts(document: Document) -> list[tuple[str, str]]:
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def _words(document: Document) -> str:
    said = [text for _, text in _texts(document)]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*said, *cells]).replace("\u200b", "").replace("\u200e", "")


def test_headings_and_lists_are_styles_that_a_person_can_go_on_with() -> None:
    texts = _texts(_open(ordinary()))

    assert ("Title", "What came of a year of reading code together") in texts
    assert [text for style, text in texts if style == "Heading 1"] == [
        "What we set out to learn", "What people can do now", "One story from end to end",
        "What did not work, and what we do not know", "How far this is the community’s doing", "What we ask",
        "The words behind it", "What was not used", "The same to look at",
    ]  # fmt: skip
    assert sum(style == "List Bullet" for style, _ in texts) == 3 + 3 + 1
    assert next(text for style, text in texts if style == "Ask").startswith("Keep the hour every second Thursday")
    assert any(style == "Gap" and text.startswith("What is missing: Nobody") for style, text in texts)


@pytest.mark.parametrize("make", MAKES)
def test_every_mark_leads_to_its_row_and_no_two_places_have_one_name(make: str) -> None:
    document = _open(MAKES[make]())
    places = [item.get(qn("w:name")) for item in document.element.iter(qn("w:bookmarkStart"))]
    links = [(item.get(qn("w:anchor")), item.text) for item in document.element.iter(qn("w:hyperlink"))]

    assert len(places) == len(set(places))
    assert all(anchor in places and f"row_{text.strip('[]')}" == anchor for anchor, text in links)
    ids = [item.get(qn("w:id")) for item in document.element.iter(qn("w:bookmarkStart"))]
    assert ids == [item.get(qn("w:id")) for item in document.element.iter(qn("w:bookmarkEnd"))]
    if places:
        assert len(document.tables[0].rows) == len(places) + 1


def test_the_evidence_stands_on_the_next_page_and_its_head_comes_again() -> None:
    document = _open(ordinary())
    (heading,) = [item for item in document.paragraphs if item.text == "The words behind it"]
    table = document.tables[0]

    assert heading.paragraph_format.page_break_before
    assert [cell.text for cell in table.rows[0].cells][1:] == [
        "What the notes say",
        "Note",
        "When",
        "How it may be quoted",
    ]
    assert table._tbl.find(f".//{qn('w:tblHeader')}") is not None
    met = "Counted: three of five sessions: 12 March 2026; 9 April 2026; 7 May 2026"
    assert [cell.text for cell in table.rows[2].cells] == ["[2]", met, met, met, met]
    assert len(table.rows[2]._tr.tc_lst) == 2


def test_every_table_and_picture_has_words_for_whoever_does_not_see_it() -> None:
    document = _open(ordinary())
    drawn = pictures_of(pictures())
    described = [item.get("descr") for item in document.element.iter(qn("wp:docPr"))]

    assert described == [picture.says for picture in drawn]
    assert len(document.tables) == 1 + len(drawn)
    for table in document.tables:
        names = [child.tag for child in table._tbl.tblPr]
        assert names[-3:] == [qn("w:tblLook"), qn("w:tblCaption"), qn("w:tblDescription")]
        assert len(names) == len(set(names))


def test_language_and_properties_are_set() -> None:
    document = _open(ordinary())
    properties = document.core_properties

    assert {item.get(qn("w:val")) for item in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    assert (properties.title, properties.language) == ("What came of a year of reading code together", "en-GB")
    assert "As the notes stood on 26 November 2026" in properties.subject
    assert f"{properties.created:%Y-%m-%d %H:%M}" == "2026-11-26 09:30"
    assert "python" not in (properties.author + properties.comments).lower()


def test_hostile_words_are_read_back_as_they_were_shown() -> None:
    words = _words(_open(hostile(60)))

    for text in (*HOSTILE[:7], "half a pair , nul , bell , turned round", HOSTILE[8], "line one line two line three"):
        assert text in words


def test_what_the_checks_still_see_is_listed_only_when_there_is_some() -> None:
    assert "To look at before you send this" not in _words(_open(ordinary()))
    assert "To look at before you send this" in _words(_open(hostile()))


def test_longer_pages_are_set_smaller() -> None:
    sizes = [_open(result).styles["Normal"].font.size.pt for result in (bare(), whole_page(450), whole_page(700))]

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 11
    assert sizes[-1] < 11


@pytest.mark.parametrize("make", MAKES)
def test_the_file_is_sound_and_holds_nothing_that_runs_or_is_fetched(make: str) -> None:
    data = render_brief_docx(MAKES[make]())
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        related = "".join(packed.read(name).decode() for name in packed.namelist() if name.endswith(".rels"))
        assert not [name for name in packed.namelist() if re.search(r"vba|embeddings|activeX", name)]

    assert "External" not in related
