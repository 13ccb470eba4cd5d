"""Providers and what each needs: LiteLLM's prefix, an address, a key. Nothing is drawn here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal
from urllib.parse import urlsplit, urlunsplit

Need = Literal["no", "maybe", "yes"]
_EXAMPLE = urlunsplit(("http", "127.0.0.1:8080", "/v1", "", ""))
_OLLAMA = urlunsplit(("http", "localhost:11434", "", "", ""))


class Provider(StrEnum):
    """Where a model can come from."""

    ANTHROPIC = "anthropic"
    OPENAI = "openai"
    OWN = "own"
    OLLAMA = "ollama"
    OTHER = "other"


@dataclass(frozen=True)
class About:
    """What the page knows of a provider."""

    title: str
    """What it is called."""
    prefix: str
    """What LiteLLM wants before the model's name."""
    example: str
    """A name to go by."""
    hint: str
    """Where the name is to be found."""
    address: Need
    """Whether an address is asked for."""
    key: Need
    """Whether it wants a key."""
    key_name: str = ""
    """The environment variable in which its key is looked for."""
    address_example: str = ""
    """An address to go by."""


ABOUT: dict[Provider, About] = {
    Provider.ANTHROPIC: About(
        "Anthropic", "anthropic/", "claude-sonnet-4-5", "As Anthropic lists it.", "no", "yes", "ANTHROPIC_API_KEY"
    ),
    Provider.OPENAI: About("OpenAI", "openai/", "gpt-4.1-mini", "As OpenAI lists it.", "no", "yes", "OPENAI_API_KEY"),
    Provider.OWN: About(
        "A server of our own",
        "openai/",
        "qwen3-8b",
        "The name that your server gives it; llama.cpp, LM Studio, vLLM and most others speak the same language.",
        "yes",
        "maybe",
        "OPENAI_API_KEY",
        _EXAMPLE,
    ),
    Provider.OLLAMA: About(
        "Ollama",
        "ollama_chat/",
        "llama3.1:8b",
        "As “ollama list” says it.",
        "maybe",
        "no",
        "",
        _OLLAMA,
    ),
    Provider.OTHER: About(
        "Another provider",
        "",
        "mistral/mistral-small-latest",
        "As LiteLLM calls it, with the provider before the stroke.",
        "maybe",
        "maybe",
    ),
}


@dataclass(frozen=True)
class Picked:
    """A model as it stands in the form."""

    provider: Provider
    """Where it comes from."""
    model: str
    """LiteLLM's name for it; empty while no name is typed."""
    api_base: str = ""
    """Its server's address."""

    @property
    def lacks(self) -> str:
        """Say what is missing before it can be asked; empty when nothing is."""
        if not self.model:
            return "Type the model’s name first."
        if self.api_base and not _is_address(self.api_base):
            return f"Write the server’s address like {_EXAMPLE}."
        if ABOUT[self.provider].address == "yes" and not self.api_base:
            return "A server of your own needs its address."
        return (
            "" if "/" in self.model else "LiteLLM’s name says the provider first, such as mistral/mistral-small-latest."
        )


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def full_name(provider: Provider, name: str) -> str:
    """Return LiteLLM's name for a model that a person named."""
    prefix, name = ABOUT[provider].prefix, name.strip()
    # A server may itself call a model openai/…, so there the prefix is always put before it.
    is_there = provider is not Provider.OWN and name.startswith(prefix)
    return name if is_there or not name else prefix + name


def take_apart(model: str, api_base: str = "") -> tuple[Provider, str]:
    """Return where a model comes from and what a person calls it."""
    if not model:
        return Provider.ANTHROPIC, ""
    for provider in (Provider.ANTHROPIC, Provider.OWN if api_base else Provider.OPENAI, Provider.OLLAMA):
        prefix = ABOUT[provider].prefix
        if model.startswith(prefix):
            return provider, model.removeprefix(prefix)
    return Provider.OTHER, model
