"""Outcomes from a community's own notes: heard in its sentences, chosen to differ, worded to be put on the table."""

from .hearing import Ears, hear
from .material import Material, nearest_sentences
from .mentions import Subject
from .proposing import propose
from .starters import find_starters
from .vocabulary import reads_english

__all__ = ["Ears", "Material", "Subject", "find_starters", "hear", "nearest_sentences", "propose", "reads_english"]
