"""Looking at a page or an answer that a model worded: the product's own checks, beside what was found while filling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coach.checks.brief import check_answer, check_brief
from coach.checks.brief_frames import LEAD_STEMS
from coach.checks.brief_ground import BriefGround
from coach.models import Brief, Finding, NotesAnswer, Severity
from coach.playbook import Lexicon, content_stems
from coach.ports import AnswerInput, BriefInput, Embedder

from .brief_words import OWN, Worded
from .briefing import Briefing
from .room import Room

_TASTE = frozenset({"L9"})
"""Worth telling along with others, not worth a call: how handy an ask is."""


NEAR_ENOUGH = 0.4
"""As near in meaning as this, a sentence may share no word with what it opens to."""
_WAY = "Name the thing as the statement names it, or use the statement that says this."
MOST_TOLD = 14
"""More findings than this at once mend nothing."""


@dataclass(frozen=True)
class Looking:
    """Looks at what one job worded."""

    room: Room
    """Whose names are known."""
    embedder: Embedder
    """Tells whether words bear out a sentence."""
    lexicon: Lexicon
    """The verbs that the checks know."""

    def find_in_page(self, brief: Brief, worded: Iterable[Worded], given: BriefInput) -> list[Finding]:
        """Return everything in a page that is worth mending."""
        ground = BriefGround(
            notes=given.notes,
            outcomes=given.outcomes,
            stories=given.stories,
            sessions=given.sessions,
            names=self._names(),
            embedder=self.embedder,
            lexicon=self.lexicon,
        )
        every = list(worded)
        return _join(every, [*self.find_unborne(every), *check_brief(brief, ground).findings])

    def find_in_answer(self, answer: NotesAnswer, worded: Iterable[Worded], given: AnswerInput) -> list[Finding]:
        """Return everything in an answer that is worth mending."""
        ground = BriefGround(
            notes=given.notes,
            sessions=given.sessions,
            names=self._names(),
            embedder=self.embedder,
            lexicon=self.lexicon,
            circle=given.request.circle,
            start=given.request.start,
            end=given.request.end,
        )
        every = list(worded)
        return _join(every, [*self.find_unborne(every), *check_answer(answer, ground).findings])

    def find_unborne(self, worded: Sequence[Worded]) -> list[Finding]:
        """Return the sentences whose own words have nothing in common with the words that they open to."""
        claims = [item for item in worded if item.sentence.evidence and not item.sentence.counted and item.own]
        if not claims:
            return []
        own = self.embedder.embed([item.own for item in claims])
        behind = self.embedder.embed([_behind(item) for item in claims])
        near = [float(mine @ theirs) for mine, theirs in zip(own, behind, strict=True)]
        return [
            OWN.stop(item.sentence.id, "Its own words are not about what it opens to.", _WAY)
            for item, nearness in zip(claims, near, strict=True)
            if _is_unborne(item, nearness)
        ]

    def _names(self) -> frozenset[str]:
        known = {name for member in self.room.members for name in (member.name, *member.aliases)}
        return frozenset(known | set(self.room.noticed or ()))


def is_worth_asking(findings: Sequence[Finding]) -> bool:
    """Say whether to ask a model again."""
    return any(
        item.severity is Severity.STOP or (item.severity is Severity.MEND and item.check not in _TASTE)
        for item in findings
    )


def tell_found(findings: Iterable[Finding], briefing: Briefing) -> str:
    """Return findings as a model is told them; what they repeat of its words goes through the same gate as notes."""
    ordered = sorted(findings, key=lambda item: item.severity is not Severity.STOP)[:MOST_TOLD]
    # The reason and the way forward are ours, and tell what to do: as somebody's words they would be kept back.
    told = [f"{item.where}: {briefing.hide_data(item.message)} {item.why} {item.way_forward}" for item in ordered]
    return briefing.hide("\n".join(told))


def find_stopped(findings: Iterable[Finding]) -> frozenset[str]:
    """Return where something cannot stand."""
    return frozenset(item.where for item in findings if item.severity is Severity.STOP)


def _behind(item: Worded) -> str:
    return " ".join(" ".join(piece.quote.split()) for piece in item.sentence.evidence)


def _is_unborne(item: Worded, nearness: float) -> bool:
    mine, theirs = content_stems(item.own) - LEAD_STEMS, content_stems(_behind(item))
    # A lead-in such as “somebody put it like this” says nothing that has to be borne out.
    return len(mine) > 1 and mine.isdisjoint(theirs) and nearness < NEAR_ENOUGH


def _join(worded: Iterable[Worded], looked: Iterable[Finding]) -> list[Finding]:
    found = [item for each in worded for item in each.findings]
    # What was seen while filling is not told twice in other words.
    known = {(item.where, item.check) for item in found}
    found += [
        item for item in looked if item.severity is not Severity.QUESTION and (item.where, item.check) not in known
    ]
    return list(dict.fromkeys(found))
