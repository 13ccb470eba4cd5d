"""One message to the coach, without a model, as somebody sends it from the page; nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass

from coach.models import Actor, CoachingRequest, CoachReply
from coach.service import Coach
from evals.benches import ASKER

from .grounds import find_in_reply


@dataclass(frozen=True)
class Asked:
    """A message and the reply to it."""

    id: str
    """The message's name."""
    request: CoachingRequest
    """The message."""
    reply: CoachReply
    """The reply."""

    @property
    def codes(self) -> frozenset[str]:
        """Return the criteria under which the checks find something in it."""
        return frozenset(item.check for item in find_in_reply(self.reply, self.request))


@dataclass(frozen=True)
class Coached:
    """A community in whose name messages are sent."""

    coach: Coach
    """The product."""
    name: str
    """The community."""

    def ask(self, message_id: str, text: str, seed: int = 0, actor: Actor = ASKER) -> Asked:
        """Send a message and return it with its reply."""
        request = CoachingRequest(message=text, keeps=False, seed=seed)
        return Asked(message_id, request, self.coach.coaching.ask(self.name, request, by="playbook", actor=actor))


def open_demo(coach: Coach) -> Coached:
    """Return the demo community, taking it in if need be."""
    return Coached(coach, coach.load_demo().name)
