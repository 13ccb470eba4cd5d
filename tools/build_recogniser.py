"""Build the recogniser's folder from the embedder's verified weights and what was learned; no network.

    python tools/build_recogniser.py [--out FOLDER]

Needs the `build` group, as `build_embedder.py` does, and the same weights give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from minilm_graph.publish import HERE, MANIFEST, MODEL, NOTICE, open_scratch
from minilm_graph.source import TOKENIZER, WEIGHTS, SourceProblem, find_source, sha256_of, verify_source
from recogniser.learned import FILE, read_learned

DEFAULT_OUT = Path(__file__).resolve().parent.parent / "coach" / "_recogniser"
_TAUGHT = "Changed further: taught to recognise situations of hosts (tools/recogniser in Coach's source).\n"


def main(arguments: list[str] | None = None) -> int:
    """Build, and return the exit code."""
    parser = argparse.ArgumentParser(description="Build the recogniser's folder.")
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT, help="where to build (default: coach/_recogniser)")
    options = parser.parse_args(arguments)
    try:
        source = find_source()
        verify_source(source)
    except SourceProblem as problem:
        sys.stderr.write(f"build_recogniser: cannot build: {problem}\n")
        return 1
    build(source, options.out)
    return 0


def build(source: Path, out: Path) -> None:
    """Write the graph and put the folder in place, its manifest last: without it nobody uses the folder."""
    # Imported here: a machine without the build tools must still be told what is missing.
    from minilm_graph.encoder import MAX_TOKENS, build_int8_heads
    from safetensors.numpy import load_file

    learned = read_learned()
    scratch = open_scratch(out)
    graph = build_int8_heads(learned.merge(load_file(source / WEIGHTS)), learned.heads())
    (scratch / MODEL).write_bytes(graph.SerializeToString(deterministic=True))
    (scratch / TOKENIZER).write_bytes((source / TOKENIZER).read_bytes())
    (scratch / "LICENSE").write_bytes((HERE / "APACHE-2.0.txt").read_bytes())
    (scratch / "NOTICE").write_text(NOTICE + _TAUGHT, "utf-8")
    manifest = {
        "situations": learned.situations,
        "matters": learned.matters,
        "max_tokens": MAX_TOKENS,
        "model_sha256": sha256_of(scratch / MODEL),
        "tokenizer_sha256": sha256_of(scratch / TOKENIZER),
        "learned_sha256": sha256_of(FILE),
    }
    (out / MANIFEST).unlink(missing_ok=True)
    for file in sorted(scratch.iterdir()):
        file.replace(out / file.name)
    (scratch / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")
    (scratch / MANIFEST).replace(out / MANIFEST)
    scratch.rmdir()
    sys.stderr.write(f"build_recogniser: built {out} ({(out / MODEL).stat().st_size / 2**20:.1f} MiB)\n")


if __name__ == "__main__":
    sys.exit(main())
