"""What is told about a person or in confidence, and so is never quoted to anybody else. Pure."""

from __future__ import annotations

import re

_SINGULAR = r"(?:he|she|him|his|hers?|himself|herself)"
_SOMEONE = r"\[somebody\]|\[someone\]"
_ROLE = (
    r"(?:(?:my|our|the|her|his|their) (?:\w+ )?(?:manager|boss|chair|host|director|lead|facilitator|supervisor"
    r"|head|deputy"
    r"|colleague|organi[sz]er|moderator|instructor|helper|trainer|teacher|speaker|new (?:one|person))"
    r"|one (?:person|member|of us"
    r"|colleague|caseworker|officer|helper|instructor))"
)
PERSON = re.compile(rf"{_SOMEONE}|\b(?:{_SINGULAR}|{_ROLE})\b", re.IGNORECASE)
"""Somebody is spoken of, with or without a name."""
NAMED = re.compile(rf"{_SOMEONE}|\b{_SINGULAR}\b", re.IGNORECASE)
"""Somebody is spoken of who can be made out."""
COMPLAINT = re.compile(
    r"\b(?:interrupt\w*|talk(?:s|ed|ing) over|dominat\w+|rude\w*|lazy|incompeten\w+|unhelpful|useless|hopeless"
    r"|difficult to work"
    r"|a (?:pain|nightmare|nuisance|bully)|bull(?:y|ied|ying)|annoy\w*|irritat\w*|complain\w*|moan\w*"
    r"|never (?:listens?|turns? up"
    r"|replies|answers|helps|reads|comes|does)|always (?:late|talks|interrupts|wants|has to|moans|says no)"
    r"|keeps? (?:\w+ing)"
    r"|kept (?:\w+ing)|refus(?:es|ed|ing)|ignor(?:es|ed|ing)|blam(?:e|es|ed|ing)|fault|let (?:us|me) down"
    r"|lets (?:us|me) down"
    r"|forgot|didn't bother|doesn't bother|can't be bothered|doesn't (?:listen|get it|understand|care"
    r"|know what)|wasn't listening"
    r"|not up to|out of (?:his|her|their) depth|shout(?:s|ed|ing)|rolled (?:his|her) eyes|embarrass\w*"
    r"|humiliat\w*|worst|weakest"
    r"|slowest|bad at|poor at|hogg\w+|hijack\w*|show(?:s|ed)? off|arrogan\w+|patroni[sz]\w+|condescend\w*"
    r"|aggressive\w*|hostile"
    r"|unprepared|unprofessional|messed up|screwed up|to blame|mistake)\b",
    re.IGNORECASE,
)
"""Words of blame."""
PRAISE = re.compile(
    r"\b(?:thank(?:s|ed)?|great (?:job|work)|good (?:job|work)|well done|brilliant|fantastic|amazing|awesome"
    r"|wonderful|excellent"
    r"|superb|kudos|props|shout-?out|hero|star|best (?:person|mapper|member|host|instructor|teacher|helper)"
    r"|did a (?:great|good"
    r"|lovely|fantastic|brilliant)|so good at|really good at|inspir\w+|impress\w+|kind(?:ly|ness)?|generous\w*"
    r"|patient|lovely"
    r"|gracious\w*|proud of|talented|gifted|knowledgeable|enthusiastic)\b",
    re.IGNORECASE,
)
"""Words of praise."""
HEALTH = re.compile(
    r"\b(?:ill|illness|sick|unwell|cancer|pregnan\w+|miscarr\w+|depress(?:ed|ion)|anxiety|panic attacks?"
    r"|burn(?:t|ed)[ -]?out"
    r"|burnout|hospital\w*|surgery|operation|diagnos\w+|autis\w+|adhd|dyslexi\w+|disab\w+|medicat\w+"
    r"|therap(?:y|ist)|counselling"
    r"|stroke|dementia|alcohol\w*|drinking|divorc\w+|separat(?:ed|ion) from|funeral|bereave\w+|died|death of"
    r"|passed away|suicid\w+"
    r"|self-harm\w*|maternity|paternity|on leave|off sick|sick leave|stress leave|signed off|salary"
    r"|redundan\w+|disciplinary"
    r"|grievance|fired|sacked|performance (?:review|plan)|debts?|visa|asylum|cried|crying|in tears|wept|breakdown)\b",
    re.IGNORECASE,
)
"""Health, loss, money and other matters of one person's own life."""
OWN_LIFE = re.compile(
    r"\b(?:my|his|her|their) (?:husband|wife|partner|mum|mother|dad|father|parents|son|daughter|child|children"
    r"|kids|baby|sister"
    r"|brother|nan|family|marriage|doctor|gp)\b|\b(?:i|he|she) (?:was|were|am|is|has been|have been|had been"
    r"|went|'m) (?:\w+ )?(?:ill|sick"
    r"|unwell|off sick|on leave|off work|signed off|pregnant|depressed|anxious|burnt out|burned out"
    r"|in hospital|crying|in tears)\b"
    r"|\b(?:i|he|she) (?:cried|wept|broke down)\b|\bi went on leave\b|\bi had a (?:burnout|breakdown)\b",
    re.IGNORECASE,
)
"""The same, where somebody tells it of themself."""
CONFIDENCE = re.compile(
    r"\bin (?:strict |strictest )?confidence\b|\bconfidential(?:ly)?\b|\bnot for (?:the )?(?:minutes|notes"
    r"|sharing|circulation|the record"
    r"|passing on|wider|publication)\b|\boff the record\b|\b(?:do not|don't|dont|please don't|not to"
    r"|not be) (?:\w+ )?(?:pass(?:ed)? (?:this|it"
    r"|that)? ?on|shared?|circulate|forward|repeat|quote|minute|tell anyone|mention (?:this|it) (?:outside"
    r"|to anyone))\b"
    r"|\bnot (?:to be )?(?:shared|passed on|quoted|repeated|minuted|wider)\b|\b(?:keep|kept|stays?) (?:this "
    r"|it |that )?(?:between (?:us|ourselves"
    r"|you and me)|in (?:this|the) room|private|to (?:yourself|yourselves|ourselves))\b|\bbetween (?:us"
    r"|ourselves|you and me)\b|\bprivately\b"
    r"|\bprivate:|\[private\]|\bstrictly private\b|\bchatham house\b|\bwhat'?s said here stays\b|\bnot wider\b"
    r"|\bembargo\w*\b|\bjust for (?:us|me)\b"
    r"|\bmy eyes only\b|\bnot (?:public|for the public)\b",
    re.IGNORECASE,
)
"""Told in confidence."""
CONFIDES = re.compile(
    r"confiden|privat|between (?:us|ourselves|you)|off the record|embargo|chatham|stays|not (?:for|to|be|wider"
    r"|public|shared|passed)"
    r"|n['o’]?t (?:\w+ )?(?:pass|share|circul|forward|repeat|quote|minute|tell|mention)|just for|eyes only"
    r"|kept? (?:this|it|that|in)",
    re.IGNORECASE,
)
"""A first look for the same."""
ASKS_FIRST = re.compile(
    r"\b(?:check|ask|speak|come back) (?:with |to )?(?:me|us|them|her|him)(?: first)? before\b|\bask (?:me"
    r"|us) first\b"
    r"|\bnot without (?:asking|my|our)\b",
    re.IGNORECASE,
)
"""May only go further after somebody was asked."""
ALLOWS_INSIDE = re.compile(
    r"\b(?:ok|okay|fine|happy|free) (?:to|for) (?:be )?(?:share|shared|sharing|pass on|quote|quoted)\b", re.I
)
"""Says that it may be shared, if not everywhere."""
WHOLE_NOTE = re.compile(
    r"\b(?:this|these) (?:notes?|pages?|write-?up|minutes|document|account)\b|\bstatus:|\bwider\b"
    r"|\bvisibility:|\bsharing:",
    re.IGNORECASE,
)
"""Speaks of the whole note."""


def is_about_person(shown: str) -> str:
    """Say why a sentence is a word about a person: `complaint`, `praise`, `private`; empty where it is none.

    Args:
        shown: The sentence with names already taken out.
    """
    flat = shown.replace("’", "'")
    if OWN_LIFE.search(flat) or (HEALTH.search(flat) and PERSON.search(flat)):
        return "private"
    if COMPLAINT.search(flat) and PERSON.search(flat):
        return "complaint"
    return "praise" if PRAISE.search(flat) and NAMED.search(flat) else ""
