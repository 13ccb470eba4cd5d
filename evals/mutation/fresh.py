"""Twenty fresh kinds of damage, written without sight of the checks or of the other kinds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from random import Random
from typing import Any

from coach.models import SessionPlan

from . import fresh_texts as texts
from .kinds import Damage

# Plans are damaged as plain dicts: frozen records would bury each small change under nested copies.
Plain = dict[str, Any]
Change = Callable[[Plain, Random], bool]
"""Changes the plain plan in place and says whether there was anything to bite on."""


def _kind(name: str, says: str, harms: tuple[str, ...], change: Change) -> Damage:
    def _apply(plan: SessionPlan, rng: Random) -> SessionPlan | None:
        plain = plan.model_dump(mode="json")
        return SessionPlan.model_validate(plain) if change(plain, rng) else None

    return Damage(name, says, harms, _apply)


def _parts(plain: Plain, kind: str) -> list[Plain]:
    return [part for part in plain["parts"] if part["kind"] == kind]


def _longest(plain: Plain, kind: str) -> Plain | None:
    return max(_parts(plain, kind), key=lambda part: part["minutes"], default=None)


def _fill(text: str, plain: Plain) -> str:
    outcome = plain["outcomes"][0]
    words = {"verb": outcome["verb"] or "do", "object": outcome["object"] or "what we do"}
    return text.format(community=plain["community"] or "this community", **words)


def _step(minutes: int, who: str, does: str, doing: str = "talking", *, one_voice: bool = False) -> Plain:
    return {"minutes": minutes, "who": who, "does": does, "doing": doing, "one_voice": one_voice}


def _talk(plain: Plain, rng: Random) -> bool:
    activity = _longest(plain, "activity")
    if activity is None or activity["minutes"] < 12:
        return False
    title, members, who, does, after = rng.choice(texts.TALKS)
    short = activity["minutes"] // 6
    chat = who == "whoever likes to speak"
    doing = "talking" if chat else "listening"
    activity["title"], activity["what_members_do"] = title, _fill(members, plain)
    activity["steps"] = [
        _step(activity["minutes"] - short, who, _fill(does, plain), doing, one_voice=not chat),
        _step(short, "everyone", after),
    ]
    return True


def _satisfaction(plain: Plain, rng: Random) -> bool:
    review = _longest(plain, "review")
    if review is None:
        return False
    review["prompts"] = [{"text": text} for text in rng.choice(texts.SATISFIED)]
    review["steps"] = [_step(review["minutes"], "everyone", rng.choice(texts.ROUND))]
    review["card"], review["compares"] = [], ""
    if rng.random() < 0.5:
        review["looks_at"] = rng.choice(("the session as it went", "our time together", "the mood at the end"))
    return True


def _self_rating(plain: Plain, rng: Random) -> bool:
    review = _longest(plain, "review")
    if review is None or not review["prompts"]:
        return False
    rating = {"text": _fill(rng.choice(texts.SELF_RATINGS), plain), "tone": "self"}
    review["prompts"][rng.randrange(len(review["prompts"]))] = rating
    return True


def _people_judged(plain: Plain, rng: Random) -> bool:
    review = _longest(plain, "review")
    if review is None or len(review["prompts"]) < 2:
        return False
    places = rng.sample(range(len(review["prompts"])), 2)
    for place, text in zip(places, rng.sample(texts.JUDGED, 2), strict=True):
        review["prompts"][place] = {"text": text, "tone": review["prompts"][place]["tone"]}
    return True


def _made_up(plain: Plain, rng: Random) -> bool:
    activity = _longest(plain, "activity")
    if activity is None or not activity["steps"]:
        return False
    activity["real_work"], activity["bring"], first = rng.choice(texts.MADE_UP)
    activity["lend"] = ""
    activity["steps"][0]["does"] = f"{first} {activity['steps'][0]['does']}"
    return True


def _newcomer_idle(plain: Plain, rng: Random) -> bool:
    busy = [activity for activity in _parts(plain, "activity") if activity["roles"]["newcomer"]]
    if not busy:
        return False
    text = rng.choice(texts.DECORATIVE)
    for activity in busy:
        activity["roles"]["newcomer"] = text
    for outcome in plain["outcomes"]:
        outcome["ways_in"] = {**outcome["ways_in"], "newcomer": text}
    return True


def _quota(plain: Plain, rng: Random) -> bool:
    outcome = plain["outcomes"][0]
    if not outcome["verb"] or not outcome["object"]:
        return False
    outcome["text"] = _fill(rng.choice(texts.QUOTAS), plain)
    return True


def _claim(plain: Plain, rng: Random) -> bool:
    claim = _fill(rng.choice(texts.CLAIMS), plain)
    spots = [part for part in plain["parts"] if part["kind"] in {"opening", "activity", "review"}]
    if not spots or rng.random() < 0.25:
        plain["facilitation"].append(claim)
    else:
        spot = rng.choice(spots)
        spot["why"] = f"{spot['why']} {claim}".strip()
    return True


def _contest(plain: Plain, rng: Random) -> bool:
    activity = _longest(plain, "activity")
    making = [step for step in activity["steps"] if step["doing"] == "making"] if activity else []
    if not making:
        return False
    step = rng.choice(making)
    step["does"] = f"{step['does']} {rng.choice(texts.CONTESTS)}"
    return True


def _topic(plain: Plain, rng: Random) -> bool:
    outcome = plain["outcomes"][0]
    if not outcome["object"]:
        return False
    text, verb = rng.choice(texts.TOPICS)
    outcome.update(text=_fill(text, plain), verb=verb, level=None, solo=None, sign="")
    return True


def _sums(plain: Plain, rng: Random) -> bool:
    parts = [part for part in plain["parts"] if len(part["steps"]) > 1]
    if not parts:
        return False
    part, more = rng.choice(parts), rng.randrange(5, 13)
    way = rng.choice(("a step grows", "a part grows", "the session shrinks", "a step more", "a step shrinks"))
    if way == "a step grows":
        rng.choice(part["steps"])["minutes"] += more
    elif way == "a part grows":
        part["minutes"] += more
    elif way == "the session shrinks":
        plain["minutes"] = max(plain["minutes"] - 2 * more, plain["minutes"] // 2)
    elif way == "a step more":
        who, does = rng.choice(texts.EXTRAS)
        part["steps"].insert(rng.randrange(len(part["steps"])), _step(more, who, does))
    else:
        max(part["steps"], key=lambda step: step["minutes"])["minutes"] = 1
    return True


def _slack_gone(plain: Plain, rng: Random) -> bool:
    free, activity, opening = _parts(plain, "open"), _longest(plain, "activity"), _longest(plain, "opening")
    minutes = sum(part["minutes"] for part in free)
    if not minutes or activity is None or opening is None or not activity["steps"]:
        return False
    title, who, does = rng.choice(texts.FILLERS)
    way = rng.choice(("filled", "to the activity", "to the opening"))
    if way == "filled":
        for part in free:
            steps = [_step(part["minutes"], who, does, "listening", one_voice=True)]
            part.update(title=title, why="It has to be done at some point.", steps=steps)
        return True
    plain["parts"] = [part for part in plain["parts"] if part["kind"] != "open"]
    if way == "to the activity":
        activity["minutes"] += minutes
        rng.choice(activity["steps"])["minutes"] += minutes
    else:
        opening["minutes"] += minutes
        opening["steps"].insert(0, _step(minutes, who, does, "listening", one_voice=True))
        opening["everyone_by_minute"] = (opening["everyone_by_minute"] or 0) + minutes
    return True


def _no_access(plain: Plain, rng: Random) -> bool:
    if not plain["access"]["before"] or not plain["access"]["after"]:
        return False
    sides = rng.choice((("before",), ("after",), ("before", "after")))
    for side in sides:
        plain["access"][side] = list(rng.choice(texts.BEFORE if side == "before" else texts.AFTER))
    return True


def _no_plan_b(plain: Plain, rng: Random) -> bool:
    if not any(plain["plan_b"].values()):
        return False
    silence, low, loud, late = rng.choice(texts.NO_PLAN_B)
    plain["plan_b"] = {"silence": silence, "low_turnout": low, "loud_voice": loud, "running_late": late}
    return True


def _not_asked(plain: Plain, rng: Random) -> bool:
    captures = _parts(plain, "capture")
    if not captures:
        return False
    keeps, consent, does = rng.choice(texts.NOT_ASKED)
    for capture in captures:
        capture.update(title="What we keep", why="", keeps=keeps, consent=consent)
        capture["steps"] = [_step(capture["minutes"], "the host", does)]
    return True


def _no_trace(plain: Plain, rng: Random) -> bool:
    activities = [part for part in _parts(plain, "activity") if part["artefact"] and part["steps"]]
    if not activities:
        return False
    for activity in activities:
        old = activity["artefact"]
        activity["artefact"], ending = rng.choice(texts.NO_TRACE)
        last = activity["steps"][-1]
        last["does"] = f"{last['does']} {ending}"
        activity["card"], activity["example"] = [], ""
        for promise in plain["promises"]:
            promise["how"] = "" if old in promise["how"] else promise["how"]
    return True


def _expert_talks(plain: Plain, rng: Random) -> bool:
    activities, review = _parts(plain, "activity"), _longest(plain, "review")
    who, does, left, verdict = rng.choice(texts.EXPERTS)
    spared = 3
    reviewed = review["minutes"] - spared if review else 0
    talked = sum(part["minutes"] - spared for part in activities) + reviewed
    if review is None or reviewed < spared or 2 * talked <= plain["minutes"]:
        return False
    # Some authors say honestly that one voice speaks; others leave the labels as they found them.
    honest = rng.random() < 0.7
    doing = "listening" if honest else "talking"
    for part in activities:
        long = _step(part["minutes"] - spared, who, does, doing, one_voice=honest)
        part["steps"] = [long, _step(spared, "everyone", left)]
    long = _step(reviewed, who, verdict, doing, one_voice=honest)
    review["steps"] = [long, _step(spared, "everyone", "A last question to the one who knows, or two.")]
    return True


def _misquote(quote: str, rng: Random) -> str:
    words = quote.split(" ")
    known = [place for place, word in enumerate(words) if word.lower() in texts.SWAPS]
    if not known:
        place = rng.randrange(1, len(words)) if len(words) > 1 else 0
        return " ".join([*words[:place], rng.choice(("always", "hardly", "sometimes")), *words[place:]])
    for place in rng.sample(known, min(len(known), rng.choice((1, 1, 2)))):
        swapped = texts.SWAPS[words[place].lower()]
        words[place] = swapped.capitalize() if place == 0 and words[place][0].isupper() else swapped
    return " ".join(words)


def _raw(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _bent_quote(plain: Plain, rng: Random) -> bool:
    parts = json.dumps(plain["parts"], ensure_ascii=False)
    said = [cited for cited in plain["citations"] if _raw(cited["quote"]) in parts]
    if not said:
        return False
    cited = rng.choice(said)
    bent = _misquote(cited["quote"], rng)
    if rng.random() < 0.5:
        plain["parts"] = json.loads(parts.replace(_raw(cited["quote"]), _raw(bent)))
    else:
        cited["quote"] = bent
    return True


def _strange_pair(plain: Plain, rng: Random) -> bool:
    activity, review = _longest(plain, "activity"), _longest(plain, "review")
    taken = set(re.findall(r"\w{4,}", " ".join(outcome["text"] for outcome in plain["outcomes"]).lower()))
    free = [o for o in texts.OTHER_OUTCOMES if not taken & (set(re.findall(r"\w{4,}", o[2].lower())) | {o[1]})]
    if activity is None or review is None or len(plain["outcomes"]) > 2 or not free:
        return False
    text, verb, thing, sign, reason = rng.choice(free)
    new = f"o{len(plain['outcomes']) + 1}"
    ways = plain["outcomes"][0]["ways_in"]
    plain["outcomes"].append({"id": new, "text": text, "verb": verb, "object": thing, "sign": sign, "ways_in": ways})
    for kind, part in (("outcome_activity", activity), ("outcome_review", review)):
        part["outcome_ids"].append(new)
        plain["links"].append({"kind": kind, "source": new, "target": part["id"], "reason": reason, "strength": 2})
    return True


def _looks_elsewhere(plain: Plain, rng: Random) -> bool:
    review = _longest(plain, "review")
    if review is None or not review["steps"]:
        return False
    thing, does, prompts = rng.choice(texts.ELSEWHERE)
    tones = ("warm", "curious", "next")
    review["looks_at"], review["compares"], review["card"] = thing, "", []
    review["prompts"] = [{"text": text, "tone": tone} for text, tone in zip(prompts, tones, strict=True)]
    review["steps"][0].update(who="the host", does=does, say="Let's all look at this.")
    return True


FRESH = (
    _kind("talk instead of doing", "Members hear about it and do not do it.", ("A1", "A5", "S1"), _talk),
    _kind("satisfaction round", "The review asks how the session was.", ("R2", "R1", "S1"), _satisfaction),
    _kind("self-rating", "One prompt makes people put a figure or a rank on themselves.", ("R3", "X1"), _self_rating),
    _kind("people judged", "Two prompts ask about people and not about the work.", ("R1", "X7"), _people_judged),
    _kind("made-up material", "The work is on an invented or solved case.", ("A2",), _made_up),
    _kind("idle newcomer", "The newcomer's job is taken away or is decoration.", ("A4", "O6"), _newcomer_idle),
    _kind("quota as outcome", "The outcome becomes a figure to be hit.", ("X1", "O1"), _quota),
    _kind("unsourced claim", "The plan says something of the community that nobody has said.", ("X3",), _claim),
    _kind("contest", "Working together becomes winning.", ("A7", "X7", "X1"), _contest),
    _kind("topic as outcome", "The outcome says what it is about and not what people do.", ("O1", "O2"), _topic),
    _kind("sums are off", "Minutes of steps, parts and session no longer agree.", ("S2",), _sums),
    _kind("slack gone", "The open minutes are spent on something else.", ("S2", "S7"), _slack_gone),
    _kind("no access", "Nothing helps people take part before or after.", ("S5",), _no_access),
    _kind("no plan B", "Nothing is said that a host could do when it goes otherwise.", ("S9",), _no_plan_b),
    _kind("nobody asked", "Things are kept without anybody's consent.", ("S8",), _not_asked),
    _kind("no trace", "Nothing is left of what was made.", ("A3",), _no_trace),
    _kind("expert talks", "One expert talks for most of the session.", ("A5", "A1"), _expert_talks),
    _kind("bent quote", "A quote is changed by a word or two.", ("X3",), _bent_quote),
    _kind("strange pair", "Two unrelated outcomes share one activity.", ("S1", "A1"), _strange_pair),
    _kind("looks elsewhere", "The review looks at something that nobody made here.", ("S1", "R2"), _looks_elsewhere),
)
"""The fresh kinds, over activity, review, outcome, wording and the running of the session."""
