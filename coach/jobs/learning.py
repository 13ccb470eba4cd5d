"""What a community set out to learn and what came of it: kept outcomes with their signs, and stories."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Literal, Protocol

from coach.errors import BadRequest, NotAllowed, UnknownOutcome, UnknownStory
from coach.models import (
    Actor,
    Community,
    Evidence,
    KeptOutcome,
    StageTalk,
    StoryQuestion,
    ValueStory,
    WorthItLook,
)
from coach.playbook.value import load_value
from coach.ports import Clock, Learning, Statement, Store
from coach.retrieval import Search

from .brief_request import fill_period
from .communities import get_community
from .hearing_learning import HearNotes
from .kept_text import tidy_text
from .learning_words import LONGEST_LINE, tidy_outcome, tidy_remark, tidy_story
from .worth_it import Ground, leave_known, look_at

MOST_OUTCOMES = 60
"""How many outcomes a community keeps at most, those it put aside too."""
MOST_STORIES = 1_000
"""How many stories a community keeps at most, declined ones too."""
StoryState = Literal["candidate", "confirmed", "declined"]
Seen = Literal["open", "seen", "not_seen"]
_LOCAL = Actor()


class Hearing(Protocol):
    """Hears what notes tell of learning."""

    def statements(
        self, community: Community, search: Search, outcomes: Sequence[KeptOutcome], period: tuple[dt.date, dt.date]
    ) -> Sequence[Statement]:
        """Return what the notes of a period tell, in the order of time."""
        ...

    def stories(self, statements: Sequence[Statement]) -> Sequence[ValueStory]:
        """Return candidates for stories among it."""
        ...


class OwnLearning:
    """Outcomes and stories, as pages and commands ask for them."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        search: Callable[[str, Actor], Search],
        hearing: Hearing | None = None,
    ) -> None:
        """Keep what it stands on.

        Args:
            store: Where they are kept.
            clock: Tells the time.
            search: Opens a community's notes as an actor may see them.
            hearing: Hears what notes tell of; as a brief does when left out.
        """
        self._store, self._clock, self._search = store, clock, search
        self._hearing: Hearing = hearing or HearNotes(store)

    # -- outcomes ----------------------------------------------------------------------------------
    def outcomes(self, name: str, *, actor: Actor = _LOCAL) -> list[KeptOutcome]:
        """Return what a community set out to be able to do, oldest first; none for whoever does not belong."""
        return self._open(name, actor)[1].outcomes()

    def keep_outcome(self, name: str, outcome: KeptOutcome, *, actor: Actor = _LOCAL) -> KeptOutcome:
        """Keep an outcome, or write it over the one of its id, and return it.

        Raises:
            BadRequest: Something of it is empty or too long, or the same is kept already.
            UnknownOutcome: It bears an id that is not here.
            NotAllowed: Only whoever looks after the community writes outcomes.
        """
        _, learning = self._open(name, actor)
        kept = learning.outcomes()
        before = _find_outcome(outcome.id, kept) if outcome.id else None
        tidy = tidy_outcome(outcome, self._today())
        if before is None:
            _check_new_outcome(tidy, kept)
        written = tidy.model_copy(update={"at": before.at if before else self._clock.now()})
        learning.save_outcome(written)
        return written

    def look_at_sign(  # noqa: PLR0913  # what people say of one sign, in the words of a sentence
        self,
        name: str,
        outcome_id: str,
        sign_id: str,
        seen: Seen,
        *,
        evidence: Sequence[Evidence] = (),
        remark: str = "",
        actor: Actor = _LOCAL,
    ) -> KeptOutcome:
        """Write down whether people have seen a sign, and return its outcome.

        Args:
            name: The community's name.
            outcome_id: The outcome.
            sign_id: The sign.
            seen: What people say; `open` takes back what was said before.
            evidence: The words of the notes that show it.
            remark: What people say about it besides.
            actor: Whoever writes it down.

        Raises:
            UnknownOutcome: The outcome or the sign is not here.
            NotAllowed: Only whoever looks after the community writes it down.
        """
        _, learning = self._open(name, actor)
        outcome = _find_outcome(outcome_id, learning.outcomes())
        if all(sign.id != sign_id for sign in outcome.signs):
            raise UnknownOutcome(f"This outcome has no sign {sign_id[:40]!r}.")
        said = {"seen": seen, "evidence": tuple(evidence), "remark": tidy_remark(remark)}
        signs = tuple(sign.model_copy(update=said) if sign.id == sign_id else sign for sign in outcome.signs)
        written = outcome.model_copy(update={"signs": signs})
        learning.save_outcome(written)
        return written

    def put_aside(self, name: str, outcome_id: str, why: str, *, actor: Actor = _LOCAL) -> KeptOutcome:
        """Stop with an outcome today, say why, and return it.

        Raises:
            BadRequest: Nobody says why.
            UnknownOutcome: It is not here.
            NotAllowed: Only whoever looks after the community puts outcomes aside.
        """
        _, learning = self._open(name, actor)
        outcome = _find_outcome(outcome_id, learning.outcomes())
        said = {"ended": self._today(), "ended_why": tidy_text(why, "Why it is put aside", LONGEST_LINE)}
        written = tidy_outcome(outcome.model_copy(update=said), self._today())
        learning.save_outcome(written)
        return written

    def remove_outcome(self, name: str, outcome_id: str, *, actor: Actor = _LOCAL) -> KeptOutcome:
        """Remove an outcome and return it; stories that speak to it stay.

        Raises:
            UnknownOutcome: It is not here.
            NotAllowed: Only whoever looks after the community removes outcomes.
        """
        gone = self._open(name, actor)[1].remove_outcome(outcome_id)
        if gone is None:
            raise _no_outcome(outcome_id)
        return gone

    # -- stories -----------------------------------------------------------------------------------
    def stories(self, name: str, state: StoryState | None = None, *, actor: Actor = _LOCAL) -> list[ValueStory]:
        """Return the stories, newest first, of one state where one is named; none for whoever does not belong."""
        told = self._open(name, actor)[1].stories()
        return [story for story in told if state is None or story.state == state]

    def keep_story(self, name: str, story: ValueStory, *, actor: Actor = _LOCAL) -> ValueStory:
        """Keep a story, or write it over the one of its id, and return it.

        Raises:
            BadRequest: It tells nothing, one link twice, or too much.
            UnknownOutcome: It speaks to an outcome that is not here.
            UnknownStory: It bears an id that is not here.
            NotAllowed: This actor does not belong to the community, or the story is somebody else's.
        """
        _, learning = self._open(name, actor)
        known = learning.stories()
        before = _find_story(story.id, known) if story.id else None
        if before is None and len(known) >= MOST_STORIES:
            raise BadRequest(
                f"A community keeps up to {MOST_STORIES:,} stories; nothing was changed.",
                "Remove some of the old ones.",
            )
        written = tidy_story(story, self._today()).model_copy(update={"at": before.at if before else self._clock.now()})
        if written.outcome_id and (before is None or before.outcome_id != written.outcome_id):
            _find_outcome(written.outcome_id, learning.outcomes())
        learning.save_story(written)
        return written

    def remove_story(self, name: str, story_id: str, *, actor: Actor = _LOCAL) -> ValueStory:
        """Remove a story and return it.

        Raises:
            UnknownStory: It is not here.
            NotAllowed: It is somebody else's.
        """
        gone = self._open(name, actor)[1].remove_story(story_id)
        if gone is None:
            raise _no_story(story_id)
        return gone

    def restore(self, name: str, word: KeptOutcome | ValueStory, *, actor: Actor = _LOCAL) -> None:
        """Put back an outcome or a story that was removed, as it was."""
        _, learning = self._open(name, actor)
        if isinstance(word, KeptOutcome):
            learning.save_outcome(tidy_outcome(word, self._today()))
        else:
            learning.save_story(tidy_story(word, self._today()))

    # -- looking back ------------------------------------------------------------------------------
    def find_stories(
        self, name: str, start: dt.date | None = None, end: dt.date | None = None, *, actor: Actor = _LOCAL
    ) -> list[ValueStory]:
        """Return stories that the notes of a period may hold and that nobody confirmed or declined, fullest first.

        Raises:
            BadRequest: The dates are the wrong way round.
            NotAllowed: This actor does not belong to the community.
        """
        return list(self._hear(name, fill_period(start, end, self._today()), actor).candidates)

    def worth_it(
        self, name: str, start: dt.date | None = None, end: dt.date | None = None, *, actor: Actor = _LOCAL
    ) -> WorthItLook:
        """Return what the community said it wanted, what was seen of it, what was not, and what nobody planned.

        Args:
            name: The community's name.
            start: From when on; a year before `end` when left out.
            end: Until when, that day included; today when left out.
            actor: Who asks.

        Raises:
            BadRequest: The dates are the wrong way round.
            NotAllowed: This actor does not belong to the community.
        """
        period = fill_period(start, end, self._today())
        return look_at(self._hear(name, period, actor), *period)

    # -- asking ------------------------------------------------------------------------------------
    def questions(self) -> tuple[StoryQuestion, ...]:
        """Return what to ask somebody for each link of their story, in order."""
        return load_value().questions

    def stages(self) -> tuple[StageTalk, ...]:
        """Return the stages of a community as things to talk about, in order."""
        return load_value().stages

    # -- inside ------------------------------------------------------------------------------------
    def _open(self, name: str, actor: Actor) -> tuple[Community, Learning]:
        community = get_community(name, store=self._store)
        return community, self._store.learning(community.id, actor)

    def _hear(self, name: str, period: tuple[dt.date, dt.date], actor: Actor) -> Ground:
        community, learning = self._open(name, actor)
        people = {member.id for member in self._store.list_members(community.id)}
        if actor.id not in {community.owner_id, *people}:
            raise NotAllowed(
                f"Only people of {community.name} look at what came of it.", "Ask whoever looks after it to add you."
            )
        search, outcomes, stories = self._search(name, actor), learning.outcomes(), learning.stories()
        statements = self._hearing.statements(community, search, outcomes, period)
        candidates = leave_known(self._hearing.stories(statements), stories)
        return Ground(outcomes, stories, statements, candidates, search.embedder)

    def _today(self) -> dt.date:
        return self._clock.now().date()


def _check_new_outcome(outcome: KeptOutcome, kept: Sequence[KeptOutcome]) -> None:
    if any(known.ended is None and known.text.casefold() == outcome.text.casefold() for known in kept):
        raise BadRequest("This outcome is kept already; nothing was changed.", "Add what you would notice to that one.")
    if len(kept) >= MOST_OUTCOMES:
        raise BadRequest(
            f"A community keeps up to {MOST_OUTCOMES} outcomes; nothing was changed.", "Remove some of the old ones."
        )


def _find_outcome(outcome_id: str, kept: Sequence[KeptOutcome]) -> KeptOutcome:
    found = next((outcome for outcome in kept if outcome.id == outcome_id), None)
    if found is None:
        raise _no_outcome(outcome_id)
    return found


def _find_story(story_id: str, kept: Sequence[ValueStory]) -> ValueStory:
    found = next((story for story in kept if story.id == story_id), None)
    if found is None:
        raise _no_story(story_id)
    return found


def _no_outcome(outcome_id: str) -> UnknownOutcome:
    return UnknownOutcome(f"There is no outcome {outcome_id[:40]!r} here that you may read.")


def _no_story(story_id: str) -> UnknownStory:
    return UnknownStory(f"There is no story {story_id[:40]!r} here that you may read.")
