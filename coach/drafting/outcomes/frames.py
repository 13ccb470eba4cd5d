"""Where a sentence names something that people find hard, ask, wish to do or do not agree on. Pure patterns.

A frame is the words around a doing: "hard to …", "how do we …", "we want to be able to …". What stands behind them is
read with care elsewhere; here only the place is found, and what the sentence makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.models import Cue


@dataclass(frozen=True)
class Frame:
    """One way of naming a doing."""

    name: str
    """What it is called in tests."""
    cue: Cue
    """What the sentence makes of the doing."""
    pattern: re.Pattern[str]
    """The words that lead in."""
    form: str
    """How the verb stands behind them: `base`, `ing`, or `clause` for a question clause."""
    trust: float
    """How often what follows is something that people want to be able to do, 0 to 1."""


@dataclass(frozen=True)
class Hit:
    """A place in a sentence where a doing begins."""

    frame: Frame
    """What led to it."""
    rest: str
    """The words from there to the end of the sentence."""


_WHO = r"(?:we|i|you|one|people|instructors|newcomers|members|learners|students|mentors|contributors|maintainers)"
_SOFT = r"(?:(?:all|both|best|better|also|actually|really|even|still|just|ever|then|more|effectively|first) )*"
_FOR = r"(?:for (?:\w+ ){1,3})?"
_HARD = (
    r"(?:hard|harder|difficult|tricky|trickier|challenging|tough|not (?:so |that |always |very )?easy|isn't easy"
    r"|impossible|struggl(?:e|es|ed|ing)|unable|not able|nervous|afraid|scared|intimidating|daunting|painful)"
)
_UNSURE = (
    r"(?:(?:don't|doesn't|didn't|not|never|nobody|no one|who) (?:really |quite |yet |even |always )*(?:know"
    r"|knows|knew"
    r"|sure|clear|understand)|unsure(?: of| about)?|unclear|confus\w+ (?:about|by|on)|struggl\w+ with|no idea"
    r"|lost on)"
)
_ASKED = (
    r"(?:ask(?:ed|ing|s)?|wonder(?:ed|ing|s)?|questions?(?: is| was)?(?: about| on| of| around)?:?"
    r"|discuss(?:ed|ing|ion)?(?: on| of| about| around)?|figur(?:e|ing) out|work(?:ing)? out|understand(?:ing)?"
    r"|debat\w+|opinions on|thoughts on|thinking about|think about|talked about|conversation (?:about|on))"
)
_WISHED = (
    r"(?:learn(?:ed|ing|t)?|know(?:ing)?|teach(?:ing)?|practi[sc]e|practi[sc]ing|ideas (?:on|for|about)"
    r"|guidance (?:on|for|about)|advice (?:on|about)|tips (?:on|for|about)|examples? of|training (?:on|in)"
    r"|best practi"
    r"ces (?:on|for|about)|lessons on|shown|suggestions (?:on|for|about)|documentation (?:on|for)|guide(?:s|lines)?"
    r" (?:on|for|to|about))"
)
_NOT_ABOUT_DOING = r"(?!say\b|tell\b|believe\b|imagine\b|overstate\b|know\b|see\b|argue\b|find time\b|come by\b)"


def _frame(name: str, cue: Cue, pattern: str, trust: float, form: str = "base") -> Frame:
    return Frame(name, cue, re.compile(pattern, re.IGNORECASE), form, trust)


FRAMES = (
    _frame(
        "hard to", Cue.STRUGGLE, rf"(?<!work )(?<!tried )(?<!try )\b{_HARD} {_FOR}to {_NOT_ABOUT_DOING}{_SOFT}", 1.0
    ),
    _frame("unsure how to", Cue.STRUGGLE, rf"\b{_UNSURE} how (?:best )?to {_SOFT}", 1.0),
    _frame(
        "how do we", Cue.QUESTION, rf"\bhow (?:do|can|could|should|might|would) (?:we|you|i|one|people) {_SOFT}", 1.0
    ),
    _frame("asked how to", Cue.QUESTION, rf"\b{_ASKED} how (?:best )?to {_SOFT}", 0.9),
    _frame("how to", Cue.QUESTION, rf"^(?:and |so |but )?how (?:best )?to {_SOFT}", 0.85),
    _frame("learn how to", Cue.WISH, rf"\b{_WISHED} how (?:best )?to {_SOFT}", 0.85),
    _frame("is there a way to", Cue.QUESTION, rf"\b(?:is|are) there (?:a |any )?(?:\w+ )?ways? to {_SOFT}", 0.9),
    _frame(
        "wish I could",
        Cue.WISH,
        rf"\b(?:{_WHO}|they) (?:all |really |just |also |still |would |do |might |may )*(?:want(?:s|ed)?|would like"
        rf"|'?d like|would love|hope|wish|need(?:s|ed)?|should) (?:we |i )?(?:to )?(?:be able to|learn (?:how )?to"
        rf"|know how to|could) {_SOFT}",
        1.0,
    ),
    _frame(
        "can never",
        Cue.STRUGGLE,
        rf"\b{_WHO} (?:can never|can(?:'t|not) (?:really |always )?|could never|never manage to"
        r"|(?:didn't|don't) (?:dare|manage) to) ?(?=(?:tell (?:when|where|which|what|whether|how|if)|explain"
        r"|show|draw|map"
        r"|read|write|describe|decide|choose|compare|find out|follow|agree|reproduce|review|teach|measure)\b)",
        0.9,
    ),
    _frame(
        "struggle with doing",
        Cue.STRUGGLE,
        r"\b(?:struggl\w+|difficult(?:y|ies)|trouble|problems?|challenges?|hard time|frustrat\w+|burden|fear)"
        r" (?:(?:with|in|of|when|around|while|by) )?(?=\w+ing\b)",
        0.9,
        "ing",
    ),
    _frame(
        "doing is hard",
        Cue.STRUGGLE,
        r"^(?=[a-z]+ing\b(?=[^.?!]{8,70} (?:is|was|are|were|can be|remains|feels) (?:still |really |very |quite "
        r"|often |always |so |too |sometimes |also )*(?:a |an )?(?:big |huge |real |major )?(?:hard|difficult"
        r"|challeng|tricky|confus|painful|problem|tough|overwhelm|frustrat|struggle|time[- ]consuming|slow)))",
        1.0,
        "ing",
    ),
    _frame(
        "nobody knows who",
        Cue.STRUGGLE,
        r"\b(?:(?:don't|doesn't|didn't|never|nobody|no one) (?:really |quite |yet |even |always )*(?:know|knows)"
        r"|(?:not|un)(?: always| really)? ?(?:sure|clear)|unclear) (?=(?:who|what|which|where|when|why|how)\b"
        r"(?! (?:best )?to ))",
        0.85,
        "clause",
    ),
)
"""Only frames behind which people name a doing; "we want to" is as often a plan for one day, and is left out."""


def find_hits(sentence: str) -> Iterator[Hit]:
    """Yield the places of a sentence (on one line, straight apostrophes) where a doing begins."""
    for frame in FRAMES:
        for match in frame.pattern.finditer(sentence):
            rest = sentence[match.end() :]
            if rest:
                yield Hit(frame, rest)
