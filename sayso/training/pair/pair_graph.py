"""The network of pairs as an ONNX graph."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto

from sayso.link.pairs.pair_network import LABELS
from sayso.training.bert import encoder
from sayso.training.onnx_graph import Graph, Weights, value

LAYERS, HEADS, WIDTH = 6, 12, 384


def graph_of(weights: Weights) -> onnx.ModelProto:
    """The graph of a network with these weights, named as in `train.PairNetwork`; word embeddings come from outside.

    In: `pieces`[n, 384], both claims' embedded pieces; `second`[n, 1], 1 for those of the second claim. Out: `scores`,
    the log-odds of each label.
    """
    graph = Graph(weights)
    kinds = weights["encoder.embeddings.token_type_embeddings.weight"]
    moved = graph.node("Mul", "second", graph.constant("second.kind", (kinds[1] - kinds[0])[None, :]), out="moved")
    hidden = encoder(graph, graph.node("Add", "pieces", moved, out="words"), "encoder.", LAYERS, HEADS)
    mean = graph.node("ReduceMean", hidden, graph.constant("rows", np.array([0])), out="mean", keepdims=1)
    graph.node(
        "Squeeze", graph.linear(mean, "labels", "rows.scores"), graph.constant("first", np.array([0])), out="scores"
    )
    inputs = [value("pieces", TensorProto.FLOAT, "n", WIDTH), value("second", TensorProto.FLOAT, "n", 1)]
    return graph.model("pair", inputs, [value("scores", TensorProto.FLOAT, len(LABELS))])
