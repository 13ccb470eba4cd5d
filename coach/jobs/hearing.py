"""Hearing: a message read with the conversation it stands in; what it is about, and what kind of reply fits."""

from __future__ import annotations

from dataclasses import dataclass

from coach.checks.tongue import find_other_language
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
_ANSWER_WORDS = 25
"""So many words are more likely an answer to what was asked than another matter."""
_PLAINLY_SHORT, _PLAINLY = 0.8, 0.6
"""How sure another situation has to be for a conversation to leave the one that it is on."""
_ENOUGH_NOW = 0.15
"""How likely a situation has to be where there is no time to ask."""


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
    """What it may be about."""
    told: Likely | None = None
    """The same, by its meaning alone: what is for people is told by that."""
    language: str = ""
    """The language that it is written in; empty for English."""

    @property
    def replies(self) -> list[CoachReply]:
        """Return what the coach said before, oldest first."""
        return [turn.reply for turn in self.earlier if turn.reply]

    @property
    def last(self) -> CoachReply | None:
        """Return what the coach said last."""
        return self.replies[-1] if self.replies else None

    @property
    def is_none_of(self) -> bool:
        """Say whether none of the situations that were offered is it."""
        return self.wish.none_of and self.last is not None and self.last.kind is ReplyKind.CHOOSE

    @property
    def asks_for_advice(self) -> bool:
        """Say whether its writer asks what to do, or has no time for anything else."""
        wish = self.wish
        asks = wish.advice or wish.no_question or wish.flopped or wish.more or wish.another
        asks = asks or (bool(self.language) and "?" in self.said.message)  # wishes are told by English words
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
    likely = recogniser.recognise([said.text or request.message[:200]])[0]
    mode = request.mode or (thread.mode if thread else CoachMode.THINK)
    earlier = thread.turns if thread else request.earlier
    language = find_other_language(said.text)
    return Heard(request, said, read_wish(said), mode, earlier, blend(likely, said.text), likely, language)


def settle(heard: Heard, recognised: Recognised) -> Situation | None:
    """Return the situation: the one that the person chose, the one that the talk is on, or the likely one."""
    if heard.request.situation:
        return find_situation(heard.request.situation)[0]
    if heard.is_none_of:
        return None  # it says nothing of the matter itself
    name = _from_before(heard, recognised)
    if not name and (recognised.is_sure or _has_to_do(heard, recognised)):
        name = recognised.guesses[0].situation
    return find_situation(name)[0] if name else None


def _from_before(heard: Heard, recognised: Recognised) -> str:
    """Return the situation that the conversation is on, where the message does not plainly leave it."""
    last, place = heard.last, heard.wish.place
    if last is None:
        return ""
    if last.kind is ReplyKind.CHOOSE and last.alternatives and heard.goes_on:
        found = last.alternatives[place if place is not None and place < len(last.alternatives) else 0]
        return last.alternatives[-1].situation if place == -1 else found.situation
    if not last.situation:
        return ""
    plainly = _PLAINLY_SHORT if len(heard.said.words) <= _ANSWER_WORDS else _PLAINLY
    leaves = recognised.is_sure and recognised.guesses[0].confidence >= plainly
    return "" if leaves and not heard.goes_on else last.situation


def _has_to_do(heard: Heard, recognised: Recognised) -> bool:
    """Say whether the likely one has to do: with ten minutes to go nobody wants to be asked which it is."""
    if heard.mode is not CoachMode.TEN_MINUTES:
        return False
    return recognised.nothing < NOWHERE_NEAR and recognised.guesses[0].confidence >= _ENOUGH_NOW


def choose_kind(heard: Heard, recognised: Recognised, situation: Situation | None) -> ReplyKind:
    """Return what fits: to listen first, to offer one thing to somebody who asks or has no time, or to ask which."""
    last = heard.last
    if situation is None:
        is_far = recognised.nothing >= NOWHERE_NEAR or heard.is_none_of
        return ReplyKind.LISTEN if is_far else ReplyKind.CHOOSE
    if heard.asks_for_advice:
        return ReplyKind.FOCUS
    same = last is not None and last.situation in ("", situation.id)
    listened = last is not None and last.kind in (ReplyKind.LISTEN, ReplyKind.CHOOSE)
    return ReplyKind.FOCUS if heard.goes_on or (same and listened) else ReplyKind.LISTEN
