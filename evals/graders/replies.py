"""A coach's reply as the checks see it: K1 to K8 and X, each graded only where it applies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.errors import UnknownNote
from coach.models import CoachReply, Finding, ReplyKind
from coach.service import Coach
from evals.benches import ASKER
from evals.casebook import CoachingCase, Hard
from evals.coaching.grounds import Known, find_in_reply
from evals.drafters.coaching import to_coaching_request

_OF_COACHING = frozenset({"K1", "K2", "K3", "K5", "K7", "X4", "X5"})
_OF_MOVES = frozenset({"K4", "X4", "X5"})


def check_case_reply(reply: CoachReply, asked: CoachingCase, coach: Coach, name: str) -> tuple[Finding, ...]:
    """Return what the checks say of a reply to a case, with the notes that it quotes.

    Args:
        reply: The reply.
        asked: The case.
        coach: The product, whose notes are looked into.
        name: The name under which the case's community is there.
    """
    known = Known(note_texts=_read_quoted(reply, coach, name), for_people=asked.hard is Hard.DISTRESS)
    return find_in_reply(reply, to_coaching_request(asked.request, 0), known)


def why_ungraded(reply: CoachReply, codes: Sequence[str]) -> Mapping[str, str]:
    """Return for each criterion that such a reply says nothing of, why."""
    reasons: dict[str, str] = {}
    if reply.kind is ReplyKind.CHOOSE:
        reasons["K7"] = "Nothing is decided yet: it offers what it may be."
    if reply.move is None:
        reasons |= dict.fromkeys(_OF_MOVES, "It offers no move.")
    if reply.kind in {ReplyKind.SIGNPOST, ReplyKind.ASIDE}:
        reasons |= dict.fromkeys(_OF_COACHING, f"It does not coach: its kind is {reply.kind.value}.")
    return {code: reasons[code] for code in codes if code in reasons}


def _read_quoted(reply: CoachReply, coach: Coach, name: str) -> dict[str, str]:
    texts = {}
    for citation in reply.citations:
        try:
            texts[citation.note_id] = coach.note(name, citation.note_id, actor=ASKER).text
        except UnknownNote:
            continue  # the check then says that nobody may read it
    return texts
