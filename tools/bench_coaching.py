"""How long somebody waits for a reply of the coach without a model, in a small community and in one of 240 notes.

    python tools/bench_coaching.py [--rounds 60] [--notes 240]

The larger community holds the demo's notes again and again, each time under another date and with other figures. Times
are wall times of this machine at this moment.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from coach.models import CoachingRequest, CoachMode, TextNote
from coach.service import Coach
from coach.settings import Settings
from coach.wiring import build_coach

MESSAGES = (
    "I asked what they made of it and got forty seconds of nothing. We meet again on Monday.",
    "Ten minutes to go and only two people are here. What do I do with a plan for twelve?",
    "He talks, they nod. I have tried smiling at the others and it changes nothing.",
    "Somebody new wrote in the channel on Tuesday and nobody has answered. I feel bad about it.",
    "We ran over again, third month in a row, and the last item is always the one that matters.",
    "How do I get better at this? I have hosted for two years and I still talk too much.",
)
MANY = 240
SECOND = "Yes. What would you do?"
_MANY = "many"
AIM = "under 300 ms"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure replies of the coach without a model.")
    parser.add_argument("--rounds", type=int, default=60, help="how often each thing is measured")
    parser.add_argument("--notes", type=int, default=MANY, help="how many notes the larger community has")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        coach = build_coach(Settings(home=Path(scratch), database_url=None, model=""))
        small, many = coach.load_demo().name, _take_in(coach, options.notes)
        for name in (small, many):
            _measure(coach, name, options.rounds)
        coach.close()
    return 0


def _take_in(coach: Coach, count: int) -> str:
    notes = Path(__file__).parents[1] / "coach" / "demo" / "notes"
    texts = [path.read_text(encoding="utf-8") for path in sorted(notes.rglob("*.md"))]
    coach.create_community(_MANY)
    coach.add_texts(
        _MANY,
        [
            TextNote(text=f"Entry {place}, room {place % 7}.\n\n{texts[place % len(texts)]}", path=f"{place:03}.md")
            for place in range(count)
        ],
    )
    return _MANY


def _measure(coach: Coach, name: str, rounds: int) -> None:
    coach.coaching.ask(name, CoachingRequest(message=MESSAGES[0], keeps=False), by="playbook")
    firsts, seconds, moments = [], [], []
    for turn in range(rounds):
        message = MESSAGES[turn % len(MESSAGES)]
        taken, thread = _ask(coach, name, CoachingRequest(message=message, seed=turn))
        firsts.append(taken)
        seconds.append(_ask(coach, name, CoachingRequest(message=SECOND, thread=thread))[0])
        quick = CoachingRequest(message=message, mode=CoachMode.TEN_MINUTES, keeps=False, seed=turn)
        moments.append(_ask(coach, name, quick)[0])
    count = len(coach.notes(name))
    for what, times in (("first message", firsts), ("second, kept", seconds), ("ten minutes, not kept", moments)):
        sys.stdout.write(f"{count} notes, {what}: {_spread(times)}  (aim: p95 {AIM})\n")


def _ask(coach: Coach, name: str, request: CoachingRequest) -> tuple[float, str]:
    begun = time.perf_counter()
    reply = coach.coaching.ask(name, request, by="playbook")
    return (time.perf_counter() - begun) * 1_000, reply.thread


def _spread(times: Sequence[float]) -> str:
    ordered = sorted(times)
    return f"p50 {statistics.median(ordered):.0f} ms, p95 {ordered[max(0, int(len(ordered) * 0.95) - 1)]:.0f} ms"


if __name__ == "__main__":
    sys.exit(main())
