"""A story told one question at a time: each may be left open, and it is kept as far as it goes."""

from __future__ import annotations

import streamlit as st

from coach.models import Consent, StoryLink, StoryPart, ValueStory

from .. import resources, state
from ..markup import esc, show_html, tag
from .learning_acts import act, outcomes, stories
from .learning_story import CONSENT_TOLD, LINK, questions
from .markers import mark_of

_ON, _AT = "story.on", "story.at"
_TITLE, _TELLER, _CONSENT, _OUTCOME = "title", "teller", "consent", "outcome"
_NEW = "new"
_LINKS = list(StoryLink)
_NONE = ""
_NOTHING = "Answer one of the questions first; a line is enough."


def is_capturing() -> bool:
    """Return whether a story is being told."""
    return bool(_open_id())


def _open_id() -> str:
    """Return the id of the story that is being told, `new` for one that is not kept yet; empty for none."""
    return str(state.typed(_ON, ""))


def _name(what: str) -> str:
    # Each story has boxes of its own: what was begun in one is not lost when another is opened.
    return f"story.{_open_id()}.{what}"


def begin_story(story: ValueStory | None) -> None:
    """Begin a story, or go on with one at its first gap; what was begun and not kept is taken up again."""
    state.put(_ON, story.id if story else _NEW)
    for name, words in _boxes(story).items():
        if state.typed(name, None) is None:
            state.put(name, words)
    gap = story.next_gap if story else None
    state.put(_AT, _LINKS.index(gap) if gap else 0)


def _boxes(story: ValueStory | None) -> dict[str, object]:
    """Return what stands in each box to begin with."""
    parts = {link: story.part(link) if story else None for link in _LINKS}
    texts: dict[str, object] = {_field(link): part.text if part else "" for link, part in parts.items()}
    return texts | {
        _name(_TITLE): story.title if story else "",
        _name(_TELLER): story.teller if story else "",
        _name(_CONSENT): story.consent if story else Consent.INSIDE,
        _name(_OUTCOME): story.outcome_id if story else _NONE,
    }


def _field(link: StoryLink) -> str:
    return _name(f"text.{link.value}")


def _text(link: StoryLink) -> str:
    # Only the box in sight has a word of its own; those out of sight are as they were remembered.
    is_shown = int(state.typed(_AT, 0)) == _LINKS.index(link)
    return str((state.typed_now if is_shown else state.typed)(_field(link), "")).strip()


def _said(what: str, default: object) -> object:
    is_shown = int(state.typed(_AT, 0)) == len(_LINKS)
    return (state.typed_now if is_shown else state.typed)(_name(what), default)


def show_capture() -> None:
    """Draw the question that is being asked, or what is said at the end."""
    at = int(state.typed(_AT, 0))
    with st.container(key="card-capture", gap="small"):
        show_html(render_way(at))
        if at < len(_LINKS):
            _show_question(_LINKS[at], at)
        else:
            _show_end()


def render_way(at: int) -> str:
    """Return the five parts with which are told and which is asked for, as HTML."""
    rows = "".join(_step(link, is_here=number == at) for number, link in enumerate(_LINKS))
    return tag("ol", rows, "c-way-marks", aria_label="The parts of a story")


def _step(link: StoryLink, *, is_here: bool) -> str:
    is_told = bool(str(state.typed(_field(link), "")).strip())
    said = tag("span", " (told)" if is_told else " (open)", "c-sr")
    kind = "c-here" if is_here else ""
    return tag(
        "li", mark_of(is_told) + tag("span", esc(LINK[link])) + said, kind, aria_current="step" if is_here else ""
    )


def _show_question(link: StoryLink, at: int) -> None:
    asked = questions()[link]
    show_html(tag("h2", esc(asked.asks), "c-asks-one") + tag("p", esc(asked.helps), "c-hint"))
    st.text_area("Your answer", height=130, placeholder=asked.example, **state.kept(_field(link), ""))
    with st.container(key="capture-do", horizontal=True, vertical_alignment="center", gap="small"):
        st.button("Next", key="story-next", type="primary", on_click=_go, args=(at + 1,))
        st.button("Skip", key="story-skip", on_click=_go, args=(at + 1,))
        if at:
            st.button("Back", key="story-back", on_click=_go, args=(at - 1,))
        st.button("Save as it is", key="story-save", type="tertiary", on_click=_save)
        st.button("Leave it", key="story-leave", type="tertiary", on_click=_leave)


def _go(at: int) -> None:
    # The box is another one now: what stands in this one is remembered first.
    texts = {link: _text(link) for link in _LINKS}
    for link, text in texts.items():
        state.put(_field(link), text)
    state.put(_AT, at)


def _leave() -> None:
    _go(int(state.typed(_AT, 0)))
    state.put(_ON, "")


def _show_end() -> None:
    show_html(tag("h2", "How may it be told on?", "c-asks-one"))
    st.segmented_control(
        "Who may hear it",
        list(CONSENT_TOLD),
        format_func=CONSENT_TOLD.__getitem__,
        required=True,
        **state.kept(_name(_CONSENT), Consent.INSIDE),
    )
    st.text_input("What to call it (or leave it empty)", **state.kept(_name(_TITLE), ""))
    st.text_input("Who tells it (for your own people only; it never leaves)", **state.kept(_name(_TELLER), ""))
    names = {_NONE: "None of them"} | {one.id: one.text for one in outcomes()}
    if state.typed(_name(_OUTCOME), _NONE) not in names:
        state.put(_name(_OUTCOME), _NONE)
    if len(names) > 1:
        st.selectbox(
            "Which outcome it speaks to",
            list(names),
            format_func=names.__getitem__,
            **state.kept(_name(_OUTCOME), _NONE),
        )
    with st.container(key="capture-do", horizontal=True, vertical_alignment="center", gap="small"):
        st.button("Keep this story", key="story-keep", type="primary", on_click=_save)
        st.button("Back", key="story-back", on_click=_go, args=(len(_LINKS) - 1,))
        st.button("Leave it", key="story-leave", type="tertiary", on_click=_leave)


def _told(before: ValueStory | None) -> ValueStory:
    """Return the story as it stands in the boxes; the words behind a part stay with it."""
    parts = []
    for link in _LINKS:
        part = before.part(link) if before else None
        if _text(link):
            parts.append(StoryPart(link=link, text=_text(link), evidence=part.evidence if part else ()))
    story = before or ValueStory(parts=())
    told = {
        "parts": tuple(parts),
        "state": "confirmed",
        "title": str(_said(_TITLE, "")).strip(),
        "teller": str(_said(_TELLER, "")).strip(),
        "consent": Consent(str(_said(_CONSENT, Consent.INSIDE))),
        "outcome_id": str(_said(_OUTCOME, _NONE)),
    }
    return story.model_copy(update=told)


def _save() -> None:
    learning, community, who = resources.coach().learning, state.record().community, state.actor()
    before = next((one for one in stories() if one.id and one.id == _open_id()), None)
    story = _told(before)
    kept: list[ValueStory] = []

    def save() -> None:
        kept.append(learning.keep_story(community, story, actor=who))

    def back() -> None:
        if before is None:
            learning.remove_story(community, kept[0].id, actor=who)
        else:
            learning.keep_story(community, before, actor=who)

    if not story.parts:
        act(lambda: None, _NOTHING)
        return
    if act(save, "The story is kept.", ("Take it back", back)):
        for name in _boxes(None):
            state.forget(name)
        state.put(_ON, "")
