"""Recognising situations on ONNX Runtime: the embedder's encoder, taught on messages of hosts.

The graph is built by `tools/build_recogniser.py` from the embedder's own weights and a small learned difference
(`tools/recogniser/learned.npz`, made by `tools/recogniser/train.py`): one text in, two rows of scores out. The traps of
`onnx_embedder` hold here as well: one text a run, one thread a run.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, Field, ValidationError
from tokenizers import Tokenizer

from coach.errors import RecogniserMissing
from coach.ports import Likely

from .onnx_embedder import MANIFEST, MODEL, TOKENIZER, open_session, open_tokenizer, verify

Scores = npt.NDArray[np.float32]


class _Manifest(BaseModel):
    """What the builder says about its folder."""

    situations: tuple[str, ...] = Field(min_length=2)
    matters: tuple[str, ...] = Field(min_length=2)
    max_tokens: int = Field(ge=2)
    model_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    tokenizer_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    learned_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


@dataclass(frozen=True)
class _Engine:
    """A loaded tokenizer and graph; safe to use from many threads."""

    tokenizer: Tokenizer
    session: Any

    def score(self, text: str) -> tuple[Scores, Scores]:
        """Return one text's scores for the situations and for the matters."""
        readable = text.encode("utf-8", "replace").decode("utf-8")
        ids = np.array([self.tokenizer.encode(readable).ids], np.int32)
        situations, matters = self.session.run(None, {"input_ids": ids})
        return situations[0], matters[0]


class OnnxRecogniser:
    """Tells what messages are about with the graph in a folder; loads it when it is first needed."""

    def __init__(self, folder: Path) -> None:
        """Remember where the graph is; nothing is read yet.

        Args:
            folder: The folder that `tools/build_recogniser.py` built.
        """
        self._folder = folder
        self._engine: _Engine | None = None
        self._loading = threading.Lock()

    @property
    def name(self) -> str:
        """Return what was learned, by the first of its checksum.

        Raises:
            RecogniserMissing: The folder is missing or has no readable manifest.
        """
        return f"recogniser-{self._manifest.learned_sha256[:12]}"

    def recognise(self, texts: Sequence[str]) -> list[Likely]:
        """Return for each text what it may be about.

        Raises:
            RecogniserMissing: The folder is missing, incomplete or not what was built.
        """
        return [self._to_likely(*self._load().score(text)) for text in texts]

    @cached_property
    def _manifest(self) -> _Manifest:
        path = self._folder / MANIFEST
        try:
            return _Manifest.model_validate_json(path.read_bytes())
        except OSError as problem:
            raise RecogniserMissing(
                f"The recogniser is not set up: {path} cannot be read ({problem.strerror})."
            ) from None
        except ValidationError:
            raise RecogniserMissing(f"The recogniser is damaged: {path} is not a manifest of ours.") from None

    def _to_likely(self, situations: Scores, matters: Scores) -> Likely:
        manifest = self._manifest
        return Likely(_to_shares(manifest.situations, situations), _to_shares(manifest.matters, matters))

    def _load(self) -> _Engine:
        """Return the engine, loaded and verified once however many threads ask."""
        if self._engine is None:
            with self._loading:
                if self._engine is None:
                    self._engine = self._open()
        return self._engine

    def _open(self) -> _Engine:
        manifest = self._manifest
        for name, sha256 in ((TOKENIZER, manifest.tokenizer_sha256), (MODEL, manifest.model_sha256)):
            verify(self._folder / name, sha256, "recogniser", RecogniserMissing)
        try:
            tokenizer = open_tokenizer(self._folder / TOKENIZER, manifest.max_tokens)
            return _Engine(tokenizer, open_session(self._folder / MODEL))
        # ONNX Runtime's errors share no base class, and tokenizers raises a bare Exception.
        except Exception as problem:
            raise RecogniserMissing(f"The recogniser in {self._folder} cannot be opened: {problem}") from problem


def _to_shares(labels: Sequence[str], scores: Scores) -> dict[str, float]:
    weights = np.exp(scores.astype(np.float64) - float(scores.max()))
    shares = weights / weights.sum()
    return {label: float(share) for label, share in zip(labels, shares, strict=True)}
