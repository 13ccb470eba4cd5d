"""What a brief is made from, the notes of a period listened to; and the page itself, checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from coach.checks.brief import BriefGround, check_answer, check_brief, settle_brief
from coach.drafting.brief.listening import (
    Listening,
    draw_pictures,
    find_sessions,
    find_themes,
    read_statements,
    to_statements,
)
from coach.drafting.brief.listening.unnaming import Unnaming
from coach.models import (
    AnswerRequest,
    Brief,
    BriefRequest,
    BriefResult,
    Community,
    Consent,
    KeptOutcome,
    Member,
    Note,
    NotesAnswer,
    Severity,
    ValueStory,
)
from coach.ports import AnswerInput, BriefInput, Clock, Learning, Statement
from coach.retrieval import Search, find_passages, speaks_to

from .brief_names import unname_counted, unname_outcome, unname_story
from .brief_notes import count_used, gather, is_between, is_within, may_be_used, read_notes
from .brief_request import tidy_answer_request, tidy_brief_request
from .plan import PlanTools, find_private

_PASSAGES = 14
_LONG_ENOUGH = 24
"""So many passages are looked at where only those of a period count."""


@dataclass(frozen=True)
class BriefDesk:
    """What a brief, or an answer, is made from."""

    community: Community
    """Whose learning it is."""
    tools: PlanTools
    """The notes, and who drafts."""
    learning: Learning
    """Kept outcomes and stories."""
    members: tuple[Member, ...]
    """The people on the community's list, so that their names stay out."""
    names: frozenset[str]
    """All names that are known or that the notes make plain."""
    clock: Clock
    """Tells what day it is."""


def make_brief(request: BriefRequest, desk: BriefDesk) -> BriefResult:
    """Return a page for a reader, checked; what cannot be shown is taken out of it, and the gap is named.

    Raises:
        BadRequest: Nobody is to read it, or the dates are the wrong way round.
    """
    given = find_brief_input(request, desk)
    drafted = desk.tools.drafter.draft_brief(given)
    return check_page(drafted.model_copy(update={"made_at": desk.clock.now()}), given, desk)


def check_page(brief: Brief, given: BriefInput, desk: BriefDesk, *, settles: bool = True) -> BriefResult:
    """Return a page with what the checks say of it.

    Args:
        brief: The page.
        given: What it was drafted from.
        desk: What it is held against.
        settles: Whether what cannot be shown is taken out of it; otherwise it stands, and is said.
    """
    ground = BriefGround(
        notes=given.notes,
        outcomes=given.outcomes,
        stories=given.stories,
        sessions=given.sessions,
        names=desk.names,
        embedder=desk.tools.search.embedder,
    )
    found = check_brief(brief, ground).findings
    if settles and any(finding.severity is Severity.STOP for finding in found):
        brief = settle_brief(brief, found)
        found = check_brief(brief, ground).findings
    return BriefResult(brief=brief, findings=found)


def find_brief_input(request: BriefRequest, desk: BriefDesk) -> BriefInput:
    """Return what a brief would be drafted from; nothing is kept.

    Raises:
        BadRequest: Nobody is to read it, or the dates are the wrong way round.
    """
    request = tidy_brief_request(request, desk.clock.now().date())
    assert request.start is not None and request.end is not None  # noqa: PT018  # filled in just now
    gathered = gather(request, desk.tools.search)
    names = Unnaming(desk.members, desk.names, [note.text for note in gathered.open])
    outcomes = tuple(
        unname_outcome(outcome, names) for outcome in find_outcomes(desk.learning, request.start, request.end)
    )
    stories = tuple(unname_story(story, names) for story in find_told_stories(desk.learning, request))
    heard = read_statements(gathered.open, _listening(desk, outcomes, request))
    sessions = find_sessions(gathered.open, heard.statements)
    themes = find_themes(heard.statements)
    return BriefInput(
        request=request,
        community=desk.community,
        statements=heard.statements,
        outcomes=outcomes,
        stories=stories,
        themes=themes,
        sessions=sessions,
        used=tuple(unname_counted(item, names) for item in count_used(gathered.open, sessions, stories)),
        left_out=(*gathered.left_out, *heard.left_out),
        pictures=draw_pictures(
            heard.statements, sessions, themes, stories, outcomes, gathered.open, request.start, request.end
        ),
        private=find_private(desk.tools.search),
        notes={note.id: note for note in (*gathered.open, *_notes_of(stories, outcomes, gathered.open, desk))},
    )


def answer_question(request: AnswerRequest, desk: BriefDesk) -> NotesAnswer:
    """Return a few sentences on a question with what stands behind them, checked, or that the notes do not say.

    Raises:
        BadRequest: The question is empty or too long, or its dates are the wrong way round.
    """
    given = find_answer_input(request, desk)
    answer = desk.tools.drafter.draft_answer(given)
    ground = BriefGround(
        notes=given.notes,
        sessions=given.sessions,
        names=desk.names,
        embedder=desk.tools.search.embedder,
        circle=request.circle,
        start=request.start,
        end=request.end,
    )
    found = check_answer(answer, ground).findings
    stopped = {finding.where for finding in found if finding.severity is Severity.STOP}
    if not stopped:
        return answer.model_copy(update={"findings": found})
    kept = tuple(sentence for sentence in answer.sentences if sentence.id not in stopped)
    near = tuple(item for place, item in enumerate(answer.near) if f"near-{place}" not in stopped)
    left = tuple(finding for finding in found if finding.where not in stopped)
    changed = {"sentences": kept, "near": near, "findings": left, "enough": bool(kept)}
    return answer.model_copy(update=changed | ({} if kept or not answer.enough else {"message": _NOT_SHOWN}))


_NOT_SHOWN = "Nothing of what the notes say on this could be shown with its words, so nothing is said."


def find_answer_input(request: AnswerRequest, desk: BriefDesk) -> AnswerInput:
    """Return what an answer would be drafted from; nothing is kept."""
    request = tidy_answer_request(request)
    search = desk.tools.search
    found = find_passages(request.question, search, _LONG_ENOUGH if request.start or request.end else _PASSAGES)
    summaries = {note.id: note for note in search.notes.summaries()}
    passages = [
        passage
        for passage in found.passages
        if may_be_used(summaries[passage.note_id], request.circle) and is_within(passage, request)
    ][:_PASSAGES]
    notes = read_notes({passage.note_id for passage in passages}, search)
    statements = to_statements(passages, notes, _listening(desk, (), request))
    near = _nearness(request.question, statements, search)
    order = sorted(range(len(statements)), key=lambda place: -near[place])
    return AnswerInput(
        request=request,
        community=desk.community,
        statements=tuple(statements[place] for place in order),
        nearness=tuple(near[place] for place in order),
        passages=tuple(passages),
        enough=bool(passages) and speaks_to(found),
        searched=found.notes_searched,
        sessions=find_sessions(tuple(notes.values()), tuple(statements)),
        notes=notes,
        private=find_private(search),
    )


def find_outcomes(learning: Learning, start: dt.date, end: dt.date) -> tuple[KeptOutcome, ...]:
    """Return the kept outcomes that held at some time in a period."""
    return tuple(
        outcome
        for outcome in learning.outcomes()
        if (outcome.since is None or outcome.since <= end) and (outcome.ended is None or outcome.ended >= start)
    )


def find_told_stories(learning: Learning, request: BriefRequest) -> tuple[ValueStory, ...]:
    """Return the confirmed stories of the period that may be told to this reader."""
    return tuple(
        story
        for story in learning.stories()
        if story.state == "confirmed"
        and (story.consent is Consent.ANYWHERE or (story.consent is Consent.INSIDE and request.circle == "inside"))
        and is_between(story.happened or (story.at.date() if story.at else None), request.start, request.end)
    )


def _notes_of(
    stories: Sequence[ValueStory], outcomes: Sequence[KeptOutcome], known: Sequence[Note], desk: BriefDesk
) -> list[Note]:
    evidence = [item for story in stories for part in story.parts for item in part.evidence]
    evidence += [item for outcome in outcomes for item in outcome.evidence]
    evidence += [item for outcome in outcomes for sign in outcome.signs for item in sign.evidence]
    missing = {item.note_id for item in evidence} - {note.id for note in known}
    return list(read_notes(sorted(missing), desk.tools.search).values())


def _listening(desk: BriefDesk, outcomes: tuple[KeptOutcome, ...], request: BriefRequest | AnswerRequest) -> Listening:
    return Listening(
        embedder=desk.tools.search.embedder,
        outcomes=outcomes,
        circle=request.circle,
        members=desk.members,
        names=desk.names,
        start=request.start,
        end=request.end,
    )


def _nearness(question: str, statements: Sequence[Statement], search: Search) -> list[float]:
    if not statements:
        return []
    wanted = search.embedder.embed([question])[0]
    return [sum(a * b for a, b in zip(statement.vector, wanted, strict=True)) for statement in statements]
