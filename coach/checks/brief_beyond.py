"""L2: our own words only frame; what they judge, measure, rank or tell as a result, the words behind them say too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from coach.models import ClaimKind, Evidence, Finding, Note
from coach.playbook.language import stem_of

from .brief_loaded import EVERYDAY, FAMILIES, HARD_TOO, LOADED, LOADED_WORDS
from .brief_neutral import NEUTRAL_STEMS
from .brief_opposites import NOT
from .brief_reading import BriefReading, ReadSentence, outcome_words
from .brief_words import fold, phrases
from .criterion import Criterion, listed, quoted

_BEYOND = Criterion(
    "L2",
    "Praise that nobody gave, or a result that nobody told, is the first thing that a careful reader finds.",
    "Let the quote say it, in its own words, and only lead up to it.",
)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_LEFT_OPEN = phrases("whether, if, how far, how much, not known, unclear, nobody knows, wants?, wanted, wish, wished"
                     ", hope, hoped, hopes, something(?: else)?, little, no(?:body)?, never, without,"
                     " neither, nor, less, hardly")  # fmt: skip
_SENTENCE = re.compile(r"(?<=[.?!])\s+|\n+")
_REACH, _AROUND, _SPAN = 7, 2, 400
_FREE = frozenset({ClaimKind.ASK, ClaimKind.COUNT})
_HARD = frozenset({ClaimKind.HARD, ClaimKind.UNKNOWN, ClaimKind.DISAGREEMENT, ClaimKind.CONTRIBUTION})
_FEWEST, _FAR, _VERY_FAR = 2, 0.24, 0.12


def check_beyond(read: BriefReading) -> list[Finding]:
    """Check that our words bring along no judgement and no result that the words behind them do not hold."""
    found = []
    for each in read.sentences:
        if each.sentence.kind in _FREE or not each.behind:
            continue
        known = _known(each, read)
        word = next(_loaded(each, known), "")
        if word:
            message = f"“{word}” is {LOADED[_stem(word)]} that does not stand in the words behind it."
            found.append(_BEYOND.stop(each.where, message))
        elif words := _far_words(each, known):
            message = f"{quoted(each.own)} tells of {listed(words)}, and the words behind it do not."
            found.append(
                _BEYOND.stop(each.where, message) if len(words) >= _FEWEST else _BEYOND.question(each.where, message)
            )
    return found


def _loaded(each: ReadSentence, known: frozenset[str]) -> Iterator[str]:
    hard = each.sentence.kind in _HARD
    text = fold(each.own)
    for match in _WORD.finditer(text):
        stem = _stem(match[0])
        if (
            not _is_loaded(match[0])
            or (hard and stem in HARD_TOO)
            or (FAMILIES.get(stem, frozenset()) | {stem}) & known
        ):
            continue
        if not _is_left_open(text[: match.start()]):
            yield match[0]


def _is_loaded(word: str) -> bool:
    stem = _stem(word)
    return word in LOADED_WORDS or (word not in EVERYDAY and stem in LOADED and stem not in NEUTRAL_STEMS)


def _is_left_open(before: str) -> bool:
    near = " ".join(re.split(r"[.;:?!,]", before)[-1].split()[-_REACH:])
    return bool(NOT.search(near) or _LEFT_OPEN.search(near))


def _far_words(each: ReadSentence, known: frozenset[str]) -> list[str]:
    """Return the words of ours that nothing behind them holds, where the whole is far from it in meaning, too."""
    if each.ground.embedder is None or each.sentence.kind is ClaimKind.FRAME:
        return []
    words = [word for word in _WORD.findall(fold(each.own)) if each.stems(word) and not _is_known(word, each, known)]
    words = list(dict.fromkeys(words))
    if not words:
        return []
    mine, theirs = each.ground.embedder.embed([each.own.replace("“”", "").strip(" :"), each.behind])
    return words if float(mine @ theirs) < (_FAR if len(words) >= _FEWEST else _VERY_FAR) else []


def _is_known(word: str, each: ReadSentence, known: frozenset[str]) -> bool:
    return bool(each.stems(word) & (NEUTRAL_STEMS | known)) or _stem(word) in known


def _known(each: ReadSentence, read: BriefReading) -> frozenset[str]:
    texts = [each.behind, *each.shown, *each.outcome_texts, *each.kept_words]
    texts += [counted.says for counted in each.sentence.counted]
    texts += [words for row in each.ground.outcomes for words in outcome_words(row)]
    texts += [
        f"{piece.session} {_around(piece, each.ground.notes.get(piece.note_id))}" for piece in each.sentence.evidence
    ]
    if read.brief is not None:
        request = read.brief.request
        texts += [read.brief.community, request.reader, request.question, *request.asks]
        texts += [theme.name for theme in read.brief.pictures.themes]
    if read.answer is not None:
        texts.append(read.answer.question)
    text = " … ".join(texts)
    return each.stems(text) | frozenset(map(_stem, _WORD.findall(fold(text))))


def _around(piece: Evidence, note: Note | None) -> str:
    if note is None:
        return ""
    before = _SENTENCE.split(note.text[max(0, piece.start - _SPAN) : piece.start].strip())[-_AROUND:]
    after = _SENTENCE.split(note.text[piece.end : piece.end + _SPAN].strip())[:_AROUND]
    return " ".join((*before, *after))


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    return stem_of(word.removesuffix("'s"))
