"""Keeping: a conversation for the person who had it, and what they said they do already."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from coach.drafting.coaching.doings import HeardDoing
from coach.errors import BadRequest
from coach.models import AlreadyDoing, CoachingRequest, CoachMode, CoachReply, ReplyKind, Thread, Turn
from coach.ports import Clock, Conversations

from .practice import keep_doing

_TITLE_WORDS = 9


def keep(
    reply: CoachReply, request: CoachingRequest, thread: Thread | None, mine: Conversations, clock: Clock
) -> CoachReply:
    """Return the reply as it is kept, or as it stands where it is not to be kept.

    A matter for people is never kept, nor a greeting that begins no conversation, nor what was said in one that was
    forgotten meanwhile.
    """
    forgotten = thread is not None and mine.find_thread(thread.id) is None
    is_nothing = thread is None and reply.kind is ReplyKind.ASIDE
    if not request.keeps or reply.kind is ReplyKind.SIGNPOST or forgotten or is_nothing:
        return reply.model_copy(update={"kept": False, "thread": thread.id if thread and not forgotten else ""})
    now = clock.now()
    base = thread or Thread(
        id=secrets.token_hex(8),
        title=_title(request.message),
        mode=request.mode or CoachMode.THINK,
        started=now,
        updated=now,
    )
    kept = reply.model_copy(update={"id": secrets.token_hex(6), "thread": base.id, "mode": base.mode, "kept": True})
    asked = Turn(id=secrets.token_hex(6), who="person", text=request.message, at=now)
    answered = Turn(id=kept.id, who="coach", text=kept.text, at=now, reply=kept)
    changed = {
        "updated": now,
        "turns": (*base.turns, asked, answered),
        "situation": kept.situation or base.situation,
        "opens_with": kept.opens_with,
    }
    try:
        mine.save_thread(base.model_copy(update=changed))
    except BadRequest:
        later = mine.find_thread(base.id)
        if later is None or later.turns == base.turns:
            raise
        # It went on in another window meanwhile: what was said here comes after that, and nothing is lost.
        mine.save_thread(later.model_copy(update={**changed, "turns": (*later.turns, asked, answered)}))
    return kept


def keep_doings(found: Sequence[HeardDoing], mine: Conversations, clock: Clock) -> None:
    """Keep what somebody said they do, so that nobody advises it to them; they can change or remove it."""
    for item in found:
        said = AlreadyDoing(text=item.text, at=clock.now(), heard=True, flopped=item.flopped)
        keep_doing(said, mine)


def _title(message: str) -> str:
    words = message.split()
    return " ".join(words[:_TITLE_WORDS])[:80] + (" …" if len(words) > _TITLE_WORDS else "")
