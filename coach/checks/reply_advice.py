"""K2, K4 and K6: one thing at most, asked for or offered, with its reason; and short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.models import CoachMode, Finding, OfferedMove
from coach.playbook import content_stems

from .criterion import Criterion, quoted
from .reply_questions import spoken
from .reply_reading import ReplyReading, move_texts, sentences_of, without_quotes
from .texts import Text

MOST_WORDS = 180
"""What somebody reads ten minutes before a session."""
MOST_SUGGESTIONS = 3
_FEWEST_WHY = 6

_K2 = Criterion(
    "K2",
    "Advice that nobody asked for tells people that they can't think for themselves.",
    "Keep advice in the one move; say what you heard or ask instead, and offer the move before you make it.",
)
_K4 = Criterion(
    "K4",
    "Whoever knows why a move works can make one of their own next time.",
    "Say in one sentence what it does to people, with “because” or “so that”.",
)
_K6 = Criterion(
    "K6",
    "Of several things to do, most people do none; one can be done in ten minutes.",
    "Keep the one thing that helps most and leave the rest for another time.",
)
_WORD = re.compile(r"\S+")
_OFFER = re.compile(
    r"(?<!\bas )\bif\s+(?:it|that|this)(?:\s+is|['’]s|\s+would\s+be|\s+could\s+be"
    r"|\s+may\s+be)?\s+(?:of\s+(?:any\s+)?use|useful|helps?|helpful|all\s+right|fits)\b|(?<!\bas )\bif\s+you(?:['’]d"
    r"|\s+would)?\s+(?:like|want|wish)\b|\btake\s+(?:it|this)\s+or\s+leave\s+it\b|\byou\s+(?:may"
    r"|might)\s+have\s+your\s+own\b|\b(?:one|here\s+is\s+one)\s+thing\s+(?:comes\s+to\s+mind|that\s+(?:hosts|others"
    r"|sometimes|may|might)|(?:hosts|others|sometimes|may|might)|to\s+(?:hold|lay))\b|\b(?:may|could"
    r"|can)\s+i\s+(?:offer|suggest|add|share)\b|\b(?:would|is)\s+it\s+(?:be\s+)?(?:all\s+right|okay|ok)\s+(?:if|to"
    r"|for)\b|\byou\s+will\s+know\s+whether\b|\bway\s+of\s+your\s+own\b|\bhere(?:\s+is|['’]s)\s+one\s+thing\b"
    r"|\byou\s+(?:asked|ask)\s+(?:me\s+)?(?:for|what|how)\b"
    r"|\bsomething\s+(?:that\s+)?(?:others|hosts)\s+(?:have\s+)?(?:tried|do)\b|\ban?\s+offer\b|\bone\s+offer\b",
    re.IGNORECASE,
)
_SHOULD = re.compile(
    r"\byou(?:['’]d\s+better|\s+(?:really\s+|just\s+|only\s+|also\s+|simply\s+)?(?:should|ought\s+to|must|need\s+to"
    r"|have\s+to|had\s+better))\s+"
    r"(?!be\b|have\b|say\b|still\b|know\b|mean\b|hold\b|carry\b|count\b)\w+",
    re.IGNORECASE,
)
_COULD = re.compile(
    r"(?:^|[.,;:–—]\s*|\b(?:and|but|so|then|perhaps|maybe)\s+)you\s+(?:could|can|might|may)(?:\s+(?:also|just|simply"
    r"|always|even|want\s+to|like\s+to|wish\s+to|consider))*\s+(?!be\b|have\b|see\b|hear\b|feel\b|tell\b|say\b"
    r"|still\b|not\b|do\s+(?:about|with)\b|know\b|mean\b"
    r"|picture\b|like\b|love\b|look\s+(?:back|at)\b|hold\b|carry\b|count\b)\w+",
    re.IGNORECASE,
)
_ADVISES = re.compile(
    r"\bi(?:['’]d|\s+would)?\s+(?:strongly\s+)?(?:suggest|recommend|advise|urge|encourage)\b|\bmy\s+(?:advice"
    r"|suggestion|recommendation|tip)\b|\b(?:why\s+not|how\s+about|what\s+about|consider|think\s+about"
    r"|have\s+you\s+(?:tried|considered|thought\s+(?:of|about))|try|worth\s+(?:a\s+try"
    r"|trying))\b(?:\s+\w+){0,2}?\s+\w+ing\b|\b(?:it|that)\s+(?:may|might|could|would|can)\s+(?:help|be\s+(?:good"
    r"|best|better|wise|useful|worth|an\s+idea))\s+(?:to\b|if\s+you\b|\w+ing\b)|\bthe\s+(?:best|first|right"
    r"|easiest)\s+(?:thing|way|step)\s+(?:is|to\s+do|would\s+be|here)\b|\bmake\s+sure\b|\bbe\s+sure\s+to\b"
    r"|\bnext\s+time,?\s+(?:try|ask|start|begin|make|give|let"
    r"|use|put|tell|set|invite|wait)\b|\byou(?:['’]d|\s+would)\s+(?:do\s+well|be\s+(?:better|well\s+advised|wise))\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"^(?:(?:so|then|first|and|but|please|just|perhaps|maybe|simply|instead|next|always|now),?\s+)*(?:try|start|begin"
    r"|ask|invite|make|use|put|set|send|split|break|hand|consider|remember|don['’]t|do\s+not|never|avoid|ensure"
    r"|encourage|plan|prepare|speak|thank(?!\s+you\b)|name|choose|pick|move|pair|offer|wait|leave|bring|write|tell\s+(?:them"
    r"|people|the|him|her|everyone)|let\s+(?!me\b|us\b|alone\b)|give\s+(?!me\b)|take\s+(?!it\s+or\b)|stop|listen"
    r"|breathe|count|draw"
    r"|call|check|get|find|talk|slow|keep(?!\s+it\b)|focus|introduce|schedule|arrange|create|establish)\b(?!\s*[,:“])",
    re.IGNORECASE,
)
_AS_FELT = re.compile(
    r"\b(?:feel|feels|felt|think|thought|wonder|wondering|whether|if|as\s+if|sense|wish|wished|hope|hoped|what|how|who"
    r"|when|where|that|which|than|all|until|before|everything|because|why|fear|afraid|worr\w+)\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
"""Before “you should”: then it gives back what somebody thinks of themselves."""
_REASON = re.compile(
    r"\b(?:because|so\s+that|so|since|which|that\s+way|as\s+(?:soon|long)|then|lets?|gives?|makes?|keeps?|helps?"
    r"|allows?|needs?|takes?|shows?|turns?|brings?|leaves?|lowers?|spares?|means|when|once|until|while|whereas"
    r"|without|if"
    r"|(?:easier|harder|more|less|sooner|safer|quicker)\b.*\bthan|can(?:not)?|nobody|everyone|people)\b",
    re.IGNORECASE | re.DOTALL,
)
_EMPTY_REASON = content_stems(
    "work works well good great best better useful helpful help helps effective efficient proven practice practices"
    " technique method tool approach research studies show shows important key powerful recommended experts improve"
    " engagement engaging successful success really very simple easy idea strategy because known famous popular"
    " meeting session group people everyone team participants result results outcome outcomes benefit benefits value"
)
_MORE = re.compile(
    r"\b(?:also\s+try|try\s+also|another\s+(?:idea|option|tip|move|possibility|suggestion)(?!\s+(?:is"
    r"|was)\s+(?:to\s+blame|behind))|alternatively|you\s+(?:could|can|might)\s+also|as\s+an\s+alternative"
    r"|a\s+(?:second|third)\s+(?:idea|thing|option|move|step|way)|in\s+addition,|additionally|furthermore"
    r"|or\s+else\s+try|secondly|thirdly|here\s+are\s+(?:some|a\s+few|two|three|four|five|six|seven|\d+)"
    r"|several\s+(?:ways|ideas|options|things)|(?:two"
    r"|three|four|five|\d+)\s+(?:more\s+)?(?:ideas|tips|moves|techniques|suggestions|strategies|proven))\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?m)^\s*(?:[-*•–]|\d{1,2}[.)]|[a-z][.)])\s+\S")
_INLINE = re.compile(r"(?<!\S)\(?([1-9])[.)]\s+\S")
_PLACES = frozenset({"heard", "strength", "says", "asks"})


def check_advice(read: ReplyReading) -> list[Finding]:
    """Check that advice stands in one move, asked for or offered, and nowhere else (K2)."""
    reply = read.reply
    found: list[Finding] = []
    if not read.coaches:
        return found
    if reply.move is not None and not read.given.asked_for_advice and not _is_offered(read):
        message = "A move is made to somebody who has not asked what to do."
        way = "Say before it that it is an offer, such as: “If it is of use, here is one thing that hosts do then.”"
        found.append(_K2.mend("says", message, way))
    if not read.given.language:
        found += [_K2.mend(text.where, f"{quoted(words)} is advice outside the move.") for text, words in _hidden(read)]
    return found


def check_reason(read: ReplyReading) -> list[Finding]:
    """Check that a move says why it works, in other words than what to do (K4)."""
    move = read.reply.move
    if move is None:
        return []
    if not move.why.strip():
        return [_K4.mend("move", "The move has no `why`.")]
    if read.given.language or _explains(move):
        return []
    return [_K4.mend("move", f"{quoted(move.why)} says no more than what to do, or that it works.")]


def check_focus(read: ReplyReading) -> list[Finding]:
    """Check that a reply is short, and that there is one thing in it to do (K6)."""
    reply, found = read.reply, []
    told = reply if reply.signpost is None else reply.model_copy(update={"signpost": _bare(read)})
    count = len(_WORD.findall(told.text))
    if count > MOST_WORDS:
        found.append(_K6.mend("reply", f"It has {count} words; {MOST_WORDS} are the most.", "Shorten what is longest."))
    if not read.coaches:
        return found
    more = [(text.where, words) for text in _worded(read) for words in _suggestions_in(text.words)]
    if more:
        where, words = more[0]
        found.append(_K6.mend(where, f"{quoted(words)} begins something else to do."))
    many = len(more) + (reply.move is not None)
    if many > MOST_SUGGESTIONS:
        found.append(
            _K6.mend("reply", f"There are {many} suggestions; {MOST_SUGGESTIONS} are too many to try already.")
        )
    return found


def _bare(read: ReplyReading) -> object:
    # How many contacts a community has named is not the reply's length.
    return read.reply.signpost.model_copy(update={"contacts": ()}) if read.reply.signpost else None


def _is_offered(read: ReplyReading) -> bool:
    reply = read.reply
    said = " ".join((reply.heard, reply.strength, reply.says, reply.from_notes, reply.keep_doing))
    return reply.mode is CoachMode.TEN_MINUTES or bool(read.given.language) or bool(_OFFER.search(without_quotes(said)))


def _hidden(read: ReplyReading) -> Iterator[tuple[Text, str]]:
    for text in read.parts:
        if text.where not in _PLACES:
            continue
        for sentence in sentences_of(without_quotes(text.words)):
            words = "" if _OFFER.search(sentence) else _advice_in(sentence, text.where)
            if words:
                yield text, words
                break


def _advice_in(sentence: str, where: str) -> str:
    if where != "asks" and _ORDER.search(sentence):
        return sentence
    # A strength may well say what somebody could have done and did not.
    patterns = () if sentence.rstrip().endswith("?") else (_SHOULD,) if where == "strength" else (_SHOULD, _COULD)
    for match in filter(None, (pattern.search(sentence) for pattern in patterns)):
        if not _AS_FELT.search(sentence[: match.start()]):
            return match[0]
    advises = _ADVISES.search(sentence)
    return advises[0] if advises else ""


def _worded(read: ReplyReading) -> list[Text]:
    reply = read.reply
    move = [Text("move", words) for words in move_texts(reply.move)[:-1]]
    return [text for text in spoken(read) if text.where != "signpost"] + move


def _explains(move: OfferedMove) -> bool:
    told = content_stems(" ".join((move.title, move.does, move.say)))
    new = content_stems(move.why) - told - _EMPTY_REASON
    enough = 1 if _REASON.search(move.why) else 2
    return len(new) >= enough and len(move.why.split()) >= _FEWEST_WHY


def _suggestions_in(text: str) -> list[str]:
    own = without_quotes(text)
    found = [match[0].strip() for match in _MORE.finditer(own)]
    items = [own[match.start() :].strip().splitlines()[0] for match in _ITEM.finditer(own)]
    counted = [match[0] for match in _INLINE.finditer(own)] if not items else []
    return found + next((each for each in (items, counted) if len(each) > 1), [])
