"""The vector index in an embedded Chroma, owned by one process and derived from the store.

Everything in the folder can be made again from the vectors in SQL, so whatever happens to it, a question is still
answered: what is missing is added, what is damaged is moved aside and built anew, and when even that does not work
the vectors are scanned where they are.
"""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

import numpy as np
import numpy.typing as npt

from coach.errors import IndexProblem
from coach.ports import CommunityNotes, ScoredChunk

from .exact_index import ExactIndex
from .folder_owner import FolderOwner

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

T = TypeVar("T")
_log = logging.getLogger(__name__)
_BATCH = 5_000  # Chroma takes 5,461 at once
_PATIENCE_S = 2.0
_SAMPLE = 16
_DATABASE = "chroma.sqlite3"


class _UnsoundError(RuntimeError):
    """The index answers, but not with everything that is in it."""


class _NotOursError(RuntimeError):
    """Another process owns the folder by now."""


@dataclass(frozen=True)
class _Held:
    """A collection that is in step with this revision of the store."""

    collection: Collection
    revision: int
    count: int


class ChromaIndex:
    """PassageIndex in a folder that this process owns; open it with `try_open`."""

    _opened: ClassVar[dict[Path, ChromaIndex]] = {}
    _opening: ClassVar[threading.Lock] = threading.Lock()

    def __init__(self, folder: Path, embedder_name: str, owner: FolderOwner) -> None:
        """Stand ready; nothing is opened before the first question.

        Args:
            folder: The index's folder.
            embedder_name: Whose vectors it holds.
            owner: The right to the folder, already taken.
        """
        self._folder = folder
        self._embedder_name = embedder_name
        self._owner = owner
        self._exact = ExactIndex(embedder_name)
        self._lock = threading.RLock()
        self._client: Client | None = None
        self._identity: tuple[int, int] | None = None
        self._held: dict[str, _Held] = {}
        self._is_closed = False
        self._given_up: dict[str, int] = {}

    @classmethod
    def try_open(cls, folder: Path, embedder_name: str) -> ChromaIndex | None:
        """Return the index in this folder, or nothing when another process owns it.

        Args:
            folder: The index's folder; made when it is not there.
            embedder_name: Whose vectors it holds; a folder with those of another one is built anew.
        """
        folder = folder.resolve()
        with cls._opening:
            known = cls._opened.get(folder)
            if known is not None and known._embedder_name == embedder_name:
                return known
            if known is not None:
                known._let_go()
            owner = FolderOwner(folder)
            try:
                is_ours = owner.try_take()
            except OSError as error:
                raise _to_problem(folder, error) from error
            if not is_ours:
                return None
            return cls._opened.setdefault(folder, cls(folder, embedder_name, owner))

    def nearest(self, notes: CommunityNotes, vector: npt.NDArray[np.float32], limit: int) -> list[ScoredChunk]:
        """Return the nearest readable chunks with their cosine similarity, best first, after catching up."""
        # While another thread builds, nobody has to wait for it: the vectors can be scanned as well.
        if not self._lock.acquire(timeout=_PATIENCE_S):
            return self._exact.nearest(notes, vector, limit)
        try:
            if self._given_up and self._given_up.get(notes.community_id) == notes.revision():
                return self._exact.nearest(notes, vector, limit)
            return self._sound(notes, lambda: self._search(notes, vector, limit))
        except (IndexProblem, _NotOursError) as error:
            _log.warning("The vector index could not answer; its vectors are scanned in the database. %s", error)
            return self._exact.nearest(notes, vector, limit)
        finally:
            self._lock.release()

    def catch_up(self, notes: CommunityNotes) -> int:
        """Bring the index in step with the store; return how many chunks were added or removed."""
        with self._lock:
            try:
                return self._sound(notes, lambda: self._step_up(notes)[1])
            except _NotOursError as error:
                raise IndexProblem(
                    "Another process owns the index now.", "Stop the other one, or search without it."
                ) from error

    def forget(self, community_id: str) -> None:
        """Drop everything of a community."""
        with self._lock:
            self._held.pop(community_id, None)
            self._given_up.pop(community_id, None)
            self._exact.forget(community_id)
            try:
                client = self._connect()
                if _name(community_id) in {known.name for known in client.list_collections()}:
                    client.delete_collection(_name(community_id))
            except _NotOursError:
                return
            except _faults():
                self.rebuild()

    def rebuild(self) -> None:
        """Throw the whole index away; each community is built anew before its next question."""
        with self._lock:
            self._drop_client()
            self._given_up.clear()
            shutil.rmtree(self._folder, ignore_errors=True)

    def describe(self) -> str:
        """Return one line on what this index is and who owns it."""
        return f"Chroma, {self._folder} (owned by this process, {os.getpid()})"

    def close(self) -> None:
        """Let go of the folder, so that another process may own it."""
        with self._opening:
            self._let_go()

    def _let_go(self) -> None:
        with self._lock:
            self._is_closed = True
            self._drop_client()
            self._owner.release()
            self._opened.pop(self._folder, None)

    # -- asking, and what to do when it does not go well ---------------------------------------------------------

    def _sound(self, notes: CommunityNotes, ask: Callable[[], T]) -> T:
        """Ask; when the index is damaged, move it aside, build it anew and ask again."""
        try:
            return ask()
        except _faults() as error:
            _log.warning("The vector index is damaged and is built anew. %s", error)
        try:
            self._move_aside()
            return ask()
        except _faults() as error:
            # Do not build it again for every question, only once something has changed.
            self._given_up[notes.community_id] = notes.revision()
            raise _to_problem(self._folder, error) from error

    def _move_aside(self) -> None:
        self._drop_client()
        aside = self._folder.with_name(f"{self._folder.name}.damaged")
        shutil.rmtree(aside, ignore_errors=True)
        if self._folder.exists():
            self._folder.rename(aside)

    def _search(self, notes: CommunityNotes, vector: npt.NDArray[np.float32], limit: int) -> list[ScoredChunk]:
        held, _ = self._step_up(notes)
        wanted = limit
        while True:
            wanted = min(wanted, held.count)
            if wanted < 1:
                return []
            near = _query(held.collection, vector.reshape(1, -1), wanted)[0]
            if len(near) < wanted:
                raise _UnsoundError(f"asked for {wanted} chunks of {held.count}, got {len(near)}")
            readable = notes.readable_ids(item.chunk_id for item in near)
            found = [item for item in near if item.chunk_id in readable]
            if len(found) >= limit or wanted == held.count:
                return found[:limit]
            wanted *= 4  # many of the nearest are not for this actor: look further

    # -- keeping in step -----------------------------------------------------------------------------------------

    def _step_up(self, notes: CommunityNotes) -> tuple[_Held, int]:
        """Return the collection in step with the store, and how many chunks changed for that."""
        client = self._connect()
        # The revision is read first: what is written in between is then looked at once more, never missed.
        revision = notes.revision()
        held = self._held.get(notes.community_id)
        if held is not None and held.revision == revision:
            return held, 0
        collection = held.collection if held else self._open_collection(client, notes.community_id)
        changed = 0
        if (collection.metadata or {}).get("revision") != revision:
            changed = self._take_over(notes, collection)
            collection.modify(metadata={"revision": revision, "embedder": self._embedder_name})
        if held is None:
            self._check_sample(notes, collection)
        fresh = _Held(collection, revision, collection.count())
        self._held[notes.community_id] = fresh
        return fresh, changed

    def _open_collection(self, client: Client, community_id: str) -> Collection:
        name = _name(community_id)
        if name in {known.name for known in client.list_collections()}:
            collection = client.get_collection(name, embedding_function=None)
            if (collection.metadata or {}).get("embedder") == self._embedder_name:
                return collection
            client.delete_collection(name)
        return client.create_collection(
            name,
            metadata={"revision": -1, "embedder": self._embedder_name},
            configuration={"hnsw": {"space": "cosine"}},
            embedding_function=None,
        )

    def _take_over(self, notes: CommunityNotes, collection: Collection) -> int:
        wanted, held = notes.chunk_ids(), set(collection.get(include=[])["ids"])
        changed = 0
        for gone in _in_batches(held - wanted):
            collection.delete(ids=gone)
            changed += len(gone)
        for new in _in_batches(wanted - held):
            ids, rows = notes.vectors(self._embedder_name, new)
            if ids:
                collection.add(ids=ids, embeddings=rows)
            changed += len(ids)
        return changed

    def _check_sample(self, notes: CommunityNotes, collection: Collection) -> None:
        """Raise _UnsoundError when chunks that must be in it are not found: Chroma itself would not say so."""
        every = sorted(notes.chunk_ids())
        _, rows = notes.vectors(self._embedder_name, every[:: max(1, len(every) // _SAMPLE)])
        if not len(rows):
            return
        nearest = [near[0].score if near else 0.0 for near in _query(collection, rows, 1)]
        if sum(score > 0.999 for score in nearest) * 2 < len(nearest):
            raise _UnsoundError("chunks that are in the index are not found by their own vectors")

    # -- the folder ----------------------------------------------------------------------------------------------

    def _connect(self) -> Client:
        """Return the one client, a new one when the folder was deleted or replaced under it."""
        if self._is_closed:
            raise _NotOursError(f"{self._folder} was let go")
        if not self._owner.still_holds():
            self._drop_client()
            if not self._owner.try_take_again():
                raise _NotOursError(f"another process owns {self._folder}")
        if self._client is not None and self._identity == _identity(self._folder / _DATABASE):
            return self._client
        if self._client is not None:
            _log.warning("The folder of the vector index was changed from outside; it is built anew.")
        self._drop_client()
        self._folder.mkdir(parents=True, exist_ok=True)
        self._client = _open_client(self._folder)
        self._identity = _identity(self._folder / _DATABASE)
        return self._client

    def _drop_client(self) -> None:
        client, self._client, self._identity = self._client, None, None
        self._held.clear()
        if client is not None:
            with suppress(*_faults()):
                client.close()


def _open_client(folder: Path) -> Client:
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient
    from chromadb.config import Settings

    try:
        return cast("Client", chromadb.PersistentClient(folder, settings=Settings(anonymized_telemetry=False)))
    except BaseException:
        # A client that failed to start stays in Chroma's cache and would be handed out the next time.
        SharedSystemClient.clear_system_cache()
        raise


def _faults() -> tuple[type[Exception], ...]:
    """Return what Chroma raises when its folder is not well, and our own doubts."""
    from chromadb.errors import ChromaError

    return ChromaError, ValueError, OSError, _UnsoundError


def _query(collection: Collection, rows: npt.NDArray[np.float32], limit: int) -> list[list[ScoredChunk]]:
    answer: Any = collection.query(query_embeddings=rows, n_results=limit, include=["distances"])
    return [
        [
            ScoredChunk(chunk_id=chunk_id, score=min(1.0, 1.0 - distance))
            for chunk_id, distance in zip(ids, distances, strict=True)
        ]
        for ids, distances in zip(answer["ids"], answer["distances"], strict=True)
    ]


def _name(community_id: str) -> str:
    return f"c-{hashlib.sha256(community_id.encode()).hexdigest()[:40]}"


def _in_batches(ids: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(sorted(ids))
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _to_problem(folder: Path, error: Exception) -> IndexProblem:
    return IndexProblem(f"The vector index in {folder} cannot be used ({error}).")
