"""The network of clearing as an ONNX graph."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto

from sayso.training.bert import encoder
from sayso.training.onnx_graph import Graph, Weights, value

LAYERS, HEADS, WIDTH = 6, 12, 384


def graph_of(weights: Weights) -> onnx.ModelProto:
    """The graph of a network with these weights, named as in `train.ClearingNetwork`; word embeddings are not in it.

    In: `pieces`[n, 384], the embedded pieces of both texts; `second`[n, 1], 1 for those of the second. Out, as
    log-odds: `accused`[n, 1] of each piece, `answer`[1, 3] of the second text, `about`[1, 1] of both.
    """
    graph = Graph(weights)
    kinds = weights["encoder.embeddings.token_type_embeddings.weight"]
    moved = graph.node("Mul", "second", graph.constant("second.kind", (kinds[1] - kinds[0])[None, :]), out="moved")
    hidden = encoder(graph, graph.node("Add", "pieces", moved, out="words"), "encoder.", LAYERS, HEADS)
    rows = graph.constant("rows", np.array([0]))
    target = graph.node("Mul", hidden, "second", out="target.hidden")
    count = graph.node("ReduceSum", "second", rows, out="target.count", keepdims=1)
    mean_target = graph.node(
        "Div", graph.node("ReduceSum", target, rows, out="target.sum", keepdims=1), count, out="of.target"
    )
    mean = graph.node("ReduceMean", hidden, rows, out="of.both", keepdims=1)
    graph.linear(hidden, "role", "accused")
    graph.linear(mean_target, "answer", "answer")
    graph.linear(mean, "about", "about")
    inputs = [value("pieces", TensorProto.FLOAT, "n", WIDTH), value("second", TensorProto.FLOAT, "n", 1)]
    outputs = [
        value("accused", TensorProto.FLOAT, "n", 1),
        value("answer", TensorProto.FLOAT, 1, 3),
        value("about", TensorProto.FLOAT, 1, 1),
    ]
    return graph.model("clearing", inputs, outputs)
