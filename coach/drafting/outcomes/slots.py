"""How a doing is said in a community's own words: closed lists, chosen by what its notes use. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from coach.playbook.language import plural_of, with_article

_WORK = (
    "pull request",
    "enhancement proposal",
    "proposal",
    "lesson",
    "map",
    "letter",
    "prototype",
    "notebook",
    "draft",
    "translation",
    "paper",
    "design",
    "talk",
    "report",
    "patch",
)
_NEWCOMERS = (
    "new contributor",
    "new instructor",
    "new maintainer",
    "new mentor",
    "new member",
    "new colleague",
    "new volunteer",
    "new starter",
    "newcomer",
    "beginner",
)
_PEOPLE = ("contributors", "learners", "participants", "attendees", "volunteers", "students", "members", "colleagues")
_MEETINGS = (
    "workshop",
    "meetup",
    "community call",
    "SIG meeting",
    "committee meeting",
    "working group meeting",
    "clinic",
    "hackathon",
    "meeting",
)
_TEACHERS = ("instructor", "trainer", "facilitator", "tutor", "teacher")
_GUIDES = ("documentation", "handbook", "tutorial", "guide")
_TOOLS = ("version control", "the command line", "a script", "a spreadsheet", "a notebook", "a model", "an agent")
_OTHER_NAMES = {"pull request": r"pull requests?|PRs?", "enhancement proposal": r"enhancement proposals?|KEPs?"}
_DEFAULTS = {
    "work": "piece of work",
    "newcomer": "newcomer",
    "people": "people",
    "meeting": "meeting",
    "teacher": "teacher",
    "guide": "guide",
    "tool": "a new tool",
}
_CHOICES: Mapping[str, Sequence[str]] = {
    "work": _WORK,
    "newcomer": _NEWCOMERS,
    "people": _PEOPLE,
    "meeting": _MEETINGS,
    "teacher": _TEACHERS,
    "guide": _GUIDES,
    "tool": _TOOLS,
}
_LEAST = 3
"""Times that a word must stand in the texts to be called their own."""


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_OTHER_NAMES.get(name, f'{name}s?')})\b", re.IGNORECASE)


_PATTERNS = {name: _pattern(name) for names in _CHOICES.values() for name in names}


def usual_words(texts: Sequence[str]) -> dict[str, str]:
    """Return what a community's texts call its work, its newcomers, its people and its meetings."""
    return {slot: _choose(slot, texts) or _DEFAULTS[slot] for slot in _CHOICES}


def choose_words(near: Sequence[str], usual: Mapping[str, str]) -> dict[str, str]:
    """Return the same for one doing: the sentences that speak of it decide where they use one of the words."""
    return {slot: _choose(slot, near) or usual[slot] for slot in _CHOICES}


def _choose(slot: str, texts: Sequence[str]) -> str:
    counts = Counter({name: sum(bool(_PATTERNS[name].search(text)) for text in texts) for name in _CHOICES[slot]})
    # The plainer word is part of the longer one, so the longer one wins when both are as frequent.
    name, count = max(counts.items(), key=lambda item: (item[1], len(item[0])))
    return name if count >= _LEAST else ""


def fill_words(text: str, words: Mapping[str, str]) -> str:
    """Return a doing with a community's own words in its slots."""
    work, meeting = words["work"], words["meeting"]
    slots = {
        "a_work": with_article(work),
        "works": plural_of(work),
        "a_newcomer": with_article(words["newcomer"]),
        "people": words["people"],
        "meeting": meeting,
        "meetings": plural_of(meeting),
        "teacher": words["teacher"],
        "a_teacher": with_article(words["teacher"]),
        "a_guide": words["guide"] if words["guide"] == "documentation" else with_article(words["guide"]),
        "tool": words["tool"],
    }
    return text.format_map(slots)
