"""What an answer asks people: its questions, who speaks when, and how they agree to something being kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .labels import to_labelled
from .lines import OFFERS, Kind, Line, sections

_QUESTION = re.compile(r"[^.?!;“”\"|]*[^.?!;“”\"|\s]\?")
_CALL = re.compile(
    r"^.*\b(?:asks?|questions?|prompts?|says?|answers?|discuss|then|warm|curious|next|review)\b[^:]*:\s*", re.I
)
"""What stands before a question and is not part of it."""
_ASKED = re.compile(r"\b(?:questions?|prompts?|ask|feedback|reflect\w*|review)\b", re.IGNORECASE)
_CONSENT = re.compile(
    r"\b(?:consent|permission|if (?:you|they) (?:agree|say yes|are happy)|opt(?:s|ed)? (?:in|out)|anonym\w+)\b",
    re.I,
)


def find_questions(lines: Sequence[Line]) -> list[str]:
    """Return the questions that lines ask, without those of a chatbot about its own answer."""
    found = [
        _CALL.sub("", match.group()).strip(" -–—*•'‘’,…:()")
        for line in lines
        if not OFFERS.search(line.text)
        for match in _QUESTION.finditer(line.text if "?" in line.lead else line.rest)
    ]
    return list(dict.fromkeys(text for text in found if len(text.split()) > 1))


def find_asked(lines: Sequence[Line]) -> list[str]:
    """Return the questions of the first section whose heading is about questions or looking at work."""
    for head, below in sections(lines):
        if head and _ASKED.search(head.text) and len(found := find_questions(below)) > 1:
            return found
    return []


def find_speaker(words: str) -> str:
    """Return when the person whose work it is speaks, where that is said."""
    whose = r"(?:author|owner|presenter|writer|maker|teacher|whoever brought it|whose work it is)"
    first = re.search(rf"\b{whose}\b[^.;]{{0,60}}\b(?:first|starts?|begins?|opens?)\b", words, re.IGNORECASE)
    last = re.search(
        rf"\b{whose}\b[^.;]{{0,60}}\b(?:last|at the end|finally|closes|responds|has the last word)\b", words, re.I
    )
    if first and last:
        return "first and last"
    return "first" if first else "last" if last else ""


def find_consent(lines: Sequence[Line]) -> str:
    """Return the sentence that says how people agree to something being kept."""
    return next((text for text in sentences_of(lines) if _CONSENT.search(text)), "")


def sentences_of(lines: Sequence[Line]) -> list[str]:
    """Return the sentences of lines, without headings and the names that lines begin with."""
    return [
        text
        for line in lines
        if line.kind is not Kind.HEADING
        for text in re.split(r"(?<=[.!?])\s+", to_labelled(line)[1] or line.text)
    ]
