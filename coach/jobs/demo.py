"""The fictional community that comes with the product."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from coach.models import Actor, Community, IngestRequest, Member
from coach.ports import Clock, Store

from .communities import create_community
from .people import add_person


def read_demo_words(folder: Path) -> Mapping[str, object]:
    """Return the demo's name, description, and outcomes and questions to try."""
    return dict(yaml.safe_load((folder / "community.yaml").read_text(encoding="utf-8")))


def find_demo(words: Mapping[str, object], *, store: Store, actor: Actor, clock: Clock) -> Community:
    """Return the demo's community, made where it is not there yet."""
    name = str(words["name"])
    found = store.find_community(name)
    if found is not None:
        return found
    domain, people, practice = (str(words.get(key, "")) for key in ("domain", "people", "practice"))
    wanted = Community(id="new", name=name, is_demo=True, domain=domain, people=people, practice=practice)
    made = create_community(wanted, store=store, actor=actor, clock=clock)
    for person in _list_people(words):
        add_person(Member(id="new", community_id=made.id, name=person), made, store=store, actor=actor)
    return made


def to_demo_request(folder: Path) -> IngestRequest:
    """Return what takes the demo's notes in."""
    return IngestRequest(folder=str(folder / "notes"), source="demo notes")


def _list_people(words: Mapping[str, object]) -> list[str]:
    """Return the fictional people whose names the notes use, so that the list of people is not empty to look at."""
    people = words.get("roster", ())
    return [str(name) for name in people] if isinstance(people, list) else []
