"""S8: does what is kept of people wait for their yes?"""

from __future__ import annotations

import re

from coach.models import Capture

_CHOICE = re.compile(
    r"\b(?:ask(?:s|ed|ing)?\s+(?:round|each|first|before|people|who|everyone|them|whether|if|the\s+\w+)|choos\w+"
    r"|choice|decid\w+|tick\w*|box(?:es)?|yes|no|opt(?:s|ing)?\s+(?:in|out)|says?|"
    r"word|only\s+(?:if|with|when|what|those)|happy\s+(?:to|for|with)|permission|allow\w*|agrees?\b|wants?\b"
    r"|may\s+(?:say|choose|keep|leave|take|pass|be\s+(?:kept|quoted|left))|"
    r"without\s+(?:a\s+|your\s+|their\s+|any\s+|the\s+)?names?|not\s+(?:kept|copied|quoted|shared)|anonym\w*"
    r"|(?:change|alter|take|remove|cross|delete)\w*\s+(?:\w+\s+){0,3}?(?:mind|back|down|"
    r"out|yours|it)|private|stays?\s+(?:here|with|among|in)|goes?\s+home|take\s+it\s+home|if\s+(?:it|you|they"
    r"|its\s+\w+|the\s+\w+)\s+(?:may|wants?|like|agree|says?|would|are\s+happy|wish)|"
    r"as\s+you\s+like|your\s+own|their\s+own|leave[s]?\s+the\s+room)\b|[‘'\"“]\s?(?:keep|quote|private|yes|no)",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\bby\s+(?:attending|joining|coming|taking\s+part|being\s+(?:here|present)|signing|registering|entering"
    r"|staying)\b|\bautomatic\w*\b|\bassumed\b|\bimplied\b|\bby\s+default\b"
    r"|\b(?:everything|all|the\s+(?:call|session|meeting|chat|whole\s+\w+|sheets|results))\s+(?:is|are|gets?"
    r"|will\s+be)\s+(?:(?!not\b)\w+\s+)?(?:recorded|kept|shared|published|forwarded|filmed)\b(?![^.]*\b(?:if|only"
    r"|unless|once)\b)|\bno\s+need\s+to\s+ask\b"
    r"|\bunless\s+(?:\w+\s+){1,2}?(?:objects?|complains?|minds?|protests?|says?\s+otherwise|speaks?\s+up)\b"
    r"|\bnot\s+(?:needed|required|necessary|asked)\b|\bn/?a\b"
    r"|\b(?:has|have)\s+(?:already\s+)?(?:agreed|consented|accepted|signed)\b|\b(?:is|are|was"
    r"|were)\s+(?:already\s+)?(?:covered|settled|given|signed)\b|\bas\s+(?:always|usual|ever|with\s+all)\b"
    r"|\b(?:take\s+it\s+up\s+with|complain\s+to|contact|write\s+to|speak\s+to|tell)\s+(?:the\s+)?(?:office"
    r"|organis\w+|manage\w+|host\s+afterwards)\b|\bif\s+(?:this|that|it)\s+(?:is|bothers|worries)\b"
    r"|\bif\s+(?:you|anyone|anybody)\s+(?:minds?|objects?|disagrees?)\b|\b(?:hosts?|organis\w+|facilitators?|chair"
    r"|editors?|management|we)\s+(?:will\s+)?(?:decides?|chooses?|picks?|selects?)\b|\bsilence\s+(?:counts|means"
    r"|is)\b|\bhouse\s+rules?\b|\bterms\s+(?:and|of)\b|\bpolicy\b|\bgoes\s+without\s+saying\b|\bmandatory\b"
    r"|\bobligatory\b",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(
    r"\b(?:names?\s+and\s+all|with\s+(?:your|their|the|full|all)\s+names?(?!\s+(?:out|removed|off|taken))|(?:your"
    r"|their|full)\s+names?\s+(?:under|on|beside|next|above|and)|recorded|recordings?|filmed|video\w*|"
    r"published|newsletter|website|intranet|social\s+media|press|shared\s+drive|noticeboard|corridor|forward(?:s"
    r"|ed)?|passed\s+on|(?:goes?|sent|handed|given|emailed|reported)\s+(?:on\s+|over\s+)?to\s+"
    r"(?:the\s+)?(?:\w+\s+)?(?:managers?|management|head\s+office|hr|personnel|board|sponsors?|director\w*"
    r"|organisers?|files?|press|line\s+managers?|leadership))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:if|only|may|ask\w*|choose|unless|whoever\s+wants|that\s+wants|who\s+(?:want|like|agree)|happy|allowed"
    r"|agreed?|tick\w*|star\w*|say|yes|no|without|removed|taken\s+out|out)\b",
    re.IGNORECASE,
)


def is_no_choice(consent: str) -> bool:
    """Return whether a consent takes the yes for granted, or names no way to say yes or no."""
    return bool(consent.strip()) and bool(_TAKEN.search(consent) or not _CHOICE.search(consent))


def find_passing_on(capture: Capture) -> str:
    """Return the words that pass on what people said, with nothing beside them that asks; or nothing."""
    for text in (capture.keeps, *(step.does for step in capture.steps)):
        match = _PASSED_ON.search(text)
        if match and not _ASKED.search(text):
            return " ".join(match.group().split())
    return ""
