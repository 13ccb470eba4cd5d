"""The linter's parts under one name, for whoever checks single texts or entries while writing them."""

from coach.playbook.lint import entries_of
from coach.playbook.lint_pattern import doing_share, longest_voice
from coach.playbook.lint_wording import find_faults, find_testing, runs_of, shared_runs, texts_of

__all__ = [
    "doing_share",
    "entries_of",
    "find_faults",
    "find_testing",
    "longest_voice",
    "runs_of",
    "shared_runs",
    "texts_of",
]
