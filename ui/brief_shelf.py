"""What lies on a community's desk of pages for leaders: the drafts, the one that is open, and the last answer."""

from __future__ import annotations

from dataclasses import dataclass, field

from coach.models import BriefCheckUp, BriefResult, NotesAnswer


@dataclass
class BriefShelf:
    """The drafts of a page for leaders, and what stands open in it."""

    versions: list[BriefResult] = field(default_factory=list)
    """In the order they were drafted or opened."""
    at: int = -1
    """The open one."""
    sentence: str = ""
    """The id of the sentence that is looked at; empty when none is."""
    is_editing: bool = False
    """Whether that sentence is being put into other words."""
    check_up: BriefCheckUp | None = None
    """How the kept page that was looked at last stands today."""
    answer: NotesAnswer | None = None
    """The last answer of the notes."""

    @property
    def open(self) -> BriefResult | None:
        """Return the open draft, if there is any."""
        return self.versions[self.at] if self.versions else None

    def put(self, result: BriefResult) -> None:
        """Lay a draft on top and open it."""
        self.versions.append(result)
        self.go_to(len(self.versions) - 1)

    def replace(self, result: BriefResult) -> None:
        """Have the open draft say this instead."""
        if self.versions:
            self.versions[self.at] = result
            self.close()

    def go_to(self, version: int) -> None:
        """Open a draft, and close what stood open in the one before."""
        self.at = min(max(version, 0), len(self.versions) - 1)
        self.close()

    def close(self) -> None:
        """Close the sentence that is looked at."""
        self.sentence, self.is_editing = "", False
