"""The settings page: what models may cost, what was drafted, and going from section to section."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coach.models import ModelSetup, RunState, SpendingLimits, Spent
from tests.ui.conftest import keys, open_page, press, said
from tests.ui.fake_models import ModelCoach, run_of
from tests.ui.settings_page import CLAUDE, DEMO, OURS, look_at, pages_over


@pytest.fixture
def coach() -> Iterator[ModelCoach]:
    """A coach without a model and without a community."""
    with pages_over(ModelCoach()) as one:
        yield one


@pytest.fixture
def demo(coach: ModelCoach) -> ModelCoach:
    """The same with the demo community."""
    coach.load_demo()
    return coach


def test_what_was_spent_today_stands_against_its_limits(demo: ModelCoach) -> None:
    demo.model.setup = CLAUDE
    demo.model.spendings = {
        "today": Spent(calls=100, tokens_in=30_000, tokens_out=10_000, cost_usd=2.5, unpriced=3, reused=1),
        "today here": Spent(calls=50, tokens_in=500, cost_usd=0.004),
    }
    page = said(look_at("What it may cost"))
    assert "100 of 400" in page
    assert "width:25.0%" in page
    assert "40,000 of 4,000,000" in page
    assert "$2.50 of $10.00" in page
    assert "$0.0040 of $5.00" in page
    assert "3 calls had no known price: the dollars say less than was spent." in page
    assert "1 answer came from before" in page


def test_a_limit_is_saved_at_once_and_can_be_lifted_and_taken_back(demo: ModelCoach) -> None:
    at = look_at("What it may cost")
    assert at.number_input(key="settings-limit-calls_per_job").value == 6
    at.number_input(key="settings-limit-calls_per_job").set_value(3).run()
    assert demo.model.setup.limits.calls_per_job == 3
    assert "Saved. Calls for one suggestion: at most 3." in said(at)
    press(at, "undo-settings")
    assert demo.model.setup.limits == SpendingLimits()
    assert at.number_input(key="settings-limit-calls_per_job").value == 6
    demo.model.setup = ModelSetup(limits=SpendingLimits(usd_per_day=None))
    at.run()
    assert at.number_input(key="settings-limit-usd_per_day").value is None
    assert "$0.00, no limit" in said(at)
    at = look_at("What it may cost")
    assert at.number_input(key="settings-limit-usd_per_day").value is None


def test_a_limit_that_the_environment_sets_is_shown_and_left_alone(demo: ModelCoach) -> None:
    demo.model.from_environment = ("limits.calls_per_day",)
    at = look_at("What it may cost")
    assert at.number_input(key="settings-limit-calls_per_day").disabled
    assert not at.number_input(key="settings-limit-calls_per_job").disabled
    assert "<code>COACH_LIMIT_CALLS_PER_DAY</code>" in said(at)


def test_a_limit_below_a_cent_that_was_set_elsewhere_is_shown(demo: ModelCoach) -> None:
    demo.model.setup = ModelSetup(limits=SpendingLimits(usd_per_job=0.001))
    at = look_at("What it may cost")
    assert at.number_input(key="settings-limit-usd_per_job").value == 0.001


def test_with_no_runs_it_says_what_will_stand_here(demo: ModelCoach) -> None:
    assert "Nothing has been drafted here yet." in said(look_at("What was drafted"))


def test_runs_open_to_what_happened_on_the_way(demo: ModelCoach) -> None:
    told = ("openai/qwen3-8b did not answer in time; the playbook drafted <this>.",)
    demo.drafts.runs[DEMO] = [
        run_of(0, RunState.FELL_BACK, drafted_by="playbook", told=told, error="ModelUnavailable"),
        run_of(1, spent=Spent(calls=1, tokens_in=5, unpriced=1)),
    ]
    page = said(look_at("What was drafted"))
    first, second = page.split("<details>")[1:]
    for words in (
        "25 Nov, 22:10<", "2026-11-25 22:10:00 UTC",
        "Plan", "by the playbook", "the playbook took over", "2 calls", "7,500 tokens",
        "$0.01", "drafted &lt;this&gt;.", "plan v1", "0123456789ab<", "A4 × 2, O2 × 1", "ModelUnavailable", "taken",
    ):  # fmt: skip
        assert words in first, words
    assert "by openai/qwen3-8b" in second
    assert "price not known" in second
    assert "Nothing out of the ordinary happened." in second


def test_many_runs_come_a_screenful_at_a_time(demo: ModelCoach) -> None:
    demo.drafts.runs[DEMO] = [run_of(number) for number in range(60)]
    at = look_at("What was drafted")
    assert said(at).count("<details>") == 12
    for _ in range(4):
        press(at, "more-runs")
    assert said(at).count("<details>") == 50
    assert "more-runs" not in keys(at)


def test_suggestions_are_kept_only_when_a_person_says_so(demo: ModelCoach) -> None:
    at = look_at("What was drafted")
    assert at.toggle(key="settings-keeping").value is False
    assert "words from notes are among them" in said(at)
    at.toggle(key="settings-keeping").set_value(True).run()
    assert demo.community(DEMO).keeps_suggestions
    press(at, "undo-settings")
    assert not demo.community(DEMO).keeps_suggestions
    assert at.toggle(key="settings-keeping").value is False


def test_the_section_stays_when_another_community_is_opened(demo: ModelCoach) -> None:
    demo.create_community("Another one")
    at = look_at("What may leave")
    at.selectbox(key="community-picker").set_value("Another one").run()
    assert "What may leave Another one?" in [one.value for one in at.subheader]


def test_no_two_fields_of_the_page_are_called_the_same(demo: ModelCoach) -> None:
    demo.model.setup = OURS.model_copy(update={"fallback": CLAUDE.model})
    at = open_page("settings")
    for section in ("Who drafts", "What may leave", "What it may cost"):
        look_at(section, at)
        labels = [one.label for one in (*at.text_input, *at.selectbox, *at.checkbox, *at.number_input, *at.radio)]
        assert sorted(labels) == sorted(set(labels))
