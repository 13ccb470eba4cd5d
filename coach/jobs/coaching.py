"""Coaching: ask, go on, look back, and forget; everything of it is the person's own."""

from __future__ import annotations

from coach.errors import UnknownConversation
from coach.models import Actor, CoachingRequest, CoachReply, SentPreview, Thread
from coach.ports import CoachingInput, Conversations, NobodyWatches, Store, Watch

from .communities import get_community
from .conversing import lay_out
from .drafts import By, DraftJobs, How
from .fading import fade
from .modelling import Modelling


class Coaching:
    """One's own conversations with the coach."""

    def __init__(self, store: Store, jobs: DraftJobs, model: Modelling) -> None:
        """Keep what it stands on.

        Args:
            store: Where conversations are.
            jobs: Answers.
            model: Says whether a model would, and what would be sent to it.
        """
        self._store, self._jobs, self._model = store, jobs, model

    def ask(
        self,
        name: str,
        request: CoachingRequest,
        *,
        by: By = "auto",
        actor: Actor | None = None,
        watch: Watch | None = None,
    ) -> CoachReply:
        """Return a reply, and keep it in the person's conversation unless it is not to be kept.

        Raises:
            BadRequest: The message is empty or too long.
            UnknownConversation: The conversation is not here, or it is somebody else's.
            UnknownPattern: There is no such situation.
            ModelRefused: A model was asked for, and none may be used.
        """
        return self._jobs.coaching(name, request, How(by, actor or Actor(), watch or NobodyWatches()))

    def preview(self, name: str, request: CoachingRequest, *, actor: Actor | None = None) -> SentPreview | None:
        """Return exactly what would be sent to a model for a reply; None where nothing would be. Nothing is kept."""
        community, asker = get_community(name, store=self._store), actor or Actor()
        self._model.model_for(community, "model")
        drafter, tools = self._model.for_showing(community, asker)
        laid = lay_out(request, self._jobs.desk(community, tools, asker))
        return drafter.preview_reply(laid) if isinstance(laid, CoachingInput) else None

    def threads(self, name: str, *, actor: Actor | None = None) -> list[Thread]:
        """Return one's conversations without their turns, the last one first."""
        return self._mine(name, actor).threads()

    def thread(self, name: str, thread_id: str, *, actor: Actor | None = None) -> Thread:
        """Return one conversation; words of notes that are gone or closed since are taken out of it.

        Raises:
            UnknownConversation: It is not here, or it is somebody else's.
        """
        found = self._mine(name, actor).find_thread(thread_id)
        if found is None:
            raise UnknownConversation(f"There is no conversation {thread_id[:40]!r} that is kept for you here.")
        community = get_community(name, store=self._store)
        return fade(found, self._store.notes(community.id, actor or Actor()))

    def forget(self, name: str, thread_id: str, *, actor: Actor | None = None) -> Thread:
        """Remove a conversation with everything in it, and return it.

        Raises:
            UnknownConversation: It is not here, or it is somebody else's.
        """
        gone = self._mine(name, actor).remove_thread(thread_id)
        if gone is None:
            raise UnknownConversation(f"There is no conversation {thread_id[:40]!r} that is kept for you here.")
        return gone

    def restore(self, name: str, thread: Thread, *, actor: Actor | None = None) -> None:
        """Put a forgotten conversation back."""
        self._mine(name, actor).save_thread(thread)

    def _mine(self, name: str, actor: Actor | None) -> Conversations:
        return self._store.conversations(get_community(name, store=self._store).id, actor or Actor())
