"""The playbook is read once, whole, or not at all."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path

import pytest

from coach.errors import PlaybookProblem
from coach.playbook import Playbook, load_playbook, read_playbook


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with resources.as_file(resources.files("coach.playbook")) as source:
        shutil.copytree(source, tmp_path / "playbook", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return tmp_path / "playbook"


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_it_is_read_once(playbook: Playbook) -> None:
    assert load_playbook() is playbook


def test_a_copy_reads_the_same(folder: Path, playbook: Playbook) -> None:
    assert read_playbook(folder) == playbook


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("patterns/clinic-in-threes.yaml", "share: 0.09", "share: 0.19", "must add up to 1"),
        ("patterns/clinic-in-threes.yaml", "title:", "tilte:", "`title`"),
        ("patterns/clinic-in-threes.yaml", "id: clinic-in-threes", "id: clinic", "`id`"),
        ("patterns/clinic-in-threes.yaml", "cue: case", "cue: hunch", "`take_up.0.cue`"),
        ("protocols/then-and-now.yaml", "tone: next", "tone: warm", "end with next"),
        ("session.yaml", "min: 4", "min: 40", "in the order"),
        ("session.yaml", "openings:", "openings: [", "not readable YAML near line"),
        ("verbs.yaml", "family: make", "family: craft", "`0.family`"),
        ("vague.yaml", "- verb: know\n", "- verb: understand\n", "“understand” twice"),
    ],
)
def test_a_damaged_file_is_named_with_its_field(folder: Path, file: str, old: str, new: str, says: str) -> None:
    _change(folder / file, old, new)

    with pytest.raises(PlaybookProblem) as caught:
        read_playbook(folder)

    assert file.rsplit("/", 1)[-1] in caught.value.message
    assert says in caught.value.message
    assert "coach doctor" in caught.value.next_step


def test_a_missing_file_or_folder_is_named(folder: Path) -> None:
    (folder / "vague.yaml").unlink()
    with pytest.raises(PlaybookProblem, match=r"vague\.yaml"):
        read_playbook(folder)

    shutil.rmtree(folder / "patterns")
    with pytest.raises(PlaybookProblem, match="patterns"):
        read_playbook(folder)


def test_entries_cannot_be_changed(playbook: Playbook) -> None:
    with pytest.raises(ValueError, match="frozen"):
        playbook.patterns[0].title = "Another"
