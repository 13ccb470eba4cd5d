"""The playbook as something to browse, and what a community adds to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from coach.errors import BadPattern, UnknownPattern
from coach.models import (
    Actor,
    AddedPattern,
    Community,
    Finding,
    Library,
    ListedPattern,
    OpeningEntry,
    Pattern,
    PatternList,
    PlaybookItem,
    PlaybookQuery,
    Protocol,
    ReadPattern,
    Severity,
)
from coach.playbook import Playbook, Wording, fill, parse_outcome, to_brief, to_wording
from coach.playbook.own import read_pattern
from coach.playbook.own_yaml import without_unseen
from coach.ports import OwnPattern, Store

LONGEST_CREDIT = 400
_AS_WRITTEN = frozenset({"id", "example", "credit", "good_for"})
"""Fields that no plan fills in."""
_A_SENTENCE = {"quote": "“…”", "label": "S1", "quotes": "“…” (S1) and “…” (S2)"}
"""Stands where a plan quotes the notes."""
_NAMES_IT = ("{do}", "{doing}")


@dataclass(frozen=True)
class Shelf:
    """What looking through a community's patterns needs, handed over as one."""

    store: Store
    """Keeps own patterns."""
    playbook: Playbook
    """The craft library."""
    community: Community
    """Whose patterns they are."""
    actor: Actor
    """Whoever asks."""


def to_library(playbook: Playbook) -> Library:
    """Return what comes with the product."""
    return Library(patterns=playbook.patterns, protocols=playbook.protocols, openings=tuple(playbook.session.openings))


def list_patterns(shelf: Shelf) -> PatternList:
    """Return a community's own patterns and the playbook's; those that cannot be read any more come as findings."""
    names = _names(shelf)
    own: list[ListedPattern] = []
    findings: list[Finding] = []
    for kept in shelf.store.patterns(shelf.community.id, shelf.actor).current():
        read = _read_kept(kept, shelf.playbook)
        if read.usable:
            own.append(_to_listed(kept, read, names))
        else:
            findings += [_lost(kept, item) for item in read.findings if item.severity is Severity.STOP][:1]
    ours = [ListedPattern(pattern=pattern) for pattern in shelf.playbook.patterns]
    return PatternList(patterns=(*_by_title(own), *_by_title(ours)), findings=tuple(findings))


def own_patterns(shelf: Shelf) -> tuple[Pattern, ...]:
    """Return a community's own patterns, for plans."""
    kept = shelf.store.patterns(shelf.community.id, shelf.actor).current()
    read = [_read_kept(item, shelf.playbook) for item in kept]
    return tuple(item.pattern for item in read if item.usable and item.pattern is not None)


def browse(query: PlaybookQuery, library: Library, own: Iterable[ListedPattern]) -> tuple[PlaybookItem, ...]:
    """Return the entries that somebody looks for: own patterns, patterns, protocols, openings, each by title.

    Args:
        query: What they look for.
        library: What comes with the product.
        own: Patterns that the community added.
    """
    patterns = [*own, *_by_title([ListedPattern(pattern=pattern) for pattern in library.patterns])]
    items = [
        *(_to_item(listed) for listed in patterns),
        *(PlaybookItem(kind="protocol", entry=entry) for entry in sorted(library.protocols, key=_title)),
        *(PlaybookItem(kind="opening", entry=entry) for entry in sorted(library.openings, key=_title)),
    ]
    return tuple(item for item in items if all(_suits(item, query)))


def find_item(entry_id: str, items: Iterable[PlaybookItem]) -> PlaybookItem:
    """Return the entry of that id.

    Raises:
        UnknownPattern: There is none; the message names those that are near.
    """
    by_id = {item.entry.id: item for item in items}
    if entry_id in by_id:
        return by_id[entry_id]
    raise unknown_pattern(entry_id, by_id)


def show_item(item: PlaybookItem, outcome: str, playbook: Playbook) -> PlaybookItem:
    """Return an entry with its texts filled in, the way a plan for this outcome would say them.

    Args:
        item: The entry.
        outcome: What people want to be able to do: a whole sentence, or only the doing.
        playbook: Knows the verbs.
    """
    parsed = parse_outcome(outcome, playbook.lexicon)
    wordings = (to_wording(parsed), to_brief(parsed))
    return item.model_copy(update={"entry": _filled(item.entry, wordings)})


def unknown_pattern(entry_id: str, known: Iterable[str]) -> UnknownPattern:
    """Return what to say when there is no entry of that id."""
    near = get_close_matches(entry_id, list(known), 3, 0.5)
    hint = f"Near it: {', '.join(near)}. " if near else ""
    return UnknownPattern(
        f"There is nothing with the id {entry_id[:60]!r} in the playbook.",
        f"{hint}`coach playbook list` lists them; with --community NAME, that community's own too.",
    )


def add_pattern(text: str, credit: str, shelf: Shelf) -> AddedPattern:
    """Keep an own pattern; one of the same id is replaced.

    Raises:
        BadPattern: No plan can be drafted with it; nothing was changed.
        NotAllowed: This actor does not belong to the community.
    """
    read = read_pattern(text, shelf.playbook)
    stops = [item for item in read.findings if item.severity is Severity.STOP]
    if read.pattern is None or stops:
        more = f" There is more to mend ({len(stops) - 1})." if len(stops) > 1 else ""
        raise BadPattern(f"{stops[0].message} Nothing was added.{more}", stops[0].way_forward)
    own = shelf.store.patterns(shelf.community.id, shelf.actor)
    replaced = any(item.pattern_id == read.pattern.id for item in own.current())
    kept = own.add(read.pattern.id, without_unseen(text), " ".join(credit.split())[:LONGEST_CREDIT])
    listed = _to_listed(kept, read, _names(shelf))
    return AddedPattern(listed=listed, replaced=replaced, findings=read.findings)


def remove_pattern(pattern_id: str, shelf: Shelf) -> ListedPattern | None:
    """Take an own pattern out of use and return what it was; None when its text could not be read any more.

    Earlier versions of it do not come back.

    Raises:
        UnknownPattern: The community has no own pattern of that id.
        NotAllowed: This actor does not belong to the community.
    """
    own = shelf.store.patterns(shelf.community.id, shelf.actor)
    kept = own.remove(pattern_id)
    if kept is None:
        if any(item.id == pattern_id for item in shelf.playbook.patterns):
            raise UnknownPattern(
                f"{pattern_id} comes with the playbook, so it stays.", "Only patterns that you added can be removed."
            )
        raise unknown_pattern(pattern_id, [item.pattern_id for item in own.current()])
    read = _read_kept(kept, shelf.playbook)
    return _to_listed(kept, read, _names(shelf)) if read.pattern else None


# -- inside ----------------------------------------------------------------------------------------
@dataclass(frozen=True)
class _Known:
    """A playbook that can be remembered by; it holds dictionaries, so it stands for itself."""

    playbook: Playbook

    def __hash__(self) -> int:
        return id(self.playbook)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and other.playbook is self.playbook


@lru_cache(maxsize=512)
def _read_body(body: str, playbook: _Known) -> ReadPattern:
    return read_pattern(body, playbook.playbook)


def _read_kept(kept: OwnPattern, playbook: Playbook) -> ReadPattern:
    read = _read_body(kept.body, _Known(playbook))
    if read.pattern is None:
        return read
    # The id it was added under is the one that plans name, whatever a later version would make of the text.
    update = {"id": kept.pattern_id, "credit": kept.credit or read.pattern.credit}
    return read.model_copy(update={"pattern": read.pattern.model_copy(update=update)})


def _to_listed(kept: OwnPattern, read: ReadPattern, names: dict[str, str]) -> ListedPattern:
    assert read.pattern is not None
    return ListedPattern(
        pattern=read.pattern.model_copy(update={"credit": kept.credit or read.pattern.credit}),
        own=True,
        added_by=names.get(kept.added_by, "somebody who was here before"),
        added_at=kept.added_at,
        text=kept.body,
    )


def _filled(value: Any, wordings: tuple[Wording, Wording], *, is_said: bool = False) -> Any:
    if isinstance(value, BaseModel):
        names = [name for name in type(value).model_fields if name not in _AS_WRITTEN]
        return value.model_copy(
            update={name: _filled(getattr(value, name), wordings, is_said=is_said) for name in names}
        )
    if isinstance(value, tuple):
        return tuple(_in_turn(value, wordings, is_said=is_said))
    # Enumerations are texts too, and stay what they are.
    return fill(value, wordings[is_said], **_A_SENTENCE) if type(value) is str else value


def _in_turn(values: tuple[Any, ...], wordings: tuple[Wording, Wording], *, is_said: bool) -> Iterator[Any]:
    # Said in full once, and in few words from then on, as a host would.
    for value in values:
        yield _filled(value, wordings, is_said=is_said)
        is_said = is_said or any(slot in str(value) for slot in _NAMES_IT)


def _names(shelf: Shelf) -> dict[str, str]:
    members = {member.id: member.name for member in shelf.store.list_members(shelf.community.id)}
    return {shelf.community.owner_id: "whoever looks after it", **members, shelf.actor.id: shelf.actor.name}


def _lost(kept: OwnPattern, finding: Finding) -> Finding:
    message = f"{kept.pattern_id} cannot be read any more, so plans leave it out. {finding.message}"
    way = f"Mend its text and add it again. {finding.way_forward}"
    return finding.model_copy(update={"where": kept.pattern_id, "message": message, "way_forward": way})


def _to_item(listed: ListedPattern) -> PlaybookItem:
    return PlaybookItem(
        kind="pattern",
        entry=listed.pattern,
        own=listed.own,
        added_by=listed.added_by,
        added_at=listed.added_at,
        text=listed.text,
    )


def _by_title(patterns: Iterable[ListedPattern]) -> list[ListedPattern]:
    return sorted(patterns, key=lambda listed: _title(listed.pattern))


def _title(entry: Pattern | Protocol | OpeningEntry) -> tuple[str, str]:
    return entry.title.casefold(), entry.id


def _suits(item: PlaybookItem, query: PlaybookQuery) -> Iterator[bool]:
    entry = item.entry
    yield query.kind in {None, item.kind}
    yield query.does is None or query.does in getattr(entry, "families", (query.does,))
    yield query.level is None or query.level in getattr(entry, "levels", (query.level,))
    yield query.minutes is None or entry.minutes.min <= query.minutes <= entry.minutes.max
    yield query.people is None or entry.people.min <= query.people <= entry.people.max
    yield query.mode is None or query.mode in entry.modes
