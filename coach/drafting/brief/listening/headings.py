"""What a heading or a label in bold says of what stands under it: "What I did", "What came of it", "Dragged". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.ports import Tells

from .hedges import BETTER, DENIES

_WHAT = r"(?:what|things|something|one thing|a thing) (?:i|we|people|they|you|you've|i've|we've)"
_UNDER: tuple[tuple[Tells, re.Pattern[str]], ...] = tuple(
    (
        tells,
        re.compile(
            rf"\A[\W\d_]*(?:{words})(?!\w)(?! (?:presentation|panel|talk|session|event|doc|from last))[^\n]{{0,40}}\Z",
            re.IGNORECASE,
        ),
    )
    for tells, words in (
        (
            Tells.WISH,
            rf"{_WHAT} (?:want|wanted|would like|hoped|wish) to (?:be able|learn|get better|understand|practi[sc]e)"
            r"|what (?:do|did) we want to (?:get better at|be able to|learn)|(?:our "
            r"|my )?(?:learning )?(?:wishes|outcomes|goals)"
            r"|we want to be able to|to be able to",
        ),
        (
            Tells.TOOK_AWAY,
            rf"{_WHAT} (?:took|take|learn(?:ed|t)|am taking|are taking)|lessons? learn(?:ed|t)"
            rf"|take-?aways?|learnings?",
        ),
        (
            Tells.USED,
            rf"{_WHAT} (?:did(?: with it| after(?:wards)?| differently| since| then)|changed|tried|used)"
            r"|since (?:last time|then|we last met)|put into practice|tried (?:it )?(?:out|since)",
        ),
        (
            Tells.CAME_OF_IT,
            r"what (?:came of (?:it|that|this)|happened (?:then|since|as a result)|difference it made)"
            r"|results?(?=\W*\Z)",
        ),
        (
            Tells.CHANGED_VIEW,
            r"what (?:it|this|that)(?:'s| has)? changed (?:about|in) how (?:i|we) (?:see|look|think)|how (?:i"
            r"|we) see (?:it|success) now",
        ),
        (
            Tells.HARD,
            r"(?:what )?(?:dragged|did(?: not|n't) work|went (?:wrong|badly|less well)|was (?:hard|difficult)"
            r"|still can't)"
            r"|what (?:i|we) still can't do|not so good|could (?:be|have been) better|did not work",
        ),
        (
            Tells.DID,
            r"share[- ]?outs?|what (?:exciting things )?did (?:you|we) (?:do|accomplish)|accomplish(?:ments|ed)"
            r"|achievements|highlights|done(?: this (?:week|month))?|completed|progress|what happened|what we did",
        ),
        (Tells.UNKNOWN, r"what (?:i|we) (?:still )?do(?: not|n't) know|(?:still )?unknowns?|we don't know"),
        (Tells.DISAGREEMENT, r"(?:things|what|where) we (?:do(?: not|n't)|disagree|differ)(?: agree)?|not agreed"),
    )
)
_LABEL = re.compile(r"[ \t\n]*(?:[-*+•][ \t]+)?(?:\*\*|__)([^*_\n]{3,80}?)[.:?]?(?:\*\*|__)[.:]?")
_DONE = re.compile(
    r"\b(?:i|we|they|it|\w+s) (?:\w+ly |also |then |first |just |'ve |have |has |had )*(?:\w{2,}ed|did|went"
    r"|took|put|made|gave|got|asked"
    r"|told|wrote|drew|sent|began|ran|found|kept|brought|showed|sat|met|done|changed|taught|built|used|tried)\b",
    re.IGNORECASE,
)
_TALKED = re.compile(r"\b(?:discussed|explored|considered|talked|proposed|idea of)\b", re.IGNORECASE)
"""Talk about it, not the thing itself."""
_DONE_BARE = re.compile(
    r"^(?:\w{3,}ed|sent|went|wrote|drew|made|gave|took|ran|held|built|met|got|began|found|brought|asked)"
    r" (?!(?:by|from|of|in|is|are|was|were)\b)",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    r"\b(?:now|no longer|fewer|less|more|used to|since|longest|up to|down|earlier|sooner|first time|instead)\b|\d",
    re.IGNORECASE,
)
_SEES = re.compile(
    r"\b(?:i|we)\b.*\b(?:now|used to|thought|see|say|count|counted|measure\w*|differently|no longer)\b", re.IGNORECASE
)
_WENT_BADLY = re.compile(
    r"\b(?:not|never|nobody|no one|none|can't|couldn't|didn't|don't|doesn't|isn't|wasn't|too|only|still|lost"
    r"|bumped|stopped|missing"
    r"|without|wrong|late|broken|less|out of|hard|difficult|slow|long|four times|again|all over)\b|n't\b",
    re.IGNORECASE,
)
_START = re.compile(
    r"\A[\W\d_]*(?:(?:things |what )?(?:we (?:want|would like) )?(?:to )?start(?: doing)?|do more(?: of)?)\W*\Z",
    re.IGNORECASE,
)
"""Beside what to keep and what to stop."""
_JOTTED = 3
"""Fewer words than that say nothing to whoever was not there."""
_VERB_FIRST = re.compile(r"^(?:to )?[a-z]{2,}\b")


@dataclass(frozen=True)
class Under:
    """What a heading or label says of one sentence under it."""

    tells: Tells
    """What is told there."""
    is_item: bool
    """Whether the sentence opens an item of a list."""
    place: int
    """Which sentence it is after the label or in its item, from 0."""
    is_jotted: bool = False
    """Whether it was jotted down as what to begin with, in as few words as go on a sticky note."""


def to_told(heading: str) -> Tells | None:
    """Return what stands under a heading, where the heading says so."""
    flat = " ".join(heading.replace("’", "'").split()).strip("*_#: .")
    return next((tells for tells, words in _UNDER if words.match(flat)), None)


def is_start_list(path: Sequence[str]) -> bool:
    """Say whether what stands here was jotted down as what people would like to begin with.

    Args:
        path: The headings above, outermost first.
    """
    return len(path) > 1 and bool(_START.match(path[-1]))


def told_under(path: Sequence[str], paragraph: str) -> Tells | None:
    """Return what the label that opens a paragraph, or else the nearest heading above it, says of what stands there.

    Args:
        path: The headings above, outermost first; one alone is the note's title and says nothing of each sentence.
        paragraph: The block that the sentence stands in, from its start.
    """
    label = _LABEL.match(paragraph)
    if label is not None:
        return to_told(label[1])
    return to_told(path[-1]) if len(path) > 1 else None


def may_stand_under(under: Under, flat: str, *, is_opinion: bool) -> bool:
    """Say whether a sentence may be what its heading promises: no hope and no denial stands for something done.

    Args:
        under: What the heading promises.
        flat: The sentence on one line.
        is_opinion: Whether somebody only holds or hopes it.
    """
    if under.is_jotted:
        return under.is_item and not under.place and len(flat.split()) >= _JOTTED and not DENIES.search(flat)
    if flat.endswith("?") or (under.tells in (Tells.TOOK_AWAY, Tells.USED) and _TALKED.search(flat)):
        return False
    if under.tells is Tells.WISH:
        return under.is_item and not under.place and bool(_VERB_FIRST.match(flat))
    if under.tells is Tells.HARD:
        return under.is_item and not under.place and not is_opinion and bool(_WENT_BADLY.search(flat))
    if under.tells in (Tells.UNKNOWN, Tells.DISAGREEMENT):
        return under.is_item and not under.place
    if is_opinion or DENIES.search(BETTER.sub(" ", flat)):
        return False
    if under.tells in (Tells.USED, Tells.DID) and _DONE_BARE.search(flat):
        return True
    if under.tells is Tells.DID:
        return False
    shape = {Tells.CAME_OF_IT: _SHOWS, Tells.CHANGED_VIEW: _SEES}.get(under.tells, _DONE)
    return bool(shape.search(flat))
