"""A file of labels, one a line, to which several people may add at the same time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from pydantic import ValidationError

from coach.errors import SetupProblem
from coach.models import Label

_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True)
class LabelFile:
    """Where the labels of one run are kept: added to at the end, so that none is lost."""

    path: Path
    """The file; it need not be there yet."""

    def read(self) -> list[Label]:
        """Return the latest label of each person on each criterion of each suggestion, in the order given."""
        latest: dict[tuple[str, str, str], Label] = {}
        for label in self._all():
            key = (label.item, label.code, label.by)
            latest.pop(key, None)
            latest[key] = label
        return list(latest.values())

    def count(self) -> int:
        """Return how many labels there are; nought when the file cannot be read."""
        try:
            return len(self.read())
        except SetupProblem:
            return 0

    def add(self, label: Label) -> None:
        """Add a label, in one write at the end of the file."""
        with _ONE_AT_A_TIME, self._kept_or_said():
            gap = b"" if self._ends_well() else b"\n"
            place = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
            try:
                os.write(place, gap + label.model_dump_json().encode() + b"\n")
            finally:
                os.close(place)

    def take_back(self, code: str, by: str) -> Label | None:
        """Take out the latest label by somebody on a criterion; an earlier one on the same thing holds again."""
        with _ONE_AT_A_TIME, self._kept_or_said():
            labels = self._all()
            for place in range(len(labels) - 1, -1, -1):
                if (labels[place].code, labels[place].by) == (code, by):
                    taken = labels.pop(place)
                    self._write(labels)
                    return taken
        return None

    @contextmanager
    def _kept_or_said(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise SetupProblem(
                f"The label was not kept: {self.path} cannot be written ({error.strerror or error}).",
                "Make room or mend the file's rights, and give the label again; all others are safe.",
            ) from error

    def _all(self) -> list[Label]:
        try:
            lines = self.path.read_text(encoding="utf-8").splitlines() if self.path.is_file() else []
        except (OSError, UnicodeDecodeError) as error:
            raise SetupProblem(f"The labels in {self.path} cannot be read.", "Look at the file's rights.") from error
        return [self._parse(number, line) for number, line in enumerate(lines, 1) if line.strip()]

    def _parse(self, number: int, line: str) -> Label:
        try:
            return Label.model_validate_json(line)
        except ValidationError as error:
            raise SetupProblem(
                f"Line {number} of {self.path} is no label; all other lines are safe.",
                "Take that line out of the file, and label that suggestion again.",
            ) from error

    def _ends_well(self) -> bool:
        # A machine that stopped in the middle of a line must not spoil the next one as well.
        if not self.path.is_file() or not self.path.stat().st_size:
            return True
        with self.path.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read() == b"\n"

    def _write(self, labels: list[Label]) -> None:
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}.new")
        beside.write_text("".join(f"{label.model_dump_json()}\n" for label in labels), encoding="utf-8")
        beside.replace(self.path)
