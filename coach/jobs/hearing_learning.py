"""What the notes of a period tell of learning, for the community's own eyes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from coach.drafting.brief.listening import Listening, find_stories, read_statements
from coach.errors import NotAllowed
from coach.models import Actor, BriefRequest, Community, KeptOutcome, ValueStory
from coach.ports import Statement, Store
from coach.retrieval import Search

from .brief_notes import gather
from .people import People


class HearNotes:
    """Listens to the notes of a community as a brief does that stays inside it."""

    def __init__(self, store: Store) -> None:
        """Keep where the people are whose names are not shown."""
        self._store, self._people = store, People(store)

    def statements(
        self, community: Community, search: Search, outcomes: Sequence[KeptOutcome], period: tuple[dt.date, dt.date]
    ) -> Sequence[Statement]:
        """Return what may be quoted inside, in the order of time.

        Args:
            community: Whose notes they are.
            search: The notes as whoever asks may see them.
            outcomes: What the community set out to be able to do.
            period: From when until when, both days included.
        """
        request = BriefRequest(reader=community.name, start=period[0], end=period[1], voice="community")
        given = Listening(
            embedder=search.embedder,
            outcomes=tuple(outcomes),
            circle="inside",
            members=tuple(self._store.list_members(community.id)),
            names=self._names(community, Actor(id=community.owner_id)),
            start=period[0],
            end=period[1],
        )
        return read_statements(gather(request, search).open, given).statements

    def stories(self, statements: Sequence[Statement]) -> Sequence[ValueStory]:
        """Return candidates for stories, those with most links first."""
        return find_stories(statements)

    def _names(self, community: Community, actor: Actor) -> frozenset[str]:
        try:
            return frozenset(self._people.plain_names(community.name, actor=actor))
        except NotAllowed:
            return frozenset()
