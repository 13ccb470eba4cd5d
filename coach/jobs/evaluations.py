"""Reading evaluations that were run, and keeping what people say of their suggestions.

A run is a folder with `report.json`, `report.html`, `criteria.json` and `labels.jsonl`; `coach eval` makes them.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from coach.errors import BadRequest, SetupProblem
from coach.export.suggestion_html import render_suggestion
from coach.models import EvalComparison, EvalListed, EvalReport, Label, LabelCriterion, LabelItem, SuggestionKind

from .labels import LabelFile

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+=@-]{0,150}")
_CRITERIA = TypeAdapter(list[LabelCriterion])
_Word = TypeVar("_Word", bound=BaseModel)


class Evaluations:
    """What lies in the folder of evaluations; safe to share between threads."""

    def __init__(self, folder: Path | None) -> None:
        """Keep where evaluations lie; with None there are none.

        Args:
            folder: Holds `runs/` and `comparisons/`; it need not be there yet.
        """
        self._folder = folder

    def list_reports(self) -> list[EvalListed]:
        """Return the reports that can be read, the newest first."""
        looked = ((run, _look(run / "report.json")) for run in self._runs())
        listed = [_listed(run, found) for run, found in looked if isinstance(found, EvalListed)]
        return sorted(listed, key=lambda one: (one.made_at, one.id), reverse=True)

    def list_damaged(self) -> list[SetupProblem]:
        """Return what is wrong with the reports that cannot be read."""
        looked = (_look(run / "report.json") for run in self._runs())
        return [found for found in looked if isinstance(found, SetupProblem)]

    def read_report(self, report_id: str) -> EvalReport:
        """Return a report.

        Raises:
            BadRequest: There is none of that name.
            SetupProblem: It is there and cannot be read.
        """
        return _read(self._run(report_id) / "report.json", EvalReport)

    def report_html(self, report_id: str) -> str:
        """Return the report as one HTML file to keep; empty when it was not written."""
        return _text_of(self._run(report_id) / "report.html")

    def list_comparisons(self) -> list[str]:
        """Return the names of the comparisons that were made, the latest name first."""
        folder = self._folder / "comparisons" if self._folder else None
        found = folder.glob("*.json") if folder and folder.is_dir() else ()
        return sorted((file.stem for file in found if _SAFE.fullmatch(file.stem)), reverse=True)

    def read_comparison(self, comparison_id: str) -> EvalComparison:
        """Return a comparison of two runs; raises as `read_report` does."""
        return _read(self._comparison(comparison_id), EvalComparison)

    def comparison_html(self, comparison_id: str) -> str:
        """Return the comparison as one HTML file to keep; empty when it was not written."""
        return _text_of(self._comparison(comparison_id).with_suffix(".html"))

    def render_text(self, text: str) -> str:
        """Return a suggestion as HTML in which nothing can be clicked, fetched or run."""
        return render_suggestion(text)

    # -- labels ------------------------------------------------------------------------------------
    def label_criteria(self, report_id: str) -> list[LabelCriterion]:
        """Return what people who label are asked about this run; empty when it was run without."""
        path = self._run(report_id) / "criteria.json"
        if not path.is_file():
            return []
        try:
            return _CRITERIA.validate_json(path.read_bytes())
        except (OSError, ValidationError) as error:
            raise _damaged(path) from error

    def label_items(self, report_id: str, kind: SuggestionKind, labeller: str) -> list[LabelItem]:
        """Return a run's suggestions of one kind without their source, in an order of the labeller's own."""
        samples = [one for one in self.read_report(report_id).samples if one.kind is kind and one.text.strip()]
        samples.sort(key=lambda one: hashlib.sha256(f"{labeller}\0{one.id}".encode()).digest())
        return [LabelItem(id=one.id, kind=one.kind, asked=one.asked, text=one.text) for one in samples]

    def read_labels(self, report_id: str) -> list[Label]:
        """Return the labels of a run: of several by one person on the same thing, the latest."""
        return self._labels(report_id).read()

    def save_label(self, report_id: str, label: Label) -> None:
        """Keep a label at once; raise BadRequest when it is of nothing that this run holds, or of nobody."""
        kinds = {one.id: one.kind for one in self.read_report(report_id).samples if one.text.strip()}
        asked = {(one.kind, one.code) for one in self.label_criteria(report_id)}
        if not label.by.strip():
            raise BadRequest("A label needs to say whose it is.", "Type your name, or any word that stands for you.")
        if label.item not in kinds or (kinds[label.item], label.code) not in asked:
            raise BadRequest(f"This run does not ask about {label.code} of {label.item!r}.", "Open the run again.")
        self._labels(report_id).add(label)

    def take_back_label(self, report_id: str, code: str, by: str) -> Label | None:
        """Take back the latest label that somebody gave on a criterion, and return what it was."""
        return self._labels(report_id).take_back(code, by)

    # -- inside ------------------------------------------------------------------------------------
    def _runs(self) -> list[Path]:
        folder = self._folder / "runs" if self._folder else None
        found = folder.glob("*/report.json") if folder and folder.is_dir() else ()
        return sorted(file.parent for file in found if _SAFE.fullmatch(file.parent.name))

    def _run(self, report_id: str) -> Path:
        folder = self._folder / "runs" / _checked(report_id) if self._folder else None
        if folder is None or not (folder / "report.json").is_file():
            raise BadRequest(f"There is no report called {report_id!r} here.", "`coach eval run` makes one.")
        return folder

    def _comparison(self, comparison_id: str) -> Path:
        path = self._folder / "comparisons" / f"{_checked(comparison_id)}.json" if self._folder else None
        if path is None or not path.is_file():
            raise BadRequest(
                f"There is no comparison called {comparison_id!r} here.", "`coach eval compare` makes one."
            )
        return path

    def _labels(self, report_id: str) -> LabelFile:
        return LabelFile(self._run(report_id) / "labels.jsonl")


def _checked(name: str) -> str:
    """Return a name that can only be a file in its own folder."""
    if not _SAFE.fullmatch(name):
        raise BadRequest(f"{name!r} cannot be the name of a report.", "Take a name from the list of reports.")
    return name


def _read(path: Path, wanted: type[_Word]) -> _Word:
    try:
        found = path.stat()
        read = _parse(path, wanted, found.st_mtime_ns, found.st_size)
    except (OSError, ValidationError) as error:
        raise _damaged(path) from error
    assert isinstance(read, wanted)
    return read


@lru_cache(maxsize=8)
def _parse(path: Path, wanted: type[BaseModel], _written: int, _size: int) -> BaseModel:
    # A page is drawn anew at every press; a file is read anew when it has changed.
    return wanted.model_validate_json(path.read_bytes())


def _look(path: Path) -> EvalListed | SetupProblem:
    try:
        found = path.stat()
        return _summary(path, found.st_mtime_ns, found.st_size)
    except (OSError, ValidationError):
        return _damaged(path)


@lru_cache(maxsize=512)
def _summary(path: Path, _written: int, _size: int) -> EvalListed:
    report = EvalReport.model_validate_json(path.read_bytes())
    met = sum(aim.is_met for aim in report.aims)
    return EvalListed(
        id=path.parent.name,
        drafter=report.drafter,
        made_at=report.made_at,
        cases=report.cases,
        aims_met=met,
        aims=len(report.aims),
    )


def _listed(run: Path, found: EvalListed) -> EvalListed:
    return found.model_copy(update={"labels": LabelFile(run / "labels.jsonl").count()})


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8") if path.is_file() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> SetupProblem:
    return SetupProblem(
        f"{path} cannot be read: it is damaged, or of another version. Labels beside it are safe.",
        "Run `coach eval run` again for a new report, and move this folder away.",
    )
