"""Outcomes and stories as they are kept: tidy, whole, and no longer than what is kept. Pure."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Sequence

from coach.errors import BadRequest
from coach.models import KeptOutcome, Sign, StoryLink, StoryPart, ValueStory

from .kept_text import tidy_line, tidy_text

MOST_SIGNS = 12
"""How many signs an outcome has at most; more than that nobody looks for."""
LONGEST_LINE = 500
"""How many characters an outcome, a sign or a remark has at most."""
LONGEST_PART = 2_000
"""How many characters a link of a story has at most."""
LONGEST_NAME = 120
"""How many characters a title, or a teller's name, has at most."""
_TITLE_WORDS = 9


def tidy_outcome(outcome: KeptOutcome, today: dt.date) -> KeptOutcome:
    """Return an outcome as it is kept, with ids for itself and its signs.

    Args:
        outcome: What somebody wrote.
        today: From when on it holds, where it does not say.

    Raises:
        BadRequest: It or a sign of it is empty or too long, there are too many signs, or it ends before it begins.
    """
    if len(outcome.signs) > MOST_SIGNS:
        raise BadRequest(
            f"An outcome can have up to {MOST_SIGNS} signs; nothing was changed.", "Keep those that you would notice."
        )
    since = outcome.since or min(today, outcome.ended or today)
    if outcome.ended is not None and outcome.ended < since:
        raise BadRequest("This outcome would end before it begins; nothing was changed.", "Change one of the dates.")
    return outcome.model_copy(
        update={
            "id": outcome.id or secrets.token_hex(8),
            "text": tidy_line(outcome.text, "The outcome", LONGEST_LINE),
            "signs": tidy_signs(outcome.signs),
            "since": since,
            "ended_why": _tidy_any(outcome.ended_why, "Why it was put aside"),
        }
    )


def tidy_signs(signs: Sequence[Sign]) -> tuple[Sign, ...]:
    """Return signs as they are kept, each with an id of its own."""
    taken: set[str] = set()
    kept = []
    for sign in signs:
        given = sign.id if sign.id and sign.id not in taken else secrets.token_hex(4)
        taken.add(given)
        text = tidy_line(sign.text, "What you would notice", LONGEST_LINE)
        remark = _tidy_any(sign.remark, "The remark")
        kept.append(sign.model_copy(update={"id": given, "text": text, "remark": remark}))
    return tuple(kept)


def tidy_story(story: ValueStory, today: dt.date) -> ValueStory:
    """Return a story as it is kept: with an id and a title, its links in their order.

    Args:
        story: What somebody told or confirmed.
        today: No story is seen to have come of it later than that.

    Raises:
        BadRequest: It has no links, one of them twice, an empty one or one that is too long, or it is of a day to come.
    """
    links = [part.link for part in story.parts]
    if not links:
        raise BadRequest("This story tells nothing yet, so it was not kept.", "Tell at least one link of it.")
    if len(set(links)) < len(links):
        raise BadRequest("A story has each link once; nothing was changed.", "Tell it as one, or as two stories.")
    if story.happened is not None and story.happened > today:
        raise BadRequest(
            "This story would be of a day to come; nothing was changed.", "Give the day on which it was seen."
        )
    parts = tuple(_tidy_part(part) for part in sorted(story.parts, key=lambda part: list(StoryLink).index(part.link)))
    return story.model_copy(
        update={
            "id": story.id or secrets.token_hex(8),
            "title": tidy_line(story.title or _to_title(parts[0].text), "The title", LONGEST_NAME),
            "parts": parts,
            "teller": tidy_line(story.teller, "Who tells it", LONGEST_NAME) if story.teller.strip() else "",
        }
    )


def tidy_remark(text: str) -> str:
    """Return a remark on one line, which may be empty."""
    return _tidy_any(text, "The remark")


def _tidy_part(part: StoryPart) -> StoryPart:
    return part.model_copy(update={"text": tidy_text(part.text, "A link of the story", LONGEST_PART)})


def _tidy_any(text: str, what: str) -> str:
    return tidy_line(text, what, LONGEST_LINE) if text.strip() else ""


def _to_title(text: str) -> str:
    words = text.split()
    line = " ".join(words[:_TITLE_WORDS])[: LONGEST_NAME - 2].rstrip(" .,;:")
    return f"{line} …" if len(words) > _TITLE_WORDS else line
