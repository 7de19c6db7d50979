"""Heads that were kept elsewhere, such as signed checkpoints: what of the ledger they vouch for, and what not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from schemas import Head


class Anchor(NamedTuple):
    """A head, and what it is called in sentences, such as "checkpoint 340.checkpoint"."""

    head: Head
    name: str


class ChangedRange(NamedTuple):
    """The entries after number `good`, up to `bad`, among which the first is that was changed."""

    good: int
    bad: int

    def __str__(self) -> str:
        return f"entry {self.bad}" if self.bad == self.good + 1 else f"one of the entries {self.good + 1} to {self.bad}"


def holds(anchor: Anchor, size: int, roots: Mapping[int, str]) -> bool:
    """Whether the ledger of `size` entries, with these roots by size, begins with the entries of the anchor."""
    return anchor.head.size <= size and roots.get(anchor.head.size) == anchor.head.root


def anchored(anchors: Sequence[Anchor], size: int, roots: Mapping[int, str]) -> int:
    """How many entries, from the first, an anchor vouches for."""
    return max((one.head.size for one in anchors if holds(one, size, roots)), default=0)


def anchor_findings(anchors: Sequence[Anchor], size: int, roots: Mapping[int, str]) -> Iterator[str]:
    """A sentence for the first anchor that the ledger does not begin with, and the number of the others."""
    broken = sorted((one for one in anchors if not holds(one, size, roots)), key=lambda one: one.head.size)
    if not broken:
        return
    first, good = broken[0], anchored([one for one in anchors if one.head.size <= broken[0].head.size], size, roots)
    more = f"; {len(broken) - 1} more do not fit either" if broken[1:] else ""
    if first.head.size > size:
        yield f"The {first.name} counts {first.head.size} entries, {size} are there: the rest is gone{more}."
        return
    where = ChangedRange(min(good, first.head.size - 1), first.head.size)
    yield (
        f"The first {first.head.size} entries are not those of the {first.name}: the first that was changed, removed, "
        f"inserted or moved is {where}{more}."
    )
