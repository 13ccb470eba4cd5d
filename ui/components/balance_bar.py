"""What the minutes are for: one calm bar in the timeline's colours and marks, the same in words under it."""

from __future__ import annotations

from coach.models import Doing, SessionPlan

from ..markup import show_html, tag
from ..wording import DOING, MARK, count, listed

_ROOM_FOR_MARK = 0.05


def show_balance(plan: SessionPlan) -> None:
    """Draw the bar with its words."""
    show_html(render_balance(plan))


def render_balance(plan: SessionPlan) -> str:
    """Return the bar for the eye, its words beside it, and one sentence for those who listen to the page."""
    counted = [(doing, minutes) for doing, minutes in plan.count_doing().items() if minutes]
    resting = sum(part.minutes for part in plan.parts if part.kind == "break")
    total = max(1, sum(minutes for _, minutes in counted))
    bar = "".join(_segment(doing, minutes / total) for doing, minutes in counted)
    words = "".join(_entry(doing, minutes) for doing, minutes in counted)
    rest = tag("li", f"and {count(resting, 'minute')} of rest", "c-balance-rest") if resting else ""
    shown = tag("div", bar, "c-balance-bar") + tag("ul", words + rest, "c-legend")
    return tag("div", shown, "c-balance", aria_hidden="true") + tag("p", say_balance(plan), "c-sr")


def say_balance(plan: SessionPlan) -> str:
    """Return in one sentence what people do with the minutes, the longest first."""
    counted = sorted(plan.count_doing().items(), key=lambda pair: -pair[1])
    said = [f"{count(minutes, 'minute')} of {DOING[doing]}" for doing, minutes in counted if minutes]
    resting = sum(part.minutes for part in plan.parts if part.kind == "break")
    rest = f", besides {count(resting, 'minute')} of rest" if resting else ""
    return f"What the minutes are for: {listed(said)}{rest}."


def _segment(doing: Doing, share: float) -> str:
    mark = MARK[doing] if share >= _ROOM_FOR_MARK else ""
    return tag("span", mark, f"c-balance-part c-{doing.value} c-{doing.value}-word", style=f"--share:{share:.4f}")


def _entry(doing: Doing, minutes: int) -> str:
    glyph = tag("span", MARK[doing], f"c-mark-glyph c-{doing.value}-word")
    return tag("li", glyph + f"{DOING[doing]} " + tag("span", f"{minutes} min", "c-num"))
