"""Reads the YAML of an own pattern as plain texts, lists and fields. What people write is data: nothing is executed.

Every scalar stays the text that was written: no dates, no booleans, no numbers, no tags. Anchors and aliases are not
read at all, so that a small file cannot unfold into a large one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, DocumentStartEvent, NodeEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .own_mending import mend

LARGEST = 64 * 1024
"""Bytes of one pattern's text; the longest that we know has six thousand."""
DEEPEST = 8
"""How deep lists and fields may stand in each other; a pattern needs four."""
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters and marks that turn the direction of writing: nobody sees them, and they garble what is shown."""
_NOTHING = frozenset({"", "~", "null"})
_SAYS = (
    ("mapping values are not allowed", "a colon inside a text makes it look like another field"),
    ("could not find expected ':'", "a line should be a field, with a colon and its text"),
    ("found character '\\t'", "a line begins with a tab; YAML wants spaces"),
    ("did not find expected", "something is indented differently from its neighbours, or a text needs quotation marks"),
    ("found unexpected end of stream", "a quotation mark or a bracket is opened and never closed"),
)


class UnreadableText(Exception):
    """The text is not one set of fields."""

    def __init__(self, message: str, way_forward: str, where: str = "text") -> None:
        """Keep what was seen and what to do about it."""
        super().__init__(message)
        self.message = message
        self.way_forward = way_forward
        self.where = where


@dataclass
class Fields:
    """What stands in the text."""

    values: dict[str, Any]
    """Field to text, list or further fields."""
    lines: dict[str, int] = field(default_factory=dict)
    """The line, from 1, on which each field begins, by its path: `steps[2].does`."""


def load_fields(text: str) -> Fields:
    """Read a text as fields.

    Raises:
        UnreadableText: It is too large, is not YAML, uses what we do not read, or holds no fields.
    """
    if len(text.encode("utf-8", "replace")) > LARGEST:
        raise UnreadableText(
            f"The text is larger than {LARGEST // 1024} KiB, and no pattern is.", "Give one pattern at a time."
        )
    text = without_unseen(text)
    if not text.strip():
        raise UnreadableText("There is nothing in it yet.", "Start from `coach playbook template`.")
    try:
        return _parse(text)
    except UnreadableText:
        # `does: {do} together` and `does: Say: hello` are what people write; quotation marks make them YAML.
        mended = mend(text)
        if mended == text:
            raise
        try:
            return _parse(mended)
        except UnreadableText:
            pass
        raise


def without_unseen(text: str) -> str:
    """Return the text without characters that nobody can see, and that some databases cannot keep."""
    return _UNSEEN.sub("", text.encode("utf-8", "replace").decode("utf-8"))


def _parse(text: str) -> Fields:
    try:
        _look_through(text)
        root = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, ValueError) as problem:
        raise _to_unreadable(problem) from problem
    lines: dict[str, int] = {}
    values = _to_plain(root, "", lines) if isinstance(root, MappingNode) else None
    if not isinstance(values, dict):
        raise UnreadableText(
            "This is a text or a list, and a pattern is a set of fields.",
            "Begin with `title: What you call it` and go on as in `coach playbook template`.",
        )
    return Fields(values, lines)


def _look_through(text: str) -> None:
    """Look at the text piece by piece before anything is built from it."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        documents += isinstance(event, DocumentStartEvent)
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > DEEPEST:
            raise UnreadableText("Lists and fields stand too deep in each other.", "A pattern needs four levels.")
        if documents > 1:
            raise UnreadableText("There is more than one pattern in it, parted by `---`.", "Give each its own file.")
        if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor):
            place = f"Line {event.start_mark.line + 1}" if event.start_mark else "It"
            raise UnreadableText(
                f"{place} uses `&` or `*` to point to another place, which is not read here.",
                "Write the text out; a text that begins with one of these signs needs quotation marks.",
            )


def _to_unreadable(problem: Exception) -> UnreadableText:
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    place = f"Near line {mark.line + 1}" if mark is not None else "Somewhere in it"
    said = str(getattr(problem, "problem", "") or problem)
    meant = next((ours for theirs, ours in _SAYS if theirs in said), "the YAML cannot be followed")
    return UnreadableText(
        f"{place}: {meant}.", 'Put the text of that line in quotation marks, as in `does: "Say: who waits on whom?"`.'
    )


def _to_plain(node: Node, path: str, lines: dict[str, int]) -> Any:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, ScalarNode):
        return "" if not node.style and node.value.lower() in _NOTHING else node.value
    if isinstance(node, SequenceNode):
        return [_to_plain(item, f"{path}[{place}]", lines) for place, item in enumerate(node.value)]
    assert isinstance(node, MappingNode)
    if node.flow_style and len(node.value) == 1 and _is_slot(*node.value[0]):
        return f"{{{node.value[0][0].value}}}"
    found: dict[str, Any] = {}
    for key, value in node.value:
        name = _to_name(key)
        where = f"{path}.{name}" if path else name
        if name in found:
            raise UnreadableText(
                f"`{where}` stands there twice, the second time on line {key.start_mark.line + 1}.",
                "Keep one of them.",
                where,
            )
        found[name] = _to_plain(value, where, lines)
        lines[where] = key.start_mark.line + 1
    return found


def _is_slot(key: Node, value: Node) -> bool:
    return isinstance(key, ScalarNode) and isinstance(value, ScalarNode) and not value.value


def _to_name(key: Node) -> str:
    if not isinstance(key, ScalarNode) or not key.value.strip():
        raise UnreadableText(
            f"Line {key.start_mark.line + 1} has a field without a plain name.", "Write it as `name: text`."
        )
    return str(key.value).strip()
