"""The way back: kept words of the product, filled from the notes as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from coach.models import Brief, Consent, EvidenceNow, Note, Visibility

from .kept_slots import WITHDRAWN, put_back, sources_of
from .kept_words import OF_TITLE, Body, Tree, find_place, to_hash

State = Literal["same", "moved", "changed", "withdrawn", "deleted"]
_SAYS: Mapping[State, str] = {
    "same": "These words stand in their note as they did.",
    "moved": "These words stand elsewhere in their note now.",
    "changed": "Their note was changed, and these words are not in it any more.",
    "withdrawn": "Their note may not be read or quoted as it could then, so the words are not shown.",
    "deleted": "Their note is not here any more, so the words are gone.",
}


@dataclass(frozen=True)
class NotesNow:
    """The notes that kept words came from, as they are now."""

    readable: Mapping[str, Note]
    """Note id to the note, for those that whoever asks may read."""
    closed: frozenset[str] = frozenset()
    """The ids of those that are here, and that whoever asks may not read."""


@dataclass(frozen=True)
class _Found:
    state: State
    words: str = ""
    start: int = 0


class Filling:
    """One kept word on its way out."""

    def __init__(self, body: Body, notes: NotesNow) -> None:
        """Keep what is to be filled and what with.

        Args:
            body: What `to_kept` returned.
            notes: The notes that it names, as they are now.
        """
        self._body, self._notes = body, notes
        self._found: dict[int, _Found] = {}

    @cached_property
    def tree(self) -> Tree:
        """Return the whole word as JSON, with its words or blanks."""
        return self.fill(self._body["word"])

    def fill(self, node: Tree) -> Tree:
        """Return a part of what is kept, with its words or blanks."""
        if isinstance(node, list):
            return [self.fill(item) for item in node]
        if not isinstance(node, dict):
            return node
        if "slots" in node:
            return put_back(node, self._words)
        if "source" in node:
            return self._fill_evidence(node)
        filled = {name: self.fill(value) for name, value in node.items()}
        if node.get("worded_by") == "model" and any(not item["quote"] for item in filled["evidence"]):
            filled["text"] = WITHDRAWN  # a model may have said the same in words of its own
        return filled

    def look(self) -> Iterator[State]:
        """Yield what became of every evidence, in its order."""
        for evidence in _kept_evidence(self._body["word"]):
            yield self._find(evidence["source"]).state

    def _fill_evidence(self, node: dict[str, Any]) -> Tree:
        note_id, start, length, *_ = self._body["sources"][node["source"]]
        found = self._find(node["source"])
        filled = {name: self.fill(value) for name, value in node.items() if name != "source"}
        session, title = ("" if WITHDRAWN in filled[name] else filled[name] for name in ("session", "title"))
        filled["session"] = session
        if not found.words:
            gone = {"quote": "", "shown": "", "title": "", "note": ""}
            return {**filled, **gone, "start": start, "end": start + length}
        note = self._notes.readable[note_id].path
        place = {"start": found.start, "end": found.start + length}
        return {**filled, **place, "quote": found.words, "title": title, "note": note}

    def _words(self, number: int) -> str:
        return self._find(number).words

    def _find(self, number: int) -> _Found:
        if number not in self._found:
            self._found[number] = _find(self._body["sources"][number], self._notes)
        return self._found[number]


def _find(source: list[Any], notes: NotesNow) -> _Found:
    note_id, start, length, wanted, consent = source
    note = notes.readable.get(note_id)
    if note is None:
        return _Found("withdrawn" if note_id in notes.closed else "deleted")
    if not _may_show(note, consent):
        return _Found("withdrawn")
    if start == OF_TITLE:
        return _Found("same", note.title) if to_hash(note.title) == wanted else _Found("changed")
    place = find_place(note.text, start, length, wanted) if length else None
    if place is None:
        return _Found("changed")
    return _Found("same" if place == start else "moved", note.text[place : place + length], place)


def _may_show(note: Note, consent: str) -> bool:
    """Say whether a note may still be quoted as it was: names were left in only where it might go anywhere."""
    if note.consent is Consent.NEVER or note.visibility is Visibility.ONLY_ME:
        return False
    return consent != Consent.ANYWHERE or note.consent is Consent.ANYWHERE


def look_again(body: Body, notes: NotesNow) -> tuple[EvidenceNow, ...]:
    """Return what became of the evidence of a kept brief's sentences, in their order."""
    filling = Filling(body, notes)
    brief = Brief.model_validate(filling.tree)
    places = [(sentence.id, place) for sentence in brief.sentences() for place in range(len(sentence.evidence))]
    states = Filling({**body, "word": body["word"]["sections"]}, notes).look()
    return tuple(
        EvidenceNow(sentence_id=sentence_id, place=place, state=state, says=_SAYS[state])
        for (sentence_id, place), state in zip(places, states, strict=True)
    )


def notes_of(tree: Tree, sources: Iterable[list[Any]]) -> set[str]:
    """Return the ids of the notes that are needed to fill a part of what is kept."""
    known = list(sources)
    return {known[number][0] for number in _numbers(tree)}


def _numbers(node: Tree) -> Iterator[int]:
    if isinstance(node, list):
        for item in node:
            yield from _numbers(item)
    elif isinstance(node, dict):
        if "source" in node:
            yield node["source"]
        if "slots" in node:
            yield from sources_of(node)
            return
        for value in node.values():
            yield from _numbers(value)


def _kept_evidence(node: Tree) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict) and "source" in node:
        yield node
    elif isinstance(node, list | dict):
        for item in node.values() if isinstance(node, dict) else node:
            yield from _kept_evidence(item)
