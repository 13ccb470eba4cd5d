"""Enters new prompt files in prompts/manifest.json; from then on their words stay as they are.

    python tools/ship_prompts.py

Refuses when a shipped file has changed: new wording is a new number.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from coach.drafting.prompt_manifest import MANIFEST, find_changed, find_new, hash_prompts, read_manifest
from coach.locate import prompts_folder


def main(folder: Path) -> int:
    """Enter what is new and return the exit code."""
    changed = find_changed(folder)
    if changed:
        sys.stdout.write(f"Changed after shipping: {', '.join(changed)}. Put it back; new wording is a new number.\n")
        return 1
    here, new = hash_prompts(folder), find_new(folder)
    entries = {**read_manifest(folder), **{name: here[name] for name in new}}
    text = json.dumps(dict(sorted(entries.items())), indent=2)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(new)} entered, {len(entries)} in all.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(prompts_folder()))
