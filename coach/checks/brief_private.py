"""L8: nothing private, nothing withdrawn, nobody named, nobody talked about, nothing told in confidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coach.models import Consent, Evidence, Finding, Note, Visibility

from .brief_names import find_names
from .brief_reading import BriefReading, ReadSentence
from .brief_words import fold, one_line, phrases
from .criterion import Criterion, quoted

_PRIVATE = Criterion(
    "L8",
    "A note that is used against its writer's word is the last one they write.",
    "Leave it out, or ask whoever wrote it.",
)
_NAMED = Criterion(
    "L8",
    "People write freely when they know that their names stay inside.",
    "Say “somebody”, or ask whether the note may be quoted anywhere.",
)
_ABOUT = Criterion(
    "L8",
    "A page for leaders is no place to learn how somebody behaves, how they are, or what they earn.",
    "Leave it out; what is to be said to somebody is said to them.",
)
_WHO = (
    r"(?:\[(?:somebody|someone|person)[^\]]*\](?:['’]s)?|(?:my|our|his|her|their|the\s+(?:new|old|former|only"
    r"|previous|current|other"
    r"|senior|outgoing|incoming|interim))\s+(?:\w+\s+)?(?:manager|boss|director|head|lead|leader|chair|supervisor"
    r"|deputy|colleague|planner|officer|secretary|matron|teammate|co-worker|host)(?:['’]s)?|(?-i:\b[Hh]e|\b[Ss]he)\b"
    r"|the\s+(?:director|chair(?:man|woman|person)?|boss|ceo|headteacher|manager|matron|deputy)(?:['’]s)?"
    r"|(?:the\s+)?(?:head|director|chair|manager)\s+of\s+\w+)"
)
_CONDUCT = (
    r"(?:bull(?:y|ied|ies|ying)|harass\w*|shout(?:ed|s|ing)?\s+at|yell(?:ed|s)?|lazy|rude|incompetent|useless|hopeless"
    r"|never\s+(?:listens?|answers?|turns?\s+up|does|prepares?|replies|reads?|shows?|helps?)|late\s+again"
    r"|always\s+late|lie[sd]"
    r"|lying|blam(?:es|ed)|undermin\w*|sulk\w*|drunk|aggressi\w*|talks?\s+over|dominat\w*|ignor(?:es|ed)\s+(?:me|us"
    r"|everyone|everybody)|arrogan\w*|unprofessional|toxic|difficult\s+to\s+work|impossible\s+to\s+work|careless|sloppy"
    r"|dismissive|patronis\w*|condescending|takes?\s+(?:the\s+)?credit|steals?|let\s+us\s+down|(?:does"
    r"|did)n['’]t\s+(?:bother|care|pull)"
    r"|can['’]t\s+(?:do|manage|cope|be\s+trusted)|not\s+up\s+to|messed\s+up|screwed\s+up|slows?\s+everyone"
    r"|block(?:s|ed)\s+(?:us"
    r"|everything|everyone)|refus(?:es|ed)\s+to\s+(?:help|listen|talk|share|work|answer)|complain\w*\s+about)"
)
_HEALTH = (
    r"(?:(?:off|been)\s+(?:sick|ill)|\bis\s+ill|was\s+ill|sick\s+leave|signed\s+off|depress\w*|anxiety|burn(?:t"
    r"|ed)?[\s-]?out|pregnan\w*|surgery"
    r"|diagnos\w*|medication|in\s+therapy|mental\s+health|cancer|breakdown|miscarr\w*|disab(?:led|ility)|adhd|autis\w*"
    r"|alcoholi\w*|in\s+hospital|maternity\s+leave|long-term\s+sick|stress\s+leave)"
)
_PAY = (
    r"(?:salar(?:y|ies)|pay\s+(?:rise|cut|grade|band)|paid\s+(?:more|less|too)|\bwages?\b|\bbonus\b|redundan\w*"
    r"|fired|sacked|dismissed"
    r"|disciplin(?:ary|ed)|grievance|demot\w*|passed\s+over|probation|performance\s+plan|earns?\s+(?:more|less|£"
    r"|\$|€)|capability\s+procedure)"
)
_SPEAKS_OF = re.compile(
    rf"{_WHO}[^.?!\n]{{0,70}}?{{0}}|{{0}}[^.?!\n]{{0,40}}?{_WHO}".replace("{0}", rf"\b(?:{_CONDUCT}|{_HEALTH}|{_PAY})"),
    re.IGNORECASE,
)
_OF_MYSELF = re.compile(
    rf"\b(?:i|i['’](?:m|ve|d)|my)\b[^.?!\n]{{0,30}}?\b(?:{_HEALTH}|salary|pay\s+(?:rise|cut)|bonus|redundan\w*"
    rf"|grievance|disciplin\w*)",
    re.IGNORECASE,
)
_CONFIDENCE = phrases(
    r"(?:told|said|saying|shared|spoke|speaking|telling|mentioned|this is) (?:\w+ ){0,3}in (?:strict |the"
    r" strictest )?confidence",
    r"strict(?:est)? confidence, between (?:us|ourselves|you and me|these (?:four )?walls), off the record, not"
    r" for (?:sharing|the minutes"
    r"|circulation|quoting|quotation|publication|wider)",
    r"(?:don't|do not|please don't|never) (?:quote|share this|pass (?:this|it) on|repeat (?:this|it)|minute|tell"
    r" (?:anyone|anybody)|write this down)",
    r"keep (?:this|it|that) (?:between|to yourselves?|to ourselves|in (?:the|this) room|quiet|private"
    r"|confidential), chatham house, confidentially"
    r", (?:this|that|it) (?:is|stays|was) (?:strictly )?confidential, stays? in (?:this|the) room, strictly"
    r" (?:private|confidential)",
)  # fmt: skip
_OPENS_IN_CONFIDENCE = re.compile(
    r"(?:^|[.(\[:*–—-])\s*(?:strictly\s+)?(?:in\s+confidence|confidential)\b\s*[:.,)\]*–—-]", re.I | re.M
)
_BESIDE = 160


def check_private(read: BriefReading) -> list[Finding]:
    """Check that no note is used that only its writer may read, that is never to be quoted, or not to these readers."""
    found = []
    for where, piece in read.evidence:
        note = read.ground.notes.get(piece.note_id)
        message = _withheld(piece, note, read.circle) if note is not None else ""
        if message:
            found.append(_PRIVATE.stop(where, message))
    for where, note_id in _counted_notes(read):
        note = read.ground.notes.get(note_id)
        if note is not None and note.visibility is Visibility.ONLY_ME:
            found.append(_PRIVATE.stop(where, "It counts a note that only its writer may read."))
    return found


def check_named(read: BriefReading) -> list[Finding]:
    """Check that nobody is named, in our words or in what is shown, whose note may not be quoted anywhere."""
    found = []
    for where, text in (*_texts_of_sentences(read), *read.around):
        for name in find_names(text, read.ground.names, _may_be_said(read))[:1]:
            found.append(_NAMED.stop(where, f"“{name}” is a person's name, or reaches a person."))
    for where, piece in read.evidence:
        texts = [piece.title, piece.session] + ([] if _is_open(piece, read) else [piece.shown])
        for name in [name for text in texts for name in find_names(text, read.ground.names, _may_be_said(read))][:1]:
            found.append(_NAMED.stop(where, f"“{name}” is shown, and the note may not be quoted anywhere."))
    return found


def check_talked_about(read: BriefReading) -> list[Finding]:
    """Check that no sentence speaks of how a person who can be made out behaves, how they are or what they earn."""
    found = []
    for each in read.sentences:
        texts = [each.own, *each.shown, *(one_line(piece.quote) for piece in each.sentence.evidence)]
        match = next(filter(None, (_speaks_of(text, read) for text in texts)), "")
        if match:
            found.append(_ABOUT.stop(each.where, f"{quoted(match)} speaks about a person."))
        elif mine := next(filter(None, map(_OF_MYSELF.search, texts)), None):
            found.append(_ABOUT.mend(each.where, f"{quoted(mine[0])} is about somebody's health or pay."))
    return found


def check_confidence(read: BriefReading) -> list[Finding]:
    """Check that nothing told in confidence is quoted."""
    found = []
    for where, piece in read.evidence:
        note = read.ground.notes.get(piece.note_id)
        words = _in_confidence(piece, note)
        if words:
            found.append(_PRIVATE.stop(where, f"It was told in confidence: {quoted(words)}."))
    return found


def _withheld(piece: Evidence, note: Note, circle: str) -> str:
    if note.visibility is Visibility.ONLY_ME:
        return "It quotes a note that only its writer may read."
    if Consent.NEVER in (note.consent, piece.consent):
        return "It quotes a note that is never to be quoted."
    if circle == "outside" and Consent.INSIDE in (note.consent, piece.consent):
        return "It quotes a note that may only be quoted inside."
    return ""


def _counted_notes(read: BriefReading) -> Iterator[tuple[str, str]]:
    for each in read.sentences:
        for counted in each.sentence.counted:
            yield from ((each.where, item.note_id) for item in counted.items)
    for place, counted in enumerate(read.brief.used if read.brief else ()):
        yield from ((f"used-{place}", item.note_id) for item in counted.items)


def _is_open(piece: Evidence, read: BriefReading) -> bool:
    note = read.ground.notes.get(piece.note_id)
    return piece.consent is Consent.ANYWHERE and note is not None and note.consent is Consent.ANYWHERE


def _texts_of_sentences(read: BriefReading) -> Iterator[tuple[str, str]]:
    for each in read.sentences:
        yield each.where, _without_open_names(each, read)
        labels = {item.label: None for counted in each.sentence.counted for item in counted.items}
        yield each.where, ". ".join(labels)


def _without_open_names(each: ReadSentence, read: BriefReading) -> str:
    """Return the text without what it quotes from notes that may be quoted anywhere, names and all."""
    text = one_line(each.sentence.text)
    open_words = [one_line(piece.shown) for piece in each.sentence.evidence if _is_open(piece, read)]
    for words in sorted(filter(None, open_words), key=len, reverse=True):
        text = text.replace(f"“{words}”", "“”").replace(f"“{words.strip(' .')}”", "“”")
    names = {name for words in open_words for name in find_names(words, read.ground.names)}
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "somebody")
    return text


def _may_be_said(read: BriefReading) -> str:
    return f"{read.brief.community} {read.brief.request.reader}" if read.brief else ""


def _speaks_of(text: str, read: BriefReading) -> str:
    match = _SPEAKS_OF.search(text)
    if match:
        return one_line(match[0])
    for name in find_names(text, read.ground.names):
        stand_in = text.replace(name, "[somebody]")
        if _SPEAKS_OF.search(stand_in):
            return text
    return ""


def _in_confidence(piece: Evidence, note: Note | None) -> str:
    spots: Iterable[str] = (piece.quote, _beside(piece, note))
    for text in spots:
        match = _CONFIDENCE.search(fold(text)) or _OPENS_IN_CONFIDENCE.search(text)
        if match:
            return one_line(match[0]).strip(" .:,-*([")
    return ""


def _beside(piece: Evidence, note: Note | None) -> str:
    if note is None:
        return ""
    before = note.text[max(0, piece.start - _BESIDE) : piece.start]
    after = note.text[piece.end : piece.end + _BESIDE]
    # What stands in another paragraph speaks of something else.
    return before.rsplit("\n\n", 1)[-1] + " … " + after.split("\n\n", 1)[0]
