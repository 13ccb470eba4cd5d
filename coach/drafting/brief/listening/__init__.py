"""Listening for a brief: what notes tell of learning and of what came of it, without a model."""

from .given import Heard, Listening
from .pictures import draw_pictures
from .reading import read_statements, to_statements
from .sessions import find_sessions
from .stories import find_stories
from .telling import Told, hear_told
from .themes import find_themes

__all__ = [
    "Heard",
    "Listening",
    "Told",
    "draw_pictures",
    "find_sessions",
    "find_stories",
    "find_themes",
    "hear_told",
    "read_statements",
    "to_statements",
]
