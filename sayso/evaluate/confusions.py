"""What went wrong with the attributions of one article.

    split          one of the gold's is found as several
    merged         several of the gold's are found as one
    too long       the content goes on beyond the gold's
    too short      the content leaves out some of the gold's
    shifted        both
    missed         nothing stands for it
    spurious       it stands for nothing in the gold
    wrong source   paired, but with another source, or with none

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

    near = [link for link in overlapping(gold, found) if _nested(gold[link.gold], found[link.predicted])]
    split = _several((link.gold, link.predicted) for link in near if _within(found[link.predicted], gold[link.gold]))
    merged = _several((link.predicted, link.gold) for link in near if _within(gold[link.gold], found[link.predicted]))
    counted_gold = {*split, *(number for several in merged.values() for number in several)}
    counted_found = {*merged, *(number for several in split.values() for number in several)}
    boundaries = list(_once((*sorted(pairs), *near), counted_gold, counted_found))

    yield from (error("split", [number], several) for number, several in split.items())
    yield from (error("merged", several, [number]) for number, several in merged.items())
    for link in boundaries:
        kind = boundary(gold[link.gold].content, found[link.predicted].content)
        if kind:
            yield error(kind, [link.gold], [link.predicted])
    yield from (error("missed", [number], []) for number in range(len(gold)) if number not in counted_gold)
    yield from (error("spurious", [], [number]) for number in range(len(found)) if number not in counted_found)
    for link in sorted(pairs):
        if dice(gold[link.gold].source, found[link.predicted].source) < HALF:
            yield error("wrong source", [link.gold], [link.predicted])


def boundary(gold: Words, found: Words) -> str | None:
    """What is wrong with the boundaries of a content; None if they are right."""
    if gold == found:
        return None
    return "too long" if gold < found else "too short" if found < gold else "shifted"


def _once(links: Iterable[MatchedPair], counted_gold: set[int], counted_found: set[int]) -> Iterator[MatchedPair]:
    """Links whose ends have not been counted yet; they count from then on."""
    for link in links:
        if link.gold not in counted_gold and link.predicted not in counted_found:
            counted_gold.add(link.gold)
            counted_found.add(link.predicted)
            yield link


def _several(links: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    """The left ends with more than one right end, and these right ends."""
    linked: dict[int, list[int]] = {}
    for left, right in links:
        linked.setdefault(left, []).append(right)
    return {left: rights for left, rights in linked.items() if len(rights) > 1}


def _within(inner: Annotation, outer: Annotation) -> bool:
    """Whether at least half of the inner content stands in the outer one."""
    return len(inner.content & outer.content) >= HALF * len(inner.content)


def _nested(a: Annotation, b: Annotation) -> bool:
    return _within(a, b) or _within(b, a)
