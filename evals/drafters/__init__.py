"""Who can be measured: the playbook, a model in our pipeline or by itself, or a file of answers from anywhere."""

from .base import CaseDrafter, NoAnswer

__all__ = ["CaseDrafter", "NoAnswer"]
