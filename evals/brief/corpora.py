"""Briefs of real communities: does every quote stand, does every number recount, does it all fit on a page?

coach eval brief
"""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from coach.errors import BadInput
from coach.models import Actor, BriefRequest, BriefResult, Severity, Table
from coach.service import Coach
from evals.retrieval import Bench, take_in

from .noting import Files
from .recounting import PageLook, look_again

READER = "Director of Digital"
QUESTION = "Is this worth people’s time?"
PAGE = 450
"""Words, headings included."""
_FEWEST = 3
"""Years with fewer notes are left out."""


@dataclass(frozen=True)
class MadeBrief:
    """One brief of one community and year, looked at again."""

    corpus: str
    """Whose."""
    year: int
    """Of which year."""
    result: BriefResult
    """The page with what the product says of it."""
    files: Files
    """The notes as files."""
    look: PageLook
    """What was found when everything was looked at again."""
    seconds: float
    """How long it took to make."""

    @property
    def name(self) -> str:
        """Return what to call it."""
        return f"{self.corpus} {self.year}"


def find_corpora(folder: Path) -> list[str]:
    """Return the communities of a folder: every folder in it that has a MANIFEST.

    Raises:
        BadInput: There are none.
    """
    found = sorted(path.parent.name for path in folder.glob("*/MANIFEST.md"))
    if not found:
        raise BadInput(f"{folder} holds no communities.", "Name a folder in which each community has a MANIFEST.md.")
    return found


def make_briefs(folder: Path, bench: Bench, *, every_year: bool = False) -> Iterator[MadeBrief]:
    """Yield a brief of each community: of the year with the most notes, or of every year that has a few.

    Args:
        folder: The folder of communities.
        bench: Where they are taken in, and who hears how far it is.
        every_year: Whether to make one of every year.
    """
    for corpus in find_corpora(folder):
        bench.say(f"{corpus}: taking it in, which takes minutes the first time …")
        with closing(bench.open(corpus)) as coach:
            take_in(coach, folder, corpus, bench.progress)
            files = Files(folder / corpus, {note.id: note.path for note in coach.notes(corpus)})
            for year in choose_years(coach, corpus, every_year=every_year):
                bench.say(f"{corpus}: {year} …")
                yield make_brief(corpus, year, coach, files)


def choose_years(coach: Coach, corpus: str, *, every_year: bool) -> Sequence[int]:
    """Return the year with the most dated notes, the later of two; or all years that have a few."""
    counted = Counter(note.date.day.year for note in coach.notes(corpus) if note.date.day)
    if every_year:
        return sorted(year for year, notes in counted.items() if notes >= _FEWEST)
    return [max(counted, key=lambda year: (counted[year], year))] if counted else []


def make_brief(corpus: str, year: int, coach: Coach, files: Files, actor: Actor | None = None) -> MadeBrief:
    """Return the brief of one year, made without a model."""
    request = BriefRequest(reader=READER, start=dt.date(year, 1, 1), end=dt.date(year, 12, 31), question=QUESTION)
    started = time.perf_counter()
    result = coach.briefs.make(corpus, request, by="playbook", actor=actor or Actor())
    took = time.perf_counter() - started
    return MadeBrief(corpus, year, result, files, look_again(result.brief, files), took)


def to_tables(made: Sequence[MadeBrief]) -> list[Table]:
    """Return the briefs, a row each, and everything that was found wrong."""
    rows = [_row(item) for item in made]
    looks = [item.look for item in made]
    rows.append(_sum_up(looks))
    head = ("brief", "claims", "without evidence", "quotes verbatim", "numbers recount", "words", "gaps", "stops", "s")
    title = f"Briefs without a model; aims: quotes and numbers 100 %, 0 without evidence, at most {PAGE} words"
    return [Table(title=title, head=head, rows=tuple(rows)), _wrong(made)]


def _row(item: MadeBrief) -> tuple[str, ...]:
    look = item.look
    stops = sum(finding.severity is Severity.STOP for finding in item.result.findings)
    return (item.name, *_figures([look]), str(look.words), str(look.gaps), str(stops), f"{item.seconds:.1f}")


def _figures(looks: Sequence[PageLook]) -> tuple[str, ...]:
    quotes, wrong = sum(look.quotes for look in looks), sum(len(look.wrong_quotes) for look in looks)
    numbers, off = sum(look.numbers for look in looks), sum(len(look.wrong_numbers) for look in looks)
    bare = sum(len(look.bare) for look in looks)
    return (
        str(sum(look.claims for look in looks)),
        str(bare),
        _say(quotes - wrong, quotes),
        _say(numbers - off, numbers),
    )


def _sum_up(looks: Sequence[PageLook]) -> tuple[str, ...]:
    long = sum(look.words > PAGE for look in looks)
    return ("all", *_figures(looks), f"{long} over a page", str(sum(look.gaps for look in looks)), "", "")


def _say(right: int, of: int) -> str:
    return f"{right} of {of} ({100 * right / of:.0f} %)" if of else "–"


def _wrong(made: Sequence[MadeBrief]) -> Table:
    rows = [
        (item.name, what, text)
        for item in made
        for what, texts in (
            ("no evidence", item.look.bare),
            ("not verbatim", item.look.wrong_quotes),
            ("in marks, not shown", item.look.loose),
            ("does not recount", item.look.wrong_numbers),
        )
        for text in texts
    ]
    return Table(title="What was found wrong", head=("brief", "what", "where"), rows=tuple(rows))
