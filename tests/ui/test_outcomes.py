"""Outcomes to choose from: suggested by the notes, or in people's own words."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from coach.models import Consent, Level, TextNote, Visibility
from tests.ui.conftest import go_to, keys, open_page, press, said
from tests.ui.fake_coach import DEMO, RETRO, FakeCoach
from tests.ui.good_outcomes import ASK_FIRST, OTHER, READ, VAGUE
from tests.ui.good_plan import QUOTES
from ui.components.outcome_desk import OWN
from ui.components.outcome_words import id_of

ABOUT = f"{DEMO.name}/outcomes.about"
WAY = f"{DEMO.name}/outcomes.way"
LINES = f"{DEMO.name}/outcomes.own"
READ_ID, VAGUE_ID, OTHER_ID = id_of(READ), id_of(VAGUE), id_of(OTHER)


def own(at: AppTest, text: str) -> AppTest:
    """Turn to own words and type these lines."""
    at.segmented_control(key=WAY).set_value(OWN).run()
    at.text_area(key=LINES).set_value(text).run()
    assert not at.exception
    return at


def choose(at: AppTest, one: str) -> AppTest:
    """Tick the box that chooses an outcome."""
    at.checkbox(key=f"choose-{one}").check().run()
    assert not at.exception
    return at


def carry(at: AppTest, key: str) -> AppTest:
    """Press a way into the plan form, and stay on the page that it leads to."""
    return go_to(press(at, key), "plan")


def form(at: AppTest) -> list[str]:
    """Return what stands in the plan form."""
    return [str(box.value) for box in at.text_area if "plan.outcome." in str(box.key)]


def test_each_outcome_says_why_it_is_there_and_where_it_comes_from(demo_coach: FakeCoach) -> None:
    at = open_page("outcomes")
    page = said(at)
    assert 'We want to be able to</span> <span class="c-say-doing">read each other&#x27;s maps without asking.' in page
    assert "One of your notes speaks of it: it wishes for it." in page
    assert "We&#x27;d notice it because somebody who was away finds their way in." in page
    assert "<summary>A way in for everyone</summary>" in page
    assert f'<blockquote class="c-quote">{QUOTES[0]}</blockquote>' in page
    assert "Drafted by the playbook, no model, from 3 notes." in page
    assert "<b>better</b>" not in page
    assert len(demo_coach.listened) == 1


def test_a_source_opens_the_note_at_the_sentence(demo_coach: FakeCoach) -> None:
    at = press(open_page("outcomes"), f"open-{READ_ID}-0")
    assert f'<mark class="c-mark">{QUOTES[0]}</mark>' in said(at)


def test_a_subject_is_listened_for_and_is_still_there_after_a_page_change(demo_coach: FakeCoach) -> None:
    at = open_page("outcomes")
    at.text_input(key=ABOUT).set_value(" maps ").run()
    at = go_to(go_to(at, "notes"), "outcomes")
    assert at.text_input(key=ABOUT).value == " maps "
    assert [one.about for one in demo_coach.listened] == ["", "maps"]


def test_plan_with_this_carries_the_sentence_and_no_level_of_the_verb(demo_coach: FakeCoach) -> None:
    at = carry(open_page("outcomes"), f"plan-{READ_ID}")
    assert form(at) == [READ]
    assert "One outcome carried over. Say how long and who, then draft." in said(at)
    press(at, "draft")
    assert demo_coach.planned is not None
    assert demo_coach.planned.outcomes == (READ,)
    assert demo_coach.planned.levels == (None,)


def test_a_level_that_a_person_set_goes_with_the_outcome_and_can_be_taken_back(demo_coach: FakeCoach) -> None:
    at = open_page("outcomes")
    level = at.selectbox(key=f"{DEMO.name}/outcomes.level.{READ_ID}")
    assert level.options[0] == "By its verb · Judge: weigh it up and give reasons"
    level.set_value(Level.CREATE).run()
    at = carry(choose(at, VAGUE_ID), f"plan-{READ_ID}")
    assert "You set what it asks of people. Make: put something new together." in said(at)
    press(at, "draft")
    assert demo_coach.planned is not None
    assert list(demo_coach.planned.levels) == [Level.CREATE, None]
    press(at, "by-verb-0")
    press(at, "draft")
    assert list(demo_coach.planned.levels) == [None, None]


def test_an_emptied_sentence_takes_its_level_along(demo_coach: FakeCoach) -> None:
    at = open_page("outcomes")
    at.selectbox(key=f"{DEMO.name}/outcomes.level.{READ_ID}").set_value(Level.CREATE).run()
    at = carry(at, f"plan-{READ_ID}")
    box = f"{DEMO.name}/plan.outcome.0"
    at.text_area(key=box).set_value("").run()
    at.text_area(key=box).set_value("We want to be able to draw").run()
    press(at, "draft")
    assert demo_coach.planned is not None
    assert demo_coach.planned.levels == (None,)


def test_up_to_three_are_chosen_from_several_sets_and_go_together(demo_coach: FakeCoach) -> None:
    at = choose(choose(open_page("outcomes"), READ_ID), VAGUE_ID)
    assert ">Two chosen</p>" in said(at)
    at = choose(press(at, "others"), OTHER_ID)
    own(at, "We want to be able to draw")
    box = at.checkbox(key=f"choose-{id_of('We want to be able to draw')}")
    assert (box.disabled, box.label) == (True, "Three are chosen")
    assert "Plan with this alone" in [button.label for button in at.button]
    at = press(at, f"out-{VAGUE_ID}")
    at = carry(at, "plan-chosen")
    assert form(at) == [READ, OTHER]


def test_what_stood_in_the_form_can_be_put_back(demo_coach: FakeCoach) -> None:
    at = open_page("plan")
    at.text_area(key=f"{DEMO.name}/plan.outcome.0").set_value("We want to be able to draw").run()
    at = carry(go_to(at, "outcomes"), f"plan-{READ_ID}")
    assert form(at) == [READ]
    assert form(press(at, "undo-plan")) == ["We want to be able to draw"]


def test_with_a_draft_on_the_desk_the_form_stands_open(demo_coach: FakeCoach) -> None:
    at = press(carry(open_page("outcomes"), f"plan-{READ_ID}"), "draft")
    at = carry(go_to(at, "outcomes"), f"plan-{VAGUE_ID}")
    assert "The draft stays as it is until you draft again." in said(at)
    assert next(one for one in at.expander if one.label == "Change what you asked for").proto.expanded


def test_others_are_another_set_and_the_earlier_one_is_kept(demo_coach: FakeCoach) -> None:
    at = press(open_page("outcomes"), "others")
    assert "hear the people on the call" in said(at)
    assert "Set 2 of 2." in said(at)
    at = press(at, "earlier-set")
    assert "hear the people on the call" not in said(at)
    at = press(at, "others")
    assert "These are all that your notes speak of clearly enough for now." in said(at)
    assert [one.seed for one in demo_coach.listened] == [0, 1, 2, 3]


def test_words_are_changed_in_place_checked_again_and_put_back(demo_coach: FakeCoach) -> None:
    at = press(open_page("outcomes"), f"edit-{READ_ID}")
    at.text_area(key=f"{DEMO.name}/outcomes.draft.{READ_ID}").set_value("We want to understand maps").run()
    assert "Nobody can see understanding happen." in said(at)
    at = go_to(go_to(at, "find"), "outcomes")
    assert at.text_area(key=f"{DEMO.name}/outcomes.draft.{READ_ID}").value == "We want to understand maps"
    at = press(at, f"use-words-{READ_ID}-0-0")
    assert at.text_area(key=f"{DEMO.name}/outcomes.draft.{READ_ID}").value == "We want to be able to draw maps"
    at = press(at, f"keep-{READ_ID}")
    assert 'draw maps</span><span class="c-badge">your words</span>' in said(at)
    assert "The sign and the ways in were drafted for “We want to be able to read" in said(at)
    at = carry(at, f"plan-{READ_ID}")
    assert form(at) == ["We want to be able to draw maps"]
    at = press(go_to(at, "outcomes"), f"back-{READ_ID}")
    assert "your words" not in said(at)


def test_a_thought_offers_words_that_are_used_at_one_press(demo_coach: FakeCoach) -> None:
    at = choose(open_page("outcomes"), VAGUE_ID)
    assert "“understand” is something nobody can see." in said(at)
    at = press(at, f"use-words-{VAGUE_ID}-0-0")
    assert "“understand” is something nobody can see." not in said(at)
    assert '<p class="c-chosen-text">We want to be able to draw a wait</p>' in said(at)


def test_a_dropped_outcome_is_out_of_the_choice_and_comes_back(demo_coach: FakeCoach) -> None:
    at = press(choose(open_page("outcomes"), READ_ID), f"drop-{READ_ID}")
    assert "Dropped: We want to be able to read" in said(at)
    assert f"plan-{READ_ID}" not in keys(at)
    assert "plan-chosen" not in keys(at)
    assert f"plan-{READ_ID}" in keys(press(at, f"undrop-{READ_ID}"))


def test_words_that_may_no_longer_be_quoted_are_gone_at_once(demo_coach: FakeCoach) -> None:
    at = open_page("outcomes")
    retro = next(note for note in demo_coach.shelf[DEMO.name].values() if note.text == RETRO)
    demo_coach.set_rights(DEMO.name, retro.id, Visibility.MEMBERS, Consent.NEVER)
    at.run()
    assert QUOTES[0] not in said(at)
    assert "Your notes say too little for this yet." in said(at)


def test_too_little_says_so_with_questions_to_ask_and_ways_on(demo_coach: FakeCoach) -> None:
    at = open_page("outcomes")
    at.text_input(key=ABOUT).set_value("taxi fares").run()
    page = said(at)
    assert "The notes say too little about “taxi fares”." in page
    assert all(question in page for question in ASK_FIRST)
    assert QUOTES[1].replace("'", "&#x27;") in page
    assert f"plan-{READ_ID}" in keys(press(at, "forget-about"))


def test_a_community_without_notes_is_told_what_to_do(demo_coach: FakeCoach) -> None:
    demo_coach.create_community("Another")
    at = open_page("outcomes")
    assert at.selectbox(key="community-picker").value == "Another"
    assert "There are no notes here yet." in said(at)
    press(at, "little-own")
    assert [box.label for box in at.text_area] == ["Your outcomes, one on each line"]
    at = go_to(at, "outcomes")
    at.selectbox(key="community-picker").set_value(DEMO.name).run()
    assert f"plan-{READ_ID}" in keys(at)


def test_notes_that_may_not_be_quoted_are_named_as_the_reason(demo_coach: FakeCoach) -> None:
    for note in list(demo_coach.shelf[DEMO.name].values()):
        demo_coach.set_rights(DEMO.name, note.id, Visibility.MEMBERS, Consent.NEVER)
    assert "None of your notes may be quoted." in said(open_page("outcomes"))


def test_new_notes_are_named_and_listened_to_when_asked(demo_coach: FakeCoach) -> None:
    at = open_page("outcomes")
    demo_coach.add_texts(DEMO.name, [TextNote(text="A new one", source="uploads")])
    at.run()
    assert "1 note came in since these were drafted." in said(at)
    at = press(at, "look-again")
    assert "came in since" not in said(at)
    assert len(demo_coach.listened) == 2


def test_a_request_that_does_not_fit_is_answered_calmly(demo_coach: FakeCoach) -> None:
    at = open_page("outcomes")
    at.text_input(key=ABOUT).set_value("\0").run()
    assert "These are no words." in said(at)
    assert not at.error
    assert not at.exception


def test_a_box_of_another_community_that_was_still_in_sight_chooses_nothing_here(demo_coach: FakeCoach) -> None:
    demo_coach.create_community("Zebra")
    at = open_page("outcomes")
    at.session_state["coach.record"].community = "Zebra"  # picked in a run that was called off by the next press
    at.checkbox(key=f"choose-{READ_ID}").check().run()
    assert at.selectbox(key="community-picker").value == "Zebra"
    assert "plan-chosen" not in keys(at)
