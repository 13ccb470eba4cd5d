"""Where the keys of model providers are kept, as a protocol; a key is handed on and never shown."""

from __future__ import annotations

from typing import Literal, Protocol


class Keys(Protocol):
    """Finds and keeps providers' keys: in the environment, or in this machine's keyring."""

    def name_for(self, model: str) -> str:
        """Return the environment variable in which this model's key is looked for; empty when none is known."""
        ...

    def find(self, model: str) -> tuple[str | None, Literal["environment", "keyring", ""]]:
        """Return the key, if there is one, and where it was found."""
        ...

    def put(self, model: str, key: str) -> None:
        """Keep a key in the keyring, or raise SetupProblem when this machine has none that can keep it."""
        ...

    def forget(self, model: str) -> None:
        """Take a key out of the keyring; harmless when none is there."""
        ...

    def keyring_name(self) -> str:
        """Return the keyring's name; empty when it cannot keep a key."""
        ...
