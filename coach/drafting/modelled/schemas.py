"""The JSON schemas of what a model is asked to answer with, made from the shapes."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from .brief_shape import AnswerDraft, PageDraft
from .reply_shape import ReplyDraft
from .shapes import MendDraft, OutcomesDraft, PlanDraft, RewritesDraft


def to_schema(shape: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON schema of a shape in the strict form that providers take: closed, and every field required.

    Bounds are left out: not every provider knows them, and what comes back is checked here anyway.
    """
    tight: dict[str, Any] = _tighten(shape.model_json_schema())
    return tight


def _tighten(node: Any) -> Any:
    if isinstance(node, list):
        return [_tighten(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _tighten(value) for key, value in node.items() if key in _KEPT}
    for name in ("properties", "$defs"):
        if name in node:
            kept[name] = {key: _tighten(value) for key, value in node[name].items()}
    if "properties" in node:
        kept |= {"required": list(node["properties"]), "additionalProperties": False}
    return _without_null(kept)


def _without_null(node: dict[str, Any]) -> dict[str, Any]:
    # An optional field is asked for all the same, and only reading is lenient: null would be a way to leave it out.
    choices = [item for item in node.get("anyOf", ()) if item.get("type") != "null"]
    return choices[0] if len(choices) == 1 else node


_KEPT = frozenset({"type", "enum", "items", "anyOf", "const", "$ref"})


SCHEMAS: dict[str, type[BaseModel]] = {
    "draft/_plan-v1.json": PlanDraft,
    "draft/_mend-v1.json": MendDraft,
    "draft/_outcomes-v1.json": OutcomesDraft,
    "draft/_rewrites-v1.json": RewritesDraft,
    "draft/_reply-v1.json": ReplyDraft,
    "draft/_page-v1.json": PageDraft,
    "draft/_answer-v1.json": AnswerDraft,
}
"""The schema files that prompts name, and the shapes that they are made from."""
