"""What a reply is held against: read off the messages themselves, and not taken from whoever replied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coach.checks.reply import ReplyGround, check_reply
from coach.checks.tongue import find_other_language
from coach.drafting.coaching.doings import find_doings
from coach.drafting.coaching.said import read_said
from coach.drafting.coaching.signs import Wish, read_wish
from coach.models import CoachingRequest, CoachMode, CoachReply, Finding
from coach.playbook import load_playbook
from coach.playbook.coaching import load_coaching


@dataclass(frozen=True)
class Known:
    """What is known beside the messages."""

    note_texts: Mapping[str, str] | None = None
    """The texts of notes that may be quoted, by note; None leaves out the look into the notes."""
    for_people: bool = False
    """Whether the matter is for people, so that only a signpost will do."""


def find_in_reply(reply: CoachReply, request: CoachingRequest, known: Known | None = None) -> tuple[Finding, ...]:
    """Return what the checks of replies say of a reply to a message.

    Args:
        reply: The reply.
        request: The message, its door, and what was said before.
        known: What is known beside them.
    """
    return check_reply(reply, lay_ground(reply, request, known or Known())).findings


def lay_ground(reply: CoachReply, request: CoachingRequest, known: Known) -> ReplyGround:
    """Return what a reply to this message is held against."""
    said, told = read_said(request.message), [turn.text for turn in request.earlier if turn.who == "person"]
    wish = read_wish(said)
    gists = {item.id: item.gist for item in load_coaching().situations}
    return ReplyGround(
        message=request.message,
        earlier=tuple(told),
        doing=_find_doing([*told, request.message]),
        note_texts=known.note_texts,
        asked_for_advice=request.mode is CoachMode.TEN_MINUTES or _asks(wish),
        lexicon=load_playbook().lexicon,
        for_people=known.for_people,
        wants_no_question=wish.no_question,
        gist=gists.get(reply.situation, ""),
        offered=tuple(turn.reply.move.title for turn in request.earlier if turn.reply and turn.reply.move),
        language=find_other_language(said.text),
    )


def _asks(wish: Wish) -> bool:
    return wish.advice or wish.no_question or wish.more or wish.another or wish.flopped


def _find_doing(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(item.text for text in texts for item in find_doings(read_said(text)))
