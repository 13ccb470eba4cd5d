"""The words that any plan may use: those of the playbook. Read once."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Return every word that stands anywhere in the playbook."""
    return frozenset(word for text in _texts(files("coach.playbook")) for word in _WORD.findall(text.lower()))


def _texts(folder: Traversable) -> list[str]:
    found: list[str] = []
    for item in folder.iterdir():
        if item.is_dir():
            found += _texts(item)
        elif item.name.endswith(".yaml"):
            found.append(item.read_text(encoding="utf-8"))
    return found
