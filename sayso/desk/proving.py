"""Proofs for outsiders: that an entry is in the ledger, made here and checked anywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from sayso.desk.checkpoints import KeptCheckpoint, expect_begins, read_bytes, tree_file, write_checkpoint
from sayso.errors import TamperedError, UsageError
from sayso.ledger import Ledger
from sayso.ledger.checkpoint.merkle_proof import ProofError, expect_included
from sayso.ledger.checkpoint.note_keys import VerifierKey
from sayso.ledger.checkpoint.tlog_proof import Proven, TlogProof, check_proof
from sayso.ledger.log.merkle import leaf_hash
from sayso.settings import Settings
from schemas import LedgerEntry


def prove(ledger: Ledger, ours: Settings, number: int, given: KeptCheckpoint | None) -> tuple[LedgerEntry, TlogProof]:
    """Entry `number`, and a proof that it is in the ledger of the checkpoint `given`, by default one of now.

    UsageError where there is no such entry, or the checkpoint does not cover it, or nothing can be signed;
    TamperedError where the ledger is not that of the checkpoint.
    """
    kept = given or write_checkpoint(ledger, ours)
    if kept is None:
        raise UsageError(
            "expected a key to sign a checkpoint, found none; `sayso ledger init-key --origin NAME` makes one"
        )
    if not 1 <= number <= kept.head.size:
        raise UsageError(f"expected an entry from 1 to {kept.head.size}, which the checkpoint covers, found {number}")
    with ledger.tree(tree_file(ours)) as (tree, head), ledger.snapshot() as snapshot:
        expect_begins(tree, head, kept)
        entry = next(snapshot.entries(number - 1))
        proof = TlogProof(number - 1, tuple(tree.inclusion(number - 1, kept.head.size)), kept.checkpoint.note)
    try:
        expect_included(proof.index, kept.head.size, bytes.fromhex(entry.leaf), proof.path, kept.checkpoint.root)
    except ProofError as error:
        raise TamperedError(
            f"entry {number} is not what the checkpoint covers ({error}); delete {tree_file(ours)} and run again, or "
            "`sayso ledger verify` shows the details"
        ) from None
    return entry, proof


def check_proof_file(
    file: Path, entry: str, keys: Sequence[VerifierKey], witnesses: Sequence[VerifierKey] = ()
) -> Proven:
    """What the proof in this file shows of an entry: its leaf as 64 hexadecimal digits, or a file with the leaf's data.

    TamperedError where the proof does not hold. It needs no ledger.
    """
    leaf = bytes.fromhex(entry) if re.fullmatch("[0-9a-f]{64}", entry) else leaf_hash(read_bytes(Path(entry), "a leaf"))
    try:
        return check_proof(read_bytes(file, "a proof"), leaf, keys, witnesses)
    except ProofError as error:
        raise TamperedError(f"the proof in {file} does not hold: {error}") from None
