"""The people of a community, for one thing only: so that their names can be replaced before text leaves for a model."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from coach.errors import BadRequest, NotAllowed
from coach.models import Actor, Community, Member
from coach.notes.pseudonyms import notice_names
from coach.notes.veil.folding import fold_parts
from coach.ports import CommunityNotes, Store

from .communities import get_community

LONGEST_NAME = 120
MOST_ALIASES = 20
_LOCAL = Actor()
_Members = list[Member]
_Counted = list[tuple[str, int]]
_Key = tuple[str, int, tuple[str, ...], tuple[Member, ...]]


def list_people(community: Community, *, store: Store, actor: Actor) -> list[Member]:
    """Return who is on a community's list, by name.

    Raises:
        NotAllowed: This actor does not belong to the community.
    """
    members = store.list_members(community.id)
    if community.owner_id != actor.id and actor.id not in {member.id for member in members}:
        raise NotAllowed(
            f"Only members of {community.name} see who is on its list.", "Ask whoever looks after it to add you."
        )
    return members


def add_person(member: Member, community: Community, *, store: Store, actor: Actor) -> Member:
    """Put a person on a community's list, with their other names and handles.

    Raises:
        BadRequest: The name is empty, too long or on the list already, or another name cannot be told from a word.
        NotAllowed: The community belongs to somebody else.
    """
    _check_own(community, actor)
    name = _tidy_name(member.name)
    aliases = _tidy_aliases(name, member.aliases)
    parts = fold_parts(name)
    if any(fold_parts(other.name) == parts for other in store.list_members(community.id)):
        raise BadRequest(
            f"{name} is on the list already.", "To change the other names, take this one off and add it anew."
        )
    # The same name has the same id, so that somebody who is put back is the same person to whatever keeps ids.
    made = "m" + hashlib.sha256(f"{community.id}\n{' '.join(parts)}".encode()).hexdigest()[:16]
    added = Member(id=made, community_id=community.id, name=name, aliases=aliases)
    store.add_member(added)
    return added


def remove_person(member_id: str, community: Community, *, store: Store, actor: Actor) -> Member:
    """Take a person off a community's list and return who it was; notes are not touched.

    Raises:
        BadRequest: Nobody of that id is on it.
        NotAllowed: The community belongs to somebody else.
    """
    _check_own(community, actor)
    removed = store.remove_member(community.id, member_id)
    if removed is None:
        raise BadRequest(
            f"Nobody of that name is on the list of {community.name}.",
            f'`coach people --community "{community.name}"` shows who is.',
        )
    return removed


def noticed_people(notes: CommunityNotes, members: Sequence[Member]) -> list[tuple[str, int]]:
    """Return likely names in the notes that are not on the list, with in how many notes; only readable notes count."""
    return notice_names(read_texts(notes), members)


def read_texts(notes: CommunityNotes) -> list[str]:
    """Return the texts of all notes that this actor may read, always in the same order."""
    return [notes.get_note(note_id).text for note_id in sorted(summary.id for summary in notes.summaries())]


def find_person(name: str, members: Iterable[Member]) -> Member | None:
    """Return the person who is called so, by name or by one of the other names; None when there is nobody."""
    wanted = fold_parts(name)
    members = list(members)
    by_name = [member for member in members if fold_parts(member.name) == wanted]
    by_alias = [member for member in members if wanted in {fold_parts(alias) for alias in member.aliases}]
    return next(iter([*by_name, *by_alias]), None) if wanted else None


class People:
    """A community's list of people, as pages and commands ask for it."""

    def __init__(self, store: Store) -> None:
        """Keep where the list and the notes are."""
        self._store = store
        self._learnt: tuple[_Key, _Counted] | None = None

    def list(self, name: str, *, actor: Actor = _LOCAL) -> _Members:
        """Return who is on the list, by name."""
        return list_people(self._community(name), store=self._store, actor=actor)

    def add(self, name: str, person: str, aliases: Sequence[str] = (), *, actor: Actor = _LOCAL) -> Member:
        """Put a person on the list, with other names and handles; raise BadRequest when they are there already."""
        community = self._community(name)
        wanted = Member(id="new", community_id=community.id, name=person, aliases=tuple(aliases))
        return add_person(wanted, community, store=self._store, actor=actor)

    def remove(self, name: str, member_id: str, *, actor: Actor = _LOCAL) -> Member:
        """Take a person off the list and return who it was."""
        return remove_person(member_id, self._community(name), store=self._store, actor=actor)

    def noticed(self, name: str, *, actor: Actor = _LOCAL) -> _Counted:
        """Return likely names in the notes that are not on the list, with in how many notes, most frequent first.

        The notes are read again only when something has changed: a page asks at every click.
        """
        community = self._community(name)
        members = list_people(community, store=self._store, actor=actor)
        notes = self._store.notes(community.id, actor)
        ids = tuple(sorted(summary.id for summary in notes.summaries()))
        key: _Key = (community.id, notes.revision(), ids, tuple(members))
        learnt = self._learnt
        if learnt is None or learnt[0] != key:
            learnt = self._learnt = (key, noticed_people(notes, members))
        return [*learnt[1]]

    def plain_names(self, name: str, *, actor: Actor = _LOCAL) -> tuple[str, ...]:
        """Return those of the noticed names that get a stand-in before anybody has confirmed them: all but handles.

        Every handle is replaced wherever it stands, so it need not be known before.
        """
        return tuple(noticed for noticed, _ in self.noticed(name, actor=actor) if not noticed.startswith("@"))

    def _community(self, name: str) -> Community:
        return get_community(name, store=self._store)


def _check_own(community: Community, actor: Actor) -> None:
    if community.owner_id != actor.id:
        raise NotAllowed(
            f"Only whoever looks after {community.name} changes its list of people; nothing was changed.",
            "Ask them to do it.",
        )


def _tidy_name(name: str) -> str:
    tidy = " ".join(name.split())
    if not fold_parts(tidy) or len(tidy) > LONGEST_NAME or not tidy.isprintable():
        raise BadRequest(
            f"A person needs a name of one to {LONGEST_NAME} characters, with a letter in it.",
            "Give the name as the notes write it.",
        )
    return tidy


def _tidy_aliases(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    tidy = list(dict.fromkeys(_tidy_name(alias) for alias in aliases))
    if len(tidy) > MOST_ALIASES:
        raise BadRequest(f"A person can have up to {MOST_ALIASES} other names.", "Keep those that the notes use.")
    words = [alias for alias in tidy if fold_parts(alias) in {("i",), ("a",)}]
    if words:
        raise BadRequest(f"“{words[0]}” is a word in every sentence, so it cannot stand for anybody.", "Leave it out.")
    return tuple(alias for alias in tidy if alias != name)
