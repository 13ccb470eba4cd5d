"""The page with no model: the sentences are the community's, framed by ours."""

from .composing import compose_brief

__all__ = ["compose_brief"]
