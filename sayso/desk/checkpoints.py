"""Checkpoints of the ledger: signed, kept in a folder apart from the database, and read again.

The folder `[ledger] checkpoints` has a folder for each origin, and in it a file for each size that was signed. A
checkpoint is a few lines of text: mail it, print it, or hand it to a witness, and keep what comes back in its place.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkstemp
from typing import NamedTuple
from urllib.parse import quote

from sayso.desk.ledger_keys import known_keys, signer_key
from sayso.errors import LedgerError, TamperedError, UsageError
from sayso.ledger import Ledger, files_of
from sayso.ledger.checkpoint.checkpoint import Checkpoint, make_checkpoint
from sayso.ledger.checkpoint.merkle_proof import ProofError, expect_consistent
from sayso.ledger.checkpoint.note_keys import VerifierKey
from sayso.ledger.checkpoint.signed_note import SignedNote
from sayso.ledger.log.tree_file import TreeFile
from sayso.settings import Settings
from schemas import Head

SUFFIX = ".checkpoint"
MOST = 200_000
"""Bytes that are read of a checkpoint or a proof: more is none."""


class KeptCheckpoint(NamedTuple):
    """A checkpoint whose signature is verified, the file it is in, which key signed it, and whether that was now."""

    checkpoint: Checkpoint
    file: Path
    key: VerifierKey
    new: bool = False

    @property
    def head(self) -> Head:
        """The head that it vouches for."""
        return Head(size=self.checkpoint.size, root=self.checkpoint.root.hex())


def tree_file(ours: Settings) -> Path:
    """Where the Merkle tree is kept, which is a view of the ledger."""
    return ours.indexes / "tree" / f"{ours.head_file.stem}.tree"


def write_checkpoint(ledger: Ledger, ours: Settings) -> KeptCheckpoint | None:
    """Sign the ledger of now and keep that in the folder; None without a key, the one that is there where nothing grew.

    TamperedError, and no signature, where the ledger does not begin with the last checkpoint of this origin: a log
    must not sign what contradicts what it signed before.
    """
    key = signer_key(ours)
    if key is None:
        return None
    expect_apart(ours)
    with ledger.tree(tree_file(ours)) as (tree, head):
        last = newest(ours, key.name)
        if last:
            expect_begins(tree, head, last)
            if last.head.size == head.size and last.key == key.verifier:
                return last
    made = make_checkpoint(head.size, bytes.fromhex(head.root), key)
    file = _folder(ours, key.name) / f"{head.size}{SUFFIX}"
    _write(file, made.note)
    return KeptCheckpoint(made, file, key.verifier, new=True)


def newest(ours: Settings, origin: str) -> KeptCheckpoint | None:
    """The largest checkpoint of this origin in the folder."""
    files = sorted(_files(ours, origin), key=lambda file: int(file.stem))
    return read_checkpoint(files[-1], known_keys(ours)) if files else None


def kept_checkpoints(ours: Settings) -> list[KeptCheckpoint]:
    """All checkpoints in the folder of the origins that the known keys have, small ones first."""
    keys = known_keys(ours)
    files = [file for origin in sorted({key.name for key in keys}) for file in _files(ours, origin)]
    return sorted((read_checkpoint(file, keys) for file in files), key=lambda one: one.head.size)


def read_checkpoint(file: Path, keys: Sequence[VerifierKey], witnesses: Sequence[VerifierKey] = ()) -> KeptCheckpoint:
    """The checkpoint in this file, signed by one of `keys` and seen by each of `witnesses`; else TamperedError."""
    note = read_bytes(file, "a checkpoint")
    try:
        found, key = Checkpoint.verified(note, keys)
        for witness in witnesses:
            if SignedNote.parse(note).seen(witness) is None:
                raise ProofError(f"the witness {witness.name} has not signed it")
    except ProofError as error:
        raise TamperedError(f"the checkpoint in {file} does not verify: {error}") from None
    return KeptCheckpoint(found, file, key)


def read_bytes(file: Path, what: str) -> bytes:
    """What is in this file; UsageError where it cannot be read."""
    try:
        with file.open("rb") as opened:
            return opened.read(MOST)
    except OSError as error:
        raise UsageError(f"expected {what} in {file}, could not read it: {error.strerror}") from None


def expect_begins(tree: TreeFile, head: Head, last: KeptCheckpoint) -> None:
    """TamperedError unless the ledger of this head begins with the entries of the checkpoint."""
    try:
        if last.head.size > head.size:
            raise ProofError(f"it counts {last.head.size} entries, {head.size} are there")
        path = tree.consistency(last.head.size, head.size)
        expect_consistent(last.head.size, head.size, last.checkpoint.root, bytes.fromhex(head.root), path)
    except ProofError as error:
        raise TamperedError(
            f"the ledger does not begin with the entries of the checkpoint {last.file} ({error}), so nothing is "
            "signed; `sayso ledger verify` shows the details; a ledger that was restored on purpose gets another "
            "--origin: `sayso ledger init-key --rotate --origin NAME`"
        ) from None


def expect_apart(ours: Settings) -> None:
    """UsageError where checkpoints would be kept in the folder of the ledger's own file."""
    folder = ours.ledger.checkpoints
    for file in files_of(ours.database_url)[:1]:
        if folder.resolve().is_relative_to(file.resolve().parent):
            raise UsageError(
                f"expected a folder for checkpoints outside of {file.parent}, where the ledger is, found {folder}; set "
                "[ledger] checkpoints: whoever can change the ledger should not be able to change them"
            )


def _folder(ours: Settings, origin: str) -> Path:
    return ours.ledger.checkpoints / quote(origin, safe="")


def _files(ours: Settings, origin: str) -> list[Path]:
    return [file for file in _folder(ours, origin).glob(f"*{SUFFIX}") if file.stem.isascii() and file.stem.isdigit()]


def _write(file: Path, note: bytes) -> None:
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        begun, name = mkstemp(dir=file.parent, prefix=f"{file.name}.", suffix=".part")
        with open(begun, "wb") as opened:
            opened.write(note)
            opened.flush()
            os.fsync(opened.fileno())
        os.replace(name, file)
    except OSError as error:
        raise LedgerError(
            f"the checkpoint could not be written to {file} ({error.strerror}); give permission, or set "
            "[ledger] checkpoints to another folder"
        ) from error
