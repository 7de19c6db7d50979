"""Proofs that an entry is in the ledger, as C2SP `tlog-proof` defines them (c2sp.org/tlog-proof): files `.tlog-proof`.

    c2sp.org/tlog-proof@v1
    index 339
    gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=        (hashes, from the leaf's sibling up)

    example.org/ledger                                  (the checkpoint, as it is)
    ...

`check_proof` needs nothing but such a file, the hash of a leaf, and the log's public key. Extra data, which the format
allows in the second line, is not authenticated; it is read over, and never written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sayso.ledger.checkpoint.checkpoint import NUMBER, Checkpoint
from sayso.ledger.checkpoint.merkle_proof import ProofError, expect_included
from sayso.ledger.checkpoint.note_keys import VerifierKey, decoded, encoded
from sayso.ledger.checkpoint.signed_note import MOST, SignedNote
from sayso.ledger.log.merkle import HASH_SIZE

HEADER = "c2sp.org/tlog-proof@v1"
HIGHEST = 64
"""Hashes of a proof."""


@dataclass(frozen=True)
class TlogProof:
    """The leaf number `index` (from 0), the hashes from its sibling up, and the note of a checkpoint."""

    index: int
    path: tuple[bytes, ...]
    note: bytes

    @classmethod
    def parse(cls, data: bytes) -> TlogProof:
        """The proof in this file, of which nothing is verified yet; ProofError where it is none."""
        if len(data) > 2 * MOST:
            raise ProofError(f"expected a proof of at most {2 * MOST} bytes, found {len(data)}")
        head, parted, note = data.partition(b"\n\n")
        try:
            header, *lines = head.decode("ascii").split("\n")
        except UnicodeDecodeError:
            header, lines = "", []
        if header != HEADER or not parted:
            raise ProofError(f"expected a proof that begins with {HEADER}")
        if lines and lines[0].startswith("extra "):
            decoded(lines.pop(0).removeprefix("extra "))
        return cls(_index(lines[:1]), _path(lines[1:]), note)

    def written(self) -> bytes:
        """The file that `parse` reads."""
        lines = [HEADER, f"index {self.index}", *map(encoded, self.path), "", ""]
        return "\n".join(lines).encode() + self.note


@dataclass(frozen=True)
class Proven:
    """What a proof shows: the checkpoint, the key that signed it, and when which witness saw it."""

    index: int
    checkpoint: Checkpoint
    key: VerifierKey
    seen: tuple[tuple[str, datetime], ...]


def check_proof(data: bytes, leaf: bytes, keys: Sequence[VerifierKey], witnesses: Sequence[VerifierKey] = ()) -> Proven:
    """What the proof in the file `data` shows of the leaf with this hash.

    ProofError unless all of it holds: the file, the signature by one of `keys`, a cosignature by each of `witnesses`,
    and the way from the leaf to the root.
    """
    proof = TlogProof.parse(data)
    checkpoint, key = Checkpoint.verified(proof.note, keys)
    note = SignedNote.parse(proof.note)
    seen = [(witness.name, _seen(note, witness)) for witness in witnesses]
    expect_included(proof.index, checkpoint.size, leaf, proof.path, checkpoint.root)
    return Proven(proof.index, checkpoint, key, tuple(seen))


def _seen(note: SignedNote, witness: VerifierKey) -> datetime:
    at = note.seen(witness)
    if at is None:
        raise ProofError(f"the witness {witness.name} has not signed it")
    return at


def _index(lines: Sequence[str]) -> int:
    mark, _, number = lines[0].partition(" ") if lines else ("", "", "")
    if mark != "index" or not NUMBER.fullmatch(number):
        raise ProofError("expected a line with the index of the leaf")
    return int(number)


def _path(lines: Sequence[str]) -> tuple[bytes, ...]:
    path = tuple(map(decoded, lines))
    if len(path) > HIGHEST or any(len(one) != HASH_SIZE for one in path):
        raise ProofError(f"expected at most {HIGHEST} hashes of {HASH_SIZE} bytes")
    return path
