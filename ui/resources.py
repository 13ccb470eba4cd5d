"""What all visitors of one process share: the coach, work that is going on, and what people typed.

Tests and other launchers hand in a coach of their own with `use_coach` before the first page runs; that is the
only seam, and nothing in Streamlit has to be replaced for it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import streamlit as st

from coach.errors import CoachError

from .long_work import LongWorks

if TYPE_CHECKING:
    from coach.service import Coach

_builders: list[Callable[[], Any]] = []


def use_coach(build: Callable[[], Any] | None) -> None:
    """Build the coach this way from now on; None goes back to the real one. Forgets everything shared."""
    _builders[:] = [build] if build else []
    for shared in (_one_coach, _warmed, long_works, desk):
        shared.clear()


def coach() -> Coach:
    """Return the one coach of this process, built when a page first needs it."""
    one: Coach = _one_coach()
    return one


@st.cache_resource(show_spinner=False)
def _one_coach() -> Any:
    if _builders:
        return _builders[0]()
    from coach.wiring import build_coach

    return build_coach(index="chroma")


def warm_up() -> None:
    """Have whatever asks the model get ready in the background, once a page is up; nothing happens without a model."""
    warmed = _warmed()
    with contextlib.suppress(CoachError):  # whatever is wrong is said where a model is asked for something
        model = coach().model.status().setup.model
        if model and model not in warmed:
            warmed.add(model)
            coach().model.warm()


@st.cache_resource(show_spinner=False)
def _warmed() -> set[str]:
    return set()


@st.cache_resource(show_spinner=False)
def long_works() -> LongWorks:
    """Return the jobs that are going on; they outlive a page change and a reload."""
    return LongWorks()


@st.cache_resource(show_spinner=False)
def desk() -> dict[str, Any]:
    """Return what each actor last had on the desk, so that a reload finds it again."""
    return {}
