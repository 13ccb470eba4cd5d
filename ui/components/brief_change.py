"""What a person changes on the page: a sentence in their own words, or one less; checked again, with a way back."""

from __future__ import annotations

from coach.models import Brief, BriefResult, BriefSection, BriefSentence, Decision

from .. import drafts, resources, state
from .brief_acts import act

_LEFT_OUT = "We left this part out."


def reword(sentence: BriefSentence, words: str) -> bool:
    """Have a sentence say this; the words behind it stay. Return whether it does."""
    if not words or words == sentence.text:
        state.brief_shelf().close()
        return True
    new = sentence.model_copy(update={"text": words, "worded_by": "person"})
    return _change(sentence, (new,), "That sentence is in your words now.")


def take_out(sentence: BriefSentence) -> None:
    """Take a sentence out of the page."""
    _change(sentence, (), "That sentence is out.")


def _change(sentence: BriefSentence, new: tuple[BriefSentence, ...], done: str) -> bool:
    shelf, before = state.brief_shelf(), state.brief_shelf().open
    if before is None:
        return False

    def change() -> None:
        shelf.replace(_checked(before, _with(before.brief, sentence.id, new)))
        _tell(before, sentence, new)

    def back() -> None:
        state.brief_shelf().replace(before)

    return act(change, done, ("Put it back", back))


def _with(brief: Brief, sentence_id: str, new: tuple[BriefSentence, ...]) -> Brief:
    """Return the page with this sentence in the place of the one of that id; no longer the one that was kept."""
    sections = tuple(_section_with(section, sentence_id, new) for section in brief.sections)
    return brief.model_copy(update={"sections": sections, "id": ""})


def _section_with(section: BriefSection, sentence_id: str, new: tuple[BriefSentence, ...]) -> BriefSection:
    rows = (new if one.id == sentence_id else (one,) for one in section.sentences)
    sentences = tuple(one for row in rows for one in row)
    is_emptied = bool(section.sentences) and not sentences and not section.gap
    gap = _LEFT_OUT if is_emptied else section.gap
    return section.model_copy(update={"sentences": sentences, "gap": gap})


def _checked(before: BriefResult, brief: Brief) -> BriefResult:
    result: BriefResult = resources.coach().briefs.check(state.record().community, brief, actor=state.actor())
    return result.model_copy(update={"drafting": before.drafting})


def _tell(before: BriefResult, sentence: BriefSentence, new: tuple[BriefSentence, ...]) -> None:
    what = (
        Decision(what="edit", part=sentence.id, field="text", before=sentence.text, after=new[0].text)
        if new
        else Decision(what="reject", part=sentence.id)
    )
    drafts.decide(drafts.run_of(before.drafting), what)
