"""Hearing: a message read with the conversation it stands in; what it is about, and what kind of reply fits."""

from __future__ import annotations

from dataclasses import dataclass

from coach.drafting.coaching.said import Said, read_said
from coach.drafting.coaching.signs import Wish, read_wish
from coach.drafting.recognising import Recognised, blend
from coach.models import CoachingRequest, CoachMode, CoachReply, ReplyKind, Situation, Thread, Turn
from coach.playbook import content_stems
from coach.playbook.coaching import find_situation
from coach.ports import Likely, Recogniser

NOWHERE_NEAR = 0.75
"""How likely it has to be that none of the situations is it, for none to be offered."""
_THIN_WORDS = 12
_LIGHT = content_stems(
    "what can could should would do did does it is just hard really think know feel like try tried help tell say more"
    " please thing something anything way good bad better sure maybe okay right see want need make go get people time"
    " next now then"
)
"""Words that say nothing of the matter."""
_PARTS = 8
"""So many parts of a long message are listened to besides the whole of it."""
_PART_WORDS = 28


@dataclass(frozen=True)
class Heard:
    """A message, read."""

    request: CoachingRequest
    """What was asked."""
    said: Said
    """The message as it can be worked with."""
    wish: Wish
    """What its writer asks of the coach."""
    mode: CoachMode
    """Which door the conversation came in by."""
    earlier: tuple[Turn, ...]
    """What was said before, oldest first."""
    likely: Likely
    """What the whole of it may be about."""
    parts: tuple[Likely, ...]
    """What each part of it may be about."""

    @property
    def replies(self) -> list[CoachReply]:
        """Return what the coach said before, oldest first."""
        return [turn.reply for turn in self.earlier if turn.reply]

    @property
    def last(self) -> CoachReply | None:
        """Return what the coach said last."""
        return self.replies[-1] if self.replies else None

    @property
    def asks_for_advice(self) -> bool:
        """Say whether its writer asks what to do, or has no time for anything else."""
        wish = self.wish
        asks = wish.advice or wish.no_question or wish.flopped or wish.more or wish.another
        return asks or self.mode is CoachMode.TEN_MINUTES or bool(self.request.situation)

    @property
    def goes_on(self) -> bool:
        """Say whether it only goes on with what was said last."""
        wish, last = self.wish, self.last
        if last is None or last.kind is ReplyKind.ASIDE:
            return False
        chooses = last.kind is ReplyKind.CHOOSE and (wish.place is not None or wish.none_of)
        return wish.more or wish.another or chooses or self._is_thin

    @property
    def _is_thin(self) -> bool:
        """Say whether hardly any of its words says what it is about, as in `It is just hard`."""
        return len(self.said.words) <= _THIN_WORDS and len(content_stems(self.said.text) - _LIGHT) <= 1


def hear(request: CoachingRequest, thread: Thread | None, recogniser: Recogniser) -> Heard:
    """Read a message with the conversation it stands in."""
    said = read_said(request.message)
    whole, *parts = recogniser.recognise([said.text or request.message[:200], *_parts(said)])
    mode = request.mode or (thread.mode if thread else CoachMode.THINK)
    earlier = thread.turns if thread else request.earlier
    return Heard(request, said, read_wish(said), mode, earlier, blend(whole, said.text), tuple(parts))


def settle(heard: Heard, recognised: Recognised) -> Situation | None:
    """Return the situation: the one that the person chose, the one that the talk is on, or the likely one."""
    if heard.request.situation:
        return find_situation(heard.request.situation)[0]
    last, place = heard.last, heard.wish.place
    if last and last.kind is ReplyKind.CHOOSE and place is not None and last.alternatives:
        chosen = last.alternatives[place if place < len(last.alternatives) else -1]
        return find_situation(chosen.situation)[0]
    if last and last.situation and (heard.goes_on or not recognised.is_sure):
        return find_situation(last.situation)[0]
    return find_situation(recognised.guesses[0].situation)[0] if recognised.is_sure else None


def choose_kind(heard: Heard, recognised: Recognised, situation: Situation | None) -> ReplyKind:
    """Return what fits: to listen first, to offer one thing to somebody who asks or has no time, or to ask which."""
    wish, last = heard.wish, heard.last
    if situation is None:
        is_far = recognised.nothing >= NOWHERE_NEAR or wish.none_of
        return ReplyKind.LISTEN if is_far else ReplyKind.CHOOSE
    if heard.asks_for_advice:
        return ReplyKind.FOCUS
    same = last is not None and last.situation in ("", situation.id)
    listened = last is not None and last.kind in (ReplyKind.LISTEN, ReplyKind.CHOOSE)
    return ReplyKind.FOCUS if heard.goes_on or (same and listened) else ReplyKind.LISTEN


def _parts(said: Said) -> list[str]:
    """Return the parts of a long message: a thing that is only told in passing is not drowned by the rest."""
    parts: list[str] = []
    for sentence in said.sentences:
        if parts and len(parts[-1].split()) + len(sentence.split()) <= _PART_WORDS:
            parts[-1] = f"{parts[-1]} {sentence}"
        else:
            parts.append(sentence)
    if len(parts) < 2:
        return []
    return parts if len(parts) <= _PARTS else [*parts[: _PARTS // 2], *parts[-(_PARTS - _PARTS // 2) :]]
