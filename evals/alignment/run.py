"""How well alignment is read off plans that are not ours.

    python -m evals.alignment.run [--half odd|even|all] [--wrong]

Sixty session plans by other hands (`plans/`), each labelled twice on the three links, 0 to 2, by readers who had not
seen the checks (`labels/`). Prints how far the readers agree with each other and how far the checks agree with both,
for each link and for what matters: is a plan with a missing link stopped, and is an aligned one left alone?

The checks were written with the odd plans in view. Nobody who wrote them read an even one, so their figures stand
apart and `--wrong`, which lists the plans on which the checks and both readers differ, never names one of them. Their
totals were looked at while rules were chosen, so the even figures too are kinder than those of plans quite unseen.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from coach.checks import derive_alignment
from coach.models import LinkKind, SessionPlan
from coach.playbook import load_playbook
from evals.measuring.agreement import measure_agreement

HERE = Path(__file__).parent
LINKS = (LinkKind.OUTCOME_ACTIVITY, LinkKind.ACTIVITY_REVIEW, LinkKind.OUTCOME_REVIEW)
HALVES = {"odd": 1, "even": 0}
"""What is left of a plan's number, divided by two: the checks were written with the odd ones in view."""
NAMES = {"outcome_activity": "O-A", "activity_review": "A-R", "outcome_review": "O-R"}
Labels = Mapping[str, tuple[int, int, int]]
"""By plan, the three links' labels."""


@dataclass(frozen=True)
class Read:
    """One plan with what two readers and the checks say of its links."""

    plan: str
    """The plan's number."""
    first: tuple[int, int, int]
    """The first reader."""
    second: tuple[int, int, int]
    """The second reader."""
    ours: tuple[int, int, int]
    """The checks."""

    @property
    def is_broken(self) -> bool:
        """Say whether both readers miss a link altogether."""
        return 0 in self.first and 0 in self.second

    @property
    def is_whole(self) -> bool:
        """Say whether both readers find the plan aligned: 5 or 6 of 6, no link missing."""
        return min(sum(self.first), sum(self.second)) >= 5 and 0 not in (*self.first, *self.second)

    @property
    def is_stopped(self) -> bool:
        """Say whether the checks miss a link altogether."""
        return 0 in self.ours

    @property
    def is_doubted(self) -> bool:
        """Say whether the checks stop it or find its links too weak."""
        return self.is_stopped or sum(self.ours) < 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measurement and print it."""
    parser = argparse.ArgumentParser(description="Measure alignment on plans that are not ours.")
    parser.add_argument("--half", choices=(*HALVES, "all"), default="all", help="which plans; all prints both halves")
    parser.add_argument("--wrong", action="store_true", help="list the odd plans on which checks and readers differ")
    options = parser.parse_args(arguments)
    reads = read_all()
    for half in HALVES if options.half == "all" else (options.half,):
        sys.stdout.write(f"## {half.capitalize()} plans\n\n{render(take_half(reads, half))}\n")
    if options.half == "all":
        sys.stdout.write(f"## All plans\n\n{render(reads)}\n")
    if options.wrong:
        sys.stdout.writelines(f"{line}\n" for line in list_wrong(reads))
    return 0


def take_half(reads: Sequence[Read], half: str) -> list[Read]:
    """Return the plans with odd numbers, or those with even ones."""
    return [read for read in reads if int(read.plan) % 2 == HALVES[half]]


def list_wrong(reads: Sequence[Read]) -> list[str]:
    """Return a line for each odd plan on which the checks differ from both readers; the even ones stay unseen."""
    return [
        f"{read.plan}: checks {read.ours}, readers {read.first} and {read.second}"
        for read in take_half(reads, "odd")
        if read.ours not in (read.first, read.second)
    ]


def read_all() -> list[Read]:
    """Return every plan with the three readings."""
    first, second = read_labels("first"), read_labels("second")
    return [Read(name, first[name], second[name], read_ours(plan)) for name, plan in read_plans().items()]


@cache
def read_plans() -> Mapping[str, SessionPlan]:
    """Return the plans by number."""
    return {
        file.stem: SessionPlan.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
        for file in sorted((HERE / "plans").glob("*.yaml"))
    }


def read_labels(name: str) -> Labels:
    """Return one reader's labels."""
    with (HERE / "labels" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["plan"].zfill(3): (
                int(row["outcome_activity"]),
                int(row["activity_review"]),
                int(row["outcome_review"]),
            )
            for row in csv.DictReader(file)
        }


def read_ours(plan: SessionPlan) -> tuple[int, int, int]:
    """Return the checks' three links of the first outcome."""
    links = derive_alignment(plan, load_playbook().lexicon)[0].links
    one, two, three = (links[kind].value for kind in LINKS)
    return one, two, three


def render(reads: Sequence[Read]) -> str:
    """Return the figures as Markdown."""
    lines = ["| link | readers with each other | checks with the first | checks with the second |", "|---|---|---|---|"]
    for place, kind in enumerate(LINKS):
        one, other, ours = ([getattr(read, who)[place] for read in reads] for who in ("first", "second", "ours"))
        cells = (measure_agreement(one, other), measure_agreement(one, ours), measure_agreement(other, ours))
        lines.append(f"| {NAMES[kind.value]} | {' | '.join(str(cell) for cell in cells)} |")
    broken, whole = [read for read in reads if read.is_broken], [read for read in reads if read.is_whole]
    stopped, doubted = sum(read.is_stopped for read in broken), sum(read.is_doubted for read in broken)
    halted, alarms = sum(read.is_stopped for read in whole), sum(read.is_doubted for read in whole)
    return "\n".join(
        [
            *lines,
            "",
            f"Plans in which both readers miss a link: {len(broken)}; stopped {stopped}, stopped or doubted {doubted}.",
            f"Plans that both readers find aligned: {len(whole)}; stopped {halted}, stopped or doubted {alarms}.",
            "",
        ]
    )


if __name__ == "__main__":
    raise SystemExit(main())
