"""Puts the words that a finding offers into the text of a pattern: only the lines that it is about change. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coach.models import Finding, ReadPattern, Severity

_FIELD = re.compile(r"^([a-z_]+):(?:\s|$)")
_KEY = re.compile(r"^(?P<lead>\s*(?:-\s+)*)(?P<name>[A-Za-z][\w -]*?)\s*:(?:\s|$)")
_ITEM = re.compile(r"^(\s*)-(\s+|$)")
_OLD_WORDS = re.compile(r"…\"\s+# (.+)$")
_LINE = re.compile(r"^Line (\d+): ")


@dataclass(frozen=True)
class _Span:
    """Where something stands: its lines, and the column at which its words begin."""

    start: int
    end: int
    column: int


def line_of(finding: Finding) -> int | None:
    """Return the line of the text that a finding is about, when it names one."""
    found = _LINE.match(finding.message)
    return int(found[1]) if found else None


def message_of(finding: Finding) -> str:
    """Return what a finding says, without the line."""
    return _LINE.sub("", finding.message)


def rewrite_of(finding: Finding) -> str:
    """Return the words that a finding offers; where it leaves a gap for the earlier words, these stand in it."""
    old = _OLD_WORDS.search(finding.rewrite)
    if old is None:
        return finding.rewrite
    words = json.dumps(old[1][:1].lower() + old[1][1:], ensure_ascii=False)[1:-1]
    return finding.rewrite[: old.start()] + words + '"'


def mend_text(text: str, finding: Finding, read: Callable[[str], ReadPattern]) -> str | None:
    """Return the text with the words of a finding in place; None when that would not mend it."""
    mended = put_in(text, finding)
    if mended is None or mended == text:
        return None
    after = read(mended).findings
    # A text that can no longer be read is said with nothing to put in its place.
    lost = any(one.check == "P1" and one.severity is Severity.STOP and not one.rewrite for one in after)
    return None if lost or is_there(finding, after) else mended


def is_there(finding: Finding, findings: Sequence[Finding]) -> bool:
    """Return whether a finding is among others, on whichever line."""
    said = [(one.check, one.where, message_of(one)) for one in findings]
    return (finding.check, finding.where, message_of(finding)) in said


def put_in(text: str, finding: Finding) -> str | None:
    """Return the text with the words of a finding in place, or None when there is no place for them."""
    lines, said = text.splitlines(), rewrite_of(finding).rstrip()
    blocks = _blocks(said)
    if not said:
        return None
    if blocks is None:
        return _set(lines, finding.where, lambda name: [f"{name}: {json.dumps(said, ensure_ascii=False)}"])
    if len(blocks) > 1:
        paths = [
            f"steps[{place}].share" if finding.where == "steps" else name for place, (name, _) in enumerate(blocks)
        ]
        done: str | None = text
        for path, (_, block) in zip(paths, blocks, strict=True):
            done = _set(done.splitlines(), path, _always(block)) if done is not None else None
        return done
    name, block = blocks[0]
    if block == [f"{name}: …"]:
        return _rename(lines, finding.where, name)
    path = _step_without(lines, name) if finding.where == "steps" != name else _path_of(finding.where, name)
    return _set(lines, path, _always(block)) if path else None


def _step_without(lines: Sequence[str], name: str) -> str:
    """Return the path of a field in the first step that does not have it; empty when all have it."""
    place = 0
    while _find(lines, f"steps[{place}]"):
        if _find(lines, f"steps[{place}].{name}") is None:
            return f"steps[{place}].{name}"
        place += 1
    return ""


def _always(block: list[str]) -> Callable[[str], list[str]]:
    return lambda _: block


def _blocks(said: str) -> list[tuple[str, list[str]]] | None:
    """Return the fields that words consist of; None when they are one text."""
    found: list[tuple[str, list[str]]] = []
    for line in said.splitlines():
        match = _FIELD.match(line)
        if match:
            found.append((match[1], [line]))
        elif found and line.startswith((" ", "-")):
            found[-1][1].append(line)
        else:
            return None
    return found or None


def _path_of(where: str, name: str) -> str:
    if where == "text" or where.rsplit(".", 1)[-1] == name:
        return name if where == "text" else where
    return f"{where}.{name}" if where.endswith("]") else ".".join([*where.split(".")[:-1], name])


def _set(lines: list[str], path: str, block_for: Callable[[str], list[str]]) -> str | None:
    block = block_for(path.rsplit(".", 1)[-1])
    span = _find(lines, path)
    if span is not None:
        lead = lines[span.start][: span.column]
        new = [lead + block[0], *(" " * span.column + line for line in block[1:])]
        return _joined([*lines[: span.start], *new, *lines[span.end :]])
    if "." not in path:
        return None if path.endswith("]") else _joined([*lines, *block])
    around = _find(lines, path.rsplit(".", 1)[0])
    if around is None:
        return None
    column = _inner_column(lines, around)
    new = [" " * column + line for line in block]
    return _joined([*lines[: around.end], *new, *lines[around.end :]])


def _rename(lines: list[str], where: str, name: str) -> str | None:
    span = _find(lines, where)
    if span is None:
        return None
    line = lines[span.start]
    return _joined(
        [*lines[: span.start], line[: span.column] + name + line[line.index(":") :], *lines[span.start + 1 :]]
    )


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"


# -- finding a place -------------------------------------------------------------------------------
def _find(lines: Sequence[str], path: str) -> _Span | None:
    span: _Span | None = _Span(0, len(lines), 0)
    for name, place in re.findall(r"([^.\[\]]+)|\[(\d+)\]", path):
        if span is None:
            return None
        span = _find_field(lines, span, name) if name else _find_item(lines, span, int(place))
    return span


def _find_field(lines: Sequence[str], within: _Span, name: str) -> _Span | None:
    column = _inner_column(lines, within) if within.start or within.column else 0
    for place in range(within.start, within.end):
        found = _KEY.match(lines[place])
        if found and len(found["lead"]) == column and _plain(found["name"]) == _plain(name):
            return _Span(place, _end(lines, place + 1, within.end, column), column)
    return None


def _find_item(lines: Sequence[str], within: _Span, number: int) -> _Span | None:
    starts = [place for place in range(within.start + 1, within.end) if _ITEM.match(lines[place])]
    if not starts:
        return None
    dash = _indent(lines[starts[0]])
    starts = [place for place in starts if _indent(lines[place]) == dash]
    if number >= len(starts):
        return None
    end = starts[number + 1] if number + 1 < len(starts) else within.end
    found = _ITEM.match(lines[starts[number]])
    return _Span(starts[number], _trimmed(lines, starts[number], end), len(found[0]) if found else dash + 2)


def _inner_column(lines: Sequence[str], span: _Span) -> int:
    """Return the column at which the fields within a field or an item begin."""
    if _ITEM.match(lines[span.start]) and span.column > _indent(lines[span.start]):
        return span.column
    inner = (place for place in range(span.start + 1, span.end) if lines[place].strip())
    first = next(inner, None)
    return _indent(lines[first]) if first is not None else span.column + 2


def _end(lines: Sequence[str], start: int, end: int, column: int) -> int:
    for place in range(start, end):
        line = lines[place]
        is_words = bool(line.strip()) and not line.lstrip().startswith("#")
        ours = _indent(line) > column or (_indent(line) == column and bool(_ITEM.match(line)))
        if is_words and not ours:
            return _trimmed(lines, start - 1, place)
    return _trimmed(lines, start - 1, end)


def _trimmed(lines: Sequence[str], start: int, end: int) -> int:
    """Return the end without the empty lines and remarks before what comes next."""
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _plain(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip().lower())
