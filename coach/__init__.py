"""Coach: aligned session plans for communities of practice, from their own notes.

    from coach import PlanRequest, open_coach

    coach = open_coach()
    coach.load_demo()
    result = coach.plan("Service Design Circle", PlanRequest(outcomes=("We want to be able to …",)))

Importing this is cheap: the rest is loaded when a name is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._version import __version__ as __version__

if TYPE_CHECKING:
    from .errors import CoachError
    from .models import Actor, FindResult, IngestRequest, Note, PlanRequest, PlanResult, SessionPlan, TextNote
    from .service import Coach
    from .settings import Settings
    from .wiring import build_coach as open_coach

_HOMES = {
    "Actor": ".models",
    "Coach": ".service",
    "CoachError": ".errors",
    "FindResult": ".models",
    "IngestRequest": ".models",
    "Note": ".models",
    "PlanRequest": ".models",
    "PlanResult": ".models",
    "SessionPlan": ".models",
    "Settings": ".settings",
    "TextNote": ".models",
}

__all__ = [
    "Actor",
    "Coach",
    "CoachError",
    "FindResult",
    "IngestRequest",
    "Note",
    "PlanRequest",
    "PlanResult",
    "SessionPlan",
    "Settings",
    "TextNote",
    "open_coach",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used."""
    if name == "open_coach":
        return import_module(".wiring", __name__).build_coach
    if name in _HOMES:
        return getattr(import_module(_HOMES[name], __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
