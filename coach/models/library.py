"""The playbook as something to browse: what comes with the product, and what a community added."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from .base import Word
from .finding import Finding
from .playbook import OpeningEntry, Pattern, Protocol
from .vocabulary import Level, Mode, Severity, VerbFamily

EntryKind = Literal["pattern", "protocol", "opening"]


class Library(Word):
    """What comes with the product, by id."""

    patterns: tuple[Pattern, ...]
    """Activities that members do together."""
    protocols: tuple[Protocol, ...]
    """Ways in which peers look at the work."""
    openings: tuple[OpeningEntry, ...]
    """Beginnings in which everyone has a voice."""


class ListedPattern(Word):
    """A pattern that a community can use, and where it comes from."""

    pattern: Pattern
    """The pattern; an own one's credit is in it too."""
    own: bool = False
    """Whether the community added it itself."""
    added_by: str = ""
    """Who added an own one, by name."""
    added_at: dt.datetime | None = None
    """When (UTC)."""
    text: str = ""
    """An own one's text as it was given."""


class PatternList(Word):
    """The patterns that a community can use: its own first, then the playbook's."""

    patterns: tuple[ListedPattern, ...]
    """Own ones first, each kind by title."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with own ones that cannot be read any more; they are left out, and kept as they are."""


class ReadPattern(Word):
    """What was read from the text of an own pattern."""

    pattern: Pattern | None
    """The pattern; None when it cannot be read as one."""
    findings: tuple[Finding, ...] = ()
    """What to mend, and what to think about; `where` names the field: `steps[2].does`."""

    @property
    def usable(self) -> bool:
        """Say whether plans can use it."""
        return self.pattern is not None and all(item.severity is not Severity.STOP for item in self.findings)


class AddedPattern(Word):
    """What adding an own pattern did."""

    listed: ListedPattern
    """The pattern as it is listed now."""
    replaced: bool
    """Whether an earlier version of it was there, which is no longer used."""
    findings: tuple[Finding, ...] = ()
    """What could still be better."""


class PlaybookQuery(Word):
    """Which entries somebody looks for; everything that is left out fits."""

    kind: EntryKind | None = None
    """Only entries of this kind."""
    does: VerbFamily | None = None
    """Only entries in which people do this; openings suit every doing."""
    level: Level | None = None
    """Only patterns in which people work at this level; protocols and openings suit every level."""
    minutes: int | None = None
    """Only entries that work in so many minutes."""
    people: int | None = None
    """Only entries that work with so many people."""
    mode: Mode | None = None
    """Only entries for this way of meeting."""


class PlaybookItem(Word):
    """One entry on the shelf."""

    kind: EntryKind
    """What it is."""
    entry: Pattern | Protocol | OpeningEntry
    """The entry itself."""
    own: bool = False
    """Whether the community added it itself."""
    added_by: str = ""
    """Who added an own one, by name."""
    added_at: dt.datetime | None = None
    """When (UTC)."""
    text: str = ""
    """An own one's text as it was given."""
