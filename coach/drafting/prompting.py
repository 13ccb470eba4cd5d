"""Prompts: read by task and number, and filled with plain data that cannot pass for instructions.

A template may put out three things: words of our own (its `about`), numbers, and data in a fence
(`{{ suggestion | fenced("suggestion") }}`). Anything else is refused, and so is data in the system's part.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from coach.errors import PromptProblem
from coach.locate import prompts_folder

from .fencing import Fenced, fence
from .prompt_files import Prompt, list_tasks, list_versions, load_prompt, read_shared

__all__ = ["Prompt", "list_prompts", "read_prompt", "render", "render_system"]

Plain = str | int | list[Any] | dict[str, Any]
"""What may be put into a prompt: text, whole numbers, and lists and mappings of them."""


class _Own(str):
    """Words from a prompt file: ours, so they may stand anywhere."""

    __slots__ = ()


def list_prompts(family: str = "", folder: Path | None = None) -> list[str]:
    """Return the names of all prompts, or of those of a family such as `judge`."""
    return list_tasks(folder or prompts_folder(), family)


def read_prompt(task: str, version: int | None = None, folder: Path | None = None) -> Prompt:
    """Return a prompt.

    Args:
        task: Its name, such as `judge/O2`.
        version: Its number; the newest when left out.
        folder: Where prompts lie; the product's own folder when left out.

    Raises:
        PromptProblem: There is no such prompt, or the file does not hold together.
    """
    folder = folder or prompts_folder()
    known = list_versions(folder, task)
    if not known or (version is not None and version not in known):
        wanted = task if version is None else f"{task} v{version}"
        raise PromptProblem(f"There is no prompt {wanted}.")
    return load_prompt(folder, task, version if version is not None else known[-1])


def render(prompt: Prompt, **values: Plain) -> tuple[str, str]:
    """Return the system's and the user's part, filled.

    Raises:
        PromptProblem: A value is missing, not asked for, or not plain; or the template puts out unfenced data.
    """
    _refuse_other_inputs(prompt, values)
    for name, value in values.items():
        _refuse_unplain(name, value)
    # The system's part is never shown the values: an instruction cannot hold data, whatever the file says.
    return render_system(prompt), _fill(prompt, prompt.user, {**values, "about": _to_own(prompt.about)})


def render_system(prompt: Prompt) -> str:
    """Return the system's part alone: it holds no data."""
    return _fill(prompt, prompt.system, {"about": _to_own(prompt.about)})


def _refuse_other_inputs(prompt: Prompt, values: dict[str, Plain]) -> None:
    missing, unknown = prompt.inputs.keys() - values.keys(), values.keys() - prompt.inputs.keys()
    if missing or unknown:
        wrong = [f"{name} is missing" for name in sorted(missing)]
        wrong += [f"{name} is not asked for" for name in sorted(unknown)]
        raise PromptProblem(f"{prompt.label} cannot be filled: {', '.join(wrong)}.")


def _refuse_unplain(name: str, value: object) -> None:
    # Exact types: an object that only behaves like text could bring methods along.
    if type(value) is list:
        for item in value:
            _refuse_unplain(name, item)
    elif type(value) is dict:
        for key, item in value.items():
            _refuse_unplain(name, key)
            _refuse_unplain(name, item)
    elif type(value) not in (str, int):
        raise PromptProblem(
            f"A prompt takes text, whole numbers, lists and mappings; {name} has a {type(value).__name__}."
        )


def _fill(prompt: Prompt, text: str, values: dict[str, Any]) -> str:
    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: read_shared(prompt.folder, name)),
        undefined=StrictUndefined,
        autoescape=False,  # a prompt is no web page
        finalize=_allow,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["fenced"] = fence
    try:
        return environment.from_string(text).render(values).strip()
    except (TemplateError, ValueError, TypeError) as error:
        raise PromptProblem(f"{prompt.label} cannot be filled: {error}.") from error


def _allow(value: object) -> object:
    if isinstance(value, StrictUndefined):
        return value  # which says by itself what is missing
    if type(value) in (Fenced, _Own, int):
        return value
    raise ValueError("a template puts out data without `| fenced(label)`")


def _to_own(value: object) -> Any:
    if isinstance(value, dict):
        return {key: _to_own(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_to_own(item) for item in value]
    return _Own(value) if isinstance(value, str) else value
