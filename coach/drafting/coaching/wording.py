"""The sentences of a reply: what was heard, a strength, a question; each from the book, filled with own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from coach.models import Cue, Situation
from coach.playbook.talk import Head, Stage, TalkBook
from coach.ports import QuoteCandidate

from .spans import Span
from .telling import OwnWords
from .varying import order, pick

T = TypeVar("T")
_TAIL = re.compile(
    r"^(?:You say \{said\}: |You (?:wrote|put it as|told me|write) \{said\}(?:, and|:|;) |\{said\}: "
    r"|When you (?:say|write|tell) \{said\}, "
    r"|(?:From|With|In|Behind|I (?:gather|take|hear) (?:it )?(?:from|in)) \{said\},? )"
)
_AFTER_VERB = re.compile(r"^I (?:gather|take|hear) (?:it )?(?:from|in) \{said\} ")


@dataclass(frozen=True)
class Hand:
    """What every choice of words hangs on."""

    book: TalkBook
    """How the coach speaks."""
    key: str
    """The message: another one is answered in other words."""
    seed: int = 0
    """Another seed is another wording."""

    def pick(self, options: Sequence[T]) -> T:
        """Return one of the options."""
        return pick(options, self.key, self.seed)

    def order(self, options: Sequence[T]) -> list[T]:
        """Return all options, beginning with the one that is picked."""
        return order(options, self.key, self.seed)


def to_heard(hand: Hand, words: OwnWords, situation: Situation | None, opened: Sequence[str]) -> tuple[str, str]:
    """Return what was said, given back in one or two sentences, and the form that it opens with.

    Args:
        hand: What the choice of words hangs on.
        words: The person's own words.
        situation: What it is about, if that is known.
        opened: The forms that came before, which are not used again soon.
    """
    if words.matter is None:
        return "", ""
    head, tail = _choose_head(hand, opened), _choose_tail(hand, situation)
    if tail.startswith("I hear") and "hear" in head.text:
        tail = next((other for other in _tails(hand, situation) if not other.startswith("I hear")), tail)
    return f"{_fill(head.text, words.matter)} {tail}", head.id


def to_going_on(hand: Hand, words: OwnWords) -> str:
    """Return that the matter is still the one from before, in the person's own words from there."""
    return _fill(hand.pick(hand.book.goes_on), words.matter) if words.matter else ""


def to_strength(hand: Hand, words: OwnWords, situation: Situation | None) -> str:
    """Return a strength, named: by the person's own words, or by what asking about such a thing shows."""
    if words.strength is not None and words.kind is not None:
        return _fill(hand.pick(hand.book.strengths[words.kind]), words.strength)
    return hand.pick(situation.strengths) if situation and situation.strengths else ""


def to_question(hand: Hand, situation: Situation | None, stage: Stage, asked: Sequence[str]) -> str:
    """Return one question that was not asked before: the situation's own first, where it is about what is the case."""
    own = list(situation.asks) if situation and stage == "reality" else []
    options = [*hand.order(own), *hand.order(hand.book.questions[stage])]
    return next((item for item in options if item not in asked), options[0])


def from_notes(hand: Hand, quote: QuoteCandidate) -> str:
    """Return what the notes say, quoted."""
    book = hand.book.from_notes
    forms = book.worked if Cue.WORKED in quote.cues else book.struggle
    return hand.pick(forms).format(quote=f"“{quote.citation.shown}”", label=quote.citation.label)


def to_tail(template: str) -> str:
    """Return what a situation's reflection says once the words are given back: `It sounds as if …`."""
    hears = _AFTER_VERB.match(template)
    verb = template.split()[1].replace("take", "take it")
    rest = f"I {verb} {template[hears.end() :]}" if hears else _TAIL.sub("", template)
    if "{said}" in rest:
        return ""
    rest = re.sub(r"^and ", "", rest)
    return rest[:1].upper() + rest[1:]


def _choose_head(hand: Hand, opened: Sequence[str]) -> Head:
    heads = hand.book.heads
    recent = set(opened[: len(heads) // 2])
    return next((head for head in hand.order(heads) if head.id not in recent), heads[0])


def _choose_tail(hand: Hand, situation: Situation | None) -> str:
    return hand.pick(_tails(hand, situation))


def _tails(hand: Hand, situation: Situation | None) -> Sequence[str]:
    tails = [tail for template in situation.reflects if (tail := to_tail(template))] if situation else []
    return tails or hand.book.tails


def _fill(text: str, span: Span) -> str:
    filled = text.format(said=span.said)
    return filled if filled.startswith("“") else filled[:1].upper() + filled[1:]
