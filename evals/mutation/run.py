"""How much of the damage to good plans the checks see, and how often they speak where nothing was damaged.

    python -m evals.mutation.run [--plans N] [--seed N] [--corpora FOLDER] [--home FOLDER] [--json]

Every kind is tried once on every plan. Caught means a new finding that stops or is worth mending, under one of the
codes that the kind harms; questions do not count.

`known` was written by those who wrote the checks; `blind` by somebody who had not read them, and has been worked with
since; `fresh` by somebody who had read neither, and the checks are never changed for it. Only `fresh` says what to
expect of damage that nobody has thought of.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random

from coach.models import CheckResult, Finding, SessionPlan, Severity
from coach.settings import Settings
from coach.wiring import build_coach

from .damages import DAMAGES
from .drafts import Draft, draft_plans, open_communities
from .kinds import Damage

Check = Callable[[SessionPlan, str], CheckResult]
_SAME = {"O-A": "S1", "A-R": "S1", "O-R": "S1", "S7": "S2"}
"""The three links are S1; the open slot of S7 may be the slack of S2."""
_SURE = 1.96


@dataclass(frozen=True)
class Row:
    """One kind of damage and how much of it was seen."""

    kind: str
    half: str
    harms: tuple[str, ...]
    n: int
    caught: int
    recall: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Alarms:
    """What the checks say of plans that nobody damaged."""

    plans: int
    findings: int
    per_plan: float
    plans_with_any: int
    share: float
    by_code: dict[str, int]
    examples: tuple[str, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Draft, damage, check, and print the table."""
    options = _read_options(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        coach = build_coach(Settings(home=options.home or Path(scratch)))
        names = open_communities(coach, options.corpora)
        drafts = draft_plans(coach, names, options.plans, Random(options.seed))  # noqa: S311  # a repeatable spread
        rows = [row for half, kinds in read_halves() for row in measure(drafts, kinds, coach.check_plan, half)]
        alarms = count_alarms(drafts, coach.check_plan)
        coach.close()
    shown = to_json(rows, alarms, names) if options.json else to_markdown(rows, alarms, names)
    sys.stdout.write(f"{shown}\n")
    return 0


def measure(drafts: Sequence[Draft], kinds: Iterable[Damage], check: Check, half: str) -> list[Row]:
    """Return a row for each kind, over all plans to which it applies."""
    before = [_noticed(check(draft.plan, draft.community)) for draft in drafts]
    return [_measure_kind(kind, half, list(zip(drafts, before, strict=True)), check) for kind in kinds]


def _measure_kind(kind: Damage, half: str, plans: Sequence[tuple[Draft, frozenset[Finding]]], check: Check) -> Row:
    wanted = {_SAME.get(code, code) for code in kind.harms}
    n = caught = 0
    for place, (draft, before) in enumerate(plans):
        damaged = kind.apply(draft.plan, Random(f"{kind.name} {place}"))  # noqa: S311  # the same damage each time
        if damaged is None:
            continue
        n += 1
        new = _noticed(check(damaged, draft.community)) - before
        caught += any(_SAME.get(finding.check, finding.check) in wanted for finding in new)
    low, high = wilson(caught, n)
    return Row(kind.name, half, kind.harms, n, caught, caught / n if n else None, low, high)


def count_alarms(drafts: Sequence[Draft], check: Check) -> Alarms:
    """Count what is said of the plans as they were drafted."""
    found = [(draft, finding) for draft in drafts for finding in _noticed(check(draft.plan, draft.community))]
    alarmed = {id(draft) for draft, _ in found}
    codes = Counter(finding.check for _, finding in found)
    said = Counter(f"{finding.check} ({finding.where}): {finding.message}" for _, finding in found)
    plans = len(drafts)
    return Alarms(
        plans=plans,
        findings=len(found),
        per_plan=len(found) / plans if plans else 0.0,
        plans_with_any=len(alarmed),
        share=len(alarmed) / plans if plans else 0.0,
        by_code=dict(codes.most_common()),
        examples=tuple(f"{count} × {text}" for text, count in said.most_common(12)),
    )


def wilson(hits: int, n: int) -> tuple[float | None, float | None]:
    """Return Wilson's 95 % interval of a share, or nothing without cases."""
    if not n:
        return None, None
    share, z2 = hits / n, _SURE**2
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    width = _SURE * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return max(0.0, middle - width), min(1.0, middle + width)


def _noticed(result: CheckResult) -> frozenset[Finding]:
    return frozenset(finding for finding in result.findings if finding.severity is not Severity.QUESTION)


def read_halves() -> list[tuple[str, Sequence[Damage]]]:
    """Return the halves that are there, each with its kinds."""
    halves: list[tuple[str, Sequence[Damage]]] = [("known", DAMAGES)]
    for name in ("blind", "fresh"):
        if find_spec(f"evals.mutation.{name}") is not None:
            module = import_module(f"evals.mutation.{name}")
            halves.append((name, getattr(module, name.upper(), None) or module.DAMAGES))
    return halves


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--plans", type=int, default=60, help="how many plans to draft (60)")
    parser.add_argument("--seed", type=int, default=0, help="another seed drafts other plans")
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="folders of real notes, if any")
    parser.add_argument("--home", type=Path, help="where to keep what was taken in, for the next time")
    parser.add_argument("--json", action="store_true", help="print JSON instead of Markdown")
    return parser.parse_args(arguments)


def to_json(rows: Sequence[Row], alarms: Alarms, names: Sequence[str]) -> str:
    """Return the whole measurement as JSON."""
    whole = {"communities": list(names), "kinds": [asdict(row) for row in rows], "alarms": asdict(alarms)}
    whole["halves"] = [asdict(_sum_up(half, rows)) for half in dict.fromkeys(row.half for row in rows)]
    return json.dumps(whole, indent=2, ensure_ascii=False)


def to_markdown(rows: Sequence[Row], alarms: Alarms, names: Sequence[str]) -> str:
    """Return the whole measurement as a Markdown table."""
    lines = ["| kind | half | harms | n | recall | 95 % |", "|---|---|---|---|---|---|"]
    lines += [_line(row) for row in rows]
    lines += [_line(_sum_up(half, rows)) for half in dict.fromkeys(row.half for row in rows)]
    low, high = wilson(alarms.plans_with_any, alarms.plans)
    lines += [
        "",
        f"Untouched: {alarms.plans} plans over {', '.join(names)}; {alarms.per_plan:.2f} findings a plan; "
        f"{alarms.plans_with_any} plans with any ({_percent(alarms.share)}, {_percent(low)} to {_percent(high)}).",
        *(f"- {text}" for text in alarms.examples),
    ]
    return "\n".join(lines)


def _line(row: Row) -> str:
    within = f"{_percent(row.low)} to {_percent(row.high)}" if row.n else "no plan to damage"
    return f"| {row.kind} | {row.half} | {' '.join(row.harms)} | {row.n} | {_percent(row.recall)} | {within} |"


def _sum_up(half: str, rows: Sequence[Row]) -> Row:
    own = [row for row in rows if row.half == half]
    n, caught = sum(row.n for row in own), sum(row.caught for row in own)
    return Row("all kinds", half, (), n, caught, caught / n if n else None, *wilson(caught, n))


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f} %"


if __name__ == "__main__":
    sys.exit(main())
