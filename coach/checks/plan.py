"""All checks of a plan, in the order of the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.models import Activity, CheckResult, Finding, SessionPlan, Severity
from coach.playbook import Lexicon

from .activity import check_activities, check_voices
from .alignment import Web, check_alignment, read_web
from .belonging import (
    check_evidence,
    check_hearsay,
    check_hosting,
    check_known,
    check_ownership,
    check_ranks,
    check_relevance,
    check_signs,
    check_sureness,
    check_unlabelled,
)
from .claims import check_claims
from .clarity import ask_newcomer, check_choice, check_ease, check_steps
from .contests import check_contests
from .criterion import Criterion
from .grounding import check_grounding
from .inclusion import check_inclusion
from .outcome import ask_stretch, ask_whose, check_reading, with_rewrites
from .phases import check_debriefs, check_phases, has_phases, shows_both
from .quotas import check_quotas
from .reading import find_their_work
from .review import check_review_part
from .texts import Text, find_texts
from .timing import check_timing
from .wording import check_wording

MOST_OUTCOMES = 3
"""What a group can keep in mind while it works."""
MOST_QUESTIONS = 5
"""More questions than this are answered by nobody."""

_O4 = Criterion(
    "O4",
    "A sign that two members would both have seen says more than any number.",
    "Ask the group: “How would we notice it in the work?”, and write down what two people agree on.",
)
_A2 = Criterion(
    "A2",
    "Work on the table is somebody's work, and it is theirs to offer.",
    "Ask its owner beforehand what they would like looked at, and what they would rather not.",
)
_A4 = Criterion(
    "A4",
    "A job that is only there to keep someone busy is felt as such.",
    "Ask yourself what would stop if the newcomer's job were not done; if nothing, give them another.",
)
_O7 = Criterion(
    "O7",
    "A group that wants everything at once practises nothing for long enough.",
    "Let members choose the one that they want first; keep the others for later sessions.",
)
_S4 = Criterion(
    "S4",
    "A group needs time to open up and time to choose; without one of them it goes round in circles.",
    "Mark the step that gathers more than is needed, and the step that chooses and writes down.",
)
_S6 = Criterion(
    "S6",
    "Someone who hosts and knows most is asked everything, and the others wait.",
    "Let one person host and another answer, or agree when the host takes off the host's hat.",
)


def check_plan(plan: SessionPlan, *, lexicon: Lexicon, note_texts: Mapping[str, str] | None = None) -> CheckResult:
    """Check a whole plan, ours or another product's; it never raises on a valid one.

    Args:
        plan: The plan.
        lexicon: The verbs to look for.
        note_texts: Full texts of the cited notes, by note id or path; None leaves their quotes unproved.
    """
    crowd = plan.outcomes[MOST_OUTCOMES:]
    if crowd:
        checked = check_plan(_with_first(plan), lexicon=lexicon, note_texts=note_texts)
        words = check_wording([Text(outcome.id, outcome.text) for outcome in crowd])
        return CheckResult(ok=False, findings=(_say_crowd(plan), *words, *checked.findings))
    web = read_web(plan, lexicon)
    found: list[Finding] = []
    for reading in web.readings:
        found += with_rewrites([*check_reading(reading), *check_quotas(reading)], reading, lexicon)
    found += [*check_signs(web), *check_alignment(web), *check_activities(web), *check_voices(web)]
    known = _known_words(plan)
    for review in web.reviews:
        found += check_review_part(review, web.readings_of(review), known)
    found += [*check_timing(plan), *check_phases(plan), *check_debriefs(plan), *check_inclusion(plan)]
    found += [*check_relevance(web), *check_hosting(web), *check_steps(plan), *check_ease(plan), *check_evidence(plan)]
    found += [*_check_words(web), *check_grounding(plan, note_texts)]
    noticed = [item for item in found if item.severity is not Severity.QUESTION]
    said = {(item.check, item.where) for item in found}
    asked = [item for item in found if item.severity is Severity.QUESTION]
    asked += [item for item in _questions(web) if (item.check, item.where) not in said]
    return CheckResult(ok=not noticed, findings=_in_order([*noticed, *asked[:MOST_QUESTIONS]], plan))


def _say_crowd(plan: SessionPlan) -> Finding:
    message = f"It has {len(plan.outcomes)} outcomes; one session carries one to three. We looked at the first three."
    return _O7.mend("plan", message)


def _with_first(plan: SessionPlan) -> SessionPlan:
    gone = {outcome.id for outcome in plan.outcomes[MOST_OUTCOMES:]}
    links = tuple(link for link in plan.links if link.source not in gone)
    return plan.model_copy(update={"outcomes": plan.outcomes[:MOST_OUTCOMES], "links": links})


def _check_words(web: Web) -> list[Finding]:
    """Check all texts of ours, wherever they stand."""
    texts = find_texts(web.plan)
    # What changed because of a quote, and what the plan rests on, speak of the notes with their labels beside them.
    told = {*(item.change for item in web.plan.influences), *web.plan.ask_first, web.plan.from_notes}
    ours = [text for text in texts if text.words not in told]
    # A wish is no claim; a job speaks to one person ("You have never seen this letter"), and an example tells a story.
    wished = {outcome.id for outcome in web.plan.outcomes}
    jobs = {*web.plan.prepare, *(line for part in web.activities for line in _beside(part))}
    tested = check_wording(texts, find_their_work(web.readings))
    said = {finding.where for finding in tested}
    stems = frozenset[str]().union(*(reading.stems for reading in web.readings))
    return [
        *tested,
        *(finding for finding in check_contests(web.plan, stems) if finding.where not in said),
        *check_choice(web.plan, ours),
        *check_hearsay(ours),
        *check_claims([text for text in ours if text.where not in wished and text.words not in jobs]),
        *check_known(web.plan, ours),
        *check_ranks(texts),
        *check_sureness(texts),
        *check_ownership(ours),
        *check_unlabelled(web.plan, texts),
    ]


def _beside(part: Activity) -> tuple[str, ...]:
    roles = (part.roles.newcomer, part.roles.regular, part.roles.expert)
    return (*roles, part.bring, part.lend, part.example, *part.card)


def _known_words(plan: SessionPlan) -> str:
    """Return what the group has said itself or is told outside the prompts, so that its initials are known."""
    said = [plan.title, plan.community, *(outcome.text for outcome in plan.outcomes)]
    said += [citation.quote for citation in plan.citations]
    said += [step.does for part in plan.parts for step in part.steps]
    return " ".join(said)


def _questions(web: Web) -> list[Finding]:
    plan = web.plan
    where = plan.outcomes[0].id if len(plan.outcomes) == 1 else "plan"
    text = plan.outcomes[0].text if len(plan.outcomes) == 1 else ""
    found = [ask_whose(where, text), ask_stretch(where, text)]
    signs = [outcome.sign for outcome in plan.outcomes]
    message = (
        "Would two members agree that they had seen it?" if all(signs) else "What would people notice in the work?"
    )
    found.append(_O4.question(where, message))
    for activity in web.activities[:1]:
        found.append(
            _A2.question(activity.id, "Whose work is on the table, and are they happy to bring it unfinished?")
        )
        found.append(_A4.question(activity.id, "Would the others really miss the newcomer's job?"))
    if not has_phases(plan) and not shows_both(plan):
        found.append(_S4.question("plan", "Where does it open up, and where does it close?"))
    found.append(_S6.question("plan", "Is the host also the one who knows most?"))
    found += [ask_newcomer(review.id) for review in web.reviews[:1]]
    return found


def _in_order(found: Sequence[Finding], plan: SessionPlan) -> tuple[Finding, ...]:
    """Sort by place in the plan, the whole plan last; each finding once."""
    ids = [*(outcome.id for outcome in plan.outcomes), *(part.id for part in plan.parts)]
    places = {name: place for place, name in reversed(list(enumerate(ids)))}
    weights = {Severity.STOP: 0, Severity.MEND: 1, Severity.QUESTION: 2}
    once = dict.fromkeys(found)
    return tuple(sorted(once, key=lambda item: (places.get(item.where, len(ids)), weights[item.severity])))
