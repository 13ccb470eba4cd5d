"""A series: the way through it, each session, and one of them as a plan of its own."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from coach.models import Consent, PlanRequest, SeriesRequest, Visibility
from tests.ui.conftest import go_to, keys, open_page, press, said
from tests.ui.fake_coach import DEMO, FakeCoach
from tests.ui.good_plan import QUOTES
from tests.ui.test_plan import OUTCOME, everything
from ui import resources
from ui.components.series_desk import series_markdown

SHAPE, SESSIONS, WEEKS = (f"{DEMO.name}/plan.{name}" for name in ("shape", "sessions", "weeks"))


def asked() -> AppTest:
    at = open_page("plan")
    at.text_area(key=OUTCOME).set_value("We want to be able to map a service.").run()
    at.segmented_control(key=SHAPE).set_value("A series").run()
    return at


def drafted_series() -> AppTest:
    return press(asked(), "draft")


def test_a_series_shows_what_each_session_adds_who_hosts_and_what_lies_between(demo_coach: FakeCoach) -> None:
    page = said(drafted_series())
    assert "3 sessions · 2 weeks apart · 90 minutes each" in page
    for words in ("Purpose of session 3.", "Host number 2.", "Draw one more map after session 1.", "The first map."):
        assert words in page
    assert page.count('class="c-path-no"') == 3
    assert "Sessions 1 and 2 do the same." in page
    assert "“Tonight everyone draws.”" in page


def test_too_many_weeks_are_answered_calmly_and_stay_typed(demo_coach: FakeCoach) -> None:
    at = asked()
    at.number_input(key=WEEKS).set_value(30).run()
    at = press(at, "draft")
    assert "30 weeks do not hold a series together." in said(at)
    assert not at.error
    at = go_to(go_to(at, "home"), "plan")
    assert at.number_input(key=WEEKS).value == 30


def test_how_many_sessions_is_what_is_planned(demo_coach: FakeCoach) -> None:
    at = asked()
    at.segmented_control(key=SESSIONS).set_value(5).run()
    assert press(at, "draft").tabs[0].label.startswith("1")
    assert len([tab for tab in at.tabs if tab.label[:1].isdigit()]) == 5


def test_a_session_of_a_series_is_read_there_and_changed_as_a_plan_of_its_own(demo_coach: FakeCoach) -> None:
    at = everything(drafted_series())
    assert not [key for key in keys(at) if key.startswith(("edit-", "use-"))]
    at = press(at, "open-alone-1")
    assert "1 of 3" in said(at)
    assert {"edit-a1", "to-series", "use-v0-r1-0-0"} <= set(keys(at))
    at = press(at, "to-series")
    assert "The first map." in said(at)
    assert "1 of 3" in said(press(at, "to-plan"))


def test_another_version_of_a_series_has_a_way_back(demo_coach: FakeCoach) -> None:
    at = press(drafted_series(), "another-version")
    assert "Version 2 of 2" in said(at)
    assert "Version 1 of 2" in said(press(at, "earlier"))


def test_a_series_waits_through_a_page_change(demo_coach: FakeCoach) -> None:
    at = go_to(go_to(drafted_series(), "home"), "plan")
    assert "Purpose of session 3." in said(at)
    assert "Purpose of session 3." in said(open_page("plan"))


def test_a_series_with_a_withdrawn_quote_is_neither_shown_nor_exported(demo_coach: FakeCoach) -> None:
    at = drafted_series()
    series = demo_coach.plan_series(DEMO.name, SeriesRequest(session=PlanRequest(outcomes=("We want to map",))))
    assert series_markdown(series, resources.coach(), DEMO.name).startswith("# ")
    note = next(note for note in demo_coach.shelf[DEMO.name].values() if QUOTES[0] in note.text)
    demo_coach.set_rights(DEMO.name, note.id, Visibility.MEMBERS, Consent.NEVER)
    at = go_to(go_to(at, "home"), "plan")
    assert "This quote is no longer to be quoted." in said(at)
    assert "Purpose of session 3." not in said(at)
    assert series_markdown(series, resources.coach(), DEMO.name) == "This quote is no longer to be quoted.\n"


def test_a_thought_on_a_series_can_be_left(demo_coach: FakeCoach) -> None:
    at = press(drafted_series(), "leave-s0-0")
    assert "Sessions 1 and 2 do the same." not in said(at)
