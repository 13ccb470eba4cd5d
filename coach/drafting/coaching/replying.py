"""A reply without a model: what was heard first, then one question, or one thing to do with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from coach.models import (
    Citation,
    CoachMode,
    CoachReply,
    Cue,
    Guess,
    Move,
    OfferedLesson,
    OfferedMove,
    ReplyKind,
    SharedLesson,
    Situation,
)
from coach.playbook.talk import Stage, load_talk
from coach.ports import CoachingInput, QuoteCandidate

from .said import read_said
from .telling import OwnWords, choose_words
from .topics import stems_about
from .wording import Hand, from_notes, to_going_on, to_heard, to_question, to_strength

_LESSON_WORDS = 40
"""So much is passed on of what another community tried, and of what happened."""
MOST_WORDS = 180
"""What somebody reads ten minutes before a session."""
_STAGES: dict[CoachMode, tuple[Stage, ...]] = {
    CoachMode.TEN_MINUTES: ("options", "will"),
    CoachMode.THINK: ("reality", "goal", "options", "will"),
    CoachMode.WENT_WRONG: ("reality", "reality", "options", "will"),
    CoachMode.GROW: ("goal", "reality", "options", "will"),
}


def draft_reply(given: CoachingInput) -> CoachReply:
    """Return a reply in the playbook's words; the same input gives the same reply."""
    hand, said = Hand(load_talk(), given.message, given.seed), read_said(given.message)
    words = choose_words(said, stems_about(given.situation))
    if given.goes_on:
        words = _words_before(given)
        heard, opens_with = to_going_on(hand, words), "goes-on"
    else:
        heard, opens_with = to_heard(hand, words, given.situation, given.opened_with)
    reply = CoachReply(
        kind=given.kind,
        mode=given.mode,
        heard=heard,
        strength="" if given.goes_on else to_strength(hand, words, given.situation),
        says=given.says,
        opens_with=opens_with,
        situation=given.situation.id if given.situation else "",
        situation_title=given.situation.title if given.situation else "",
        confidence=given.confidence,
        alternatives=_alternatives(given),
    )
    filled = _FILL[given.kind](reply, given, hand)
    return _fit(_decide(filled, given, words))


def _words_before(given: CoachingInput) -> OwnWords:
    """Return the person's own words from what they said last that had a matter."""
    before = [turn.text for turn in given.earlier if turn.who == "person"]
    found = (choose_words(read_said(text), stems_about(given.situation)) for text in reversed(before))
    return next((words for words in found if words.matter), OwnWords(None, None, None))


def _listen(reply: CoachReply, given: CoachingInput, hand: Hand) -> CoachReply:
    stage = _stage(given)
    asked = [turn.reply.asks for turn in given.earlier if turn.reply]
    question = to_question(hand, given.situation, stage, asked)
    lost = "" if given.situation else hand.pick(hand.book.lost)
    return _with_notes(reply, given, hand).model_copy(
        update={
            "says": " ".join(part for part in (reply.says, lost) if part),
            "asks": "" if given.wants_no_question else question,
            "stage": stage,
            "heron": "catalytic",
        }
    )


def _focus(reply: CoachReply, given: CoachingInput, hand: Hand) -> CoachReply:
    if not given.moves:
        return _listen(reply.model_copy(update={"kind": ReplyKind.LISTEN}), given, hand)
    move = given.moves[given.seed % len(given.moves)] if given.seed else given.moves[0]
    now = given.mode is CoachMode.TEN_MINUTES
    asked = [turn.reply.asks for turn in given.earlier if turn.reply]
    forms = hand.book.after_focus_now if now else hand.book.after_focus
    questions = [item for item in forms if item not in asked]
    keep = hand.pick(hand.book.keep_doing).format(said=f"“{given.keep_doing}”") if given.keep_doing else ""
    lesson = to_lesson(given.lessons[0]) if given.lessons else None
    offer = "" if given.asked_for_advice else hand.pick(hand.book.offers)
    return _with_notes(reply, given, hand).model_copy(
        update={
            "says": " ".join(part for part in (reply.says, offer) if part),
            "move": to_offered(move),
            "keep_doing": keep,
            "lesson": lesson,
            "asks": "" if given.wants_no_question else hand.pick(questions or forms),
            "stage": "will",
            "heron": move.heron,
        }
    )


def _choose(reply: CoachReply, given: CoachingInput, hand: Hand) -> CoachReply:
    says = " ".join(part for part in (reply.says, hand.pick(hand.book.unsure)) if part)
    return reply.model_copy(update={"says": says, "heron": "catalytic", "situation": "", "situation_title": ""})


_FILL = {ReplyKind.LISTEN: _listen, ReplyKind.FOCUS: _focus, ReplyKind.CHOOSE: _choose}


def _alternatives(given: CoachingInput) -> tuple[Guess, ...]:
    known = given.situation.id if given.situation and given.kind is not ReplyKind.CHOOSE else ""
    return tuple(item for item in given.guesses if item.situation != known)[:3]


def _stage(given: CoachingInput) -> Stage:
    """Return where in GROW the next question stands: it can begin anywhere, and does not ask for the same twice."""
    before = [turn.reply.stage for turn in given.earlier if turn.reply and turn.reply.stage]
    stages = _STAGES[given.mode]
    return stages[min(len(before), len(stages) - 1)]


def _with_notes(reply: CoachReply, given: CoachingInput, hand: Hand) -> CoachReply:
    quote = _best_quote(given.quotes, given.earlier_quotes)
    if quote is None:
        return reply
    cited: Citation = quote.citation
    return reply.model_copy(update={"from_notes": from_notes(hand, quote), "citations": (cited,)})


def _best_quote(quotes: Sequence[QuoteCandidate], before: frozenset[str]) -> QuoteCandidate | None:
    fresh = [item for item in quotes if item.citation.quote not in before]
    worked = [item for item in fresh if Cue.WORKED in item.cues]
    return next(iter((*worked, *fresh)), None)


def to_lesson(lesson: SharedLesson) -> OfferedLesson:
    """Return a lesson as a reply passes it on."""
    setting = f"{lesson.setting.rstrip('. ')}. " if lesson.setting else ""
    says = load_talk().from_elsewhere.format(
        setting=setting, tried=_sentence(lesson.tried), happened=_sentence(lesson.happened)
    )
    return OfferedLesson(id=lesson.id, says=says)


def _sentence(text: str) -> str:
    words = text.split()
    flat = " ".join(words[:_LESSON_WORDS]) + (" …" if len(words) > _LESSON_WORDS else "")
    return flat if flat.endswith((".", "!", "?", "…")) else f"{flat}."


def to_offered(move: Move) -> OfferedMove:
    """Return a move as a reply offers it."""
    kept = set(OfferedMove.model_fields)
    return OfferedMove(**{name: value for name, value in move.model_dump().items() if name in kept})


def _decide(reply: CoachReply, given: CoachingInput, words: OwnWords) -> CoachReply:
    """Write down what stands behind the wording: what seems to go on, what answers it, what that makes possible."""
    situation = given.situation
    matter = words.matter.text if words.matter else " ".join(given.message.split())[:80]
    if reply.move is not None:
        strategy, intention = reply.move.does, reply.move.why
    else:
        strategy = f"Ask about {_ABOUT.get(reply.stage, 'what is the case')} before anything is offered."
        intention = f"That they see for themselves what would help with “{matter}”."
    return reply.model_copy(
        update={"diagnosis": _diagnose(situation, matter), "strategy": strategy, "intention": intention}
    )


_ABOUT = {
    "goal": "what they want",
    "reality": "what happened",
    "options": "what could be tried",
    "will": "what they will do",
}


def _diagnose(situation: Situation | None, matter: str) -> str:
    return (
        f"{situation.gist} In their words: “{matter}”."
        if situation
        else f"Not recognised yet; in their words: “{matter}”."
    )


def _fit(reply: CoachReply) -> CoachReply:
    """Leave out what a reader can do without until it is short enough; their own words and the move stay."""
    for shorten in (_without_strength, _without_keeping, _without_notes, _without_reading):
        if len(reply.text.split()) <= MOST_WORDS:
            break
        reply = shorten(reply)
    return reply


def _without_strength(reply: CoachReply) -> CoachReply:
    return reply.model_copy(update={"strength": ""})


def _without_keeping(reply: CoachReply) -> CoachReply:
    return reply.model_copy(update={"keep_doing": ""})


def _without_notes(reply: CoachReply) -> CoachReply:
    return reply.model_copy(update={"from_notes": "", "citations": ()})


def _without_reading(reply: CoachReply) -> CoachReply:
    """Leave their words as they stand, without what the coach reads in them."""
    first, dot, _ = reply.heard.partition(". ")
    return reply.model_copy(update={"heard": first + dot.strip()})
