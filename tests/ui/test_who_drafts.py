"""Who drafts, what is sent for it, what it cost, and another draft of one part."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from coach.errors import BadRequest
from coach.models import Drafting, ModelUse, PartRequest, Replaced, Spent
from tests.ui.conftest import finish_job, keys, open_page, press, said, seen
from tests.ui.fake_coach import DEMO, FakeCoach
from tests.ui.fake_drafts import BY_MODEL, BY_PLAYBOOK, FELL_BACK, MODEL
from tests.ui.test_plan import OUTCOME, everything
from ui.components.drafted_by import drafting_line
from ui.components.sent_preview import render_text

BY = f"{DEMO.name}/drafts.by"
SHAPE = f"{DEMO.name}/plan.shape"
WORDS = "We want to be able to map a service so that others can read it."


def typed() -> AppTest:
    at = open_page("plan")
    at.text_area(key=OUTCOME).set_value(WORDS).run()
    return at


def drafted(coach: FakeCoach, drafting: Drafting) -> AppTest:
    """Return the plan page with a plan that came about like this."""
    coach.drafts.drafting = drafting
    coach.drafts.holds = False
    return press(typed(), "draft")


# -- who drafts ---------------------------------------------------------------------------------------
def test_without_a_model_the_playbook_drafts_and_says_where_one_is_switched_on(demo_coach: FakeCoach) -> None:
    at = typed()
    assert "The playbook drafts." in said(at)
    assert [link.proto.label for link in at.get("page_link")] == ["A model can be switched on in Settings"]
    assert "sent-plan" not in keys(at)


@pytest.mark.parametrize(
    ("host", "words"),
    [("this machine", "drafts, on this machine."), ("api.example.org", "drafts, at api.example.org."), ("", "drafts.")],
)
def test_a_model_is_named_with_where_it_is(model_coach: FakeCoach, host: str, words: str) -> None:
    model_coach.model.host = host
    assert f"{MODEL} {words} Names and addresses go as stand-ins." in said(typed())


def test_a_model_of_our_own_may_be_sent_the_text_as_it_is(model_coach: FakeCoach) -> None:
    model_coach.rooms[DEMO.name] = DEMO.model_copy(update={"model_use": ModelUse.WHOLE})
    assert "go as stand-ins" in said(typed()), "nobody declared it ours"
    model_coach.model.is_ours = True
    assert "go as stand-ins" not in said(typed())


def test_where_nothing_may_leave_the_playbook_drafts(model_coach: FakeCoach) -> None:
    model_coach.rooms[DEMO.name] = DEMO.model_copy(update={"model_use": ModelUse.OFF})
    at = typed()
    assert "here, nothing leaves for a model" in said(at)
    assert "sent-plan" not in keys(at)
    press(at, "draft")
    assert model_coach.drafts.asked[-1][1] == "playbook"


def test_the_playbook_can_be_chosen_though_a_model_is_on(model_coach: FakeCoach) -> None:
    at = typed()
    at.segmented_control(key=BY).set_value("playbook").run()
    assert "The playbook drafts, on this machine and at no cost." in said(at)
    assert "sent-plan" not in keys(at)
    press(at, "draft")
    assert model_coach.drafts.asked[-1][1] == "playbook"


def test_whatever_asks_the_model_gets_ready_once_and_only_where_there_is_one(demo_coach: FakeCoach) -> None:
    at = open_page("home")
    assert demo_coach.model.warmed == 0
    demo_coach.model.name = MODEL
    seen(at.run())
    assert demo_coach.model.warmed == 1


# -- what is sent -------------------------------------------------------------------------------------
def test_what_is_sent_is_one_press_away_and_leaves_nothing(model_coach: FakeCoach) -> None:
    page = said(press(typed(), "sent-plan"))
    for words in (
        "You help a community plan.",
        "&lt;b&gt;maps&lt;/b&gt;",
        "<td>Fergus</td><td><code>PERSON_1</code></td><td>name</td>",
        "One private note is kept back.",
        "about 3,400 tokens",
        "About $0.01, with a full answer",
        f"{MODEL}, this machine",
        "<dd>Retro</dd>",
        "plan v1 (0123456789ab)",
    ):
        assert words in page
    assert not model_coach.drafts.asked
    assert model_coach.model.previewed[-1].outcomes == (WORDS,)


def test_what_cannot_be_shown_is_said(model_coach: FakeCoach) -> None:
    model_coach.model.shown = BadRequest("A session needs 30 to 480 minutes.", "Give it half an hour.")
    assert "A session needs 30 to 480 minutes." in said(press(typed(), "sent-plan"))


def test_a_stand_in_is_marked_whole_where_one_begins_like_another() -> None:
    two = tuple(Replaced(what="name", original=name, stand_in=name) for name in ("P_1", "P_12"))
    shown = render_text("The data", "P_12 & P_1", two)
    assert '<mark class="c-mark">P_12</mark> &amp; <mark class="c-mark">P_1</mark>' in shown


def test_the_price_of_a_series_is_said_before_it_is_asked_for(model_coach: FakeCoach) -> None:
    at = typed()
    assert not model_coach.model.previewed, "one session costs what it costs; several are worth a word"
    at.segmented_control(key=SHAPE).set_value("A series").run()
    assert "About $0.04 for 3 sessions." in said(at)
    at.run()
    assert len(model_coach.model.previewed) == 1, "worked out once"
    model_coach.model.shown = model_coach.model.shown.model_copy(update={"cost_usd": None})
    at.segmented_control(key=f"{DEMO.name}/plan.sessions").set_value(2).run()
    at.number_input(key=f"{DEMO.name}/plan.people").set_value(9).run()
    assert "About 6,800 tokens for 2 sessions; what they cost is not known." in said(at)


# -- how it came about --------------------------------------------------------------------------------
def test_each_suggestion_says_when_it_was_drafted_and_at_what_cost(demo_coach: FakeCoach) -> None:
    when = BY_PLAYBOOK.at.astimezone() if BY_PLAYBOOK.at else None
    assert when is not None
    assert f"On 26 Nov at {when:%H:%M}, in under a second · at no cost" in said(drafted(demo_coach, BY_PLAYBOOK))
    assert drafting_line(BY_MODEL).endswith(", in 12 seconds · 2 questions to the model · 5,120 tokens · $0.02")


def test_what_has_no_price_says_so_and_an_answer_from_before_costs_nothing() -> None:
    unpriced = BY_MODEL.model_copy(update={"spent": BY_MODEL.spent.model_copy(update={"unpriced": 2, "cost_usd": 0})})
    assert drafting_line(unpriced).endswith("price not known")
    half = BY_MODEL.model_copy(update={"spent": BY_MODEL.spent.model_copy(update={"unpriced": 1})})
    assert drafting_line(half).endswith("$0.02 and 1 of unknown price")
    again = BY_MODEL.model_copy(update={"spent": BY_MODEL.spent.model_copy(update={"calls": 0, "reused": 1})})
    assert drafting_line(again).endswith("an answer from before, at no cost")
    refused = FELL_BACK.model_copy(update={"spent": Spent(calls=1)})
    assert drafting_line(refused).endswith("1 question to the model · no cost")


def test_a_fallback_is_told_and_the_model_can_be_asked_again(model_coach: FakeCoach) -> None:
    at = drafted(model_coach, FELL_BACK)
    assert f"{MODEL} did not answer in time; the playbook drafted this." in said(at)
    model_coach.drafts.drafting = BY_MODEL
    at = press(at, "again-plan")
    assert model_coach.drafts.asked[-1][1] == "auto"
    assert "did not answer in time" not in said(at)
    assert "Version 2 of 2" in said(at)


def test_what_is_told_without_a_fallback_offers_no_second_try(model_coach: FakeCoach) -> None:
    at = drafted(model_coach, BY_MODEL.model_copy(update={"told": ("One sentence that nobody said was left out.",)}))
    assert "One sentence that nobody said was left out." in said(at)
    assert "again-plan" not in keys(at)


def test_a_part_of_another_hand_says_so_and_ones_own_words_look_otherwise(model_coach: FakeCoach) -> None:
    at = everything(drafted(model_coach, BY_MODEL.model_copy(update={"by_part": {"a1": "playbook", "a2": MODEL}})))
    page = said(at)
    assert page.count("drafted by the playbook") == 1
    assert "1 part by the playbook" in page
    at = press(at, "edit-a1")
    at.text_input(key=f"{DEMO.name}/plan.edit.0.a1.title").set_value("Draw it together").run()
    page = said(press(at, "keep-words"))
    assert "drafted by the playbook" not in page
    assert '<span class="c-badge c-badge-own">in your words</span>' in page
    assert "5,120 tokens" in page, "how it came about stays with it"


# -- another draft of one part -------------------------------------------------------------------------
def test_another_draft_of_a_part_takes_its_place_as_a_new_version(model_coach: FakeCoach) -> None:
    at = press(everything(drafted(model_coach, BY_MODEL)), "redraft-a1")
    at.text_input(key=f"{DEMO.name}/plan.wish.a1").set_value("quieter").run()
    model_coach.drafts.holds = True
    at = press(at, "redraft-go-a1")
    asked = model_coach.drafts.asked[-1][0]
    assert isinstance(asked, PartRequest)
    assert (asked.part, asked.wish, asked.seed) == ("a1", "quieter", 1)
    page = said(at)
    assert f"{MODEL} is drafting this part again" in page
    assert "Read the others&#x27; maps" in page, "the rest of the plan stays in sight"
    assert not [key for key in keys(at) if key.startswith("redraft-")], "one part at a time"
    model_coach.drafts.drafting = FELL_BACK
    page = said(finish_job(at, model_coach))
    assert "Anew: quieter" in page
    assert f"“Earlier version” is the way back. {MODEL} did not answer in time" in page
    assert '<span class="c-badge">drafted by the playbook</span>' in page
    assert "1 part by the playbook" in page
    assert "again-plan" not in keys(at), "it would draft the whole again"
    assert "Everyone draws the same case" in said(press(at, "earlier"))


def test_without_a_model_the_playbook_drafts_a_part_again_at_once(demo_coach: FakeCoach) -> None:
    at = press(everything(drafted(demo_coach, BY_PLAYBOOK)), "redraft-a1")
    assert "The playbook takes a wish as a direction only" in said(at)
    page = said(press(at, "redraft-go-a1"))
    assert "Anew: Everyone draws the same case" in page
    assert "Version 2 of 2" in page
    assert "is drafting" not in page


def test_words_that_were_changed_meanwhile_stay(model_coach: FakeCoach) -> None:
    at = press(everything(drafted(model_coach, BY_MODEL)), "redraft-a1")
    model_coach.drafts.holds = True
    at = press(press(at, "redraft-go-a1"), "edit-a2")
    at.text_input(key=f"{DEMO.name}/plan.edit.0.a2.title").set_value("My own words").run()
    at = press(at, "keep-words")
    page = said(finish_job(at, model_coach))
    assert "Anew: Everyone draws the same case" in page
    assert "My own words" in page
    assert page.count("in your words") == 1


def test_a_part_that_could_not_be_drafted_says_why_in_its_place(model_coach: FakeCoach) -> None:
    at = press(everything(drafted(model_coach, BY_MODEL)), "redraft-a1")
    model_coach.drafts.refusal = BadRequest("The wish is longer than 300 characters.", "Say what matters most.")
    page = said(press(at, "redraft-go-a1"))
    assert "The wish is longer than 300 characters." in page
    assert "redraft-leave-a1" in keys(at)
    assert "redraft-a1" in keys(press(at, "redraft-leave-a1"))


def test_a_part_comes_in_above_the_page_you_hold_where_parts_are_not_in_sight(model_coach: FakeCoach) -> None:
    at = press(everything(drafted(model_coach, BY_MODEL)), "redraft-a1")
    model_coach.drafts.holds = True
    at = press(at, "redraft-go-a1")
    at.segmented_control(key=f"{DEMO.name}/plan.sheet").set_value("What I say").run()
    assert said(at).count("is drafting this part again") == 1
    assert "Anew" in said(finish_job(at, model_coach))


def test_a_break_is_not_drafted_again(demo_coach: FakeCoach) -> None:
    found = keys(everything(drafted(demo_coach, BY_PLAYBOOK)))
    assert {"redraft-a1", "redraft-r1", "redraft-opening", "redraft-capture"} <= set(found)
    assert not {"redraft-b1", "redraft-open"} & set(found)
