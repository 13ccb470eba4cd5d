"""A1 to A7: do members do the outcome's verb, on real work, with a job for everyone and a short expert?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.models import Activity, Finding
from coach.playbook import Lexicon, content_stems

from .alignment import Web
from .criterion import Criterion, listed, quoted
from .flow import Flow, Stretch, count_minutes, find_stretches, longest_voice
from .reading import OutcomeReading, find_known_verbs
from .strength import is_toy, see_doing

LONGEST_VOICE = 10
"""Minutes for which one person may speak while the others listen."""

_A1 = Criterion(
    "A1",
    "People learn the doing by doing it, at the height that they want to reach.",
    "Begin what members do with the outcome's own verb, or with one that asks at least as much.",
)
_A2 = Criterion(
    "A2",
    "Real, unfinished work makes the hour worth having, whatever else is learned.",
    "Ask people to bring something that is on their desk this week and not finished.",
)
_A3 = Criterion(
    "A3",
    "A trace is what people can look at together, take along and come back to.",
    "Say what is on the table at the end: a map, a letter, a list of three questions.",
)
_A4 = Criterion(
    "A4",
    "Newer people come in through small jobs that the others really need.",
    "Give someone new a job that the work needs: hold the pen, ask “what happens then?”, keep the list of open points.",
)
_A5 = Criterion(
    "A5",
    "Hands and voices go to sleep when one person speaks for long, however good they are.",
    "Cut the talk to ten minutes at most, let people try, and let the expert answer what comes up.",
)
_A7 = Criterion(
    "A7",
    "People show unfinished work when someone has said that it may be wrong.",
    "Say one sentence at the start, such as: “These are first versions; a wrong line tells us where to ask.”",
)
_NO_TRACE = content_stems(
    "nothing none new insight insights learning learnings understanding shared awareness feeling feelings good"
    " discussion"
    " conversation talk inspiration idea ideas impression impressions heads better energy experience knowledge memory"
    " takeaway takeaways lessons learned fun connection connections thoughts"
)
_JOBS = (
    ("newcomer", "Hold the pen, ask “What happens then?” until it makes sense, and write down what nobody can answer."),
    ("regular", "Bring the piece of work, begin, and say aloud what you are unsure of."),
    ("expert", "Answer when you are asked, and leave the pen with the others."),
)
"""What someone new, a regular and an expert might do in almost any activity."""
_NORM = "These are first versions; a wrong line tells us where to ask."
_THREAT = re.compile(
    r"\b(?:mistakes?|errors?)\s+(?:will|are|is)\s+(?:be\s+)?(?:noted|corrected|recorded|counted|reported|pointed\s+out"
    r"|shown|not\s+(?:allowed|accepted|acceptable|an\s+option))\b|\bget\s+it\s+right\b(?!\s+(?:later|in\s+the\s+end))"
    r"|\bno\s+(?:mistakes|errors)\b|\bmust\s+be\s+(?:right|correct|perfect|finished)\b|\bonly\s+(?:finished|polished"
    r"|correct"
    r"|good)\b|\bavoid\s+(?:mistakes|errors|being\s+wrong)\b|\bbe\s+(?:professional|accurate)\b",
    re.IGNORECASE,
)
_EDGE = re.compile(
    r"\b(?:watch(?:es|ing)?|observ(?:e|es|ing)|listen(?:s|ing)?|shadow(?:s|ing)?|sits?\s+(?:in|with|and)|look(?:s"
    r"|ing)?\s+on"
    r"|follow(?:s|ing)?\s+along|tak(?:e|es|ing)\s+notes|soak(?:s|ing)?\s+(?:it\s+)?(?:in|up)|absorbs?|learns?)\b",
    re.IGNORECASE,
)
_NOTES = re.compile(r"\btak(?:e|es|ing)\s+notes\b", re.IGNORECASE)
_FOR_OTHERS = re.compile(
    r"\bfor\s+(?:the\s+)?(?:group|others|everyone|pair|team|table|author|room|all|us|whole)\b|\bothers?\s+(?:need"
    r"|use|rely)\b|\bshared\b",
    re.IGNORECASE,
)
_IDLE_VERBS = frozenset(
    {
        "watch",
        "observe",
        "listen",
        "shadow",
        "sit",
        "look",
        "follow",
        "take",
        "learn",
        "note",
        "notice",
        "absorb",
        "see",
        "hear",
        "be",
        "get",
    }
)
_NEEDED = re.compile(
    r"\b(?:holds?|asks?|draws?|writes?|keeps?|names?|chooses?|reads?|marks?|brings?|starts?|hosts?|times?|counts?"
    r"|collects?|points?"
    r"|says?|tells?|puts?|posts?|pastes?|types?|carr(?:y|ies)|guards?|picks?|checks?|sorts?|moves?|sticks?|records?"
    r"|sketch(?:es)?"
    r"|repeats?|speaks?|shows?|gives?|opens?|turns?|photographs?)\b",
    re.IGNORECASE,
)


def check_activities(web: Web) -> list[Finding]:
    """Check every activity on its own, in order."""
    found: list[Finding] = []
    for activity in web.activities:
        readings = [item for item in web.readings if activity in web.activities_of(item.outcome.id)]
        found += _check_doing(activity, readings, web.lexicon)
        found += [
            *_check_work(activity),
            *_check_trace(activity),
            *_check_roles(activity, web.lexicon),
            *_check_norm(activity),
        ]
    return found


def check_voices(web: Web) -> list[Finding]:
    """Check how long one voice speaks and how long members are at work themselves (A5)."""
    stretches = find_stretches(web.plan)
    return [*_check_longest_voice(stretches), *_check_share(web, stretches)]


def _check_doing(activity: Activity, readings: Sequence[OutcomeReading], lexicon: Lexicon) -> list[Finding]:
    if not activity.what_members_do.strip() and not activity.steps:
        return [_A1.mend(activity.id, f"“{activity.title}” does not say what members do.")]
    for reading in readings:
        said = quoted(activity.what_members_do or activity.title)
        if not see_doing(reading, activity, lexicon).performs and reading.verb and reading.parsed.vague is None:
            return [_A1.mend(activity.id, f"Members {_bare(said)}; the outcome asks them to {reading.verb}.")]
        lower = _lower_level(activity, reading, lexicon)
        if lower:
            return [_A1.mend(activity.id, f"{said} is at the level “{lower}”; the outcome asks for “{reading.level}”.")]
    return []


def _bare(said: str) -> str:
    return f"do this: {said}"


def _lower_level(activity: Activity, reading: OutcomeReading, lexicon: Lexicon) -> str:
    """Return the activity's level when it is below the outcome's: from its verbs, or else as it says."""
    verbs = find_known_verbs(activity.what_members_do, lexicon)
    levels = [lexicon.verbs[verb].level for verb in verbs]
    if not levels and activity.level is not None:
        levels = [activity.level]
    if not levels or reading.level is None or reading.verb in verbs:
        return ""
    highest = max(levels, key=lambda level: level.rank)
    return str(highest) if highest.rank < reading.level.rank else ""


def _check_work(activity: Activity) -> list[Finding]:
    if not activity.real_work.strip():
        return [_A2.mend(activity.id, f"“{activity.title}” names no real work that it is done on.")]
    if is_toy(activity.real_work):
        return [_A2.mend(activity.id, f"{quoted(activity.real_work)} is made up for the occasion.")]
    return []


def _check_trace(activity: Activity) -> list[Finding]:
    if activity.artefact.strip():
        if content_stems(activity.artefact) - _NO_TRACE:
            return []
        return [_A3.mend(activity.id, f"{quoted(activity.artefact)} cannot be laid on a table.")]
    return [_A3.mend(activity.id, f"“{activity.title}” does not say what is on the table at the end.")]


def _check_roles(activity: Activity, lexicon: Lexicon) -> list[Finding]:
    roles = activity.roles
    named = {
        "someone new": roles.newcomer,
        "those who come often": roles.regular,
        "those who know this well": roles.expert,
    }
    missing = [who for who, role in named.items() if not role.strip()]
    if missing:
        ours = "\n".join(job for (_, job), role in zip(_JOBS, named.values(), strict=True) if not role.strip())
        return [_A4.mend(activity.id, f"“{activity.title}” has no job for {listed(missing)}.", "", ours)]
    if len({role.strip().lower() for role in named.values()}) == 1:
        return [_A4.mend(activity.id, f"“{activity.title}” gives everyone the same job, new or not.")]
    if is_idle(roles.newcomer, lexicon):
        message = f"Someone new would {quoted(roles.newcomer)}: nobody would miss it."
        return [_A4.mend(activity.id, message, "", _JOBS[0][1])]
    return []


def is_idle(role: str, lexicon: Lexicon) -> bool:
    """Return whether a role is only watching, listening or taking notes for oneself."""
    if not _EDGE.search(role):
        return False
    if _NOTES.search(role) and _FOR_OTHERS.search(role):
        return False
    rest = _EDGE.sub(" ", role)
    return not _NEEDED.search(rest) and not set(find_known_verbs(rest, lexicon)) - _IDLE_VERBS


def _check_norm(activity: Activity) -> list[Finding]:
    if _THREAT.search(activity.norm):
        message = f"{quoted(activity.norm)} warns people; it does not make it safe to be wrong."
        return [_A7.mend(activity.id, message, "", _NORM)]
    # Where nothing is said yet, what members do comes first.
    if activity.norm.strip() or not (activity.what_members_do.strip() or activity.steps):
        return []
    message = f"“{activity.title}” has no sentence that makes it safe to be wrong."
    return [_A7.mend(activity.id, message, "", _NORM)]


def _check_longest_voice(stretches: Sequence[Stretch]) -> list[Finding]:
    run = longest_voice(stretches)
    minutes = sum(stretch.minutes for stretch in run)
    if minutes <= LONGEST_VOICE:
        return []
    titles = listed(f"“{title}”" for title in dict.fromkeys(stretch.part.title for stretch in run))
    message = f"One voice speaks for {minutes} minutes on end in {titles}; the others listen."
    return [_A5.mend(run[0].part.id, message)]


def _check_share(web: Web, stretches: Sequence[Stretch]) -> list[Finding]:
    doing, whole = count_minutes(stretches, Flow.DOING), web.plan.minutes
    if doing * 2 >= whole:
        return []
    message = f"Members are at work themselves for {doing} of {whole} minutes, which is less than half."
    return [_A5.mend("plan", message, "Give minutes from talking and waiting to the activity and the review.")]
