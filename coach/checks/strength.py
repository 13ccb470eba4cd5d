"""How strong a link really is, read off the plan itself: 0 none, 1 partly, 2 fully (Biggs and Tang).

A plan in plain words may be whole, and the outcome's words may stand over another activity: what is described counts,
and nothing is called missing without a sign that it is. Such signs are: people only hear or talk, or do another thing;
questions about the session, or about how the work looks; a single moment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.models import Activity, Review, Tone
from coach.playbook import Lexicon

from .criterion import listed, quoted
from .flow import is_one_voice, is_speaker
from .hands import Hands, read_hands
from .hearing import acts_as_speaker
from .kin import find_all_stems, find_doing_stems, find_thing_stems, is_light, shares, without_tools
from .looking import Glance, Look, Sight, looks_at_work, see_outcomes, take_glances
from .moments import asks_twice, is_from_opening, is_set_beside
from .reading import OutcomeReading, find_known_verbs

_TOY = re.compile(
    r"\b(?:toy|made[- ]up|invented|fictional|imaginary|dummy|hypothetical|worked examples?|exercise sheets?"
    r"|sample (?:case|data|system|patient|client|file|project|letter|text)s?|worksheets?|hand-?outs?|textbook"
    r"|case study|prepared example|standard example|mock|simulated|generic (?:example|case)"
    r"|practice (?:data|exercise|case|box|set|piece|item|object|file|material)s?|polished|(?:already|long) finished"
    r"|completed (?:case|project|piece|work)|fictitious|pretend(?:ed)?|training (?:data|set|environment"
    r"|example|case)s?"
    r"|demo (?:data|system|project|account)s?|sandbox|(?:case|example|exercise)s? from (?:a|the) (?:\w+ )?"
    r"(?:book|handbook|manual|course)|scenario cards?|acme)\b",
    re.IGNORECASE,
)
_PROPS = re.compile(r"\b(?:toy|made[- ]up|invented|fictional|imaginary|dummy|fictitious|mock) \w+", re.IGNORECASE)
_REAL = re.compile(
    r"\b(?:real|live|actual|own|current|open (?:case|issue|ticket|task|job|pr|pull request)s?|your|our|their"
    r"|mine|ours|brought|bring|backlog|in progress|unfinished"
    r"|this (?:week|month|quarter|term|morning|year)(?:['’]s)?|next (?:week|month|term|quarter)(?:['’]s)?"
    r"|yesterday\w*"
    r"|today(?:['’]s)?|tomorrow(?:['’]s)?|last (?:week|month)(?:['’]s)?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]?s)?"
    r"|on (?:your|their|our) (?:desk|list|bench|board))\b",
    re.IGNORECASE,
)
_A_FEW = re.compile(
    r"\b(?:one|two|three|four|five|six|a few|some|a couple of|several)\s+(?:\w+\s+)?(?:volunteers?|brave\w*)\b"
    r"|\b(?:two|three|four|five|six|a few|some|a couple)\s+of us\b"
    r"|\b(?:volunteers?)\s+(?:come|step|go|sit|take|is|are)\b|\ba volunteer\b|\b(?:fish|goldfish) ?bowl\b"
    r"|\bin front of (?:the|every|all|us)\b|\bon stage\b|\bhot seat\b|\bone (?:group|pair|team|table|person"
    r"|member)\b"
    r"[^.;]{0,60}\b(?:while|as|and)\b[^.;]{0,20}\b(?:rest|others|everyone else|everybody else|room)\b",
    re.IGNORECASE,
)
_THE_REST = re.compile(
    r"\b(?:the rest|(?:the|all) others|everyone else|everybody else|the (?:audience|room|others|remaining \w+"
    r"|wider group))"
    r"\b[^.;]{0,40}?\b(?:watch\w*|observ\w*|listen\w*|look\w* on|sits?|jots?|take notes|notes?|applaud\w*|comments?"
    r"|give feedback|writes? down|follow\w*|vot\w+)\b",
    re.IGNORECASE,
)
_BY_TURNS = re.compile(
    r"\b(?:swap\w*|rotat\w*|turns?|switch\w*|round robin|each of (?:us|you|them)|everyone (?:gets|has|does|takes)"
    r"|then the (?:other|next)|next person|other way (?:round|around)|all of us|until (?:all|everyone|each)"
    r"|in pairs"
    r"|in (?:twos|threes|trios|fours))\b",
    re.IGNORECASE,
)

_TOPIC = re.compile(
    r"(?<!practise )(?<!turns )(?<!a go )(?<!time )\b(?:of|for|about|on|when|around|behind)\s+(?:\w+ly\s+)?\w+ing\b"
    r"|\bhow\s+(?:to|we|you|they|people|members|best to)\s+(?:can\s+|could\s+|should\s+)?\w+",
    re.IGNORECASE,
)
"""Names a doing as a topic: the seven principles of giving feedback."""

ONE_MOMENT = "nothing is set side by side, so it shows one moment only"


@dataclass(frozen=True)
class Strength:
    """How strong a link is, and what keeps it from being full."""

    value: int
    """0 none, 1 partly, 2 fully."""
    lacks: tuple[str, ...] = ()
    """What is not there, each as a clause; empty when it is full."""
    is_unsure: bool = False
    """Whether it rests on real work alone, so that another witness is wanted."""

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
    """Whether they only listen, watch, or talk about it."""
    elsewhere: str = ""
    """What they do in its place, when the outcome's words only stand over it."""
    is_put_as_hearing: bool = False
    """Whether the headline is all hearing and talking, although steps have members do something."""


def is_toy(real_work: str) -> bool:
    """Return whether the work is made up."""
    return bool(_TOY.search(real_work))


def see_doing(reading: OutcomeReading, activity: Activity, lexicon: Lexicon) -> Seen:
    """Say what members are seen to do in an activity, against one outcome."""
    hands = read_hands(reading, activity, lexicon)
    made = " . ".join((hands.said, activity.artefact, activity.real_work, activity.bring))
    about = shares(without_tools(made, reading.outcome.text), find_thing_stems(reading), lexicon)
    same = _does_it(reading, activity, hands, lexicon)
    receives = not hands.said and hands.is_described
    near = about and reading.parsed.vague is None and (is_light(reading) or _is_kin(reading, hands.said, lexicon))
    performs = bool(hands.said) and not hands.elsewhere and (same or near)
    return Seen(performs, about, receives, elsewhere=hands.elsewhere, is_put_as_hearing=hands.is_put_as_hearing)


def weigh_activity(reading: OutcomeReading, activity: Activity, lexicon: Lexicon) -> Strength:
    """Return how far an activity has members do what the outcome names (the link O–A)."""
    seen = see_doing(reading, activity, lexicon)
    wanted = reading.verb or "do it"
    if seen.receives and _shown_by_members(reading, activity, lexicon):
        return Strength(1, ("some do it while the others look on",))
    if seen.receives:
        return Strength(0, ("members only listen, watch or talk about it",))
    if seen.elsewhere:
        return Strength(0, (f"members are busy with something else ({quoted(seen.elsewhere, 6)})",))
    lacks = tuple(_activity_lacks(seen, activity))
    if not seen.performs:
        # Real work on the outcome's thing may be the doing in words that nobody foresaw.
        missing = f"nothing in it says that members {wanted}"
        if reading.parsed.vague is not None:
            return Strength(1 if seen.about else 0, (missing,))
        if not _may_be_it(reading, activity, seen, lexicon):
            return Strength(0, (missing,))
        return Strength(1 if lacks else 2, lacks or (missing,), is_unsure=True)
    return Strength(1, lacks) if lacks else Strength(2)


def _may_be_it(reading: OutcomeReading, activity: Activity, seen: Seen, lexicon: Lexicon) -> bool:
    if activity.real_work.strip():
        return True
    touches = seen.about or shares(_all_said(activity), find_all_stems(reading), lexicon)
    return touches and _names_real_work(activity)


def weigh_review_of_work(
    activity: Activity, review: Review, readings: Sequence[OutcomeReading], lexicon: Lexicon, *, shared_by: int = 1
) -> Strength:
    """Return how far a review looks at what the activity left (the link A–R).

    Args:
        activity: What left it.
        review: What looks at it.
        readings: The outcomes whose words count.
        lexicon: The verbs to look for.
        shared_by: How many sets of outcomes share the review's prompts.
    """
    sight = see_outcomes(readings, [activity], lexicon)
    glances = take_glances(review, sight)
    if not looks_at_work(review, glances, sight):
        left = (
            f"what the activity leaves ({quoted(activity.artefact, 6)})"
            if activity.artefact
            else "anything that was made"
        )
        return Strength(0, (f"the review does not name {left}",))
    near = sum(_nearness(glance) for glance in glances)
    astray = sum(glance.look in (Look.SESSION, Look.LOOKS) for glance in glances)
    if near < max(1.0, len(glances) / (3 * shared_by)) or astray * 2 > len(glances):
        taken = sum(glance.look >= Look.DOING for glance in glances)
        return Strength(1, (f"{taken} of {len(glances)} prompts take up the outcome's words",))
    return Strength(2)


def _nearness(glance: Glance) -> float:
    if glance.look < Look.DOING:
        return 0.0
    is_near = glance.look is Look.OUTCOME or glance.tone is Tone.BEFORE or asks_twice(glance.text)
    return 1.0 if is_near else 0.5


def weigh_movement(
    reading: OutcomeReading, review: Review, sight: Sight, *, has_opening: bool, comes_back: bool = False
) -> Strength:
    """Return how far a review could show movement towards the outcome (the link O–R).

    Args:
        reading: The outcome.
        review: The review.
        sight: The words to know the outcome by, and the work of the activities that practise it.
        has_opening: Whether there is an opening to compare with.
        comes_back: Whether the plan looks again on another day.
    """
    glances = [glance for glance in take_glances(review, sight) if glance.look >= Look.POINTS]
    beside = _sets_beside(review, glances, has_opening=has_opening)
    if sum(_nearness(glance) for glance in glances) < 1:
        # What is set side by side may speak of the outcome where the prompts do not.
        told = bool(sight.work) or shares(review.compares, find_all_stems(reading), sight.lexicon)
        return Strength(1 if told and beside and glances else 0, ("no prompt takes up the outcome's words",))
    if not beside and not comes_back:
        return Strength(1, (ONE_MOMENT,))
    return Strength(2)


def _sets_beside(review: Review, glances: Sequence[Glance], *, has_opening: bool) -> bool:
    if any(glance.tone is Tone.BEFORE for glance in glances):
        return True
    if is_from_opening(review.compares) and not has_opening:
        return False
    return is_set_beside(review.compares) or any(asks_twice(glance.text) for glance in glances)


def _shown_by_members(reading: OutcomeReading, activity: Activity, lexicon: Lexicon) -> bool:
    """Return whether a few members do it before the others' eyes."""
    said = _all_said(activity)
    if acts_as_speaker(said) or any(is_speaker(step.who) for step in activity.steps):
        return False
    return bool(_A_FEW.search(said) or _THE_REST.search(said)) and shares(
        said, find_doing_stems(reading, lexicon) or find_thing_stems(reading), lexicon
    )


def _does_it(reading: OutcomeReading, activity: Activity, hands: Hands, lexicon: Lexicon) -> bool:
    made = f"{_TOPIC.sub(' ', hands.said)} . {_TOPIC.sub(' ', activity.artefact)}"
    return shares(made, find_doing_stems(reading, lexicon), lexicon)


def _is_kin(reading: OutcomeReading, said: str, lexicon: Lexicon) -> bool:
    entries = (lexicon.verbs[verb] for verb in find_known_verbs(said, lexicon))
    return any(entry.family is reading.family for entry in entries)


def _all_said(activity: Activity) -> str:
    roles = activity.roles
    said = (activity.what_members_do, activity.real_work, activity.artefact, activity.bring, activity.norm)
    return " . ".join((*said, roles.newcomer, roles.regular, roles.expert, *(step.does for step in activity.steps)))


def _names_real_work(activity: Activity) -> bool:
    if activity.real_work.strip():
        return True
    said = (activity.what_members_do, activity.artefact, activity.bring, *(step.does for step in activity.steps))
    return bool(_REAL.search(" . ".join(said)))


def _activity_lacks(seen: Seen, activity: Activity) -> list[str]:
    found = []
    steps = [step.does for step in activity.steps if not is_one_voice(step)]
    done = " . ".join((activity.what_members_do, *steps))
    real = _names_real_work(activity)
    if not seen.about and not real:
        found.append("it does not name the outcome's thing")
    if not done.strip(" ."):
        found.append("it does not say what members do")
    if seen.is_put_as_hearing:
        found.append("what members do is put as hearing or talking")
    props = _find_toy(activity, done)
    if props:
        found.append(f"the work is made up ({quoted(props, 6)})")
    elif not real:
        found.append("no real work is named")
    listening = sum(step.minutes for step in activity.steps if is_one_voice(step))
    whole = sum(step.minutes for step in activity.steps) or activity.minutes
    if listening * 2 > whole:
        found.append(f"members listen for {listening} of {whole} minutes")
    if _only_some(activity, done):
        found.append("some do it while the others look on")
    return found


def _find_toy(activity: Activity, done: str) -> str:
    if activity.real_work.strip():
        return activity.real_work if is_toy(activity.real_work) else ""
    for text in (done, activity.title, activity.artefact):
        if match := _TOY.search(text):
            return match.group()
    match = _PROPS.search(" . ".join(activity.materials))
    return match.group() if match else ""


def _only_some(activity: Activity, done: str) -> bool:
    said = f"{activity.title} . {done} . {activity.groups}"
    if _BY_TURNS.search(done):
        return False
    by_host = [step for step in activity.steps if is_speaker(step.who)]
    return bool(_A_FEW.search(said) or _THE_REST.search(said)) or len(by_host) == len(activity.steps) > 0
