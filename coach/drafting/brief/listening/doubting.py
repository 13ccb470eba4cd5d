"""Weighs again what a sentence seems to tell: praise is no use, and what is told plainly is surer. Pure."""

from __future__ import annotations

import re

from coach.ports import Tells

from .signs_doubted import DOUBTED, IS_THERE_NOW, LESS_OF_A_DEED, PRAISE, SAYS_LITTLE
from .signs_surer import SURER

_HALF, _LITTLE = 0.78, 0.93
"""How much of a deed is left where half of the sentence is something else, or where it says little."""
_SURER, _THERE_NOW = 0.7, 0.65
"""How sure it is that something told plainly was hard or learned, and that what is there now was made."""
_PRAISED = (Tells.DID, Tells.TOOK_AWAY, Tells.USED, Tells.CAME_OF_IT)
"""What praise and thanks are taken for."""
_PROMISE = re.compile(
    r"^(?:(?:\[somebody\]|[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?) )?(?i:(?:has |have )?agreed to (?:lead|write|draft"
    r"|send|take|chair|coordinate|co-?ordinate|follow|contact|reach|look|help|prepare|put|create|open|update|check"
    r"|ask|investigate|share|present|host)\b)"
)
"""One person took something on; that a group agreed on how to go about it is another thing."""


def weigh_again(found: dict[Tells, float], flat: str) -> dict[Tells, float]:
    """Return what a sentence tells without what it only seems to tell, and what it tells plainly as surer.

    Args:
        found: What was heard in it, each with how sure that is.
        flat: The sentence on one line.
    """
    kept = {
        tells: max(sure, _SURER) if tells in SURER and SURER[tells].search(flat) else sure
        for tells, sure in found.items()
        if not (tells in DOUBTED and DOUBTED[tells].search(flat)) and not (tells in _PRAISED and PRAISE.search(flat))
    }
    if not kept and Tells.TOOK_AWAY in found and IS_THERE_NOW.search(flat):
        kept = {Tells.DID: _THERE_NOW}
    if Tells.DID not in kept:
        return kept
    if _PROMISE.match(flat):
        del kept[Tells.DID]
        return kept
    share = (_HALF if LESS_OF_A_DEED.search(flat) else 1.0) * (_LITTLE if SAYS_LITTLE.search(flat) else 1.0)
    return kept | {Tells.DID: kept[Tells.DID] * share}
