"""A pool of quotes, each used once, labelled in the order in which the plan takes them up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from coach.models import Citation, Cue, Influence
from coach.ports import QuoteCandidate
from coach.retrieval import FEW_NOTES

NEAR_ENOUGH = 0.23
"""A sentence further from the outcome than this would decorate, not inform."""
NEAR_ENOUGH_IN_FEW = 0.12
"""The same where there are few notes: what they hold on the outcome is in them somewhere, told in their own words."""
NEAR_BESIDE_BEST = 0.45
"""So would one that is not nearly as near as the nearest: plain-spoken notes are further off than formal ones."""
NEAR_FOR_ALL = 0.33
"""What everyone is asked to answer has to be nearer than what one group works on."""
LESSON_NEAR_ENOUGH = 0.2
"""Lessons on how people meet are told in many words; nearness matters less there than that they are short."""
QUOTES_EACH = 4
"""How many quotes an activity with its review can carry before they stop being heard."""
QUOTES_AROUND = 3
"""How many there may be besides: in the opening and for the host."""
MOST_QUOTES = 12
"""A plan that quotes more than this is read by nobody."""
_LEAST_NOTES = 4
"""With fewer notes than that to listen to, or with no word of theirs in it, a plan asks the community first."""
_PLENTY = 4
"""With fewer telling sentences, all of them go to the work and none to the opening."""
_TELLING = 3
"""How many sentences of a kind say how much the notes speak of it."""


@dataclass
class QuotePool:
    """What may still be quoted, what was, and what it changed."""

    candidates: Sequence[QuoteCandidate]
    """Sentences that may be quoted, nearest first."""
    most: int = QUOTES_EACH + QUOTES_AROUND
    """How many may be quoted in all."""
    notes: int = FEW_NOTES + 1
    """In how many notes the sentences were looked for."""
    citations: list[Citation] = field(default_factory=list)
    """What was quoted, labelled S1, S2 and so on."""
    influences: list[Influence] = field(default_factory=list)
    """What each quote changed."""
    _reserved: list[QuoteCandidate] = field(default_factory=list)

    @property
    def holds_little(self) -> bool:
        """Say whether the notes hold too little for a plan to stand on: hardly any notes, or no word on it."""
        return not self.citations or self.notes < _LEAST_NOTES

    def weigh_cues(self) -> dict[Cue, float]:
        """Return how much the notes speak of each kind of thing: 1 for what they speak of most."""
        found: dict[Cue, float] = {}
        for cue in Cue:
            near = sorted((item.relevance for item in self._open() if cue in item.cues), reverse=True)
            if near:
                found[cue] = sum(near[:_TELLING])
        top = max(found.values(), default=0.0)
        return {cue: weight / top for cue, weight in found.items()}

    @property
    def has_plenty(self) -> bool:
        """Say whether there are telling sentences enough for more than the work itself."""
        return sum(bool(item.cues) for item in self._open()) >= _PLENTY

    def reserve(self, cue: Cue | None, count: int = 1) -> list[QuoteCandidate]:
        """Set aside the best unused sentences of this kind, or of any for None, from different notes if possible."""
        chosen: list[QuoteCandidate] = []
        while len(chosen) < count and len(self._reserved) < self.most:
            fitting = [item for item in self._open() if cue is None or cue in item.cues]
            if not fitting:
                break
            spoken = {item.citation.note for item in self._reserved}
            best = max(fitting, key=lambda item: item.relevance - (0.1 if item.citation.note in spoken else 0.0))
            chosen.append(best)
            self._reserved.append(best)
        return chosen

    def cite(self, reserved: QuoteCandidate) -> Citation:
        """Quote a sentence that was set aside; it gets the next label."""
        citation = reserved.citation.model_copy(update={"label": f"S{len(self.citations) + 1}"})
        self.citations.append(citation)
        return citation

    def take(self, cue: Cue | None, *, at_least: float = 0.0) -> Citation | None:
        """Set the best sentence of this kind aside and quote it at once, if it is as near as that."""
        best = max((item.relevance for item in self._open() if cue is None or cue in item.cues), default=0.0)
        chosen = self.reserve(cue) if best >= at_least else []
        return self.cite(chosen[0]) if chosen else None

    def record(self, citation: Citation, part: str, change: str) -> None:
        """Write down what a quote changed."""
        self.influences.append(Influence(label=citation.label, part=part, change=change))

    def open_lessons(self) -> list[QuoteCandidate]:
        """Return the unused sentences on how people meet, best first."""
        return self._open(about_meetings=True) if len(self._reserved) < self.most else []

    def quote(self, candidate: QuoteCandidate) -> Citation:
        """Set this very sentence aside and quote it."""
        self._reserved.append(candidate)
        return self.cite(candidate)

    def _floor(self) -> float:
        # A sentence that says the outcome over again is nearest of all, and would leave no room for the telling ones.
        telling = (item.relevance for item in self.candidates if item.cues and not item.about_meetings)
        best = max(telling, default=0.0)
        return max(NEAR_ENOUGH_IN_FEW if self.notes <= FEW_NOTES else NEAR_ENOUGH, NEAR_BESIDE_BEST * best)

    def _open(self, *, about_meetings: bool = False) -> list[QuoteCandidate]:
        used = {(item.citation.note_id, item.citation.quote) for item in self._reserved}
        said = {_bare(item.citation.quote) for item in self._reserved}
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


def quoted_all(citations: Sequence[Citation]) -> str:
    """Return several quotes with their labels, as a list in a sentence: `“…” (S1), “…” (S2) and “…” (S3)`."""
    shown = [f"{quoted(item)} ({item.label})" for item in citations]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
