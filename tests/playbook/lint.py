"""What every text of the playbook is held to. Each function returns what is wrong, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from coach.models import Doing
from coach.playbook import Wording, fill
from coach.playbook.schema import PatternStep

SLOT = re.compile(r"\{[^{}]*\}")
KEYS = {"id", "families", "levels", "modes", "cue", "tone", "doing", "author_speaks", "credit", "who", "title"}
"""Fields that hold names and not sentences."""
TESTING = re.compile(
    r"\b(kpis?|test(ed|s)?|exams?|quiz(zes)?|score[sd]?|grade[sd]?|mark(s|ing)|pass(ed)?\s*/?\s*fail|rank(s|ed|ing)?"
    r"|league table|targets?|performance (review|management)|compliance|benchmark(s|ed|ing)?)\b",
    re.IGNORECASE,
)
"""The words of the quality list's X1: none of our own sentences needs them."""
_BAD = {
    "two articles": re.compile(r"\b(?:an?|the) (?:an?|the|our|your|my)\b", re.IGNORECASE),
    "a before a vowel": re.compile(r"\ba (?:[aei]|o(?!ne\b|nce\b)|u(?!s|ni|k\b))", re.IGNORECASE),
    "an before a consonant": re.compile(r"\ban (?!hour|honest|heir|[aeioux])", re.IGNORECASE),
    "two owners": re.compile(r"\b(?:your|our|their|my|its) (?:our|your|their|my|a|an|the)\b", re.IGNORECASE),
    "a double space": re.compile(r"  "),
    "a brace": re.compile(r"[{}]"),
    "a word twice": re.compile(r"\b(\w+) \1\b", re.IGNORECASE),
    "space before a stop": re.compile(r"\s[,.;:?!](?:\s|$)"),
    "two stops": re.compile(r"[,.;:?!][,.;?!]"),
    "a small letter at a sentence's start": re.compile(r"[a-z’)][.?!]\s+[a-z]"),
    "an exclamation mark": re.compile(r"!"),
    "a straight quote": re.compile(r"\"|(?<!\w)'"),
}


def texts_of(entry: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Yield every sentence of an entry with the name of its field."""
    if isinstance(entry, str):
        yield where, entry
    elif isinstance(entry, BaseModel):
        yield from texts_of({name: getattr(entry, name) for name in type(entry).model_fields}, where)
    elif isinstance(entry, Mapping):
        for name, value in entry.items():
            if name not in KEYS:
                yield from texts_of(value, f"{where}.{name}" if where else str(name))
    elif isinstance(entry, (tuple, list)):
        for place, value in enumerate(entry):
            yield from texts_of(value, f"{where}[{place}]")


def find_faults(text: str, wording: Wording) -> list[str]:
    """Return what is wrong with a text once it is filled in."""
    # A quote is a name here: it stands for whatever the community wrote.
    shown = fill(text, wording, quote="“Quoted words”", label="S1")
    own = {value for value in vars(wording).values() if any(bad.search(value) for bad in _BAD.values())}
    if any(value in shown for value in own):
        return []
    return [f"{name}: {shown}" for name, bad in _BAD.items() if bad.search(shown)]


def find_testing(text: str) -> list[str]:
    """Return the words that make people feel tested."""
    return [match.group() for match in TESTING.finditer(SLOT.sub(" ", text))]


def runs_of(entry: object, length: int = 5) -> set[tuple[str, ...]]:
    """Return all runs of so many words in an entry, not crossing slots, sentences or fields."""
    runs: set[tuple[str, ...]] = set()
    for _, text in texts_of(entry):
        for piece in re.split(r"\{[^{}]*\}|[.?!:;“”…]", text.lower()):
            words = re.findall(r"[\w’'-]+", piece)
            runs |= {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}
    return runs


def doing_share(steps: tuple[PatternStep, ...]) -> float:
    """Return the share of time in which members make, talk or review."""
    active = {Doing.MAKING, Doing.TALKING, Doing.REVIEWING}
    return sum(step.share for step in steps if step.doing in active and not step.one_voice)


def longest_voice(steps: tuple[PatternStep, ...], minutes: int) -> float:
    """Return the minutes of the longest step in which one person speaks."""
    return max((step.share * minutes for step in steps if step.one_voice), default=0.0)


def shared_runs(entries: Mapping[str, Any]) -> list[str]:
    """Return the five-word runs that two entries share."""
    seen: dict[tuple[str, ...], str] = {}
    found = []
    for name, entry in entries.items():
        for run in runs_of(entry):
            other = seen.setdefault(run, name)
            if other != name:
                found.append(f"{other} and {name}: {' '.join(run)}")
    return sorted(found)
