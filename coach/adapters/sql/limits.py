"""Says whether one more question stays within a limit, and if not, what a person should hear."""

from __future__ import annotations

from coach.errors import BudgetSpent
from coach.models import Spent
from coach.ports import Limit, Reservation

_ROUNDING_USD = 1e-9
"""Prices are sums of small fractions; what is lost in adding them must not refuse a question."""


def find_passed(limit: Limit, spent: Spent, wanted: Reservation) -> BudgetSpent | None:
    """Return what to raise when this question would pass the limit; None while it stays within.

    A question without a known price counts as a call and with its tokens; no limit of money holds it back.
    """
    used = spent.tokens_in + spent.tokens_out
    if limit.calls is not None and spent.calls + 1 > limit.calls:
        return _refuse(limit, f"{limit.calls:,} {_calls(limit.calls)}; {spent.calls:,} {_are(spent.calls)} used.")
    if limit.tokens is not None and used + wanted.tokens > limit.tokens:
        left = f"{limit.tokens:,} tokens; {used:,} {_are(used)} used"
        return _refuse(limit, f"{left}, and this question takes about {wanted.tokens:,}.")
    if limit.usd is not None and wanted.usd and spent.cost_usd + wanted.usd > limit.usd + _ROUNDING_USD:
        left = f"{_money(limit.usd)} US dollars; {_money(spent.cost_usd)} are spent"
        return _refuse(limit, f"{left}, and this question may cost about {_money(wanted.usd)}.")
    return None


def _refuse(limit: Limit, how_much: str) -> BudgetSpent:
    anew = "It begins anew at midnight UTC; raise" if limit.since else "Raise"
    return BudgetSpent(
        f"The limit for {limit.says} is {how_much}",
        f"{anew} it in Settings, or let the playbook draft: it costs nothing.",
    )


def _calls(count: int) -> str:
    return "call to a model" if count == 1 else "calls to models"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _money(usd: float) -> str:
    return f"{usd:,.2f}" if usd == 0 or usd >= 0.1 else f"{usd:.4f}"
