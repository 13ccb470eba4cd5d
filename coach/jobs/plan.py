"""Plan a session: passages found, plan drafted, plan checked."""

from __future__ import annotations

from dataclasses import dataclass

from coach.checks import check_outcome, check_plan, find_test_language
from coach.drafting.asked import check_known
from coach.drafting.listening import find_quotes
from coach.drafting.nearness import Nearness
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
    Pattern,
    PlanRequest,
    PlanResult,
    SessionPlan,
    Severity,
    Visibility,
)
from coach.playbook import Lexicon, Playbook, parse_outcome, to_wording
from coach.ports import Drafter, DraftInput, QuoteCandidate
from coach.retrieval import Search, find_passages, speaks_to

PASSAGES_EACH = 8
"""How many passages are read for each outcome."""
PASSAGES_ON_MEETINGS = 6
"""How many passages are read on how the community's meetings went."""
PASSAGES_OF_A_KIND = 8
"""How many passages are read for each kind of thing that people tell about an outcome."""
_ON_THE_WORK = (
    "What is hard, confusing or goes wrong when {doing}",
    "Questions that people keep asking about {doing}, and what they wish for",
    "What worked well when {doing}, and what people disagree about",
)
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
    playbook: Playbook
    """The craft library."""
    nearness: Nearness
    """Measures patterns against the request."""
    own_patterns: tuple[Pattern, ...] = ()
    """The patterns that the community added itself."""
    for_model: bool = False
    """Whether a model is to draft: it reads passages, where the playbook reads sentences."""
    avoid: tuple[str, ...] = ()
    """What was suggested before for the same request, in a line each."""

    @property
    def lexicon(self) -> Lexicon:
        """Return the verbs that the checks know."""
        return self.playbook.lexicon


def plan_session(request: PlanRequest, community: Community, tools: PlanTools) -> PlanResult:
    """Plan a session from what the community wrote.

    Raises:
        BadRequest: No sensible session fits the request, or an outcome asks for a test or a score.
    """
    plan = tools.drafter.draft_plan(find_input(request, community, tools))
    return PlanResult(plan=plan, findings=check_against_notes(plan, tools).findings)


def find_input(request: PlanRequest, community: Community, tools: PlanTools, wish: str = "") -> DraftInput:
    """Find what the notes hold for this request, and hand it over with the rest that a drafter may use.

    Args:
        request: What is asked for.
        community: Whose session it is.
        tools: What planning stands on.
        wish: What should be different from the draft before; patterns near it are nearer.

    Raises:
        BadRequest: No sensible session fits the request, or an outcome asks for a test or a score.
    """
    check_request(request)
    check_known(request.patterns, [item.id for item in (*tools.playbook.patterns, *tools.own_patterns)])
    _refuse_tests(request, tools.lexicon)
    found = [_find(outcome, request, tools.search) for outcome in request.outcomes]
    speaking = [each for each in found if speaks_to(each)]
    quotes = _quotes(request, speaking, tools) if speaking else ()
    passages = tuple(passage for each in found for passage in each.passages)
    return DraftInput(
        request=request,
        community=community,
        found=FindResult(enough=bool(speaking), passages=passages, notes_searched=found[0].notes_searched),
        quotes=quotes,
        near=tools.nearness.measure(_measurable(tools), f"{_wanted(request)} {wish}".strip()),
        own_patterns=tools.own_patterns,
        private=find_private(tools.search),
        avoid=tools.avoid,
    )


def find_private(search: Search) -> frozenset[str]:
    """Return the ids of the notes that only their author may read: they never leave for a model."""
    return frozenset(note.id for note in search.notes.summaries() if note.visibility is Visibility.ONLY_ME)


def _measurable(tools: PlanTools) -> tuple[Pattern, ...]:
    """Leave out own patterns that name no outcomes: they have nothing to be near to, which is no fault of theirs."""
    return (*tools.playbook.patterns, *(pattern for pattern in tools.own_patterns if pattern.good_for))


def _wanted(request: PlanRequest) -> str:
    return " ".join((*request.outcomes, *request.by_the_end)).strip()


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
        if not find_test_language(text):
            continue
        for finding in check_outcome(text, lexicon):
            if finding.check == "X1":
                raise BadRequest(f"{finding.message} {finding.why}", finding.way_forward)


def _find(outcome: str, request: PlanRequest, search: Search) -> FindResult:
    question = f"{outcome} {request.about}".strip()
    return find_passages(question, search, PASSAGES_EACH)


def _listen(outcome: str, tools: PlanTools) -> list[Passage]:
    """Return passages that tell what is hard, asked, disputed or has worked about an outcome."""
    doing = to_wording(parse_outcome(outcome, tools.lexicon)).doing
    found = [find_passages(question.format(doing=doing), tools.search, PASSAGES_OF_A_KIND) for question in _ON_THE_WORK]
    return [passage for each in found if each.enough for passage in each.passages]


def _quotes(request: PlanRequest, found: list[FindResult], tools: PlanTools) -> tuple[QuoteCandidate, ...]:
    search = tools.search
    asked = [question.format(mode=request.mode.value.replace("_", " ")) for question in _ON_MEETINGS]
    on_meetings = [find_passages(question, search, PASSAGES_ON_MEETINGS) for question in asked]
    parsed = [to_wording(parse_outcome(text, tools.lexicon)) for text in request.outcomes]
    wanted = ". ".join(f"{wording.doing}: {wording.topic}" for wording in parsed)
    told = [passage for text in request.outcomes for passage in _listen(text, tools)]
    work = _unique([*(passage for each in found for passage in each.passages), *told])
    meetings = _unique([passage for each in on_meetings if each.enough for passage in each.passages])
    notes = {passage.note_id: _note(passage.note_id, search) for passage in (*work, *meetings)}
    known = {note_id: note for note_id, note in notes.items() if note is not None}
    ids, rows = search.notes.vectors(search.embedder.name, [passage.chunk_id for passage in work])
    contexts = dict(zip(ids, rows, strict=True))
    near = find_quotes(work, known, search.embedder, wanted, contexts=contexts)
    how = find_quotes(meetings, known, search.embedder, " ".join(asked), on_meetings=True)
    return (*near, *how)


def _unique(passages: list[Passage]) -> list[Passage]:
    return list({passage.chunk_id: passage for passage in passages}.values())


def _note(note_id: str, search: Search) -> Note | None:
    try:
        return search.notes.get_note(note_id)
    except UnknownNote:
        return None
