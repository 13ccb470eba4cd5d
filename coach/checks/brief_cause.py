"""L6: we contributed; that we caused it is nothing that notes can show."""

from __future__ import annotations

import re

from coach.models import ClaimKind, Finding, SectionKind

from .brief_cause_words import CLAIMED_TOO, JOINED
from .brief_reading import BriefReading, ReadSentence
from .brief_words import one_line, phrases
from .criterion import Criterion

_CAUSE = Criterion(
    "L6",
    "A reader who knows of other causes stops believing the rest; “had a part in it” is true and stands.",
    "Say what happened after what, and what else may have had a part in it.",
)
_OURS = (
    "(?:the |our )?(?:community|network|guild|circle|sessions?|meetings?|meet-?ups?|group|gatherings?|practice"
    "|learning)"
)
_GAINS = "(?:change|improvements?|growth|results|down|up|better|savings|delivery|success|quality|value|progress)"
_CLAIMED = phrases(
    "(?:is|are|was|were) the reason, (?:is|was|are|were) (?:all |largely |mostly )?down to, ensures?, ensured",
    "because of (?:us|the (?:community|sessions|meetings|group|guild|network)|our (?:work|sessions|community|efforts))",
    r"thanks to (?:us|the|our|this|these)(?: \w+)?, due to (?:us|our|the (?:community|sessions|meetings|group"
    r"|network))",
    r"transform(?:ed|s|ing|ative), revolutioni[sz]\w*, game-?chang\w*, single-?handed\w*, turned (?:it"
    r"|things) around",
    rf"{_OURS} (?:has |have |had )?(?:directly |clearly |significantly )?(?:saved|delivered|drove|driven"
    rf"|boosted|caused"
    "|achieved|created|generated|prevented|ensured|guaranteed|unlocked|solved|fixed|eliminated|reduced|increased"
    "|improved"
    "|cut|raised|lifted|accelerated|produced|yielded|enabled|made)",
    "(?:we|this|it|that|which) (?:has |have |had )?(?:directly |clearly )?(?:saved us|delivered|boosted"
    "|caused|reduced"
    "|increased|improved|eliminated|guaranteed|unlocked|accelerated|enabled)",
    rf"ow(?:ed|ing) to {_OURS}, because of {_OURS}, thanks to {_OURS}, (?:is|was|been) proven, proof that, beyond"
    rf" doubt",
    rf"clearly shows, undeniabl\w+, credited to {_OURS}, attributable to, proves? that, {_OURS} paid off, is down"
    rf" to {_OURS}",
    rf"without (?:us|{_OURS}), would (?:not|never) have (?:happened|been) without",
)
_LINKED = phrases(
    "led to, leads to, leading to, resulted in, results in, resulting in, as a (?:direct )?(?:result|consequence)",
    rf"brought about, gave rise to, caused, causing, (?:drove|driven) {_GAINS}, boosted?, boosts",
    r"delivered (?:a |an |the |better |real )*(?:savings|results|value|improvements?|benefits?|outcomes?)",
    r"enable[sd]? \w+ to, allowed \w+ to save, contributed directly to, had an impact on, impacted",
    "due to (?!be|start|open|close|meet|end), consequently, thereby, triggered, made .{0,30} possible",
)
_DENIED = phrases(
    r"\w+n't (?:say|tell|know|show|claim|prove), cannot (?:say|tell|know|show|claim|prove), can not, whether, how"
    r" far, how much, unknown",
    "no way (?:to|of), nobody (?:can|knows|says|claims), not (?:only|all|because|caused|clear|claim|known),"
    " unclear, hard to say",
    "may have, might have, perhaps, had a part, a part in, among other, do not (?:say|know|claim), does not"
    " (?:say|know|claim)",
)  # fmt: skip
_TIES = phrases("because, so, since, therefore, thanks to, that's why, which is why")
_ATTRIBUTED = phrases(
    "(?:somebody|someone|one person|one member|people|members|some) (?:themselves )?(?:trac|link|ti|credit"
    "|connect|put|say|says"
    r"|thinks?|see|sees|tell|tells|name|names)\w*, in (?:their|somebody's) (?:own )?(?:words|view|eyes), themselves"
)
_LOOSE = frozenset({ClaimKind.HARD, ClaimKind.UNKNOWN, ClaimKind.DISAGREEMENT})


def check_cause(read: BriefReading) -> list[Finding]:
    """Check that we claim no cause in our words; what people say of causes in theirs is theirs."""
    noted = {each.section for each in read.sentences if each.sentence.kind is ClaimKind.CONTRIBUTION}
    found = []
    for each in read.sentences:
        claimed = _find(_CLAIMED, each) or _find(CLAIMED_TOO, each) or _joined(each)
        linked = _find(_LINKED, each)
        if each.sentence.kind in _LOOSE and not (claimed and each.sentence.kind is not ClaimKind.HARD):
            # That something made work harder, in our words, is for a person to judge: nobody takes credit for it.
            found += [_CAUSE.question(each.where, _say(words)) for words in (claimed or linked,) if words]
        elif claimed or (linked and not _is_noted(each, noted)):
            found.append(_CAUSE.stop(each.where, _say(claimed or linked)))
        elif linked:
            found.append(_CAUSE.mend(each.where, _say(linked)))
    return found


def _is_noted(each: ReadSentence, noted: set[SectionKind | None]) -> bool:
    # A contribution note excuses its neighbours, and never itself.
    return each.section in noted and each.sentence.kind is not ClaimKind.CONTRIBUTION


def _find(pattern: re.Pattern[str], each: ReadSentence) -> str:
    match = pattern.search(each.own)
    told = each.sentence.kind is ClaimKind.CONTRIBUTION and _ATTRIBUTED.search(each.own)
    if match is None or told or _DENIED.search(each.own):
        return ""
    return one_line(match[0])


def _joined(each: ReadSentence) -> str:
    # Whoever says “so” or “since” in the quote makes the link, and we may tell that they do.
    return "" if _TIES.search(each.behind) else _find(JOINED, each)


def _say(words: str) -> str:
    return f"“{words}” claims a cause."
