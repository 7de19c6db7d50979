"""Matching predicted attributions with gold ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.evaluate.annotation import Annotation
from sayso.evaluate.word_places import HALF, dice


class MatchedPair(NamedTuple):
    """Numbers of a gold and a predicted attribution."""

    gold: int
    predicted: int


def overlapping(gold: Sequence[Annotation], predicted: Sequence[Annotation]) -> Iterator[MatchedPair]:
    """All pairs whose contents share a word; takes time in proportion to the words, not to all possible pairs."""
    owners: dict[int, list[int]] = defaultdict(list)
    for number, annotation in enumerate(predicted):
        for word in annotation.content:
            owners[word].append(number)
    for number, annotation in enumerate(gold):
        for other in sorted(Counter(owner for word in annotation.content for owner in owners.get(word, ()))):
            yield MatchedPair(number, other)


def pair(gold: Sequence[Annotation], predicted: Sequence[Annotation]) -> list[MatchedPair]:
    """A one-to-one matching, largest overlap of content first (Dice of words, at least a half), then in text order."""
    near = [
        (dice(gold[pair.gold].content, predicted[pair.predicted].content), pair)
        for pair in overlapping(gold, predicted)
    ]
    pairs: list[MatchedPair] = []
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    for overlap, matched in sorted(near, key=lambda scored: (-scored[0], scored[1])):
        if overlap >= HALF and matched.gold not in taken_gold and matched.predicted not in taken_predicted:
            taken_gold.add(matched.gold)
            taken_predicted.add(matched.predicted)
            pairs.append(matched)
    return pairs
