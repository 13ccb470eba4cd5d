"""Reads a community's own pattern from the text that somebody wrote.

A short form is enough: `title`, `what_members_do`, `steps` (`who`, `minutes`, `does`), `roles` and `artefact`. What is
left out is read from the rest or stands as something plain, and the findings say so. Nothing is refused for its style.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from coach.models import Finding, ReadPattern, Severity
from coach.models.playbook import Pattern

from .lint import lint_pattern
from .loader import Playbook
from .own_shape import to_pattern_fields
from .own_shaping import Shaping
from .own_words import EXAMPLES, STEP_EXAMPLES
from .own_yaml import UnreadableText, load_fields

TEMPLATE = """\
# An activity of your own. Replace the texts; lines that begin with # are only for you.
# {do} stands for what people want to be able to do ("map complex systems"), {doing} for the same as "mapping complex
# systems", {topic} for what it is about, {a_draft} and {draft} for what a first version is ("a rough map", "map").
# A text that begins with { needs quotation marks.

title: The wall of half-finished letters
what_members_do: "{do}, in pairs, on one piece that somebody has to hand in this month"
artefact: "{a_draft} with two remarks in the margin"

steps:
  - who: everyone
    minutes: 5
    does: Lay out your piece as it is, and write above it what it has to do for whoever gets it.
  - who: pairs
    minutes: 25
    does: "Take one of the two pieces and {do}. Whoever brought it holds the pen; the other stops you at each word
      that you'd have to explain."
  - who: everyone
    minutes: 10
    does: "What changed on your page? What was harder than you thought? What does that tell us about {doing}?
      Write down the one line that you'll use on Monday."

roles:
  newcomer: Say back in your own words what you heard. What doesn't come back isn't on the page yet.
  regular: Bring the piece, hold the pen and decide what changes.
  expert: Ask one question before each piece of advice, and leave the pen where it is.

# All of these may be left out.
# minutes: 30 to 60
# people: 4 to 24
# modes: [in_person, online, hybrid]
# families: [make, examine]          # make, examine, decide, explain, relate, operate
# levels: [apply, analyse]           # remember, understand, apply, analyse, evaluate, create
# good_for: [write plain decision letters, rewrite a form]   # outcomes that it suits best; plans look for these
# real_work: one letter that is still on your desk
# materials: [The pieces, printed large]
# bring: Bring one letter that you have to send this month, as it is.
# norm: Half-done is welcome here.
# credit: An idea of Nell's, tried with us in spring
"""
"""What to start from; it reads without a finding."""


def read_pattern(text: str, playbook: Playbook) -> ReadPattern:
    """Read an own pattern; what is wrong comes back as findings, with the field and an example of what to write.

    Args:
        text: YAML, as somebody wrote it; never run, whatever it says.
        playbook: Knows the verbs, and which ids are taken.
    """
    try:
        fields = load_fields(text)
    except UnreadableText as problem:
        return ReadPattern(pattern=None, findings=(_unreadable(problem),))
    shaping = Shaping(playbook.lexicon, frozenset(item.id for item in playbook.patterns))
    shaped = to_pattern_fields(fields.values, shaping)
    pattern = None
    if not any(item.severity is Severity.STOP for item in shaping.findings):
        pattern = _validate(shaped, shaping)
    findings = list(shaping.findings)
    if pattern is not None:
        findings += [*lint_pattern(pattern, playbook), *_say_assumed(shaping)]
    return ReadPattern(pattern=pattern, findings=tuple(_with_line(item, fields.lines) for item in findings))


def _validate(shaped: dict[str, Any], shaping: Shaping) -> Pattern | None:
    try:
        return Pattern.model_validate(shaped)
    except ValidationError as problem:
        for error in problem.errors(include_url=False):
            where = _to_where(error["loc"]) or _named_in(error["msg"])
            name = re.split(r"[.\[]", where)[0]
            last = re.sub(r"\[\d+\]$", "", where).rsplit(".", 1)[-1]
            is_step = name == "steps" and last in STEP_EXAMPLES
            example = STEP_EXAMPLES[last] if is_step else EXAMPLES.get(name, f"{last}: …")
            shaping.stop(where, _say_wrong(where, error), example)
        return None


def _to_where(loc: Sequence[int | str]) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc).lstrip(".")


def _named_in(message: str) -> str:
    """Return the field that a rule about the whole speaks of."""
    return next((name for name in Pattern.model_fields if re.search(rf"\b{name}\b", message)), "text")


def _say_wrong(where: str, error: Any) -> str:
    kind, said = error["type"], error["msg"]
    given = error.get("input")
    shown = f" “{given[:40]}”" if isinstance(given, str) else ""
    if kind in {"enum", "literal_error"}:
        choices = re.sub(r"'", "", str(error.get("ctx", {}).get("expected", "")))
        return f"`{where}` says{shown}; it takes {choices}."
    if kind == "missing":
        return f"`{where}` is missing."
    if kind == "extra_forbidden":
        return f"There is no field `{where}`."
    if kind.startswith(("int", "float", "greater", "less", "finite")):
        return f"`{where}` says{shown}, which is no number that fits."
    if kind.startswith("string"):
        return f"`{where}` takes one text."
    return f"`{where}`: {said.removeprefix('Value error, ')}."


def _unreadable(problem: UnreadableText) -> Finding:
    return Finding(
        check="P1",
        severity=Severity.STOP,
        where=problem.where,
        message=problem.message,
        why="Only what can be read can become part of a plan.",
        way_forward=problem.way_forward,
    )


def _say_assumed(shaping: Shaping) -> list[Finding]:
    if not shaping.assumed:
        return []
    lines = [f"{name}: {_as_yaml(value)}" for name, value in shaping.assumed.items()]
    names = ", ".join(f"`{name}`" for name in shaping.assumed)
    return [
        Finding(
            check="P6",
            severity=Severity.QUESTION,
            where="text",
            message=f"You left out {names}, so that was read from the rest.",
            why="Coach chooses activities by these, and you know better than it can guess.",
            way_forward="Keep it if it's right; otherwise write the line that differs.",
            rewrite="\n".join(lines),
        )
    ]


def _as_yaml(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False).replace('"', "")


def _with_line(finding: Finding, lines: dict[str, int]) -> Finding:
    where = finding.where
    while where and where not in lines:
        where = re.sub(r"(?:\.[^.\[\]]*|\[\d+\]|^[^.\[\]]+)$", "", where)
    if not where:
        return finding
    return finding.model_copy(update={"message": f"Line {lines[where]}: {finding.message}"})
