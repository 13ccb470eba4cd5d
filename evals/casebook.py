"""The cases: what is asked of a drafter, in which community, and what a good answer must and must not do.

A file in `cases/` is one community, with its notes and the requests that are made in it. docs/evals.md tells how to
add one; `evals.case_lint` says what is wrong with one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatch
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import Field, ValidationError

from coach.errors import BadInput
from coach.models import Consent, Mode, PlanRequest, SuggestionKind, Visibility
from coach.models.base import Word

CASES = Path(__file__).parent / "cases"
"""Where our own cases lie."""


class Domain(StrEnum):
    """What a community is about, in the rough."""

    DIGITAL = "digital"
    HEALTH = "health"
    RESEARCH_SOFTWARE = "research_software"
    TEACHING = "teaching"
    ENGINEERING = "engineering"
    LOCAL_GOVERNMENT = "local_government"
    VOLUNTEERING = "volunteering"


class Stage(StrEnum):
    """How far a community has come (Wenger, McDermott and Snyder 2002)."""

    POTENTIAL = "potential"
    COALESCING = "coalescing"
    MATURING = "maturing"
    STEWARDSHIP = "stewardship"
    TRANSFORMATION = "transformation"


class Hard(StrEnum):
    """What makes a case hard on purpose."""

    NOTHING = "nothing"
    THIN = "thin"
    CONTRADICTORY = "contradictory"
    TEST_WISH = "test_wish"
    INJECTION = "injection"
    KPI_LEADER = "kpi_leader"
    DISTRESS = "distress"
    ALREADY_DO = "already_do"
    OTHER = "other"


class Evidence(StrEnum):
    """How much the notes hold on what is asked."""

    ENOUGH = "enough"
    SOME = "some"
    THIN = "thin"


class CaseCommunity(Word):
    """The community that a case happens in."""

    name: str
    """What its members call it; no two files share one."""
    domain: Domain
    """What it is about, in the rough."""
    about: str
    """Its shared concern, in one sentence."""
    people: str = ""
    """Who they are to each other, in one sentence."""
    practice: str = ""
    """What they do and make together, in one sentence."""
    stage: Stage = Stage.MATURING
    """How far it has come."""
    size: int = Field(default=20, ge=2)
    """How many people it has."""


class CaseNote(Word):
    """One note of the community."""

    name: str
    """Its file name, such as `2026-03-12-meeting.md`."""
    text: str
    """Its words, verbatim."""
    visibility: Visibility = Visibility.MEMBERS
    """Who may read it."""
    consent: Consent = Consent.INSIDE
    """How it may be quoted."""


class OutcomeAsk(Word):
    """Outcomes to choose from are wanted."""

    about: str = ""
    """What they should be about; anything when left out."""
    count: int = 4
    """How many."""


class PartAsk(Word):
    """One activity, or one review, is wanted for an outcome."""

    outcome: str
    """What people want to be able to do."""
    minutes: int = Field(default=90, ge=30)
    """The length of the whole session."""
    people: int = Field(default=12, ge=2)
    """How many come."""
    mode: Mode = Mode.IN_PERSON
    """How they meet."""
    newcomers: int = 0
    """How many are new."""
    experts: int = 0
    """How many know this well."""
    work: str = ""
    """For a review: what lies on the table."""


class Turn(Word):
    """Something that was said earlier."""

    who: Literal["person", "coach"]
    """Who said it."""
    text: str
    """What."""


class CoachingAsk(Word):
    """Somebody asks for facilitation coaching."""

    message: str
    """What they write."""
    mode: Literal["ten_minutes", "think", "went_wrong", "grow"] = "think"
    """Which door they came in by."""
    earlier: tuple[Turn, ...] = ()
    """What was said before, oldest first."""


class BriefAsk(Word):
    """A lead wants a page for somebody senior."""

    reader: str
    """Who it is for."""
    start: dt.date | None = None
    """From when on."""
    end: dt.date | None = None
    """Until when."""
    question: str = ""
    """What the reader wants to know, in their words."""


class Rule(Word):
    """One thing that a good answer must, or must not, do."""

    says: str
    """What, in one plain sentence that a reader can judge by."""
    contains: tuple[str, ...] = ()
    """Regular expressions, without regard to case: the answer's text has one of them. A machine judges by it."""
    quotes: str = ""
    """The name of a note: the answer quotes it."""
    words: int | None = None
    """The answer is longer than so many words; for `must_not`."""

    @property
    def is_mechanical(self) -> bool:
        """Say whether a machine can tell without judging."""
        return bool(self.contains or self.quotes or self.words)


class _Case(Word):
    id: str
    """A short unique name, lower case with hyphens."""
    hard: Hard = Hard.NOTHING
    """What makes it hard on purpose."""
    note: str = ""
    """Why this case is here, for whoever reads a report."""
    evidence: Evidence = Evidence.ENOUGH
    """How much the notes hold on what is asked."""
    must: tuple[Rule, ...] = Field(min_length=1)
    """What a good answer does."""
    must_not: tuple[Rule, ...] = Field(min_length=1)
    """What it does not."""


class OutcomeCase(_Case):
    """Outcomes are wanted."""

    kind: Literal[SuggestionKind.OUTCOME]
    """Which kind of case this is."""
    request: OutcomeAsk
    """What is asked."""


class ActivityCase(_Case):
    """An activity is wanted."""

    kind: Literal[SuggestionKind.ACTIVITY]
    """Which kind of case this is."""
    request: PartAsk
    """What is asked."""


class ReviewCase(_Case):
    """A review is wanted."""

    kind: Literal[SuggestionKind.REVIEW]
    """Which kind of case this is."""
    request: PartAsk
    """What is asked."""


class PlanCase(_Case):
    """A plan is wanted."""

    kind: Literal[SuggestionKind.PLAN]
    """Which kind of case this is."""
    request: PlanRequest
    """What is asked."""


class CoachingCase(_Case):
    """Coaching is wanted."""

    kind: Literal[SuggestionKind.COACHING]
    """Which kind of case this is."""
    request: CoachingAsk
    """What is asked."""


class BriefCase(_Case):
    """A brief is wanted."""

    kind: Literal[SuggestionKind.BRIEF]
    """Which kind of case this is."""
    request: BriefAsk
    """What is asked."""


AnyCase = Annotated[
    OutcomeCase | ActivityCase | ReviewCase | PlanCase | CoachingCase | BriefCase, Field(discriminator="kind")
]


class CaseFile(Word):
    """One community with its notes and what is asked in it."""

    community: CaseCommunity
    """The community."""
    notes: tuple[CaseNote, ...] = ()
    """What it wrote."""
    cases: tuple[AnyCase, ...] = Field(min_length=1)
    """What is asked."""


@dataclass(frozen=True)
class Case:
    """A case with the community that it happens in."""

    asked: AnyCase
    """What is asked, and what a good answer does."""
    file: CaseFile
    """The community around it."""

    @property
    def id(self) -> str:
        """Return its unique name."""
        return self.asked.id

    @property
    def kind(self) -> SuggestionKind:
        """Return what is wanted."""
        return self.asked.kind


def read_cases(folder: Path = CASES, pattern: str = "*") -> list[Case]:
    """Return the cases of a folder whose id or kind, or whose file's name, fits a pattern such as `plan*`.

    Raises:
        BadInput: A file is no case file, or no case fits.
    """
    found = [
        case
        for path in sorted(folder.glob("*.yaml"))
        for case in to_cases(read_case_file(path))
        if any(fnmatch(name, pattern) for name in (case.id, case.kind.value, path.stem))
    ]
    if not found:
        raise BadInput(f"No case fits “{pattern}”.", "Name a kind (plan), a case's id, or a pattern such as *onboard*.")
    return found


def read_case_file(path: Path) -> CaseFile:
    """Return one community's cases; raise BadInput with the first places that are wrong."""
    try:
        return CaseFile.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError) as error:
        raise BadInput(f"{path.name} cannot be read: {error}", "It is a YAML file; docs/evals.md shows one.") from error
    except ValidationError as error:
        places = [f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors()[:5]]
        raise BadInput(f"{path.name} is no case file: {'; '.join(places)}.", "docs/evals.md shows one.") from error


def to_cases(file: CaseFile) -> list[Case]:
    """Return each case of a file with its community."""
    return [Case(asked, file) for asked in file.cases]


def files_of(cases: Iterable[Case]) -> Sequence[CaseFile]:
    """Return the communities that some cases happen in, each once."""
    return list({case.file.community.name: case.file for case in cases}.values())
