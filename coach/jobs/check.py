"""Read what is handed to `check`: plans of ours or another product's, lists of review prompts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from coach.errors import BadPlanFile
from coach.models import SessionPlan

LARGEST_FILE = 5_000_000
_PROBLEMS_SHOWN = 3


def read_plan_file(path: Path) -> SessionPlan:
    """Read a plan: the plan itself, or an object that holds it under `plan`.

    Raises:
        BadPlanFile: It cannot be read, is not JSON, or is not a plan; the message says where.
    """
    loaded = _load_json(_read_text(path), path)
    if isinstance(loaded, dict) and isinstance(loaded.get("plan"), dict):
        loaded = loaded["plan"]
    try:
        return SessionPlan.model_validate(loaded)
    except ValidationError as error:
        raise BadPlanFile(f"{path.name} is not a plan that we can read: {_describe(error)}.") from error


def read_review_file(path: Path) -> list[str]:
    """Read review prompts: one on each line, or JSON (a list, or an object with `prompts`).

    Raises:
        BadPlanFile: It cannot be read or holds no prompt.
    """
    text = _read_text(path)
    if text.lstrip().startswith(("[", "{")):
        prompts = _prompts_of(_load_json(text, path))
    else:
        prompts = [line.strip().lstrip("-*•0123456789.) ").strip() for line in text.splitlines()]
    kept = [prompt for prompt in prompts if prompt]
    if not kept:
        raise BadPlanFile(f"{path.name} holds no prompts.", "Write one question on each line.")
    return kept


def _prompts_of(loaded: Any) -> list[str]:
    if isinstance(loaded, dict):
        loaded = loaded.get("prompts", loaded.get("review", []))
        return _prompts_of(loaded) if isinstance(loaded, (dict, list)) else []
    texts = [item.get("text", "") if isinstance(item, dict) else item for item in loaded]
    return [text.strip() for text in texts if isinstance(text, str)]


def _read_text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BadPlanFile(f"{path.name} is larger than {LARGEST_FILE // 1_000_000} MB, which no plan is.")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadPlanFile(f"{path} cannot be read ({error.strerror or error}).", "Check the path.") from error
    except UnicodeDecodeError as error:
        raise BadPlanFile(f"{path.name} is not a UTF-8 text file.") from error


def _load_json(text: str, path: Path) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno}: {error.msg})" if isinstance(error, json.JSONDecodeError) else ""
        raise BadPlanFile(f"{path.name} is not readable JSON{where}.") from error


def _describe(error: ValidationError) -> str:
    problems = error.errors(include_url=False, include_context=False, include_input=False)
    shown = [f"{'.'.join(str(step) for step in item['loc']) or 'top'}: {item['msg']}" for item in problems]
    more = f" and {len(shown) - _PROBLEMS_SHOWN} more" if len(shown) > _PROBLEMS_SHOWN else ""
    return "; ".join(shown[:_PROBLEMS_SHOWN]) + more
