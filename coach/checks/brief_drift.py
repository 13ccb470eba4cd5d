"""L10 and X1: no test, no score, no figure that people are held to; what they say themselves is theirs."""

from __future__ import annotations

import re

from coach.models import Finding
from coach.playbook import content_stems

from .brief_measures import MEASURED
from .brief_reading import BriefReading
from .brief_words import one_line, phrases
from .criterion import Criterion, listed
from .wording import find_test_language

_DRIFT = Criterion(
    "L10",
    "Where learning is told as a figure to hit, people show the figure and hide what they would like to learn.",
    "Say what people do now, in their words, and how many notes or sessions speak of it.",
)
_NEVER = phrases(
    r"\d+(?:[.,]\d+)? ?(?:%|per ?cent|percent|percentage points?)(?!\w), satisfaction (?:of|at|rose|is|was|score"
    r"|rate|survey)",
    "(?:pass|completion|success|engagement|adoption|attendance|response|retention|hit|satisfaction) rates?,"
    " kpis?, okrs?",
    "productivity, return on investment, roi, uplift, league tables?, leader ?boards?, (?:top|under|over|high"
    "|low)-?performers?",
    "(?:under|out)perform\\w*, performance (?:review|target|indicator|measure|management|improvement|gain)s?,"
    " efficiency gains?",
    "measurable (?:improvement|impact|results|gains?), key results?, skills? (?:gap|level|score)s?,"
    " competenc(?:e|y|ies) levels?",
    "ranking of, ranked, best-performing, worst-performing, benchmarked, maturity (?:score|level|rating)s?, net"
    " promoter",
    r"\d+ (?:out of|/) ?(?:5|10|100)(?! (?:sessions|notes|stories|months|meetings)), passed (?:the|their|all)"
    r" (?:\w+ )?(?:test|exam|assessment)s?",
)  # fmt: skip
_OFTEN = phrases(
    r"scor(?:e|es|ed|ing), grad(?:e|es|ed|ing), rankings?, performance, targets?, benchmark\w*, metrics?,"
    r" ratings?",
    "satisfaction, assessments?, appraisals?, compliance, efficiency, attainment, utilisation, proficien\\w*,"
    " tested, passed",
)  # fmt: skip
_NOT = re.compile(
    r"\b(?:no|not|never|without|nor|neither|rather\s+than|instead\s+of|nobody)\b(?:\W+\w+){0,3}\W*$"
    r"|n['’]t\b(?:\W+\w+){0,3}\W*$",
    re.I,
)


def check_drift(read: BriefReading) -> list[Finding]:
    """Check that our words put nobody to a test and lay no figure on people's learning."""
    found = []
    for each in read.sentences:
        theirs = content_stems(" ".join((each.behind, *each.outcome_texts)))
        words = _find(each.own, theirs)
        if words:
            found.append(_DRIFT.stop(each.where, _say(words)))
    asked = content_stems(f"{read.brief.community} {read.brief.request.reader}") if read.brief else frozenset()
    for where, text in read.around:
        words = _find(text, asked)
        if words:
            found.append(_DRIFT.stop(where, _say(words)))
    return found


def _find(text: str, theirs: frozenset[str]) -> list[str]:
    """Return the words of a text that drift; the object of people's own work may be called by its name."""
    found = [match[0] for match in _NEVER.finditer(text) if not _NOT.search(text[: match.start()])]
    found += [hit.words for hit in find_test_language(text)]
    for match in _OFTEN.finditer(text):
        if not _NOT.search(text[: match.start()]) and not content_stems(match[0]) & theirs:
            found.append(match[0])
    # A whole way of speaking is theirs only where they speak so: “the red lamp” makes no traffic light of “in the red”.
    measured = (match for match in MEASURED.finditer(text) if not _NOT.search(text[: match.start()]))
    found += [match[0] for match in measured if not _is_theirs(match[0], theirs)]
    return list(dict.fromkeys(one_line(words) for words in found))


def _is_theirs(words: str, theirs: frozenset[str]) -> bool:
    stems = content_stems(words)
    return bool(stems) and stems <= theirs


def _say(words: list[str]) -> str:
    return f"{listed(f'“{word}”' for word in words)} sounds like a figure or a test that people are held to."
