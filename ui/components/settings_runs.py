"""What was drafted: the last runs of the open community, each opening to what happened on the way."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from coach.models import RunRecord, RunState

from .. import resources, state
from ..markup import esc, items, show_html, tag
from ..wording import count, date_label
from .empty_state import needs_community, show_empty
from .notice import Notice
from .settings_desk import attempt, hold, say_money

_KIND = {
    "plan": "Plan",
    "outcomes": "Outcomes",
    "rewrite": "Other wordings",
    "part": "Part of a plan",
    "series": "Series",
}
_ENDED = {
    RunState.RUNNING: "going on",
    RunState.DONE: "done",
    RunState.FELL_BACK: "the playbook took over",
    RunState.STOPPED: "stopped",
    RunState.FAILED: "failed",
}
_DECIDED = {"accept": "taken", "edit": "changed", "reject": "left"}
_A_SCREENFUL, _MOST = 12, 50
_SHOWN, _KEEPING = "settings.runs-shown", "settings-keeping"
_HASH = 12


def show_runs() -> None:
    """Draw the last runs, and the choice to keep suggestions."""
    if needs_community():
        return
    name = state.record().community
    records: Sequence[RunRecord] = resources.coach().drafts.records(name, limit=_MOST)
    if records:
        _show_table(records)
    else:
        show_empty(
            "Nothing has been drafted here yet.",
            "Each draft leaves a line: when, what, by whom, how it ended, what it cost. No words from notes are in it.",
            tag("p", esc("25 Nov, 14:05 · Plan · by the playbook · done · no cost")),
        )
    _show_keeping(name)


def _show_table(records: Sequence[RunRecord]) -> None:
    shown = int(state.typed(_SHOWN, _A_SCREENFUL))
    rows = "".join(render_run(record) for record in records[:shown])
    show_html(tag("div", rows, "c-set-runs"))
    if len(records) > shown:
        more = min(_A_SCREENFUL, len(records) - shown)
        st.button(f"Show {more} more", key="more-runs", on_click=_show_more, args=(shown,))


def _show_more(shown: int) -> None:
    state.put(_SHOWN, shown + _A_SCREENFUL)


def render_run(record: RunRecord) -> str:
    """Return one run as a line that opens."""
    spent = record.spent
    by = record.drafted_by or record.model or "nobody"
    cells = (
        f"{date_label(record.started.date().isoformat(), with_year=False)}, {record.started:%H:%M}",
        _KIND[record.kind],
        "by the playbook" if by == "playbook" else f"by {by}",
        _ENDED[record.state],
        count(spent.calls, "call") if spent.calls else "",
        f"{spent.tokens_in + spent.tokens_out:,} tokens" if spent.calls else "",
        _say_cost(record),
    )
    line = "".join(tag("span", esc(cell)) for cell in cells)
    return tag("details", tag("summary", line, "c-set-run") + tag("div", _render_inside(record), "c-set-inside"))


def _say_cost(record: RunRecord) -> str:
    if not record.spent.calls:
        return "no cost"
    if record.spent.unpriced == record.spent.calls:
        return "price not known"
    return say_money(record.spent.cost_usd) + (" and more" if record.spent.unpriced else "")


def _render_inside(record: RunRecord) -> str:
    told = items(record.told) if record.told else tag("p", "Nothing out of the ordinary happened.", "c-hint")
    facts = "".join(tag("dt", esc(name)) + tag("dd", said) for name, said in _facts(record))
    return tag("p", "On the way", "c-margin-h") + told + tag("dl", facts, "c-facts")


def _facts(record: RunRecord) -> list[tuple[str, str]]:
    prompts = ", ".join(f"{esc(name)} ({tag('code', esc(value[:_HASH]))})" for name, value in record.prompts.items())
    found = ", ".join(f"{esc(code)} × {number}" for code, number in sorted(record.findings.items()))
    decided = ", ".join(_DECIDED[one.what] + (f" {one.part}" if one.part else "") for one in record.decisions)
    facts = [
        ("Prompts", prompts or "none: the playbook needs none"),
        ("Thoughts of the checks", found or "none"),
        ("Passages read", str(len(record.passages))),
        ("Asked to mend", count(record.repairs, "time")),
        ("Took", f"{record.seconds:.1f} s"),
        ("Asked by", esc(record.actor_id)),
        ("What people did", esc(decided)),
        ("Kind of error", esc(record.error)),
        ("Began", f"{record.started:%Y-%m-%d %H:%M:%S} UTC"),
        ("Run", tag("code", esc(record.id))),
    ]
    return [(name, said) for name, said in facts if said]


def _show_keeping(name: str) -> None:
    keeps = resources.coach().community(name).keeps_suggestions
    st.subheader("Keep suggestions", anchor=False)
    hold(_KEEPING, keeps)
    st.toggle("Keep what was asked, suggested and changed", key=_KEEPING, on_change=_keep, args=(name, keeps))
    words = (
        "Off, a run’s line holds no words. On, requests, suggestions and your changes are kept with it on this "
        "machine, so that evaluation cases can be made of them (coach eval export); words from notes are among them."
    )
    show_html(tag("p", words, "c-hint"))


def _keep(name: str, before: bool) -> None:
    _set_keeping(name, not before, can_undo=True)


def _set_keeping(name: str, wanted: bool, *, can_undo: bool) -> None:
    def step() -> Notice:
        resources.coach().model.set_keeping(name, wanted)
        words = f"Saved. Suggestions for {name} are {'kept from now on' if wanted else 'not kept any more'}."
        if not can_undo:
            return Notice(words)
        return Notice(words, "Take this back", lambda: _set_keeping(name, not wanted, can_undo=False))

    attempt(step)
