"""L8: nobody can be made out from our words: no initial, no short name, no description of one person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.models import Consent, Finding

from .brief_counts import words_of_dates
from .brief_diminutives import GIVEN_FORMS, is_short_for
from .brief_neutral import NEUTRAL_STEMS
from .brief_reading import BriefReading, ReadSentence
from .brief_words import fold, one_line
from .criterion import Criterion

_RECOGNISED = Criterion(
    "L8",
    "In a small community a hint is enough to tell who it was.",
    "Say “somebody”, or whose words they are only as far as a whole group goes.",
)
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Sister|Uncle|Auntie|Aunt|Old|Big|Little|Young)\.?\s+"
    r"[A-Z][\w'’.]*"
)
_INITIALS = re.compile(
    r"(?<![\w.])(?:[A-Z]\.\s?){2,3}(?!\w)|\b[A-Z][a-zà-ÿ]+\s[A-Z]\.(?!\w)|(?<![\w.'’])(?!I\b"
    r"|A\b)[A-Z]\.(?=\s[A-Z]?[a-z])"
    r"|(?<![\w.'’-])(?!I\b|A\b)[A-Z](?=\s(?:from|in|on|at|who|says?|told|runs?|now)\b)"
)
_ONE = (
    r"(?:person|man|woman|lady|gentleman|guy|chap|bloke|lad|lass|girl|boy|fellow|gent|apprentice|trainee"
    r"|newcomer|member"
    r"|colleague|nurse|midwife|doctor|vet|plumber|electrician|carpenter|joiner|baker|cook|chef|driver|porter"
    r"|steward|usher"
    r"|teacher|tutor|trainer|librarian|archivist|curator|guide|developer|coder|engineer|designer|researcher"
    r"|tester|analyst"
    r"|officer|planner|surveyor|clerk|secretary|manager|director|head|boss|supervisor|lead|leader|chair"
    r"|coordinator|carer"
    r"|therapist|pharmacist|optician|technician|welder|printer|florist|gardener|grower|farmer|forester|ranger"
    r"|lifeguard"
    r"|translator|interpreter|singer|alto|tenor|soprano|bass|violinist|conductor|musician|player|actor"
    r"|stagehand|signaller"
    r"|mechanic|roofer|builder|caretaker|cleaner|volunteer|host|maintainer|contributor|writer|editor|speaker"
    r"|hand|staff\s+member"
    r"|employee|worker|beginner|novice|veteran|mother|father|mum|dad|widow|soldier|student|intern|temp"
    r"|receptionist|cashier)"
)
_GENDERED = r"(?:lady|gentleman|gent|man|woman|guy|chap|bloke|lad|lass|girl|fellow|boy|mum|dad|mother|father|widow)"
_SINGLE = (
    r"(?:only|sole|single|lone|youngest|oldest|eldest|newest|latest|longest[-\s]serving|most\s+(?:senior"
    r"|junior|recent"
    r"|experienced)|least\s+experienced|tallest|loudest|quietest|first|last)"
)
_DESCRIBED = re.compile(
    rf"\b(?:the|our|their|its|my)\s+(?:(?:very|one|team['’]s|crew['’]s"
    rf"|ward['’]s)\s+)?{_SINGLE}\s+(?:\w+[-\s]){{0,2}}?{_ONE}\b"
    rf"|\b(?:the|our|their)\s+(?:youngest|oldest|eldest|newest|longest[-\s]serving)\b(?=\s+(?:of|in|on|among"
    rf"|at|from|here|now|"
    r"says?|runs?|\w+s\b)|\s*[:,])"
    r"|\b(?:the|our|their)\s+(?:only|sole|youngest|oldest|eldest|newest|longest[-\s]serving"
    r"|most\s+senior)\s+(?:\w+\s+)?"
    r"(?!(?:fold|pap|numb|comput|print|ord|lett|regist|riv|tow|heat|cook|boil|numb|corn|answ|matt|oth|draw"
    r"|timb|wat|count|numb)er"
    r"|doc|mot|hum|urb|moment|docum)\w{2,}(?:er|or|ist|ian|ee|man|woman)\b"
    rf"|\b(?:our|their|the)\s+one\s+(?:\w+[-\s]){{0,2}}?{_ONE}\b(?!s)"
    rf"|\b(?:the|that|our|an?)\s+(?:\w+\s+)?{_GENDERED}\s+(?:on|from|in|with|at|who|behind|over|of|by|that|next)\b"
    rf"|\b(?:the|that)\s+(?:\w+\s+)?{_ONE}\s+(?:who|whose|with|that|from|on\s+(?:nights|days|leave|secondment"
    rf"|loan|probation)"
    r"|next\s+door|in\s+(?:the\s+)?(?:wheelchair|corner|office)|at\s+the\s+\w+\s+(?:desk|office|gate|clinic"
    r"|depot|branch|site))\b"
    rf"|\b(?:a|one)\s+(?:certain|particular)\s+(?:\w+\s+)?{_ONE}\b"
    rf"|\bas\s+the\s+only\s+(?:one|man|woman|person)\b|\b(?:he|she)\s+(?:alone|herself|himself)\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<![\w’'-])[A-ZÀ-Ý][a-zà-ÿ]+(?:['’]s)?(?![\w-])")
_START = re.compile(r"(?:^|[.?!:…;“”\"(–—]\s*|-\s)$")
_FOLLOWS = re.compile(
    r"^\s+(?:now\s+|always\s+|still\s+|alone\s+)?(?:is|was|has|had|does|did|can|will|runs?|says?|said|told"
    r"|tells|who|keeps"
    r"|kept|holds|opens|starts|leads|wrote|writes|drew|shows?|showed|brings|took|takes|made|makes|\w{3,}ed|\w{3,}s)\b"
)


def check_recognised(read: BriefReading) -> list[Finding]:
    """Check that our words name nobody in short, and describe nobody who is the only one of that kind."""
    found = []
    for each in read.sentences:
        words = _described(each, read) or next(_short_names(each, read), "")
        if words:
            found.append(_RECOGNISED.stop(each.where, f"“{one_line(words)}” tells who it was."))
    return found


def _described(each: ReadSentence, read: BriefReading) -> str:
    asked = f"{read.brief.community} {read.brief.request.reader}" if read.brief else ""
    for pattern in (_DESCRIBED, _TITLED, _INITIALS):
        for match in pattern.finditer(each.own):
            if match[0].strip() not in asked and not _is_open(match[0], each):
                return match[0]
    return ""


def _short_names(each: ReadSentence, read: BriefReading) -> Iterator[str]:
    """Yield words with a capital that are, or stand for, a name, at the start of a sentence as well."""
    dates = words_of_dates(*(piece.date for piece in each.sentence.evidence))
    hidden = any("[somebody]" in piece.shown for piece in each.sentence.evidence)
    known = _known(each, read)
    for match in _CAPITAL.finditer(each.own):
        word = re.sub(r"['’]s$", "", match[0])
        if word in dates or _is_open(word, each) or re.search(rf"(?<!\w){re.escape(word)}", known):
            continue
        starts = bool(_START.search(each.own[: match.start()]))
        if (
            (is_short_for(word, each.ground.names) and not each.stems(word) <= NEUTRAL_STEMS)
            or (hidden and _was_hidden(word, each))
            or (fold(word) in GIVEN_FORMS and (not starts or _FOLLOWS.match(each.own[match.end() :])))
        ):
            yield word


def _was_hidden(word: str, each: ReadSentence) -> bool:
    # What a stand-in hides in the quote is no word for us either.
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    return any(pattern.search(piece.quote) and not pattern.search(piece.shown) for piece in each.sentence.evidence)


def _known(each: ReadSentence, read: BriefReading) -> str:
    texts = [text for outcome in each.ground.outcomes for text in (outcome.text,)]
    texts += [piece.session for piece in each.sentence.evidence]
    if read.brief is not None:
        texts += [
            read.brief.community,
            read.brief.request.reader,
            read.brief.request.question,
            *read.brief.request.asks,
        ]
    if read.answer is not None:
        texts.append(read.answer.question)
    return " … ".join(texts)


def _is_open(words: str, each: ReadSentence) -> bool:
    """Return whether the words stand in a quote whose note may be quoted anywhere."""
    return any(
        words in one_line(piece.shown)
        for piece in each.sentence.evidence
        if piece.consent is Consent.ANYWHERE
        and (note := each.ground.notes.get(piece.note_id)) is not None
        and note.consent is Consent.ANYWHERE
    )
