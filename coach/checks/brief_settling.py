"""What cannot be shown is taken out of a brief, and its place says so; nothing is put there instead."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from coach.models import (
    Brief,
    BriefPictures,
    BriefSection,
    BriefSentence,
    ClaimKind,
    CycleFilled,
    Finding,
    SectionKind,
    Severity,
    ThemeFilled,
)

_TITLES = {
    SectionKind.SET_OUT: "What we set out to learn",
    SectionKind.CAN_NOW: "What people can do now",
    SectionKind.STORIES: "One story from end to end",
    SectionKind.NOT_YET: "What did not work, and what we do not know",
    SectionKind.CONTRIBUTION: "How far this is the community's doing",
    SectionKind.ASK: "What we ask",
}
_LEFT_OUT = "Something was left out here, because it could not be shown from the notes."
_EMPTY = "Nothing could be shown here from the notes; people who were there can tell."
_NOTHING_HARD = "The notes say nothing here of what did not work; ask people what they would do differently."
_NO_STORY = "No story could be told here from end to end; ask somebody what they did with what they took away."


def settle_brief(brief: Brief, findings: Iterable[Finding]) -> Brief:
    """Return the brief without what a `stop` finding is about; each part that lost something says so.

    Sentences, gaps, headings and lines are left out, never reworded, and what a later link of a story follows from is
    left out together with it.

    Args:
        brief: The page as it was drafted.
        findings: What the checks said of it.
    """
    stopped = {finding.where for finding in findings if finding.severity is Severity.STOP}
    if not stopped:
        return brief
    sections = [_settle_section(section, stopped) for section in brief.sections]
    if not any(section.kind is SectionKind.NOT_YET for section in sections):
        sections.append(BriefSection(kind=SectionKind.NOT_YET, title=_TITLES[SectionKind.NOT_YET], gap=_NOTHING_HARD))
    order = list(SectionKind)
    return brief.model_copy(
        update={
            "title": "What we learned" if "brief" in stopped else brief.title,
            "sections": tuple(sorted(sections, key=lambda section: order.index(section.kind))),
            "used": tuple(row for place, row in enumerate(brief.used) if f"used-{place}" not in stopped),
            "left_out": tuple(row for place, row in enumerate(brief.left_out) if f"left_out-{place}" not in stopped),
            "pictures": _settle_pictures(brief.pictures, stopped),
        }
    )


def _settle_section(section: BriefSection, stopped: Collection[str]) -> BriefSection:
    kept = _kept(section.sentences, stopped)
    gap, title = section.gap, section.title
    if section.kind.value in stopped:
        gap, title = "", _TITLES[section.kind]
    if len(kept) < len(section.sentences):
        gap = " ".join(filter(None, (gap, _LEFT_OUT if kept else _empty_gap(section.kind))))
    elif not kept and not gap.strip():
        gap = _empty_gap(section.kind)
    return section.model_copy(update={"sentences": kept, "gap": gap, "title": title})


def _kept(sentences: Iterable[BriefSentence], stopped: Collection[str]) -> tuple[BriefSentence, ...]:
    kept: list[BriefSentence] = []
    broken: set[str] = set()
    for sentence in sentences:
        is_link = sentence.kind is ClaimKind.STORY and bool(sentence.story_id)
        if sentence.id in stopped or (is_link and sentence.story_id in broken):
            broken |= {sentence.story_id} if is_link else set()
        else:
            kept.append(sentence)
    # A lead-in to nothing claims that something follows.
    return tuple(kept) if any(sentence.kind is not ClaimKind.FRAME for sentence in kept) else ()


def _empty_gap(kind: SectionKind) -> str:
    return {SectionKind.NOT_YET: _NOTHING_HARD, SectionKind.STORIES: _NO_STORY}.get(kind, _EMPTY)


def _settle_pictures(pictures: BriefPictures, stopped: Collection[str]) -> BriefPictures:
    cycles = tuple(_settle_cycle(row, stopped) for row in pictures.cycles)
    themes = tuple(
        _settle_theme(place, row, stopped)
        for place, row in enumerate(pictures.themes)
        if f"theme-{place}" not in stopped or row.example is not None
    )
    return pictures.model_copy(update={"cycles": cycles, "themes": themes})


def _settle_cycle(row: CycleFilled, stopped: Collection[str]) -> CycleFilled:
    return row.model_copy(update={"example": None}) if f"cycle-{row.cycle}" in stopped else row


def _settle_theme(place: int, row: ThemeFilled, stopped: Collection[str]) -> ThemeFilled:
    return row.model_copy(update={"example": None}) if f"theme-{place}" in stopped else row
