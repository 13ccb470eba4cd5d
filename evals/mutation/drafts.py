"""A spread of good plans: the playbook's own, over the demo community and over real notes where they are at hand."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from coach.errors import BadRequest
from coach.models import IngestRequest, Mode, PlanRequest, SessionPlan
from coach.service import Coach

SPREAD = (
    "We want to be able to map a service that crosses team boundaries",
    "We want to be able to write the reason for a refusal in plain words",
    "We want to be able to review a pull request so that the author wants to come back",
    "We want to be able to explain a council decision without jargon",
    "We want to be able to teach a short piece of the Git lesson",
    "We want to be able to run a meeting in which new people speak",
    "We want to be able to decide which issues to close",
    "We want to be able to debug a failing deployment together",
    "We want to be able to interview residents who are distressed",
    "We want to be able to give honest feedback to each other",
    "We want to be able to compare two notebooks of the same analysis",
    "We want to be able to plan a release with people in four time zones",
    "We want to be able to set up a development environment with a newcomer",
    "We want to be able to spot where a handover will go wrong",
    "We want to be able to say no to a stakeholder without damaging the relationship",
    "We want to be able to estimate the work in a story before a sprint",
)
"""What the sessions are for; every family of verbs is there."""
_MINUTES = (45, 60, 75, 90, 120, 180, 240)
_PEOPLE = (4, 6, 9, 14, 22, 40)


@dataclass(frozen=True)
class Draft:
    """A plan as it was drafted, and whose notes it quotes."""

    plan: SessionPlan
    """The plan."""
    community: str
    """The community's name, to prove the quotes."""


def open_communities(coach: Coach, corpora: Path | None) -> list[str]:
    """Take in the demo, and every corpus of real notes that is at hand; return the communities' names."""
    names = [coach.load_demo().name]
    folders = sorted(path for path in corpora.iterdir() if path.is_dir()) if corpora and corpora.is_dir() else []
    known = {community.name for community in coach.communities()}
    for folder in folders:
        if folder.name not in known:
            coach.create_community(folder.name)
            coach.ingest(folder.name, IngestRequest(folder=str(folder / "notes")))
        names.append(folder.name)
    return names


def draft_plans(coach: Coach, names: list[str], count: int, rng: Random) -> list[Draft]:
    """Return so many plans of different lengths, sizes, modes and outcomes."""
    tried = (_draft(coach, names[place % len(names)], rng) for place in itertools.count())
    return list(itertools.islice(_there(tried, most=count * 3), count))


def _there(tried: Iterator[Draft | None], most: int) -> Iterator[Draft]:
    for draft in itertools.islice(tried, most):
        if draft is not None:
            yield draft


def _draft(coach: Coach, name: str, rng: Random) -> Draft | None:
    minutes, people = rng.choice(_MINUTES), rng.choice(_PEOPLE)
    count = 1 if minutes < 120 else rng.choice([1, 1, 2])
    request = PlanRequest(
        outcomes=tuple(rng.sample(SPREAD, count)),
        minutes=minutes,
        people=people,
        mode=rng.choice(list(Mode)),
        newcomers=rng.randint(0, people // 3),
        experts=rng.randint(0, people // 4),
        seed=rng.randrange(1000),
    )
    try:
        return Draft(coach.plan(name, request, by="playbook").plan, name)
    except BadRequest:
        return None
