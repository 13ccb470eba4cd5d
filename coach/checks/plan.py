"""All checks of a plan, in the order of the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.models import CheckResult, Finding, SessionPlan, Severity
from coach.playbook import Lexicon

from .activity import check_activities, check_voices
from .alignment import Web, check_alignment, read_web
from .criterion import Criterion
from .grounding import check_grounding
from .inclusion import check_inclusion
from .outcome import ask_stretch, ask_whose, check_reading
from .reading import find_their_work
from .review import check_review_part
from .texts import find_texts
from .timing import check_timing
from .wording import check_wording

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
    web = read_web(plan, lexicon)
    found: list[Finding] = []
    for reading in web.readings:
        found += check_reading(reading)
    found += [*check_alignment(web), *check_activities(web), *check_voices(web)]
    for review in web.reviews:
        found += check_review_part(review, web.readings_of(review))
    found += [*check_timing(plan), *check_inclusion(plan)]
    found += [*check_wording(find_texts(plan), find_their_work(web.readings)), *check_grounding(plan, note_texts)]
    ok = not found
    said = {(finding.check, finding.where) for finding in found}
    found += [item for item in _questions(web) if (item.check, item.where) not in said][:MOST_QUESTIONS]
    return CheckResult(ok=ok, findings=_in_order(found, plan))


def _questions(web: Web) -> list[Finding]:
    plan = web.plan
    where = plan.outcomes[0].id if len(plan.outcomes) == 1 else "plan"
    found = [ask_whose(where), ask_stretch(where)]
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
    found.append(_S6.question("plan", "Is the host also the one who knows most?"))
    return found


def _in_order(found: Sequence[Finding], plan: SessionPlan) -> tuple[Finding, ...]:
    """Sort by place in the plan, the whole plan last; each finding once."""
    ids = [*(outcome.id for outcome in plan.outcomes), *(part.id for part in plan.parts)]
    places = {name: place for place, name in reversed(list(enumerate(ids)))}
    weights = {Severity.STOP: 0, Severity.MEND: 1, Severity.QUESTION: 2}
    once = dict.fromkeys(found)
    return tuple(sorted(once, key=lambda item: (places.get(item.where, len(ids)), weights[item.severity])))
