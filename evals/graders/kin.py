"""Whether two models are of one family: a judge of the drafter's own family flatters it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from coach.models.base import Word

_TABLE = Path(__file__).with_name("families.yaml")


class Family(Word):
    """How a family's models are recognised."""

    names: tuple[str, ...]
    """What stands in their names."""
    providers: tuple[str, ...]
    """Who serves them and hardly any others."""


def is_kin(judge_model: str, drafter: str) -> bool:
    """Say whether judge and drafter are one model, or of one family; the playbook is kin to nobody."""
    same = judge_model.rsplit("/", 1)[-1].casefold() == drafter.rsplit("/", 1)[-1].casefold()
    return same or bool(find_families(judge_model) & find_families(drafter))


def find_families(model: str) -> frozenset[str]:
    """Return the families of a model, as LiteLLM names it; none when it is not known."""
    *providers, name = model.casefold().split("/")
    by_name = frozenset(key for key, family in _families().items() if any(_stands(word, name) for word in family.names))
    if by_name or not providers:
        return by_name
    return frozenset(key for key, family in _families().items() if _served_by(family, providers))


def _stands(word: str, name: str) -> bool:
    # `o3` is a model, `pro3` is not: a name begins at the start or after something that is no letter or number.
    return re.search(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z])", name) is not None


def _served_by(family: Family, providers: list[str]) -> bool:
    # The name of a company may stand in the path, as in `openrouter/meta-llama/…`, so any place counts.
    words = {provider.replace("-", "_") for provider in providers}
    return bool(words & set(family.providers)) or any(_stands(word, " ".join(providers)) for word in family.names)


@cache
def _families() -> dict[str, Family]:
    return TypeAdapter(dict[str, Family]).validate_python(yaml.safe_load(_TABLE.read_text(encoding="utf-8")))
