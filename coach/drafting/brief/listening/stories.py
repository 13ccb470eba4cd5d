"""Stories that the notes may hold: links of a chain told near each other in one note. For a person to confirm. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from coach.models import StoryLink, StoryPart, ValueStory
from coach.ports import LINK_TELLS, Statement

_NEAR, _NEAR_IN_ACCOUNT = 700, 1_800
"""How far apart two links may stand in minutes, where many speak, and in one person's account, in characters."""
_SURE = 0.55
_PAYS = frozenset({StoryLink.USED, StoryLink.CAME_OF_IT})
"""One of these makes it a story of learning that went somewhere."""
_LEAST_LINKS = 2
_LONGEST_TITLE = 60


def find_stories(statements: Sequence[Statement]) -> tuple[ValueStory, ...]:
    """Return candidates for stories, those with most links first; none of them rests on a hope or a belief.

    Args:
        statements: What was heard, in the order of time.
    """
    told = [item for item in statements if not item.is_opinion and _links(item)]
    told.sort(key=lambda item: (item.evidence.note_id, item.evidence.start))
    found = [
        story
        for _, group in groupby(told, key=lambda item: item.evidence.note_id)
        for run in _runs(list(group))
        if (story := _to_story(run)) is not None
    ]
    return tuple(sorted(found, key=lambda story: (-story.completeness, -len(story.parts), _date(story), story.title)))


def _links(statement: Statement) -> dict[StoryLink, float]:
    return {
        link: statement.tells[tells] for link, tells in LINK_TELLS.items() if statement.tells.get(tells, 0.0) >= _SURE
    }


def _runs(group: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Yield stretches of one note and one meeting in which each link stands near the one before."""
    run: list[Statement] = []
    for item in group:
        if run and (_is_far(run[-1], item) or run[-1].evidence.date != item.evidence.date):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _is_far(before: Statement, after: Statement) -> bool:
    near = _NEAR if after.evidence.session else _NEAR_IN_ACCOUNT
    return after.evidence.start - before.evidence.end > near


def _to_story(run: Sequence[Statement]) -> ValueStory | None:
    chosen: dict[StoryLink, Statement] = {}
    for link in StoryLink:
        able = [item for item in run if link in _links(item) and item not in chosen.values()]
        if able:
            chosen[link] = max(able, key=lambda item: (_links(item)[link], -item.evidence.start))
    if len(chosen) < _LEAST_LINKS or not _PAYS & chosen.keys():
        return None
    parts = tuple(
        StoryPart(link=link, text=item.evidence.shown, evidence=(item.evidence,)) for link, item in chosen.items()
    )
    return ValueStory(
        title=_to_title(parts[0].text),
        parts=parts,
        consent=run[0].evidence.consent,
        outcome_id=next((item.evidence.outcome_id for item in chosen.values() if item.evidence.outcome_id), ""),
    )


def _to_title(text: str) -> str:
    if len(text) <= _LONGEST_TITLE:
        return text.rstrip(".")
    return text[:_LONGEST_TITLE].rpartition(" ")[0].rstrip(",;:") + " …"


def _date(story: ValueStory) -> str:
    return story.parts[0].evidence[0].date or "9999"
