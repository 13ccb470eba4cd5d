"""Write the encoder as an ONNX graph: int8 for the product, fp32 for comparisons.

BERT with 6 layers, 12 heads and a width of 384, in ONNX Runtime's fused operators (contrib operators, domain
com.microsoft) where they are faster. SkipLayerNormalization is not: its CPU kernel took 30 % of a run (4.5 of
15 ms for 230 tokens, onnxruntime 1.32), Add and LayerNormalization together take 0.7 ms.

The int8 graph takes ONE text a run, so it has no mask and no padding, and every dynamic scale belongs to that
text alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from onnx import ModelProto, TensorProto, helper

from .nodes import CONTRIB, GraphWriter
from .quantize import Floats, quantize_columns, quantize_rows

LAYERS = 6
HEADS = 12
DIM = 384
MAX_TOKENS = 256
EPSILON = 1e-12

Weights = Mapping[str, Floats]


class _Linear(NamedTuple):
    """A dense layer as a graph wants it: weight as (in, out)."""

    weight: Floats
    bias: Floats


def build_int8(weights: Weights) -> ModelProto:
    """Return the product's graph: token ids of one text in, its unit vector out."""
    graph = GraphWriter()
    _add_vector(graph, weights)
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT32, [1, "tokens"])
    vector = helper.make_tensor_value_info("vector", TensorProto.FLOAT, [1, DIM])
    return graph.to_model("all-MiniLM-L6-v2-int8", [ids], [vector])


def build_int8_heads(weights: Weights, heads: Mapping[str, tuple[Floats, Floats]]) -> ModelProto:
    """Return a graph that scores: token ids of one text in, for each head a row of scores out.

    Args:
        weights: The encoder's.
        heads: By output name, weight (width, labels) and bias; they read the unit vector.
    """
    graph = GraphWriter()
    _add_vector(graph, weights)
    outputs = []
    for name, (weight, bias) in heads.items():
        product = graph.add("MatMul", ["vector", graph.constant(f"{name}.weight", weight)], f"{name}.product")
        graph.add("Add", [product, graph.constant(f"{name}.bias", bias)], name)
        outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, weight.shape[1]]))
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT32, [1, "tokens"])
    return graph.to_model("recogniser-int8", [ids], outputs)


def build_fp32(weights: Weights) -> ModelProto:
    """Return a padded-batch fp32 graph with the inputs and output of the usual exports."""
    graph = GraphWriter()
    names = ("input_ids", "attention_mask", "token_type_ids")
    ids, mask, types = (graph.add("Cast", [name], f"{name}.i32", to=TensorProto.INT32) for name in names)
    hidden = _add_fp32_embedding(graph, weights, ids, types)
    for number in range(LAYERS):
        hidden = _add_layer(graph, weights, number, hidden, mask)
    graph.add("Identity", [hidden], "last_hidden_state")
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"]) for name in names]
    output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "tokens", DIM])
    return graph.to_model("all-MiniLM-L6-v2-fp32", inputs, [output])


def _add_vector(graph: GraphWriter, weights: Weights) -> None:
    """Add the whole int8 encoder; its output is called `vector`."""
    hidden = _add_int8_embedding(graph, weights)
    for number in range(LAYERS):
        hidden = _add_layer(graph, weights, number, hidden)
    axes = graph.constant("pool.axes", np.array([1], np.int64))
    graph.add("ReduceMean", [hidden, axes], "mean", keepdims=0)
    graph.add("LpNormalization", ["mean"], "vector", axis=-1, p=2)


def _add_int8_embedding(graph: GraphWriter, weights: Weights) -> str:
    """Look words up in an int8 table with a scale a row, add positions, normalise.

    EmbedLayerNormalization takes float tables only (47 MB of words), its int8 sibling one scale for them all;
    two lookups keep the table small and closer to the original.
    """
    table, scales = quantize_rows(weights["embeddings.word_embeddings.weight"])
    looked_up = graph.add("Gather", [graph.constant("word.i8", table), "input_ids"], "word.rows")
    scale = graph.add("Gather", [graph.constant("word.scale", scales), "input_ids"], "word.row_scale")
    rows = graph.add("Cast", [looked_up], "word.rows_float", to=TensorProto.FLOAT)
    words = graph.add("Mul", [rows, scale], "word")
    return _add_norm(graph, weights, "embeddings", words, _add_positions(graph, weights))


def _add_positions(graph: GraphWriter, weights: Weights) -> str:
    """Cut the position table to the text's length; every token is of type 0, which is folded in."""
    table = weights["embeddings.position_embeddings.weight"][:MAX_TOKENS]
    table = table + weights["embeddings.token_type_embeddings.weight"][0]
    zero, one = (graph.constant(f"index.{n}", np.array([n], np.int64)) for n in (0, 1))
    shape = graph.add("Shape", ["input_ids"], "shape")
    length = graph.add("Gather", [shape, one], "length")
    return graph.add("Slice", [graph.constant("position.table", table[None]), zero, length, one], "position")


def _add_fp32_embedding(graph: GraphWriter, weights: Weights, ids: str, types: str) -> str:
    tables = [
        graph.constant(kind, weights[f"embeddings.{kind}_embeddings.weight"])
        for kind in ("word", "position", "token_type")
    ]
    inputs = [ids, types, *tables, *_norm_constants(graph, weights, "embeddings")]
    # The second output, mask positions, may not be left out; nobody reads it.
    outputs = ["embedding", "embedding.mask_index"]
    graph.add_many("EmbedLayerNormalization", inputs, outputs, domain=CONTRIB, epsilon=EPSILON)
    return outputs[0]


def _add_layer(graph: GraphWriter, weights: Weights, number: int, hidden: str, mask: str | None = None) -> str:
    """Add one transformer layer: int8 without a mask, fp32 with one."""
    layer, name = f"encoder.layer.{number}", f"layer{number}"
    add_dense = _add_fp32_dense if mask else _add_int8_dense
    inside, outside, up, down = (
        _linear(weights, f"{layer}.{part}")
        for part in ("attention.self", "attention.output.dense", "intermediate.dense", "output.dense")
    )
    attention = _add_attention(graph, f"{name}.attention", inside, hidden, mask)
    mixed = add_dense(graph, f"{name}.mix", outside, attention)
    hidden = _add_norm(graph, weights, f"{layer}.attention.output", mixed, hidden)
    wide = add_dense(graph, f"{name}.up", up, hidden)
    active = graph.add_fused("Gelu", [wide], f"{name}.gelu")
    narrow = add_dense(graph, f"{name}.down", down, active)
    return _add_norm(graph, weights, f"{layer}.output", narrow, hidden)


def _add_attention(graph: GraphWriter, name: str, linear: _Linear, hidden: str, mask: str | None) -> str:
    bias = graph.constant(f"{name}.bias", linear.bias)
    if mask:
        inputs = [hidden, graph.constant(f"{name}.weight", linear.weight), bias, mask]
        return graph.add_fused("Attention", inputs, name, num_heads=HEADS)
    values, scales = quantize_columns(linear.weight)
    weight = graph.constant(f"{name}.weight", values)
    weight_scale = graph.constant(f"{name}.scale", scales)
    # The zero point may be left out for a single scale only; a scale a column wants a zero a column.
    weight_zero = graph.constant(f"{name}.zero", np.zeros(scales.shape, np.int8))
    hidden_u8, scale, zero = f"{hidden}.u8", f"{hidden}.u8_scale", f"{hidden}.u8_zero"
    graph.add_many("DynamicQuantizeLinear", [hidden], [hidden_u8, scale, zero])
    inputs = [hidden_u8, weight, bias, scale, weight_scale, "", zero, weight_zero]
    return graph.add_fused("QAttention", inputs, name, num_heads=HEADS)


def _add_int8_dense(graph: GraphWriter, name: str, linear: _Linear, hidden: str) -> str:
    values, scales = quantize_columns(linear.weight)
    weight, scale = graph.constant(f"{name}.weight", values), graph.constant(f"{name}.scale", scales)
    inputs = [hidden, weight, scale, "", graph.constant(f"{name}.bias", linear.bias)]
    return graph.add_fused("DynamicQuantizeMatMul", inputs, name)


def _add_fp32_dense(graph: GraphWriter, name: str, linear: _Linear, hidden: str) -> str:
    product = graph.add("MatMul", [hidden, graph.constant(f"{name}.weight", linear.weight)], f"{name}.product")
    return graph.add("Add", [product, graph.constant(f"{name}.bias", linear.bias)], name)


def _add_norm(graph: GraphWriter, weights: Weights, owner: str, new: str, skipped: str) -> str:
    """Add what was skipped to what is new and normalise each token."""
    total = graph.add("Add", [new, skipped], f"{owner}.sum")
    inputs = [total, *_norm_constants(graph, weights, owner)]
    return graph.add("LayerNormalization", inputs, f"{owner}.norm", axis=-1, epsilon=EPSILON)


def _norm_constants(graph: GraphWriter, weights: Weights, owner: str) -> list[str]:
    """Keep a layer norm's two vectors and return their names."""
    return [graph.constant(f"{owner}.norm.{part}", weights[f"{owner}.LayerNorm.{part}"]) for part in ("weight", "bias")]


def _linear(weights: Weights, name: str) -> _Linear:
    """Return a dense layer; attention's three are joined side by side."""
    if name.endswith("attention.self"):
        parts = [_linear(weights, f"{name}.{part}") for part in ("query", "key", "value")]
        return _Linear(np.concatenate([p.weight for p in parts], 1), np.concatenate([p.bias for p in parts]))
    return _Linear(weights[f"{name}.weight"].T, weights[f"{name}.bias"])
