"""Sixteen kinds of damage, written without sight of the checks and of the known kinds."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from coach.models import Activity, Capture, Doing, Level, OpenSlot, Part, Review, ReviewPrompt, SessionPlan, Step, Tone

from . import blind_texts as texts
from .kinds import Damage

_STEM = re.compile(r"^\s*(?:we\s+)?(?:want|wish|would like)\s+to\s+be\s+able\s+to\s+", re.IGNORECASE)


def _fill(words: str, plan: SessionPlan) -> str:
    """Put what the first outcome names into a wording."""
    outcome = plan.outcomes[0]
    deed = f"{outcome.verb} {outcome.object}" if outcome.verb and outcome.object else _STEM.sub("", outcome.text)
    thing = outcome.object or _STEM.sub("", outcome.text)
    thing = thing.rstrip(". ")
    return words.format(deed=deed.rstrip(". "), thing=thing, Thing=thing[:1].upper() + thing[1:])


def _of(plan: SessionPlan, kind: str) -> list[Any]:
    """Return the parts of a kind, in running order."""
    return [part for part in plan.parts if part.kind == kind]


def _put(plan: SessionPlan, *changed: Part) -> SessionPlan:
    """Return the plan with these parts in the place of those with the same ids."""
    by_id = {part.id: part for part in changed}
    return plan.model_copy(update={"parts": tuple(by_id.get(part.id, part) for part in plan.parts)})


def _in_step(part: Part, at: int, change: Callable[[str], str]) -> tuple[Step, ...]:
    """Return the part's steps, with other words in one of them."""
    steps = list(part.steps) or [Step(minutes=part.minutes, who="everyone", does=part.title)]
    steps[at] = steps[at].model_copy(update={"does": change(steps[at].does)})
    return tuple(steps)


def _talk(talk: texts.Talk, minutes: int, plan: SessionPlan, rng: Random) -> Step:
    """Return somebody's talk; an honest author says that one voice speaks, a hurried one forgets."""
    does = _fill(talk.does, plan)
    return Step(minutes=minutes, who=talk.who, does=does, doing=Doing.LISTENING, one_voice=rng.random() < 0.6)


def _outcome_to_topic(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    outcome = plan.outcomes[0]
    if not outcome.object:
        return None
    words, verb = rng.choice(texts.TOPICS)
    change = {"text": _fill(words, plan), "verb": verb, "level": None, "solo": None}
    return plan.model_copy(update={"outcomes": (outcome.model_copy(update=change), *plan.outcomes[1:])})


def _outcome_to_target(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    outcome = plan.outcomes[0]
    standard = rng.choice(texts.TARGETS)
    text = f"{outcome.text.rstrip('. ')}, {standard}"
    changed = outcome.model_copy(update={"text": text, "standard": standard})
    return plan.model_copy(update={"outcomes": (changed, *plan.outcomes[1:])})


def _activity_to_talk(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    long = [part for part in _of(plan, "activity") if part.minutes >= 15]
    if not long:
        return None
    talk = rng.choice(texts.TALKS)
    changed = [_turn_to_talk(part, talk, plan, rng) for part in long]
    return _put(plan, *changed)


def _turn_to_talk(part: Activity, talk: texts.Talk, plan: SessionPlan, rng: Random) -> Activity:
    minutes = round(part.minutes * rng.choice((0.6, 0.7, 0.8)))
    after = Step(minutes=part.minutes - minutes, who="everyone", does=talk.after, doing=Doing.TALKING)
    change = {
        "steps": (_talk(talk, minutes, plan, rng), after),
        "what_members_do": f"hear from {talk.who} what it is like to {_fill('{deed}', plan)}, and ask about it",
        "level": Level.UNDERSTAND,
        "groups": "everyone together",
        "pattern": "",
    }
    return part.model_copy(update=change)


def _made_up_work(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    activities = _of(plan, "activity")
    if not activities:
        return None
    case = rng.choice(texts.MADE_UP)
    return _put(plan, *(_work_on(part, case, _fill("{deed}", plan)) for part in activities))


def _work_on(part: Activity, case: texts.Spoiled, deed: str) -> Activity:
    steps = _in_step(part, 0, lambda _: f"{case.step} Get ready, in your group, to {deed} with that.")
    first = steps[0].model_copy(update={"say": "Here is what we'll all be working on.", "citations": ()})
    change = {
        "real_work": case.field,
        "steps": (first, *steps[1:]),
        "bring": "",
        "lend": "Nobody has to bring anything; it is all on the handout.",
    }
    return part.model_copy(update=change)


def _nothing_left(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    activities = [part for part in _of(plan, "activity") if part.artefact]
    if not activities:
        return None
    left = rng.choice(texts.NOTHING_LEFT)
    changed: list[Any] = [
        part.model_copy(
            update={"artefact": left.field, "steps": _in_step(part, -1, lambda does: f"{does} {left.step}")}
        )
        for part in activities
    ]
    said = rng.choice(("what was said just now", "the conversation", "how the talk went", "the exchange in the groups"))
    changed += [part.model_copy(update={"looks_at": said}) for part in _of(plan, "review")]
    lost = {part.id for part in activities}
    promises = tuple(p.model_copy(update={"how": ""}) if p.part in lost else p for p in plan.promises)
    return _put(plan, *changed).model_copy(update={"promises": promises})


def _newcomer_set_aside(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    activities = [part for part in _of(plan, "activity") if part.roles.newcomer]
    if not activities:
        return None
    job = rng.choice(texts.NEWCOMER_JOBS)
    changed = [
        part.model_copy(update={"roles": part.roles.model_copy(update={"newcomer": job})}) for part in activities
    ]
    outcomes = tuple(o.model_copy(update={"ways_in": {**o.ways_in, "newcomer": job}}) for o in plan.outcomes)
    return _put(plan, *changed).model_copy(update={"outcomes": outcomes})


def _contest(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    activities = _of(plan, "activity")
    if not activities:
        return None
    part = rng.choice(activities)
    contest = rng.choice(texts.CONTESTS)
    at = rng.choice((0, -1))
    steps = _in_step(part, at, lambda does: f"{does} {_fill(contest.step, plan)}")
    return _put(plan, part.model_copy(update={"steps": steps, "norm": contest.field}))


def _how_was_it(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    reviews = _of(plan, "review")
    if not reviews:
        return None
    chat = rng.choice(texts.CHATS)
    return _put(plan, *(_turn_to_chat(part, chat) for part in reviews))


def _turn_to_chat(part: Review, chat: texts.Chat) -> Review:
    before = (Tone.WARM, Tone.CURIOUS, Tone.CURIOUS)[: len(chat.prompts) - 1]
    tones = (*before, Tone.NEXT)
    change = {
        "looks_at": chat.looks_at,
        "prompts": tuple(ReviewPrompt(text=text, tone=tone) for text, tone in zip(chat.prompts, tones, strict=True)),
        "steps": (Step(minutes=part.minutes, who="everyone", does=chat.step, doing=Doing.TALKING),),
        "compares": "",
        "card": (),
        "protocol": "",
    }
    return part.model_copy(update=change)


def _with_prompts(plan: SessionPlan, review: Review, prompts: list[ReviewPrompt]) -> SessionPlan:
    return _put(plan, review.model_copy(update={"prompts": tuple(prompts)}))


def _self_rating(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    reviews = [part for part in _of(plan, "review") if len(part.prompts) >= 3]
    if not reviews:
        return None
    review = rng.choice(reviews)
    prompts = list(review.prompts)
    prompts[rng.randrange(1, len(prompts) - 1)] = ReviewPrompt(
        text=_fill(rng.choice(texts.RATINGS), plan), tone=Tone.SELF
    )
    return _with_prompts(plan, review, prompts)


def _eyes_on_people(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    reviews = [part for part in _of(plan, "review") if len(part.prompts) >= 3]
    if not reviews:
        return None
    review = rng.choice(reviews)
    prompts = list(review.prompts)
    places = rng.sample(range(len(prompts) - 1), 2)
    for place, text in zip(places, rng.sample(texts.PEOPLE, 2), strict=True):
        prompts[place] = prompts[place].model_copy(update={"text": text})
    return _with_prompts(plan, review, prompts)


def _decide_first(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    reviews = [part for part in _of(plan, "review") if len(part.prompts) >= 3]
    if not reviews:
        return None
    review = rng.choice(reviews)
    kept = [prompt for prompt in review.prompts if prompt.tone != Tone.NEXT][-3:]
    first = ReviewPrompt(text=rng.choice(texts.DECISIONS), tone=Tone.NEXT)
    last = ReviewPrompt(text=rng.choice(texts.FACTS), tone=Tone.CURIOUS)
    return _with_prompts(plan, review, [first, *reversed(kept), last])


def _long_welcome(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    openings, activities = _of(plan, "opening"), _of(plan, "activity")
    if not openings or not activities or not activities[0].steps:
        return None
    shorter, taken = _take_minutes(activities[0], 15 - openings[0].minutes)
    minutes = openings[0].minutes + taken
    if minutes < 12:
        return None
    welcome = rng.choice(texts.WELCOMES)
    after = Step(minutes=2, who="everyone", does=welcome.after, doing=Doing.LISTENING)
    steps = (_talk(welcome, minutes - 2, plan, rng), after)
    change = {"minutes": minutes, "steps": steps, "prompt": "", "everyone_by_minute": None, "title": "Welcome"}
    return _put(plan, openings[0].model_copy(update=change), shorter)


def _take_minutes(part: Activity, wanted: int) -> tuple[Activity, int]:
    """Return the part with its longest step cut to no less than four minutes, and what that gave."""
    longest = max(range(len(part.steps)), key=lambda at: part.steps[at].minutes)
    taken = max(0, min(wanted, part.steps[longest].minutes - 4))
    steps = list(part.steps)
    steps[longest] = steps[longest].model_copy(update={"minutes": steps[longest].minutes - taken})
    return part.model_copy(update={"minutes": part.minutes - taken, "steps": tuple(steps)}), taken


def _open_slot_eaten(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    slots = _of(plan, "open")
    if not slots:
        return None
    eater = rng.choice(texts.EATEN)
    if rng.random() < 0.5:
        return _put(plan, *(_turn_to_notices(slot, eater) for slot in slots))
    return _swallow(plan, slots, eater)


def _turn_to_notices(slot: OpenSlot, eater: texts.Talk) -> OpenSlot:
    step = Step(minutes=slot.minutes, who=eater.who, does=eater.does, doing=Doing.LISTENING, one_voice=True)
    return slot.model_copy(update={"title": eater.after, "steps": (step,), "why": ""})


def _swallow(plan: SessionPlan, slots: list[OpenSlot], eater: texts.Talk) -> SessionPlan | None:
    """Give the open time to the last activity that has steps, as one more item."""
    hosts = [part for part in _of(plan, "activity") if part.steps]
    if not hosts:
        return None
    minutes = sum(slot.minutes for slot in slots)
    step = Step(minutes=minutes, who=eater.who, does=eater.does, doing=Doing.LISTENING, one_voice=True)
    grown = hosts[-1].model_copy(update={"minutes": hosts[-1].minutes + minutes, "steps": (*hosts[-1].steps, step)})
    gone = {slot.id for slot in slots}
    kept = tuple(part for part in _put(plan, grown).parts if part.id not in gone)
    promises = tuple(p.model_copy(update={"part": grown.id}) if p.part in gone else p for p in plan.promises)
    influences = tuple(i for i in plan.influences if i.part not in gone)
    return plan.model_copy(update={"parts": kept, "promises": promises, "influences": influences})


def _kept_unasked(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    captures: list[Capture] = [part for part in _of(plan, "capture") if part.minutes >= 2]
    if not captures:
        return None
    kept = rng.choice(texts.KEPT)
    changed = []
    for part in captures:
        writes = Step(minutes=part.minutes - 1, who="everyone", does=kept.writes, doing=Doing.MAKING)
        goes = Step(minutes=1, who="the host", does=kept.goes, doing=Doing.LISTENING)
        change = {"steps": (writes, goes), "keeps": kept.goes, "consent": kept.consent}
        changed.append(part.model_copy(update=change))
    return _put(plan, *changed)


def _quote_tidied(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    fits = [
        (citation.quote, *pair)
        for citation in plan.citations
        for pair in texts.SWAPS
        if re.search(rf"\b{re.escape(pair[0])}\b", citation.quote)
    ]
    if not fits:
        return None
    quote, old, new = rng.choice(fits)
    tidied = re.sub(rf"\b{re.escape(old)}\b", new, quote, count=1)
    flat, flat_tidied = " ".join(quote.split()), " ".join(tidied.split())
    whole = plan.model_dump()
    changed = _everywhere(whole, lambda text: text.replace(quote, tidied).replace(flat, flat_tidied))
    if rng.random() < 0.5:
        # Half of the hands that tidy the running text leave the list of sources as it was.
        in_text_only = {**changed, "citations": whole["citations"]}
        changed = changed if in_text_only == whole else in_text_only
    return SessionPlan.model_validate(changed)


def _everywhere(value: Any, change: Callable[[str], str]) -> Any:
    """Apply a change to every text inside a dumped plan; enumerated words are left alone."""
    if type(value) is str:
        return change(value)
    if isinstance(value, dict):
        return {key: _everywhere(item, change) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return tuple(_everywhere(item, change) for item in value)
    return value


def _claim_without_source(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    parts = [*_of(plan, "activity"), *_of(plan, "review")]
    claim = rng.choice(texts.CLAIMS)
    place = rng.choice(("why", "step", "facilitation"))
    if place == "facilitation" or not parts:
        return plan.model_copy(update={"facilitation": (claim, *plan.facilitation)})
    part = rng.choice(parts)
    if place == "why":
        return _put(plan, part.model_copy(update={"why": f"{claim} {part.why}".strip()}))
    return _put(plan, part.model_copy(update={"steps": _in_step(part, 0, lambda does: f"{claim} {does}")}))


BLIND: tuple[Damage, ...] = (
    Damage("topic for an outcome", "The outcome becomes a heading or a vague aim.", ("O1", "O2"), _outcome_to_topic),
    Damage("quota in the outcome", "The outcome gets a quota, a date or a bar to clear.", ("X1",), _outcome_to_target),
    Damage("talk with questions", "Members listen and ask, and make nothing.", ("A1", "A5", "S1"), _activity_to_talk),
    Damage("made-up case", "The work on the table is invented for the occasion.", ("A2",), _made_up_work),
    Damage("nothing left", "What was made is gone, and the review looks at talk.", ("A3", "S1"), _nothing_left),
    Damage("newcomer set aside", "The newcomer's job is taken or decorative.", ("A4", "O6"), _newcomer_set_aside),
    Damage("contest", "Teams compete for a prize, or for not being last.", ("A7", "X1", "X7"), _contest),
    Damage("how was it for you", "The review asks how people liked the session.", ("R2", "S1"), _how_was_it),
    Damage("rating oneself", "One prompt wants a number or a level from people.", ("R3", "X1"), _self_rating),
    Damage("eyes on people", "Two prompts ask about the maker, not the work.", ("R1",), _eyes_on_people),
    Damage("decision first", "The review begins with the decision and ends on facts.", ("R6", "A6"), _decide_first),
    Damage("long welcome", "The opening is a speech, and nobody else has a voice.", ("S3",), _long_welcome),
    Damage("open slot eaten", "Notices fill the time that was left open.", ("S7", "S2"), _open_slot_eaten),
    Damage("kept unasked", "People's words are passed on without their yes.", ("S8",), _kept_unasked),
    Damage("tidied quotation", "A word of a quotation is changed.", ("X3",), _quote_tidied),
    Damage("claim without source", "A claim about the community out of thin air.", ("X3",), _claim_without_source),
)
"""All sixteen, in the order of the plan: outcome, activity, review, surroundings, wording."""
