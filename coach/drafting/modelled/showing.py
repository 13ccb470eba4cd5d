"""What a person sees of a plan while it is being drafted: parts under their headings, as they come."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from coach.drafting.guarding import clean
from coach.models import ArrivingPart, Part
from coach.notes.pseudonyms import Veil
from coach.ports import Watch

_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]?\s*[(\[]?S?\d*[)\]]?")
_LABEL = re.compile(r"\s*[(\[]S[\d, S]*[)\]]?")
_KEYS = {"opening": 1, "activities": 2, "reviews": 3, "open": 4, "capture": 5}
_PLACES = {"opening": 1, "activity": 2, "review": 3}
MOST_LINES = 14
_LONGEST = 1_500


LookAt = Callable[[dict[str, Any], str], Part | None]
"""Looks at a part that has come whole: the answer so far and the part's id; None where something has to be mended."""


class Say:
    """Words that may be shown while they come: cleaned, names back, nothing in quotation marks, nothing smuggled in."""

    def __init__(self, veil: Veil | None, is_ours: Callable[[str], bool]) -> None:
        """Keep who puts names back, and what tells whether a text is its drafter's own."""
        self._veil, self._is_ours = veil, is_ours
        self._said: dict[str, str] = {}

    def __call__(self, value: object) -> str:
        """Return a text as it may be shown; empty where it may not."""
        if not isinstance(value, str) or not value.strip():
            return ""
        # Most of what has come is what had come before: it is cleaned once.
        if value not in self._said:
            text = clean(_LABEL.sub("", _QUOTED.sub("…", value[:_LONGEST])), most=600)
            shown = self._veil.reveal(text, links=False) if self._veil else text
            self._said[value] = shown if self._is_ours(shown) else ""
        return self._said[value]


class Arriving:
    """Shows the watch what has come; quotes are shown once they are proved, and not before."""

    def __init__(self, watch: Watch, frame: Sequence[Part], say: Say, look: LookAt) -> None:
        """Keep who waits, which parts are to come, what may be said, and who looks at a part that has come whole."""
        self._watch, self._say, self._look = watch, say, look
        self._whole: set[str] = set()
        self._frame = list(frame)
        self._shown: dict[str, ArrivingPart] = {}

    def begin(self) -> None:
        """Show every part's place."""
        self._show(ArrivingPart(key="move", heading="What this answers", state="waiting"))
        for part in self._frame:
            self._show(ArrivingPart(key=part.id, heading=_heading(part), state="waiting"))

    def __call__(self, raw: dict[str, Any]) -> None:
        """Show what has come of a plan so far."""
        move = [self._say(raw.get(name)) for name in ("diagnosis", "strategy", "intention")]
        came = [name for name in ("opening", "activities", "reviews") if raw.get(name)]
        if any(move):
            lines = tuple(text for text in move if text)
            state: Any = "checking" if came else "arriving"
            self._show(ArrivingPart(key="move", heading="What this answers", lines=lines, state=state))
        self._show_all("opening", [raw.get("opening")], raw)
        self._show_all("activity", raw.get("activities"), raw)
        self._show_all("review", raw.get("reviews"), raw)

    def settle(self, states: dict[str, str]) -> None:
        """Show how far each part is: checking, checked, mending."""
        for key, state in states.items():
            known = self._shown.get(key)
            if known is not None:
                self._show(known.model_copy(update={"state": state}))

    # -- inside ------------------------------------------------------------------------------------
    def _show_all(self, kind: str, items: object, raw: dict[str, Any]) -> None:
        parts = [part for part in self._frame if part.kind == kind]
        given, is_later = items if isinstance(items, list) else [], _later(raw, _PLACES[kind])
        for place, (part, item) in enumerate(zip(parts, given, strict=False)):
            if isinstance(item, dict) and part.id not in self._whole:
                self._show_one(part, item)
                if is_later or place < len(given) - 1:
                    self._show_whole(part, raw)

    def _show_one(self, part: Part, item: dict[str, Any]) -> None:
        heading = self._say(item.get("title")) or _heading(part)
        self._show(ArrivingPart(key=part.id, heading=heading, lines=self._lines(item), state="arriving"))

    def _show_whole(self, part: Part, raw: dict[str, Any]) -> None:
        """Have a part that has come looked at, once; what stands is shown as it will stand, with its quotes."""
        self._whole.add(part.id)
        self.settle({part.id: "checking"})
        found = self._look(raw, part.id)
        if found is not None:
            lines = [found.why, *(f"{step.minutes} min · {step.does}" for step in found.steps)]
            lines += [item.text for item in getattr(found, "prompts", ())]
            told = tuple(text for text in lines if text)[:MOST_LINES]
            self._show(ArrivingPart(key=part.id, heading=found.title, lines=told, state="checked"))

    def _lines(self, item: dict[str, Any]) -> tuple[str, ...]:
        steps = item.get("steps")
        told = [self._say(item.get("why")), self._say(item.get("what_members_do")), self._say(item.get("prompt"))]
        if isinstance(steps, list):
            told += [self._step(step) for step in steps if isinstance(step, dict)]
        prompts = item.get("prompts")
        if isinstance(prompts, list):
            told += [self._say(one.get("text")) for one in prompts if isinstance(one, dict)]
        return tuple(text for text in told if text)[:MOST_LINES]

    def _step(self, step: dict[str, Any]) -> str:
        does = self._say(step.get("does"))
        minutes = step.get("minutes")
        return f"{minutes} min · {does}" if does and isinstance(minutes, int) else does

    def _show(self, part: ArrivingPart) -> None:
        if self._shown.get(part.key) != part:
            self._shown[part.key] = part
            self._watch.part(part)


def _later(raw: dict[str, Any], place: int) -> bool:
    after = [name for name, at in (*_KEYS.items(), ("around", 6)) if at > place]
    return any(name in raw for name in after)


def _heading(part: Part) -> str:
    return {"opening": "Opening", "activity": "Activity", "review": "Review"}.get(part.kind, part.title)
