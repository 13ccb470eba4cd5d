"""Looking at a drafted plan: the product's own checks, and what only matters where a model wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from coach.checks import check_plan
from coach.checks.criterion import Criterion
from coach.drafting.guarding import Foreign, ForeignKind, Screen, find_foreign
from coach.models import Finding, Part, SessionPlan, Severity
from coach.playbook import Lexicon

from .assembling import Assembled
from .sources import Sources

_WEIGHT = {Severity.STOP: 10, Severity.MEND: 2, Severity.QUESTION: 0}
_TASTE = frozenset({"O2", "O3", "O4", "O5", "O6", "O7", "R1", "R2", "R4", "R8", "A4", "A6", "S4", "X2"})
"""Checks that agree with readers too little to be worth a call of their own; they are told along with others."""
_MENDED = frozenset({ForeignKind.COPIED, ForeignKind.SPEAKS})
_MOST_UNPROVED = 3
_MUCH = 10
"""So many words in a row are somebody's text, and no turn of phrase."""
_MOST_TOLD = 14
"""More findings than this at once mend nothing."""


_SHAPE = Criterion("shape", "A part that is not there cannot be run.", "Draft it whole, in the agreed shape.")
_UNPROVED = Criterion(
    "X3",
    "People stop trusting a plan that puts words into their mouths.",
    "Copy the words letter for letter from one passage, or say it without quoting anybody.",
)
_MADE_UP = Criterion(
    "X3",
    "A part that speaks in voices nobody has is not this community's.",
    "Draft it anew, with exact quotes or with none.",
)
_FOREIGN = Criterion(
    "X3",
    "What stands in the notes is the community's; a suggestion quotes it or leaves it.",
    "Say it in your own words, or quote it exactly with its label.",
)


@dataclass(frozen=True)
class Told:
    """What else was sent besides the passages."""

    asked: str
    """The request and the community's words on itself, which a draft may repeat."""
    system: str = ""
    """The instructions, which it may not."""


def weigh(findings: Iterable[Finding]) -> int:
    """Return how much is wrong: what stops a plan counts as much as five things to mend."""
    return sum(_WEIGHT[item.severity] for item in findings)


def is_worth_a_call(findings: Iterable[Finding]) -> bool:
    """Say whether to ask a model again: something stops the draft, or a check that can be relied on found something."""
    return any(
        item.severity is Severity.STOP or (item.severity is Severity.MEND and item.check not in _TASTE)
        for item in findings
    )


def look_at(
    assembled: Assembled, problems: Mapping[str, str], sources: Sources, told: Told, lexicon: Lexicon
) -> list[Finding]:
    """Return everything in a drafted plan that is worth mending.

    Args:
        assembled: The plan.
        problems: By part, why a draft of it could not be read.
        sources: What was sent.
        told: What else was sent.
        lexicon: The verbs that the checks know.
    """
    plan = assembled.plan
    found = [_SHAPE.stop(part, says) for part, says in problems.items()]
    found += [say_unproved(where, words) for where, words in assembled.settled.unproved]
    found += _say_made_up(assembled)
    found += find_foreign_in(plan, sources, told)
    found += [item for item in check_plan(plan, lexicon=lexicon).findings if item.severity is not Severity.QUESTION]
    return list(dict.fromkeys(found))


def find_foreign_in(plan: SessionPlan, sources: Sources, told: Told) -> list[Finding]:
    """Return what stands in a plan that cannot be its drafter's own, part by part."""
    texts = {part.id: [*_strings(part), *_reasons(plan, part.id)] for part in plan.parts}
    texts[AROUND] = _strings({name: value for name, value in plan.model_dump(mode="json").items() if name in _AROUND})
    return [item for where, words in texts.items() for item in find_foreign_words(where, words, sources, told)]


def to_screen(sources: Sources, told: Told) -> Callable[[str], bool]:
    """Return what tells of a text whether it may be shown while it comes, before the whole is looked at."""
    screen = Screen.of(tuple(sources.kept.values()), told.asked, tuple(sources.left_out), told.system)
    return lambda text: all(_is_slight(item) for item in screen.look(text))


def find_foreign_words(where: str, words: Sequence[str], sources: Sources, told: Told) -> list[Finding]:
    """Return what stands in these words that cannot be their drafter's own."""
    found = find_foreign(words, list(sources.kept.values()), told.asked, sources.left_out, told.system)
    return [_say_foreign(where, item) for item in found]


AROUND = "around"
"""Where something is that stands in no part: what the session is called, and what is said of hosting it."""
_AROUND = frozenset({"title", "access", "hybrid", "plan_b", "facilitation", "prepare", "promises"})


def _reasons(plan: SessionPlan, part: str) -> list[str]:
    return [link.reason for link in plan.links if link.target == part]


def _strings(thing: Part | Mapping[str, object]) -> list[str]:
    found: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, Mapping):
            for name, item in value.items():
                if name not in {"citations", "id", "kind", "pattern", "protocol"}:
                    walk(item)
        elif isinstance(value, Sequence):
            for item in value:
                walk(item)

    walk(thing if isinstance(thing, Mapping) else thing.model_dump(mode="json"))
    return found


def tell_findings(findings: Sequence[Finding]) -> str:
    """Return findings as a model is told them, the weightiest first."""
    ordered = sorted(findings, key=lambda item: -_WEIGHT[item.severity])[:_MOST_TOLD]
    return "\n".join(f"{item.where}: {item.message} {item.why} {item.way_forward}" for item in ordered)


def say_unproved(where: str, words: str) -> Finding:
    """Return the finding that words were said to be theirs and stand nowhere."""
    shown = " ".join(words.split())[:120]
    return _UNPROVED.mend(where, f"“{shown}” stands in none of the passages.")


def _say_made_up(assembled: Assembled) -> list[Finding]:
    """Return the parts that put so many words into people's mouths that marking them would not be enough."""
    counted = Counter(where for where, _ in assembled.settled.unproved)
    return [
        _MADE_UP.stop(where, f"{count} quotes in it stand in none of the passages.")
        for where, count in counted.items()
        if count > _MOST_UNPROVED
    ]


def _say_foreign(where: str, item: Foreign) -> Finding:
    return (_FOREIGN.mend if _is_slight(item) else _FOREIGN.stop)(where, item.says)


def _is_slight(item: Foreign) -> bool:
    # What a note smuggled in must not stand. Words of theirs without marks are worth mending, and so is what sounds as
    # if it spoke to a model: a host's “say only the next sentence” does, now and then.
    return item.kind in _MENDED and len(item.words.split()) < _MUCH
