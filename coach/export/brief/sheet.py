"""A brief laid out once for every form: what stands where, and which number leads to which row of evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coach.models import (
    BriefResult,
    BriefSection,
    BriefSentence,
    ClaimKind,
    Counted,
    CountedItem,
    Evidence,
    Finding,
    SectionKind,
    Severity,
)

from .words import CONSENT, GONE, HEADINGS, Headings, say_date, say_day, say_period, title_of, to_line

_FLOWING = frozenset({SectionKind.SET_OUT, SectionKind.STORIES, SectionKind.CONTRIBUTION})
_SEVERITY = {Severity.STOP: "Mend first", Severity.MEND: "Worth mending", Severity.QUESTION: "For you to judge"}


@dataclass(frozen=True)
class Row:
    """One row of the evidence table."""

    mark: int
    """The number that leads here."""
    says: str
    """The words as this reader may see them, or what was counted."""
    items: tuple[str, ...] = ()
    """For a count: each thing that was counted."""
    note: str = ""
    """The note's title; empty for a count."""
    when: str = ""
    """Its date, and its meeting where that says more."""
    consent: str = ""
    """How it may be quoted, in words."""
    is_count: bool = False
    """Whether something was counted here, rather than said."""
    is_gone: bool = False
    """Whether its words are no longer there."""

    @property
    def said(self) -> str:
        """Return what stands in the table's second column, on one line."""
        if self.is_count:
            return f"{self.says}: {'; '.join(self.items)}" if self.items else self.says
        return self.says if self.is_gone else f"“{self.says}”"


@dataclass(frozen=True)
class Said:
    """One sentence with its marks."""

    text: str
    """The sentence."""
    marks: tuple[int, ...]
    """The rows behind it, in order."""
    kind: ClaimKind
    """What it claims."""
    id: str = ""
    """Its id within the brief."""


@dataclass(frozen=True)
class Chapter:
    """One part of the page."""

    kind: SectionKind
    """Which part."""
    title: str
    """Its heading."""
    said: tuple[Said, ...]
    """Its sentences."""
    gap: str
    """What is missing; empty when nothing is."""

    @property
    def lead(self) -> tuple[Said, ...]:
        """Return what is read as one paragraph, before any list."""
        if self.kind in _FLOWING or len(self.said) < 2:
            return self.said
        return tuple(said for said in self.said[:1] if said.kind is ClaimKind.FRAME)

    @property
    def listed(self) -> tuple[Said, ...]:
        """Return what stands as a list, one sentence a line."""
        return self.said[len(self.lead) :]


@dataclass(frozen=True)
class Sheet:
    """Everything that a brief says, in the order in which it is read."""

    community: str
    """The community's name."""
    title: str
    """The page's heading."""
    about: tuple[str, ...]
    """Whose it is, for whom, of which time, as of when, who drafted it: each on its own."""
    chapters: tuple[Chapter, ...]
    """The page."""
    made_from: Said
    """What it was made from, with the rows that list it."""
    rows: tuple[Row, ...]
    """The evidence table."""
    left_out: tuple[str, ...]
    """What was not used and why."""
    look_at: tuple[str, ...]
    """What the checks still see."""
    headings: Headings
    """What its parts are called."""
    made_on: dt.datetime | None
    """When it was made (UTC)."""

    @property
    def running(self) -> str:
        """Return what stands at the foot of every page."""
        return self.title if self.title.startswith(self.community) else f"{self.community} · {self.title}"

    def words(self) -> int:
        """Return how many words the page itself has, headings counted."""
        chapters = (text for part in self.chapters for text in (part.title, part.gap, *(one.text for one in part.said)))
        return sum(len(text.split()) for text in (self.title, *chapters))


class Marks:
    """Gives each piece of evidence its number; the same words and the same count get the same one."""

    def __init__(self) -> None:
        self._rows: dict[tuple[object, ...], Row] = {}

    def of(self, sentence: BriefSentence) -> tuple[int, ...]:
        """Return the numbers behind a sentence, new ones where needed."""
        marks = [self.said(evidence) for evidence in sentence.evidence]
        return tuple(dict.fromkeys(marks + [self.counted(counted) for counted in sentence.counted]))

    def said(self, evidence: Evidence) -> int:
        """Return the number of words that a note says."""
        key = (evidence.note_id, evidence.note, evidence.start, evidence.end, evidence.shown)
        if key not in self._rows:
            self._rows[key] = _row_of(len(self._rows) + 1, evidence)
        return self._rows[key].mark

    def counted(self, counted: Counted) -> int:
        """Return the number of a count."""
        key = (counted.says, counted.what, counted.items)
        if key not in self._rows:
            items = tuple(map(_item, counted.items))
            says = f"Counted: {to_line(counted.says)}"
            self._rows[key] = Row(len(self._rows) + 1, says, items=items, is_count=True)
        return self._rows[key].mark

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows of all numbers given so far, in their order."""
        return tuple(self._rows.values())


def lay_out(result: BriefResult) -> Sheet:
    """Lay out a brief."""
    brief, marks = result.brief, Marks()
    voice = brief.request.voice
    chapters = tuple(_chapter(section, marks, voice) for section in brief.sections)
    used = [counted for counted in brief.used if counted.number]
    made_from = Said(
        f"Made from {_join([to_line(counted.says) for counted in used])}." if used else "",
        tuple(marks.counted(counted) for counted in used if counted.items),
        ClaimKind.COUNT,
    )
    return Sheet(
        community=to_line(brief.community),
        title=to_line(brief.title) or "What came of our learning",
        about=_about(result),
        chapters=chapters,
        made_from=made_from,
        rows=marks.rows,
        left_out=_lines(brief.left_out),
        look_at=say_findings(result.findings, _places(chapters)),
        headings=HEADINGS[voice],
        made_on=made_on(result),
    )


def made_on(result: BriefResult) -> dt.datetime | None:
    """Return when a brief was made, as far as it says."""
    return result.brief.made_at or (result.drafting.at if result.drafting else None)


def say_drafted(by: str) -> str:
    """Return who drafted it, in words; nothing when nobody says."""
    name = "the playbook, without a model" if by == "playbook" else to_line(by)
    return f"Drafted by {name}" if name else ""


def say_findings(findings: Iterable[Finding], places: Mapping[str, str]) -> tuple[str, ...]:
    """Return what the checks still see, one line each.

    Args:
        findings: The findings.
        places: How to say a place, by the id that findings give it.
    """
    lines = []
    for item in findings:
        place = f" ({places[item.where]})" if item.where in places else ""
        says = " ".join(filter(None, map(to_line, (item.message, item.why, item.way_forward))))
        lines.append(f"{_SEVERITY[item.severity]}{place}: {says}")
    return tuple(lines)


def spread_marks(marks: Sequence[int]) -> list[tuple[int, str]]:
    """Return each mark with what follows it; of more than three in a row only the first and the last stand."""
    runs: list[list[int]] = []
    for mark in marks:
        if runs and mark == runs[-1][-1] + 1:
            runs[-1].append(mark)
        else:
            runs.append([mark])
    shown: list[tuple[int, str]] = []
    for run in runs:
        shown += [(run[0], "–"), (run[-1], "")] if len(run) > 3 else [(mark, "") for mark in run]
    return shown


def _chapter(section: BriefSection, marks: Marks, voice: str) -> Chapter:
    said = tuple(
        Said(to_line(sentence.text), marks.of(sentence), sentence.kind, sentence.id)
        for sentence in section.sentences
        if to_line(sentence.text)
    )
    return Chapter(section.kind, title_of(section.kind, section.title, voice), said, to_line(section.gap))


def _about(result: BriefResult) -> tuple[str, ...]:
    request, made = result.brief.request, made_on(result)
    reader = to_line(request.reader)
    if request.voice == "community":
        reader = reader or "everybody who was there"
    lines = (
        to_line(result.brief.community),
        f"For {reader}" if reader else "",
        say_period(request.start, request.end),
        f"As the notes stood on {say_date(made.date())}" if made else "",
        say_drafted(result.drafting.by if result.drafting else result.brief.drafted_by),
    )
    return tuple(filter(None, lines))


def _row_of(mark: int, evidence: Evidence) -> Row:
    shown = to_line(evidence.shown)
    when, session = say_day(evidence.date), to_line(evidence.session)
    return Row(
        mark,
        shown or GONE,
        note=to_line(evidence.title) or ("A note without a title" if shown else ""),
        when=f"{when} · {session}" if session and when not in session else session or when,
        consent=CONSENT[evidence.consent] if shown else "",
        is_gone=not shown,
    )


def _item(item: CountedItem) -> str:
    label, when = to_line(item.label).rstrip("."), say_day(item.date) if item.date else ""
    return f"{label} ({when})" if when and when not in label else label


def _places(chapters: Iterable[Chapter]) -> dict[str, str]:
    places = {}
    for part in chapters:
        places[part.kind.value] = part.title
        for number, said in enumerate(part.said, 1):
            places[said.id] = f"{part.title}, sentence {number}"
    return places


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(to_line, texts)))


def _join(texts: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(texts[:-1]), texts[-1]]))
