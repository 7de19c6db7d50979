"""Merkle tree hashing as RFC 6962, section 2.1, defines it, in linear time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256

HASH_SIZE = 32


def leaf_hash(data: bytes) -> bytes:
    """SHA-256(0x00 || data): the prefix distinguishes a leaf from a node."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 || left || right)."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True)
class MerkleTree:
    """A tree of `size` leaves, represented by its peaks: the roots of its complete subtrees, largest first.

    The sizes of those subtrees are the powers of two in `size`, so there are as many peaks as `size` has 1 bits.
    """

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def add(self, leaf: bytes) -> MerkleTree:
        """The tree with `leaf` (its hash) appended."""
        peaks, below = list(self.peaks), self.size
        while below & 1:  # two subtrees of one size become one of twice the size
            leaf = node_hash(peaks.pop(), leaf)
            below >>= 1
        return MerkleTree(self.size + 1, (*peaks, leaf))

    def extend(self, leaves: Iterable[bytes]) -> MerkleTree:
        """The tree with these leaf hashes appended in order."""
        return reduce(MerkleTree.add, leaves, self)

    @property
    def root(self) -> bytes:
        """The Merkle tree hash; without leaves, the hash of the empty string."""
        if not self.peaks:
            return sha256(b"").digest()
        return reduce(lambda right, left: node_hash(left, right), reversed(self.peaks))
