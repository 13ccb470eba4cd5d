"""Collect the nodes and constants of an ONNX graph: a thin layer over `onnx.helper`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import ModelProto, NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

CONTRIB = "com.microsoft"
"""Where ONNX Runtime keeps its fused operators."""

OPSET = 18
IR_VERSION = 10
"""Both pinned low: onnxruntime 1.22, our oldest, reads them, and a newer `onnx` writes the same bytes."""


class GraphWriter:
    """Collects nodes in order and constants by name."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._nodes: list[NodeProto] = []
        self._constants: list[TensorProto] = []

    def constant(self, name: str, values: npt.NDArray[np.generic]) -> str:
        """Keep an array in the graph and return its name."""
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(self, kind: str, inputs: Sequence[str], output: str, **attributes: Any) -> str:
        """Append a standard operator with one output and return the output's name."""
        self.add_many(kind, inputs, [output], **attributes)
        return output

    def add_fused(self, kind: str, inputs: Sequence[str], output: str, **attributes: Any) -> str:
        """Append one of ONNX Runtime's fused operators and return its output's name."""
        return self.add(kind, inputs, output, domain=CONTRIB, **attributes)

    def add_many(self, kind: str, inputs: Sequence[str], outputs: Sequence[str], **attributes: Any) -> None:
        """Append an operator with several outputs."""
        self._nodes.append(helper.make_node(kind, inputs, outputs, name=outputs[0], **attributes))

    def to_model(self, name: str, inputs: Sequence[ValueInfoProto], outputs: Sequence[ValueInfoProto]) -> ModelProto:
        """Return the whole model, without anything that differs from build to build."""
        graph = helper.make_graph(self._nodes, name, inputs, outputs, self._constants)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION)
