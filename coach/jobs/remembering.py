"""What was suggested before for the same request, for as long as this process runs: another plan is another one."""

from __future__ import annotations

import threading
from collections import OrderedDict

from coach.drafting.modelled.freshness import tell_activity
from coach.models import Activity, PlanRequest, SessionPlan

MOST_REQUESTS, MOST_PLANS = 60, 4
"""How many requests are remembered, and how many plans for each."""

_Key = tuple[str, str, str]


class Remembered:
    """Plans suggested lately, a few lines each; one actor's in one community never meet another's."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._plans: OrderedDict[_Key, OrderedDict[int, tuple[str, ...]]] = OrderedDict()
        self._lock = threading.Lock()

    def before(self, community_id: str, actor_id: str, request: PlanRequest) -> tuple[str, ...]:
        """Return a line for each activity suggested at other seeds; nothing at the first, so that it stays the same."""
        if request.seed == 0:
            return ()
        with self._lock:
            plans = self._plans.get(_to_key(community_id, actor_id, request)) or OrderedDict()
            lines = [line for seed, each in plans.items() if seed != request.seed for line in each]
        return tuple(dict.fromkeys(lines))

    def keep(self, community_id: str, actor_id: str, request: PlanRequest, plan: SessionPlan) -> None:
        """Remember what a plan does, a line an activity."""
        lines = tuple(tell_activity(part) for part in plan.parts if isinstance(part, Activity))
        key = _to_key(community_id, actor_id, request)
        with self._lock:
            plans = self._plans.setdefault(key, OrderedDict())
            plans.pop(request.seed, None)
            plans[request.seed] = lines
            self._plans.move_to_end(key)
            for held, most in ((plans, MOST_PLANS), (self._plans, MOST_REQUESTS)):
                while len(held) > most:
                    held.popitem(last=False)

    def forget(self, community_id: str) -> None:
        """Let go of everything of a community."""
        with self._lock:
            for key in [key for key in self._plans if key[0] == community_id]:
                del self._plans[key]


def _to_key(community_id: str, actor_id: str, request: PlanRequest) -> _Key:
    return community_id, actor_id, request.model_copy(update={"seed": 0}).model_dump_json()
