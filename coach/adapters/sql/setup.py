"""The saved model setup, one for the whole installation; never a key."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import sqlalchemy as sa
from pydantic import ValidationError

from coach.errors import BadRequest
from coach.models import ModelSetup

from .database import Database
from .tables import setting

_NAME = "model"
_SECRET = ("key", "token", "secret", "password", "signature")


def read_setup(database: Database) -> ModelSetup | None:
    """Return the saved setup; None when there is none, or none that holds. Reading changes nothing on disk."""
    with database.reading() as connection:
        body = connection.execute(sa.select(setting.c.body).where(setting.c.name == _NAME)).scalar()
    try:
        return None if body is None else ModelSetup.model_validate(body)
    except ValidationError:
        return None


def write_setup(database: Database, setup: ModelSetup) -> None:
    """Save the setup in the place of an earlier one, or raise BadRequest when it does not hold."""
    _check_holds(setup)
    for address in (setup.api_base, setup.fallback_api_base):
        _check_address(address)
    row = {"name": _NAME, "body": setup.model_dump(mode="json")}
    with database.writing() as connection:
        connection.execute(sa.delete(setting).where(setting.c.name == _NAME))
        connection.execute(sa.insert(setting), [row])


def _check_holds(setup: ModelSetup) -> None:
    """Raise BadRequest for a setup that was copied with changes nobody checked; what was typed is not repeated."""
    try:
        ModelSetup.model_validate(setup.model_dump(warnings=False))
    except ValidationError as error:
        names = sorted({".".join(str(step) for step in fault["loc"]) for fault in error.errors()})
        raise BadRequest(f"This setup does not hold together ({', '.join(names)}).") from None


def _check_address(address: str) -> None:
    """Raise BadRequest for an address that cannot be read, or that carries a password or a key."""
    try:
        parts = urlsplit(address)
        told = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        raise BadRequest("The model server's address cannot be read.", "Write it like https://host/v1.") from None
    has_secret = any(word in name.lower() for name, _ in told for word in _SECRET)
    if parts.username or parts.password or has_secret:
        raise BadRequest(
            "The model server's address has a password or a key in it, and addresses are shown; nothing was saved.",
            "Leave it out of the address, and give the key on its own.",
        )
