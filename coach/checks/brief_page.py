"""L7, L9 and the page itself: what did not work is there, the ask is clear, one page, nothing slipped in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from coach.models import BriefSection, ClaimKind, Finding, SectionKind

from .brief_reading import BriefReading
from .brief_words import fold, phrases
from .criterion import Criterion, quoted

MOST_WORDS = 470
"""What fits on a page."""
_MISSING = Criterion(
    "L7",
    "A page on which everything worked is believed by nobody who has worked.",
    "Say what did not work or what nobody knows, or say that the notes hold nothing on it.",
)
_PAGE = Criterion(
    "L9",
    "Somebody senior reads one page, and does what it asks when it asks for something.",
    "Shorten what is longest, and ask for time, space or cover in one sentence.",
)
_CLEAN = Criterion(
    "X3",
    "What a note or a model slips into a page speaks in the community's name.",
    "Take it out; a page holds plain sentences only.",
)
_PLAIN = Criterion("L9", "A sentence that says nothing new takes the place of one that does.", "Leave it out.")
_INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\x00-\x08\x0b-\x1f\x7f\U000e0000-\U000e007f"
_MARKUP = re.compile(
    rf"<\s*/?\s*[a-zA-Z!][^<>]*>|\[[^\[\]]*\]\s*\([^()]*\)|!\[|`|\*\*|__|\{{\{{|\}}\}}"
    rf"|\{{%|https?://|www\.|javascript:|^\s*#{{1,6}}\s"
    rf"|&lt;|&#\d+;|[{_INVISIBLE}]|^\s*\|.*\|\s*$|<data|\\[a-z]+\{{",
    re.MULTILINE,
)
_SCRIPT = re.compile(
    rf"<\s*/?\s*(?:script|img|iframe|svg|style|data|form|input|object|a)\b|javascript:|onerror\s*=|[{_INVISIBLE}]", re.I
)
_ORDERS = phrases(
    r"(?:ignore|disregard|forget|override) (?:\w+ ){0,4}(?:instructions?|prompts?|rules|above|previous|guidelines"
    r"|everything)",
    "system prompts?, as an? (?:ai(?: \\w+)?|language model), you are now, (?:system|assistant|user"
    "|developer):, new instructions?",
    r"(?:do|say|write|print|output|reply|respond|answer|include|add|insert) (?:only |the )?(?:following|exactly"
    r"|verbatim|this sentence|in (?:json|html))",
    r"(?:tell|assure|inform) the (?:reader|director|board|leader\w*|manager) (?:that|to), to the (?:model|ai"
    r"|assistant|summari[sz]er), note to (?:the )?(?:ai|model|llm|summari[sz]er\w*)",
    r"when (?:you )?summari[sz]\w*, jailbreak\w*, end of (?:notes|data|document), (?:this|the) (?:summary|brief"
    r"|report) must (?:say|state|include|not)",
    "do not mention, must be reported as, rate this community, (?:mark|flag|report) (?:this|it|everything) as, i"
    " cannot (?:assist|help) with",
)  # fmt: skip
_CONCRETE = phrases(
    r"hours?, minutes?, days?, weeks?, fortnights?, months?, quarters?, years?, mornings?, afternoons?,"
    r" evenings?, \w+days?, \d+\S*, time",
    r"rooms?, place, space, cover\w*, budget, money, £\S*, rota, calendar, diary, planner, post, licen[cs]e\w*,"
    r" travel, equipment, laptop\w*, tools?",
    r"keep \w+ing, protect\w*, free\w*, release\w*, let .{1,40}, come (?:to|and|along), read\w*, sign\w*,"
    r" decide\w*, answer\w*, introduc\w*, name\w* (?:a|one|some)\w*",
    r"visit\w*, hear\w*, meet\w*, tell\w*, speak\w* (?:to|with), ask\w*, open\w*, pay\w*, fund\w*, lend\w*, leave"
    r" .{1,40}, stop\w*, move\w*, say\w*, join\w*, somebody (?:to|who), someone (?:to|who), a person",
)  # fmt: skip
_BLUR = phrases(
    r"continued?, ongoing, support\w*, buy-?in, commit\w*, engag\w*, encourag\w*, backing, sponsorship,"
    r" champion\w*, recogni\w*, value\w*, attention, consider\w*, help\w*",
)  # fmt: skip
_NEW_CLAIM = re.compile(
    r"\b(?:teams?|people|members|newcomers|everybody|everyone|we|they|colleagues|staff"
    r"|nobody)\s+(?:\w+\s+)?(?:now|can\s+now|no\s+longer"
    r"|have\s+(?:learn\w*|stopped|started|begun|changed|become)|has\s+(?:learn\w*|stopped|started|begun|changed"
    r"|become)|already)\b",
    re.IGNORECASE,
)
_OF_THE_PAGE = phrases(
    "we now (?:ask|come|turn|tell), no longer (?:be|stand|opens?|here), want\\w*, wish\\w*, say\\w*, said"
)


def check_sections(read: BriefReading) -> list[Finding]:
    """Check that what did not work is there or its gap is named, and that no part is empty without a word."""
    if read.brief is None:
        return _check_answer_shape(read)
    found = []
    parts = {section.kind: section for section in read.sections}
    if _is_bare(parts.get(SectionKind.NOT_YET)):
        found.append(_MISSING.stop(SectionKind.NOT_YET.value, "Nothing says what did not work or what nobody knows."))
    for section in read.sections:
        if section.kind not in (SectionKind.NOT_YET, SectionKind.ASK) and _is_bare(section):
            message = f"“{section.title}” is empty, and does not say what is missing."
            found.append(_MISSING.mend(section.kind.value, message, "Say what is missing and how to find out."))
    return found


def check_page(read: BriefReading) -> list[Finding]:
    """Check that it fits on a page and asks for something that can be given."""
    if read.brief is None:
        return []
    found = []
    count = count_words(read)
    if count > MOST_WORDS:
        found.append(_PAGE.mend("brief", f"It has {count} words; a page holds about {MOST_WORDS}."))
    asks = [each for each in read.sentences if each.sentence.kind is ClaimKind.ASK]
    if not asks:
        found.append(_PAGE.mend(SectionKind.ASK.value, "It asks for nothing."))
    for each in asks:
        text = each.sentence.text
        if not _CONCRETE.search(text) or (_BLUR.search(text) and not _is_given(text)):
            found.append(_PAGE.mend(each.where, f"{quoted(text)} leaves open what the reader would do.", _ASK_WAY))
    return found


def check_slipped_in(read: BriefReading) -> list[Finding]:
    """Check that no text holds markup, or orders to whoever reads or writes the page."""
    found = []
    texts = [(each.where, each.own, each.sentence.text) for each in read.sentences]
    for where, ours, whole in (*texts, *((where, text, text) for where, text in read.around)):
        match = _MARKUP.search(ours) or _SCRIPT.search(whole) or _ORDERS.search(whole)
        if match:
            found.append(_CLEAN.stop(where, f"{quoted(match[0])} does not belong on a page."))
    for where, piece in read.evidence:
        match = _SCRIPT.search(piece.shown) or _ORDERS.search(f"{piece.shown} {piece.quote}")
        if match:
            found.append(_CLEAN.stop(where, f"{quoted(match[0])} in its quote does not belong on a page."))
    return list({finding.where: finding for finding in reversed(found)}.values())[::-1]


def check_each_says_something(read: BriefReading) -> list[Finding]:
    """Check that no sentence is empty or stands twice, and that a lead-in claims nothing."""
    found, said = [], Counter[str]()
    for each in read.sentences:
        text = fold(each.sentence.text).strip(" .")
        if not re.search(r"\w", text.replace("somebody", "")):
            found.append(_PLAIN.stop(each.where, "The sentence is empty."))
            continue
        said[text] += 1
        if said[text] > 1:
            found.append(_PLAIN.mend(each.where, f"{quoted(each.sentence.text)} stands there twice."))
        claims = not each.sentence.kind.is_claim and _NEW_CLAIM.search(each.own)
        if claims and not _OF_THE_PAGE.search(each.own):
            message = f"{quoted(each.sentence.text)} claims something without any words behind it."
            found.append(_PLAIN.stop(each.where, message, "Make it a claim with its evidence, or leave it out."))
    return found


def count_words(read: BriefReading) -> int:
    """Return how many words a reader of the page reads, headings and gaps among them."""
    return sum(len(text.split()) for text in _read_texts(read))


def _read_texts(read: BriefReading) -> Iterator[str]:
    if read.brief is not None:
        yield read.brief.title
    for section in read.sections:
        yield from (section.title, section.gap, *(sentence.text for sentence in section.sentences))


def _is_bare(section: BriefSection | None) -> bool:
    return section is None or (not section.sentences and not section.gap.strip())


def _check_answer_shape(read: BriefReading) -> list[Finding]:
    answer = read.answer
    if answer is None:
        return []
    if answer.enough and not answer.sentences:
        return [_MISSING.stop("answer", "It says that the notes answer it, and gives no sentence of them.")]
    if not answer.enough and any(sentence.kind.is_claim for sentence in answer.sentences):
        return [_MISSING.mend("answer", "It says that the notes do not answer it, and claims something all the same.")]
    return []


def _is_given(text: str) -> bool:
    return bool(
        re.search(
            r"\d|\b(?:hours?|minutes?|days?|weeks?|months?|rooms?|\w+days?|budget|cover|diary|rota|calendar)\b",
            text,
            re.I,
        )
    )


_ASK_WAY = "Say who would give what and until when: “Keep Wednesday 3 to 4 free until March.”"
