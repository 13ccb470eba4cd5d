"""Makes real briefs of what is written down in the folder, good or with one thing wrong."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from coach.errors import BadInput
from coach.models import (
    Brief,
    BriefRequest,
    BriefSection,
    BriefSentence,
    ClaimKind,
    Consent,
    Counted,
    CountedItem,
    Evidence,
    KeptOutcome,
    SectionKind,
    StoryPart,
    ValueStory,
    Visibility,
)

from .shape import BaseBrief, BaseCounted, BaseEvidence, BaseNote, BaseOutcome, BaseSentence, Fault

FOLDER = Path(__file__).parent
FRESH = FOLDER / "fresh"
"""What was written after the checks had been made sharper by the rest; nothing is changed to catch one of these."""
TITLES = {
    SectionKind.SET_OUT: "What we set out to learn",
    SectionKind.CAN_NOW: "What people can do now",
    SectionKind.STORIES: "One story from end to end",
    SectionKind.NOT_YET: "What did not work, and what we do not know",
    SectionKind.CONTRIBUTION: "How far this is the community’s doing",
    SectionKind.ASK: "What we ask",
}
_STORY = "s1"
_Read = TypeVar("_Read")


@dataclass(frozen=True)
class Made:
    """A brief as the product would hold it, with what it was made of."""

    base: BaseBrief
    """What it was made of."""
    brief: Brief
    """The page."""
    stories: tuple[ValueStory, ...]
    """Confirmed stories."""
    outcomes: tuple[KeptOutcome, ...]
    """What was set out."""


def read_bases(*folders: Path) -> dict[str, BaseBrief]:
    """Return the good briefs by name, of these folders or of all; raise BadInput where a file is none."""
    return {
        path.stem: _read(path, TypeAdapter(BaseBrief))
        for folder in folders or (FOLDER, FRESH)
        for path in sorted((folder / "bases").glob("*.yaml"))
    }


def read_faults(*folders: Path) -> list[Fault]:
    """Return the faults of these folders or of all; raise BadInput where a file holds none."""
    many = TypeAdapter(list[Fault])
    paths = [path for folder in folders or (FOLDER, FRESH) for path in sorted((folder / "planted").glob("*.yaml"))]
    return [fault for path in paths for fault in _read(path, many)]


def _read(path: Path, as_a: TypeAdapter[_Read]) -> _Read:
    try:
        return as_a.validate_python(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise BadInput(
            f"{path.name} cannot be read: {error}", "evals/brief/faults/README.md tells its form."
        ) from error


def make(base: BaseBrief, fault: Fault | None = None) -> Made:
    """Return the brief, good or with the fault in it.

    Raises:
        BadInput: The fault is in a sentence that is not there, or does not fit a sentence.
    """
    sections = {kind: list(base.sections.get(kind, ())) for kind in SectionKind}
    good = _story_of(base, sections)
    if fault is not None:
        _put(fault, sections)
    made = tuple(_to_section(kind, told, base) for kind, told in sections.items())
    read = [note for note in base.notes if note.visibility is not Visibility.ONLY_ME]
    brief = Brief(
        community=base.community,
        request=BriefRequest(reader=base.reader, start=base.start, end=base.end, circle=base.circle),
        title=f"{base.community}: a page for {base.reader}",
        sections=made,
        used=(_count("notes", read), _count("sessions", [note for note in read if note.meeting])),
    )
    return Made(base, brief, good, tuple(_to_outcome(item, base) for item in base.outcomes))


def _to_outcome(told: BaseOutcome, base: BaseBrief) -> KeptOutcome:
    """Return the outcome with the words in which people wished it."""
    wishes = [item for item in base.sections.get(SectionKind.SET_OUT, ()) if item.kind is ClaimKind.WISH]
    mine = [one for item in wishes for one in item.evidence if one.outcome == told.id]
    return KeptOutcome(
        id=told.id, text=told.text, since=base.start, evidence=tuple(to_evidence(one, base) for one in mine)
    )


def _put(fault: Fault, sections: dict[SectionKind, list[BaseSentence]]) -> None:
    """Put a fault in its place."""
    try:
        if fault.section is not None:
            sections[fault.section].append(BaseSentence.model_validate(fault.put))
            return
        name, _, place = fault.sentence.rpartition("-")
        told = sections[SectionKind(name)]
        there = told[int(place) - 1].model_dump()
        told[int(place) - 1] = BaseSentence.model_validate({**there, **fault.put})
    except (ValueError, IndexError) as error:
        raise BadInput(
            f"{fault.id} does not fit {fault.base}: {error}", "Name a sentence as in `can_now-2`."
        ) from error


def _to_section(kind: SectionKind, told: Sequence[BaseSentence], base: BaseBrief) -> BriefSection:
    sentences = tuple(_to_sentence(f"{kind.value}-{place}", item, base) for place, item in enumerate(told, 1))
    return BriefSection(kind=kind, title=TITLES[kind], sentences=sentences, gap=base.gaps.get(kind, ""))


def _to_sentence(name: str, told: BaseSentence, base: BaseBrief) -> BriefSentence:
    evidence = tuple(to_evidence(item, base) for item in told.evidence)
    return BriefSentence(
        id=name,
        text=re.sub(r"\{(\d)\}", lambda found: f"“{evidence[int(found[1])].shown}”", told.text),
        kind=told.kind,
        evidence=evidence,
        counted=tuple(_to_counted(item, base) for item in told.counted),
        cycle=told.cycle or (told.link.cycle if told.link else None),
        story_id=_STORY if told.link else "",
    )


def to_evidence(told: BaseEvidence, base: BaseBrief) -> Evidence:
    """Return the evidence with its place; words that stand nowhere get the place where they begin to."""
    note = _find(told.note, base)
    text = note.text
    words = told.quote.split()
    found = re.search(r"\s+".join(map(re.escape, words)), text)
    start = found.start() if found else max(text.find(" ".join(words[:3])), 0)
    end = found.end() if found else min(start + len(told.quote), len(text))
    return Evidence(
        quote=found[0] if found else told.quote,
        note=path_of(note),
        note_id=note.id,
        start=start,
        end=end,
        shown=told.shown if told.shown is not None else show(" ".join(words), note, base.names),
        title=note.title,
        date=note.date.isoformat(),
        session=say_day(note) if note.meeting else "",
        outcome_id=told.outcome,
        consent=note.consent,
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
    )


def path_of(note: BaseNote) -> str:
    """Return the note's path as the product would have it."""
    return f"{note.date}-{note.id}.md"


def say_day(note: BaseNote) -> str:
    """Return the note's day as people would say it."""
    return f"{note.date.day} {note.date:%B %Y}"


def show(quote: str, note: BaseNote, names: Sequence[str]) -> str:
    """Return a quote as a reader sees it: without names, unless its note may be quoted anywhere."""
    if note.consent is Consent.ANYWHERE or not names:
        return quote
    return re.sub(rf"\b(?:{'|'.join(map(re.escape, names))})\b", "[somebody]", quote)


def _to_counted(told: BaseCounted, base: BaseBrief) -> Counted:
    items = tuple(_to_item(_find(name, base)) for name in told.items)
    return Counted(number=told.number, of=told.of, what=told.what, says=told.says, items=items)


def _count(what: str, notes: Sequence[BaseNote]) -> Counted:
    return Counted(
        number=len(notes), what=what, says=f"{len(notes)} {what}", items=tuple(_to_item(note) for note in notes)
    )


def _to_item(note: BaseNote) -> CountedItem:
    return CountedItem(label=f"{note.title}, {say_day(note)}", note_id=note.id, date=f"{note.date}")


def _find(name: str, base: BaseBrief) -> BaseNote:
    found = next((note for note in base.notes if note.id == name), None)
    if found is None:
        raise BadInput(f"{base.community} has no note “{name}”.", "Name one of its notes.")
    return found


def _story_of(base: BaseBrief, sections: dict[SectionKind, list[BaseSentence]]) -> tuple[ValueStory, ...]:
    """Return the story that a person confirmed: the links told in the good brief."""
    parts = tuple(
        StoryPart(
            link=item.link, text=item.evidence[0].quote, evidence=tuple(to_evidence(one, base) for one in item.evidence)
        )
        for told in sections.values()
        for item in told
        if item.link
    )
    if not parts:
        return ()
    consent = Consent.ANYWHERE if base.circle == "outside" else Consent.INSIDE
    return (ValueStory(id=_STORY, title=parts[0].text[:60], parts=parts, state="confirmed", consent=consent),)
