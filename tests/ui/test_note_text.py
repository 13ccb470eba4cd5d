"""Notes are data: readable, escaped, and every piece knows where it stands."""

from __future__ import annotations

import re

import pytest

from coach.models import Note, NoteFormat
from ui.components.note_text import format_of, lines_of, render_note

MARKDOWN = "\ufeff# Retro\r\n\r\n- one <b>thing</b>\r\n## Dragged\r\nletters & maps\r\n"
HTML = (
    "<html><head><title>no</title></head><body><h2>Letters</h2><p>as we&#39;d <b>say</b> it</p>"
    "<script>x()</script></body></html>"
)


def note(text: str, form: NoteFormat, title: str = "T") -> Note:
    return Note(
        id="n", community_id="c", source="s", path="p", title=title, text=text, text_hash="h", format=form
    )  # fmt: skip


@pytest.mark.parametrize(("text", "form"), [(MARKDOWN, NoteFormat.MARKDOWN), (MARKDOWN, NoteFormat.TEXT)])
def test_each_piece_stands_where_it_says(text: str, form: NoteFormat) -> None:
    pieces = [piece for line in lines_of(text, form) for piece in line.pieces]
    assert pieces
    assert all(text[piece.start : piece.end] == piece.shown for piece in pieces)


def test_headings_are_headings_in_markdown_and_words_in_plain_text() -> None:
    assert [line.level for line in lines_of(MARKDOWN, NoteFormat.MARKDOWN) if line.level] == [1, 2]
    assert not [line for line in lines_of(MARKDOWN, NoteFormat.TEXT) if line.level]


def test_html_is_shown_as_words_without_scripts() -> None:
    lines = ["".join(piece.shown for piece in line.pieces) for line in lines_of(HTML, NoteFormat.HTML)]
    assert lines == ["Letters", "as we'd say it"]


def test_markup_in_a_note_is_shown_and_never_obeyed() -> None:
    page = render_note(note(MARKDOWN, NoteFormat.MARKDOWN))
    assert "&lt;b&gt;thing&lt;/b&gt;" in page
    assert "letters &amp; maps" in page


@pytest.mark.parametrize("quote", ["thing", "letters & maps", "one <b>thing</b>\r\n## Dragged\r\nletters"])
def test_the_passage_is_marked_and_nothing_else(quote: str) -> None:
    start = MARKDOWN.index(quote)
    page = render_note(note(MARKDOWN, NoteFormat.MARKDOWN), start, start + len(quote))
    marked = re.findall(r'<mark class="c-mark">(.*?)</mark>', page)
    words = [re.sub(r"^#+ ", "", line) for line in quote.splitlines()]
    escaped = [word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for word in words]
    assert marked == escaped


def test_a_passage_in_html_is_marked_by_whole_stretches() -> None:
    start = HTML.index("as we")
    page = render_note(note(HTML, NoteFormat.HTML), start, start + 10)
    assert re.findall(r'<mark class="c-mark">(.*?)</mark>', page) == ["as we&#x27;d "]


def test_a_first_heading_that_repeats_the_title_is_not_shown_twice() -> None:
    assert ">Retro<" not in render_note(note(MARKDOWN, NoteFormat.MARKDOWN, title="Retro"))
    assert ">Retro<" in render_note(note(MARKDOWN, NoteFormat.MARKDOWN, title="Another name"))


def test_the_form_follows_the_file_name() -> None:
    assert format_of("a/B.HTM") is NoteFormat.HTML
    assert format_of("a.txt") is NoteFormat.TEXT
    assert format_of("a.md") is NoteFormat.MARKDOWN
