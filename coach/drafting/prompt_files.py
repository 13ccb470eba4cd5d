"""Prompt files: found by task and number, taken apart, and named by what they hold.

prompts/<task>/v1.md      a header in YAML, then `# System` and `# User`
prompts/<task>/_….md      what several prompts of a family share; numbered as well
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from pydantic import Field, ValidationError

from coach.errors import PromptProblem
from coach.models.base import Word

_TASK = re.compile(r"[A-Za-z][\w-]*(?:/[A-Za-z][\w-]*)*")
_FILE = re.compile(r"v([1-9]\d*)\.md")
_HEAD = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)
_PARTS = re.compile(r"\s*# System\n(.*?)\n# User\n(.*)", re.DOTALL)


class Head(Word):
    """What stands at the top of a prompt file."""

    purpose: str
    """What the prompt is for, in one sentence."""
    inputs: dict[str, str]
    """What is put in, each with its meaning."""
    answer: str | dict[str, Any] | None = Field(default=None, alias="schema")
    """The JSON schema of the answer: in place, or the name of a shared file; free text when left out."""
    reasons: str
    """Why it is worded as it is, for whoever writes the next version."""
    about: dict[str, Any] = Field(default_factory=dict)
    """Words of our own that the text draws on, such as a criterion's question."""


class Prompt(Word):
    """One version of one prompt."""

    task: str
    """What it is for: its folder, such as `judge/O2`."""
    version: int
    """Its number."""
    purpose: str
    """What it is for, in one sentence."""
    inputs: dict[str, str]
    """What is put in, each with its meaning."""
    answer_schema: dict[str, Any] | None
    """The JSON schema of the answer; nothing for free text."""
    about: dict[str, Any]
    """Words of our own that the text draws on."""
    system: str
    """The instructions, as a template."""
    user: str
    """The data, as a template."""
    folder: Path
    """Where shared parts are looked for."""
    sha256: str
    """A hash over the file and every shared file that it draws on."""

    @property
    def label(self) -> str:
        """Return task and number: `judge/O2 v1`."""
        return f"{self.task} v{self.version}"

    def about_as(self, other: Prompt) -> Prompt:
        """Return this prompt speaking about what another one, of ours as well, is about."""
        return self.model_copy(update={"about": {**self.about, **other.about}})


def list_versions(folder: Path, task: str) -> list[int]:
    """Return a task's numbers, lowest first; none when the task is unknown."""
    if not _TASK.fullmatch(task):
        raise PromptProblem(f"{task!r} cannot be a prompt's name.")
    found = (_FILE.fullmatch(path.name) for path in (folder / task).glob("v*.md"))
    return sorted(int(match[1]) for match in found if match)


def list_tasks(folder: Path, family: str = "") -> list[str]:
    """Return the names of all prompts, or of those under one folder, by name."""
    top = folder / family
    found = (path for path in top.rglob("v*.md") if _FILE.fullmatch(path.name))
    return sorted({path.parent.relative_to(folder).as_posix() for path in found})


def load_prompt(folder: Path, task: str, version: int) -> Prompt:
    """Return one version of a prompt; raise PromptProblem with what is wrong in the file."""
    name = f"{task}/v{version}.md"
    text = read_shared(folder, name)
    head, body = _read_head(name, text)
    parts = _PARTS.fullmatch(body)
    if not parts or any(len(re.findall(rf"^# {part}$", body, re.MULTILINE)) != 1 for part in ("System", "User")):
        raise PromptProblem(f"{name} has not one `# System` followed by one `# User`.")
    shared = _list_shared(folder, body)
    if isinstance(head.answer, str):
        shared.append(head.answer)
    whole = "".join(f"{part}\n{read_shared(folder, part)}\n" for part in sorted(set(shared)))
    return Prompt(
        task=task,
        version=version,
        purpose=head.purpose,
        inputs=head.inputs,
        answer_schema=_read_schema(folder, head.answer),
        about=head.about,
        system=parts[1].strip(),
        user=parts[2].strip(),
        folder=folder,
        sha256=hashlib.sha256((text + whole).encode()).hexdigest(),
    )


def read_shared(folder: Path, name: str) -> str:
    """Return the text of a file under the prompts' folder, and of no other."""
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts:
        raise PromptProblem(f"{name} lies outside the prompts' folder.")
    try:
        return (folder / parts).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PromptProblem(f"The prompt file {name} cannot be read.") from error


def _read_head(name: str, text: str) -> tuple[Head, str]:
    match = _HEAD.fullmatch(text)
    if not match:
        raise PromptProblem(f"{name} does not begin with a header between two lines of `---`.")
    try:
        return Head.model_validate(yaml.safe_load(match[1])), match[2]
    except (yaml.YAMLError, ValidationError) as error:
        raise PromptProblem(f"The header of {name} does not hold together: {error}") from error


def _read_schema(folder: Path, answer: str | Mapping[str, Any] | None) -> dict[str, Any] | None:
    if not isinstance(answer, str):
        return dict(answer) if answer is not None else None
    try:
        found = json.loads(read_shared(folder, answer))
    except json.JSONDecodeError as error:
        raise PromptProblem(f"The schema {answer} is not JSON: {error}") from error
    if not isinstance(found, dict):
        raise PromptProblem(f"The schema {answer} is not an object.")
    return found


def _list_shared(folder: Path, text: str) -> list[str]:
    # Includes are written out in full, so that what a prompt is made of can be told without rendering it.
    found = re.findall(r"{%-?\s*include\s+\"([^\"]+)\"\s*-?%}", text)
    if len(found) != len(re.findall(r"{%-?\s*(?:include|import|from|extends)\b", text)):
        raise PromptProblem('A prompt draws on other files by `{% include "name" %}` and in no other way.')
    return found + [deeper for name in found for deeper in _list_shared(folder, read_shared(folder, name))]
