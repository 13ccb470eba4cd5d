"""L1: every claim has words behind it, they stand in their note, and what is quoted is exactly what is shown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from coach.models import BriefSentence, ClaimKind, Evidence, Finding

from .brief_names import is_name_like
from .brief_reading import BriefReading, ReadSentence, outcome_words, says_again
from .brief_words import fold, one_line
from .criterion import Criterion, quoted

_CLAIM = Criterion(
    "L1",
    "Whoever reads a claim that nobody can open has to believe it, or not.",
    "Put the words of a note behind it, or leave it out.",
)
_VERBATIM = Criterion(
    "L1",
    "People stop trusting a page that puts words into anybody's mouth.",
    "Copy the words again from the note, letter for letter, or leave the sentence out.",
)
_STAND_IN = re.compile(r"\[[a-z][a-z -]{2,20}(?: \d+\w?)?\]")
_ANY_QUOTE = re.compile(r"“([^“”]*)(?:”|$)|\"([^\"]+)\"|(?<!\w)‘([^‘]{12,}?)’(?!\w)")
_MARKUP = re.compile(
    r"!?\[([^\[\]]*)\]\([^()]*\)|<[^<>]{1,300}>|https?://\S+|(?<!\w)[*_~`]+|[*_~`]+(?!\w)|^[#>*+\s-]+|\\(?=\W)"
)
_FEW_WORDS = 3


def check_evidence_given(read: BriefReading) -> list[Finding]:
    """Check that each claim has evidence, or is counted, or gives back what people kept in their own words."""
    return [
        _CLAIM.stop(each.where, f"Nothing stands behind {quoted(each.sentence.text)}.")
        for each in read.sentences
        if each.sentence.kind.is_claim and not _has_ground(each)
    ]


def check_verbatim(read: BriefReading) -> list[Finding]:
    """Check that each piece of evidence stands where it says in a note that may be read, and is shown as it stands."""
    found = []
    for where, piece in read.evidence:
        note = read.ground.notes.get(piece.note_id)
        if note is None:
            found.append(_VERBATIM.stop(where, f"The note behind {quoted(piece.shown)} is gone or may not be read."))
        elif not _stands(piece, note.text):
            found.append(_VERBATIM.stop(where, f"{quoted(piece.quote)} does not stand there in “{piece.note}”."))
        elif not _shows(piece, read.ground.names):
            found.append(_VERBATIM.stop(where, f"{quoted(piece.shown)} is not what “{piece.note}” says there."))
    return found


def check_quoted(read: BriefReading) -> list[Finding]:
    """Check that whatever stands in quotation marks is exactly what one piece of its own evidence shows."""
    found = []
    for each in read.sentences:
        allowed = (
            {fold(words) for words in (read.brief.request.question, *read.brief.request.asks)} if read.brief else ()
        )
        wrong = next(_misquoted(each, allowed), "")
        if wrong:
            found.append(_VERBATIM.stop(each.where, _say(wrong, each.sentence)))
    return found


def _has_ground(each: ReadSentence) -> bool:
    sentence = each.sentence
    if sentence.evidence:
        return True
    if sentence.kind is ClaimKind.COUNT:
        return bool(sentence.counted)
    if sentence.kind in (ClaimKind.WISH, ClaimKind.UNKNOWN):
        return _gives_back(each)
    # A link that a person told directly has no note behind it; the story itself stands behind the sentence.
    told = each.parts if each.tells_confirmed else ()
    return sentence.kind is ClaimKind.STORY and bool(told) and not any(part.evidence for part in told)


def _gives_back(each: ReadSentence) -> bool:
    kept = [words for outcome in each.ground.outcomes for words in outcome_words(outcome)]
    if any(says_again(each.sentence.text, words) for words in kept):
        return True
    mine = each.stems(each.sentence.text)
    theirs = [each.stems(words) for words in kept]
    return any(stems and len(stems & mine) >= 0.7 * len(stems) for stems in theirs)


def _stands(piece: Evidence, text: str) -> bool:
    inside = 0 <= piece.start < piece.end <= len(text)
    return bool(piece.quote.strip()) and inside and text[piece.start : piece.end] == piece.quote


def _shows(piece: Evidence, names: Collection[str]) -> bool:
    shown, quote = one_line(piece.shown), one_line(piece.quote)
    return shown == quote or _fits(shown, quote, names) or _fits(_bare(shown), _bare(piece.quote), names)


def _fits(shown: str, quote: str, names: Collection[str]) -> bool:
    """Return whether a quote becomes what is shown when nothing but names, addresses and numbers are bracketed."""
    pieces = _STAND_IN.split(shown)
    if len(pieces) == 1:
        return shown == quote
    match = re.fullmatch("(.{1,80}?)".join(map(re.escape, pieces)), quote)
    return match is not None and all(is_name_like(hidden, names) for hidden in match.groups())


def _bare(text: str) -> str:
    # The signs of a note's markup are no words; a list's bullets and a heading's hashes are left out, too.
    lines = (_MARKUP.sub(lambda match: match[1] or "", line) for line in text.splitlines())
    return one_line(" ".join(lines)).strip()


def _misquoted(each: ReadSentence, allowed: Collection[str]) -> Iterator[str]:
    for match in _ANY_QUOTE.finditer(each.unquoted):
        words = match[1] or match[2] or match[3] or ""
        if not words.strip() or fold(words) in allowed:
            continue
        if match[3] and _stands_in_evidence(each, words):
            continue
        yield words


def _stands_in_evidence(each: ReadSentence, words: str) -> bool:
    return any(fold(words).strip(" .") in fold(shown) for shown in each.shown)


def _say(words: str, sentence: BriefSentence) -> str:
    holding = [piece for piece in sentence.evidence if _shares(words, piece.shown)]
    if len(holding) > 1:
        return f"{quoted(words)} is put together from two places; nobody said it like that."
    return f"{quoted(words)} is not what the words behind it say, letter for letter."


def _shares(words: str, shown: str) -> bool:
    mine, theirs = fold(words).split(), fold(shown)
    rows = (" ".join(mine[place : place + _FEW_WORDS]) for place in range(max(1, len(mine) - _FEW_WORDS + 1)))
    return any(row in theirs for row in rows)
