"""What to have ready, in the order in which it comes up: a week before, two days before, an hour before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..markup import esc, items, tag
from ..wording import count

_TIMED = re.compile(r"^(?P<when>[^:()]{3,40}?)\s*\((?P<minutes>\d{1,3}) min\):\s*(?P<task>\S.*)$", re.DOTALL)
_THINGS = "To have there"


def render_prepare(lines: Sequence[str]) -> str:
    """Return the preparation by when it is done; lines that name no time stand together at the end."""
    if not lines:
        return ""
    found = [match for line in lines if (match := _TIMED.match(line))]
    things = [line for line in lines if not _TIMED.match(line)]
    if not found:
        return tag("p", "Have ready", "c-sub") + items(tuple(things))
    takes = count(sum(int(match["minutes"]) for match in found), "minute")
    head = tag("p", "Have ready" + tag("span", f"{takes} in all", "c-tone"), "c-sub")
    whens = dict.fromkeys(match["when"].strip() for match in found)
    stages = "".join(_stage(when, [one for one in found if one["when"].strip() == when]) for when in whens)
    rest = tag("p", _THINGS, "c-when") + items(tuple(things)) if things else ""
    return head + stages + rest


def _stage(when: str, tasks: Sequence[re.Match[str]]) -> str:
    rows = "".join(
        tag("li", esc(_begin(one["task"])) + tag("span", f"{one['minutes']} min", "c-tone c-num")) for one in tasks
    )
    return tag("p", esc(when), "c-when") + tag("ul", rows, "c-list")


def _begin(text: str) -> str:
    return text[:1].upper() + text[1:]
