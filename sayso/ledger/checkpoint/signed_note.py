"""Signed notes, as C2SP `signed-note` defines them (c2sp.org/signed-note): text, an empty line, signatures.

    example.org/ledger
    340
    CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

    — example.org/ledger Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurm...

A signature is base64(key id || signature): of a log, Ed25519 over the text; of a witness, the time (8 bytes) and
Ed25519 over `cosignature/v1`, that time, and the text (c2sp.org/tlog-cosignature).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sayso.ledger.checkpoint.merkle_proof import ProofError
from sayso.ledger.checkpoint.note_keys import LOG, WITNESS, SignerKey, VerifierKey, decoded, encoded, expected_name

MOST = 100_000
"""Bytes of a note."""

SIGNATURES = 64
"""Signatures of a note."""


@dataclass(frozen=True)
class NoteSignature:
    """One signature line: who signed by its own account, the four bytes of the key's id, and the rest."""

    name: str
    key_id: bytes
    data: bytes

    def by(self, key: VerifierKey) -> bool:
        """Whether it says that it is by this key."""
        return (self.name, self.key_id) == (key.name, key.id)


@dataclass(frozen=True)
class SignedNote:
    """The `text`, which ends with a line feed, and its signatures, of which none is verified yet."""

    text: str
    signatures: tuple[NoteSignature, ...]

    @classmethod
    def parse(cls, data: bytes) -> SignedNote:
        """The note in these bytes; ProofError where they are not exactly one."""
        if len(data) > MOST:
            raise ProofError(f"expected a note of at most {MOST} bytes, found {len(data)}")
        try:
            given = data.decode("utf-8")
        except UnicodeDecodeError:
            raise ProofError("expected a note in UTF-8") from None
        if any(one < " " and one != "\n" for one in given):
            raise ProofError("expected a note without control characters")
        text, parted, lines = given.rpartition("\n\n")
        if not parted or not text or not lines.endswith("\n"):
            raise ProofError("expected a text, an empty line, and signatures, each line with its end")
        signed = lines[:-1].split("\n")
        if len(signed) > SIGNATURES:
            raise ProofError(f"expected at most {SIGNATURES} signatures, found {len(signed)}")
        return cls(f"{text}\n", tuple(map(_signature, signed)))

    def expect_signed(self, keys: Iterable[VerifierKey]) -> VerifierKey:
        """The first of the log's `keys` that signed; ProofError where none did, or a signature is not by its key."""
        signing = [key for key in keys if key.kind == LOG and self._verified(key, self.text.encode()) is not None]
        if not signing:
            names = ", ".join(dict.fromkeys(one.name for one in self.signatures))
            raise ProofError(f"none of the given keys signed it; signatures are by {names}")
        return signing[0]

    def seen(self, witness: VerifierKey) -> datetime | None:
        """When a witness saw it; None without a cosignature of theirs, ProofError where it is not by their key."""
        if witness.kind != WITNESS:
            raise ProofError(f"expected the key of a witness (type 4), found type {witness.kind}")
        for one in self.signatures:
            if not one.by(witness):
                continue
            seconds = int.from_bytes(one.data[:8], "big")
            message = f"cosignature/v1\ntime {seconds}\n{self.text}".encode()
            if len(one.data) != 72 or not witness.verifies(one.data[8:], message):
                raise ProofError(f"the cosignature of {witness.name} is not by its key")
            try:
                return datetime.fromtimestamp(seconds, UTC)
            except (ValueError, OverflowError, OSError):
                raise ProofError(f"the cosignature of {witness.name} has an impossible time") from None
        return None

    def _verified(self, key: VerifierKey, message: bytes) -> NoteSignature | None:
        found = [one for one in self.signatures if one.by(key)]
        if not all(key.verifies(one.data, message) for one in found):
            raise ProofError(f"the signature of {key.name} is not one of this text by its key")
        return found[0] if found else None


def signed(text: str, key: SignerKey) -> bytes:
    """The note of this text, which ends with a line feed, signed."""
    signature = encoded(key.verifier.id + key.sign(text.encode()))
    return f"{text}\n— {key.name} {signature}\n".encode()


def _signature(line: str) -> NoteSignature:
    dash, _, rest = line.partition(" ")
    name, _, written = rest.partition(" ")
    if dash != "—":
        raise ProofError("expected a signature line that begins with a dash (U+2014)")
    data = decoded(written)
    if len(data) < 5:
        raise ProofError("expected a key id and a signature, found less")
    return NoteSignature(expected_name(name), data[:4], data[4:])
