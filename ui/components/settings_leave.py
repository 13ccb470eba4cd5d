"""What may leave a community for a model: nothing, text with stand-ins, or text as it is."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.models import Community, Consent, Member, ModelStatus, ModelUse, NoteSummary, Visibility

from .. import resources, state
from ..markup import esc, items, show_html, tag
from ..wording import count, listed
from .empty_state import needs_community
from .notice import Notice
from .settings_desk import attempt, hold
from .settings_form import read_status
from .settings_people import show_people

USE = {ModelUse.OFF: "Nothing", ModelUse.REPLACED: "Text with stand-ins", ModelUse.WHOLE: "Text as it is"}
USE_MEANS = {
    ModelUse.OFF: "The playbook drafts, whatever is switched on.",
    ModelUse.REPLACED: "Names, handles, e-mail addresses, phone numbers and links are replaced before text leaves, and "
    "put back in the answer.",
    ModelUse.WHOLE: "Passages go out as they stand in the notes.",
}
_KEPT_BACK = (
    "notes that only their author may read",
    "notes whose words are never to be quoted",
)
_PICKER = "settings-use"


def show_leave() -> None:
    """Draw what may leave the open community, and the people whose names are replaced."""
    if needs_community():
        return
    coach = resources.coach()
    community, status = coach.community(state.record().community), read_status()
    members: Sequence[Member] = coach.people.list(community.name)
    st.subheader(f"What may leave {community.name}?", anchor=False)
    if not status.is_on:
        show_html(tag("p", "Nothing does now: no model is switched on. What you choose holds once one is.", "c-hint"))
    _show_choice(community, status)
    show_html(tag("p", "Never sent, whichever you choose", "c-sub") + items(_KEPT_BACK))
    show_html(tag("p", esc(_say_counts(coach.notes(community.name), members)), "c-hint"))
    show_people(community.name, members)


def _show_choice(community: Community, status: ModelStatus) -> None:
    offered = [use for use in USE if use is not ModelUse.WHOLE or status.setup.is_ours]
    use = community.model_use if community.model_use in offered else ModelUse.REPLACED
    hold(_PICKER, use)
    with st.container(key="model-use", gap="xsmall"):
        st.radio(
            "What goes to the model",
            offered,
            format_func=USE.__getitem__,
            captions=[USE_MEANS[one] for one in offered],
            key=_PICKER,
            on_change=_choose,
            args=(community.name, use),
        )
        if not status.setup.is_ours:
            _show_closed()


def _show_closed() -> None:
    st.radio(
        "Not to be chosen now",
        [USE[ModelUse.WHOLE]],
        index=None,
        disabled=True,
        label_visibility="collapsed",
        key="settings-use-closed",
    )
    words = "Only for a model of your own: it opens once you tick “The model is ours” under Who drafts."
    show_html(tag("p", words, "c-hint c-set-closed"))


def _choose(name: str, before: ModelUse) -> None:
    _set(name, ModelUse(st.session_state[_PICKER]), before)


def _set(name: str, wanted: ModelUse, before: ModelUse | None) -> None:
    def step() -> Notice:
        resources.coach().model.set_use(name, wanted)
        words = f"Saved. What goes to a model from {name}: {USE[wanted].lower()}."
        return Notice(words) if before is None else Notice(words, "Take this back", lambda: _set(name, before, None))

    attempt(step)


def _say_counts(notes: Sequence[NoteSummary], members: Sequence[Member]) -> str:
    private = sum(note.visibility is Visibility.ONLY_ME for note in notes)
    unquoted = sum(note.consent is Consent.NEVER and note.visibility is not Visibility.ONLY_ME for note in notes)
    back = [f"{number} {why}" for number, why in ((private, "private"), (unquoted, "not to be quoted")) if number]
    stay = f"{listed(back)} stay here" if back else "none has to stay here"
    return f"Of {count(len(notes), 'note')}, {stay}. {count(len(members), 'person', 'people')} on the list below."
