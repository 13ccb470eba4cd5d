"""Reports made by hand: small, whole, with everything in them that a real run can hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import fmean

from coach.models import (
    Aim,
    CriterionFigure,
    EvalReport,
    Grade,
    GradeStatus,
    LabelCriterion,
    LengthFigure,
    Sample,
    SuggestionKind,
    Table,
    Trust,
    TrustBand,
)
from evals.measuring.intervals import bootstrap_mean

EVIL = "<script>document.title = 'taken'</script> ![x](https://evil.example/p.png) [press](https://evil.example)"
JUDGE = "judge:made-up-model"
TITLES = {
    "A1": "members do the outcome's verb",
    "A2": "real, unfinished work",
    "A3": "leaves a trace",
    "N1": "the minutes add up",
    "O2": "one observable main verb",
    "O4": "noticeable in the work",
    "X1": "no test or KPI language",
}
TRUSTS = {
    ("checks", "A1"): Trust(
        band=TrustBand.GATES, kappa=0.68, low=0.52, high=0.81, n=60, labellers=0.74, labellers_n=60
    ),
    ("checks", "A2"): Trust(
        band=TrustBand.ADVISES, kappa=0.49, low=0.31, high=0.66, n=60, labellers=0.58, labellers_n=60
    ),
    (JUDGE, "A2"): Trust(band=TrustBand.ADVISES, kappa=0.55, low=0.38, high=0.7, n=60, labellers=0.58, labellers_n=60),
    (JUDGE, "A3"): Trust(band=TrustBand.DROPPED, kappa=0.22, low=0.04, high=0.41, n=60, labellers=0.61, labellers_n=60),
    ("numbers", "N1"): Trust(band=TrustBand.BY_DEFINITION),
    ("rules", "X1"): Trust(band=TrustBand.BY_DEFINITION),
}
AGREEMENT = Table(
    title="How far the graders agree with the labels",
    says="Linearly weighted kappa on suggestions that two people labelled without knowing where they came from.",
    head=("kind", "criterion", "grader", "n", "kappa", "readers", "may be used"),
    rows=(
        ("activity", "A1", "checks", "60", "0.68 [0.52, 0.81]", "0.74", "gates"),
        ("activity", "A2", JUDGE, "60", "0.55 [0.38, 0.70]", "0.58", "advises"),
        ("activity", "A3", JUDGE, "60", "0.22 [0.04, 0.41]", "0.61", "dropped"),
    ),
)
MUTATIONS = Table(
    title="Planted faults",
    says="How many deliberate damages each grader noticed.",
    head=("damage", "planted", "noticed"),
    rows=(("the work is talked about, not done", "24", "22"), ("a quote that nobody said", "18", "18")),
)
CRITERIA = (
    LabelCriterion(
        code="A1",
        kind=SuggestionKind.ACTIVITY,
        question="Do members themselves do what the outcome says?",
        anchors=("They listen or discuss.", "Some do it, the rest watch.", "Everyone does it, on their own work."),
    ),
    LabelCriterion(
        code="A2",
        kind=SuggestionKind.ACTIVITY,
        question="Is it done on real, unfinished work?",
        anchors=("An exercise.", "Real work that is finished.", "Work that is open this week."),
    ),
    LabelCriterion(
        code="O2",
        kind=SuggestionKind.OUTCOME,
        question="Is there one verb that one could watch?",
        anchors=("A verb such as understand.", "Two verbs in one.", "One verb that one could watch."),
    ),
)
ACTIVITY_TEXT = """## Three letters on one table

*Making · 35 minutes · in threes*

1. **Lay your letter out.** Each brings the letter that is stuck this week. (5 min)
2. **Rewrite one paragraph.** Swap, and rewrite the paragraph that would make you ring up. (20 min)
3. **Read aloud.** The author says what they will keep. (10 min)

> “Half of them ring us because paragraph two frightens them.” — S2, retro, 12 March

Leaves behind: one rewritten paragraph each, on the shared wall.
"""
OUTCOME_TEXT = "We want to be able to rewrite a benefits letter so that its reader knows what happens next."


def report_of(
    run: str = "2026-11-25t22-10-playbook",
    drafter: str = "playbook",
    *,
    cases: int = 8,
    lower: Sequence[str] = (),
    skip: Sequence[int] = (),
) -> EvalReport:
    """Return a whole report; the criteria in `lower` are graded 0 in every case, cases in `skip` got no answer."""
    samples = [_sample(number, lower, answered=number not in skip) for number in range(cases)]
    return EvalReport(
        id=run,
        drafter=drafter,
        prompts={} if drafter == "playbook" else {"plan": "v2", "outcome": "v1"},
        judge="made-up-model",
        judge_is_kin=drafter != "playbook",
        made_at="2026-11-25T22:10:00+00:00",
        version="1.4.0",
        cases=cases,
        seconds=41.3,
        peak_mb=312,
        cost_usd=None if drafter == "playbook" else 0.42,
        figures=figures_of(samples),
        aims=(
            Aim(code="test language", says="Suggestions that sound like a test", value=0, wanted=0, at_most=True, n=40),
            Aim(code="clock", says="Plans whose clock is right", value=1.0, wanted=1.0, n=14),
            Aim(code="above apply", says="Activities in which people work above “apply”", value=0.55, wanted=0.6, n=20),
            Aim(code="newcomers", says="Plans a newcomer can use, by the labels", value=None, wanted=0.8, n=0),
        ),
        lengths=(
            LengthFigure(kind=SuggestionKind.OUTCOME, n=cases // 2, median=17, most=24),
            LengthFigure(kind=SuggestionKind.ACTIVITY, n=cases // 2, median=76, most=131),
        ),
        tables=(AGREEMENT, MUTATIONS),
        unanswered={"The notes hold too little.": len(skip)} if skip else {},
        samples=tuple(samples),
    )


def _sample(number: int, lower: Sequence[str], *, answered: bool) -> Sample:
    kind = SuggestionKind.ACTIVITY if number % 2 else SuggestionKind.OUTCOME
    text = (ACTIVITY_TEXT if number % 2 else OUTCOME_TEXT) + (f"\n\n{EVIL}" if number == 1 else "")
    codes = ("A1", "A2", "A3") if number % 2 else ("O2", "O4")
    return Sample(
        id=f"{kind.value}-letters-{number}#0",
        case=f"{kind.value}-letters-{number}",
        kind=kind,
        community="Letters that people understand" if number % 3 else "Hospice voices",
        domain="local_government" if number % 3 else "health",
        hard="injection" if number == 1 else "",
        asked="90 minutes, 12 people in one room, 3 of them new.\nWe want to be able to rewrite a benefits letter.",
        text=text if answered else "",
        words=len(text.split()) if answered else 0,
        error="" if answered else "The notes hold too little.",
        seconds=0.4,
        grades=tuple(_grades(codes, number, lower)) if answered else (),
    )


def _grades(codes: Sequence[str], number: int, lower: Sequence[str]) -> list[Grade]:
    found = [_grade("rules", "X1", 2, "No such words.")]
    for place, code in enumerate(codes):
        value = 0 if code in lower else 2 - (number * 7 + place) % 5 // 3
        reason = ("Nobody does it themselves.", "Only some of them do.", "Everyone does it.")[value]
        found.append(_grade("checks", code, value, reason, "Swap, and rewrite the paragraph" if code == "A1" else ""))
    if "A2" in codes:
        found += [
            _grade("numbers", "N1", 2, "35 of 35 minutes."),
            _grade(JUDGE, "A2", 1, "It is real, and finished."),
            _grade(JUDGE, "A3", 2, "A paragraph stays."),
            Grade(code="A1", grader=JUDGE, status=GradeStatus.VOID, reason="Quoted what stands nowhere."),
        ]
    return found


def _grade(grader: str, code: str, value: int, reason: str, quote: str = "") -> Grade:
    return Grade(code=code, grader=grader, value=value, reason=reason, quote=quote)


def figures_of(samples: Sequence[Sample]) -> tuple[CriterionFigure, ...]:
    """Return the figures of hand-made samples."""
    found: dict[tuple[SuggestionKind, str, str], list[tuple[str, Grade]]] = defaultdict(list)
    for sample in samples:
        for grade in sample.grades:
            found[sample.kind, grade.grader, grade.code].append((sample.case, grade))
    return tuple(_figure(*key, found[key]) for key in sorted(found, key=lambda key: (key[0].value, *key[1:])))


def _figure(kind: SuggestionKind, grader: str, code: str, graded: Sequence[tuple[str, Grade]]) -> CriterionFigure:
    values = {case: [grade.value] for case, grade in graded if grade.value is not None}
    flat = [value for each in values.values() for value in each]
    low, high = bootstrap_mean(values) if values else (None, None)
    return CriterionFigure(
        code=code,
        title=TITLES[code],
        kind=kind,
        grader=grader,
        n=len(flat),
        void=sum(grade.status is GradeStatus.VOID for _, grade in graded),
        mean=fmean(flat) if flat else None,
        low=low,
        high=high,
        met=sum(value == 2 for value in flat) / len(flat) if flat else None,
        trust=TRUSTS.get((grader, code), Trust()),
    )
