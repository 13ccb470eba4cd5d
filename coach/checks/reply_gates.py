"""X1, X3, X6, X7 and X8: no test, nothing invented, plain, nobody ranked, nothing promised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from coach.models import Citation, Finding
from coach.playbook import content_stems

from .belonging import check_hearsay, check_ranks, check_sureness
from .claims import check_claims
from .contests import find_contest
from .criterion import Criterion, listed, quoted
from .ease import count_words, measure_grade
from .quotes import find_labelled_quotes, find_labels
from .reading import find_words
from .reply_reading import ReplyReading, fold, without_quotes
from .texts import Text
from .wording import check_wording

_HARDEST, _FEWEST_WORDS = 9.0, 40
"""A reading age of 14; fewer words tell nothing of how hard a text is."""

_X1 = Criterion(
    "X1",
    "Where something can be won or lost, people show what they know and hide what they would like to learn.",
    "Let people look at the work together instead.",
)
_X3 = Criterion(
    "X3",
    "People stop trusting a coach that puts words into anybody's mouth.",
    "Copy the words letter for letter from one note with its label, or leave them out.",
)
_X6 = Criterion(
    "X6",
    "Ten minutes before a session nobody reads a sentence twice.",
    "Use short sentences and the words that people would say, without exclamation marks.",
)
_SURE_WHY = "People can weigh an idea when nobody promises them that it works."
_RANK_WHY = "A person who has been told how good they are stops showing what they can't do yet."
_VOICE = re.compile(
    r"\b(?:many|most|some|lots\s+of|a\s+lot\s+of|plenty\s+of|countless|several)\s+(?:people|hosts|facilitators"
    r"|members|colleagues|leaders|experts|participants|communities|teams|others)\s+(?:\w+ly\s+|often\s+|also\s+"
    r"|would\s+|have\s+|tell\s+me\s+(?:that\s+)?)*(?:feel|felt|find|found|think|thought|say|said|believe|struggle\w*"
    r"|experience\w*|agree\w*|report\w*|worr\w+|told|face|faced|complain\w*|share\w*|go\s+through|know|love|hate"
    r"|swear)\b|\byou(?:['’]re|\s+are)\s+not\s+(?:alone|the\s+only\s+one)\b|\b(?:it|this|that)(?:['’]s"
    r"|\s+is)\s+(?:very\s+|quite\s+|really\s+|totally\s+|a\s+)*(?:common|normal|natural|usual)\b|\b(?:everyone"
    r"|everybody|we\s+all)\s+(?:feels?|struggles?|knows?|goes\s+through)\b|\b(?:i(?:['’]ve|\s+have)\s+(?:seen|heard"
    r"|worked|known|met)|in\s+my\s+experience|my\s+other\s+(?:clients"
    r"|hosts|communities)|i\s+know\s+(?:exactly\s+)?how\s+(?:you|that|it)\s+feels?)\b",
    re.IGNORECASE,
)
_NOTES_SAY = re.compile(
    r"\b(?:your|the|their)\s+(?:own\s+)?(?:notes?|retros?|records?|minutes)\b[^.?!]{0,60}\b(?:say|says|show|shows"
    r"|tell|tells|know|knows|have|has|met|mention\w*|record\w*)\b|\bin\s+(?:your|the|their)\s+(?:own\s+)?(?:notes?"
    r"|retros?|minutes)\b|\bsomebody\s+(?:in\s+your\s+\w+\s+)?wrote\b"
    r"|\blast\s+(?:time|month|week|year|spring|summer|autumn|winter)\s+(?:you|your|the|people|they|members)\b",
    re.IGNORECASE,
)
_FROM_ELSEWHERE = re.compile(r"\b(?:another|other|elsewhere|different)\b", re.IGNORECASE)
_GIVEN_BACK = frozenset({"heard", "strength", "diagnosis", "strategy", "intention", "keep_doing"})
"""Places that speak of what the person said: the message is their source."""
_SHOWN = frozenset({"heard", "strength", "says", "from_notes", "keep_doing", "asks", "move", "signpost"})


def check_gates(read: ReplyReading) -> list[Finding]:
    """Check what holds for every suggestion, as far as it bears on a reply."""
    shown = [text for text in read.texts if text.where in _SHOWN]
    return [
        *_check_tests(read, shown),
        *_check_citations(read.reply.citations, read.given.note_texts),
        *_check_labels(read),
        *_check_voices(read, shown),
        *_check_ease(read, shown),
        *_with_why(check_ranks([text for text in read.texts if text.where != "signpost"]), _RANK_WHY),
        *_with_why(check_sureness(shown), _SURE_WHY),
    ]


def _check_tests(read: ReplyReading, shown: Sequence[Text]) -> list[Finding]:
    theirs = find_words(" ".join((read.given.message, *read.given.earlier)))
    back = [text for text in shown if text.where in _GIVEN_BACK or text.where == "asks"]
    # What they speak of themselves may be given back; a move must not put anybody to a test all the same.
    found = check_wording(back, theirs) + check_wording([text for text in shown if text not in back])
    move, known = read.reply.move, content_stems(read.given.message)
    contest = "" if move is None else find_contest(move.does, known) or find_contest(move.say, known)
    return [*found, *([_X1.stop("move", f"“{contest}” sets people against one another.")] if contest else [])]


def _check_citations(citations: Sequence[Citation], note_texts: Mapping[str, str] | None) -> list[Finding]:
    found = []
    for citation in citations if note_texts is not None else ():
        text = (note_texts or {}).get(citation.note_id or citation.note)
        text = (note_texts or {}).get(citation.note) if text is None else text
        if text is None:
            message = f"{citation.label} quotes “{citation.note}”, which is not among the notes that they may read."
            found.append(_X3.stop("from_notes", message))
        elif not citation.quote or text[max(citation.start, 0) : citation.end] != citation.quote:
            message = f"{quoted(citation.quote)} ({citation.label}) does not stand in “{citation.note}”."
            found.append(_X3.stop("from_notes", message))
    return found


def _check_labels(read: ReplyReading) -> list[Finding]:
    known: dict[str, list[str]] = {}
    for citation in read.reply.citations:
        known.setdefault(citation.label, []).append(fold(citation.quote))
    found = []
    for text in read.parts:
        missing = sorted(find_labels(text.words) - set(known))
        if missing:
            found.append(_X3.stop(text.where, f"No note stands behind {listed(missing)}."))
        for quote in find_labelled_quotes(text.words):
            sources = [source for label in quote.labels for source in known.get(label, ())]
            said = fold(quote.words).strip(" …")
            if sources and not (said and any(said in source for source in sources)):
                found.append(_X3.stop(text.where, f"{quoted(quote.words)} is not what {listed(quote.labels)} says."))
    return found


def _check_voices(read: ReplyReading, shown: Sequence[Text]) -> list[Finding]:
    if read.given.language:
        return []
    found = [_X3.mend(text.where, f"{quoted(words)} names no source.") for text in shown if (words := _voice_in(text))]
    # What a move costs and how to leave it is of the future: “If they say that …” claims nothing.
    claimed = [Text("move", words) for words in (move.does, move.why)] if (move := read.reply.move) else []
    claimed += [text for text in shown if text.where in {"says", "from_notes"} and not find_labels(text.words)]
    claimed = claimed if read.coaches else []
    found += _with_why([*check_hearsay(claimed), *check_claims(claimed)], _X3.why)
    lesson = read.reply.lesson
    if lesson is not None and not _FROM_ELSEWHERE.search(lesson.says):
        found.append(_X3.mend("lesson", "It does not say that this comes from another community."))
    return list({finding.where: finding for finding in reversed(found)}.values())[::-1]


def _voice_in(text: Text) -> str:
    if text.where == "signpost":
        return ""
    own = without_quotes(text.words)
    match = _VOICE.search(own) or (text.where == "from_notes" and not find_labels(own) and _NOTES_SAY.search(own))
    return " ".join(match[0].split()) if match else ""


def _check_ease(read: ReplyReading, shown: Sequence[Text]) -> list[Finding]:
    own = [Text(text.where, without_quotes(text.words)) for text in shown]
    found = [_X6.mend(text.where, f"{quoted(text.words)} shouts.") for text in own if "!" in text.words]
    whole = " ".join(text.words for text in own)
    if not read.given.language and count_words(whole) >= _FEWEST_WORDS and measure_grade(whole) > _HARDEST:
        age = f"{measure_grade(whole) + 5:.0f}"
        found.append(_X6.mend("reply", f"It is hard to take in: a reading age of about {age}."))
    return found


def _with_why(findings: Iterable[Finding], why: str) -> list[Finding]:
    return [finding.model_copy(update={"why": why}) for finding in findings]
