from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from coach.adapters.sql import SqlStore
from coach.adapters.sql.guard import SCOPED
from coach.adapters.sql.tables import metadata
from coach.errors import NotAllowed, UnknownCommunity
from coach.models import Actor, Community, Member
from coach.ports import OwnPattern
from coach.testing import FixedClock
from tests.contracts.making import OWNER
from tests.contracts.older import make_older

ADA, NELL, STRANGER = Actor(id="ada"), Actor(id="nell"), Actor(id="stranger")


@pytest.fixture
def shared(store: SqlStore) -> SqlStore:
    """Ada's community with Nell in it, and a stranger's beside it."""
    store.add_community(Community(id="reading", name="Reading", owner_id="ada"))
    store.add_member(Member(id="nell", community_id="reading", name="Nell"))
    store.add_community(Community(id="other", name="Other", owner_id="stranger"))
    store.add_member(Member(id="stranger", community_id="other", name="Sam"))
    return store


def test_a_pattern_comes_back_as_it_was_given(shared: SqlStore, clock: FixedClock):
    body = "title: Läse-Runde\n# as we do it — «always»\n"

    kept = shared.patterns("reading", NELL).add("round", body, "Nell's aunt")

    assert kept == OwnPattern("round", body, "Nell's aunt", "nell", clock.now())
    assert shared.patterns("reading", ADA).current() == [kept]


def test_adding_the_same_id_again_replaces_it(shared: SqlStore, clock: FixedClock):
    ours = shared.patterns("reading", ADA)
    ours.add("round", "title: One", "")
    ours.add("aside", "title: Aside", "")
    clock.move(dt.timedelta(hours=1))

    shared.patterns("reading", NELL).add("round", "title: Two", "")

    assert [(item.pattern_id, item.body, item.added_by) for item in ours.current()] == [
        ("aside", "title: Aside", "ada"),
        ("round", "title: Two", "nell"),
    ]
    assert ours.current()[1].added_at == clock.now()


def test_removing_takes_it_out_and_brings_nothing_back(shared: SqlStore):
    ours = shared.patterns("reading", ADA)
    ours.add("round", "title: One", "")
    ours.add("round", "title: Two", "")

    gone = ours.remove("round")

    assert gone is not None
    assert gone.body == "title: Two"
    assert ours.current() == []
    assert ours.remove("round") is None
    ours.add("round", "title: Three", "")
    assert [item.body for item in ours.current()] == ["title: Three"]


def test_earlier_versions_are_kept_as_retired_rows(shared: SqlStore, store_url: str, clock: FixedClock):
    ours = shared.patterns("reading", ADA)
    ours.add("round", "title: One", "")
    clock.move(dt.timedelta(hours=1))
    shared.patterns("reading", NELL).add("round", "title: Two", "")

    engine = sa.create_engine(store_url, poolclass=sa.NullPool)
    with engine.connect() as connection:
        rows = connection.execute(sa.text("SELECT body, retired_by, retired_at FROM own_pattern ORDER BY pk")).all()
    engine.dispose()
    assert [tuple(row)[:2] for row in rows] == [("title: One", "nell"), ("title: Two", None)]
    assert rows[0].retired_at.startswith(clock.now().strftime("%Y-%m-%dT%H"))


def test_communities_never_meet(shared: SqlStore):
    ours, theirs = shared.patterns("reading", ADA), shared.patterns("other", STRANGER)
    ours.add("round", "title: Ours", "")
    theirs.add("round", "title: Theirs", "")

    assert ours.remove("round") is not None

    assert ours.current() == []
    assert [item.body for item in theirs.current()] == ["title: Theirs"]


def test_only_those_who_belong_read_and_write(shared: SqlStore):
    shared.patterns("reading", ADA).add("round", "title: Ours", "")
    outside = shared.patterns("reading", STRANGER)

    assert outside.current() == []
    with pytest.raises(NotAllowed, match="Reading"):
        outside.add("round", "title: Mine", "")
    with pytest.raises(NotAllowed):
        outside.remove("round")
    assert shared.patterns("reading", OWNER).current() == []
    assert [item.body for item in shared.patterns("reading", NELL).current()] == ["title: Ours"]


def test_a_removed_community_takes_its_patterns_with_it(shared: SqlStore):
    ours = shared.patterns("reading", ADA)
    ours.add("round", "title: One", "")
    ours.add("round", "title: Two", "")
    shared.patterns("other", STRANGER).add("round", "title: Theirs", "")

    shared.remove_community("reading")

    with pytest.raises(UnknownCommunity):
        shared.patterns("reading", ADA)
    with pytest.raises(UnknownCommunity):
        ours.add("late", "title: Late", "")
    shared.add_community(Community(id="reading", name="Reading", owner_id="ada"))
    assert shared.patterns("reading", ADA).current() == []
    assert len(shared.patterns("other", STRANGER).current()) == 1


def test_its_words_are_in_no_file_any_more(tmp_path: Path):
    store = SqlStore(f"sqlite:///{tmp_path / 'coach.db'}", clock=FixedClock())
    store.add_community(Community(id="reading", name="Reading"))
    store.patterns("reading", OWNER).add("round", "title: A zeppelin round", "")
    store.patterns("reading", OWNER).add("round", "title: Another round", "")
    assert b"zeppelin" in b"".join(path.read_bytes() for path in tmp_path.iterdir())

    store.remove_community("reading")

    assert b"zeppelin" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())
    store.close()


def test_two_who_add_at_once_leave_one_current_version(shared: SqlStore):
    def add(number: int) -> None:
        shared.patterns("reading", ADA).add("round", f"title: {number}", "")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(16)))

    assert len(shared.patterns("reading", ADA).current()) == 1


def test_every_table_with_a_community_in_it_is_watched():
    assert {table.name for table in metadata.sorted_tables if "community_id" in table.c} <= SCOPED


def test_a_database_without_the_table_gets_it_and_keeps_the_rest(store_url: str):
    make_older(store_url, "0001")

    again = SqlStore(store_url, clock=FixedClock())

    again.patterns("reading", ADA).add("round", "title: One", "")
    assert [item.name for item in again.list_communities()] == ["Reading"]
    assert again.notes("reading", ADA).count_words(["taxi"]) == {"taxi": 1}
    again.close()
