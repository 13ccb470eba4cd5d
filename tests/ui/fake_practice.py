"""What people keep for themselves and what a community shares, in memory, for the pages to talk to."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from coach.errors import BadRequest, NotAllowed
from coach.models import (
    Actor,
    AlreadyDoing,
    Contact,
    Experiment,
    Growth,
    GrowthMoment,
    JournalEntry,
    Lesson,
    OwnThing,
    SharedLesson,
)
from tests.ui.fake_coaching import AT

_Thing = TypeVar("_Thing", AlreadyDoing, Experiment, JournalEntry)


@dataclass
class FakePractice:
    """What one person keeps for themselves."""

    things: dict[str, OwnThing] = field(default_factory=dict)
    due: str = ""
    """The id of the experiment that is to be asked about."""
    returns: tuple[str, ...] = ()
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    def _put(self, thing: _Thing) -> _Thing:
        if not thing.text.strip():
            raise BadRequest("Nothing is written.", "Write a line.")
        new = thing if thing.id else thing.model_copy(update={"id": f"o{next(self._numbers)}", "at": AT})
        self.things[new.id] = new
        return new

    def _of(self, kind: type) -> list[Any]:
        return [one for one in self.things.values() if isinstance(one, kind)]

    def doing(self, name: str, *, actor: Actor | None = None) -> list[AlreadyDoing]:
        return self._of(AlreadyDoing)

    def add_doing(self, name: str, text: str, *, flopped: bool = False, actor: Actor | None = None) -> AlreadyDoing:
        return self._put(AlreadyDoing(text=text, flopped=flopped))

    def change_doing(self, name: str, doing: AlreadyDoing, *, actor: Actor | None = None) -> AlreadyDoing:
        return self._put(doing)

    def remove_doing(self, name: str, doing_id: str, *, actor: Actor | None = None) -> OwnThing:
        return self.things.pop(doing_id)

    def experiments(self, name: str, *, actor: Actor | None = None) -> list[Experiment]:
        return self._of(Experiment)

    def begin_experiment(self, name: str, experiment: Experiment, *, actor: Actor | None = None) -> Experiment:
        return self._put(experiment)

    def tell_experiment(
        self, name: str, experiment_id: str, happened: str, learned: str = "", *, actor: Actor | None = None
    ) -> Experiment:
        if not happened and not learned:
            raise BadRequest("What happened is not written.", "Write a line.")
        told = {"state": "told", "happened": happened, "learned": learned}
        return self._put(self._experiment(experiment_id).model_copy(update=told))

    def drop_experiment(self, name: str, experiment_id: str, *, actor: Actor | None = None) -> Experiment:
        return self._put(self._experiment(experiment_id).model_copy(update={"state": "dropped"}))

    def _experiment(self, experiment_id: str) -> Experiment:
        return next(one for one in self.experiments("") if one.id == experiment_id)

    def due_experiment(self, name: str, *, actor: Actor | None = None) -> Experiment | None:
        found = self.things.get(self.due)
        return found if isinstance(found, Experiment) and found.state == "open" else None

    def journal(self, name: str, *, actor: Actor | None = None) -> list[JournalEntry]:
        return self._of(JournalEntry)

    def write_entry(self, name: str, text: str, *, thread: str = "", actor: Actor | None = None) -> JournalEntry:
        return self._put(JournalEntry(text=text, thread=thread))

    def change_entry(self, name: str, entry: JournalEntry, *, actor: Actor | None = None) -> JournalEntry:
        return self._put(entry)

    def remove_entry(self, name: str, entry_id: str, *, actor: Actor | None = None) -> OwnThing:
        return self.things.pop(entry_id)

    def growth(self, name: str, *, actor: Actor | None = None) -> Growth:
        wrote = [GrowthMoment(at=AT, what="wrote", text=one.text, id=one.id) for one in self.journal(name)]
        tried = [
            GrowthMoment(at=AT, what="tried", text=one.happened, id=one.id)
            for one in self.experiments(name) if one.state == "told"
        ]  # fmt: skip
        return Growth(moments=(*tried, *wrote), returns=self.returns)

    def restore(self, name: str, thing: OwnThing, *, actor: Actor | None = None) -> None:
        self.things[thing.id] = thing


@dataclass
class FakeSharing:
    """Contacts and lessons."""

    named: list[Contact] = field(default_factory=list)
    written: dict[str, Lesson] = field(default_factory=dict)
    elsewhere: list[SharedLesson] = field(default_factory=list)
    refuses: bool = False
    """Whether this person may not change anything."""
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    def contacts(self, name: str, *, actor: Actor | None = None) -> list[Contact]:
        return list(self.named)

    def set_contacts(self, name: str, contacts: Sequence[Contact], *, actor: Actor | None = None) -> list[Contact]:
        if self.refuses:
            raise NotAllowed("Only whoever looks after it says whom to turn to.")
        if not all(one.who and one.reach for one in contacts):
            raise BadRequest("Whom to turn to is not written.", "Write a name or a role.")
        self.named = [one if one.id else one.model_copy(update={"id": f"k{next(self._numbers)}"}) for one in contacts]
        return self.named

    def lessons(self, name: str, *, actor: Actor | None = None) -> list[Lesson]:
        return list(reversed(self.written.values()))

    def write_lesson(self, name: str, lesson: Lesson, *, actor: Actor | None = None) -> Lesson:
        if not lesson.tried:
            raise BadRequest("What you tried is not written.", "Write a line.")
        new = lesson.model_copy(update={"id": f"l{next(self._numbers)}", "at": AT})
        self.written[new.id] = new
        return new

    def to_shared(self, name: str, lesson: Lesson, *, actor: Actor | None = None) -> SharedLesson:
        told = {part: getattr(lesson, part).replace("Fergus", "somebody") for part in ("setting", "tried", "happened")}
        return SharedLesson(id=lesson.id, situation=lesson.situation, **told)

    def names_left(self, text: str) -> tuple[str, ...]:
        return ("Oskar",) if "Oskar" in text else ()

    def share_lesson(self, name: str, lesson_id: str, shared: SharedLesson, *, actor: Actor | None = None) -> Lesson:
        if "Fergus" in shared.model_dump_json():
            raise BadRequest("“Fergus” would tell who it was.", "Say it without.")
        self.written[lesson_id] = self.written[lesson_id].model_copy(update={"shared": shared})
        return self.written[lesson_id]

    def withdraw_lesson(self, name: str, lesson_id: str, *, actor: Actor | None = None) -> Lesson:
        self.written[lesson_id] = self.written[lesson_id].model_copy(update={"shared": None})
        return self.written[lesson_id]

    def remove_lesson(self, name: str, lesson_id: str, *, actor: Actor | None = None) -> Lesson:
        return self.written.pop(lesson_id)

    def restore_lesson(self, name: str, lesson: Lesson, *, actor: Actor | None = None) -> Lesson:
        self.written[lesson.id] = lesson
        return lesson

    def from_elsewhere(self, name: str, situation: str = "", *, actor: Actor | None = None) -> list[SharedLesson]:
        return list(self.elsewhere)
