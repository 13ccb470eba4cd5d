"""A model is tried, switched on and off; what the environment sets stays; a key is never seen again."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from threading import Event

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Checkbox

from coach.errors import ModelRefused
from coach.models import ModelSetup, SpendingLimits
from tests.ui.conftest import finish, go_to, keys, open_page, press, said
from tests.ui.fake_models import FAILED, ModelCoach
from tests.ui.settings_page import CLAUDE, OURS, pages_over, type_in
from ui import resources
from ui.components.settings_names import Provider
from ui.components.settings_trial import TRIAL

SECRET = "sk-never-to-be-seen-4711"


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


def ours(at: AppTest) -> Checkbox:
    return next(one for one in at.checkbox if one.label in ("The model is ours", "Both models are ours"))


def name_claude(at: AppTest, key: str = SECRET) -> AppTest:
    type_in(at, "/settings.first.name.anthropic", "claude-sonnet-4-5")
    return type_in(at, "settings-key-first", key) if key else at


def everything(at: AppTest) -> str:
    """All that a page shows and all that is kept of what was typed."""
    shown = [str(element.proto) for element in at.main] + [str(element.proto) for element in at.sidebar]
    return "\n".join([*shown, repr(at.session_state), repr(resources.desk())])


def test_without_a_model_the_page_says_who_drafts_and_offers_one(coach: ModelCoach) -> None:
    at = open_page("settings")
    assert at.title[0].value == "Who drafts here, and what may leave?"
    assert "The playbook drafts here." in said(at)
    assert "sends nothing anywhere" in said(at)
    assert {"try-form", "save-model"} <= set(keys(at))
    assert "switch-off" not in keys(at)


def test_a_model_is_switched_on_with_its_prefix_made_for_the_person(coach: ModelCoach) -> None:
    at = name_claude(open_page("settings"))
    assert "<code>anthropic/claude-sonnet-4-5</code>" in said(at)
    press(at, "save-model")
    assert coach.model.setup.model == "anthropic/claude-sonnet-4-5"
    assert coach.model.keys == {"anthropic/claude-sonnet-4-5": SECRET}
    page = said(at)
    assert "anthropic/claude-sonnet-4-5 drafts from now on." in page
    assert "api.anthropic.com" in page
    assert "kept in this machine’s keyring (SecretService Keyring)" in page
    press(at, "undo-settings")
    assert coach.model.setup == ModelSetup()
    assert "Taken back: the playbook drafts." in said(at)


def test_a_key_is_nowhere_to_be_found_once_it_was_handed_on(
    coach: ModelCoach, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    at = press(name_claude(open_page("settings")), "save-model")
    assert coach.model.keys
    assert SECRET not in everything(at)
    go_to(at, "home")
    go_to(at, "settings")
    assert SECRET not in everything(at)
    assert SECRET not in everything(open_page("settings"))
    assert SECRET not in caplog.text


def test_a_key_that_is_only_typed_lies_on_no_desk_and_goes_with_the_page(coach: ModelCoach) -> None:
    at = name_claude(open_page("settings"))
    assert SECRET not in repr(resources.desk())
    assert "claude-sonnet-4-5" in repr(resources.desk())
    go_to(at, "home")
    assert SECRET not in everything(at)
    go_to(at, "settings")
    assert at.text_input(key="/settings.first.name.anthropic").value == "claude-sonnet-4-5"
    assert SECRET not in everything(at)


def test_trying_says_in_plain_words_what_works(coach: ModelCoach) -> None:
    at = press(name_claude(open_page("settings")), "try-form")
    at = finish(at, TRIAL)
    page = said(at)
    assert "anthropic/claude-sonnet-4-5 answered" in page
    assert "yes, when it is given the shape" in page
    assert "this question cost $0.0004" in page
    assert "first words after 0.4 s, all of it after 0.9 s" in page
    assert coach.model.tried[0].model == "anthropic/claude-sonnet-4-5"
    assert coach.model.setup == ModelSetup()
    assert coach.model.keys
    assert SECRET not in everything(at)
    press(at, "put-away-trial")
    assert "answered" not in said(at)


def test_a_trial_goes_on_in_the_background_and_can_be_stopped(coach: ModelCoach) -> None:
    coach.model.go_on = Event()
    at = press(name_claude(open_page("settings")), "try-form")
    assert "Trying anthropic/claude-sonnet-4-5" in said(at)
    go_to(at, "home")
    go_to(at, "settings")
    assert "Trying anthropic/claude-sonnet-4-5" in said(at)
    press(at, "try-form")
    assert "A model is being tried just now." in said(at)
    press(at, f"stop-{TRIAL}")
    coach.model.go_on.set()
    at = finish(at, TRIAL)
    assert "Stopped, as you asked." in said(at)


def test_a_failed_trial_says_what_to_do_next(coach: ModelCoach) -> None:
    coach.model.trial = FAILED
    at = open_page("settings")
    at.selectbox(key="/settings.first.provider").set_value(Provider.OWN).run()
    type_in(at, "/settings.first.name.own", "qwen3-8b")
    type_in(at, "/settings.first.address.own", "http://127.0.0.1:8080/v1")
    at = finish(press(at, "try-form"), TRIAL)
    page = said(at)
    assert "openai/qwen3-8b did not answer" in page
    assert "Start the server, then try again." in page
    assert "Keeps to a shape" not in page
    assert coach.model.tried[0].api_base == "http://127.0.0.1:8080/v1"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ModelRefused("The provider does not know this key."), "The provider does not know this key."),
        (ValueError(f"bad header: {SECRET}"), "The trial broke off (ValueError)."),
    ],
)
def test_a_trial_that_breaks_is_told_without_what_the_library_says(
    coach: ModelCoach, error: Exception, words: str
) -> None:
    coach.model.trial = error
    at = finish(press(name_claude(open_page("settings")), "try-form"), TRIAL)
    assert words in said(at)
    assert SECRET not in said(at)


@pytest.mark.parametrize(
    ("provider", "typed", "words"),
    [
        (Provider.ANTHROPIC, {}, "Type the model’s name first."),
        (Provider.OWN, {"name": "qwen"}, "A server of your own needs its address."),
        (Provider.OWN, {"name": "qwen", "address": "127.0.0.1:8080"}, "like http://127.0.0.1:8080/v1."),
        (Provider.OWN, {"name": "qwen", "address": "http://["}, "like http://127.0.0.1:8080/v1."),
        (Provider.OTHER, {"name": "qwen"}, "says the provider first"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_saved(
    coach: ModelCoach, provider: Provider, typed: dict[str, str], words: str
) -> None:
    at = open_page("settings")
    at.selectbox(key="/settings.first.provider").set_value(provider).run()
    for field, value in typed.items():
        type_in(at, f"/settings.first.{field}.{provider.value}", value)
    press(at, "save-model")
    assert words in said(at)
    assert "Nothing was saved." in said(at)
    assert coach.model.saved == []


def test_a_second_model_and_the_declaration_that_both_are_ours(coach: ModelCoach) -> None:
    coach.model.setup = OURS
    at = open_page("settings")
    at.selectbox(key="/settings.second.provider").set_value(Provider.OLLAMA).run()
    type_in(at, "/settings.second.name.ollama", "llama3.1:8b")
    assert ours(at).label == "Both models are ours"
    assert not ours(at).value
    ours(at).check().run()
    press(at, "save-model")
    assert coach.model.setup.fallback == "ollama_chat/llama3.1:8b"
    assert coach.model.setup.is_ours
    assert "ollama_chat/llama3.1:8b, then the playbook" in said(at)
    at = finish(press(at, "try-second"), TRIAL)
    assert coach.model.tried[0].model == "ollama_chat/llama3.1:8b"
    assert coach.model.tried[0].fallback == ""


def test_what_was_declared_of_one_place_does_not_hold_for_another(coach: ModelCoach) -> None:
    coach.model.setup = OURS
    at = open_page("settings")
    type_in(at, "/settings.first.name.own", "another-on-the-same-server")
    assert ours(at).value
    type_in(at, "/settings.first.address.own", "https://models.example.org/v1")
    assert not ours(at).value
    at.selectbox(key="/settings.first.provider").set_value(Provider.ANTHROPIC).run()
    press(name_claude(at, ""), "save-model")
    assert coach.model.setup.model == CLAUDE.model
    assert not coach.model.setup.is_ours


def test_switching_off_can_be_taken_back_and_leaves_no_declaration_behind(coach: ModelCoach) -> None:
    coach.model.setup = OURS.model_copy(update={"limits": SpendingLimits(calls_per_job=3)})
    before = coach.model.setup
    at = type_in(open_page("settings"), "/settings.first.name.own", "another")
    press(at, "switch-off")
    assert coach.model.setup == ModelSetup(limits=before.limits)
    assert at.selectbox(key="/settings.first.provider").value is Provider.ANTHROPIC
    assert at.text_input(key="/settings.first.name.anthropic").value == ""
    assert "openai/qwen3-8b is switched off: the playbook drafts." in said(at)
    press(at, "undo-settings")
    assert coach.model.setup == before


def test_a_kept_key_can_be_forgotten(coach: ModelCoach) -> None:
    coach.model.setup = CLAUDE
    coach.model.keys[CLAUDE.model] = SECRET
    at = open_page("settings")
    assert at.text_input(key="settings-key-first").placeholder == "One is kept; type another to replace it"
    press(at, "forget-key")
    assert coach.model.keys == {}
    assert "forget-key" not in keys(at)
    assert "none found (we looked for ANTHROPIC_API_KEY)" in said(at)


def test_what_the_environment_sets_is_shown_and_left_alone(coach: ModelCoach) -> None:
    coach.model.setup = OURS
    coach.model.from_environment = ("model", "api_base", "is_ours", "streams", "at_once")
    coach.model.environment_key, coach.model.key_name = True, "OPENAI_API_KEY"
    coach.model.setup = OURS.model_copy(update={"fallback": "ollama_chat/llama3.1:8b"})
    at = open_page("settings")
    page = said(at)
    assert "<code>openai/qwen3-8b</code> is set by the environment (<code>COACH_MODEL</code>)" in page
    assert "<code>COACH_API_BASE</code>" in page
    assert "The key comes from the environment (<code>OPENAI_API_KEY</code>), and goes to the address above." in page
    assert not {"switch-off", "try-second"} & set(keys(at))
    assert not [one for one in at.text_input if "first" in (one.key or "")]
    assert ours(at).disabled
    press(at, "save-model")
    assert coach.model.saved == [OURS.model_copy(update={"fallback": "ollama_chat/llama3.1:8b"})]


def test_what_was_typed_before_the_environment_said_otherwise_is_not_saved(coach: ModelCoach) -> None:
    coach.model.setup = OURS
    at = open_page("settings")
    at.checkbox(key="/settings.streams").uncheck().run()
    coach.model.from_environment = ("streams",)
    at.run()
    press(at, "save-model")
    assert coach.model.saved == [OURS]


def test_what_was_saved_elsewhere_meanwhile_is_what_the_form_shows(coach: ModelCoach) -> None:
    at = open_page("settings")
    coach.model.setup = OURS
    at.run()
    assert at.text_input(key="/settings.first.name.own").value == "qwen3-8b"
    assert ours(at).value is True


def test_one_key_serves_all_models_of_a_provider(coach: ModelCoach) -> None:
    coach.model.setup, coach.model.environment_key = CLAUDE, True
    at = type_in(open_page("settings"), "/settings.first.name.anthropic", "claude-of-tomorrow")
    assert "The key comes from the environment (<code>ANTHROPIC_API_KEY</code>)." in said(at)
    assert not [one for one in at.text_input if one.key == "settings-key-first"]


def test_without_a_keyring_the_variable_is_named_instead_of_a_field(coach: ModelCoach) -> None:
    coach.model.keyring = ""
    at = open_page("settings")
    assert "set <code>ANTHROPIC_API_KEY</code> in the environment" in said(at)
    assert not [one for one in at.text_input if one.key == "settings-key-first"]


def test_a_keyring_that_refuses_changes_nothing_and_leaves_what_was_typed(coach: ModelCoach) -> None:
    at = name_claude(open_page("settings"))
    coach.model.keyring = ""
    press(at, "save-model")
    assert "This machine has no keyring." in said(at)
    assert coach.model.saved == []
