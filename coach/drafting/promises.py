"""What people are to have by the end: each result found its place in the session, or said to have none.

Results stand in the request (`by_the_end`) or hang on an outcome sentence: "… and is willing to sign up for a slot".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from coach.models import Activity, Doing, OpenSlot, Part, Phase, Promise, Review, Step

from .preparing import Task
from .telling import Aim

COMMIT_MINUTES = 3
"""How long it takes to put names on a list."""
LINE_MINUTES = 3
"""How long it takes to write one line."""
_BREAKS = re.compile(
    r",?\s+(?:and|so that|so)\s+(?=(?:is|are|to be|can|has|have|knows?|everyone|each|the|they|their|first|who"
    r"|leaves?|comes?|somebody|someone)\b)|;\s*|,\s+(?:each )?with\s+(?=an?\b)|,\s+and\s+",
    re.IGNORECASE,
)
_COMMITS = re.compile(
    r"\b(?:willing|ready to (?:sign|take|host|lead)|sign(?:s|ed)?[ -]up|volunteers?|(?:put|puts|putting) (?:up )?(?:a|"
    r"their|your|his|her) (?:hand|name)\w*|owners?|owns|next steps?|come back|take it on|who (?:will|takes)|responsible"
    r"|commit\w*)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:can|able to|could) (?:say|tell(?: (?:you|us|others|someone))?|explain|describe|name)\s+(.+)$"
    r"|\bknows?\s+((?:what|how|which|where|who|when|why|the|their)\b.+)$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:and|each|everyone|they|people|first[- ]timers?|newcomers?|members?|is|are|to be|be|has|have|with|will|can|"
    r"leaves?|comes?)\s+)*(?:(?:willing|ready|able) to\s+)?",
    re.IGNORECASE,
)


_LINE_BEGINS, _LIST_BEGINS = "Everyone writes one line where all can read it", "Put up a list headed"
_NEXT_STEP = re.compile(r"\bnext steps?\b", re.IGNORECASE)
_NAMES_WHO = re.compile(r"^(?:each|every|all|the|some|first|new|people|members?)\b", re.IGNORECASE)
"""A result that says who has it can stand as it was put."""


class Kind(StrEnum):
    """How a result can come about in a session."""

    COMMITS = "commits"
    SAYS = "says"
    OTHER = "other"


@dataclass(frozen=True)
class Result:
    """One result besides the doing itself."""

    text: str
    """In the request's words."""
    kind: Kind
    """How it can come about."""
    core: str
    """What is committed to or said: `sign up for a Git slot`, `what a good review looks like`."""


def find_results(outcomes: Sequence[str], by_the_end: Sequence[str]) -> tuple[Result, ...]:
    """Return what was promised besides the outcomes' own doing, in the order of the request."""
    pieces = [piece for text in outcomes for piece in _BREAKS.split(text)[1:] if piece and len(piece.split()) > 1]
    found = [_read(piece) for piece in (*pieces, *by_the_end)]
    return tuple({result.text: result for result in found if result is not None}.values())


def _read(piece: str) -> Result | None:
    text = " ".join(piece.split()).strip(" .,;")
    if not text:
        return None
    if _COMMITS.search(text):
        return Result(text, Kind.COMMITS, _LEAD.sub("", text) or text)
    said = _SAYS.search(text)
    if said:
        return Result(text, Kind.SAYS, said.group(1) or said.group(2))
    return Result(text, Kind.OTHER, text)


def is_settled(result: Result, activity: Activity) -> bool:
    """Say whether an activity itself sees to a result: a page that gets its owner there needs no list at the end."""
    owned = "owner" in result.core.lower() and any("owner" in step.does.lower() for step in activity.steps)
    return result.kind is Kind.COMMITS and owned


def add_steps(review: Review, results: Sequence[Result]) -> Review:
    """Return the review with a line to write and a list to sign, where results call for them.

    The minutes come from the review's longest steps, so that its length stays.
    """
    extra = [_line_step(item) for item in results if item.kind is Kind.SAYS][:1]
    extra += [_list_step(item) for item in results if item.kind is Kind.COMMITS][:1]
    need = sum(step.minutes for step in extra)
    steps = _shortened(review.steps, need)
    if not extra or steps is None:
        return review
    return review.model_copy(update={"steps": (*steps, *extra)})


def carry_over(old: Review, new: Review) -> Review:
    """Return the new review with the line to write and the list to sign that the old one had."""
    extra = [step for step in old.steps if step.does.startswith((_LINE_BEGINS, _LIST_BEGINS))]
    steps = _shortened(new.steps, sum(step.minutes for step in extra))
    return new.model_copy(update={"steps": (*steps, *extra)}) if extra and steps is not None else new


def _shortened(steps: Sequence[Step], need: int) -> list[Step] | None:
    minutes = [step.minutes for step in steps]
    for _ in range(need):
        longest = max(range(len(minutes)), key=lambda place: minutes[place])
        if minutes[longest] <= 2:
            return None
        minutes[longest] -= 1
    return [step.model_copy(update={"minutes": each}) for step, each in zip(steps, minutes, strict=True)]


def _line_step(result: Result) -> Step:
    does = f"{_LINE_BEGINS}: {result.core}. Read three of them aloud, one from somebody new; keep them all."
    return Step(
        minutes=LINE_MINUTES,
        who="everyone",
        does=does,
        doing=Doing.MAKING,
        phase=Phase.CONVERGE,
        say="One line each, in your own words; spelling doesn't matter.",
    )


def _list_step(result: Result) -> Step:
    does = (
        f"{_LIST_BEGINS} ‘{_heading(result.core)}’. Whoever wants to writes a name, and beside it a date and who "
        "would sit next to them. A name with a question after it counts, and so does an empty line."
    )
    return Step(
        minutes=COMMIT_MINUTES,
        who="everyone",
        does=does,
        doing=Doing.MAKING,
        phase=Phase.CONVERGE,
        say="Here is the list. Nobody has to, and nobody does it alone.",
    )


def _heading(core: str) -> str:
    if _NEXT_STEP.search(core):
        return "Our next steps, and by when"
    core = core.replace("‘", "").replace("’", "'")
    return core[:1].upper() + core[1:]


def to_tasks(results: Sequence[Result]) -> list[Task]:
    """Return what these results need beforehand."""
    return [
        Task("the day before", 10, f"Make the list headed ‘{_heading(item.core)}’, with the real dates on it.")
        for item in results
        if item.kind is Kind.COMMITS
    ][:1]


def to_promises(aims: Sequence[Aim], results: Sequence[Result], parts: Sequence[Part]) -> tuple[Promise, ...]:
    """Return every promised result with the part in which it happens."""
    promises = [_own_promise(aim, parts) for aim in aims]
    return (*promises, *(_promise(result, parts) for result in results))


def _own_promise(aim: Aim, parts: Sequence[Part]) -> Promise:
    activity = next((part for part in parts if isinstance(part, Activity) and aim.outcome.id in part.outcome_ids), None)
    done = f"Everyone has had a go: {aim.wording.doing}"
    if activity is None:
        return Promise(text=done)
    return Promise(text=done, part=activity.id, how=f"It leaves {activity.artefact}.")


def _tell(result: Result) -> str:
    if result.kind is Kind.SAYS and not _NAMES_WHO.match(result.text):
        return f"Everyone can say {result.core}"
    hangs_on = result.kind is Kind.COMMITS and not _NAMES_WHO.match(result.text)
    return _heading(result.core if hangs_on else result.text)


def _takes_place(result: Result, review: Review) -> bool:
    said = (result.core, _heading(result.core))
    return any(words in step.does for step in review.steps for words in said)


def _promise(result: Result, parts: Sequence[Part]) -> Promise:
    text = _tell(result)
    review = next((part for part in reversed(parts) if isinstance(part, Review)), None)
    if review is not None and any(
        result.core in step.does or _heading(result.core) in step.does for step in review.steps
    ):
        hows = {
            Kind.COMMITS: "A list goes up at the end of the review; people put their own names on it, or don't.",
            Kind.SAYS: "Everyone writes it in one line, and the lines are kept.",
        }
        return Promise(text=text, part=review.id, how=hows[result.kind])
    for part in parts:
        if isinstance(part, Activity) and is_settled(result, part):
            return Promise(text=text, part=part.id, how="It is settled in the activity itself, by name.")
    slot = next((part for part in parts if isinstance(part, OpenSlot)), None)
    how = "No step is planned for it yet; the open minutes are the place to make room."
    return Promise(text=text, part=slot.id if slot else "", how=how)
