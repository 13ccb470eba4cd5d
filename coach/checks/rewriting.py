"""Says an outcome again, the way its own members could: the same wish, with its doing in sight.

Every line is held against our own checks before it is offered. Where only people can say it, a gap (`…`) stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from coach.models import VerbFamily
from coach.playbook import Lexicon, ParsedOutcome, parse_outcome, to_wording
from coach.playbook.clauses import cut_at_clause, main_sentence, split_stem, strip_linker
from coach.playbook.language import plural_of
from coach.playbook.verbs import find_vague, find_verb, skip_opener, split_doings

from .reading import is_empty_object, without_sign
from .variants import Kind, find_kind, say_doings, say_quality, say_topic
from .wording import find_test_language

STEM = "We want to be able to"
GAP = "…"
MOST_LINES = 3
"""More to choose from than this helps nobody."""
_ROOM = 24
"""Words behind the stem."""
_FIGURES = re.compile(
    r",?\s*\b(?:and\s+|to\s+|so\s+that\s+\w+\s+)?(?:achiev|reach|hit|meet|attain|get\s+to|show|scor|with|by|at)\w*\s+"
    r"(?:at\s+least\s+|over\s+|an?\s+)?\d+(?:[.,]\d+)?\s?(?:%|per\s?cent|points?)[^,.;]*"
    r"|\s*\b(?:by|before|until|within)\s+(?:Q[1-4]|the\s+end\s+of|end\s+of|20\d\d|\d+\s+(?:weeks?|months?|days?)"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)[^,.;]*"
    r"|\s*\b\d+(?:[.,]\d+)?\s?(?:%|per\s?cent)(?:\s+(?:of|more|fewer|less))?",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\s*(?:,\s*(?:and\s+|but\s+)?|;\s*|\.\s+|\s+(?:and|so\s+that|in\s+order\s+to)\s+)", re.IGNORECASE)
_WORKS = re.compile(
    r"\b(maps?|letters?|drafts?|reviews?|presentations?|notebooks?|designs?|lessons?|sketch(?:es)?|reports?|plans?"
    r"|prototypes?|diagrams?|interviews?|contributions?|drawings?)\b",
    re.IGNORECASE,
)
_NOT_THE_THING = re.compile(
    r"^(?:the\s+|our\s+)?(?:awareness|understanding|knowledge|appreciation|skills?|confidence|capability|maturity)\s+"
    r"(?:of|in|about|with|around|for|on)\s+",
    re.IGNORECASE,
)
_LONG_THING = 9
_WITH_WHOM = frozenset({"collaborate", "cooperate", "communicate", "work", "lead", "speak", "listen", "participate"})
_THEIRS = re.compile(r"\btheir(?=\s+(?:own|work|teams?|services?|projects?|practice|day|colleagues)\b)", re.IGNORECASE)
_SIGNS = {
    VerbFamily.MAKE: "{a_draft} from here is used by somebody who was not there when it was made",
    VerbFamily.EXAMINE: "one of us points to something early that used to be found too late",
    VerbFamily.DECIDE: "the next decision goes out with its reason, and nobody has to ask for it",
    VerbFamily.EXPLAIN: "somebody who heard it from us tells it on to the next person",
    VerbFamily.RELATE: "somebody on the other side says, without being asked, that it went differently",
    VerbFamily.OPERATE: "on an ordinary day it is done by somebody who used to ask for help",
}
Holds = Callable[[str], bool]


@dataclass(frozen=True)
class Rewriter:
    """Offers an outcome's sentence anew."""

    lexicon: Lexicon
    """The verbs to look for."""
    holds: Holds
    """Whether a line has nothing to mend."""

    def rewrite(self, text: str) -> tuple[str, ...]:
        """Return the lines that could stand in a sentence's place; at least one, if need be with a gap."""
        clean = without_targets(without_sign(text).strip())
        parsed = parse_outcome(clean, self.lexicon)
        lines = list(dict.fromkeys(line for line in self._offer(parsed) if self.holds(line)))[:MOST_LINES]
        return tuple(lines) or (self._gap(text, clean),)

    def _offer(self, parsed: ParsedOutcome) -> Iterator[str]:
        if not parsed.text:
            return
        if parsed.vague or not parsed.verb:
            yield from (_say(doing) for doing in _doings_for(parsed, self._later_doings(parsed)))
        elif parsed.other_verbs and not parsed.shares_object:
            yield from (_say(doing) for doing in self._split(parsed))
        elif is_empty_object(parsed.object):
            yield _say(" ".join(f"{_heads(parsed)} {GAP} {parsed.context} ({_which(parsed)})".split()))
        else:
            whole, bare = _say(f"{_heads(parsed)} {_tail(parsed)}"), _say(f"{_heads(parsed)} {parsed.object}")
            yield whole if self.holds(whole) else bare

    def _later_doings(self, parsed: ParsedOutcome) -> tuple[str, ...]:
        # "Learn the rules and apply them": the second is what people would be seen doing.
        return self._split(parsed)[1:] if parsed.other_verbs else ()

    def _split(self, parsed: ParsedOutcome) -> tuple[str, ...]:
        rest, _ = strip_linker(split_stem(main_sentence(parsed.text))[2])
        _, rest = skip_opener(rest, self.lexicon)
        found = find_vague(rest, self.lexicon) or find_verb(rest, self.lexicon)
        return split_doings(found, self.lexicon) if found else ()

    def _gap(self, text: str, clean: str) -> str:
        work = _WORKS.search(text)
        if work and find_test_language(text):
            noun = work.group().lower()
            plural = noun if noun.endswith("s") else plural_of(noun)
            line = f"{STEM} give useful feedback on each other's unfinished {plural}"
            if self.holds(line):
                return line
        short = " ".join(split_stem(main_sentence(clean))[2].split()[:8])
        asks = (
            f"what would we see people do, if “{short}” came true?" if short and not find_test_language(short) else ""
        )
        return f"{STEM} {GAP} ({asks or 'do what, with which piece of our own work?'})"


def without_targets(text: str) -> str:
    """Return a sentence without figures, dates and whatever puts people to a test."""
    bare = " ".join(_FIGURES.sub("", text).split())
    if find_test_language(bare):
        kept = [piece for piece in _PIECES.split(bare) if piece and not find_test_language(piece)]
        bare = kept[0] if kept else ""
    return bare.strip(" ,;.–—-")


def say_sign(text: str, lexicon: Lexicon) -> str:
    """Return a sentence with a sign that people of this kind of work would notice."""
    parsed = parse_outcome(text, lexicon)
    family = parsed.family if parsed.known_verb else VerbFamily.OPERATE
    sign = _SIGNS[family].format(a_draft=to_wording(parsed).a_draft)
    return f"{text.strip().rstrip('.')}. We'd notice it because {sign}."


def _doings_for(parsed: ParsedOutcome, later: Iterable[str]) -> Iterator[str]:
    yield from later
    thing = _NOT_THE_THING.sub("", parsed.object)
    if len(thing.split()) > _LONG_THING:
        thing = cut_at_clause(thing.split(" and ")[0], _LONG_THING)
    if parsed.vague is None:
        yield from say_topic(_lowered(thing or parsed.text))
    elif parsed.vague.verb in {"be", "become"}:
        yield from say_quality(thing or parsed.standard)
    elif not is_empty_object(thing) or find_kind(thing) is Kind.PEOPLE:
        behind = f"{thing} {parsed.context}".strip()
        yield from say_doings(behind if len(behind.split()) <= _LONG_THING else thing, parsed.vague.instead)


def _lowered(topic: str) -> str:
    # A capital inside ("GitHub", "NHS") or on a name that is known nowhere stays.
    first, _, rest = topic.partition(" ")
    is_name = any(letter.isupper() for letter in first[1:]) or not rest or first.endswith("s")
    return topic if is_name and first.lower() not in _PLAIN else f"{first[:1].lower()}{first[1:]} {rest}".strip()


_PLAIN = frozenset("systems services communication collaboration leadership feedback documentation onboarding".split())


def _say(doing: str) -> str:
    words = doing.split()
    short = doing if len(words) <= _ROOM or GAP in doing else cut_at_clause(doing, _ROOM)
    return f"{STEM} {' '.join(short.split()).strip(' ,;')}"


def _heads(parsed: ParsedOutcome) -> str:
    verbs = [parsed.verb, *(parsed.other_verbs if parsed.shares_object else ())]
    return " and ".join([", ".join(verbs[:-1]), verbs[-1]] if len(verbs) > 1 else verbs)


def _tail(parsed: ParsedOutcome) -> str:
    main = main_sentence(parsed.text)
    place = main.find(parsed.object) if parsed.object else -1
    parts = (parsed.object, parsed.standard, parsed.context, parsed.purpose)
    tail = main[place:] if place >= 0 else " ".join(part for part in parts if part)
    return tail if parsed.has_stem else _THEIRS.sub("our", tail)


def _which(parsed: ParsedOutcome) -> str:
    if parsed.family is VerbFamily.MAKE:
        return f"which {parsed.entry.plural or plural_of(parsed.entry.short)}?"
    if parsed.verb in _WITH_WHOM:
        return "with whom, on which piece of our own work?"
    return f"what would we {parsed.verb}, in our own work?"
