"""The manifest of shipped prompts: a hash for each file, so that a number never changes its words."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

MANIFEST = "manifest.json"
_BESIDE = {MANIFEST, "README.md", "CHANGELOG.md"}


def hash_prompts(folder: Path) -> dict[str, str]:
    """Return the hash of each prompt file and shared file as it lies there, by its path."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {
        name: hashlib.sha256(files[name].read_bytes()).hexdigest()
        for name in sorted(files)
        if name not in _BESIDE and not name.startswith(".")
    }


def read_manifest(folder: Path) -> dict[str, str]:
    """Return what has been shipped; nothing when there is no manifest yet."""
    path = folder / MANIFEST
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}


def find_changed(folder: Path) -> list[str]:
    """Return the shipped files that are gone or no longer what they were."""
    here = hash_prompts(folder)
    return [name for name, digest in read_manifest(folder).items() if here.get(name) != digest]


def find_new(folder: Path) -> list[str]:
    """Return the files that have not been shipped yet."""
    shipped = read_manifest(folder)
    return [name for name in hash_prompts(folder) if name not in shipped]
