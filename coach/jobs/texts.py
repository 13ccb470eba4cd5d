"""Pasted, uploaded and jotted notes; nothing is ever removed by bringing one in."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from coach.errors import BadRequest
from coach.models import IngestReport, Skipped, TextNote
from coach.notes.decoding import read_bytes_as_text
from coach.notes.folder import FoundFile, to_found_file

from .batch import Batch, IngestTools, Tally, is_jotting, to_report

UPLOADS = "uploads"
_NAME_LENGTH = 120


def read_upload(file_name: str, data: bytes) -> TextNote | Skipped:
    """Read an uploaded file the way files in a folder are read, or say why it is left out."""
    name = _plain_name(file_name)
    decoded = read_bytes_as_text(data)
    if decoded.problem:
        return Skipped(path=name, reason=decoded.problem)
    return TextNote(text=decoded.text, path=name, source=UPLOADS)


def add_texts(texts: Sequence[TextNote], tools: IngestTools) -> IngestReport:
    """Take in pasted, uploaded or jotted notes.

    Raises:
        BadRequest: There is no text.
        Stopped: The person stopped it; what was written stays and can be undone.
    """
    if not any(text.text.strip() for text in texts):
        raise BadRequest("There is nothing to keep yet.", "Write or paste a line, then save it.")
    sources = dict.fromkeys(text.source for text in texts)
    reports = [_add_to(source, [text for text in texts if text.source == source], tools) for source in sources]
    return _merge(reports)


def _add_to(source: str, texts: Sequence[TextNote], tools: IngestTools) -> IngestReport:
    started = time.monotonic()
    known, tally = tools.notes.hashes(source), Tally()
    placed = dict(_placed(texts, set(known), tools))
    files = list(_to_files(placed, tools, tally))
    batch = Batch(tools, source, "", lambda path: (placed[path].visibility, placed[path].consent), tally)
    try:
        batch.take_in(files, known)
    finally:
        report = to_report(tally, source, time.monotonic() - started)
        batch.finish(report)
    return report


def _merge(reports: Sequence[IngestReport]) -> IngestReport:
    if len(reports) == 1:
        return reports[0]
    sums = {
        name: sum(getattr(report, name) for report in reports)
        for name in ("added", "unchanged", "changed", "removed", "chunks", "embedded", "seconds")
    }
    skipped = tuple(item for report in reports for item in report.skipped)
    return reports[-1].model_copy(update={**sums, "skipped": skipped})


def _placed(texts: Sequence[TextNote], known: set[str], tools: IngestTools) -> Iterator[tuple[str, TextNote]]:
    """Give each text a path of its own; an upload of a known name is its next version."""
    used: set[str] = set()
    for text in texts:
        path = _free(_plain_name(text.path), used) if text.path else _free(_jotting_name(text, tools), used | known)
        used.add(path)
        yield path, text


def _to_files(placed: dict[str, TextNote], tools: IngestTools, tally: Tally) -> Iterator[FoundFile]:
    for path, text in placed.items():
        # Half a character pair can come out of a terminal or a browser; nothing can store it.
        words = text.text.encode("utf-8", "replace").decode("utf-8")
        found = to_found_file(path, words, tools.limits)
        if isinstance(found, Skipped):
            tally.skipped.append(found)
        else:
            yield found


def _plain_name(name: str) -> str:
    """Return a file's own name, without folders or signs that no file name holds."""
    last = PurePosixPath(name.replace("\\", "/")).name
    clean = re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", "", last).strip(". ")
    return clean[-_NAME_LENGTH:] or "note.txt"


def _jotting_name(text: TextNote, tools: IngestTools) -> str:
    first = text.title or next((line for line in text.text.splitlines() if line.strip()), "note")
    slug = ("-".join(re.findall(r"[^\W_]+", first.lower())[:8]) or "note")[:60]
    # A thought kept after a meeting is of today; a long pasted text may be of any day, so it says nothing.
    return f"{tools.clock.now():%Y-%m-%d}-{slug}.md" if is_jotting(text.text) else f"{slug}.md"


def _free(name: str, taken: set[str]) -> str:
    path = PurePosixPath(name)
    names = (name if turn == 1 else f"{path.stem}-{turn}{path.suffix}" for turn in range(1, len(taken) + 2))
    return next(item for item in names if item not in taken)
