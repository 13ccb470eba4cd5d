"""Keeping an outcome to come back to: written, changed, put aside, taken up again; each with a way back."""

from __future__ import annotations

import datetime as dt

from coach.models import Evidence, KeptOutcome, Sign

from .. import resources, state
from .learning_acts import act


def keep(outcome: KeptOutcome, done: str, before: KeptOutcome | None = None) -> bool:
    """Keep an outcome, and return whether it was; the way back is the one before, or none of it."""
    learning, community, who = resources.coach().learning, state.record().community, state.actor()
    kept: list[KeptOutcome] = []

    def write() -> None:
        kept.append(learning.keep_outcome(community, outcome, actor=who))

    def back() -> None:
        if before is None:
            learning.remove_outcome(community, kept[0].id, actor=who)
        else:
            learning.keep_outcome(community, before, actor=who)

    return act(write, done, ("Take it back", back))


def remove(outcome: KeptOutcome) -> None:
    """Remove an outcome."""
    learning, community, who = resources.coach().learning, state.record().community, state.actor()

    def take_out() -> None:
        learning.remove_outcome(community, outcome.id, actor=who)

    def put_back() -> None:
        learning.restore(community, outcome, actor=who)

    act(take_out, "That outcome is gone.", ("Put it back", put_back))


def put_aside(outcome: KeptOutcome, why: str, day: dt.date) -> bool:
    """Put an outcome aside, with why."""
    aside = outcome.model_copy(update={"ended": day, "ended_why": why.strip()})
    return keep(aside, "Put aside. Stopping something is learning too.", outcome)


def take_up(outcome: KeptOutcome) -> None:
    """Go on with an outcome that was put aside."""
    keep(outcome.model_copy(update={"ended": None, "ended_why": ""}), "Taken up again.", outcome)


def with_signs(outcome: KeptOutcome, text: str, lines: str) -> KeptOutcome:
    """Return an outcome in these words, with a sign on each line; what was said of a sign stays with it."""
    before = {one.text: one for one in outcome.signs}
    texts = dict.fromkeys(line.strip() for line in lines.splitlines() if line.strip())
    signs = tuple(before.get(line, Sign(text=line)) for line in texts)
    return outcome.model_copy(update={"text": text.strip(), "signs": signs})


def judge(outcome: KeptOutcome, sign: Sign, **update: object) -> None:
    """Keep what a person says of a sign."""
    new = sign.model_copy(update=update)
    signs = tuple(new if one.id == sign.id else one for one in outcome.signs)
    keep(outcome.model_copy(update={"signs": signs}), "That is noted.", outcome)


def show_by(outcome: KeptOutcome, sign: Sign, evidence: Evidence) -> None:
    """Say that a sentence of the notes shows a sign."""
    judge(outcome, sign, seen="seen", evidence=(*sign.evidence, evidence))
