"""Whether the words behind a sentence still stand in their note, and may still be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.errors import CoachError
from coach.models import Brief, BriefSentence, Consent, Evidence, Note, Visibility

from .. import resources, state
from .note_view import Place

if TYPE_CHECKING:
    from coach.service import Coach

WITHHELD = "What stood here quoted words that have been changed, withdrawn or deleted since."
"""Stands in the place of a sentence whose words are not to be read any more."""


def place_of(evidence: Evidence) -> Place | None:
    """Return where these words stand today; None when they are gone, or may not be quoted as they were.

    A page stays open for days: meanwhile a note may have been changed, taken out or closed to quoting.
    """
    return _place(evidence, resources.coach(), state.record().community)


def is_withheld(sentence: BriefSentence) -> bool:
    """Return whether a sentence stands on words that are not to be read here any more."""
    return _is_withheld(sentence, resources.coach(), state.record().community)


def as_it_stands(brief: Brief, coach: Coach, community: str) -> Brief:
    """Return a page without the words that went since it was made, to be taken along as a file."""
    sections = tuple(
        section.model_copy(update={"sentences": tuple(_kept(one, coach, community) for one in section.sentences)})
        for section in brief.sections
    )
    return brief.model_copy(update={"sections": sections})


def _kept(sentence: BriefSentence, coach: Coach, community: str) -> BriefSentence:
    stands = tuple(one for one in sentence.evidence if _place(one, coach, community) is not None)
    text = WITHHELD if _is_withheld(sentence, coach, community) else sentence.text
    return sentence.model_copy(update={"text": text, "evidence": stands})


def _is_withheld(sentence: BriefSentence, coach: Coach, community: str) -> bool:
    quoted = [one for one in sentence.evidence if one.quote]
    gone = [one for one in quoted if _place(one, coach, community) is None]
    # A sentence that only goes by what its notes said may not stay when none of them says it any more.
    has_nothing_left = bool(gone) and len(gone) == len(quoted) and not sentence.counted
    return has_nothing_left or any(one.shown and one.shown in sentence.text for one in gone)


def _place(evidence: Evidence, coach: Coach, community: str) -> Place | None:
    if not evidence.quote:
        return None
    try:
        note = coach.note(community, evidence.note_id)
    except CoachError:
        return None
    if not _may_show(note, evidence):
        return None
    stands = note.text[evidence.start : evidence.end] == evidence.quote
    start = evidence.start if stands else note.text.find(evidence.quote)
    return None if start < 0 else Place(note.id, start, start + len(evidence.quote))


def _may_show(note: Note, evidence: Evidence) -> bool:
    if note.consent is Consent.NEVER or note.visibility is Visibility.ONLY_ME:
        return False
    # Closed further since: what was shown of it, names for one, may be more than may be shown now.
    return note.consent in (evidence.consent, Consent.ANYWHERE)
