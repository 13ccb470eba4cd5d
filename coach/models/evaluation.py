"""What an evaluation says: samples, grades, figures, and how far each grader can be trusted.

Shared by the suite that measures and the page that reads its reports. A grade is 0 (not met), 1 (partly) or 2 (met),
of a suggestion and never of a person; what could not be graded has no value, and is counted beside every figure.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from .base import Word


class SuggestionKind(StrEnum):
    """What a drafter can be asked for."""

    OUTCOME = "outcome"
    ACTIVITY = "activity"
    REVIEW = "review"
    PLAN = "plan"
    COACHING = "coaching"
    BRIEF = "brief"


class GradeStatus(StrEnum):
    """How a grade came out."""

    GRADED = "graded"
    UNGRADED = "ungraded"
    """Does not apply, or cannot be told: neither right nor wrong."""
    VOID = "void"
    """A judge's verdict whose quote stands nowhere."""
    ERROR = "error"
    """The grader failed."""


class TrustBand(StrEnum):
    """What a grader may be used for (Landis and Koch 1977): its weighted kappa against the labels."""

    GATES = "gates"
    """.61 and above."""
    ADVISES = "advises"
    """.41 to .60."""
    DROPPED = "dropped"
    """Below .41."""
    UNMEASURED = "unmeasured"
    """No labels, or too few, to say."""
    BY_DEFINITION = "by definition"
    """A count or a comparison that needs no judgement: minutes that add up, a quote that stands in its note."""


class Grade(Word):
    """One grader's word on one criterion of one suggestion."""

    code: str
    """The criterion, such as `A1`."""
    grader: str
    """Who graded: `checks`, `rules`, `evidence`, `numbers` or `judge:MODEL`."""
    status: GradeStatus = GradeStatus.GRADED
    """Whether there is a value."""
    value: int | None = Field(default=None, ge=0, le=2)
    """0 not met, 1 partly, 2 met; nothing unless graded."""
    reason: str = ""
    """Why, in a sentence."""
    quote: str = ""
    """The words that it rests on, verbatim."""


class Sample(Word):
    """What a drafter answered to one case, once, and how it was graded."""

    id: str
    """Case and repeat: `plan-hospice-voices#0`."""
    case: str
    """The case's id."""
    kind: SuggestionKind
    """What was wanted."""
    community: str
    """In which community."""
    domain: str = ""
    """What the community is about, in the rough."""
    hard: str = ""
    """What makes the case hard on purpose; empty when nothing does."""
    asked: str
    """What was asked, as a reader needs it."""
    text: str
    """The suggestion as a person would read it, in Markdown; empty when there is none."""
    words: int = 0
    """Its length."""
    error: str = ""
    """Why there is none."""
    seconds: float = 0.0
    """How long drafting took; 0 when it came from the cache."""
    cached: bool = False
    """Whether it came from the cache."""
    grades: tuple[Grade, ...] = ()
    """All graders' words."""


class Trust(Word):
    """How far a grader agrees with people, or whoever labelled, on one criterion."""

    band: TrustBand = TrustBand.UNMEASURED
    """What it may be used for."""
    kappa: float | None = None
    """Linearly weighted kappa against the labels: the mean over the labellers."""
    low: float | None = None
    """Lower end of its 95 % interval."""
    high: float | None = None
    """Upper end."""
    n: int = 0
    """How many labelled suggestions it was measured on."""
    labellers: float | None = None
    """Kappa of the labellers with each other, on the same criterion: about the best a grader can reach."""
    labellers_n: int = 0
    """On how many."""


class CriterionFigure(Word):
    """One criterion over all samples that it applies to."""

    code: str
    """The criterion, such as `A1`."""
    title: str
    """What it asks, in a few words."""
    kind: SuggestionKind
    """Of which kind of suggestion."""
    grader: str
    """Who graded."""
    n: int
    """Graded suggestions."""
    ungraded: int = 0
    """Where it does not apply, or could not be told."""
    void: int = 0
    """Verdicts that rested on words that stand nowhere."""
    errors: int = 0
    """Where the grader failed."""
    mean: float | None = None
    """The mean grade, 0 to 2; nothing when none was graded."""
    low: float | None = None
    """Lower end of its 95 % bootstrap interval over cases."""
    high: float | None = None
    """Upper end."""
    met: float | None = None
    """The share graded 2."""
    trust: Trust = Trust()
    """How far to believe it."""


class Aim(Word):
    """One line of the bar that the playbook has to clear."""

    code: str
    """A short name."""
    says: str
    """What is wanted, in one sentence."""
    value: float | None
    """The share, or the count, that was reached; nothing when there was nothing to count."""
    wanted: float
    """The least (or, for counts of what must not be, the most) that is wanted."""
    at_most: bool = False
    """Whether `wanted` is an upper limit."""
    n: int
    """Over how many."""

    @property
    def is_met(self) -> bool:
        """Say whether it is reached; with nothing to count it is not."""
        if self.value is None:
            return False
        return self.value <= self.wanted if self.at_most else self.value >= self.wanted


class Table(Word):
    """A table that a report carries along, such as the one of mutations."""

    title: str
    """What it shows."""
    says: str = ""
    """How to read it, in a sentence or two."""
    head: tuple[str, ...]
    """The columns."""
    rows: tuple[tuple[str, ...], ...]
    """The rows, as text."""


class LengthFigure(Word):
    """How long a kind's suggestions are, in words: longer ones please judges without being better."""

    kind: SuggestionKind
    """Which kind."""
    n: int
    """How many suggestions."""
    median: int
    """The middle one."""
    most: int
    """The longest."""


class EvalReport(Word):
    """One run of one drafter over some cases, with everything needed to read it again."""

    id: str
    """The run's name: its folder."""
    drafter: str
    """Who drafted: `playbook`, a model's name, or the answers' file."""
    prompts: dict[str, str] = Field(default_factory=dict)
    """Which prompt version was used for which task, where a model drafted."""
    judge: str = ""
    """The judging model; empty when there was none."""
    judge_is_kin: bool = False
    """Whether judge and drafter are of one family: then its figures flatter."""
    made_at: str
    """When, in UTC, ISO 8601."""
    version: str
    """The product's version."""
    cases: int
    """How many cases."""
    repeat: int = 1
    """How often each was drafted."""
    seconds: float = 0.0
    """Wall time of the run."""
    peak_mb: float = 0.0
    """Peak memory of the process, in MB."""
    cost_usd: float | None = None
    """What the calls cost; nothing when no price is known."""
    figures: tuple[CriterionFigure, ...]
    """Each criterion of each kind."""
    aims: tuple[Aim, ...] = ()
    """The bar."""
    lengths: tuple[LengthFigure, ...] = ()
    """How long the suggestions are."""
    tables: tuple[Table, ...] = ()
    """How far the graders themselves can be trusted: agreement, mutations."""
    unanswered: dict[str, int] = Field(default_factory=dict)
    """Cases without an answer, by the reason."""
    samples: tuple[Sample, ...] = ()
    """Every suggestion with its grades."""


class Difference(Word):
    """One criterion in two runs, case by case."""

    code: str
    """The criterion."""
    title: str
    """What it asks."""
    kind: SuggestionKind
    """Of which kind of suggestion."""
    grader: str
    """Who graded."""
    n: int
    """Cases graded in both."""
    before: float
    """Mean in the first."""
    after: float
    """Mean in the second, over the same cases."""
    change: float
    """After minus before."""
    low: float
    """Lower end of the change's 95 % interval, by paired bootstrap over cases."""
    high: float
    """Upper end."""
    better: int = 0
    """Cases in which the second is better."""
    worse: int = 0
    """Cases in which it is worse."""

    @property
    def is_beyond_noise(self) -> bool:
        """Say whether the interval leaves out nought."""
        return self.low > 0 or self.high < 0


class Pair(Word):
    """One case in two runs, side by side."""

    case: str
    """The case."""
    kind: SuggestionKind
    """What was wanted."""
    asked: str
    """What was asked."""
    change: float
    """The sum of changed grades: below nought, it got worse."""
    changed: tuple[str, ...]
    """Which criteria changed, each as `A1: 2 → 0, reason`."""
    before: str
    """The first suggestion."""
    after: str
    """The second."""
    before_words: int = 0
    """Its length."""
    after_words: int = 0
    """Its length."""


class EvalComparison(Word):
    """Two runs over the cases that they share."""

    before: str
    """The first run."""
    after: str
    """The second."""
    before_drafter: str
    """Who drafted the first."""
    after_drafter: str
    """Who drafted the second."""
    shared: int
    """How many cases both answered."""
    only_before: int = 0
    """Answered in the first alone."""
    only_after: int = 0
    """Answered in the second alone."""
    differences: tuple[Difference, ...]
    """Criterion by criterion, the worst loss first."""
    left_out: int = 0
    """Criteria that were left out, since their graders do not agree with readers."""
    pairs: tuple[Pair, ...]
    """Case by case, the worst first."""


class EvalListed(Word):
    """A report in a list."""

    id: str
    """Its name."""
    drafter: str
    """Who drafted."""
    made_at: str
    """When."""
    cases: int
    """How many cases."""
    aims_met: int = 0
    """Lines of the bar that are reached."""
    aims: int = 0
    """Lines of the bar."""
    labels: int = 0
    """How many labels people have given to its samples."""


class LabelCriterion(Word):
    """What somebody who labels is asked, one criterion at a time."""

    code: str
    """The criterion."""
    kind: SuggestionKind
    """Of which kind of suggestion."""
    question: str
    """What to look for."""
    anchors: tuple[str, str, str]
    """What 0, 1 and 2 look like."""


class LabelItem(Word):
    """A suggestion to label, without a word of where it comes from."""

    id: str
    """Its name, which says nothing of its source."""
    kind: SuggestionKind
    """What it is."""
    asked: str
    """What was asked."""
    text: str
    """The suggestion."""


class Label(Word):
    """One person's word on one criterion of one suggestion."""

    item: str
    """The suggestion."""
    code: str
    """The criterion."""
    value: int | None = Field(default=None, ge=0, le=2)
    """0, 1 or 2; nothing for "can't tell"."""
    by: str
    """Who labelled, or what: a name, or `model: …`."""
