"""What the reading of an own pattern found: each with its field, its line, and words that could stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st
import yaml

from coach.models import Finding, Severity

from .. import state
from ..markup import esc, show_html, tag
from ..wording import SEVERITY, SEVERITY_MARK, count
from .playbook_mending import line_of, message_of, rewrite_of

Use = Callable[[Finding], None]
_FIELDS = {
    "text": "The text as a whole",
    "title": "What you call it",
    "what_members_do": "What people do in it",
    "artefact": "What it leaves",
    "steps": "The steps",
    "roles": "Something to do for everyone",
    "roles.newcomer": "For somebody new",
    "roles.regular": "For people who come often",
    "roles.expert": "For people who know it well",
    "credit": "Where the idea comes from",
    "minutes": "How long it takes",
    "people": "How many people it is for",
    "modes": "How you meet",
    "families": "The kind of doing",
    "levels": "What it asks of people",
    "id": "Its id",
}
_STEP_FIELDS = {
    "who": "who does it",
    "minutes": "how long it takes",
    "does": "what they do",
    "say": "what the host says",
}
_STEP = re.compile(r"^steps\[(\d+)\](?:\.(\w+))?$")
_NAMED = re.compile(r"`([\w.\[\]]+)`")
_ONLY_A_NAME = re.compile(r"^\w+: …$")
_ORDER = list(Severity)
_MOST_OPEN = 6


def show_findings(findings: Sequence[Finding], use: Use, *, in_form: bool) -> None:
    """Draw what was found, what stops a plan first; where there is much, the rest waits folded."""
    # A field under another name comes first: under its own name it may answer what else is missing.
    ordered = sorted(findings, key=lambda one: (not _is_name(one), _ORDER.index(one.severity)))
    open_ones = [one for one in ordered if not _is_left(one)]
    with st.container(key="pb-findings", gap="small"):
        _show_some(open_ones[:_MOST_OPEN], use, 0, in_form=in_form)
        rest = open_ones[_MOST_OPEN:]
        if rest:
            with st.expander("More thoughts", **state.kept("playbook.rest_open", False)):
                _show_some(rest, use, _MOST_OPEN, in_form=in_form)
        left = [one for one in ordered if _is_left(one)]
        if left:
            words = f"Bring back {count(len(left), 'thought')} you left"
            st.button(words, key="pb-bring-back", type="tertiary", on_click=_take_up, args=(left,))


def _show_some(findings: Sequence[Finding], use: Use, first: int, *, in_form: bool) -> None:
    for number, finding in enumerate(findings, first):
        _show_one(finding, use, number, in_form=in_form)


def _is_left(finding: Finding) -> bool:
    # What stops every plan cannot be left: the pattern could not be added.
    return finding.severity is not Severity.STOP and state.is_left(finding)


def _is_name(finding: Finding) -> bool:
    return bool(_ONLY_A_NAME.match(finding.rewrite))


def _take_up(findings: Sequence[Finding]) -> None:
    for finding in findings:
        state.take_up(finding)


def _show_one(finding: Finding, use: Use, number: int, *, in_form: bool) -> None:
    with st.container(key=f"thought-{finding.severity.value}-pb-{number}", gap="xxsmall"):
        show_html(render_finding(finding, in_form=in_form))
        with st.container(horizontal=True, gap="medium", key=f"pb-do-{number}", vertical_alignment="center"):
            if finding.rewrite:
                is_whole = "…" not in rewrite_of(finding) or _is_name(finding)
                words = "Use this" if is_whole else "Begin with this"
                st.button(words, key=f"use-pb-{number}", on_click=use, args=(finding,))
            if finding.severity is not Severity.STOP:
                st.button("Leave it", key=f"leave-pb-{number}", type="tertiary", on_click=state.leave, args=(finding,))


def render_finding(finding: Finding, *, in_form: bool) -> str:
    """Return a finding as HTML: how much it weighs, the field, the line, what and why, and what could stand there."""
    mark = tag("span", SEVERITY_MARK[finding.severity], "c-thought-mark", aria_hidden="true")
    line = line_of(finding)
    place = f", line {line}" if line and not in_form else ""
    where = tag("span", esc(field_words(finding.where) + place), "c-pb-where")
    head = tag("p", mark + SEVERITY[finding.severity] + where, f"c-thought-h c-{finding.severity.value}")
    say = _in_our_words if in_form else _with_code
    rest = tag("p", say(message_of(finding)), "c-thought-what") + tag("p", say(finding.why), "c-thought-why")
    if finding.way_forward and not finding.way_forward.startswith("Write, for instance:"):
        rest += tag("p", say(finding.way_forward), "c-next")
    return tag("div", head + rest + _offer(finding, in_form=in_form), "c-thought")


def field_words(where: str) -> str:
    """Return the name of a field as the form says it; one that the form does not know keeps its own."""
    step = _STEP.match(where)
    if step:
        field = f", {_STEP_FIELDS.get(step[2], step[2])}" if step[2] else ""
        return f"Step {int(step[1]) + 1}{field}"
    return _FIELDS.get(where, where)


def _offer(finding: Finding, *, in_form: bool) -> str:
    said = rewrite_of(finding)
    if not said:
        return ""
    words = said.removesuffix(" …") if _is_name(finding) else _plain(said) if in_form else said
    could = "It could be called" if _is_name(finding) else "It could say"
    heading = tag("p", "It could begin like this" if "…" in words else could, "c-offer-h")
    return tag("div", heading + tag("pre", esc(words), "c-pb-yaml c-pb-plain" if in_form else "c-pb-yaml"), "c-offer")


def _plain(said: str) -> str:
    """Return what a rewrite says without the marks of YAML, for a form."""
    try:
        fields = yaml.load(said, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return said
    if isinstance(fields, dict) and len(fields) == 1 and isinstance(value := next(iter(fields.values())), str):
        return value
    return "\n".join(_rows(fields)) if isinstance(fields, dict) else said


def _rows(fields: dict[str, Any]) -> list[str]:
    rows = []
    for name, value in fields.items():
        inner = value if isinstance(value, dict) else {}
        said = ", ".join(value) if isinstance(value, list) and all(isinstance(one, str) for one in value) else value
        if isinstance(said, str):
            rows.append(f"{field_words(name)}: {said}")
        rows += [f"{field_words(f'{name}.{key}')}: {text}" for key, text in inner.items()]
    return rows


def _in_our_words(text: str) -> str:
    named = _NAMED.sub(lambda found: f"“{field_words(found[1])}”", text)
    return _with_code(named)


def _with_code(text: str) -> str:
    pieces = text.replace("`coach playbook template`", "the template").split("`")
    return "".join(tag("code", esc(piece)) if i % 2 else esc(piece) for i, piece in enumerate(pieces))
