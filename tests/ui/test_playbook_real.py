"""An own activity with the real coach: what is added on the page is what a plan uses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.adapters.exact_index import ExactIndex
from coach.adapters.sql import SqlStore
from coach.drafting.playbook import PlaybookDrafter
from coach.locate import demo_folder
from coach.models import Activity
from coach.notes.folder import ReadingLimits
from coach.service import Coach, Ports
from coach.testing import FixedClock, HashEmbedder
from tests.ui.conftest import go_to, open_page, press
from tests.ui.fake_playbook import library
from tests.ui.test_playbook_own import WALL, name
from ui import resources

OUTCOME = "We want to be able to map a service that crosses team boundaries"


@pytest.fixture
def real_coach(tmp_path: Path) -> Iterator[Coach]:
    """A coach over a real store, with one empty community."""
    clock, embedder = FixedClock(), HashEmbedder()
    store = SqlStore(f"sqlite:///{tmp_path / 'coach.db'}", clock=clock)
    ports = Ports(store, ExactIndex(embedder.name), embedder, PlaybookDrafter(library()), library(), clock)
    one = Coach(ports, limits=ReadingLimits(), demo_dir=demo_folder(), health=list)
    one.create_community("Circle")
    resources.use_coach(lambda: one)
    yield one
    resources.use_coach(None)
    one.close()


def test_what_is_added_on_the_page_is_what_a_plan_uses(real_coach: Coach) -> None:
    at = press(open_page("playbook"), "add-own")
    at.segmented_control(key=name("way", "Circle")).set_value("text").run()
    press(press(press(at, "template"), "look"), "add-it")
    press(at, "plan-with-it")
    go_to(at, "plan")
    at.text_area(key="Circle/plan.outcome.0").set_value(OUTCOME).run()
    press(at, "draft")

    record = at.session_state["coach.record"]
    plan = record.shelves[real_coach.community("Circle").id].open.plan
    activities = [part for part in plan.parts if isinstance(part, Activity)]
    assert activities[0].pattern == WALL
    assert "map a service that crosses team boundaries, in pairs" in activities[0].what_members_do
