"""Finds the verbs of an outcome sentence by the lexicon. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .language import base_guess
from .lexicon import Lexicon

_ADVERB = re.compile(
    r"^(?:(?:more|less|much|very|better|also|just|always|routinely|together|jointly|collectively|regularly|really"
    r"|actually|then"
    r"|not only|already|first|\w+ly)(?: and)?,? )+",
    re.IGNORECASE,
)
_NO_ADVERB = re.compile(
    r"^(?:apply|supply|reply|rely|multiply|comply|ally|rally|assembly|family|early)\b", re.IGNORECASE
)
_PRONOUN = re.compile(r"^(?:it|them|this|these|that)\b", re.IGNORECASE)
_FIRST_WORD = re.compile(r"^[^\W\d_]+(?:-[^\W\d_]+)?")
_JOIN = re.compile(r"(?:,\s*(?:(?:and|or)(?:\s+then)?\s+|then\s+)?|\s+(?:and|or)(?:\s+then)?\s+|\s*[;/]\s*(?:and\s+)?)")
_FILLER = re.compile(
    r"^(?:(?:we|they) )?(?:is |are |be )?(?:(?:willing|able|ready|happy|keen) to |can (?:also )?|will |has |have |"
    r"(?:know|knows) how to |to (?=[a-z]+ ))",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"^(?:a|an|the|our|my|their|your|its|his|her|this|these|that|those|each|every|any|some|one|it|them|him|us|what"
    r"|where|who|when|"
    r"how|why|which|whether|something|anything|everything|somebody|someone|people|others|to|with|on|for|from|at"
    r"|about|out|back|together|at least|two|three|four|five|six|seven|eight|nine|ten|several|more|both|all|many|\d+)\b",
    re.IGNORECASE,
)
_ALSO_NOUNS = frozenset(
    """
    answer audit brief budget build care change check claim coach code comment contact contrast cost debate debug
    delay demo design document draft edit estimate fix forecast frame guide handle help host interview judge label
    lead link log map mark measure mend mentor merge model monitor name need note offer order outline pair patch
    pilot pitch plan practice price process program prototype question rank release repair reply report request
    rescue research review risk run sample schedule schema scope score screen seed set shadow share show sketch sort
    spot staff start state step stop story strategy structure summary supply support surface survey swap talk target
    task test time trace track trade train transfer triage try tune update use value view visit voice volunteer vote
    walk watch welcome work
    """.split()
)
"""Words that are as often a noun: they count as a verb only when something like an article follows."""
_GERUND_NOUN = re.compile(
    r"^(?:\w+ing|review|design|planning|reviews|tests?|data|management|skills|work|quality)$", re.IGNORECASE
)


@dataclass(frozen=True)
class Found:
    """A verb and what stands around it."""

    verb: str
    """The bare verb."""
    rest: str
    """What stands behind it."""
    form: str = "base"
    """How it was written: `base`, `ing`, `s` or `past`."""
    adverbs: str = ""
    """What stood before it."""
    known: bool = True
    """Whether the lexicon knows it."""


@dataclass(frozen=True)
class Others:
    """Further verbs, and the rest without them."""

    verbs: tuple[str, ...]
    """Bare, in order."""
    rest: str
    """What belongs to the main verb."""
    shares_object: bool = False
    """Whether they stand side by side: "write and send letters"."""
    refers_back: bool = False
    """Whether the first of them is done to the same thing by name: "learn the rules and apply them"."""


def find_verb(rest: str, lexicon: Lexicon, *, sure: bool = True) -> Found | None:
    """Return the verb that these words start with, or None.

    Args:
        rest: The words after the stem.
        lexicon: The verbs to look for.
        sure: Whether a verb must stand here; a bare topic such as "Code review" has none.
    """
    adverbs, words = _split_adverbs(rest)
    found = _match(words, lexicon, lexicon.heads, adverbs)
    if found is None and adverbs:
        found = _match(rest, lexicon, lexicon.heads, "")
    if found is None or sure:
        return found
    return None if _is_noun_phrase(words) or found.form in {"past", "s"} else found


def find_vague(rest: str, lexicon: Lexicon) -> Found | None:
    """Return the vague opener that these words start with, unless a doing follows it."""
    adverbs, words = _split_adverbs(rest)
    found = _match(words, lexicon, lexicon.vague_heads, adverbs)
    if found is None or lexicon.reading(found.verb, found.rest) is not None:
        return None
    return None if _doing_behind(found, lexicon) else found


def skip_opener(rest: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return the vague opener before a doing ("get better at" before "mapping") and the rest from the doing on."""
    adverbs, words = _split_adverbs(rest)
    found = _match(words, lexicon, lexicon.vague_heads, adverbs)
    if found is None:
        return "", rest
    if not _doing_behind(found, lexicon):
        return "", rest
    return ("" if found.verb == "have" else found.verb), found.rest


def _doing_behind(found: Found, lexicon: Lexicon) -> bool:
    doing = find_verb(found.rest, lexicon)
    return doing is not None and doing.form == ("past" if found.verb == "have" else "ing")


def guess_verb(rest: str, *, third_person: bool = False) -> Found | None:
    """Take the first word as the verb, where one must stand: `leaves` is `leave` in the third person."""
    adverbs, words = _split_adverbs(rest)
    match = _FIRST_WORD.match(words)
    if match is None:
        return None
    word = match.group().lower()
    verb = base_guess(word, third_person=third_person)
    form = "base" if verb == word else "s" if third_person else _form_of(word, verb)
    return Found(verb, words[match.end() :].strip(), form, adverbs, known=False)


def find_others(found: Found, lexicon: Lexicon) -> Others:
    """Return the further main verbs, and what belongs to the first alone or, when shared, to all."""
    chain, tail = _chained_verbs(found, lexicon)
    verbs, own, rest, refers_back = list(chain), tail, f" {tail}", False
    for match in _JOIN.finditer(rest):
        other = _joined_verb(rest[match.end() :], found.form, lexicon, is_list=match.group().strip() == ",")
        if other is not None:
            if not verbs:
                refers_back = bool(_PRONOUN.match(other.rest))
            own = own if len(verbs) > len(chain) else rest[: match.start()].strip()
            verbs.append(other.verb)
    return Others(tuple(verbs), own, shares_object=bool(chain), refers_back=refers_back)


def split_doings(found: Found, lexicon: Lexicon) -> tuple[str, ...]:
    """Return each doing with what it is done to, bare: `host a clinic` and `write it up` become two phrases.

    A pronoun stands for what the first is done to: "learn the rules and apply them" gives `apply the rules`.
    """
    chain, tail = _chained_verbs(found, lexicon)
    text = f" {tail}"
    cuts = [
        (match.start(), other)
        for match in _JOIN.finditer(text)
        if (other := _joined_verb(text[match.end() :], found.form, lexicon, is_list=match.group().strip() == ","))
    ]
    own = text[: cuts[0][0] if cuts else None].strip(" ,;")
    pieces = [f"{verb} {own}".strip() for verb in (found.verb, *chain)] if cuts else [f"{found.verb} {own}".strip()]
    for place, (_, other) in enumerate(cuts):
        end = cuts[place + 1][0] if place + 1 < len(cuts) else len(text)
        behind = text[len(text) - len(other.rest) : end].strip(" ,;")
        pieces.append(f"{other.verb} {_PRONOUN.sub(lambda _: own, behind)}".strip())
    return tuple(pieces)


def _chained_verbs(found: Found, lexicon: Lexicon) -> tuple[list[str], str]:
    """Return the verbs that follow at once, and what all of them are done to: "run and review" of a retro."""
    chain: list[str] = []
    tail = found.rest
    while match := _JOIN.match(tail if tail.startswith(",") else f" {tail}"):
        behind = (tail if tail.startswith(",") else f" {tail}")[match.end() :]
        other = find_verb(behind, lexicon)
        if other is None or other.form != found.form or not other.rest:
            break
        chain.append(other.verb)
        tail = other.rest
    return chain, tail


def _joined_verb(behind: str, form: str, lexicon: Lexicon, *, is_list: bool) -> Found | None:
    filler = _FILLER.match(behind)
    words = behind[filler.end() :] if filler else behind
    other = find_verb(words, lexicon)
    if other is None or other.verb in {"be", "have"}:
        return None
    if filler is None and (other.form != form or (is_list and form == "base" and not other.rest)):
        return None
    noun_like = other.verb.split()[0] in _ALSO_NOUNS or form == "s"
    return None if filler is None and noun_like and not _DETERMINER.match(other.rest) else other


def _match(words: str, lexicon: Lexicon, heads: Mapping[str, tuple[str, ...]], adverbs: str) -> Found | None:
    match = _FIRST_WORD.match(words)
    if match is None:
        return None
    word = match.group().lower()
    head = lexicon.forms.get(word)
    if head is None:
        return None
    rest = words[match.end() :].strip()
    for verb in heads.get(head, ()):
        particle = verb.split(" ", 1)[1] if " " in verb else ""
        if re.match(rf"{re.escape(particle)}(?![\w-])", rest, re.IGNORECASE) or not particle:
            return Found(verb, rest[len(particle) :].strip(), _form_of(word, head), adverbs)
    return None


def _form_of(word: str, head: str) -> str:
    if word.endswith("ing") and word != head:
        return "ing"
    if word == head and not word.endswith(("ed", "ing")):
        return "base"
    return "s" if word.endswith("s") else "past"


def _split_adverbs(rest: str) -> tuple[str, str]:
    match = _ADVERB.match(rest)
    if match is None or _NO_ADVERB.match(rest):
        return "", rest
    return match.group().strip(), rest[match.end() :]


def _is_noun_phrase(words: str) -> bool:
    # "Code review" and "Report writing" are topics; "Review code" asks for something.
    parts = words.split()
    return len(parts) == 2 and parts[0].lower() in _ALSO_NOUNS and bool(_GERUND_NOUN.match(parts[1]))
