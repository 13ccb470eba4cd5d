"""Put the finished folder in place, and know when it already is.

Everything is written to a folder inside the target first and moved at the end, manifest last: without a
manifest nobody uses the folder, so a crash at any moment leaves either the old build or none.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from .source import PACKAGE, TOKENIZER, UPSTREAM, WEIGHTS_SHA256, sha256_of

MODEL_ID = "all-MiniLM-L6-v2-int8"
MODEL = "model.onnx"
MANIFEST = "manifest.json"
HERE = Path(__file__).parent

NOTICE = f"""all-MiniLM-L6-v2, quantized

This folder holds a changed form of the model {UPSTREAM},
licensed under the Apache License 2.0 (see LICENSE).

Taken from the package {PACKAGE} 0.1.0: model.safetensors with the SHA-256
{WEIGHTS_SHA256}, and tokenizer.json, which is unchanged.
Changed by the Coach team: the weights were quantized to int8 and written as an ONNX graph
(tools/build_embedder.py in Coach's source).
"""


def is_built(folder: Path) -> bool:
    """Say whether the folder holds what this very recipe builds, undamaged."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
        return bool(manifest == to_manifest(folder))
    except (OSError, ValueError):
        return False


def to_manifest(folder: Path) -> dict[str, object]:
    """Return the manifest that fits the files in this folder."""
    return {
        "model": MODEL_ID,
        "dim": 384,
        "max_tokens": 256,
        "source": UPSTREAM,
        "source_sha256": WEIGHTS_SHA256,
        "recipe_sha256": _recipe_sha256(),
        "model_sha256": sha256_of(folder / MODEL),
        "tokenizer_sha256": sha256_of(folder / TOKENIZER),
    }


def open_scratch(target: Path) -> Path:
    """Return an empty folder to build in, on the target's own disk so that moving is a rename."""
    scratch = target / ".new"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    return scratch


def publish(scratch: Path, target: Path, tokenizer: Path) -> None:
    """Complete the scratch folder and move it into place."""
    # Bytes only: the package's file may carry rights that ours should not.
    (scratch / TOKENIZER).write_bytes(tokenizer.read_bytes())
    (scratch / "LICENSE").write_bytes((HERE / "APACHE-2.0.txt").read_bytes())
    (scratch / "NOTICE").write_text(NOTICE, "utf-8")
    manifest = json.dumps(to_manifest(scratch), indent=2) + "\n"
    (target / MANIFEST).unlink(missing_ok=True)
    for file in sorted(scratch.iterdir()):
        file.replace(target / file.name)
    (scratch / MANIFEST).write_text(manifest, "utf-8")
    (scratch / MANIFEST).replace(target / MANIFEST)
    scratch.rmdir()


def _recipe_sha256() -> str:
    """Return a sum over this package's code, so that a changed recipe is never taken for built."""
    total = hashlib.sha256()
    for file in sorted(HERE.glob("*.py")):
        total.update(file.read_text("utf-8").encode())
    return total.hexdigest()
