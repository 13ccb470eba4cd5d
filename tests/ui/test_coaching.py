"""A conversation with the coach on its page: doors, replies in their parts, choices, and what is never lost."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from coach.errors import BadRequest
from coach.models import CoachMode, Consent, TextNote, Visibility
from tests.ui.conftest import go_to, keys, open_page, press, said
from tests.ui.fake_coach import FakeCoach
from tests.ui.fake_coaching import GAP, MOVES

DEMO = "Service Design Circle"
BOX = f"{DEMO}/coaching.message"
DOOR = f"{DEMO}/coaching.mode"
PERSON = ">You</h2>"
SILENCE = "I ask and nobody answers <b>me</b>"


def write(words: str, at: AppTest | None = None, door: CoachMode | None = None) -> AppTest:
    """Write to the coach, and send it."""
    at = at or open_page("coaching")
    if door:
        at.segmented_control(key=DOOR).set_value(door).run()
    at.text_area(key=BOX).set_value(words)
    return press(at, "send")


def view(at: AppTest, name: str) -> AppTest:
    """Turn to another view of the page."""
    at.segmented_control(key="/coaching.view").set_value(name).run()
    assert not at.exception
    return at


def test_in_ten_minutes_there_is_one_move_with_words_to_say(demo_coach: FakeCoach) -> None:
    at = write(SILENCE, door=CoachMode.TEN_MINUTES)
    page = said(at)
    assert demo_coach.coaching.asked[0].mode is CoachMode.TEN_MINUTES
    assert "One thing to try" in page
    assert MOVES[0].title in page
    assert "each write one &lt;line&gt;." in page
    assert "&lt;b&gt;me&lt;/b&gt;" in page
    assert page.count('class="c-move-h"') == 1
    assert page.index("You say") < page.index("Your notes say") < page.index("One thing to try")
    assert page.index("From another community") < page.index("What did &lt;you&gt; do then?")
    assert at.text_area(key=BOX).value == ""
    assert "On this machine" not in page


def test_the_box_stands_right_under_the_question(demo_coach: FakeCoach) -> None:
    at = write(SILENCE)
    assert at.text_area(key=BOX).label == "Your answer"
    blocks = [block.value for block in at.html]
    assert any("c-asks-one" in block for block in blocks)


def test_a_source_opens_its_note(demo_coach: FakeCoach) -> None:
    at = press(write(SILENCE), "open-r1-0")
    assert "everyone does the drawing" in said(at)
    assert "c-mark" in said(at)


def test_listening_comes_first_and_something_to_try_is_one_press_away(demo_coach: FakeCoach) -> None:
    at = write(SILENCE)
    assert "One thing to try" not in said(at)
    at = press(at, "something")
    assert "One thing to try" in said(at)
    assert demo_coach.coaching.asked[-1].situation == "silence-after-a-question"
    assert said(at).count(PERSON) == 1
    assert "Another reply to the same words" in said(at)


def test_going_on_stays_in_the_same_conversation(demo_coach: FakeCoach) -> None:
    at = write("And then I talked", write(SILENCE))
    assert [one.thread for one in demo_coach.coaching.asked] == ["", "t0"]
    assert said(at).count(PERSON) == 2
    at = press(at, "new-talk")
    assert PERSON not in said(at)
    write("Another day", at)
    assert demo_coach.coaching.asked[-1].thread == ""


def test_unsure_it_offers_three_and_none_of_them(demo_coach: FakeCoach) -> None:
    at = write("It was odd")
    assert {"choose-0", "choose-1", "choose-2", "choose-none"} <= set(keys(at))
    none = press(at, "choose-none")
    assert "Then it is something else." in said(none)
    assert "choose-0" not in keys(none)
    at = press(write("It was odd again", press(none, "new-talk")), "choose-1")
    assert demo_coach.coaching.asked[-1].situation == "low-energy"
    assert "It took this for: The energy is low." in said(at)


def test_what_else_it_may_be_asks_again(demo_coach: FakeCoach) -> None:
    at = press(write(SILENCE), "may-be-1")
    assert demo_coach.coaching.asked[-1].situation == "same-three-talk"
    assert "may-be-0" in keys(at)


def test_another_one_is_another_move_for_the_same_words(demo_coach: FakeCoach) -> None:
    at = press(write(SILENCE, door=CoachMode.TEN_MINUTES), "another")
    first, second = demo_coach.coaching.asked
    assert (second.message, second.seed, second.thread) == (first.message, 1, "t0")
    assert MOVES[1].title in said(at)
    press(at, "another")
    assert demo_coach.coaching.asked[-1].seed == 2


def test_what_is_for_people_shows_people_or_the_gap(demo_coach: FakeCoach) -> None:
    at = write("Her manager shouts at her")
    page = said(at)
    assert page.index("If somebody may be in danger now") < page.index("This is for people &amp; not for me.")
    assert GAP in page
    assert "Nothing of this was kept." in page
    assert "That was not kept." in page
    assert demo_coach.coaching.kept == {}
    at = press(at, "name-contact")
    assert "Nobody is named for this community yet." in said(at)


def test_a_conversation_that_is_not_kept_goes_with_its_window(demo_coach: FakeCoach) -> None:
    at = open_page("coaching")
    at.toggle(key=f"{DEMO}/coaching.unkept").set_value(True).run()
    at = write("And then", write(SILENCE, at))
    first, second = demo_coach.coaching.asked
    assert not first.keeps
    assert not second.keeps
    assert second.earlier[0].text == SILENCE
    assert demo_coach.coaching.kept == {}
    assert "Nothing of it is written down." in said(at)
    assert "I ask and nobody" not in said(open_page("coaching"))


def test_words_of_a_note_that_was_closed_since_are_not_shown_again(demo_coach: FakeCoach) -> None:
    at = open_page("coaching")
    at.toggle(key=f"{DEMO}/coaching.unkept").set_value(True).run()
    at = write(SILENCE, at)
    assert "everyone does the drawing" in said(at)
    note = next(one for one in demo_coach.shelf[DEMO].values() if "everyone does the drawing" in one.text)
    demo_coach.set_rights(DEMO, note.id, Visibility.MEMBERS, Consent.NEVER)
    at.run()
    assert "everyone does the drawing" not in said(at)
    assert "is not to be quoted any more" in said(at)
    assert "open-r1-0" not in keys(at)


def test_another_window_finds_what_was_kept_and_nothing_of_the_rest(demo_coach: FakeCoach) -> None:
    write("Her manager shouts at her", write(SILENCE))
    page = said(open_page("coaching"))
    assert "nobody answers" in page
    assert "shouts" not in page
    assert "Something here was not kept" in page


def test_after_a_signpost_alone_another_window_begins_at_the_doors(demo_coach: FakeCoach) -> None:
    write("Her manager shouts at her", door=CoachMode.THINK)
    write(SILENCE, open_page("coaching"), door=CoachMode.TEN_MINUTES)
    assert demo_coach.coaching.asked[-1].mode is CoachMode.TEN_MINUTES


def test_who_was_pointed_to_people_can_say_that_it_is_about_hosting(demo_coach: FakeCoach) -> None:
    at = write("Her manager shouts at her", door=CoachMode.THINK)
    press(at, "only-hosting")
    again = demo_coach.coaching.asked[-1]
    assert (again.message, again.only_hosting) == ("Her manager shouts at her", True)


def test_nothing_typed_is_lost_on_an_error(demo_coach: FakeCoach) -> None:
    demo_coach.coaching.refusal = BadRequest("That is too long.", "Leave some out.")
    at = write(SILENCE)
    assert "That is too long." in said(at)
    assert at.text_area(key=BOX).value == SILENCE
    demo_coach.coaching.refusal = None
    at = press(at, "send")
    assert "You say" in said(at)


def test_nothing_typed_asks_for_a_line(demo_coach: FakeCoach) -> None:
    at = write("   ")
    assert "Write a line first" in said(at)
    assert demo_coach.coaching.asked == []


def test_what_was_typed_is_there_after_another_page(demo_coach: FakeCoach) -> None:
    at = open_page("coaching")
    at.text_area(key=BOX).set_value(SILENCE).run()
    at = go_to(go_to(at, "find"), "coaching")
    assert at.text_area(key=BOX).value == SILENCE


def test_an_example_goes_into_the_box_with_its_door(demo_coach: FakeCoach) -> None:
    at = press(open_page("coaching"), "example-0")
    assert "nobody answers" in (at.text_area(key=BOX).value or "")
    assert at.segmented_control(key=DOOR).value is CoachMode.TEN_MINUTES
    assert demo_coach.coaching.asked == []


def test_earlier_conversations_are_opened_and_forgotten_with_a_way_back(demo_coach: FakeCoach) -> None:
    at = view(press(write(SILENCE), "new-talk"), "Earlier")
    at = press(at, "open-t0")
    assert PERSON in said(at)
    write("More", at)
    assert demo_coach.coaching.asked[-1].thread == "t0"
    at = press(view(at, "Earlier"), "forget-t0")
    assert demo_coach.coaching.kept == {}
    assert "No conversation is kept here yet." in said(at)
    assert PERSON not in said(view(at, "Talk"))
    at = press(at, "undo-coaching")
    assert list(demo_coach.coaching.kept) == ["t0"]


def test_a_conversation_that_was_forgotten_elsewhere_is_gone_here(demo_coach: FakeCoach) -> None:
    at = write(SILENCE)
    demo_coach.coaching.kept.clear()
    at.run()
    assert PERSON not in said(at)


def test_a_reply_is_shown_as_it_is_kept_now(demo_coach: FakeCoach) -> None:
    at = write(SILENCE)
    thread = demo_coach.coaching.kept["t0"]
    said_turn, answered = thread.turns
    assert answered.reply is not None
    faded = answered.reply.model_copy(update={"from_notes": "", "citations": ()})
    turns = (said_turn, answered.model_copy(update={"reply": faded}))
    demo_coach.coaching.kept["t0"] = thread.model_copy(update={"turns": turns})
    at.run()
    assert "Your notes say" not in said(at)


def test_thoughts_on_a_reply_stand_quietly_under_it(demo_coach: FakeCoach) -> None:
    at = write(SILENCE)
    assert at.expander[0].label == "1 thought on this reply"
    assert "Is this one thing or two?" in said(at)


def test_a_greeting_is_answered_without_a_card(demo_coach: FakeCoach) -> None:
    at = write("hi")
    assert "Hello. What is on your mind?" in said(at)
    assert "That was not kept." in said(at)
    assert "try" not in keys(at)


def test_another_community_has_its_own_conversation(demo_coach: FakeCoach) -> None:
    demo_coach.create_community("Circle Two")
    demo_coach.add_texts("Circle Two", [TextNote(text="# Note")])
    at = open_page("coaching")
    at.selectbox(key="community-picker").set_value(DEMO).run()
    at = write(SILENCE, at)
    assert PERSON in said(at)
    at.selectbox(key="community-picker").set_value("Circle Two").run()
    assert PERSON not in said(at)
