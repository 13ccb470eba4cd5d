"""What a community shares: whom to turn to, with its own people, and what it learned, without names, with others."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import TypeVar

from coach.errors import BadRequest, NotAllowed
from coach.models import Actor, Community, Contact, Lesson, SharedLesson
from coach.notes.veil.noticing import plain_names
from coach.playbook.coaching import find_situation
from coach.ports import Clock, Sharing, Store

from .communities import get_community
from .kept_text import tidy_line, tidy_text
from .people import People, list_people
from .unnaming import Unnaming, find_likely_names

MOST_CONTACTS = 40
"""How many contacts a community names at most."""
LONGEST_WHO = 200
LONGEST_REACH = 500
"""How long a contact's name, and how to reach them, are at most."""
_LOCAL = Actor()
_Told = TypeVar("_Told", Lesson, SharedLesson)


class CommunitySharing:
    """Contacts and lessons, as pages and commands ask for them."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Keep where they are, where the people are whose names are taken out, and what tells the time."""
        self._store, self._clock = store, clock
        self._people = People(store)

    # -- contacts ----------------------------------------------------------------------------------
    def contacts(self, name: str, *, actor: Actor = _LOCAL) -> list[Contact]:
        """Return whom a community has named for matters that are for people, in the order in which they are shown."""
        return self._open(name, actor)[1].contacts()

    def set_contacts(self, name: str, contacts: Sequence[Contact], *, actor: Actor = _LOCAL) -> list[Contact]:
        """Write all contacts in this order and return them as they are kept.

        Raises:
            BadRequest: One of them has no name or no way to be reached, or there are too many.
            NotAllowed: Only whoever looks after the community names them.
        """
        if len(contacts) > MOST_CONTACTS:
            raise BadRequest(
                f"A community can name up to {MOST_CONTACTS} contacts; nothing was changed.",
                "Keep those that people would really turn to.",
            )
        community, sharing = self._open(name, actor)
        _check_owner(community, actor, "says whom to turn to")
        ids: set[str] = set()
        kept = [_tidy_contact(contact, ids) for contact in contacts]
        sharing.save_contacts(kept)
        return kept

    # -- our lessons -------------------------------------------------------------------------------
    def lessons(self, name: str, *, actor: Actor = _LOCAL) -> list[Lesson]:
        """Return a community's own lessons as they were written, newest first; none for whoever does not belong."""
        return self._open(name, actor)[1].lessons()

    def write_lesson(self, name: str, lesson: Lesson, *, actor: Actor = _LOCAL) -> Lesson:
        """Write a lesson down, or over the one of its id, and return it; what is shared of it stays as it is.

        Raises:
            BadRequest: What was tried or what happened is missing or too long.
            UnknownPattern: The playbook has no such situation.
            NotAllowed: This actor may not write lessons here.
        """
        community, sharing = self._open(name, actor)
        before = _find(lesson.id, sharing) if lesson.id else None
        tidy = _tidy(lesson)
        shared = before.shared.model_copy(update={"situation": tidy.situation}) if before and before.shared else None
        fields = {
            "id": before.id if before else secrets.token_hex(8),
            "community_id": community.id,
            "at": before.at if before else self._clock.now(),
            "shared": shared,
        }
        written = tidy.model_copy(update=fields)
        sharing.save_lesson(written)
        return written

    def remove_lesson(self, name: str, lesson_id: str, *, actor: Actor = _LOCAL) -> Lesson:
        """Remove a lesson, and what is shared of it, and return it."""
        removed = self._open(name, actor)[1].remove_lesson(lesson_id)
        if removed is None:
            raise _unknown(lesson_id)
        return removed

    def restore_lesson(self, name: str, lesson: Lesson, *, actor: Actor = _LOCAL) -> Lesson:
        """Put back a lesson that was removed, shared as it was; what may not be shared stays private."""
        community, sharing = self._open(name, actor)
        back = _tidy(lesson).model_copy(update={"community_id": community.id, "id": lesson.id or secrets.token_hex(8)})
        if back.shared is not None:
            back = back.model_copy(update={"shared": self._check_shared(back.shared, back, actor, community)})
        sharing.save_lesson(back)
        return back

    # -- sharing -----------------------------------------------------------------------------------
    def to_shared(self, name: str, lesson: Lesson, *, actor: Actor = _LOCAL) -> SharedLesson:
        """Return what others would read of a lesson: names and addresses taken out; nothing is written.

        It is shown to whoever shares before anybody else reads it, and may be edited. `names_left` names the words
        to look at.

        Raises:
            NotAllowed: This actor does not belong to the community, so its people are not theirs to know.
        """
        community = get_community(name, store=self._store)
        members = list_people(community, store=self._store, actor=actor)
        texts = (lesson.setting, lesson.tried, lesson.happened)
        # What the lesson itself makes plain goes too: `Oskar said` can only be somebody.
        noticed = dict.fromkeys([*self._people.plain_names(name, actor=actor), *plain_names(texts, members)])
        unnaming = Unnaming(community.name, members, list(noticed), texts)
        setting, tried, happened = map(unnaming.rewrite, texts)
        return SharedLesson(id=lesson.id, situation=lesson.situation, setting=setting, tried=tried, happened=happened)

    def names_left(self, text: str) -> tuple[str, ...]:
        """Return the words of a text that may still tell who or where it was, in their order, to be asked about."""
        return find_likely_names(text)

    def share_lesson(self, name: str, lesson_id: str, shared: SharedLesson, *, actor: Actor = _LOCAL) -> Lesson:
        """Let the other communities of this workspace read this of a lesson, and return the lesson.

        Raises:
            BadRequest: It still names somebody or the community, or it is not whole.
            NotAllowed: Only whoever looks after the community shares its lessons.
        """
        community, sharing = self._open(name, actor)
        _check_owner(community, actor, "shares its lessons")
        lesson = _find(lesson_id, sharing)
        ready = self._check_shared(shared, lesson, actor, community)
        kept = lesson.model_copy(update={"shared": ready.model_copy(update={"shared_at": self._clock.now()})})
        sharing.save_lesson(kept)
        return kept

    def withdraw_lesson(self, name: str, lesson_id: str, *, actor: Actor = _LOCAL) -> Lesson:
        """Stop sharing a lesson, and return it; the lesson itself stays."""
        community, sharing = self._open(name, actor)
        _check_owner(community, actor, "takes back what it shared")
        kept = _find(lesson_id, sharing).model_copy(update={"shared": None})
        sharing.save_lesson(kept)
        return kept

    def from_elsewhere(self, name: str, situation: str = "", *, actor: Actor = _LOCAL) -> list[SharedLesson]:
        """Return what other communities share, newest first; of one situation only, when one is named.

        Raises:
            UnknownPattern: The playbook has no such situation.
        """
        wanted = find_situation(situation)[0].id if situation.strip() else ""
        shared = self._open(name, actor)[1].lessons_from_elsewhere()
        return [lesson for lesson in shared if not wanted or lesson.situation == wanted]

    # -- inside ------------------------------------------------------------------------------------
    def _open(self, name: str, actor: Actor) -> tuple[Community, Sharing]:
        community = get_community(name, store=self._store)
        return community, self._store.sharing(community.id, actor)

    def _check_shared(self, shared: SharedLesson, lesson: Lesson, actor: Actor, community: Community) -> SharedLesson:
        members = list_people(community, store=self._store, actor=actor)
        tidy = _tidy(shared.model_copy(update={"id": lesson.id, "situation": lesson.situation}))
        texts = (tidy.setting, tidy.tried, tidy.happened)
        unnaming = Unnaming(community.name, members, [], texts)
        found = dict.fromkeys(name for text in texts for name in unnaming.find(text))
        if found:
            told = ", ".join(f"“{name}”" for name in found)
            raise BadRequest(
                f"{told} would tell who or where it was, so this was not shared.",
                "Say it without, for example with “somebody” or “our community”, and share it then.",
            )
        return tidy


def _check_owner(community: Community, actor: Actor, does: str) -> None:
    if community.owner_id != actor.id:
        raise NotAllowed(
            f"Only whoever looks after {community.name} {does}; nothing was changed.",
            "Tell them what you would like, and ask them to do it.",
        )


def _find(lesson_id: str, sharing: Sharing) -> Lesson:
    found = next((lesson for lesson in sharing.lessons() if lesson.id == lesson_id), None)
    if found is None:
        raise _unknown(lesson_id)
    return found


def _unknown(lesson_id: str) -> BadRequest:
    return BadRequest(
        f"There is no lesson “{lesson_id}” here that you may read.",
        "`coach lessons --community NAME` lists the ones that are here.",
    )


def _tidy(told: _Told) -> _Told:
    """Return a lesson without space around its texts, or raise BadRequest or UnknownPattern."""
    fields = {
        "situation": find_situation(told.situation)[0].id,
        "setting": told.setting.strip() and tidy_text(told.setting, "What it was like"),
        "tried": tidy_text(told.tried, "What you tried"),
        "happened": tidy_text(told.happened, "What happened"),
    }
    return told.model_copy(update=fields)


def _tidy_contact(contact: Contact, taken: set[str]) -> Contact:
    """Return a contact as it is kept, with an id of its own, which is added to those that are taken."""
    given = contact.id if contact.id and contact.id not in taken else secrets.token_hex(8)
    taken.add(given)
    fields = {
        "id": given,
        "who": tidy_line(contact.who, "Whom to turn to", LONGEST_WHO),
        "reach": tidy_line(contact.reach, "How to reach them", LONGEST_REACH),
        "matters": tuple(dict.fromkeys(contact.matters)),
    }
    return contact.model_copy(update=fields)
