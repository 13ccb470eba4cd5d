"""Brief cases as the product is asked them, and its pages as answers."""

from __future__ import annotations

from coach.models import Brief, BriefRequest, BriefResult, SectionKind, SuggestionKind
from evals.casebook import BriefAsk, Case
from evals.showing import show_brief
from evals.suggestion import Quoted, Suggestion


def to_brief_request(asked: BriefAsk, seed: int) -> BriefRequest:
    """Return what a case asks."""
    return BriefRequest(**asked.model_dump(), seed=seed)


def to_briefed(result: BriefResult, case: Case) -> Suggestion:
    """Return a page as an answer, under its community's own name: on the bench it bears a mark."""
    brief = unmark_brief(result.brief, case.file.community.name)
    return Suggestion(
        kind=SuggestionKind.BRIEF,
        text=show_brief(brief),
        brief=result.model_copy(update={"brief": brief}),
        quotes=tuple(Quoted(text=one.quote, note=one.note) for item in brief.sentences() for one in item.evidence),
        says_little=says_little(brief),
    )


def unmark_brief(brief: Brief, name: str) -> Brief:
    """Return a page with another name of the community wherever ours speak of it; quotes stay as they are."""
    sections = tuple(
        section.model_copy(
            update={
                "gap": section.gap.replace(brief.community, name),
                "sentences": tuple(
                    item.model_copy(update={"text": item.text.replace(brief.community, name)})
                    for item in section.sentences
                ),
            }
        )
        for section in brief.sections
    )
    title = brief.title.replace(brief.community, name)
    return brief.model_copy(update={"community": name, "title": title, "sections": sections})


def says_little(brief: Brief) -> bool:
    """Say whether the page owns that it cannot tell what people can do now, and tells no story of it."""
    told = {section.kind for section in brief.sections if section.sentences}
    gaps = {section.kind for section in brief.sections if section.gap}
    return SectionKind.CAN_NOW in gaps and not told & {SectionKind.CAN_NOW, SectionKind.STORIES}
