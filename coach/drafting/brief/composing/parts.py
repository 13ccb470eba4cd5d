"""A page in the making: its sentences with how much the page needs them, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from coach.models import BriefSection, BriefSentence, ClaimKind, Counted, Evidence, SectionKind, StoryLink, ValueCycle
from coach.playbook.language import STOP_WORDS
from coach.ports import BriefInput, Statement, Tells

from .dating import Dating
from .material import Material
from .wording import Phrases

CYCLES = {
    Tells.USED: StoryLink.USED.cycle,
    Tells.TOOK_AWAY: StoryLink.TOOK_AWAY.cycle,
    Tells.CAME_OF_IT: StoryLink.CAME_OF_IT.cycle,
    Tells.CHANGED_VIEW: StoryLink.CHANGED_VIEW.cycle,
    Tells.IMMEDIATE: ValueCycle.IMMEDIATE,
}
"""Which cycle of value a sentence tells of, by what it tells."""
_SMALL = STOP_WORDS | {
    "fewer",
    "less",
    "people",
    "new",
    "nobody",
    "anybody",
    "letters",
    "teams",
    "newcomers",
    "another",
}
"""Words that are written small within a sentence."""
_SAID = (Tells.CAME_OF_IT, Tells.TOOK_AWAY)
"""What people say of it themselves is told as their word where it is no more than that."""
_SURE = 0.55
"""A lead-in that says what the sentence tells has to be sure of it."""


@dataclass(frozen=True)
class Line:
    """A sentence of the page."""

    text: str
    """The sentence."""
    kind: ClaimKind
    """What it claims."""
    evidence: tuple[Evidence, ...] = ()
    """The words behind it."""
    counted: tuple[Counted, ...] = ()
    """The numbers in it."""
    cycle: ValueCycle | None = None
    """The cycle of value that it tells of."""
    story_id: str = ""
    """The story it belongs to."""
    weight: float = 1.0
    """How much the page needs it, 0 to 1: the least needed goes first where a page grows too long."""


@dataclass
class Part:
    """A part of the page."""

    kind: SectionKind
    """Which."""
    lines: list[Line] = field(default_factory=list)
    """What it says."""
    gap: str = ""
    """What is missing in it."""

    def to_section(self, title: str) -> BriefSection:
        """Return it as the brief has it, with ids."""
        sentences = tuple(
            BriefSentence(
                id=f"{self.kind}-{place}",
                text=line.text,
                kind=line.kind,
                evidence=line.evidence,
                counted=line.counted,
                cycle=line.cycle,
                story_id=line.story_id,
            )
            for place, line in enumerate(self.lines, start=1)
        )
        return BriefSection(kind=self.kind, title=title, sentences=sentences, gap=self.gap)


@dataclass(frozen=True)
class Desk:
    """All that the parts of a page are made with."""

    material: Material
    """What may be quoted."""
    phrases: Phrases
    """How it is framed."""
    dating: Dating
    """What the days are called."""

    @property
    def given(self) -> BriefInput:
        """Return what the page is made from."""
        return self.material.given

    def lead(self, key: str, evidence: Evidence, **words: str) -> str:
        """Return a quote with what leads to it."""
        return self.phrases.lead(key, **self._from(evidence), quote=quoted(evidence), **words)

    def both(self, key: str, first: Evidence, second: Evidence) -> str:
        """Return two quotes beside each other with what leads to them."""
        return self.phrases.lead(key, **self._from(first), quote=quoted(first), other=quoted(second))

    def _from(self, evidence: Evidence) -> dict[str, str]:
        # Every other time by the day: a page in which each sentence names one reads like a log.
        turn = len(self.material.said)
        return {"source": self.dating.source(evidence, turn), "when": self.dating.when(evidence, turn)}

    def line(self, statement: Statement, kind: ClaimKind, key: str, *, weight: float = 1.0) -> Line:
        """Return a sentence that quotes a statement."""
        tells = main_tells(statement)
        text = self.lead(key, statement.evidence)
        cycle = CYCLES.get(tells) if kind in (ClaimKind.CAN, ClaimKind.UNPLANNED) and tells else None
        return Line(text, kind, (statement.evidence,), cycle=cycle, weight=weight)


def quoted(evidence: Evidence) -> str:
    """Return words as a page quotes them, with a full stop where they have no end of their own."""
    return f"“{evidence.shown}”" + ("" if evidence.shown.rstrip("\"'’)").endswith((".", "!", "?", "…")) else ".")


def main_tells(statement: Statement, among: Sequence[Tells] = tuple(CYCLES)) -> Tells | None:
    """Return what a statement tells of most, of these."""
    found = [kind for kind in among if statement.is_of(kind)]
    return max(found, key=lambda kind: statement.tells[kind], default=None)


def value_key(statement: Statement) -> str:
    """Return which lead-ins suit a statement of value: those that name what it tells only where that is sure."""
    tells = main_tells(statement)
    if tells is None or tells is Tells.IMMEDIATE or statement.tells[tells] < _SURE:
        return "plain"
    return "reported" if statement.is_opinion and tells in _SAID else tells.value


def end_of(text: str) -> str:
    """Return a text without its full stop, to go on after it."""
    return " ".join(text.split()).rstrip(" .;")


def inside(text: str) -> str:
    """Return a text as it goes on within a sentence: no full stop, and a small letter where no name can be meant."""
    whole = end_of(text)
    first, _, rest = whole.partition(" ")
    return f"{first.lower()} {rest}" if first != "I" and first.lower() in _SMALL else whole
