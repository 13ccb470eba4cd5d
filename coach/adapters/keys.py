"""Providers' keys: read from the environment, or kept in this machine's keyring; handed on and never shown.

One key serves all models of a provider, so it is kept under the name of the environment variable that would hold it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Literal, Protocol

from coach.errors import BadRequest, SetupProblem

SERVICE = "coach"
"""Under this name the keyring shows what is ours."""
_NAMES = {
    "azure_ai": "AZURE_AI_API_KEY",
    "fireworks_ai": "FIREWORKS_AI_API_KEY",
    "perplexity": "PERPLEXITYAI_API_KEY",
    "together_ai": "TOGETHERAI_API_KEY",
}
"""Providers whose variable is not simply their name in capitals and `_API_KEY`."""
_KEYLESS = {
    *("ollama", "ollama_chat", "lm_studio", "llamafile", "oobabooga", "petals"),  # servers of one's own
    *("bedrock", "sagemaker", "vertex_ai", "vertex_ai_beta"),  # clouds that are signed in to in their own way
}
_FAMILIES = {
    "gpt": "openai",
    "chatgpt": "openai",
    "o1": "openai",
    "o3": "openai",
    "o4": "openai",
    "claude": "anthropic",
}
"""Model families that LiteLLM knows without their provider."""
_UNFIT = {"keyring.backends.fail", "keyring.backends.null", "keyrings.alt.file"}
"""Keyrings that keep nothing, and one that writes keys into a plain file."""


class Keyring(Protocol):
    """What we use of a keyring."""

    @property
    def name(self) -> str:
        """Return what it calls itself."""
        ...

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep something."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Let go of something."""
        ...


class KeyShelf:
    """Finds and keeps providers' keys."""

    def __init__(self, environment: Mapping[str, str] | None = None, keyring: Keyring | None = None) -> None:
        """Choose where to look; nothing is opened yet.

        Args:
            environment: Environment variables; this process's own when left out.
            keyring: A keyring; this machine's own when left out.
        """
        self._environment: Mapping[str, str] = os.environ if environment is None else environment
        self._given = keyring

    def name_for(self, model: str) -> str:
        """Return the environment variable in which this model's key is looked for; empty when none is known."""
        provider, slash, _ = model.strip().partition("/")
        if not slash:
            provider = _FAMILIES.get(provider.partition("-")[0].lower(), "")
        provider = provider.lower()
        if not provider or provider in _KEYLESS:
            return ""
        return _NAMES.get(provider, f"{provider.upper().replace('-', '_')}_API_KEY")

    def find(self, model: str) -> tuple[str | None, Literal["environment", "keyring", ""]]:
        """Return the key, if there is one, and where it was found; a locked keyring counts as an empty one."""
        name = self.name_for(model)
        if not name:
            return None, ""
        if found := self._environment.get(name, "").strip():
            return found, "environment"
        kept = self._look_up(name)
        return (kept, "keyring") if kept else (None, "")

    def put(self, model: str, key: str) -> None:
        """Keep a key in the keyring, in the place of an earlier one.

        Raises:
            BadRequest: That is no key, or nobody knows what it is for.
            SetupProblem: This machine has no keyring that can keep it.
        """
        name, key = self.name_for(model), key.strip()
        if not name:
            raise BadRequest("No key is known to be needed for this model.", "Name a model as provider/name.")
        if not key or not key.isascii() or any(character.isspace() for character in key):
            raise BadRequest("That is not a key: it is empty, or holds spaces or letters that no key has.")
        keyring = self._open()
        if keyring is None:
            raise SetupProblem("This machine has no keyring that can keep a key.", _elsewhere(name))
        try:
            keyring.set_password(SERVICE, name, key)
        except Exception as error:  # noqa: BLE001  # each machine's keyring has errors of its own
            raise SetupProblem(
                f"The keyring did not take the key ({type(error).__name__}).", _elsewhere(name)
            ) from None

    def forget(self, model: str) -> None:
        """Take a key out of the keyring; harmless when none is there.

        Raises:
            SetupProblem: It is still there.
        """
        name = self.name_for(model)
        keyring = self._open()
        if not name or keyring is None or self._look_up(name) is None:
            return
        try:
            keyring.delete_password(SERVICE, name)
        except Exception as error:  # noqa: BLE001  # each machine's keyring has errors of its own
            says = f"The keyring did not let go of the key ({type(error).__name__})."
            raise SetupProblem(says, f"Take “{name}” under “{SERVICE}” out of it yourself.") from None

    def keyring_name(self) -> str:
        """Return the keyring's name; empty when it cannot keep a key."""
        keyring = self._open()
        return "" if keyring is None else str(keyring.name)

    def _look_up(self, name: str) -> str | None:
        keyring = self._open()
        if keyring is None:
            return None
        try:
            return (keyring.get_password(SERVICE, name) or "").strip() or None
        except Exception:  # noqa: BLE001  # locked, gone, or somebody said no: there is no key then
            return None

    def _open(self) -> Keyring | None:
        if self._given is not None:
            return self._given
        try:
            import keyring
        except Exception:  # noqa: BLE001  # it looks for the desktop's services as it is imported
            return None
        return _choose(keyring.get_keyring())


def _choose(found: Any) -> Keyring | None:
    """Return the keyring, or of several the first, unless it keeps nothing or keeps it for all to read."""
    several = getattr(found, "backends", None)
    if several is not None:
        return next((one for one in map(_choose, several) if one is not None), None)
    return None if type(found).__module__ in _UNFIT else found


def _elsewhere(name: str) -> str:
    return f"Set {name} in the environment in which Coach is started."
