"""Who is on a community's list, and who may change it."""

from __future__ import annotations

import pytest

from coach.errors import BadRequest, NotAllowed, UnknownCommunity
from coach.jobs.people import People, find_person
from coach.models import Actor, Member, TextNote, Visibility
from tests.jobs.conftest import Bench

STRANGER = Actor(id="somebody", name="Somebody")
NOTES = (
    TextNote(
        path="a.md", text="# Minutes\n\nPresent: Amina Yusuf, Bronagh\n\nBronagh said that it rains. @kofi agreed.\n"
    ),
    TextNote(path="b.md", text="# Minutes\n\nPresent: Bronagh\n\nAmina asked who waits on whom, a@b.org.\n"),
)


@pytest.fixture
def people(bench: Bench) -> People:
    bench.coach.add_texts("Circle", NOTES)
    return People(bench.store)


def test_people_are_added_listed_and_taken_off(people: People) -> None:
    tomasz = people.add("Circle", " Tomasz ")
    amina = people.add("Circle", "Amina  Yusuf", ["Mina", "@amina", "Mina"])

    assert (amina.name, amina.aliases) == ("Amina Yusuf", ("Mina", "@amina"))
    assert people.list("circle") == [amina, tomasz]
    assert people.remove("Circle", tomasz.id) == tomasz
    assert people.list("Circle") == [amina]
    assert people.add("Circle", "Tomasz") == tomasz


@pytest.mark.parametrize("name", ["", "  ", "–", "x" * 121, "A\x00b"])
def test_a_name_has_to_be_one(people: People, name: str) -> None:
    with pytest.raises(BadRequest, match="needs a name"):
        people.add("Circle", name)
    with pytest.raises(BadRequest):
        people.add("Circle", "Tomasz", [name])
    assert people.list("Circle") == []


def test_nobody_is_on_the_list_twice(people: People) -> None:
    people.add("Circle", "Zoë")

    with pytest.raises(BadRequest, match="already"):
        people.add("Circle", "ZOE")
    with pytest.raises(BadRequest, match="word in every sentence"):
        people.add("Circle", "Ian", ["I"])
    with pytest.raises(BadRequest, match="up to 20"):
        people.add("Circle", "Ian", [f"Ian {number}" for number in range(21)])
    with pytest.raises(BadRequest, match="Nobody"):
        people.remove("Circle", "m-not-there")
    assert [member.name for member in people.list("Circle")] == ["Zoë"]


def test_only_its_owner_changes_the_list_and_only_members_see_it(people: People, bench: Bench) -> None:
    zoe = people.add("Circle", "Zoë")

    for change in (
        lambda: people.add("Circle", "Mallory", actor=STRANGER),
        lambda: people.remove("Circle", zoe.id, actor=STRANGER),
        lambda: people.list("Circle", actor=STRANGER),
        lambda: people.noticed("Circle", actor=STRANGER),
        lambda: people.plain_names("Circle", actor=STRANGER),
    ):
        with pytest.raises(NotAllowed):
            change()
    member = Actor(id=zoe.id, name="Zoë")
    assert people.list("Circle", actor=member) == [zoe]
    with pytest.raises(NotAllowed, match="looks after"):
        people.add("Circle", "Mallory", actor=member)
    with pytest.raises(UnknownCommunity):
        people.list("Square")


def test_names_are_noticed_in_the_notes_until_they_are_on_the_list(people: People, bench: Bench) -> None:
    assert people.noticed("Circle") == [("Bronagh", 2), ("@kofi", 1), ("Amina", 1), ("Amina Yusuf", 1)]

    people.add("Circle", "Amina Yusuf")
    people.add("Circle", "Kofi", ["@kofi"])
    assert people.noticed("Circle") == [("Bronagh", 2)]

    bench.coach.add_texts("Circle", [TextNote(path="c.md", text="Hattie said no.\n")])
    assert people.noticed("Circle") == [("Bronagh", 2), ("Hattie", 1)]


def test_a_note_that_one_may_not_read_names_nobody(people: People, bench: Bench) -> None:
    zoe = people.add("Circle", "Zoë")
    secret = TextNote(path="mine.md", text="Ruth said it in private.\n", visibility=Visibility.ONLY_ME)
    bench.coach.add_texts("Circle", [secret])

    assert ("Ruth", 1) in people.noticed("Circle")
    assert ("Ruth", 1) not in people.noticed("Circle", actor=Actor(id=zoe.id))


def test_plain_names_are_the_noticed_ones_without_handles(people: People) -> None:
    people.add("Circle", "Bronagh")

    assert people.plain_names("Circle") == ("Amina", "Amina Yusuf")


def test_a_person_is_found_by_any_of_their_names() -> None:
    amina = Member(id="1", community_id="c", name="Amina Yusuf", aliases=("Mina", "@amina"))
    mina = Member(id="2", community_id="c", name="Mina")

    assert find_person("amina  yusuf", [mina, amina]) == amina
    assert find_person("@Amina", [mina, amina]) == amina
    assert find_person("mina", [amina, mina]) == mina
    assert find_person("Nobody", [amina, mina]) is None
    assert find_person("", [amina]) is None
