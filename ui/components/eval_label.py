"""Labelling: one suggestion at a time, one question about it, and no word of where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from coach.errors import CoachError
from coach.models import EvalListed, Label, LabelCriterion, LabelItem, SuggestionKind

from .. import resources, state
from ..markup import esc, show_html, tag
from ..wording import count
from .eval_view import kept_among, kind_words, render_asked, render_suggestion, say_when
from .notice import Notice, put_away, say, show_notice
from .to_top import begin_at_top

ANSWERS: tuple[tuple[int | None, str, str], ...] = (
    (0, "Not there", "0"),
    (1, "Partly", "1"),
    (2, "There", "2"),
    (None, "Can’t tell", "3"),
)
"""What one can say, how it is written, and the key that says it."""
_RUN, _BY, _KIND, _CODE = "evals.label.run", "evals.label.by", "evals.label.kind", "evals.label.code"
_LONGEST_NAME = 60
_NOTICES = "evals-label"


@dataclass(frozen=True)
class Sitting:
    """Somebody at one question of one run."""

    run: str
    """The run."""
    by: str
    """Whose labels."""
    criterion: LabelCriterion
    """What is asked."""


def show_labelling(reports: Sequence[EvalListed]) -> None:
    """Draw the choices, and the next suggestion."""
    show_html(
        tag(
            "p",
            "Your labels say how far the graders can be believed. It is the suggestions that are looked at, nobody "
            "looks at you; where one comes from is not shown, and everybody gets an order of their own.",
            "c-hint",
        )
    )
    by = str(state.typed(_BY, "")).strip()
    with st.expander("Who you are, and what to look at", expanded=not by):
        run = _choose_run(reports)
        criteria = resources.coach().evaluations.label_criteria(run)
        criterion = _choose_question(criteria) if criteria else None
    if criterion is None:
        words = "This run came without questions to label by. `coach eval run` makes one that has them."
        show_html(tag("p", esc(words.replace("`", "")), "c-empty"))
        return
    if not by:
        show_html(tag("p", "Type your name, or any word that stands for you, to begin.", "c-said", role="status"))
        return
    _show_next(Sitting(run, by, criterion))


def _choose_run(reports: Sequence[EvalListed]) -> str:
    # By date alone: the drafter's name would give away what is to be looked at without it.
    said = {one.id: f"{say_when(one.made_at)}, {count(one.cases, 'case')}" for one in reports}
    ids = list(said)
    with st.container(horizontal=True, key="ev-label-who", vertical_alignment="bottom"):
        st.text_input("Your name", max_chars=_LONGEST_NAME, **state.kept(_BY, ""))
        if len(ids) > 1:
            st.selectbox("Suggestions of", ids, format_func=lambda run: said.get(run, run), **kept_among(_RUN, ids))
    wanted = str(state.typed(_RUN, ids[0]))
    return wanted if wanted in said else ids[0]


def _choose_question(criteria: Sequence[LabelCriterion]) -> LabelCriterion:
    kinds = [kind for kind in SuggestionKind if any(one.kind is kind for one in criteria)]
    with st.container(horizontal=True, key="ev-label-what", vertical_alignment="bottom"):
        st.selectbox("Kind", kinds, format_func=kind_words, **kept_among(_KIND, kinds))
        wanted = state.typed(_KIND, kinds[0])
        kind = wanted if wanted in kinds else kinds[0]
        asked = {one.code: one for one in criteria if one.kind is kind}
        codes = list(asked)
        name = f"{_CODE}.{kind.value}"
        st.selectbox("Question", codes, format_func=lambda code: _say(asked, code), **kept_among(name, codes))
    return asked.get(str(state.typed(name, codes[0])), asked[codes[0]])


def _say(asked: dict[str, LabelCriterion], code: str) -> str:
    return f"{code}: {asked[code].question}" if code in asked else code


def _show_next(sitting: Sitting) -> None:
    show_notice(_NOTICES)
    evaluations = resources.coach().evaluations
    criterion = sitting.criterion
    items = evaluations.label_items(sitting.run, criterion.kind, sitting.by)
    mine = [one for one in evaluations.read_labels(sitting.run) if (one.by, one.code) == (sitting.by, criterion.code)]
    done = {one.item for one in mine}
    waiting = [item for item in items if item.id not in done]
    show_html(_render_progress(len(items) - len(waiting), len(items), sitting))
    if waiting:
        _show_item(waiting[0], sitting)
    else:
        words = "That is all of them. Thank you; take another question, if you like." if items else "Nothing to label."
        show_html(tag("p", words, "c-said", role="status"))
    if mine:
        st.button("Undo the last one", key="label-undo", type="tertiary", on_click=_undo, args=(sitting,))


def _render_progress(done: int, total: int, sitting: Sitting) -> str:
    share = round(100 * done / total, 1) if total else 0
    bar = tag("div", tag("div", "", "c-bar-fill", style=f"width:{share}%"), "c-bar", aria_hidden="true")
    what = f"{kind_words(sitting.criterion.kind)}, {sitting.criterion.code}, as {sitting.by}"
    words = tag("p", esc(f"{done} of {total} labelled: {what}"), "c-hint", role="status")
    return tag("div", words + bar, "c-ev-progress")


def _show_item(item: LabelItem, sitting: Sitting) -> None:
    show_html(tag("p", esc(sitting.criterion.question), "c-card-h", role="heading", aria_level="2"))
    main, beside = st.columns([1.7, 1], gap="large")
    with main:
        asked = tag("p", "What was asked", "c-sub") + render_asked(item.asked)
        show_html(asked + tag("p", "What was suggested", "c-sub") + render_suggestion(item.text))
    with beside, st.container(key="ev-answer"):
        show_html(_render_anchors(sitting.criterion))
        for value, words, key in ANSWERS:
            st.button(
                words,
                key=f"label-{key}",
                shortcut=key,
                width="stretch",
                on_click=_save,
                args=(sitting, item.id, value),
            )
        show_html(tag("p", "Saved at once. The keys 0, 1, 2 and 3 do the same.", "c-hint"))


def _render_anchors(criterion: LabelCriterion) -> str:
    said = zip((words for _, words, _ in ANSWERS), criterion.anchors, strict=False)
    anchors = "".join(tag("dt", esc(words)) + tag("dd", esc(anchor)) for words, anchor in said)
    return tag("dl", anchors, "c-facts c-facts-tall")


def _save(sitting: Sitting, item: str, value: int | None) -> None:
    given = Label(item=item, code=sitting.criterion.code, value=value, by=sitting.by)
    _try(lambda: resources.coach().evaluations.save_label(sitting.run, given))


def _undo(sitting: Sitting) -> None:
    code, by = sitting.criterion.code, sitting.by
    _try(lambda: resources.coach().evaluations.take_back_label(sitting.run, code, by))


def _try(step: Callable[[], object]) -> None:
    put_away(_NOTICES)
    try:
        step()
    except CoachError as error:
        say(_NOTICES, Notice(str(error)))
    begin_at_top()
