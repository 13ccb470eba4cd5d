"""What people might mean by a vague verb or a bare topic, said as doings: chosen by what the verb is done to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum


class Kind(StrEnum):
    """What a vague verb is done to."""

    THING = "thing"
    PEOPLE = "people"
    CLAUSE = "clause"
    QUALITY = "quality"


_CLAUSE = re.compile(r"^(?:how|what|why|where|when|which|who|whom|whose|whether|if|that)\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:users?|residents?|customers?|people|colleagues|newcomers?|members|carers?|patients?|clients?|citizens?"
    r"|tenants?|stakeholders?|famil(?:y|ies)|volunteers?|students?|learners?|neighbours?|contributors?|maintainers?"
    r"|authors?|teams?|readers?|parents|children|beginners|managers?|partners|others)$",
    re.IGNORECASE,
)
_FRAMES: dict[Kind, dict[str, str]] = {
    Kind.THING: {
        "explain": "explain {o} to a newcomer",
        "use": "use {o} in a piece of our own work",
        "compare": "compare two real examples of {o}",
        "predict": "predict what {o} will change in a case of ours",
        "say": "say in one sentence what {o} is for",
        "find": "find {o} when we need it",
        "describe": "describe {o} in words that a newcomer follows",
        "try out": "try out {o} on a case of ours",
        "investigate": "investigate {o} in one case of ours",
        "spot": "spot {o} in our own work",
        "point out": "point out {o} in a real case",
        "check": "check a piece of our own work for {o}",
        "show": "show a colleague {o} in a real case",
        "map": "map {o} on one page",
        "draw": "draw {o} on one page",
        "choose": "choose what to do first about {o}",
        "examine": "examine {o} in a real case",
        "review": "review one real example of {o}",
        "weigh up": "weigh up {o} against another way",
        "propose": "propose one change to {o}",
        "rework": "rework one real piece of {o}",
        "redesign": "redesign one part of {o}",
        "fix": "fix one thing in {o} that bothers us",
        "practise": "practise {o} on a real case",
        "work with": "work with {o} on a real case",
        "analyse": "analyse one real case of {o}",
        "support": "support a colleague with {o}",
        "adapt": "adapt {o} to a case of ours",
        "summarise": "summarise what is new in {o}",
        "agree on": "agree on what we will do about {o}",
        "decide": "decide what comes first in {o}",
        "plan": "plan the next step for {o}",
        "simplify": "simplify one part of {o}",
        "cut": "cut one step out of {o}",
        "help": "help a colleague with {o}",
    },
    Kind.PEOPLE: {
        "interview": "interview {o} about a day when it went wrong",
        "predict": "predict where {o} will get stuck",
        "map": "map what {o} go through, step by step",
        "explain": "explain what {o} need, from something they said",
        "spot": "spot where {o} get stuck",
        "support": "support {o} with one real task",
        "invite": "invite {o} to work on something real with us",
        "describe": "describe what {o} need, in their own words",
    },
    Kind.CLAUSE: {
        "explain": "explain {o} to a newcomer",
        "predict": "predict {o} in a case of ours",
        "compare": "compare {o} in two real cases",
        "describe": "describe {o} in words that a newcomer follows",
        "map": "map {o}, step by step",
        "say": "say {o} in one sentence",
        "decide": "decide {o}",
        "investigate": "investigate {o} in one case of ours",
    },
}
_USUAL: dict[Kind, tuple[str, ...]] = {
    Kind.THING: ("use", "explain", "compare"),
    Kind.PEOPLE: ("interview", "predict", "map"),
    Kind.CLAUSE: ("explain", "describe", "compare"),
}
_QUALITIES = {
    "inclusive": ("run a meeting in which new and quiet people speak", "write an invitation that says how to join in"),
    "agile": ("show a half-finished piece of work every week", "cut a large task into pieces that we can finish"),
    "data-driven": ("choose what to do next from a chart that we have all read",),
    "collaborative": ("ask another team for help before we are stuck", "write a plan together with another team"),
    "innovative": ("try out one new way of working each month", "propose one change to how we work"),
    "transparent": ("write down our decisions with their reasons",),
    "proactive": ("raise a problem in the week in which we first see it",),
    "confident": ("say what we would do first, before we ask", "present unfinished work to another team"),
    "efficient": ("cut one step that nobody needs out of our week",),
    "strategic": ("choose what we will leave undone this quarter",),
    "resilient": ("hand over a piece of work when somebody is away",),
    "customer-focused": ("interview a customer before we design anything",),
    "user-centred": ("interview a user before we design anything",),
    "open": ("show unfinished work to somebody outside the team",),
    "creative": ("sketch three different answers before we choose one",),
    "professional": ("explain a mistake of ours to the person whom it hit",),
}
_TOPICS = {
    "communication": (
        "tell each other what has changed before the others need it",
        "write a message that needs no reply",
    ),
    "collaboration": ("write a plan together with another team", "hand over work without a meeting"),
    "leadership": (
        "give a piece of work away and let somebody else decide",
        "explain a hard decision to the people it hits",
    ),
    "innovation": ("try out one new way of working each month", "propose one change to how we work"),
    "feedback": ("give feedback on a piece of work that its author can use", "ask for feedback on an unfinished piece"),
    "teamwork": ("hand over work without a meeting", "write a plan together"),
    "knowledge sharing": ("write down what we learned so that a newcomer can use it", "show each other how we do it"),
    "documentation": ("write a page that a newcomer can follow alone", "rework one page that nobody can follow"),
    "onboarding": (
        "welcome a newcomer with a first task that matters",
        "explain our work to a newcomer in ten minutes",
    ),
    "inclusion": _QUALITIES["inclusive"],
    "accessibility": ("check a page of ours with a screen reader", "fix one thing that shuts somebody out"),
    "quality": ("review a piece of work before it leaves us", "describe what good looks like in one real example"),
    "stakeholder management": (
        "say no to a stakeholder and keep the relationship",
        "explain our plan to a stakeholder",
    ),
    "time management": ("choose what we will leave undone this week",),
    "conflict": ("describe both sides of a quarrel so that both agree",),
    "trust": ("ask for help with something that we can't do yet",),
}
_HOPES = frozenset(
    "satisfaction engagement performance productivity excellence success change culture wellbeing happiness growth"
    " morale motivation passion competency competence efficiency impact value maturity alignment transformation"
    " empowerment".split()
)
"""What one may hope for and nobody can do."""
_WHERE = re.compile(r"\s(?:across|in|within|between|for|among|throughout)\s")
_LABEL = re.compile(
    r"^(?:(?:an?\s+)?(?:introduction|intro|overview|guide)\s+(?:to|of)\s+|(?:the\s+)?basics\s+of\s+|better\s+|good\s+"
    r"|improved\s+|effective\s+|more\s+)|\s+(?:basics|101|fundamentals|training|workshop|essentials|best\s+practices?"
    r"|masterclass|course|skills)$",
    re.IGNORECASE,
)
_SLOGAN = re.compile(
    r"!|^(?:better|stronger|faster|more|less|together|beyond|towards?|from|no|always|never|every|one|all|be|dare"
    r"|let['’]?s"
    r"|excellence|making|moving|bringing)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"^(?:a\s+)?(?:more|much|very|truly|really|less)\s+", re.IGNORECASE)


def find_kind(thing: str) -> Kind:
    """Return what a vague verb is done to."""
    if _CLAUSE.match(thing):
        return Kind.CLAUSE
    return Kind.PEOPLE if _PEOPLE.search(thing) else Kind.THING


def say_doings(thing: str, verbs: Sequence[str]) -> Iterator[str]:
    """Return doings for a vague verb done to a thing, the offered verbs first: `explain {thing} to a newcomer`."""
    core = _core(_WHERE.split(thing)[0]).lower()
    if known := _TOPICS.get(core):
        yield from known
        return
    if core in _HOPES:
        return
    kind = find_kind(thing)
    if kind is Kind.PEOPLE and thing.lower().startswith(("each other", "one another", "others")):
        yield from ("ask each other for help before we are stuck", "tell each other what we are waiting for")
        return
    frames = _FRAMES[kind]
    for verb in dict.fromkeys((*verbs, *_USUAL[kind])):
        if verb == "make" and thing.lower().startswith(("a ", "an ")):
            yield f"make {thing}"
        elif verb in frames:
            yield frames[verb].format(o=thing)


def say_topic(topic: str) -> Iterator[str]:
    """Return doings for a bare topic; nothing for a slogan, which names none."""
    if _SLOGAN.search(topic):
        yield from _TOPICS.get(_core(topic).lower(), ())
        return
    yield from say_doings(_core(topic) or topic, ())


def say_quality(quality: str) -> Iterator[str]:
    """Return doings for "be …": what someone who is like that does."""
    yield from _QUALITIES.get(_COMPARED.sub("", quality).strip().lower(), ())


def _core(topic: str) -> str:
    bare = _LABEL.sub("", topic).strip()
    return bare if bare == topic or not bare else _core(bare)
