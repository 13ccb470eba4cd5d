"""Which of somebody's own words to give back: what tells most of the matter, and what shows a strength."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from coach.playbook import content_stems
from coach.playbook.talk import StrengthKind

from .said import Said
from .spans import BEST, Span, find_spans, is_question, shortest_spans

_SIGNS: tuple[tuple[StrengthKind, re.Pattern[str]], ...] = (
    (
        "owns",
        re.compile(
            r"\bi (?:did(?:n['’]?t| not)|just|only|never|should(?:n['’]?t)? have|ended up|panicked|mumbled|froze"
            r"|talked|said nothing|laughed|answered|forgot|feel (?:awful|bad|guilty|ashamed|dreadful|sick)"
            r"|hate|fill(?:ed)?|cut|missed|let)\b|\bme (?:too|included|as well)\b|\bmy (?:own )?(?:fault|mistake"
            r"|part)\b|\bit was me\b|\bkick myself\b",
            re.IGNORECASE,
        ),
    ),
    (
        "cares",
        re.compile(
            r"\b(?:i|we)(?:['’]?d| would)? (?:really )?(?:want|like|love|hope|wish|care|miss|need|worry)\w*\b"
            r"|\bi don['’]?t want\b|\bworri(?:es|ed)\b|\bit matters\b|\bwithout (?:\w+ ){0,2}\w+ing\b"
            r"|\b(?:won['’]?t|not) get a word\b",
            re.IGNORECASE,
        ),
    ),
    (
        "tried",
        re.compile(
            r"\b(?:i|we)(?:['’]ve| have)? (?:tried|asked|sent|made|set|put|moved|wrote|built|planned|prepared"
            r"|split|invited|waited|counted|started|changed|rang|called|told|suggested|ran|run|did|held|offered"
            r"|agreed|brought|"
            r"swap|rotate)\b|^(?:tried|asked|sent|made|waited|moved|split|invited)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "values",
        re.compile(
            r"\b(?:lovely|best|good|great|happy|brilliant|right|kind|clever|fun|enjoy\w*|liked?|loved?|proud|glad"
            r"|warm|generous|friendly|well[- ]meant|works?|worked|working)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "noticed",
        re.compile(
            r"\b(?:notic\w+|saw|see|heard|hear|realis\w+|realiz\w+|can tell|went (?:quiet|white|red)|nodd\w+"
            r"|looked|watch\w+|silent|quiet|never says|nobody|no one|people|somebody|someone|they|he|she)\b",
            re.IGNORECASE,
        ),
    ),
)
_NOT_GOOD = re.compile(r"\b(?:not|never|no|n['’]t|hardly|isn['’]?t|wasn['’]?t|don['’]?t)\b", re.IGNORECASE)
_FELT = re.compile(
    r"\b(?:feel|felt|awful|dreadful|ashamed|grim|disaster|hate|dread|worr\w+|scared|nervous|embarrass\w+|lost"
    r"|tired|knackered|stuck|help|silent|silence|nothing|nobody|nobody['’]s|again|still|always|never|every time"
    r"|don['’]?t know)\b",
    re.IGNORECASE,
)


_WHEN = re.compile(
    r"\b(?:starts?|starting|begins?|on|due) (?:in|at)\b|\bin (?:\w+ ){0,2}min(?:ute)?s?\b", re.IGNORECASE
)
"""When it begins is no matter."""
_OF_THE_COACH = re.compile(r"\byou (?:told|said|suggested|advised|recommended)\b|\bquestions? back\b", re.IGNORECASE)
"""Nor is what is said to the coach about the coach."""


@dataclass(frozen=True)
class OwnWords:
    """What is given back."""

    matter: Span | None
    """What tells most of the matter."""
    strength: Span | None
    """What shows a strength; None where nothing does."""
    kind: StrengthKind | None
    """Which one it shows."""


def choose_words(said: Said, about: frozenset[str] = frozenset()) -> OwnWords:
    """Return the words of a message that are worth giving back.

    Args:
        said: The message.
        about: Stems of what it is about, as far as that is known.
    """
    spans = find_spans(said.sentences)
    told = [span for span in spans if not is_question(span)] or spans or shortest_spans(said.sentences)
    if not told:
        return OwnWords(None, None, None)
    matter = max(told, key=lambda span: (_weigh(span, about, len(said.sentences)), -span.sentence))
    strength, kind = _find_strength([span for span in told if _differs(span, matter)])
    return OwnWords(matter, strength, kind)


def _weigh(span: Span, about: frozenset[str], sentences: int) -> float:
    words = span.text.split()
    near = len(content_stems(span.text) & about)
    shape = -abs(len(words) - BEST) / 4
    late = 0.4 * span.sentence / max(1, sentences)
    beside = 1.5 * bool(_WHEN.search(span.text) or _OF_THE_COACH.search(span.text))
    return 1.5 * min(near, 3) + 1.2 * bool(_FELT.search(span.text)) + shape - late - beside


def _find_strength(spans: Sequence[Span]) -> tuple[Span | None, StrengthKind | None]:
    for kind, sign in _SIGNS:
        fitting = [
            span for span in spans if sign.search(span.text) and not (kind == "values" and _NOT_GOOD.search(span.text))
        ]
        if fitting:
            return max(fitting, key=lambda span: (-abs(len(span.text.split()) - BEST), -span.sentence)), kind
    return None, None


def _differs(span: Span, other: Span) -> bool:
    """Say whether two stretches are about other things: not even two words in a row are in both."""
    mine, theirs = _pairs(span.text), _pairs(other.text)
    return not mine & theirs and not content_stems(span.text) <= content_stems(other.text)


def _pairs(text: str) -> set[tuple[str, str]]:
    return set(pairwise(text.lower().split()))
