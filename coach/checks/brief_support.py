"""L2: do the words behind a sentence speak of what it says: its names, its dates, its matter?"""

from __future__ import annotations

import re

from coach.models import ClaimKind, Finding

from .brief_counts import words_of_dates
from .brief_frames import LEAD_STEMS
from .brief_opposites import NOT
from .brief_reading import BriefReading, ReadSentence, outcome_words
from .brief_words import fold, one_line, phrases
from .criterion import Criterion, listed, quoted

_SUPPORT = Criterion(
    "L2",
    "A quote that says something else than the sentence makes people doubt every other one, too.",
    "Say no more than the words behind it say, or put others behind it.",
)
_CAPITAL = re.compile(r"(?<![\w’'-])[A-ZÀ-Ý][\w’'&+-]*")
_START = re.compile(r"(?:^|[.?!:…;“”\"(–—]\s*|-\s)$")
_EVERYDAY = frozenset(
    "I I’m I'm I’ve I'd I’d I'll Coach OK CoP Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
_ALL = phrases(
    "everyone, everybody, all (?:of )?(?:the |our )?(?:teams|members|people|newcomers|staff), always, nobody, no"
    " one, never, all agree, (?:by|for|with) all, all of (?:us|them)"
)
_NOT_ALL = phrases("there is no one, not (?:everyone|everybody|all|always), nobody (?:knows|can|had)")
_NONE = phrases("nobody, no one, never")
_SHARE, _NEAR, _CLOSE, _LED, _FAR = 0.25, 0.4, 0.45, 0.24, 0.12
_FEWEST = 3
_FREE = frozenset({ClaimKind.FRAME, ClaimKind.ASK})
_OPEN = frozenset({ClaimKind.UNKNOWN, ClaimKind.HARD, ClaimKind.UNPLANNED, ClaimKind.CONTRIBUTION})


def check_names_given(read: BriefReading) -> list[Finding]:
    """Check that names, places and months in our words are known from what stands behind the sentence."""
    found = []
    for each in read.sentences:
        new = [] if each.sentence.kind is ClaimKind.ASK else _new_capitals(each, read)
        if new:
            message = f"{listed(f'“{word}”' for word in new)} does not come from the words behind it."
            found.append(_SUPPORT.stop(each.where, message))
    return found


def check_support(read: BriefReading) -> list[Finding]:
    """Check that what we say in our words is near to what the words behind it say."""
    found = []
    for each in read.sentences:
        if each.sentence.kind in _FREE or not each.behind:
            continue
        share, told = _share(each)
        if told and _is_far(each, share):
            found.append(_SUPPORT.stop(each.where, f"{quoted(each.own)} is not what the words behind it are about."))
        elif told and not each.quotes_evidence and share < _NEAR and read.ground.embedder is None:
            found.append(_SUPPORT.question(each.where, f"Does {quoted(each.own)} say what the words behind it say?"))
    return found


def check_everybody(read: BriefReading) -> list[Finding]:
    """Check that what one voice says is not told of everybody."""
    found = []
    for each in read.sentences:
        kind = each.sentence.kind
        words = (
            _ALL.search(_NOT_ALL.sub(" ", each.own)) if kind.is_claim and kind not in _OPEN and each.behind else None
        )
        both_deny = words and _NONE.search(words[0]) and NOT.search(fold(each.behind))
        if words and not both_deny and not _ALL.search(each.behind) and not each.sentence.counted:
            message = f"“{one_line(words[0])}” is more than the words behind it say."
            found.append(_SUPPORT.stop(each.where, message, "Say “some people”, or whose words they are."))
    return found


def _is_far(each: ReadSentence, share: float) -> bool:
    embedder = each.ground.embedder
    if embedder is None or share >= _NEAR:
        return share == 0 or (share < _SHARE and not each.quotes_evidence)
    mine, theirs = embedder.embed([each.own.replace("“”", ""), each.behind])
    near = float(mine @ theirs)
    return near < _FAR if share > _SHARE else near < (_LED if each.quotes_evidence else _CLOSE) and share <= _SHARE / 2


def _share(each: ReadSentence) -> tuple[float, bool]:
    """Return how much of our words is in the words behind them, and whether we say enough to tell."""
    known = each.stems(each.behind).union(*(each.stems(text) for text in each.outcome_texts))
    if each.sentence.kind is ClaimKind.WISH:
        known = known.union(*(each.stems(text) for row in each.ground.outcomes for text in outcome_words(row)))
    counted = " ".join(counted.says for counted in each.sentence.counted)
    known |= each.stems(" ".join(piece.session + " " + piece.title for piece in each.sentence.evidence))
    mine = {stem for stem in each.stems(each.own) - LEAD_STEMS - each.stems(counted) if not stem.isdecimal()}
    return (len(mine & known) / len(mine) if mine else 1.0), len(mine) >= _FEWEST


def _new_capitals(each: ReadSentence, read: BriefReading) -> list[str]:
    known = fold(_known(each, read))
    dates = words_of_dates(
        *(piece.date for piece in each.sentence.evidence),
        *(item.date for counted in each.sentence.counted for item in counted.items),
        *(day.isoformat() for day in read.period if day),
    )
    found = []
    for match in _CAPITAL.finditer(each.own):
        word = re.sub(r"['’]s?$", "", match[0])
        if _START.search(each.own[: match.start()]) or word in _EVERYDAY or word in dates:
            continue
        if not re.search(rf"(?<!\w){re.escape(fold(word))}", known):
            found.append(word)
    return list(dict.fromkeys(found))


def _known(each: ReadSentence, read: BriefReading) -> str:
    texts = [each.behind, *each.shown, *each.kept_words, *(piece.session for piece in each.sentence.evidence)]
    texts += [counted.says for counted in each.sentence.counted]
    if read.brief is not None:
        request = read.brief.request
        texts += [read.brief.community, request.reader, request.question, *request.asks]
    if read.answer is not None:
        texts.append(read.answer.question)
    return " … ".join(texts)
