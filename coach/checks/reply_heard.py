"""K1 and K5: was it heard what this person said, and is a strength of theirs named by it?"""

from __future__ import annotations

import re

from coach.models import Finding
from coach.playbook import content_stems

from .criterion import Criterion, quoted
from .reply_reading import ReplyReading, fold, sentences_of, without_quotes

_FEWEST_SHARED = 2
_SHORT_MESSAGE = 4
"""With fewer words that carry meaning, one of them is enough."""
_FEW_WORDS = 12
"""Of a message that is no longer, a single word of theirs may be given back."""
_RUN = 4

_K1 = Criterion(
    "K1",
    "People think further once they know that they were heard; before that, advice is noise.",
    "Begin by giving back what they said, with three to ten of their own words copied letter for letter.",
)
_OWN = Criterion(
    "K1",
    "Words that somebody did not say, handed to them as theirs, say that nobody listened.",
    "Copy three to ten of their words letter for letter from their message, or say it without quotation marks.",
)
_K5 = Criterion(
    "K5",
    "A strength that is named by what somebody did can be built on; praise for anybody is forgotten.",
    "Name one thing that they visibly did, saw or care about, by their own words, or leave praise out.",
)
_SAID = re.compile(
    r"\byou(?:['’]ve|\s+have|\s+also|\s+just|\s+then)*\s+(?:say|said|write|wrote|written|tell|told|call|called|put"
    r"|mention"
    r"|mentioned|describe|described|ask|asked)\b[^.?!“”\"]{0,24}[“\"]([^“”\"]+)[”\"](?!\s*[(\[]S\d)",
    re.IGNORECASE,
)
_ROTE = re.compile(
    r"\b(?:great|good|excellent|brilliant|fantastic|amazing|wonderful|awesome|super|terrific)\s+(?:question|job|work"
    r"|point|start|stuff|instincts?|idea)\b(?!\s+(?:is|was|that|for|in|on|of|to|gets?|with))|\bwell\s+done\b"
    r"|\bkudos\b|\bbravo\b|\bhats?\s+off\b|\bkeep\s+(?:it\s+up|up\s+the\s+(?:good|great)|going\s+strong)"
    r"|\byou(?:['’]re|\s+are)\s+(?:doing\s+(?:so\s+|really\s+)?(?:great|well|fine|amazing|brilliantly"
    r"|an?\s+(?:\w+\s+)?(?:great|good|amazing|fantastic|wonderful)\s+job)|(?:an?\s+)?(?:\w+\s+)?(?:great|amazing"
    r"|fantastic|wonderful|awesome|brilliant|natural|born)\s*(?:host|facilitator|leader|listener)?\b)"
    r"|\b(?:thank\s+you|thanks)\s+for\s+(?:sharing|reaching\s+out|opening\s+up|your\s+(?:openness|honesty|question))"
    r"|\bi\s+(?:really\s+)?(?:love|admire|applaud)\s+(?:that|how|your|this|the\s+way)\b|\b(?:what"
    r"|such)\s+an?\s+(?:great|good|wonderful|amazing|thoughtful|insightful)\b|\bgood\s+for\s+you\b|\b(?:that['’]s"
    r"|that\s+is|this\s+is)\s+"
    r"(?:great|awesome|amazing|fantastic|wonderful|really\s+good|totally\s+valid|completely\s+valid)\b",
    re.IGNORECASE,
)


def check_heard(read: ReplyReading) -> list[Finding]:
    """Check that a reply first gives back what this person said (K1), in nobody else's words."""
    found = _check_own_words(read)
    if not read.coaches:
        return found
    reply = read.reply
    if not reply.heard.strip():
        return [*found, _K1.mend("heard", "What they said is not given back.")]
    first = sentences_of(f"{reply.heard} {reply.strength}")[:2]
    asking = next((sentence for sentence in first if without_quotes(sentence).rstrip("”’ ").endswith("?")), "")
    if asking:
        message = f"{quoted(asking)} asks before anything is given back."
        found.append(_K1.mend("heard", message, "Give back what they said first, and ask at the end."))
    if not read.given.language and not _takes_up(read, " ".join(first)):
        found.append(_K1.mend("heard", f"{quoted(first[0])} takes up too little of what they said."))
    return found


def check_strength(read: ReplyReading) -> list[Finding]:
    """Check that a strength is named by what this person said, and nothing is praised by rote (K5)."""
    found = _check_rote(read)
    if not read.coaches or read.given.language or _names_strength(read):
        return found
    where, said = ("strength", read.reply.strength) if read.reply.strength else ("heard", read.reply.heard)
    message = f"{quoted(said)} names nothing that this person did or said." if said else "No strength is named."
    return [*found, _K5.mend(where, message)]


def _check_own_words(read: ReplyReading) -> list[Finding]:
    found = []
    for text in read.parts:
        said = read.quotes_in(text.words) if text.where in {"heard", "strength"} else _SAID.findall(text.words)
        false = [words for words in said if not read.is_theirs(words)]
        if text.where not in {"signpost", "move"} and false:
            found.append(_OWN.stop(text.where, f"{quoted(false[0])} is not what they wrote."))
    return found


def _takes_up(read: ReplyReading, text: str) -> bool:
    own = read.stems
    if not own:
        # Only words such as “help”: whatever is taken up of them will do.
        said = content_stems(read.given.message)
        return not said or bool(said & content_stems(text))
    return _shares(read, text, _FEWEST_SHARED if len(own) >= _SHORT_MESSAGE else 1)


def _shares(read: ReplyReading, text: str, fewest: int) -> bool:
    quotes = read.quotes_in(text)
    quoted_well = all(map(read.is_theirs, quotes)) and any(_is_telling(read, words) for words in quotes)
    return quoted_well or len(read.lemmas(text) & read.stems) >= fewest or _repeats(read, text)


def _is_telling(read: ReplyReading, words: str) -> bool:
    is_short = len(read.given.message.split()) <= _FEW_WORDS
    return is_short or (len(words.split()) > 2 and bool(content_stems(words)))


def _repeats(read: ReplyReading, text: str) -> bool:
    """Return whether so many words in a row are theirs that it is plain whose they are, marks or no marks."""
    words = fold(text).split()
    runs = (" ".join(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1))
    return any(read.lemmas(run) & read.stems and read.is_theirs(run) for run in runs)


def _names_strength(read: ReplyReading) -> bool:
    """Return whether a strength is this person's: nothing is put into their mouth, and what is said is theirs."""
    text = f"{read.reply.heard} {read.reply.strength}"
    return all(map(read.is_theirs, read.quotes_in(text))) and _takes_up(read, text)


def _check_rote(read: ReplyReading) -> list[Finding]:
    for text in read.texts:
        match = _ROTE.search(text.words) if text.where in {"heard", "strength", "says", "keep_doing", "asks"} else None
        if match:
            return [_K5.mend(text.where, f"{quoted(match[0])} could be said to anybody.")]
    return []
