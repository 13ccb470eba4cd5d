"""From a model's words to words that may be shown: cleaned, names put back, every quote proved or taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from coach.checks.quotes import find_labelled_quotes
from coach.drafting.guarding import clean
from coach.drafting.quoting import quoted
from coach.models import Citation
from coach.notes.pseudonyms import Veil

from .sources import Sources

NO_SOURCE = "(no source)"
"""Stands behind words that a model put into people's mouths, where they stand in none of the passages."""
FIRST_LABEL = 101
"""Labels from here on are given while a plan is made; at the end they are numbered as they are read."""
_PLAIN_QUOTE = re.compile(r"“([^“”]{12,})”(?!\s*[(\[]S\d)|\"([^\"\n]{12,})\"(?!\s*[(\[]S\d)")
_LABEL = re.compile(r"\s*[(\[]\s*(S\d+(?:\s*[,;]\s*S\d+)*)\s*[)\]]")
_SAYS_WHO = re.compile(
    r"\b(?:(?:one|some|two|three|several|many|most|a few) of (?:you|us|your|our|the)|somebody|someone|people|members?|"
    r"newcomers?|colleagues?|your notes?|the notes?|your own words|(?:as )?(?:you|they|she|he|we|\[?person[ \d]*\]?)) "
    r"(?:\w+ ){0,2}?(?:wrote|write|writes|said|says|say|told|asked|asks|noted|notes|put it|described|called|wished|"
    r"complained|mentioned|reported|remembered|admitted)\b|\bin (?:your|their|people's) (?:own )?words\b"
    r"|\b(?:quote|quoted|according to|as written in|from (?:your|the) notes)\b",
    re.IGNORECASE,
)
_SIGN = "We'd notice it because"
_SENTENCE = re.compile(r"[^.!?…]*$")


@dataclass
class Settled:
    """What came up while a draft's words were settled."""

    citations: dict[tuple[str, int, int], Citation] = field(default_factory=dict)
    """What is quoted, by note and place; each with a label of its own."""
    unproved: list[tuple[str, str]] = field(default_factory=list)
    """Where (the part's id) something was said to be a quote that stands nowhere, and the words."""

    def cite(self, citation: Citation) -> Citation:
        """Return the citation with the label that it has in this draft."""
        key = (citation.note_id, citation.start, citation.end)
        if key not in self.citations:
            label = f"S{FIRST_LABEL + len(self.citations)}"
            self.citations[key] = citation.model_copy(update={"label": label})
        return self.citations[key]


@dataclass
class Settler:
    """Settles the words of one draft."""

    sources: Sources
    """What was sent, and may be quoted."""
    veil: Veil | None
    """Puts names back; None where none were replaced."""
    settled: Settled = field(default_factory=Settled)
    """What came up."""
    where: str = "plan"
    """The part whose words are being settled."""
    known: dict[str, Citation] = field(default_factory=dict)
    """By the label of a passage: what of it this part quotes."""

    def begin(self, where: str, takes: Sequence[tuple[str, str]] = ()) -> list[Citation | None]:
        """Begin a part; return what its `(label, quote)` pairs prove to be, None where they stand nowhere."""
        self.where, self.known = where, {}
        return [self._take(label, quote) for label, quote in takes]

    def say(self, text: str, most: int = 600) -> str:
        """Return words of a model as a person may see them."""
        cleaned = clean(text[: most * 3], most=most)
        with_quotes = self._settle_quotes(cleaned)
        return " ".join(self._settle_labels(with_quotes).split())

    def says(self, texts: Sequence[str], most: int = 300, at_most: int = 12) -> tuple[str, ...]:
        """Return several texts as a person may see them, empty ones left out."""
        told = (self.say(text, most) for text in texts[:at_most])
        return tuple(text for text in told if text)

    # -- inside ------------------------------------------------------------------------------------
    def _take(self, label: str, quote: str) -> Citation | None:
        citation = self._prove(quote, label)
        if citation is None:
            self.settled.unproved.append((self.where, self._reveal(clean(quote[:600], most=200))))
        return citation

    def _prove(self, words: str, label: str) -> Citation | None:
        said = self._reveal(words, links=True)
        found = self.sources.prove(said, label)
        if found is None:
            return None
        cited = self.settled.cite(found)
        self.known.setdefault(found.label, cited)
        self.known.setdefault(label, cited)
        return cited

    def _settle_quotes(self, text: str) -> str:
        pieces, last = [], 0
        for quote in find_labelled_quotes(text):
            after = _LABEL.match(text, quote.end) or re.compile(r"[.,]?\s*[(\[][^)\]]*[)\]]").match(text, quote.end)
            pieces.append(self._settle_plain(text[last : quote.start]))
            pieces.append(self._shown(quote.words, quote.labels[0]))
            last = after.end() if after else quote.end
        pieces.append(self._settle_plain(text[last:]))
        return "".join(pieces)

    def _shown(self, words: str, label: str) -> str:
        cited = self._prove(words, label)
        if cited is not None:
            return f"{quoted(cited)} ({cited.label})"
        self.settled.unproved.append((self.where, self._reveal(words)))
        return f"{self._reveal(words)} {NO_SOURCE}"

    def _settle_plain(self, text: str) -> str:
        """Return text without labelled quotes: names back, and quotes that somebody is said to have said proved."""
        pieces, last = [], 0
        for match in _PLAIN_QUOTE.finditer(text):
            words = match[1] or match[2]
            before = text[last : match.start()]
            pieces.append(self._reveal(before))
            pieces.append(self._settle_unlabelled(words, _SENTENCE.search(text[: match.start()]), match[0]))
            last = match.end()
        pieces.append(self._reveal(text[last:]))
        return "".join(pieces)

    def _settle_unlabelled(self, words: str, before: re.Match[str] | None, whole: str) -> str:
        said = self._reveal(words, links=True)
        found = self.sources.prove(said) if len(words.split()) > 4 else None
        if found is not None:
            cited = self.settled.cite(found)
            self.known.setdefault(found.label, cited)
            return f"{quoted(cited)} ({cited.label})"
        if before is not None and _SAYS_WHO.search(before[0]):
            self.settled.unproved.append((self.where, self._reveal(words)))
            return f"{self._reveal(words)} {NO_SOURCE}"
        return self._reveal(whole)  # what a host may say, or an example of what somebody could write

    def _settle_labels(self, text: str) -> str:
        """Return the text with bare labels of passages turned into those of what is quoted, or taken out."""

        def settle(match: re.Match[str]) -> str:
            labels = [label.strip() for label in re.split(r"[,;]", match[1])]
            ours = [label for label in labels if int(label[1:]) >= FIRST_LABEL and label in self._given]
            ours += [self.known[label].label for label in labels if label in self.known]
            return f" ({', '.join(dict.fromkeys(ours))})" if ours else ""

        return _LABEL.sub(settle, text)

    @property
    def _given(self) -> set[str]:
        return {citation.label for citation in self.settled.citations.values()}

    def _reveal(self, text: str, *, links: bool = False) -> str:
        return self.veil.reveal(text, links=links) if self.veil else text


def to_sign(text: str) -> str:
    """Return a sign as it is read: what people would notice."""
    said = text.strip()
    if not said or said.lower().replace("’", "'").startswith("we'd notice"):
        return said
    return f"{_SIGN} {said[:1].lower()}{said[1:]}"
