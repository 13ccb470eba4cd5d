"""What a playbook text is held to, whatever the entry: slots, sentences, words of testing, and saying things once.

Pure. Everything here works on texts; `lint_pattern` and `lint_protocol` know what an entry has to hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pydantic import BaseModel

from coach.errors import PlaybookProblem

from .lexicon import Lexicon
from .outcome import parse_outcome
from .wording import Wording, fill, to_wording

SLOT = re.compile(r"\{[^{}]*\}")
SLOTS = ("do", "doing", "topic", "a_draft", "draft", "drafts")
"""The slots that every plan fills."""
QUOTE_SLOTS = ("quote", "label", "quotes")
"""The slots of a take_up."""
KEYS = frozenset(
    {
        *("id", "families", "family", "levels", "modes", "cue", "cues", "tone", "doing", "phase", "author_speaks"),
        *("credit", "who", "title", "needs_experts", "newcomers", "when", "before", "good_for", "hears"),
    }
)
"""Fields that hold names and not sentences."""
TESTING = re.compile(
    r"\b(kpis?|test(ed|s)?|exams?|quiz(zes)?|score[sd]?|grade[sd]?|mark(s|ing)|pass(ed)?\s*/?\s*fail|rank(s|ed|ing)?"
    r"|league table|targets?|performance (review|management)|compliance|benchmark(s|ed|ing)?)\b",
    re.IGNORECASE,
)
"""The words of the quality list's X1: none of our own sentences needs them."""
OF_THINGS = re.compile(
    r"\b(?:user|usability|unit|integration|smoke|load|regression|acceptance|water|blood) test(?:s|ed|ing)?\b"
    r"|\btests? (?:environments?|data|suites?|cases?|benches|bench|rigs?|runs?|drives?|files?|servers?|kit)\b"
    r"|\b(?:not|never|isn't|no) (?:a |an )?(?:tests?|exams?|quiz)\b"
    r"|\bmarks? (?:on|in|of) (?:the )?(?:page|margin|map|paper)\b"
    r"|\btarget (?:audience|group|language|platform|file|folder)s?\b"
    r"|\b(?:quotation|question|exclamation|pencil|water) marks?\b",
    re.IGNORECASE,
)
"""Where a community speaks of things and not of people, the same words are harmless."""
SAMPLES = (
    "We want to be able to map complex systems more confidently",
    "We can review a pull request",
    "We want to be able to explain a council decision without jargon, so that people know what to do",
    "We want to be able to listen to carers",
    "Systems thinking",
)
"""Outcomes of different shapes; a text must read well for each of them."""
BAD = {
    "two articles": re.compile(r"\b(?:an?|the) (?:an?|the|our|your|my)\b", re.IGNORECASE),
    "a before a vowel": re.compile(r"\ba (?:[aei]|o(?!ne\b|nce\b)|u(?!s|ni|k\b))", re.IGNORECASE),
    "an before a consonant": re.compile(r"\ban (?!hour|honest|heir|[aeioux])", re.IGNORECASE),
    "two owners": re.compile(r"\b(?:your|our|their|my|its) (?:our|your|their|my|a|an|the)\b", re.IGNORECASE),
    "a double space": re.compile(r"  "),
    "a brace": re.compile(r"[{}]"),
    "a word twice": re.compile(r"\b(\w+) \1\b", re.IGNORECASE),
    "space before a stop": re.compile(r"\s[,.;:?!](?:\s|$)"),
    "two stops": re.compile(r"[,.;:?!][,.;?!]"),
    "a small letter at a sentence's start": re.compile(r"[a-z’)][.?!]\s+[a-z]"),
    "an exclamation mark": re.compile(r"!"),
    "a straight quote": re.compile(r"\"|(?<!\w)'"),
}
"""What is wrong with a filled-in text, by name."""
AROUND_SLOTS = ("two articles", "a before a vowel", "an before a consonant", "two owners", "a word twice")
"""Of these, what a slot can bring about; the rest is the style of whoever wrote it."""


def texts_of(entry: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Yield every sentence of an entry with the name of its field."""
    for place, text in all_texts_of(entry, where):
        last = re.sub(r"(?:\[\d+\])+$", "", place).rsplit(".", 1)[-1]
        if last not in KEYS:
            yield place, text


def all_texts_of(entry: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of an entry with its field, names too."""
    if isinstance(entry, str):
        yield where, entry
    elif isinstance(entry, BaseModel):
        yield from all_texts_of({name: getattr(entry, name) for name in type(entry).model_fields}, where)
    elif isinstance(entry, Mapping):
        for name, value in entry.items():
            yield from all_texts_of(value, f"{where}.{name}" if where else str(name))
    elif isinstance(entry, tuple | list):
        for place, value in enumerate(entry):
            yield from all_texts_of(value, f"{where}[{place}]")


@cache
def _wordings(outcomes: tuple[str, ...], verbs: tuple[int, Lexicon]) -> tuple[Wording, ...]:
    return tuple(to_wording(parse_outcome(text, verbs[1])) for text in outcomes)


class _Known(tuple[int, Lexicon]):
    """A lexicon that can be remembered by; it holds dictionaries, so it stands for itself."""

    __slots__ = ()

    def __hash__(self) -> int:
        return self[0]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple) and other[0] == self[0]


def sample_wordings(lexicon: Lexicon, outcomes: Sequence[str] = SAMPLES) -> tuple[Wording, ...]:
    """Return how sentences speak of these outcomes."""
    return _wordings(tuple(outcomes), _Known((id(lexicon), lexicon)))


def find_faults(text: str, wording: Wording) -> list[str]:
    """Return what is wrong with a text once it is filled in; a slot that nobody fills counts as a stray brace."""
    try:
        # A quote is a name here: it stands for whatever the community wrote.
        shown = fill(text, wording, quote="“Quoted words”", label="S1", quotes="“Quoted words” (S1)")
    except PlaybookProblem:
        return [f"a brace: {text}"]
    own = {value for value in vars(wording).values() if any(bad.search(value) for bad in BAD.values())}
    if any(value in shown for value in own):
        return []
    return [f"{name}: {shown}" for name, bad in BAD.items() if bad.search(shown)]


def find_testing(text: str) -> list[str]:
    """Return the words that make people feel tested."""
    return [match.group() for match in TESTING.finditer(SLOT.sub(" ", text))]


def unknown_slots(text: str, allowed: Sequence[str]) -> list[str]:
    """Return the slots of a text that nobody fills, and `{` or `}` for a brace that stands alone."""
    found = [match.group()[1:-1] for match in SLOT.finditer(text)]
    strays = [sign for sign in "{}" if sign in SLOT.sub("", text)]
    return [*(name for name in found if name not in allowed), *strays]


def runs_of(entry: object, length: int = 5) -> set[tuple[str, ...]]:
    """Return all runs of so many words in an entry, not crossing slots, sentences or fields."""
    runs: set[tuple[str, ...]] = set()
    for _, text in texts_of(entry):
        for piece in re.split(r"\{[^{}]*\}|[.?!:;“”…]", text.lower()):
            words = re.findall(r"[\w’'-]+", piece)
            runs |= {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}
    return runs


def shared_runs(entries: Mapping[str, object]) -> list[str]:
    """Return the five-word runs that two entries share: `one and other: the words of both`."""
    seen: dict[tuple[str, ...], str] = {}
    found = []
    for name, entry in entries.items():
        for run in sorted(runs_of(entry)):
            other = seen.setdefault(run, name)
            if other != name:
                found.append(f"{other} and {name}: {' '.join(run)}")
    return sorted(found)
