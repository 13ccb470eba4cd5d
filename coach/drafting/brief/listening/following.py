"""What stands around a question or a doubt: an answer, the next step, or the form that asks it of everybody. Pure."""

from __future__ import annotations

import re

_ANSWERED = re.compile(
    r"(?:yes|yep|yeah|no|nope|agreed|decided|decision|resolved|resolution|answer(?:ed)?|answer is|solved|turns out"
    r"|turned out|we (?:agreed|decided)|(?:one|the first|their|our)"
    r" (?:answer|recommendation|suggestion)|consensus|sure)\b"
    r"(?! (?:one|decision yet|answer|idea|consensus|sure|longer))"
    r"|a(?:nswer)?:\s",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(
    r"(?:(?:you (?:can|could|will)|then|simply|just) )?(?:check out|check|watch|see|read|have a look|take a look"
    r"|find out|join|visit|try|learn more|look no further|come|sign up|head (?:over|to)|follow|click"
    r"|get in touch|contact|here (?:is|are)|here's|this (?:post|page|guide|video|article)"
    r"|these (?:videos|tips|slides|resources|posts)"
    r"|stay tuned|tell us|let us know|consider)\b",
    re.IGNORECASE,
)
"""The next sentence of an invitation."""
_MARKS = re.compile(r"\A[\s>#*_\-+•\d.)\]]*(?:(?!A(?:nswer)?:)\[?[A-ZÀ-Þ][\w .'-]{0,20}\]?:[\s*_]+)?[\s*_]*")
"""What stands before the words of the next line: list marks, or who says it."""
_NUMBERED = re.compile(r"(?:\A|\n)[ \t]*(?:[-*+][ \t]+)?(?P<bold>\*\*|__)?[ \t]*\(?\d{1,2}[.)]\s+[^*_\n]*\Z")
_POINT_BELOW = re.compile(r"\A[^\n]{0,10}(?:\n[^\n]*\?)?\n(?:[ \t]*\n)?[ \t]*[-*+•] ")
"""The first point of an answer, perhaps after a second question."""
_SAME_LINE = 300
_NOTHING_YET = re.compile(r"\s*(?:---\n.*?\n---\s*)?(?:#{1,6} [^\n]*\s*)*", re.DOTALL)
"""Front matter and headings."""
_GOES_ON = 12
"""So many words behind it on its line are a text, not a second question."""


def is_answered(after: str) -> bool:
    """Say whether the line that follows settles what was open.

    Args:
        after: What stands behind the sentence in its note.
    """
    return bool(_ANSWERED.match(_next_words(after)))


def leads_on(after: str) -> bool:
    """Say whether what follows sends the reader on: then the question was a hook.

    Args:
        after: What stands behind the sentence in its note.
    """
    return bool(_LEADS_ON.match(_next_words(after)))


def opens(before: str, after: str) -> bool:
    """Say whether a question opens a text that goes on from it on the same line: then it asks nobody.

    Args:
        before: What stands before the sentence in its note.
        after: What stands behind it.
    """
    return bool(_NOTHING_YET.fullmatch(before)) and len(after.partition("\n")[0].split()) >= _GOES_ON


def is_of_form(before: str, after: str) -> bool:
    """Say whether a question is one of a form: it has a number, and it is set in bold or points stand under it.

    Args:
        before: What stands before the sentence in its note.
        after: What stands behind it.
    """
    numbered = _NUMBERED.search(before[-_SAME_LINE:])
    return numbered is not None and bool(numbered["bold"] or _POINT_BELOW.match(after))


def _next_words(after: str) -> str:
    return _MARKS.sub("", after.lstrip(' \t\n.*_"”’)'), count=1)
