"""Ways to go about the settings page in tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.testing.v1 import AppTest

from coach.models import ModelSetup
from tests.ui.conftest import open_page
from tests.ui.fake_models import ModelCoach
from ui import resources

DEMO = "Service Design Circle"
OURS = ModelSetup(model="openai/qwen3-8b", api_base="http://127.0.0.1:8080/v1", is_ours=True)
CLAUDE = ModelSetup(model="anthropic/claude-sonnet-4-5")


@contextmanager
def pages_over(one: ModelCoach) -> Iterator[ModelCoach]:
    """The pages, with this coach behind them."""
    resources.use_coach(lambda: one)
    yield one
    resources.use_coach(None)


def look_at(section: str, at: AppTest | None = None) -> AppTest:
    at = at or open_page("settings")
    at.segmented_control(key="/settings.way").set_value(section).run()
    assert not at.exception
    return at


def type_in(at: AppTest, key: str, words: str) -> AppTest:
    at.text_input(key=key).set_value(words).run()
    assert not at.exception
    return at
