"""Outcomes, stories and briefs: who reads and writes them, and that no word of a note is kept with them."""

from __future__ import annotations

import pytest

from coach.adapters.sql import SqlStore
from coach.adapters.sql.conversations import MOST_CHARACTERS
from coach.errors import BadRequest, NotAllowed, UnknownCommunity
from coach.models import Actor, Community, KeptBrief, Note
from coach.ports import Learning
from coach.testing import FixedClock
from tests.contracts.coaching import ADA, NELL, SAM, add_two
from tests.contracts.learning import (
    NOON,
    make_brief,
    make_outcome,
    make_story,
    quoted_note,
)
from tests.contracts.making import OWNER, make_note, write
from tests.contracts.older import make_older, read_all

TABLES = ("kept_outcome", "value_story", "kept_brief")


@pytest.fixture
def two(store: SqlStore) -> SqlStore:
    return add_two(store)


@pytest.fixture
def note(two: SqlStore) -> Note:
    new = quoted_note(author_id="ada")
    write(two.notes("reading", ADA), make_note("other.md", "The taxi queue is long"))
    write(two.notes("reading", ADA), new)
    return new.note


@pytest.fixture
def ours(two: SqlStore, note: Note) -> Learning:
    """Ada's learning, with an outcome, a story and a brief that all quote the note."""
    learning = two.learning("reading", ADA)
    learning.save_outcome(make_outcome(note))
    learning.save_story(make_story(note))
    learning.save_brief(make_brief(note))
    return learning


# -- as they were saved ----------------------------------------------------------------------------
def test_what_is_kept_comes_back_as_it_was_saved(ours: Learning, note: Note):
    assert ours.outcomes() == [make_outcome(note)]
    assert ours.stories() == [make_story(note)]
    assert ours.find_brief("b1") == make_brief(note)
    assert ours.find_brief("elsewhere") is None


def test_outcomes_come_oldest_first_and_the_others_newest_first(ours: Learning, note: Note, clock: FixedClock):
    earlier = NOON.replace(hour=8)
    ours.save_outcome(make_outcome(note, "o0", at=earlier))
    ours.save_story(make_story(note, "t0", at=earlier))
    ours.save_brief(make_brief(note, "b0", made_at=earlier))
    ours.save_outcome(make_outcome(note, "o2", at=None))

    assert [item.id for item in ours.outcomes()] == ["o0", "o2", "o1"]
    assert ours.outcomes()[1].at == clock.now()
    assert [item.id for item in ours.stories()] == ["t1", "t0"]
    assert [item.id for item in ours.briefs()] == ["b1", "b0"]
    assert ours.briefs()[0] == KeptBrief(
        id="b1", title="What we learnt", reader="Director of Digital", start=None, end=None, made_at=NOON
    )


def test_saving_again_writes_over_it_and_removing_returns_it(ours: Learning, note: Note):
    ours.save_outcome(make_outcome(note, ended_why="Done with it"))
    ours.save_story(make_story(note, state="declined"))
    ours.save_brief(make_brief(note, title="Mended"))

    assert [item.ended_why for item in ours.outcomes()] == ["Done with it"]
    assert [item.state for item in ours.stories()] == ["declined"]
    assert [item.title for item in ours.briefs()] == ["Mended"]
    assert ours.remove_outcome("o1") == make_outcome(note, ended_why="Done with it")
    assert ours.remove_story("t1") == make_story(note, state="declined")
    assert ours.remove_brief("b1") == make_brief(note, title="Mended")
    assert [ours.remove_outcome("o1"), ours.remove_story("t1"), ours.remove_brief("b1")] == [None, None, None]
    assert [ours.outcomes(), ours.stories(), ours.briefs()] == [[], [], []]


def test_what_is_too_long_or_has_no_id_is_refused(ours: Learning, note: Note):
    with pytest.raises(BadRequest, match="too long"):
        ours.save_outcome(make_outcome(note, text="x " * MOST_CHARACTERS))
    for late in (
        lambda: ours.save_outcome(make_outcome(note, "")),
        lambda: ours.save_story(make_story(note, "")),
        lambda: ours.save_brief(make_brief(note, "")),
    ):
        with pytest.raises(ValueError, match="needs its id"):
            late()


# -- who may what ----------------------------------------------------------------------------------
def test_members_read_outcomes_and_stories_and_nobody_else_reads_anything(two: SqlStore, ours: Learning, note: Note):
    hers = two.learning("reading", NELL)

    assert hers.outcomes() == [make_outcome(note)]
    assert hers.stories() == [make_story(note)]
    assert [hers.briefs(), hers.find_brief("b1"), hers.look_again("b1")] == [[], None, None]
    for learning in (two.learning("reading", SAM), two.learning("reading", OWNER), two.learning("other", SAM)):
        assert [learning.outcomes(), learning.stories(), learning.briefs()] == [[], [], []]
        assert [learning.find_brief("b1"), learning.look_again("b1")] == [None, None]


@pytest.mark.parametrize("actor", [NELL, SAM, OWNER])
def test_only_whoever_looks_after_it_writes_outcomes_and_briefs(
    two: SqlStore, ours: Learning, note: Note, actor: Actor
):
    theirs = two.learning("reading", actor)
    for write_it in (
        lambda: theirs.save_outcome(make_outcome(note, text="Theirs")),
        lambda: theirs.remove_outcome("o1"),
        lambda: theirs.save_brief(make_brief(note, title="Theirs")),
        lambda: theirs.remove_brief("b1"),
    ):
        with pytest.raises(NotAllowed, match="Only whoever looks after Reading"):
            write_it()
    assert ours.outcomes() == [make_outcome(note)]
    assert ours.find_brief("b1") == make_brief(note)


def test_members_write_stories_of_their_own_and_the_owner_all(two: SqlStore, ours: Learning, note: Note):
    hers = two.learning("reading", NELL)
    hers.save_story(make_story(note, "hers"))
    hers.save_story(make_story(note, "hers", title="Hers"))

    for write_it in (lambda: hers.save_story(make_story(note, "t1")), lambda: hers.remove_story("t1")):
        with pytest.raises(NotAllowed, match="somebody else"):
            write_it()
    outside = two.learning("reading", SAM)
    for write_it in (lambda: outside.save_story(make_story(note, "new")), lambda: outside.remove_story("hers")):
        with pytest.raises(NotAllowed, match="Only people of Reading"):
            write_it()
    ours.save_story(make_story(note, "hers", title="Mended by Ada"))
    hers.save_story(make_story(note, "hers", title="Still hers"))
    assert [item.title for item in ours.stories()] == ["Still hers", "the quokka grid …"]
    gone = hers.remove_story("hers")
    assert gone is not None


def test_a_removed_community_takes_them_along_and_leaves_its_neighbour_s(
    two: SqlStore, ours: Learning, note: Note, store_url: str
):
    theirs = two.learning("other", SAM)
    theirs.save_story(make_story(note))

    two.remove_community("reading")

    rows = read_all(store_url)
    assert {row["community_id"] for name in TABLES for row in rows[name]} == {"other"}
    with pytest.raises(UnknownCommunity):
        two.learning("reading", ADA)
    for late in (lambda: ours.save_outcome(make_outcome(note)), lambda: ours.save_story(make_story(note))):
        with pytest.raises(UnknownCommunity):
            late()
    two.add_community(Community(id="reading", name="Reading", owner_id="ada"))
    assert two.learning("reading", ADA).outcomes() == []


def test_another_community_s_note_is_quoted_by_nobody(two: SqlStore, note: Note):
    theirs = two.learning("other", SAM)

    theirs.save_story(make_story(note))

    (story,) = theirs.stories()
    assert [item.quote for part in story.parts for item in part.evidence] == ["", ""]
    assert story.parts[1].text == "[withdrawn]."


@pytest.mark.parametrize("step", ["0001", "0002", "0003", "0004"])
def test_an_older_database_gets_the_tables_and_keeps_the_rest(store_url: str, step: str):
    make_older(store_url, step)
    before = read_all(store_url)

    again = SqlStore(store_url, clock=FixedClock())

    after = read_all(store_url)
    assert set(TABLES) <= set(after)
    assert not set(TABLES) & set(before)
    assert {name: len(rows) for name, rows in after.items() if name in before} == {
        name: len(rows) for name, rows in before.items()
    }
    note = quoted_note().note
    again.learning("reading", ADA).save_story(make_story(note))
    assert [item.id for item in again.learning("reading", NELL).stories()] == ["t1"]
    again.close()
