from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.errors import NothingToRead
from coach.models import NoteFormat, Skipped
from coach.notes.folder import FolderReading, FoundFile, ReadingLimits, read_file, read_folder, to_found_file

LIMITS = ReadingLimits()


def read(folder: Path) -> FolderReading:
    return read_folder(folder, LIMITS)


def paths(reading: FolderReading) -> list[str]:
    return [file.path for file in reading.files]


def reasons(reading: FolderReading) -> dict[str, str]:
    return {item.path: item.reason for item in reading.skipped}


def test_files_come_sorted_with_posix_paths_and_formats(tmp_path: Path) -> None:
    for name in ("b.txt", "A/z.md", "A/x.MKD", "c.htm", "README", "NOTES v1.2"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("words", encoding="utf-8")
    reading = read(tmp_path)
    assert [(file.path, file.format.value) for file in reading.files] == [
        ("A/x.MKD", "markdown"),
        ("A/z.md", "markdown"),
        ("NOTES v1.2", "text"),
        ("README", "text"),
        ("b.txt", "text"),
        ("c.htm", "html"),
    ]
    assert reading.skipped == ()


def test_hidden_and_tool_folders_are_left_out_without_a_word(tmp_path: Path) -> None:
    for name in (".git/x.md", "node_modules/x.md", "__pycache__/x.md", ".hidden.md", "a.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("words", encoding="utf-8")
    reading = read(tmp_path)
    assert paths(reading) == ["a.md"]
    assert reading.skipped == ()


def test_text_is_verbatim_with_mark_and_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n\x0bfour")
    assert read(tmp_path).files[0].text == "\ufeffone\r\ntwo\rthree\n\x0bfour"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_other_unicode_with_a_mark_is_decoded(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffNotes of März".encode(encoding))
    assert read(tmp_path).files[0].text == "\ufeffNotes of März"


def test_a_few_undecodable_bytes_are_taken_with_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"caf\xe9 " + b"word " * 40)
    reading = read(tmp_path)
    assert reading.files[0].text.startswith("caf\ufffd word")
    assert reading.warnings == (("a.md", "1 character could not be read as UTF-8 and show as \ufffd"),)


def test_a_replacement_character_in_the_file_is_no_fault_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("odd \ufffd sign", encoding="utf-8")
    assert read(tmp_path).warnings == ()
    (tmp_path / "a.md").write_bytes("odd \ufffd\ufffd\ufffd sign ".encode() * 20 + b"caf\xe9")
    assert [message.split()[0] for _, message in read(tmp_path).warnings] == ["1"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("data.tsv", b"a\tb", "we read Markdown, text and HTML; this is a .tsv file"),
        ("page.ipynb", b"{}", "we read Markdown, text and HTML; this is an .ipynb file"),
        ("empty.md", b"", "it is empty"),
        ("blank.md", b"\xef\xbb\xbf \n\t\r\n", "it is empty"),
        ("nul.txt", b"abc\x00def", "it looks like a binary file, not a text"),
        ("noise.md", bytes(range(128, 256)) * 4, "it looks like a binary file, not a text"),
        ("control.md", b"\x01\x02\x03abc", "it looks like a binary file, not a text"),
        ("PROGRAM", b"\x7fELF\x02\x01\x01\x00", "it looks like a binary file, not a text"),
    ],
)
def test_what_cannot_be_read_has_a_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / "good.md").write_text("words", encoding="utf-8")
    (tmp_path / name).write_bytes(data)
    assert reasons(read(tmp_path)) == {name: reason}


def test_latin_text_says_how_to_save_it(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text("words", encoding="utf-8")
    (tmp_path / "alt.txt").write_bytes(("über größere Änderungen " * 5).encode("latin-1"))
    assert "save it as UTF-8" in reasons(read(tmp_path))["alt.txt"]


def test_a_large_file_says_its_size_the_limit_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text("words", encoding="utf-8")
    (tmp_path / "long.md").write_bytes(b"word " * 1_000_000)
    assert reasons(read(tmp_path))["long.md"] == (
        "it is 5.0 MB and the limit is 2.0 MB: split it into smaller notes, or raise COACH_MAX_NOTE_BYTES"
    )
    raised = read_folder(tmp_path, ReadingLimits(max_bytes=6_000_000))
    assert paths(raised) == ["good.md", "long.md"]


def test_one_byte_too_many_is_said_in_bytes(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text("words", encoding="utf-8")
    (tmp_path / "long.md").write_bytes(b"a" * 2_000_001)
    assert reasons(read(tmp_path))["long.md"].startswith("it is 2,000,001 bytes and the limit is 2,000,000 bytes")


def test_links_are_explained_and_never_followed(tmp_path: Path) -> None:
    root = tmp_path / "notes"
    (root / "sub").mkdir(parents=True)
    (tmp_path / "outside.md").write_text("secret", encoding="utf-8")
    (root / "a.md").write_text("words", encoding="utf-8")
    for name, target in {
        "broken.md": "nowhere.md",
        "out.md": "../outside.md",
        "up": "..",
        "again.md": "a.md",
        "self.md": "self.md",
        "sub/round": "..",
    }.items():
        (root / name).symlink_to(target)
    reading = read(root)
    assert paths(reading) == ["a.md"]
    found = reasons(reading)
    assert "not there" in found["broken.md"]
    assert "out of the folder" in found["out.md"]
    assert "circle" in found["up"] or "out of the folder" in found["up"]
    assert found["again.md"] == "it is a link to 'a.md', which is read where it is"
    assert "circle" in found["self.md"]
    assert "circle" in found["sub/round"]


def test_a_linked_folder_itself_is_read(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.md").write_text("words", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")
    assert paths(read(tmp_path / "link")) == ["a.md"]


def test_a_pipe_is_no_file_and_nobody_waits_for_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("words", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.md")
    assert reasons(read(tmp_path)) == {"pipe.md": "it is not an ordinary file"}


def test_a_file_that_went_away_is_a_reason(tmp_path: Path) -> None:
    gone = read_file(tmp_path / "gone.md", "gone.md", LIMITS)
    assert gone == Skipped(path="gone.md", reason="it went away while we were reading")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Yield a folder that every user may enter; pytest's own are for one user only."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
        (Path(name) / "locked").chmod(0o755)


def test_a_file_without_rights_is_a_reason(open_folder: Path) -> None:
    (open_folder / "a.md").write_text("words", encoding="utf-8")
    (open_folder / "locked.md").write_text("words", encoding="utf-8")
    (open_folder / "locked").mkdir()
    (open_folder / "locked.md").chmod(0)
    (open_folder / "locked").chmod(0)
    # Root may read everything, so a child process gives its rights away first.
    script = textwrap.dedent(
        """
        import os, sys
        from pathlib import Path
        from coach.notes.folder import ReadingLimits, read_folder
        os.chdir(sys.argv[1])
        if os.geteuid() == 0:
            os.setegid(65534); os.seteuid(65534)
        for item in read_folder(Path("."), ReadingLimits()).skipped:
            print(item.path, item.reason, sep="|")
        """
    )
    result = subprocess.run(
        [sys.executable, "-c", script, str(open_folder)], capture_output=True, text=True, check=False, env=os.environ
    )
    assert result.stdout.splitlines() == [
        "locked|we may not open it: check its rights",
        "locked.md|we may not open it: check its rights",
    ], result.stderr


def test_odd_names_are_kept_apart(tmp_path: Path) -> None:
    root = os.fsencode(tmp_path)
    names = [b"two\nlines.md", b"caf\xe9.md", b"Case.md", b"case.md", ("ü" * 120).encode() + b".md"]
    for name in names:
        with open(os.path.join(root, name), "wb") as file:  # noqa: PTH118, PTH123
            file.write(b"words")
    assert paths(read(tmp_path)) == sorted(["two\nlines.md", "caf\\xe9.md", "Case.md", "case.md", "ü" * 120 + ".md"])


def test_folders_nested_deeper_than_python_can_recurse_are_read() -> None:
    # Not in pytest's own folder: its clean-up recurses.
    root, current = Path(tempfile.mkdtemp()), Path.cwd()
    try:
        os.chdir(root)
        for _ in range(1500):
            Path("d").mkdir()
            os.chdir("d")
        Path("a.md").write_text("words", encoding="utf-8")
        assert paths(read(root)) == ["d/" * 1500 + "a.md"]
    finally:
        os.chdir(current)
        subprocess.run(["rm", "-rf", str(root)], check=True)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda root: root / "nowhere", "There is no folder"),
        (lambda root: root / "file.md", "is a file, not a folder"),
        (lambda root: root / "empty", "is empty"),
        (lambda root: root / "data", "nothing that we can read: 1 file was left out, for instance 'a.tsv' (we read"),
    ],
)
def test_nothing_to_read_says_why_and_what_next(tmp_path: Path, make, message: str) -> None:
    (tmp_path / "file.md").write_text("words", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "data/a.tsv").write_text("a", encoding="utf-8")
    with pytest.raises(NothingToRead) as caught:
        read(make(tmp_path))
    assert message in caught.value.message
    assert caught.value.next_step


def test_a_path_that_no_system_can_open_is_nothing_to_read() -> None:
    with pytest.raises(NothingToRead):
        read(Path("x" * 5000))


def test_a_text_in_hand_is_judged_like_a_file() -> None:
    assert to_found_file("a.md", "words", LIMITS) == FoundFile("a.md", "words", NoteFormat.MARKDOWN)
    for path, text, reason in [
        ("a.docx", "words", "this is a .docx file"),
        ("a.md", " \n", "it is empty"),
        ("a.md", "a\x00b", "binary"),
        ("a.md", "ü" * 1_000_001, "the limit is"),
    ]:
        found = to_found_file(path, text, LIMITS)
        assert isinstance(found, Skipped)
        assert reason in found.reason
