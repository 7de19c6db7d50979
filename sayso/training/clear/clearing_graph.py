"""The encoder of the network of clearing as an ONNX graph."""

from __future__ import annotations

import onnx
from onnx import TensorProto

from sayso.clear.windows import LONGEST
from sayso.training.bert import encoder
from sayso.training.onnx_graph import Graph, Weights, value

LAYERS, HEADS, WIDTH = 6, 12, 384


def graph_of(weights: Weights) -> onnx.ModelProto:
    """The graph of an encoder with these weights, named as in `train.ClearingNetwork`; word embeddings are not in it.

    In: `pieces`[n, 384], the embedded pieces of a window. Out: `states`[n, 384].
    """
    graph = Graph(weights)
    hidden = encoder(graph, "pieces", "encoder.", LAYERS, HEADS, LONGEST + 1)
    graph.node("Identity", hidden, out="states")
    inputs = [value("pieces", TensorProto.FLOAT, "n", WIDTH)]
    return graph.model("clearing", inputs, [value("states", TensorProto.FLOAT, "n", WIDTH)])
