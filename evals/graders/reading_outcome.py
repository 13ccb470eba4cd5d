"""What the `reading` grader looks for in proposed outcomes; what holds for most of them decides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .wording import Read, Wording, find, unquoted

_ABLE = re.compile(r"\bable to\b", re.I)
_UNSEEN = re.compile(r"(?:\w+ly )?(?:understand|know|learn|appreciate|be aware|improve|feel|have|get better)\b", re.I)
_BROAD = re.compile(
    r"(?:support|manage|make (?:sure|it)|share|keep|agree|wait|notice|recogni[sz]e|see|decide|choose|settle|judge"
    r"|find (?:out)?|tell (?:when|whether|in|apart|if|an? .* from)|talk about|express|separate|look after|teach|ensure"
    r"|communicate|give feedback|estimate|check|cost)\b",
    re.I,
)
_SITUATION = re.compile(
    r"\b(?:when|before|while|after|so that|even if|until|once|during|as it happens|without|which|who|where|beside"
    r"|at (?:the|three|four|five|night)|in the|on the|from the)\b",
    re.I,
)
_SIGN = re.compile(
    r"\b(?:we|you|they|members)(?:[’'](?:d|ll)| would| will) (?:notice|know|see)"
    r" (?:it |this |that )?(?:because|when|by|if)\b"
    r"|\bsigns? (?:that|of|would be|will be)\b",
    re.I,
)
_FELT = re.compile(r"\b(?:feels?|confiden\w*|satisf\w*|surveys?|attendance|targets?|happier|more aware)\b", re.I)
_VAGUE = re.compile(r"\b(?:better|more \w+ly|smooth\w*|improve\w*|easier)\b", re.I)
_NEW = re.compile(r"\b(?:newcomers?|newest|probationers?|new (?:people|person|ones?|staff|members?|starters?))\b", re.I)
_WAY_IN = re.compile(r"^(?:newcomers?|new|regulars?|experts?|experienced|old hands)\b[^:]{0,30}:", re.I)


def find_doings(wording: Wording) -> Sequence[str]:
    """Return what each proposed outcome says after "able to"."""
    ends = (sentence[match.end() :] for sentence in wording.sentences if (match := _ABLE.search(sentence)))
    told = (end.strip(' *_:,“"') for end in ends)
    # "Finish: We want to be able to …" proposes nothing.
    return [end for end in told if re.match(r"\w", end)]


def read_o2(wording: Wording) -> Read:
    """Grade whether there is one doing that somebody beside them could see."""
    doings = find_doings(wording)
    seen = [each for each in doings if not _UNSEEN.match(each)]
    if len(seen) * 2 <= len(doings):
        return Read(0, "Most name no doing that can be seen, or none is proposed.")
    broad = [each for each in seen if _BROAD.match(each)]
    if len(broad) * 5 <= len(seen) * 2:
        return Read(2, "Most name a doing that can be seen or heard.", seen[0])
    return Read(1, "Several begin with a broad verb, or with one for what goes on in a head.", broad[0])


def read_o3(wording: Wording) -> Read:
    """Grade whether the doing has an object and a situation in which it comes up."""
    doings = find_doings(wording)
    if not doings:
        return Read(0, "No doing is proposed.")
    placed = [each for each in doings if _SITUATION.search(each)]
    if len(placed) * 5 >= len(doings) * 3:
        return Read(2, "Most say when or where it comes up.", placed[0])
    return Read(1, "Most have no situation.")


def read_o4(wording: Wording) -> Read:
    """Grade whether there is a sign by which members would notice."""
    signs = [each for each in wording.sentences if _SIGN.search(each)]
    seen = [each for each in signs if not _FELT.search(each)]
    if not seen:
        return Read(0, "No sign in the work.")
    clear = [each for each in seen if not _VAGUE.search(unquoted(each))]
    return Read(2, "A sign in the work.", clear[0]) if clear else Read(1, "A sign that two could disagree on.", seen[0])


def read_o6(wording: Wording) -> Read:
    """Grade whether new people and old hands have a way in."""
    ways = [line for line in wording.lines if _WAY_IN.match(line)]
    if any(_NEW.match(line) or line.lower().startswith("new") for line in ways) and len(ways) >= 2:
        return Read(2, "A way in for new people and for others.", ways[0])
    named = find(_NEW, (unquoted(line) for line in wording.lines))
    return Read(1, "New people are thought of, without a way in for each.", named) if named else Read(0, "No way in.")
