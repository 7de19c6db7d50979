"""One row of the ledger, and the leaf hash that covers all of it.

Leaf data is canonical JSON (RFC 8785) of one object with exactly these keys:

    {"actor": "...", "clock": "2022-08-09T10:00:00.000000Z", "format": "sayso-ledger-2", "kind": "...", "number": 1,
     "parts": {"facts": "HEX", "words": "HEX"}, "recorded_at": "2022-08-09T10:00:00.000000Z"}

Entries of before there was a `clock` have none, and the format "sayso-ledger-1".

`parts` has a key (facts, words, note) for each part that the entry was made with, and its value is
SHA-256(salt || part), 64 lower-case hexadecimal digits; a salt is always 32 bytes, so no byte can move between salt
and part. The leaf is SHA-256(0x00 || leaf data). A part may be deleted together with its salt: its hash stays, so the
leaf and the tree still verify, and nobody can test a guess at what the part said.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from sayso.ledger.log.merkle import leaf_hash
from schemas import canonical

FORMAT, FORMAT_WITHOUT_CLOCK = "sayso-ledger-2", "sayso-ledger-1"
SALT_SIZE = 32
TIME = "%Y-%m-%dT%H:%M:%S.%fZ"
PARTS = ("facts", "words", "note")


@dataclass(frozen=True)
class Part:
    """Canonical bytes with their salt (both None once deleted), and the hash of the two, which stays."""

    data: bytes | None
    salt: bytes | None
    hash: bytes

    @classmethod
    def sealed(cls, data: bytes) -> Part:
        """`data` under a new random salt."""
        salt = secrets.token_bytes(SALT_SIZE)
        return cls(data, salt, sha256(salt + data).digest())


@dataclass(frozen=True)
class Stored:
    """One row as it is stored; `parts` by name, without those that it was never made with.

    `clock` is what the clock said, `recorded_at` the same unless the entry before it has a later time.
    """

    number: int
    kind: str
    recorded_at: str
    clock: str | None
    actor: str
    parts: dict[str, Part]
    leaf: bytes = b""

    def leafed(self) -> Stored:
        """The same row with its leaf."""
        return replace(self, leaf=self.computed_leaf())

    def computed_leaf(self) -> bytes:
        """The leaf hash over every other column."""
        clock = {} if self.clock is None else {"clock": self.clock}
        return leaf_hash(
            canonical(
                {
                    **clock,
                    "actor": self.actor,
                    "format": FORMAT if clock else FORMAT_WITHOUT_CLOCK,
                    "kind": self.kind,
                    "number": self.number,
                    "parts": {name: part.hash.hex() for name, part in self.parts.items()},
                    "recorded_at": self.recorded_at,
                }
            )
        )


def stamp(moment: datetime) -> str:
    """`moment` as the ledger writes it: UTC with microseconds, so that text order is time order."""
    return moment.astimezone(UTC).strftime(TIME)


def moment_of(recorded_at: str) -> datetime:
    """The moment that `recorded_at` stands for; ValueError unless it is written exactly so."""
    moment = datetime.fromisoformat(recorded_at)
    if moment.tzinfo is None or stamp(moment) != recorded_at:
        raise ValueError(f"expected a time as {TIME}, found {recorded_at!r}")
    return moment
