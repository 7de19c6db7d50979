"""What proofs cost in a tree of a million leaves, and that none of a million changed ones is accepted.

uv run python tests/benchmarks/proofs.py [LEAVES] [CHANGES]
"""

from __future__ import annotations

import random
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from sayso.ledger.checkpoint.checkpoint import make_checkpoint
from sayso.ledger.checkpoint.merkle_proof import ProofError
from sayso.ledger.checkpoint.note_keys import SignerKey
from sayso.ledger.checkpoint.tlog_proof import TlogProof, check_proof
from sayso.ledger.log.merkle import MerkleTree
from sayso.ledger.log.tree_file import TreeFile


def leaf(number: int) -> bytes:
    return sha256(number.to_bytes(8, "big")).digest()


def changed(data: bytes, chance: random.Random) -> bytes:
    """One byte of the proof changed, lost or doubled."""
    place, byte = chance.randrange(len(data)), chance.randrange(256)
    return data[:place] + chance.choice([bytes([byte]), b"", bytes([byte, data[place]])]) + data[place + 1 :]


def main(size: int, changes: int) -> None:
    with TemporaryDirectory() as folder:
        began = perf_counter()
        whole = MerkleTree().extend(map(leaf, range(size)))
        print(f"hashing {size} leaves: {perf_counter() - began:.1f} s")
        began, file = perf_counter(), Path(folder) / "tree"
        with TreeFile(file) as tree:
            assert tree.grow(whole, lambda after, last: map(leaf, range(after, last)))
            print(f"the tree in a file: {perf_counter() - began:.1f} s, {file.stat().st_size} bytes")
            began = perf_counter()
            for index in range(0, size, max(1, size // 1000)):
                tree.inclusion(index, size)
            print(f"a proof: {perf_counter() - began:.3f} ms")
            index, key = size // 3, SignerKey.new("example.org/ledger")
            proof = TlogProof(index, tuple(tree.inclusion(index, size)), make_checkpoint(size, whole.root, key).note)
    data, chance, accepted = proof.written(), random.Random(1), 0
    check_proof(data, leaf(index), [key.verifier])
    began = perf_counter()
    for _ in range(changes):
        other = changed(data, chance)
        try:
            check_proof(other, leaf(index), [key.verifier])
            accepted += other != data
        except ProofError:
            pass
    print(f"{changes} changed proofs: {accepted} accepted, {perf_counter() - began:.1f} s")
    assert accepted == 0


if __name__ == "__main__":
    main(*(int(one) for one in (sys.argv[1:] + ["1000000", "1000000"][len(sys.argv) - 1 :])))
