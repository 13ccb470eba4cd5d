"""Recognising: which of the playbook's situations somebody tells of."""

from .blending import blend
from .guessing import Recognised, to_recognised

__all__ = ["Recognised", "blend", "to_recognised"]
