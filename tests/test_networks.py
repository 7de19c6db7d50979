"""The networks compute in float32 alone, which every processor does to the last digit or nearly so."""

from __future__ import annotations

from importlib.resources import files

import pytest

NETWORKS = [
    pytest.param(files("sayso.attribute") / "model" / "tagger.onnx", id="tagger"),
    pytest.param(files("sayso.link.retrieve") / "model" / "encoder.onnx", id="encoder"),
    pytest.param(files("sayso.link.pairs") / "model" / "pair.onnx", id="pair"),
    pytest.param(files("sayso.clear") / "model" / "clearing.onnx", id="clearing"),
]
QUANTISED = ("QuantizeLinear", "MatMulInteger", "QLinearMatMul", "MatMulNBits", "QAttention", "QGemm", "ConvInteger")
"""Operators that round what a text's numbers are, or multiply rounded ones: some processors saturate at them."""


@pytest.mark.parametrize("network", NETWORKS)
def test_no_network_rounds_or_saturates_what_it_computes(network: object) -> None:
    content = network.read_bytes()  # type: ignore[attr-defined]
    assert b"Gemm" in content, "operators stand in the file by their names"
    assert [name for name in QUANTISED if name.encode() in content] == []
