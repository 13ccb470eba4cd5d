"""A brief in which nothing is to be mended, its ground, and ways to plant a fault in it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import Any

from coach.checks.brief import BriefGround, check_brief
from coach.models import (
    Brief,
    BriefRequest,
    BriefSection,
    BriefSentence,
    ClaimKind,
    Consent,
    Counted,
    CountedItem,
    DateFrom,
    DatePrecision,
    Evidence,
    Finding,
    KeptOutcome,
    Note,
    NoteDate,
    NoteFormat,
    NotesAnswer,
    SectionKind,
    Severity,
    Sign,
    StoryLink,
    StoryPart,
    ValueCycle,
    ValueStory,
)
from coach.ports import Session

START, END = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
TEXTS = {
    "jan": (
        "2026-01-15",
        "We want to be able to see where a repair waits for somebody.\n\n"
        "Today pairs drew where their last repair waited.",
    ),
    "mar": (
        "2026-03-12",
        "I took away that the waiting is longer than the work.\n"
        "Since then our team draws the wait before we order parts.\n"
        "A clash with the roofers came to light two weeks earlier than usual.\n"
        "Amina Yusuf brought biscuits.",
    ),
    "may": (
        "2026-05-14",
        "The night shift still can't join at three.\nIs the list of parts ours to change?\n"
        "The new planner may have had a part in it.\nSome of us would rather draw alone than in pairs.",
    ),
    "jul": (
        "2026-07-09",
        "Newer members hosted the session without being asked.\nThe stores copied our drawing for their own queue.",
    ),
}
OUTCOME = KeptOutcome(
    id="o1",
    text="We want to be able to see where a repair waits for somebody.",
    signs=(Sign(id="s1", text="A clash comes to light before the parts are ordered."),),
)
STORY = ValueStory(
    id="st1",
    title="The roofers' clash",
    parts=(
        StoryPart(link=StoryLink.DID, text="Today pairs drew where their last repair waited."),
        StoryPart(link=StoryLink.TOOK_AWAY, text="I took away that the waiting is longer than the work."),
        StoryPart(link=StoryLink.USED, text="Since then our team draws the wait before we order parts."),
        StoryPart(
            link=StoryLink.CAME_OF_IT, text="A clash with the roofers came to light two weeks earlier than usual."
        ),
    ),
    state="confirmed",
    teller="Amina Yusuf",
    outcome_id="o1",
)
CANDIDATE = STORY.model_copy(update={"id": "st2", "title": "Another", "state": "candidate"})
NAMES = frozenset({"Amina Yusuf", "Tom Baker", "Will Okafor"})


def note(id: str, text: str, day: str, **more: Any) -> Note:
    """Make a note of a day."""
    return Note(
        id=id,
        community_id="c1",
        source="folder",
        path=f"{day}-{id}.md",
        title=f"Minutes of {id}",
        text=text,
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
        format=NoteFormat.MARKDOWN,
        date=NoteDate(day=dt.date.fromisoformat(day), precision=DatePrecision.DAY, source=DateFrom.FILE_NAME),
        **more,
    )


NOTES = {id: note(id, text, day) for id, (day, text) in TEXTS.items()}


def cite(source: Note, quote: str, **more: Any) -> Evidence:
    """Take words out of a note."""
    start = source.text.index(quote)
    given: dict[str, Any] = {
        "quote": quote,
        "note": source.path,
        "note_id": source.id,
        "start": start,
        "end": start + len(quote),
        "shown": " ".join(quote.split()),
        "title": source.title,
        "date": source.date.iso,
        "consent": source.consent,
        "text_hash": source.text_hash,
    }
    return Evidence(**(given | more))


def said(id: str, kind: str, text: str, *evidence: Evidence, **more: Any) -> BriefSentence:
    """Make a sentence; `{}` in its text is where its evidence is quoted."""
    filled = text.format(*(f"“{piece.shown}”" for piece in evidence))
    return BriefSentence(id=id, text=filled, kind=ClaimKind(kind), evidence=evidence, **more)


def session(id: str) -> Session:
    """Make the session of a note."""
    day = NOTES[id].date.day
    assert day is not None
    return Session(day=day, label=f"{day.day} {day:%B %Y}", note_ids=(id,))


SESSIONS = tuple(map(session, NOTES))
COUNTED = Counted(
    number=3,
    of=4,
    what="sessions",
    says="three of four sessions",
    items=tuple(
        CountedItem(label=each.label, note_id=each.note_ids[0], date=each.day.isoformat()) for each in SESSIONS[:3]
    ),
)
GROUND = BriefGround(notes=NOTES, outcomes=(OUTCOME,), stories=(STORY, CANDIDATE), sessions=SESSIONS, names=NAMES)


def _told(place: int, link: StoryLink, source: str, lead: str) -> BriefSentence:
    part = STORY.part(link)
    assert part is not None
    return said(
        f"stories-{place}", "story", f"{lead} {{}}", cite(NOTES[source], part.text), cycle=link.cycle, story_id="st1"
    )


SENTENCES = {
    SectionKind.SET_OUT: (
        said("set_out-1", "wish", "In January people wrote: {}", cite(NOTES["jan"], OUTCOME.text, outcome_id="o1")),
    ),
    SectionKind.CAN_NOW: (
        said(
            "can_now-1",
            "can",
            "Newer members now host: {}",
            cite(NOTES["jul"], "Newer members hosted the session without being asked."),
            cycle=ValueCycle.APPLIED,
        ),
        said("can_now-2", "count", "Waits came up in three of four sessions.", counted=(COUNTED,)),
    ),
    SectionKind.STORIES: (
        _told(1, StoryLink.DID, "jan", "What people did:"),
        _told(2, StoryLink.TOOK_AWAY, "mar", "What somebody took away:"),
        _told(3, StoryLink.USED, "mar", "What they did with it:"),
        _told(4, StoryLink.CAME_OF_IT, "mar", "What came of it:"),
    ),
    SectionKind.NOT_YET: (
        said("not_yet-1", "hard", "What is hard: {}", cite(NOTES["may"], "The night shift still can't join at three.")),
        said(
            "not_yet-2", "unknown", "An open question: {}", cite(NOTES["may"], "Is the list of parts ours to change?")
        ),
        said(
            "not_yet-3",
            "disagreement",
            "People see it differently: {}",
            cite(NOTES["may"], "Some of us would rather draw alone than in pairs."),
        ),
    ),
    SectionKind.CONTRIBUTION: (
        said(
            "contribution-1",
            "contribution",
            "We cannot say how much of it is the community’s doing: {}",
            cite(NOTES["may"], "The new planner may have had a part in it."),
        ),
    ),
    SectionKind.ASK: (said("ask-1", "ask", "Please keep Thursday 3 to 4 pm free for the repairs people until March."),),
}
TITLES = {
    SectionKind.SET_OUT: "What we set out to learn",
    SectionKind.CAN_NOW: "What people can do now",
    SectionKind.STORIES: "One story from end to end",
    SectionKind.NOT_YET: "What did not work, and what we do not know",
    SectionKind.CONTRIBUTION: "How far this is the community's doing",
    SectionKind.ASK: "What we ask",
}
BRIEF = Brief(
    community="Repairs Circle",
    request=BriefRequest(reader="Director of Homes", start=START, end=END),
    title="What the Repairs Circle learned in 2026",
    sections=tuple(
        BriefSection(kind=kind, title=TITLES[kind], sentences=sentences) for kind, sentences in SENTENCES.items()
    ),
)


def with_sentences(kind: SectionKind, sentences: Iterable[BriefSentence], brief: Brief = BRIEF, **more: Any) -> Brief:
    """Return a brief in which one part says something else."""
    found = tuple(
        section.model_copy(update={"sentences": tuple(sentences), **more}) if section.kind is kind else section
        for section in brief.sections
    )
    return brief.model_copy(update={"sections": found})


def with_more(*sentences: BriefSentence, kind: SectionKind = SectionKind.CAN_NOW, brief: Brief = BRIEF) -> Brief:
    """Return a brief in which one part says more."""
    there = next(section.sentences for section in brief.sections if section.kind is kind)
    return with_sentences(kind, (*there, *sentences), brief)


def about(quote: str, kind: str = "can", text: str = "Somebody wrote: {}", **more: Any) -> tuple[Brief, BriefGround]:
    """Return a brief with one more sentence that quotes a note of its own, and its ground."""
    source = note(
        "own", more.pop("note_text", f"First line.\n\n{quote}\n\nLast line."), "2026-09-10", **more.pop("note", {})
    )
    shown = {"shown": more.pop("shown")} if "shown" in more else {}
    sentence = said("x-1", kind, text, cite(source, quote, **shown), **more)
    place = {"wish": SectionKind.SET_OUT, "hard": SectionKind.NOT_YET, "unknown": SectionKind.NOT_YET}
    place |= {"disagreement": SectionKind.NOT_YET, "contribution": SectionKind.CONTRIBUTION}
    brief = with_more(sentence, kind=place.get(kind, SectionKind.CAN_NOW))
    return brief, ground(notes=NOTES | {"own": source})


def ground(**more: Any) -> BriefGround:
    """Return the ground with something else in it."""
    given = {name: getattr(GROUND, name) for name in BriefGround.__dataclass_fields__}
    return BriefGround(**(given | more))


def answer(*sentences: BriefSentence, **more: Any) -> NotesAnswer:
    """Return an answer from the notes."""
    given: dict[str, Any] = {"question": "What did we learn about waits?", "enough": True, "searched": 4}
    return NotesAnswer(sentences=sentences, **(given | more))


def found_in(brief: Brief, given: BriefGround = GROUND) -> list[Finding]:
    """Return what is found in a brief."""
    return list(check_brief(brief, given).findings)


def stops_in(brief: Brief, given: BriefGround = GROUND) -> set[tuple[str, str]]:
    """Return the codes and places of what stops a brief."""
    return {(item.check, item.where) for item in found_in(brief, given) if item.severity is Severity.STOP}


OPEN = Consent.ANYWHERE
