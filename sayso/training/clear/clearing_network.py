"""The network of clearing, as it is trained: MiniLM over the windows of a draft, and layers over pairs of states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn
from transformers import AutoModel

from sayso.clear.nearness import MENTION_FLAGS, SENTENCE_FLAGS, SPEAKER_FLAGS, mention_flag, sentence_flag, speaker_flag
from sayso.training.encoder.write_encoder import encoder_folder

Example = Mapping[str, Any]
HIDDEN, DROPPED = 96, 0.15


class PairLayer(nn.Module):
    """Two states with a flag, read as `sayso.clear.network.Heads` says."""

    def __init__(self, width: int, flags: int, out: int) -> None:
        super().__init__()
        self.a, self.b = nn.Linear(width, HIDDEN), nn.Linear(width, HIDDEN)
        self.p, self.q = nn.Linear(width, HIDDEN), nn.Linear(width, HIDDEN)
        self.f, self.o = nn.Embedding(flags, HIDDEN), nn.Linear(HIDDEN, out)

    def forward(self, x: Tensor, y: Tensor, flags: Tensor) -> Tensor:
        """The further layer's outputs for states and flags of one shape."""
        read: Tensor = self.o(torch.relu(self.a(x) + self.b(y) + self.p(x) * self.q(y) + self.f(flags)))
        return read


class ClearingNetwork(nn.Module):
    """What `sayso.clear.network` runs; the word embeddings stay as they are."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder_folder())
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(DROPPED)
        self.acc, self.speak = PairLayer(width, MENTION_FLAGS, 1), PairLayer(width, MENTION_FLAGS, 1)
        self.link, self.head = PairLayer(width, SENTENCE_FLAGS, HIDDEN), PairLayer(width, 2, HIDDEN)
        self.ent, self.none, self.hfair = nn.Linear(width, HIDDEN), nn.Linear(width, 1), nn.Linear(width, 1)
        self.flag, self.sp = nn.Embedding(SPEAKER_FLAGS, HIDDEN), nn.Linear(1, HIDDEN)
        self.out, self.kind = nn.Linear(HIDDEN, 1), nn.Linear(HIDDEN, 1)
        self.hout, self.hkind = nn.Linear(HIDDEN, 1), nn.Linear(HIDDEN, 5)

    def states(self, batch: Sequence[Example]) -> Iterator[Tensor]:
        """For each example the states [windows, n, width] of its pieces."""
        windows = [window for one in batch for window in one["ids"]]
        ids = torch.zeros(len(windows), max(map(len, windows)), dtype=torch.long)
        there = torch.zeros_like(ids)
        for row, window in enumerate(windows):
            ids[row, : len(window)], there[row, : len(window)] = torch.tensor(window), 1
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.encoder(input_ids=ids, attention_mask=there).last_hidden_state
        states, first = self.dropout(states.float()), 0
        for one in batch:
            yield states[first : first + len(one["ids"])]
            first += len(one["ids"])

    def accusing(self, sentences: Tensor, mentions: Sequence[Tensor], one: Example) -> Tensor:
        """Log-odds [n, names] that each sentence accuses everybody named."""
        rows = [self._matched(self.acc, sentences, states, one, name) for name, states in enumerate(mentions)]
        return torch.stack(rows, 1)

    def answers(
        self, sentences: Tensor, mentions: Sequence[Tensor], one: Example, told: Sequence[int], name: int
    ) -> tuple[Tensor, Tensor]:
        """What answers an accusation: log-odds [1 + n] of none and each sentence, and [n] that it is printed."""
        numbers, called = range(len(sentences)), one["names"][name]
        away = torch.tensor([sentence_flag(told, number) for number in numbers])
        speaking = [
            speaker_flag(answers=called in one["answers"][number], speaks=called in one["speak"][number])
            for number in numbers
        ]
        state = sentences[list(told)].mean(0, keepdim=True)
        speaks = self._matched(self.speak, sentences, mentions[name], one, name)
        read = self.link(state, sentences, away) + self.ent(mentions[name].mean(0, keepdim=True))
        hidden = torch.relu(read + self.flag(torch.tensor(speaking)) + self.sp(speaks.unsqueeze(1)))
        odds = torch.cat([self.none(state)[:, 0], self.out(hidden)[:, 0] + speaks])
        return odds, self.kind(hidden)[:, 0]

    def overstating(self, headline: Tensor, sentences: Tensor) -> tuple[Tensor, Tensor]:
        """What a headline [1, width] overstates: log-odds [1 + n] of nothing and each sentence, and [n, 5] of kinds."""
        hidden = torch.relu(self.head(headline, sentences, torch.zeros(len(sentences), dtype=torch.long)))
        fair = self.hfair(headline + sentences.mean(0, keepdim=True))[:, 0]
        return torch.cat([fair, self.hout(hidden)[:, 0]]), self.hkind(hidden)

    def _matched(self, pair: PairLayer, sentences: Tensor, mentions: Tensor, one: Example, name: int) -> Tensor:
        near = [
            [mention_flag(one["ranges"], number, at) for _, at in one["mentions"][name]]
            for number in range(len(sentences))
        ]
        odds = pair(sentences.unsqueeze(1), mentions.unsqueeze(0), torch.tensor(near)).squeeze(-1)
        return torch.logsumexp(odds, 1)


def state_of(states: Tensor, place: Sequence[int]) -> Tensor:
    """The mean state of the pieces at a place."""
    window, start, end = place
    return states[window, start:end].mean(0)
