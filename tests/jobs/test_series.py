"""A series of two to six sessions on one outcome: it varies, it carries on, and it comes back."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coach.checks import check_series
from coach.errors import BadRequest
from coach.models import Activity, PlanRequest, Review, Series, SeriesRequest, SessionPlan, Severity, TextNote
from coach.playbook import load_playbook
from tests.jobs.conftest import Bench

OUTCOME = "We want to be able to map a service that crosses team boundaries"
NOTE = """# Mapping

We never know where to begin when two teams own the same step of a service map.

Who decides what goes on the service map and what stays off it?

We would like to map a service from the first letter to the last phone call.

Drawing the service map with a pencil first worked well for the housing team.
"""


def _plan(bench: Bench, sessions: int, **asked: object) -> Series:
    session = PlanRequest.model_validate({"outcomes": (OUTCOME,), **asked})
    return bench.coach.plan_series("Circle", SeriesRequest(session=session, sessions=sessions))


def _patterns(plan: SessionPlan) -> set[str]:
    return {part.pattern for part in plan.parts if isinstance(part, Activity)}


@pytest.mark.parametrize("sessions", range(2, 7))
def test_no_activity_comes_twice_and_each_session_holds_up(bench: Bench, sessions: int) -> None:
    series = _plan(bench, sessions)

    used = [pattern for session in series.sessions for pattern in _patterns(session.plan)]
    assert len(series.sessions) == sessions
    assert len(used) == len(set(used))
    for session in series.sessions:
        assert [item for item in session.findings if item.severity is not Severity.QUESTION] == []
    assert series.findings == ()


def test_the_last_review_lays_the_first_beside_the_latest(bench: Bench) -> None:
    series = _plan(bench, 3)

    protocols = {item.id: item for item in load_playbook().protocols}
    last = [part for part in series.sessions[-1].plan.parts if isinstance(part, Review)][-1]
    assert protocols[last.protocol].before == "last session"
    assert series.sessions[-1].carries_in.startswith("On the table: the very first sentence")
    assert series.sessions[0].carries_in == ""


def test_each_session_takes_up_sentences_that_were_not_used_before(bench: Bench) -> None:
    bench.coach.add_texts("Circle", [TextNote(text=NOTE)])

    series = _plan(bench, 3)

    quotes = [{citation.quote for citation in session.plan.citations} for session in series.sessions]
    assert quotes[0]
    assert all(not one & other for one, other in pairwise(quotes))


def test_hosting_moves_on(bench: Bench) -> None:
    series = _plan(bench, 4)

    assert len({session.hosting for session in series.sessions}) == 4


@pytest.mark.parametrize(("sessions", "weeks", "says"), [(1, 2, "2 to 6"), (7, 2, "2 to 6"), (3, 0, "1 to 12")])
def test_a_series_that_cannot_be_planned_says_what_can(bench: Bench, sessions: int, weeks: int, says: str) -> None:
    request = SeriesRequest(session=PlanRequest(outcomes=(OUTCOME,)), sessions=sessions, weeks_between=weeks)

    with pytest.raises(BadRequest, match=says):
        bench.coach.plan_series("Circle", request)


def test_a_series_that_does_not_come_back_is_seen(bench: Bench) -> None:
    series = _plan(bench, 2)
    last = series.sessions[-1]
    other = last.plan.outcomes[0].model_copy(update={"text": "We want to be able to write letters"})
    strayed = last.model_copy(update={"plan": last.plan.model_copy(update={"outcomes": (other,)})})
    again = series.sessions[0].model_copy(update={"number": 2})

    assert [
        item.check for item in check_series(series.model_copy(update={"sessions": (series.sessions[0], strayed)}))
    ] == ["O-R"]
    found = check_series(series.model_copy(update={"sessions": (series.sessions[0], again)}))
    assert {item.check for item in found} == {"S4", "S6"}


def test_another_run_gives_the_same_series(bench: Bench) -> None:
    one, other = (_plan(bench, 3).model_copy(update={"drafting": None}) for _ in range(2))

    assert one == other


def test_it_reads_as_markdown_from_the_way_through_to_the_last_plan(bench: Bench) -> None:
    text = bench.coach.render_series(_plan(bench, 3))

    assert text.index("## The way through") < text.index("## Session 1:") < text.index("## Session 3:")


@pytest.mark.parametrize(
    "outcome", ["review each other's lesson plans", "choose which repairs to fund", "say no kindly"]
)
def test_six_sessions_find_six_activities_for_every_kind_of_doing(bench: Bench, outcome: str) -> None:
    series = _plan(bench, 6, outcomes=(f"We want to be able to {outcome}",))

    used = [pattern for session in series.sessions for pattern in _patterns(session.plan)]
    assert len(set(used)) == len(used)
