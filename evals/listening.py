"""How far plans listen: what changes when another community's passages are put in their place.

    python -m evals.listening ../shared/corpora --home /tmp/listening

For each request of a community, a plan is drafted with its own passages and with those of every other community; all
else stays the same. Prints the share of the activity minutes that differ, how much of that names the passage that
changed it, and what still differs when the quoted words are covered.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean

from coach.jobs.plan import find_input
from coach.models import Activity, PlanRequest, SessionPlan, Step
from coach.ports import DraftInput
from coach.service import Coach
from coach.settings import Settings
from coach.wiring import build_coach

from .retrieval import take_in

REQUESTS = {
    "carpentries-posts": (
        "We want to be able to teach a short piece of the Git lesson out loud",
        "We want to be able to help learners who fall behind in a workshop",
        "We want to be able to run an online workshop in which people speak up",
    ),
    "kubernetes-contributors": (
        "We want to be able to write a review comment that a contributor can use",
        "We want to be able to write a page that gets a new contributor started",
        "We want to be able to run a meeting in which more than five people talk",
    ),
    "aimug-austin": (
        "We want to be able to run a hands-on lab on building agents",
        "We want to be able to welcome first-timers at a meetup",
    ),
    "geojupyter-2025": (
        "We want to be able to build a helper that other users can work with",
        "We want to be able to explain to new users what the extension is for",
    ),
    "nodejs-community": (
        "We want to be able to mentor a new contributor through a first change",
        "We want to be able to agree on a decision in a working group",
    ),
}
"""What members of each community might ask for."""


@dataclass(frozen=True)
class Swap:
    """One plan beside the same plan with another community's passages."""

    community: str
    """Whose request it is."""
    other: str
    """Whose passages were put in."""
    heard: int
    """How many of its own passages its activities take up; with none there is nothing to listen to."""
    minutes: int
    """All activity minutes."""
    changed: int
    """Those of steps that differ."""
    named: int
    """Those of changed steps that name a passage, in one plan or the other."""
    apart: int
    """Those that differ even when the quoted words are covered."""

    @property
    def share(self) -> float:
        """Return the share of the activity minutes that changed."""
        return self.changed / self.minutes


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measurement and print it."""
    parser = argparse.ArgumentParser(description="Measure how far plans listen.")
    parser.add_argument("corpora", type=Path, help="the folder with the corpora")
    parser.add_argument("--home", type=Path, required=True, help="where the measured database is kept")
    options = parser.parse_args(arguments)
    coach = build_coach(Settings(home=options.home))
    for name in REQUESTS:
        take_in(coach, options.corpora, name)
    swaps = measure(coach)
    coach.close()
    sys.stdout.write(render(swaps))
    return 0


def measure(coach: Coach, names: Collection[str] = tuple(REQUESTS), minutes: int = 90) -> list[Swap]:
    """Return every swap of every request between these communities."""
    found: list[Swap] = []
    for name in names:
        for outcome in REQUESTS[name]:
            request = PlanRequest(outcomes=(outcome,), minutes=minutes, people=14, newcomers=4, experts=2)
            inputs = {other: _input(coach, other, request) for other in names}
            found += [_swap(coach, name, other, inputs) for other in names if other != name]
    return found


def _input(coach: Coach, name: str, request: PlanRequest) -> DraftInput:
    return find_input(request, coach.community(name), coach.plan_tools(name))


def _swap(coach: Coach, name: str, other: str, inputs: dict[str, DraftInput]) -> Swap:
    own, theirs = inputs[name], inputs[other]
    drafter = coach.plan_tools(name).drafter
    with_own = drafter.draft_plan(own)
    swapped = drafter.draft_plan(replace(own, quotes=theirs.quotes, found=theirs.found))
    return compare(name, other, with_own, swapped)


def compare(name: str, other: str, plan: SessionPlan, swapped: SessionPlan) -> Swap:
    """Return what differs between a plan and the same one with other passages."""
    steps, others = _steps(plan), _steps(swapped)
    told, covered = {_told(step) for step, _ in others}, {_covered(step) for step, _ in others}
    changed = [(step, activity) for step, activity in steps if _told(step) not in told]
    other_patterns = {activity.pattern for _, activity in others}
    taken_up = {place for place, (step, _) in enumerate(others) if step.citations}
    named = [
        step
        for place, (step, activity) in enumerate(steps)
        if (step, activity) in changed
        and (step.citations or (activity.pattern not in other_patterns and activity.citations) or place in taken_up)
    ]
    return Swap(
        community=name,
        other=other,
        heard=sum(len(step.citations) for step, _ in steps),
        minutes=sum(step.minutes for step, _ in steps),
        changed=sum(step.minutes for step, _ in changed),
        named=sum(step.minutes for step in named),
        apart=sum(step.minutes for step, _ in steps if _covered(step) not in covered),
    )


def _steps(plan: SessionPlan) -> list[tuple[Step, Activity]]:
    return [(step, part) for part in plan.parts if isinstance(part, Activity) for step in part.steps]


def _told(step: Step) -> str:
    return f"{step.who}: {step.does}"


def _covered(step: Step) -> str:
    return re.sub(r"“[^”]*”|\(S\d+\)", "…", _told(step))


def render(swaps: Sequence[Swap]) -> str:
    """Return the figures as a Markdown table."""
    lines = [
        "| community | swaps | minutes changed, mean | least | of these named | changed with quotes covered |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    heard = [swap for swap in swaps if swap.heard]
    for name in dict.fromkeys(swap.community for swap in heard):
        lines.append(_row(name, [swap for swap in heard if swap.community == name]))
    deaf = len(swaps) - len(heard)
    note = (
        f"\nLeft out: {deaf} swaps of plans for which the community's own notes had nothing to say.\n" if deaf else ""
    )
    return "\n".join([*lines, _row("all", heard)]) + "\n" + note


def _row(name: str, swaps: Sequence[Swap]) -> str:
    changed = sum(swap.changed for swap in swaps)
    named = sum(swap.named for swap in swaps) / changed if changed else 0.0
    apart = sum(swap.apart for swap in swaps) / sum(swap.minutes for swap in swaps)
    shares = [swap.share for swap in swaps]
    return f"| {name} | {len(swaps)} | {mean(shares):.2f} | {min(shares):.2f} | {named:.2f} | {apart:.2f} |"


if __name__ == "__main__":
    raise SystemExit(main())
