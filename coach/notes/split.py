"""A note in chunks of about 200 words, each an exact slice of its text.

Cuts fall before headings where they can, then between paragraphs and list items, then between sentences, then
between words, and never inside a word. Among all ways to cut, the cheapest is taken: a chunk far from 200 words
costs, a cut in an unlucky place costs, and so does a chunk that runs across headings. Chunks never run from one
meeting into the next, so a meeting of three lines is a chunk of three lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coach.models import Chunk, Note, NoteDate

from .blocks import Block, Kind, read_blocks
from .markup import FILL, Layers
from .outline import Section, read_outline
from .plain import to_plain
from .sentence_bounds import sentence_spans

TARGET_WORDS = 200
"""What a chunk aims at."""
LEAST_WORDS = 60
"""Below this a chunk joins a neighbour where it can."""
MOST_WORDS = 320
"""Above this a chunk is always cut, unless it is a single word."""

_TINY_PIECE = 10
_WORDS_IN_RUN = 40
_WINDOW = 48
_INTO_CHILD, _TO_SIBLING, _OUT_OF_PARENT = 0.15, 0.8, 1.2
_AT_PARAGRAPH, _AT_ITEM, _AT_INNER_ITEM, _AT_SENTENCE, _AT_WORD = 0.1, 0.15, 0.3, 0.5, 0.9
_AFTER_COLON = 0.3
_PREAMBLE_WORDS = 30
# Chinese and Japanese are written without spaces: every sign may end a line, so every sign may end a chunk.
_WIDE = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CJK = re.compile(f"[{_WIDE}]")
_TOKEN = re.compile(rf"[{_WIDE}]|[^\s{_WIDE}]+")
_SIGNS = frozenset(("*", "-", "+", "|", "#", "##", "###", "####", "[", "]", ">", "[x]"))


@dataclass(frozen=True)
class _Piece:
    """The smallest stretch that is kept whole."""

    start: int
    end: int
    words: int
    opening: float
    """What it costs to begin a chunk here."""
    crossing: float
    """What it costs to have this inside a chunk and not at its start."""
    section: Section


def split_note(note: Note) -> list[Chunk]:
    """Return a note's chunks: in order, none overlapping, together all that is written after the front matter."""
    layers, blocks = read_blocks(note.text, note.format)
    year = note.date.day.year if note.date.day else None
    sections = read_outline(layers, blocks, year)
    stretches = [run for group in _meetings(sections, layers) for run in _cut(group)]
    return [_to_chunk(note, layers, position, run) for position, run in enumerate(stretches)]


def _to_chunk(note: Note, layers: Layers, position: int, run: Sequence[_Piece]) -> Chunk:
    start, end = run[0].start, run[-1].end
    raw = note.text[start:end]
    start += len(raw) - len(raw.lstrip())
    end = start + len(raw.strip())
    return Chunk(
        id=f"{note.id}-{note.text_hash[:10]}-{position:04d}",
        community_id=note.community_id,
        note_id=note.id,
        position=position,
        start=start,
        end=end,
        heading=_path(run),
        text=note.text[start:end],
        reading=to_plain(layers.open[start:end], note.format),
        date=_date(run) or note.date,
    )


def _date(run: Sequence[_Piece]) -> NoteDate | None:
    """Return the date of the meeting that most of a chunk belongs to."""
    weights: Counter[NoteDate | None] = Counter()
    for piece in run:
        weights[piece.section.meeting] += piece.words
    return weights.most_common(1)[0][0]


def _path(run: Sequence[_Piece]) -> tuple[str, ...]:
    """Return the headings that a chunk stands under: those of its main section, or what its sections share."""
    weights: Counter[tuple[str, ...]] = Counter()
    # A heading with nothing under it but other headings says nothing of its own.
    telling = [piece for piece in run if not _is_heading_only(piece.section)] or run
    for piece in telling:
        weights[piece.section.path] += piece.words
    path, words = weights.most_common(1)[0]
    if words * 10 >= sum(weights.values()) * 6:
        return path
    shared = path
    for other in weights:
        same = [mine == theirs for mine, theirs in zip(shared, other, strict=False)]
        shared = shared[: same.index(False) if False in same else len(same)]
    return shared


def _is_heading_only(section: Section) -> bool:
    return len(section.blocks) == 1 and section.blocks[0].kind is Kind.HEADING


def _meetings(sections: Sequence[Section], layers: Layers) -> list[list[_Piece]]:
    """Return the pieces of each meeting; a few words before a meeting, such as a title, join it."""
    groups: list[list[_Piece]] = []
    previous: Section | None = None
    for section in sections:
        pieces = list(_pieces(section, previous, layers))
        if previous is None or section.meeting_start != previous.meeting_start:
            groups.append([])
        groups[-1] += pieces
        previous = section
    return _join_preambles(groups)


def _join_preambles(groups: Sequence[list[_Piece]]) -> list[list[_Piece]]:
    joined: list[list[_Piece]] = []
    waiting: list[_Piece] = []
    for group in groups:
        short = sum(piece.words for piece in group) < _PREAMBLE_WORDS
        if short and group[0].section.meeting_start == -1 and group is not groups[-1]:
            waiting += group
            continue
        # The cut is already made where it belongs: before the preamble.
        first = replace(group[0], crossing=0.0) if waiting else group[0]
        joined.append([*waiting, first, *group[1:]])
        waiting = []
    return joined


# -- the pieces of a section -----------------------------------------------------------------------


def _pieces(section: Section, previous: Section | None, layers: Layers) -> Iterator[_Piece]:
    """Yield a section's pieces; small ones are joined, and tags go with what they open."""
    held: _Piece | None = None
    for piece in _raw_pieces(section, previous, layers):
        if held is None:
            held = piece
        elif held.words < _TINY_PIECE or piece.words == 0:
            held = replace(held, end=piece.end, words=held.words + piece.words)
        else:
            yield held
            held = piece
    if held is not None:
        yield held


def _raw_pieces(section: Section, previous: Section | None, layers: Layers) -> Iterator[_Piece]:
    crossing = _crossing(section, previous)
    opening, ends_in_colon = 0.0, False
    pending: int | None = None
    for place, block in enumerate(section.blocks):
        if place > 0:
            opening = _opening(block) + (_AFTER_COLON if ends_in_colon else 0.0)
        words = count_words(layers, block.start, block.end)
        start = block.start if pending is None else pending
        if words == 0 and block is not section.blocks[-1] and layers.solid[block.start] == FILL:
            pending = start
            continue
        pending = None
        whole = _Piece(start, block.end, words, opening, crossing if place == 0 else 0.0, section)
        yield from _broken(whole, layers) if words > TARGET_WORDS else [whole]
        ends_in_colon = layers.solid[max(start, block.end - 20) : block.end].replace(FILL, " ").rstrip().endswith(":")


def _crossing(section: Section, previous: Section | None) -> float:
    if previous is None:
        return 0.0
    if section.depth > previous.depth:
        return _INTO_CHILD
    return _TO_SIBLING if section.depth == previous.depth else _OUT_OF_PARENT


def _opening(block: Block) -> float:
    if block.kind is Kind.ITEM:
        return _AT_INNER_ITEM if block.indent >= 2 else _AT_ITEM
    return _AT_INNER_ITEM if block.kind is Kind.TABLE else _AT_PARAGRAPH


def _broken(piece: _Piece, layers: Layers) -> Iterator[_Piece]:
    """Yield a long piece in sentences, and a long sentence in runs of words."""
    starts = [(piece.start, piece.opening)]
    for place, (start, end) in enumerate(sentence_spans(layers.solid, piece.start, piece.end)):
        if place:
            starts.append((start, _AT_SENTENCE))
        if count_words(layers, start, end) > TARGET_WORDS:
            starts += [(token, _AT_WORD) for token in _word_starts(layers.solid, start, end)]
    for place, (start, opening) in enumerate(starts):
        end = starts[place + 1][0] if place + 1 < len(starts) else piece.end
        words = count_words(layers, start, end)
        crossing = 0.0 if place else piece.crossing
        yield replace(piece, start=start, end=end, words=words, opening=opening, crossing=crossing)


def _word_starts(solid: str, start: int, end: int) -> Iterator[int]:
    """Yield every so many words the place where a word starts."""
    since = 0.0
    for token in _TOKEN.finditer(solid, start, end):
        wide = _CJK.match(token.group()) is not None
        if since >= _WORDS_IN_RUN:
            yield token.start()
            since = 0
        since += 0.5 if wide else 1


def count_words(layers: Layers, start: int, end: int) -> int:
    """Count the words of a stretch without tags and bullets; two Chinese or Japanese signs count as one word."""
    words = sum(1 for word in layers.words_between(start, end) if word not in _SIGNS)
    stretch = layers.solid[start:end]
    return words if stretch.isascii() else words + len(_CJK.findall(stretch)) // 2


# -- the cheapest cut ------------------------------------------------------------------------------


def _cut(pieces: Sequence[_Piece]) -> list[Sequence[_Piece]]:
    """Return the pieces in runs, so that sizes, places and headings together cost least."""
    costs, cut_at = [0.0], [0]
    for end in range(1, len(pieces) + 1):
        cost, start = min(_ways(pieces, end, costs))
        costs.append(cost)
        cut_at.append(start)
    runs: list[Sequence[_Piece]] = []
    end = len(pieces)
    while end > 0:
        runs.append(pieces[cut_at[end] : end])
        end = cut_at[end]
    return runs[::-1]


def _ways(pieces: Sequence[_Piece], end: int, costs: Sequence[float]) -> Iterator[tuple[float, int]]:
    """Yield what it costs to have a chunk end here, for each place where it could begin."""
    words, crossed = 0, 0.0
    for start in range(end - 1, max(-1, end - 1 - _WINDOW), -1):
        piece = pieces[start]
        words += piece.words
        if words > MOST_WORDS and start < end - 1:
            return
        yield costs[start] + piece.opening + crossed + _size_cost(words), start
        crossed += piece.crossing


def _size_cost(words: int) -> float:
    off = (min(words, 2 * MOST_WORDS) - TARGET_WORDS) / 120
    return off * off + (1.0 if words < LEAST_WORDS else 0.0)
