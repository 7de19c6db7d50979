"""Train the network of pairs: `python -m sayso.training.pair.train_pairs PAIRS PUBLIC OUT [--passes 3]`.

PAIRS: a file that `python -m tests.evaluation.news.pairs train` writes. PUBLIC: the folder of the public sets. Every
pass sees all pairs, in either order, and those made of them (`swaps.py`). The word embeddings stay as they are. Writes
the weights to OUT, and the network to `sayso/link/pairs/model/pair.onnx`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from transformers import AutoModel, AutoTokenizer, BatchEncoding

from sayso.link.pairs.pair_network import JOINING, LABELS
from sayso.training.descent import descend
from sayso.training.encoder.write_encoder import encoder_folder
from sayso.training.onnx_graph import write
from sayso.training.pair.labelled_pairs import Example, labelled, public
from sayso.training.pair.pair_graph import graph_of
from sayso.training.pair.swaps import swapped

MODEL = Path(__file__).parents[2] / "link" / "pairs" / "model" / "pair.onnx"
RATE, WARM = 1e-4, 100
BATCH, LONGEST = 32, 112
SORTED = 20
"""Of how many batches at a time the pairs are sorted by length, so that little is padded."""


class PairNetwork(nn.Module):
    """MiniLM over both claims, the mean of its states, and one linear layer."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder_folder())
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        self.dropout = nn.Dropout(0.1)
        self.labels = nn.Linear(self.encoder.config.hidden_size, len(LABELS))

    def forward(self, pieces: BatchEncoding) -> Tensor:
        """The log-odds [pairs, labels]."""
        states = self.encoder(**pieces).last_hidden_state
        there = pieces["attention_mask"].unsqueeze(-1).float()
        found: Tensor = self.labels(self.dropout((states * there).sum(1) / there.sum(1)))
        return found


def loss_of(scores: Tensor, labels: Tensor) -> Tensor:
    """Of the label, and of whether the pair is joined at all."""
    joining = [LABELS.index(label) for label in JOINING]
    rest = [number for number in range(len(LABELS)) if number not in joining]
    joined = torch.logsumexp(scores[:, joining], 1) - torch.logsumexp(scores[:, rest], 1)
    is_joined = torch.isin(labels, torch.tensor(joining)).float()
    return cross_entropy(scores, labels, label_smoothing=0.05) + binary_cross_entropy_with_logits(joined, is_joined)


def batches(examples: Sequence[Example], random: Random) -> Iterator[list[Example]]:
    """All examples in batches of similar length, each pair in a random order."""
    turned = [Example(b, a, label) if random.random() < 0.5 else Example(a, b, label) for a, b, label in examples]
    random.shuffle(turned)
    for start in range(0, len(turned), BATCH * SORTED):
        part = sorted(turned[start : start + BATCH * SORTED], key=lambda example: len(example.a) + len(example.b))
        cut = [part[at : at + BATCH] for at in range(0, len(part), BATCH)]
        random.shuffle(cut)
        yield from cut


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m sayso.training.pair.train_pairs", description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("public", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--passes", type=int, default=3)
    args = parser.parse_args()
    torch.manual_seed(0)
    random = Random(0)
    ours = labelled(args.pairs)
    examples = [*ours, *swapped(ours, random), *public(args.public)]
    pieces_of, network = AutoTokenizer.from_pretrained(encoder_folder()), PairNetwork()
    trained = [weights for weights in network.parameters() if weights.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=RATE, weight_decay=0.01)
    steps, step = args.passes * -(-len(examples) // BATCH), 0
    print(f"{len(ours)} pairs, {len(examples)} with those made of them and public ones, {steps} steps", flush=True)
    for _ in range(args.passes):
        for batch in batches(examples, random):
            optimizer.param_groups[0]["lr"] = RATE * min(1, step / WARM) * (1 - step / (steps + WARM))
            texts = [example.a for example in batch], [example.b for example in batch]
            pieces = pieces_of(*texts, truncation=True, max_length=LONGEST, padding=True, return_tensors="pt")
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = network(pieces)
            loss = loss_of(scores.float(), torch.tensor([LABELS.index(example.label) for example in batch]))
            step = descend(loss, optimizer, trained, step)
    torch.save(network.state_dict(), args.out)
    write(graph_of({name: tensor.numpy() for name, tensor in network.state_dict().items()}), MODEL)


if __name__ == "__main__":
    main()
