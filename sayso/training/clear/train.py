"""Train the network of clearing: `python -m sayso.training.clear.train EXAMPLES OUT [--passes 6] [--from WEIGHTS]`.

EXAMPLES: a file that `examples` writes; every pass draws the share of each that it states. The weights that count are a
running mean of those of the steps. Writes them to OUT, and the network to `sayso/clear/model`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from sayso.clear.overstatements import KINDS
from sayso.training.clear.clearing_graph import graph_of
from sayso.training.clear.clearing_network import ClearingNetwork, Example, state_of
from sayso.training.descent import descend
from sayso.training.onnx_graph import write

MODEL = Path(__file__).parents[2] / "clear" / "model"
RATE, RATE_OF_HEADS, WARM, LEAST_SHARE = 6e-5, 8e-4, 60, 0.02
"""The rates of the encoder and of the layers over it, the steps until they are reached, and what is left at the end."""
BATCH, SORTED, KEPT, LONGEST = 8, 10, 0.995, 4
"""Drafts a step; of how many batches at a time they are sorted by length; how much of the mean of the weights is kept
at each step; and the windows of the longest draft."""


def loss_of(network: ClearingNetwork, states: Tensor, one: Example) -> Tensor:
    """Of whom the sentences accuse, of what answers, and of the headline."""
    sentences = torch.stack([state_of(states, place) for place in one["sentences"]])
    mentions = [torch.stack([state_of(states, place) for place, _ in places]) for places in one["mentions"]]
    loss = torch.zeros(())
    if one["labelled"] and mentions:
        loss = loss + _loss_of_accusations(network, sentences, mentions, one)
    if "kind" in one and one["headline"] and (one["kind"] is None or one["less"]):
        headline = state_of(states, one["headline"]).unsqueeze(0)
        odds, kinds = network.overstating(headline, sentences)
        loss = loss - _among(odds, [1 + number for number in one["less"]] if one["kind"] else [0])
        if one["kind"]:
            kind = torch.tensor([KINDS.index(one["kind"])] * len(one["less"]))
            loss = loss + 0.5 * cross_entropy(kinds[one["less"]], kind)
    return loss


def _loss_of_accusations(network: ClearingNetwork, sentences: Tensor, mentions: list[Tensor], one: Example) -> Tensor:
    accused = torch.zeros(len(sentences), len(mentions))
    loss = torch.zeros(())
    for told, name, kind, right in one["accusations"]:
        accused[told, name] = 1
        if kind == "absent" or right:
            odds, printed = network.answers(sentences, mentions, one, told, name)
            loss = loss - _among(odds, [0] if kind == "absent" else [1 + number for number in right])
            if kind != "absent":
                wanted = torch.full((len(right),), float(kind == "printed"))
                loss = loss + 0.5 * binary_cross_entropy_with_logits(printed[right], wanted)
    odds = network.accusing(sentences, mentions, one)
    rare = torch.tensor(3.0)
    return loss + binary_cross_entropy_with_logits(odds, accused, pos_weight=rare, reduction="sum") / 12


def _among(odds: Tensor, right: list[int]) -> Tensor:
    """The log of the probability of those that are right."""
    return torch.logsumexp(torch.log_softmax(odds, 0)[right], 0)


def batches(examples: Sequence[Example], random: Random) -> Iterator[list[Example]]:
    """The examples of one pass in batches of similar length."""
    drawn = [one for one in examples if random.random() < one["share"]]
    random.shuffle(drawn)
    for start in range(0, len(drawn), BATCH * SORTED):
        part = sorted(drawn[start : start + BATCH * SORTED], key=lambda one: sum(map(len, one["ids"])))
        cut = [part[at : at + BATCH] for at in range(0, len(part), BATCH)]
        yield from random.sample(cut, len(cut))


class Mean:
    """The running mean of a network's weights."""

    def __init__(self) -> None:
        self.weights: dict[str, Tensor] = {}

    def add(self, network: nn.Module, step: int) -> None:
        """Take in the weights of a step; of the first steps less is kept."""
        kept = min(KEPT, (1 + step) / (10 + step))
        for name, weights in network.state_dict().items():
            if weights.is_floating_point():
                mean = self.weights.setdefault(name, weights.clone())
                mean.mul_(kept).add_(weights, alpha=1 - kept)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m sayso.training.clear.train", description=__doc__)
    parser.add_argument("examples", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--from", dest="weights", type=Path)
    args = parser.parse_args()
    torch.manual_seed(0)
    random, network, mean = Random(0), ClearingNetwork(), Mean()
    if args.weights:
        network.load_state_dict(torch.load(args.weights))
    lines = args.examples.read_text("utf-8").splitlines()
    examples = [one for one in map(json.loads, lines) if len(one["ids"]) <= LONGEST]
    named = list(network.named_parameters())
    inner = [weights for name, weights in named if name.startswith("encoder.") and weights.requires_grad]
    heads = [weights for name, weights in named if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": inner}, {"params": heads}], lr=RATE, weight_decay=0.01)
    steps, step = int(args.passes * sum(one["share"] for one in examples) / BATCH), 0
    print(f"{len(examples)} examples, about {steps} steps", flush=True)
    for _ in range(args.passes):
        for batch in batches(examples, random):
            pace = min(1, (step + 1) / WARM) * max(LEAST_SHARE, 1 - step / steps)
            for group, rate in zip(optimizer.param_groups, (RATE, RATE_OF_HEADS), strict=True):
                group["lr"] = rate * pace
            losses = [loss_of(network, states, one) for states, one in zip(network.states(batch), batch, strict=True)]
            step = descend(torch.stack(losses).mean(), optimizer, [*inner, *heads], step)
            mean.add(network, step)
    network.load_state_dict(mean.weights, strict=False)
    torch.save(network.state_dict(), args.out)
    write_model(network)


def write_model(network: ClearingNetwork) -> None:
    """Write the encoder and the layers over it to `MODEL`."""
    weights = {name: tensor.numpy() for name, tensor in network.state_dict().items()}
    write(graph_of(weights), MODEL / "clearing.onnx")
    heads = {name: array.astype(np.float16) for name, array in weights.items() if not name.startswith("encoder.")}
    np.savez_compressed(MODEL / "heads.npz", **heads)


if __name__ == "__main__":
    main()
