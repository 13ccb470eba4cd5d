"""Plain words that leave little doubt that somebody may be in danger; each with what makes the same words innocent.

What was learned tells far more; these hold where it might not.
"""

from __future__ import annotations

import re

from coach.models import Matter

_SOMEBODY = r"(?:my|him|her|them|your|one|it|our)sel(?:f|ves)"
_INNOCENT = re.compile(
    r"\b(?:prevention|awareness|training|policy|policies|case stud(?:y|ies)|module|workshop on|session on|talk on"
    r"|course on|guidelines|charity|charities|helpline volunteers|listening volunteers|"
    r"volunteers on|practitioners|advisers|officers'? (?:group|network)|leads? (?:of|from|group|network)"
    r"|research(?:ers)? (?:on|into)|book about|film about|survivors'? group|bereaved by|specialists)\b",
    re.IGNORECASE,
)
"""People whose work this is, and things that are about it."""


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


RULES: tuple[tuple[Matter, re.Pattern[str]], ...] = (
    (
        Matter.CRISIS,
        _any(
            r"\b(?:right now|just now|this minute|at this moment|as we speak|we(?:'re"
            r"| are) live)\b.{0,80}\b(?:kill|knife|gun|collapsed|unconscious|not breathing|bleeding|fighting"
            r"|hit(?:ting)?|threaten\w*|overdos\w*)\b",
            r"\b(?:collapsed|is unconscious|isn['’]t breathing|is not breathing|stopped breathing"
            r"|having a (?:seizure|fit|heart attack|stroke))\b",
            r"\b(?:has|pulled|holding|waving|with) (?:a|the|his|her) (?:knife|gun)\b",
        ),
    ),
    (
        Matter.SELF_HARM,
        _any(
            rf"\b(?:kill|killing|hurt|hurting|harm|harming|cut|cutting) {_SOMEBODY}\b(?! (?:laughing|over))",
            r"\b(?:end|ending|take|taking|took) (?:my|his|her|their) (?:own )?life\b",
            r"\bend(?:ing)? it all\b|\b(?:want|wants|wanted|wish|wished) (?:to be|i was|he was|she was"
            r"|they were) dead\b",
            r"\b(?:don['’]?t|doesn['’]?t|didn['’]?t|not) (?:want to|wanna) (?:be here any ?more|be alive"
            r"|live any ?more|wake up)\b",
            r"\b(?:better off without (?:me|him|her|them)|won['’]?t be (?:a burden|here) (?:much|for) long\w*"
            r"|no reason to (?:live|go on)|nothing (?:left )?to live for)\b",
            r"\bsuicidal(?! (?:timetable|schedule|agenda|deadline|plan|pace))\b|\bself[- ]harm(?:s|ed|ing)\b"
            r"|\boverdos(?:e|ed)\b",
        ),
    ),
    (
        Matter.HARASSMENT,
        _any(
            r"\b(?:grop(?:ed|es|ing)|molest\w*|sexually (?:harass\w*|assault\w*)|sexual (?:remarks?|comments?"
            r"|messages?|advances|harassment)|rap(?:ed|ist)|stalk(?:s|ed|ing|er)|upskirt\w*)\b",
            r"\b(?:his|her) hand (?:on|up|down|under) (?:my|her|his|one['’]s|the girl['’]s)\b|\b(?:touch(?:es|ed"
            r"|ing)|brush(?:es|ed|ing) against) (?:me|her|my|them|women|girls|the (?:women|girls|young\w*))\b",
            r"\b(?:nudes?|naked (?:photos?|pictures?)|dick pics?)\b|\bfollow(?:s|ed|ing) (?:me|her|him) home\b"
            r"|\bwon['’]t (?:leave (?:me|her|him) alone|take no)\b",
        ),
    ),
    (
        Matter.SAFEGUARDING,
        _any(
            r"\b(?:child|girl|boy|kid|pupil|teenager|daughter|son|minor"
            r"|\b1[0-7][- ]year[- ]old)\b.{0,80}\b(?:bruis\w+|hits? (?:her|him|me)|hit (?:her|him)|beaten"
            r"|touch(?:es|ed)|abus\w+|unsafe at home|afraid to go home|scared to go home|locked (?:in|up)|starv\w+"
            r"|groom\w*)\b",
            r"\b(?:bruis\w+)\b.{0,60}\b(?:child|girl|boy|kid|pupil|arm|neck|again|home|stairs|fell|door)\b",
            r"\bgroom(?:ing|ed)\b.{0,40}\b(?:girl|boy|child|kid|young|teen\w*|her|him)\b|\bdisclos(?:ed"
            r"|ure)\b.{0,60}\babus",
            r"\b(?:alone|chats?|messages?|meets?|gifts?|lifts?)\b.{0,40}\bwith (?:the )?(?:\w+ )?(?:1[0-7][- ]year"
            r"|minors?|underage)\b",
        ),
    ),
    (
        Matter.SAFETY,
        _any(
            r"\b(?:husband|wife|partner|boyfriend|girlfriend|father|stepfather|ex)\b.{0,40}\b(?:hits?|beats?|hit"
            r"|beat|chok\w+|threaten\w*|kicks?|locks?) (?:me|her|him|my|them)\b",
            r"\b(?:drunk|drinking|drunken|on something)\b.{0,60}\b(?:driv\w+|forklift|machine|crane|shift|wheel)\b"
            r"|\bdriv(?:es|ing|e)\b.{0,20}\bdrunk\b",
            r"\b(?:told|ordered|asked|made|under orders|supposed) (?:me |us |them |not )*to (?:hide|keep quiet"
            r"|say nothing|ignore|cover up|falsify|sign off|skip)\b.{0,60}\b(?:fault|defect|safety|inspection|leak"
            r"|crack|gas|check|alarm|brake|report)\b",
            r"\b(?:someone|somebody|people|he|she|they)(?:['’]s| is| are|['’]re)? (?:going to|gonna|could"
            r"|will) (?:get killed|be killed|die|get hurt)\b(?! (?:of boredom|laughing))",
            r"\bthreaten(?:s|ed|ing)? (?:to )?(?:kill|hurt|beat|stab|shoot|me\b|her\b|him\b)",
        ),
    ),
    (
        Matter.DISCRIMINATION,
        _any(
            r"\b(?:racist|sexist|homophobic|transphobic|antisemitic|islamophobic|ableist) (?:jokes?|remarks?"
            r"|comments?|slurs?|abuse|messages?|things?|names?)\b|\b(?:called|calls?) (?:me|him|her|them) (?:the "
            r"|a )?(?:n[- ]word|slurs?|paki|monkey|cripple|tranny|retard)\b",
            r"\bgo back (?:to|where)\b.{0,30}\b(?:country|came from|come from)\b|\b(?:not|never|won['’]?t"
            r"|doesn['’]?t|didn['’]?t)\b.{0,50}\bbecause (?:i am|i['’]m|she is|she['’]s|he is|he['’]s|they are"
            r"|they['’]re|of (?:my|her|his|their))\s*(?:a )?"
            r"(?:black|muslim|jewish|gay|lesbian|trans|pregnan\w+|disabled|foreign\w*|polish|nigerian|indian"
            r"|chinese|roma|too old|a woman|accent|headscarf|hijab|skin|colour|age|religion|faith|disability"
            r"|wheelchair)\b",
        ),
    ),
)
"""The most urgent first."""


def find_by_words(text: str) -> Matter | None:
    """Return the matter that plain words tell, the most urgent first; None where it is somebody's work."""
    flat = " ".join(text.split())
    for matter, pattern in RULES:
        match = pattern.search(flat)
        if match and not _is_innocent(flat, match):
            return matter
    return None


def _is_innocent(flat: str, match: re.Match[str]) -> bool:
    around = flat[max(0, match.start() - 60) : match.end() + 60]
    return bool(_INNOCENT.search(around))
