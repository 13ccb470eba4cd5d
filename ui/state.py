"""What a person chose and typed: the only owner of `st.session_state`.

Everything typed is written to one record at once, so that a page change loses nothing. `keep` lays a copy on the
desk that all pages of this process share, so that a reload loses nothing either. Two open windows have a record each.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from coach.models import Actor, Community, Finding, FindResult, Level

from . import resources
from .brief_shelf import BriefShelf
from .shelf import OutcomesShelf, SeriesShelf, Shelf
from .talk import Talk

_RECORD = "coach.record"
_PAGE = "coach.page"
_ARRIVING = "coach.arriving"
MOST_OUTCOMES = 3
"""How many outcomes one session carries."""


@dataclass
class Record:
    """One person's choices."""

    community: str = ""
    """The community that is open, by name."""
    community_id: str = ""
    """Its id, which another community of the same name does not share."""
    typed: dict[str, Any] = field(default_factory=dict)
    """Everything typed or picked, by community and field."""
    shelves: dict[str, Shelf] = field(default_factory=dict)
    """Plans, by community id."""
    series: dict[str, SeriesShelf] = field(default_factory=dict)
    """Series of sessions, by community id."""
    outcomes: dict[str, OutcomesShelf] = field(default_factory=dict)
    """Outcomes that the notes suggested, by community id."""
    talks: dict[str, Talk] = field(default_factory=dict)
    """The conversation with the coach that is open, by community id."""
    briefs: dict[str, BriefShelf] = field(default_factory=dict)
    """Pages for leaders, by community id."""
    answers: dict[str, tuple[str, FindResult]] = field(default_factory=dict)
    """The last question and what was found, by community id."""
    left: set[str] = field(default_factory=set)
    """Thoughts that the person chose to leave."""
    notices: dict[str, Any] = field(default_factory=dict)
    """Things to say once something has been done, by page."""
    jobs: dict[str, str] = field(default_factory=dict)
    """The drafts that are being made or have just been made, by community id and kind."""
    openings: int = 0
    """How often something new was opened that is to be read from its top."""


def actor() -> Actor:
    """Return who is here; until people sign in, the owner of this machine."""
    return Actor()


def record() -> Record:
    """Return this person's record, taken up from the desk in a new window."""
    if _RECORD not in st.session_state:
        last = resources.desk().get(actor().id)
        st.session_state[_RECORD] = _copied(last) if last else Record()
    one: Record = st.session_state[_RECORD]
    return one


def keep() -> None:
    """Lay a copy of the record on the desk."""
    if _RECORD in st.session_state:
        resources.desk()[actor().id] = _copied(record())


def _copied(one: Record) -> Record:
    # Plans and answers are frozen: sharing them is safe, and copying them would cost more than a page does.
    return replace(
        one,
        typed=copy.copy(one.typed),
        shelves={community: _copied_shelf(shelf) for community, shelf in one.shelves.items()},
        series={community: _copied_series(shelf) for community, shelf in one.series.items()},
        outcomes={community: replace(shelf, sets=list(shelf.sets)) for community, shelf in one.outcomes.items()},
        talks={community: talk.for_desk() for community, talk in one.talks.items()},
        briefs={community: replace(shelf, versions=list(shelf.versions)) for community, shelf in one.briefs.items()},
        answers=dict(one.answers),
        left=set(one.left),
        notices=copy.copy(one.notices),
        jobs=dict(one.jobs),
    )


def _copied_shelf(shelf: Shelf) -> Shelf:
    return replace(shelf, versions=list(shelf.versions), own=list(shelf.own))


def _copied_series(shelf: SeriesShelf) -> SeriesShelf:
    return replace(shelf, versions=list(shelf.versions), seeds=list(shelf.seeds))


def arrive(page: str) -> None:
    """Say which page is about to be drawn.

    When someone types and leaves for another page in one breath, Streamlit keeps the value here but no longer tells
    the browser; a widget drawn again would then be empty. So on arrival every kept value is handed over anew, until
    the page has been drawn to its end once.
    """
    if st.session_state.get(_PAGE) != page:
        st.session_state[_ARRIVING] = True
    st.session_state[_PAGE] = page


def settle() -> None:
    """Say that the page has been drawn to its end."""
    st.session_state[_ARRIVING] = False


def kept(name: str, default: Any) -> dict[str, Any]:
    """Return the keyword arguments that make a widget remember its value for the open community."""
    key = _key(name)
    if key not in st.session_state or st.session_state.get(_ARRIVING):
        st.session_state[key] = record().typed.get(key, default)
    return {"key": key, "on_change": _remember, "args": (key,)}


def typed(name: str, default: Any) -> Any:
    """Return what was typed or picked under this name in the open community."""
    return record().typed.get(_key(name), default)


def put(name: str, value: Any) -> None:
    """Set what stands under this name, as if it had been typed; only before its widget is drawn."""
    key = _key(name)
    record().typed[key] = value
    st.session_state[key] = value


def forget(name: str) -> None:
    """Drop what stands under this name."""
    record().typed.pop(_key(name), None)
    st.session_state.pop(_key(name), None)


def typed_now(name: str, default: Any) -> Any:
    """Return what stands in a widget as a press on a button finds it, whether or not it was remembered yet."""
    return st.session_state.get(_key(name), typed(name, default))


def _key(name: str) -> str:
    # What is the same whichever community is open, such as who drafts, begins with a stroke.
    return name if name.startswith("/") else f"{record().community}/{name}"


def _remember(key: str) -> None:
    # A field that was being left while its form was put away has nothing to say any more.
    value = st.session_state.get(key)
    if value is None:
        record().typed.pop(key, None)  # an emptied number has no value: the field's own default stands in again
    else:
        record().typed[key] = value


def asked_patterns() -> tuple[str, ...]:
    """Return the ids of the activities that the open community's next plan is asked to use, in order."""
    return tuple(typed("plan.patterns", ()))


def ask_for_pattern(pattern_id: str) -> None:
    """Ask the next plan to use an activity, after those that were asked for before."""
    put("plan.patterns", tuple(dict.fromkeys((*asked_patterns(), pattern_id))))


def drop_pattern(pattern_id: str) -> None:
    """Ask for this activity no longer."""
    put("plan.patterns", tuple(one for one in asked_patterns() if one != pattern_id))


def shelf() -> Shelf:
    """Return the open community's plans."""
    return record().shelves.setdefault(record().community_id, Shelf())


def series_shelf() -> SeriesShelf:
    """Return the open community's series."""
    return record().series.setdefault(record().community_id, SeriesShelf())


def outcomes_shelf() -> OutcomesShelf:
    """Return the outcomes that the open community's notes suggested."""
    return record().outcomes.setdefault(record().community_id, OutcomesShelf())


def brief_shelf() -> BriefShelf:
    """Return the open community's pages for leaders."""
    return record().briefs.setdefault(record().community_id, BriefShelf())


def talk() -> Talk:
    """Return the open community's conversation with the coach."""
    return record().talks.setdefault(record().community_id, Talk())


def turn_to(talk: Talk) -> None:
    """Open another conversation in the open community, or an empty one."""
    record().talks[record().community_id] = talk


def carry_outcomes(texts: Sequence[str], levels: Sequence[Level | None] = ()) -> None:
    """Lay outcomes into the plan form in the place of those that stand there, with the levels that a person set."""
    for number in range(MOST_OUTCOMES):
        put(f"plan.outcome.{number}", texts[number] if number < len(texts) else "")
        put(f"plan.level.{number}", levels[number] if number < len(levels) else None)
    put("plan.outcomes_shown", max(1, len(texts)))


def carried_level(number: int) -> Level | None:
    """Return the level that a person set for this outcome of the plan form; None goes by its verb."""
    level: Level | None = typed(f"plan.level.{number}", None)
    return level if str(typed(f"plan.outcome.{number}", "")).strip() else None


def watch(kind: str, job_id: str) -> None:
    """Look after a draft of this kind, until its end has been seen."""
    record().jobs[_job(kind)] = job_id


def watched(kind: str) -> str:
    """Return the draft of this kind that is looked after in the open community; nothing where there is none."""
    return record().jobs.get(_job(kind), "")


def unwatch(kind: str) -> None:
    """Look after it no longer."""
    record().jobs.pop(_job(kind), None)


def _job(kind: str) -> str:
    return f"{record().community_id}/{kind}"


def answer() -> tuple[str, FindResult] | None:
    """Return the last question to the open community's notes, with what was found."""
    return record().answers.get(record().community_id)


def put_answer(question: str, found: FindResult) -> None:
    """Keep what was found for a question in the open community."""
    record().answers[record().community_id] = (question, found)


def settle_in(communities: Sequence[Community]) -> None:
    """Open a community that is here, and let go of plans and answers of those that are not here any more."""
    one = record()
    ids = {community.name: community.id for community in communities}
    if one.community not in ids:
        one.community = next(iter(ids), "")
    one.community_id = ids.get(one.community, "")
    here = set(ids.values())
    one.shelves = {community: shelf for community, shelf in one.shelves.items() if community in here}
    one.series = {community: shelf for community, shelf in one.series.items() if community in here}
    one.outcomes = {community: shelf for community, shelf in one.outcomes.items() if community in here}
    one.talks = {community: talk for community, talk in one.talks.items() if community in here}
    one.briefs = {community: shelf for community, shelf in one.briefs.items() if community in here}
    one.answers = {community: answer for community, answer in one.answers.items() if community in here}


def leave(finding: Finding) -> None:
    """Remember that a thought may rest."""
    record().left.add(_name(finding))


def take_up(finding: Finding) -> None:
    """Bring a thought back that was left."""
    record().left.discard(_name(finding))


def is_left(finding: Finding) -> bool:
    """Return whether a thought was left."""
    return _name(finding) in record().left


def _name(finding: Finding) -> str:
    return "|".join((record().community, finding.check, finding.where, finding.message))
