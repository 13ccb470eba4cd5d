"""The sentences that a page may still quote, and which of them reads best where."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from coach.models import Consent, Evidence
from coach.ports import BriefInput, Statement, Tells

from .meetings import place_of
from .nearing import Asked, measure_asked

VALUE = (Tells.USED, Tells.CAME_OF_IT, Tells.TOOK_AWAY, Tells.CHANGED_VIEW)
"""What tells that something became of the learning."""
_FAIRLY_SURE = 0.55
_SURE = {Tells.HARD: 0.67, Tells.TOOK_AWAY: 0.67}
"""How sure it has to be that a sentence tells of something: where readers were misled most, a page rather says less."""
EACH_NOTE = 2
"""How often a page quotes the same note; a story told from end to end may quote its own more."""
_FEW_NOTES, _EACH_OF_FEW = 4, 4
"""Where so few notes are to answer a question, each may be quoted more often, or no page comes together."""
_FACT = re.compile(
    r"\d|\b(?:was|were|had|has|have|did|took|met|made|went|came|began|ran|held|gave|taught|built|\w{3,}ed)\b", re.I
)
"""What tells how it was, rather than how things are in general."""
_LONGEST = 40
"""A page has no room for longer quotes; another sentence is chosen instead."""
_COMFORTABLE, _LONG = range(7, 27), range(5, 33)
_SHORTEST = 5
_LEANS = re.compile(
    r"^(?:this|that|these|those|it|they|he|she|and|but|so|which|because|also|then|there|such|instead|however|therefore"
    r"|as a result|in addition|similarly|both|either|yes|no|ok|okay|well|her|his|their|its)\b",
    re.IGNORECASE,
)
"""A sentence that begins so leans on the one before it, which is not there."""
_ROUGH = re.compile(r"https?:|www\.|[|`<>{}*_#=]|\.\.\.|…|^[-–—:;,.)]|^\W*$")
_WHOLE = re.compile(r"^[\"'‘(]?[A-Z].*[.!?][\"'’)]?$")
_CURLY = re.compile("[“”]")
_LEARNED = re.compile(
    r"\b(?:learn\w*|underst[ao]\w*|reali[sz]\w*|f(?:ind|ound) out|work(?:ed)? out|now know|know how|how to|saw"
    r"|see now|taught|took away"
    r"|takeaways?|can now|now can|show(?:ed|s) (?:me|us)|notice\w*"
    r"|lessons? (?:learn\w*|here|for (?:us|me|next)|(?:that )?(?:we|i)|(?:was|is|were)\b|from)"
    r"|found that|turn(?:s|ed) out"
    r"|clearer|confiden\w+|discover\w*|figured|insight\w*|idea|skill\w*|remember\w*|think differently)\b",
    re.IGNORECASE,
)
"""Words of learning: without any of them readers did not see that something was taken away."""
_AHEAD = (
    r"\b(?:will|going to|hope\w*|plan\w*|excited|looking forward|soon|next step|agreed to|would|intend\w*|aim\w*)\b"
)
_STATE = r"\b(?:difficult|hard|challeng\w+|became apparent|importan\w+|unclear|confus\w+|should|need(?:s|ed)?)\b"
_DOUBTS = {
    Tells.DID: re.compile(rf"{_AHEAD}|{_STATE}|\bprevious\w*", re.IGNORECASE),
    Tells.USED: re.compile(_AHEAD, re.IGNORECASE),
    Tells.CAME_OF_IT: re.compile(rf"{_AHEAD}|\btried to\b|\bthank\w*", re.IGNORECASE),
    Tells.UNKNOWN: re.compile(r"\bso, I don['’]t know how many\b|\bwhy (?:this|that|it) would\b", re.IGNORECASE),
}
"""What made readers say that a sentence does not tell of this."""
_SAME = 0.82
_OF_FACT = 0.35
"""How much more a plain sentence is worth that tells how it was."""
_JITTER = 0.16


@dataclass
class Material:
    """What may be quoted, what was, and how near it is to what was asked."""

    given: BriefInput
    """What the page is made from."""
    asked: Asked
    """How near each sentence is to the question."""
    taken: list[Statement] = field(default_factory=list)
    """What was quoted, in that order."""
    said: set[str] = field(default_factory=set)
    """The quotes on the page, folded."""
    notes: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often each note is quoted; a note of many meetings is told apart by their days."""
    each_note: int = EACH_NOTE
    """How often each may be."""

    def may_quote(self, evidence: Evidence) -> bool:
        """Say whether these words may stand on this page at all."""
        return is_quotable(evidence, self.given) and not _CURLY.search(evidence.shown)

    def is_free(self, evidence: Evidence) -> bool:
        """Say whether these words may be quoted, were not yet, and their note was not quoted twice."""
        return (
            self.may_quote(evidence)
            and fold(evidence.shown) not in self.said
            and self.notes[place_of(evidence)] < self.each_note
        )

    def rank(self, tells: Iterable[Tells], fits: Callable[[int], bool] = lambda _: True) -> list[int]:
        """Return the places of the free sentences that tell one of these anew, those that read best first."""
        wanted = tuple(tells)
        fitting = [
            place
            for place, item in enumerate(self.given.statements)
            if _is_sure(item, wanted)
            and is_readable(item.evidence.shown)
            and not is_doubtful(item, wanted)
            and fits(place)
        ]
        free = [place for place in fitting if self.is_new(self.given.statements[place])]
        return sorted(free, key=lambda place: -self.weigh(place, wanted))

    def is_new(self, item: Statement) -> bool:
        """Say whether a sentence is free, and none that says the same was quoted."""
        return self.is_free(item.evidence) and self._again(item) <= _SAME

    def _again(self, item: Statement) -> float:
        return max((_likeness(item, other) for other in self.taken), default=0.0)

    def best(self, tells: Iterable[Tells], fits: Callable[[int], bool] = lambda _: True) -> Statement | None:
        """Take the sentence that reads best of those that `rank` returns."""
        places = self.rank(tells, fits)
        return self.take(self.given.statements[places[0]]) if places else None

    def best_plain(self, fits: Callable[[int], bool] = lambda _: True) -> Statement | None:
        """Take the sentence nearest to the question of those that tell of nothing else; None where none is left."""
        free = [
            place
            for place, item in enumerate(self.given.statements)
            if not item.tells and is_readable(item.evidence.shown) and self.is_new(item) and fits(place)
        ]
        best = max(free, key=lambda place: self.weigh(place, ()) + self._matter(place), default=None)
        return None if best is None else self.take(self.given.statements[best])

    def _matter(self, place: int) -> float:
        return _OF_FACT * bool(_FACT.search(self.given.statements[place].reading))

    def take(self, statement: Statement) -> Statement:
        """Take note that a sentence is quoted."""
        self.taken.append(statement)
        self.use(statement.evidence)
        return statement

    def use(self, evidence: Evidence) -> None:
        """Take note that some words are quoted."""
        self.said.add(fold(evidence.shown))
        self.notes[place_of(evidence)] += 1

    def weigh(self, place: int, tells: Sequence[Tells]) -> float:
        """Return how well a sentence would do: how sure it tells of this, how near it is, how it reads."""
        item = self.given.statements[place]
        sure = max((item.tells.get(kind, 0.0) for kind in tells), default=0.0)
        again = self._again(item)
        return (
            sure
            + 1.3 * self.asked.near[place]
            + 0.7 * fluency(item.evidence.shown)
            + 0.1 * bool(item.outcomes)
            - 0.45 * self.notes[place_of(item.evidence)]
            - 0.7 * max(0.0, again - 0.5)
            - 0.6 * any(item.evidence.shown in text for text in self.given.avoid)
            + _jitter(item.reading, self.given.request.seed)
        )


def to_material(given: BriefInput) -> Material:
    """Return what a page may quote, with nothing quoted yet."""
    asked = measure_asked(given.request.question, given.statements)
    places = {place_of(item.evidence) for item in given.statements}
    each = _EACH_OF_FEW if asked.says_something and len(places) <= _FEW_NOTES else EACH_NOTE
    return Material(given, asked, each_note=each)


def is_quotable(evidence: Evidence, given: BriefInput) -> bool:
    """Say whether some words may be quoted to this reader: they are there, and their note lets itself be quoted."""
    if not evidence.quote.strip() or not evidence.shown.strip() or evidence.note_id in given.private:
        return False
    if evidence.consent is Consent.NEVER:
        return False
    return given.request.circle == "inside" or evidence.consent is Consent.ANYWHERE


def fold(text: str) -> str:
    """Return what two quotes share that are the same words."""
    return " ".join(re.findall(r"\w+", text.lower()))


def is_doubtful(item: Statement, tells: Sequence[Tells]) -> bool:
    """Say whether readers would doubt that a sentence tells of this: a state told as a deed, an intent as a use."""
    found = max((kind for kind in tells if item.is_of(kind)), key=lambda kind: item.tells[kind], default=None)
    sign = _DOUBTS.get(found) if found else None
    if found is Tells.TOOK_AWAY and not _LEARNED.search(item.reading):
        return True
    return bool(sign and sign.search(item.reading))


def is_readable(shown: str) -> bool:
    """Say whether words can be read by somebody who was not there: neither a scrap, nor a list, nor half a page."""
    return _SHORTEST <= len(shown.split()) <= _LONGEST and not _ROUGH.search(shown)


def fluency(shown: str) -> float:
    """Return how well words read by themselves, about 0 to 1.3."""
    words = len(shown.split())
    length = 1.0 if words in _COMFORTABLE else 0.6 if words in _LONG else -0.6
    whole = 0.3 * bool(_WHOLE.match(shown)) - 0.25 * shown.count("[somebody]")
    return length + whole - 0.4 * leans(shown)


def leans(shown: str) -> bool:
    """Say whether words lean on what stood before them, which is not on the page."""
    return bool(_LEANS.match(shown))


def _is_sure(item: Statement, tells: Iterable[Tells]) -> bool:
    return any(item.tells.get(kind, 0.0) >= _SURE.get(kind, _FAIRLY_SURE) for kind in tells)


def _likeness(item: Statement, other: Statement) -> float:
    if len(item.vector) != len(other.vector):
        return 0.0
    return sum(a * b for a, b in zip(item.vector, other.vector, strict=True))


def _jitter(text: str, seed: int) -> float:
    return _JITTER * zlib.crc32(f"{seed}:{text}".encode()) / 0xFFFFFFFF if seed else 0.0
