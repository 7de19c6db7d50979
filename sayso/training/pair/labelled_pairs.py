"""Pairs of claims with how they relate, as the network learns them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.link.pairs.pair_network import LABELS

OTHERS = {
    "ecbplus": {"same": "same", "neither": "near", "conflict": "conflict", "partial": "more"},
    "politifact": {"same": "same", "neither": "near", "conflict": "conflict"},
    "fm2_dev": {"conflict": "conflict", "same": "same"},
    "covid_fact": {"conflict": "conflict", "same": "same"},
}
"""Public sets that are used besides, with what their labels are called here; of each only its part for training."""

DOUBTFUL = "neither/same_subtopic_no_shared_event"
"""A kind of pair of ECB+ of which a quarter does share an event."""


class Example(NamedTuple):
    """Two claims, and one of `LABELS`."""

    a: str
    b: str
    label: str


def labelled(file: Path) -> list[Example]:
    """The pairs of a file of lines `{"a": ..., "b": ..., "label": ...}`."""
    return [_example(json.loads(line)) for line in file.read_text("utf-8").splitlines()]


def _example(row: dict[str, str]) -> Example:
    if row["label"] not in LABELS:
        raise SystemExit(f"expected one of {', '.join(LABELS)}, found {row['label']!r}")
    return Example(row["a"], row["b"], row["label"])


def public(folder: Path) -> Iterator[Example]:
    """The pairs of the public sets in a folder; those of "dev" only where a set has no other part."""
    for name, labels in OTHERS.items():
        for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            taught = row["split"] == "train" or name.endswith("_dev")
            if taught and row["label"] in labels and row.get("kind") != DOUBTFUL:
                yield Example(row["a"], row["b"], labels[row["label"]])
