"""Coaching without a model, measured on messages that nothing was learnt from: figures only, never the messages.

coach eval coaching --half held-out
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.jobs.progress import ignore_progress
from coach.ports import Progress
from evals.benches import Bench
from evals.casebook import read_cases
from evals.measuring.shares import Share

from .already import Already, measure_already, measure_cases
from .asking import Asked, Coached, open_demo
from .data import (
    AlreadyMessage,
    Half,
    LimitMessage,
    Phrasing,
    read_already,
    read_limits,
    read_phrasings,
)
from .holding import Holding, measure_holding
from .recognition import Recognition, measure_recognition
from .signposting import Signposting, measure_signposting


@dataclass(frozen=True)
class CoachingReport:
    """How coaching does."""

    half: Half
    """Which half of the labelled messages it was measured on."""
    recognition: Recognition
    """Whether it is recognised what messages are about."""
    signposting: Signposting
    """Whether what is for people is pointed to people."""
    holding: Holding
    """How the replies hold up."""
    already: Already
    """Whether people are advised to do what they do already."""
    already_cases: Share
    """Cases of the suite in which what is done already is suggested."""


@dataclass(frozen=True)
class Messages:
    """What is measured on."""

    half: Half
    """The half of the labelled messages."""
    phrasings: Sequence[Phrasing]
    """Labelled messages."""
    limits: Sequence[LimitMessage]
    """What is for people, or only sounds like it."""
    already: Sequence[AlreadyMessage]
    """What is done already."""


def read_messages(half: Half, most: int | None = None) -> Messages:
    """Return everything that is measured on, or so many of each sort, for a quick look."""
    return Messages(half, read_phrasings(half)[:most], read_limits()[:most], read_already()[:most])


def measure_coaching(messages: Messages, bench: Bench, progress: Progress = ignore_progress) -> CoachingReport:
    """Measure everything; each message is one that the coach has never met, in a conversation of its own."""
    coached, phrasings, limits = open_demo(bench.coach), messages.phrasings, messages.limits
    asked = _ask_all("Messages", [(item.id, item.text) for item in phrasings], coached, progress)
    limited = _ask_all("Limits", [(item.id, item.text) for item in limits], coached, progress)
    progress("What is done already", 0, 1)
    already = measure_already(messages.already, coached)
    cases = measure_cases(read_cases(pattern="coaching"), bench)
    progress("What is done already", 1, 1)
    return CoachingReport(
        half=messages.half,
        recognition=measure_recognition(phrasings, asked),
        signposting=measure_signposting(limits, limited),
        holding=measure_holding(phrasings, asked, limited),
        already=already,
        already_cases=cases,
    )


def _ask_all(what: str, messages: Sequence[tuple[str, str]], coached: Coached, progress: Progress) -> list[Asked]:
    asked = []
    for place, (name, text) in enumerate(messages):
        progress(what, place, len(messages))
        asked.append(coached.ask(name, text))
    progress(what, len(messages), len(messages))
    return asked
