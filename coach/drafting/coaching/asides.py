"""Something else than hosting: a greeting, a spreadsheet, a verdict on a colleague, orders to a program."""

from __future__ import annotations

import re

from coach.models import CoachReply, ReplyKind
from coach.playbook.talk import AsideKind, load_talk

from .said import Said
from .varying import pick

_HELLO = re.compile(
    r"^\W*(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening)|greetings|test(?:ing)?|anyone (?:there|here)"
    r"|are you there)(?:\W+(?:there|coach|all|everyone|again))*\W*$",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"^\W*(?:(?:many |ok(?:ay)?,? |great,? |brilliant,? |perfect,? )?(?:thanks|thank you|ta|cheers|bye|goodbye"
    r"|that['’]s all|see you)(?:\W+(?:a lot|so much|very much|then|all|for (?:that|this|now|your help)|bye))*)\W*$",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    r"\b(?:rate|rank|grade|score|assess|evaluate|judge|profile|mark) (?:my|our|his|her|this|these|the|all|each"
    r"|[A-Z]\w+)\b.{0,40}\b(?:colleague|co-?host|member|facilitat\w+|host|team|people|[A-Z]\w+|performance"
    r"|personality|session|competence)\b"
    r"|\bmarks? (?:out of|from)\b|\bout of (?:ten|10|5|five)\b.{0,40}\b(?:host|colleague|facilitat\w+|member|her"
    r"|him|they)\b|\bwho(?:['’]s| is) the (?:worst|best|weakest|strongest|least)\b.{0,40}\b(?:host|facilitat\w+"
    r"|member|of (?:us|them|our))\b"
    r"|\bis (?:he|she|[A-Z]\w+|my \w+) (?:a |an )?(?:narcissist|psychopath|sociopath|incompetent|lazy|stupid|toxic"
    r"|unfit)\b|\brate (?:him|her|them)\b",
    re.IGNORECASE,
)
_ABOUT_YOU = re.compile(
    r"\b(?:are you (?:a |an )?(?:bot|human|real|person|robot|program|ai|machine|chatgpt)|who (?:reads|sees"
    r"|can (?:read|see)) (?:this|what|these|my|our)|(?:who|what) are you\b|do you (?:keep|store|save|remember"
    r"|share) (?:this|what|my|our|these)|will my (?:boss|lead|manager)\w* (?:see|read))\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_ONE_WORD = 1
_LEARNED: dict[str, AsideKind] = {
    "hello": "hello",
    "thanks": "thanks",
    "off_topic": "off_topic",
    "verdict": "verdict",
    "orders": "orders",
    "abuse": "abuse",
    "about_you": "about_you",
    "wants_plan": "wants_plan",
    "gibberish": "gibberish",
}


def find_plain_aside(said: Said) -> AsideKind | None:
    """Return what else a message plainly is by its words: a greeting, thanks, a verdict, or who the coach is."""
    plain = (("hello", _HELLO), ("thanks", _THANKS), ("verdict", _VERDICT), ("about_you", _ABOUT_YOU))
    return next((_LEARNED[kind] for kind, pattern in plain if pattern.search(said.text)), None)


def find_aside(said: Said, learned: str) -> AsideKind | None:
    """Return what else a message is; None when it is about hosting.

    Args:
        said: The message.
        learned: What was learned says it is, where that is likely; empty otherwise.
    """
    if not said.sentences:
        return "empty_after_orders" if said.has_orders else "gibberish"
    plain = find_plain_aside(said)
    if plain:
        return plain
    if len(said.words) <= _ONE_WORD:
        return "too_short" if _LETTERS.search(said.text) else "gibberish"
    if learned == "orders" and not said.has_orders:
        return None  # nothing in it was found to speak to a program: what was learned may be wrong
    return _LEARNED.get(learned)


def to_aside(kind: AsideKind, said: Said, seed: int = 0) -> CoachReply:
    """Return a short human answer that leads back to hosting."""
    entry = pick(load_talk().asides[kind], said.message, seed)
    word = (said.words or ("",))[0]
    return CoachReply(
        kind=ReplyKind.ASIDE,
        says=entry.says.format(word=word) if kind == "too_short" else entry.says,
        asks=entry.asks,
        heron="supportive",
        opens_with=f"aside-{kind}",
    )


def in_their_tongue(language: str) -> CoachReply:
    """Return what can be done for somebody who writes in another language, in it where we have the words."""
    book = load_talk()
    own = book.tongues.get(language, "")
    says = f"{own}\n\n{book.other_tongue}" if own else book.other_tongue
    return CoachReply(kind=ReplyKind.ASIDE, says=says, heron="supportive", opens_with="aside-tongue")
