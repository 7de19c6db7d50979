"""Keys of signed notes: Ed25519, as C2SP `signed-note` names and encodes them (c2sp.org/signed-note@v1.0.0).

    verifier key (vkey):  NAME+ID+base64(type || public key)         ID: 8 hexadecimal digits
    signer key (skey):    PRIVATE+KEY+NAME+ID+base64(0x01 || seed)   as golang.org/x/mod/sumdb/note writes it

The id is the first four bytes of SHA-256(name || 0x0A || type || public key). Type 0x01 signs a note's text, type 0x04
is a witness's timestamped cosignature (c2sp.org/tlog-cosignature).
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sayso.ledger.checkpoint.merkle_proof import ProofError

LOG, WITNESS = 0x01, 0x04
"""Types of signatures: of the log itself, and of a witness."""

_KEY = re.compile(r"([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)")
_PRIVATE = "PRIVATE+KEY+"


@dataclass(frozen=True)
class VerifierKey:
    """A public key (32 bytes) with the name and the type of signature that it verifies."""

    name: str
    kind: int
    public: bytes

    @classmethod
    def parse(cls, vkey: str) -> VerifierKey:
        """The key in this text; ProofError where it is none, or of another kind than Ed25519."""
        name, given, data = _parts(vkey, "a public key as NAME+ID+KEY")
        if data[0] not in (LOG, WITNESS):
            raise ProofError(f"expected an Ed25519 key (type 1 or 4), found type {data[0]}")
        key = cls(name, data[0], data[1:])
        if key.id != given:
            raise ProofError("the id of the public key is not that of its name and bytes")
        return key

    @property
    def id(self) -> bytes:
        """Four bytes by which a signature says whose it is."""
        return key_id(self.name, self.kind, self.public)

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{encoded(bytes([self.kind]) + self.public)}"

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Whether `signature` is one of `message` by this key."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True)
class SignerKey:
    """A private key, which must not be printed, with its name."""

    name: str
    seed: bytes = field(repr=False)

    @classmethod
    def new(cls, name: str) -> SignerKey:
        """A new random key; ProofError where this cannot be a key's name."""
        return cls(expected_name(name), Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def parse(cls, skey: str) -> SignerKey:
        """The key in this text; ProofError, which does not repeat the text, where it is none."""
        if not skey.startswith(_PRIVATE):
            raise ProofError(f"expected a private key that begins with {_PRIVATE}")
        name, given, data = _parts(skey.removeprefix(_PRIVATE), "a private key")
        key = cls(name, data[1:])
        if data[0] != LOG or key.verifier.id != given:
            raise ProofError("the id of the private key is not that of its name and bytes")
        return key

    @property
    def verifier(self) -> VerifierKey:
        """The public key to it."""
        public = Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()
        return VerifierKey(self.name, LOG, public)

    def written(self) -> str:
        """The text that `parse` reads."""
        return f"{_PRIVATE}{self.name}+{self.verifier.id.hex()}+{encoded(bytes([LOG]) + self.seed)}"

    def sign(self, message: bytes) -> bytes:
        """The signature of `message`, 64 bytes."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(message)


def key_id(name: str, kind: int, public: bytes) -> bytes:
    """The first four bytes of SHA-256(name || 0x0A || type || public key)."""
    return sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:4]


def expected_name(name: str) -> str:
    """The same name; ProofError where it is empty or has spaces, control characters or plus signs."""
    if not name or "+" in name or any(one.isspace() or not one.isprintable() for one in name):
        raise ProofError(f"expected a name without spaces and plus signs, such as example.org/ledger, found {name!r}")
    return name


def encoded(data: bytes) -> str:
    """Base 64, RFC 4648, section 4."""
    return base64.b64encode(data).decode()


def decoded(text: str) -> bytes:
    """The bytes of base 64; ProofError unless `text` is exactly what `encoded` would write."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        data = b""
    if not data or encoded(data) != text:
        raise ProofError("expected base 64, found something else")
    return data


def _parts(key: str, what: str) -> tuple[str, bytes, bytes]:
    found = _KEY.fullmatch(key.strip())
    data = decoded(found[3]) if found else b""
    if not found or len(data) != 33:
        raise ProofError(f"expected {what}, found something else")
    return expected_name(found[1]), bytes.fromhex(found[2]), data
