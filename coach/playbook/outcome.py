"""Reads an outcome sentence: who speaks, which verb, on what, where, how well, what for. Pure; never raises on text.

    We want to be able to | map | complex systems | more confidently | in our live services | so that nobody waits
    stem                    verb  object            standard           context                purpose

The words decide, not a grammar: where a sentence is beyond it, the verb is empty and the rest is still usable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from coach.models import Level, Solo, VerbFamily

from .clauses import drop_lead, main_sentence, split_clauses, split_stem, strip_linker
from .lexicon import Lexicon
from .schema import VagueVerb, VerbEntry
from .verbs import Found, find_others, find_vague, find_verb, guess_verb, skip_opener

WORK_ON = VerbEntry(
    verb="work on",
    family=VerbFamily.MAKE,
    level=Level.APPLY,
    solo=Solo.RELATIONAL,
    artefact="worked example",
    short="example",
)
"""What is done with an outcome that names a topic and no verb."""


_A_THING = re.compile(r"^(?:for [^,]{2,40}, )?(?:an?|one)\b ", re.IGNORECASE)
_WITH_CLAUSE = re.compile(r"\s+(?:that|which|who|for|of|with|where|in|on|to|by|from)\b|[,;:(]")
_MADE_WITH = {
    "write": "page guide letter checklist document doc script policy proposal leaflet summary story note readme brief "
    "handbook comment report email message post question agenda",
    "draw": "map diagram sketch picture",
    "build": "prototype demo tool template example",
    "design": "poster form workshop screen",
}
_MADE_BY = {noun: verb for verb, nouns in _MADE_WITH.items() for noun in nouns.split()}
"""What is done to make a thing: a thing that is to be there in the end says what people do."""


@dataclass(frozen=True)
class ParsedOutcome:
    """An outcome sentence, taken apart."""

    text: str
    """The sentence as written, with single spaces."""
    stem: str = ""
    """The words it starts with, when they are the members' own voice: `We want to be able to`."""
    verb: str = ""
    """The main verb, bare: `map`; a vague one too; empty when there is none."""
    object: str = ""
    """What the verb is done to: `complex systems`; the whole topic when there is no verb."""
    topic: str = ""
    """The head of the object, short, with its article: `complex systems`."""
    context: str = ""
    """In which situation: `in our live services`."""
    standard: str = ""
    """How well: `more confidently`."""
    purpose: str = ""
    """What for: `so that nobody waits`."""
    entry: VerbEntry = WORK_ON
    """The verb as sentences speak of it; for a vague verb, the doing that is offered in its place."""
    level: Level | None = None
    """The Bloom level that the verb hints at."""
    solo: Solo | None = None
    """The SOLO level that the verb hints at."""
    vague: VagueVerb | None = None
    """The vague verb, when no doing follows it (in "get better at mapping" one does)."""
    other_verbs: tuple[str, ...] = ()
    """Further main verbs joined by "and" or "or"."""
    shares_object: bool = False
    """Whether the other verbs are done to the same object: "write and send letters"."""
    known_verb: bool = False
    """Whether the lexicon knows the verb."""
    words: int = 0
    """How many words the whole text has."""

    @property
    def has_stem(self) -> bool:
        """Return whether it starts in the members' own voice."""
        return bool(self.stem)

    @property
    def family(self) -> VerbFamily:
        """Return what kind of doing it asks for."""
        return self.entry.family


def parse_outcome(text: str, lexicon: Lexicon) -> ParsedOutcome:
    """Take an outcome sentence apart.

    Args:
        text: Anything a person typed: a full sentence, a wish, an order, a bare topic, several sentences, nothing.
        lexicon: The verbs to look for.
    """
    clean = " ".join(text.split())
    stem, voice, rest = split_stem(main_sentence(clean))
    start = ParsedOutcome(text=clean, stem=stem, words=len(clean.split()))
    rest, was_linked = strip_linker(re.sub(r"^\([^)]*\)\s*", "", rest))
    sure = voice != "none" or was_linked
    if vague := find_vague(rest, lexicon):
        return _with_vague(start, vague, lexicon)
    opener, rest = skip_opener(rest, lexicon)
    found = find_verb(rest, lexicon, sure=sure or bool(opener)) or (
        guess_verb(rest, third_person=voice == "acts") if sure else None
    )
    if found is None:
        return _with_product(_with_clauses(start, drop_lead(rest)), lexicon)
    return _with_verb(start, replace(found, adverbs=found.adverbs or opener), lexicon)


def _with_verb(start: ParsedOutcome, found: Found, lexicon: Lexicon) -> ParsedOutcome:
    others = find_others(found, lexicon)
    whole = _with_clauses(start, others.rest, found.adverbs)
    known = lexicon.reading(found.verb, whole.object)
    entry = _named_after(known, whole.topic) if known else WORK_ON.model_copy(update={"verb": found.verb})
    return replace(
        whole,
        verb=found.verb,
        entry=entry,
        level=entry.level,
        solo=entry.solo,
        other_verbs=others.verbs,
        shares_object=others.shares_object,
        known_verb=found.known,
    )


def _with_product(topic: ParsedOutcome, lexicon: Lexicon) -> ParsedOutcome:
    """Read a thing that is to be there in the end as the making of it: `a rough map` is to draw a rough map."""
    begins = _A_THING.match(topic.object)
    named = _WITH_CLAUSE.split(topic.object[begins.end() :], maxsplit=1)[0].split() if begins else []
    makes = _MADE_BY.get(_singular(named[-1])) if named else None
    entry = lexicon.reading(makes, topic.object) if makes else None
    if begins is None or entry is None:
        return topic
    entry = _named_after(entry, topic.topic)
    return replace(
        topic,
        verb=entry.verb,
        entry=entry,
        level=entry.level,
        solo=entry.solo,
        object=topic.topic,
        context="",
        known_verb=True,
    )


def _named_after(entry: VerbEntry, topic: str) -> VerbEntry:
    """Call what is made by its own name where we know it: writing letters leaves a rough letter and not a draft."""
    words = re.sub(r"[^\w\s'’-]+$", "", _WITH_CLAUSE.split(topic, maxsplit=1)[0]).split()
    noun = _singular(words[-1]) if words else ""
    if entry.objects or _MADE_BY.get(noun) != entry.verb:
        return entry
    return entry.model_copy(update={"artefact": f"rough {noun}", "short": noun, "plural": ""})


def _singular(word: str) -> str:
    bare = re.sub(r"\W", "", word.lower())
    bare = re.sub(r"ies$", "y", bare) if bare not in {"series"} else bare
    return bare if bare in _MADE_BY or not bare.endswith("s") else bare[:-1]


def _with_vague(start: ParsedOutcome, found: Found, lexicon: Lexicon) -> ParsedOutcome:
    vague = lexicon.vague[found.verb]
    others = find_others(found, lexicon)
    whole = _with_clauses(start, others.rest, found.adverbs)
    # The level is that of the doing on offer: nobody can see anybody understand.
    doing = others.verbs[0] if others.shares_object or others.refers_back else vague.instead[0]
    entry = lexicon.reading(doing, whole.object) or WORK_ON
    return replace(
        whole,
        verb=found.verb,
        entry=entry,
        level=entry.level,
        solo=entry.solo,
        vague=vague,
        other_verbs=others.verbs,
        known_verb=True,
    )


def _with_clauses(start: ParsedOutcome, rest: str, adverbs: str = "") -> ParsedOutcome:
    parts = split_clauses(rest, adverbs)
    return replace(
        start,
        object=parts.object,
        topic=parts.topic,
        context=parts.context,
        standard=parts.standard,
        purpose=parts.purpose,
    )
