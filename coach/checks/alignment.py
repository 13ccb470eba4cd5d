"""S1: the three links between outcome, activity and review, read off the plan and never taken on trust."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coach.models import Activity, Finding, Link, LinkKind, Opening, Review, SessionPlan
from coach.playbook import Lexicon

from .criterion import Criterion, listed, quoted
from .looking import see_outcomes
from .moments import comes_back
from .reading import OutcomeReading, read_outcome
from .strength import ONE_MOMENT, Strength, weigh_activity, weigh_movement, weigh_review_of_work

FULL, ENOUGH, FULL_LINK = 6, 5, 2
"""Three links of two each; five of six is enough when none is missing."""

_LINKS: Mapping[LinkKind, Criterion] = {
    LinkKind.OUTCOME_ACTIVITY: Criterion(
        "O-A",
        "People get better at what they do in the room, not at what they hear about.",
        "Let members do the outcome's verb themselves, on something of theirs, for at least half of the time.",
    ),
    LinkKind.ACTIVITY_REVIEW: Criterion(
        "A-R",
        "When the review looks elsewhere, what people made goes home unseen.",
        "Name what the activity leaves as the thing on the table, and ask about it in the outcome's words.",
    ),
    LinkKind.OUTCOME_REVIEW: Criterion(
        "O-R",
        "People keep going when they can see for themselves that something moved.",
        "Set two things side by side, such as a sentence from the opening and one written now, and ask what moved.",
    ),
}
_NAMES = {
    LinkKind.OUTCOME_ACTIVITY: "outcome to activity",
    LinkKind.ACTIVITY_REVIEW: "activity to review",
    LinkKind.OUTCOME_REVIEW: "outcome to review",
}
_GROUNDS = (LinkKind.OUTCOME_ACTIVITY, LinkKind.ACTIVITY_REVIEW)
_NOTHING_MOVED = "another link is missing, so nothing can show that it moved"
"""Follows from what is said already, so it is not said twice."""
_S1 = Criterion(
    "S1",
    "When outcome, activity and review pull the same way, people notice that their time led somewhere.",
    "Strengthen the weakest link first.",
)


@dataclass(frozen=True)
class Alignment:
    """How strong the three links of one outcome are."""

    outcome_id: str
    """The outcome."""
    links: Mapping[LinkKind, Strength]
    """Each link's strength, at its best activity and review."""

    @property
    def total(self) -> int:
        """Return the sum of the three links, 0 to 6."""
        return sum(strength.value for strength in self.links.values())


@dataclass(frozen=True)
class Web:
    """A plan with its outcomes read: what belongs to what, and how strongly."""

    plan: SessionPlan
    """The plan."""
    readings: Sequence[OutcomeReading]
    """Its outcomes, in order."""
    lexicon: Lexicon
    """The verbs to look for."""

    @property
    def activities(self) -> list[Activity]:
        """Return the activities, in order."""
        return [part for part in self.plan.parts if isinstance(part, Activity)]

    @property
    def reviews(self) -> list[Review]:
        """Return the reviews, in order."""
        return [part for part in self.plan.parts if isinstance(part, Review)]

    def activities_of(self, outcome_id: str) -> list[Activity]:
        """Return the activities that practise an outcome; those that name none serve every outcome."""
        linked = self._targets(LinkKind.OUTCOME_ACTIVITY, outcome_id)
        named = [item for item in self.activities if outcome_id in item.outcome_ids or item.id in linked]
        return named or [item for item in self.activities if not item.outcome_ids]

    def reviews_of_outcome(self, outcome_id: str) -> list[Review]:
        """Return the reviews that look for an outcome; those that name none look for every outcome."""
        linked = self._targets(LinkKind.OUTCOME_REVIEW, outcome_id)
        named = [item for item in self.reviews if outcome_id in item.outcome_ids or item.id in linked]
        return named or [item for item in self.reviews if not item.outcome_ids]

    def reviews_of_activity(self, activity_id: str) -> list[Review]:
        """Return the reviews that look at an activity's work; those that name none look at all work."""
        linked = self._targets(LinkKind.ACTIVITY_REVIEW, activity_id)
        named = [item for item in self.reviews if activity_id in item.activity_ids or item.id in linked]
        return named or [item for item in self.reviews if not item.activity_ids]

    def readings_of(self, review: Review) -> list[OutcomeReading]:
        """Return the outcomes that a review looks for."""
        return [item for item in self.readings if review in self.reviews_of_outcome(item.outcome.id)]

    def weigh(self, link: Link) -> Strength | None:
        """Return how strong one link really is, or None when it leads from or to nothing."""
        reading = next((item for item in self.readings if item.outcome.id == link.source), None)
        source = next((item for item in self.activities if item.id == link.source), None)
        activity = next((item for item in self.activities if item.id == link.target), None)
        review = next((item for item in self.reviews if item.id == link.target), None)
        if link.kind is LinkKind.OUTCOME_ACTIVITY and reading and activity:
            return self.weigh_doing(reading, activity)
        if link.kind is LinkKind.ACTIVITY_REVIEW and source and review:
            return self.weigh_work(source, review)
        if link.kind is LinkKind.OUTCOME_REVIEW and reading and review:
            return self.weigh_growth(reading, review)
        return None

    def weigh_doing(self, reading: OutcomeReading, activity: Activity) -> Strength:
        """Return how far an activity has members do what an outcome names.

        Real work in words that nobody foresaw counts when a review asks about the outcome in it, and not otherwise.
        """
        seen = weigh_activity(reading, activity, self.lexicon)
        reviews = self.reviews_of_activity(activity.id)
        if not seen.is_unsure or any(self.weigh_work(activity, review).value == FULL_LINK for review in reviews):
            return seen
        return replace(seen, value=0)

    def weigh_work(self, activity: Activity, review: Review) -> Strength:
        """Return how far a review looks at an activity's work, in the words of its outcomes."""
        return weigh_review_of_work(activity, review, self.readings_of(review), self.lexicon)

    def weigh_growth(self, reading: OutcomeReading, review: Review) -> Strength:
        """Return how far a review could show movement towards an outcome."""
        practising = [item for item in self.activities_of(reading.outcome.id) if self._practises(reading, item)]
        return weigh_movement(
            reading,
            review,
            see_outcomes([reading], practising, self.lexicon),
            has_opening=any(isinstance(part, Opening) for part in self.plan.parts),
            comes_back=comes_back(self.plan),
        )

    def _practises(self, reading: OutcomeReading, activity: Activity) -> bool:
        return self.weigh_doing(reading, activity).value > 0

    def _targets(self, kind: LinkKind, source: str) -> set[str]:
        return {link.target for link in self.plan.links if link.kind is kind and link.source == source}


def read_web(plan: SessionPlan, lexicon: Lexicon) -> Web:
    """Read a plan's outcomes once, for all checks."""
    return Web(plan, [read_outcome(outcome, lexicon) for outcome in plan.outcomes], lexicon)


def derive_alignment(plan: SessionPlan, lexicon: Lexicon) -> tuple[Alignment, ...]:
    """Return how strong the three links of each outcome are, read off the plan itself."""
    web = read_web(plan, lexicon)
    return tuple(_align(reading, web) for reading in web.readings)


def check_alignment(web: Web) -> list[Finding]:
    """Stop at a link that is not there, and mend weak totals, claims and missing reasons."""
    found = []
    for reading in web.readings:
        found += _check_strengths(_align(reading, web), reading)
    return [*found, *_check_claims(web), *_check_reasons(web)]


def _align(reading: OutcomeReading, web: Web) -> Alignment:
    activities = web.activities_of(reading.outcome.id)
    practised = [web.weigh_doing(reading, item) for item in activities]
    looked_at = [
        weigh_review_of_work(item, review, [reading], web.lexicon, shared_by=max(1, len(web.readings_of(review))))
        for item in activities
        for review in web.reviews_of_activity(item.id)
    ]
    moved = [web.weigh_growth(reading, review) for review in web.reviews_of_outcome(reading.outcome.id)]
    links = {
        LinkKind.OUTCOME_ACTIVITY: _best(practised, "no activity practises it"),
        LinkKind.ACTIVITY_REVIEW: _best(looked_at, "no review looks at what an activity leaves"),
        LinkKind.OUTCOME_REVIEW: _best(moved, "no review looks for it"),
    }
    if moved and 0 in (links[kind].value for kind in _GROUNDS):
        # Where nobody did it, or nobody looks at what they did, no movement can show.
        links[LinkKind.OUTCOME_REVIEW] = Strength(0, (_NOTHING_MOVED,))
    elif moved and links[LinkKind.ACTIVITY_REVIEW].value == FULL_LINK and not links[LinkKind.OUTCOME_REVIEW].value:
        # Questions that ask for the outcome in the work show at least where it stands today.
        links[LinkKind.OUTCOME_REVIEW] = Strength(1, (ONE_MOMENT,))
    return Alignment(reading.outcome.id, links)


def _best(found: Sequence[Strength], otherwise: str) -> Strength:
    return max(found, key=lambda strength: strength.value, default=Strength(0, (otherwise,)))


def _check_strengths(alignment: Alignment, reading: OutcomeReading) -> list[Finding]:
    where, about = alignment.outcome_id, quoted(reading.outcome.text)
    found = [
        _LINKS[kind].stop(where, f"{about}: {strength.said}.")
        for kind, strength in alignment.links.items()
        if strength.value < 1 and strength.lacks != (_NOTHING_MOVED,)
    ]
    if found or alignment.total >= ENOUGH:
        return found
    values = listed(f"{_NAMES[kind]} {strength.value}" for kind, strength in alignment.links.items())
    weak = listed(strength.said for strength in alignment.links.values() if strength.lacks)
    message = f"The three links of {about} add up to {alignment.total} of {FULL} ({values}): {weak}."
    weakest = min(alignment.links, key=lambda kind: alignment.links[kind].value)
    return [_S1.mend(where, message, _LINKS[weakest].way_forward)]


def _check_claims(web: Web) -> list[Finding]:
    found = []
    for link in web.plan.links:
        seen = web.weigh(link)
        criterion = _LINKS[link.kind]
        if seen is None:
            ends = f"“{link.source}” to “{link.target}”"
            message = f"The link {_NAMES[link.kind]} goes from {ends}; one of them is not in the plan."
            found.append(
                criterion.mend(link.target, message, "Point it to an outcome, an activity or a review of this plan.")
            )
        elif link.strength > seen.value:
            message = (
                f"The plan claims more than it shows: {_NAMES[link.kind]} is called {link.strength} of 2, "
                f"and we can see {seen.value}: {seen.said}."
            )
            found.append(criterion.mend(link.target, message))
    return found


def _check_reasons(web: Web) -> list[Finding]:
    plan = web.plan
    if not plan.links:
        message = "None of the three links is written down: outcome to activity, activity to review, outcome to review."
        return [_S1.mend("plan", message, "Write one sentence for each: these two belong together because …")]
    wanted = [(LinkKind.OUTCOME_ACTIVITY, reading.outcome.id) for reading in web.readings]
    wanted += [(LinkKind.ACTIVITY_REVIEW, activity.id) for activity in web.activities]
    wanted += [(LinkKind.OUTCOME_REVIEW, reading.outcome.id) for reading in web.readings]
    there = {(link.kind, link.source) for link in plan.links}
    found = [
        _LINKS[kind].mend(source, f"The link {_NAMES[kind]} is not written down for “{source}”.", _WRITE_IT)
        for kind, source in dict.fromkeys(wanted)
        if (kind, source) not in there
    ]
    for link in plan.links:
        if not link.reason.strip():
            message = f"The link {_NAMES[link.kind]} from “{link.source}” to “{link.target}” gives no reason."
            found.append(_LINKS[link.kind].mend(link.target, message, _WRITE_IT))
    return found


_WRITE_IT = "Write one sentence: these two belong together because …"
