"""What was drafted and judged before, by content: a run that was stopped goes on, and nothing is paid for twice."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from coach.models.base import Word

W = TypeVar("W", bound=Word)


class Cache:
    """Words kept in a folder, each under the hash of everything that it depends on."""

    def __init__(self, folder: Path) -> None:
        """Keep the folder; it is made when something is first kept."""
        self._folder = folder

    def get(self, key: str, kind: type[W]) -> W | None:
        """Return what was kept under a key, or nothing; a damaged file counts as nothing."""
        try:
            return kind.model_validate_json(self._path(key).read_bytes())
        except (OSError, ValidationError):
            return None

    def put(self, key: str, word: Word) -> None:
        """Keep a word; a stop in the middle leaves no half file."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".part")
        half.write_text(word.model_dump_json(), encoding="utf-8")
        half.replace(path)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"


def to_key(*parts: str) -> str:
    """Return one key for all that an answer depends on."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
