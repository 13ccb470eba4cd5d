"""Wording a page for somebody senior: asked once, filled by us, checked, and mended at most twice while that helps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from pydantic import ValidationError

from coach.drafting.prompting import read_prompt
from coach.errors import ModelAnswerUnusable
from coach.models import (
    ArrivingPart,
    Brief,
    ClaimKind,
    Finding,
    NotesAnswer,
    SectionKind,
)
from coach.playbook import Playbook
from coach.ports import AnswerInput, BriefInput, Embedder

from .asking import Asker, Question
from .brief_ground import LEAST_STATEMENTS, PageGround, lay_page
from .brief_joining import join_section, shorten, used_by
from .brief_looking import Looking, find_stopped, is_worth_asking, tell_found
from .brief_shape import LineDraft, PageDraft
from .brief_words import Worded, Wording
from .briefing import Briefing
from .looking import weigh
from .mending import mend
from .room import Room

LONGEST_PAGE = 2_000
"""Tokens of an answer; a page takes about 900."""
MOST_SENTENCES, MOST_IN_STORY = 3, 5
"""How many sentences a section has at most, and how many the story."""
KINDS: Mapping[SectionKind, tuple[ClaimKind, ...]] = {
    SectionKind.SET_OUT: (ClaimKind.WISH,),
    SectionKind.CAN_NOW: (ClaimKind.CAN, ClaimKind.UNPLANNED, ClaimKind.COUNT),
    SectionKind.STORIES: (ClaimKind.STORY,),
    SectionKind.NOT_YET: (ClaimKind.HARD, ClaimKind.UNKNOWN, ClaimKind.DISAGREEMENT),
    SectionKind.CONTRIBUTION: (ClaimKind.CONTRIBUTION, ClaimKind.COUNT),
    SectionKind.ASK: (ClaimKind.ASK,),
}
"""What each section may claim; anything else is taken for the first of them."""


class Composes(Protocol):
    """Makes a page or an answer without a model."""

    def draft_brief(self, given: BriefInput) -> Brief:
        """Return a page."""
        ...

    def draft_answer(self, given: AnswerInput) -> NotesAnswer:
        """Return an answer."""
        ...


@dataclass(frozen=True)
class _Version:
    """One version of a page, with what was found in it."""

    draft: PageDraft
    worded: Mapping[SectionKind, Sequence[Worded]]
    findings: list[Finding]

    @property
    def weight(self) -> int:
        return weigh(self.findings)


class BriefDrafting:
    """Words one page for one job."""

    def __init__(self, room: Room, base: Composes, playbook: Playbook, embedder: Embedder) -> None:
        """Keep what it works with."""
        self._room, self._base, self._embedder = room, base, embedder
        self._asker, self._looking = Asker(room), Looking(room, embedder, playbook.lexicon)

    def lay(self, given: BriefInput) -> PageGround:
        """Return what a page is worded from; nobody is asked."""
        return lay_page(given, self._room, self._embedder)

    def to_question(self, ground: PageGround) -> Question:
        """Return the question that would be sent."""
        seed = ground.given.request.seed
        return self._asker.to_question(read_prompt("brief"), ground.values, PageDraft, seed=seed, most=LONGEST_PAGE)

    def draft(self, given: BriefInput) -> Brief:
        """Return a page; the playbook's sentences stand where what a model says cannot.

        Raises:
            ModelProblem: No model can answer.
            Stopped: Whoever waits asked to stop.
        """
        watch = self._room.watch
        watch.stage("Choosing what tells most")
        page, ground = self._base.draft_brief(given), self.lay(given)
        if len(ground.lines.said) < LEAST_STATEMENTS:
            self._room.trace.tell("The notes hold too little to word a page from; nothing was sent.")
            return page
        watch.stage(f"{self._asker.model} is wording the page")
        wording = Wording(ground.lines, ground.system)
        raw = self._asker.ask(self.to_question(ground), lambda so_far: self._show(so_far, page, wording))
        draft = read_page(raw)
        if draft is None or draft.is_empty:
            raise ModelAnswerUnusable(f"{self._asker.model} answered with something that is no page.")
        watch.stage("Checking every sentence")
        first = self._look(draft, page, ground)
        best = mend(
            first, self._room, lambda one: is_worth_asking(_ours(one)), lambda one: self._mended(one, page, ground)
        )
        return self._finish(best, page)

    # -- inside ------------------------------------------------------------------------------------
    def _look(self, draft: PageDraft, page: Brief, ground: PageGround) -> _Version:
        wording = Wording(ground.lines, ground.system)
        worded = {kind: fill_section(draft.lines(kind), kind, wording) for kind in _wanted(page)}
        every = [item for items in worded.values() for item in items]
        findings = self._looking.find_in_page(_to_page(page, worded), every, ground.given)
        return _Version(draft, worded, findings)

    def _mended(self, version: _Version, page: Brief, ground: PageGround) -> _Version | None:
        self._room.trace.repairs += 1
        briefing = Briefing(ground.lines.veil)
        found = _ours(version)
        values = {
            **ground.values,
            "drafted": briefing.hide_data(_tell_drafted(version)),
            "findings": tell_found(found, briefing),
        }
        question = self._asker.to_question(read_prompt("repair_brief"), values, PageDraft, most=LONGEST_PAGE)
        draft = read_page(self._asker.ask(question))
        if draft is None:
            return None
        # Only what something was found in is taken over: mending one part does not spoil another.
        touched = {item.where.split("-")[0] for item in found}
        changed: dict[str, Any] = {kind.value: draft.lines(kind) for kind in SectionKind if kind.value in touched}
        return self._look(version.draft.model_copy(update=changed), page, ground)

    def _finish(self, version: _Version, page: Brief) -> Brief:
        """Return the page; where a sentence cannot stand, the playbook's own take its place."""
        stopped = find_stopped(version.findings)
        sections, replaced = [], []
        used = used_by([item for items in version.worded.values() for item in items if item.sentence.id not in stopped])
        for section in page.sections:
            worded = version.worded.get(section.kind, ())
            good = [item.sentence for item in worded if item.sentence.id not in stopped]
            lost = len(worded) - len(good)
            is_asked = section.kind in version.worded
            replaced += [section.title] if lost or (is_asked and not worded and section.sentences) else []
            sections.append(join_section(section, good, lost, used))
            by_model = any(sentence.worded_by == "model" for sentence in sections[-1].sentences)
            self._room.trace.by_part[section.kind.value] = self._asker.model if by_model else "playbook"
        if replaced:
            said = "”, “".join(replaced)
            self._room.trace.tell(f"Under “{said}” sentences of the playbook stand, all or some of them.")
        sections = shorten(sections)
        for section in sections:
            lines = tuple(sentence.text for sentence in section.sentences) or (section.gap,)
            self._room.watch.part(
                ArrivingPart(key=section.kind.value, heading=section.title, lines=lines, state="checked")
            )
        is_ours = any(sentence.worded_by == "model" for section in sections for sentence in section.sentences)
        by = self._asker.model if is_ours else page.drafted_by
        return page.model_copy(update={"sections": tuple(sections), "drafted_by": by})

    # -- what is seen while it comes ---------------------------------------------------------------
    def _show(self, raw: dict[str, Any], page: Brief, wording: Wording) -> None:
        draft = read_page(raw)
        for section in page.sections:
            drafted = draft.lines(section.kind)[:MOST_IN_STORY] if draft else ()
            lines = tuple(text for item in drafted if (text := wording.clean_line(item.text)))
            if lines:
                part = ArrivingPart(key=section.kind.value, heading=section.title, lines=lines)
                self._room.watch.part(part)


def read_page(raw: dict[str, Any]) -> PageDraft | None:
    """Return what can be read of a page; None when nothing can."""
    try:
        return PageDraft.model_validate(raw)
    except ValidationError:
        return None


def fill_section(drafts: Sequence[LineDraft], section: SectionKind, wording: Wording) -> tuple[Worded, ...]:
    """Return the sentences of a section, filled, each with what stands in its way."""
    most = MOST_IN_STORY if section is SectionKind.STORIES else MOST_SENTENCES
    return tuple(
        wording.fill(draft, f"{section.value}-{place}", _kind_of(draft, KINDS[section]))
        for place, draft in enumerate(drafts[:most], 1)
    )


def _kind_of(draft: LineDraft, allowed: Sequence[ClaimKind]) -> ClaimKind:
    return next((kind for kind in allowed if kind.value == draft.kind.strip().lower()), allowed[0])


def _wanted(page: Brief) -> list[SectionKind]:
    # What the reader is asked for was said by whoever asked for the page, or is worded here.
    given = bool(page.request.asks)
    return [section.kind for section in page.sections if not (given and section.kind is SectionKind.ASK)]


def _ours(version: _Version) -> list[Finding]:
    """Return what was found in the model's own sentences: the playbook's are mended elsewhere."""
    kinds = {kind.value for kind, items in version.worded.items() if items}
    return [item for item in version.findings if item.where.split("-")[0] in kinds]


def _to_page(page: Brief, worded: Mapping[SectionKind, Sequence[Worded]]) -> Brief:
    used = used_by([item for items in worded.values() for item in items])
    sections = [
        join_section(section, [item.sentence for item in worded.get(section.kind, ())], 0, used)
        for section in page.sections
    ]
    return page.model_copy(update={"sections": tuple(sections)})


def _tell_drafted(version: _Version) -> str:
    told = [
        f"{item.sentence.id} [{item.sentence.kind.value}; {', '.join(item.draft.uses) or 'no label'}] {item.draft.text}"
        for items in version.worded.values()
        for item in items
    ]
    return "\n".join(told)
