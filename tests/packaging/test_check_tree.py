"""The guard over the tree finds what is planted, and itself holds nothing that it would refuse."""

import subprocess
import sys
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]
SCRIPT = REPO / "tools" / "check_tree.py"

PLANTED = {
    "a package registry's host": "index = https://files.python" + "hosted.org/simple",
    "a path of one machine": "see /ro" + "ot/notes for more",
    "something that looks like a secret": "key = sk-" + "a1B2" * 8,
    "a note about tickets or sessions": "# done in ticket " + "#12",
    "a mark of an unfinished merge": "<" * 7 + " ours",
}


def look(tree: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(SCRIPT), str(tree)], check=False, capture_output=True, text=True)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    (tmp_path / "fine.md").write_text("A person may type /home/you/notes, and a session has 90 minutes.\n")
    return tmp_path


def test_a_clean_tree_passes(tree: Path):
    seen = look(tree)
    assert (seen.returncode, seen.stdout) == (0, "check_tree: nothing found\n")


@pytest.mark.parametrize("what", PLANTED)
def test_what_is_planted_is_found_where_it_stands(tree: Path, what: str):
    (tree / "planted.py").write_text(f"one = 1\n{PLANTED[what]}\n")
    seen = look(tree)
    assert seen.returncode == 1
    assert f"planted.py:2: {what}" in seen.stdout
    assert PLANTED[what] not in seen.stdout


def test_a_large_file_is_refused(tree: Path):
    (tree / "large.bin").write_bytes(b"\0" * 2_000_001)
    assert "large.bin: 2.0 MB" in look(tree).stdout


def test_what_git_ignores_is_left_alone(tree: Path):
    (tree / ".gitignore").write_text("built/\n")
    (tree / "built").mkdir()
    (tree / "built" / "planted.py").write_text(PLANTED["a path of one machine"])
    assert look(tree).returncode == 0


def test_what_a_community_wrote_may_speak_of_tickets(tree: Path):
    notes = tree / "coach" / "demo" / "notes"
    notes.mkdir(parents=True)
    (notes / "minutes.md").write_text(PLANTED["a note about tickets or sessions"])
    assert look(tree).returncode == 0
