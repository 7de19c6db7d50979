"""Train the network of clearing: `python -m sayso.training.clear.train EXAMPLES OUT [--passes 4] [--from WEIGHTS]`.

EXAMPLES: a file that `examples` writes. Every pass sees all of them. The word embeddings stay as they are. Writes the
weights to OUT, and the network to `sayso/clear/model/clearing.onnx`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from transformers import AutoModel

from sayso.training.clear.clearing_graph import graph_of
from sayso.training.clear.examples import UNKNOWN
from sayso.training.descent import descend
from sayso.training.encoder.write_encoder import encoder_folder
from sayso.training.onnx_graph import write

MODEL = Path(__file__).parents[2] / "clear" / "model" / "clearing.onnx"
RATE, AGAIN, WARM = 1e-4, 6e-5, 60
"""The rate, that of training which goes on from weights, and the steps until it is reached."""
BATCH, SORTED = 32, 10
"""Examples a step; of how many batches at a time they are sorted by length, so that little is padded."""

Example = Mapping[str, Any]


class Read(NamedTuple):
    """Log-odds: `accused` [b, n] of pieces, `answer` [b, 3] of sentences, `about` [b] of pairs."""

    accused: Tensor
    answer: Tensor
    about: Tensor


class ClearingNetwork(nn.Module):
    """MiniLM over both texts, and three linear layers: over each state, the second text's mean, the mean of all."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder_folder())
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.role, self.answer, self.about = nn.Linear(width, 1), nn.Linear(width, 3), nn.Linear(width, 1)

    def forward(self, ids: Tensor, second: Tensor, there: Tensor) -> Read:
        """What it reads in a batch of padded texts [b, n]."""
        states = self.encoder(input_ids=ids, token_type_ids=second, attention_mask=there).last_hidden_state
        states = self.dropout(states.float())
        return Read(
            self.role(states).squeeze(-1),
            self.answer(_mean(states, second * there)),
            self.about(_mean(states, there)).squeeze(-1),
        )


def _mean(states: Tensor, of: Tensor) -> Tensor:
    chosen = of.unsqueeze(-1).float()
    return (states * chosen).sum(1) / chosen.sum(1)


def padded(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pieces, second text, what is there, and the labels of pieces, each [b, n]."""
    longest = max(len(one["ids"]) for one in batch)
    whole = torch.zeros(3, len(batch), longest, dtype=torch.long)
    labels = torch.full((len(batch), longest), float(UNKNOWN))
    for row, one in enumerate(batch):
        size = len(one["ids"])
        whole[0, row, :size], whole[1, row, :size] = torch.tensor(one["ids"]), torch.tensor(one["second"])
        whole[2, row, :size] = 1
        if "accused" in one:
            labels[row, :size] = torch.tensor(one["accused"], dtype=torch.float)
    return whole[0], whole[1], whole[2], labels


def loss_of(read: Read, labels: Tensor, batch: Sequence[Example]) -> Tensor:
    """Of the pieces that are known and of answers in sentences, and of pairs."""
    sentences = torch.tensor(["accused" in one for one in batch])
    loss = torch.zeros(())
    if sentences.any():
        known = labels >= 0
        rare = torch.tensor(3.0)
        loss = loss + 4 * binary_cross_entropy_with_logits(read.accused[known], labels[known], pos_weight=rare)
        answers = torch.tensor([one["answer"] for one in batch if "accused" in one])
        loss = loss + cross_entropy(read.answer[sentences], answers, weight=torch.tensor([1.0, 2.0, 3.0]))
    if not sentences.all():
        about = torch.tensor([float(one["about"]) for one in batch if "accused" not in one])
        loss = loss + 2 * binary_cross_entropy_with_logits(read.about[~sentences], about)
    return loss


def batches(examples: Sequence[Example], random: Random) -> Iterator[list[Example]]:
    """All examples in batches of similar length."""
    mixed = random.sample(examples, len(examples))
    for start in range(0, len(mixed), BATCH * SORTED):
        part = sorted(mixed[start : start + BATCH * SORTED], key=lambda example: len(example["ids"]))
        cut = [part[at : at + BATCH] for at in range(0, len(part), BATCH)]
        yield from random.sample(cut, len(cut))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m sayso.training.clear.train", description=__doc__)
    parser.add_argument("examples", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--passes", type=int, default=4)
    parser.add_argument("--from", dest="weights", type=Path)
    args = parser.parse_args()
    torch.manual_seed(0)
    random, network = Random(0), ClearingNetwork()
    if args.weights:
        network.load_state_dict(torch.load(args.weights))
    rate = AGAIN if args.weights else RATE
    examples = [json.loads(line) for line in args.examples.read_text("utf-8").splitlines()]
    trained = [weights for weights in network.parameters() if weights.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=rate, weight_decay=0.01)
    steps, step = args.passes * -(-len(examples) // BATCH), 0
    print(f"{len(examples)} examples, about {steps} steps", flush=True)
    for _ in range(args.passes):
        for batch in batches(examples, random):
            optimizer.param_groups[0]["lr"] = rate * min(1, step / WARM) * max(0.01, 1 - step / steps)
            ids, second, there, labels = padded(batch)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                read = network(ids, second, there)
            loss = loss_of(Read(*(one.float() for one in read)), labels, batch)
            step = descend(loss, optimizer, trained, step)
    torch.save(network.state_dict(), args.out)
    write(graph_of({name: tensor.numpy() for name, tensor in network.state_dict().items()}), MODEL)


if __name__ == "__main__":
    main()
