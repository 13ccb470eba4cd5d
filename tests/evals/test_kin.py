"""Which models are of one family."""

from __future__ import annotations

import pytest

from evals.graders.kin import find_families, is_kin


@pytest.mark.parametrize(
    ("judge_model", "drafter", "wanted"),
    [
        ("anthropic/claude-sonnet-4-5", "bedrock/anthropic.claude-3-haiku", True),
        ("gpt-4o-mini", "azure/gpt-5", True),
        ("openai/o3", "chatgpt-4o-latest", True),
        ("gemini/gemini-2.5-pro", "ollama/gemma3:4b", True),
        ("groq/llama-3.3-70b-versatile", "openrouter/meta-llama/Llama-4-scout", True),
        ("mistral/magistral-small", "ollama_chat/mixtral", True),
        ("together_ai/Qwen/Qwen2.5-72B", "openai/qwq-32b", True),
        ("deepseek/deepseek-chat", "groq/deepseek-r1-distill-llama-70b", True),
        ("groq/llama-3.1-8b", "groq/deepseek-r1-distill-llama-70b", True),
        ("openai/house-model", "openai/gpt-4o", True),  # an unknown name at a maker's own door
        ("house-model", "openai/house-model", True),
        ("anthropic/claude-sonnet-4-5", "gpt-4o", False),
        ("openai/qwen2.5", "gpt-4o", False),  # the protocol's name is not the maker's
        ("groq/llama-3.3", "groq/qwen3-32b", False),
        ("ollama/pro3-mini", "openai/o3-mini", False),
        ("anthropic/claude-opus-4", "playbook", False),
        ("house-model", "other-model", False),
    ],
)
def test_kin_are_of_one_family(judge_model, drafter, wanted):
    assert is_kin(judge_model, drafter) is wanted
    assert is_kin(drafter, judge_model) is wanted


def test_families_are_found_by_name_first():
    assert find_families("groq/deepseek-r1-distill-llama-70b") == {"deepseek", "llama"}
    assert find_families("playbook") == frozenset()
