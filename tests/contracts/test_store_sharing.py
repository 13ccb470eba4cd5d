"""Contacts and lessons: who writes them, who reads them, and what of them leaves a community."""

from __future__ import annotations

from typing import Any

import pytest

from coach.adapters.sql import SqlStore
from coach.adapters.sql.sharing import MOST_CONTACTS
from coach.errors import BadRequest, NotAllowed, UnknownCommunity
from coach.models import Actor, Community, Lesson
from coach.testing import FixedClock
from tests.contracts.coaching import ADA, NELL, NOON, SAM, add_two, make_contact, make_lesson, share
from tests.contracts.making import OWNER
from tests.contracts.older import read_all

EVERYBODY = (ADA, NELL, SAM, OWNER)


@pytest.fixture
def two(store: SqlStore) -> SqlStore:
    return add_two(store)


def test_contacts_come_back_in_their_order_and_everybody_reads_them(two: SqlStore):
    named = [make_contact("Zoë", id="z"), make_contact("Kim", id="k"), make_contact("The helpline", id="h")]

    two.sharing("reading", ADA).save_contacts(named)

    for actor in EVERYBODY:
        assert two.sharing("reading", actor).contacts() == named
        assert two.sharing("other", actor).contacts() == []


def test_contacts_are_written_whole_and_each_gets_an_id(two: SqlStore):
    ours = two.sharing("reading", ADA)
    ours.save_contacts([make_contact("Kim", id="k"), make_contact("Zoë", id="z")])

    ours.save_contacts([make_contact("Zoë", id="z"), make_contact("New"), make_contact("Newer")])

    found = ours.contacts()
    assert [contact.who for contact in found] == ["Zoë", "New", "Newer"]
    assert len({contact.id for contact in found} - {""}) == 3
    with pytest.raises(BadRequest, match="contacts"):
        ours.save_contacts([make_contact("Kim")] * (MOST_CONTACTS + 1))
    assert ours.contacts() == found
    ours.save_contacts([])
    assert ours.contacts() == []


def test_a_lesson_comes_back_as_it_was_written_newest_first(two: SqlStore, clock: FixedClock):
    ours = two.sharing("reading", ADA)
    first, second = make_lesson("a", minutes=1), share(make_lesson("b", minutes=2), minutes=3)
    for lesson in (second, first):
        ours.save_lesson(lesson)
    ours.save_lesson(Lesson(id="now", situation="silence", tried="Läuse", happened="走る", community_id="reading"))

    expected = [second, first]
    assert [item for item in ours.lessons() if item.id != "now"] == [
        item.model_copy(update={"community_id": "reading"}) for item in expected
    ]
    assert {item.at for item in ours.lessons() if item.id == "now"} == {clock.now()}


def test_saving_again_writes_over_it(two: SqlStore):
    ours = two.sharing("reading", ADA)
    ours.save_lesson(make_lesson("a"))

    ours.save_lesson(make_lesson("a", "trios"))

    assert [item.happened for item in ours.lessons()] == ["trios helped"]
    gone = ours.remove_lesson("a")
    assert gone == make_lesson("a", "trios", community_id="reading")
    assert ours.remove_lesson("a") is None
    assert ours.lessons() == []


@pytest.mark.parametrize(
    "wrong",
    [
        make_lesson(""),
        make_lesson("a", community_id="other"),
        make_lesson("a", shared=share(make_lesson("b")).shared),
    ],
)
def test_a_lesson_that_is_not_whole_is_a_mistake_of_ours(two: SqlStore, wrong: Lesson):
    with pytest.raises(ValueError, match="lesson"):
        two.sharing("reading", ADA).save_lesson(wrong)

    assert two.sharing("reading", ADA).lessons() == []


@pytest.mark.parametrize("actor", [NELL, SAM, OWNER], ids=lambda actor: actor.id)
def test_only_whoever_looks_after_it_writes(two: SqlStore, actor: Actor):
    adas, others = two.sharing("reading", ADA), two.sharing("reading", actor)
    adas.save_contacts([make_contact("Kim", id="k")])
    adas.save_lesson(share(make_lesson("a")))
    before = adas.lessons()

    for write in (
        lambda: others.save_contacts([]),
        lambda: others.save_lesson(make_lesson("a", "changed")),
        lambda: others.save_lesson(make_lesson("new")),
        lambda: others.remove_lesson("a"),
    ):
        with pytest.raises(NotAllowed, match="Only whoever looks after Reading") as caught:
            write()
        assert "ask them" in caught.value.next_step

    assert [contact.who for contact in adas.contacts()] == ["Kim"]
    assert adas.lessons() == before


def test_lessons_as_they_were_written_are_for_those_who_belong(two: SqlStore):
    two.sharing("reading", ADA).save_lesson(share(make_lesson("a")))

    readers = {actor.id: two.sharing("reading", actor).lessons() for actor in EVERYBODY}

    assert {name: len(found) for name, found in readers.items()} == {"ada": 1, "nell": 1, "sam": 0, "local-owner": 0}
    assert two.sharing("other", ADA).lessons() == []


@pytest.mark.parametrize("actor", EVERYBODY, ids=lambda actor: actor.id)
def test_only_what_is_shared_is_read_from_elsewhere(two: SqlStore, actor: Actor):
    ours = two.sharing("reading", ADA)
    ours.save_lesson(share(make_lesson("a", "zeppelin"), minutes=1))
    ours.save_lesson(share(make_lesson("b", "zeppelin"), minutes=2, text="Somebody waited"))
    ours.save_lesson(make_lesson("kept", "zeppelin"))

    found = two.sharing("other", actor).lessons_from_elsewhere()

    assert [(item.id, item.tried) for item in found] == [("b", "Somebody waited"), ("a", "Somebody asked in twos")]
    told = " ".join(item.model_dump_json() for item in found).lower()
    for canary in ("zeppelin", "mirela", "reading", "ada", "nell", "twelve"):
        assert canary not in told


def test_one_s_own_lessons_are_not_from_elsewhere(two: SqlStore):
    two.sharing("reading", ADA).save_lesson(share(make_lesson("ours")))
    two.sharing("other", SAM).save_lesson(share(make_lesson("theirs")))

    assert [item.id for item in two.sharing("reading", NELL).lessons_from_elsewhere()] == ["theirs"]
    assert [item.id for item in two.sharing("other", SAM).lessons_from_elsewhere()] == ["ours"]


def test_a_lesson_that_is_withdrawn_or_removed_is_nowhere_else(two: SqlStore, store_url: str):
    ours, elsewhere = two.sharing("reading", ADA), two.sharing("other", SAM)
    for name in ("withdrawn", "removed", "stays"):
        ours.save_lesson(share(make_lesson(name)))

    ours.save_lesson(make_lesson("withdrawn"))
    gone = ours.remove_lesson("removed")

    assert gone is not None
    assert gone.shared is not None
    assert [item.id for item in elsewhere.lessons_from_elsewhere()] == ["stays"]
    assert {item.id: item.shared is None for item in ours.lessons()} == {"withdrawn": True, "stays": False}
    kept: dict[str, Any] = {row["id"]: row["shared"] for row in read_all(store_url)["lesson"]}
    assert kept["withdrawn"] is None


def test_sharing_without_a_date_is_dated_now(two: SqlStore, clock: FixedClock):
    lesson = share(make_lesson("a"))
    assert lesson.shared is not None
    undated = lesson.model_copy(update={"shared": lesson.shared.model_copy(update={"shared_at": None})})

    two.sharing("reading", ADA).save_lesson(undated)

    assert two.sharing("other", SAM).lessons_from_elsewhere()[0].shared_at == clock.now()


def test_a_removed_community_takes_contacts_and_lessons_with_it(two: SqlStore):
    ours, elsewhere = two.sharing("reading", ADA), two.sharing("other", SAM)
    ours.save_contacts([make_contact("Kim")])
    ours.save_lesson(share(make_lesson("a")))
    elsewhere.save_contacts([make_contact("Lou")])

    two.remove_community("reading")

    assert elsewhere.lessons_from_elsewhere() == []
    assert [contact.who for contact in elsewhere.contacts()] == ["Lou"]
    with pytest.raises(UnknownCommunity):
        two.sharing("reading", ADA)
    with pytest.raises(UnknownCommunity):
        ours.save_contacts([])
    two.add_community(Community(id="reading", name="Reading", owner_id="ada"))
    anew = two.sharing("reading", ADA)
    assert (anew.contacts(), anew.lessons()) == ([], [])


def test_a_lesson_is_dated_to_the_moment_and_no_day_is_lost(two: SqlStore):
    two.sharing("reading", ADA).save_lesson(make_lesson("a", at=NOON))

    assert two.sharing("reading", NELL).lessons()[0].at == NOON
