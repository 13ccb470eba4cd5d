"""What a host keeps for themselves: what they do already, what they mean to try, a journal. Nobody else sees it."""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Mapping

from coach.errors import BadRequest, UnknownConversation
from coach.models import Actor, AlreadyDoing, Experiment, Growth, JournalEntry, OwnThing, Word
from coach.ports import Clock, Conversations, OwnT, Store

from .communities import get_community
from .growing import to_growth
from .kept_text import tidy_line, tidy_text

_LOCAL = Actor()
_A_DAY = dt.timedelta(days=1)
_EDGES = re.compile(r"[\s.!,;:]+\Z")
_LISTED: Mapping[type[Word], tuple[str, str]] = {
    AlreadyDoing: ("what you do already", "doing"),
    Experiment: ("what you mean to try", "experiments"),
    JournalEntry: ("your journal", "journal"),
}


class OwnPractice:
    """One person's own practice in one community, as pages and commands ask for it.

    Every method speaks of the actor's own things only; whoever looks after the community has no way to them.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        """Keep where the things are, and what tells the time."""
        self._store, self._clock = store, clock

    # -- what they do already ----------------------------------------------------------------------
    def doing(self, name: str, *, actor: Actor = _LOCAL) -> list[AlreadyDoing]:
        """Return what this person says they do already, oldest first."""
        return self._open(name, actor).things(AlreadyDoing)

    def add_doing(self, name: str, text: str, *, flopped: bool = False, actor: Actor = _LOCAL) -> AlreadyDoing:
        """Keep something that this person does already, and return it; the same words are kept once.

        Raises:
            BadRequest: Nothing is written, or more than 5,000 characters.
        """
        said = AlreadyDoing(text=text, flopped=flopped, at=self._clock.now())
        return keep_doing(said, self._open(name, actor))

    def change_doing(self, name: str, doing: AlreadyDoing, *, actor: Actor = _LOCAL) -> AlreadyDoing:
        """Write over what is kept under this id, and return it.

        Raises:
            BadRequest: Nothing is written, or too much, or something else on the list says the same.
            UnknownConversation: Nothing of this id is kept for this person here.
        """
        own = self._open(name, actor)
        before = _find(AlreadyDoing, doing.id, own)
        text = tidy_line(doing.text, "What you do already")
        same = _find_same(text, own)
        if same is not None and same.id != before.id:
            raise BadRequest(f"“{same.text}” is on your list already.", "Change that one, or remove one of the two.")
        changed = doing.model_copy(update={"text": text, "at": before.at, "heard": before.heard})
        own.save_thing(changed)
        return changed

    def remove_doing(self, name: str, doing_id: str, *, actor: Actor = _LOCAL) -> AlreadyDoing:
        """Remove something from what this person does already, and return it."""
        return _remove(AlreadyDoing, doing_id, self._open(name, actor))

    # -- what they mean to try ---------------------------------------------------------------------
    def experiments(self, name: str, *, actor: Actor = _LOCAL) -> list[Experiment]:
        """Return what this person means to try, tried or dropped, oldest first."""
        return self._open(name, actor).things(Experiment)

    def begin_experiment(self, name: str, experiment: Experiment, *, actor: Actor = _LOCAL) -> Experiment:
        """Keep something that this person means to try, and return it with its id and moment.

        Raises:
            BadRequest: Nothing is written, or more than 5,000 characters.
        """
        begun = Experiment(
            id=secrets.token_hex(8),
            text=tidy_text(experiment.text, "What you mean to try"),
            at=self._clock.now(),
            **experiment.model_dump(include={"due", "thread", "situation", "move"}),
        )
        self._open(name, actor).save_thing(begun)
        return begun

    def tell_experiment(
        self, name: str, experiment_id: str, happened: str, learned: str = "", *, actor: Actor = _LOCAL
    ) -> Experiment:
        """Keep what came of an experiment, in the person's words, and return it; it may be told again.

        Raises:
            BadRequest: Neither is written, or one of them has more than 5,000 characters.
            UnknownConversation: No experiment of this id is kept for this person here.
        """
        own = self._open(name, actor)
        before = _find(Experiment, experiment_id, own)
        if not learned.strip():
            happened = tidy_text(happened, "What happened")
        fields = {
            "state": "told",
            "happened": happened.strip() and tidy_text(happened, "What happened"),
            "learned": learned.strip() and tidy_text(learned, "What you take from it"),
            "told_at": before.told_at or self._clock.now(),
        }
        told = before.model_copy(update=fields)
        own.save_thing(told)
        return told

    def drop_experiment(self, name: str, experiment_id: str, *, actor: Actor = _LOCAL) -> Experiment:
        """Ask no more about an experiment, and return it as it is kept now; what was told of it stays."""
        own = self._open(name, actor)
        dropped = _find(Experiment, experiment_id, own).model_copy(update={"state": "dropped"})
        own.save_thing(dropped)
        return dropped

    def remove_experiment(self, name: str, experiment_id: str, *, actor: Actor = _LOCAL) -> Experiment:
        """Remove an experiment with all that was told of it, and return it."""
        return _remove(Experiment, experiment_id, self._open(name, actor))

    def due_experiment(self, name: str, *, actor: Actor = _LOCAL) -> Experiment | None:
        """Return the oldest open experiment that can be asked about: its day is over, or it is older than a day."""
        return find_due(self._open(name, actor), self._clock)

    # -- the journal -------------------------------------------------------------------------------
    def journal(self, name: str, *, actor: Actor = _LOCAL) -> list[JournalEntry]:
        """Return this person's notes to themselves, oldest first."""
        return self._open(name, actor).things(JournalEntry)

    def write_entry(self, name: str, text: str, *, thread: str = "", actor: Actor = _LOCAL) -> JournalEntry:
        """Keep a note to oneself, and return it.

        Raises:
            BadRequest: Nothing is written, or more than 5,000 characters.
        """
        text = tidy_text(text, "Your note")
        entry = JournalEntry(id=secrets.token_hex(8), text=text, at=self._clock.now(), thread=thread)
        self._open(name, actor).save_thing(entry)
        return entry

    def change_entry(self, name: str, entry: JournalEntry, *, actor: Actor = _LOCAL) -> JournalEntry:
        """Write over the entry of this id, and return it; it keeps its moment.

        Raises:
            BadRequest: Nothing is written, or more than 5,000 characters.
            UnknownConversation: No entry of this id is kept for this person here.
        """
        own = self._open(name, actor)
        before = _find(JournalEntry, entry.id, own)
        changed = before.model_copy(update={"text": tidy_text(entry.text, "Your note")})
        own.save_thing(changed)
        return changed

    def remove_entry(self, name: str, entry_id: str, *, actor: Actor = _LOCAL) -> JournalEntry:
        """Remove an entry, and return it."""
        return _remove(JournalEntry, entry_id, self._open(name, actor))

    # -- all of it ---------------------------------------------------------------------------------
    def growth(self, name: str, *, actor: Actor = _LOCAL) -> Growth:
        """Return this person's own way, oldest first, in their own words: nothing is counted and nothing is judged."""
        return to_growth(self._open(name, actor), self._clock.now())

    def restore(self, name: str, thing: OwnThing, *, actor: Actor = _LOCAL) -> None:
        """Put back something that was removed or dropped, as it was.

        Raises:
            BadRequest: It was never kept, or it is too long to be.
        """
        if not thing.id:
            raise BadRequest("This was never kept, so it cannot be put back.", "Write it down anew.")
        tidy_text(thing.text, "What is put back")
        self._open(name, actor).save_thing(thing)

    def _open(self, name: str, actor: Actor) -> Conversations:
        return self._store.conversations(get_community(name, store=self._store).id, actor)


def keep_doing(said: AlreadyDoing, own: Conversations) -> AlreadyDoing:
    """Keep something that somebody does already, and return it as it is kept; the same words are kept once.

    Args:
        said: What they do; `at` is when they said so.
        own: Where this person's things are. Whether it flopped is taken from what was said last.

    Raises:
        BadRequest: Nothing is written, or more than 5,000 characters.
    """
    text = tidy_line(said.text, "What you do already")
    same = _find_same(text, own)
    if same is None:
        kept = said.model_copy(update={"text": text, "id": secrets.token_hex(8)})
    else:
        kept = same.model_copy(update={"flopped": said.flopped})
    if kept != same:
        own.save_thing(kept)
    return kept


def _find_same(text: str, own: Conversations) -> AlreadyDoing | None:
    return next((item for item in own.things(AlreadyDoing) if _to_key(item.text) == _to_key(text)), None)


def _to_key(text: str) -> str:
    return _EDGES.sub("", " ".join(text.split())).casefold()


def find_due(own: Conversations, clock: Clock) -> Experiment | None:
    """Return the oldest open experiment that can be asked about: its day is over, or it is older than a day."""
    now = clock.now()
    return next((item for item in own.things(Experiment) if _is_due(item, now)), None)


def _is_due(experiment: Experiment, now: dt.datetime) -> bool:
    if experiment.state != "open":
        return False
    if experiment.due is not None:
        return experiment.due < now.date()
    return experiment.at is not None and now - experiment.at > _A_DAY


def _find(kind: type[OwnT], thing_id: str, own: Conversations) -> OwnT:
    found = next((thing for thing in own.things(kind) if thing.id == thing_id), None)
    if found is None:
        raise _unknown(kind, thing_id)
    return found


def _remove(kind: type[OwnT], thing_id: str, own: Conversations) -> OwnT:
    removed = own.remove_thing(kind, thing_id)
    if removed is None:
        raise _unknown(kind, thing_id)
    return removed


def _unknown(kind: type[Word], thing_id: str) -> UnknownConversation:
    listed, command = _LISTED[kind]
    return UnknownConversation(
        f"Nothing of the id “{thing_id}” is kept for you in {listed}; nothing was changed.",
        f"`coach practice {command} --community NAME` lists what is kept for you.",
    )
