"""The page for leaders: make it, keep it as it stood that day, look at it again, and ask the notes."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from coach.errors import BadRequest, UnknownBrief
from coach.export.brief import render_answer_markdown, render_brief
from coach.export.brief.pictures import pictures_of, to_table
from coach.export.brief.svg import DARK, LIGHT, to_svg
from coach.models import (
    Actor,
    AnswerRequest,
    Brief,
    BriefCheckUp,
    BriefRequest,
    BriefResult,
    EvidenceNow,
    KeptBrief,
    NotesAnswer,
    SentPreview,
    Severity,
)
from coach.ports import Clock, Learning, NobodyWatches, Store, Watch

from .briefing import BriefDesk, check_page, find_answer_input, find_brief_input
from .communities import get_community, get_own_community
from .days_in_words import join_words
from .drafts import By, DraftJobs, How
from .modelling import Modelling

Form = Literal["markdown", "docx", "pdf", "pptx"]
"""What a brief can be taken along as."""
_LOCAL = Actor()


@dataclass(frozen=True)
class DrawnPicture:
    """One picture of a brief, ready to be shown."""

    kind: str
    """Which one."""
    title: str
    """What it is called."""
    says: str
    """The same in words, for whoever does not see it."""
    light: str
    """An SVG for light pages."""
    dark: str
    """An SVG for dark pages."""
    table: tuple[Mapping[str, object], ...]
    """The same as rows of a table."""


class Briefs:
    """Briefs of a community, and questions to its notes."""

    def __init__(self, store: Store, jobs: DraftJobs, model: Modelling, clock: Clock) -> None:
        """Keep what it stands on.

        Args:
            store: Where briefs are kept.
            jobs: Drafts.
            model: Says whether a model would, and what would be sent to it.
            clock: Tells when a brief was looked at again.
        """
        self._store, self._jobs, self._model, self._clock = store, jobs, model, clock

    def make(
        self,
        name: str,
        request: BriefRequest,
        *,
        by: By = "auto",
        actor: Actor = _LOCAL,
        watch: Watch | None = None,
    ) -> BriefResult:
        """Return a page for a reader, checked; nothing is kept.

        Raises:
            BadRequest: Nobody is to read it, or the dates are the wrong way round.
            NotAllowed: Only whoever looks after a community tells its leaders.
            ModelRefused: A model was asked for, and none may be used.
        """
        return self._jobs.brief(name, request, How(by, actor, watch or NobodyWatches()))

    def check(self, name: str, brief: Brief, *, actor: Actor = _LOCAL) -> BriefResult:
        """Return a page that somebody has changed, checked again: what cannot be shown is said and left standing."""
        desk = self._desk(name, actor)
        given = find_brief_input(brief.request, desk)
        return check_page(brief, given, desk, settles=False)

    def answer(
        self,
        name: str,
        request: AnswerRequest,
        *,
        by: By = "auto",
        actor: Actor = _LOCAL,
        watch: Watch | None = None,
    ) -> NotesAnswer:
        """Return a few sentences on a question with what stands behind each, or that the notes do not say.

        Raises:
            BadRequest: The question is empty or too long.
            ModelRefused: A model was asked for, and none may be used.
        """
        return self._jobs.answer(name, request, How(by, actor, watch or NobodyWatches()))

    def preview(self, name: str, request: BriefRequest | AnswerRequest, *, actor: Actor = _LOCAL) -> SentPreview | None:
        """Return exactly what would be sent to a model; None where nothing would be. Nobody is asked."""
        community = get_community(name, store=self._store)
        self._model.model_for(community, "model")
        drafter, tools = self._model.for_showing(community, actor)
        desk = self._jobs.brief_desk(community, tools, actor)
        if isinstance(request, AnswerRequest):
            asked = find_answer_input(request, desk)
            return drafter.preview_answer(asked) if asked.enough else None
        given = find_brief_input(request, desk)
        return drafter.preview_brief(given) if given.statements else None

    # -- kept --------------------------------------------------------------------------------------
    def keep(self, name: str, brief: Brief, *, actor: Actor = _LOCAL) -> Brief:
        """Keep a page as it stands today, under an id of its own, and return it; one that has an id is written over.

        Raises:
            BadRequest: The checks stop something on it: what is kept is opened again and sent.
        """
        refuse_stopped(self.check(name, brief, actor=actor))
        kept = brief.model_copy(
            update={"id": brief.id or secrets.token_hex(8), "made_at": brief.made_at or self._clock.now()}
        )
        self._learning(name, actor).save_brief(kept)
        return kept

    def kept(self, name: str, *, actor: Actor = _LOCAL) -> list[KeptBrief]:
        """Return the kept briefs, newest first."""
        return self._learning(name, actor).briefs()

    def open(self, name: str, brief_id: str, *, actor: Actor = _LOCAL) -> BriefResult:
        """Return a kept page; words of notes that went or were closed since are blank.

        Raises:
            UnknownBrief: There is no such page.
        """
        return BriefResult(brief=self._get(name, brief_id, actor))

    def remove(self, name: str, brief_id: str, *, actor: Actor = _LOCAL) -> Brief:
        """Remove a kept page and return it.

        Raises:
            UnknownBrief: There is no such page.
        """
        gone = self._get(name, brief_id, actor)
        self._learning(name, actor).remove_brief(brief_id)
        return gone

    def restore(self, name: str, brief: Brief, *, actor: Actor = _LOCAL) -> None:
        """Put a removed page back."""
        self._learning(name, actor).save_brief(brief)

    def check_up(self, name: str, brief_id: str, *, actor: Actor = _LOCAL) -> BriefCheckUp:
        """Hold a kept page against the notes of today.

        Raises:
            UnknownBrief: There is no such page.
        """
        learning = self._learning(name, actor)
        states = learning.look_again(brief_id)
        if states is None:
            raise _unknown(brief_id)
        return BriefCheckUp(brief_id=brief_id, at=self._clock.now(), evidence=states, says=_say_states(states))

    def render(self, result: BriefResult, form: Form) -> bytes:
        """Return a page to take along."""
        return render_brief(result, form)

    def pictures(self, result: BriefResult) -> tuple[DrawnPicture, ...]:
        """Return what can be looked at instead of read, drawn for light and for dark, each with its words and table."""
        return tuple(
            DrawnPicture(
                kind=picture.kind,
                title=picture.title,
                says=picture.says,
                light=to_svg(picture, ink=LIGHT, name=f"{picture.kind}-light"),
                dark=to_svg(picture, ink=DARK, name=f"{picture.kind}-dark"),
                table=tuple(to_table(picture)),
            )
            for picture in pictures_of(result.brief.pictures)
        )

    def render_answer(self, answer: NotesAnswer) -> str:
        """Return an answer as Markdown."""
        return render_answer_markdown(answer)

    # -- inside ------------------------------------------------------------------------------------
    def _desk(self, name: str, actor: Actor) -> BriefDesk:
        community = get_own_community(name, store=self._store, actor=actor)
        return self._jobs.brief_desk(community, self._jobs.plan_tools(name, actor), actor)

    def _learning(self, name: str, actor: Actor) -> Learning:
        return self._store.learning(get_own_community(name, store=self._store, actor=actor).id, actor)

    def _get(self, name: str, brief_id: str, actor: Actor) -> Brief:
        found = self._learning(name, actor).find_brief(brief_id)
        if found is None:
            raise _unknown(brief_id)
        return found


def refuse_stopped(result: BriefResult) -> None:
    """See to it that a page goes no further while something on it cannot be shown.

    Raises:
        BadRequest: The checks stop something on it.
    """
    stopped = [finding for finding in result.findings if finding.severity is Severity.STOP]
    if stopped:
        raise BadRequest(
            f"This page cannot go out yet. {stopped[0].message}",
            f"{stopped[0].way_forward} Or take it out of the page.",
        )


def _unknown(brief_id: str) -> UnknownBrief:
    return UnknownBrief(f"There is no brief {brief_id[:40]!r} kept here.")


_SAYS = {
    "moved": ("stands elsewhere in its note now", "stand elsewhere in their notes now"),
    "changed": ("was changed in its note", "were changed in their notes"),
    "withdrawn": ("may not be quoted any more", "may not be quoted any more"),
    "deleted": ("went with its note", "went with their notes"),
}


def _say_states(states: tuple[EvidenceNow, ...]) -> str:
    if not states:
        return "Nothing on this page quotes a note."
    counted = {state: sum(item.state == state for item in states) for state in _SAYS}
    said = [
        f"{'one quote' if number == 1 else f'{number} quotes'} {_SAYS[state][number > 1]}"
        for state, number in counted.items()
        if number
    ]
    if not said:
        return "Every quote stands in its note as it did."
    same = len(states) - sum(counted.values())
    whole = join_words(said)
    rest = f" {same} of {len(states)} stand as they did." if same else " None stands as it did."
    return f"{whole[0].upper()}{whole[1:]}.{rest}"
