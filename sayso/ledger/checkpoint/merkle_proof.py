"""Verifies Merkle proofs as RFC 9162 says, sections 2.1.3.2 (inclusion) and 2.1.4.2 (consistency).

RFC 6962, section 2.1, defines the same trees and proofs. Indexes of leaves begin with 0, hashes are 32 bytes, and a
proof is a sequence of hashes, the lowest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from sayso.ledger.log.merkle import HASH_SIZE, node_hash

EMPTY_ROOT = sha256(b"").digest()
"""The root of a tree without leaves."""


class ProofError(ValueError):
    """A proof, a note or a key that does not verify; the message says why, as a clause."""


def expect_included(index: int, size: int, leaf: bytes, path: Sequence[bytes], root: bytes) -> None:
    """ProofError unless the leaf number `index` of the tree of `size` leaves with this root has the hash `leaf`."""
    if not 0 <= index < size:
        raise ProofError(f"leaf {index} is not one of {size}")
    _expect_hashes(leaf, root, *path)
    place, last, found = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            raise ProofError("the proof is longer than the tree is high")
        if place & 1 or place == last:
            found = node_hash(sibling, found)
            while not place & 1 and place:  # this node has no sibling on these levels
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        place, last = place >> 1, last >> 1
    if last:
        raise ProofError("the proof is shorter than the tree is high")
    if found != root:
        raise ProofError("the proof leads to another root")


def expect_consistent(first: int, second: int, first_root: bytes, second_root: bytes, path: Sequence[bytes]) -> None:
    """ProofError unless the tree of `second` leaves with its root begins with the tree of `first` leaves with its."""
    if not 0 <= first <= second:
        raise ProofError(f"a tree of {second} leaves does not begin with one of {first}")
    _expect_hashes(first_root, second_root, *path)
    if first in (0, second):
        if path:
            raise ProofError("the proof is longer than it has to be")
        if first_root != (EMPTY_ROOT if first == 0 else second_root):
            raise ProofError("the roots are not those of trees of these sizes")
        return
    _expect_steps(first, second, first_root, second_root, path)


def _expect_steps(first: int, second: int, first_root: bytes, second_root: bytes, path: Sequence[bytes]) -> None:
    steps = [first_root, *path] if first & (first - 1) == 0 else [*path]
    if not steps or not path:
        raise ProofError("the proof is empty")
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    before = after = steps[0]
    for step in steps[1:]:
        if last == 0:
            raise ProofError("the proof is longer than the tree is high")
        if place & 1 or place == last:
            before, after = node_hash(step, before), node_hash(step, after)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            after = node_hash(after, step)
        place, last = place >> 1, last >> 1
    if last:
        raise ProofError("the proof is shorter than the tree is high")
    if (before, after) != (first_root, second_root):
        raise ProofError("the proof leads to other roots")


def _expect_hashes(*hashes: bytes) -> None:
    for one in hashes:
        if len(one) != HASH_SIZE:
            raise ProofError(f"expected hashes of {HASH_SIZE} bytes, found one of {len(one)}")
