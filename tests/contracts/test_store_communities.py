from __future__ import annotations

import pytest

from coach.adapters.sql import SqlStore
from coach.errors import BadRequest, UnknownCommunity
from coach.models import Community, IngestReport, Member, ModelUse
from coach.testing import FixedClock
from tests.contracts.making import EMBEDDER, OWNER, look, make_note, open_notes, write


def test_a_community_comes_back_as_it_was_written(store: SqlStore):
    written = Community(
        id="wait", name="Écrire & lire", domain="Letters", people="Clerks", practice="Rewriting", owner_id="ada",
        is_demo=True,
    )  # fmt: skip

    store.add_community(written)

    assert store.list_communities() == [written]
    assert store.find_community("  éCRIRE & LIRE ") == written
    assert store.find_community("Ecrire") is None


def test_a_name_is_taken_whatever_its_case(store: SqlStore):
    store.add_community(Community(id="a", name="Straße"))

    with pytest.raises(BadRequest):
        store.add_community(Community(id="b", name="STRASSE"))
    with pytest.raises(BadRequest):
        store.add_community(Community(id="a", name="Another"))

    assert [item.id for item in store.list_communities()] == ["a"]


def test_changing_words_keeps_the_wall_and_its_revision(store: SqlStore):
    notes = open_notes(store)
    write(notes, make_note("a.md", "Taxis wait"))
    before = notes.revision()
    other = Community(id="other", name="Other")
    store.add_community(other)

    store.update_community(Community(id="reading", name="The new name", domain="Books"))

    assert store.find_community("the NEW name") is not None
    assert notes.revision() == before
    assert notes.count_words(["taxi"]) == {"taxi": 1}
    with pytest.raises(BadRequest):
        store.update_community(other.model_copy(update={"name": "the new NAME"}))
    with pytest.raises(UnknownCommunity):
        store.update_community(Community(id="nowhere", name="Nowhere"))


def test_members_belong_to_their_community_only(store: SqlStore):
    store.add_community(Community(id="a", name="A"))
    store.add_community(Community(id="b", name="B"))
    nell = Member(id="nell", community_id="a", name="Nell", aliases=("N.", "@nell"))
    store.add_member(Member(id="zoe", community_id="a", name="zoe"))
    store.add_member(nell)
    store.add_member(Member(id="nell", community_id="b", name="Another Nell"))

    assert [member.name for member in store.list_members("a")] == ["Nell", "zoe"]
    assert store.list_members("a")[0] == nell
    store.add_member(nell.model_copy(update={"name": "Nelly"}))
    assert [member.name for member in store.list_members("a")] == ["Nelly", "zoe"]
    assert [member.name for member in store.list_members("b")] == ["Another Nell"]
    with pytest.raises(UnknownCommunity):
        store.add_member(Member(id="x", community_id="nowhere", name="X"))


@pytest.mark.parametrize("use", ModelUse)
def test_what_may_leave_and_what_is_kept_comes_back_as_it_was_chosen(store: SqlStore, use: ModelUse):
    store.add_community(Community(id="a", name="A"))
    assert store.list_communities()[0].model_use is ModelUse.REPLACED
    assert store.list_communities()[0].keeps_suggestions is False

    chosen = Community(id="a", name="A", model_use=use, keeps_suggestions=True)
    store.update_community(chosen)

    assert store.list_communities() == [chosen]
    assert store.find_community("a") == chosen


def test_a_member_who_is_removed_is_gone_from_one_community_only(store: SqlStore):
    for name in ("a", "b"):
        store.add_community(Community(id=name, name=name))
        store.add_member(Member(id="nell", community_id=name, name="Nell", aliases=("N.",)))

    gone = store.remove_member("a", "nell")

    assert gone == Member(id="nell", community_id="a", name="Nell", aliases=("N.",))
    assert store.list_members("a") == []
    assert [member.name for member in store.list_members("b")] == ["Nell"]
    assert store.remove_member("a", "nell") is None
    assert gone is not None
    store.add_member(gone)
    assert store.list_members("a") == [gone]


def test_a_removed_community_leaves_nothing_and_its_neighbour_everything(store: SqlStore):
    gone, stays = open_notes(store, "gone"), open_notes(store, "stays")
    for name, notes in (("gone", gone), ("stays", stays)):
        store.add_member(Member(id="nell", community_id=name, name="Nell"))
        write(notes, make_note("a.md", "The taxi queue", community=name))
        write(notes, make_note("a.md", "The taxi rank", community=name))
    before = look(stays, "taxi", "rank")

    store.remove_community("gone")

    assert [item.id for item in store.list_communities()] == ["stays"]
    assert look(stays, "taxi", "rank") == before
    for ask in (gone.revision, lambda: store.notes("gone", OWNER), lambda: store.remove_community("gone")):
        with pytest.raises(UnknownCommunity):
            ask()
    with pytest.raises(UnknownCommunity):
        gone.write_notes("any", [make_note("b.md", "Late", community="gone")], EMBEDDER)
    again = open_notes(store, "gone")
    assert (again.chunk_ids(), again.runs(), store.list_members("gone")) == (set(), [], [])
    assert again.count_words(["taxi"]) == {"taxi": 0}


def test_a_community_made_anew_never_looks_like_the_old_one(store: SqlStore):
    old = open_notes(store).revision()
    store.remove_community("reading")

    assert open_notes(store).revision() != old


def test_opening_again_finds_everything(store: SqlStore, store_url: str):
    write(open_notes(store), make_note("a.md", "The taxi queue"))
    before = look(open_notes(store), "taxi")
    store.close()

    again = SqlStore(store_url, clock=FixedClock())

    assert look(open_notes(again), "taxi") == before
    assert "1 community" in again.describe()
    again.close()


def test_a_run_is_dated_by_the_clock_in_utc(store: SqlStore, clock: FixedClock):
    notes = open_notes(store)
    run_id = write(notes, make_note("a.md", "Taxis"))

    (run,) = notes.runs()

    assert (run.id, run.started, run.undone) == (run_id, clock.now(), False)
    assert run.report == IngestReport(added=1, source="folder", run_id=run_id)
