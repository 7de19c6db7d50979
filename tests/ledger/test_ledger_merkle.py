"""The tree is the one of RFC 6962, section 2.1."""

from hashlib import sha256

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.log.merkle import MerkleTree, leaf_hash

# Inputs and roots as Certificate Transparency implementations test them: the tree over the first n of these leaves.
INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def root_by_definition(inputs: list[bytes]) -> bytes:
    """MTH of the RFC, as it stands there: split at the largest power of two below n."""
    if len(inputs) < 2:
        return sha256(b"\x00" + inputs[0]).digest() if inputs else sha256(b"").digest()
    half = 1
    while half * 2 < len(inputs):
        half *= 2
    return sha256(b"\x01" + root_by_definition(inputs[:half]) + root_by_definition(inputs[half:])).digest()


@pytest.mark.parametrize("size", range(9))
def test_roots_are_the_published_ones(size: int) -> None:
    inputs = [bytes.fromhex(one) for one in INPUTS[:size]]
    assert MerkleTree().extend(map(leaf_hash, inputs)).root.hex() == ROOTS[size]


@examples(50)
@given(st.lists(st.binary(max_size=4), max_size=130))
def test_roots_are_those_of_the_definition(inputs: list[bytes]) -> None:
    assert MerkleTree().extend(map(leaf_hash, inputs)).root == root_by_definition(inputs)


@examples(50)
@given(st.integers(0, 100), st.integers(0, 100))
def test_a_tree_grows_from_its_peaks(before: int, after: int) -> None:
    leaves = [leaf_hash(str(number).encode()) for number in range(before + after)]
    tree = MerkleTree().extend(leaves[:before])
    assert len(tree.peaks) == before.bit_count()
    assert MerkleTree(tree.size, tree.peaks).extend(leaves[before:]) == MerkleTree().extend(leaves)
