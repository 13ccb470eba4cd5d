"""What somebody asks of the coach, told by plain words: advice or no question back, more, another, one of three."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .said import Said

_ADVICE = re.compile(
    r"\bhow (?:do|can|could|should|would|might|does|to|on earth)\b|\bwhat (?:do|can|could|should|would|might"
    r"|else can) (?:i|we|one|you)\b"
    r"|\bwhat(?:'s|’s| is) (?:the|a) (?:best|good|fresh|quick|decent|kind|better)\b|\bany (?:ideas?|tips?|advice"
    r"|suggestions?|thoughts)\b"
    r"|\b(?:ideas?|tips?|advice|suggestions?|help)(?: please)?\s*[?!]|\bwhat to do\b|\bis there (?:a|any|some)\b"
    r"|\bthere (?:has|must|ought) to be a\b"
    r"|\bsuggest\b|\badvise\b|\badvice\b|\bdo i\b.*\?|\bshould (?:i|we)\b|\bcan i\b.*\?|\bgive me\b"
    r"|\bhelp me (?:to )?(?!think)\w+|\btell me (?:what|how)\b"
    r"|\bwhere (?:do|should|would) i (?:start|begin)\b|\bwhat would you\b|\bi need (?:a|an|something|to know"
    r"|some)\b|^help\b|\bhelp\W*$",
    re.IGNORECASE,
)
_NO_QUESTION = re.compile(
    r"\bno (?:more )?questions?\b|\b(?:don['’]?t|do not|stop|without|please don['’]?t) (?:you )?(?:ask(?:ing)?"
    r"|keep asking|answer(?:ing)? with)\b.{0,25}"
    r"(?:questions?|me|back)?|\bjust (?:tell|give|say|answer)\b",
    re.IGNORECASE,
)
_FLOPPED = re.compile(
    r"\b(?:you (?:told|said|suggested|advised|recommended|gave)|your (?:advice|suggestion|idea|tip)|last (?:time"
    r"|month|week) you|what you (?:said|suggested)|i did what you)\b"
    r".{0,200}?\b(?:flop\w*|fail\w*|did(?:n['’]t| not) (?:work|help|land)|was(?:n['’]t| not) (?:any )?(?:good|use)"
    r"|useless|worse|disaster|fell flat|nonsense|rubbish|backfired|made it worse|tank\w*|bomb\w*|no (?:use|good)"
    r"|went (?:badly|wrong)|hated|laughed)\b",
    re.IGNORECASE | re.DOTALL,
)
_RECALLS = re.compile(
    r"\b(?:you (?:told|said|suggested|advised|recommended)|last (?:time|month|week) you|your (?:advice|suggestion))\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|yes|yeah|right|hm+|thanks|thank you|sure|please|and|so|well|no)[\s,.!]*)*(?:go on"
    r"|tell me more|more|say more|explain|why(?: is that)?|what else|another(?: one)?|something else|"
    r"anything else|give me (?:another|one|something)(?: \w+)?|next|one more|different one|not that one"
    r"|we do that(?: already)?|i do that(?: already)?|done that|tried that|"
    r"(?:and )?(?:then )?what(?: do i do)?(?: then)?|yes please|please do|go ahead|i(?:'d| would) like that"
    r"|the move|what could i (?:do|try))\W*$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:another|something else|what else|anything else|different one|one more|not that one|already (?:do|did"
    r"|tried|have)|do that already|done that|tried that|(?:we|i) do that)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"^\W*(?:(?:it(?:'s| is)|the|number|no\.?|option|maybe|probably|yes|i think|it was|more)\s+)*(?P<which>1|2|3"
    r"|one|two|three|first|second|third|last)(?:\s+(?:one|of them))?\W*$",
    re.IGNORECASE,
)
_NONE_OF = re.compile(
    r"\bnone of (?:these|those|them)\b|\bneither\b|\bsomething else\b|\bnot (?:any of )?(?:these|those|that)\b",
    re.IGNORECASE,
)
_PLACES = {"1": 0, "one": 0, "first": 0, "2": 1, "two": 1, "second": 1, "3": 2, "three": 2, "third": 2, "last": -1}


@dataclass(frozen=True)
class Wish:
    """What somebody asks of the coach."""

    advice: bool = False
    """They ask what to do."""
    no_question: bool = False
    """They don't want to be asked back."""
    flopped: bool = False
    """They say that earlier advice did not work."""
    recalls: bool = False
    """They speak of something that the coach is to have said."""
    more: bool = False
    """They go on with what was said last, and add nothing of their own."""
    another: bool = False
    """They want something else than what was offered."""
    place: int | None = None
    """Which of the offered situations they mean: 0, 1, 2, or -1 for the last one."""
    none_of: bool = False
    """They say that none of them is it."""


def read_wish(said: Said) -> Wish:
    """Tell what somebody asks of the coach."""
    text, message = said.text, said.message.strip()
    chosen = _PLACE.match(message)
    short = len(said.words) <= 9
    return Wish(
        advice=bool(_ADVICE.search(text)),
        no_question=bool(_NO_QUESTION.search(text)),
        flopped=bool(_FLOPPED.search(text)),
        recalls=bool(_RECALLS.search(text)),
        more=short and bool(_MORE.match(message)),
        another=short and bool(_ANOTHER.search(message)),
        place=_PLACES[chosen["which"].lower()] if chosen else None,
        none_of=short and bool(_NONE_OF.search(message)),
    )
