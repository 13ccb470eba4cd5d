"""What a community shares: whom to turn to, and what it learned, told without names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coach.errors import BadRequest, NotAllowed, UnknownCommunity, UnknownPattern
from coach.jobs.sharing import MOST_CONTACTS, CommunitySharing
from coach.models import Actor, Contact, Lesson, Matter, Member, SharedLesson, TextNote
from coach.testing import FixedClock
from tests.jobs.conftest import Bench

NELL, SAM = Actor(id="nell", name="Nell"), Actor(id="sam", name="Sam")
"""A member of the Reading Circle, and whoever looks after the Square."""
NOW = FixedClock().now()
SILENCE, OVERRUNS = "silence-after-a-question", "plan-overruns"
WRITTEN = Lesson(
    situation=SILENCE,
    setting="Twelve of us in the Reading Circle",
    tried="Amina asked in pairs; J. Okafor, jane@example.org, kept time. Bronagh said no.",
    happened="amina's pairs talked. See https://example.org/board",
)
TOLD = SharedLesson(
    id="", situation=SILENCE, setting="Twelve of us", tried="Somebody asked in pairs", happened="They talked"
)


@pytest.fixture
def sharing(bench: Bench) -> CommunitySharing:
    """Sharing of two communities: the Reading Circle with its people, and Sam's Square."""
    circle = bench.coach.create_community("Reading Circle")
    bench.coach.create_community("Square", actor=SAM)
    bench.store.add_member(Member(id=NELL.id, community_id=circle.id, name="Nell"))
    for name in ("Amina Yusuf", "Jane Okafor"):
        bench.coach.people.add("Reading Circle", name)
    return bench.coach.sharing


# -- contacts --------------------------------------------------------------------------------------
def test_contacts_are_kept_in_their_order_tidy_and_each_with_an_id_of_its_own(sharing: CommunitySharing) -> None:
    asked = [
        Contact(who="  Kim\n Lee ", reach=" ext. 12 ", matters=(Matter.HR, Matter.HR)),
        Contact(id="k", who="The helpline", reach="https://nowhere.invalid/x"),
        Contact(id="k", who="The helpline", reach="116 123"),
    ]

    kept = sharing.set_contacts("Reading Circle", asked)

    assert [(item.who, item.reach, item.matters) for item in kept] == [
        ("Kim Lee", "ext. 12", (Matter.HR,)),
        ("The helpline", "https://nowhere.invalid/x", ()),
        ("The helpline", "116 123", ()),
    ]
    assert kept[1].id == "k"
    assert len({item.id for item in kept} - {""}) == 3
    for actor in (Actor(), NELL, SAM):
        assert sharing.contacts("reading circle", actor=actor) == kept
    assert sharing.contacts("Square") == []
    assert sharing.set_contacts("Reading Circle", []) == sharing.contacts("Reading Circle") == []


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ([Contact(who=" ", reach="x")], "Whom to turn to is empty"),
        ([Contact(who="x", reach="\n")], "How to reach them is empty"),
        ([Contact(who="x" * 201, reach="x")], "201 characters, and 200"),
        ([Contact(who="x", reach="x" * 501)], "501 characters, and 500"),
        ([Contact(who="x", reach="x")] * (MOST_CONTACTS + 1), "up to 40"),
    ],
)
def test_a_contact_without_a_name_or_a_way_is_none(sharing: CommunitySharing, wrong: list[Contact], says: str) -> None:
    kept = sharing.set_contacts("Reading Circle", [Contact(who="Kim", reach="12")] * MOST_CONTACTS)

    with pytest.raises(BadRequest, match=says):
        sharing.set_contacts("Reading Circle", wrong)
    assert sharing.contacts("Reading Circle") == kept


# -- lessons ---------------------------------------------------------------------------------------
def test_a_lesson_is_written_changed_removed_and_put_back(sharing: CommunitySharing) -> None:
    first = sharing.write_lesson("Reading Circle", WRITTEN.model_copy(update={"tried": "  Pairs "}))
    second = sharing.write_lesson("Reading Circle", WRITTEN.model_copy(update={"setting": ""}))

    assert (first.tried, first.at, first.shared, second.setting) == ("Pairs", NOW, None, "")
    assert sharing.lessons("Reading Circle") == [second, first]
    changed = sharing.write_lesson(
        "Reading Circle", first.model_copy(update={"happened": "Much", "situation": OVERRUNS})
    )
    assert (changed.id, changed.happened, changed.situation) == (first.id, "Much", OVERRUNS)
    assert sharing.lessons("Reading Circle", actor=NELL) == [second, changed]
    assert sharing.remove_lesson("Reading Circle", changed.id) == changed
    assert sharing.lessons("Reading Circle") == [second]
    assert sharing.restore_lesson("Reading Circle", changed) == changed
    assert sorted(item.id for item in sharing.lessons("Reading Circle")) == sorted((second.id, changed.id))


@pytest.mark.parametrize(
    ("wrong", "error", "says"),
    [
        ({"tried": " "}, BadRequest, "What you tried is empty"),
        ({"happened": ""}, BadRequest, "What happened is empty"),
        ({"happened": "x" * 5_001}, BadRequest, "5,001 characters, and 5,000"),
        ({"setting": "x" * 5_001}, BadRequest, "What it was like has"),
        ({"situation": "gone"}, UnknownPattern, "no situation “gone”"),
        ({"id": "nowhere"}, BadRequest, "no lesson “nowhere”"),
    ],
)
def test_a_lesson_that_is_not_whole_is_not_kept(
    sharing: CommunitySharing, wrong: dict[str, str], error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        sharing.write_lesson("Reading Circle", WRITTEN.model_copy(update=wrong))
    assert sharing.lessons("Reading Circle") == []


def test_writing_never_shares_and_what_is_shared_stays(sharing: CommunitySharing) -> None:
    lesson = sharing.write_lesson("Reading Circle", WRITTEN.model_copy(update={"shared": TOLD}))
    assert lesson.shared is None

    shared = sharing.share_lesson("Reading Circle", lesson.id, TOLD)
    sharing.write_lesson("Reading Circle", shared.model_copy(update={"tried": "Zoë", "situation": OVERRUNS}))

    (read,) = sharing.from_elsewhere("Square")
    assert (read.tried, read.situation) == (TOLD.tried, OVERRUNS)


# -- sharing ---------------------------------------------------------------------------------------
def test_what_would_be_shared_names_nobody_and_nothing_of_it_is_written(
    sharing: CommunitySharing, bench: Bench
) -> None:
    note = TextNote(path="a.md", text="# Minutes\n\nPresent: Bronagh\n\nBronagh said that it rains.\n")
    bench.coach.add_texts("Reading Circle", [note])
    lesson = sharing.write_lesson("Reading Circle", WRITTEN)

    told = sharing.to_shared("Reading Circle", lesson)

    assert told == SharedLesson(
        id=lesson.id,
        situation=SILENCE,
        setting="Twelve of us in our community",
        tried="Somebody asked in pairs; somebody else, an e-mail address, kept time. A third person said no.",
        happened="Somebody's pairs talked. See a link",
    )
    assert sharing.lessons("Reading Circle") == [lesson]
    assert sharing.from_elsewhere("Square") == []


def test_words_that_may_be_names_are_left_for_a_person_to_look_at(sharing: CommunitySharing) -> None:
    lesson = WRITTEN.model_copy(update={"tried": "We asked Oskar to begin in Brno."})

    told = sharing.to_shared("Reading Circle", lesson)

    assert told.tried == "We asked Oskar to begin in Brno."
    assert sharing.names_left(told.tried) == ("Oskar", "Brno")
    assert sharing.names_left("\n".join((told.setting, TOLD.tried))) == ()


def test_a_lesson_is_shared_read_elsewhere_and_withdrawn(sharing: CommunitySharing) -> None:
    lesson = sharing.write_lesson("Reading Circle", WRITTEN)

    shared = sharing.share_lesson("Reading Circle", lesson.id, TOLD.model_copy(update={"tried": " In pairs "}))

    expected = TOLD.model_copy(update={"id": lesson.id, "tried": "In pairs", "shared_at": NOW})
    assert shared == lesson.model_copy(update={"shared": expected})
    assert sharing.from_elsewhere("Square", actor=SAM) == [expected]
    assert sharing.from_elsewhere("Square", SILENCE) == [expected]
    assert sharing.from_elsewhere("Square", OVERRUNS) == []
    assert sharing.from_elsewhere("Reading Circle") == []
    assert sharing.withdraw_lesson("Reading Circle", lesson.id) == lesson
    assert sharing.from_elsewhere("Square") == []
    with pytest.raises(UnknownPattern):
        sharing.from_elsewhere("Square", "gone")


@pytest.mark.parametrize(
    ("still", "says"),
    [
        ({"tried": "Amina asked"}, "“Amina”"),
        ({"tried": "We asked amina"}, "“amina”"),
        ({"setting": "J. Okafor's room"}, "“Okafor”"),
        ({"happened": "The Okafors left. Yusuf too"}, "“Yusuf”, “Okafors”"),
        ({"setting": "In the reading circle"}, "“reading circle”"),
        ({"setting": "In the ReadingCircle"}, "“ReadingCircle”"),
        ({"happened": "Write to x@example.org"}, "“x@example.org”"),
        ({"happened": "Ring 020 7946 0958"}, "“020 7946 0958”"),
        ({"happened": "Nell left"}, "“Nell”"),
    ],
)
def test_what_still_names_somebody_is_not_shared(sharing: CommunitySharing, still: dict[str, str], says: str) -> None:
    lesson = sharing.write_lesson("Reading Circle", WRITTEN)

    with pytest.raises(BadRequest, match=f"^{says} would tell"):
        sharing.share_lesson("Reading Circle", lesson.id, TOLD.model_copy(update=still))
    removed = lesson.model_copy(update={"shared": TOLD.model_copy(update={"id": lesson.id, **still})})
    with pytest.raises(BadRequest, match="would tell"):
        sharing.restore_lesson("Reading Circle", removed)
    assert sharing.lessons("Reading Circle") == [lesson]
    assert sharing.from_elsewhere("Square") == []


def test_what_would_be_shared_can_be_shared_as_it_is(sharing: CommunitySharing) -> None:
    lesson = sharing.write_lesson("Reading Circle", WRITTEN)

    shared = sharing.share_lesson("Reading Circle", lesson.id, sharing.to_shared("Reading Circle", lesson))

    (read,) = sharing.from_elsewhere("Square")
    assert read == shared.shared
    assert "mina" not in read.model_dump_json()
    assert sharing.remove_lesson("Reading Circle", lesson.id) == shared
    assert sharing.from_elsewhere("Square") == []
    assert sharing.restore_lesson("Reading Circle", shared) == shared
    assert sharing.from_elsewhere("Square") == [read]


# -- walls -----------------------------------------------------------------------------------------
Act = Callable[[CommunitySharing, str, Actor], Any]
OWNERS: dict[str, Act] = {
    "contacts": lambda own, _, who: own.set_contacts("Reading Circle", [], actor=who),
    "write": lambda own, _, who: own.write_lesson("Reading Circle", WRITTEN, actor=who),
    "share": lambda own, name, who: own.share_lesson("Reading Circle", name, TOLD, actor=who),
    "withdraw": lambda own, name, who: own.withdraw_lesson("Reading Circle", name, actor=who),
    "remove": lambda own, name, who: own.remove_lesson("Reading Circle", name, actor=who),
    "put back": lambda own, _, who: own.restore_lesson("Reading Circle", WRITTEN, actor=who),
}


@pytest.mark.parametrize("act", OWNERS.values(), ids=OWNERS)
@pytest.mark.parametrize("who", [NELL, SAM], ids=lambda actor: actor.id)
def test_only_whoever_looks_after_a_community_writes_and_shares(
    sharing: CommunitySharing, act: Act, who: Actor
) -> None:
    contacts = sharing.set_contacts("Reading Circle", [Contact(who="Kim", reach="12")])
    kept = sharing.share_lesson("Reading Circle", sharing.write_lesson("Reading Circle", WRITTEN).id, TOLD)

    with pytest.raises(NotAllowed) as raised:
        act(sharing, kept.id, who)

    assert "looks after" in str(raised.value)
    assert sharing.contacts("Reading Circle") == contacts
    assert sharing.lessons("Reading Circle") == [kept]


def test_whoever_does_not_belong_reads_no_originals_and_learns_no_names(sharing: CommunitySharing) -> None:
    lesson = sharing.write_lesson("Reading Circle", WRITTEN)

    assert sharing.lessons("Reading Circle", actor=NELL) == [lesson]
    assert sharing.lessons("Reading Circle", actor=SAM) == []
    with pytest.raises(NotAllowed, match="Only members"):
        sharing.to_shared("Reading Circle", WRITTEN, actor=SAM)
    with pytest.raises(UnknownCommunity):
        sharing.contacts("Nowhere")


@pytest.mark.parametrize("act", [OWNERS["share"], OWNERS["withdraw"], OWNERS["remove"]])
def test_a_lesson_that_is_not_here_is_said_to_be_unknown(sharing: CommunitySharing, act: Act) -> None:
    with pytest.raises(BadRequest, match="no lesson “nowhere”"):
        act(sharing, "nowhere", Actor())
