"""What a situation is about, in stems, so that the words of a message that speak of it are known."""

from __future__ import annotations

from functools import cache

from coach.models import Situation
from coach.playbook import content_stems
from coach.playbook.coaching import load_coaching


def stems_about(situation: Situation | None) -> frozenset[str]:
    """Return the stems of the words in which people speak of a situation; none where it is not known."""
    return _stems(situation.id) if situation else frozenset()


@cache
def _stems(situation_id: str) -> frozenset[str]:
    found = next((item for item in load_coaching().situations if item.id == situation_id), None)
    return content_stems(" ".join((found.title, found.gist, *found.heard))) if found else frozenset()
