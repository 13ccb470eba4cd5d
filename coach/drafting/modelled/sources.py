"""The passages that are sent, labelled, and the proof that a quote stands in one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from coach.drafting.guarding import describe_left_out, quarantine, quarantine_all
from coach.models import Citation

_MARKS = str.maketrans(dict.fromkeys("“”„‟‘’‚‛`´«»‹›″′", '"') | {"'": '"'})
_FEWEST_WORDS = 3
"""Fewer words than this are no quote: everybody has said them."""
_LONGEST = 400
"""Characters; a longer quote is read by nobody."""
_EDGE = " \t\r\n\"“”‘’'.,;:…-–—*_"


@dataclass(frozen=True)
class Source:
    """A passage as it stands in its note."""

    label: str
    """How prompt and answer refer to it: S1, S2 and so on."""
    text: str
    """The exact words: `note.text[start:start + len(text)]`."""
    note: str
    """The note's path."""
    note_id: str
    """The note's id."""
    title: str
    """The note's title."""
    date: str | None
    """Its date, as far as it says."""
    start: int
    """Where it starts in the note."""
    chunk_id: str = ""
    """The chunk it is from, when it is a whole one's part."""
    about: str = ""
    """What it is good for, in a word: `struggle`, `worked`."""
    whole: str = ""
    """The passage that it was cut out of: an order can begin before the cut."""

    def to_citation(self, start: int, end: int) -> Citation:
        """Return a citation of `text[start:end]`."""
        return Citation(
            label=self.label,
            quote=self.text[start:end],
            note=self.note,
            note_id=self.note_id,
            title=self.title,
            date=self.date,
            start=self.start + start,
            end=self.start + end,
        )


@dataclass
class Sources:
    """All passages of one request."""

    items: Sequence[Source]
    """The passages, in the order in which they are sent."""
    kept: dict[str, str] = field(init=False)
    """By label, what may be sent: sentences that speak to a model are left out."""
    titles: dict[str, str] = field(init=False)
    """By label, what may be sent of the note's title."""
    left_out: list[str] = field(init=False)
    """The sentences that were left out."""
    says_left_out: tuple[str, ...] = field(init=False)
    """The same for people: how much, and why."""

    def __post_init__(self) -> None:
        """Look at all passages once, and at their titles, which are somebody's words as well."""
        looked = quarantine_all([item.text for item in self.items], [item.whole or item.text for item in self.items])
        titles = [quarantine(item.title) for item in self.items]
        self.kept = {item.label: found.text for item, found in zip(self.items, looked, strict=True)}
        self.titles = {item.label: found.text for item, found in zip(self.items, titles, strict=True)}
        self.left_out = [sentence for found in (*looked, *titles) for sentence in found.left_out]
        self.says_left_out = describe_left_out((*looked, *titles))
        self._barred = " ".join(to_plain(sentence) for sentence in self.left_out)

    def prove(self, quote: str, label: str = "") -> Citation | None:
        """Return where a quote stands, in the passage it names or else in another one; None when it stands nowhere.

        White space and kinds of quotation marks are the only freedom; what is returned is the note's own wording.
        """
        wanted = quote.strip(_EDGE)
        if len(wanted.split()) < _FEWEST_WORDS or len(wanted) > _LONGEST or self._is_barred(wanted):
            return None
        named = [item for item in self.items if item.label == label]
        for item in (*named, *(other for other in self.items if other.label != label)):
            place = find_quote(wanted, item.text)
            if place:
                return item.to_citation(*place)
        return None

    def _is_barred(self, wanted: str) -> bool:
        # A sentence that was kept back because it speaks to a model is nobody's voice to quote.
        return bool(self._barred) and to_plain(wanted) in self._barred


def find_quote(quote: str, text: str) -> tuple[int, int] | None:
    """Return where a quote stands in a text, as whole words, or None.

    Args:
        quote: The words, in any white space and any quotation marks.
        text: Where they may stand.
    """
    words = quote.translate(_MARKS).split()
    if not words:
        return None
    pattern = r"\s+".join(_loosely(word) for word in words)
    match = re.search(rf"(?<!\w){pattern}(?!\w)", text)
    return (match.start(), match.end()) if match else None


def _loosely(word: str) -> str:
    # Any mark may stand for any other; everything else letter for letter.
    return "".join("[“”„‟‘’‚‛`´«»‹›″′\"']" if sign == '"' else re.escape(sign) for sign in word)


def to_plain(text: str) -> str:
    """Return a text on one line with one kind of quotation marks, for comparing."""
    return " ".join(text.translate(_MARKS).split()).casefold()


def label_sources(found: Iterable[Source], first: int = 1) -> list[Source]:
    """Return the passages with labels S1, S2 and so on."""
    return [Source(**{**vars(item), "label": f"S{place}"}) for place, item in enumerate(found, first)]
