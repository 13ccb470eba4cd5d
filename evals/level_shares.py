"""At which level people work in the activities of plans for outcomes above "apply".

    python -m evals.level_shares

Nine in ten lesson plans that models write stay at "remember" and "understand"; this prints where ours stand. Levels
are Bloom's, revised (Anderson and Krathwohl 2001); the outcome's is read from its words, the activity's is
the lowest of its pattern's levels that reaches it. So this shows that the playbook has a pattern for every level, size
and way of meeting; what people really do in it, only a reader can tell.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from coach.drafting.playbook import PlaybookDrafter
from coach.models import Activity, Community, FindResult, Level, Mode, PlanRequest
from coach.playbook import hint_level, load_playbook, parse_outcome
from coach.ports import DraftInput

OUTCOMES = (
    "We want to be able to analyse why referrals come back to us",
    "We want to be able to compare two suppliers' offers on what matters to residents",
    "We want to be able to trace a complaint through three departments",
    "We want to be able to review a pull request so that its author can use it",
    "We want to be able to spot where a policy change will bite further down our service",
    "We want to be able to examine a year of meter readings for leaks",
    "We want to be able to diagnose why a deployment keeps failing",
    "We want to be able to decide which repairs to fund this winter",
    "We want to be able to prioritise what to fix first",
    "We want to be able to judge when a model's answer can't be trusted",
    "We want to be able to evaluate a reading group's first term",
    "We want to be able to choose a venue that everybody can get into",
    "We want to be able to critique each other's lesson plans kindly",
    "We want to be able to assess the risk of a volunteer's home visit",
    "We want to be able to design a welcome for people who come alone",
    "We want to be able to write plain decision letters",
    "We want to be able to build a small tool that our own team uses",
    "We want to be able to plan a harvest day with people who have never done one",
    "We want to be able to draft a data management plan a stranger could work from",
    "We want to be able to redesign the handover between day and night shift",
    "We want to be able to create a map of who waits on whom",
    "We want to be able to compose a year's programme that newcomers can join at any point",
    "We want to be able to formulate questions that open a conversation",
    "We want to be able to propose changes to a rule that hinders us",
)
"""Outcomes above "apply", from many trades."""


def main() -> int:
    """Draft the plans and print where their activities stand."""
    sys.stdout.write(render(list(count())))
    return 0


def count(seeds: Sequence[int] = range(3)) -> Iterator[tuple[Level, Level]]:
    """Yield the level of each outcome with that of each activity drafted for it."""
    playbook = load_playbook()
    drafter = PlaybookDrafter(playbook)
    for text, mode, seed in product(OUTCOMES, Mode, seeds):
        wanted = hint_level(parse_outcome(text, playbook.lexicon), playbook.lexicon)
        request = PlanRequest(outcomes=(text,), mode=mode, seed=seed, newcomers=4, experts=2)
        given = DraftInput(request, Community(id="c", name="C"), FindResult(enough=False, passages=()))
        activities = [part for part in drafter.draft_plan(given).parts if isinstance(part, Activity)]
        yield from ((wanted, part.level) for part in activities if part.level and wanted)


def render(pairs: Sequence[tuple[Level, Level]]) -> str:
    """Return the distribution as a Markdown table."""
    lines = [
        "| outcome | activities | " + " | ".join(Level) + " | below the outcome |",
        "|---|---:|" + "---:|" * 7,
    ]
    for wanted in (level for level in Level if any(pair[0] is level for pair in pairs)):
        found = [level for outcome, level in pairs if outcome is wanted]
        counts = Counter(found)
        below = sum(level.rank < wanted.rank for level in found)
        cells = " | ".join(str(counts[level]) for level in Level)
        lines.append(f"| {wanted} | {len(found)} | {cells} | {below} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
