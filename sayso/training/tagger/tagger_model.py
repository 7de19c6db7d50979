"""The tagger as it is trained: word pieces and their parse in; their labels, and vectors that tie spans, out."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from sayso.attribute.tagger.syntax import DEPENDENCIES, ENTITIES, POS
from sayso.attribute.tagger.ties import LINK

LABELS = ("O", "B-Source", "I-Source", "B-Cue", "I-Cue", "B-Content", "I-Content")
DISTANCES = 48
_KINDS = (POS, DEPENDENCIES, ENTITIES, DEPENDENCIES)


class TaggerModel(nn.Module):
    """Word pieces and their parse in, label scores and vectors out.

    `ids`, `shapes`, `mask`: [batch, length]; `kinds`: [batch, length, 4]; `looks`: [batch, length, 3], places in the
    window. Returns scores [batch, length, 7] and vectors [batch, length, 4 * LINK + 2]: content and cue of
    the content-cue tie, cue and source of the cue-source tie, and what "tied to nothing" scores for a content and for
    a cue.
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
        self.kinds = nn.ModuleList(nn.Embedding(len(table), width) for table in _KINDS)
        for table in (self.shapes, *self.kinds):
            nn.init.zeros_(table.weight)
        self.look = nn.Linear(4 * width, width)
        self.looked = nn.Linear(width, width)
        nn.init.zeros_(self.looked.weight)
        self.norm = nn.LayerNorm(width)
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(width, len(LABELS))
        self.links = nn.Linear(width, 4 * LINK + 2)
        self.distance = nn.Parameter(torch.zeros(2, DISTANCES))
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)

    def forward(self, ids: Tensor, shapes: Tensor, kinds: Tensor, looks: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        words = self.encoder.embeddings.word_embeddings(ids) + self.shapes(shapes)
        for i, table in enumerate(self.kinds):
            words = words + table(kinds[..., i])
        hidden = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        rows = torch.arange(len(hidden))[:, None, None] * hidden.shape[1]
        seen = functional.embedding(looks + rows, hidden.flatten(0, 1)).flatten(2)
        hidden = self.norm(hidden + self.looked(functional.gelu(self.look(torch.cat([hidden, seen], dim=-1)))))
        hidden = self.drop(hidden)
        return self.tags(hidden), self.links(hidden)
