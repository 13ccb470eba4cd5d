"""The clauses of an outcome sentence: its stem, and what stands behind the verb. Pure patterns, no lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Voice = Literal["own", "others", "acts", "none"]
"""Who speaks: the members themselves, someone about what others can do or about what they do, or nobody."""

_OWN = (
    r"(?:(?:we|i)(?:'d|'ll)?(?: all| each)?|(?:our )?(?:members|community|group|team)"
    r"|(?:each|all|any|every one) of us|everyone here)"
)
_MODAL = (
    r"(?:(?:really |just )?(?:wants? to|would (?:like|love) to|like to|love to|needs? to|hopes? to|aims? to"
    r"|wish(?:es)? to"
    r"|plans? to|should|can|could|will|(?:are|is|am)(?= (?:all )?able to))(?: all| each)?)"
)
_ABLE = r"(?: ?(?:be |feel |being )?able to)?"
_LEAD = (
    r"(?:by|at|after|before|within|as|for|in|on|when|whenever|while|once|during|between|from|with|across)"
    r" [^,:]{1,60}[,:] ?"
)
"""What stands before everything: "By December, ..."."""
_STEM = re.compile(rf"^(?:{_LEAD})?(?P<stem>{_OWN} {_MODAL}{_ABLE})(?: also)?(?:[ :…]+|$)", re.IGNORECASE)
_OWN_WILL = re.compile(r"^(?P<stem>(?:we|i)'(?:d|ll) (?:be able to|like to be able to))[ :]+", re.IGNORECASE)
_THIRD = re.compile(
    r"^(?:each|every|everyone|everybody|all|anyone|participants?|members|newcomers?|learners?|people|volunteers?|staff"
    r"|teams?|pairs|leads?|attendees?|mentors?|someone|most|at least|a newcomer|half|the \w+|our \w+|new \w+"
    r"|\w+ of (?:us"
    r"|the|them))\b"
    r"(?: (?!has |have |can |could |will |is |are |should |must )[^ .;]+){0,8}?"
    r" (?:ha(?:s|ve|d)(?: (?:all|already|each))?(?: (?:been able to|had a go at|had a chance to|tried (?:to|out)"
    r"|got to))?"
    r"|can|could|must|needs? to|should(?: be able to)?|will(?: be able to| have)?|(?:is|are) (?:willing|able|ready"
    r"|happy) to|knows? how to)\b ",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"^(?:each|every|everyone|everybody|all|anyone|members|newcomers|participants|people|someone)\b"
    r"(?: (?:of|who|that|in|from) (?:[^ .;,]+ ?){1,5}?)? (?=[a-z]+s\b)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(?:to be able to|be(?:ing)? able to|able to|(?:how )?(?:do|can|could|should|shall|might) (?:we|i|you)"
    r"|how to|let's|to"
    r"|(?:we|i)(?: all)?)[ :]+",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^(?:[-*•–>]|\d+[.)]|\[[ x]?\]|outcomes?:|goals?:|aims?:)+\s*", re.IGNORECASE)
_LINKER = re.compile(
    r"^(?:(?:to )?(?:learn|know|understand|see|find out|work out|figure out|discover"
    r"|think about)(?: about)? )?how (?:best )?to "
    r"|^(?:learn|start|begin|try|dare|continue|remember|get used) to |^(?:practi[sc]e|keep on|keep|start|try"
    r"|begin) (?=[a-z]+ing\b)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]?\s+(?=[A-ZÀ-Þ“\"(])")

_PURPOSE = re.compile(
    r"[,;]?\s+(?:so that|so (?=(?:we|i|they|it|people|everyone|nobody|our|the|no) )|in order (?:to|that)|because|"
    r"(?:to|that) (?:make sure|ensure) |ensuring ).*$",
    re.IGNORECASE,
)
_QUALITY = (
    r"confidently|consistently|effectively|efficiently|reliably|quickly|faster|clearly|competently|fluently|smoothly"
    r"|independently|successfully|properly|accurately|comfortably|regularly|thoughtfully|safely|calmly|kindly"
    r"|fairly|openly"
    r"|honestly|easily|promptly|routinely|responsibly|constructively|creatively|meaningfully|appropriately"
)
_UNITS = r"(?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|a day|an hour|a week|one go|one sitting)"
_STANDARD = re.compile(
    rf"[,;]?\s*\b(?:(?:(?:much |far |even )?(?:more|as|less) )?(?:{_QUALITY})(?:(?:,| and"
    rf"|, and) (?:more )?(?:{_QUALITY}))*(?![\w-])"
    r"|(?:more |even |much )?(?:well|better)(?=$|[,;.]| (?:in|at|when|during|before|after|than|and|so|with|for|on)\b)"
    rf"|with (?:more |greater |real |less )?(?:confidence|ease|care|consistency|fear|stress)"
    rf"|(?:in|within) (?:(?:under|less than|at most|about|around|just) )?(?:[\w½]+ )?{_UNITS}\b"
    rf"|in less than [\w ]+?{_UNITS}|as \w+ly as [^,;]+|(?:early|soon|clearly|well) enough (?:to|that|for) [^,;]+"
    rf"|without [^,;]+?(?=,|;|$| (?:and|when|while|during|before|after|in) )"
    rf"|(?:on|by) (?:our|my|their|your) own\b|by (?:ourselves|myself|themselves)\b|unaided\b|to a (?:high"
    rf"|good) standard)",
    re.IGNORECASE,
)
_CONTEXT = re.compile(
    r"[,;]?\s+(?P<clause>(?:in|during|when|whenever|before|while|after|at|under|across|throughout|as part of|as soon as"
    r"|the next time)\s+(?!which\b|whom\b|whose\b|least\b|all\b|full\b|order\b|depth\b|detail\b|time\b|more\b"
    r"|terms\b|what\b).+)$",
    re.IGNORECASE,
)
_WH = re.compile(r"^(?:what|where|who|whom|which|why|how|when|whether|if|that)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r",|;|\s+(?:who|that|which|whose|where|(?:in|on|with|for|from|to) (?:which|whom))\b", re.IGNORECASE
)
_MANNER = re.compile(
    r"(?:,?\s+(?:together|jointly|collectively|as a (?:group|team|community)|out loud|aloud|live|again|directly"
    r"|with (?:each other|one another|others|colleagues)|to others|in public|from scratch|end to end))+$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\s+(?:to|with|from|by|on|onto|for|about|into|alongside|against|through|across|between|out loud|aloud|in|at"
    r"|as|using|via)\s(?!(?:and|or|but|before|after|while|when|without|alone)\b)",
    re.IGNORECASE,
)
_TURNS = re.compile(r"\s+(?:and|before|after|while|when|until|unless|because|without)\s", re.IGNORECASE)
"""Where a sentence goes on with something else: it can stop there without missing anything."""
_OPEN_CLAUSE = re.compile(
    r"(?:^|\s)(?:that|who|whose|whom|which|what|where|whether|how|why|when|if)\s(?:\S+\s?){0,4}$", re.IGNORECASE
)
"""A clause that has hardly begun: cut here, it has no verb."""
_LEADING_PREPOSITION = re.compile(
    r"^(?:to|with|from|by|on|for|about|into|at|in|of|through|alongside|between|across|against|out|up|as)\s+",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"(?:[\s,;:–—-]+(?:the|a|an|of|to|and|or|but|our|my|their|your|its|in|on|at|for|with|from|by|into|that|which"
    r"|who|when|where"
    r"|how|what|if|as|is|are|be|we|they|it|than|while|during|before|after|about|further|so|not|each|every|any|some|still|only))+$",
    re.IGNORECASE,
)
_TIME_OR_PLACE = re.compile(r"^(?:on|in|at|during|before|after|by|within)\b", re.IGNORECASE)
_THE_WORD = re.compile(r"^the \w+$", re.IGNORECASE)
"""Too little to speak of alone: "the work" in a story."""
LONGEST_TOPIC = 8
"""Words in a topic; longer ones are cut at a clause."""


@dataclass(frozen=True)
class Clauses:
    """What stands behind the verb."""

    object: str = ""
    """What the verb is done to."""
    topic: str = ""
    """Its head, short."""
    context: str = ""
    """In which situation."""
    standard: str = ""
    """How well."""
    purpose: str = ""
    """What for."""


def main_sentence(text: str) -> str:
    """Return the sentence that carries the outcome: the one with a stem, or the first."""
    sentences = [_BULLET.sub("", part).strip() for part in _SENTENCE_END.split(_BULLET.sub("", text))]
    spoken = (sentence for sentence in sentences if split_stem(sentence)[1] == "own")
    best = next(spoken, sentences[0])
    return best.strip(" \t\"“”'‘’").rstrip(" .!?;:,…")


def split_stem(sentence: str) -> tuple[str, Voice, str]:
    """Return the stem (only when it is the members' own), whose voice it is, and the rest."""
    plain = sentence.replace("’", "'")
    for pattern in (_OWN_WILL, _STEM):
        if match := pattern.match(plain):
            return sentence[match.start("stem") : match.end("stem")], "own", sentence[match.end() :]
    for pattern in (_THIRD, _BARE):
        if match := pattern.match(_without_lead(plain)):
            return "", "others", _without_lead(sentence)[match.end() :]
    if match := _ACTS.match(plain):
        return "", "acts", sentence[match.end() :]
    return "", "none", sentence


def strip_linker(rest: str) -> tuple[str, bool]:
    """Drop "learn how to" and its like before a doing; say whether something was dropped."""
    match = _LINKER.match(rest)
    return (rest[match.end() :], True) if match else (rest, False)


def drop_lead(rest: str) -> str:
    """Drop what a topic is said of: "For five teams, a start page" is about a start page."""
    return _without_lead(rest)


def split_clauses(rest: str, lead: str = "") -> Clauses:
    """Take apart what stands behind the verb.

    Args:
        rest: The words behind the verb.
        lead: Adverbs that stood before the verb; they belong to the standard.
    """
    rest = re.split(r"\s*;\s", rest)[0]
    purpose = _take(_PURPOSE, rest)
    rest = rest[: len(rest) - len(purpose)]
    inserted = re.match(r",\s*([^,]+),\s+(?=\S)", rest)
    rest = rest[inserted.end() :] if inserted else rest
    standards = [lead, *(match.group() for match in _STANDARD.finditer(rest))]
    rest = _tidy(_STANDARD.sub("", rest))
    context = "" if _WH.match(rest) else _take(_CONTEXT, f" {rest}")
    thing = _tidy(rest[: len(rest) + 1 - len(context)]) if context else rest
    if _OPEN_CLAUSE.search(thing):
        # The situation stands inside a clause, as in "people whose gardens will be in the shade".
        thing, context = rest, ""
    context = f"{context} {inserted.group(1)}" if inserted else context
    return Clauses(
        object=thing,
        topic=topic_of(f"{thing} {context.strip()}" if _THE_WORD.match(thing) else thing),
        context=_tidy(context),
        standard=_tidy(", ".join(_tidy(item) for item in standards if item.strip())),
        purpose=_tidy(purpose),
    )


def topic_of(thing: str) -> str:
    """Return the head of an object, with its article: `a short piece of the Git lesson`."""
    topic = re.sub(r"^at least one ", "one ", thing, flags=re.IGNORECASE)
    if _TIME_OR_PLACE.match(topic):
        return ""
    topic = _tidy(_LEADING_PREPOSITION.sub("", topic))
    if _WH.match(topic):
        return cut_at_clause(re.split(r"[,;]", topic)[0], LONGEST_TOPIC + 2)
    topic = _MANNER.sub("", re.split(r"[,;]", topic)[0])
    topic = re.split(r" to ", topic)[0] if len(topic.split()) > LONGEST_TOPIC // 2 else topic
    if len(topic.split()) > LONGEST_TOPIC - 3:
        topic = re.split(f"{_RELATIVE.pattern}|{_PREPOSITION.pattern}", topic, flags=re.IGNORECASE)[0]
    return cut_at_clause(topic, LONGEST_TOPIC)


def cut_at_clause(phrase: str, most: int) -> str:
    """Return at most so many words of a phrase, cut where a clause ends if that keeps enough of it."""
    words = phrase.split()
    if len(words) <= most:
        return _tidy(phrase)
    short = " ".join(words[: most + 1])
    ends = rf"{_RELATIVE.pattern}|{_PREPOSITION.pattern}|{_TURNS.pattern}"
    places = [match.start() for match in re.finditer(ends, short, re.IGNORECASE)]
    enough = [short[:place] for place in places if 3 <= len(short[:place].split()) <= most]
    kept = [cut for cut in enough if not _OPEN_CLAUSE.search(cut)] or enough
    if kept and _WH.match(phrase):
        # "where a number comes from" ends on a preposition, as questions do.
        return _tidy(kept[-1])
    return _DANGLING.sub("", _tidy(kept[-1] if kept else " ".join(words[:most])))


def _without_lead(sentence: str) -> str:
    return re.sub(f"^{_LEAD}", "", sentence, flags=re.IGNORECASE)


def _take(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match.group() if match else ""


def _tidy(phrase: str) -> str:
    return re.sub(r"\s+([,;.])", r"\1", " ".join(phrase.split())).strip(" ,;:.–—-")
