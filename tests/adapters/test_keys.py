"""Providers' keys: where they are looked for, kept and let go of, and that none is shown."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from coach.adapters.keys import SERVICE, KeyShelf
from coach.adapters.litellm_llm import import_litellm
from coach.errors import BadRequest, SetupProblem
from coach.ports import Keys

MODEL, NAME, KEY = "anthropic/claude-sonnet-4-5", "ANTHROPIC_API_KEY", "key-7d1f"


class Ring:
    """A keyring in memory; it may be locked."""

    name = "A ring"

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check(password)
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._check()
        del self.kept[service, username]

    def _check(self, *said: str) -> None:
        if self.is_locked:
            raise OSError(f"locked {said}")


@pytest.fixture
def ring() -> Ring:
    return Ring()


@pytest.fixture
def shelf(ring: Ring) -> KeyShelf:
    return KeyShelf({}, ring)


@pytest.mark.parametrize(
    ("model", "name"),
    [
        (MODEL, NAME),
        ("openai/any", "OPENAI_API_KEY"),
        ("OpenAI/any", "OPENAI_API_KEY"),
        ("gpt-4o", "OPENAI_API_KEY"),
        ("claude-sonnet-4-5", NAME),
        ("openrouter/anthropic/claude-sonnet-4-5", "OPENROUTER_API_KEY"),
        ("gemini/any", "GEMINI_API_KEY"),
        ("mistral/any", "MISTRAL_API_KEY"),
        ("together_ai/any", "TOGETHERAI_API_KEY"),
        ("ollama_chat/any", ""),
        ("bedrock/any", ""),
        ("nobody-knows-it", ""),
        ("", ""),
    ],
)
def test_a_key_has_its_providers_name(shelf: Keys, model, name):
    assert shelf.name_for(model) == name


@pytest.mark.parametrize("provider", "anthropic openai gemini mistral groq openrouter deepseek xai together_ai".split())
def test_it_is_the_name_that_litellm_looks_for(shelf, provider, monkeypatch):
    name = shelf.name_for(f"{provider}/any")
    for variable in [variable for variable in os.environ if variable.endswith("_API_KEY")]:
        monkeypatch.delenv(variable)
    assert name in import_litellm().validate_environment(f"{provider}/any")["missing_keys"]


def test_a_key_is_kept_found_and_let_go_of(shelf, ring):
    assert shelf.find(MODEL) == (None, "")
    shelf.put(MODEL, f" {KEY}\n")
    assert shelf.find(MODEL) == (KEY, "keyring")
    assert shelf.find("anthropic/another") == (KEY, "keyring")
    assert shelf.find("openai/any") == (None, "")
    assert ring.kept == {(SERVICE, NAME): KEY}
    shelf.forget(MODEL)
    shelf.forget(MODEL)
    assert shelf.find(MODEL) == (None, "")


def test_the_environment_comes_first(ring):
    shelf = KeyShelf({NAME: "from-outside"}, ring)
    shelf.put(MODEL, KEY)
    assert shelf.find(MODEL) == ("from-outside", "environment")
    assert KeyShelf({NAME: "  "}, ring).find(MODEL) == (KEY, "keyring")


@pytest.mark.parametrize("key", ["", "  ", "two words", "line\nbreak", "schlüssel"])
def test_what_is_no_key_is_not_kept(shelf, ring, key):
    with pytest.raises(BadRequest) as caught:
        shelf.put(MODEL, key)
    assert not ring.kept
    assert not key.strip() or key.strip() not in str(caught.value)


def test_a_model_that_needs_none_keeps_none(shelf, ring):
    with pytest.raises(BadRequest):
        shelf.put("ollama_chat/any", KEY)
    shelf.forget("ollama_chat/any")
    assert shelf.find("ollama_chat/any") == (None, "")
    assert not ring.kept


def test_a_locked_keyring_is_an_empty_one_and_says_so_when_it_is_to_keep_something(shelf, ring):
    shelf.put(MODEL, KEY)
    ring.is_locked = True
    assert shelf.find(MODEL) == (None, "")
    with pytest.raises(SetupProblem) as caught:
        shelf.put(MODEL, KEY)
    assert NAME in caught.value.next_step
    assert KEY not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__  # what the keyring said may hold the key


def test_one_that_does_not_let_go_says_so(shelf, ring):
    class Stubborn(Ring):
        def delete_password(self, service: str, username: str) -> None:
            raise OSError("no")

    shelf = KeyShelf({}, Stubborn())
    shelf.put(MODEL, KEY)
    with pytest.raises(SetupProblem, match="did not let go"):
        shelf.forget(MODEL)


def test_nothing_shows_a_key(shelf):
    shelf.put(MODEL, KEY)
    assert KEY not in repr(shelf)
    assert shelf.keyring_name() == "A ring"


def test_a_machine_without_a_keyring_says_where_else_a_key_goes():
    code = (
        "from coach.adapters.keys import KeyShelf; from coach.errors import SetupProblem\n"
        "shelf = KeyShelf({})\n"
        "assert shelf.keyring_name() == '' and shelf.find('openai/any') == (None, '')\n"
        "shelf.forget('openai/any')\n"
        "try: shelf.put('openai/any', 'key-7d1f')\n"
        "except SetupProblem as problem: assert 'OPENAI_API_KEY' in str(problem) and 'key-7d1f' not in str(problem)\n"
        "else: raise AssertionError('it was kept')\n"
    )
    for backend in ("keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"):
        environment = {**os.environ, "PYTHON_KEYRING_BACKEND": backend}
        subprocess.run([sys.executable, "-c", code], check=True, timeout=60, env=environment)


def test_a_keyring_that_is_there_is_used(tmp_path):
    """The library's own way: a backend that it is told of by name."""
    (tmp_path / "mine.py").write_text(
        "from keyring.backend import KeyringBackend\n"
        "class Ring(KeyringBackend):\n"
        "    name, priority, kept = 'Mine', 1, {}\n"
        "    def get_password(self, service, username): return self.kept.get((service, username))\n"
        "    def set_password(self, service, username, password): self.kept[service, username] = password\n"
        "    def delete_password(self, service, username): del self.kept[service, username]\n"
    )
    code = (
        "from coach.adapters.keys import KeyShelf\n"
        "shelf = KeyShelf({}); shelf.put('openai/any', 'key-7d1f')\n"
        "assert shelf.keyring_name() == 'Mine' and shelf.find('openai/any') == ('key-7d1f', 'keyring')\n"
        "shelf.forget('openai/any'); assert shelf.find('openai/any') == (None, '')\n"
    )
    environment = {**os.environ, "PYTHON_KEYRING_BACKEND": "mine.Ring", "PYTHONPATH": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60, env=environment)
