"""X3 and L2: what people are said to have set out to learn, they kept or said."""

from __future__ import annotations

from coach.models import ClaimKind, Finding

from .brief_frames import FRAME_STEMS
from .brief_reading import BriefReading, ReadSentence, outcome_words, says_again
from .brief_words import fold, phrases
from .criterion import Criterion, quoted

_WISH = Criterion(
    "L10",
    "An outcome that nobody set makes people answer for something they never wanted.",
    "Take an outcome that the community kept, or words in which somebody wishes it.",
)
_WISHES = phrases(
    r"want\w*, wish\w*, hop(?:e|es|ed|ing), (?:would|'d) (?:like|love), (?:we|i|they|people|you)'d (?:like|love),"
    r" need(?:s|ed)? (?:to|a|some|help)",
    "so that we can, aim\\w*, goals?, purpose, learn (?:to|how|about|from|more), be able to, interested in, how"
    " (?:do|can|could|might|should) (?:we|i|you)",
    r"let's, curious, plan(?:s|ned|ning)?, looking (?:for|to|forward), keen, ask(?:ed|ing)? (?:for|how), idea\w*,"
    r" should, could we, can we, if only, get better at",
    r"understand\w*, figure out, work out, find out, improve, what if, objectives?, mission, our topic, focus on,"
    r" intend\w*, try to, trying to, \w+ to learn",
    r"wonder\w*, would help, it would be, to be better, better at, struggle\w*, propos\w*, set out, will, going"
    r" to, dream\w*, request\w*",
)  # fmt: skip
_SHARE = 0.6


def check_wishes(read: BriefReading) -> list[Finding]:
    """Check that every wish is a kept outcome, or stands on words in which people wish it."""
    found = []
    for each in read.sentences:
        if each.sentence.kind is not ClaimKind.WISH or _is_kept(each):
            continue
        if not any(_WISHES.search(fold(piece.quote)) for piece in each.sentence.evidence):
            found.append(_WISH.stop(each.where, f"{quoted(each.sentence.text)}: nobody kept that, and nobody says it."))
    ids = {outcome.id for outcome in read.ground.outcomes}
    for where, piece in read.evidence:
        if piece.outcome_id and piece.outcome_id not in ids:
            found.append(_WISH.stop(where, "It is said to speak to an outcome that nobody kept."))
    return found


def _is_kept(each: ReadSentence) -> bool:
    text = each.sentence.text
    kept = [words for outcome in each.ground.outcomes for words in outcome_words(outcome)]
    if any(says_again(text, words) for words in kept):
        return True
    mine = each.stems(text) - FRAME_STEMS
    for words in kept:
        theirs = each.stems(words) - FRAME_STEMS
        if theirs and mine and len(mine & theirs) >= _SHARE * min(len(mine), len(theirs)) and len(mine & theirs) > 1:
            return True
    return False
