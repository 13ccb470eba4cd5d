"""Taking out of a note what speaks to a model, before a model sees it.

What is left out is replaced by `[…]`; everything else stays as it is, letter for letter. People still see the whole
note: only what is sent is shorter, and a sentence that was left out cannot be quoted.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, permutations

from .looking import looks_of, plain_words, squeeze
from .reasons import Reason
from .signs import SIGNS, SQUEEZED
from .spots import Spot, find_encoded, find_hidden, find_poses, variants
from .weaker import find_quoted, goes_on

GAP = "[…]"
"""What stands where something was left out."""

_UNIT = re.compile(
    r"(?<=[.!?…])[\"'”’)\]*_]*\s+(?=\S)|\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-*+•#>|]|\d{1,3}[.)]))|(?<=\n)(?=\S)", re.MULTILINE
)
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_ITEM = re.compile(r"[ \t]*(?:[-*+•#|]|\d{1,3}[.)])\s")
_LEADS = frozenset({Reason.OVERRIDES, Reason.SPEAKS, Reason.POSES, Reason.ENCODED, Reason.DICTATES, Reason.REVEALS})
"""After one of these, what follows is part of it."""
_REACH = 6
"""How many sentences after it can be its continuation."""
_BACK = 2
"""How many sentences before it can lead up to it."""


@dataclass(frozen=True)
class Kept:
    """A text as it may be sent, with what was left out."""

    text: str
    """What may be sent."""
    left_out: tuple[str, ...] = ()
    """What may not, in order: for our own checks, never sent."""
    why: tuple[Reason, ...] = ()
    """For each of these, why."""

    @property
    def reasons(self) -> dict[Reason, int]:
        """Return how often something was left out, by reason."""
        return dict(Counter(self.why))


@dataclass(frozen=True)
class _Stretch:
    start: int
    end: int
    reason: Reason | None = None


@lru_cache(maxsize=1024)
def quarantine(text: str) -> Kept:
    """Return a text without what speaks to a model, gives it orders, poses as one, or hides."""
    return _cut(text, _marked(text, tuple(_spots(text)))) if text.strip() else Kept(text)


def quarantine_all(texts: Sequence[str], wholes: Sequence[str] = ()) -> tuple[Kept, ...]:
    """Return several texts as they may be sent together.

    An order that is split over two of them is seen too, and so is the end of one whose beginning was cut off.

    Args:
        texts: Passages of one prompt, in any order.
        wholes: For each of them what it was cut out of, where that is more.
    """
    units = [_units(text) for text in texts]
    extra = [_from_whole(text, whole) for text, whole in zip(texts, wholes or texts, strict=True)]
    for first, second in permutations(range(len(texts)), 2):
        if units[first] and units[second]:
            for place, spot in _across(texts[first], texts[second], units[first][-1], units[second][0]):
                extra[(first, second)[place]].append(spot)
    return tuple(
        _cut(text, _marked(text, (*_spots(text), *more))) if more else quarantine(text)
        for text, more in zip(texts, extra, strict=True)
    )


def _from_whole(text: str, whole: str) -> list[Spot]:
    """Return what goes from a text for what stands around it in the whole."""
    begin = whole.find(text) if len(whole) > len(text) else -1
    if begin < 0 or not text:
        return []
    marked = _marked(whole, tuple(_spots(whole)))
    inside = [(item.reason, max(item.start - begin, 0), min(item.end - begin, len(text))) for item in marked]
    return [(reason, start, end) for reason, start, end in inside if reason is not None and start < end]


def describe_left_out(kept: Iterable[Kept]) -> tuple[str, ...]:
    """Say in plain sentences what is not sent, most frequent first; nothing when all is."""
    counted = Counter(why for each in kept for why in each.why if why is not Reason.FOLLOWS)
    return tuple(
        f"{count} {'places' if count > 1 else 'place'} in the notes {'are' if count > 1 else 'is'} not sent: "
        f"what stands there {reason}."
        for reason, count in counted.most_common()
    )


def signs_in(text: str) -> frozenset[Reason]:
    """Return what speaks against a text, without taking it apart."""
    return frozenset(reason for reason, _, _ in _spots(text))


def _spots(text: str) -> Iterator[Spot]:
    yield from find_hidden(text)
    yield from find_poses(text)
    yield from find_encoded(text)
    yield from _signed(text)
    for unit in _units(text):
        for reading in variants(text[unit.start : unit.end]):
            if next(_signed(reading), None) or next(find_poses(reading), None):
                yield Reason.ENCODED, unit.start, unit.end


def _signed(text: str) -> Iterator[Spot]:
    looks = looks_of(text)
    for look in looks:
        for reason, pattern in SIGNS:
            for match in pattern.finditer(look.text):
                start = match.start() + len(match[0]) - len(match[0].lstrip(' .!?:\n"(-'))
                yield reason, *look.span(start, match.end())
    torn = squeeze(looks[-1])
    for match in SQUEEZED.finditer(torn.text):
        yield Reason.OVERRIDES, *torn.span(match.start(), match.end())


def _units(text: str) -> list[_Stretch]:
    cuts = [0, *(match.end() for match in _UNIT.finditer(text)), len(text)]
    return [_Stretch(start, end) for start, end in pairwise(cuts) if text[start:end].strip()]


def _marked(text: str, spots: Sequence[Spot]) -> list[_Stretch]:
    """Return what goes: what is hidden by itself, everything else with the sentence that it stands in."""
    hidden = [_Stretch(start, end, reason) for reason, start, end in spots if reason is Reason.HIDDEN]
    units = _units(text)
    starts = [unit.start for unit in units]
    marked: dict[int, Reason] = {}
    for reason, start, end in spots:
        if reason is not Reason.HIDDEN:
            for place in range(max(bisect_right(starts, start) - 1, 0), bisect_left(starts, end)):
                marked.setdefault(place, reason)
    if marked:
        marked |= _what_follows(text, units, marked)
    return hidden + [_Stretch(units[place].start, units[place].end, reason) for place, reason in marked.items()]


def _what_follows(text: str, units: Sequence[_Stretch], marked: Mapping[int, Reason]) -> dict[int, Reason]:
    """Return the sentences that go on from a marked one: the next in its paragraph, and near ones that read like it."""
    found: dict[int, Reason] = {}
    leads = [place for place, reason in marked.items() if reason in _LEADS]
    for lead in leads:
        same_paragraph = True
        for place in range(lead + 1, min(lead + 1 + _REACH, len(units))):
            between = (units[place - 1].start, units[place].start)
            same_paragraph = same_paragraph and not _PARAGRAPH.search(text, *between)
            same_paragraph = same_paragraph and not _ITEM.match(text, units[place].start)
            if place not in marked and (same_paragraph or goes_on(text[units[place].start : units[place].end])):
                found[place] = Reason.FOLLOWS
        for place in range(max(lead - _BACK, 0), lead):
            if place not in marked and goes_on(text[units[place].start : units[place].end]):
                found[place] = Reason.FOLLOWS
    return found | _what_is_meant(text, units, marked)


def _what_is_meant(text: str, units: Sequence[_Stretch], marked: Mapping[int, Reason]) -> dict[int, Reason]:
    """Return the sentences that say what a marked one means: they put in quotation marks what it names."""
    ordered = " ".join(plain_words(text[units[place].start : units[place].end]) for place in marked)
    found: dict[int, Reason] = {}
    for place, unit in enumerate(units):
        terms = [plain_words(term) for term in find_quoted(text[unit.start : unit.end])] if place not in marked else []
        if any(len(term.split()) > 1 and term in ordered for term in terms):
            found[place] = Reason.FOLLOWS
    return found


def _cut(text: str, stretches: Sequence[_Stretch]) -> Kept:
    parts: list[str] = []
    left_out: list[tuple[str, Reason]] = []
    place = 0
    for stretch in sorted(stretches, key=lambda item: (item.start, -item.end)):
        start, end = max(stretch.start, place), stretch.end
        words = text[start:end].rstrip()
        if not words.strip() or stretch.reason is None:
            continue
        between = text[place:start]
        if between.strip() or not left_out:
            parts += [between, GAP]
        elif "\n" in between:
            parts.append(between)
        left_out.append((words.strip(), stretch.reason))
        place = start + len(words)
    parts.append(text[place:])
    return Kept("".join(parts), tuple(words for words, _ in left_out), tuple(why for _, why in left_out))


def _across(before: str, after: str, last: _Stretch, first: _Stretch) -> Iterator[tuple[int, Spot]]:
    """Yield what only shows when one text is read on into another: which of the two it is in, and where."""
    head, tail = before[last.start : last.end].rstrip(), after[first.start : first.end].strip()
    for reason, start, end in _signed(f"{head} {tail}"):
        if start < len(head) and end > len(head) + 1:
            yield 0, (reason, last.start, last.end)
            yield 1, (reason, first.start, first.end)
