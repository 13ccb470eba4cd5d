"""K3: one question, open, and one."""

from __future__ import annotations

import re

from coach.models import Finding

from .criterion import Criterion, quoted
from .reply_reading import ReplyReading, sentences_of, without_quotes
from .texts import Text

MOST_QUESTIONS = 2

_K3 = Criterion(
    "K3",
    "One question to which only they know the answer starts thinking; two, or one that knows better, stop it.",
    "Ask one open question of one thing, beginning with what, who, where, when or how.",
)
_LEADING = re.compile(
    r"\b(?:don|doesn|isn|aren|wasn|weren|wouldn|couldn|shouldn|won|can|haven|hasn|didn)['’]t\s+(?:you|it|that|this"
    r"|they|he|she|we|there|people|the|your|some)\b|\b(?:do|would|could|should|is|are|did)\s+(?:you|it|that"
    r"|they)\s+not\b|\bhave\s+you\s+(?:ever\s+|already\s+)?(?:considered|thought|tried|asked|looked\s+into)\b"
    r"|\bwould\s+(?:it|that)\s+(?:not\s+)?(?:help|be\s+(?:\w+\s+)?(?:better|worth|good|useful|helpful|possible"
    r"|an\s+(?:idea|option)|wise|easier)|make\s+sense)\b|\bwhat\s+(?:if|about)\b|\bhow\s+about\b|\bwhy\s+(?:don['’]t"
    r"|not|do\s+you\s+not|didn['’]t|haven['’]t|won['’]t)\b|,\s+(?:right|correct|no|yes|don['’]t\s+you|isn['’]t\s+it"
    r"|wouldn['’]t\s+(?:you|it)|do\s+you\s+not)\s*\?|\bdo\s+you\s+(?:really|honestly|agree|see\s+(?:now|that|how))\b"
    r"|\bare\s+you\s+sure\b|\bsurely\b|\bis\s+it\s+(?:perhaps\s+|maybe\s+|possible\s+)?(?:because|that\s+you"
    r"|possible\s+that)\b|^(?:so,?\s+|and\s+|then\s+)?(?:could|can|might|may|would|will|should)\s+you\s+(?:perhaps\s+"
    r"|maybe\s+|not\s+|just\s+|simply\s+|also\s+|be\s+(?:willing|able|open)\s+to\s+|try\s+(?:to\s+)?)*(?!tell\b|say\b"
    r"|describe\b|put\b|name\b|picture\b|imagine\b|point\b|think\b|see\b|remember\b|like\b|want\b|hear\b|do\b"
    r"|change\b|recognise\b|still\b|need\b|rather\b|notice\b|know\b|most\b|say\b|borrow\b|lose\b|stop\b)\w+\s+"
    r"(?:\w+\s+){0,8}?\w+\s*\?$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:what|who|whom|whose|which|where|when|how|why)\b", re.IGNORECASE)
_TWO = re.compile(
    r"\b(?:and|or)\s+(?:also\s+)?(?:\w+\s+)?(?:what|who|whom|how|when|where|which|why)\b(?!\s+(?:not"
    r"|else)\b)(?!\W+(?:\w+\W+){0,2}$)|[,;]\s+and\s+(?:do|does|did|is|are|was|were|would|could|can|will|has|have)\b"
    r"|\band\s+(?:do|does|did|is|are|was|were|would|could|can|will|has|have)\s+(?:you|it|they|that|there|he|she)\b",
    re.IGNORECASE,
)


def check_questions(read: ReplyReading) -> list[Finding]:
    """Check that there is one question, that it is open, and that it is one (K3)."""
    asked = [sentence for text in spoken(read) for sentence in _questions_in(text.words)]
    if read.given.wants_no_question and asked:
        return [_K3.mend("asks", f"They asked for no question, and {quoted(asked[0])} is one.", "Leave `asks` empty.")]
    found = []
    if len(asked) > MOST_QUESTIONS:
        found.append(_K3.mend("asks", f"There are {len(asked)} questions."))
    if not read.coaches or read.given.wants_no_question:
        return found
    if not asked and not (read.given.language and read.reply.asks.strip()):
        found.append(_K3.mend("asks", "Nothing is asked."))
    return found + ([] if read.given.language else _check_question(read.reply.asks))


def spoken(read: ReplyReading) -> list[Text]:
    """Return what is said to the person: what a move has them say to others is no question to them."""
    return [text for text in read.parts if text.where not in {"move", "diagnosis", "strategy", "intention"}]


def _questions_in(text: str) -> list[str]:
    return [sentence for sentence in sentences_of(without_quotes(text)) if sentence.rstrip("”’) ").endswith("?")]


def _check_question(asks: str) -> list[Finding]:
    if not asks.strip():
        return []
    own = without_quotes(asks)
    if "?" not in own:
        return [_K3.mend("asks", f"{quoted(asks)} is no question.")]
    if own.count("?") > 1 or _is_double(own):
        return [_K3.mend("asks", f"{quoted(asks, 20)} asks two things at once.", "Keep the better half.")]
    if _LEADING.search(own):
        return [_K3.mend("asks", f"{quoted(asks, 20)} knows its answer already.")]
    return []


def _is_double(own: str) -> bool:
    match = _TWO.search(own)
    return bool(match and (_OPEN.search(own[: match.start()]) or match[0].lower().startswith(("and", ",", ";"))))
