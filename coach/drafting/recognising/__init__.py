"""Recognising: which of the playbook's situations somebody tells of."""

from .guessing import Recognised, to_recognised

__all__ = ["Recognised", "to_recognised"]
