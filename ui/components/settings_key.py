"""A provider's key: typed once, handed to the keyring, and never shown, kept or written anywhere else."""

from __future__ import annotations

import streamlit as st

from coach.models import ModelStatus

from .. import resources
from ..markup import esc, show_html, tag
from .notice import Notice
from .settings_desk import attempt
from .settings_form import FIRST, SECOND, Role, picked
from .settings_names import ABOUT, About, Picked


def show_key(role: Role, status: ModelStatus) -> None:
    """Draw the field for a key, or say where the key is or has to be."""
    model = picked(role, status)
    about = ABOUT[model.provider]
    if about.key == "no":
        return
    # All models of a provider share one key.
    is_known = bool(status.key_name) and (model.model == status.setup.model or about.key_name == status.key_name)
    name = status.key_name if is_known else about.key_name
    if is_known and status.key_from == "environment":
        goes = ", and goes to the address above" if model.api_base else ""
        show_html(tag("p", f"The key comes from the environment ({tag('code', esc(name))}){goes}.", "c-set-env"))
    elif not status.keyring:
        show_html(tag("p", _say_no_keyring(name, about), "c-set-env"))
    else:
        _show_field(role, model, is_kept=is_known and status.key_from == "keyring")
        show_html(tag("p", _say_where(status, name), "c-hint"))


def _show_field(role: Role, model: Picked, *, is_kept: bool) -> None:
    words = f"Key{role.suffix}" + ("" if ABOUT[model.provider].key == "yes" else ", if it wants one")
    # Its value is in no record of ours: the widget alone holds it, until it is handed on.
    st.text_input(
        words,
        type="password",
        autocomplete="new-password",
        placeholder="One is kept; type another to replace it" if is_kept else "",
        key=_key(role),
    )


def _say_where(status: ModelStatus, name: str) -> str:
    kept = f"Trying or saving keeps it in this machine’s keyring ({esc(status.keyring)}); it is never shown again."
    return kept + (f" No need to when {tag('code', esc(name))} is set in the environment." if name else "")


def _say_no_keyring(name: str, about: About) -> str:
    where = tag("code", esc(name)) if name else "the variable that LiteLLM names for this provider"
    if about.key == "maybe":
        return f"If it wants a key: this machine has no keyring to keep one in, so set {where} in the environment."
    return f"This machine has no keyring to keep a key in: set {where} in the environment, and start the app again."


def _key(role: Role) -> str:
    return f"settings-key-{role.name}"


def keep_keys(status: ModelStatus) -> None:
    """Hand the keys that were typed to the keyring and empty their fields; raise when it does not take them."""
    for role in (FIRST, SECOND):
        typed = str(st.session_state.get(_key(role)) or "").strip()
        model = picked(role, status).model
        if typed and model:
            resources.coach().model.put_key(model, typed)
            st.session_state[_key(role)] = ""


def forget_key(status: ModelStatus) -> None:
    """Take the key of the model that drafts out of the keyring; it was never here, so there is no way back."""

    def step() -> Notice:
        resources.coach().model.forget_key(status.setup.model)
        return Notice(f"{status.key_name} is gone from this machine’s keyring. Paste the key again to use the model.")

    attempt(step)
