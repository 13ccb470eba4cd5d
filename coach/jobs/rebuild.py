"""Build the vector index anew from what SQL holds."""

from __future__ import annotations

from coach.models import Actor
from coach.ports import PassageIndex, Progress, Store


def rebuild_index(store: Store, index: PassageIndex, progress: Progress) -> int:
    """Build the vector index anew from the vectors kept in SQL; return how many chunks it holds."""
    communities = store.list_communities()
    count = 0
    for done, community in enumerate(communities, 1):
        index.forget(community.id)
        count += index.catch_up(store.notes(community.id, Actor()))
        progress("Rebuilding the index", done, len(communities))
    return count
