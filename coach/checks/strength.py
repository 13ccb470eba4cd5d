"""How strong a link really is, read off the plan itself: 0 none, 1 partly, 2 fully (Biggs and Tang).

The proxies are plain: the same verb or a kindred one at the outcome's level, shared words for the thing, a review that
names what the activity leaves, members doing for at least half of the minutes, something set side by side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.models import Activity, Review, Tone, VerbFamily
from coach.playbook import Lexicon, content_stems

from .criterion import listed, quoted
from .flow import is_lecture, is_one_voice
from .prompts import asks_satisfaction, find_anchored
from .reading import OutcomeReading, find_known_verbs

_RECEIVES = re.compile(
    r"^\W*(?:(?:members|people|they|everyone|participants|all)\s+)?(?:listens?|hears?|watch(?:es)?|attends?"
    r"|observes?|sits?|receives?"
    r"|follows?|gets?\s+(?:an?|the)\s+(?:\w+\s+)?(?:talk|lecture|presentation|overview|introduction|tour|briefing"
    r"|demo|demonstration|explanation|update|walk-?through)\b|(?:is|are)\s+(?:shown|told|given))\b",
    re.IGNORECASE,
)
_TALKS = re.compile(
    r"^\W*(?:(?:members|participants|everyone|people|they|all|pairs|open|whole|plenary|group|a|an|the)[\s-]+)*"
    r"(?:discuss(?:es|ion|ing)?|talk(?:s|ing)?|chat(?:s|ting)?|debates?|q\s?(?:&|and)\s?a|share\s+(?:views|thoughts"
    r"|ideas))\b",
    re.IGNORECASE,
)
_BY_TALKING = frozenset({VerbFamily.EXPLAIN, VerbFamily.RELATE, VerbFamily.DECIDE, VerbFamily.EXAMINE})
"""Kinds of doing that people really perform by talking."""
_DISCUSS = re.compile(r"^\W*(?:\w+\s+){0,2}?(?:discuss(?:es|ion|ing)?|debates?|q\s?(?:&|and)\s?a)\b", re.IGNORECASE)
_ONLY_TALK = frozenset({"discuss", "debate", "chat"})
"""To discuss a thing is nothing kindred to explaining or deciding it."""
_TOY = re.compile(
    r"\b(?:toy|made[- ]up|invented|fictional|imaginary|dummy|hypothetical|worked example|exercise sheet"
    r"|sample (?:case|data|system)|worksheet|hand-?outs?|textbook|case study|prepared example|standard example|mock"
    r"|simulated|generic (?:example|case)|practice (?:data|exercise|case)|polished|(?:already|long) finished"
    r"|completed (?:case|project|piece|work)|fictitious|pretend(?:ed)?)\b",
    re.IGNORECASE,
)
_ALL_HANDS = re.compile(
    r"\b(?:everyone|everybody|each|all|pairs?|twos|threes|trios|fours|fives|small groups|groups|tables|alone|members"
    r"|people)\b",
    re.IGNORECASE,
)
_TWO_TIMES = re.compile(
    r"\b(?:before|after|earlier|opening|at the start|began|begin|beginning|first|second|last time|again|later"
    r"|next time|since"
    r"|changed?|differently|now|then|used to|used to be|so far|already)\b",
    re.IGNORECASE,
)
_OPENING_WORDS = re.compile(r"\b(?:opening|at the start|at the beginning|wrote first|when we began)\b", re.IGNORECASE)
_COMMON = content_stems(
    "rough first short quick draft version small notes note list page sheet card paper piece work real new joint shared"
    " written"
)
"""Words that half of all artefacts share."""


@dataclass(frozen=True)
class Strength:
    """How strong a link is, and what keeps it from being full."""

    value: int
    """0 none, 1 partly, 2 fully."""
    lacks: tuple[str, ...] = ()
    """What is not there, each as a clause; empty when it is full."""

    @property
    def said(self) -> str:
        """Return what is not there as one clause."""
        return listed(self.lacks)


@dataclass(frozen=True)
class Seen:
    """What members are seen to do in an activity, against one outcome."""

    performs: bool
    """Whether they do the outcome's verb, or a kindred one on the same thing."""
    about: bool
    """Whether the activity is about the outcome's thing."""
    receives: bool
    """Whether they only listen, watch, or talk about a thing that is done with the hands."""


def is_toy(real_work: str) -> bool:
    """Return whether the work is made up."""
    return bool(_TOY.search(real_work))


def see_doing(reading: OutcomeReading, activity: Activity, lexicon: Lexicon) -> Seen:
    """Say what members are seen to do in an activity, against one outcome."""
    talk_counts = reading.family in _BY_TALKING
    said = " . ".join(text for text in _what_is_done(activity) if talk_counts or not _TALKS.match(text))
    stems = content_stems(said)
    about = bool((reading.object_stems or reading.stems) & stems)
    verbs = find_known_verbs(said, lexicon)
    same = any(_names_verb(verb, verbs, stems) for verb in reading.doings)
    known = [verb for verb in find_known_verbs(activity.what_members_do, lexicon) if verb not in _ONLY_TALK]
    kin = any(_is_kin(reading, verb, lexicon) for verb in known)
    talks = not talk_counts and bool(_TALKS.match(activity.what_members_do))
    # To discuss a decision is not yet to explain it, wherever else the word stands.
    done = [activity.what_members_do, *(step.does for step in activity.steps if not is_one_voice(step))]
    talks = talks or (
        bool(_DISCUSS.match(activity.what_members_do))
        and not set(reading.doings) & set(find_known_verbs(" . ".join(done), lexicon))
    )
    receives = talks or bool(_RECEIVES.match(activity.what_members_do)) or _hears_only(activity)
    return Seen(performs=not receives and (same or (kin and about)), about=about, receives=receives)


def weigh_activity(reading: OutcomeReading, activity: Activity, lexicon: Lexicon) -> Strength:
    """Return how far an activity has members do what the outcome names (the link O–A)."""
    doing = see_doing(reading, activity, lexicon)
    wanted = reading.verb or "do it"
    if doing.receives:
        return Strength(0, ("members only listen, watch or talk about it",))
    if not doing.performs:
        # Nobody can see a vague verb done, so being at work on the thing is all that can show.
        can_show = reading.parsed.vague is not None or not reading.verb
        shows = can_show and doing.about and _is_described(activity)
        return Strength(1 if shows else 0, (f"nothing in it says that members {wanted}",))
    lacks = tuple(_activity_lacks(doing, activity))
    return Strength(1, lacks) if lacks else Strength(2)


def weigh_review_of_work(activity: Activity, review: Review, stems: frozenset[str]) -> Strength:
    """Return how far a review looks at what the activity left (the link A–R)."""
    if not names_artefact(activity, review):
        left = (
            f"what the activity leaves ({quoted(activity.artefact, 6)})"
            if activity.artefact
            else "anything that was made"
        )
        return Strength(0, (f"the review does not name {left}",))
    anchored = find_anchored(review.prompts, stems)
    if sum(anchored) * 2 < len(anchored) or not anchored:
        return Strength(1, (f"{sum(anchored)} of {len(anchored)} prompts take up the outcome's words",))
    return Strength(2)


def weigh_movement(reading: OutcomeReading, review: Review, *, has_opening: bool) -> Strength:
    """Return how far a review could show movement towards the outcome (the link O–R)."""
    prompts = [prompt for prompt in review.prompts if not asks_satisfaction(prompt.text)]
    if not any(find_anchored(prompts, reading.stems)):
        # What is set side by side may speak of the outcome where the prompts do not.
        shows = bool(prompts) and bool(content_stems(review.compares) & reading.stems)
        return Strength(1 if shows else 0, ("no prompt takes up the outcome's words",))
    if not _compares(review, has_opening=has_opening):
        return Strength(1, ("nothing is set side by side, so it shows one moment only",))
    return Strength(2)


def names_artefact(activity: Activity, review: Review) -> bool:
    """Return whether a review names the trace that an activity leaves."""
    made = content_stems(activity.artefact)
    telling = (made - _COMMON) or made
    looked = " ".join(
        (review.looks_at, *(prompt.text for prompt in review.prompts), *(step.does for step in review.steps))
    )
    return bool(telling & content_stems(looked))


def _what_is_done(activity: Activity) -> list[str]:
    steps = (step.does for step in activity.steps if not is_one_voice(step))
    return [activity.title, activity.what_members_do, activity.real_work, activity.artefact, *steps]


def _names_verb(verb: str, verbs: list[str], stems: frozenset[str]) -> bool:
    own = content_stems(verb)
    return verb in verbs or (bool(own) and own <= stems)


def _is_kin(reading: OutcomeReading, verb: str, lexicon: Lexicon) -> bool:
    entry = lexicon.verbs[verb]
    higher = reading.level is not None and reading.family is not None and entry.level.rank >= reading.level.rank
    return entry.family is reading.family or higher


def _hears_only(activity: Activity) -> bool:
    if activity.steps:
        return all(is_one_voice(step) for step in activity.steps)
    return is_lecture(f"{activity.title} {activity.what_members_do}")


def _is_described(activity: Activity) -> bool:
    return bool(activity.what_members_do.strip() or activity.steps)


def _activity_lacks(doing: Seen, activity: Activity) -> list[str]:
    found = []
    if not doing.about:
        found.append("it does not name the outcome's thing")
    if not activity.real_work.strip():
        found.append("no real work is named")
    elif is_toy(activity.real_work):
        found.append(f"the work is made up ({quoted(activity.real_work, 6)})")
    listening = sum(step.minutes for step in activity.steps if is_one_voice(step))
    whole = sum(step.minutes for step in activity.steps) or activity.minutes
    if listening * 2 > whole:
        found.append(f"members listen for {listening} of {whole} minutes")
    if not _has_way_in_for_all(activity):
        found.append("it does not say what each person does")
    return found


def _has_way_in_for_all(activity: Activity) -> bool:
    roles = activity.roles
    named = all(role.strip() for role in (roles.newcomer, roles.regular, roles.expert))
    said = " ".join(
        (activity.groups, activity.what_members_do, *(step.who for step in activity.steps if not is_one_voice(step)))
    )
    return named or bool(_ALL_HANDS.search(said))


def _compares(review: Review, *, has_opening: bool) -> bool:
    if any(prompt.tone is Tone.BEFORE for prompt in review.prompts):
        return True
    if _OPENING_WORDS.search(review.compares) and not has_opening:
        return False
    asked = any(len(_TWO_TIMES.findall(prompt.text)) > 1 for prompt in review.prompts)
    return asked or bool(_TWO_TIMES.search(review.compares))
