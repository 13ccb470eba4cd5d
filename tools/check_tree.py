"""Refuses what must never be in the tree: secrets, this machine's paths, registry hosts, large files, stray notes.

    python tools/check_tree.py [FOLDER]

Looks at every file that git tracks or would track, prints one line for each problem and ends with code 1 if there is
one. The strings it looks for are put together from parts, so that it does not find itself.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LARGEST_BYTES = 2_000_000


@dataclass(frozen=True)
class Rule:
    """One thing that no file may hold."""

    name: str
    """What it is called in the report."""
    pattern: re.Pattern[str]
    """How it is recognised in a line."""
    spares: tuple[str, ...] = ()
    """Folders whose text is content and not ours to word."""


def _any_of(*parts: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile("|".join(parts), flags)


_HOSTS = (
    "py" + r"pi\.org",
    "python" + r"hosted\.org",
    "npm" + r"js\.(?:org|com)",
    r"deb\." + r"debian\.org",
    "yarn" + r"pkg\.com",
)
_PATHS = (
    r"/(?:wor" + r"k|far" + r"m)/[a-z.]",
    r"/ro" + r"ot/",
    r"/(?:ho" + r"me|Us" + r"ers)/(?!you/)[a-z]\w*/",
    r"[A-Z]:\\Us" + r"ers\\",
)
_SECRETS = (
    "-----BEGIN (?:[A-Z]+ )?PRIVATE " + "KEY-----",
    r"\bsk-" + r"(?:[a-z]+-)?[A-Za-z0-9_]{24,}",
    r"\bAK" + r"IA[0-9A-Z]{16}\b",
    r"\bgh[pousr]_" + r"[A-Za-z0-9]{30,}",
    r"\bxox[abprs]-" + r"[A-Za-z0-9-]{16,}",
    r"\bAI" + r"za[0-9A-Za-z_-]{35}",
)
_STRAY = (
    r"\b(?:issue|ticket|PR|pull request)\s+#?\d+\b",
    r"\b(?:fixes|closes|resolves)\s+#\d+",
    r"\bsession[- ](?:id|log)\b",
    r"\b(?:co-authored-by|generated (?:by|with)):?\s+(?:claude|chatgpt|copilot|an? (?:assistant|llm))",
    r"\bas an ai\b",
)
CONTENT = ("coach/demo/notes/", "evals/cases/", "evals/data/", "evals/labels/", "requirements")
RULES = (
    Rule("a package registry's host", _any_of(*_HOSTS)),
    Rule("a path of one machine", _any_of(*_PATHS)),
    Rule("something that looks like a secret", _any_of(*_SECRETS)),
    Rule("a note about tickets or sessions", _any_of(*_STRAY, flags=re.IGNORECASE), spares=CONTENT),
    Rule("a mark of an unfinished merge", re.compile(r"^(?:<{7}|>{7}) ")),
)


def main(arguments: list[str]) -> int:
    """Look at the whole tree and return the exit code."""
    top = Path(arguments[0] if arguments else ".").resolve()
    problems = [problem for name in _list_files(top) for problem in find_problems(top, name)]
    for problem in problems:
        sys.stdout.write(problem + "\n")
    sys.stdout.write(f"check_tree: {len(problems)} problems\n" if problems else "check_tree: nothing found\n")
    return 1 if problems else 0


def find_problems(top: Path, name: str) -> Iterator[str]:
    """Yield one line for each thing that must not be in this file; the offending text itself is not repeated."""
    path = top / name
    size = path.stat().st_size
    if size > LARGEST_BYTES:
        yield f"{name}: {size / 1_000_000:.1f} MB; the limit is {LARGEST_BYTES / 1_000_000:.0f} MB"
        return
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        for rule in RULES:
            if not name.startswith(rule.spares or ("\0",)) and rule.pattern.search(line):
                yield f"{name}:{number}: {rule.name}"


def _list_files(top: Path) -> list[str]:
    command = ["git", "-C", str(top), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\0")
    return sorted(name for name in listed if name and (top / name).is_file() and not (top / name).is_symlink())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
