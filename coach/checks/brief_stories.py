"""L5: a story is confirmed, told with its chain in order, and what came of it rests on more than who came."""

from __future__ import annotations

from collections.abc import Iterator

from coach.models import ClaimKind, Consent, Finding, StoryLink, ValueCycle

from .brief_frames import FRAME_STEMS
from .brief_reading import BriefReading, ReadSentence, says_again
from .brief_words import fold, phrases
from .criterion import Criterion, quoted

_STORY = Criterion(
    "L5",
    "A story without its chain is an anecdote: nobody can see what had to do with what.",
    "Tell it from what people did to what came of it, each link with its words, or leave it out.",
)
_CONFIRMED = Criterion(
    "L5",
    "Only the person whose story it is knows whether it was so.",
    "Ask somebody who was there to confirm it first.",
)
_CONSENT = Criterion(
    "L8",
    "A story told further than its teller agreed to is the last one they tell.",
    "Ask the teller, or leave it out.",
)
_REALISED = Criterion(
    "L5",
    "That people came shows that they came.",
    "Say what somebody did with it and what came of that, or say that nobody knows yet.",
)
_ATTENDED = phrases(
    r"attend\w*, turned up, came along, (?:people|members|of us|participants|colleagues) (?:came|joined|were"
    r" there|showed up)",
    r"signed up, sign-?ups, registered, registrations?, head ?count, (?:full|packed) (?:room|house), turn-?out,"
    r" dialled in",
    r"joined (?:the|our|us|online), were present, (?:record|highest) number, showed up, were there,"
    r" no-shows?",
    r"\d+ (?:people|members|colleagues|of us)(?: \w+){0,3}",
)  # fmt: skip
_DID = phrases(
    r"use[sd]?, using, drew, draw\w*, changed?, caught, catch\w*, found, stopped, saved?, fixed, wrote, tried,"
    r" built, made, fewer",
    r"sooner, earlier, less, faster, shorter, instead, no longer, spotted, avoided, decided, moved, cut, dropped,"
    r" asked, noticed",
)  # fmt: skip
_ORDER = list(ValueCycle)
_SOON = frozenset({ValueCycle.IMMEDIATE, ValueCycle.POTENTIAL})
_LATE = frozenset({ValueCycle.REALISED, ValueCycle.REFRAMING})


def check_stories(read: BriefReading) -> list[Finding]:
    """Check that every story is kept and confirmed, and may be told to these readers."""
    found = []
    for each in read.sentences:
        if each.sentence.kind is not ClaimKind.STORY and not each.sentence.story_id:
            continue
        story = each.story
        if story is None or story.state != "confirmed":
            state = "nobody has confirmed" if story is None or story.state == "candidate" else "somebody has declined"
            found.append(_CONFIRMED.stop(each.where, f"{quoted(each.sentence.text)} tells a story that {state}."))
        elif story.consent is Consent.NEVER or (read.circle == "outside" and story.consent is not Consent.ANYWHERE):
            found.append(_CONSENT.stop(each.where, "This story may not be told to these readers."))
    return found


def check_chains(read: BriefReading) -> list[Finding]:
    """Check that the links of a story stand in their order, none of them made up, and none skipped on the way."""
    found = []
    for told in _stories_told(read):
        seen: list[ValueCycle] = []
        for each in told:
            if message := _breaks(each, seen):
                found.append(_STORY.stop(each.where, message))
            else:
                seen += _cycles(each)
        if len(seen) == 1 and len(told) == 1:
            found.append(_STORY.mend(told[0].where, "One link alone is no story yet."))
    return found


def check_realised(read: BriefReading) -> list[Finding]:
    """Check that what is said to have come of it does not rest on attendance alone."""
    found = []
    for each in read.sentences:
        late = each.sentence.cycle in _LATE or (
            each.sentence.kind is ClaimKind.CAN and each.sentence.cycle not in _SOON
        )
        if late and each.sentence.kind.is_claim and _only_attended(each):
            found.append(_REALISED.stop(each.where, f"{quoted(each.sentence.text)} rests only on who was there."))
    return found


def _stories_told(read: BriefReading) -> Iterator[list[ReadSentence]]:
    rows: dict[str, list[ReadSentence]] = {}
    for each in read.sentences:
        if each.sentence.kind is ClaimKind.STORY and each.tells_confirmed:
            rows.setdefault(each.sentence.story_id, []).append(each)
    yield from rows.values()


def _cycles(each: ReadSentence) -> list[ValueCycle]:
    """Return the cycles of value that a sentence tells of, in the order in which it does."""
    if each.sentence.cycle is not None:
        return [each.sentence.cycle]
    text = fold(each.sentence.text)
    return [part.link.cycle for part in sorted(each.parts, key=lambda part: text.find(fold(part.text).strip(" .")))]


def _breaks(each: ReadSentence, seen: list[ValueCycle]) -> str:
    said = quoted(each.sentence.text)
    if not each.parts:
        # A sentence about the choice of the story tells no link of it, and needs its evidence or its count.
        return f"{said} tells a link that the story does not have." if each.sentence.cycle else ""
    told = [*seen]
    for cycle in _cycles(each):
        if told and _ORDER.index(cycle) <= _ORDER.index(told[-1]):
            return f"{said} comes before what it follows from."
        if cycle in _LATE and ValueCycle.APPLIED not in told:
            return f"{said} stands without what somebody did before it came."
        told.append(cycle)
    return "" if _tells(each) else f"{said} is not what was told at this link."


def _tells(each: ReadSentence) -> bool:
    text = each.sentence.text
    if each.sentence.evidence or any(says_again(text, part.text) for part in each.parts):
        return True
    return any((each.stems(text) & each.stems(part.text)) - FRAME_STEMS for part in each.parts)


def _only_attended(each: ReadSentence) -> bool:
    texts = [fold(piece.quote) for piece in each.sentence.evidence]
    if not texts:
        texts = [fold(part.text) for part in each.parts if part.link is StoryLink.CAME_OF_IT]
    if not texts:
        return each.sentence.cycle in _LATE and bool(each.sentence.counted)
    return all(_ATTENDED.search(text) and not _DID.search(text) for text in texts)
