"""How an outcome says it: what the checks noticed, words that could stand instead, and changing it in place."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from coach.errors import CoachError
from coach.models import CheckResult, Finding, Severity

from .. import resources, state
from ..markup import esc, show_html, tag
from ..wording import count
from .thought import GAP, Mending, Offer, say_once, show_thoughts

_STEM = "We want to be able to "
_TO_SAY = frozenset({"O5", "O8"})
_LANGUAGE = "O2"
_EDITING = "outcomes.editing"
_MOST_KEPT = 1000


@dataclass(frozen=True)
class Sentence:
    """An outcome as it says it now, and how other words are put in its place."""

    id: str
    """Tells it from the others on the page."""
    text: str
    """How it says it now."""
    put: Callable[[Sequence[str]], None]
    """Puts other words in place: one line, or several that stand side by side."""
    may_split: bool = False
    """Whether several lines can stand in its place."""


def id_of(text: str) -> str:
    """Return an id that the same words have on every page and in every set."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def check_words(text: str) -> CheckResult:
    """Return what the checks say of a sentence, read once."""
    kept = state.outcomes_shelf().checked
    if text not in kept:
        if len(kept) > _MOST_KEPT:
            kept.clear()
        try:
            kept[text] = resources.coach().check_outcome(text)
        except CoachError:
            return CheckResult(ok=True, findings=())  # it is checked again, and answered, when a plan is drafted
    return kept[text]


def to_mend(findings: Sequence[Finding]) -> list[Finding]:
    """Return what is worth mending; the others are for people to judge."""
    return [one for one in findings if one.severity is not Severity.QUESTION]


def is_half_read(findings: Sequence[Finding]) -> bool:
    """Return whether a sentence could be read only in part: it is in another language than the checks."""
    return any(one.check == _LANGUAGE and one.severity is Severity.QUESTION for one in findings)


def show_findings(sentence: Sentence, findings: Sequence[Finding], fine: str = "") -> None:
    """Draw what is worth mending as thoughts, and the questions that people can ask of it folded away."""
    open_ones = [one for one in findings if one.severity is not Severity.QUESTION or one.check == _LANGUAGE]
    questions = [one for one in findings if one not in open_ones]
    mending = mending_of(sentence)
    if open_ones:
        show_thoughts(_here(say_once(open_ones), sentence), f"words-{sentence.id}", mending)
    elif fine:
        show_html(tag("p", fine, "c-hint c-fine"))
    if questions:
        heading = f"{count(len(questions), 'question')} you could ask of it"
        with st.expander(heading, key=f"ask-{sentence.id}", type="compact"):
            show_thoughts(_here(say_once(questions), sentence), f"ask-{sentence.id}", mending)


def _here(findings: Sequence[Finding], sentence: Sentence) -> list[Finding]:
    # A thought that is left on one sentence is not left on another.
    return [one.model_copy(update={"where": sentence.id}) for one in findings]


def mending_of(sentence: Sentence) -> Mending:
    """Return how the words of thoughts go in the place of this sentence."""

    def use(_: Finding, lines: Sequence[str]) -> None:
        close_editor(sentence)
        sentence.put(lines)

    def fill_in(_: Finding, lines: Sequence[str]) -> None:
        open_editor(sentence, lines[0])

    return Mending(lambda finding: offers_of(sentence, finding), use, fill_in)


def offers_of(sentence: Sentence, finding: Finding) -> tuple[Offer, ...]:
    """Return what a thought offers: to read out, to fill in, to choose from, or to use side by side."""
    lines = tuple(line for line in finding.rewrite.splitlines() if line.strip())
    if not lines:
        return ()
    if finding.check in _TO_SAY:
        return (Offer(lines, is_ready=False),)
    each = tuple(Offer((line,), is_ready=GAP not in line) for line in lines)
    if sentence.may_split and stand_side_by_side(sentence.text, lines):
        return (Offer(lines), *each)
    return each


def stand_side_by_side(text: str, lines: Sequence[str]) -> bool:
    """Return whether each of several lines takes its doing from the sentence, so that together they lose nothing."""
    said = text.lower().split()
    doings = [line.removeprefix(_STEM).split()[:1] for line in lines]
    return len(lines) > 1 and all(doing and doing[0].lower() in said for doing in doings)


def show_edit_button(sentence: Sentence) -> None:
    """Draw the way into the editor."""
    st.button("Change the words", key=f"edit-{sentence.id}", type="tertiary", on_click=open_editor, args=(sentence,))


def is_edited(sentence: Sentence) -> bool:
    """Return whether the editor stands in the place of this sentence."""
    return bool(state.typed(_EDITING, "") == sentence.id)


def open_editor(sentence: Sentence, words: str = "") -> None:
    """Open the editor in the place of this sentence, with other words to begin from when there are any."""
    state.put(_EDITING, sentence.id)
    state.put(_draft(sentence), words or sentence.text)


def close_editor(sentence: Sentence) -> None:
    """Close the editor without keeping anything."""
    if is_edited(sentence):
        state.put(_EDITING, "")
    state.forget(_draft(sentence))


def show_editor(sentence: Sentence) -> None:
    """Draw the editor: the words are looked at while they are typed, and kept when a person says so."""
    with st.container(key=f"editor-{sentence.id}", gap="small"):
        st.text_area("Your words for this outcome", height=116, **state.kept(_draft(sentence), sentence.text))
        with st.container(horizontal=True, gap="small"):
            st.button("Keep these words", type="primary", key=f"keep-{sentence.id}", on_click=_keep, args=(sentence,))
            st.button("Leave it as it was", key=f"close-{sentence.id}", on_click=close_editor, args=(sentence,))
        draft = " ".join(state.typed(_draft(sentence), sentence.text).split())
        if draft:
            written = Sentence(sentence.id, draft, lambda lines: open_editor(sentence, lines[0]))
            show_findings(written, check_words(draft).findings, "This says what people will do. Good to plan from.")


def _keep(sentence: Sentence) -> None:
    words = " ".join(state.typed(_draft(sentence), sentence.text).split())
    close_editor(sentence)
    if words and words != sentence.text:
        sentence.put([words])


def _draft(sentence: Sentence) -> str:
    return f"outcomes.draft.{sentence.id}"


def render_sentence(text: str, mark: str = "", *, level: str = "h2") -> str:
    """Return an outcome large, its own doing before the words that all of them share."""
    stem = text[: len(_STEM)] if text.lower().startswith(_STEM.lower()) else ""
    said = tag("span", esc(stem.strip()), "c-say-stem") + " " if stem else ""
    badge = tag("span", esc(mark), "c-badge") if mark else ""
    return tag(level, said + tag("span", esc(text[len(stem) :]), "c-say-doing") + badge, "c-outcome-say")
