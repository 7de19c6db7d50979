"""The tagger as an ONNX graph over one window."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto

from sayso.attribute.tagger.ties import LINK
from sayso.training.bert import encoder
from sayso.training.onnx_graph import Graph, Weights, value

LAYERS, HEADS, WIDTH = 6, 12, 384
KINDS = 4
LABELS = 7
DISTANCES = 48


def graph_of(weights: Weights) -> onnx.ModelProto:
    """The graph of a tagger with these weights, named as in `model.TaggerModel`; word embeddings come from outside.

    In: `words`[n, 384], embedded pieces; `shapes`[n], `kinds`[n, 4], `looks`[n, 3]. Out: log-probabilities
    `scores`[n, 7], `vectors`[n, 4 * LINK + 2], biases by `distance`[2, 48].
    """
    graph = Graph(weights)
    hidden = encoder(graph, _words(graph), "encoder.", LAYERS, HEADS)
    hidden = _looking(graph, hidden)
    graph.node("LogSoftmax", graph.linear(hidden, "tags", "tags"), out="scores", axis=-1)
    graph.linear(hidden, "links", "vectors")
    graph.node("Identity", graph.constant("by.distance", weights["distance"]), out="distance")
    inputs = [
        value("words", TensorProto.FLOAT, "n", WIDTH),
        value("shapes", TensorProto.INT64, "n"),
        value("kinds", TensorProto.INT64, "n", KINDS),
        value("looks", TensorProto.INT64, "n", 3),
    ]
    outputs = [
        value("scores", TensorProto.FLOAT, "n", LABELS),
        value("vectors", TensorProto.FLOAT, "n", 4 * LINK + 2),
        value("distance", TensorProto.FLOAT, 2, DISTANCES),
    ]
    return graph.model("tagger", inputs, outputs)


def _words(graph: Graph) -> str:
    """The embedded pieces with what is known of them added: capitals, and what the parse says."""
    shapes = graph.constant("shapes.table", graph.weights["shapes.weight"])
    x = graph.node("Add", "words", graph.node("Gather", shapes, "shapes", out="of.shapes"), out="with.shapes")
    for number in range(KINDS):
        kind = graph.node(
            "Gather", "kinds", graph.constant(f"kind.{number}", np.array(number)), out=f"kinds.{number}", axis=1
        )
        table = graph.constant(f"kinds.{number}.table", graph.weights[f"kinds.{number}.weight"])
        x = graph.node(
            "Add", x, graph.node("Gather", table, kind, out=f"of.kinds.{number}"), out=f"with.kinds.{number}"
        )
    return x


def _looking(graph: Graph, hidden: str) -> str:
    """Each piece with what it sees at its head, its clause's top, and what that hangs on."""
    seen = graph.node("Gather", hidden, "looks", out="seen.apart")
    seen = graph.node("Reshape", seen, graph.constant("rows", np.array([-1, 3 * WIDTH])), out="seen")
    looked = graph.gelu(graph.node("Concat", hidden, seen, out="with.seen", axis=1), "look", "look")
    return graph.norm(graph.linear(looked, "looked", "looked"), hidden, layer="norm", out="looking", epsilon=1e-5)
