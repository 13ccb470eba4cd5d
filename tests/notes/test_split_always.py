"""What holds for every text, and that no text takes long."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.models import NoteFormat
from coach.notes.front_matter import read_front_matter
from coach.notes.sentences import quotable_sentences
from coach.notes.split import split_note
from tests.notes.building import note, words

_BITS = [
    "# Heading\n", "## 12 March 2026\n", "Title\n===\n", "**Bold**\n", "MAY 3, 2018\n", "- item one\n", "    * deep\n",
    "- [ ]\n", "\n", "\r\n", "\r", " ", "\t", "\x0b", "---\n", "---\ntitle: x\n---\n", "```\n", "> quote\n",
    "| a | b |\n",
    "<p>", "</p>", "<li>", "<h2>", "</h2>", "<!--", "-->", "<script>", "</script>", "<a href='x y'>", "</a>", "<", ">",
    "[", "](", ")", "![", "*", "_", "`", "\\", "&amp;", "{{", "}}", "\ufeff", "\u200b", "中文。", "Dr. Who went. ",
    "e.g. ",
    "What? ", "word ", words(30) + "\n", words(220), "x" * 400, "\x00", "\x01", "\ufffd", "😀",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(_BITS), st.text(max_size=8)), max_size=40).map("".join)
formats = st.sampled_from(list(NoteFormat))
always = settings(derandomize=True, deadline=None, max_examples=200)


@always
@given(texts, formats)
def test_chunks_hold_every_sign_once_and_in_order(text: str, format: NoteFormat) -> None:
    whole = note(text, format=format)
    position = read_front_matter(text).end
    for place, chunk in enumerate(split_note(whole)):
        assert chunk.position == place
        assert chunk.text == text[chunk.start : chunk.end]
        assert chunk.text == chunk.text.strip() != ""
        assert chunk.start >= position
        assert not text[position : chunk.start].strip()
        position = chunk.end
    assert not text[position:].strip()


@always
@given(texts, st.sampled_from([NoteFormat.MARKDOWN, NoteFormat.TEXT]))
def test_no_word_is_cut(text: str, format: NoteFormat) -> None:
    plain = text.replace("<", " ").replace("中文", "zw")
    for chunk in split_note(note(plain, format=format)):
        before, after = plain[: chunk.start], plain[chunk.end :]
        assert not before or before[-1].isspace() or before.endswith("。")
        assert not after or after[0].isspace() or chunk.text.endswith("。")


@always
@given(texts, formats)
def test_readings_are_one_line_without_invisible_signs(text: str, format: NoteFormat) -> None:
    for chunk in split_note(note(text, format=format)):
        assert chunk.reading == " ".join(chunk.reading.split())
        assert not set(chunk.reading) & set("\u200b\ufeff\x00\x01\u202e")
        assert all(line == " ".join(line.split()) for line in chunk.heading)


@always
@given(texts, formats)
def test_quotes_are_slices_without_markup(text: str, format: NoteFormat) -> None:
    start = read_front_matter(text).end
    position = start
    for sentence in quotable_sentences(text, 0, len(text), format):
        assert sentence.text == text[sentence.start : sentence.end]
        assert sentence.start >= position
        assert 6 <= len(sentence.text.split()) <= 45
        assert not set(sentence.text) & set("*`<>[]{}\\|\x00\x01\u200b\ufeff\ufffd")
        position = sentence.end


@pytest.fixture
def _no_hang() -> Iterator[None]:
    """End a test that has lost its way; a healthy one needs seconds."""

    def give_up(*_: object) -> None:
        raise TimeoutError("this text takes far too long")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(120)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("_no_hang")
@pytest.mark.parametrize("format", list(NoteFormat))
@pytest.mark.parametrize(
    "bit", ["a", "[", "<", "#\n", "<!--"], ids=["letters", "brackets", "angles", "hashes", "comments"]
)
def test_two_megabytes_of_one_thing_do_not_hang(bit: str, format: NoteFormat) -> None:
    text = bit * (2_000_000 // len(bit))
    found = split_note(note(text, format=format))
    assert "".join("".join(chunk.text.split()) for chunk in found) == "".join(text.split())
    assert quotable_sentences(text, 0, len(text), format) == []


@pytest.mark.usefixtures("_no_hang")
@pytest.mark.parametrize("format", list(NoteFormat))
@pytest.mark.parametrize(
    "bit",
    ["](", "[](", "![", "*", "_", "\\", "<a", "<!--", "<h1>", "<p>a", "</p>", "{{", "&", " ", " #", "a. ", "? ", "- \n",
     "> ", "```\n", "```a\n", "a\n---\n", "2026-01-01 ", "# May 3\n", "[a]: b\n", "\x01", '"', "x: ", "www.", "中。"],
)  # fmt: skip
def test_hostile_signs_do_not_hang(bit: str, format: NoteFormat) -> None:
    # A hundred kilobytes: anything that grows with the square would need minutes.
    text = bit * (100_000 // len(bit)) + "z"
    found = split_note(note(text, format=format))
    assert found[-1].end == len(text)
    quotable_sentences(text, 0, len(text), format)
