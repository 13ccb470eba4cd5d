"""Plans to write letters and print sheets from: full ones, and as little as a plan can be."""

from __future__ import annotations

from coach.models import SessionPlan
from tests.drafting.drafting import draft

SIGNS_UP = "two people are willing to host the next clinic"


def full(**asked: object) -> SessionPlan:
    """Return a plan as the product drafts it, with newcomers and a list to put names on."""
    return draft((), **{"people": 14, "newcomers": 4, "experts": 2, "by_the_end": (SIGNS_UP,), **asked})


def bare(**more: object) -> SessionPlan:
    """Return another product's plan with nothing in it but what a plan must have."""
    parts = [
        {"kind": "activity", "id": "x", "title": "", "minutes": 23},
        {"kind": "review", "id": "y", "title": "Look at it", "minutes": 11},
        {"kind": "capture", "id": "z", "title": "", "minutes": 6},
    ]
    fields = {"minutes": 40, "people": 6, "outcomes": [{"text": "Participants can read maps"}], "parts": parts}
    return SessionPlan.model_validate(fields | more)
