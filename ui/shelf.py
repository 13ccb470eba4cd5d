"""What lies on a community's desk: versions of a plan, of a series and of outcomes, with the one that is open."""

from __future__ import annotations

from dataclasses import dataclass, field

from coach.models import CheckResult, Citation, OutcomesResult, PlanResult, RewritesResult, Series


@dataclass
class Shelf:
    """The versions of a plan that were drafted, and which one is open."""

    versions: list[PlanResult] = field(default_factory=list)
    """In the order they were drafted."""
    at: int = -1
    """The open one."""
    own: list[frozenset[str]] = field(default_factory=list)
    """For each version, the ids of the parts that hold a person's own words."""
    editing: str = ""
    """The id of the part whose editor is open; empty when none is."""
    asking: str = ""
    """The id of the part of which another draft is about to be asked for; empty when none is."""
    redrafting: str = ""
    """The id of the part that is being drafted again; empty when none is."""

    @property
    def open(self) -> PlanResult | None:
        """Return the open version, if there is any."""
        return self.versions[self.at] if self.versions else None

    @property
    def drafted(self) -> PlanResult | None:
        """Return the open version as it was drafted, before a person put parts of it into their own words."""
        now = self.open
        if now is None or not self.own_parts:
            return now
        pairs = zip(self.versions, self.own, strict=True)
        return next((one for one, own in pairs if not own and one.plan.citations == now.plan.citations), now)

    @property
    def own_parts(self) -> frozenset[str]:
        """Return the ids of the parts of the open version that hold a person's own words."""
        return self.own[self.at] if self.own else frozenset()

    def put(self, result: PlanResult, own: frozenset[str] = frozenset()) -> None:
        """Lay a new version on top and open it."""
        self.versions.append(result)
        self.own.append(own)
        self.go_to(len(self.versions) - 1)

    def go_to(self, version: int) -> None:
        """Open a version, and close what stood open in the one before."""
        self.at = min(max(version, 0), len(self.versions) - 1)
        self.editing = self.asking = ""


@dataclass
class SeriesShelf:
    """The versions of a series that were drafted, and whether the page shows it or a single plan."""

    versions: list[Series] = field(default_factory=list)
    """In the order they were drafted."""
    seeds: list[int] = field(default_factory=list)
    """The seed of each version."""
    at: int = -1
    """The open one."""
    is_shown: bool = False
    """Whether the page shows the series rather than a single plan."""

    @property
    def open(self) -> Series | None:
        """Return the open version, if there is any."""
        return self.versions[self.at] if self.versions else None

    def put(self, series: Series, seed: int) -> None:
        """Lay a new version on top, open and show it."""
        self.versions.append(series)
        self.seeds.append(seed)
        self.go_to(len(self.versions) - 1)
        self.is_shown = True

    def go_to(self, version: int) -> None:
        """Open a version."""
        self.at = min(max(version, 0), len(self.versions) - 1)


@dataclass(frozen=True)
class OutcomesSet:
    """One set of outcomes that was proposed."""

    result: OutcomesResult
    """What was proposed, or what to ask where the notes say too little."""
    seed: int = 0
    """The seed it came from."""
    notes: frozenset[str] = frozenset()
    """The ids of the notes that were here then."""

    @property
    def quoted(self) -> tuple[Citation, ...]:
        """Return every quote in it."""
        proposed = [source for one in self.result.outcomes for source in one.citations]
        return (*proposed, *self.result.heard)


@dataclass
class OutcomesShelf:
    """The sets of outcomes that the notes suggested on one subject, and which one is open."""

    about: str = ""
    """The subject; empty for anything."""
    sets: list[OutcomesSet] = field(default_factory=list)
    """In the order they were proposed."""
    at: int = -1
    """The open one."""
    checked: dict[str, CheckResult] = field(default_factory=dict)
    """What the checks said of sentences, so that two hundred of them are not read again at every press."""
    rewrites: dict[str, RewritesResult] = field(default_factory=dict)
    """Other wordings of people's own outcomes, by their own wording."""
    rewriting: str = ""
    """The wording that is being said otherwise just now."""
    rewrite_seeds: dict[str, int] = field(default_factory=dict)
    """The last seed that other ways to say it were asked for with, by one's own wording."""

    @property
    def open(self) -> OutcomesSet | None:
        """Return the open set, if there is any."""
        return self.sets[self.at] if self.sets else None

    @property
    def texts(self) -> frozenset[str]:
        """Return every sentence that was proposed."""
        return frozenset(outcome.text for one in self.sets for outcome in one.result.outcomes)

    def begin(self, about: str) -> None:
        """Put away what was proposed, and turn to a subject."""
        self.about, self.sets, self.at = about, [], -1

    def put(self, one: OutcomesSet) -> None:
        """Lay a set on top and open it."""
        self.sets.append(one)
        self.go_to(len(self.sets) - 1)

    def go_to(self, place: int) -> None:
        """Open a set."""
        self.at = min(max(place, 0), len(self.sets) - 1)
