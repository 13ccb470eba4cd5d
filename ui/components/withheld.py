"""A kept plan is looked at again before it is shown: since it was drafted, a quote may have been withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.models import SessionPlan, Severity

from ..markup import show_html, tag
from ..shelf import Shelf

if TYPE_CHECKING:
    from coach.service import Coach

WITHHELD = "This quote is no longer to be quoted."
_QUOTE_CHECK = "X3"


def is_withheld(shelf: Shelf, coach: Coach, community: str) -> bool:
    """Return whether the open plan quotes words that may not be quoted now, or that stand in no note any more."""
    # As drafted: what a person wrote into a part since is theirs, and never a reason to hide their plan from them.
    drafted = shelf.drafted
    return drafted is not None and is_plan_withheld(drafted.plan, coach, community)


def is_plan_withheld(plan: SessionPlan, coach: Coach, community: str) -> bool:
    """Return whether a plan as it was drafted quotes words that may not be quoted now."""
    findings = coach.check_plan(plan, community).findings
    return any(one.check == _QUOTE_CHECK and one.severity is Severity.STOP for one in findings)


def show_withheld() -> None:
    """Say calmly why the plan is not here."""
    body = tag("p", WITHHELD, "c-problem-h") + tag(
        "p",
        "This plan holds words from a note that was changed, taken out or marked as never to be quoted "
        "since it was drafted. So it is neither shown nor exported. What you asked for is kept.",
    )
    show_html(tag("div", body, "c-problem", role="status"))
