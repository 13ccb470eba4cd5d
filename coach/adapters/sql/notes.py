"""One community's notes as one actor may see them: the port, put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from coach.models import Chunk, Consent, IngestReport, Note, NoteSummary, UndoReport, Visibility
from coach.ports import NewNote, RunSummary, ScoredChunk, Source, Vectors

from . import reading, runs, writing
from .scope import Scope
from .tables import note_version


class SqlNotes:
    """CommunityNotes on a SQL database; `SqlStore.notes` makes it."""

    def __init__(self, scope: Scope) -> None:
        """Stand inside one community's wall.

        Args:
            scope: The community and the actor.
        """
        self._scope = scope

    @property
    def community_id(self) -> str:
        """Return the community this is the wall of."""
        return self._scope.community_id

    def revision(self) -> int:
        """Return a number that grows with every change to chunks."""
        return reading.read_revision(self._scope)

    def begin_run(self, source: str, location: str) -> str:
        """Open an ingest run and return its id."""
        return runs.begin_run(self._scope, source, location)

    def write_notes(self, run_id: str, notes: Sequence[NewNote], embedder: str) -> None:
        """Write notes whole, in one transaction; an earlier version of the same path retires."""
        writing.write_notes(self._scope, run_id, notes, embedder)

    def retire_notes(self, run_id: str, source: str, paths: Sequence[str]) -> None:
        """Retire the notes at these paths, in one transaction."""
        writing.retire_notes(self._scope, run_id, source, paths)

    def finish_run(self, run_id: str, report: IngestReport) -> None:
        """Close the run with its report; a run that wrote nothing leaves no trace."""
        runs.finish_run(self._scope, run_id, report)

    def undo_last_run(self) -> UndoReport | None:
        """Take back the newest run that is not undone, in one transaction; None when there is none."""
        return runs.undo_last_run(self._scope)

    def set_rights(self, note_id: str, visibility: Visibility, consent: Consent) -> None:
        """Change who may read a note and how it may be quoted; later versions of it keep this."""
        writing.set_rights(self._scope, note_id, visibility, consent)

    def runs(self) -> list[RunSummary]:
        """Return the ingest runs, newest first."""
        return runs.read_runs(self._scope)

    def sources(self) -> list[Source]:
        """Return the sources of the notes that the actor may read, by name."""
        return reading.read_sources(self._scope)

    def hashes(self, source: str) -> dict[str, str]:
        """Return path to text hash for ALL current notes of a source, whoever may read them."""
        return reading.read_hashes(self._scope, source)

    def known_vectors(self, embedder: str, text_hashes: Iterable[str]) -> Mapping[str, npt.NDArray[np.float32]]:
        """Return vectors this community already has, by SHA-256 of the embedded text."""
        return reading.read_known_vectors(self._scope, embedder, text_hashes)

    def summaries(self) -> list[NoteSummary]:
        """Return all readable notes without their text, newest first, undated last."""
        return reading.read_summaries(self._scope)

    def get_note(self, note_id: str) -> Note:
        """Return one readable note, or raise UnknownNote."""
        return reading.get_note(self._scope, note_id)

    def find_note(self, path: str, source: str = "") -> Note | None:
        """Return the readable note at this path (of this source, when given), if there is one."""
        conditions = [note_version.c.path == path]
        if source:
            conditions.append(note_version.c.source == source)
        return reading.find_note(self._scope, *conditions)

    def chunks(self, ids: Iterable[str]) -> dict[str, Chunk]:
        """Return readable chunks by id; ids that are not readable are left out."""
        return reading.read_chunks(self._scope, ids)

    def readable_ids(self, ids: Iterable[str]) -> set[str]:
        """Return those of these chunk ids that the actor may read."""
        return reading.read_readable_ids(self._scope, ids)

    def note_chunks(self, note_id: str) -> list[Chunk]:
        """Return a readable note's chunks in order."""
        return reading.read_note_chunks(self._scope, note_id)

    def search_words(self, words: Sequence[str], limit: int) -> list[ScoredChunk]:
        """Return chunks that hold any of these words (stemmed), best first."""
        return reading.search_words(self._scope, words, limit)

    def count_words(self, words: Sequence[str]) -> dict[str, int]:
        """Return for each word in how many readable chunks it (stemmed) occurs."""
        return reading.count_words(self._scope, words)

    def chunk_ids(self) -> set[str]:
        """Return the ids of ALL current chunks, whoever may read them: for indexes, never for people."""
        return reading.read_chunk_ids(self._scope)

    def vectors(self, embedder: str, ids: Iterable[str] | None = None) -> tuple[list[str], Vectors]:
        """Return current chunk ids and their vectors, row for row: ALL of them, or those of `ids`."""
        return reading.read_vectors(self._scope, embedder, ids)
