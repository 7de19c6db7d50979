"""A state of the ledger, in one hash."""

from __future__ import annotations

from schemas.record import Record


class Head(Record):
    """The ledger's first `size` entries: `root` is the Merkle root over their leaves (64 hexadecimal digits).

    `peaks` are the roots of the tree's complete subtrees, largest first; empty where only size and root are known.
    """

    size: int
    root: str
    peaks: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The form in which it is printed and noted elsewhere: SIZE:ROOT."""
        return f"{self.size}:{self.root}"
