import pytest

from coach.playbook import Lexicon, Playbook, load_playbook


@pytest.fixture(scope="session")
def playbook() -> Playbook:
    return load_playbook()


@pytest.fixture(scope="session")
def lexicon(playbook: Playbook) -> Lexicon:
    return playbook.lexicon
