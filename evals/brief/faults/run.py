"""How many planted faults the checks of briefs stop, and what they say of briefs in which nothing is wrong.

coach eval brief --faults
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from coach.checks.brief import BriefGround, check_brief
from coach.models import Brief, Finding, Severity, Table
from evals.measuring.wilson import to_wilson

from .building import Made, make
from .grounding import lay_ground
from .shape import BaseBrief, Fault, FaultKind

Check = Callable[[Brief, BriefGround], Sequence[Finding]]
"""Says what is wrong with a brief."""
WANTED = (57, 60)
"""How many of how many are wanted."""


@dataclass(frozen=True)
class Missed:
    """A fault that nothing stopped."""

    id: str
    """Which."""
    kind: FaultKind
    """Of which kind."""
    says: str
    """What is wrong."""
    sentence: str
    """The sentence as it reads."""
    softer: tuple[str, ...]
    """What was said of it all the same, without stopping it: codes."""


@dataclass(frozen=True)
class FaultsReport:
    """What was caught, what was not, and what was said of good briefs."""

    planted: Mapping[FaultKind, int]
    """How many there are of each kind."""
    caught: Mapping[FaultKind, int]
    """How many of them were stopped."""
    codes: Mapping[FaultKind, Mapping[str, int]]
    """Under which criteria."""
    missed: tuple[Missed, ...]
    """Those that were not."""
    alarms: tuple[tuple[str, Finding], ...]
    """What stops a good brief, with its name."""
    bases: int
    """How many good briefs there are."""
    claims: int
    """How many claims they make."""

    def tables(self) -> list[Table]:
        """Return it as tables."""
        return [self._kinds(), self._missed(), self._alarms()]

    def _kinds(self) -> Table:
        rows = [
            (kind.value, f"{self.caught[kind]} of {n}", str(to_wilson(self.caught[kind], n)), _say(self.codes[kind]))
            for kind, n in self.planted.items()
        ]
        caught, n = sum(self.caught.values()), sum(self.planted.values())
        rows.append(("all", f"{caught} of {n}", str(to_wilson(caught, n)), f"aim: {WANTED[0]} of {WANTED[1]}"))
        return Table(title="Planted faults", head=("kind", "stopped", "share [95 %]", "under"), rows=tuple(rows))

    def _missed(self) -> Table:
        rows = tuple((item.id, item.says, item.sentence, " ".join(item.softer) or "–") for item in self.missed)
        return Table(title="Missed", head=("fault", "what is wrong", "how it reads", "said softly"), rows=rows)

    def _alarms(self) -> Table:
        rows = tuple((name, item.check, item.where, item.message) for name, item in self.alarms)
        pages = len({name for name, _ in self.alarms})
        places = len({(name, item.where) for name, item in self.alarms})
        title = f"False alarms: on {places} of {self.claims} claims, on {pages} of {self.bases} good briefs"
        return Table(title=title, head=("brief", "code", "where", "what it says"), rows=rows)


def _say(codes: Mapping[str, int]) -> str:
    return ", ".join(f"{code} {count}" for code, count in sorted(codes.items()))


def check_page(brief: Brief, ground: BriefGround) -> Sequence[Finding]:
    """Return what the product's checks say of a brief."""
    return check_brief(brief, ground).findings


def measure_faults(bases: Mapping[str, BaseBrief], faults: Sequence[Fault], check: Check = check_page) -> FaultsReport:
    """Hold every good brief and every faulty one against the checks.

    A fault is caught when something stops the page that does not stop it without the fault.
    """
    good = {name: make(base) for name, base in bases.items()}
    before = {name: _stops(made, check) for name, made in good.items()}
    planted = {kind: sum(fault.kind is kind for fault in faults) for kind in FaultKind}
    codes: dict[FaultKind, dict[str, int]] = {kind: {} for kind in FaultKind}
    missed = []
    for fault in faults:
        made = make(bases[fault.base], fault)
        found = [item for item in check(made.brief, lay_ground(made)) if item not in before[fault.base]]
        stops = {item.check for item in found if item.severity is Severity.STOP}
        for code in stops:
            codes[fault.kind][code] = codes[fault.kind].get(code, 0) + 1
        if not stops:
            missed.append(_to_missed(fault, made, good[fault.base], found))
    caught = {kind: n - sum(item.kind is kind for item in missed) for kind, n in planted.items()}
    alarms = tuple((name, item) for name, found in before.items() for item in found)
    claims = sum(item.kind.is_claim for made in good.values() for item in made.brief.sentences())
    return FaultsReport(planted, caught, codes, tuple(missed), alarms, len(bases), claims)


def _stops(made: Made, check: Check) -> list[Finding]:
    return [item for item in check(made.brief, lay_ground(made)) if item.severity is Severity.STOP]


def _to_missed(fault: Fault, made: Made, good: Made, found: Sequence[Finding]) -> Missed:
    untouched = good.brief.sentences()
    [changed] = [item for item in made.brief.sentences() if item not in untouched]
    softer = tuple(sorted({item.check for item in found if item.where == changed.id}))
    return Missed(fault.id, fault.kind, fault.says, changed.text, softer)
