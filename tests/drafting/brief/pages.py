"""Hand-made notes of a small community, as a drafter of pages gets them."""

from __future__ import annotations

import datetime as dt
import hashlib
import math
import re
from collections.abc import Iterable, Sequence
from typing import Any

from coach.models import (
    AnswerRequest,
    BriefRequest,
    Community,
    Consent,
    Counted,
    CountedItem,
    DateFrom,
    DatePrecision,
    Evidence,
    KeptOutcome,
    Note,
    NoteDate,
    NoteFormat,
    Sign,
    StoryLink,
    StoryPart,
    ValueStory,
)
from coach.ports import AnswerInput, BriefInput, Session, Statement, Tells, Theme

DAYS = tuple(dt.date(2026, month, 12) for month in range(2, 7))
COMMUNITY = Community(id="letters", name="Plain Letters Club", domain="Writing letters that people can act on")
_DIM = 24
U, A, C, H, W = Tells.USED, Tells.TOOK_AWAY, Tells.CAME_OF_IT, Tells.HARD, Tells.WISH
LINES: tuple[tuple[int, Tells, str], ...] = (
    (0, W, "We want to be able to write a first line that says what to do."),
    (0, W, "I hope we get to test letters with the people who receive them."),
    (0, Tells.DID, "We read three letters aloud in pairs and marked every sentence that we stumbled on."),
    (0, A, "I realised that I always hide the date in the third paragraph."),
    (1, U, "I rewrote the parking letter on Monday and put the deadline in the first line."),
    (1, H, "Half of us could not hear anything from the meeting room."),
    (1, A, "We learned that a short letter is not always a clear letter."),
    (2, U, "Since the session in March our team reads each new letter aloud before it goes out."),
    (4, C, "Fewer people ring about the parking letter now, also because the new phone menu went live."),
    (2, Tells.DISAGREEMENT, "Some of us think that legal wording has to stay as it is."),
    (2, Tells.DISAGREEMENT, "Others say that legal wording can be plain and still hold."),
    (3, U, "The school meals team now sends the deadline first in every letter."),
    (3, H, "Hosting fell to the same person again because nobody else had time to prepare."),
    (3, Tells.UNKNOWN, "We do not know yet whether residents read past the first line."),
    (4, U, "Two teams share their drafts in a folder now, which nobody had asked for."),
    (4, A, "Reading to a stranger showed me where my letters lose people."),
    (4, Tells.QUESTION, "Who decides when a letter is good enough?"),
)


def to_note(day: int) -> Note:
    """Return the notes of a day."""
    date, text = DAYS[day], "\n\n".join(line for place, _, line in LINES if place == day)
    return Note(
        id=f"n{day}",
        community_id=COMMUNITY.id,
        source="folder",
        path=f"{date.isoformat()}.md",
        title=f"Letters, {date.isoformat()}",
        text=text,
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
        format=NoteFormat.MARKDOWN,
        date=NoteDate(day=date, precision=DatePrecision.DAY, source=DateFrom.FILE_NAME),
    )


NOTES = {f"n{day}": to_note(day) for day in range(len(DAYS))}


def statement(day: int, tells: Tells, text: str, **more: Any) -> Statement:
    """Return a sentence of the session of a day, sure of what it tells."""
    date = DAYS[day].isoformat()
    note = f"n{day}"
    start = max(0, NOTES[note].text.find(text))
    evidence = Evidence(
        quote=text,
        note=NOTES[note].path,
        note_id=note,
        start=start,
        end=start + len(text),
        shown=text,
        title=NOTES[note].title,
        date=date,
        text_hash=NOTES[note].text_hash,
    )
    about = {"o1": 0.7} if re.search(r"line|deadline|letter", text) else {}
    sure = {tells: more.pop("sure", 0.8)}
    opinion = tells in (Tells.WISH, Tells.DISAGREEMENT, Tells.UNKNOWN)
    return Statement(evidence.model_copy(update=more), sure, text, vector_of(text), about, opinion)


def vector_of(text: str) -> tuple[float, ...]:
    """Return a small meaning: its words, thrown into a few bins."""
    bins = [0.0] * _DIM
    for word in re.findall(r"[a-z]{4,}", text.lower()):
        bins[sum(map(ord, word)) % _DIM] += 1.0
    length = math.sqrt(sum(value * value for value in bins)) or 1.0
    return tuple(value / length for value in bins)


def sessions(count: int = 5) -> tuple[Session, ...]:
    """Return the days on which people met."""
    return tuple(
        Session(day, f"{day.day} {day:%B} {day.year}", (f"n{place}",)) for place, day in enumerate(DAYS[:count])
    )


def outcome(**more: Any) -> KeptOutcome:
    """Return what the club set out for, with signs."""
    said = statement(*LINES[0]).evidence
    kept = KeptOutcome(
        id="o1",
        text="We want to be able to write a first line that says what to do.",
        signs=(
            Sign(id="s1", text="Fewer people ring to ask what a letter means", seen="not_seen"),
            Sign(id="s2", text="Somebody's first line changes after a session", seen="open"),
        ),
        since=DAYS[0],
        evidence=(said,),
    )
    return kept.model_copy(update=more)


def story(**more: Any) -> ValueStory:
    """Return a confirmed story from the notes."""
    places = {StoryLink.DID: 2, StoryLink.TOOK_AWAY: 3, StoryLink.USED: 4, StoryLink.CAME_OF_IT: 8}
    parts = tuple(
        StoryPart(link=link, text=LINES[place][2], evidence=(statement(*LINES[place]).evidence,))
        for link, place in places.items()
    )
    told = ValueStory(id="st1", title="The parking letter", parts=parts, state="confirmed", teller="Ines Falk")
    return told.model_copy(update=more)


def brief_input(lines: Sequence[tuple[int, Tells, str]] = LINES, **more: Any) -> BriefInput:
    """Return what a page is made from; fields of the request may be given as well."""
    asked = {key: more.pop(key) for key in list(more) if key in BriefRequest.model_fields}
    request = BriefRequest(
        **{"reader": "Director of Digital", "start": dt.date(2026, 1, 1), "end": dt.date(2026, 6, 30), **asked}
    )
    found = tuple(statement(*line) for line in lines)
    met = sessions() if lines else ()
    fields: dict[str, Any] = {
        "request": request,
        "community": COMMUNITY,
        "statements": found,
        "outcomes": (outcome(),) if lines else (),
        "stories": (),
        "themes": themes(found),
        "sessions": met,
        "used": used(found, met),
        "left_out": ("3 notes that only their author may read were not used.",),
    }
    return BriefInput(**{**fields, **more})


def used(found: Sequence[Statement], met: Sequence[Session]) -> tuple[Counted, ...]:
    """Return what was read, counted."""
    notes = {item.evidence.note_id: item.evidence for item in found}
    return (_counted("notes", notes.values()), _counted("sessions", [to_evidence(item) for item in met]))


def _counted(what: str, of: Iterable[Evidence]) -> Counted:
    items = tuple(CountedItem(label=item.title, note_id=item.note_id, date=item.date) for item in of)
    word = ("no", "one", "two", "three", "four", "five")[len(items)]
    says = f"{word} {what.removesuffix('s') if len(items) == 1 else what}"
    return Counted(number=len(items), what=what, says=says, items=items)


def to_evidence(session: Session) -> Evidence:
    """Return where a session is told of."""
    found = statement(DAYS.index(session.day), Tells.DID, "").evidence
    return found.model_copy(update={"title": session.label})


def themes(found: Sequence[Statement]) -> tuple[Theme, ...]:
    """Return two themes, by their words."""
    named = {"first lines and deadlines": r"first line|deadline|paragraph", "reading aloud": r"aloud|read"}
    held = {
        name: tuple(place for place, item in enumerate(found) if re.search(words, item.reading))
        for name, words in named.items()
    }
    return tuple(Theme(name, places) for name, places in held.items() if places)


def answer_input(question: str, **more: Any) -> AnswerInput:
    """Return what an answer is made from, nearest first."""
    found = [statement(*line) for line in more.pop("lines", LINES)]
    asked = vector_of(question)
    near = {id(item): sum(a * b for a, b in zip(asked, item.vector, strict=True)) for item in found}
    found.sort(key=lambda item: -near[id(item)])
    fields: dict[str, Any] = {
        "request": AnswerRequest(question=question, start=DAYS[0], end=DAYS[-1]),
        "community": COMMUNITY,
        "statements": tuple(found),
        "nearness": tuple(min(1.0, near[id(item)]) for item in found),
        "enough": True,
        "searched": 5,
        "sessions": sessions(),
    }
    return AnswerInput(**{**fields, **more})


def without_consent(item: Statement, consent: Consent) -> Statement:
    """Return a sentence whose note may be quoted in another way."""
    evidence = item.evidence.model_copy(update={"consent": consent})
    return Statement(evidence, item.tells, item.reading, item.vector, item.outcomes, item.is_opinion)
