"""Plan a session: passages found, plan drafted, plan checked."""

from __future__ import annotations

from dataclasses import dataclass

from coach.checks import check_outcome, check_plan
from coach.drafting.listening import find_quotes
from coach.drafting.outline import check_request
from coach.errors import BadRequest, UnknownNote
from coach.models import (
    CheckResult,
    Citation,
    Community,
    Consent,
    Finding,
    FindResult,
    Note,
    Passage,
    PlanRequest,
    PlanResult,
    SessionPlan,
    Severity,
)
from coach.playbook import Lexicon
from coach.ports import Drafter, DraftInput, QuoteCandidate
from coach.retrieval import Search, find_passages

PASSAGES_EACH = 8
"""How many passages are read for each outcome."""
PASSAGES_ON_MEETINGS = 6
"""How many passages are read on how the community's meetings went."""
_ON_MEETINGS = (
    "What worked well and helped people take part in our {mode} meetings",
    "What went wrong in our {mode} meetings: sound, time, too much talking, people left out, what to do better",
)


@dataclass(frozen=True)
class PlanTools:
    """What planning needs, handed over as one."""

    search: Search
    """Finds passages."""
    drafter: Drafter
    """Proposes."""
    lexicon: Lexicon
    """The verbs that the checks know."""


def plan_session(request: PlanRequest, community: Community, tools: PlanTools) -> PlanResult:
    """Plan a session from what the community wrote.

    Raises:
        BadRequest: No sensible session fits the request, or an outcome asks for a test or a score.
    """
    check_request(request)
    _refuse_tests(request, tools.lexicon)
    found = [_find(outcome, request, tools.search) for outcome in request.outcomes]
    enough = any(each.enough for each in found)
    quotes = _quotes(request, [each for each in found if each.enough], tools.search) if enough else ()
    passages = tuple(passage for each in found for passage in each.passages)
    given = DraftInput(
        request=request,
        community=community,
        found=FindResult(enough=enough, passages=passages, notes_searched=found[0].notes_searched),
        quotes=quotes,
    )
    plan = tools.drafter.draft_plan(given)
    return PlanResult(plan=plan, findings=check_against_notes(plan, tools).findings)


def check_against_notes(plan: SessionPlan, tools: PlanTools) -> CheckResult:
    """Check a plan, its quotes against the notes that this actor may read."""
    texts: dict[str, str] = {}
    closed: list[Finding] = []
    for citation in plan.citations:
        note = tools.search.notes.find_note(citation.note)
        if citation.note_id and (note is None or note.id != citation.note_id):
            note = _note(citation.note_id, tools.search)
        if note is None:
            continue
        texts[citation.note_id or citation.note] = note.text
        if note.consent is Consent.NEVER:
            closed.append(_closed(citation))
    checked = check_plan(plan, lexicon=tools.lexicon, note_texts=texts)
    return CheckResult(ok=checked.ok and not closed, findings=(*closed, *checked.findings))


def _closed(citation: Citation) -> Finding:
    return Finding(
        check="X3",
        severity=Severity.STOP,
        where="plan",
        message=f"{citation.label} quotes “{citation.note}”, whose words are no longer to be quoted.",
        why="People speak freely where they can take their words back.",
        way_forward="Draft the plan again; it leaves that note's words out.",
    )


def _refuse_tests(request: PlanRequest, lexicon: Lexicon) -> None:
    for text in request.outcomes:
        for finding in check_outcome(text, lexicon):
            if finding.check == "X1":
                raise BadRequest(f"{finding.message} {finding.why}", finding.way_forward)


def _find(outcome: str, request: PlanRequest, search: Search) -> FindResult:
    question = f"{outcome} {request.about}".strip()
    return find_passages(question, search, PASSAGES_EACH)


def _quotes(request: PlanRequest, found: list[FindResult], search: Search) -> tuple[QuoteCandidate, ...]:
    asked = [question.format(mode=request.mode.value.replace("_", " ")) for question in _ON_MEETINGS]
    on_meetings = [find_passages(question, search, PASSAGES_ON_MEETINGS) for question in asked]
    wanted = " ".join(request.outcomes)
    work = _unique([passage for each in found for passage in each.passages])
    meetings = _unique([passage for each in on_meetings if each.enough for passage in each.passages])
    notes = {passage.note_id: _note(passage.note_id, search) for passage in (*work, *meetings)}
    known = {note_id: note for note_id, note in notes.items() if note is not None}
    near = find_quotes(work, known, search.embedder, wanted)
    how = find_quotes(meetings, known, search.embedder, " ".join(asked), on_meetings=True)
    return (*near, *how)


def _unique(passages: list[Passage]) -> list[Passage]:
    return list({passage.chunk_id: passage for passage in passages}.values())


def _note(note_id: str, search: Search) -> Note | None:
    try:
        return search.notes.get_note(note_id)
    except UnknownNote:
        return None
