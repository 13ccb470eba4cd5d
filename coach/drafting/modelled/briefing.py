"""What is put into a prompt: plain words, with stand-ins for names where they are to be replaced."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from coach.drafting.groups import describe_mix, seats_without_host
from coach.drafting.guarding import quarantine
from coach.drafting.making import Making
from coach.models import Activity, Community, Cue, OutcomesRequest, Part, PlanRequest, Review, SessionPlan
from coach.notes.pseudonyms import Veil
from coach.playbook import Wording, fill
from coach.playbook.schema import Pattern, Protocol
from coach.ports import QuoteCandidate

from .sources import Source, Sources

Values = dict[str, Any]
_MODES = {"in_person": "in one room", "online": "online", "hybrid": "some in a room, some online"}
_ALREADY = re.compile(
    r"\b(?:we|us|our|everyone|each of us)\b[^.!?]{0,40}\b(?:always|usually|already|normally|regularly|tend to|by now|"
    r"(?:every|each) (?:week|month|time|session|meeting|day|shift|year))\b"
    r"|\b(?:every|each) (?:week|month|time|session|meeting|shift) we\b",
    re.IGNORECASE,
)
"""How people speak of what they do as a habit."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n\s*(?:[-*•]\s*)?")
_MOST_DOING = 5
"""How many sentences on what people do already are sent."""
_DOES_CHARS = 85
"""How much of a playbook's step is sent: enough to see the move."""


class Briefing:
    """Words for prompts, hidden as far as they have to be."""

    def __init__(self, veil: Veil | None) -> None:
        """Keep who replaces names; None where they may stay."""
        self._veil = veil

    def hide(self, text: str) -> str:
        """Return a text as it may be sent."""
        return self._veil.hide(text) if self._veil else text

    def hide_data(self, text: str) -> str:
        """Return a text that is not the asking person's own: without what speaks to a model, and hidden."""
        return self.hide(quarantine(text).text)

    def ground(
        self, request: str, community: Community, sources: Sources, doing: Sequence[str], avoid: Sequence[str]
    ) -> Values:
        """Return what every drafting prompt begins with."""
        return {
            "request": self.hide(request),
            "community": self.hide_data(tell_community(community)),
            "passages": [self._to_passage(item, sources) for item in sources.items],
            "doing": self.hide_data("\n".join(doing)),
            "avoid": self.hide_data("\n".join(avoid)),
        }

    def _to_passage(self, item: Source, sources: Sources) -> dict[str, str]:
        head = " · ".join(
            text for text in (item.label, sources.titles[item.label], item.date or "", item.about) if text
        )
        return {
            "head": self.hide(" ".join(head.split())),
            "text": self.hide(sources.kept[item.label].strip()),
            "fence": item.label.lower(),
        }


def tell_request(request: PlanRequest) -> str:
    """Return what was asked for, one fact a line."""
    regulars = request.people - request.newcomers - request.experts
    who = f"{request.newcomers} new, {regulars} regulars, {request.experts} who know this well"
    lines = [f"Outcome {place}: {text}" for place, text in enumerate(request.outcomes, 1)]
    lines += [f"{request.minutes} minutes, {_MODES[request.mode.value]}", f"{request.people} people: {who}"]
    lines += ["The host is one of those who know this well."] if request.host_knows else []
    lines += [f"By the end: {text}" for text in request.by_the_end]
    lines += [f"Besides: {request.about}"] if request.about.strip() else []
    return "\n".join(lines)


def tell_outcomes_request(request: OutcomesRequest) -> str:
    """Return what was asked for."""
    about = request.about.strip()
    return f"Outcomes on: {about}" if about else "Outcomes to choose from, on anything that the notes speak of."


def tell_community(community: Community) -> str:
    """Return what a community says of itself."""
    said = (community.name, community.domain, community.people, community.practice)
    return "\n".join(text for text in said if text)


def find_doing(quotes: Sequence[QuoteCandidate]) -> list[str]:
    """Return what people say that they do already, or that has worked."""
    told = [item for item in quotes if not item.about_meetings]
    return [item.citation.shown for item in told if Cue.WORKED in item.cues or _ALREADY.search(item.citation.shown)]


def find_doing_in(texts: Sequence[str]) -> list[str]:
    """Return the sentences in which people say that they do something already."""
    sentences = [" ".join(piece.split()) for text in texts for piece in _SENTENCE_END.split(text)]
    return list(dict.fromkeys(text for text in sentences if _ALREADY.search(text)))[:_MOST_DOING]


def tell_doing(doing: Sequence[str], sources: Sequence[Source]) -> list[str]:
    """Return what they do already, where it is not among the passages anyway."""
    sent = " ".join(" ".join(item.text.split()) for item in sources)
    return [text for text in doing if text not in sent][:_MOST_DOING]


def tell_frame(parts: Sequence[Part], request: PlanRequest | None = None) -> str:
    """Return the parts with what is fixed in them; and how people can sit, when the request is given."""
    lines = [f"{part.id}: {_kind(part)}, {part.minutes} minutes{_belongs(part)}" for part in parts]
    return "\n".join([*lines, *tell_groups(request)] if request else lines)


def tell_groups(request: PlanRequest) -> list[str]:
    """Return how these people sit in groups of each size, as the plan will say it."""
    people, newcomers, experts = seats_without_host(
        request.people, request.newcomers, request.experts, host_knows=request.host_knows
    )
    host = ", the host not counted" if people < request.people else ""
    sizes = [size for size in (2, 3, 4, 5) if size < people]
    told: dict[str, int] = {}
    for size in sizes:
        told.setdefault(describe_mix(people, size, newcomers, experts), size)
    lines = [f"together {size}: {says}" for says, size in told.items()]
    return [f"{people} people{host}, by how many sit together:", *lines]


def _kind(part: Part) -> str:
    return {"open": "open minutes", "capture": "capture", "break": "break, stands already"}.get(part.kind, part.kind)


def _belongs(part: Part) -> str:
    if isinstance(part, Activity):
        outcomes = ", ".join(item.removeprefix("o") for item in part.outcome_ids)
        return f", practises outcome {outcomes}"
    return f", of what {', '.join(part.activity_ids)} left" if isinstance(part, Review) else ""


def tell_plan(plan: SessionPlan, without: str) -> str:
    """Return the rest of a plan, in a few lines for each part."""
    lines = []
    for part in plan.parts:
        if part.id == without:
            lines.append(f"{part.id} ({part.minutes} minutes): the part to draft")
            continue
        what = " ".join(step.does for step in part.steps)[:400]
        lines.append(f"{part.id} ({part.minutes} minutes), {part.title}: {what}")
        if isinstance(part, Activity):
            lines.append(f"  It leaves {part.artefact}.")
        if isinstance(part, Review):
            lines.append(f"  It looks at {part.looks_at}; " + " / ".join(item.text for item in part.prompts))
    return "\n".join(lines)


def tell_playbook(patterns: Sequence[Pattern], protocols: Sequence[Protocol], wording: Wording) -> str:
    """Return entries of the playbook in a paragraph each: the move, not the wording."""
    told = []
    for pattern in patterns:
        steps = "; ".join(f"{step.who}: {_shorten(fill(step.does, wording))}" for step in pattern.steps)
        told.append(f"activity {pattern.id}, {pattern.title}: {pattern.summary} {steps}")
    told += [f"review {item.id}, {item.title}: {item.summary}" for item in protocols]
    return "\n".join(fill(text, wording) for text in told)


def choose_entries(making: Making, patterns: Sequence[Pattern], protocols: Sequence[Protocol]) -> str:
    """Return the entries that fit: those that the playbook itself would use first."""
    known = list({item.id: item for item in (*making.patterns, *patterns)}.values())[:3]
    looks = list({item.id: item for item in (*making.protocols, *protocols)}.values())[:2]
    return tell_playbook(known, looks, making.goals[0].aim.brief)


def _shorten(text: str) -> str:
    return text if len(text) <= _DOES_CHARS else text[:_DOES_CHARS].rsplit(" ", 1)[0] + " …"
