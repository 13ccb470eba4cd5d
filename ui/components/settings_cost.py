"""What models may cost: limits that are saved at once, and what was spent today."""

from __future__ import annotations

import streamlit as st

from coach.models import ModelStatus, SpendingLimits, Spent

from .. import resources, state
from ..markup import esc, show_html, tag
from ..wording import count
from .notice import Notice
from .settings_desk import attempt, hold, say_money
from .settings_form import read_status

_SPANS = (("job", "for one suggestion"), ("day", "a day"), ("community_day", "a day, each community"))
_UNITS = (("calls", "Calls"), ("tokens", "Tokens"), ("usd", "US dollars"))
_LEAST_DOLLARS = 0.01


def show_cost() -> None:
    """Draw what was spent today, and the limits."""
    status = read_status()
    name = state.record().community
    spent: dict[str, Spent] = resources.coach().model.spent(name)
    st.subheader("Spent today", anchor=False)
    limits = status.setup.limits
    cards = _render_spent("All communities together", spent.get("today", Spent()), "day", limits)
    if name:
        cards += _render_spent(name, spent.get("today here", Spent()), "community_day", limits)
    show_html(tag("div", cards, "c-set-twins"))
    st.subheader("Limits", anchor=False)
    words = (
        "When one is reached, the playbook drafts and says so. An empty field is no limit. Days are counted in UTC; "
        "what you change is saved at once."
    )
    show_html(tag("p", words, "c-hint"))
    for span, title in _SPANS:
        _show_limits(span, title, status)


def _render_spent(title: str, spent: Spent, span: str, limits: SpendingLimits) -> str:
    rows = (
        ("Calls", f"{spent.calls:,}", spent.calls, getattr(limits, f"calls_per_{span}")),
        ("Tokens", f"{_tokens(spent):,}", _tokens(spent), getattr(limits, f"tokens_per_{span}")),
        ("US dollars", say_money(spent.cost_usd), spent.cost_usd, getattr(limits, f"usd_per_{span}")),
    )
    lines = "".join(_render_line(*row) for row in rows)
    told = "".join(tag("p", esc(words), "c-hint") for words in _told(spent))
    return tag("div", tag("p", esc(title), "c-margin-h") + lines + told, "c-set-spent")


def _render_line(name: str, said: str, used: float, limit: float | None) -> str:
    of = "no limit" if limit is None else f"of {say_money(limit) if name == 'US dollars' else f'{limit:,}'}"
    words = tag("span", esc(name)) + tag("span", esc(f"{said}, {of}" if limit is None else f"{said} {of}"), "c-num")
    line = tag("p", words, "c-set-line")
    if limit is None:
        return line
    share = min(100, round(100 * used / limit, 1))
    fill = tag("div", "", "c-bar-fill", style=f"width:{share}%")
    return line + tag("div", fill, "c-bar c-set-bar", aria_hidden="true")


def _told(spent: Spent) -> list[str]:
    told = []
    if spent.unpriced:
        told.append(f"{count(spent.unpriced, 'call')} had no known price: the dollars say less than was spent.")
    if spent.reused:
        told.append(f"{count(spent.reused, 'answer')} came from before, without asking again.")
    return told


def _tokens(spent: Spent) -> int:
    return spent.tokens_in + spent.tokens_out


def _show_limits(span: str, title: str, status: ModelStatus) -> None:
    with st.container(key=f"limits-{span}", horizontal=True, vertical_alignment="bottom"):
        for unit, words in _UNITS:
            _show_limit(f"{unit}_per_{span}", f"{words} {title}", status)
    held = [f"{unit}_per_{span}" for unit, _ in _UNITS if _is_held(f"{unit}_per_{span}", status)]
    if held:
        names = ", ".join(tag("code", f"COACH_LIMIT_{field.upper()}") for field in held)
        show_html(tag("p", f"Set by the environment: {names}; change it there.", "c-set-env"))


def _show_limit(field: str, words: str, status: ModelStatus) -> None:
    value = getattr(status.setup.limits, field)
    key = f"settings-limit-{field}"
    hold(key, value)
    is_money = field.startswith("usd")
    # Dollars may be set lower than a cent from outside; the field must still be able to say so.
    least = min(_LEAST_DOLLARS, value or _LEAST_DOLLARS) if is_money else 1
    st.number_input(
        words,
        min_value=least,
        value=None,
        step=_step(field),
        format="%.2f" if is_money else "%d",
        placeholder="no limit",
        disabled=_is_held(field, status),
        key=key,
        on_change=_change,
        args=(field, words, status),
    )


def _step(field: str) -> float:
    if field.startswith("usd"):
        return 0.1 if field.endswith("job") else 1.0
    return 10_000 if field.startswith("tokens") else 1


def _is_held(field: str, status: ModelStatus) -> bool:
    return f"limits.{field}" in status.from_environment


def _change(field: str, words: str, status: ModelStatus) -> None:
    value = st.session_state[f"settings-limit-{field}"]
    before = status.setup.limits
    wanted = SpendingLimits.model_validate({**before.model_dump(), field: value})
    _save(wanted, before, f"Saved. {words}: {'no limit' if value is None else f'at most {value:,}'}.")


def _save(wanted: SpendingLimits, before: SpendingLimits | None, words: str) -> None:
    def step() -> Notice:
        setup = read_status().setup
        resources.coach().model.save(setup.model_copy(update={"limits": wanted}))
        if before is None:
            return Notice(words)
        return Notice(words, "Take this back", lambda: _save(before, None, "Taken back: the limits are as before."))

    attempt(step)
