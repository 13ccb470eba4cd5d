"""Who drafts: the playbook, which is always there, or a model besides."""

from __future__ import annotations

import streamlit as st

from coach.models import ModelSetup, ModelStatus

from .. import resources
from ..markup import esc, show_html, tag
from .empty_state import show_empty
from .notice import Notice
from .settings_desk import attempt
from .settings_form import (
    ENVIRONMENT,
    FIRST,
    SECOND,
    forget_form,
    picked,
    read_status,
    setup_now,
    show_further,
    show_model_fields,
    show_ours,
)
from .settings_key import forget_key, keep_keys, show_key
from .settings_trial import begin_trial, show_trial

_SKETCHED = (
    ("The playbook", "a plan that fits the outcome, the time and the people"),
    ("A model besides", "the same, with your own cases, words and people’s struggles taken up"),
)


def show_who() -> None:
    """Draw who drafts, and the way to another."""
    status = read_status()
    if status.is_on:
        _show_on(status)
        show_trial()
        with st.expander("Change the model", key="change-model"):
            _show_form(status)
    else:
        _show_off()
        show_trial()
        st.subheader("Switch a model on", anchor=False)
        _show_form(status)


def _show_off() -> None:
    show_empty(
        "The playbook drafts here.",
        "It costs nothing and sends nothing anywhere. With a model, drafts take up more of what your notes tell; the "
        "same checks read them, and the playbook takes over whenever the model cannot answer.",
        "".join(tag("p", tag("b", esc(f"{who}: ")) + esc(what)) for who, what in _SKETCHED),
    )


def _show_on(status: ModelStatus) -> None:
    setup = status.setup
    with st.container(key="card-model", border=True, gap="small"):
        show_html(
            tag("p", esc(f"{setup.model} drafts"), "c-card-h", role="heading", aria_level="2") + _render_on(status)
        )
        with st.container(horizontal=True, key="model-actions", vertical_alignment="center"):
            st.button("Try it", key="try-saved", on_click=_try, args=(setup,))
            if setup.fallback and not {"model", "api_base"} & set(status.from_environment):
                st.button("Try the second one", key="try-second", on_click=_try, args=(_second_alone(setup),))
            if "model" not in status.from_environment:
                st.button("Switch off", key="switch-off", on_click=_switch_off, args=(status,))
            if status.key_from == "keyring":
                st.button("Forget the key", key="forget-key", type="tertiary", on_click=forget_key, args=(status,))


def _render_on(status: ModelStatus) -> str:
    setup = status.setup
    second = f"{setup.fallback}, then the playbook" if setup.fallback else "the playbook drafts"
    facts = [("Text goes to", status.host or "the provider"), ("Key", _say_key(status)), ("When it fails", second)]
    facts.append(("Ours", "yes, as declared here" if setup.is_ours else "no: names are replaced before text leaves"))
    held = [ENVIRONMENT[one] for one in status.from_environment if one in ENVIRONMENT]
    if held:
        facts.append(("Set by the environment", ", ".join(held)))
    return tag("dl", "".join(tag("dt", esc(name)) + tag("dd", esc(said)) for name, said in facts), "c-facts")


def _say_key(status: ModelStatus) -> str:
    if status.key_from == "environment":
        return f"from the environment ({status.key_name})"
    if status.key_from == "keyring":
        return f"kept in this machine’s keyring ({status.keyring})"
    return f"none found (we looked for {status.key_name})" if status.key_name else "none needed"


def _second_alone(setup: ModelSetup) -> ModelSetup:
    return setup.model_copy(
        update={"model": setup.fallback, "api_base": setup.fallback_api_base, "fallback": "", "fallback_api_base": ""}
    )


def _show_form(status: ModelStatus) -> None:
    with st.container(key="narrow-model"):
        show_model_fields(FIRST, status)
        show_key(FIRST, status)
        show_ours(status)
        with st.expander("A second model, for when the first one fails", expanded=bool(status.setup.fallback)):
            show_model_fields(SECOND, status)
            show_key(SECOND, status)
        with st.expander("Further"):
            show_further(status)
        with st.container(horizontal=True):
            st.button("Try it first", key="try-form", on_click=_try_form, args=(status,))
            st.button("Save", key="save-model", type="primary", on_click=_save_form, args=(status,))


def _try(setup: ModelSetup) -> None:
    attempt(lambda: begin_trial(setup))


def _try_form(status: ModelStatus) -> None:
    def step() -> Notice | None:
        lacks = _lacks(status)
        if lacks:
            return Notice(lacks)
        keep_keys(status)
        return begin_trial(setup_now(status))

    attempt(step)


def _save_form(status: ModelStatus) -> None:
    def step() -> Notice:
        lacks = _lacks(status)
        if lacks:
            return Notice(f"{lacks} Nothing was saved.")
        wanted = setup_now(status)
        keep_keys(status)
        resources.coach().model.save(wanted)
        forget_form()
        return Notice(f"Saved: {wanted.model} drafts from now on.", "Take this back", lambda: _restore(status.setup))

    attempt(step)


def _lacks(status: ModelStatus) -> str:
    second = picked(SECOND, status)
    return picked(FIRST, status).lacks or (second.lacks if second.model else "")


def _switch_off(status: ModelStatus) -> None:
    def step() -> Notice:
        # What was declared of this model must not hold for the next one.
        fresh = {"model": "", "api_base": "", "fallback": "", "fallback_api_base": "", "is_ours": False, "shape": None}
        ours = {field: value for field, value in fresh.items() if field not in status.from_environment}
        resources.coach().model.save(status.setup.model_copy(update=ours))
        forget_form()
        words = f"{status.setup.model} is switched off: the playbook drafts."
        return Notice(words, "Switch it on again", lambda: _restore(status.setup))

    attempt(step)


def _restore(setup: ModelSetup) -> None:
    def step() -> Notice:
        resources.coach().model.save(setup)
        forget_form()
        return Notice(f"{setup.model} drafts again." if setup.model else "Taken back: the playbook drafts.")

    attempt(step)
