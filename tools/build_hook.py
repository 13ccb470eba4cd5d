"""What the build backend asks for before it packs a wheel: put the pages and prompts in, refuse a half-made package.

An editable install stays as it is: there `coach/locate.py` finds `ui/` and `prompts/` beside `coach/`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKED = {"ui": "coach/_ui", "prompts": "coach/_prompts"}
"""Folders of the checkout and where they lie in the wheel."""
BUILT = ("coach/_minilm", "coach/_recogniser")
"""What `make setup` builds."""
PARTS = ("manifest.json", "model.onnx", "tokenizer.json", "LICENSE", "NOTICE")
"""What each of them must hold, the model's licence included."""


class PackParts(BuildHookInterface[Any]):
    """Adds what lies outside `coach/`, and checks what git does not carry."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folders to the wheel, or stop with what is missing."""
        if version == "editable":
            return
        root = Path(self.root)
        missing = [f"{folder}/{name}" for folder in BUILT for name in PARTS if not (root / folder / name).is_file()]
        missing += [f"{folder}/" for folder in PACKED if not (root / folder).is_dir()]
        if missing:
            raise SystemExit(
                f"This wheel would not work: {', '.join(missing)} missing. "
                "`make setup` builds the models; then try again."
            )
        build_data["force_include"].update({str(root / folder): inside for folder, inside in PACKED.items()})
