"""What is said where a matter is for people: kindly, with whom to turn to, and nothing to facilitate."""

from __future__ import annotations

from collections.abc import Sequence

from coach.models import CoachReply, Contact, Matter, ReplyKind, Signpost
from coach.playbook.talk import load_talk

from .finding import Found

_NEAR = {
    Matter.SELF_HARM: (Matter.DISTRESS,),
    Matter.CRISIS: (Matter.SAFETY, Matter.DISTRESS),
    Matter.DISTRESS: (Matter.SELF_HARM,),
    Matter.BULLYING: (Matter.HARASSMENT, Matter.HR),
    Matter.HARASSMENT: (Matter.BULLYING, Matter.HR),
    Matter.DISCRIMINATION: (Matter.HARASSMENT, Matter.BULLYING, Matter.HR),
    Matter.SAFEGUARDING: (Matter.SAFETY,),
    Matter.SAFETY: (Matter.SAFEGUARDING,),
}
"""Whose contacts help where nobody is named for the matter itself."""


def to_signpost(found: Found, contacts: Sequence[Contact], said: str) -> CoachReply:
    """Return the reply: nothing in it coaches, and nothing of it is kept.

    Args:
        found: The matter.
        contacts: Whom the community has named, all of them.
        said: A few of the person's own words, in quotation marks; may be empty.
    """
    book = load_talk()
    pair = book.signposts[found.matter]
    entry = pair.own if found.is_own else pair.other
    fitting = _fitting(contacts, found.matter)
    heard = f"{said}. {entry.heard}" if said else entry.heard
    signpost = Signpost(
        matter=found.matter,
        says=f"{entry.says} {entry.then}",
        contacts=fitting,
        gap="" if fitting else book.gap,
        is_urgent=found.is_urgent,
    )
    return CoachReply(
        kind=ReplyKind.SIGNPOST,
        heard=heard,
        signpost=signpost,
        says="",
        asks=entry.asks,
        heron="supportive",
        opens_with=f"signpost-{found.matter.value}",
        kept=False,
    )


def _fitting(contacts: Sequence[Contact], matter: Matter) -> tuple[Contact, ...]:
    """Return whom the community named for a matter, or for one that is near it."""
    for wanted in (matter, *_NEAR.get(matter, ())):
        named = tuple(item for item in contacts if wanted in item.matters)
        if named:
            return (*named, *(item for item in contacts if not item.matters))
    return tuple(item for item in contacts if not item.matters)
