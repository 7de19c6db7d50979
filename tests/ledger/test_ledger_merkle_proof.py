"""Proofs are those of RFC 6962 and 9162: the published ones hold, and none that is not right does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import combinations_with_replacement
from pathlib import Path

import pytest
from test_ledger_merkle import INPUTS, ROOTS

from sayso.ledger.checkpoint.merkle_proof import EMPTY_ROOT, ProofError, expect_consistent, expect_included
from sayso.ledger.log.merkle import MerkleTree, leaf_hash
from sayso.ledger.log.tree_file import TreeFile

# transparency-dev/merkle, proof/verify_test.go (Apache-2.0): leaf (from 1), size, hashes.
A = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
B = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
C = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
D = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
E = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
F = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
G = "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f"
INCLUSION = [(1, 1, []), (1, 8, [A, B, C]), (6, 8, [D, E, ROOTS[4]]), (3, 3, [ROOTS[2]]), (2, 5, [ROOTS[1], B, D])]
CONSISTENCY = [(1, 1, []), (1, 8, [A, B, C]), (6, 8, [F, E, ROOTS[4]]), (2, 5, [B, D]), (6, 7, [F, G, ROOTS[4]])]
SOME = sha256(b"some").digest()
LARGEST = 70
LEAVES = [leaf_hash(number.to_bytes(2, "big")) for number in range(LARGEST)]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TreeFile]:
    with TreeFile(tmp_path_factory.mktemp("tree") / "tree") as kept:
        assert kept.grow(MerkleTree().extend(LEAVES), lambda after, last: LEAVES[after:last])
        yield kept


def hashes(written: Sequence[str]) -> list[bytes]:
    return [bytes.fromhex(one) for one in written]


def wrong(path: Sequence[bytes]) -> Iterator[list[bytes]]:
    """The same proof with a bit changed, a hash lost, doubled, moved or added."""
    for place, one in enumerate(path):
        yield [*path[:place], bytes([one[0] ^ 8, *one[1:]]), *path[place + 1 :]]
        yield [*path[:place], *path[place + 1 :]]
        yield [*path[: place + 1], one, *path[place + 1 :]]
    if len(path) > 1 and path[0] != path[-1]:
        yield [*path[1:], path[0]]
    yield from ([*path, SOME], [SOME, *path], [*path, b""], [b"", *path])


@pytest.mark.parametrize(("leaf", "size", "path"), INCLUSION)
def test_published_inclusion_holds(leaf: int, size: int, path: list[str]) -> None:
    hashed, root = leaf_hash(bytes.fromhex(INPUTS[leaf - 1])), bytes.fromhex(ROOTS[size])
    expect_included(leaf - 1, size, hashed, hashes(path), root)
    cases = [(leaf - 2, size, hashed, root), (leaf, size, hashed, root), ((leaf - 1) ^ 2, size, hashed, root)]
    cases += [(leaf - 1, size * 2, hashed, root), (leaf - 1, size // 2, hashed, root), (leaf - 1, size, SOME, root)]
    cases += [(leaf - 1, size, hashed, SOME), (leaf - 1, size, hashed, EMPTY_ROOT), (leaf - 1, size, b"", root)]
    for index, of, one, to in cases:
        with pytest.raises(ProofError):
            expect_included(index, of, one, hashes(path), to)


@pytest.mark.parametrize(("first", "second", "path"), CONSISTENCY)
def test_published_consistency_holds(first: int, second: int, path: list[str]) -> None:
    one, two = bytes.fromhex(ROOTS[first]), bytes.fromhex(ROOTS[second])
    expect_consistent(first, second, one, two, hashes(path))
    cases = [(first, second, SOME, two), (first, second, one, SOME), (second + 1, second, one, two)]
    if path:
        cases += [(first - 1, second, one, two), (first + 1, second, one, two), (first ^ 2, second, one, two)]
        cases += [(first, second * 2, one, two), (first, second // 2, one, two), (first, second, two, one)]
    for before, after, root, other in cases:
        with pytest.raises(ProofError):
            expect_consistent(before, after, root, other, hashes(path))


@pytest.mark.parametrize(
    ("first", "second", "root", "other", "path"),
    [
        (0, 0, SOME, EMPTY_ROOT, []),
        (0, 1, SOME, SOME, []),
        (1, 1, SOME, EMPTY_ROOT, []),
        (1, 0, SOME, SOME, []),
        (2, 1, SOME, SOME, []),
        (1, 2, SOME, SOME, []),
        (3, 4, SOME, SOME, []),
        (0, 0, EMPTY_ROOT, EMPTY_ROOT, [EMPTY_ROOT]),
        (0, 1, EMPTY_ROOT, SOME, [EMPTY_ROOT]),
        (1, 1, SOME, SOME, [EMPTY_ROOT]),
    ],
)
def test_degenerate_consistency_does_not_hold(
    first: int, second: int, root: bytes, other: bytes, path: list[bytes]
) -> None:
    with pytest.raises(ProofError):
        expect_consistent(first, second, root, other, path)


def test_every_inclusion_up_to_70_leaves(tree: TreeFile) -> None:
    refused = 0
    for size in range(1, LARGEST + 1):
        root = MerkleTree().extend(LEAVES[:size]).root
        for index in range(size):
            path = tree.inclusion(index, size)
            expect_included(index, size, LEAVES[index], path, root)
            if size in (1, 2, 3, 8, 13, 33, 64, 70):
                for other in wrong(path):
                    with pytest.raises(ProofError):
                        expect_included(index, size, LEAVES[index], other, root)
                    refused += 1
    assert refused > 3000


def test_every_consistency_up_to_70_leaves(tree: TreeFile) -> None:
    roots = [MerkleTree().extend(LEAVES[:size]).root for size in range(LARGEST + 1)]
    refused = 0
    for first, second in combinations_with_replacement(range(LARGEST + 1), 2):
        path = tree.consistency(first, second)
        expect_consistent(first, second, roots[first], roots[second], path)
        if second in (8, 33, 70):
            for other in wrong(path):
                with pytest.raises(ProofError):
                    expect_consistent(first, second, roots[first], roots[second], other)
                refused += 1
    assert refused > 1500


def test_a_tree_is_kept_up_cut_and_mended(tmp_path: Path) -> None:
    file = tmp_path / "tree"
    for size in (3, 20, 41, 12, 70):
        whole = MerkleTree().extend(LEAVES[:size])
        with TreeFile(file) as kept:
            assert kept.grow(whole, lambda after, last: LEAVES[after:last])
            assert (kept.size, kept.tree(size)) == (size, whole)
            assert kept.first_difference(size, [*LEAVES[: size - 1], SOME]) == size
            assert kept.first_difference(size, LEAVES[: size - 1]) == size
            assert kept.first_difference(size, LEAVES[:size]) is None
    file.write_bytes(file.read_bytes()[:-5])  # the last write was not finished
    with TreeFile(file) as kept:
        assert kept.size == 69
        assert kept.grow(whole, lambda after, last: LEAVES[after:last])
        assert not kept.grow(MerkleTree().extend([*LEAVES[:69], SOME]), lambda after, last: LEAVES[after:last])
