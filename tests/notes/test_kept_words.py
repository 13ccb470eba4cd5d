"""Words that are taken out of texts and brought back: to the letter, and never more than may be shown."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from coach.models import Consent, Evidence, KeptOutcome, Note, NoteFormat, StoryLink, StoryPart, ValueStory, Visibility
from coach.notes.kept_reading import Filling, NotesNow
from coach.notes.kept_slots import Pool, put_back, take_out
from coach.notes.kept_words import find_place, to_hash, to_kept

SAID = "Anna said “we *paired* up”,\nand it  went well."
OTHER = "Nobody rang twice after lunch."


def pool(*texts: str) -> Pool:
    made = Pool()
    for number, text in enumerate(texts):
        made.add(number, text)
    return made


def left_in(kept: Any) -> str:
    """Return what is kept of a text besides its slots."""
    parts = [kept] if isinstance(kept, str) else kept["slots"]
    return "|".join(part for part in parts if isinstance(part, str))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Then nobody rang twice after lunch, they say.", "Then |, they say."),
        ("Then nobody rang twice.", "Then nobody rang twice."),
        ("Rang twice after", ""),
        ("NOBODY rang twice after lunch.", "NOBODY |."),
        ("They say “rang twice” there.", "They say “|” there."),
        ("Somebody and lunch", "Somebody and lunch"),
        ("2026-03-12", "2026-03-12"),
        ("12 March 2026", "12 March 2026"),
        ("", ""),
    ],
)
def test_words_in_a_row_or_in_quotes_are_taken_out_and_come_back_to_the_letter(text: str, left: str) -> None:
    kept = take_out(text, pool(OTHER, "It was on 12 March 2026"), pool(OTHER))

    assert left_in(kept) == left
    assert put_back(kept, lambda number: (OTHER, "It was on 12 March 2026")[number]) == text


def test_signs_and_lines_between_the_words_may_be_others() -> None:
    shown = "[somebody] said ‘we paired up’, and it went well."

    kept = take_out(f"Well: “{shown}”", pool(), pool(SAID))

    assert not re.search(r"[a-z]{2}", left_in(kept).replace("[somebody]", "").replace("Well", ""))
    assert put_back(kept, lambda _: SAID) == f"Well: “{shown}”"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("In two: “[somebody] said ‘we paired up’” and more", "In two: “[withdrawn]” and more"),
        ("It began when we paired up and it went well, so far", "It began when [withdrawn], so far"),
        ("Anna said we paired up and it went well", "[withdrawn]"),
    ],
)
def test_what_is_gone_reads_as_withdrawn_once(text: str, says: str) -> None:
    assert put_back(take_out(text, pool(SAID), pool(SAID)), lambda _: "") == says


def test_a_long_text_is_taken_apart_in_one_go() -> None:
    text = f"word {OTHER} " * 20_000

    kept = take_out(text, pool(OTHER), pool())

    assert len(kept["slots"]) > 20_000


@pytest.mark.parametrize(
    ("text", "place"), [(OTHER, 0), (f"New.\n\n{OTHER}", 6), (f"({OTHER})", 1), (OTHER[:-1], None)]
)
def test_words_are_found_where_they_stand_now(text: str, place: int | None) -> None:
    assert find_place(text, 0, len(OTHER), to_hash(OTHER)) == place


def test_odd_words_have_a_hash_too() -> None:
    assert find_place("\ud800 x \x00", 0, 5, to_hash("\ud800 x \x00")) == 0


# -- whole words -----------------------------------------------------------------------------------
def make_note(text: str = f"{SAID}\n\n{OTHER}", **fields: Any) -> Note:
    base = {"community_id": "c", "source": "s", "path": "a.md", "title": "A walk with Anna", "format": NoteFormat.TEXT}
    return Note(id="n", text=text, text_hash=to_hash(text), **{**base, **fields})


def quote(words: str, note: Note, **fields: Any) -> Evidence:
    start = note.text.index(words)
    shown = " ".join(words.replace("Anna", "[somebody]").replace("“", "‘").replace("”", "’").split())
    base: dict[str, Any] = {"shown": shown, "title": "A walk with [somebody]", "text_hash": note.text_hash}
    return Evidence(
        quote=words, note=note.path, note_id=note.id, start=start, end=start + len(words), **{**base, **fields}
    )


def make_story(note: Note) -> ValueStory:
    said, other = quote(SAID, note), quote(OTHER, note)
    parts = (
        StoryPart(link=StoryLink.DID, text=said.shown, evidence=(said,)),
        StoryPart(link=StoryLink.USED, text="It helped me", evidence=(other,)),
    )
    return ValueStory(id="s", title="A story", parts=parts)


def reopen(body: dict[str, Any], notes: NotesNow) -> ValueStory:
    return ValueStory.model_validate(Filling(json.loads(json.dumps(body)), notes).tree)


def test_a_word_comes_back_whole_from_its_notes_and_blank_without_them() -> None:
    note = make_note()
    story = make_story(note)

    body = to_kept(story, {"n": note.title})

    kept = json.dumps(body)
    assert [word for word in ("Anna", "paired", "went", "rang", "lunch", "walk", "a.md") if word in kept] == []
    assert reopen(body, NotesNow({"n": note})) == story
    blank = reopen(body, NotesNow({}))
    assert [item.quote + item.shown + item.title for part in blank.parts for item in part.evidence] == ["", ""]
    assert [part.text for part in blank.parts] == ["[somebody] [withdrawn].", "It helped me"]


def test_a_title_that_changed_or_is_unknown_is_left_out() -> None:
    note = make_note()
    story = make_story(note)

    other = reopen(to_kept(story, {"n": note.title}), NotesNow({"n": make_note(title="Another")}))
    unknown = reopen(to_kept(story, {}), NotesNow({"n": note}))

    assert other.parts[0].evidence[0].title == ""
    assert unknown.parts[0].evidence[0].title == "… … … [somebody]"
    assert other.parts[0].evidence[0].quote == unknown.parts[0].evidence[0].quote == SAID


@pytest.mark.parametrize(
    ("fields", "is_shown"),
    [
        ({}, True),
        ({"consent": Consent.ANYWHERE}, True),
        ({"consent": Consent.NEVER}, False),
        ({"visibility": Visibility.ONLY_ME}, False),
    ],
)
def test_a_note_says_whether_its_words_may_be_shown(fields: dict[str, Any], is_shown: bool) -> None:
    body = to_kept(make_story(make_note()), {})

    told = reopen(body, NotesNow({"n": make_note(**fields)}))

    assert bool(told.parts[0].evidence[0].quote) is is_shown


def test_what_is_blank_is_kept_when_it_is_written_again_and_words_that_are_not_the_quote_s_are_struck() -> None:
    note = make_note()
    outcome = KeptOutcome(id="o", text=OTHER, evidence=(quote(OTHER, note, shown="Nobody SHOUTED twice"),))
    body = to_kept(outcome, {})
    tree = Filling(body, NotesNow({})).tree

    again = to_kept(KeptOutcome.model_validate(tree), {}, before=(body, tree))

    assert "SHOUTED" not in json.dumps(body)
    back = KeptOutcome.model_validate(Filling(again, NotesNow({"n": note})).tree)
    assert (back.text, back.evidence[0].quote, back.evidence[0].shown) == (OTHER, OTHER, "Nobody … twice")
