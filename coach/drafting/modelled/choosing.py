"""Which passages to send: the sentences that tell most, with a little of what stands round them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.models import Cue, Passage
from coach.ports import DraftInput, QuoteCandidate

from .sources import Source, Sources, label_sources

MOST_CHARS = 4_400
"""All passages of a plan together: about a page, 1,100 tokens."""
MOST_TELLING = 12
"""How many telling sentences are sent at most."""
MOST_CHARS_IN_TALK, MOST_TELLING_IN_TALK, NEAREST_IN_TALK = 1_600, 3, 2
"""The same for one reply in a conversation: it quotes one sentence, if any."""
MOST_LESSONS = 2
"""How many sentences on how people meet."""
_BEFORE, _AFTER = 110, 190
"""Characters of what stands before and after a telling sentence."""
_OPENING = 280
"""Characters of a passage that is near and has no telling sentence."""
_NEAREST = 1
"""How many of those are sent."""
_PER_NOTE = 4
"""How many telling sentences of one note."""


@dataclass(frozen=True)
class _Window:
    """A stretch of one passage."""

    passage: Passage
    start: int
    end: int
    about: Cue | None


def choose_for_plan(given: DraftInput) -> Sources:
    """Return what is sent for a plan: nothing private, nothing that may not be quoted."""
    if not given.found.enough:
        return Sources([])
    passages = _unique([item for item in given.found.passages if may_leave(item, given.private)])
    quotes = [item for item in given.quotes if item.citation.note_id not in given.private]
    telling = _tell_most([item for item in quotes if not item.about_meetings])
    windows, alone = _place(telling, passages)
    near = [item for item in passages if all(window.passage is not item for window in windows)][:_NEAREST]
    found = [_to_source(item) for item in _merge(windows)]
    found += [_alone(item) for item in alone]
    found += [_beginning(item) for item in near]
    found += [_alone(item, "meetings") for item in quotes if item.about_meetings][:MOST_LESSONS]
    return Sources(label_sources(_within(found, MOST_CHARS)))


def choose_passages(passages: Sequence[Passage], private: frozenset[str], most_chars: int = MOST_CHARS) -> Sources:
    """Return what is sent where passages were chosen already: each whole, the strongest first, as far as they go."""
    kept = _unique([item for item in passages if may_leave(item, private)])
    return Sources(label_sources(_within([_beginning(item, 600) for item in kept], most_chars)))


def choose_for_reply(passages: Sequence[Passage], quotes: Sequence[QuoteCandidate], private: frozenset[str]) -> Sources:
    """Return what is sent for a reply in a conversation: few words, those on how people meet first."""
    kept = _unique([item for item in passages if may_leave(item, private)])
    telling = [item for item in quotes if item.citation.note_id not in private][:MOST_TELLING_IN_TALK]
    windows, alone = _place(telling, kept)
    near = [item for item in kept if all(window.passage is not item for window in windows)][:NEAREST_IN_TALK]
    found = [*(_to_source(item) for item in _merge(windows)), *(_alone(item) for item in alone)]
    found += [_beginning(item, MOST_CHARS_IN_TALK // 3) for item in near]
    return Sources(label_sources(_within(found, MOST_CHARS_IN_TALK)))


def may_leave(passage: Passage, private: frozenset[str]) -> bool:
    """Say whether a passage may be sent: a private note never, nor one that is not to be quoted."""
    return passage.quotable and passage.note_id not in private


def _tell_most(quotes: Sequence[QuoteCandidate]) -> list[QuoteCandidate]:
    """Return the telling sentences nearest to the request, not too many of one note; others where few tell."""
    ranked = sorted(quotes, key=lambda item: (not item.cues, -item.relevance))
    chosen: list[QuoteCandidate] = []
    for item in ranked:
        same = sum(other.citation.note_id == item.citation.note_id for other in chosen)
        if same < _PER_NOTE and len(chosen) < MOST_TELLING:
            chosen.append(item)
    return chosen


def _place(
    telling: Sequence[QuoteCandidate], passages: Sequence[Passage]
) -> tuple[list[_Window], list[QuoteCandidate]]:
    windows: list[_Window] = []
    alone: list[QuoteCandidate] = []
    for item in telling:
        here = item.citation
        home = next(
            (
                one
                for one in passages
                if one.note_id == here.note_id and one.start <= here.start and here.end <= one.end
            ),
            None,
        )
        if home is None:
            alone.append(item)
            continue
        start, end = _round_off(home.text, here.start - home.start - _BEFORE, here.end - home.start + _AFTER)
        windows.append(_Window(home, start, end, item.cues[0] if item.cues else None))
    return windows, alone


def _merge(windows: Sequence[_Window]) -> list[_Window]:
    """Return windows of one passage that touch as one, in the order in which they were chosen."""
    merged: list[_Window] = []
    for window in windows:
        touching = next(
            (
                place
                for place, other in enumerate(merged)
                if other.passage is window.passage and other.start <= window.end and window.start <= other.end
            ),
            None,
        )
        if touching is None:
            merged.append(window)
            continue
        other = merged[touching]
        wide = _Window(other.passage, min(other.start, window.start), max(other.end, window.end), other.about)
        merged[touching] = wide
    return merged


def _round_off(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch that begins and ends at white space."""
    start, end = max(start, 0), min(end, len(text))
    while 0 < start < len(text) and not text[start - 1].isspace():
        start += 1
    while 0 < end < len(text) and not text[end].isspace():
        end -= 1
    return min(start, end), end


def _to_source(window: _Window) -> Source:
    return _from_passage(window.passage, window.start, window.end, window.about.value if window.about else "")


def _beginning(passage: Passage, most: int = _OPENING) -> Source:
    return _from_passage(passage, *_round_off(passage.text, 0, most), "")


def _from_passage(passage: Passage, start: int, end: int, about: str) -> Source:
    return Source(
        label="",
        text=passage.text[start:end],
        note=passage.note,
        note_id=passage.note_id,
        title=passage.title,
        date=passage.date,
        start=passage.start + start,
        chunk_id=passage.chunk_id,
        about=about,
        whole=passage.text,
    )


def _alone(item: QuoteCandidate, about: str = "") -> Source:
    here = item.citation
    return Source(
        label="",
        text=here.quote,
        note=here.note,
        note_id=here.note_id,
        title=here.title,
        date=here.date,
        start=here.start,
        about=about or (item.cues[0].value if item.cues else ""),
    )


def _within(found: Sequence[Source], most_chars: int) -> list[Source]:
    kept: list[Source] = []
    for item in found:
        if sum(len(one.text) for one in kept) + len(item.text) <= most_chars:
            kept.append(item)
    return kept


def _unique(passages: Sequence[Passage]) -> list[Passage]:
    return list({(item.note_id, item.start, item.end): item for item in passages}.values())
