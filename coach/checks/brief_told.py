"""L2: is a hope, a plan, an opinion or a question told as something that happened?"""

from __future__ import annotations

import re

from coach.models import ClaimKind, Finding

from .brief_frames import FRAME_STEMS
from .brief_reading import BriefReading, ReadSentence
from .brief_words import fold, phrases
from .criterion import Criterion

_AS_FACT = Criterion(
    "L2",
    "What somebody hopes or thinks is worth telling as just that; told as a fact, it misleads.",
    "Say that somebody hoped, planned, thought or asked it.",
)
_HOPES = phrases(
    r"hop(?:e|es|ing|efully), (?:i|we|they) wish, would (?:like|love) to, (?:we|i|they|you)'d (?:like|love), wants? to",
    r"plan(?:s|ning)? (?:to|that|for), plan is, if .{1,60} (?:could|would|might), going to, intends? to, aims?"
    r" to, let's, what if",
    "should (?:be able|try|start|do|have|use|get|make|find|soon|then|also|really|all)",
    "might, may (?:be able|help|well|soon), could (?:try|maybe|perhaps|start|also|one day|be|use|make)",
    "next (?:time|month|year|quarter|term|spring|summer|autumn|winter), one day, some ?day, ideally, proposal",
    "will, thinking (?:about|of), consider(?:s|ing)?, likely, must, (?:aim|goal|idea|intention|dream) (?:is|was)",
    "(?:once|as soon as|when) (?:we|they|i) (?:have|get) (?:the|a|an|our)",
    r"propos(?:e|es|ing), (?:we|i|they) need to, would expect, expect(?:s|ing)? to, perhaps, maybe, to-?do, it"
    r" would be",
    r"would (?:be|help|save|make|mean|give|let|cut|stop), (?:we|they|it|that|i|people|teams?)'ll",
)
_ASKED = phrases(r"(?:asked|wonder\w*|question is|discuss\w*) (?:whether|if)")
_PAST_WISH = phrases(
    "wanted, hoped, planned, wished, intended, needed, supposed, expected, asked, wondered, proposed, suggested"
)
_HAPPENED = phrases(
    "now, since, last (?:week|month|time|year|quarter|autumn|spring|summer|winter), yesterday, already",
    "did, drew, found, used (?!to), made, saw, went, got, caught, came, took, gave, told, said, kept, wrote,"
    " held, sent",
    "began, met, ran, spoke, brought, built, had, was, were, did, heard, felt, knew, sat, put, cut, lost, won,"
    " led, left",
    r"(?:has|have|\w+'ve|\w+'s) (?:\w+ )?(?:been|\w+ed|drawn|found|made|seen|gone|got|caught|come|taken|given"
    r"|kept|written)",
    r"\w{3,}ed",
)  # fmt: skip
_HOLDS = phrases(
    r"(?:i|we|they|he|she|some|people) (?:really |still |also |do |honestly |just )?"
    r"(?:think|thinks|thought|feel|feels|felt|believe|believes|believed|guess|suspect|suspects|reckon|reckons|suppose"
    r"|assume|imagine|doubt|sense)",
    "in my (?:view|opinion|mind), my (?:guess|hunch|sense|feeling|impression|theory), seems?, seemed",
    "probably, presumably, apparently, perhaps, maybe, as far as i, if you ask me, imho, to me it",
    "feels? (?:like|as if|as though), i'm (?:not )?(?:sure|convinced|certain)",
)
_FUTURE = phrases(
    r"hop(?:e|es|ed|ing), wish\w*, want\w*, plan(?:s|ned|ning)?, intend\w*, aim\w*, would, may, might, could,"
    r" perhaps, maybe, should",
    r"expect\w*, suggest\w*, propos\w*, idea\w*, wonder\w*, ask\w*, question\w*, will, next, if, think\w*, believe\w*",
    "not yet, to come, look forward, likely",
)  # fmt: skip
_HEDGED = phrases(
    r"hop(?:e|es|ed|ing), wish\w*, want\w*, plan(?:s|ned|ning)?, intend\w*, would, may, might, could, perhaps,"
    r" maybe, should, expect\w*",
    r"suggest\w*, propos\w*, wonder\w*, ask\w*, think\w*, thought, feel\w*, felt, belie\w*, guess\w*, view\w*, opinion",
    r"says?, said, saying, tells?, told, wrote, writes?, written, puts?, reckon\w*, suspect\w*, seem\w*,"
    r" impression, sense\w*",
    r"words, according, reports?, reported, describe[sd]?, calls?, called, likely, probably, doubt\w*,"
    r" mention\w*, whether",
    r"sees?, voice[sd]?, heard, noted, noticed, for (?:one|some|a few), one person, somebody's",
)  # fmt: skip
_DONE = frozenset({ClaimKind.CAN, ClaimKind.STORY, ClaimKind.UNPLANNED})
_FACTUAL = _DONE | {ClaimKind.COUNT, ClaimKind.HARD, ClaimKind.CONTRIBUTION}
_BREAK = re.compile(r"[.;!?]+|,\s+(?:and|so|but)\s+|\b(?:but|because)\b")


def check_told_as_fact(read: BriefReading) -> list[Finding]:
    """Check that a hope, a plan, an opinion or a question is not told as something that happened."""
    found = []
    for each in read.sentences:
        message = _say(each) if each.behind and each.sentence.kind in _FACTUAL else ""
        if message:
            found.append(_AS_FACT.stop(each.where, message))
    return found


def _say(each: ReadSentence) -> str:
    quotes = [fold(piece.quote) for piece in each.sentence.evidence] or [fold(each.behind)]
    if each.sentence.kind in _DONE and not _FUTURE.search(fold(each.own)):
        if all(quote.rstrip(" \"')*_").endswith("?") for quote in quotes):
            return "The words behind it are a question, and it is told as something that happened."
        if all(_is_hope(quote) or (_ASKED.search(quote) and not each.quotes_evidence) for quote in quotes):
            return "The words behind it are a hope or a plan, and it is told as something that happened."
    held = [match for quote in quotes if (match := _HOLDS.search(quote))]
    if len(held) == len(quotes) and _claims(each) and not _HEDGED.search(fold(each.own)):
        return f"Somebody holds it (“{held[0][0]}”), and it is told as a fact."
    return ""


def _is_hope(quote: str) -> bool:
    """Return whether a quote only looks ahead: no part of it tells of something that happened."""
    hoping = False
    for clause in filter(None, map(str.strip, _BREAK.split(quote))):
        if _HOPES.search(clause):
            hoping = True
        elif _HAPPENED.search(clause) and not _PAST_WISH.search(clause):
            return False
    return hoping


def _claims(each: ReadSentence) -> bool:
    # What only leads up to a quote claims nothing of its own.
    shared = (each.stems(each.own) & each.stems(each.behind)) - FRAME_STEMS
    return len(shared) >= (3 if each.quotes_evidence else 1)
