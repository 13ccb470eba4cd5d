"""What a plan has to tell in a letter; a plan of any origin, with as little in it as it likes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from coach.models import Activity, Capture, Mode, Part, Promise, SessionPlan
from coach.playbook import Lexicon, Wording, parse_outcome, to_brief, to_wording

_WHERE = {
    Mode.IN_PERSON: "in [room]",
    Mode.ONLINE: "on a call, at [link]",
    Mode.HYBRID: "in [room] and on a call, at [link]",
}
_KIND = {
    "opening": "to begin",
    "activity": "the work itself",
    "review": "looking at it together",
    "capture": "what we keep",
    "open": "room for what comes up",
    "break": "a break",
}
_SAID_BESIDE = frozenset({"opening", "activity", "review"})
"""Parts whose titles do not say what they are for."""
_HOURS = {60: "an hour", 90: "an hour and a half", 120: "two hours", 150: "two and a half hours", 180: "three hours"}
_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
_NAMES = re.compile(
    r"\b(?:willing|sign(?:s|ed)?[ -]up|volunteers?|put(?:s|ting)? (?:up )?(?:a|their|your|his|her) (?:hand|name)\w*"
    r"|take it on|who (?:will|takes)|commit\w*|names? on (?:a|the) list)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.?!…:][”’\")]?$")


@dataclass(frozen=True)
class Facts:
    """What a letter can say of a plan."""

    wording: Wording
    """How sentences speak of what is practised."""
    slots: Mapping[str, str]
    """What is filled into sentences; empty where the plan does not tell."""
    lists: Mapping[str, tuple[str, ...]]
    """What stands in lines of its own; empty where the plan does not tell."""

    def has(self, name: str) -> bool:
        """Return whether the plan tells this."""
        return bool(self.slots.get(name) or self.lists.get(name))


def read_facts(plan: SessionPlan, lexicon: Lexicon) -> Facts:
    """Read what a plan tells."""
    wording, brief = _wordings(plan, lexicon)
    slots = {
        "title": to_line(plan.title) or "Our next session",
        "community": to_line(plan.community),
        "brief": brief,
        "length": say_length(plan.minutes),
        "where": _WHERE[plan.mode],
        "notes": _count_notes(plan),
        "newcomers": "yes" if plan.newcomers else "",
        "names": _find_names(plan.promises),
        **_kept(plan.parts),
    }
    lists = {"parts": tuple(_part_line(part) for part in plan.parts), "questions": _lines(plan.ask_first)}
    activities = [part for part in plan.parts if isinstance(part, Activity)]
    _add_one_or_many(slots, lists, "outcome", [to_sentence(item.text) for item in plan.outcomes])
    _add_one_or_many(slots, lists, "sign", [to_sentence(item.sign) for item in plan.outcomes])
    _add_one_or_many(slots, lists, "artefact", [to_line(item.artefact).rstrip(".") for item in activities])
    slots["bring"], slots["lend"], lists["brings"] = _to_bring(activities)
    return Facts(wording, slots, lists)


def to_line(text: str) -> str:
    """Return a text of a plan on one line."""
    return " ".join(text.split())


def to_sentence(text: str) -> str:
    """Return a text of a plan as a sentence, with a capital and a stop; nothing for nothing."""
    line = to_line(text)
    if not line:
        return ""
    return line[:1].upper() + line[1:] + ("" if _ENDS.search(line) else ".")


def say_length(minutes: int) -> str:
    """Say minutes the way people do: `an hour and a half`, `50 minutes`, `six hours`."""
    if minutes in _HOURS:
        return _HOURS[minutes]
    hours, rest = divmod(minutes, 60)
    if hours < 2:
        return f"{minutes} minutes"
    return f"{say_number(hours)} hours" + (f" and {rest} minutes" if rest else "")


def say_number(number: int) -> str:
    """Say a small number as a word."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _wordings(plan: SessionPlan, lexicon: Lexicon) -> tuple[Wording, str]:
    """Return how sentences speak of all outcomes, and a few words for them."""
    parsed = [parse_outcome(item.text, lexicon) for item in plan.outcomes]
    briefs = [to_brief(item) for item in parsed]
    if len(parsed) == 1:
        return to_wording(parsed[0]), briefs[0].doing
    joined = replace(briefs[0], do=_joined(item.do for item in briefs), doing=_joined(item.doing for item in briefs))
    return joined, f"{briefs[0].doing} and more"


def _joined(phrases: Iterable[str]) -> str:
    *first, last = phrases
    return f"{', '.join(first)} and {last}" if first else last


def _count_notes(plan: SessionPlan) -> str:
    count = len(plan.citations)
    return f"{say_number(count)} {'sentence' if count == 1 else 'sentences'}" if count else ""


def _find_names(promises: Sequence[Promise]) -> str:
    """Return the first promise for which people put their names on a list."""
    return next((to_line(item.text).rstrip(".") for item in promises if _NAMES.search(f"{item.text} {item.how}")), "")


def _kept(parts: Sequence[Part]) -> dict[str, str]:
    captures = [part for part in parts if isinstance(part, Capture)]
    # It always stands after a colon.
    keeps = next((_small(to_sentence(part.keeps)) for part in captures if part.keeps.strip()), "")
    consent = next((to_sentence(part.consent) for part in captures if part.consent.strip()), "")
    return {"keeps": keeps, "consent": consent}


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:] if re.match(r"[A-Z][a-z]|A ", sentence) else sentence


def _part_line(part: Part) -> str:
    what, title = _KIND[part.kind], to_line(part.title)
    said = f"{title} ({what})" if title and part.kind in _SAID_BESIDE else title or what
    return f"{part.minutes} min: {said}"


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for line in map(to_line, texts) if line)


def _add_one_or_many(slots: dict[str, str], lists: dict[str, tuple[str, ...]], name: str, texts: Sequence[str]) -> None:
    found = tuple(dict.fromkeys(text for text in texts if text))
    slots[name] = found[0] if len(found) == 1 else ""
    lists[f"{name}s"] = found if len(found) > 1 else ()


def _to_bring(activities: Sequence[Activity]) -> tuple[str, str, tuple[str, ...]]:
    """Return what to bring and to borrow for the one activity that says so, or a line for each of several."""
    pairs = {(to_sentence(item.bring), to_sentence(item.lend)): to_line(item.title) for item in activities}
    told = {pair: title for pair, title in pairs.items() if any(pair)}
    if len(told) > 1:
        return "", "", tuple(_bring_line(title, *pair) for pair, title in told.items())
    bring, lend = next(iter(told), ("", ""))
    return bring, lend, ()


def _bring_line(title: str, bring: str, lend: str) -> str:
    borrowed = f"Nothing to bring? {lend}" if bring and lend else lend
    said = f"{bring} {borrowed}".strip()
    return f"{title}: {said}" if title else said
