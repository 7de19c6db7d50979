"""What training minimises, and the quick look at dev after each pass."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from sayso.attribute.tagger.piece_windows import SEP
from sayso.attribute.tagger.ties import LINK, bucket
from sayso.training.tagger.tagger_model import LABELS, TaggerModel
from sayso.training.tagger.training_windows import IGNORED, TaggedFragment, TrainingExample

SMOOTHING = 0.05
"""Two annotators agree on three attributions in four, so the labels are not certain."""

TIES = (("Content", "Cue", 0), ("Cue", "Source", 1))


def collate(batch: Sequence[TrainingExample]) -> dict[str, Tensor]:
    """A padded batch: `ids`, `shapes`, `kinds`, `looks`, `mask`, as the model takes them, and `labels`."""
    length = -(-max(len(e.ids) for e in batch) // 32) * 32

    def padded(name: str, fill: int) -> Tensor:
        rows = []
        for values in (getattr(example, name) for example in batch):
            width = ((0, length - len(values)), *((0, 0),) * (values.ndim - 1))
            rows.append(np.pad(values, width, constant_values=fill))
        return torch.from_numpy(np.stack(rows))

    tensors = {name: padded(name, 0) for name in ("ids", "shapes", "kinds", "looks")}
    return tensors | {"mask": (tensors["ids"] != 0).long(), "labels": padded("labels", IGNORED)}


def run(model: TaggerModel, tensors: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """Scores and vectors of a batch."""
    scores, vectors = model(*(tensors[name] for name in ("ids", "shapes", "kinds", "looks", "mask")))
    return scores, vectors


def tie_scores(
    model: TaggerModel,
    vectors: Tensor,
    example: TrainingExample,
    kind: int,
    left: list[TaggedFragment],
    right: list[TaggedFragment],
) -> Tensor:
    """Scores [left, 1 + right] of each left fragment being tied to nothing, or to each right fragment."""
    pooled_left = torch.stack([vectors[f.start : f.end].mean(0) for f in left])
    null = pooled_left[:, 4 * LINK + kind, None]
    if not right:
        return null
    pooled_right = torch.stack([vectors[f.start : f.end].mean(0) for f in right])
    query = pooled_left[:, 2 * kind * LINK : (2 * kind + 1) * LINK]
    key = pooled_right[:, (2 * kind + 1) * LINK : (2 * kind + 2) * LINK]
    breaks = np.cumsum(example.ids == SEP)
    where = torch.tensor([[bucket(a, b, breaks) for b in right] for a in left])
    return torch.cat([null, query @ key.T / LINK**0.5 + model.distance[kind][where]], dim=1)


def tie_loss(model: TaggerModel, vectors: Tensor, example: TrainingExample) -> list[tuple[Tensor, bool]]:
    """For each gold fragment with something to be tied to: its loss, and whether the best tie is right."""
    out = []
    for left_role, right_role, kind in TIES:
        left = [f for f in example.fragments if f.role == left_role]
        right = [f for f in example.fragments if f.role == right_role]
        if not left:
            continue
        scores = tie_scores(model, vectors, example, kind, left, right).log_softmax(1)
        for row, fragment in zip(scores, left, strict=True):
            good = [1 + i for i, other in enumerate(right) if fragment.owners & other.owners] or [0]
            out.append((-row[good].logsumexp(0), int(row.argmax()) in good))
    return out


def loss_of(model: TaggerModel, tensors: dict[str, Tensor], batch: Sequence[TrainingExample]) -> Tensor:
    """Cross entropy of the labels, and of the ties between gold fragments."""
    scores, vectors = run(model, tensors)
    loss = functional.cross_entropy(
        scores.flatten(0, 1), tensors["labels"].flatten(), ignore_index=IGNORED, label_smoothing=SMOOTHING
    )
    ties = [tie for row, example in zip(vectors, batch, strict=True) for tie, _ in tie_loss(model, row, example)]
    if ties:
        loss = loss + 0.15 * torch.stack(ties).mean()
    return loss


def runs(labels: Sequence[int]) -> set[tuple[str, int, int]]:
    """The spans that BIO labels describe."""
    out, start, role = set(), 0, ""
    for i, label in enumerate([*labels, 0]):
        name = LABELS[label] if label >= 0 else "O"
        if role and name != f"I-{role}":
            out.add((role, start, i))
            role = ""
        if name.startswith("B-") or (name != "O" and not role):
            start, role = i, name[2:]
    return out


@torch.no_grad()
def dev_report(model: TaggerModel, pool: list[TrainingExample]) -> dict[str, float]:
    """Identical-span F1 of each role by plain argmax, and how often gold fragments are tied rightly."""
    model.eval()
    hit, gold, pred = (dict.fromkeys(("Source", "Cue", "Content"), 0) for _ in range(3))
    ties: list[bool] = []
    for example in pool:
        tensors = collate([example])
        scores, vectors = run(model, tensors)
        ties += [right for _, right in tie_loss(model, vectors[0], example)]
        want, have = runs(example.labels.tolist()), runs(scores[0].argmax(-1).tolist())
        for role in hit:
            sides = [{s for s in side if s[0] == role} for side in (want, have)]
            hit[role] += len(sides[0] & sides[1])
            gold[role] += len(sides[0])
            pred[role] += len(sides[1])
    out = {role: round(2 * hit[role] / max(1, gold[role] + pred[role]), 4) for role in hit}
    return out | {"ties": round(sum(ties) / max(1, len(ties)), 4)}
