"""Notes, keys and checkpoints are those of C2SP, and none that was changed anywhere is taken for signed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.ledger.checkpoint import merkle_proof
from sayso.ledger.checkpoint.checkpoint import Checkpoint, make_checkpoint
from sayso.ledger.checkpoint.merkle_proof import EMPTY_ROOT, ProofError
from sayso.ledger.checkpoint.note_keys import WITNESS, SignerKey, VerifierKey, encoded
from sayso.ledger.checkpoint.signed_note import SignedNote, signed
from sayso.ledger.checkpoint.tlog_proof import TlogProof, check_proof
from sayso.ledger.log import merkle
from sayso.ledger.log.merkle import MerkleTree, leaf_hash
from sayso.ledger.log.tree_file import TreeFile

# golang.org/x/mod/sumdb/note, note_test.go (BSD-3-Clause)
VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SKEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
LINE = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
NOTE = f"{TEXT}\n{LINE}\n".encode()
# transparency-dev/formats, note/note_cosigv1_test.go (Apache-2.0)
COSIGNER = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"
LOG = SignerKey("example.org/ledger", bytes(range(32)))
OTHER = SignerKey("example.org/ledger", bytes(range(1, 33)))
WITNESS_KEY = SignerKey("witness.example/w1", bytes(range(2, 34)))
WITNESS_VKEY = VerifierKey(WITNESS_KEY.name, WITNESS, WITNESS_KEY.verifier.public)
LEAVES = [leaf_hash(bytes([number])) for number in range(11)]


def cosigned(note: bytes, seconds: int = 1_679_315_147) -> bytes:
    """The note with a cosignature, put together by hand as c2sp.org/tlog-cosignature says."""
    text = note.decode().rpartition("\n\n")[0] + "\n"
    signature = WITNESS_KEY.sign(f"cosignature/v1\ntime {seconds}\n{text}".encode())
    line = f"— {WITNESS_KEY.name} {encoded(WITNESS_VKEY.id + seconds.to_bytes(8, 'big') + signature)}\n"
    return note + line.encode()


@pytest.fixture
def proof(tmp_path: Path) -> bytes:
    """A proof of the leaf 6 of 11."""
    whole = MerkleTree().extend(LEAVES)
    with TreeFile(tmp_path / "tree") as kept:
        assert kept.grow(whole, lambda after, last: LEAVES[after:last])
        return TlogProof(6, tuple(kept.inclusion(6, 11)), make_checkpoint(11, whole.root, LOG).note).written()


def test_the_published_note_is_signed_and_written_byte_for_byte() -> None:
    key, signer = VerifierKey.parse(VKEY), SignerKey.parse(SKEY)
    assert (str(key), str(signer.verifier), signer.written()) == (VKEY, VKEY, SKEY)
    assert signed(TEXT, signer) == NOTE
    assert SignedNote.parse(NOTE).expect_signed([key]) == key
    assert str(VerifierKey.parse(COSIGNER)) == COSIGNER


@pytest.mark.parametrize(
    "vkey",
    [
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "bananas.sigstore.dev+12344556",
        "rekor.sigstore.dev+12345678+THIS_IS_NOT_BASE64!",
        "rekor.sigstore.dev+12345678+AwEB",
        "",
        *(VKEY[:place] + chr(ord(VKEY[place]) + 1) + VKEY[place + 1 :] for place in range(len(VKEY))),
        *(VKEY[:place] for place in range(len(VKEY))),
    ],
)
def test_published_keys_that_are_none_are_refused(vkey: str) -> None:
    with pytest.raises(ProofError):
        VerifierKey.parse(vkey)


@pytest.mark.parametrize(
    "note",
    [
        b"",
        TEXT.encode(),
        f"{TEXT}\n".encode(),
        f"{TEXT}\n{LINE}".encode(),
        f"{TEXT}{LINE}\n".encode(),
        f"{TEXT}\n{LINE}\n\n".encode(),
        f"{TEXT}\n- PeterNeumann {LINE.split()[2]}\n".encode(),
        f"{TEXT}\n— Peter Neumann {LINE.split()[2]}\n".encode(),
        f"{TEXT}\n— Peter+Neumann {LINE.split()[2]}\n".encode(),
        f"{TEXT}\n— PeterNeumann AAAA\n".encode(),
        f"{TEXT}\r\n{LINE}\n".encode(),
        f"{TEXT}\n{LINE}\n".encode("utf-16"),
        f"{TEXT}\n{(LINE + chr(10)) * 65}".encode(),
    ],
)
def test_what_is_no_note_is_refused(note: bytes) -> None:
    with pytest.raises(ProofError):
        SignedNote.parse(note).expect_signed([VerifierKey.parse(VKEY)])


@pytest.mark.parametrize(
    "text",
    [
        "example.org/ledger\n1\n",
        "example.org/ledger\n01\nEQ==\n",
        f"example.org/ledger\n-1\n{encoded(EMPTY_ROOT)}\n",
        f"example.org/ledger\n+1\n{encoded(EMPTY_ROOT)}\n",
        f"example.org/ledger\n1\n{encoded(EMPTY_ROOT[:31])}\n",
        f"example.org/ledger\n0\n{encoded(LEAVES[0])}\n",
        f"\n1\n{encoded(EMPTY_ROOT)}\n",
        f"example.org/ledger\n1\n{encoded(EMPTY_ROOT)}\n\nmore\n",
        f"example.org/other\n1\n{encoded(EMPTY_ROOT)}\n",
    ],
)
def test_what_is_signed_but_no_checkpoint_of_this_origin_is_refused(text: str) -> None:
    with pytest.raises(ProofError):
        Checkpoint.verified(signed(text, LOG), [LOG.verifier])


def test_a_changed_key_signs_on_and_another_one_of_the_name_does_not() -> None:
    note = make_checkpoint(1, LEAVES[0], LOG).note
    assert Checkpoint.verified(note, [OTHER.verifier, LOG.verifier])[1] == LOG.verifier
    with pytest.raises(ProofError, match=r"signatures are by example\.org/ledger"):
        Checkpoint.verified(note, [OTHER.verifier])
    forged = note.replace(encoded(LOG.verifier.id)[:4].encode(), encoded(OTHER.verifier.id)[:4].encode())
    with pytest.raises(ProofError):
        Checkpoint.verified(forged, [OTHER.verifier, LOG.verifier])


def test_the_cosignature_of_a_witness_is_read() -> None:
    note = cosigned(make_checkpoint(11, MerkleTree().extend(LEAVES).root, LOG).note)
    assert SignedNote.parse(note).seen(WITNESS_VKEY) == datetime(2023, 3, 20, 12, 25, 47, tzinfo=UTC)
    assert Checkpoint.verified(note, [LOG.verifier])[0].size == 11
    assert SignedNote.parse(note).seen(VerifierKey.parse(COSIGNER)) is None
    with pytest.raises(ProofError, match="is not by its key"):
        SignedNote.parse(note.replace(b"\n11\n", b"\n12\n")).seen(WITNESS_VKEY)
    with pytest.raises(ProofError, match="impossible time"):
        SignedNote.parse(cosigned(make_checkpoint(1, LEAVES[0], LOG).note, 2**62)).seen(WITNESS_VKEY)


def test_a_proof_holds_and_no_changed_one_does(proof: bytes) -> None:
    """Each byte of a proof changed in four ways, lost and doubled; and a proof cut anywhere."""
    found = check_proof(proof, LEAVES[6], [LOG.verifier])
    assert (found.index, found.checkpoint.size, found.checkpoint.origin) == (6, 11, "example.org/ledger")
    changed = {proof[:place] for place in range(len(proof))}
    for place, one in enumerate(proof):
        others = (bytes([one ^ bit]) for bit in (1, 2, 32, 128))
        changed |= {proof[:place] + other + proof[place + 1 :] for other in (*others, b"", bytes([one, one]), b"\n")}
    changed.discard(proof)
    assert len(changed) > 2500
    for other in changed:
        with pytest.raises(ProofError):
            check_proof(other, LEAVES[6], [LOG.verifier])
    for leaf in (*LEAVES[:6], *LEAVES[7:], b""):
        with pytest.raises(ProofError):
            check_proof(proof, leaf, [LOG.verifier])


def test_a_proof_has_the_witnesses_that_are_asked_for(proof: bytes) -> None:
    with pytest.raises(ProofError, match=r"the witness witness\.example/w1 has not signed it"):
        check_proof(proof, LEAVES[6], [LOG.verifier], [WITNESS_VKEY])
    head, parted, note = proof.partition(b"\n\n")
    seen = check_proof(head + parted + cosigned(note), LEAVES[6], [LOG.verifier], [WITNESS_VKEY]).seen
    assert seen == (("witness.example/w1", datetime(2023, 3, 20, 12, 25, 47, tzinfo=UTC)),)


def test_extra_data_is_read_over(proof: bytes) -> None:
    with_extra = proof.replace(b"@v1\n", b"@v1\nextra YWdl\n")
    assert check_proof(with_extra, LEAVES[6], [LOG.verifier]) == check_proof(proof, LEAVES[6], [LOG.verifier])
    with pytest.raises(ProofError):
        check_proof(proof.replace(b"@v1\n", b"@v1\nextra !\n"), LEAVES[6], [LOG.verifier])


def test_the_check_can_be_copied_out(proof: bytes, tmp_path: Path) -> None:
    """Alone in a folder, it imports nothing else of Sayso and no database."""
    for module in (merkle_proof, merkle):
        source = Path(module.__file__).parent
        place = tmp_path / "out" / "sayso" / "ledger" / source.name
        place.mkdir(parents=True)
        for file in source.glob("*.py") if module is merkle_proof else [Path(module.__file__)]:
            shutil.copy(file, place)
        for folder in (place, place.parent, place.parent.parent):
            (folder / "__init__.py").touch()
    (tmp_path / "a.tlog-proof").write_bytes(proof)
    code = "import runpy, sys; runpy.run_module('sayso.ledger.checkpoint', run_name='__main__')"
    for leaf, code_of_exit, said in (
        (LEAVES[6], 0, "holds: entry 7 of the 11 of 'example.org/ledger'\n"),
        (LEAVES[5], 1, "does not hold: the proof leads to another root\n"),
    ):
        command = [sys.executable, "-c", code, str(tmp_path / "a.tlog-proof"), leaf.hex(), str(LOG.verifier)]
        done = subprocess.run(command, cwd=tmp_path / "out", capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (code_of_exit, said, "")
