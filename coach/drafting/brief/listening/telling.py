"""What a sentence tells of, by rules that would rather hear too little: a hope is no use, a denial no success. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from coach.models import Cue
from coach.ports import Tells

from ...convincing import convincing_cues
from ...convincing_signs import BABBLE, FORM_ASKS, NO_WISH
from ...cues import find_cues
from .deeds import hear_deed
from .doubting import weigh_again
from .headings import Under, may_stand_under
from .hedges import BETTER, BILLBOARD, CONDITION, DENIES, LEANS, LOGISTICS, OPINION, PRESENT_RULE, TALKS_OF_TALK
from .reporting import Reported, hear_reported
from .signs import SIGNS
from .signs_softer import SOFTER
from .signs_spoken import CHAT, DOUBTS, NO_DISAGREEMENT, NO_HARD, ONLY_MINE, SPOKEN, TELLS_FACT
from .signs_surer import SURER
from .triggers import TRIGGERS

_HAPPENED = (Tells.DID, Tells.TOOK_AWAY, Tells.USED, Tells.CAME_OF_IT, Tells.CHANGED_VIEW)
"""What has to have happened: no hope, no plan and no denial passes."""
_PLAIN = frozenset({*_HAPPENED, Tells.IMMEDIATE, Tells.HARD} - {Tells.TOOK_AWAY})
"""What a hope, a belief or a condition never tells."""
_LINKS_DENIED = (Tells.DID, Tells.USED, Tells.CAME_OF_IT)
_WORDS = re.compile(r"[a-z]+(?:'[a-z]+)?")
_SURE, _BY_HEADING, _LESS_SURE = 0.8, 0.75, 0.65
_OPEN_ENDS = frozenset({Tells.UNKNOWN, Tells.HARD, Tells.QUESTION})
"""What a heading above cannot make into something else."""
_BESIDE_REPORTED = frozenset({Tells.HARD, Tells.UNKNOWN, Tells.DISAGREEMENT})
"""What else may be heard in a sentence that reports."""
_LEANING, _LONG, _OPINED = 0.75, 0.85, 0.6
_LONG_WORDS = 32
_BEFORE = 60
"""How far before what was done a denial counts, in characters."""
_DENIED_USE = re.compile(
    r"\b(?:nobody|no one|no-one|none of \w+|hardly any\w*|few (?:people|of us)) (?:else |here |there )?(?:has |have "
    r"|had )?(?:\w+ly |yet |ever"
    r" )?(?:used|uses|tried|tries|took (?:it|this)|adopted|applied|opened|read)\b"
    r"|\b(?:it|that|this|which|template|form|guide|map|list|they) (?:still )?(?:has|have|had|did)(?:n't"
    r"| not) (?:yet |really"
    r" |ever |actually )?(?:be(?:en)? )?(?:used?|tried|try|adopted|applied|taken up)\b"
    r"|\b(?:was|were|has been|have been) never (?:been )?(?:used|tried|adopted|applied)\b",
    re.IGNORECASE,
)
_MY_OWN = re.compile(r"i (?:couldn't|could not)\b", re.IGNORECASE)
"""What one person could not bring themself to do is theirs."""
_KEEPS_ON = re.compile(
    r"\b(?:none|nobody|no one|never|not|n't)\b[^.,;]{0,20}\b(?:given up|gave up|failed|stalled|lapsed)\b", re.I
)
"""What did not give out, and so is nothing hard."""
_QUOTED = re.compile(r"[\"“][^\"“”]{3,}[\"”]")
"""What somebody else says in between hedges nothing."""
_MENDED = re.compile(
    r"\b(?:fix(?:ed|es)|solved|resolved|mended|cleared up|sorted out|(?:was|were|got|is|are) (?:\w+ )?sorted)\b",
    re.IGNORECASE,
)
"""What was hard and is no longer."""
_KEEPS = re.compile(
    r"\b(?:would ?n[o']t swear|(?:know|unclear|clear|sure|say|tell|unknown) (?:if|whether)|remains to be seen)\b", re.I
)
"""What says that nobody knows, and is no condition."""


@dataclass(frozen=True)
class Told:
    """What one sentence tells of."""

    tells: Mapping[Tells, float]
    """Each with how sure that is."""
    is_opinion: bool
    """Whether somebody holds or hopes it."""

    def without(self, *tells: Tells) -> Told:
        """Return the same without some of what it tells."""
        left = {each: sure for each, sure in self.tells.items() if each not in tells}
        return Told(MappingProxyType(left), self.is_opinion)

    def weaker(self, share: float) -> Told:
        """Return the same, less sure."""
        less = {tells: round(sure * share, 3) for tells, sure in self.tells.items()}
        return Told(MappingProxyType(less), self.is_opinion)


_NOTHING = Told(MappingProxyType({}), is_opinion=False)
_JOTTED_WISH = Told(MappingProxyType({Tells.WISH: 0.5}), is_opinion=True)
"""A wish by its heading alone: it is heard and counted, and too unsure to be quoted where the heading is not seen."""


def hear_told(sentence: str, under: Under | None = None) -> Told:
    """Return what a sentence tells of; nothing where it is an errand, an announcement or advice.

    Args:
        sentence: On one line.
        under: What the heading above it says that is told there, if it says so.
    """
    flat = sentence.replace("’", "'").replace("‘", "'").strip('"“” ')
    reported = hear_reported(flat)
    told = _hear(TELLS_FACT.sub("", flat), under)
    return told if reported is None else _with_reported(told, reported)


def _hear(flat: str, under: Under | None) -> Told:
    if under is not None and under.is_jotted and not (LOGISTICS.search(flat) or BILLBOARD.search(flat)):
        return _JOTTED_WISH if may_stand_under(under, flat, is_opinion=True) else _NOTHING
    if _is_beside(flat):
        return _only_deed(flat)
    is_opinion = _is_hedged(_QUOTED.sub(" ", DOUBTS.sub(" ", flat))) or flat.endswith("?")
    found = _find(flat, is_opinion=is_opinion)
    if under is not None and not found.keys() & _OPEN_ENDS and may_stand_under(under, flat, is_opinion=is_opinion):
        # The heading says which link it is, where a sentence might be heard as two.
        found = {tells: sure for tells, sure in found.items() if tells not in _HAPPENED} | {
            under.tells: max(found.get(under.tells, 0.0), _BY_HEADING)
        }
    weight = _weigh(flat)
    sure = {tells: round(value * weight, 3) for tells, value in weigh_again(found, flat).items()}
    # A deed is one whatever is still to come of it.
    return Told(MappingProxyType(sure), (is_opinion and sure.keys() != {Tells.DID}) or Tells.WISH in sure)


def _with_reported(told: Told, reported: Reported) -> Told:
    """Return what is reported, beside what else is hard or open in it; it is surer than what one word might mean."""
    kept = {tells: sure for tells, sure in told.tells.items() if tells in _BESIDE_REPORTED}
    sure = max(reported.sure, kept.get(reported.tells, 0.0))
    return Told(MappingProxyType(kept | {reported.tells: sure}), reported.is_view)


def _only_deed(flat: str) -> Told:
    """Return the deed that is told in words which would otherwise be an errand or how a meeting went on."""
    sure = hear_deed(flat)
    found = weigh_again({Tells.DID: sure}, flat) if sure else {}
    if not found:
        return _NOTHING
    return Told(MappingProxyType({Tells.DID: round(found[Tells.DID] * _weigh(flat), 3)}), is_opinion=False)


def _is_beside(flat: str) -> bool:
    return bool(
        LOGISTICS.search(flat)
        or BILLBOARD.search(flat)
        or BABBLE.search(flat)
        or TALKS_OF_TALK.match(flat)
        or (PRESENT_RULE.match(flat) and not flat.endswith("?"))
    )


def _find(flat: str, *, is_opinion: bool) -> dict[Tells, float]:
    if flat.endswith("?"):
        return {Tells.QUESTION: _SURE} if _asks(flat) else {}
    found = _find_spoken(flat, is_opinion=is_opinion)
    deed = hear_deed(flat)
    if deed:
        found[Tells.DID] = deed
    if not TRIGGERS.isdisjoint(_WORDS.findall(flat.lower())):
        found |= _find_signs(flat, is_opinion=is_opinion)
    if Tells.HARD in found and (ONLY_MINE.search(flat) or NO_HARD.search(flat) or (deed and _MENDED.search(flat))):
        del found[Tells.HARD]
    if Tells.DISAGREEMENT in found and NO_DISAGREEMENT.search(flat):
        del found[Tells.DISAGREEMENT]
    return _settle(found, doubts=bool(DOUBTS.search(flat)))


def _find_spoken(flat: str, *, is_opinion: bool) -> dict[Tells, float]:
    """Return what is told in plain spoken words; these hold their own denials, so only what stands before counts."""
    found: dict[Tells, float] = {}
    for tells, sign in SPOKEN.items():
        if is_opinion and tells in _PLAIN:
            continue
        match = sign.search(flat)
        before = flat[: match.start()] if match else ""
        if match is None or (tells in _HAPPENED and (_is_hedged(before) or DENIES.search(before[-_BEFORE:]))):
            continue
        found[tells] = _LESS_SURE
    if not is_opinion and SURER[Tells.HARD].search(flat):
        found[Tells.HARD] = _LESS_SURE
    return found


def _find_signs(flat: str, *, is_opinion: bool) -> dict[Tells, float]:
    found = {
        tells: sure
        for signs, sure in ((SOFTER, _LESS_SURE), (SIGNS, _SURE))
        for tells, sign in signs.items()
        if not (is_opinion and tells in _PLAIN) and _holds(tells, sign, flat)
    }
    if _DENIED_USE.search(flat) and not is_opinion:
        found[Tells.HARD] = _SURE
    return found


def _holds(tells: Tells, sign: re.Pattern[str], flat: str) -> bool:
    match = sign.search(flat)
    if match is None:
        return False
    if tells is Tells.WISH:
        return not NO_WISH.search(flat) and not DENIES.search(flat[: match.end()])
    if tells is Tells.TOOK_AWAY:
        # What was learnt may well be what one should do; whether it was learnt may not be hoped.
        return not _is_hedged(flat[: match.end()]) and _tells_what(flat, match)
    if tells in _HAPPENED or tells is Tells.IMMEDIATE:
        return not _is_denied(tells, flat, match)
    if tells is Tells.HARD:
        return not (_KEEPS_ON.search(flat) or _MY_OWN.match(match[0]))
    if tells is Tells.UNKNOWN:
        return not _is_hedged(_KEEPS.sub(" ", flat))
    return True


def _is_hedged(flat: str) -> bool:
    return bool(OPINION.search(flat) or CONDITION.search(flat))


def _tells_what(flat: str, match: re.Match[str]) -> bool:
    rest = flat[match.end() :]
    return len(rest.split()) >= 3 or len(flat[: match.start()].split()) >= 5


def _is_denied(tells: Tells, flat: str, match: re.Match[str]) -> bool:
    if tells is Tells.CHANGED_VIEW:
        return False
    stretch = BETTER.sub(" ", flat[max(0, match.start() - _BEFORE) : match.end()])
    return bool(DENIES.search(stretch)) or bool(tells in _LINKS_DENIED and _DENIED_USE.search(flat))


def _settle(found: dict[Tells, float], *, doubts: bool = False) -> dict[Tells, float]:
    """Let the surer word win where a sentence seems to tell of things that exclude each other."""
    if (Tells.HARD in found or Tells.UNKNOWN in found) and not doubts:
        for tells in (Tells.USED, Tells.CAME_OF_IT, Tells.IMMEDIATE, Tells.DID):
            found.pop(tells, None)
    if Tells.UNKNOWN in found:
        found.pop(Tells.HARD, None)
    if Tells.USED in found or Tells.CAME_OF_IT in found:
        found.pop(Tells.DID, None)
    if Tells.WISH in found:
        found = {Tells.WISH: found[Tells.WISH]} | {
            tells: value for tells, value in found.items() if tells in (Tells.HARD, Tells.DISAGREEMENT)
        }
    return found


def _weigh(flat: str) -> float:
    weight = 1.0
    if LEANS.match(flat):
        weight *= _LEANING
    if len(flat.split()) > _LONG_WORDS:
        weight *= _LONG
    return weight


def _asks(flat: str) -> bool:
    return (
        not FORM_ASKS.search(flat) and not CHAT.search(flat) and Cue.QUESTION in convincing_cues(flat, find_cues(flat))
    )
