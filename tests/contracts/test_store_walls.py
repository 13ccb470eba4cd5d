from __future__ import annotations

import pytest

from coach.adapters.sql import SqlStore
from coach.errors import NotAllowed, UnknownNote
from coach.models import Actor, Community, Consent, Member, Visibility
from coach.ports import CommunityNotes
from tests.contracts.making import EMBEDDER, OWNER, look, make_note, open_notes, write

NELL, STRANGER = Actor(id="nell", name="Nell"), Actor(id="stranger", name="Sam")
ADA = Actor(id="ada", name="Ada")


def test_identical_notes_of_two_communities_never_meet(store: SqlStore):
    one, two = open_notes(store, "one"), open_notes(store, "two")
    mine = make_note("a.md", "The taxi queue", "A tram", community="one")
    theirs = make_note("a.md", "The taxi queue", "A tram", community="two")
    write(one, mine)
    write(two, theirs)
    before = look(two, "taxi")

    for notes, new, other in ((one, mine, theirs), (two, theirs, mine)):
        assert [item.id for item in notes.summaries()] == [new.note.id]
        assert notes.chunks([chunk.id for chunk in (*mine.chunks, *theirs.chunks)]).keys() == notes.chunk_ids()
        assert notes.vectors(EMBEDDER, [chunk.id for chunk in other.chunks])[0] == []
        assert [hit.chunk_id for hit in notes.search_words(["taxi"], 10)] == [new.chunks[0].id]
        assert notes.count_words(["taxi"]) == {"taxi": 1}
        assert notes.note_chunks(other.note.id) == []
        with pytest.raises(UnknownNote):
            notes.get_note(other.note.id)
        with pytest.raises(UnknownNote):
            notes.set_rights(other.note.id, Visibility.EVERYONE, Consent.ANYWHERE)
    write(one, make_note("a.md", "All new", community="one"))
    write(one, gone=["a.md"])
    assert look(two, "taxi") == before


@pytest.fixture
def shared(store: SqlStore) -> SqlStore:
    """Ada's community, with Nell as a member and one note of each kind by each of them."""
    store.add_community(Community(id="reading", name="Reading", owner_id="ada"))
    store.add_member(Member(id="nell", community_id="reading", name="Nell"))
    store.add_community(Community(id="other", name="Other", owner_id="stranger"))
    store.add_member(Member(id="stranger", community_id="other", name="Sam"))
    for author in (ADA, NELL):
        write(
            store.notes("reading", author),
            *(
                make_note(f"{author.id}-{kind}.md", f"Taxi {kind}", visibility=kind, author_id=author.id)
                for kind in Visibility
            ),
        )
    return store


@pytest.mark.parametrize(
    ("actor", "unreadable"),
    [
        (ADA, {"nell-only_me.md"}),
        (NELL, {"ada-only_me.md"}),
        (STRANGER, {"ada-members.md", "ada-only_me.md", "nell-members.md", "nell-only_me.md"}),
        (OWNER, {"ada-members.md", "ada-only_me.md", "nell-members.md", "nell-only_me.md"}),
    ],
)
def test_every_reader_sees_what_the_actor_may_see(shared: SqlStore, actor: Actor, unreadable: set[str]):
    notes = shared.notes("reading", actor)
    new = {
        f"{author.id}-{kind}.md": make_note(f"{author.id}-{kind}.md", f"Taxi {kind}")
        for author in (ADA, NELL)
        for kind in Visibility
    }
    chunk_ids = {path: item.chunks[0].id for path, item in new.items()}
    readable = {chunk_id for path, chunk_id in chunk_ids.items() if path not in unreadable}

    assert {item.path for item in notes.summaries()} == new.keys() - unreadable
    assert {hit.chunk_id for hit in notes.search_words(["taxi"], 50)} == readable
    assert notes.count_words(["taxi"]) == {"taxi": len(readable)}
    assert notes.chunks(chunk_ids.values()).keys() == readable
    assert notes.readable_ids(chunk_ids.values()) == readable
    assert sum(source.notes for source in notes.sources()) == len(readable)
    for path, item in new.items():
        assert (notes.find_note(path) is None) == (path in unreadable)
        assert bool(notes.note_chunks(item.note.id)) == (path not in unreadable)
    for path in unreadable:
        with pytest.raises(UnknownNote):
            notes.get_note(new[path].note.id)
    # For diffs and indexes all of them count, or a private note would be lost at the next ingest.
    assert notes.hashes("folder").keys() == new.keys()
    assert notes.chunk_ids() == set(notes.vectors(EMBEDDER)[0]) == set(chunk_ids.values())


def test_what_may_not_be_read_takes_no_place_among_the_hits(notes: CommunityNotes, store: SqlStore):
    write(
        notes,
        *(make_note(f"{number}.md", "Taxi", "Taxi, taxi") for number in range(30)),
        make_note("public.md", "A taxi is waiting at the station", visibility=Visibility.EVERYONE),
    )

    (hit,) = store.notes("reading", STRANGER).search_words(["taxi"], 2)

    assert len(notes.search_words(["taxi"], 2)) == 2
    assert store.notes("reading", STRANGER).chunks([hit.chunk_id])


def test_rights_change_without_a_new_version(notes: CommunityNotes, store: SqlStore):
    new = make_note("a.md", "Taxi", visibility=Visibility.EVERYONE)
    write(notes, new)
    before = notes.revision()
    assert store.notes("reading", STRANGER).count_words(["taxi"]) == {"taxi": 1}

    notes.set_rights(new.note.id, Visibility.ONLY_ME, Consent.NEVER)

    changed = notes.get_note(new.note.id)
    assert (changed.visibility, changed.consent) == (Visibility.ONLY_ME, Consent.NEVER)
    assert changed.text == new.note.text
    assert store.notes("reading", STRANGER).count_words(["taxi"]) == {"taxi": 0}
    assert notes.revision() == before
    assert len(notes.runs()) == 1


def test_closed_rights_outlast_a_changed_file_and_an_undo(notes: CommunityNotes, store: SqlStore):
    write(notes, make_note("a.md", "Taxi one", visibility=Visibility.EVERYONE))
    new = make_note("a.md", "Taxi two", visibility=Visibility.EVERYONE)
    write(notes, new)
    notes.set_rights(new.note.id, Visibility.ONLY_ME, Consent.NEVER)
    stranger = store.notes("reading", STRANGER)

    write(notes, make_note("a.md", "Taxi three", visibility=Visibility.EVERYONE))
    assert stranger.summaries() == []
    for _ in range(2):
        notes.undo_last_run()
        assert stranger.summaries() == []
        assert notes.get_note(new.note.id).consent is Consent.NEVER


def test_whoever_cannot_read_a_note_cannot_open_it_by_writing_over_it(shared: SqlStore):
    nell, ada = shared.notes("reading", NELL), shared.notes("reading", ADA)
    write(nell, make_note("ada-only_me.md", "Taxi overwritten", visibility=Visibility.EVERYONE, author_id="nell"))

    assert nell.find_note("ada-only_me.md") is None
    assert ada.find_note("ada-only_me.md") is not None


def test_only_the_author_and_the_owner_change_rights(shared: SqlStore):
    nell, ada = shared.notes("reading", NELL), shared.notes("reading", ADA)
    hers, adas = make_note("nell-members.md", ""), make_note("ada-members.md", "")

    with pytest.raises(NotAllowed):
        nell.set_rights(adas.note.id, Visibility.EVERYONE, Consent.ANYWHERE)
    nell.set_rights(hers.note.id, Visibility.EVERYONE, Consent.ANYWHERE)
    ada.set_rights(hers.note.id, Visibility.MEMBERS, Consent.INSIDE)

    assert ada.get_note(adas.note.id).visibility is Visibility.MEMBERS
    assert ada.get_note(hers.note.id).visibility is Visibility.MEMBERS
