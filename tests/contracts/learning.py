"""Outcomes, stories and briefs for the contracts of learning, made quickly and with a note's words in every place."""

from __future__ import annotations

import datetime as dt
from typing import Any

from coach.models import (
    Brief,
    BriefPictures,
    BriefRequest,
    BriefSection,
    BriefSentence,
    ClaimKind,
    Consent,
    Counted,
    CountedItem,
    CycleFilled,
    Evidence,
    KeptOutcome,
    Note,
    SectionKind,
    Sign,
    StoryLink,
    StoryPart,
    ThemeFilled,
    ValueCycle,
    ValueStory,
)
from coach.ports import NewNote
from tests.contracts.making import make_note

NOON = dt.datetime(2026, 11, 25, 12, 0, tzinfo=dt.UTC)
WISH = "Wistaria wanted to juggle marmots without dropping the turnips."
USED = "On Thursday Wistaria tried\nthe quokka grid with **her** own zither team."
CAME = "Since then the kumquat queue halves before breakfast."
WORDS = ("wistaria", "marmots", "turnips", "quokka", "zither", "kumquat", "breakfast", "abalone")
"""Words of the note that are nowhere else."""


def quoted_note(**fields: Any) -> NewNote:
    """Return a note that says all three, under a title of its own."""
    return make_note("zither-day.md", WISH, USED, CAME, title="Abalone clinic with Wistaria", **fields)


def quote(note: Note, words: str, **fields: Any) -> Evidence:
    """Return evidence of these words, with the name in them as somebody else reads it."""
    start = note.text.index(words)
    return Evidence(
        quote=words,
        note=note.path,
        note_id=note.id,
        start=start,
        end=start + len(words),
        text_hash=note.text_hash,
        **{
            "shown": " ".join(words.replace("*", "").split()).replace("Wistaria", "[somebody]"),
            "title": note.title.replace("Wistaria", "[somebody]"),
            "date": "2026-03-12",
            "session": "12 March 2026",
            "outcome_id": "o1",
            **fields,
        },
    )


def make_outcome(note: Note, outcome_id: str = "o1", **fields: Any) -> KeptOutcome:
    """Return an outcome that was found in a note, with one sign that was seen and one that is open."""
    signs = (
        Sign(id="s1", text="Juggle marmots without dropping", seen="seen", evidence=(quote(note, CAME),)),
        Sign(id="s2", text="Somebody asks for it", remark="Ask Kim"),
    )
    base = {"text": "We want to juggle marmots without dropping the turnips", "signs": signs, "at": NOON}
    return KeptOutcome(id=outcome_id, since=dt.date(2026, 1, 5), evidence=(quote(note, WISH),), **{**base, **fields})


def make_story(note: Note, story_id: str = "t1", **fields: Any) -> ValueStory:
    """Return a confirmed story: one link told by a person, one in the note's words, one quoting them."""
    came = quote(note, CAME)
    parts = (
        StoryPart(link=StoryLink.DID, text="We drew it on the wall together"),
        StoryPart(link=StoryLink.USED, text=quote(note, USED).shown, evidence=(quote(note, USED),)),
        StoryPart(link=StoryLink.CAME_OF_IT, text=f"They say “{came.shown}” and smile", evidence=(came,)),
    )
    base = {"title": "the quokka grid …", "state": "confirmed", "teller": "Nell", "at": NOON, "outcome_id": "o1"}
    return ValueStory(id=story_id, parts=parts, happened=dt.date(2026, 3, 12), **{**base, **fields})


def make_brief(note: Note, brief_id: str = "b1", **fields: Any) -> Brief:
    """Return a page with the note's words in every place where a page may have them."""
    wish, used, came = (quote(note, words) for words in (WISH, USED, CAME))
    theme = ThemeFilled(name="quokka, grid", notes=1, months={"2026-03": 1}, example=used)
    cycle = CycleFilled(cycle=ValueCycle.APPLIED, asks="What did you do?", notes=1, stories=1, example=came)
    items = (CountedItem(label=wish.title, note_id=note.id, date="2026-03-12"),)
    counted = Counted(number=1, of=2, what="notes", says="one of two notes", items=items)
    told = Counted(number=1, what="stories", says="1 story", items=(CountedItem(label="tried the quokka grid with"),))
    base = {"title": "What we learnt", "made_at": NOON, "request": BriefRequest(reader="Director of Digital")}
    return Brief(
        id=brief_id,
        community="Reading",
        sections=(
            BriefSection(
                kind=SectionKind.CAN_NOW,
                title="What people can do now",
                sentences=(
                    _sentence(1, f"In one of two notes: “{used.shown}”", used, came, counted=(counted,)),
                    _sentence(2, "The kumquat queue halves before breakfast, and people like it.", came),
                    _sentence(3, "A shorter line was seen.", came, worded_by="model"),
                    BriefSentence(id="ask-1", text="Give us an hour a month.", kind=ClaimKind.ASK),
                ),
                gap="Nobody has counted it yet.",
            ),
        ),
        used=(counted, told),
        left_out=("One note may not be quoted and was left out.",),
        pictures=BriefPictures(cycles=(cycle,), themes=(theme,), outcomes={"o1": make_outcome(note).text}),
        **{**base, **fields},
    )


def _sentence(number: int, text: str, *evidence: Evidence, **fields: Any) -> BriefSentence:
    return BriefSentence(id=f"can_now-{number}", text=text, kind=ClaimKind.CAN, evidence=evidence, **fields)


def texts_of(brief: Brief) -> list[str]:
    """Return how its sentences read."""
    return [sentence.text for sentence in brief.sentences()]


ANYWHERE = Consent.ANYWHERE
