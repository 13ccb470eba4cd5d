"""What is kept of a word of the product that quotes notes: places and hashes, and none of the notes' words.

`to_kept` is the one way in: of each evidence it keeps where the quote stood and its SHA-256, and everywhere else it
leaves slots where a note's words stood. `Filling` is the one way back: it brings the words from the notes as they are
now, from elsewhere in the note when they moved, and leaves `[withdrawn]` where they may not be shown any more.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from coach.models import Evidence, Word

from .kept_slots import WITHDRAWN, Pool, renumber, strike, take_out

Tree = Any
"""JSON, as `model_dump` makes it."""
Body = dict[str, Any]
"""What is kept: `word`, the tree with slots, and `sources`, which says what goes into them."""
_EVIDENCE = frozenset({"quote", "note_id", "text_hash", "shown"})
OF_TITLE = -1
"""Where the words of a note's title stand: not in its text."""
_SAYS_MUCH = 4
_GOES = frozenset({"quote", "note", "start", "end"})
_IN_A_NOTE = re.compile(r"(?<!\w)(?=\S)|(?=[^\w\s])")


def to_hash(words: str) -> str:
    """Return the SHA-256 of a text in hex."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def find_place(text: str, start: int, length: int, wanted: str) -> int | None:
    """Return where words of this length and hash stand in a text, nearest to where they stood; None for nowhere."""
    if to_hash(text[start : start + length]) == wanted:
        return start
    starts = (match.start() for match in _IN_A_NOTE.finditer(text, 0, max(0, len(text) - length + 1)))
    found = [place for place in starts if to_hash(text[place : place + length]) == wanted]
    return min(found, key=lambda place: abs(place - start), default=None)


def evidence_in(tree: Tree) -> Iterator[dict[str, Any]]:
    """Yield every evidence of a tree, in its order."""
    if isinstance(tree, dict):
        if tree.keys() >= _EVIDENCE:
            yield tree
            return
        tree = list(tree.values())
    if isinstance(tree, list):
        for item in tree:
            yield from evidence_in(item)


def note_ids_in(tree: Tree) -> set[str]:
    """Return the ids of the notes that a tree speaks of."""
    if isinstance(tree, list):
        return set().union(*map(note_ids_in, tree))
    if not isinstance(tree, dict):
        return set()
    named = {tree["note_id"]} if tree.get("note_id") else set()
    return named.union(*map(note_ids_in, tree.values()))


def to_kept(
    word: Word, titles: Mapping[str, str], others: Iterable[Evidence] = (), before: tuple[Body, Tree] | None = None
) -> Body:
    """Return what is kept of a word: no words of the notes that it quotes.

    Args:
        word: A kept outcome, a story or a brief.
        titles: Note id to the note's own title, for all that it speaks of; a title that is unknown is left out.
        others: Evidence that may be told over in it though it is not among its own.
        before: What is kept of it so far, and the tree that `Filling` made of that: what is blank stays retrievable.
    """
    tree = word.model_dump(mode="json")
    keeping = _Keeping(titles, before)
    for own in evidence_in(tree):
        keeping.learn(own)
    for other in others:
        keeping.learn(other.model_dump(mode="json"))
    return {"word": keeping.keep(tree, Pool(), ""), "sources": keeping.sources}


class _Keeping:
    """One word on its way in."""

    def __init__(self, titles: Mapping[str, str], before: tuple[Body, Tree] | None) -> None:
        self.sources: list[list[Any]] = []
        self._numbers: dict[tuple[Any, ...], int] = {}
        self._far, self._titles = Pool(), titles
        self._blank: dict[tuple[str, ...], Tree] = {}
        self._old: Sequence[list[Any]] = []
        if before is not None:
            self._old = before[0]["sources"]
            self._blank = dict(_find_blank(before[0]["word"], before[1], ""))

    def learn(self, evidence: dict[str, Any]) -> None:
        """Know the words of an evidence and of its note's title."""
        self._far.add(self._number(_to_source(evidence)), evidence["quote"], evidence["shown"])
        for number, title in self._title_of(evidence["note_id"]).texts.items():
            if len(title.split()) >= _SAYS_MUCH:  # shorter ones are everybody's words
                self._far.add(number, title)

    def keep(self, node: Tree, near: Pool, path: str) -> Tree:
        """Return a node of the tree without words of notes."""
        if isinstance(node, list):
            return [self.keep(item, near, step) for item, step in zip(node, _steps(node, path), strict=True)]
        if isinstance(node, str):
            return self._keep_text(node, near, path)
        if not isinstance(node, dict):
            return node
        return self._keep_evidence(node) if node.keys() >= _EVIDENCE else self._keep_fields(node, near, path)

    def _keep_fields(self, node: dict[str, Any], near: Pool, path: str) -> Tree:
        near = self._near(node) or near
        whole = {"name": near} if node.get("example") and "name" in node else {}
        if "label" in node and node.get("note_id"):
            whole["label"] = self._title_of(node["note_id"])
        return {
            name: self._keep_text(value, whole[name], f"{path}/{name}", is_quoted=True)
            if name in whole
            else self.keep(value, near, f"{path}/{name}")
            for name, value in node.items()
        }

    def _keep_text(self, text: str, near: Pool, path: str, *, is_quoted: bool = False) -> Tree:
        before = self._blank.get((path, text))
        if before is not None:
            return self._take_over(before)
        return take_out(text, self._far, near, is_quoted=is_quoted)

    def _keep_evidence(self, node: dict[str, Any]) -> Tree:
        before = self._blank.get(_key(node))
        if not node["quote"] and before is not None:
            texts = {name: self._take_over(before[name]) for name in ("shown", "title")}
            return {**before, **texts, "source": self._number(self._old[before["source"]])}
        pool, title = Pool(), self._title_of(node["note_id"])
        number = self._number(_to_source(node))
        pool.add(number, node["quote"])
        rest = {name: value for name, value in node.items() if name not in _GOES}
        return {
            **rest,
            "session": take_out(node["session"], self._far, title),
            "shown": strike(take_out(node["shown"], Pool(), pool, is_quoted=True)),
            "title": strike(take_out(node["title"], Pool(), title, is_quoted=True)),
            "source": number,
        }

    def _near(self, node: dict[str, Any]) -> Pool | None:
        own = [*(node.get("evidence") or ()), *([node["example"]] if node.get("example") else ())]
        if not own:
            return None
        pool = Pool()
        for item in own:
            pool.add(self._number(_to_source(item)), item["quote"], item["shown"])
        return pool

    def _title_of(self, note_id: str) -> Pool:
        pool, title = Pool(), self._titles.get(note_id, "")
        if title:
            pool.add(self._number([note_id, OF_TITLE, len(title), to_hash(title), ""]), title)
        return pool

    def _take_over(self, kept: Tree) -> Tree:
        return renumber(kept, lambda number: self._number(self._old[number]))

    def _number(self, source: list[Any]) -> int:
        key = tuple(source)
        if key not in self._numbers:
            self._numbers[key] = len(self.sources)
            self.sources.append(source)
        return self._numbers[key]


def _to_source(evidence: dict[str, Any]) -> list[Any]:
    start, quote = evidence["start"], evidence["quote"]
    return [evidence["note_id"], start, evidence["end"] - start, to_hash(quote), evidence["consent"]]


def _steps(items: Sequence[Tree], path: str) -> list[str]:
    """Return what each item of a list is known by: an id of its own, or else its place."""
    known = [item if isinstance(item, dict) else {} for item in items]
    names = [item.get("id") or item.get("link") or str(place) for place, item in enumerate(known)]
    return [f"{path}/{name}" for name in names]


def _key(evidence: dict[str, Any]) -> tuple[str, ...]:
    return (evidence["note_id"], str(evidence["start"]), str(evidence["end"]))


def _find_blank(kept: Tree, shown: Tree, path: str) -> Iterator[tuple[tuple[str, ...], Tree]]:
    """Yield what is kept of everything that cannot be shown now, under what it is known by."""
    if isinstance(shown, list):
        for left, right, step in zip(kept, shown, _steps(shown, path), strict=True):
            yield from _find_blank(left, right, step)
    elif isinstance(shown, str):
        if WITHDRAWN in shown:
            yield (path, shown), kept
    elif isinstance(shown, dict) and "source" in kept:
        if not shown["quote"]:
            yield _key(shown), kept
    elif isinstance(shown, dict):
        for name, value in shown.items():
            yield from _find_blank(kept[name], value, f"{path}/{name}")
