"""What people may leave out of an own pattern: read from the rest where that is possible, and said to be so."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from coach.models import Doing, Mode

from .lexicon import Lexicon
from .own_doing import guess_families
from .own_numbers import read_at_least, read_group, read_number, read_range
from .own_shaping import Shaping
from .own_words import ENDS_ON_A_QUESTION, EXAMPLES, MINDS_A_STRUGGLE, ROOM, STARTS_FROM_A_CASE

_LONGEST_ID = 60
_UNSAID_MINUTES = 40


def to_id(fields: Mapping[str, Any], shaping: Shaping) -> str:
    """Return the id: the one that was given, or one made from the title."""
    given = to_slug(fields.get("id", ""))
    if given:
        return given
    made = to_slug(fields["title"])
    if len(made) < 3:  # a title in another script leaves nothing that an id may hold
        made = "own-" + hashlib.sha256(fields["title"].encode()).hexdigest()[:8]
    return f"our-{made}" if made in shaping.taken else made


def to_slug(text: str) -> str:
    """Return a text as an id: `The empty chair` as `the-empty-chair`; empty when nothing of it can be one."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-0123456789")
    return words[:_LONGEST_ID].strip("-") if len(words) > 1 else ""


def to_minutes(raw: Any, total: float | None, shaping: Shaping) -> Any:
    """Return the shortest, the best and the longest, from a number, a range, the steps, or nothing."""
    if isinstance(raw, dict) and {"min", "best", "max"} <= raw.keys():
        return raw
    low, best, high = 0, round(total or 0), 0
    if isinstance(raw, dict):
        low, best, high = (round(read_number(raw.get(name, "")) or now) for name, now in
                           (("min", low), ("best", best), ("max", high)))  # fmt: skip
    elif raw and (pair := read_range(raw)):
        low, high = pair
        best = best if low <= best <= high else round((low + high) / 2)
    elif raw and (number := read_number(raw)):
        best = round(number)
    elif raw:
        shaping.stop("minutes", f"`minutes` says “{str(raw)[:40]}”, which is no length of time.", EXAMPLES["minutes"])
        return raw
    best = best or round((low + high) / 2) or _UNSAID_MINUTES
    minutes = {"min": low or max(1, round(best * 0.7)), "best": best, "max": high or max(best, round(best * 1.4))}
    if not raw and total is None:
        shaping.assumed["minutes"] = minutes
    return minutes


def to_people(raw: Any, steps: list[dict[str, Any]], shaping: Shaping) -> Any:
    """Return for how many it works; the size of a small group is read from who does the steps."""
    longest = sorted(steps, key=lambda step: -step["share"])
    small = next((size for step in longest if (size := read_group(step["who"])) is not None), 0)
    people: dict[str, Any] = {"min": max(2, small), "max": 24 if small == 0 else 60, "small_group": small}
    if isinstance(raw, dict):
        return _checked({**people, **raw}, shaping)
    if raw and (pair := read_range(raw)):
        return {**people, "min": pair[0], "max": pair[1]}
    if raw and (number := read_at_least(raw)):
        return {**people, "min": number, "max": max(number, people["max"])}
    if raw:
        shaping.stop("people", f"`people` says “{str(raw)[:40]}”, which is no size of a group.", EXAMPLES["people"])
        return raw
    shaping.assumed["people"] = people
    return people


def _checked(people: dict[str, Any], shaping: Shaping) -> dict[str, Any]:
    low, high, small = (read_number(people[name]) for name in ("min", "max", "small_group"))
    fits = low is not None and high is not None and small is not None and 1 <= low <= high and small <= high
    if not fits:
        said = "{min} to {max} in groups of {small_group}".format(**people)
        shaping.stop("people", f"`people` says {said[:60]}, which no group can be.", EXAMPLES["people"])
    return people


def to_modes(fields: Mapping[str, Any], shaping: Shaping) -> list[str]:
    """Return how people can meet for it; words that speak of a room mean one."""
    names = {"remote": "online", "virtual": "online", "onsite": "in_person", "on_site": "in_person", "both": "hybrid"}
    given = [re.sub(r"[\s-]+", "_", item.lower()) for item in fields.get("modes", ())]
    if given:
        return [names.get(item, item) for item in given]
    said = json.dumps([fields["steps"], fields.get("materials", ""), fields["what_members_do"]], ensure_ascii=False)
    in_a_room = re.search(ROOM, said, re.IGNORECASE)
    modes = [Mode.IN_PERSON.value] if in_a_room else [mode.value for mode in Mode]
    shaping.assumed["modes"] = modes
    return modes


def add_families(fields: dict[str, Any], shaping: Shaping) -> None:
    """Add what kind of doing it is and at which levels, from the verbs where nobody said it."""
    families, levels = guess_families(fields["what_members_do"], fields["steps"], shaping.lexicon)
    if "families" in fields:
        fields["families"] = [_to_family(item, shaping.lexicon) for item in fields["families"]]
    else:
        fields["families"] = shaping.assumed["families"] = [item.value for item in families]
    if "levels" in fields:
        fields["levels"] = ["analyse" if item.lower() == "analyze" else item.lower() for item in fields["levels"]]
    else:
        fields["levels"] = shaping.assumed["levels"] = [item.value for item in levels]


def _to_family(text: str, lexicon: Lexicon) -> str:
    entry = lexicon.verbs.get(text.lower())
    return entry.family.value if entry is not None else text.lower()


def to_take_up(raw: Any, steps: list[dict[str, Any]]) -> Any:
    """Return what was given, filled up to three with plain ones, so that the notes are heard in any case."""
    given = raw if isinstance(raw, list) else [] if raw is None else [raw]
    cues = {str(item.get("cue", "")) for item in given if isinstance(item, dict)}
    work = max(range(len(steps)), key=lambda place: (steps[place]["doing"] == Doing.MAKING, steps[place]["share"]))
    ours = [
        {**MINDS_A_STRUGGLE, "step": work},
        {**STARTS_FROM_A_CASE, "step": 0},
        {**ENDS_ON_A_QUESTION, "step": len(steps) - 1},
    ]
    missing = [item for item in ours if item["cue"] not in cues]
    return [*given, *missing[: max(0, 3 - len(given))]]
