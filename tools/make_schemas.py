"""Writes the JSON schemas that prompts name from the shapes in code; a test holds the two together.

python tools/make_schemas.py
"""

from __future__ import annotations

import json
import sys

from coach.drafting.modelled.schemas import SCHEMAS, to_schema
from coach.locate import prompts_folder


def main() -> int:
    """Write every schema file that is not there yet; one that was shipped is never written over."""
    for name, shape in SCHEMAS.items():
        path = prompts_folder() / name
        text = json.dumps(to_schema(shape), indent=1) + "\n"
        if path.exists() and path.read_text(encoding="utf-8") != text:
            sys.stdout.write(f"{name} would change: give it a new number in coach/drafting/modelled/schemas.py.\n")
            return 1
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
