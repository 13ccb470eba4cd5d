"""How the pages say the words of the product."""

from __future__ import annotations

import datetime as dt

from coach.models import (
    CoachMode,
    Consent,
    Cue,
    DateFrom,
    Doing,
    Level,
    LinkKind,
    Matter,
    Mode,
    Phase,
    Severity,
    Tone,
    VerbFamily,
    Visibility,
)

MARK = {
    Doing.LISTENING: "◖",
    Doing.TALKING: "◇",
    Doing.MAKING: "▣",
    Doing.REVIEWING: "◎",
    Doing.OPEN: "○",
}
"""One mark for each thing people do, the same everywhere."""

DOING = {
    Doing.LISTENING: "listening",
    Doing.TALKING: "talking",
    Doing.MAKING: "making",
    Doing.REVIEWING: "reviewing",
    Doing.OPEN: "open space",
}

VISIBILITY = {
    Visibility.ONLY_ME: "Only me",
    Visibility.MEMBERS: "Members",
    Visibility.EVERYONE: "Everyone",
}
VISIBILITY_MEANS = {
    Visibility.ONLY_ME: "Nobody else can find or open it.",
    Visibility.MEMBERS: "People of this community can find and open it; nobody else can.",
    Visibility.EVERYONE: "Anyone who can reach this Coach may read it.",
}

CONSENT = {
    Consent.NEVER: "Never",
    Consent.INSIDE: "Inside",
    Consent.ANYWHERE: "Anywhere",
}
CONSENT_MEANS = {
    Consent.NEVER: "It can be found and read, and its words are never quoted in a plan.",
    Consent.INSIDE: "Its words may be quoted in this community's own plans.",
    Consent.ANYWHERE: "Its words may also be quoted outside, for example to leadership.",
}

MODE = {
    Mode.IN_PERSON: "In one room",
    Mode.ONLINE: "On a call",
    Mode.HYBRID: "Some in a room, some on a call",
}

MODE_SHORT = {Mode.IN_PERSON: "room", Mode.ONLINE: "call", Mode.HYBRID: "both at once"}
"""The same in a word, beside its mark."""

DOES = {
    VerbFamily.MAKE: "Make something",
    VerbFamily.EXAMINE: "Look into something",
    VerbFamily.DECIDE: "Decide",
    VerbFamily.EXPLAIN: "Explain or show",
    VerbFamily.RELATE: "Work with people",
    VerbFamily.OPERATE: "Carry something out",
}
"""What people do in an activity."""

CUE = {
    Cue.STRUGGLE: "Where somebody got stuck",
    Cue.QUESTION: "An open question",
    Cue.WISH: "A wish",
    Cue.DISAGREEMENT: "A disagreement",
    Cue.WORKED: "Something that worked",
    Cue.CASE: "A piece of work that is under way",
}
"""The kinds of sentences in the notes that activities take up."""

GROUP = {0: "all together", 1: "each alone", 2: "in pairs", 3: "in threes", 4: "in fours", 5: "in fives"}
"""How many work together."""

DATE_FROM = {
    DateFrom.FRONT_MATTER: "date from the top of the note",
    DateFrom.HEADING: "date from a heading",
    DateFrom.FILE_NAME: "date from the file name",
    DateFrom.FOLDER: "date from the folder",
    DateFrom.PERSON: "kept that day",
    DateFrom.NONE: "says no date",
}

SEVERITY = {
    Severity.QUESTION: "A question",
    Severity.MEND: "Worth mending",
    Severity.STOP: "Mend this first",
}
SEVERITY_MARK = {Severity.QUESTION: "?", Severity.MEND: "~", Severity.STOP: "!"}

STRENGTH = {0: "Not yet linked", 1: "Partly", 2: "Fully"}

LINK = {
    LinkKind.OUTCOME_ACTIVITY: "is practised in",
    LinkKind.ACTIVITY_REVIEW: "is looked at in",
    LinkKind.OUTCOME_REVIEW: "is looked for in",
}

TONE = {
    Tone.BEFORE: "before",
    Tone.SELF: "for yourself",
    Tone.WARM: "warm",
    Tone.CURIOUS: "curious",
    Tone.NEXT: "next",
}

LEVEL = {
    Level.REMEMBER: "Recall: name it without looking it up",
    Level.UNDERSTAND: "Explain: say it in our own words",
    Level.APPLY: "Do: carry it out in our own work",
    Level.ANALYSE: "Take apart: see how the pieces hang together",
    Level.EVALUATE: "Judge: weigh it up and give reasons",
    Level.CREATE: "Make: put something new together",
}
"""What an outcome asks of people, the simplest first."""

WAY_IN = {"newcomer": "If you are new", "regular": "If you come often", "expert": "If you know this well"}

NOTICED = {
    "O1": "Not said in the members' own voice",
    "O2": "No single doing that one could see",
    "O3": "Nothing named that it is done on",
    "O7": "Longer than people can carry",
    "X1": "Sounds like putting people to a test",
}
"""What the checks look at in an outcome's wording, in a few words."""

DOOR = {
    CoachMode.TEN_MINUTES: "I have ten minutes",
    CoachMode.THINK: "Help me think",
    CoachMode.WENT_WRONG: "It just went wrong",
    CoachMode.GROW: "How do I grow",
}
"""The four ways into a conversation with the coach, as a host would say them."""

MATTER = {
    Matter.DISTRESS: "Somebody is not well",
    Matter.SELF_HARM: "Somebody may harm themselves",
    Matter.BULLYING: "Bullying",
    Matter.HARASSMENT: "Harassment",
    Matter.DISCRIMINATION: "Discrimination",
    Matter.SAFEGUARDING: "A child or somebody vulnerable",
    Matter.SAFETY: "Danger at work",
    Matter.LEGAL: "Law",
    Matter.HR: "Employment",
    Matter.MEDICAL: "Health",
    Matter.MONEY_OR_CRIME: "Money trouble or a crime",
    Matter.CRISIS: "A crisis in a session",
}
"""What is for people and not for a tool."""

PHASE = {
    Phase.DIVERGE: "opens up",
    Phase.GROAN: "holds the mess",
    Phase.CONVERGE: "closes",
}


def date_label(iso: str | None, with_year: bool = True) -> str:
    """Say `2026-03-12` as `12 Mar 2026` (or `12 Mar`), `2026-03` as `Mar 2026`, and nothing as `undated`."""
    if not iso:
        return "undated"
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return iso
    day = dt.date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    month = f"{day:%b}" if len(parts) > 2 and not with_year else f"{day:%b %Y}"
    return f"{day.day} {month}" if len(parts) > 2 else month


def clock(minute: int, begins: dt.time | None = None) -> str:
    """Say a minute of the session as `0:08`, or as `14:08` once it is known when the session begins."""
    if begins is None:
        return f"{minute // 60}:{minute % 60:02d}"
    since_midnight = (begins.hour * 60 + begins.minute + minute) % (24 * 60)
    return f"{since_midnight // 60:02d}:{since_midnight % 60:02d}"


def count(number: int, one: str, many: str = "") -> str:
    """Say a number with its noun: `1 note`, `3 notes`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: list[str]) -> str:
    """Join with commas and a last `and`."""
    return ", ".join(items[:-1]) + f" and {items[-1]}" if len(items) > 1 else "".join(items)


def money(usd: float) -> str:
    """Say what something costs in US dollars: `under 1 cent`, `$0.04`, `$12.50`."""
    if usd <= 0:
        return "no cost"
    return "under 1 cent" if usd < 0.01 else f"${usd:,.2f}"
