"""Joining what a model worded with what the playbook composed, into one page that fits on a page. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coach.models import BriefSection, BriefSentence, Evidence, SectionKind

from .brief_words import Worded

MOST_WORDS = 445
"""Headings included: what is longer loses the last sentence of its longest section."""


def used_by(worded: Iterable[Worded]) -> frozenset[Evidence]:
    """Return the words that these sentences open to."""
    return frozenset(item for each in worded for item in each.sentence.evidence)


def join_section(
    section: BriefSection, good: Sequence[BriefSentence], lost: int, used: frozenset[Evidence]
) -> BriefSection:
    """Return a section with what may stand of the model's, and for what was lost as much of the playbook's.

    Words that a model's sentence opens to already stand behind no sentence of the playbook.
    """
    spare = [sentence for sentence in section.sentences if used.isdisjoint(sentence.evidence)]
    # A chain with a link missing is no chain: the playbook's whole story stands instead.
    is_broken = bool(lost) and section.kind is SectionKind.STORIES and bool(section.sentences)
    if not good or is_broken:
        kept = spare if (spare or section.gap) and not is_broken else section.sentences
        return section.model_copy(update={"sentences": tuple(kept)})
    sentences = [
        sentence.model_copy(update={"id": f"{section.kind.value}-{place}"})
        for place, sentence in enumerate([*good, *spare[:lost]], 1)
    ]
    gap = section.gap if section.sentences else ""
    return section.model_copy(update={"sentences": tuple(sentences), "gap": gap})


def shorten(sections: Sequence[BriefSection]) -> list[BriefSection]:
    """Return the sections as far as they fit on a page; a story stays whole, and no section loses its last sentence."""
    kept = list(sections)
    while sum(_count(section) for section in kept) > MOST_WORDS:
        places = [
            place
            for place, section in enumerate(kept)
            if len(section.sentences) > 1 and section.kind is not SectionKind.STORIES
        ]
        if not places:
            break
        longest = max(places, key=lambda place: _count(kept[place]))
        kept[longest] = kept[longest].model_copy(update={"sentences": kept[longest].sentences[:-1]})
    return kept


def _count(section: BriefSection) -> int:
    texts = (section.title, section.gap, *(sentence.text for sentence in section.sentences))
    return sum(len(text.split()) for text in texts)
