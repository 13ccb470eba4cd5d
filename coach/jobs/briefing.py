"""What a brief is made from, the notes of a period listened to; and the page itself, checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach.checks.brief import BriefGround, check_answer, check_brief, settle_brief
from coach.drafting.brief.composing.nearing import stems_asked
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
from coach.playbook import content_stems
from coach.ports import AnswerInput, BriefInput, Clock, Learning, Statement
from coach.retrieval import Search, find_passages, speaks_to

from .brief_names import unname_counted, unname_outcome, unname_story
from .brief_notes import count_used, gather, held_in, is_between, is_within, may_be_used, read_notes
from .brief_request import tidy_answer_request, tidy_brief_request
from .plan import PlanTools, find_private

_PASSAGES = 14
_PLAIN = 8
"""So many plain sentences on the reader's question are put beside what tells of learning."""
_NEAR_THE_QUESTION = 0.35
_FAIRLY_NEAR, _VERY_NEAR, _OF_THE_BEST = 0.3, 0.46, 0.62
"""How near a sentence of an answer is at least, from where on it needs none of the question's own words, and how near
beside the nearest one."""
_LOOKED_FOR = (
    "What people did differently in their own work afterwards",
    "What difference it made to people and to the work",
    "What people learned and took away from working together",
    "What did not work, and what nobody knows yet",
)
"""So near, by the cosine of their vectors, they have to be."""
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

    @property
    def by_model(self) -> bool:
        """Say whether a model is to word it."""
        return self.tools.for_model


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
    plain = _find_plain(request, {note.id: note for note in gathered.open}, heard.statements, desk)
    # A note that holds a year of minutes tells of meetings before and after the period, too.
    sessions = tuple(
        session
        for session in find_sessions(gathered.open, heard.statements)
        if is_between(session.day, request.start, request.end)
    )
    themes = find_themes(heard.statements)
    return BriefInput(
        request=request,
        community=desk.community,
        statements=tuple(sorted((*heard.statements, *plain), key=lambda item: item.evidence.date or "")),
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
    answers = [place for place in order if _answers(request.question, statements[place], near[place], max(near))]
    enough = bool(answers) and speaks_to(found)
    # What merely comes nearest is shown where nothing answers; beside what does, it would only dilute it.
    order = answers if enough else order
    return AnswerInput(
        request=request,
        community=desk.community,
        statements=tuple(statements[place] for place in order),
        nearness=tuple(near[place] for place in order),
        passages=tuple(passages),
        enough=enough,
        searched=found.notes_searched,
        sessions=find_sessions(tuple(notes.values()), tuple(statements)),
        notes=notes,
        private=find_private(search),
    )


def _answers(question: str, statement: Statement, near: float, best: float) -> bool:
    """Say whether a sentence speaks to a question: near in meaning, or fairly near and with its own words."""
    if near < max(_FAIRLY_NEAR, _OF_THE_BEST * best):
        return False
    return near >= _VERY_NEAR or bool(stems_asked(question) & content_stems(statement.reading))


def _find_plain(
    request: BriefRequest, notes: Mapping[str, Note], heard: Sequence[Statement], desk: BriefDesk
) -> list[Statement]:
    """Return what the notes say besides, in sentences that tell nothing by themselves.

    On the reader's question, and, where a model reads them, on what a brief looks for.
    """
    known = {(item.evidence.note_id, item.evidence.start) for item in heard}
    found: list[Statement] = []
    for question in (request.question, *(_LOOKED_FOR if desk.by_model else ())):
        plain = _near_to(question, request, notes, desk) if question else []
        fresh = [item for item in plain if (item.evidence.note_id, item.evidence.start) not in known]
        known |= {(item.evidence.note_id, item.evidence.start) for item in fresh}
        found += fresh
    return found


def _near_to(question: str, request: BriefRequest, notes: Mapping[str, Note], desk: BriefDesk) -> list[Statement]:
    search = desk.tools.search
    passages = find_passages(question, search, _LONG_ENOUGH)
    if not speaks_to(passages):
        return []
    within = [passage for passage in passages.passages if passage.note_id in notes]
    said = to_statements(within, notes, _listening(desk, (), request))
    plain = [item for item in said if not item.tells and not item.is_opinion]
    near = _nearness(question, plain, search)
    best = sorted(range(len(plain)), key=lambda place: -near[place])[:_PLAIN]
    return [plain[place] for place in best if near[place] >= _NEAR_THE_QUESTION]


def find_outcomes(learning: Learning, start: dt.date, end: dt.date) -> tuple[KeptOutcome, ...]:
    """Return the kept outcomes that held at some time in a period."""
    return tuple(outcome for outcome in learning.outcomes() if held_in(outcome, start, end))


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
