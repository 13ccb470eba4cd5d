"""Where communities, notes, patterns and vectors are kept, as protocols."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from coach.models import (
    Actor,
    Chunk,
    Community,
    Consent,
    IngestReport,
    Member,
    Note,
    NoteSummary,
    UndoReport,
    Visibility,
)

from .basics import Vectors
from .coaching import Conversations, Sharing
from .learning import Learning
from .records import Records


@dataclass(frozen=True)
class Source:
    """A named place that notes come from."""

    name: str
    """What the community calls it: a folder's name, `uploads`, `jottings`."""
    location: str
    """The absolute folder it was read from; empty for uploads and jottings."""
    notes: int
    """How many current notes it holds."""


@dataclass(frozen=True)
class NewNote:
    """A note ready to be written whole: text, chunks and vectors together."""

    note: Note
    """The note."""
    chunks: tuple[Chunk, ...]
    """Its chunks in order."""
    vectors: Vectors
    """One row for each chunk."""


@dataclass(frozen=True)
class RunSummary:
    """One ingest, as lists show it."""

    id: str
    """The run's id."""
    source: str
    """The source it read."""
    started: dt.datetime
    """When it began (UTC)."""
    report: IngestReport
    """What it did."""
    undone: bool
    """Whether it has been taken back."""


@dataclass(frozen=True)
class ScoredChunk:
    """A chunk's id and how well it fits; the scale depends on who scored."""

    chunk_id: str
    """The chunk."""
    score: float
    """Larger is better."""


class CommunityNotes(Protocol):
    """One community's notes as one actor may see them; there is no other way to them.

    Reading methods return only current notes that the actor may read. Writing methods write to this community
    and no other.
    """

    @property
    def community_id(self) -> str:
        """Return the community this is the wall of."""
        ...

    def revision(self) -> int:
        """Return a number that grows with every change to chunks, so that indexes can catch up."""
        ...

    # -- writing -----------------------------------------------------------------------------------
    def begin_run(self, source: str, location: str) -> str:
        """Open an ingest run and return its id."""
        ...

    def write_notes(self, run_id: str, notes: Sequence[NewNote], embedder: str) -> None:
        """Write notes whole, in one transaction; an earlier version of the same path retires."""
        ...

    def retire_notes(self, run_id: str, source: str, paths: Sequence[str]) -> None:
        """Retire the notes at these paths, in one transaction."""
        ...

    def finish_run(self, run_id: str, report: IngestReport) -> None:
        """Close the run with its report; a run that wrote nothing leaves no trace."""
        ...

    def undo_last_run(self) -> UndoReport | None:
        """Take back the newest run that is not undone, in one transaction; None when there is none."""
        ...

    def set_rights(self, note_id: str, visibility: Visibility, consent: Consent) -> None:
        """Change who may read a note and how it may be quoted, without a new version."""
        ...

    # -- reading -----------------------------------------------------------------------------------
    def runs(self) -> list[RunSummary]:
        """Return the ingest runs, newest first."""
        ...

    def sources(self) -> list[Source]:
        """Return the named sources with their locations and counts, by name."""
        ...

    def hashes(self, source: str) -> dict[str, str]:
        """Return path to text hash for ALL current notes of a source, whoever may read them."""
        ...

    def known_vectors(self, embedder: str, text_hashes: Iterable[str]) -> Mapping[str, npt.NDArray[np.float32]]:
        """Return vectors this community already has, by SHA-256 of the embedded text (`embedded_hash`)."""
        ...

    def summaries(self) -> list[NoteSummary]:
        """Return all readable notes without their text, newest first, undated last."""
        ...

    def get_note(self, note_id: str) -> Note:
        """Return one readable note, or raise UnknownNote."""
        ...

    def find_note(self, path: str, source: str = "") -> Note | None:
        """Return the readable note at this path (of this source, when given), if there is one."""
        ...

    def chunks(self, ids: Iterable[str]) -> dict[str, Chunk]:
        """Return readable chunks by id; ids that are not readable are left out."""
        ...

    def readable_ids(self, ids: Iterable[str]) -> set[str]:
        """Return those of these chunk ids that the actor may read, so that an index can leave out the others."""
        ...

    def note_chunks(self, note_id: str) -> list[Chunk]:
        """Return a readable note's chunks in order."""
        ...

    def search_words(self, words: Sequence[str], limit: int) -> list[ScoredChunk]:
        """Return chunks that hold any of these words (stemmed), best first (BM25 or the database's rank)."""
        ...

    def count_words(self, words: Sequence[str]) -> dict[str, int]:
        """Return for each word in how many readable chunks it (stemmed) occurs."""
        ...

    def chunk_ids(self) -> set[str]:
        """Return the ids of ALL current chunks, whoever may read them: for indexes, never for people."""
        ...

    def vectors(self, embedder: str, ids: Iterable[str] | None = None) -> tuple[list[str], Vectors]:
        """Return current chunk ids and their vectors, row for row: ALL of them, or those of `ids`."""
        ...


@dataclass(frozen=True)
class OwnPattern:
    """An activity pattern that a community added itself, as it is kept."""

    pattern_id: str
    """The pattern's id; adding the same one again replaces it."""
    body: str
    """The YAML text as it was given."""
    credit: str
    """Where the idea comes from, when somebody said so on adding it."""
    added_by: str
    """The id of the actor who added it."""
    added_at: dt.datetime
    """When (UTC)."""


class OwnPatterns(Protocol):
    """One community's own patterns as one actor may see them; only those who belong to it read or write them."""

    def current(self) -> list[OwnPattern]:
        """Return the patterns in use that the actor may read, by id."""
        ...

    def add(self, pattern_id: str, body: str, credit: str) -> OwnPattern:
        """Write a pattern, in one transaction; an earlier version of the same id retires."""
        ...

    def remove(self, pattern_id: str) -> OwnPattern | None:
        """Take a pattern out of use and return it; None when it is not there. Earlier versions do not come back."""
        ...


class Store(Protocol):
    """The truth: communities, members, notes, own patterns and records in SQL."""

    def add_community(self, community: Community) -> None:
        """Write a new community, or raise BadRequest when the name is taken (case does not count)."""
        ...

    def update_community(self, community: Community) -> None:
        """Change a community's words."""
        ...

    def find_community(self, name: str) -> Community | None:
        """Return the community of that name, if there is one (case does not count)."""
        ...

    def list_communities(self) -> list[Community]:
        """Return all communities, by name."""
        ...

    def remove_community(self, community_id: str) -> None:
        """Remove a community with everything that is in it."""
        ...

    def add_member(self, member: Member) -> None:
        """Write a member of a community."""
        ...

    def list_members(self, community_id: str) -> list[Member]:
        """Return a community's members, by name."""
        ...

    def remove_member(self, community_id: str, member_id: str) -> Member | None:
        """Remove a member and return who it was; None when no such member is there."""
        ...

    def notes(self, community_id: str, actor: Actor) -> CommunityNotes:
        """Return this community's notes as this actor may see them."""
        ...

    def patterns(self, community_id: str, actor: Actor) -> OwnPatterns:
        """Return this community's own patterns as this actor may see them."""
        ...

    def conversations(self, community_id: str, actor: Actor) -> Conversations:
        """Return this actor's own conversations and private things in this community."""
        ...

    def sharing(self, community_id: str, actor: Actor) -> Sharing:
        """Return this community's contacts and lessons as this actor may see and change them."""
        ...

    def learning(self, community_id: str, actor: Actor) -> Learning:
        """Return this community's kept outcomes, stories and briefs as this actor may see and change them."""
        ...

    def records(self) -> Records:
        """Return where jobs with models write what they did and took."""
        ...

    def describe(self) -> str:
        """Return one line on where the data is, without a password, or raise StoreProblem."""
        ...

    def close(self) -> None:
        """Let go of all connections."""
        ...


class PassageIndex(Protocol):
    """Finds the chunks nearest to a vector; derived from the store and always rebuildable."""

    def nearest(self, notes: CommunityNotes, vector: npt.NDArray[np.float32], limit: int) -> list[ScoredChunk]:
        """Return the nearest chunks with their cosine similarity, best first, after catching up."""
        ...

    def catch_up(self, notes: CommunityNotes) -> int:
        """Bring the index in step with the store; return how many chunks were added or removed."""
        ...

    def forget(self, community_id: str) -> None:
        """Drop everything of a community."""
        ...

    def describe(self) -> str:
        """Return one line on what this index is and who owns it."""
        ...
