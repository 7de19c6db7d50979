"""The tagger as it is trained: MiniLM, a label for every word piece, and vectors that tie spans together."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from sayso.attribute.ties import LINK

LABELS = ("O", "B-Source", "I-Source", "B-Cue", "I-Cue", "B-Content", "I-Content")
DISTANCES = 48


class TaggerModel(nn.Module):
    """Word pieces in, label scores and link vectors out.

    `ids`, `shapes`, `mask`: [batch, length]. Returns scores [batch, length, 7] and vectors
    [batch, length, 4 * LINK + 2]: content and cue of the content-cue tie, cue and source of the cue-source
    tie, and what "tied to nothing" scores for a content and for a cue.
    """

    def __init__(self, encoder: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            encoder,
            add_pooling_layer=False,
            attn_implementation="sdpa",
            hidden_dropout_prob=0.0,  # drawing random numbers takes a third of a step on a CPU
            attention_probs_dropout_prob=0.0,
        )
        width = self.encoder.config.hidden_size
        self.shapes = nn.Embedding(4, width)
        nn.init.zeros_(self.shapes.weight)
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(width, len(LABELS))
        self.links = nn.Linear(width, 4 * LINK + 2)
        self.distance = nn.Parameter(torch.zeros(2, DISTANCES))
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        words = self.encoder.embeddings.word_embeddings(ids) + self.shapes(shapes)
        hidden = self.drop(self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state)
        return self.tags(hidden), self.links(hidden)
