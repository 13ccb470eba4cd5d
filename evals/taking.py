"""What asking a model took over a run, and what became of it, as a table that its report carries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from statistics import fmean

from coach.models import Spent, Table

from .suggestion import Took

TITLE = "What came of asking, and what it took"
_SAYS = (
    "Only what the model drafted is graded. Where the playbook stepped in, or nobody was asked, there is no answer of "
    "the model’s; those cases are counted here and among the unanswered. What was kept from an earlier run stands here "
    "as it was then."
)
_ENDS = {
    "drafted": "Drafted by the model",
    "fell back": "Fell back to the playbook",
    "fell back in part": "Fell back to the playbook in part",
    "not asked": "Nobody was asked",
    "silent": "Asked, without an answer",
}


def show_taking(took: Collection[Took]) -> tuple[Table, ...]:
    """Return the table; nothing where no model was to draft."""
    if not took:
        return ()
    ends: Counter[str] = Counter(item.end for item in took)
    rows = [(says, str(ends[end])) for end, says in _ENDS.items()]
    mended = sum(item.repairs > 0 for item in took)
    rows.insert(1, ("Asked again to mend what was found", str(mended)))
    return (Table(title=TITLE, says=_SAYS, head=("", "cases"), rows=(*rows, *_show_spent(took))),)


def sum_costs(took: Collection[Took]) -> float | None:
    """Return what asking cost, whatever came of it; nothing when no price is known."""
    spent = sum_spent(took)
    return None if spent.calls and spent.calls == spent.unpriced else round(spent.cost_usd, 4)


def sum_spent(took: Collection[Took]) -> Spent:
    """Return what all of it took."""
    return sum((item.spent for item in took), Spent())


def _show_spent(took: Collection[Took]) -> list[tuple[str, str]]:
    spent, drafted = sum_spent(took), [item.spent.calls for item in took if item.end == "drafted"]
    cost = sum_costs(took)
    each = f"{fmean(drafted):.2f}, at most {max(drafted)}" if drafted else "–"
    rows = [
        ("Calls in all", str(spent.calls)),
        ("Calls for each suggestion that it drafted", each),
        ("Answers used again from before", str(spent.reused)),
        ("Tokens sent, and received", f"{spent.tokens_in:,}, {spent.tokens_out:,}"),
        ("Cost", "no price known" if cost is None else f"${cost:.4f}"),
    ]
    if cost is not None and spent.unpriced:
        rows.append(("Calls without a known price, which are not in it", str(spent.unpriced)))
    return rows
