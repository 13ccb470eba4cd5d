"""Our own fakes, for tests and for trying things out: no model, no database, no clock of the machine."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import threading
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from coach.models import Situation
from coach.playbook import content_stems
from coach.playbook.coaching import load_coaching
from coach.ports import CommunityNotes, Heard, Likely, LLMReply, LLMRequest, ScoredChunk, Vectors

_DIM = 64
_WORD = re.compile(r"\w+")
_FOR_PEOPLE = re.compile(r"\b(?:bullied|can't cope|not sleeping|kill myself)\b", re.IGNORECASE)
_PIECE = re.compile(r"\s*\S+\s*$|\s*\S+")


class FixedClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: dt.datetime = dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)) -> None:
        """Set the clock.

        Args:
            now: The moment it shows, with its time zone.
        """
        self._now = now

    def now(self) -> dt.datetime:
        """Return the moment that was set."""
        return self._now

    def move(self, by: dt.timedelta) -> None:
        """Move the clock on."""
        self._now += by


class HashEmbedder:
    """Turns words into vectors by hashing: texts that share words come out near each other."""

    name = "hash-64"
    dim = _DIM

    def __init__(self) -> None:
        """Begin with nothing embedded."""
        self.embedded = 0
        """How many texts were embedded so far."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit-length row for each text."""
        self.embedded += len(texts)
        rows = np.zeros((len(texts), _DIM), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            _add_words(row, text)
        return rows


def _add_words(row: npt.NDArray[np.float32], text: str) -> None:
    for word in _WORD.findall(text.casefold()):
        digest = hashlib.sha256(word.encode()).digest()
        row[digest[0] % _DIM] += 1.0 if digest[1] % 2 else -1.0
    length = float(np.linalg.norm(row))
    if length == 0.0:  # no words at all, or words that cancel out: still a unit vector
        row[0], length = 1.0, 1.0
    row /= length


class MemoryIndex:
    """PassageIndex in plain Python: slow, small and easy to see through."""

    def __init__(self, embedder_name: str = HashEmbedder.name) -> None:
        """Begin empty.

        Args:
            embedder_name: Whose vectors to read from the store.
        """
        self._embedder_name = embedder_name
        self._vectors: dict[str, dict[str, list[float]]] = {}

    def nearest(self, notes: CommunityNotes, vector: npt.NDArray[np.float32], limit: int) -> list[ScoredChunk]:
        """Return the nearest readable chunks with their cosine similarity, best first, after catching up."""
        self.catch_up(notes)
        wanted = [float(number) for number in vector]
        readable = notes.readable_ids(self._vectors[notes.community_id])
        scored = [
            ScoredChunk(chunk_id=chunk_id, score=sum(a * b for a, b in zip(wanted, held, strict=True)))
            for chunk_id, held in self._vectors[notes.community_id].items()
            if chunk_id in readable
        ]
        return sorted(scored, key=lambda item: (-item.score, item.chunk_id))[:limit]

    def catch_up(self, notes: CommunityNotes) -> int:
        """Bring the index in step with the store; return how many chunks were added or removed."""
        held = self._vectors.setdefault(notes.community_id, {})
        ids, vectors = notes.vectors(self._embedder_name)
        current = {chunk_id: row.tolist() for chunk_id, row in zip(ids, vectors, strict=True)}
        changed = len(held.keys() ^ current.keys())
        self._vectors[notes.community_id] = current
        return changed

    def forget(self, community_id: str) -> None:
        """Drop everything of a community."""
        self._vectors.pop(community_id, None)

    def describe(self) -> str:
        """Return one line on what this index is."""
        return f"In memory, for tests ({self._embedder_name})"


class ScriptedLLM:
    """A model that says what it was told to say, and remembers what it was asked."""

    def __init__(
        self,
        answers: Sequence[str | Exception] | Callable[[LLMRequest], str],
        name: str = "scripted/model",
        usd_per_token: float | None = 0.0,
    ) -> None:
        """Write the script.

        Args:
            answers: What it answers in turn, an error to be raised among them; or a function of the request.
            name: What it is called.
            usd_per_token: What a token costs, in and out alike; None for a model whose price nobody knows.
        """
        self._answers = answers
        self._usd_per_token = usd_per_token
        self._lock = threading.Lock()
        self.name = name
        self.requests: list[LLMRequest] = []
        """What it was asked so far, oldest first."""

    def ask(self, request: LLMRequest, heard: Heard | None = None) -> LLMReply:
        """Return the next answer, heard word by word; a script that has run out is a fault of the test."""
        answer = self._next(request)
        if isinstance(answer, Exception):
            raise answer
        if heard is not None:
            for piece in _PIECE.findall(answer):
                heard(piece)
        asked, said = len(f"{request.system} {request.user}".split()), len(answer.split())
        return LLMReply(answer, self.name, asked, said, self.price(asked, said), 0.0)

    def price(self, tokens_in: int, tokens_out: int) -> float | None:
        """Return what so many tokens cost."""
        return None if self._usd_per_token is None else (tokens_in + tokens_out) * self._usd_per_token

    def count_tokens(self, text: str) -> int:
        """Return how many words a text has: here a word is a token."""
        return len(text.split())

    def _next(self, request: LLMRequest) -> str | Exception:
        with self._lock:
            self.requests.append(request)
            number = len(self.requests) - 1
        if callable(self._answers):
            return self._answers(request)
        if number >= len(self._answers):
            raise AssertionError(f"the script has run out after {number} answers")
        return self._answers[number]


class WordRecogniser:
    """Tells what a message is about by the words that it shares with how the playbook's situations are heard."""

    name = "words"

    def recognise(self, texts: Sequence[str]) -> list[Likely]:
        """Return for each text what it may be about; whoever writes of self-harm is for people."""
        return [self._recognise(text) for text in texts]

    def _recognise(self, text: str) -> Likely:
        words = content_stems(text)
        shared = {item.id: _share(words, item) for item in load_coaching().situations}
        whole = sum(shared.values()) + 0.05
        for_people = 0.9 if _FOR_PEOPLE.search(text) else 0.02
        return Likely(
            situations={**{name: share / whole for name, share in shared.items()}, "none": 0.05 / whole},
            matters={"": 1 - for_people, "distress": for_people},
        )


def _share(words: frozenset[str], situation: Situation) -> float:
    lines = [situation.title, *situation.heard]
    best = max(len(words & content_stems(line)) / max(3, len(content_stems(line))) for line in lines)
    return best**4
