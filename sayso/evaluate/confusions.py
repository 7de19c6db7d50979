"""What went wrong with the attributions of one article.

    split          one of the gold's is found as several
    merged         several of the gold's are found as one
    too long       the content goes on beyond the gold's
    too short      the content leaves out some of the gold's
    shifted        both
    missed         nothing stands for it
    spurious       it stands for nothing in the gold
    wrong source   paired, and somebody else, or nobody, is said to be the source

Where things are split or merged, that is counted once, and not that their parts are too short, missed or spurious.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.evaluate.annotation import Annotation, shown
from sayso.evaluate.marks import Error
from sayso.evaluate.pairing import MatchedPair, overlapping
from sayso.evaluate.word_places import HALF, Text, Words, dice


def confusions(
    text: Text, gold: Sequence[Annotation], found: Sequence[Annotation], pairs: Sequence[MatchedPair]
) -> Iterator[Error]:
    """Every error, those of one kind in text order. `pairs` are those that the measures count."""

    def error(kind: str, expected: Iterable[int], predicted: Iterable[int]) -> Error:
        return Error(
            kind,
            " | ".join(shown(gold[number], text) for number in expected),
            " | ".join(shown(found[number], text) for number in predicted),
        )

    near = [one for one in overlapping(gold, found) if _nested(gold[one.gold], found[one.predicted])]
    split = _several((one.gold, one.predicted) for one in near if _within(found[one.predicted], gold[one.gold]))
    merged = _several((one.predicted, one.gold) for one in near if _within(gold[one.gold], found[one.predicted]))
    counted_gold = {*split, *(number for several in merged.values() for number in several)}
    counted_found = {*merged, *(number for several in split.values() for number in several)}
    boundaries = list(_once((*sorted(pairs), *near), counted_gold, counted_found))

    yield from (error("split", [number], several) for number, several in split.items())
    yield from (error("merged", several, [number]) for number, several in merged.items())
    for one in boundaries:
        kind = boundary(gold[one.gold].content, found[one.predicted].content)
        if kind:
            yield error(kind, [one.gold], [one.predicted])
    yield from (error("missed", [number], []) for number in range(len(gold)) if number not in counted_gold)
    yield from (error("spurious", [], [number]) for number in range(len(found)) if number not in counted_found)
    for one in sorted(pairs):
        if dice(gold[one.gold].source, found[one.predicted].source) < HALF:
            yield error("wrong source", [one.gold], [one.predicted])


def boundary(gold: Words, found: Words) -> str | None:
    """What is wrong with the bounds of a content; None where they are right."""
    if gold == found:
        return None
    return "too long" if gold < found else "too short" if found < gold else "shifted"


def _once(links: Iterable[MatchedPair], counted_gold: set[int], counted_found: set[int]) -> Iterator[MatchedPair]:
    """The first link of each that has not been counted yet; from then on it has."""
    for one in links:
        if one.gold not in counted_gold and one.predicted not in counted_found:
            counted_gold.add(one.gold)
            counted_found.add(one.predicted)
            yield one


def _several(links: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    """Those on the left that are linked to more than one on the right, with them."""
    linked: dict[int, list[int]] = {}
    for left, right in links:
        linked.setdefault(left, []).append(right)
    return {left: rights for left, rights in linked.items() if len(rights) > 1}


def _within(one: Annotation, other: Annotation) -> bool:
    """Whether at least half of one's content stands in the other's."""
    return len(one.content & other.content) >= HALF * len(one.content)


def _nested(one: Annotation, other: Annotation) -> bool:
    return _within(one, other) or _within(other, one)
