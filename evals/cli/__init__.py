"""`coach eval`: measure drafters, compare them, hold the baseline, and say how far the graders can be trusted.

`coach` finds this group through an entry point; nothing of the product imports it.
"""

from __future__ import annotations

import click

from . import brief, cases, coaching, ear, export, gating, levels, mutations, qmsum, retrieval, running


@click.group(name="eval")
def evaluate() -> None:
    """Measure suggestions: ours, a model's, or anybody's."""


for _command in (
    running.run,
    running.compare,
    gating.gate,
    cases.cases,
    export.export,
    levels.levels,
    retrieval.retrieval,
    mutations.mutations,
    ear.ear,
    coaching.coaching,
    brief.brief,
    qmsum.qmsum,
):
    evaluate.add_command(_command)
