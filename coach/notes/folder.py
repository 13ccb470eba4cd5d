"""A folder of notes, read file by file: what can be read, and why the rest cannot.

Left out by rule, without a word: hidden files and folders (their names begin with a dot, `.git` among them),
`node_modules` and `__pycache__`. Every other file is either read or listed with a reason.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from coach.errors import NothingToRead
from coach.models import NoteFormat, Skipped

from .dates import DayOrder, find_day_orders
from .decoding import find_text_problem, read_bytes_as_text

_FORMATS = {
    ".md": NoteFormat.MARKDOWN,
    ".markdown": NoteFormat.MARKDOWN,
    ".mkd": NoteFormat.MARKDOWN,
    ".txt": NoteFormat.TEXT,
    ".text": NoteFormat.TEXT,
    ".html": NoteFormat.HTML,
    ".htm": NoteFormat.HTML,
}
# "Minutes v1.2" and "2026.03.12 minutes" have dots and yet no extension.
_EXTENSION = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,9}\Z")
_LEFT_OUT = frozenset({"node_modules", "__pycache__"})


@dataclass(frozen=True)
class ReadingLimits:
    """How large a file may be."""

    max_bytes: int = 2_000_000
    """Larger files are skipped, with a reason."""


@dataclass(frozen=True)
class FoundFile:
    """A file that was read."""

    path: str
    """Its POSIX path inside the folder; bytes of the name that are no UTF-8 are written as `\\xe9`."""
    text: str
    """Its text, verbatim."""
    format: NoteFormat
    """How the text is written."""
    warning: str = ""
    """What a person should know about the text; empty when all is well."""
    day_order: DayOrder = DayOrder.UNKNOWN
    """What the names around it prove about dates such as `03-04-2024`."""


@dataclass(frozen=True)
class FolderReading:
    """What a folder holds."""

    files: tuple[FoundFile, ...]
    """The files that were read, by path."""
    skipped: tuple[Skipped, ...]
    """The files that were not, by path."""

    @property
    def warnings(self) -> tuple[tuple[str, str], ...]:
        """Return path and warning of the files that were taken with a warning."""
        return tuple((file.path, file.warning) for file in self.files if file.warning)


def read_folder(folder: Path, settings: ReadingLimits) -> FolderReading:
    """Read a folder with everything under it, sorted by path.

    Args:
        folder: The folder; links that lead out of it are not followed.
        settings: How large a file may be.

    Raises:
        NothingToRead: The folder is missing, is a file, may not be opened, or holds nothing that we read.
    """
    root = _check_folder(folder)
    results = sorted((_read(root, place, settings) for place in _walk(root, root)), key=lambda result: result.path)
    files = [result for result in results if isinstance(result, FoundFile)]
    skipped = tuple(result for result in results if isinstance(result, Skipped))
    if not files:
        raise _nothing_in(folder, skipped)
    orders = find_day_orders([file.path for file in files])
    return FolderReading(tuple(replace(file, day_order=orders[file.path]) for file in files), skipped)


def read_file(path: Path, name: str, settings: ReadingLimits) -> FoundFile | Skipped:
    """Read one file under the given name; whatever is wrong with it becomes a reason.

    Args:
        path: Where it is.
        name: Its POSIX path inside the folder.
        settings: How large it may be.
    """
    kind = _to_format(name)
    if isinstance(kind, Skipped):
        return kind
    try:
        data = _read_bytes(path, settings.max_bytes)
    except OSError as error:
        return Skipped(path=name, reason=_explain(error))
    if isinstance(data, int):
        return Skipped(path=name, reason=_too_large(data, settings.max_bytes))
    decoded = read_bytes_as_text(data)
    if decoded.problem:
        return Skipped(path=name, reason=decoded.problem)
    return FoundFile(name, decoded.text, kind, decoded.warning)


def to_found_file(path: str, text: str, settings: ReadingLimits) -> FoundFile | Skipped:
    """Take a text that is already in hand, uploaded or pasted, as if it had been found under this path."""
    kind = _to_format(path)
    if isinstance(kind, Skipped):
        return kind
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > settings.max_bytes:
        return Skipped(path=path, reason=_too_large(size, settings.max_bytes))
    problem = find_text_problem(text)
    return Skipped(path=path, reason=problem) if problem else FoundFile(path, text, kind)


@dataclass(frozen=True)
class _Place:
    """Something in the folder: a file to read, or something that cannot be."""

    path: Path
    reason: str = ""


def _check_folder(folder: Path) -> Path:
    try:
        if not folder.exists():
            raise NothingToRead(f"There is no folder at {_shown(folder)}.", "Check the path, then run it again.")
        if not folder.is_dir():
            raise NothingToRead(
                f"{_shown(folder)} is a file, not a folder.", "Point to the folder that holds it and run it again."
            )
        root = folder.resolve()
        with os.scandir(root):
            return root
    except OSError as error:
        raise NothingToRead(
            f"{_shown(folder)} cannot be opened ({_explain(error)}).", "Check its path and rights, then run it again."
        ) from error


def _nothing_in(folder: Path, skipped: Sequence[Skipped]) -> NothingToRead:
    if not skipped:
        return NothingToRead(f"{_shown(folder)} is empty.")
    first = skipped[0]
    noun = "file was" if len(skipped) == 1 else "files were"
    return NothingToRead(
        f"{_shown(folder)} holds nothing that we can read: {len(skipped)} {noun} left out, for instance "
        f"{first.path!r} ({first.reason})."
    )


def _walk(root: Path, folder: Path) -> Iterator[_Place]:
    # A stack and not recursion: folders can be nested deeper than Python's own limit.
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield _Place(here, _explain(error))
            continue
        for entry in listed:
            if entry.name.startswith(".") or entry.name in _LEFT_OUT:
                continue
            if entry.is_symlink():
                yield _Place(Path(entry.path), _explain_link(root, Path(entry.path)))
            elif entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
            else:
                yield _Place(Path(entry.path))


def _read(root: Path, place: _Place, settings: ReadingLimits) -> FoundFile | Skipped:
    name = _shown(place.path.relative_to(root))
    if place.reason:
        return Skipped(path=name, reason=place.reason)
    return read_file(place.path, name, settings)


def _read_bytes(path: Path, limit: int) -> bytes | int:
    """Return the file's bytes, or its size when it is too large."""
    found = path.lstat()
    # Opening a pipe would wait for somebody to write into it.
    if not stat.S_ISREG(found.st_mode):
        raise OSError("it is not an ordinary file")
    if found.st_size > limit:
        return found.st_size
    with path.open("rb") as file:
        data = file.read(limit + 1)
    return data if len(data) <= limit else max(len(data), path.lstat().st_size)


def _to_format(name: str) -> NoteFormat | Skipped:
    match = _EXTENSION.search(PurePosixPath(name).name)
    if match is None:
        return NoteFormat.TEXT
    extension = match.group().lower()
    if extension in _FORMATS:
        return _FORMATS[extension]
    article = "an" if extension[1] in "aeiou" else "a"
    return Skipped(path=name, reason=f"we read Markdown, text and HTML; this is {article} {extension} file")


def _explain_link(root: Path, link: Path) -> str:
    try:
        target = link.resolve(strict=True)
    except FileNotFoundError:
        return "it is a link to something that is not there"
    except (OSError, RuntimeError):
        return "it is a link that leads round in a circle"
    if target == root or target in link.parents:
        return "it is a link that leads round in a circle"
    if root not in target.parents:
        return "it is a link that leads out of the folder: copy the file here if it should be read"
    return f"it is a link to {_shown(target.relative_to(root))!r}, which is read where it is"


def _explain(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "we may not open it: check its rights"
    if isinstance(error, FileNotFoundError):
        return "it went away while we were reading"
    if error.errno is None:
        return str(error)
    return f"it cannot be read ({(error.strerror or 'unknown problem').lower()})"


def _too_large(size: int, limit: int) -> str:
    sizes = [_megabytes(size), _megabytes(limit)]
    if sizes[0] == sizes[1]:
        sizes = [f"{size:,} bytes", f"{limit:,} bytes"]
    return f"it is {sizes[0]} and the limit is {sizes[1]}: split it into smaller notes, or raise COACH_MAX_NOTE_BYTES"


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size:,} bytes"


def _shown(path: Path) -> str:
    """Return a path as text that any store can keep, whatever bytes its name is made of."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
