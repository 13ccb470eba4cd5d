"""How much is sent for a plan, against pasting the notes whole, and how often a model is asked when nothing is found.

    python tools/bench_tokens.py [FOLDER …]

Measures the demo community, and each folder of notes that is named. Tokens are counted for both alike, four characters
to one; nothing is sent to anybody.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

OUTCOME = "We want to be able to bring somebody new into our work so that they can do a piece of it alone."


def main(folders: Sequence[str]) -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"COACH_HOME": home, "COACH_MODEL": "openai/any", "COACH_API_BASE": "http://127.0.0.1:9/v1"}
        from coach import open_coach
        from coach.models import IngestRequest

        coach = open_coach()
        names = [coach.load_demo().name]
        for folder in folders:
            names.append(coach.create_community(" ".join(Path(folder).parts[-2:])).name)
            coach.ingest(names[-1], IngestRequest(folder=folder))
        sys.stdout.write(f"{'community':<28}{'notes':>6}{'whole':>10}{'sent':>8}{'share':>8}   (aim: under .20)\n")
        for name in names:
            _measure(coach, name)
        coach.close()
    return _measure_calls()


def _measure(coach: Any, name: str) -> None:
    from coach.models import PlanRequest

    preview = coach.model.preview(name, PlanRequest(outcomes=(OUTCOME,)))
    notes = [coach.note(name, item.id).text for item in coach.notes(name)]
    # Whoever pastes the notes asks for something as well: the instructions are the same.
    whole = (sum(map(len, notes)) + len(preview.system)) // 4
    share = f"{preview.tokens / whole:.3f}".removeprefix("0")
    sys.stdout.write(f"{name:<28}{len(notes):>6}{whole:>10,}{preview.tokens:>8,}{share:>8}\n")


def _measure_calls() -> int:
    from tests.drafting.modelled.making import drafter, given, good_draft

    made, llm, _ = drafter([good_draft()])
    made.draft_plan(given())
    sys.stdout.write(f"calls for a plan in which nothing is found: {len(llm.requests)} (aim: 1)\n")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    raise SystemExit(main(sys.argv[1:]))
