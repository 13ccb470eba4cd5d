"""A model's name gets its provider's prefix and loses it again."""

from __future__ import annotations

import pytest

from ui.components.settings_names import Provider, full_name, take_apart


@pytest.mark.parametrize(
    ("provider", "name", "full"),
    [
        (Provider.ANTHROPIC, " claude-x ", "anthropic/claude-x"),
        (Provider.ANTHROPIC, "anthropic/claude-x", "anthropic/claude-x"),
        (Provider.OPENAI, "gpt-x", "openai/gpt-x"),
        (Provider.OWN, "openai/gpt-oss-20b", "openai/openai/gpt-oss-20b"),
        (Provider.OLLAMA, "llama3.1:8b", "ollama_chat/llama3.1:8b"),
        (Provider.OTHER, "mistral/m", "mistral/m"),
        (Provider.OWN, "", ""),
    ],
)
def test_names_get_their_prefix_and_lose_it_again(provider: Provider, name: str, full: str) -> None:
    assert full_name(provider, name) == full
    if full:
        back, plain = take_apart(full, "http://127.0.0.1:1" if provider is Provider.OWN else "")
        assert back is provider
        assert full_name(back, plain) == full
