"""The playbook of a small coach: the real craft library, with own patterns kept in memory."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cache

from coach.errors import BadPattern, NotAllowed, UnknownPattern
from coach.jobs.playbook import browse, find_item, show_item, to_library
from coach.models import (
    Actor,
    AddedPattern,
    Finding,
    Library,
    ListedPattern,
    Pattern,
    PatternList,
    PlaybookItem,
    PlaybookQuery,
    ReadPattern,
    Severity,
)
from coach.playbook import Playbook, load_playbook
from coach.playbook.own import TEMPLATE, read_pattern

ADDED_AT = dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)


@cache
def library() -> Playbook:
    return load_playbook()


@dataclass
class FakePlaybook:
    """The methods about the playbook that pages call."""

    own: dict[str, dict[str, ListedPattern]] = field(default_factory=dict)
    """Own patterns by community and id."""
    lost: tuple[Finding, ...] = ()
    """What is said of own patterns that can no longer be read."""
    is_closed: bool = False
    """Whether this actor may not add anything."""

    def playbook(self) -> Library:
        return to_library(library())

    def patterns(self, name: str, *, actor: Actor | None = None) -> PatternList:
        ours = [ListedPattern(pattern=pattern) for pattern in library().patterns]
        return PatternList(patterns=(*self.own.get(name, {}).values(), *ours), findings=self.lost)

    def browse(
        self, query: PlaybookQuery | None = None, name: str | None = None, *, actor: Actor | None = None
    ) -> tuple[PlaybookItem, ...]:
        return browse(query or PlaybookQuery(), self.playbook(), self.own.get(name or "", {}).values())

    def entry(self, entry_id: str, name: str | None = None, *, actor: Actor | None = None) -> PlaybookItem:
        return find_item(entry_id, self.browse(None, name))

    def show_entry(
        self, entry_id: str, outcome: str, name: str | None = None, *, actor: Actor | None = None
    ) -> PlaybookItem:
        return show_item(self.entry(entry_id, name), outcome, library())

    def show_pattern(self, pattern: Pattern, outcome: str) -> PlaybookItem:
        return show_item(PlaybookItem(kind="pattern", entry=pattern), outcome, library())

    def pattern_template(self) -> str:
        return TEMPLATE

    def read_pattern(self, text: str) -> ReadPattern:
        return read_pattern(text, library())

    def add_pattern(self, name: str, text: str, *, credit: str = "", actor: Actor | None = None) -> AddedPattern:
        if self.is_closed:
            raise NotAllowed("You do not belong to this community.", "Ask the community's owner.")
        read = self.read_pattern(text)
        if read.pattern is None or not read.usable:
            first = next(item for item in read.findings if item.severity is Severity.STOP)
            raise BadPattern(f"{first.message} Nothing was added.", first.way_forward)
        pattern = read.pattern.model_copy(update={"credit": credit or read.pattern.credit})
        kept = self.own.setdefault(name, {})
        replaced = pattern.id in kept
        kept[pattern.id] = ListedPattern(pattern=pattern, own=True, added_by="Nell", added_at=ADDED_AT, text=text)
        return AddedPattern(listed=kept[pattern.id], replaced=replaced, findings=read.findings)

    def remove_pattern(self, name: str, pattern_id: str, *, actor: Actor | None = None) -> ListedPattern | None:
        kept = self.own.get(name, {})
        if pattern_id not in kept:
            raise UnknownPattern(f"There is nothing with the id {pattern_id} here.")
        return kept.pop(pattern_id)
