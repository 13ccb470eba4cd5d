"""The pages with a coach of our own, handed in through the seam in `ui/resources.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.fake_coach import FakeCoach
from tests.ui.fake_drafts import BY_MODEL, MODEL
from ui import resources

ENTRY = Path(__file__).resolve().parents[2] / "ui" / "app.py"


@pytest.fixture
def coach() -> Iterator[FakeCoach]:
    """A coach without any community."""
    one = FakeCoach()
    resources.use_coach(lambda: one)
    yield one
    resources.use_coach(None)


@pytest.fixture
def demo_coach(coach: FakeCoach) -> FakeCoach:
    """A coach with the demo community in it."""
    coach.load_demo()
    return coach


@pytest.fixture
def model_coach(demo_coach: FakeCoach) -> FakeCoach:
    """The same with a model, whose drafts go on until a test says what comes of them."""
    demo_coach.model.name = MODEL
    demo_coach.drafts.holds = True
    demo_coach.drafts.drafting = BY_MODEL
    return demo_coach


def open_page(page: str = "home") -> AppTest:
    """Open the app at its entry and go to a page, as a new window does."""
    at = AppTest.from_file(str(ENTRY), default_timeout=30).run()
    assert not at.exception
    return go_to(at, page)


def go_to(at: AppTest, page: str) -> AppTest:
    """Go to another page in the same window."""
    at.switch_page(f"app_pages/{page}.py").run()
    assert not at.exception
    return at


def press(at: AppTest, key: str) -> AppTest:
    """Press a button and see the page that follows."""
    at.button(key=key).click().run()
    assert not at.exception
    return at


def said(at: AppTest) -> str:
    """Return all the HTML of a page."""
    return "\n".join(block.value for block in at.html)


def seen(at: AppTest) -> str:
    """Return all the HTML of a page as it is drawn a moment later."""
    at.run()
    assert not at.exception
    return said(at)


def keys(at: AppTest) -> list[str]:
    """Return the keys of the buttons on a page."""
    return [button.key or "" for button in at.button]


def finish_job(at: AppTest, coach: FakeCoach) -> AppTest:
    """Have the newest draft end, and see the page that follows."""
    coach.drafts.finish()
    at.run()
    assert not at.exception
    return at


def finish(at: AppTest, work_name: str) -> AppTest:
    """Wait for work in the background and see the page that follows."""
    work = resources.long_works().of(work_name)
    assert work is None or work.wait(10)
    at.run()
    assert not at.exception
    return at
