"""The whole Merkle tree in a file, so that a proof reads a few hashes of it and not all leaves.

The file is a view: it can be deleted, and is made again from the leaves. It holds the hash of every complete subtree,
32 bytes each, in the order in which they are completed: leaf 0, leaf 1, the node over both, leaf 2, ... A tree of n
leaves so has 2n - popcount(n) hashes, and nothing that is written once ever changes.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterable
from itertools import zip_longest
from pathlib import Path
from types import TracebackType
from typing import Self

from sayso.ledger.log.merkle import HASH_SIZE, MerkleTree, node_hash

Leaves = Callable[[int, int], Iterable[bytes]]
"""The leaf hashes after number `after`, up to number `last`, in order."""


def before(path: Path) -> Path:
    """Where the file of a tree is put aside that is not that of the ledger any more."""
    return path.with_name(f"{path.name}.before")


class TreeFile:
    """The tree at `path`, open and locked for as long as the context lasts."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
        fcntl.flock(self._file, fcntl.LOCK_EX)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    @property
    def size(self) -> int:
        """How many leaves it has."""
        return _leaves_in(os.fstat(self._file.fileno()).st_size // HASH_SIZE)

    def grow(self, tree: MerkleTree, leaves: Leaves) -> bool:
        """Add the leaves that are missing; whether it is that of `tree` then. It is cut where it has more leaves."""
        return self._grown(min(self.size, tree.size), tree, leaves)

    def fits(self, tree: MerkleTree) -> bool:
        """Whether it has no more leaves than `tree`; where it has as many, the same root."""
        return self.size < tree.size or (self.size == tree.size and self.tree(self.size) == tree)

    def first_difference(self, size: int, leaves: Iterable[bytes]) -> int | None:
        """The number (from 1) of the first of `size` leaves that is not, in order, one of these leaf hashes."""
        for index, (own, other) in enumerate(zip_longest(map(self.leaf, range(size)), leaves)):
            if own != other:
                return index + 1
        return None

    def leaf(self, index: int) -> bytes:
        """The hash of the leaf `index` (from 0)."""
        return self._node(index, 0)

    def inclusion(self, index: int, size: int) -> list[bytes]:
        """The hashes from the sibling of the leaf `index` (from 0) up, in the tree of the first `size` leaves."""
        return self._path(index, 0, size)

    def consistency(self, first: int, size: int) -> list[bytes]:
        """The proof that the tree of `size` leaves begins with that of `first` leaves (RFC 9162, section 2.1.4.1)."""
        return self._subproof(first, 0, size, whole=True) if 0 < first < size else []

    def tree(self, size: int) -> MerkleTree:
        """The tree of the first `size` leaves."""
        peaks, start = [], 0
        for level in range(size.bit_length() - 1, -1, -1):
            if size >> level & 1:
                peaks.append(self._node(start, level))
                start += 1 << level
        return MerkleTree(size, tuple(peaks))

    def _grown(self, held: int, tree: MerkleTree, leaves: Leaves) -> bool:
        stack = list(self.tree(held).peaks)
        self._file.seek(_hashes_of(held) * HASH_SIZE)
        self._file.truncate()
        for number, leaf in enumerate(leaves(held, tree.size), held):
            self._file.write(leaf)
            done = number
            while done & 1:
                leaf = node_hash(stack.pop(), leaf)
                self._file.write(leaf)
                done >>= 1
            stack.append(leaf)
        self._file.flush()
        return tuple(stack) == tree.peaks

    def _node(self, start: int, level: int) -> bytes:
        """The hash over the leaves `start` to `start + 2**level`, a complete subtree."""
        last = start + (1 << level) - 1
        self._file.seek((_hashes_of(last) + level) * HASH_SIZE)
        return self._file.read(HASH_SIZE)

    def _root(self, start: int, end: int) -> bytes:
        """The root over the leaves `start` to `end`, of which the first is the first of a complete subtree."""
        if end - start == _half(end - start) * 2 or end - start == 1:
            return self._node(start, (end - start).bit_length() - 1)
        middle = start + _half(end - start)
        return node_hash(self._root(start, middle), self._root(middle, end))

    def _path(self, index: int, start: int, end: int) -> list[bytes]:
        if end - start == 1:
            return []
        middle = start + _half(end - start)
        if index < middle:
            return [*self._path(index, start, middle), self._root(middle, end)]
        return [*self._path(index, middle, end), self._root(start, middle)]

    def _subproof(self, first: int, start: int, end: int, *, whole: bool) -> list[bytes]:
        if first == end:
            return [] if whole else [self._root(start, end)]
        middle = start + _half(end - start)
        if first <= middle:
            return [*self._subproof(first, start, middle, whole=whole), self._root(middle, end)]
        return [*self._subproof(first, middle, end, whole=False), self._root(start, middle)]


def _half(size: int) -> int:
    """The largest power of two below `size`, which is more than 1."""
    return 1 << (size - 1).bit_length() - 1 if size > 1 else 0


def _hashes_of(leaves: int) -> int:
    return 2 * leaves - leaves.bit_count()


def _leaves_in(hashes: int) -> int:
    """The most leaves of which all hashes are among the first `hashes`."""
    leaves = hashes // 2
    while _hashes_of(leaves + 1) <= hashes:
        leaves += 1
    return leaves
