"""One reply: what a message is about, what the community knows of it, who words it, and what is kept."""

from __future__ import annotations

from dataclasses import dataclass

from coach.checks.reply import ReplyGround, check_reply
from coach.drafting.coaching.asides import find_aside, find_plain_aside, in_their_tongue, to_aside
from coach.drafting.coaching.doings import find_doings, find_told
from coach.drafting.coaching.moves import Known, choose_moves
from coach.drafting.coaching.said import read_said
from coach.drafting.coaching.telling import choose_words
from coach.drafting.coaching.varying import pick
from coach.drafting.limits import find_matter, to_signpost
from coach.drafting.listening import find_lessons
from coach.drafting.recognising import Recognised, to_recognised
from coach.errors import BadRequest, UnknownConversation, UnknownNote
from coach.models import (
    AlreadyDoing,
    CoachingRequest,
    CoachReply,
    Community,
    Cue,
    Note,
    Passage,
    ReplyKind,
    SharedLesson,
    Situation,
    Thread,
)
from coach.playbook.talk import load_talk
from coach.ports import Clock, CoachingInput, Conversations, QuoteCandidate, Recogniser, Sharing
from coach.retrieval import Search, find_passages, speaks_to

from .hearing import Heard, choose_kind, hear, settle
from .keeping_talk import keep, keep_doings
from .plan import PlanTools, find_private
from .practice import find_due

MOST_CHARS = 200_000
"""So much is taken in at once: some 35,000 words."""
_PASSAGES = 6
_NEAR = 0.42
"""How near a sentence of the notes has to be to what was said to be quoted."""
_TELLING = frozenset({Cue.WORKED, Cue.STRUGGLE})
"""What a quoted sentence has to say: what was hard, or what helped."""
_ASKED = "How our meetings and sessions went, what worked and what did not: {about}"
"""What is looked for in the notes."""
_FORMS_REMEMBERED = 14


@dataclass(frozen=True)
class Desk:
    """What one reply is made from."""

    community: Community
    """Whose host it is."""
    tools: PlanTools
    """The notes, who words it, and the lexicon."""
    mine: Conversations
    """The person's own conversations and private things."""
    sharing: Sharing
    """Contacts and lessons."""
    recogniser: Recogniser
    """Tells what a message is about."""
    clock: Clock
    """Tells when something was said."""

    @property
    def by_model(self) -> bool:
        """Say whether a model is to word it."""
        return self.tools.for_model


def converse(request: CoachingRequest, desk: Desk) -> CoachReply:
    """Return a reply, checked, and keep it for the person unless it is not to be kept.

    Raises:
        BadRequest: The message is empty or too long.
        UnknownConversation: The conversation is not here, or it is somebody else's.
        UnknownPattern: There is no such situation.
    """
    laid, thread = _lay(request, desk)
    if isinstance(laid, CoachReply):
        return keep(laid, request, thread, desk.mine, desk.clock)
    reply = _checked(desk.tools.drafter.draft_reply(laid), laid, desk)
    kept = keep(reply, request, thread, desk.mine, desk.clock)
    if kept.kept:
        keep_doings(find_doings(read_said(request.message)), desk.mine, desk.clock)
    return kept


def lay_out(request: CoachingRequest, desk: Desk) -> CoachReply | CoachingInput:
    """Return what a reply would be worded from, or the reply where nothing has to be worded; nothing is kept."""
    return _lay(request, desk)[0]


def _lay(request: CoachingRequest, desk: Desk) -> tuple[CoachReply | CoachingInput, Thread | None]:
    _check(request)
    thread = _open_thread(request, desk)
    return _answer(hear(request, thread, desk.recogniser), desk), thread


def _check(request: CoachingRequest) -> None:
    if not request.message.strip():
        raise BadRequest("There is nothing to answer yet.", "Write a sentence on what is on your mind about hosting.")
    if len(request.message) > MOST_CHARS:
        raise BadRequest(
            f"That is {len(request.message):,} characters, and I read {MOST_CHARS:,} at once.",
            "Leave out what was pasted along, or take it in as a note; nothing was lost.",
        )


def _open_thread(request: CoachingRequest, desk: Desk) -> Thread | None:
    if not request.thread:
        return None
    found = desk.mine.find_thread(request.thread)
    if found is None:
        raise UnknownConversation(f"There is no conversation {request.thread[:40]!r} that is kept for you here.")
    return found


# -- answering -----------------------------------------------------------------------------------------
def _answer(heard: Heard, desk: Desk) -> CoachReply | CoachingInput:
    language = heard.language
    by_words = heard.request.only_hosting or find_plain_aside(heard.said) is not None
    found = find_matter(heard.said.text, None if by_words else heard.told)
    if found and not language:
        words = choose_words(heard.said)
        return to_signpost(found, desk.sharing.contacts(), words.matter.said if words.matter else "")
    if language and not desk.by_model:
        return in_their_tongue(language)
    recognised = to_recognised(heard.likely, heard.told)
    named = heard.goes_on or language or heard.request.situation
    aside = None if named else find_aside(heard.said, recognised.aside)
    if aside:
        return to_aside(aside, heard.said, heard.request.seed)
    return _to_input(heard, recognised, desk, language)


def _to_input(heard: Heard, recognised: Recognised, desk: Desk, language: str) -> CoachingInput:
    situation = settle(heard, recognised)
    heard_doing = find_doings(heard.said)
    now_said = (AlreadyDoing(text=item.text, flopped=item.flopped) for item in heard_doing)
    doing = (*desk.mine.things(AlreadyDoing), *now_said)
    offered = tuple(reply.move.id for reply in heard.replies if reply.move)
    known = Known(doing, () if heard.goes_on else find_told(heard.said), offered)
    embedder = desk.tools.search.embedder
    chosen = choose_moves(situation, heard.mode, known, embedder) if situation else None
    quotes, passages = _look_in_notes(heard, situation, desk)
    return CoachingInput(
        message=heard.request.message,
        mode=heard.mode,
        kind=_kind(heard, recognised, situation, desk),
        community=desk.community,
        earlier=heard.earlier,
        situation=situation,
        confidence=_confidence(heard, recognised, situation),
        goes_on=heard.goes_on,
        guesses=recognised.guesses,
        moves=chosen.moves if chosen else (),
        doing=doing,
        keep_doing=chosen.keep_doing if chosen else "",
        passages=passages,
        quotes=quotes,
        earlier_quotes=frozenset(item.quote for reply in heard.replies for item in reply.citations),
        private=find_private(desk.tools.search) if desk.by_model else frozenset(),
        lessons=_lessons(heard, situation, desk),
        says=_says(heard, situation, desk),
        asked_for_advice=heard.asks_for_advice,
        wants_no_question=heard.wish.no_question,
        heard_doing=tuple(item.text for item in heard_doing),
        opened_with=_opened_with(heard, desk),
        language=language,
        seed=heard.request.seed,
        avoid=tuple(reply.move.title for reply in heard.replies if reply.move),
    )


def _kind(heard: Heard, recognised: Recognised, situation: Situation | None, desk: Desk) -> ReplyKind:
    """Return what fits; a model that reads the message itself listens where we would have to ask which it is."""
    kind = choose_kind(heard, recognised, situation)
    if not desk.by_model or situation is not None:
        return kind
    return ReplyKind.FOCUS if heard.asks_for_advice else ReplyKind.LISTEN


def _confidence(heard: Heard, recognised: Recognised, situation: Situation | None) -> float:
    if situation is None:
        return recognised.guesses[0].confidence
    chosen = heard.last and heard.last.kind is ReplyKind.CHOOSE and heard.wish.place is not None
    if heard.request.situation or chosen:
        return 1.0
    told = next((item.confidence for item in recognised.guesses if item.situation == situation.id), 0.0)
    kept = heard.last.confidence if heard.last and heard.last.situation == situation.id else 0.0
    return max(told, kept)


def _says(heard: Heard, situation: Situation | None, desk: Desk) -> str:
    """Return what has to be said in any case."""
    book, key = load_talk(), heard.request.message
    said = []
    if heard.wish.flopped:
        said.append(pick(book.flopped, key))
        said += [] if any(reply.move for reply in heard.replies) else [book.no_recall]
    if heard.said.has_orders:
        said.append(pick(book.asides["orders"], key).says)
    if _changes_subject(heard, situation):
        said.append(book.changes)
    if heard.request.asks_after and not heard.earlier and (due := find_due(desk.mine, desk.clock)):
        said.append(book.experiment.format(said=f"“{due.text.rstrip('.')}”"))
    return " ".join(said)


def _changes_subject(heard: Heard, situation: Situation | None) -> bool:
    last = heard.last
    if last is None or situation is None or last.kind is ReplyKind.CHOOSE or heard.request.situation:
        return False
    return bool(last.situation) and situation.id != last.situation


def _opened_with(heard: Heard, desk: Desk) -> tuple[str, ...]:
    here = [reply.opens_with for reply in reversed(heard.replies) if reply.opens_with]
    before = [thread.opens_with for thread in desk.mine.threads() if thread.opens_with]
    return (*here, *before)[:_FORMS_REMEMBERED]


def _lessons(heard: Heard, situation: Situation | None, desk: Desk) -> tuple[SharedLesson, ...]:
    if situation is None:
        return ()
    told = {reply.lesson.id for reply in heard.replies if reply.lesson}
    found = desk.sharing.lessons_from_elsewhere()
    return tuple(item for item in found if item.situation == situation.id and item.id not in told)[:3]


# -- what the notes know -------------------------------------------------------------------------------
def _look_in_notes(
    heard: Heard, situation: Situation | None, desk: Desk
) -> tuple[tuple[QuoteCandidate, ...], tuple[Passage, ...]]:
    about = f"{situation.gist if situation else ''} {heard.said.text}".strip()[:600]
    search = desk.tools.search
    if not about:
        return (), ()
    found = find_passages(_ASKED.format(about=about), search, _PASSAGES)
    if not speaks_to(found):
        return (), ()
    notes = {item.note_id: _note(item.note_id, search) for item in found.passages}
    known = {note_id: note for note_id, note in notes.items() if note is not None}
    quotes = find_lessons(found.passages, known, search.embedder, about)
    return tuple(item for item in quotes if item.relevance >= _NEAR and _TELLING & set(item.cues)), found.passages


def _note(note_id: str, search: Search) -> Note | None:
    try:
        return search.notes.get_note(note_id)
    except UnknownNote:
        return None


def _checked(reply: CoachReply, given: CoachingInput, desk: Desk) -> CoachReply:
    texts = {item.note_id: note.text for item in reply.citations if (note := _note(item.note_id, desk.tools.search))}
    ground = ReplyGround(
        message=given.message,
        earlier=tuple(turn.text for turn in given.earlier if turn.who == "person"),
        doing=tuple(item.text for item in given.doing),
        note_texts=texts,
        asked_for_advice=given.asked_for_advice,
        wants_no_question=given.wants_no_question,
        gist=given.situation.gist if given.situation else "",
        offered=given.avoid,
        language=given.language,
        lexicon=desk.tools.lexicon,
    )
    return reply.model_copy(update={"findings": check_reply(reply, ground).findings})
