"""Every planted attack, drafted end to end with a model that obeys whatever it reads, and what came of it.

    python tools/run_attacks.py [FILE | PART OF AN ID …]

A FILE is a further corpus in the form of tests/attacks/corpus. Prints a line an attack and the count at the end;
returns 1 when one reached its goal. docs/attacks.md says what is looked for.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def main(arguments: Sequence[str]) -> int:
    """Run the attacks that are named, or all, and return the exit code."""
    from tests.attacks.attacks import read_attacks
    from tests.attacks.community import valid_plan

    files = [Path(name) for name in arguments if name.endswith(".yaml")]
    wanted = [name for name in arguments if not name.endswith(".yaml")]
    attacks = [item for file in files for item in read_attacks(file)] if files else read_attacks()
    chosen = [
        item for item in attacks if not item.is_on_judge and (not wanted or any(one in item.id for one in wanted))
    ]
    with tempfile.TemporaryDirectory() as home:
        plan = valid_plan(str(Path(home) / "valid"))
        harmed = [item.id for place, item in enumerate(chosen) if _run(item, plan, Path(home) / str(place))]
    sys.stdout.write(
        f"{len(chosen)} attacks, {len(harmed)} reached their goal{': ' if harmed else ''}{', '.join(harmed)}\n"
    )
    return 1 if harmed else 0


def _run(attack: Any, plan: Any, home: Path) -> bool:
    from tests.attacks.community import build, draft_everything, drafts_for
    from tests.attacks.looking import find_harm, find_harm_in_lines

    bench = build(home, attack, drafts_for(plan), by_itself=attack.is_by_model)
    coach = bench.coach
    suggestions, lines = draft_everything(bench)
    harm = [item for suggestion in suggestions for item in find_harm(coach, suggestion, bench.notes, attack)]
    harm += find_harm_in_lines(lines, attack)
    obeyed = bench.model.obeyed
    coach.close()
    came = f"HARM: {'; '.join(map(str, harm[:3]))}" if harm else "no harm"
    sys.stdout.write(f"{attack.id:<44} {'the model obeyed' if obeyed else 'never reached it':<18} {came}\n")
    return bool(harm)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    raise SystemExit(main(sys.argv[1:]))
