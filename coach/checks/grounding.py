"""Grounding: every quote stands word for word in a note that is there."""

from __future__ import annotations

from collections.abc import Mapping

from coach.models import Citation, Finding, SessionPlan

from .criterion import Criterion, listed, quoted
from .quotes import find_labelled_quotes, find_labels
from .texts import find_texts

_G1 = Criterion(
    "X3",
    "People stop trusting a plan, and the person who shows it, when it puts words into their mouths.",
    "Take the quote out, or copy the words again from the note.",
)
_G2 = Criterion(
    "X3",
    "A source that nobody can open is no source.",
    "Take the label out, or add the citation that it stands for.",
)


def check_grounding(plan: SessionPlan, note_texts: Mapping[str, str] | None) -> list[Finding]:
    """Check citations against the notes, labels against citations, and quotes in the plan against both.

    Args:
        plan: The plan.
        note_texts: Full texts by note id or by path; None leaves out the look into the notes.
    """
    found = [] if note_texts is None else _check_citations(plan, note_texts)
    return [*found, *_check_labels(plan), *_check_quotes(plan)]


def _check_citations(plan: SessionPlan, note_texts: Mapping[str, str]) -> list[Finding]:
    found = []
    for citation in plan.citations:
        text = note_texts.get(citation.note_id) if citation.note_id else None
        if text is None:
            text = note_texts.get(citation.note)
        where = _place(plan, citation.label)
        if text is None:
            message = (
                f"{citation.label} quotes the note “{citation.note}”, which is not among the notes that you may read."
            )
            found.append(_G2.stop(where, message))
        elif not _stands(citation, text):
            message = (
                f"This quote does not stand in the note “{citation.note}”: {quoted(citation.quote)} ({citation.label})."
            )
            found.append(_G1.stop(where, message))
    return found


def _stands(citation: Citation, text: str) -> bool:
    inside = 0 <= citation.start < citation.end <= len(text)
    return inside and text[citation.start : citation.end] == citation.quote


def _check_labels(plan: SessionPlan) -> list[Finding]:
    known = {citation.label for citation in plan.citations}
    found = []
    for where, labels in _labels_by_place(plan).items():
        missing = sorted(labels - known)
        if missing:
            verb = "is" if len(missing) == 1 else "are"
            found.append(
                _G2.stop(where, f"{listed(missing)} {verb} named as a source, and no citation carries that label.")
            )
    return found


def _labels_by_place(plan: SessionPlan) -> dict[str, set[str]]:
    places: dict[str, set[str]] = {}
    for part in plan.parts:
        own = {*part.citations, *(label for step in part.steps for label in step.citations)}
        places.setdefault(part.id, set()).update(own)
    for influence in plan.influences:
        places.setdefault(influence.part, set()).add(influence.label)
    for text in find_texts(plan):
        places.setdefault(text.where, set()).update(find_labels(text.words))
    return places


def _check_quotes(plan: SessionPlan) -> list[Finding]:
    found = []
    for text in find_texts(plan):
        for quote in find_labelled_quotes(text.words):
            sources = [citation.quote for citation in plan.citations if citation.label in quote.labels]
            if sources and not any(_holds(source, quote.words) for source in sources):
                message = f"{quoted(quote.words)} is not what {listed(quote.labels, 'or')} says."
                found.append(_G1.stop(text.where, message))
    return found


def _holds(source: str, words: str) -> bool:
    said = _plain(words).strip(" …")
    return bool(said) and said in _plain(source)


def _plain(text: str) -> str:
    # White space, and the marks that a quote inside a quote changes, are the only freedom.
    return " ".join(text.translate(_MARKS).split())


_MARKS = str.maketrans({"“": "'", "”": "'", "‘": "'", "’": "'", '"': "'"})


def _place(plan: SessionPlan, label: str) -> str:
    for part in plan.parts:
        if label in part.citations or any(label in step.citations for step in part.steps):
            return part.id
    return next((influence.part for influence in plan.influences if influence.label == label), "plan")
