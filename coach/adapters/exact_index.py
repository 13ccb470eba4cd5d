"""Finds the nearest chunks by looking at every vector: nothing to keep in step, nothing to break.

A hundred thousand vectors take some fifteen milliseconds, so this is the index of short-lived processes and the
one to fall back on.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from coach.ports import CommunityNotes, ScoredChunk, Vectors

_KEPT = 8
_PAGE = 200


@dataclass(frozen=True)
class _Loaded:
    revision: int
    ids: Sequence[str]
    rows: Vectors


class ExactIndex:
    """PassageIndex over the store's own vectors, kept in memory until the store's revision changes."""

    def __init__(self, embedder_name: str) -> None:
        """Begin with nothing loaded.

        Args:
            embedder_name: Whose vectors to read from the store.
        """
        self._embedder_name = embedder_name
        self._loaded: OrderedDict[str, _Loaded] = OrderedDict()
        self._lock = threading.Lock()

    def nearest(self, notes: CommunityNotes, vector: npt.NDArray[np.float32], limit: int) -> list[ScoredChunk]:
        """Return the nearest readable chunks with their cosine similarity, best first, after catching up."""
        loaded = self._load(notes)
        if limit < 1 or not loaded.ids:
            return []
        scores = loaded.rows @ _to_unit(vector.reshape(1, -1))[0]
        order = np.argsort(-scores, kind="stable")
        best: list[ScoredChunk] = []
        for page in _in_pages(order, max(limit, _PAGE)):
            readable = notes.readable_ids(loaded.ids[place] for place in page)
            best += [
                ScoredChunk(chunk_id=loaded.ids[place], score=min(1.0, float(scores[place])))
                for place in page
                if loaded.ids[place] in readable
            ]
            if len(best) >= limit:
                break
        return best[:limit]

    def catch_up(self, notes: CommunityNotes) -> int:
        """Bring the index in step with the store; return how many chunks were added or removed."""
        before = self._loaded.get(notes.community_id)
        held = set(before.ids) if before else set()
        return len(held.symmetric_difference(self._load(notes).ids))

    def forget(self, community_id: str) -> None:
        """Drop everything of a community."""
        with self._lock:
            self._loaded.pop(community_id, None)

    def describe(self) -> str:
        """Return one line on what this index is."""
        return "Exact scan of the vectors in the database (nothing to own)"

    def _load(self, notes: CommunityNotes) -> _Loaded:
        with self._lock:
            # The revision is read first: what is written in between is then loaded once more, never missed.
            revision = notes.revision()
            loaded = self._loaded.get(notes.community_id)
            if loaded is None or loaded.revision != revision:
                ids, rows = notes.vectors(self._embedder_name)
                loaded = _Loaded(revision, ids, _to_unit(rows))
                self._loaded[notes.community_id] = loaded
            self._loaded.move_to_end(notes.community_id)
            while len(self._loaded) > _KEPT:
                self._loaded.popitem(last=False)
            return loaded


def _in_pages(order: npt.NDArray[np.intp], size: int) -> Iterator[list[int]]:
    for start in range(0, len(order), size):
        yield order[start : start + size].tolist()


def _to_unit(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Vectors = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return unit
