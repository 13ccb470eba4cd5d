"""Puts quotation marks round texts that YAML would misread, where people could only have meant a text. Pure."""

from __future__ import annotations

import json
import re

_LINE = re.compile(r"^(?P<head>\s*(?:-\s+)*(?:[A-Za-z][\w -]{0,30}:\s+)?)(?P<value>\S.*?)\s*$")
_FIELD_OR_ITEM = re.compile(r"^\s*(?:-\s|[A-Za-z][\w -]{0,30}:(?:\s|$)|#)")
_BLOCK = re.compile(r"(?:^|\s)[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
_STARTS_BADLY = re.compile(r"^(?:\{\w+\}|[*&!%@`])")
_QUOTED_OR_FLOW = re.compile(r"^[\"'\[{|>]")


def mend(text: str) -> str:
    """Return the text with tabs as spaces, and with quotation marks where a value would be misread."""
    lines = [_with_spaces(line) for line in text.splitlines()]
    mended: list[str] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        if _BLOCK.search(line):
            end = _end_of_block(lines, place)
            mended.extend(lines[place:end])
            place = end
            continue
        match = _LINE.match(line)
        if match is None or not match["head"].strip() or not _needs_quotes(match["value"]):
            mended.append(line)
            place += 1
            continue
        end = _end_of_value(lines, place)
        value = " ".join([match["value"], *(each.strip() for each in lines[place + 1 : end])]).strip()
        mended.append(match["head"] + json.dumps(value, ensure_ascii=False))
        place = end
    return "\n".join(mended) + "\n"


def _needs_quotes(value: str) -> bool:
    if _STARTS_BADLY.match(value):
        return True
    return not _QUOTED_OR_FLOW.match(value) and (": " in value or value.endswith(":"))


def _with_spaces(line: str) -> str:
    lead = line[: len(line) - len(line.lstrip())]
    return lead.replace("\t", "  ") + line[len(lead) :]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _end_of_block(lines: list[str], place: int) -> int:
    end = place + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > _indent(lines[place])):
        end += 1
    return end


def _end_of_value(lines: list[str], place: int) -> int:
    """Return where a text that goes on over several lines ends."""
    end = place + 1
    while end < len(lines) and lines[end].strip():
        if _indent(lines[end]) <= _indent(lines[place]) or _FIELD_OR_ITEM.match(lines[end]):
            break
        end += 1
    return end
