"""A1 to A7: do members do the outcome's verb, on real work, with a job for everyone and a short expert?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coach.models import Activity, Finding
from coach.playbook import Lexicon, content_stems

from .alignment import Web
from .contests import is_threat, makes_safe
from .criterion import Criterion, listed, quoted
from .edges import is_idle
from .flow import Flow, Stretch, count_minutes, find_stretches, longest_voice
from .invented import find_invention, is_nobodys
from .quotes import search_own
from .reading import OutcomeReading, find_known_verbs
from .strength import is_toy, see_doing
from .voices import tells_alone

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
    " takeaway takeaways lessons learned fun connection connections thoughts exchange mood spirit trust atmosphere"
    " buzz look"
    " outlook view views sense perspective perspectives appreciation clarity motivation confidence enthusiasm"
    " community"
    " team-building belonging sympathy respect memory memories smile laughter feel excitement curiosity appetite"
    " lively"
    " lot peace mind food thought goodwill pleasure joy momentum horizon horizons insight relationship relationships"
    " awareness morning day week unforgettable fresh common deep deeper new strong"
    " stronger warm moment moments hour afternoon evening time"
)
_THINGS = content_stems(
    "map maps draft drafts list lists page pages note notes letter letters card cards sheet sheets plan plans sketch"
    " drawing diagram table chart board wall poster document report text wording sentence sentences line lines"
    " question"
    " questions decision estimate review comment comments remark remarks recording photo photos picture log trail"
    " minutes transcript file files code branch ticket tickets script model prototype mock-up set-up form guide"
    " checklist"
    " recipe story stories timeline canvas spreadsheet column graph calendar schedule agenda proposal outline"
    " summary slide slides email message post-it post-its sticker stickers slip slips heap heaps box strip tally"
    " object piece pieces"
    " comparison explanation run-through example examples version versions answer answers entry entries label labels"
    " bundle folder paper papers booklet"
)
_PIECES = content_stems("line piece card pen question dot word sentence arrow sticker")
"""What almost any work is made with; whoever handles these is in it."""
_HEAD = re.compile(
    r"\s+(?:of|that|which|for|about|with|in|on|from|between|among|as|at|to|into|what|how)\s+", re.IGNORECASE
)
_CHANGE = re.compile(
    r"^\W*(?:an?\s+|some\s+|the\s+)?(?:better|broader|clearer|wider|greater|more|stronger|deeper|higher|closer"
    r"|improved|increased|renewed"
    r"|heightened)\s+\w+|\b(?!(?:busi|har|wit)ness)\w{3,}(?:ness|ship)\b(?!\s+\w)|\b(?:in|on)\s+"
    r"(?:every(?:one|body)|people|members|their|your|our|one)(?:['’]s)?\s+(?:heads?|minds?|hearts?)\b",
    re.IGNORECASE,
)
"""A change of heart, where a thing was to be named."""
_GONE = re.compile(
    r"\b(?:wip(?:e|es|ed|ing)|eras(?:e|es|ed|ing)|delet(?:e|es|ed|ing)|bin(?:s|ned)?|shred(?:s|ded)?|discard(?:s"
    r"|ed)?|scrap(?:s|ped)?|recycl\w+|rub(?:s|bed)?\s+(?:\w+\s+){0,3}?out|throw(?:s|n)?\s+(?:\w+\s+){0,4}?away|"
    r"tear(?:s)?\s+(?:\w+\s+){0,3}?up|crumpl\w+|burn(?:s|t)?)\b(?=\s*(?:the|it|them|every\w*|all|your|what|their"
    r"|away|out|up|clean|down|\w+\s+(?:away|out|clean|up)\b|[.,;]|$))"
    r"|\bwithout\s+saving\b|\b(?:sweep|clear|clean)(?:s|ed)?\s+(?:the\s+|your\s+|our\s+)?(?:bench|wall|walls|board"
    r"|boards|tables?|screen|desks?|floor)\b|\binto?\s+(?:the\s+)?(?:bin|waste\s*paper|recycling|shredder)\b"
    r"|\bnothing\s+(?:is|gets|will\s+be|has\s+to\s+be|needs\s+to\s+be)\s+(?:written|kept|noted|made|saved|drawn)\b"
    r"|\b(?:nobody|no\s+one)\s+(?:needs?\s+to|has\s+to|should)\s+(?:write|keep|have|make)\s+(?:anything|it|a)\b"
    r"|\bno\s+(?:trace|notes|record)\s+(?:is|are|stays?|remains?|left)\b",
    re.IGNORECASE,
)
_TAKES_OVER = re.compile(
    r"\b(?:shows?|tells?)\s+(?:the\s+)?(?:\w+\s+)?(?:how\s+(?:it\s+is|it['’]s|to\s+do|one)|the\s+right)\b"
    r"|\b(?:gives?|provides?|supplies|has|knows)\s+(?:the\s+)?(?:right\s+)?(?:answers?|solutions?)\b"
    r"|\bcorrects?\s+(?:the|what|every|"
    r"people|others|their|each)|\b(?:takes?\s+over|takes?\s+the\s+(?:pen|mouse|keyboard|tools)(?!\s+last)"
    r"|does\s+it\s+for|do\s+it\s+for|decides?\s+(?:what|which|who|how|for))\b|\b(?:presents?|lectures?"
    r"|demonstrates?)\b|\bhas\s+the\s+last\s+word\b"
    r"|\b(?:judges?|assesses?|evaluates?|rates?|marks?|approves?|signs?\s+off)\s+(?:the|each|every|what|all|their"
    r"|people)|\bexplains?\s+(?:to\s+\w+\s+)?(?:how|everything|what\s+is\s+right|the\s+right)",
    re.IGNORECASE,
)
_HELD_BACK = re.compile(
    r"\b(?:not|no|never|nobody|nothing|without|only\s+(?:if|when|after)|if|when\s+(?:they|you)\s+(?:are"
    r"|['’]re)\s+asked|until|holds?\s+back|keeps?\s+\w+\s+to|leaves?|waits?|don['’]t|doesn['’]t|neither|nor|rather"
    r"|instead|last|asked)\b",
    re.IGNORECASE,
)
_JOBS = (
    ("newcomer", "Hold the pen, ask “What happens then?” until it makes sense, and write down what nobody can answer."),
    ("regular", "Bring the piece of work, begin, and say aloud what you are unsure of."),
    ("expert", "Answer when you are asked, and leave the pen with the others."),
)
"""What someone new, a regular and an expert might do in almost any activity."""
_NORM = "These are first versions; a wrong line tells us where to ask."


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
    stretches = [_as_heard(stretch) for stretch in find_stretches(web.plan)]
    return [*_check_longest_voice(stretches), *_check_share(web, stretches)]


def _as_heard(stretch: Stretch) -> Stretch:
    """Return a stretch as one voice where one person plainly tells the others, whatever its step is called."""
    tells = stretch.step is not None and stretch.flow is Flow.DOING and tells_alone(stretch.step)
    return replace(stretch, flow=Flow.VOICE) if tells else stretch


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
    invented = find_invention(activity)
    if invented or is_toy(activity.real_work):
        message = f"{quoted(invented or activity.real_work)} is made up for the occasion, or long finished."
        return [_A2.mend(activity.id, message)]
    if is_nobodys(activity.real_work, written_out=_is_written_out(activity)):
        return [_A2.mend(activity.id, f"Nothing says whose {quoted(activity.real_work)} is, or that it is still open.")]
    return []


def _is_written_out(activity: Activity) -> bool:
    """Return whether an activity says so much that what it leaves out is not only left unsaid."""
    roles = activity.roles
    return all(field.strip() for field in (roles.newcomer, roles.regular, roles.expert, activity.norm))


def _made_in(activity: Activity) -> frozenset[str]:
    return (
        content_stems(" ".join((activity.example, *activity.card, *(step.does for step in activity.steps)))) - _NO_TRACE
    )


def _check_trace(activity: Activity) -> list[Finding]:
    if activity.artefact.strip():
        head = next((part for part in _HEAD.split(activity.artefact.strip()) if content_stems(part)), "")
        if not content_stems(head) - _NO_TRACE or _CHANGE.search(activity.artefact):
            return [_A3.mend(activity.id, f"{quoted(activity.artefact)} cannot be laid on a table.")]
        if _is_written_out(activity) and not content_stems(activity.artefact) & (_THINGS | _made_in(activity)):
            return [
                _A3.mend(activity.id, f"No step makes {quoted(activity.artefact)}, and it is no thing to lay down.")
            ]
        gone = next(filter(None, (search_own(_GONE, step.does) for step in activity.steps)), "")
        return [_A3.mend(activity.id, f"By “{gone}” what was made is gone before anybody looks at it.")] if gone else []
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
    if is_idle(roles.newcomer, lexicon, _stems_of(activity)):
        message = f"Someone new would {quoted(roles.newcomer)}: nobody would miss it."
        return [_A4.mend(activity.id, message, "", _JOBS[0][1])]
    takes = search_own(_TAKES_OVER, roles.expert)
    if takes and not _HELD_BACK.search(roles.expert):
        message = f"With “{takes}” those who know this well do what the others came to do."
        return [_A4.mend(activity.id, message, "", _JOBS[2][1])]
    return []


def _stems_of(activity: Activity) -> frozenset[str]:
    said = (activity.title, activity.what_members_do, activity.real_work, activity.artefact, *activity.card)
    return content_stems(" ".join((*said, *(step.does for step in activity.steps)))) | _PIECES


def _check_norm(activity: Activity) -> list[Finding]:
    if is_threat(activity.norm) or (activity.norm.strip() and not makes_safe(activity.norm)):
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
