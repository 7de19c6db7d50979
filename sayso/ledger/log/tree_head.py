"""The table `head`: size, root and peaks of the tree as of the last append, so that a truncated ledger is detected."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, text

from sayso.errors import TamperedError
from sayso.ledger.log.merkle import HASH_SIZE, MerkleTree
from schemas import Head

_HEAD = text("SELECT size, root, peaks FROM head WHERE id = 1")
_GROW = text("UPDATE head SET size = :size, root = :root, peaks = :peaks WHERE id = 1")


def read_head(connection: Connection) -> MerkleTree:
    """The tree that the stored head describes; TamperedError where its columns do not fit together."""
    found = connection.execute(_HEAD).one_or_none()
    if found is None:
        raise TamperedError("the head of the ledger is gone; `sayso ledger verify` shows the details")
    tree = _tree(*found)
    if tree is None:
        raise TamperedError("the head of the ledger has been changed: its size, root and peaks do not fit together")
    return tree


def write_head(connection: Connection, tree: MerkleTree) -> None:
    """Store the head of `tree`; TamperedError where there is no head to update."""
    values = {"size": tree.size, "root": tree.root, "peaks": b"".join(tree.peaks)}
    if connection.execute(_GROW, values).rowcount != 1:
        raise TamperedError("the head of the ledger is gone; `sayso ledger verify` shows the details")


def head_of(tree: MerkleTree) -> Head:
    """Size, root and peaks of the tree."""
    return Head(size=tree.size, root=tree.root.hex(), peaks=tuple(peak.hex() for peak in tree.peaks))


def tree_of(head: Head) -> MerkleTree | None:
    """The tree of a head; None where its size, root and peaks do not fit together."""
    try:
        return _tree(head.size, bytes.fromhex(head.root), b"".join(map(bytes.fromhex, head.peaks)))
    except ValueError:
        return None


def _tree(size: Any, root: Any, peaks: Any) -> MerkleTree | None:
    if type(size) is not int or size < 0 or type(root) is not bytes or type(peaks) is not bytes:
        return None
    if len(peaks) != HASH_SIZE * size.bit_count():
        return None
    tree = MerkleTree(size, tuple(peaks[at : at + HASH_SIZE] for at in range(0, len(peaks), HASH_SIZE)))
    return tree if tree.root == root else None
