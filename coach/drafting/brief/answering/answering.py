"""An answer from the notes: a few of their sentences in the order of time, or that they do not say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

from coach.models import BriefSentence, ClaimKind, Consent, Evidence, NotesAnswer
from coach.models.playbook import Entry
from coach.playbook.loader import read_file
from coach.ports import AnswerInput, Statement, Tells

from ...coaching.varying import order
from ..composing.counting import count_meetings
from ..composing.dating import Dating, to_dating
from ..composing.material import fluency, fold, is_readable
from ..composing.meetings import place_of
from ..composing.parts import quoted
from ..composing.wording import begin
from .choosing import choose_sentences

_TIMETABLE = re.compile(
    r"^\W*\d{1,2}[.:]\d\d\b|\b\d{1,2}(?:[.:]\d\d)? ?(?:till|until|to|-|–) ?\d{1,2}[.:]\d\d\b|\btill \d|\broom \d",
    re.IGNORECASE,
)
"""When and where people met answers nothing."""
_MOST = 5
_MOST_WORDS = 130
_NEAR_ENOUGH, _MEASURED_BY = 0.6, 3
"""A sentence that is less near than this share of the third nearest would pad the answer."""
_TELLING, _READING = 0.18, 0.1
"""How much it counts besides that a sentence tells something, and that it reads by itself."""
_NEAREST_SHOWN = 3
_EACH_NOTE = 2
_KINDS = {
    Tells.WISH: ClaimKind.WISH,
    Tells.HARD: ClaimKind.HARD,
    Tells.UNKNOWN: ClaimKind.UNKNOWN,
    Tells.QUESTION: ClaimKind.UNKNOWN,
    Tells.DISAGREEMENT: ClaimKind.DISAGREEMENT,
}


class AnswerWording(Entry):
    """The texts of an answer."""

    first: tuple[str, ...]
    """What leads to the first quote."""
    next: tuple[str, ...]
    """What leads to the others."""
    again: tuple[str, ...]
    """What leads to another one from the same notes."""
    counted: str
    """In how many sessions or notes something stands on it."""
    enough: str
    """What to know about an answer."""
    not_enough: str
    """What is said where the notes do not say."""
    not_enough_near: str
    """The same where something comes near."""
    nothing: str
    """What is said where there is nothing to look through."""


@cache
def load_answer_wording() -> AnswerWording:
    """Return the texts that come with the product; read once.

    Raises:
        PlaybookProblem: The file does not hold together.
    """
    return read_file(resources.files("coach.drafting.brief.answering") / "wording.yaml", AnswerWording)


def compose_answer(given: AnswerInput) -> NotesAnswer:
    """Return up to five sentences of the notes on a question, or that the notes do not say."""
    places = _choose(given) if given.enough else []
    if not places:
        return _say_nothing(given)
    told = sorted((given.statements[place] for place in places), key=_in_time)
    return NotesAnswer(
        question=given.request.question,
        sentences=tuple(_write(given, told)),
        enough=True,
        message=load_answer_wording().enough,
        searched=given.searched,
    )


def _choose(given: AnswerInput) -> list[int]:
    """Return the places of the sentences that answer, best first: different notes, nothing twice, nothing far off."""
    usable = [place for place in _usable(given) if _reads(given.statements[place])]
    if not usable:
        return []
    # A single sentence that says the question over again is no measure of what is near.
    nearest = sorted((given.nearness[place] for place in usable), reverse=True)[:_MEASURED_BY]
    near = [place for place in usable if given.nearness[place] >= _NEAR_ENOUGH * nearest[-1]]
    chosen = choose_sentences(
        given.request.question,
        [given.statements[place].reading for place in near],
        [given.statements[place].vector for place in near],
        [_weigh(given, place) for place in near],
        _MOST_WORDS,
    )
    return _spread_notes(given, [near[place] for place in chosen])[:_MOST]


def _reads(statement: Statement) -> bool:
    shown = statement.evidence.shown
    return is_readable(shown) and not _TIMETABLE.search(shown)


def _weigh(given: AnswerInput, place: int) -> float:
    """Return how near a sentence is, a little more for one that tells something and reads by itself."""
    item = given.statements[place]
    return given.nearness[place] + _TELLING * bool(item.tells) + _READING * fluency(item.evidence.shown)


def _spread_notes(given: AnswerInput, places: Sequence[int]) -> list[int]:
    kept: list[int] = []
    for place in places:
        note = place_of(given.statements[place].evidence)
        if sum(place_of(given.statements[other].evidence) == note for other in kept) < _EACH_NOTE:
            kept.append(place)
    return kept


def _usable(given: AnswerInput) -> list[int]:
    seen: set[str] = set()
    usable = []
    for place, item in enumerate(given.statements):
        words = fold(item.evidence.shown)
        if words in seen or not _may_quote(item.evidence, given):
            continue
        seen.add(words)
        usable.append(place)
    return usable


def _may_quote(evidence: Evidence, given: AnswerInput) -> bool:
    if not evidence.quote.strip() or not evidence.shown.strip() or {"“", "”"} & set(evidence.shown):
        return False
    if evidence.consent is Consent.NEVER or evidence.note_id in given.private:
        return False
    return given.request.circle == "inside" or evidence.consent is Consent.ANYWHERE


def _say_nothing(given: AnswerInput) -> NotesAnswer:
    texts = load_answer_wording()
    near = tuple(given.statements[place].evidence for place in _usable(given)[:_NEAREST_SHOWN])
    message = texts.not_enough_near if near else texts.not_enough if given.searched else texts.nothing
    return NotesAnswer(
        question=given.request.question, enough=False, message=message, searched=given.searched, near=near
    )


def _write(given: AnswerInput, told: Sequence[Statement]) -> list[BriefSentence]:
    dating = to_dating(given.sessions, given.request.start, given.request.end)
    sentences: list[BriefSentence] = []
    for place, item in enumerate(told):
        key = _key(told, place)
        sentences.append(
            BriefSentence(
                id=f"answer-{place + 1}",
                text=_lead(given, item.evidence, dating, (key, place)),
                kind=_kind(item),
                evidence=(item.evidence,),
            )
        )
    return [*sentences, *_count(given, told)]


def _key(told: Sequence[Statement], place: int) -> str:
    if place == 0:
        return "first"
    return "again" if place_of(told[place - 1].evidence) == place_of(told[place].evidence) else "next"


def _lead(given: AnswerInput, evidence: Evidence, dating: Dating, at: tuple[str, int]) -> str:
    key, place = at
    texts: Sequence[str] = getattr(load_answer_wording(), key)
    # One after the other, so that no lead-in comes twice in a row.
    options = order(texts, given.request.question, 0)
    return begin(options[place % len(options)].format(source=dating.source(evidence), quote=quoted(evidence)))


def _kind(statement: Statement) -> ClaimKind:
    """Return what a sentence claims: what is only held or hoped is never told as something that people do."""
    tells = max(statement.tells, key=lambda kind: statement.tells[kind], default=None)
    if tells in _KINDS:
        return _KINDS[tells]
    return ClaimKind.UNKNOWN if statement.is_opinion else ClaimKind.CAN


def _count(given: AnswerInput, told: Sequence[Statement]) -> list[BriefSentence]:
    counted = count_meetings([item.evidence for item in told], given.sessions)
    if counted is None:
        return []
    return [
        BriefSentence(
            id=f"answer-{len(told) + 1}",
            text=load_answer_wording().counted.format(says=counted.says),
            kind=ClaimKind.COUNT,
            counted=(counted,),
        )
    ]


def _in_time(statement: Statement) -> tuple[str, str, int]:
    evidence = statement.evidence
    return evidence.date or "9999", evidence.note_id, evidence.start
