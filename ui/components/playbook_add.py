"""The desk on which an activity of one's own is written, looked at and added."""

from __future__ import annotations

from functools import partial

import streamlit as st

from coach.models import Finding, ReadPattern, Severity

from .. import resources, state
from ..markup import esc, show_html, tag
from ..wording import count
from .notice import Notice, put_away, say, show_notice
from .page import show_page_head
from .playbook_draft import Draft, mend_draft, to_text
from .playbook_entry import show_reading
from .playbook_findings import show_findings
from .playbook_form import empty_form, put_draft, show_form, typed_draft
from .playbook_mending import mend_text
from .playbook_own import BOX, add_own, own_patterns, write_in_box
from .playbook_reading import render_lead
from .playbook_text import show_text_way
from .playbook_view import example_for, mending_notices, notices, open_shelf

FORM, TEXT = "form", "text"
_WAYS = {FORM: "A short form", TEXT: "As text"}
_BY_HAND = "We found no place in which these words mend it. They stand beside it: copy them where they belong."
_BESIDE = tag(
    "aside",
    tag("p", "Five things are enough", "c-card-h")
    + tag("p", "What you call it, what people do, the steps with their minutes, what it leaves, and something useful "
          "to do for everyone.")
    + tag("p", "It is read and looked at like the playbook's own. Style and language are yours: only what no plan can "
          "be drafted with has to be mended first.")
    + tag("p", "What you write waits here until you add it.", "c-hint"),
    "c-aside",
)  # fmt: skip


def show_adding() -> None:
    """Draw the desk."""
    st.button("← The whole playbook", key="to-shelf", type="tertiary", on_click=open_shelf)
    show_page_head(
        "What have you tried that others could use?", "An activity that you host becomes one that plans can use."
    )
    show_notice(notices())
    form, beside = st.columns([1.9, 1], gap="large")
    with form:
        st.segmented_control(
            "How you write it", list(_WAYS), format_func=_WAYS.__getitem__, required=True,
            **state.kept("playbook.way", FORM),
        )  # fmt: skip
        if _way() == FORM:
            show_form()
        else:
            show_text_way()
        _show_buttons()
        read = _show_found()
    with beside:
        show_html(_BESIDE)
    if read and read.usable:
        _show_preview(read)


def _way() -> str:
    return str(state.typed("playbook.way", FORM))


def _text() -> str:
    return to_text(typed_draft()) if _way() == FORM else str(state.typed(BOX, ""))


def _looked() -> str:
    return f"playbook.looked.{_way()}"


def _is_looked_at() -> bool:
    return bool(state.typed(_looked(), False)) and bool(_text().strip())


def _show_buttons() -> None:
    with st.container(horizontal=True, key="pb-look", vertical_alignment="center"):
        is_first = not _is_looked_at()
        st.button("Look at it", type="primary" if is_first else "secondary", key="look", on_click=_look)
        if _way() == FORM and not typed_draft().is_empty:
            st.button("Go on as text", key="to-text", type="tertiary", on_click=_go_on_as_text)
            st.button("Empty the form", key="empty-form", type="tertiary", on_click=empty_form)


def _look() -> None:
    put_away(mending_notices())
    if _text().strip():
        state.put(_looked(), True)
    else:
        say(mending_notices(), Notice("There is nothing in it yet. A title and what people do are a good beginning."))


def _go_on_as_text() -> None:
    write_in_box(to_text(typed_draft()), "This is your form as text. The form keeps what stands in it.")
    state.put("playbook.looked.text", state.typed("playbook.looked.form", False))


def _show_found() -> ReadPattern | None:
    # Once it has been looked at, the thoughts follow every change, so that mending one shows what is left.
    show_notice(mending_notices())
    if not _is_looked_at():
        return None
    read = resources.coach().read_pattern(_text())
    show_html(tag("p", esc(_verdict(read)), "c-pb-verdict", role="status"))
    if read.usable:
        _show_add(read)
    show_findings(read.findings, _use, in_form=_way() == FORM)
    return read


def _verdict(read: ReadPattern) -> str:
    stops = sum(one.severity is Severity.STOP for one in read.findings)
    mends = sum(one.severity is Severity.MEND for one in read.findings)
    if not read.usable:
        return f"No plan can use it yet: {count(stops, 'thing')} to mend first."
    if mends:
        return f"Plans can use it as it is; {count(mends, 'thing')} could be better."
    return "Plans can use it as it is."


def _show_add(read: ReadPattern) -> None:
    assert read.pattern is not None
    there = {one.pattern.id: one for one in own_patterns()}.get(read.pattern.id)
    words = "Put it in the place of yours" if there else "Add it to our playbook"
    if there:
        said = f"“{there.pattern.title}” is there already, added by {there.added_by}. This one takes its place."
        show_html(tag("p", esc(said), "c-said"))
    st.button(words, type="primary", key="add-it", on_click=_add)


def _add() -> None:
    if not add_own(_text()):
        return
    if _way() == FORM:
        put_draft(Draft())
    else:
        state.put(BOX, "")
    state.put(_looked(), False)


def _use(finding: Finding) -> None:
    read, undo = resources.coach().read_pattern, None
    if _way() == FORM:
        before, draft = typed_draft(), mend_draft(typed_draft(), finding, read)
        if draft is not None:
            put_draft(draft)
            undo = partial(put_draft, before)
    else:
        old, text = _text(), mend_text(_text(), finding, read)
        if text is not None:
            state.put(BOX, text)
            undo = partial(state.put, BOX, old)
    said = Notice("The words are in place.", "Take them out again", undo) if undo else Notice(_BY_HAND)
    say(mending_notices(), said)


def _show_preview(read: ReadPattern) -> None:
    assert read.pattern is not None
    with st.expander("How it would read", **state.kept("playbook.preview", False)):
        example = example_for(read.pattern)
        shown = resources.coach().show_pattern(read.pattern, example)
        show_html(tag("p", esc(f"Shown for an example, “{example}”."), "c-hint") + render_lead(shown))
        show_reading(shown)
