"""R3 and X1: being asked for one's place on a scale, whatever the scale is made of."""

from __future__ import annotations

import re

from .numbers import NUMBER
from .quotes import search_own

_SELF = r"(?:yourself|yourselves|themselves|oneself|myself|ourselves|each\s+other|one\s+another)"
_OF_PEOPLE = (
    r"(?:confidence|abilit(?:y|ies)|skills?|competen\w+|understanding|knowledge|progress|performance|mastery|fluency"
    r"|readiness|comfort|experience|proficiency)"
)
_COLOUR = r"(?:red|amber|yellow|orange|green)"
_MEDAL = r"(?:bronze|silver|gold|platinum)"
_RANK = (
    r"(?:novices?|beginners?|apprentices?|learners?|intermediates?|improvers?|practitioners?|competent|proficient"
    r"|advanced|skilled|experts?|masters?|ninjas?|gurus?)"
)
_RUNG = r"(?:level|rung|tier|band|grade|bracket|percentile|belt|league|mark|number|figure|score|percentage|rank)"
_JOINT = r"\s*(?:,|/|–|—|-|\bor\b|\bto\b|\band\b|\bthrough\b|\bup\s+to\b)\s*(?:an?\s+|the\s+)?"
_ANYWHERE = (
    # figures
    r"\b(?:\d+|zero|nought|one)\s*(?:–|—|-|to|through|…|\.\.\.?)\s*(?:\d+|three|four|five|six|seven|ten|a\s+hundred)"
    r"\b(?!\s*(?:minutes?|hours?|days?|weeks?|people|sentences?|words?|lines?|of\s+you))",
    rf"\bout\s+of\s+(?:a\s+)?(?:{NUMBER}|hundred)\b",
    r"\d\s?%|\bper\s?cent(?:age|ile)?s?\b",
    r"\bon\s+a\s+scale\b|\bon\s+(?:the|this|a|our)\s+(?:\w+\s+)?(?:ladder|scale|thermometer|barometer|gauge|dial"
    r"|speedometer)\b|\btraffic\s+lights?\b",
    rf"\b(?:how\s+many|{NUMBER})\s+(?:\w+\s+)?(?:stars|points|marks|thumbs|smileys|hearts)\b"
    r"(?!\s+(?:on|in)\s+(?:the|this|your)\s+(?:map|draft|page|sheet))",
    r"\b(?:happy|sad|smiling|long|straight|frowning)\s+face\b|\b(?:smileys?|emojis?)\b|\bthumbs?\s+(?:up|down"
    r"|sideways)\b",
    r"\b(?:hold|put|show|raise)\w*\s+(?:up\s+)?(?:\w+\s+){0,2}?fingers\b|\bfist\s+(?:to|of)\s+five\b",
    # ladders of names
    rf"\b{_COLOUR}{_JOINT}(?:{_COLOUR}{_JOINT})?{_COLOUR}\b(?!\s+(?:pen|pens|dots?|notes?|cards?|ink|lines?"
    rf"|stickers?))",
    rf"\b{_MEDAL}{_JOINT}(?:{_MEDAL}{_JOINT})?{_MEDAL}\b",
    rf"\b{_RANK}{_JOINT}(?:{_RANK}{_JOINT}){{0,2}}{_RANK}\b",
    rf"\bfrom\s+(?:an?\s+)?{_RANK}\s+to\s+(?:an?\s+)?{_RANK}\b",
    # a place for oneself
    rf"\b(?:which|what)\s+{_RUNG}\s+(?:are|is|were|do|does|did|would|have|has|of\s+{_OF_PEOPLE})\b",
    rf"\b(?:at|on|in)\s+(?:which|what)\s+(?:{_RUNG}|step|stage)\s+(?:are|do|does|would|did)\s+(?:you|we|they"
    rf"|the\s+\w+)\b"
    rf"[^.?!]{{0,20}}\b(?:stand|sit|be|are|see|put|place|{_OF_PEOPLE})\b",
    rf"\b(?:give|award|assign|put|rate|score|mark|grade)\s+(?:{_SELF}|(?:your|their|his"
    rf"|her)\s+(?:own\s+)?{_OF_PEOPLE})\b"
    rf"[^.?!]{{0,30}}\b(?:{NUMBER}|{_RUNG}|points?|stars?|colou?r)\b",
    rf"\b(?:rate|score|grade|rank|mark)\s+(?:{_SELF}|(?:your|their|his|her)\s+(?:own\s+)?{_OF_PEOPLE})\b",
    rf"\b(?:place|position|plot|locate|put|line\s+up|see)\s+{_SELF}\s+(?:\w+\s+){{0,2}}?(?:on|along)\b[^.?!]{{0,40}}"
    rf"\b(?:scale|ladder|axis|line|curve|{_RANK})\b[^.?!]{{0,40}}\b(?:good|bad|best|worst|weak|strong|sure|{_RANK}"
    rf"|{_OF_PEOPLE})\b",
    rf"\bhow\s+(?:high|low)\s+(?:would|do|does|is|are|did)\b[^.?!]{{0,40}}\b(?:{_OF_PEOPLE}|{_SELF}|you|yours)\b",
    rf"\b{_OF_PEOPLE}\s+(?:as|in)\s+(?:a\s+|an\s+)?(?:number|figures?|percentage|colou?r|letter)\b",
    r"\b(?:as|in)\s+(?:a\s+)?(?:number|percentage|letter\s+grade|school\s+mark)\b",
    r"\b(?:full|top|half|no|low|high)\s+marks\b|\b[A-F]\s*(?:–|—|-|to)\s*[A-F]\b(?=[^.?!]*\b(?:you|your|grade"
    r"|mark)\b)",
)
_CLOSED_LIST = (
    # "How sure are you …?" asks for a degree, and a degree is a number that has not been written down yet.
    r"\bhow\s+(?:\w+ly\s+)?(?:sure|confident|certain|good|well|strong|ready|able|comfortable|skilled|competent"
    r"|fluent|satisfied|close|proud|happy)\s+(?:at\s+\w+\s+)?(?:are|do|did|were|would|is|was|could|can)\s+"
    r"(?:you|we|your|our|the\s+author|everyone|each)\b",
    r"\b(?:put|place|draw|stick|set|move|stand|point|circle|tick|colour|choose)\b[^.?!]{0,50}\bhow\s+(?:far|well"
    r"|good|high|sure|confident|ready|close)\s+(?:you|it|they|your|we)\b",
    # "Which weather is it: sun, cloud or storm?"
    r":\s*(?:an?\s+|the\s+)?[\w-]+(?:\s[\w-]+){0,2},\s+(?:[\w-]+\s?){1,3}(?:,\s+(?:[\w-]+\s?){1,3})*,?\s?\bor\s+(?:[\w-]+\s?){1,3}\?",
    r"\b(?:above|over)\s+or\s+(?:below|under)\b|\b(?:top|upper)\s+(?:half|third|quarter)\b"
    r"|\bcompared?\s+(?:yourself\s+)?with\s+the\s+others\b|\bhow\s+do\s+you\s+compare\b",
    rf"\bbetween\s+{NUMBER}\s+and\s+(?:{NUMBER}|a\s+hundred)\b|\b{NUMBER}\s+(?:being|is"
    rf"|means)\s+(?:\w+\s+)?(?:perfect|best|excellent|worst|top|full|not|very)\b|\bper\s+mill?e\b",
    rf"\bhow\s+many\s+(?:of\s+)?(?:the\s+|your\s+)?(?:{NUMBER})\s+\w+\b|\bas\s+many\s+\w+\s+as\s+(?:you\s+(?:feel"
    rf"|are|think|would)|it\s+(?:deserves|is))\b",
    r"\b(?:on|along)\s+(?:a|the|this|our)\s+(?:line|scale|ladder|axis|spectrum|curve)\b[^.?!]*\bwhere\b"
    r"|\bwhere\b[^.?!]*\b(?:on|along)\s+(?:a|the|this|our)\s+(?:line|scale|ladder|axis|spectrum|curve)\b[^.?!]*"
    r"\b(?:you|your|yours|yourself)\b",
    r"\bwhat\s+(?:\w+\s+)?(?:mark|grade|score|rating|percentage|number|figure)\b|\bwhich\s+(?:\w+\s+)?(?:mark|grade"
    r"|score|rating|number|figure)\b|\bmark\s+(?:yourself|yourselves)\b",
    # "Are you a beginner, on the way or there?"
    r"(?:^|[.?!:]\s+)(?:is|are|was|were)\s+(?:you|it|this|that|they|yours|theirs|your\s+\w+|the\s+\w+"
    r"|we)\s+(?:now\s+)?[^?,:;]{1,30},\s*(?!or\b)[^?,;:]{1,30},?\s+or\b[^?;:]{1,30}\?",
    r"\b(?:give|award|grant)\s+(?:this|it|them|the\s+\w+|yourself|your\s+\w+)\s+(?:an?\s+|some\s+)?(?:overall\s+"
    r"|final\s+)?(?:marks?|grades?|scores?|points?|ratings?|stars?)\b",
    rf"\b(?:{NUMBER}|\d+)[- ]point\s+scale\b|\bpoint\s+scale\b|\b(?:put|place|see|position|rank)\s+yourself\b",
    # "Wobbly, steady or flying: which are you?"
    r"\b\w+,\s+(?:\w+\s+){1,3}?or\s+(?:\w+\s?){1,3}[:,?–—-]+\s*(?:which|what|where)\s+(?:one\s+)?(?:are|were|is"
    r"|would)\s+"
    r"(?:you|we|yours?)\b",
    r"\b(?:which|what|where)\s+(?:one\s+)?(?:are"
    r"|were)\s+you\b[^.?!:,]{0,40}[:,–—-]+\s*(?:\w+\s+){1,3}?(?:\w+,\s+)*\w*\s*"
    r"or\s+",
    r"\bwhich\s+of\s+(?:these|the|those|their|our|your)\s+(?:\w+\s+)?(?:labels|levels|ranks|boxes|faces"
    r"|colou?rs|animals"
    r"|pictures)\b[^.?!]{0,30}\b(?:you|your|yours|get)\b",
    r"\b(?:of\s+)?their\s+(?:two|three|four|five)\s+(?:words|grades|labels|ratings)\b",
)
_PLACING = re.compile("|".join((*_ANYWHERE, *_CLOSED_LIST)), re.IGNORECASE)


def find_placing(text: str) -> str:
    """Return the words with which a prompt asks for a place on a scale, or nothing."""
    return search_own(_PLACING, text)
