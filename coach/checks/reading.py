"""How checks read an outcome: its verb, its level and the words that carry its meaning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.models import Level, Outcome, VerbFamily
from coach.playbook import Lexicon, ParsedOutcome, content_stems, hint_level, parse_outcome

from .tongue import find_other_language

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADVERB = re.compile(r"\b(\w{4,})ly\b")
_SIGN = re.compile(r"\b(?:we['’]d|we would|we will|we['’]ll)\s+(?:notice|see)\b|\bways in\b", re.IGNORECASE)
_EMPTY_NOUNS = content_stems(
    "thing things stuff skill skills topic topics area areas issue issues matter matters aspect aspects task tasks"
    " practice practices knowledge work way ways best"
    " subject content concept concepts element elements factor factors challenge challenges problem problems situation"
    " situations various different relevant general important key"
)

_SAID = frozenset({"no", "yes", "sorry", "thanks", "thank you", "i don't know", "i don’t know"})
"""What people may want to be able to say."""
_PUPILS = frozenset({"student", "students", "pupil", "pupils"})
_PAPERS = frozenset({"exam", "exams", "examination", "examinations", "quiz", "quizzes", "test", "tests"})
_CRAFTS = frozenset({VerbFamily.MAKE, VerbFamily.EXAMINE})


@dataclass(frozen=True)
class OutcomeReading:
    """An outcome as checks read it."""

    outcome: Outcome
    """The outcome."""
    parsed: ParsedOutcome
    """Its sentence, taken apart."""
    verb: str
    """The main verb; empty when none was found."""
    doings: tuple[str, ...]
    """The verbs that count as doing it: the main verb, and for a vague one those that are offered in its place."""
    level: Level | None
    """The level it asks for: a person's word, or the verb's hint."""
    family: VerbFamily | None
    """The kind of doing; none when the verb is vague or not known."""
    stems: frozenset[str]
    """Stems of the words that carry its meaning."""
    object_stems: frozenset[str]
    """Stems of what the verb is done to."""
    language: str = ""
    """The language it is written in, when that is not English."""


def read_outcome(outcome: Outcome, lexicon: Lexicon) -> OutcomeReading:
    """Read an outcome; what its fields leave empty is read from its sentence."""
    parsed = parse_outcome(outcome.text, lexicon)
    verb = parsed.verb or outcome.verb.strip().lower()
    entry = parsed.entry if parsed.verb else lexicon.verbs.get(verb)
    known = entry is not None and verb in lexicon.verbs and parsed.vague is None
    # "How consistent …?" takes up "consistently".
    how = _ADVERB.sub(r"\1", parsed.standard)
    doing = " ".join((verb, parsed.object, parsed.context, how, parsed.purpose, *parsed.other_verbs))
    thing = content_stems(parsed.object or outcome.object)
    return OutcomeReading(
        outcome=outcome,
        parsed=parsed,
        verb=verb,
        doings=(verb, *parsed.vague.instead) if parsed.vague else (verb,) if verb else (),
        level=outcome.level or hint_level(parsed, lexicon) or (entry.level if entry and known else None),
        family=entry.family if entry and known else None,
        stems=content_stems(doing) or content_stems(without_sign(outcome.text)),
        object_stems=(thing - _EMPTY_NOUNS) or thing,
        # A sentence in our own stem is English, whatever names stand in it.
        language="" if parsed.has_stem else find_other_language(outcome.text),
    )


def find_their_work(readings: Sequence[OutcomeReading]) -> frozenset[str]:
    """Return words that are the object of the members' own work: teachers may want to write fairer exams.

    Only an outcome in the members' own voice counts, and an exam only when they make or examine it.
    """
    found: set[str] = set()
    for reading in readings:
        if reading.parsed.has_stem:
            words = find_words(reading.parsed.object)
            found |= words & (_PUPILS | _PAPERS if reading.family in _CRAFTS else _PUPILS)
    return frozenset(found)


def find_words(text: str) -> frozenset[str]:
    """Return a text's words in lower case, without a possessive ending."""
    return frozenset(re.sub(r"['’]s?$", "", match.group().lower()) for match in _WORD.finditer(text))


def without_sign(text: str) -> str:
    """Return an outcome's sentence without the sign that some write after it."""
    return _SIGN.split(text, maxsplit=1)[0]


def has_sign(text: str) -> bool:
    """Return whether a sentence says what people would notice."""
    return bool(_SIGN.search(text))


def is_empty_object(text: str) -> bool:
    """Return whether an object names nothing in particular: nothing, or only words like "things"."""
    return not content_stems(text) - _EMPTY_NOUNS and text.strip().lower() not in _SAID


def find_known_verbs(text: str, lexicon: Lexicon) -> list[str]:
    """Return the known verbs of a text, bare, in order of appearance.

    A noun that is spelled like a verb counts too: a hint, never a proof.
    """
    low = text.lower()
    heads = (lexicon.forms.get(match.group(), "") for match in _WORD.finditer(low))
    names = (_whole_verb(head, low, lexicon) for head in heads if head)
    return list(dict.fromkeys(name for name in names if name in lexicon.verbs))


def _whole_verb(head: str, text: str, lexicon: Lexicon) -> str:
    for name in lexicon.heads.get(head, ()):
        particle = name.partition(" ")[2]
        if not particle or re.search(rf"\b{re.escape(particle)}\b", text):
            return name
    return ""
