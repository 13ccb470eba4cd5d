"""A model answers on the coaching page: words as they come, stop, a fallback, and what is sent."""

from __future__ import annotations

from coach.models import ArrivingPart, CoachingRequest, JobProblem, RunState
from tests.ui.conftest import finish_job, keys, open_page, press, said, seen
from tests.ui.fake_coach import FakeCoach
from tests.ui.fake_drafts import FELL_BACK, MODEL
from tests.ui.test_coaching import BOX, DEMO, SILENCE, write


def test_a_reply_comes_in_as_it_is_written_and_is_laid_down(model_coach: FakeCoach) -> None:
    at = write(SILENCE)
    assert [by for _, by in model_coach.drafts.asked] == ["auto"]
    assert f"{MODEL} is answering" in said(at)
    assert "nobody answers" in said(at)
    assert not {"send", "new-talk"} & set(keys(at))
    model_coach.drafts.arrive(ArrivingPart(key="reply", heading="Reply", lines=("You say that nob",)))
    assert "You say that nob" in seen(at)
    at = finish_job(at, model_coach)
    assert "You noticed it." in said(at)
    assert "2 questions to the model" in said(at)
    assert at.text_area(key=BOX).value == ""


def test_a_reload_in_the_middle_finds_the_reply(model_coach: FakeCoach) -> None:
    write(SILENCE)
    other = open_page("coaching")
    assert f"{MODEL} is answering" in said(other)
    other = finish_job(other, model_coach)
    assert "You noticed it." in said(other)
    assert "nobody answers" in said(other)


def test_stopping_leaves_the_words_in_the_box(model_coach: FakeCoach) -> None:
    at = press(write(SILENCE), "stop-coaching")
    problem = JobProblem(message="Stopped, as you asked.", next_step="Nothing was changed.")
    model_coach.drafts.finish(state=RunState.STOPPED, problem=problem)
    at.run()
    assert "Stopped, as you asked." in said(at)
    assert at.text_area(key=BOX).value == SILENCE
    at = press(at, "send")
    assert "Stopped, as you asked." not in said(at)
    assert "You noticed it." in said(finish_job(at, model_coach))


def test_a_fallback_is_said_with_the_way_to_ask_again(model_coach: FakeCoach) -> None:
    model_coach.drafts.drafting = FELL_BACK
    at = finish_job(write(SILENCE), model_coach)
    assert "did not answer in time" in said(at)
    at = press(at, "again-coaching-r1")
    asked = [one for one, _ in model_coach.drafts.asked if isinstance(one, CoachingRequest)]
    assert [one.seed for one in asked] == [0, 1]


def test_what_is_sent_is_one_press_away_and_nothing_is_asked_for_it(model_coach: FakeCoach) -> None:
    at = open_page("coaching")
    assert "sent-coaching" not in keys(at)
    at.text_area(key=BOX).set_value(SILENCE).run()
    at = press(at, "sent-coaching")
    assert "You help a community plan." in said(at)
    assert model_coach.drafts.asked == []
    assert model_coach.model.previewed[-1].message == SILENCE


def test_where_nothing_would_be_sent_that_is_said(model_coach: FakeCoach) -> None:
    model_coach.coaching.sends_nothing = True
    at = open_page("coaching")
    at.text_area(key=BOX).set_value("hi").run()
    assert "Nothing would be sent" in said(press(at, "sent-coaching"))


def test_the_playbook_can_be_asked_though_a_model_is_here(model_coach: FakeCoach) -> None:
    at = open_page("coaching")
    at.segmented_control(key=f"{DEMO}/drafts.by").set_value("playbook").run()
    at = write(SILENCE, at)
    assert "You noticed it." in said(at)
    assert model_coach.drafts.asked == []
