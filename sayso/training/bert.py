"""BERT's encoder, as a part of a graph."""

from __future__ import annotations

import numpy as np

from sayso.training.onnx_graph import Graph

LONGEST = 256
"""Pieces that a call may have, marks included, where nothing else is said."""


def encoder(graph: Graph, words: str, prefix: str, layers: int, heads: int, longest: int = LONGEST) -> str:
    """The last hidden states [n, width] of pieces whose embeddings are `words`[n, width].

    `prefix`: what the names of the encoder's weights begin with ("encoder."); `longest`: how many pieces there may be.
    """
    x = _placed(graph, words, prefix, graph.node("Shape", words, out="count", end=1), longest)
    for number in range(layers):
        x = _layer(graph, x, f"{prefix}encoder.layer.{number}", heads, f"layer{number}")
    return x


def encoder_of_texts(graph: Graph, words: str, layers: int, heads: int) -> str:
    """The last hidden states [b, n, width] of b texts, each of n pieces, whose embeddings are `words`[b, n, width]."""
    texts = graph.node("Shape", words, out="texts")
    x = _placed(graph, words, "", graph.node("Shape", words, out="count", start=1, end=2))
    width = len(graph.weights["embeddings.LayerNorm.bias"])
    x = graph.node("Reshape", x, graph.constant("pieces.flat", np.array([-1, width])), out="flat")
    for number in range(layers):
        x = _layer(graph, x, f"encoder.layer.{number}", heads, f"layer{number}", texts)
    return graph.node("Reshape", x, texts, out="hidden")


def _placed(graph: Graph, words: str, prefix: str, count: str, longest: int = LONGEST) -> str:
    """Words with their places, normalised; `count` is their number in a text."""
    table = graph.weights
    places = table[f"{prefix}embeddings.position_embeddings.weight"][:longest]
    kind = table[f"{prefix}embeddings.token_type_embeddings.weight"][0]
    positions = graph.constant("positions", places + kind)
    zero = graph.constant("zero", np.array([0]))
    here = graph.node("Slice", positions, zero, count, zero, out="here")
    x = graph.node("Add", words, here, out="placed")
    return graph.norm(x, layer=f"{prefix}embeddings.LayerNorm", out="embedded")


def _layer(graph: Graph, x: str, layer: str, heads: int, out: str, texts: str = "") -> str:
    seen = graph.attention(x, f"{layer}.attention.self", heads, f"{out}.attended", texts)
    seen = graph.linear(seen, f"{layer}.attention.output.dense", f"{out}.joined")
    x = graph.norm(seen, x, layer=f"{layer}.attention.output.LayerNorm", out=f"{out}.middle")
    inner = graph.gelu(x, f"{layer}.intermediate.dense", f"{out}.wide")
    inner = graph.linear(inner, f"{layer}.output.dense", f"{out}.narrow")
    return graph.norm(inner, x, layer=f"{layer}.output.LayerNorm", out=out)
