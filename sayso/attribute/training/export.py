"""Turn trained weights into package data: `python -m sayso.attribute.training.export WEIGHTS --out DIR`.

The weights become an ONNX graph over one window, then int8 (weights per channel, activations at run time).
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from sayso.attribute.training.__main__ import encoder_folder
from sayso.attribute.training.model import TaggerModel


class _OneWindow(nn.Module):
    """The model over one window of n pieces: scores [n, 7], vectors [n, 258], biases by distance [2, 48]."""

    def __init__(self, model: TaggerModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, shapes: Tensor, kinds: Tensor, looks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        model = self.model
        scores, vectors = model(ids, shapes, kinds, looks, torch.ones_like(ids))
        return scores[0].log_softmax(-1), vectors[0], model.distance + 0


def export(weights: Path, out: Path) -> Path:
    """Write `tagger.onnx` into `out`; returns its path."""
    encoder = encoder_folder()
    model = TaggerModel(encoder)
    model.load_state_dict(torch.load(weights, map_location="cpu"))
    window = _OneWindow(model).eval()
    ids = torch.ones(1, 40, dtype=torch.long)
    example = (ids, ids * 0, ids[..., None].expand(-1, -1, 4) * 0, ids[..., None].expand(-1, -1, 3) * 0)
    inputs = ["ids", "shapes", "kinds", "looks"]
    outputs = ["scores", "vectors"]
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "tagger.onnx"
        torch.onnx.export(
            window,
            example,
            str(full),
            input_names=inputs,
            output_names=[*outputs, "distance"],
            dynamic_axes={name: {1: "length"} for name in inputs} | {name: {0: "length"} for name in outputs},
            dynamo=False,
        )
        quantize_dynamic(
            full,
            out / "tagger.onnx",
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
        )
    return out / "tagger.onnx"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m sayso.attribute.training.export", description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "model")
    args = parser.parse_args()
    path = export(args.weights, args.out)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
