"""A pool of quotes, each used once, labelled in the order in which the plan takes them up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from coach.models import Citation, Cue, Influence
from coach.ports import QuoteCandidate

NEAR_ENOUGH = 0.22
"""A sentence further from the outcome than this would decorate, not inform."""
NEAR_BESIDE_BEST = 0.45
"""So would one that is not nearly as near as the nearest: plain-spoken notes are further off than formal ones."""
LESSON_NEAR_ENOUGH = 0.2
"""Lessons on how people meet are told in many words; nearness matters less there than that they are short."""
MOST_QUOTES = 7
"""A plan that quotes more than this is read by nobody."""


@dataclass
class QuotePool:
    """What may still be quoted, what was, and what it changed."""

    candidates: Sequence[QuoteCandidate]
    """Sentences that may be quoted, nearest first."""
    citations: list[Citation] = field(default_factory=list)
    """What was quoted, labelled S1, S2 and so on."""
    influences: list[Influence] = field(default_factory=list)
    """What each quote changed."""

    @property
    def cues(self) -> frozenset[Cue]:
        """Return the kinds of sentences that are still here."""
        return frozenset(cue for item in self._open() for cue in item.cues)

    def take(self, cue: Cue | None, *, about_meetings: bool = False) -> Citation | None:
        """Quote the best unused sentence of this kind, or of any for None, preferably from a note not quoted yet."""
        if len(self.citations) >= MOST_QUOTES:
            return None
        fitting = [item for item in self._open(about_meetings=about_meetings) if cue is None or cue in item.cues]
        if not fitting:
            return None
        quoted = {citation.note for citation in self.citations}
        best = max(fitting, key=lambda item: item.relevance - (0.1 if item.citation.note in quoted else 0.0))
        citation = best.citation.model_copy(update={"label": f"S{len(self.citations) + 1}"})
        self.citations.append(citation)
        return citation

    def record(self, citation: Citation, part: str, change: str) -> None:
        """Write down what a quote changed."""
        self.influences.append(Influence(label=citation.label, part=part, change=change))

    def _floor(self) -> float:
        # A sentence that says the outcome over again is nearest of all, and would leave no room for the telling ones.
        telling = (item.relevance for item in self.candidates if item.cues and not item.about_meetings)
        best = max(telling, default=0.0)
        return max(NEAR_ENOUGH, NEAR_BESIDE_BEST * best)

    def _open(self, *, about_meetings: bool = False) -> list[QuoteCandidate]:
        used = {(item.note_id, item.quote) for item in self.citations}
        said = {_bare(item.quote) for item in self.citations}
        floor = LESSON_NEAR_ENOUGH if about_meetings else self._floor()
        return [
            item
            for item in self.candidates
            if item.about_meetings == about_meetings
            and item.relevance >= floor
            and (item.citation.note_id, item.citation.quote) not in used
            and _bare(item.citation.quote) not in said
        ]


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def quoted(citation: Citation) -> str:
    """Return a quote the way a plan shows it: on one line, in curly quotes."""
    # Curly quotes inside would end ours early.
    return "“" + citation.shown.replace("“", "‘").replace("”", "’") + "”"
