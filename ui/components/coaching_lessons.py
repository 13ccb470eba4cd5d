"""Lessons on hosting: written down for one's own community, shared without names, and read from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from coach.models import Lesson, SharedLesson

from .. import resources, state
from ..markup import esc, show_html, tag
from ..wording import date_label
from .coaching_acts import act, is_lead, refuse, titles
from .coaching_share import show_sharing, start_sharing
from .empty_state import show_empty

_SITUATION, _SETTING, _TRIED, _HAPPENED = (
    f"coaching.lesson.{name}" for name in ("situation", "setting", "tried", "happened")
)
_LEAD = (
    "What happened when you tried something, flops included. It is for your community as you write it. Whoever looks "
    "after the community can share it with the other communities of this workspace, without names."
)
_MOST = 20


def show_lessons() -> None:
    """Draw the form, the community's own lessons and those from elsewhere."""
    coach, community, who = resources.coach(), state.record().community, state.actor()
    names = titles()
    lessons: Sequence[Lesson] = coach.sharing.lessons(community, actor=who)
    show_html(tag("p", _LEAD, "c-lead"))
    _show_form(names, is_open=not lessons)
    st.subheader("Ours", anchor=False)
    if not lessons:
        show_empty("No lesson is written down here yet.", "One is worth having as soon as something was tried.")
    with st.container(key="lessons", gap=None):
        for lesson in lessons:
            _show_lesson(lesson, names)
    elsewhere: Sequence[SharedLesson] = coach.sharing.from_elsewhere(community, actor=who)
    st.subheader("From other communities", anchor=False)
    if not elsewhere:
        show_html(tag("p", "No other community of this workspace has shared one yet.", "c-hint"))
    else:
        show_html("".join(render_elsewhere(one, names) for one in elsewhere[:_MOST]))


def _show_form(names: Mapping[str, str], *, is_open: bool) -> None:
    with (
        st.expander("Write a lesson down", expanded=is_open, key="lesson-form"),
        st.container(key="narrow-lesson", gap="small"),
    ):
        st.selectbox(
            "What was it about?",
            list(names),
            format_func=names.__getitem__,
            index=None,
            placeholder="Pick what comes nearest",
            **state.kept(_SITUATION, None),
        )
        st.text_input("What was it like? How many of you, and how did you meet?", **state.kept(_SETTING, ""))
        st.text_area("What did you try?", height="content", **state.kept(_TRIED, ""))
        st.text_area("What happened?", height="content", **state.kept(_HAPPENED, ""))
        st.button("Write it down", key="write-lesson", on_click=_write)


def _write() -> None:
    sharing, community, who = resources.coach().sharing, state.record().community, state.actor()
    situation = state.typed_now(_SITUATION, None)
    setting, tried, happened = (str(state.typed_now(name, "")).strip() for name in (_SETTING, _TRIED, _HAPPENED))
    if not situation:
        refuse("Pick first what it was about; what comes nearest is near enough.")
        return
    written: list[Lesson] = []

    def write() -> None:
        lesson = Lesson(situation=situation, setting=setting, tried=tried, happened=happened)
        written.append(sharing.write_lesson(community, lesson, actor=who))

    def take_back() -> None:
        sharing.remove_lesson(community, written[0].id, actor=who)

    if act(write, "It is written down, for your own community.", ("Take it back", take_back)):
        for name in (_SITUATION, _SETTING, _TRIED, _HAPPENED):
            state.forget(name)


def _show_lesson(lesson: Lesson, names: Mapping[str, str]) -> None:
    with st.container(key=f"own-{lesson.id}", gap="xsmall"):
        show_html(render_lesson(lesson, names))
        if show_sharing(lesson):
            return
        with st.container(key=f"own-do-{lesson.id}", horizontal=True, gap="medium"):
            if is_lead() and lesson.shared is None:
                words = "Share it without names"
                st.button(words, key=f"share-{lesson.id}", type="tertiary", on_click=start_sharing, args=(lesson,))
            elif is_lead():
                words = "Stop sharing it"
                st.button(words, key=f"withdraw-{lesson.id}", type="tertiary", on_click=_withdraw, args=(lesson,))
            st.button("Remove", key=f"remove-{lesson.id}", type="tertiary", on_click=_remove, args=(lesson,))


def render_lesson(lesson: Lesson, names: Mapping[str, str]) -> str:
    """Return one of the community's own lessons as HTML."""
    when = date_label(lesson.at.astimezone().date().isoformat()) if lesson.at else ""
    shared = "shared with other communities, without names" if lesson.shared else "only here"
    head = tag("h3", esc(names.get(lesson.situation, lesson.situation)), "c-lesson-h")
    return head + tag("p", esc(" · ".join(filter(None, (when, shared)))), "c-hint") + _facts(lesson)


def render_elsewhere(lesson: SharedLesson, names: Mapping[str, str]) -> str:
    """Return a lesson from another community as HTML."""
    head = tag("p", "From another community", "c-eyebrow")
    title = tag("h3", esc(names.get(lesson.situation, lesson.situation)), "c-lesson-h")
    return tag("div", head + title + _facts(lesson), "c-elsewhere")


def _facts(lesson: Lesson | SharedLesson) -> str:
    facts = (("What it was like", lesson.setting), ("What we tried", lesson.tried), ("What happened", lesson.happened))
    rows = "".join(tag("dt", name) + tag("dd", esc(text)) for name, text in facts if text)
    return tag("dl", rows, "c-facts c-lesson-facts")


def _withdraw(lesson: Lesson) -> None:
    sharing, community, who = resources.coach().sharing, state.record().community, state.actor()

    def withdraw() -> None:
        sharing.withdraw_lesson(community, lesson.id, actor=who)

    def again() -> None:
        if lesson.shared is not None:
            sharing.share_lesson(community, lesson.id, lesson.shared, actor=who)

    act(withdraw, "No other community can read it any more.", ("Share it again", again))


def _remove(lesson: Lesson) -> None:
    sharing, community, who = resources.coach().sharing, state.record().community, state.actor()

    def remove() -> None:
        sharing.remove_lesson(community, lesson.id, actor=who)

    def put_back() -> None:
        sharing.restore_lesson(community, lesson, actor=who)

    act(remove, "That lesson is gone, here and everywhere.", ("Put it back", put_back))
