"""Sentences of a note that can be quoted as they stand.

A quotable sentence is a sentence or list item whose slice of the text holds no markup, so that it can be shown word
for word. What leads it in stays outside: a bullet, a number, a `>`, a speaker's tag, a label in bold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coach.models import NoteFormat

from .blocks import Block, Kind, is_date_line, read_blocks
from .markup import FILL, Layers
from .sentence_bounds import sentence_spans
from .sentence_signs import (
    ADDRESS,
    FORM_QUESTION,
    INSTRUCTION,
    LABEL,
    LEAD,
    LISTED_PEOPLE,
    MARKUP,
    NEW_LINE,
    NO_NEWS,
    SIGN_IN_HEADING,
    SIGNED,
    SPEAKER,
)

LEAST_WORDS = 6
"""Shorter ones say too little."""
MOST_WORDS = 45
"""Longer ones cannot be taken in at a glance."""

_EDGES = " \t\r\n\x0b\x0c\xa0*_~" + FILL
_OPENERS = "\"'\u201c\u2018\u00ab(\u00bf\u00a1$\u00a3\u20ac"
_PAIRS = (("\u201c", "\u201d"), ("\u00ab", "\u00bb"), ("(", ")"))
_SHORT_LINE = 45


@dataclass(frozen=True)
class Sentence:
    """A sentence with its place: `text == note.text[start:end]`."""

    start: int
    """Where it starts in the note's text, in characters."""
    end: int
    """Where it ends in the note's text, in characters."""
    text: str
    """The exact words, line breaks included."""


def quotable_sentences(text: str, start: int, end: int, format: NoteFormat) -> list[Sentence]:
    """Return the sentences inside a stretch of a note that can be quoted word for word.

    Args:
        text: The note's whole text.
        start: Where the stretch starts, in characters.
        end: Where it ends; sentences that reach beyond it are left out.
        format: How the note is written.
    """
    return [sentence for sentence in _all_sentences(text, format) if start <= sentence.start and sentence.end <= end]


@lru_cache(maxsize=32)
def _all_sentences(text: str, format: NoteFormat) -> tuple[Sentence, ...]:
    layers, blocks = read_blocks(text, format)
    found = [sentence for block in _telling(layers, blocks) for sentence in _in_block(layers, block)]
    # A question that comes back again and again belongs to the form, not to what people said.
    asked = Counter(" ".join(item.text.lower().split()) for item in found if item.text.endswith("?"))
    return tuple(item for item in found if asked[" ".join(item.text.lower().split())] < 3)


def _telling(layers: Layers, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks in which people say something: no headings, code, tables, forms or lists of people."""
    signing_in = False
    for place, block in enumerate(blocks):
        if block.kind in {Kind.HEADING, Kind.PARAGRAPH}:
            signing_in = bool(SIGN_IN_HEADING.match(_words(layers, block)))
        telling = block.kind in {Kind.ITEM, Kind.PARAGRAPH} and not signing_in
        if telling and not _asks_for_answers(layers, block, blocks[place + 1 : place + 2]):
            yield block


def _words(layers: Layers, block: Block) -> str:
    return layers.solid[block.start : min(block.end, block.start + 400)].replace(FILL, " ").strip()


def _asks_for_answers(layers: Layers, block: Block, following: Sequence[Block]) -> bool:
    """Say whether a block is a question of a form, with the answers indented under it."""
    words = _words(layers, block)
    if not words.endswith("?"):
        return False
    numbered = words[:1].isdigit()
    answered = any(item.kind is Kind.ITEM and item.indent > block.indent for item in following)
    return numbered and (answered or not following or following[0].kind is not Kind.ITEM)


def _in_block(layers: Layers, block: Block) -> Iterator[Sentence]:
    solid = layers.solid
    lead = LEAD.match(solid, block.start, block.end)
    start = lead.end() if lead else block.start
    for line_start, line_end in _joined_lines(solid, start, block.end, layers.format):
        line_start = _after_label(solid, line_start, line_end)
        if LISTED_PEOPLE.match(solid, line_start, line_end):
            continue
        for begin, finish in sentence_spans(solid, line_start, line_end):
            sentence = _to_sentence(layers.text, solid, _after_label(solid, begin, finish), finish)
            if sentence is not None:
                yield sentence


def _joined_lines(solid: str, start: int, end: int, format: NoteFormat) -> Iterator[tuple[int, int]]:
    """Yield stretches of lines that read on; a short line before a capital letter ends one."""
    if format is NoteFormat.HTML:
        yield start, end
        return
    begin, position = start, start
    while (newline := solid.find("\n", position, end)) != -1:
        before, after = solid[position:newline].strip(_EDGES), solid[newline + 1 : newline + 80].lstrip(_EDGES)
        short = len(before) < _SHORT_LINE and (after[:1].isupper() or format is NoteFormat.TEXT)
        if short or NEW_LINE.match(after):
            yield begin, newline
            begin = newline + 1
        position = newline + 1
    yield begin, end


def _after_label(solid: str, start: int, end: int) -> int:
    """Return where the sentence starts after a label in bold and a speaker's tag."""
    lead = LEAD.match(solid, start, end)
    place = lead.end() if lead else start
    for pattern in (LABEL, SPEAKER):
        match = pattern.match(solid, place, end)
        place = match.end() if match else place
    return place


def _to_sentence(text: str, solid: str, start: int, end: int) -> Sentence | None:
    start, end = _trim(solid, start, end)
    words = solid[start:end]
    if not LEAST_WORDS <= len(words.split()) <= MOST_WORDS or not _reads_well(words):
        return None
    return Sentence(start, end, text[start:end])


def _trim(solid: str, start: int, end: int) -> tuple[int, int]:
    stretch = solid[start:end]
    begin = start + len(stretch) - len(stretch.lstrip(_EDGES))
    finish = begin + len(stretch.strip(_EDGES))
    signed = SIGNED.search(solid, max(begin, finish - 60), finish)
    if signed is not None and signed.start() > begin:
        return _trim(solid, begin, signed.start())
    return begin, finish


def _reads_well(words: str) -> bool:
    if MARKUP.search(words) or ADDRESS.search(words):
        return False
    if not (words[0].isalnum() or words[0] in _OPENERS) or words.endswith((":", ",", ";")):
        return False
    if NO_NEWS.match(words) or INSTRUCTION.search(words) or is_date_line(" ".join(words.split())):
        return False
    if words.endswith("?") and FORM_QUESTION.match(words):
        return False
    return _is_prose(words) and _is_balanced(words)


def _is_prose(words: str) -> bool:
    """Say whether it is mostly made of letters, and not a list of names or numbers."""
    letters = sum(1 for sign in words if sign.isalpha())
    if letters * 10 < len("".join(words.split())) * 7:
        return False
    parts = words.split()
    small = sum(1 for part in parts if part[0].islower())
    # Scripts without small letters are judged by their letters alone.
    return small * 3 >= len(parts) or not any(sign.islower() or sign.isupper() for sign in words)


def _is_balanced(words: str) -> bool:
    """Say whether every bracket and quotation mark that opens also closes."""
    if words.count('"') % 2:
        return False
    return all(words.count(opening) == words.count(closing) for opening, closing in _PAIRS)
