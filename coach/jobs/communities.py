"""Communities: make one, find one, take in the demo, remove one."""

from __future__ import annotations

import hashlib

from coach.errors import BadRequest, NotAllowed, UnknownCommunity
from coach.models import Actor, Community
from coach.ports import Clock, Store

_LONGEST_NAME = 120


def create_community(community: Community, *, store: Store, actor: Actor, clock: Clock) -> Community:
    """Write a new community that belongs to this actor.

    Raises:
        BadRequest: The name is empty, too long or taken.
    """
    name = " ".join(community.name.split())
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise BadRequest("A community needs a name of one to 120 characters.", "Give it the name that its members use.")
    seed = f"{name}\n{actor.id}\n{clock.now().isoformat()}"
    made = community.model_copy(
        update={"id": "c" + hashlib.sha256(seed.encode()).hexdigest()[:16], "name": name, "owner_id": actor.id}
    )
    store.add_community(made)
    return made


def get_community(name: str, *, store: Store) -> Community:
    """Return the community of that name.

    Raises:
        UnknownCommunity: There is none; the message names those that are near.
    """
    found = store.find_community(name)
    if found is not None:
        return found
    known = [community.name for community in store.list_communities()]
    if not known:
        raise UnknownCommunity(
            f"There is no community called {name!r} here; there is none at all yet.",
            'Bring notes in with `coach ingest FOLDER --community "NAME"`, make an empty one with `coach create`, '
            "or look round with `coach demo`.",
        )
    listed = ", ".join(repr(item) for item in known[:8])
    raise UnknownCommunity(
        f"There is no community called {name!r} here.", f"These are here: {listed}. `coach create` makes one."
    )


def get_own_community(name: str, *, store: Store, actor: Actor) -> Community:
    """Return the community of that name when this actor may bring notes into it: its owner or a member.

    Raises:
        UnknownCommunity: There is none of that name.
        NotAllowed: This actor does not belong to it.
    """
    community = get_community(name, store=store)
    if community.owner_id != actor.id and actor.id not in {member.id for member in store.list_members(community.id)}:
        raise NotAllowed(
            f"Only members of {community.name} bring notes in or take them back; nothing was changed.",
            "Ask whoever looks after it to add you.",
        )
    return community


def remove_community(name: str, *, store: Store, actor: Actor) -> Community:
    """Remove a community with everything that is in it.

    Raises:
        UnknownCommunity: There is none of that name.
        NotAllowed: It belongs to somebody else.
    """
    community = get_community(name, store=store)
    if community.owner_id != actor.id:
        raise NotAllowed(f"{community.name} belongs to somebody else, so it was left alone.")
    store.remove_community(community.id)
    return community
