"""One row of the ledger, and the leaf hash that covers all of it.

Leaf data is canonical JSON (RFC 8785) of one object with exactly these keys:

    {"actor": "...", "clock": "2022-08-09T10:00:00.000000Z", "format": "sayso-ledger-2", "kind": "...", "number": 1,
     "parts": {"facts": "HEX", "words": "HEX"}, "recorded_at": "2022-08-09T10:00:00.000000Z"}

Entries from before `clock` was introduced have no such key, and the format "sayso-ledger-1".

`parts` has a key (facts, words, note) for each part that the entry was made with, and its value is
SHA-256(salt || part), 64 lower-case hexadecimal digits; a salt is always 32 bytes, so no byte can move between salt
and part. The leaf is SHA-256(0x00 || leaf data). A part may be deleted together with its salt: its hash stays, so the
leaf and the tree still verify, and without the salt a guess at the deleted part cannot be tested.
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
        """A part of `data` with a new random salt."""
        salt = secrets.token_bytes(SALT_SIZE)
        return cls(data, salt, sha256(salt + data).digest())


@dataclass(frozen=True)
class Stored:
    """One row of the table `entry`; `parts` by name, only those that the entry was made with.

    `clock` is the clock's time, `recorded_at` the same unless the entry before has a later time.
    """

    number: int
    kind: str
    recorded_at: str
    clock: str | None
    actor: str
    parts: dict[str, Part]
    leaf: bytes = b""

    def leafed(self) -> Stored:
        """The row with its leaf hash filled in."""
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
    """`moment` as the ledger writes it: in UTC with microseconds, so that text order is time order."""
    return moment.astimezone(UTC).strftime(TIME)


def moment_of(recorded_at: str) -> datetime:
    """The moment that `recorded_at` gives; ValueError unless it is in the exact form of `stamp`."""
    moment = datetime.fromisoformat(recorded_at)
    if moment.tzinfo is None or stamp(moment) != recorded_at:
        raise ValueError(f"expected a time as {TIME}, found {recorded_at!r}")
    return moment
