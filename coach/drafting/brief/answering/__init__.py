"""A question to the notes, answered in a few of their own sentences."""

from .answering import compose_answer
from .choosing import choose_sentences

__all__ = ["choose_sentences", "compose_answer"]
