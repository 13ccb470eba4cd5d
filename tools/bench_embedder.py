"""Compare our embedder with Chroma's own all-MiniLM-L6-v2, on the same texts, each in its own process.

    python tools/bench_embedder.py [FOLDER OF NOTES] [--rounds 3]

Chroma's class runs unmodified: its tokenizer settings, its batches of 32 padded to 256 tokens, its session
options. Only its download is spared: we write the fp32 graph that it would fetch, in the layout that it looks
for, from the same weights, with fused attention and normalization; its session fuses further as it likes.

Needs the `build` group and a built coach/_minilm (`make setup`). Read CPU seconds and ratios, not wall time.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

REPO = Path(__file__).resolve().parent.parent
CORPORA = REPO.parent / "shared" / "corpora"
DEMO = REPO / "coach" / "demo" / "notes"
CHROMA_FILES = ("config.json", "special_tokens_map.json", "tokenizer_config.json", "tokenizer.json", "vocab.txt")

Embed = Callable[[list[str]], Sequence[np.ndarray] | np.ndarray]
Figures = dict[str, float]

ROWS = (
    # figure, label, digits, the aim for ours/Chroma's, whether a larger ratio is better
    ("passages_per_cpu_s", "200-word passages per CPU second", 1, 1.7, True),
    ("short_per_cpu_s", "8-40-word texts per CPU second", 1, 8.0, True),
    ("query_p50_ms", "single query, p50 ms", 2, 0.1, False),
    ("query_p95_ms", "single query, p95 ms", 2, 0.1, False),
    ("peak_mb", "peak memory of the process, MB", 0, 0.25, False),
    ("passages_per_s", "passages per second of wall time", 1, None, True),
    ("short_per_s", "short texts per second of wall time", 1, None, True),
    ("imported_mb", "of the peak: before the first text, MB", 0, None, False),
)


# -- texts -------------------------------------------------------------------------------------------


def read_texts(folder: Path | None) -> dict[str, list[str]]:
    """Return passages, short texts and queries from a folder of notes, or made up when there is none."""
    folder = folder or next((place for place in (CORPORA, DEMO) if any(_notes(place))), None)
    words = [file.read_text("utf-8", "replace").split() for file in _notes(folder)] if folder else []
    windows = [" ".join(note[i : i + 200]) for note in words for i in range(0, len(note) - 199, 200)]
    # Notes too few or too short for whole windows: run them together, or make words up.
    if len(windows) < 96:
        run = [word for note in words for word in note] or _made_up_words()
        windows = [" ".join((run * (1 + 19_200 // len(run)))[i : i + 200]) for i in range(0, 19_200, 200)]
    passages = windows[:: len(windows) // 96][:96]
    short = [" ".join(passages[i % 96].split()[i % 150 :][: 8 + i * 7 % 33]) for i in range(256)]
    print(f"texts: {len(passages)} passages and {len(short)} short texts from {_place(folder)}")
    return {"passages": passages, "short": short, "queries": _queries(folder, passages)[:60]}


def _place(folder: Path | None) -> str:
    return os.path.relpath(folder, REPO) if folder else "made-up words"


def _notes(folder: Path) -> list[Path]:
    # MANIFEST, README and the like lie among the notes of our corpora.
    return sorted(file for kind in ("*.md", "*.txt") for file in folder.rglob(kind) if not file.stem.isupper())


def _made_up_words() -> list[str]:
    dice = random.Random(0)
    common = ["we", "met", "to", "plan", "review", "share", "ask", "open", "talk", "about", "work", "group"]
    return [dice.choice(common) if dice.random() < 0.6 else f"topic{dice.randrange(900)}" for _ in range(19_200)]


def _queries(folder: Path | None, passages: list[str]) -> list[str]:
    questions = folder / "questions.jsonl" if folder else None
    if questions and questions.is_file():
        return [json.loads(line)["question"] for line in questions.read_text("utf-8").splitlines()]
    return [" ".join(passage.split()[:12]) for passage in passages]


# -- one side, in a process of its own ---------------------------------------------------------------


def measure_side(side: str, work: Path) -> None:
    """Embed all texts with one side and write its figures and vectors into the work folder."""
    texts = json.loads((work / "texts.json").read_text("utf-8"))
    embed = _load_ours() if side == "ours" else _load_theirs(work)
    imported = _memory_mb("VmRSS")
    embed(texts["queries"][:2])
    figures: Figures = {"imported_mb": imported}
    for kind in ("passages", "short"):
        cpu, wall = time.process_time(), time.perf_counter()
        vectors = np.asarray(embed(texts[kind]))
        figures[f"{kind}_per_cpu_s"] = len(vectors) / (time.process_time() - cpu)
        figures[f"{kind}_per_s"] = len(vectors) / (time.perf_counter() - wall)
        np.save(work / f"{side}_{kind}.npy", vectors)
    waits = sorted(_time_one(embed, query) for query in texts["queries"])
    figures["query_p50_ms"] = statistics.median(waits)
    figures["query_p95_ms"] = waits[int(len(waits) * 0.95)]
    figures["peak_mb"] = _memory_mb("VmHWM")
    (work / f"{side}.json").write_text(json.dumps(figures), "utf-8")


def _load_ours() -> Embed:
    from coach.adapters.onnx_embedder import OnnxEmbedder

    return OnnxEmbedder(REPO / "coach" / "_minilm").embed


def _load_theirs(work: Path) -> Embed:
    from chromadb.utils.embedding_functions import ONNXMiniLM_L6_V2

    ONNXMiniLM_L6_V2.DOWNLOAD_PATH = work / "chroma"
    return ONNXMiniLM_L6_V2(preferred_providers=["CPUExecutionProvider"])


def _time_one(embed: Embed, text: str) -> float:
    start = time.perf_counter()
    embed([text])
    return (time.perf_counter() - start) * 1000


def _memory_mb(field: str) -> float:
    # Not getrusage: its peak is inherited from the parent across fork and exec.
    for line in Path("/proc/self/status").read_text("utf-8").splitlines():
        if line.startswith(field):
            return int(line.split()[1]) / 1024
    raise SystemExit("bench_embedder: needs Linux, whose /proc says how much memory a process used")


# -- both sides --------------------------------------------------------------------------------------


def write_chroma_folder(folder: Path) -> None:
    """Write the files that Chroma's class would download, from the verified weights."""
    from minilm_graph.encoder import build_fp32
    from minilm_graph.source import WEIGHTS, find_source, verify_source
    from safetensors.numpy import load_file

    source = find_source()
    verify_source(source)
    folder.mkdir(parents=True)
    for name in CHROMA_FILES:
        shutil.copyfile(source / name, folder / name)
    (folder / "model.onnx").write_bytes(build_fp32(load_file(source / WEIGHTS)).SerializeToString())


def run_rounds(work: Path, rounds: int) -> dict[str, Figures]:
    """Measure both sides in turn and return each figure's median."""
    found: dict[str, list[Figures]] = {"ours": [], "theirs": []}
    environment = {**os.environ, "PYTHONPATH": str(REPO)}
    for _ in range(rounds):
        for side, figures in found.items():
            command = [sys.executable, __file__, "--side", side, "--work", str(work)]
            subprocess.run(command, env=environment, check=True)
            figures.append(json.loads((work / f"{side}.json").read_text("utf-8")))
    return {
        side: {key: statistics.median(one[key] for one in figures) for key in figures[0]}
        for side, figures in found.items()
    }


def report(medians: dict[str, Figures], work: Path, rounds: int) -> None:
    """Print both sides, their ratio and whether the aim is reached."""
    print(f"median of {rounds} rounds{'ours':>27}{'Chroma':>10}{'ratio':>9}   aim")
    for key, label, digits, aim, more_is_better in ROWS:
        ours, theirs = medians["ours"][key], medians["theirs"][key]
        line = f"{label:40}{ours:>8.{digits}f}{theirs:>10.{digits}f}{ours / theirs:>9.3f}"
        print(line + _verdict(ours / theirs, aim, more_is_better))
    for kind in ("passages", "short"):
        cosine = (np.load(work / f"ours_{kind}.npy") * np.load(work / f"theirs_{kind}.npy")).sum(axis=1)
        print(f"cosine ours to Chroma's fp32, {kind}: min {cosine.min():.4f}, mean {cosine.mean():.4f}")


def _verdict(ratio: float, aim: float | None, more_is_better: bool) -> str:
    if aim is None:
        return ""
    reached = ratio >= aim if more_is_better else ratio <= aim
    return f"   {'>=' if more_is_better else '<='} {aim:g}: {'reached' if reached else 'MISSED'}"


def main() -> None:
    """Run as a side when told so, else run both and compare."""
    parser = argparse.ArgumentParser(description="Compare our embedder with Chroma's own.")
    parser.add_argument(
        "folder", type=Path, nargs="?", help="a folder of notes (default: ../shared/corpora, else the demo)"
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often each side is measured")
    parser.add_argument("--side", choices=("ours", "theirs"), help=argparse.SUPPRESS)
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.side:
        measure_side(options.side, options.work)
        return
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        (work / "texts.json").write_text(json.dumps(read_texts(options.folder)), "utf-8")
        write_chroma_folder(work / "chroma" / "onnx")
        report(run_rounds(work, options.rounds), work, options.rounds)


if __name__ == "__main__":
    main()
