"""What the community set out to learn: what it kept, or else the wishes heard in its notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.models import ClaimKind, Evidence, KeptOutcome, SectionKind
from coach.playbook import content_stems
from coach.ports import Tells

from .counting import count_things
from .material import fold
from .parts import Desk, Line, Part, end_of

_STEM = re.compile(
    r"^we(?:['’]d| would)? (?:want|like|wish|hope|aim|need)(?: for us)? to (?:be able to )?|^to (?:be able to )?",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r",? so that\b.*$", re.IGNORECASE | re.DOTALL)
_MOST_OUTCOMES = 3
_MOST_WISHES = 2


def set_out(desk: Desk) -> Part:
    """Return what people set out to learn."""
    part = Part(SectionKind.SET_OUT, [*_drawn(desk)])
    kept = running(desk)
    if kept:
        part.lines += _outcomes(desk, kept)
        return part
    # Where a question is to be answered, a second wish would take the room of an answer.
    most = 1 if desk.material.asked.says_something else _MOST_WISHES
    wishes = [desk.material.best([Tells.WISH]) for _ in range(most)]
    found = [desk.line(item, ClaimKind.WISH, "wish", weight=0.9 - 0.3 * n) for n, item in enumerate(wishes) if item]
    part.lines += found
    part.gap = desk.phrases.gap("set_out_heard" if found else "set_out")
    return part


def running(desk: Desk) -> list[KeptOutcome]:
    """Return the outcomes that were not put aside, those nearest to what was asked and most spoken of first."""
    asked = desk.material.asked.stems
    kept = [item for item in desk.given.outcomes if item.ended is None]
    return sorted(kept, key=lambda item: (-len(content_stems(item.text) & asked), -_spoken_of(desk, item)))


def doing_of(outcome: KeptOutcome) -> str:
    """Return what an outcome is to be able to do, as it goes on after `to`."""
    return end_of(_STEM.sub("", " ".join(outcome.text.split()), count=1))


def _spoken_of(desk: Desk, outcome: KeptOutcome) -> int:
    return sum(outcome.id in item.outcomes for item in desk.given.statements)


def _drawn(desk: Desk) -> list[Line]:
    used = [item for item in desk.given.used if item.number and item.what in ("notes", "sessions")]
    if not used:
        return []
    text = desk.phrases.lead("drawn", says=" and ".join(item.says for item in used))
    return [Line(text, ClaimKind.COUNT, counted=tuple(used), weight=0.8)]


def _outcomes(desk: Desk, kept: Sequence[KeptOutcome]) -> list[Line]:
    lines: list[Line] = []
    bare: list[KeptOutcome] = []
    for outcome in kept[:_MOST_OUTCOMES]:
        said = _said(desk, outcome)
        if said:
            text = desk.phrases.lead("outcome_also" if lines else "outcome", doing=doing_of(outcome))
            lines.append(Line(text, ClaimKind.WISH, said, weight=1.0 - 0.2 * len(lines)))
        else:
            bare.append(outcome)
    return [*lines, *_written(desk, bare), *_wish_behind(desk, kept[0])]


def _said(desk: Desk, outcome: KeptOutcome) -> tuple[Evidence, ...]:
    found = [item for item in outcome.evidence if desk.material.may_quote(item)]
    desk.material.said |= {fold(item.shown) for item in found}
    return tuple(item.model_copy(update={"outcome_id": outcome.id}) for item in found[:1])


def _written(desk: Desk, bare: Sequence[KeptOutcome]) -> list[Line]:
    """Return what was written down without a note that says it: what stands behind it is what was kept."""
    if not bare:
        return []
    counted = count_things([item.text for item in bare], "outcomes")
    # Why they are wanted stands in the outcomes themselves; three such sentences in a row would fill half of the page.
    doing = "; to ".join(_PURPOSE.sub("", doing_of(item)) for item in bare) if len(bare) > 1 else doing_of(bare[0])
    return [
        Line(desk.phrases.lead("outcomes_written", says=counted.says, doing=doing), ClaimKind.COUNT, (), (counted,))
    ]


def _wish_behind(desk: Desk, outcome: KeptOutcome) -> list[Line]:
    """Return a wish from the notes that speaks to the outcome, so that its own words are heard too."""
    statements = desk.given.statements
    again = fold(doing_of(outcome))
    found = desk.material.best(
        [Tells.WISH],
        lambda place: outcome.id in statements[place].outcomes and again not in fold(statements[place].reading),
    )
    return [desk.line(found, ClaimKind.WISH, "wish", weight=0.4)] if found else []
