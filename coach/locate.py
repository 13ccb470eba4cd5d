"""Where the parts that are not Python modules of `coach` live: the same answer in a checkout and in a wheel.

In a checkout `ui/` and `prompts/` stand beside `coach/`. In a wheel the build puts them inside it, as `coach/_ui`
and `coach/_prompts`. The current folder is never asked: a person's own `ui/` or `prompts/` must not be taken for
ours.
"""

from __future__ import annotations

from pathlib import Path

_COACH = Path(__file__).resolve().parent


def pages_folder() -> Path:
    """Return the folder of the app's pages; `app.py` in it is the entry script."""
    return _inside_or_beside("_ui", "ui")


def prompts_folder() -> Path:
    """Return the folder of the prompt files."""
    return _inside_or_beside("_prompts", "prompts")


def embedder_folder() -> Path:
    """Return the folder of the built embedder: the graph, its tokenizer and their licence."""
    return _COACH / "_minilm"


def recogniser_folder() -> Path:
    """Return the folder of the built recogniser: what tells which situation a host is in."""
    return _COACH / "_recogniser"


def demo_folder() -> Path:
    """Return the folder of the demo community."""
    return _COACH / "demo"


def _inside_or_beside(inside: str, beside: str) -> Path:
    # Inside comes first: beside an installed `coach` lies everything else that is installed.
    packed = _COACH / inside
    return packed if packed.is_dir() else _COACH.parent / beside
