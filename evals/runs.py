"""Where runs are kept: one folder each, with the report as data, the same to read, and what labellers are asked."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from coach.errors import BadInput
from coach.models import EvalReport, LabelCriterion

_NAME = re.compile(r"[^a-z0-9]+")


def runs_folder(home: Path) -> Path:
    """Return the folder of all runs."""
    return home / "evals" / "runs"


def to_run_id(made_at: str, drafter: str) -> str:
    """Return a name for a run: when and who, fit for a folder."""
    return _NAME.sub("-", f"{made_at[:19]} {drafter}".lower()).strip("-")


def save_run(report: EvalReport, page: str, criteria: Sequence[LabelCriterion], home: Path) -> Path:
    """Write a run's folder and return it."""
    folder = runs_folder(home) / report.id
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.html").write_text(page, encoding="utf-8")
    asked = [item.model_dump(mode="json") for item in criteria]
    (folder / "criteria.json").write_text(json.dumps(asked, ensure_ascii=False, indent=1), encoding="utf-8")
    # The report comes last: a folder that has one is whole.
    (folder / "report.json").write_text(report.model_dump_json(indent=1), encoding="utf-8")
    return folder


def read_run(name: str, home: Path) -> EvalReport:
    """Return a run by its id, or by the path of a report's file.

    Raises:
        BadInput: There is none, or it is no report.
    """
    path = Path(name) if name.endswith(".json") else runs_folder(home) / name / "report.json"
    try:
        return EvalReport.model_validate_json(path.read_bytes())
    except OSError as error:
        known = sorted(item.parent.name for item in runs_folder(home).glob("*/report.json"))
        here = f"These are here: {', '.join(known[-5:])}." if known else "`coach eval run` makes one."
        raise BadInput(f"There is no run called “{name}”.", here) from error
    except ValidationError as error:
        raise BadInput(f"{path.name} of “{name}” is no report that this version reads.", "Run it again.") from error
