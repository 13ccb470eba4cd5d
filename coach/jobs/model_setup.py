"""A model's setup: what can be meant, and the environment's word put over the saved one. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from coach.errors import BadRequest
from coach.models import ModelSetup, SpendingLimits


def check_setup(setup: ModelSetup) -> None:
    """Refuse a setup that cannot be meant.

    Raises:
        BadRequest: Says which field, and how it is written.
    """
    for name in (setup.model, setup.fallback):
        if name and (name != name.strip() or any(sign.isspace() or not sign.isprintable() for sign in name)):
            raise BadRequest(f"{name!r} is no model's name.", "Write the provider first: `anthropic/…`, `openai/…`.")
    for address in (setup.api_base, setup.fallback_api_base):
        parts = urlsplit(address)
        if address and (parts.scheme not in {"http", "https"} or not parts.hostname):
            raise BadRequest(f"{address!r} is no address.", "Write it as `http://127.0.0.1:8080/v1`.")
        if parts.username or parts.password:
            raise BadRequest("An address must not hold a name or a key.", "Put the key into the key field instead.")


def for_so_many(limits: SpendingLimits, suggestions: int) -> SpendingLimits:
    """Return the limits of a job that makes so many suggestions."""
    names = ("calls_per_job", "tokens_per_job", "usd_per_job")
    found = {name: getattr(limits, name) for name in names}
    return limits.model_copy(update={name: each * suggestions for name, each in found.items() if each is not None})


def complete(environment: Mapping[str, object]) -> Mapping[str, object]:
    """Return what the environment sets, with what follows from it.

    An address, and the word that a model is ours, were given for the model that was named with them: where the
    environment names another one, what was saved does not speak for it.
    """
    follows: dict[str, object] = {}
    for name in ("model", "fallback"):
        if name in environment:
            follows["api_base" if name == "model" else "fallback_api_base"] = ""
    if _DESTINATION & environment.keys():
        follows["is_ours"] = False
    return {**follows, **environment}


def get_field(setup: ModelSetup, name: str) -> Any:
    """Return a field by its name: `model`, `limits.calls_per_day`."""
    first, _, rest = name.partition(".")
    return getattr(setup.limits, rest) if rest else getattr(setup, first)


def put_over(setup: ModelSetup, fields: Mapping[str, object]) -> ModelSetup:
    """Return the setup with these fields in the place of its own."""
    limits = {name.partition(".")[2]: value for name, value in fields.items() if "." in name}
    plain = {name: value for name, value in fields.items() if "." not in name}
    return setup.model_copy(update={**plain, "limits": setup.limits.model_copy(update=limits)})


def say_field(name: str) -> str:
    """Return how people call a field."""
    return f"“{name.removeprefix('limits.').replace('_', ' ')}”"


_DESTINATION = {"model", "api_base", "fallback", "fallback_api_base"}
"""The fields that say where text goes."""
_VARIABLES = {
    "model": "COACH_MODEL",
    "api_base": "COACH_API_BASE",
    "fallback": "COACH_MODEL_FALLBACK",
    "fallback_api_base": "COACH_FALLBACK_API_BASE",
}


def variable_of(name: str) -> str:
    """Return the environment variable that sets a field."""
    if name.startswith("limits."):
        return f"COACH_LIMIT_{name.removeprefix('limits.').upper()}"
    return _VARIABLES.get(name, f"COACH_MODEL_{name.upper()}")


def goes_elsewhere(one: ModelSetup, other: ModelSetup) -> bool:
    """Say whether text would go to another place with one setup than with the other."""
    return any(getattr(one, name) != getattr(other, name) for name in _DESTINATION)
