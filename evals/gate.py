"""The gate: the playbook's run against the committed baseline, criterion by criterion, beyond noise.

The playbook is deterministic, so on one machine nothing moves without a change of ours; across machines the embedder's
last digits may differ, and a case may come out otherwise. So a loss counts when its paired interval leaves out nought,
and a line of the bar counts when it was reached and is not any more.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import fmean

from pydantic import ValidationError

from coach.errors import BadInput
from coach.models import EvalReport, GradeStatus, Sample, TrustBand
from coach.models.base import Word

from .measuring.intervals import bootstrap_change

_MAY_GATE = (TrustBand.GATES, TrustBand.BY_DEFINITION)
BASELINES = Path(__file__).parent / "baselines"
_HOW = "`coach eval gate --refresh` writes it; the change then shows in the diff."


class BaselineAim(Word):
    """One line of the bar as it stood."""

    value: float | None
    """What was reached."""
    met: bool
    """Whether that was enough."""
    n: int
    """Over how many."""


class Baseline(Word):
    """What a drafter reached when somebody last looked at it and agreed."""

    drafter: str
    """Who drafted."""
    cases: str
    """A hash of the cases; a baseline of a model counts only for the same ones."""
    drafter_hash: str = ""
    """For a model: a hash of its name and prompts. The playbook is compared whatever changed in it."""
    aims: Mapping[str, BaselineAim]
    """The bar."""
    means: Mapping[str, float]
    """The mean of each criterion, `plan checks A1`; for people who read the diff."""
    gating: tuple[str, ...] = ()
    """The criteria whose grader is trusted enough to stop a change; the others advise."""
    grades: Mapping[str, Mapping[str, int]]
    """By criterion, each case's mean grade times a hundred."""


class Loss(Word):
    """Something that got worse."""

    what: str
    """A criterion, or a line of the bar."""
    says: str
    """By how much, in a sentence."""
    cases: tuple[str, ...] = ()
    """The cases that lost most."""
    gates: bool = True
    """Whether its grader is trusted enough to stop a change; otherwise it is advice."""


def to_baseline(report: EvalReport, cases_hash: str, drafter_hash: str = "") -> Baseline:
    """Return a run as a baseline; criteria whose grader is dropped do not enter."""
    grades = collect_grades(report)
    return Baseline(
        drafter=report.drafter,
        cases=cases_hash,
        drafter_hash=drafter_hash,
        aims={aim.code: BaselineAim(value=_short(aim.value), met=aim.is_met, n=aim.n) for aim in report.aims},
        means={name: round(fmean(by_case.values()) / 100, 3) for name, by_case in grades.items()},
        gating=tuple(sorted(_named(report, _MAY_GATE) & grades.keys())),
        grades=grades,
    )


def collect_grades(report: EvalReport) -> dict[str, dict[str, int]]:
    """Return each criterion's grades by case, times a hundred, without those of dropped graders."""
    dropped = {
        _name(item.kind, item.grader, item.code) for item in report.figures if item.trust.band is TrustBand.DROPPED
    }
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for sample, name, value in _graded(report.samples):
        if name not in dropped:
            found[name][sample].append(value)
    return {
        name: {case: round(100 * fmean(values)) for case, values in sorted(by_case.items())}
        for name, by_case in sorted(found.items())
    }


def _named(report: EvalReport, bands: Sequence[TrustBand]) -> set[str]:
    return {_name(item.kind, item.grader, item.code) for item in report.figures if item.trust.band in bands}


def _graded(samples: Iterable[Sample]) -> Iterable[tuple[str, str, int]]:
    for sample in samples:
        for grade in sample.grades:
            if grade.status is GradeStatus.GRADED and grade.value is not None:
                yield sample.case, _name(sample.kind, grade.grader, grade.code), grade.value


def _name(kind: str, grader: str, code: str) -> str:
    return f"{kind} {grader} {code}"


def find_losses(before: Baseline, after: Baseline) -> list[Loss]:
    """Return what got worse beyond noise, and what of the bar is not reached any more."""
    losses = [loss for name in before.grades if (loss := _find_loss(name, before, after)) is not None]
    for code, aim in before.aims.items():
        now = after.aims.get(code)
        if aim.met and (now is None or not now.met):
            losses.append(
                Loss(what=code, says=f"It was reached ({aim.value}) and is not any more ({now and now.value}).")
            )
    return losses


def _find_loss(name: str, before: Baseline, after: Baseline) -> Loss | None:
    was, now = before.grades[name], after.grades.get(name, {})
    shared = sorted(was.keys() & now.keys())
    if was and not shared:
        return Loss(what=name, says="It is not graded any more.", gates=name in before.gating)
    change = fmean(now[case] - was[case] for case in shared)
    if change >= 0:
        return None
    low, high = bootstrap_change(was, now)
    if high >= 0:
        return None
    worst = sorted((case for case in shared if now[case] < was[case]), key=lambda case: now[case] - was[case])
    says = f"{change / 100:+.2f} [{low / 100:+.2f}, {high / 100:+.2f}] over {len(shared)} cases."
    return Loss(what=name, says=says, cases=tuple(worst[:5]), gates=name in before.gating)


def find_moves(before: Baseline, after: Baseline) -> list[str]:
    """Return every criterion that moved at all, and how many cases came or went."""
    moved = []
    for name, was in before.grades.items():
        now = after.grades.get(name, {})
        changed = [case for case in was.keys() & now.keys() if was[case] != now[case]]
        if changed:
            moved.append(f"{name}: {len(changed)} of {len(was)} cases moved")
        gone, come = len(was.keys() - now.keys()), len(now.keys() - was.keys())
        if gone or come:
            moved.append(f"{name}: {gone} cases no longer graded, {come} new")
    return moved


def read_baseline(drafter: str, folder: Path = BASELINES) -> Baseline:
    """Return a drafter's baseline.

    Raises:
        BadInput: There is none, or it cannot be read.
    """
    path = folder / f"{drafter}.json"
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except OSError as error:
        raise BadInput(f"There is no baseline for “{drafter}”.", _HOW) from error
    except ValidationError as error:
        raise BadInput(f"The baseline of “{drafter}” cannot be read.", _HOW) from error


def write_baseline(baseline: Baseline, folder: Path = BASELINES) -> Path:
    """Write a baseline, one case a line, so that a change shows in the diff."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{baseline.drafter}.json"
    path.write_text(json.dumps(baseline.model_dump(mode="json"), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def refuse_other_cases(before: Baseline, after: Baseline) -> None:
    """Refuse to compare a model's run with a baseline of other cases or another model.

    Raises:
        BadInput: They differ.
    """
    if before.drafter_hash and (before.cases, before.drafter_hash) != (after.cases, after.drafter_hash):
        raise BadInput(f"The baseline of “{before.drafter}” is of other cases, prompts or another model.", _HOW)


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def describe(losses: Sequence[Loss]) -> str:
    """Return losses as lines to print."""
    lines = []
    for loss in losses:
        lines.append(f"- {loss.what}: {loss.says}{'' if loss.gates else ' (advice: its grader may not gate)'}")
        lines += [f"    {case}" for case in loss.cases]
    return "\n".join(lines)
