"""Signs that something is told plainly, so that a page may quote it: what was hard, what was found out. Pure data."""

from __future__ import annotations

import re
from collections.abc import Mapping

from coach.ports import Tells


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


_WE = (
    r"(?:i|we|they|people|participants|attendees|members|learners|students|instructors|helpers|newcomers|contributors"
    r"|maintainers|reviewers|approvers|some|many|several|most)"
)
_TROUBLES = r"(?:trouble|difficult(?:y|ies)|problems?|issues?|challenges|hiccups|conflicts?)"
_HANDS = (
    r"(?:time|hands|people|capacity|bandwidth|resources|reviewers|maintainers|moderators|volunteers|helpers|instructors"
    r"|contributors|members|space|money|funds|staff)"
)
SURER: Mapping[Tells, re.Pattern[str]] = {
    Tells.HARD: _any(
        rf"\b{_WE}(?:'ve| have|'d)? (?:\w+ly |also |often |sometimes |still |been )*(?:had|having|faced|hit"
        rf"|encountered|experienced|incurred(?: in)?|ran into)"
        rf" (?:(?!(?:about|the|with|to|this|that|minor|no|few)\b)\w+ ){{0,3}}{_TROUBLES}"
        r"(?:,| (?:with|in|on|at|to|from|of|because|due|as|when|while|during|between|after|that|\w+ing)\b)",
        rf"^(?:still )?(?:had|hit|ran into|running into|facing|faced|encountered)"
        rf" (?:(?!no\b)[\w-]+ ){{0,6}}?{_TROUBLES}\b",
        r"^(?:still )?(?:struggled|struggling|stalled|stuck) (?:with|on|to|in|at|over)\b",
        rf"\b(?:we|they|the \w+|\w+s) (?:still |currently |just |simply )?(?:do ?n[o']t|did ?n[o']t|do not|did not)"
        rf" (?:currently |yet )?have (?:enough|the|any) (?:[\w-]+ ){{0,2}}{_HANDS}\b",
        rf"\b(?:has|have|had) (?:very |too )?(?:limited|little|few|no|not enough) (?:[\w-]+ )?{_HANDS}\b"
        r"(?! (?:to say|to add))",
        r"(?<!that )(?<!what )\b(?:was|were|felt|proved|found it|found this) (?:very |really |quite |too |extremely "
        r"|so |a bit |rather |often |also |still )?(?:hard|difficult|tricky|challenging|confusing|confused|frustrating"
        r"|rushed|lost|overwhelm\w+|impossible)(?: (?:to|for|by|as|because|since|with|when|,)|[.,]|$)",
        r"\b(?:began|started|kept|were|are) falling (?:behind|off)\b|\bhas a (?:high|steep) learning curve\b",
        r"^(?:had to (?:cancel|drop|cut|postpone|abandon|skip|give up)"
        r"|low (?:engagement|turn-?out|attendance|participation|response))\b",
        r"\b(?:\w+s?) (?:is|are|was|were) (?:still )?a (?:\w+ )?bottleneck\b",
    ),
    Tells.TOOK_AWAY: _any(
        r"\b(?:we|the (?:group|team))(?:'ve| have)? (?:also |soon |quickly |all )?(?:found|discovered|noticed"
        r"|figured out|worked out|learn(?:ed|t)) (?:out )?(?:that|how|why|we can|we could)\b",
    ),
}
"""By what is told."""
