"""Review prompts of ours, in an outcome's own words: what could stand in the place of one that looks elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from coach.models import Tone
from coach.playbook import Wording, fill, to_brief

from .reading import OutcomeReading

_TEXTS = {
    Tone.BEFORE: "What has changed in how you see {doing} since the sentence that you wrote at the start?",
    Tone.SELF: "Author, where in your {draft} did {doing} go differently from what you had in mind?",
    Tone.WARM: "Point to a place in this {draft}: what did it show you about {doing}?",
    Tone.CURIOUS: "Where in this {draft} would you ask someone before you {do} any further, and what would you ask?",
    Tone.NEXT: "What would you like to try the next time you {do}?",
}


@dataclass(frozen=True)
class Prompts:
    """Prompts for one outcome."""

    wording: Wording
    """The outcome's words."""

    @staticmethod
    def of(reading: OutcomeReading) -> Prompts:
        """Return the prompts for an outcome."""
        return Prompts(to_brief(reading.parsed))

    def ask(self, tone: Tone) -> str:
        """Return a prompt of this tone."""
        return fill(_TEXTS[tone], self.wording)
