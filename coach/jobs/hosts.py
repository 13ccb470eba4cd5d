"""Where text would go, in words that a person knows: this machine, their network, a host's name or a provider."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

THIS_MACHINE = "this machine"
YOUR_NETWORK = "your network"
_PROVIDERS = {
    "anthropic": "Anthropic",
    "azure": "Azure",
    "bedrock": "Amazon Bedrock",
    "cohere": "Cohere",
    "deepseek": "DeepSeek",
    "gemini": "Google",
    "groq": "Groq",
    "mistral": "Mistral",
    "openai": "OpenAI",
    "openrouter": "OpenRouter",
    "together_ai": "Together AI",
    "vertex_ai": "Google Cloud",
    "xai": "xAI",
}
_HERE = frozenset({"ollama", "ollama_chat", "lm_studio", "llamafile"})
"""Providers whose server is on this machine unless an address says otherwise."""
_NEAR_NAMES = (".local", ".lan", ".internal", ".home.arpa", ".intranet")


def describe_host(model: str, address: str) -> str:
    """Return where text goes that is sent to this model.

    Args:
        model: LiteLLM's name for it, provider first.
        address: The address of its server; empty for the provider's own.
    """
    if address.strip():
        return _describe_address(address.strip())
    provider = model.partition("/")[0] if "/" in model else "openai"
    return THIS_MACHINE if provider in _HERE else _PROVIDERS.get(provider, provider)


def _describe_address(address: str) -> str:
    host = urlsplit(address if "://" in address else f"http://{address}").hostname or address
    if host == "localhost" or host.endswith(".localhost"):
        return THIS_MACHINE
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return YOUR_NETWORK if "." not in host or host.endswith(_NEAR_NAMES) else host
    if number.is_loopback or number.is_unspecified:
        return THIS_MACHINE
    return YOUR_NETWORK if number.is_private or number.is_link_local else host
