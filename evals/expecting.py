"""What people did with a suggestion, as what a good answer must and must not do.

Accepted words are a reference, turned-down ones a warning, and an edit says both: rather this than that. A machine is
given a few words to look for; `says` holds the whole for readers and judges.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from coach.models import Activity, Decision, OutcomesResult, Review, SessionPlan

from .casebook import Rule

Hide = Callable[[str], str]
"""Puts stand-ins into a text."""
Known = Mapping[tuple[str, str], str]
"""What was suggested, by part and field: the words by which a part is known again."""
LONGEST_PHRASE, LONGEST_SAID, MOST_WORDS = 25, 300, 6
QUOTED_RUN = 5
"""So many words in a row that stand in a note are taken from it."""
_LETTERS = re.compile(r"[^\W\d_]{5,}")
_WORDS = re.compile(r"\w+")
_STAND_IN = re.compile(r"\[[^\]\n]{1,40}\]")
_COMMON = frozenset(
    "about after again before being could every other people person should their there these those through under until "
    "where which while within would community somebody something everyone together outcome".split()
)
_NO_MARKS = Rule(says="It gives people marks.", contains=(r"\bmarks? out of\b", r"\bpass mark\b"))


@dataclass
class Told:
    """What people said of one request's suggestions, oldest first; later words on the same thing hold."""

    accepted: dict[str, None] = field(default_factory=dict)
    """Words that they took up."""
    rejected: dict[str, None] = field(default_factory=dict)
    """Words that they turned down."""
    edits: dict[tuple[str, str], None] = field(default_factory=dict)
    """What they worded otherwise: before and after."""
    counts: dict[str, int] = field(default_factory=lambda: {"accept": 0, "edit": 0, "reject": 0})
    """How often they did what."""

    def hear(self, decisions: Sequence[Decision], known: Known) -> None:
        """Take in what was done with one suggestion."""
        changed = _join_edits(decisions)
        for before, after in changed.values():
            if before != after and _WORDS.search(after) and _LETTERS.search(before + after):
                self.edits[before, after] = None
        for decision in decisions:
            self.counts[decision.what] += 1
            if decision.what != "edit":
                self._judge(decision, known, changed)

    def drop(self, is_closed: Callable[[str], bool]) -> int:
        """Let go of all words that must not be repeated, and return how many there were."""
        before = len(self.accepted) + len(self.rejected) + len(self.edits)
        self.accepted = {words: None for words in self.accepted if not is_closed(words)}
        self.rejected = {words: None for words in self.rejected if not is_closed(words)}
        self.edits = {pair: None for pair in self.edits if not any(map(is_closed, pair))}
        return before - len(self.accepted) - len(self.rejected) - len(self.edits)

    def _judge(self, decision: Decision, known: Known, changed: Mapping[tuple[str, str], tuple[str, str]]) -> None:
        into, out_of = (self.accepted, self.rejected) if decision.what == "accept" else (self.rejected, self.accepted)
        for (part, name), words in known.items():
            if decision.part in ("", part) and decision.field in ("", name):
                # What was accepted is what stood there in the end; what was turned down, what had been drafted.
                said = changed.get((part, name), ("", words))[1] if decision.what == "accept" else words
                into[said] = None
                out_of.pop(said, None)


def find_telling(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions on the suggestion itself; to let a check's thought rest says nothing against it."""
    return tuple(item for item in decisions if not item.field.startswith("thoughts."))


def to_rules(told: Told, asked: str, hide: Hide) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """Return what a good answer must and must not do, at least one of each; without names.

    Args:
        told: What people said.
        asked: The request's own words.
        hide: Puts stand-ins into a text.
    """
    must = [_reference(hide(words)) for words in told.accepted]
    must_not = [_warning(hide(words)) for words in told.rejected if words not in told.accepted]
    for before, after in told.edits:
        wanted, unwanted = _edited(hide(before), hide(after))
        must.append(wanted)
        must_not += [unwanted] if unwanted else []
    about = Rule(says=f"It is about what was asked: “{_short(hide(asked))}”.", contains=to_hints(hide(asked)))
    return tuple(must) or (about,), tuple(must_not) or (_NO_MARKS,)


def known_in_plan(plan: SessionPlan, part: str = "") -> Known:
    """Return the words by which a plan's outcomes, activities and reviews, or one of them, are known again."""
    found = {(item.id, "what_members_do"): item.what_members_do for item in plan.parts if isinstance(item, Activity)}
    looks = [item for item in plan.parts if isinstance(item, Review) and item.prompts]
    found |= {(item.id, "prompts.0.text"): item.prompts[0].text for item in looks}
    return {key: words for key, words in found.items() if words and part in ("", key[0])}


def known_in_outcomes(result: OutcomesResult) -> Known:
    """Return the proposed outcomes."""
    return {(f"outcome-{place}", "text"): item.text for place, item in enumerate(result.outcomes, 1)}


def to_phrase(text: str) -> str:
    """Return a pattern that finds these words in a row, whatever stands between them."""
    return r"\W+".join(map(re.escape, _WORDS.findall(text)[:LONGEST_PHRASE]))


def to_hints(text: str) -> tuple[str, ...]:
    """Return patterns for the words that tell most of a text, one of which a like text will have; none for few."""
    words = dict.fromkeys(word.lower() for word in _LETTERS.findall(_STAND_IN.sub(" ", text)))
    telling = sorted((word for word in words if word not in _COMMON), key=lambda word: (-len(word), word))
    return tuple(rf"\b{word[: max(5, min(7, len(word) - 2))]}" for word in telling[:MOST_WORDS])


def to_runs(texts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Return all runs of a few words in texts, by which words are known to be taken from there."""
    found = [_WORDS.findall(text.lower()) for text in texts]
    return frozenset(
        tuple(words[at : at + QUOTED_RUN]) for words in found for at in range(max(0, len(words) - QUOTED_RUN + 1))
    )


def _reference(words: str) -> Rule:
    return Rule(says=f"It has what they took up, or something as good: “{_short(words)}”.", contains=to_hints(words))


def _warning(words: str) -> Rule:
    return Rule(says=f"It comes with what they turned down: “{_short(words)}”.", contains=_to_patterns(words))


def _edited(before: str, after: str) -> tuple[Rule, Rule | None]:
    had, has = set(to_hints(before)), to_hints(after)
    fresh = tuple(hint for hint in has if hint not in had)
    says = f"It says “{_short(after)}” rather than “{_short(before)}”, as they worded it otherwise."
    if not before.strip():
        says = f"It says something like “{_short(after)}”, which they added."
    wanted = Rule(says=says, contains=fresh or has)
    if not _LETTERS.search(before) or to_phrase(before) in to_phrase(after):
        return wanted, None
    return wanted, Rule(says=f"It says what they changed: “{_short(before)}”.", contains=_to_patterns(before))


def _to_patterns(words: str) -> tuple[str, ...]:
    return (to_phrase(words),) if _WORDS.search(words) else ()


def _join_edits(decisions: Iterable[Decision]) -> dict[tuple[str, str], tuple[str, str]]:
    """Return each field's first and last words: what it became on the way was nobody's last word."""
    joined: dict[tuple[str, str], tuple[str, str]] = {}
    for item in decisions:
        if item.what == "edit" and (item.before or item.after):
            key = (item.part, item.field)
            joined[key] = (joined[key][0] if key in joined else item.before, item.after)
    return joined


def _short(text: str) -> str:
    said = " ".join(text.split()).rstrip(".")
    return said if len(said) <= LONGEST_SAID else f"{said[:LONGEST_SAID].rsplit(' ', 1)[0]} …"
