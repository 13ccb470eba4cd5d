"""Limits: what is for people and not for a tool."""

from .finding import Found, find_matter
from .signposting import to_signpost

__all__ = ["Found", "find_matter", "to_signpost"]
