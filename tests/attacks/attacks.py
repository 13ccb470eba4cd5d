"""The planted attacks: read from `corpus/`, whoever wrote them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

CORPUS = Path(__file__).parent / "corpus"
KINDS_OF_ACTION = {
    "exfiltrate": "copy",
    "private-note": "copy",
    "prompt-leak": "prompt",
    "fake-citation": "quote",
    "image": "image",
    "schema-hijack": "fields",
}


@dataclass(frozen=True)
class Attack:
    """One planted attack."""

    id: str
    kind: str
    where: str
    text: str
    goal: str
    canary: str
    trigger: str
    also: str = ""
    does: tuple[str, ...] = ()

    @property
    def is_on_judge(self) -> bool:
        return "judge" in self.where or "suggestion" in self.where

    @property
    def is_by_model(self) -> bool:
        return "reply" in self.where

    @property
    def actions(self) -> tuple[str, ...]:
        """What an obedient model does for it; putting the canary everywhere is always part of it."""
        return self.does or ("say", KINDS_OF_ACTION.get(self.kind, "say"))


@lru_cache(maxsize=1)
def read_attacks(*files: Path) -> tuple[Attack, ...]:
    """Return all attacks of these files, or of all of the corpus, by file and in order."""
    return tuple(_to_attack(item) for path in files or sorted(CORPUS.glob("*.yaml")) for item in _read(path))


def _read(path: Path) -> list[dict[str, Any]]:
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    items: list[dict[str, Any]] = found if isinstance(found, list) else found["attacks"]
    return items


def _to_attack(item: dict[str, Any]) -> Attack:
    known = {name: item[name] for name in Attack.__dataclass_fields__ if name in item}
    known["does"] = tuple(item.get("does", ()))
    return Attack(**{**known, "canary": str(item["canary"]), "trigger": str(item.get("trigger") or "")})
