"""Keeping notes, uploads and replies what they are: data. Looked at before they are sent, and after an answer came."""

from .cleaning import clean
from .foreign import Foreign, ForeignKind, Screen, find_foreign
from .judged import speaks_to_judge
from .quarantine import GAP, Kept, describe_left_out, quarantine, quarantine_all
from .reasons import Reason

__all__ = [
    "GAP",
    "Foreign",
    "ForeignKind",
    "Kept",
    "Reason",
    "Screen",
    "clean",
    "describe_left_out",
    "find_foreign",
    "quarantine",
    "quarantine_all",
    "speaks_to_judge",
]
