"""The form for a model: provider, name, address and key; what the environment sets is shown and left alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from coach.models import ModelSetup, ModelStatus

from .. import resources, state
from ..markup import esc, show_html, tag
from .settings_desk import hold
from .settings_names import ABOUT, About, Picked, Provider, full_name, take_apart

ENVIRONMENT = {
    "model": "COACH_MODEL",
    "api_base": "COACH_API_BASE",
    "fallback": "COACH_MODEL_FALLBACK",
    "fallback_api_base": "COACH_FALLBACK_API_BASE",
    "is_ours": "COACH_MODEL_IS_OURS",
    "shape": "COACH_MODEL_SHAPE",
    "streams": "COACH_MODEL_STREAMS",
    "at_once": "COACH_MODEL_AT_ONCE",
}
"""The variable behind each field."""
_OURS, _STREAMS, _AT_ONCE = "/settings.ours", "/settings.streams", "/settings.at-once"


@dataclass(frozen=True)
class Role:
    """One of the two models that can be named."""

    name: str
    """How its fields are kept apart."""
    model: str
    """The setup's field for its name."""
    api_base: str
    """The setup's field for its address."""
    suffix: str = ""
    """What sets the labels of its fields apart."""

    def field(self, what: str, provider: Provider | None = None) -> str:
        """Return the name under which something typed is kept; each provider has its own."""
        return f"/settings.{self.name}.{what}" + (f".{provider.value}" if provider else "")


FIRST = Role("first", "model", "api_base")
SECOND = Role("second", "fallback", "fallback_api_base", " of the second model")


def picked(role: Role, status: ModelStatus) -> Picked:
    """Return the model as it stands in the form, or as the environment sets it."""
    model, api_base = getattr(status.setup, role.model), getattr(status.setup, role.api_base)
    provider, name = take_apart(model, api_base)
    if role.model not in status.from_environment:
        saved = provider
        provider = Provider(state.typed(role.field("provider"), saved))
        typed = str(state.typed(role.field("name", provider), name if provider is saved else ""))
        model = full_name(provider, typed)
    if role.api_base not in status.from_environment:
        api_base = str(state.typed(role.field("address", provider), api_base)).strip()
        api_base = "" if ABOUT[provider].address == "no" else api_base
    return Picked(provider, model, api_base)


def setup_now(status: ModelStatus) -> ModelSetup:
    """Return the setup as it stands in the form."""
    first, second, before = picked(FIRST, status), picked(SECOND, status), status.setup
    is_same = (first.model, first.api_base) == (before.model, before.api_base)
    fresh = {
        "model": first.model,
        "api_base": first.api_base,
        "fallback": second.model,
        "fallback_api_base": second.api_base if second.model else "",
        "is_ours": bool(state.typed(_name_ours(status), _was_ours(status))),
        "shape": before.shape if is_same else None,
        "streams": bool(state.typed(_STREAMS, before.streams)),
        "at_once": int(state.typed(_AT_ONCE, before.at_once)),
    }
    ours = {field: value for field, value in fresh.items() if field not in status.from_environment}
    return before.model_copy(update=ours)


def forget_form() -> None:
    """Let the form follow what is saved."""
    for role in (FIRST, SECOND):
        state.forget(role.field("provider"))
        for provider in Provider:
            state.forget(role.field("name", provider))
            state.forget(role.field("address", provider))
    declared = [name for name in state.record().typed if name.startswith(_OURS)]
    for name in (*declared, _STREAMS, _AT_ONCE):
        state.forget(name)


def show_model_fields(role: Role, status: ModelStatus) -> None:
    """Draw the fields of one model."""
    if role.model in status.from_environment:
        show_environment(role.model, getattr(status.setup, role.model))
        provider = picked(role, status).provider
    else:
        provider = _show_name(role, status)
    _show_address(role, provider, status)


def _show_name(role: Role, status: ModelStatus) -> Provider:
    saved, name = take_apart(getattr(status.setup, role.model), getattr(status.setup, role.api_base))
    field = role.field("provider")
    st.selectbox(
        f"Provider{role.suffix}", list(Provider), format_func=lambda one: ABOUT[one].title, **_kept(field, saved)
    )
    provider = Provider(state.typed(field, saved))
    about = ABOUT[provider]
    default = name if provider is saved else ""
    words = _kept(role.field("name", provider), default)
    st.text_input(
        f"Name{role.suffix}" if role.suffix else "Model", placeholder=about.example, autocomplete="off", **words
    )
    show_html(tag("p", _say_name(about, picked(role, status).model), "c-hint"))
    return provider


def _say_name(about: About, model: str) -> str:
    return f"We call it {tag('code', esc(model))}." if model else esc(about.hint)


def _show_address(role: Role, provider: Provider, status: ModelStatus) -> None:
    if role.api_base in status.from_environment:
        show_environment(role.api_base, getattr(status.setup, role.api_base))
        return
    about = ABOUT[provider]
    if about.address == "no":
        return
    saved = getattr(status.setup, role.api_base)
    label = f"Address{role.suffix}" + ("" if about.address == "yes" else ", if it is not the usual one")
    words = _kept(role.field("address", provider), saved)
    st.text_input(label, placeholder=about.address_example, autocomplete="off", **words)


def show_environment(field: str, value: object) -> None:
    """Say what the environment sets, and that it is changed there."""
    variable = tag("code", ENVIRONMENT[field])
    words = f"{tag('code', esc(value))} is set by the environment ({variable}); change it there."
    show_html(tag("p", words, "c-set-env"))


def _kept(name: str, default: object) -> dict[str, Any]:
    # What nobody typed follows what is saved, also when it was saved in a terminal meanwhile.
    if state.typed(name, None) is None:
        hold(name, default)
    return state.kept(name, default)


def show_ours(status: ModelStatus) -> None:
    """Draw the declaration that a model is ours, and what it means."""
    both = bool(picked(SECOND, status).model)
    st.checkbox(
        "Both models are ours" if both else "The model is ours",
        disabled="is_ours" in status.from_environment,
        **_kept(_name_ours(status), _was_ours(status)),
    )
    words = (
        "Only for a model that runs on machines which you look after: a community may then choose to send its notes as "
        "they are. Any other model never sees a name from the list of people."
    )
    show_html(tag("p", words, "c-hint"))
    if "is_ours" in status.from_environment:
        show_environment("is_ours", "yes" if status.setup.is_ours else "no")


def _name_ours(status: ModelStatus) -> str:
    # The declaration is about where text goes: with another place it has to be made anew.
    return f"{_OURS}:{' '.join(_places(picked(FIRST, status), picked(SECOND, status)))}"


def _was_ours(status: ModelStatus) -> bool:
    setup = status.setup
    first = Picked(Provider.OTHER, setup.model, setup.api_base)
    second = Picked(Provider.OTHER, setup.fallback, setup.fallback_api_base)
    is_same = _places(first, second) == _places(picked(FIRST, status), picked(SECOND, status))
    return setup.is_ours and (is_same or "is_ours" in status.from_environment)


def _places(*models: Picked) -> list[str]:
    return [f"{one.model.partition('/')[0]}@{one.api_base}" for one in models if one.model]


def show_further(status: ModelStatus) -> None:
    """Draw what few people need."""
    held = status.from_environment
    st.checkbox("Read answers as they come", disabled="streams" in held, **_kept(_STREAMS, status.setup.streams))
    st.number_input(
        "Questions on their way at once",
        min_value=1,
        max_value=64,
        disabled="at_once" in held,
        **_kept(_AT_ONCE, status.setup.at_once),
    )
    for field in ("streams", "at_once"):
        if field in held:
            show_environment(field, getattr(status.setup, field))


def read_status() -> ModelStatus:
    """Return what is configured."""
    status: ModelStatus = resources.coach().model.status()
    return status
