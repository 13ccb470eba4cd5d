"""What the playbook page shows: the shelf, one entry, or the desk on which an activity of one's own is written."""

from __future__ import annotations

from coach.models import EntryKind, OpeningEntry, Pattern, Protocol

from .. import state
from .notice import put_away
from .to_top import begin_at_top

Entry = Pattern | Protocol | OpeningEntry
ADDING = "+"
"""Stands where the id of an entry would, while an own one is written."""
_SHELF = ""

KIND: dict[EntryKind, str] = {"pattern": "Activity", "protocol": "Review", "opening": "Opening"}
KINDS: dict[EntryKind, tuple[str, str]] = {
    "pattern": ("activity", "activities"),
    "protocol": ("review", "reviews"),
    "opening": ("opening", "openings"),
}
_EXAMPLE = "write a letter that its reader understands the first time"


def view() -> str:
    """Return the id of the entry that is open, `ADDING`, or nothing while the shelf is."""
    return str(state.typed("playbook.view", _SHELF))


def open_entry(entry_id: str) -> None:
    """Read one entry, from its top."""
    _go(entry_id)


def open_shelf() -> None:
    """Go back to the shelf."""
    _go(_SHELF)


def open_adding() -> None:
    """Write an activity of one's own."""
    _go(ADDING)


def notices() -> str:
    """Return the name under which this page says what has been done: undoing it is for the same community."""
    return f"playbook-{state.record().community_id}"


def mending_notices() -> str:
    """Return the same for words that were put in place: said beside the thoughts."""
    return f"{notices()}-mending"


def _go(where: str) -> None:
    put_away(notices())
    put_away(mending_notices())
    state.put("playbook.view", where)
    begin_at_top()


def example_for(entry: Entry) -> str:
    """Return what an entry is shown for until a reader says something else: what it suits best, where it says so."""
    return entry.good_for[0] if isinstance(entry, Pattern) and entry.good_for else _EXAMPLE
