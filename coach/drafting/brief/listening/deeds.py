"""Whether a line of minutes tells a deed: what was shown, made, run, finished or agreed, and never a task. Pure."""

from __future__ import annotations

import re

from .hedges import BILLBOARD, CONDITION, DENIES, LOGISTICS, OPINION, PRESENT_RULE
from .signs_deeds import AGREED, BY_GROUP, BY_NAME, BY_NOBODY, MAKING, NO_DEED, WAITS, WAS_DONE

_TOGETHER, _SAID, _LINE = 0.75, 0.7, 0.65
"""How sure: the group did or agreed it, somebody did it, a line says that it was done."""
_AFTER = 25
"""How far behind what was done a denial counts, in characters."""


_GOES_ON = re.compile(
    r"(?:[;,:.]| and| but| --| –) (?=(?:it |this |that |i |we |he |she |they |there |\w+ )?(?:will|should|could|may"
    r"|maybe|might"
    r"|would|can|needs?|hope|hopes|hopefully|plan|plans|let's|it'd|it'll|going to|so that)\b)"
    r"| (?=(?:for \w+ )?(?:who|which|that) (?:\w+ )?(?:want|wants|will|would|could|may|might|should|need|needs|can)\b)",
    re.IGNORECASE,
)
"""Where what was done ends and what may come begins."""


def is_errand(flat: str) -> bool:
    """Say whether a line is news of the meeting itself, when what people make and finish is set aside.

    Args:
        flat: The sentence on one line.
    """
    bare = MAKING.sub(" ", flat)
    return bool(LOGISTICS.search(bare) or BILLBOARD.search(bare))


def hear_deed(flat: str) -> float:
    """Return how sure it is that a sentence tells what was done or agreed together; 0 where it does not.

    Args:
        flat: The sentence on one line, as it stands in the note.
    """
    if flat.endswith("?") or PRESENT_RULE.match(flat) or is_errand(flat):
        return 0.0
    flat = _GOES_ON.split(flat)[0]
    agreed = AGREED.search(flat)
    if agreed is not None:
        before = flat[: agreed.start()]
        return 0.0 if _is_unsure(before) or DENIES.search(before) or CONDITION.search(flat) else _TOGETHER
    if _is_unsure(flat) or NO_DEED.search(flat):
        return 0.0
    for sign, sure in ((BY_GROUP, _TOGETHER), (BY_NAME, _SAID), (BY_NOBODY, _LINE), (WAS_DONE, _LINE)):
        match = sign.search(flat)
        if match is not None and _stands(flat, match):
            return sure
    return 0.0


def _is_unsure(words: str) -> bool:
    return bool(OPINION.search(words) or CONDITION.search(words))


def _stands(flat: str, match: re.Match[str]) -> bool:
    return not (WAITS.search(flat[: match.start()]) or DENIES.search(flat[: match.end() + _AFTER]))
