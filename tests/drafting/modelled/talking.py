"""Somebody who asks the coach, and replies such as a model would answer with."""

from __future__ import annotations

from typing import Any

from coach.models import CoachMode, Guess, ReplyKind
from coach.playbook.coaching import find_situation
from coach.ports import CoachingInput
from tests.drafting.modelled.making import COMMUNITY, passage

MESSAGE = (
    "I asked the group how the map could be better and nobody said a word. Dave filled the gap again. "
    "What can I do next time?"
)
SITUATION, MOVES = find_situation("silence-after-a-question")
QUOTE = "nobody knows who waits on whom, and the map stops at our own door"


def asking(message: str = MESSAGE, **more: Any) -> CoachingInput:
    """Return what a reply may be worded from: two notes for all, and one that is private."""
    fields: dict[str, Any] = {
        "mode": CoachMode.THINK,
        "kind": ReplyKind.FOCUS,
        "community": COMMUNITY,
        "situation": SITUATION,
        "guesses": (
            Guess(situation=SITUATION.id, title=SITUATION.title, confidence=0.7),
            Guess(situation="same-three-talk", title="The same three talk", confidence=0.2),
        ),
        "moves": tuple(MOVES),
        "asked_for_advice": True,
        "passages": (passage("retro"), passage("clinic"), passage("private")),
        "private": frozenset({"private"}),
    }
    return CoachingInput(message=message, **{**fields, **more})


def move(**more: Any) -> dict[str, Any]:
    """Return a move that builds on the playbook's."""
    return {
        "like": "write-before-we-talk",
        "title": "One line before any talk",
        "does": "Put one small question on the wall and give two quiet minutes to write a line each.",
        "say": "Write one line about the last case that got stuck; I'll keep quiet for two minutes.",
        "why": "Nobody has to think and speak at once, so that everyone starts with a line of their own.",
        "costs": "Two minutes that feel long.",
        "watch_for": "Pens that still move at the end.",
        "way_back": "Let pairs swap lines first.",
        "minutes": 5,
        **more,
    }


def replied(**more: Any) -> dict[str, Any]:
    """Return a reply in which nothing is to be mended."""
    return {
        "diagnosis": "A wide question to the group asked for an opinion at once, and one person fills the silence.",
        "strategy": "Let everyone write a line before anybody speaks, so that the group has more than one voice.",
        "intention": "The host hears what the group makes of the map, from several people.",
        "situation": SITUATION.id,
        "kind": "focus",
        "stage": "will",
        "heard": "What stays with me is “nobody said a word”, and then [person 3] filling the gap in the group.",
        "strength": "You noticed who “filled the gap again”, and you asked about the map with an open hand.",
        "from_notes": f"Your notes know this map as well: “{QUOTE}” (S1).",
        "keep_doing": "",
        "move": [move()],
        "lesson": "",
        "asks": "Which question about the map would you like to see on the wall?",
        **more,
    }


def listening(**more: Any) -> dict[str, Any]:
    """Return a reply that only listens."""
    return replied(**{"kind": "listen", "move": [], "stage": "reality", "from_notes": "", **more})
