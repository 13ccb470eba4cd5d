"""The verbs that communities use, and those that nobody can see anybody do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .language import content_stems, forms_of
from .schema import VagueVerb, VerbEntry

_ONLY_FIRST = frozenset({"when", "whether", "if", "which", "where", "how"})


@dataclass(frozen=True)
class Lexicon:
    """Verb to entry; every lookup is by the bare verb."""

    verbs: Mapping[str, VerbEntry]
    """The usual reading of each verb."""
    vague: Mapping[str, VagueVerb]
    """Vague verbs and openers."""
    senses: Mapping[str, tuple[VerbEntry, ...]] = field(default_factory=dict)
    """Other readings of a verb, called for by words in its object."""
    kindred: tuple[frozenset[str], ...] = ()
    """Words that people use for one another when they say what is done."""

    @cached_property
    def heads(self) -> Mapping[str, tuple[str, ...]]:
        """Return first word to the verbs that begin with it, longest first: `set` to `set up`, `set`."""
        return _by_head((*self.verbs, *(verb for verb in self.senses if verb not in self.verbs)))

    @cached_property
    def vague_heads(self) -> Mapping[str, tuple[str, ...]]:
        """Return first word to the vague openers that begin with it, longest first."""
        return _by_head(self.vague)

    @cached_property
    def forms(self) -> Mapping[str, str]:
        """Return every written form of a first word to the bare word: `taught` to `teach`."""
        heads = (*self.vague_heads, *self.heads)
        inflected = {form: head for head in heads for form in forms_of(head) if head.isalpha()}
        # A bare verb is itself, even where another verb's past looks the same.
        return inflected | {head: head for head in heads}

    @cached_property
    def kindred_stems(self) -> Mapping[str, frozenset[str]]:
        """Return the stem of each word that has others like it to the stems of all of them."""
        found: dict[str, frozenset[str]] = {}
        for row in self.kindred:
            stems = content_stems(" ".join(row))
            found |= {stem: found.get(stem, frozenset()) | stems for stem in stems}
        return found

    def reading(self, verb: str, words: str) -> VerbEntry | None:
        """Return the entry of a verb as these words (its object) call for it, or None when it is not known."""
        spoken = words.lower().replace(",", " ").split()
        # "Tell when it breaks" is another doing than "tell people when it breaks".
        called = {word for place, word in enumerate(spoken) if place == 0 or word not in _ONLY_FIRST}
        for entry in self.senses.get(verb, ()):
            if called & set(entry.objects):
                return entry
        return self.verbs.get(verb)


def _by_head(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    heads: dict[str, list[str]] = {}
    for name in names:
        heads.setdefault(name.split()[0], []).append(name)
    return {head: tuple(sorted(found, key=lambda name: -len(name.split()))) for head, found in heads.items()}
