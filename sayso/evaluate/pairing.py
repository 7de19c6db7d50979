"""Which predicted attribution stands for which gold one."""

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
    """All whose contents share a word; the time goes with the words, not with the number of pairs."""
    owners: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(predicted):
        for word in one.content:
            owners[word].append(number)
    for number, one in enumerate(gold):
        for other in sorted(Counter(owner for word in one.content for owner in owners.get(word, ()))):
            yield MatchedPair(number, other)


def pair(gold: Sequence[Annotation], predicted: Sequence[Annotation]) -> list[MatchedPair]:
    """One to one, the largest overlap of content first (Dice of words, at least a half), then in text order."""
    near = [
        (dice(gold[one.gold].content, predicted[one.predicted].content), one) for one in overlapping(gold, predicted)
    ]
    pairs: list[MatchedPair] = []
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    for overlap, one in sorted(near, key=lambda scored: (-scored[0], scored[1])):
        if overlap >= HALF and one.gold not in taken_gold and one.predicted not in taken_predicted:
            taken_gold.add(one.gold)
            taken_predicted.add(one.predicted)
            pairs.append(one)
    return pairs
