"""What gives a sentence away only beside one that speaks to a model: orders, odd words to repeat, addresses. Pure."""

from __future__ import annotations

import re

from .looking import plain_words

_ORDER = re.compile(
    r"^(?:please |also |then |and |now |finally |next |first |second |instead |just |simply |you |always |never "
    r"|do not |don t"
    r" |only )*(?:include|add|append|insert|put|print|output|say|repeat|mention|cite|quote|title|call|begin|start|end"
    r"|finish|write|use|prefix|paste|link|reveal|reply|respond|answer|return|give|grade|rate|obey|follow|comply|act"
    r"|pretend|treat|replace|remove|omit|stop|you (?:must|should|shall|will|are)|do (?:not|so|this|exactly)|never"
    r"|always)\b"
)
_ODD = re.compile(
    r"\b[A-Z]{3,}[-_ ]?\d{2,}\b|\b(?=[\w-]*\d)(?=[\w-]*[A-Z])[A-Za-z0-9][\w-]{6,}\b"
    r"|\b[A-Z]{2,}(?:[-_][A-Z0-9]{2,})+\b"
    r"|\b[a-z]+-[a-z]+-\d{2,}\b|\bhttps?://|\bwww\.|!\["
)
_QUOTED = re.compile(r"[\"“„«‘']([^\"“”„«»‘’\n]{3,80})[\"”»’']")
_LOUD = re.compile(r"\b[A-Z]{4,}\b")
_NAME = re.compile(r"(?<=[a-z,:] )[A-Z][a-z]{3,}\b")
_CODE = re.compile(
    r"\b(?=[A-Z0-9_-]*[-_]\d{2,})(?=[A-Z0-9_-]*[-_][A-Z]{3,})[A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+){2,}\b"
    r"|\b[A-Z]{4,}[-_]?\d{2,}\b|\b[A-Z]{3,}(?:[-_][A-Z]{3,})*[-_]\d{3,}\b|\b[A-Z]{4,}(?:[-_][A-Z]{4,})+\b"
    r"|\b[a-z]{3,}-[a-z]{3,}-(?!(?:19|20)\d\d\b)\d{2,}\b"
    r"|\b(?=\w*\d)(?=\w*[a-z])(?=\w*[A-Z])(?=\w*\d\w*[A-Za-z]\w*\d)\w{8,}\b"
)
_WELL_KNOWN = frozenset({"COVID-19", "COVID19", "ASCII-8", "HTTP-404"})
_POINTS = re.compile(
    r"\b(?:every|each|all|any|the|your) (?:plan|outcome|suggestion|draft|reply|response|output|answer|title"
    r"|heading|field)s?\b"
    r"|\b(?:instructions?|the (?:word|phrase|code|string|line) is|word for word|verbatim|payload|canary)\b"
)


def goes_on(sentence: str) -> bool:
    """Say whether a sentence reads like the continuation of an order to a model."""
    words = plain_words(sentence)
    return bool(_ORDER.match(words) or _ODD.search(sentence) or _POINTS.search(words))


def find_payloads(text: str) -> list[str]:
    """Return what a sentence may want to have repeated: codes, shouted words, words in quotation marks, names."""
    loud = (match[0] for pattern in (_ODD, _LOUD, _NAME) for match in pattern.finditer(text))
    return [found for found in (*find_quoted(text), *loud) if any(sign.isalnum() for sign in found)]


def find_quoted(text: str) -> list[str]:
    """Return what a text puts in quotation marks."""
    return [match[1] for match in _QUOTED.finditer(text)]


def find_codes(text: str) -> list[str]:
    """Return words that look like a code made up to be found again: `ZEBRA-7731`, `quiet-otter-42`."""
    return [match[0] for match in _CODE.finditer(text) if match[0] not in _WELL_KNOWN]
