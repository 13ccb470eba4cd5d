"""X1 in an outcome or its sign: a share of people, a date or a bar to clear, where a doing was to be named."""

from __future__ import annotations

import re

from coach.models import Finding

from .criterion import Criterion
from .numbers import NUMBER
from .quotes import search_own
from .reading import OutcomeReading

_X1 = Criterion(
    "X1",
    "A figure or a date on what people can do makes them aim at the figure, and hide what they would like to learn.",
    "Say what people would notice in the work instead; keep figures for what the work itself needs.",
)
_US = (
    r"(?:us|you|them|members?|people|persons?|participants?|staff|colleagues?|teams?|employees?|nurses?|teachers?"
    r"|engineers?|volunteers?|wards?|departments?"
    r"|sites?|branches|schools?|shifts?|units?|attendees?|learners?|managers?|developers?|newcomers?)"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WHEN = (
    rf"(?:(?:(?:the\s+)?(?:end|start|middle)\s+of\s+)?(?-i:{_MONTH})|(?-i:Q[1-4])|(?:the\s+)?(?:(?:next|this|coming"
    rf"|second|third|fourth|first|end\s+of"
    rf"|start\s+of|end|close\s+of)\s+(?:of\s+)?(?:the\s+|this"
    r"|next\s+)?)*"
    r"(?:quarter|month|year|year['’]s\s+end|financial\s+year|fiscal\s+year|spring|summer|autumn|winter|term"
    r"|half-term|semester|season|sprint|inspection|audit)"
    r"|easter|whitsun|christmas|the\s+clocks\s+go|half-?term|the\s+holidays|new\s+year|20\d\d|FY\s?\d+|H[12]|(?:our"
    r"|the)\s+(?:next|second|third|fourth|fifth|last|annual"
    r"|autumn|spring)\s+(?:meeting|session"
    r"|visit|review|inspection|audit))"
)
_FAULT = (
    r"(?:slips?|errors?|mistakes?|complaints?|faults?|defects?|incidents?|failures?|misses|omissions?|rejections?"
    r"|queries|returns|re-?work)"
)
_FIRM = (
    # a share of people
    rf"\b{NUMBER}\s+(?:(?:in|out\s+of)\s+(?:every\s+)?{NUMBER}\b(?!\s+(?:time\s+zones|places|rooms|minutes|hours"
    rf"|days|weeks|steps))|of\s+(?:our\s+)?{_US}\b(?=[^.]*\b(?:must|should|will|can\s+do|do\s+it"
    rf"|unaided|able|signed|certified)\b))",
    r"\d\s?%|\bper\s?cent\b|\bpercent(?:age)?\b",
    rf"\b(?:half|(?:a|one|two)\s+thirds?|(?:a|three)\s+quarters?|a\s+majority|the\s+majority"
    rf"|nine\s+tenths)\s+of\s+(?:the\s+|our\s+|all\s+)?{_US}\b",
    rf"\b(?:each|every)\s+(?:one\s+)?(?:of\s+us|{_US})\s+(?:\w+\s+){{0,4}}?{NUMBER}\b(?!\s+of\s+us)",
    rf"\b(?:at\s+least|no\s+fewer\s+than|a\s+minimum\s+of|more\s+than|over"
    rf"|upwards\s+of)\s+{NUMBER}\s+(?:\w+\s+)?(?:{_US}|times|(?:\w+\s+){{0,2}}?(?:a|per|each"
    rf"|every)\s+(?:day|week|month|quarter|year|head|person|shift))\b",
    rf"\b{NUMBER}\s+(?:\w+\s+){{0,3}}?(?:a|per|each|every)\s+(?:week|month|quarter|year|head|person|shift|sprint"
    rf"|term)\b",
    rf"\b(?:two|three|four|six|seven|eight|nine|\d+)\s+of\s+(?:ten|five|twenty|a\s+hundred|10|100|20|every\s+\w+)\b"
    rf"|\bby\s+(?:a|one|two|three)\s+(?:half|thirds?|quarters?|fifths?|tenths?|halves)\b"
    r"|\b(?:rate|ratio|share|index|figures?|score|volume|output|turnover|throughput|productivity|attendance"
    r"|satisfaction)\s+(?:\w+\s+)?(?:of|above|over|below|under|rises?|falls?|goes?|improves?|increases?|drops?"
    r"|doubles?)\b"
    rf"|\b(?:above|over|below|beyond|exceed\w*)\s+{NUMBER}\b(?!\s*(?:minutes?|hours?|days?|weeks?|people|pages?"
    rf"|words?))|\b(?:as\s+)?measured\s+(?:by|in|on|at)\b|\bsatisf(?:y|ies)\s+(?:the\s+)?(?:inspector\w*|management"
    rf"|board|regulator\w*|auditor\w*|head\s+office)\b"
    r"|,\s*(?:all|each|every\w*)\b[^,]{0,20}\bby\b",
    # more than before, fewer than they
    rf"\b(?:twice|three\s+times|{NUMBER}\s+times|\d+\s?x)\s+(?:as\b|the\b|more\b|fewer\b|faster\b|over\b)|\b(?:half"
    rf"|double|twice)\s+the\s+(?:time|number|rate|cost"
    r"|speed|output|amount|volume)\b|\b(?:doubl|halv|tripl|trebl)(?:e|es|ed|ing)\b",
    r"\b(?:than|compared\s+(?:with|to))\s+(?:last\s+(?:year|quarter|month|season|spring|autumn)|the\s+(?:average"
    r"|national\s+\w+|previous\s+\w+|other\s+\w+))\b",
    # nothing may go wrong
    rf"\b(?:without\s+(?:a\s+single|any|one)|not\s+(?:a\s+single|one)|zero|nil|no\s+more\s+than\s+{NUMBER}"
    rf"|fewer\s+than\s+{NUMBER}|at\s+most\s+{NUMBER})\s+"
    rf"(?:\w+\s+)?{_FAULT}\b|\b(?:error|fault|defect|mistake|incident)-free\b|\bflawless(?:ly)?\b"
    rf"|\bright\s+first\s+time\b|\bfirst\s+time,?\s+every\s+time\b",
    # to somebody's satisfaction, ahead of somebody, at a price
    r"\b(?:to|in\s+line\s+with|against|at|above|below|within|according\s+to|up\s+to)\s+(?:the|a|an|our|its|their"
    r"|half|double)?\s*(?:\w+\s+)?(?:targets?|benchmarks?|quotas?|average|pace|rating|threshold|budget)\b"
    r"|\bto\s+(?:a|the)\s+(?:\w+\s+)?standards?\s+(?:of|set|required|that)\b"
    r"|(?<!answer )(?<!work )(?<!safety )(?<!page )\b(?:come|comes|finish"
    r"|finishes|be|rank|ranks|place)\s+(?:first|top|second|best|ahead|number\s+one)\b"
    r"|\bahead\s+of\s+(?:the\s+)?(?:others?|other\s+\w+|rest|competition)\b|\b(?:faster|quicker|better|cheaper|more\s+\w+)\s+than\s+(?:the|any|every"
    r"|all)\s+(?:other\s+|others?\b|\w+ern\s+|rest\b|competition\b|\w+\s+(?:team|office|branch|ward|site|school"
    r"|region)\b)",
    r"\bwithout\s+(?:any\s+of\s+(?:us|them)|anyone|anybody|one\s+of\s+us)\s+(?:\w+ing)\b|\b(?:inspectorate"
    r"|inspectors?|auditors?|regulators?|assessors?|examiners?)\b[^,.]{0,30}\b(?:upgrades?|accepts?|approves?"
    r"|pass(?:es)?|satisf\w+|agrees?|"
    r"certif\w+|rates?)\b|[£$€]\s?\d|\b(?:four|five|three)[- ]stars?\b",
    # a bar that others have set
    r"\b(?:clear|reach|hit|pass|exceed|attain|meet|beat|get\s+over|come\s+up\s+to)(?:s|es|ed|ing)?\s+(?:the|a|our"
    r"|its|their|every|all|any)\s+(?:\w+\s+){0,3}?(?:bar|mark"
    r"|threshold|targets?|benchmarks?|quotas?|hurdle|minimum|goals?|kpis?|expectations)\b",
    r"\b(?:bar|standard|level|target|mark|goal|line|figure|number)s?\s+(?:that\s+)?(?:\w+\s+){0,3}?(?:has|have|had"
    r"|was|is|were|are)\s+(?:been\s+)?(?:set|given|laid\s+down"
    r"|agreed|fixed|promised)\b",
    r"\bin\s+the\s+green\b|\b(?:all|every\w*|turns?)\s+green\b|\b(?:on|in)\s+(?:the|our"
    r"|head\s+office['’]s)\s+dashboards?\b(?=.*\b(?:shows?|until|by|rises?|green|goes)\b)",
    rf"\b{_US}\s+(?:\w+\s+){{0,3}}?(?:signed\s+off|certified|accredited|qualified|licensed|badged)\b"
    rf"|\bpasses?\s+the\s+(?:audit|inspection|check)\b",
    r"\b(?:as\s+)?(?:promised\s+to|demanded\s+by|required\s+by|agreed\s+with|set\s+by)\s+(?:the\s+)?(?:head\s+office"
    r"|management|board|director\w*|inspector\w*|leadership)\b",
    r"\b(?:top|best|leading)\s+(?:quartile|decile|third|ten|five|three|in\s+the\s+(?:region|country|company"
    r"|trust))\b",
)
_DATED = (
    rf"\b(?:by|before|until|till|no\s+later\s+than|at\s+the\s+latest\s+(?:by\s+|in\s+)?|from|as\s+of|come|within"
    rf"|in\s+time\s+for)\s+(?:the\s+)?{_WHEN}\b",
    r"\b(?:no|not)\s+later\s+than\b|\bat\s+the\s+latest\b|\bon\s+schedule\b|\bon\s+target\b|\bby\s+the\s+deadline\b"
    r"|\bby\s+\d{1,2}(?:st|nd|rd"
    r"|th)?\s+(?-i:[A-Z])\w+",
)
_JOINT = re.compile(
    r",\s|\s(?:so\s+that|with|until|by|before|well\s+enough|in\s+under|at\s+(?:the|a)|within|from|in\s+time|and)\s",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3
_QUOTA = re.compile("|".join(_FIRM), re.IGNORECASE)
_DATE = re.compile("|".join(_DATED), re.IGNORECASE)


def find_quota(text: str) -> str:
    """Return the words of a sentence that lay a figure or a bar on people, or nothing."""
    return search_own(_QUOTA, text)


def find_date(text: str) -> str:
    """Return the words of a sentence that say by when people must be able to, or nothing."""
    return search_own(_DATE, text)


def check_quotas(reading: OutcomeReading) -> list[Finding]:
    """Check that an outcome and its sign carry no quota (X1); a date alone is worth mending."""
    outcome = reading.outcome
    for text in (outcome.text, outcome.standard, outcome.sign, *outcome.ways_in.values()):
        words = find_quota(text)
        if words:
            return [_X1.stop(outcome.id, f"“{words}” sounds like a target that people have to hit.")]
    for text in (outcome.text, outcome.standard, outcome.sign):
        words = find_date(text)
        if words:
            return [_X1.mend(outcome.id, f"“{words}” puts a date on what people can do.")]
    return []


def without_quota(text: str) -> str:
    """Return a sentence cut before the clause that holds its first figure or date; the whole where it has none."""
    flat = " ".join(text.split())
    found = [flat.index(words) for words in (find_quota(flat), find_date(flat)) if words and words in flat]
    if not found:
        return text
    kept = _JOINT.split(flat[: min(found)])[0].rstrip(" ,")
    return kept if len(kept.split()) > _FEWEST_WORDS else text
