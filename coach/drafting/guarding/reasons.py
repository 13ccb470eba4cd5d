"""Why something was left out, in words for people."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """What speaks against sending a sentence to a model."""

    OVERRIDES = "sets other instructions aside"
    SPEAKS = "speaks to whatever reads the notes"
    POSES = "poses as a system, an assistant or a tool"
    DICTATES = "dictates what a suggestion is to say"
    REVEALS = "asks for other notes, prompts or keys"
    GRADES = "asks for a grade"
    HIDDEN = "is hidden from readers"
    ENCODED = "is written so that people do not read it"
    FOLLOWS = "goes on from such a sentence"
