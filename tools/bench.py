"""Runs every benchmark that is there, one after the other, and says which failed.

python tools/bench.py
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PARTS = ("bench_embedder.py", "bench_app.py", "bench_model.py", "bench_tokens.py", "bench_coaching.py")


def main() -> int:
    """Run the parts in order and return 1 if one of them failed."""
    here = Path(__file__).resolve().parent
    failed = [part for part in PARTS if (here / part).is_file() and not _run(here / part)]
    for part in failed:
        sys.stderr.write(f"bench: {part} failed\n")
    return 1 if failed else 0


def _run(script: Path) -> bool:
    sys.stdout.write(f"\n== {script.stem.removeprefix('bench_')}\n")
    sys.stdout.flush()
    return subprocess.run([sys.executable, str(script)], check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
