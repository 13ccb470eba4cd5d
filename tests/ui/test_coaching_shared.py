"""What a community shares: lessons without names, and whom to turn to."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from coach.models import Contact, Lesson, Matter, SharedLesson
from tests.ui.conftest import keys, open_page, press, said
from tests.ui.fake_coach import FakeCoach
from tests.ui.fake_coaching import AT
from tests.ui.test_coaching import DEMO, view, write

LESSON = Lesson(
    id="l9", situation="silence-after-a-question", setting="Twelve on a call", tried="Fergus & Oskar waited",
    happened="Two <spoke>", at=AT,
)  # fmt: skip


def lessons(coach: FakeCoach) -> AppTest:
    coach.sharing.written["l9"] = LESSON
    return view(open_page("coaching"), "Lessons")


def shared_of(coach: FakeCoach) -> SharedLesson | None:
    return coach.sharing.written["l9"].shared


def contacts() -> AppTest:
    at = open_page("settings")
    at.segmented_control(key="/settings.way").set_value("Whom to turn to").run()
    assert not at.exception
    return at


def owned_by_somebody_else(coach: FakeCoach) -> None:
    coach.rooms[DEMO] = coach.rooms[DEMO].model_copy(update={"owner_id": "somebody-else"})


def test_a_lesson_is_written_down_with_its_situation(demo_coach: FakeCoach) -> None:
    at = view(open_page("coaching"), "Lessons")
    assert "No lesson is written down here yet." in said(at)
    at.text_area(key=f"{DEMO}/coaching.lesson.tried").set_value("We waited")
    at.text_area(key=f"{DEMO}/coaching.lesson.happened").set_value("It worked")
    at = press(at, "write-lesson")
    assert "Pick first what it was about" in said(at)
    assert at.text_area(key=f"{DEMO}/coaching.lesson.tried").value == "We waited"
    at.selectbox(key=f"{DEMO}/coaching.lesson.situation").set_value("silence-after-a-question")
    at = press(at, "write-lesson")
    assert [one.tried for one in demo_coach.sharing.lessons(DEMO)] == ["We waited"]
    assert "You ask, and nobody answers" in said(at)
    assert "only here" in said(at)
    press(at, "undo-coaching")
    assert demo_coach.sharing.lessons(DEMO) == []


def test_before_it_is_shared_a_lesson_is_shown_without_names(demo_coach: FakeCoach) -> None:
    at = press(lessons(demo_coach), "share-l9")
    tried = at.text_area(key=f"{DEMO}/coaching.share.l9.tried")
    assert tried.value == "somebody & Oskar waited"
    assert "Is “Oskar” a name?" in said(at)
    assert shared_of(demo_coach) is None
    at = press(at, "unname-0")
    assert "Is “Oskar” a name?" not in said(at)
    at = press(at, "share-now")
    shared = shared_of(demo_coach)
    assert shared is not None
    assert shared.tried == "somebody & somebody waited"
    assert demo_coach.sharing.written["l9"].tried == LESSON.tried
    at = press(at, "withdraw-l9")
    assert shared_of(demo_coach) is None
    press(at, "undo-coaching")
    assert shared_of(demo_coach) == shared


def test_a_name_that_was_put_back_is_refused_and_nothing_is_lost(demo_coach: FakeCoach) -> None:
    at = press(lessons(demo_coach), "share-l9")
    at.text_area(key=f"{DEMO}/coaching.share.l9.tried").set_value("Fergus waited")
    at = press(at, "share-now")
    assert "“Fergus” would tell who it was." in said(at)
    assert at.text_area(key=f"{DEMO}/coaching.share.l9.tried").value == "Fergus waited"
    assert demo_coach.sharing.written["l9"].shared is None
    assert "share-l9" in keys(press(at, "share-not"))


def test_a_lesson_is_removed_with_a_way_back(demo_coach: FakeCoach) -> None:
    at = press(lessons(demo_coach), "remove-l9")
    assert demo_coach.sharing.written == {}
    press(at, "undo-coaching")
    assert demo_coach.sharing.written == {"l9": LESSON}


def test_only_whoever_looks_after_a_community_shares(demo_coach: FakeCoach) -> None:
    owned_by_somebody_else(demo_coach)
    assert "share-l9" not in keys(lessons(demo_coach))


def test_lessons_from_elsewhere_are_marked(demo_coach: FakeCoach) -> None:
    demo_coach.sharing.elsewhere = [
        SharedLesson(id="x", situation="low-energy", tried="A <walk>", happened="They woke")
    ]
    page = said(view(open_page("coaching"), "Lessons"))
    assert "From another community" in page
    assert "A &lt;walk&gt;" in page


def test_nobody_named_is_said_plainly_and_somebody_is_named(demo_coach: FakeCoach) -> None:
    at = contacts()
    assert "Nobody is named for this community yet." in said(at)
    at.text_input(key=f"{DEMO}/settings.contact.who").set_value("Amina <HR>")
    at.text_input(key=f"{DEMO}/settings.contact.reach").set_value("020 7946 0018")
    at.multiselect(key=f"{DEMO}/settings.contact.matters").set_value([Matter.BULLYING, Matter.HR])
    at = press(at, "save-contact")
    named = demo_coach.sharing.named
    assert [(one.who, one.matters) for one in named] == [("Amina <HR>", (Matter.BULLYING, Matter.HR))]
    assert "Amina &lt;HR&gt;" in said(at)
    assert "For bullying and employment" in said(at)
    assert at.text_input(key=f"{DEMO}/settings.contact.who").value == ""
    at = press(at, "change-k0")
    at.text_input(key=f"{DEMO}/settings.contact.who").set_value("Amina")
    at = press(at, "save-contact")
    assert demo_coach.sharing.named[0].who == "Amina"
    at = press(at, "remove-k0")
    assert demo_coach.sharing.named == []
    at = press(at, "undo-settings")
    assert demo_coach.sharing.named[0].who == "Amina"
    page = said(write("Her manager shouts"))
    assert "Amina" in page
    assert 'href="tel:02079460018"' in page


def test_a_contact_without_a_way_to_be_reached_is_refused(demo_coach: FakeCoach) -> None:
    at = contacts()
    at.text_input(key=f"{DEMO}/settings.contact.who").set_value("Amina")
    at = press(at, "save-contact")
    assert "Whom to turn to is not written." in said(at)
    assert at.text_input(key=f"{DEMO}/settings.contact.who").value == "Amina"


def test_whoever_does_not_look_after_it_reads_the_contacts(demo_coach: FakeCoach) -> None:
    owned_by_somebody_else(demo_coach)
    demo_coach.sharing.named = [Contact(id="k1", who="Amina", reach="Room 12")]
    at = contacts()
    assert "Room 12" in said(at)
    assert "For everything" in said(at)
    assert not {"save-contact", "change-k1", "remove-k1"} & set(keys(at))
