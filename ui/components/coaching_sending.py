"""From a person's words to a reply: what is asked, who is asked, and where the reply is laid down."""

from __future__ import annotations

import streamlit as st

from coach.errors import CoachError, UnknownConversation
from coach.models import CoachingRequest, CoachMode, CoachReply

from .. import drafts, resources, state
from ..markup import show_html, tag
from ..talk import Exchange
from .arriving import show_arriving, show_trouble
from .coaching_acts import PAGE
from .notice import put_away
from .problems import show_problem
from .to_top import begin_at_top
from .who_drafts import chosen_by

MESSAGE, MODE, UNKEPT = "coaching.message", "coaching.mode", "coaching.unkept"
"""What is being written, which door is picked, and whether the next conversation is not to be kept."""
_EMPTY = "coaching.empty"
_SAY_MORE = "Write a line first; one is enough."
_DOING = "answering"
_BELOW = 12
"""How many places stand under the conversation at most."""


def typed_request() -> CoachingRequest:
    """Return what would be sent of what stands in the box."""
    return _request(str(state.typed_now(MESSAGE, "")))


def _request(message: str, seed: int = 0, situation: str = "", *, only_hosting: bool = False) -> CoachingRequest:
    talk = state.talk()
    begun = bool(talk.exchanges)
    keeps = talk.keeps if begun else not state.typed_now(UNKEPT, False)
    return CoachingRequest(
        message=message.strip(),
        mode=talk.mode or CoachMode(state.typed_now(MODE, CoachMode.THINK)),
        thread=talk.thread,
        situation=situation,
        keeps=keeps,
        earlier=() if keeps else talk.turns(),
        only_hosting=only_hosting,
        asks_after=False,  # the card above asks how it went
        seed=seed,
    )


def send_typed() -> None:
    """Send what stands in the box."""
    request = typed_request()
    state.put(MESSAGE, str(state.typed_now(MESSAGE, "")))
    if not request.message:
        state.put(_EMPTY, True)
        return
    put_away(PAGE)
    _send(request)


def send_again(seed_step: int = 1, situation: str = "", *, only_hosting: bool = False) -> None:
    """Ask the same words again: for another reply, or as what the person says it is."""
    last = state.talk().last
    if last is not None:
        _send(_request(last.message, last.seed + seed_step, situation, only_hosting=only_hosting))


def _send(request: CoachingRequest) -> None:
    talk = state.talk()
    talk.keeps, talk.sending, talk.is_asked, talk.editor = request.keeps, request, False, ""
    begin_at_top()


def show_sending() -> bool:
    """Ask, or draw the reply that is on its way; return whether the page is taken up by it."""
    talk, view = state.talk(), drafts.going_on("coaching")
    if talk.sending is not None and not talk.is_asked:
        if view is not None:
            drafts.see(view)
        _ask(talk.sending)
    elif view is None:
        _give_words_back()
    elif not view.has_ended:
        show_arriving(view, _DOING)
        return True
    elif isinstance(view.result, CoachReply):
        drafts.see(view)
        _lay_down(view.result)
    else:
        _give_words_back()
        show_trouble(view)
    _show_empty()
    return False


def _ask(request: CoachingRequest) -> None:
    by, community = chosen_by(), state.record().community
    place = st.empty()
    for _ in range(_BELOW):
        st.empty()  # what stood here before goes at once: the box, and the examples
    try:
        with place, st.spinner("Reading what you wrote"):
            if by == "playbook":
                reply = resources.coach().coaching.ask(community, request, by=by, actor=state.actor())
            else:
                drafts.begin("coaching", request, by)
    except CoachError as error:
        _give_back(error)
        return
    if by == "playbook":
        _lay_down(reply)
    state.talk().is_asked = True
    st.rerun()


def _give_back(error: CoachError) -> None:
    """Say what happened; the words stand in the box as they did."""
    _give_words_back()
    if isinstance(error, UnknownConversation):
        state.talk().thread = ""  # it was forgotten elsewhere: the next words begin a new one
    show_problem(error)


def _give_words_back() -> None:
    talk = state.talk()
    if talk.sending is not None:
        talk.sending = None
        # The box was away meanwhile: Streamlit still has its words, and would not tell the browser of them again.
        state.put(MESSAGE, state.typed(MESSAGE, ""))


def _lay_down(reply: CoachReply) -> None:
    talk = state.talk()
    sent = talk.sending
    if sent is not None and str(state.typed(MESSAGE, "")).strip() == sent.message:
        state.put(MESSAGE, "")
    talk.put(Exchange(sent.message if sent else "", reply, sent.seed if sent else 0))
    begin_at_top()
    st.rerun()


def _show_empty() -> None:
    if state.typed(_EMPTY, False):
        state.forget(_EMPTY)
        show_html(tag("p", _SAY_MORE, "c-said", role="status"))
