"""A confirmed story with its chain: each link in the words of a note, or as it was told where no note is behind it.

What was told and stands in no note is given in a single sentence that says so; what stands behind that one is the
confirmed story itself, counted: `one story`. A story may quote its own notes more often than the rest of the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.models import ClaimKind, CountedItem, Evidence, SectionKind, StoryLink, StoryPart, ValueStory
from coach.playbook import content_stems
from coach.ports import Tells

from .counting import count_things
from .material import fold
from .parts import Desk, Line, Part, end_of

_FIRST_SENTENCE = re.compile(r"^.+?[.!?](?=\s|$)")
_MOST_TOLD = 40
"""A told link of more words is given by its first sentence."""
_BEGINNINGS = (Tells.USED, Tells.CAME_OF_IT)


def stories(desk: Desk) -> Part:
    """Return the story that says most, link by link, or that there is none."""
    told = sorted(desk.given.stories, key=lambda story: -_weigh(desk, story))
    for story in told:
        lines = _tell(desk, story)
        if lines:
            return Part(SectionKind.STORIES, [*lines, *_others(desk, told)], _gap(desk, story))
    return Part(SectionKind.STORIES, [], desk.phrases.gap("stories"))


def add_beginning(desk: Desk, part: Part) -> None:
    """Add what might become a story where none is told: after all else has found its words."""
    found = None if part.lines else desk.material.best(_BEGINNINGS)
    if found:
        part.lines.append(desk.line(found, ClaimKind.CAN, "beginning", weight=0.5))


def _weigh(desk: Desk, story: ValueStory) -> float:
    words = content_stems(" ".join(part.text for part in story.parts))
    near = len(words & desk.material.asked.stems)
    quoted = sum(bool(_words(desk, part)) for part in story.parts)
    return story.completeness + near + 0.5 * quoted


def _tell(desk: Desk, story: ValueStory) -> list[Line]:
    parts = [part for link in StoryLink if (part := story.part(link))]
    lines = [line for part in parts if (line := _link(desk, story, part))]
    rest = _rest(desk, story, [part for part in parts if not part.evidence and part.text.strip()], bool(lines))
    return lines + rest


def _link(desk: Desk, story: ValueStory, part: StoryPart) -> Line | None:
    words = _words(desk, part)
    if words is None:
        return None
    desk.material.use(words)
    text = desk.lead(f"story/{part.link}", words)
    return Line(text, ClaimKind.STORY, (words,), cycle=part.link.cycle, story_id=story.id, weight=2.0)


def _words(desk: Desk, part: StoryPart) -> Evidence | None:
    """Return the words of a link that may be quoted and stand nowhere on the page yet."""
    said = desk.material.said
    fitting = (item for item in part.evidence if desk.material.may_quote(item) and fold(item.shown) not in said)
    return next(fitting, None)


def _rest(desk: Desk, story: ValueStory, parts: Sequence[StoryPart], has_lines: bool) -> list[Line]:
    if not parts:
        return []
    counted = count_things([_name(story)], "stories")
    counted = counted.model_copy(update={"items": (CountedItem(label=_name(story)),)})
    told = " ".join(f"{desk.phrases.link(part.link)}: {_shorten(part.text)}." for part in parts)
    text = desk.phrases.lead("story_rest" if has_lines else "story_told", told=told)
    cycle = parts[0].link.cycle if len(parts) == 1 else None
    return [Line(text, ClaimKind.STORY, (), (counted,), cycle=cycle, story_id=story.id, weight=1.5)]


def _shorten(text: str) -> str:
    whole = " ".join(text.split()).replace("“", "‘").replace("”", "’")
    first = _FIRST_SENTENCE.match(whole)
    return end_of(first[0] if first and len(whole.split()) > _MOST_TOLD else whole)


def _others(desk: Desk, told: Sequence[ValueStory]) -> list[Line]:
    if len(told) <= 1:
        return []
    counted = count_things([_name(story) for story in told], "stories")
    return [Line(desk.phrases.lead("stories_more", says=counted.says), ClaimKind.COUNT, (), (counted,), weight=0.3)]


def _name(story: ValueStory) -> str:
    return story.title or end_of(story.parts[0].text if story.parts else "") or "a story"


def _gap(desk: Desk, story: ValueStory) -> str:
    return desk.phrases.gap(f"story_{story.next_gap}") if story.next_gap else ""
