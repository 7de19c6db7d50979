"""Turn trained weights into package data: `python -m sayso.training.tagger.write_tagger WEIGHTS`.

The word embeddings, which training leaves as they are, are those of `sayso.language`; the rest becomes an ONNX graph
over one window, its weights in int8, computed in float32.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from sayso.training.onnx_graph import write
from sayso.training.tagger.tagger_graph import graph_of

MODEL = Path(__file__).parents[2] / "attribute" / "model"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m sayso.training.tagger.write_tagger", description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, default=MODEL)
    args = parser.parse_args()
    weights = {name: tensor.numpy() for name, tensor in torch.load(args.weights, map_location="cpu").items()}
    path = write(graph_of(weights), args.out / "tagger.onnx")
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
