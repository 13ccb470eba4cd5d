"""What the notes tell besides: wishes that nobody kept yet, what nobody planned, and what did not work."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from coach.models import Evidence, KeptOutcome, WorthItLook

from .. import state
from ..markup import show_html, tag
from ..wording import count
from .brief_evidence import show_quote_line
from .learning_keeping import keep

_MOST = 5


def show_heard(found: WorthItLook, to_stories: Callable[[], None]) -> None:
    """Draw what was heard, each with its place in the notes.

    Args:
        found: What was seen.
        to_stories: Turns the page to the stories.
    """
    _show_wishes(found.heard_wishes)
    _show_group("What happened that nobody planned", found.unplanned, "unplanned")
    _show_group("What did not work", found.hard, "hard")
    if not (found.stories or found.candidates):
        return
    st.subheader("What people tell of it", anchor=False)
    told = f"{count(len(found.stories), 'story is', 'stories are')} confirmed." if found.stories else ""
    waiting = f"{count(found.candidates, 'story', 'stories')} found in the notes wait for your word."
    waits = waiting.replace("wait", "waits") if found.candidates == 1 else waiting
    show_html(tag("p", " ".join(filter(None, (told, waits if found.candidates else ""))), "c-why"))
    st.button("Go to the stories", key="to-stories", type="tertiary", on_click=to_stories)


def _show_wishes(wishes: Sequence[Evidence]) -> None:
    if not wishes:
        return
    st.subheader("Wishes in the notes that nobody has kept yet", anchor=False)
    with st.container(key="wishes", gap=None):
        for number, one in enumerate(_shown("wishes", wishes)):
            _show_wish(one, number)
    _show_more("wishes", wishes)


def _show_wish(wish: Evidence, number: int) -> None:
    with st.container(key=f"own-wish-{number}", gap="xsmall"):
        if show_quote_line(wish, f"wish-{number}"):
            st.button("Keep it to come back to", key=f"keep-wish-{number}", on_click=_keep, args=(wish,))


def _keep(wish: Evidence) -> None:
    outcome = KeptOutcome(text=wish.shown or " ".join(wish.quote.split()), evidence=(wish,))
    keep(outcome, "Kept, in the words of the note. You can put it into yours.")


def _show_group(heading: str, found: Sequence[Evidence], name: str) -> None:
    if not found:
        return
    st.subheader(heading, anchor=False)
    with st.container(key=f"heard-{name}", gap="small"):
        for number, one in enumerate(_shown(name, found)):
            show_quote_line(one, f"{name}-{number}")
    _show_more(name, found)


def _shown(name: str, found: Sequence[Evidence]) -> Sequence[Evidence]:
    return found if state.typed(f"learning.all.{name}", False) else found[:_MOST]


def _show_more(name: str, found: Sequence[Evidence]) -> None:
    if len(_shown(name, found)) < len(found):
        words = f"Show all {len(found)}"
        st.button(words, key=f"all-{name}", type="tertiary", on_click=state.put, args=(f"learning.all.{name}", True))
