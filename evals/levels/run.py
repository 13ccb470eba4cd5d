"""How well levels are read: the hinter, the verb list and the commonest level, on outcomes that neither has seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from coach.models import Level
from coach.playbook import ParsedOutcome, load_playbook, parse_outcome
from coach.playbook.levels import Weights, hint_level, hint_levels, kind_of_verb
from evals.measuring.intervals import bootstrap_change

from .data import LabelledOutcome, Levels
from .scoring import Interval, LevelScore, gain_interval, macro_f1, macro_interval, score_levels, share_right

HINTER, TAKEN = "hinter", "as the product takes it"
LIST, VERBS, COMMONEST = "verb list", "verb list, every verb", "commonest level"
KINDS = {
    "one": "the list knows one reading",
    "several": "the list knows several",
    "vague": "a vague verb",
    "unknown": "a verb it does not know",
    "none": "no verb found",
}


@dataclass(frozen=True)
class ContenderScore:
    """How well one way of reading levels does."""

    name: str
    """Who reads."""
    levels: dict[Level, LevelScore]
    """By level, against the writer's labels."""
    macro: dict[str, float]
    """The mean F1 of the levels, by whose labels."""
    interval: Interval
    """The 95 % interval of the mean F1 against the writer's labels."""


@dataclass(frozen=True)
class KindScore:
    """How often the verb list and the hinter are right, for one kind of verb."""

    kind: str
    """How much the verb list knows of the verb."""
    n: int
    """How many outcomes."""
    listed: float
    """How often the verb list's level is among the outcome's."""
    hinted: float
    """How often the hinter's likeliest level is."""
    taken: float
    """How often the level that the product takes is: the list's, or the hinter's where it is sure."""
    gain: Interval
    """The 95 % interval of how much more often the hinter is right than the list."""


@dataclass(frozen=True)
class LevelsReport:
    """How well levels are read on some outcomes."""

    n: int
    """How many outcomes."""
    contenders: tuple[ContenderScore, ...]
    """Each way of reading."""
    gain: Interval
    """The 95 % interval of how much higher the hinter's mean F1 is than that of the list's every verb."""
    kinds: tuple[KindScore, ...]
    """By what the verb list knows of the verb."""


def measure_levels(outcomes: Sequence[LabelledOutcome], weights: Weights | None = None) -> LevelsReport:
    """Measure every way of reading levels on these outcomes.

    Args:
        outcomes: Those to read; at least one.
        weights: Others for the hinter than those that come with the product.
    """
    lexicon = load_playbook().lexicon
    parsed = [parse_outcome(outcome.text, lexicon) for outcome in outcomes]
    hints = [hint_levels(item, lexicon, weights) for item in parsed]
    common = Counter(level for outcome in outcomes for level in outcome.writer).most_common(1)[0][0]
    answers: dict[str, list[Levels]] = {
        HINTER: [hint.levels for hint in hints],
        TAKEN: [_one(hint_level(item, lexicon, weights)) for item in parsed],
        LIST: [_one(item.level) for item in parsed],
        VERBS: [_all_verbs(item) for item in parsed],
        COMMONEST: [frozenset({common})] * len(parsed),
    }
    wanted = [outcome.writer for outcome in outcomes]
    right = {name: share_right(answers[name], wanted) for name in (LIST, TAKEN)}
    right[HINTER] = share_right([_one(hint.best) for hint in hints], wanted)
    return LevelsReport(
        n=len(outcomes),
        contenders=tuple(_score(name, given, outcomes) for name, given in answers.items()),
        gain=gain_interval(answers[HINTER], answers[VERBS], wanted),
        kinds=tuple(_compare_kinds([kind_of_verb(item, lexicon) for item in parsed], right)),
    )


def _one(level: Level | None) -> Levels:
    return frozenset() if level is None else frozenset({level})


def _all_verbs(parsed: ParsedOutcome) -> Levels:
    known = load_playbook().lexicon.verbs
    others = (known[verb].level for verb in parsed.other_verbs if verb in known)
    return _one(parsed.level) | frozenset(others)


def _score(name: str, given: Sequence[Levels], outcomes: Sequence[LabelledOutcome]) -> ContenderScore:
    writer = [outcome.writer for outcome in outcomes]
    agreed = [place for place, outcome in enumerate(outcomes) if outcome.is_agreed]
    return ContenderScore(
        name=name,
        levels=score_levels(given, writer),
        macro={
            "writer": macro_f1(given, writer),
            "reader": macro_f1(given, [outcome.reader for outcome in outcomes]),
            "agreed": macro_f1([given[place] for place in agreed], [writer[place] for place in agreed]),
        },
        interval=macro_interval(given, writer),
    )


def _compare_kinds(kinds: Sequence[str], right: Mapping[str, Sequence[bool]]) -> Iterator[KindScore]:
    for kind in (kind for kind in KINDS if kind in kinds):
        places = [place for place, item in enumerate(kinds) if item == kind]
        of = {name: {str(place): float(values[place]) for place in places} for name, values in right.items()}
        shares = {name: fmean(values.values()) for name, values in of.items()}
        gain = bootstrap_change(of[LIST], of[HINTER])
        yield KindScore(kind, len(places), shares[LIST], shares[HINTER], shares[TAKEN], gain)
