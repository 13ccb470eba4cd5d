"""The words around a brief: its headings for each kind of reader, dates as people say them, consent in words."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from coach.models import Consent, SectionKind, ValueCycle

_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]")
_LONG_WORD = re.compile(r"\S{32,}")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")

CONSENT = {
    Consent.ANYWHERE: "may be quoted anywhere",
    Consent.INSIDE: "inside, without names",
    Consent.NEVER: "not to be quoted",
}
"""How a note may be quoted, for people."""

CYCLE_NAMES = {
    ValueCycle.IMMEDIATE: "Being together",
    ValueCycle.POTENTIAL: "Taking something away",
    ValueCycle.APPLIED: "Using it",
    ValueCycle.REALISED: "What came of it",
    ValueCycle.REFRAMING: "Seeing success differently",
}
"""The cycles of value in few words."""

GONE = "These words have been withdrawn or deleted since."
"""What stands where words were that are no longer there."""


@dataclass(frozen=True)
class Headings:
    """What a brief calls its parts."""

    sections: Mapping[SectionKind, str]
    """Each part of the page."""
    evidence: str
    """The table of what stands behind it."""
    evidence_says: str
    """One sentence on how to read that table."""
    left_out: str
    """What was not used."""
    pictures: str
    """What can be looked at."""


_LEADER = Headings(
    sections={
        SectionKind.SET_OUT: "What we set out to learn",
        SectionKind.CAN_NOW: "What people can do now",
        SectionKind.STORIES: "One story from end to end",
        SectionKind.NOT_YET: "What did not work, and what we do not know",
        SectionKind.CONTRIBUTION: "How far this is the community’s doing",
        SectionKind.ASK: "What we ask",
    },
    evidence="The words behind it",
    evidence_says="Every number in square brackets leads to what people wrote, or to what was counted.",
    left_out="What was not used",
    pictures="The same to look at",
)
_COMMUNITY = Headings(
    sections={
        SectionKind.SET_OUT: "What you said you wanted to learn",
        SectionKind.CAN_NOW: "What you said you can do now",
        SectionKind.STORIES: "One of your stories, from end to end",
        SectionKind.NOT_YET: "What was hard, and what we still do not know",
        SectionKind.CONTRIBUTION: "What else had a part in it",
        SectionKind.ASK: "What we ask for on your behalf",
    },
    evidence="What became of your words",
    evidence_says="Every number in square brackets leads to the words that were used, and says how they may be quoted. "
    "If something of yours should not stand here, say so and it goes.",
    left_out="What stayed with you",
    pictures="The same to look at",
)
HEADINGS: Mapping[str, Headings] = {"leader": _LEADER, "community": _COMMUNITY}
"""The headings by voice."""


def title_of(kind: SectionKind, given: str, voice: str) -> str:
    """Return a part's heading: its own, and the voice's where it has none or only the one for leaders."""
    if to_line(given).replace("'", "’") in ("", _LEADER.sections[kind]):
        return HEADINGS[voice].sections[kind]
    return to_line(given)


def to_line(text: str) -> str:
    """Return a text on one line, without what cannot be seen and could turn other words around."""
    return " ".join(_CONTROL.sub(" ", _UNSEEN.sub("", text)).split())


def to_print(text: str) -> str:
    """Return a text as it is set: a turned script does not turn what follows it, and a very long word may break."""
    if any(unicodedata.bidirectional(char) in ("R", "AL") for char in text):
        text = text.replace("”", "\u200e”") + "\u200e"
    return _LONG_WORD.sub(lambda found: "\u200b".join(re.findall(".{1,12}", found[0])), text)


def say_date(date: dt.date) -> str:
    """Return `12 March 2026`."""
    return f"{date.day} {date:%B %Y}"


def say_day(date: str | None) -> str:
    """Return a note's date as far as it says: `12 March 2026`, `March 2026`, `2026` or `undated`."""
    text = to_line(date or "")
    for form, says in (("%Y-%m-%d", say_date), ("%Y-%m", lambda day: f"{day:%B %Y}")):
        try:
            return says(dt.datetime.strptime(text, form).date())
        except ValueError:
            continue
    return text or "undated"


def say_period(start: dt.date | None, end: dt.date | None) -> str:
    """Return `1 December 2025 to 26 November 2026`, as far as it has ends."""
    if start and end:
        return f"{say_date(start)} to {say_date(end)}"
    if start:
        return f"from {say_date(start)} on"
    return f"until {say_date(end)}" if end else ""
