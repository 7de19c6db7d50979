"""An ONNX graph, written node by node: weights are kept in int8, and everything is computed in float32.

Networks whose activations are quantised read differently on different processors: some saturate, and all round the last
digit in their own way, which a scale taken from the data makes large. In float32 only that last digit is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Floats = NDArray[np.float32]
Weights = Mapping[str, Floats]
"""By name, as in a state of PyTorch: a linear layer's weight is [out, in]."""

CONTRIB = "com.microsoft"
"""The domain of onnxruntime's own operators, several of the standard's in one."""


class Graph:
    """A graph that grows: every method adds nodes and returns the name of their output."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, value: NDArray[Any]) -> str:
        """A tensor that is part of the graph."""
        self._constants[name] = numpy_helper.from_array(np.array(value, order="C"), name)
        return name

    def node(self, op: str, *inputs: str, out: str, domain: str = "", **attributes: Any) -> str:
        """One operator with one output."""
        self._nodes.append(helper.make_node(op, inputs, [out], name=out, domain=domain, **attributes))
        return out

    def kept(self, name: str, matrix: Floats) -> str:
        """A matrix [in, out] that is kept as int8 with a scale a column, and that loading makes float32 again."""
        scales = (np.abs(matrix).max(0) / np.float32(127)).astype(np.float32)
        small = np.rint(matrix / np.where(scales == 0, 1, scales)).astype(np.int8)
        cast = self.node("Cast", self.constant(f"{name}.int8", small), out=f"{name}.cast", to=TensorProto.FLOAT)
        return self.node("Mul", cast, self.constant(f"{name}.scales", scales), out=name)

    def linear(self, x: str, layer: str, out: str) -> str:
        """`x`[n, in] through a linear layer of the weights."""
        matrix = self.kept(f"{layer}.weight", self.weights[f"{layer}.weight"].T)
        return self.node("Gemm", x, matrix, self.constant(f"{layer}.bias", self.weights[f"{layer}.bias"]), out=out)

    def gelu(self, x: str, layer: str, out: str) -> str:
        """`x`[n, in] through a linear layer and GELU."""
        matrix = self.kept(f"{layer}.weight", self.weights[f"{layer}.weight"].T)
        bias = self.constant(f"{layer}.bias", self.weights[f"{layer}.bias"])
        return self.node("BiasGelu", self.node("MatMul", x, matrix, out=f"{out}.in"), bias, out=out, domain=CONTRIB)

    def norm(self, *summands: str, layer: str, out: str, epsilon: float = 1e-12) -> str:
        """The sum of one or two [n, width], each row normalised.

        In two nodes: the operator that does both goes through the numbers one by one.
        """
        x = summands[0] if len(summands) == 1 else self.node("Add", *summands, out=f"{out}.sum")
        parts = [self.constant(f"{layer}.{part}", self.weights[f"{layer}.{part}"]) for part in ("weight", "bias")]
        return self.node("LayerNormalization", x, *parts, out=out, epsilon=epsilon)

    def attention(self, x: str, layer: str, heads: int, out: str, texts: str = "") -> str:
        """What each row of `x`[n, width] attends to among the others, before the layer that puts heads together.

        `texts` has the shape [b, n, width] where the rows are those of b texts, each of which attends to itself alone.
        """
        parts = [f"{layer}.{part}" for part in ("query", "key", "value")]
        matrix = self.kept(
            f"{layer}.weight", np.concatenate([self.weights[f"{part}.weight"].T for part in parts], axis=1)
        )
        bias = self.constant(f"{layer}.bias", np.concatenate([self.weights[f"{part}.bias"] for part in parts]))
        width = len(self.weights[f"{parts[0]}.bias"])
        shape = texts or self.constant(f"{out}.batch", np.array([1, -1, width]))
        batch = self.node("Reshape", x, shape, out=f"{out}.in")
        seen = self.node("Attention", batch, matrix, bias, out=f"{out}.seen", domain=CONTRIB, num_heads=heads)
        return self.node("Reshape", seen, self.constant(f"{out}.rows", np.array([-1, width])), out=out)

    def model(
        self, name: str, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]
    ) -> onnx.ModelProto:
        """The finished graph, checked."""
        graph = helper.make_graph(self._nodes, name, inputs, outputs, list(self._constants.values()))
        opsets = [helper.make_opsetid("", 20), helper.make_opsetid(CONTRIB, 1)]
        made = helper.make_model(graph, opset_imports=opsets, ir_version=10, producer_name="sayso")
        onnx.checker.check_model(made)
        return made


def value(name: str, kind: int, *shape: int | str) -> onnx.ValueInfoProto:
    """An input or output of a graph."""
    return helper.make_tensor_value_info(name, kind, shape)


def write(model: onnx.ModelProto, path: Path) -> Path:
    """Write the model: the same bytes for the same graph."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(model.SerializeToString(deterministic=True))
    return path
