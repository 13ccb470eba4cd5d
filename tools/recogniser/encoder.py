"""The embedder's encoder in JAX, for teaching it: six layers of BERT, of which the upper ones learn."""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

LAYERS, HEADS, DIM = 6, 12, 384
FROZEN = 2
"""So many layers stay as they are: what they give is computed once for every message."""
STRENGTH, SHARPNESS, RANK = 2.0, 16.0, 16
DROPPED = 0.1
PARTS = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
Array = Any
Tree = dict[str, Array]


def names() -> list[str]:
    """Return the weights that learn."""
    return [f"encoder.layer.{layer}.{part}" for layer in range(FROZEN, LAYERS) for part in PARTS]


def embed(weights: Tree, ids: Array, mask: Array) -> Array:
    """Return what the frozen layers give for a batch of token ids."""
    hidden = weights["embeddings.word_embeddings.weight"][ids]
    hidden += weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
    hidden += weights["embeddings.token_type_embeddings.weight"][0]
    hidden = _norm(weights, "embeddings.LayerNorm", hidden)
    for layer in range(FROZEN):
        hidden = _layer(weights, layer, hidden, mask, None)
    return hidden


def score(weights: Tree, learned: Tree, hidden: Array, mask: Array, key: Array | None) -> tuple[Array, Array]:
    """Return the scores of both heads for what the frozen layers gave; with a key some of it is dropped."""
    merged = weights | {name.removeprefix("ln."): value for name, value in learned.items() if name.startswith("ln.")}
    for name in names():
        change = learned[f"A.{name}.b"] @ learned[f"A.{name}.a"]
        merged[f"{name}.weight"] = weights[f"{name}.weight"] + STRENGTH * change
    for layer in range(FROZEN, LAYERS):
        key, own = (None, None) if key is None else jax.random.split(key)
        hidden = _layer(merged, layer, hidden, mask, own)
    shown = mask[:, :, None]
    vector = (hidden * shown).sum(1) / shown.sum(1)
    vector /= jnp.linalg.norm(vector, axis=-1, keepdims=True)
    return (
        SHARPNESS * (vector @ learned["head.W"]) + learned["head.b"],
        SHARPNESS * (vector @ learned["head.M"]) + learned["head.c"],
    )


def begin(weights: Tree, situations: int, matters: int, seed: int = 0) -> Tree:
    """Return what learns before it has learned anything: the encoder gives what it gave."""
    luck = np.random.default_rng(seed)
    learned: Tree = {}
    for name in names():
        wide, narrow = weights[f"{name}.weight"].shape
        learned[f"A.{name}.a"] = jnp.asarray(luck.normal(0, 1 / np.sqrt(narrow), (RANK, narrow)), jnp.float32)
        learned[f"A.{name}.b"] = jnp.zeros((wide, RANK), jnp.float32)
    for layer in range(FROZEN, LAYERS):
        for norm in ("attention.output.LayerNorm", "output.LayerNorm"):
            for part in ("weight", "bias"):
                name = f"encoder.layer.{layer}.{norm}.{part}"
                learned[f"ln.{name}"] = weights[name]
    learned["head.W"] = jnp.asarray(luck.normal(0, 0.02, (DIM, situations)), jnp.float32)
    learned["head.M"] = jnp.asarray(luck.normal(0, 0.02, (DIM, matters)), jnp.float32)
    return learned | {"head.b": jnp.zeros(situations), "head.c": jnp.zeros(matters)}


def _layer(weights: Tree, number: int, hidden: Array, mask: Array, key: Array | None) -> Array:
    name = f"encoder.layer.{number}"
    one, other = (None, None) if key is None else jax.random.split(key)
    mixed = _drop(_linear(weights, f"{name}.attention.output.dense", _attend(weights, name, hidden, mask)), one)
    hidden = _norm(weights, f"{name}.attention.output.LayerNorm", hidden + mixed)
    active = jax.nn.gelu(_linear(weights, f"{name}.intermediate.dense", hidden), approximate=False)
    narrow = _drop(_linear(weights, f"{name}.output.dense", active), other)
    return _norm(weights, f"{name}.output.LayerNorm", hidden + narrow)


def _attend(weights: Tree, name: str, hidden: Array, mask: Array) -> Array:
    batch, tokens, _ = hidden.shape
    query, key, value = (
        _linear(weights, f"{name}.attention.self.{part}", hidden)
        .reshape(batch, tokens, HEADS, DIM // HEADS)
        .transpose(0, 2, 1, 3)
        for part in ("query", "key", "value")
    )
    hiding = (1 - mask)[:, None, None, :] * -1e9
    shares = jax.nn.softmax(query @ key.transpose(0, 1, 3, 2) / np.sqrt(DIM / HEADS) + hiding, -1)
    return (shares @ value).transpose(0, 2, 1, 3).reshape(batch, tokens, DIM)


def _linear(weights: Tree, name: str, hidden: Array) -> Array:
    return hidden @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def _norm(weights: Tree, name: str, hidden: Array) -> Array:
    middle = hidden.mean(-1, keepdims=True)
    spread = ((hidden - middle) ** 2).mean(-1, keepdims=True)
    return (hidden - middle) / jnp.sqrt(spread + 1e-12) * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def _drop(hidden: Array, key: Array | None) -> Array:
    if key is None:
        return hidden
    return jnp.where(jax.random.bernoulli(key, 1 - DROPPED, hidden.shape), hidden / (1 - DROPPED), 0)
