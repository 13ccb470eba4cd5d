"""When something did not work: what happened, what is safe, what to do next. Never a red wall."""

from __future__ import annotations

from coach.errors import BadInput, CoachError, Stopped

from ..markup import esc, show_html, tag

_OURS = (
    "Something went wrong that we did not expect. Your notes are safe.",
    "Try it once more; if it happens again, `coach doctor` may know why.",
)


def show_problem(error: Exception) -> None:
    """Say an error calmly, with both halves."""
    message, next_step = _said(error) if isinstance(error, CoachError) else _OURS
    heading = "Stopped" if isinstance(error, Stopped) else "That did not work"
    more = "" if isinstance(error, CoachError) else f"{type(error).__name__}: {error}"
    show_said(heading, message, next_step, more)


def show_said(heading: str, message: str, next_step: str, more: str = "") -> None:
    """Say what happened and what to do next; `more` is for those who look after the machine."""
    body = tag("p", esc(heading), "c-problem-h") + tag("p", esc(message))
    if next_step:
        body += tag("p", _with_code(next_step), "c-next")
    if more:
        body += tag("p", esc(more), "c-hint")
    show_html(tag("div", body, "c-problem", role="status"))


def _said(error: CoachError) -> tuple[str, str]:
    # Bad input changes nothing, ever; people should read that here even where the error itself leaves it out.
    is_said = "nothing was changed" in str(error).lower()
    safe = " Nothing was changed." if isinstance(error, BadInput) and not is_said else ""
    return error.message + safe, error.next_step


def _with_code(text: str) -> str:
    pieces = text.split("`")
    return "".join(tag("code", esc(piece)) if i % 2 else esc(piece) for i, piece in enumerate(pieces))
