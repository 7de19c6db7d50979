"""Write a quantised tagger as one that computes in float32: `python -m sayso.training.tagger.convert OLD.onnx`.

In the first taggers the activations were quantised too. Their int8 weights, times their scales, are the weights of a
float network; that one is written as `export` writes it. The same file gives the same bytes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

from sayso.training.onnx_graph import Floats, write
from sayso.training.tagger.tagger_graph import graph_of

MODEL = Path(__file__).parents[2] / "attribute" / "model"


def weights_of(model: onnx.ModelProto) -> dict[str, Floats]:
    """The weights by their names in `model.TaggerModel`."""
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    found = dict(_matrices(model, tensors))
    for name, tensor in tensors.items():
        if name.endswith(".weight_quantized"):  # of embeddings
            base = name.removesuffix("_quantized")
            zero, scale = tensors[f"{base}_zero_point"], tensors[f"{base}_scale"]
            found[base] = (tensor.astype(np.float32) - zero) * scale
        elif name.startswith("model.") and tensor.dtype == np.float32 and tensor.ndim == 1:
            found[name] = tensor
    (distance,) = (tensors[output.name] for output in model.graph.output if output.name in tensors)
    return {name.removeprefix("model."): weights for name, weights in found.items()} | {"distance": distance}


def _matrices(model: onnx.ModelProto, tensors: Mapping[str, NDArray[Any]]) -> Iterator[tuple[str, Floats]]:
    """The weight [out, in] of each linear layer; the name of a node shows which layer it was."""
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            base = node.input[1].removesuffix("_quantized")
            layer = node.name.removesuffix("/MatMul_quant").removeprefix("/").replace("/", ".")
            yield f"{layer}.weight", (tensors[node.input[1]].astype(np.float32) * tensors[f"{base}_scale"]).T


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m sayso.training.tagger.convert", description=__doc__)
    parser.add_argument("old", type=Path)
    parser.add_argument("--out", type=Path, default=MODEL)
    args = parser.parse_args()
    path = write(graph_of(weights_of(onnx.load(str(args.old)))), args.out / "tagger.onnx")
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
