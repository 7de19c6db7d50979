"""Checkpoints, as C2SP `tlog-checkpoint` defines them (c2sp.org/tlog-checkpoint): a tree's head as a signed note.

The text of the note has three lines: the origin, which names the log; the number of leaves; base64 of the root.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.ledger.checkpoint.merkle_proof import EMPTY_ROOT, ProofError
from sayso.ledger.checkpoint.note_keys import SignerKey, VerifierKey, decoded, encoded
from sayso.ledger.checkpoint.signed_note import SignedNote, signed
from sayso.ledger.log.merkle import HASH_SIZE

NUMBER = re.compile(r"0|[1-9][0-9]{0,18}")
"""A size or an index, without leading zeros."""


@dataclass(frozen=True)
class Checkpoint:
    """The first `size` leaves of the log `origin` have this `root`; `note` is the whole of it, with signatures."""

    origin: str
    size: int
    root: bytes
    note: bytes

    @classmethod
    def parse(cls, note: bytes) -> Checkpoint:
        """The checkpoint in this note, no signature of which is verified yet; ProofError where it is none."""
        origin, *lines = SignedNote.parse(note).text[:-1].split("\n")
        if len(lines) < 2 or not all((origin, *lines)):
            raise ProofError("expected the lines of a checkpoint: origin, size, root")
        if not NUMBER.fullmatch(lines[0]):
            raise ProofError("expected the size of the tree in the second line of a checkpoint")
        size, root = int(lines[0]), decoded(lines[1])
        if len(root) != HASH_SIZE or (size == 0 and root != EMPTY_ROOT):
            raise ProofError("expected the root of the tree in the third line of a checkpoint")
        return cls(origin, size, root, note)

    @classmethod
    def verified(cls, note: bytes, keys: Iterable[VerifierKey]) -> tuple[Checkpoint, VerifierKey]:
        """The checkpoint in this note, and which of `keys` signed it; ProofError where none of its origin did."""
        found = cls.parse(note)
        return found, SignedNote.parse(note).expect_signed(key for key in keys if key.name == found.origin)


def make_checkpoint(size: int, root: bytes, key: SignerKey) -> Checkpoint:
    """A signed checkpoint of this tree; its origin is the name of the key."""
    note = signed(f"{key.name}\n{size}\n{encoded(root)}\n", key)
    return Checkpoint(key.name, size, root, note)
